//! The reader's language with everything that depends on it: the one context of the views.

use std::rc::Rc;

use floorplan::messages::{Lang, Msg, Noun, fill};

use crate::intl::Formats;

/// Messages and formats of one language.
#[derive(Clone)]
pub(crate) struct Words {
    pub(crate) lang: Lang,
    formats: Rc<Formats>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

impl Words {
    pub(crate) fn new(lang: Lang) -> Self {
        Self {
            lang,
            formats: Rc::new(Formats::new(lang.formats())),
        }
    }

    pub(crate) fn formats(&self) -> &Formats {
        &self.formats
    }

    /// A message.
    pub(crate) fn say(&self, msg: Msg) -> &'static str {
        msg.text(self.lang)
    }

    /// A message with values in its gaps.
    pub(crate) fn with(&self, msg: Msg, values: &[&str]) -> String {
        fill(self.say(msg), values)
    }

    /// So many of something.
    pub(crate) fn count(&self, noun: Noun, count: usize) -> String {
        let phrase = noun.phrase(self.lang, self.formats.plural(count));
        fill(phrase, &[&self.formats.number(count as f64)])
    }

    /// An area.
    pub(crate) fn area(&self, m2: f64) -> String {
        self.with(Msg::SquareMetres, &[&self.formats.number(m2)])
    }
}
