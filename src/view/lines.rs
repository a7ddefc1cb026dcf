//! Elements in the form that `build` of `browser.js` makes them from: a line each. For what is seen
//! now and then; views are what is seen all the time.

use floorplan::format::{Localised, Text};
use floorplan::mine::{Kind, Marks};

use crate::words::Words;

/// Elements, the outer before the inner.
pub(super) struct Lines {
    pub(super) text: String,
    pub(super) words: Words,
}

impl Lines {
    /// An element: how deep it is and its name with a tab between, and its words with their language.
    pub(super) fn add(&mut self, element: &str, words: &str, lang: Option<&str>) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(element);
        self.text.push('\t');
        // What separates the parts.
        self.text.extend(words.chars().map(|c| c.max(' ')));
        self.text.push('\t');
        self.text.push_str(lang.unwrap_or_default());
    }

    /// What the visitor noted, if anything, as an element of the third depth.
    pub(super) fn note(&mut self, marks: &Marks, kind: Kind, id: &str) {
        let note = marks.note(kind, id);
        if !note.is_empty() {
            self.add("2\tsmall", &["✎\u{a0}", note].concat(), None);
        }
    }

    /// The same with a text of the data.
    pub(super) fn text(&mut self, element: &str, text: &Text) {
        let Localised { text, lang } = text.get(self.words.lang.tag());
        self.add(element, text, lang);
    }
}
