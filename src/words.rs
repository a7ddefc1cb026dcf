//! The reader's language: the one context of the views.

use floorplan::messages::{Lang, Msg, Noun, fill};

/// Messages and formats of one language.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Words {
    pub(crate) lang: Lang,
}

impl Words {
    /// A message.
    pub(crate) fn say(self, msg: Msg) -> &'static str {
        msg.text(self.lang)
    }

    /// A message with values in its gaps.
    pub(crate) fn with(self, msg: Msg, values: &[&str]) -> String {
        fill(self.say(msg), values)
    }

    /// So many of something.
    pub(crate) fn count(self, noun: Noun, count: usize) -> String {
        let phrase = noun.phrase(self.lang, self.lang.plural(count));
        fill(phrase, &[&self.lang.number(count as f64)])
    }

    /// An area.
    pub(crate) fn area(self, m2: f64) -> String {
        self.with(Msg::SquareMetres, &[&self.lang.number(m2)])
    }
}
