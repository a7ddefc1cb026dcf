//! The collections that the bundle's Yew is given agree with the standard ones.

#[path = "../../../../tools/yew/lean.rs"]
#[allow(
    dead_code,
    clippy::pedantic,
    reason = "a part of another crate, which uses all of it"
)]
mod collections;

use std::collections::BTreeMap;

use collections::{Map, Sorted, Spare};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_sorted_map_does_what_a_tree_does(steps in prop::collection::vec((0_u8..4, 0_usize..12), 0..60)) {
        let (mut sorted, mut tree) = (Sorted::default(), BTreeMap::new());
        for (at, (step, key)) in steps.into_iter().enumerate() {
            match step {
                0 => {
                    sorted.insert(key, at);
                    tree.insert(key, at);
                }
                1 => prop_assert_eq!(sorted.remove(key), tree.remove(&key)),
                2 => prop_assert_eq!(sorted.pop_first(), tree.pop_first().map(|(_, value)| value)),
                _ => prop_assert_eq!(sorted.get_mut(key).copied(), tree.get(&key).copied()),
            }
            prop_assert_eq!(sorted.get(key), tree.get(&key));
            prop_assert_eq!(sorted.is_empty(), tree.is_empty());
        }
        prop_assert!(sorted.into_values().eq(tree.into_values()));
    }

    #[test]
    fn a_map_keeps_the_last_value_of_a_key(entries in prop::collection::vec((0_u8..9, 0_u8..9), 0..40)) {
        let (mut map, mut tree) = (Map::default(), BTreeMap::new());
        for (key, value) in entries {
            map.insert(key, value);
            tree.insert(key, value);
            *map.or_default(key) += 1;
            *tree.entry(key).or_default() += 1;
        }
        for key in 0..9 {
            prop_assert_eq!(map.get(&key), tree.get(&key));
            prop_assert_eq!(map.contains_key(&key), tree.contains_key(&key));
        }
        let mut entries: Vec<_> = map.into_iter().collect();
        entries.sort_unstable();
        prop_assert!(entries.into_iter().eq(tree));
    }

    #[test]
    fn everything_is_taken_once_at_its_place(keys in Just((0_usize..30).collect::<Vec<_>>()).prop_shuffle(), taken in 0_usize..30) {
        let mut spare = Spare::new(0_usize..30);
        for key in &keys[..taken] {
            prop_assert_eq!(spare.take(|other| other == key), Some((*key, *key)));
            prop_assert_eq!(spare.take(|other| other == key), None);
        }
        let mut left = keys[taken..].to_vec();
        left.sort_unstable();
        prop_assert!(spare.rest().eq(left));
    }
}
