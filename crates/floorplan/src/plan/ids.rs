//! Indexes into the plan's lists, and the look-up from id to index.

macro_rules! index_type {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index into the list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(index: usize) -> Self {
                Self(index as u32)
            }
        }
    )*};
}

index_type!(
    /// A floor of [`Plan::floors`](super::Plan::floors).
    FloorIx,
    /// A hall of [`Plan::halls`](super::Plan::halls).
    HallIx,
    /// A category of [`Plan::categories`](super::Plan::categories).
    CategoryIx,
    /// A stand of [`Plan::stands`](super::Plan::stands).
    StandIx,
    /// A participant of [`Plan::participants`](super::Plan::participants).
    ParticipantIx,
    /// A session of [`Plan::sessions`](super::Plan::sessions).
    SessionIx
);

/// From id to place in a list, without a second copy of the ids: places by the hash of the id,
/// counted from one; zero is free. At least half are, so that a search soon ends - unless ids were
/// made to collide, by which a file harms only its own page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IdIndex(Box<[u32]>);

impl IdIndex {
    /// Indexes `list` by `id`. Of entries with the same id, the first in the list is found.
    pub fn new<T>(list: &[T], id: impl Fn(&T) -> &str) -> Self {
        let ids: Vec<&str> = list.iter().map(id).collect();
        Self(places_by_id(&ids))
    }

    /// The place of the first entry with this id.
    pub fn find<T>(&self, list: &[T], id: fn(&T) -> &str, wanted: &str) -> Option<usize> {
        let is_wanted = |place: usize| list.get(place).map(id) == Some(wanted);
        slot(&self.0, &is_wanted, wanted).and_then(|(_, place)| place)
    }
}

/// Where the place of an id is kept, or would be, and that place. Not generic: one search in the
/// binary instead of one for every kind of list.
fn slot(
    places: &[u32],
    is_wanted: &dyn Fn(usize) -> bool,
    wanted: &str,
) -> Option<(usize, Option<usize>)> {
    // Any odd factor of that size spreads ids well that differ in their last digits.
    let mut hash = wanted.bytes().fold(0, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x9e37_79b1)
    });
    hash ^= hash >> 15;
    for step in 0..places.len() {
        let at = (hash as usize).wrapping_add(step) % places.len();
        match places.get(at)?.checked_sub(1) {
            None => return Some((at, None)),
            Some(place) if is_wanted(place as usize) => return Some((at, Some(place as usize))),
            Some(_) => {}
        }
    }
    None
}

fn places_by_id(ids: &[&str]) -> Box<[u32]> {
    let mut places = vec![0; (2 * ids.len()).next_power_of_two()].into_boxed_slice();
    for (place, id) in ids.iter().enumerate() {
        let is_wanted = |place: usize| ids.get(place) == Some(id);
        if let Some((at, None)) = slot(&places, &is_wanted, id)
            && let Some(free) = places.get_mut(at)
        {
            *free = place as u32 + 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_the_first_of_every_id_and_nothing_else(
            ids in prop::collection::vec("[ab]{0,4}", 0..60),
            other in "[abc]{0,5}",
        ) {
            let index = IdIndex::new(&ids, |id| id);
            for wanted in ids.iter().chain([&other]) {
                let found = index.find(&ids, |id| id, wanted);
                prop_assert_eq!(found, ids.iter().position(|id| id == wanted));
            }
        }
    }
}
