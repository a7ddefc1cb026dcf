//! Sorting. One sort in the binary for everything that is sorted: each further one would cost
//! the browser about a kilobyte.

use std::cmp::Ordering;
use std::mem::swap;

/// The places `0..count` in the order of `compare`; equal ones stay in place order.
///
/// A merge sort from the bottom up: shorter than the standard library's sorts and, on ids that are
/// nearly in order as they mostly are, several times as fast as its small one.
pub(crate) fn in_order(count: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count as u32).collect();
    let mut merged = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        for both in places.chunks(2 * width) {
            let (mut left, mut right) = both.split_at(width.min(both.len()));
            if let (Some(last), Some(first)) = (left.last(), right.first())
                && compare(*last, *first) != Ordering::Greater
            {
                // In order already.
                merged.extend_from_slice(left);
                left = &[];
            }
            while let ([a, rest_left @ ..], [b, rest_right @ ..]) = (left, right) {
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    right = rest_right;
                } else {
                    merged.push(*a);
                    left = rest_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        swap(&mut places, &mut merged);
        merged.clear();
        width *= 2;
    }
    places
}

/// `list` in the order of `places`.
pub(crate) fn arranged<T: Copy>(list: &[T], places: &[u32]) -> Vec<T> {
    places
        .iter()
        .filter_map(|place| list.get(*place as usize).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(list in prop::collection::vec(0..40_i32, 0..200)) {
            let mut wanted = list.clone();
            wanted.sort_unstable();
            let places = in_order(list.len(), &mut |a, b| list[a as usize].cmp(&list[b as usize]));
            prop_assert_eq!(arranged(&list, &places), wanted);
            let is_stable = |pair: &[u32]| list[pair[0] as usize] != list[pair[1] as usize] || pair[0] < pair[1];
            prop_assert!(places.windows(2).all(is_stable));
        }
    }
}
