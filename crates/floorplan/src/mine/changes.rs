//! What changed since the last visit.

use super::snapshot::{STAND, Seen};
use super::{Marks, Snapshot};
use crate::plan::{IdIndex, Plan, SessionIx, StandIx};

/// What changed since a snapshot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Stands; moved are those with another number, hall or place.
    pub stands: Changed<StandIx>,
    /// Sessions; moved are those with another time or place.
    pub sessions: Changed<SessionIx>,
}

/// What changed of one kind, in the order of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed<Ix> {
    /// There before, but not like this.
    pub moved: Vec<Ix>,
    /// Not there before.
    pub new: Vec<Ix>,
    /// There no longer.
    pub removed: Vec<Removed>,
}

/// What is there no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Its id.
    pub id: Box<str>,
    /// What it was called, if it was marked; else empty.
    pub name: Box<str>,
}

impl<Ix> Default for Changed<Ix> {
    fn default() -> Self {
        Self {
            moved: Vec::new(),
            new: Vec::new(),
            removed: Vec::new(),
        }
    }
}

impl<Ix> Changed<Ix> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.moved.is_empty() && self.new.is_empty() && self.removed.is_empty()
    }
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.stands.is_empty() && self.sessions.is_empty()
    }
}

impl Snapshot {
    /// What changed from this to the plan.
    pub fn changes(&self, plan: &Plan) -> Changes {
        let before = &self.0;
        let now = Self::of(plan, &Marks::default(), "").0;
        let (before_keys, now_keys) = (index(before), index(&now));
        let mut changes = Changes::default();
        let Changes { stands, sessions } = &mut changes;
        for (at, seen) in now.iter().enumerate() {
            let old = find(before, &before_keys, &seen.key);
            let is_new = old.is_none();
            if old.is_some_and(|old| old.hash == seen.hash) {
                continue;
            }
            // The stands, then the sessions, as in the plan.
            match (at.checked_sub(plan.stands.len()), is_new) {
                (None, true) => stands.new.push(at.into()),
                (None, false) => stands.moved.push(at.into()),
                (Some(at), true) => sessions.new.push(at.into()),
                (Some(at), false) => sessions.moved.push(at.into()),
            }
        }
        for seen in before {
            if find(&now, &now_keys, &seen.key).is_none() {
                let mut id = seen.key.chars();
                let removed = match id.next() {
                    Some(STAND) => &mut stands.removed,
                    _ => &mut sessions.removed,
                };
                removed.push(Removed {
                    id: id.as_str().into(),
                    name: seen.name.clone(),
                });
            }
        }
        changes
    }
}

fn index(list: &[Seen]) -> IdIndex {
    IdIndex::new(list, |seen| &seen.key)
}

fn find<'a>(list: &'a [Seen], index: &IdIndex, key: &str) -> Option<&'a Seen> {
    list.get(index.find(list, |seen| &seen.key, key)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mine::Kind;
    use crate::plan::load;
    use proptest::prelude::*;

    const SMALL: &str = include_str!("../../../../tests/fixtures/small.json");

    fn plan(json: &str) -> Plan {
        load(json).unwrap().plan
    }

    fn edited(edits: &[(&str, &str)]) -> Plan {
        let mut json = String::from(SMALL);
        for (from, to) in edits {
            assert!(json.contains(from), "{from}");
            json = json.replacen(from, to, 1);
        }
        plan(&json)
    }

    fn snapshot() -> Snapshot {
        let marks = Marks::read("1.ba3.bb1.Bgears").marks;
        Snapshot::of(&plan(SMALL), &marks, "ru")
    }

    #[test]
    fn nothing_changes_by_itself() {
        let seen = snapshot();
        assert!(seen.changes(&plan(SMALL)).is_empty());
        assert_eq!(Snapshot::read(&seen.stored()), Some(seen));
    }

    #[test]
    fn other_words_are_no_change() {
        let now = edited(&[
            ("\"ru\": \"Станкозавод\"", "\"ru\": \"Завод станков\""),
            ("\"Gears today\"", "\"Gears of today\""),
            (
                "[[4, 3], [10, 3], [10, 9], [4, 9]]",
                "[[10, 3], [10, 9], [4.0, 9.001], [4, 3]]",
            ),
        ]);
        assert_eq!(snapshot().changes(&now), Changes::default());
    }

    #[test]
    fn a_move_another_number_and_another_time_are() {
        let now = edited(&[
            (
                "[[4, 3], [10, 3], [10, 9], [4, 9]]",
                "[[4, 2], [10, 2], [10, 8], [4, 8]]",
            ),
            ("\"number\": \"A2\"", "\"number\": \"A20\""),
            ("2025-03-11T12:00", "2025-03-11T12:30"),
        ]);
        let changes = snapshot().changes(&now);
        assert_eq!(changes.stands.moved, [StandIx(0), StandIx(1)]);
        assert_eq!(changes.sessions.moved, [SessionIx(1)]);
        let elsewhere = edited(&[("\"place\": \"info\"", "\"place\": \"a1\"")]);
        assert_eq!(
            snapshot().changes(&elsewhere).sessions.moved,
            [SessionIx(0)]
        );
    }

    #[test]
    fn what_is_gone_keeps_its_name_if_it_was_marked() {
        let now = edited(&[
            ("\"id\": \"a1\"", "\"id\": \"a9\""),
            ("\"id\": \"b1\"", "\"id\": \"b9\""),
            ("\"id\": \"gears\"", "\"id\": \"cogs\""),
        ]);
        let changes = Snapshot::read(&snapshot().stored()).unwrap().changes(&now);
        assert_eq!(changes.stands.new, [StandIx(0), StandIx(3)]);
        assert_eq!(changes.stands.moved, []);
        let removed = |list: &[Removed]| -> Vec<_> {
            list.iter()
                .map(|r| (r.id.to_string(), r.name.to_string()))
                .collect()
        };
        let own = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        assert_eq!(
            removed(&changes.stands.removed),
            [own("a1", ""), own("b1", "B1 Дегустация")]
        );
        assert_eq!(
            removed(&changes.sessions.removed),
            [own("gears", "Редукторы сегодня")]
        );
        // A mark follows its id, not its place.
        let marks = Marks::read("1.ba3.bb1").marks;
        assert_eq!(marks.unknown(&now), 1);
        assert!(marks.is_bookmarked(Kind::Stand, &now.stands[2].id));
    }

    #[test]
    fn half_a_snapshot_is_none() {
        let text = snapshot().stored();
        for (end, _) in text.char_indices() {
            assert_eq!(Snapshot::read(&text[..end]), None, "{end}");
        }
        for broken in ["2.e", "1.sx.e", "1.e.e", "1.nA.e", "1.qA.e", "{}"] {
            assert_eq!(Snapshot::read(broken), None, "{broken}");
        }
        assert_eq!(Snapshot::read("1.e"), Some(Snapshot::default()));
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "1(\\.[sSne][a-zA-Z_0-9ж]{0,9}){0,9}\\.e|\\PC*") {
            if let Some(seen) = Snapshot::read(&text) {
                let _ = seen.changes(&plan(SMALL));
                prop_assert_eq!(Snapshot::read(&seen.stored()), Some(seen));
            }
        }
    }
}
