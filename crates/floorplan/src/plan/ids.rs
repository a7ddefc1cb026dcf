//! Indexes into the plan's lists, and the look-up from id to index.

use crate::order::in_order;

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

/// From id to place in a list, without a second copy of the ids: a sorted list of places.
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
        find(&self.0, &|place| list.get(place).map(id), wanted)
    }
}

/// Not generic: one search in the binary instead of one for every kind of list.
fn find<'l>(
    places: &[u32],
    id_at: &dyn Fn(usize) -> Option<&'l str>,
    wanted: &str,
) -> Option<usize> {
    let at = places.partition_point(|place| id_at(*place as usize) < Some(wanted));
    let place = *places.get(at)? as usize;
    (id_at(place) == Some(wanted)).then_some(place)
}

/// The places of the ids in the order of the ids.
fn places_by_id(ids: &[&str]) -> Box<[u32]> {
    let id = |place: u32| ids.get(place as usize);
    in_order(ids.len(), &mut |a, b| id(a).cmp(&id(b))).into_boxed_slice()
}
