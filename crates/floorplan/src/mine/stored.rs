//! The stored form of marks, and reading both forms.

use super::code::{Form, Writer, fields, word};
use super::{Kind, Mark, Marks};

/// What the browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The marks.
    Marks,
    /// The plan as it was at the last visit.
    Snapshot,
}

/// The name under which something is kept: each exhibition has its own, by the id of its event.
pub fn storage_key(event_id: &str, kept: Kept) -> String {
    let name = match kept {
        Kept::Marks => ":marks",
        Kept::Snapshot => ":seen",
    };
    ["expo-map:", event_id, name].concat()
}

/// Marks that were read from a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// What could be used.
    pub marks: Marks,
    /// So many parts could not be used.
    pub skipped: usize,
    /// A newer program wrote it: what it knows more is among the skipped, so do not write over it.
    pub is_newer: bool,
}

/// The letters of marks by bookmarked + 2 visited: of stands, then of sessions.
const LETTERS: [[char; 4]; 2] = [['o', 'b', 'v', 'w'], ['O', 'B', 'V', 'W']];

/// The letter of a note on what stands ahead of it.
pub(super) const NOTE: char = 'n';

impl Marks {
    /// All marks as a text to be kept.
    pub fn stored(&self) -> String {
        self.written(Form::Stored, &|_| true)
    }

    /// Reads a stored form or the form of a link. Never fails: what is broken is skipped.
    pub fn read(text: &str) -> Read {
        let mut read = Read::default();
        let mut last: Option<(Kind, String)> = None;
        let newer = fields(text, &mut |letter, rest| {
            let marks = &mut read.marks;
            let letters = LETTERS.as_flattened();
            let code = letters.iter().position(|known| *known == letter);
            match (code, word(rest), &last) {
                (Some(code), Some(id), _) if !id.is_empty() => {
                    let kind = if code < 4 { Kind::Stand } else { Kind::Session };
                    marks.edit(kind, &id, &mut |mark| {
                        mark.is_bookmarked |= code & 1 != 0;
                        mark.is_visited |= code & 2 != 0;
                    });
                    last = Some((kind, id));
                }
                (None, Some(note), Some((kind, id))) if letter == NOTE => {
                    marks.set_note(*kind, id, &note);
                }
                _ => {
                    read.skipped += 1;
                    last = None;
                }
            }
        });
        read.is_newer = newer == Some(true);
        read.skipped += usize::from(newer.is_none() && !text.is_empty());
        read
    }

    /// Marks in a form, with the notes that are wanted.
    pub(super) fn written(&self, form: Form, is_wanted: &dyn Fn(&Mark) -> bool) -> String {
        let mut writer = Writer::new(form);
        for mark in self.all() {
            let code = usize::from(mark.is_bookmarked) | usize::from(mark.is_visited) << 1;
            let has_note = !mark.note.is_empty() && is_wanted(mark);
            let letters = LETTERS.get(mark.kind as usize);
            let letter = letters.and_then(|letters| letters.get(code));
            if code == 0 && !has_note {
                continue;
            }
            writer.field(letter.copied().unwrap_or_default());
            writer.word(&mark.id);
            if has_note {
                writer.field(NOTE);
                writer.word(&mark.note);
            }
        }
        writer.finish()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Any marks that a visitor could make.
    pub(in crate::mine) fn any_marks() -> impl Strategy<Value = Marks> {
        let id = prop_oneof!["[a-d]{1,2}", "[a-z0-9._-]{1,12}", "\\PC{1,6}"];
        let note = prop_oneof![Just(String::new()), "[a-z .\n]{0,9}", "\\PC{0,60}"];
        let mark = (any::<bool>(), id, any::<bool>(), any::<bool>(), note);
        prop::collection::vec(mark, 0..12).prop_map(|list| {
            let mut marks = Marks::default();
            for (is_stand, id, is_bookmarked, is_visited, note) in list {
                let kind = if is_stand { Kind::Stand } else { Kind::Session };
                marks.edit(kind, &id, &mut |mark| {
                    mark.is_bookmarked = is_bookmarked;
                    mark.is_visited = is_visited;
                });
                marks.set_note(kind, &id, &note);
            }
            marks
        })
    }

    #[test]
    fn is_as_documented() {
        let mut marks = Marks::default();
        marks.toggle_bookmark(Kind::Stand, "a12");
        marks.set_note(Kind::Stand, "a12", "Спросить о ценах.");
        marks.toggle_visited(Kind::Stand, "h_1");
        marks.toggle_bookmark(Kind::Session, "opening");
        marks.toggle_visited(Kind::Session, "opening");
        assert_eq!(
            marks.stored(),
            "1.ba12.nСпросить о ценах_Ub.vh__c1.Wopening"
        );
        assert_eq!(
            storage_key("small-expo", Kept::Marks),
            "expo-map:small-expo:marks"
        );
    }

    #[test]
    fn what_is_broken_costs_itself() {
        let read = Marks::read("1.ba1.b_.nlost.qnew.nlost.b.va2.na note.v");
        assert_eq!(read.marks.stored(), "1.ba1.va2.na note");
        assert_eq!((read.skipped, read.is_newer), (6, false));
    }

    #[test]
    fn a_newer_text_is_read_as_far_as_it_is_known() {
        let read = Marks::read("2.ba1.tred.Bs");
        assert_eq!(read.marks.stored(), "1.ba1.Bs");
        assert_eq!((read.skipped, read.is_newer), (1, true));
    }

    #[test]
    fn other_texts_are_no_marks() {
        for text in [
            "{\"a\":1}",
            "x.ba1",
            "-1.ba1",
            "99999999999.ba1",
            ".ba1",
            "null",
        ] {
            let read = Marks::read(text);
            assert!(read.marks.is_empty(), "{text}");
            assert_eq!(read.skipped, 1, "{text}");
        }
        assert_eq!(Marks::read(""), Read::default());
        assert_eq!(Marks::read("1"), Read::default());
    }

    #[test]
    fn a_text_of_many_million_marks_takes_no_time() {
        let text = (0..2_000_000_u32)
            .rev()
            .fold(String::from("1"), |mut text, n| {
                text.push_str(".b");
                text.push_str(&n.to_string());
                text
            });
        assert_eq!(Marks::read(&text).marks.all().len(), 40_000);
    }

    proptest! {
        #[test]
        fn comes_back(marks in any_marks()) {
            let read = Marks::read(&marks.stored());
            prop_assert_eq!(read, Read { marks, ..Read::default() });
        }

        #[test]
        fn a_cut_text_keeps_what_is_ahead_of_the_cut(marks in any_marks(), share in 0.0..1.0) {
            let text = marks.stored();
            let cut: String = text.chars().take((share * text.chars().count() as f64) as usize).collect();
            let read = Marks::read(&cut).marks;
            // A cut id may be that of another mark, and a note stands behind its mark; whatever is
            // ahead is as it was, and nothing is taken from it.
            let whole = Marks::read(cut.rsplit_once('.').map_or("", |(whole, _)| whole)).marks;
            let ahead = whole.all().len().saturating_sub(1);
            prop_assert_eq!(&whole.all()[..ahead], &marks.all()[..ahead]);
            for mark in whole.all() {
                let kept = read.get(mark.kind, &mark.id);
                let holds = |kept: &Mark| kept.is_bookmarked >= mark.is_bookmarked && kept.is_visited >= mark.is_visited;
                prop_assert!(kept.is_some_and(holds), "{:?} became {:?}", mark, kept);
            }
        }

        #[test]
        fn nothing_panics(text in "1(\\.[a-zA-Z_0-9.ж]{0,9}){0,9}|\\PC*") {
            let read = Marks::read(&text);
            prop_assert_eq!(Marks::read(&read.marks.stored()).marks, read.marks);
        }
    }
}
