//! Tables: who is on the stands, and the programme.

use super::Export;
use super::contacts::address;
use super::csv::Rows;
use super::numbers::push_decimal;
use super::utc::{day_number, push_moment};
use super::words::{MARK_HEADS, SESSION_HEADS, STAND_HEADS, Word, YES, enumerate};
use crate::messages::{Msg, participant_kind, session_kind};
use crate::mine::Kind;
use crate::plan::{LocalTime, ParticipantIx, Session, Stand};

/// What takes the fields of something one by one, empty ones too.
pub(super) type Put<'a> = &'a mut dyn FnMut(&str);

impl Export<'_> {
    /// A table of stands, a row for each participant on them.
    pub fn stands_csv(&self) -> String {
        let mut rows = self.table(&STAND_HEADS);
        for stand in &self.plan.stands {
            if !self.has(Kind::Stand, &stand.id) {
                continue;
            }
            // A stand without participants has a row as well.
            for at in 0..stand.participants.len().max(1) {
                let who = stand.participants.get(at..=at).unwrap_or_default();
                self.stand_fields(stand, who, &mut |field| rows.cell(field));
                rows.end();
            }
        }
        rows.finish()
    }

    /// A table of the programme.
    pub fn programme_csv(&self) -> String {
        let mut rows = self.table(&SESSION_HEADS);
        for session in &self.plan.sessions {
            if self.has(Kind::Session, &session.id) {
                time_cells(&mut rows, session.start, Msg::NoTime.text(self.lang));
                time_cells(&mut rows, session.end, "");
                self.session_fields(session, &mut |field| rows.cell(field));
                rows.end();
            }
        }
        rows.finish()
    }

    /// A table with its first row: what it has, and what all have.
    fn table(&self, heads: &Word) -> Rows {
        let mut rows = Rows::new();
        rows.written(heads.text(self.lang));
        rows.written(MARK_HEADS.text(self.lang));
        rows
    }

    /// What files say of a stand, in the order of [`STAND_HEADS`] and [`MARK_HEADS`]. Of several
    /// participants only the names.
    pub(super) fn stand_fields(&self, stand: &Stand, who: &[ParticipantIx], put: Put<'_>) {
        put(&stand.number);
        put(self.words(stand.name.as_ref()));
        put(self.hall(stand.hall));
        put(self.category(stand));
        let mut area = String::new();
        let area_m2 = stand.declared_area_m2;
        push_decimal(
            &mut area,
            area_m2.unwrap_or_else(|| stand.outline.area_m2()),
        );
        put(&area);
        put(&self.names(who));
        let who = match who {
            [only] => self.plan.participant(*only),
            _ => None,
        };
        let kind = who.and_then(|who| participant_kind(who.kind));
        put(kind.map_or("", |kind| kind.text(self.lang)));
        let mut pages = String::new();
        for link in who.map_or(&[][..], |who| &who.links) {
            enumerate(&mut pages, link.url.as_str(), " ");
        }
        put(&pages);
        put(address(who.and_then(|who| who.email.as_ref())));
        put(address(who.and_then(|who| who.phone.as_ref())));
        put(self.words(who.and_then(|who| who.address.as_ref())));
        self.marks_fields(Kind::Stand, &stand.id, put);
        put(&self.stand_illustrative(stand, who));
    }

    /// What files say of a session behind its times, in the order of [`SESSION_HEADS`] and
    /// [`MARK_HEADS`].
    pub(super) fn session_fields(&self, session: &Session, put: Put<'_>) {
        put(self.words(Some(&session.title)));
        let kind = session_kind(session.kind);
        put(kind.map_or("", |kind| kind.text(self.lang)));
        put(self.words(session.theme.as_ref()));
        let (venue, hall) = self.venue(session);
        put(&venue);
        put(hall);
        put(&self.names(&session.participants));
        self.marks_fields(Kind::Session, &session.id, put);
        put(&self.session_illustrative(session));
    }

    fn marks_fields(&self, kind: Kind, id: &str, put: Put<'_>) {
        let mut yes = |is_marked| put(if is_marked { YES.text(self.lang) } else { "" });
        yes(self.marks.is_bookmarked(kind, id));
        yes(self.marks.is_visited(kind, id));
        put(self.marks.note(kind, id));
    }
}

/// A day and a time of day; in place of a time that is not known, `unknown`.
fn time_cells(rows: &mut Rows, at: Option<LocalTime>, unknown: &str) {
    let mut moment = String::new();
    let minutes = at.and_then(|at| at.minutes);
    if let Some(at) = at {
        let seconds = day_number(at.date) * 86_400 + i64::from(minutes.unwrap_or(0)) * 60;
        push_moment(&mut moment, seconds, ["-", "T", ":"]);
    }
    rows.cell(moment.get(..10).unwrap_or_default());
    rows.cell(match minutes {
        Some(_) => moment.get(11..16).unwrap_or_default(),
        None => unknown,
    });
}
