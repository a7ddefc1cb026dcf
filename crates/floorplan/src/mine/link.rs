//! Marks in a link, for another device or another person.

use super::Marks;
use super::code::Form;

/// Longer notes stay at home: a link must stay short enough for a QR code and for messengers.
const MAX_LINK_NOTE_CHARS: usize = 40;

/// Marks as a part of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Latin letters, digits, `-`, `_` and `.` only.
    pub text: String,
    /// So many notes are not in it.
    pub notes_left_out: usize,
}

impl Marks {
    /// The marks as a part of an address; [`Marks::read`] reads it. Notes are in it only if the
    /// visitor wants that, and only short ones.
    pub fn link(&self, with_notes: bool) -> Link {
        let is_long = |note: &str| note.chars().count() > MAX_LINK_NOTE_CHARS;
        let is_left_out = |note: &str| !note.is_empty() && (!with_notes || is_long(note));
        let left_out = self.all().iter().filter(|mark| is_left_out(&mark.note));
        Link {
            notes_left_out: left_out.count(),
            text: self.written(Form::Link, &|mark| !is_left_out(&mark.note)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stored::tests::any_marks;
    use super::*;
    use crate::mine::Kind;
    use proptest::prelude::*;

    #[test]
    fn is_short_and_as_documented() {
        let mut marks = Marks::default();
        for id in ["a1", "a2", "b4", "e10"] {
            marks.toggle_bookmark(Kind::Stand, id);
        }
        marks.toggle_bookmark(Kind::Session, "interregional-forum");
        marks.set_note(Kind::Stand, "a1", "Ask");
        let link = marks.link(false);
        assert_eq!(link.text, "1.ba1.ba2.bb4.be10.Binterregional-forum");
        assert_eq!(link.notes_left_out, 1);
        let link = marks.link(true);
        assert_eq!(link.text, "1.ba1.nAsk.ba2.bb4.be10.Binterregional-forum");
        assert_eq!(link.notes_left_out, 0);
    }

    #[test]
    fn a_mark_that_is_a_long_note_alone_is_left_out() {
        let mut marks = Marks::default();
        marks.set_note(Kind::Stand, "a1", &"x".repeat(41));
        assert_eq!(marks.link(true).text, "1");
        assert_eq!(marks.link(true).notes_left_out, 1);
    }

    proptest! {
        #[test]
        fn comes_back_but_for_notes_left_out(marks in any_marks(), with_notes: bool) {
            let link = marks.link(with_notes);
            let is_safe = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            prop_assert!(link.text.chars().all(is_safe));
            let read = Marks::read(&link.text);
            prop_assert_eq!(read.skipped, 0);
            let mut wanted = marks.clone();
            for mark in marks.all() {
                if !with_notes || mark.note.chars().count() > 40 {
                    wanted.set_note(mark.kind, &mark.id, "");
                }
            }
            prop_assert_eq!(read.marks, wanted);
        }
    }
}
