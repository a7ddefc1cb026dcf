//! Recent searches: the last words that led the visitor somewhere, as they are kept. The version stands on the
//! first line, a search on each other one, the last first; nothing for none.

use crate::search::fold;

/// So many are kept.
pub const MAX_SEARCHES: usize = 5;
/// Longer words are not kept, bytes: nobody types them again and again.
pub const MAX_SEARCH_BYTES: usize = 160;

const VERSION: &str = "1";

/// The searches of a text that is kept.
pub fn searches(kept: &str) -> impl Iterator<Item = &str> {
    kept.split('\n').skip(1)
}

/// The searches of two texts as one, those of the first ahead. What is the same in other letters is one. Never
/// fails: what is no search is left out.
pub fn recent(first: &str, second: &str) -> String {
    let mut kept = String::from(VERSION);
    let mut count = 0;
    for text in [first, second] {
        for query in searches(text) {
            let (query, folded) = (query.trim(), fold(query.trim()));
            if count < MAX_SEARCHES
                && !query.is_empty()
                && query.len() <= MAX_SEARCH_BYTES
                && searches(&kept).all(|known| fold(known) != folded)
            {
                kept.push('\n');
                kept.push_str(query);
                count += 1;
            }
        }
    }
    if count == 0 {
        kept.clear();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(queries: &[&str]) -> String {
        queries.iter().fold(String::new(), |kept, query| {
            recent(&["\n", query].concat(), &kept)
        })
    }

    #[test]
    fn the_last_five_are_kept_the_last_first() {
        assert_eq!(
            of(&["a1", "b2", "c3", "d4", "e5", "f6"]),
            "1\nf6\ne5\nd4\nc3\nb2"
        );
        assert_eq!(of(&[]), "");
    }

    #[test]
    fn the_same_in_other_letters_is_one() {
        assert_eq!(of(&["Мёд", "росатом", "  мед ", "1"]), "1\n1\nмед\nросатом");
    }

    #[test]
    fn nothing_and_a_book_are_no_searches() {
        let longest = "ж".repeat(MAX_SEARCH_BYTES / 2);
        let kept = of(&["", "  ", &longest, &"ж".repeat(MAX_SEARCH_BYTES)]);
        assert_eq!(kept, ["1\n", &longest].concat());
    }

    #[test]
    fn earlier_ones_of_others_come_last() {
        let kept = recent(&of(&["b", "a"]), &of(&["g", "f", "e", "d", "a"]));
        assert_eq!(kept, "1\na\nb\nd\ne\nf");
    }

    #[test]
    fn what_is_broken_or_unknown_is_left_out() {
        assert_eq!(recent("2\n\nмёд\nмед\n \r\na\u{0}", ""), "1\nмёд\na\u{0}");
        for text in ["", "null", "{\"a\":1}", "мёд", "1", "1\n"] {
            assert_eq!(recent(text, text), "", "{text}");
        }
    }

    proptest! {
        #[test]
        fn comes_back(queries in prop::collection::vec("[a-c._]{0,3}|\\PC{0,90}", 0..9)) {
            let queries: Vec<&str> = queries.iter().map(String::as_str).collect();
            let kept = of(&queries);
            prop_assert!(searches(&kept).count() <= MAX_SEARCHES);
            prop_assert_eq!(recent(&kept, ""), kept.clone());
            prop_assert_eq!(recent("", &kept), kept);
        }

        #[test]
        fn nothing_panics(text in "(1\n)?([a-c ж\r\n]{0,9})*|\\PC*") {
            let kept = recent(&text, &text);
            prop_assert_eq!(recent(&kept, &text), kept);
        }
    }
}
