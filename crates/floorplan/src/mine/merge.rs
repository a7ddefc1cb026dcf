//! Marks of a link come to those that are there.

use super::{Kind, Marks};
use crate::plan::Plan;

/// What came in by a merge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// So many stands had no mark before.
    pub new_stands: usize,
    /// So many sessions had no mark before.
    pub new_sessions: usize,
    /// So many marks that were there say more now.
    pub extended: usize,
    /// So many notes did not come in, since there is another one of the visitor's own.
    pub notes_kept: usize,
}

impl Marks {
    /// Takes the marks of `other` in as well. Nothing that is there is lost: of two notes the own
    /// one stays.
    pub fn merge(&mut self, other: &Self) -> Merged {
        let mut merged = Merged::default();
        for theirs in other.all() {
            let is_new = self.get(theirs.kind, &theirs.id).is_none();
            self.edit(theirs.kind, &theirs.id, &mut |own| {
                let is_more = (theirs.is_bookmarked && !own.is_bookmarked)
                    || (theirs.is_visited && !own.is_visited)
                    || (own.note.is_empty() && !theirs.note.is_empty());
                own.is_bookmarked |= theirs.is_bookmarked;
                own.is_visited |= theirs.is_visited;
                if own.note.is_empty() {
                    own.note.clone_from(&theirs.note);
                } else if !theirs.note.is_empty() && own.note != theirs.note {
                    merged.notes_kept += 1;
                }
                merged.extended += usize::from(is_more && !is_new);
            });
            match theirs.kind {
                Kind::Stand => merged.new_stands += usize::from(is_new),
                Kind::Session => merged.new_sessions += usize::from(is_new),
            }
        }
        merged
    }

    /// How many bookmarks are on what the plan has.
    pub fn bookmarks(&self, plan: &Plan) -> usize {
        let mut count = 0;
        let mut add = |kind, id: &str| count += usize::from(self.is_bookmarked(kind, id));
        for stand in &plan.stands {
            add(Kind::Stand, &stand.id);
        }
        for session in &plan.sessions {
            add(Kind::Session, &session.id);
        }
        count
    }

    /// How many marks are on what the plan does not have, or no longer. They stay: the plan may
    /// be an older one than the link's.
    pub fn unknown(&self, plan: &Plan) -> usize {
        let mut unknown = self.all().len();
        let mut known = |kind, id: &str| unknown -= usize::from(self.get(kind, id).is_some());
        for stand in &plan.stands {
            known(Kind::Stand, &stand.id);
        }
        for session in &plan.sessions {
            known(Kind::Session, &session.id);
        }
        unknown
    }
}

#[cfg(test)]
mod tests {
    use super::super::stored::tests::any_marks;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tells_what_came_in() {
        let mut own = Marks::read("1.ba1.nmine.va2.Bs").marks;
        let theirs = Marks::read("1.ba1.ntheirs.ba2.ba3.Ws.Bt").marks;
        let wanted = Merged {
            new_stands: 1,
            new_sessions: 1,
            extended: 2,
            notes_kept: 1,
        };
        assert_eq!(own.merge(&theirs), wanted);
        assert_eq!(own.stored(), "1.ba1.nmine.wa2.ba3.Ws.Bt");
    }

    fn without_notes(mut marks: Marks) -> Marks {
        for mark in marks.clone().all() {
            marks.edit(mark.kind, &mark.id, &mut |mark| {
                mark.note = Box::default();
                mark.is_visited = true;
            });
        }
        marks
    }

    proptest! {
        #[test]
        fn a_second_time_changes_nothing(mut own in any_marks(), theirs in any_marks()) {
            own.merge(&theirs);
            let once = own.clone();
            let again = own.merge(&theirs);
            prop_assert_eq!(Merged { notes_kept: 0, ..again }, Merged::default());
            prop_assert_eq!(own, once);
        }

        #[test]
        fn nothing_is_lost(own in any_marks(), theirs in any_marks()) {
            let mut both = own.clone();
            both.merge(&theirs);
            for mark in own.all() {
                let now = both.get(mark.kind, &mark.id).unwrap();
                prop_assert!(now.is_bookmarked >= mark.is_bookmarked && now.is_visited >= mark.is_visited);
                prop_assert!(mark.note.is_empty() || now.note == mark.note);
            }
            for mark in theirs.all() {
                let now = both.get(mark.kind, &mark.id).unwrap();
                prop_assert!(now.is_bookmarked >= mark.is_bookmarked && now.is_visited >= mark.is_visited);
                prop_assert!(mark.note.is_empty() || !now.note.is_empty());
            }
        }

        #[test]
        fn the_order_does_not_matter_but_for_notes(a in any_marks(), b in any_marks(), c in any_marks()) {
            let [a, b, c] = [a, b, c].map(without_notes);
            let merged = |list: [&Marks; 3]| {
                let mut marks = Marks::default();
                for part in list {
                    marks.merge(part);
                }
                marks
            };
            prop_assert_eq!(merged([&a, &b, &c]), merged([&c, &b, &a]));
            prop_assert_eq!(merged([&a, &b, &c]), merged([&b, &c, &a]));
        }
    }
}
