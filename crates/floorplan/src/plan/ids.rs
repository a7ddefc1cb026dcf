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

/// From id to place in a list, without a second copy of the ids: a sorted list of places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IdIndex(Box<[u32]>);

impl IdIndex {
    /// Indexes `list` by `id`. Of entries with the same id, the first in the list is found.
    pub fn new<T>(list: &[T], id: impl Fn(&T) -> &str) -> Self {
        let key = |place: &u32| list.get(*place as usize).map(&id);
        let mut places: Vec<u32> = (0..list.len() as u32).collect();
        places.sort_by(|a, b| key(a).cmp(&key(b)).then(a.cmp(b)));
        Self(places.into_boxed_slice())
    }

    /// The place of the first entry with this id.
    pub fn find<T>(&self, list: &[T], id: impl Fn(&T) -> &str, wanted: &str) -> Option<usize> {
        let key = |place: &u32| list.get(*place as usize).map(&id);
        let at = self.0.partition_point(|place| key(place) < Some(wanted));
        let place = self.0.get(at)?;
        (key(place) == Some(wanted)).then_some(*place as usize)
    }
}
