//! The part of a text that shows what was found in it. Knows nothing of how marks look.

use super::{Found, Hit, MatchField};
use crate::plan::Plan;

/// So much of a long text stands before the first mark at most, and from it on, bytes.
const BEFORE: usize = 48;
const AFTER: usize = 160;

/// A text, or the part of it around the first mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The words, with an ellipsis where some are left out.
    pub text: String,
    /// Which of its bytes to mark; empty where there are none.
    pub marks: Vec<bool>,
}

impl Excerpt {
    /// Cuts a text.
    fn of(text: &str, flags: &[bool]) -> Self {
        let first = flags.iter().position(|flag| *flag).unwrap_or(0);
        let mut from = boundary(text, first.saturating_sub(BEFORE));
        if from > 0 {
            // Not from the midst of a word, where words have blanks between.
            let before = text.get(from..first).unwrap_or_default();
            from += before.find(' ').map_or(0, |blank| blank + 1);
        }
        let to = boundary(text, first + AFTER);
        let mut excerpt = Self::default();
        excerpt.leave_out(from > 0);
        excerpt
            .text
            .push_str(text.get(from..to).unwrap_or_default());
        let shown = flags.get(from..to).unwrap_or_default();
        excerpt.marks.extend_from_slice(shown);
        excerpt.leave_out(to < text.len());
        excerpt
    }

    fn leave_out(&mut self, is_some: bool) {
        if is_some {
            self.text.push('…');
            self.marks.resize(self.text.len(), false);
        }
    }
}

/// The first place from `at` on where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

impl Found {
    /// A text with what to mark in all of it.
    pub fn marked(&self, plan: &Plan, text: &str) -> Excerpt {
        Excerpt {
            text: text.to_owned(),
            marks: self.flags(plan, text).unwrap_or_default(),
        }
    }

    /// The text by which something was found, and its language where that is not the reader's, unless
    /// it is what is shown anyway: its number, or the `shown` name.
    pub fn reason<'a>(
        &self,
        plan: &'a Plan,
        hit: &Hit,
        lang: &str,
        shown: &Excerpt,
    ) -> Option<(Excerpt, Option<&'a str>)> {
        let is_name = matches!(
            hit.field,
            MatchField::Name | MatchField::Alias | MatchField::Abbreviation | MatchField::Title
        );
        if hit.field == MatchField::Number || is_name && !shown.marks.is_empty() {
            return None;
        }
        let (found, marks) = self.localised(plan, hit, lang)?;
        Some((Excerpt::of(found.text, &marks), found.lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, word: &str) -> (String, String) {
        let mut flags = vec![false; text.len()];
        for (at, word) in text.match_indices(word) {
            flags[at..at + word.len()].fill(true);
        }
        let Excerpt { text, marks } = Excerpt::of(text, &flags);
        let marked = text.char_indices().filter(|(at, _)| marks[*at]);
        let marked = marked.map(|(_, c)| c).collect();
        assert_eq!(text.len(), marks.len());
        (text, marked)
    }

    #[test]
    fn a_short_text_is_whole() {
        let (text, marks) = cut("мёд и соевое масло", "масло");
        assert_eq!(
            (text.as_str(), marks.as_str()),
            ("мёд и соевое масло", "масло")
        );
        assert_eq!(cut("", "x").0, "");
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_the_first_mark() {
        let long = [
            "слово ".repeat(60).as_str(),
            "найдено ",
            &"конец ".repeat(60),
        ]
        .concat();
        let (text, marks) = cut(&long, "найдено");
        assert!(text.starts_with("…слово ") && text.ends_with('…'), "{text}");
        assert!(text.len() < 260);
        assert_eq!(marks, "найдено");
    }

    #[test]
    fn chinese_is_cut_between_characters() {
        let long = ["展".repeat(90).as_str(), "俄铝", &"位".repeat(90)].concat();
        let (text, marks) = cut(&long, "俄铝");
        assert!(text.starts_with("…展") && text.ends_with("位…"));
        assert_eq!(marks, "俄铝");
    }
}
