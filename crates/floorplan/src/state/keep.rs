//! The visitor's marks: making them, and agreeing with what is kept and with links.

use std::rc::Rc;

use super::{Effect, FocusTarget, Layout, PanelView, Sheet, State, Status};
use crate::messages::Msg;
use crate::mine::{Kind, Marks, recent};
use crate::plan::{SessionIx, StandIx};

/// What happens to what is the visitor's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// The visitor bookmarks something, or no longer.
    Bookmark(Markable),
    /// The visitor was at a stand, or was not.
    Visit(Markable),
    /// Only what is bookmarked, or everything again.
    ToggleMine,
    /// The notice about marks has been read; marks that came by a link are to be kept.
    CloseNotice,
    /// The visitor takes something along.
    Take(Take),
    /// Whether the page lets links carry marks.
    DeepLink(bool),
    /// Whether the browser keeps the marks.
    Kept(bool),
    /// Whether a link is in the clipboard now, or else in the address bar.
    LinkCopied(bool),
    /// The visitor wants recent searches to be forgotten, wherever they are kept.
    ForgetSearches,
}

/// What can be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markable {
    /// A stand.
    Stand(StandIx),
    /// A session.
    Session(SessionIx),
}

/// Where marks come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarksFrom {
    /// They are kept by the browser: of an earlier visit, or of another map or tab.
    Other,
    /// A link.
    Link,
    /// No marks, but a note: what it is on as [`note_on`] says, a line's end, and the note.
    Note,
    /// No marks, but recent searches as another map or tab, or an earlier visit, left them; empty where they
    /// were forgotten.
    Searches,
    /// No marks, but one of the recent searches, which the visitor has chosen.
    Again,
    /// No marks, but how many stands and sessions are not as they were at the last visit.
    News,
}

/// What the visitor is told of their marks, until they close it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// So many marks came by a link.
    Arrived(usize),
    /// The browser keeps no marks.
    Unkept,
}

/// What the visitor takes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// What changed since the last visit.
    News,
    /// A link to the marks.
    Link,
    /// The same as a code for a camera.
    Code,
    /// A calendar of what is bookmarked.
    Calendar,
    /// A calendar of one session.
    Session(SessionIx),
    /// A calendar of the whole programme.
    Programme,
    /// Contacts of who is on bookmarked stands.
    Contacts,
    /// A table of the marked stands.
    Table,
    /// A table of all stands.
    AllStands,
    /// The data file.
    Data,
    /// The outlines of all stands.
    Outlines,
    /// The floor as a picture to be scaled.
    Picture,
    /// The floor as a picture of pixels.
    Bitmap,
}

/// Ahead of the ids of what a note is on.
const STAND: char = 'o';
const SESSION: char = 'O';

/// What a note is on, as [`MarksFrom::Note`] has it.
pub fn note_on(kind: Kind, id: &str) -> String {
    let mut on = String::from(match kind {
        Kind::Stand => STAND,
        Kind::Session => SESSION,
    });
    on.push_str(id);
    on
}

impl State {
    /// How many bookmarks there are on what the plan has.
    pub fn bookmarks(&self) -> usize {
        self.plan().map_or(0, |plan| self.marks.bookmarks(plan))
    }

    pub(super) fn own(&mut self, own: Own, effects: &mut Vec<Effect>) {
        self.revision += 1;
        match own {
            Own::Bookmark(what) => self.mark(what, false, effects),
            Own::Visit(what) => self.mark(what, true, effects),
            Own::ToggleMine => {
                self.is_mine = !self.is_mine;
                self.filters_changed(effects);
                self.show_matches(effects);
            }
            Own::CloseNotice => {
                // What came by a link is the visitor's own now.
                if matches!(self.notice.take(), Some(Notice::Arrived(_))) {
                    self.keep(effects);
                }
                effects.push(Effect::Focus(FocusTarget::Panel));
            }
            Own::Take(take) => {
                if take == Take::News {
                    self.news = "".into();
                }
                effects.push(Effect::Take(take));
            }
            Own::DeepLink(is_on) => {
                self.deep_link = is_on;
                if self.plan().is_some() {
                    effects.push(Effect::Recall);
                }
            }
            Own::Kept(is_kept) => self.kept(is_kept),
            Own::LinkCopied(is_copied) => {
                self.status = Status::Said(if is_copied {
                    Msg::LinkCopied
                } else {
                    Msg::LinkInAddress
                });
            }
            Own::ForgetSearches => {
                self.recent = "".into();
                self.status = Status::Said(Msg::SearchesForgotten);
                effects.push(Effect::KeepSearches);
                self.focus_found(effects);
            }
        }
    }

    /// Bookmarks something or marks it as visited, or no longer.
    fn mark(&mut self, what: Markable, is_visit: bool, effects: &mut Vec<Effect>) {
        let Some((kind, id)) = self.name_of(what) else {
            return;
        };
        let mut marks = Marks::default();
        marks.merge(&self.marks);
        let (on, is_on) = if is_visit {
            marks.toggle_visited(kind, id);
            (Msg::Visited, marks.is_visited(kind, id))
        } else {
            marks.toggle_bookmark(kind, id);
            (Msg::BookmarkOn, marks.is_bookmarked(kind, id))
        };
        let is_listed = self.is_mine && self.panel == PanelView::List;
        self.status = Status::Said(if is_on { on } else { Msg::MarkOff });
        self.set_marks(marks);
        self.has_unkept = true;
        self.keep(effects);
        // A session that is no longer bookmarked leaves the list with its button.
        if is_listed {
            effects.push(Effect::Focus(FocusTarget::Panel));
        }
    }

    /// Notes something, or no longer. What is noted is bookmarked, to be found again.
    fn note(&mut self, text: &str, effects: &mut Vec<Effect>) {
        let (on, note) = text.split_once('\n').unwrap_or_default();
        let (kind, id) = match (on.strip_prefix(STAND), on.strip_prefix(SESSION)) {
            (Some(id), _) => (Kind::Stand, id),
            (_, Some(id)) => (Kind::Session, id),
            _ => return,
        };
        let before = self.marks.note(kind, id);
        let mut marks = Marks::default();
        marks.merge(&self.marks);
        marks.set_note(kind, id, note);
        if before == marks.note(kind, id) {
            return;
        }
        if before.is_empty() && !marks.is_bookmarked(kind, id) {
            marks.toggle_bookmark(kind, id);
        }
        self.status = Status::Said(if marks.note(kind, id).is_empty() {
            Msg::MarkOff
        } else {
            Msg::BookmarkOn
        });
        self.set_marks(marks);
        self.has_unkept = true;
        self.keep(effects);
    }

    /// Keeps the marks as the visitor wants: from now on recent searches may be stored, too.
    fn keep(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::Keep);
        self.allow_storage(effects);
    }

    fn allow_storage(&mut self, effects: &mut Vec<Effect>) {
        if !self.may_store {
            self.may_store = true;
            if !self.recent.is_empty() {
                effects.push(Effect::KeepSearches);
            }
        }
    }

    /// The visitor went on to something that the search found, or wanted to: it is worth being offered again.
    pub(super) fn remember_search(&mut self, effects: &mut Vec<Effect>) {
        let found = self.found.as_deref();
        if found.is_some_and(|found| !found.hits.is_empty()) {
            let last = ["\n", &self.query].concat();
            self.join_searches(&last, effects);
        }
    }

    /// Puts searches ahead of those that there are; none of these is lost, unless nothing came: then they were
    /// forgotten.
    fn join_searches(&mut self, first: &str, effects: &mut Vec<Effect>) {
        let others = if first.is_empty() { "" } else { &*self.recent };
        let all = recent(first, others);
        if all != *first {
            effects.push(Effect::KeepSearches);
        }
        if all != *self.recent {
            self.recent = all.into();
            self.revision += 1;
        }
    }

    /// Recent searches are offered: the visitor is in the search box, it is empty, and there are some.
    pub fn offers_searches(&self) -> bool {
        self.is_searching
            && self.query.is_empty()
            && self.panel == PanelView::List
            && !self.recent.is_empty()
    }

    /// The focus goes to the search box; on a phone, where that would bring its keys, to what was found.
    pub(super) fn focus_found(&self, effects: &mut Vec<Effect>) {
        let is_narrow = self.layout == Layout::Narrow;
        effects.push(Effect::Focus(if is_narrow {
            FocusTarget::Panel
        } else {
            FocusTarget::Search
        }));
    }

    /// The marks as a part of an address. Notes are the visitor's own.
    pub fn link(&self) -> String {
        self.marks.link(false).text
    }

    /// Shows the list, with the notes above it.
    fn unfold(&mut self) {
        self.panel_open = true;
        if self.sheet == Sheet::Peek {
            self.sheet = Sheet::Half;
        }
        self.cover_changed();
    }

    fn name_of(&self, what: Markable) -> Option<(Kind, &str)> {
        let plan = self.plan()?;
        Some(match what {
            Markable::Stand(ix) => (Kind::Stand, &plan.stand(ix)?.id),
            Markable::Session(ix) => (Kind::Session, &plan.sessions.get(ix.at())?.id),
        })
    }

    /// Marks came from elsewhere. What this map has and nobody keeps is never lost.
    pub(super) fn take_marks(&mut self, text: &str, from: MarksFrom, effects: &mut Vec<Effect>) {
        match from {
            MarksFrom::Note => return self.note(text, effects),
            MarksFrom::Searches => return self.join_searches(text, effects),
            MarksFrom::Again => {
                self.query = text.into();
                self.filters_changed(effects);
                self.remember_search(effects);
                self.show_matches(effects);
                return self.focus_found(effects);
            }
            // What is kept already was allowed.
            MarksFrom::Other => self.allow_storage(effects),
            MarksFrom::News => {
                self.news = text.into();
                self.status = Status::Told;
                return self.unfold();
            }
            MarksFrom::Link => {}
        }
        if *text == self.marks.stored() {
            return;
        }
        let is_link = from == MarksFrom::Link;
        let mut marks = Marks::default();
        if is_link || self.has_unkept {
            marks.merge(&self.marks);
        }
        let arrived = Marks::read(text).marks;
        let merged = marks.merge(&arrived);
        if self.has_unkept && !is_link {
            effects.push(Effect::Keep);
        }
        if is_link {
            let unknown = self.plan().map_or(0, |plan| arrived.unknown(plan));
            let count = merged.new_stands + merged.new_sessions + merged.extended;
            if count == 0 {
                return;
            }
            self.has_unkept = true;
            // Of what this plan does not have nothing is said, but it is kept.
            if count > unknown {
                self.tell(Notice::Arrived(count - unknown));
                self.unfold();
            }
        }
        self.set_marks(marks);
    }

    /// Whether the browser keeps the marks now.
    fn kept(&mut self, is_kept: bool) {
        // Where the browser refuses, the page itself keeps them, for all of its maps.
        self.has_unkept = false;
        if matches!(self.notice, Some(Notice::Arrived(_))) {
            self.notice = None;
        }
        if !is_kept && !self.told_unkept {
            self.told_unkept = true;
            self.tell(Notice::Unkept);
        }
    }

    fn tell(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.status = Status::Told;
    }

    pub(super) fn set_marks(&mut self, marks: Marks) {
        self.marks = Rc::new(marks);
        if self.is_mine {
            self.is_mine = self.bookmarks() > 0;
        }
        // The visitor stays where they are.
        self.match_again();
        self.cover_changed();
    }
}
