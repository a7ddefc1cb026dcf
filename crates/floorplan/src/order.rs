//! Sorting. One sort in the binary for everything that is sorted: each further one would cost
//! the browser about a kilobyte.

use std::cmp::Ordering;

/// The places `0..count` in the order of `compare`; equal ones stay in place order.
pub(crate) fn in_order(count: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count as u32).collect();
    places.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    places
}

/// `list` in the order of `places`.
pub(crate) fn arranged<T: Copy>(list: &[T], places: &[u32]) -> Vec<T> {
    places
        .iter()
        .filter_map(|place| list.get(*place as usize).copied())
        .collect()
}
