//! The marks.

/// A note's letters beyond this are cut off.
pub const MAX_NOTE_CHARS: usize = 500;

/// What a mark is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A stand.
    Stand,
    /// A session.
    Session,
}

/// What a visitor noted of a stand or a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is on.
    pub kind: Kind,
    /// The id of that.
    pub id: Box<str>,
    /// To come back to.
    pub is_bookmarked: bool,
    /// Seen already.
    pub is_visited: bool,
    /// The visitor's own words; mostly none.
    pub note: Box<str>,
}

/// All marks of a visitor, stands first, each in the order of ids; none says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(Vec<Mark>);

/// How many marks there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Stands or sessions with any mark.
    pub marked: usize,
    /// Bookmarked ones.
    pub bookmarked: usize,
    /// Visited ones.
    pub visited: usize,
    /// Ones with a note.
    pub notes: usize,
}

impl Mark {
    fn says_nothing(&self) -> bool {
        !self.is_bookmarked && !self.is_visited && self.note.is_empty()
    }
}

impl Marks {
    /// All of them, in order.
    pub fn all(&self) -> &[Mark] {
        &self.0
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The mark on something.
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Mark> {
        self.0.get(self.place(kind, id).ok()?)
    }

    /// Whether something is bookmarked.
    pub fn is_bookmarked(&self, kind: Kind, id: &str) -> bool {
        self.get(kind, id).is_some_and(|mark| mark.is_bookmarked)
    }

    /// Whether something is visited.
    pub fn is_visited(&self, kind: Kind, id: &str) -> bool {
        self.get(kind, id).is_some_and(|mark| mark.is_visited)
    }

    /// The note on something; empty for none.
    pub fn note(&self, kind: Kind, id: &str) -> &str {
        self.get(kind, id).map_or("", |mark| &mark.note)
    }

    /// How many marks there are of a kind.
    pub fn counts(&self, kind: Kind) -> Counts {
        let mut counts = Counts::default();
        for mark in self.0.iter().filter(|mark| mark.kind == kind) {
            counts.marked += 1;
            counts.bookmarked += usize::from(mark.is_bookmarked);
            counts.visited += usize::from(mark.is_visited);
            counts.notes += usize::from(!mark.note.is_empty());
        }
        counts
    }

    /// Bookmarks something, or no longer.
    pub fn toggle_bookmark(&mut self, kind: Kind, id: &str) {
        self.edit(kind, id, &mut |mark| mark.is_bookmarked ^= true);
    }

    /// Marks something as visited, or no longer.
    pub fn toggle_visited(&mut self, kind: Kind, id: &str) {
        self.edit(kind, id, &mut |mark| mark.is_visited ^= true);
    }

    /// Sets the note on something; an empty one removes it. Blanks around it, control characters
    /// and what is too long are left out.
    pub fn set_note(&mut self, kind: Kind, id: &str, note: &str) {
        self.edit(kind, id, &mut |mark| mark.note = tidy(note));
    }

    /// Changes the mark on something, be there one or not. All changes come through here.
    pub(super) fn edit(&mut self, kind: Kind, id: &str, change: &mut dyn FnMut(&mut Mark)) {
        if id.is_empty() {
            return;
        }
        let at = match self.place(kind, id) {
            Ok(at) => at,
            Err(at) => {
                let mark = Mark {
                    kind,
                    id: id.into(),
                    is_bookmarked: false,
                    is_visited: false,
                    note: Box::default(),
                };
                self.0.insert(at, mark);
                at
            }
        };
        if let Some(mark) = self.0.get_mut(at) {
            change(mark);
            if mark.says_nothing() {
                self.0.remove(at);
            }
        }
    }

    fn place(&self, kind: Kind, id: &str) -> Result<usize, usize> {
        let compare = |mark: &Mark| mark.kind.cmp(&kind).then_with(|| (*mark.id).cmp(id));
        self.0.binary_search_by(compare)
    }
}

fn tidy(note: &str) -> Box<str> {
    let is_good = |c: &char| *c == '\n' || !c.is_control();
    let short: String = note.chars().filter(is_good).take(MAX_NOTE_CHARS).collect();
    short.trim().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Kind::{Session, Stand};

    #[test]
    fn toggles_twice_leave_nothing() {
        let mut marks = Marks::default();
        marks.toggle_bookmark(Stand, "a1");
        marks.toggle_visited(Stand, "a1");
        assert!(marks.is_bookmarked(Stand, "a1") && marks.is_visited(Stand, "a1"));
        assert!(!marks.is_bookmarked(Session, "a1"));
        marks.toggle_bookmark(Stand, "a1");
        marks.toggle_visited(Stand, "a1");
        assert!(marks.is_empty());
    }

    #[test]
    fn the_order_does_not_tell_when_a_mark_was_made() {
        let ids = ["b", "a10", "a2", "я"];
        let marked = |ids: &mut dyn Iterator<Item = &&str>| {
            let mut marks = Marks::default();
            for id in ids {
                marks.toggle_bookmark(Session, id);
                marks.toggle_visited(Stand, id);
            }
            marks
        };
        let marks = marked(&mut ids.iter());
        assert_eq!(marks, marked(&mut ids.iter().rev()));
        let order: Vec<_> = marks.all().iter().map(|m| (m.kind, &*m.id)).collect();
        assert_eq!(order[..3], [(Stand, "a10"), (Stand, "a2"), (Stand, "b")]);
        assert_eq!(order[7], (Session, "я"));
    }

    #[test]
    fn a_note_is_tidied_and_an_empty_one_is_none() {
        let mut marks = Marks::default();
        marks.set_note(Stand, "a1", "  ask\r\nabout\0 prices \u{7}");
        assert_eq!(marks.note(Stand, "a1"), "ask\nabout prices");
        marks.set_note(Stand, "a1", &"ж".repeat(MAX_NOTE_CHARS + 5));
        assert_eq!(marks.note(Stand, "a1").chars().count(), MAX_NOTE_CHARS);
        marks.set_note(Stand, "a1", " \n ");
        assert!(marks.is_empty());
        marks.set_note(Stand, "", "nowhere");
        assert!(marks.is_empty());
    }

    #[test]
    fn counts_each_kind_by_itself() {
        let mut marks = Marks::default();
        marks.toggle_bookmark(Stand, "a1");
        marks.toggle_visited(Stand, "a2");
        marks.set_note(Stand, "a2", "x");
        marks.toggle_bookmark(Session, "s");
        let counts = marks.counts(Stand);
        assert_eq!((counts.marked, counts.bookmarked), (2, 1));
        assert_eq!((counts.visited, counts.notes), (1, 1));
        assert_eq!(marks.counts(Session).bookmarked, 1);
    }
}
