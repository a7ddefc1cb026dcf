//! Tables: who is on the stands, and the programme.

use super::Export;
use super::contacts::address;
use super::csv::Rows;
use super::numbers::{push_decimal, push_padded};
use super::words::{MARK_HEADS, SESSION_HEADS, STAND_HEADS, Word, YES, enumerate};
use crate::messages::{Msg, participant_kind, session_kind};
use crate::mine::Kind;
use crate::plan::{LocalTime, Participant, Stand};

impl Export<'_> {
    /// A table of stands, a row for each participant on them.
    pub fn stands_csv(&self) -> String {
        let mut rows = self.table(&STAND_HEADS);
        for stand in &self.plan.stands {
            if !self.has(Kind::Stand, &stand.id) {
                continue;
            }
            if stand.participants.is_empty() {
                self.stand_row(&mut rows, stand, None);
            }
            for ix in &stand.participants {
                self.stand_row(&mut rows, stand, self.plan.participant(*ix));
            }
        }
        rows.finish()
    }

    /// A table of the programme.
    pub fn programme_csv(&self) -> String {
        let mut rows = self.table(&SESSION_HEADS);
        for session in &self.plan.sessions {
            if !self.has(Kind::Session, &session.id) {
                continue;
            }
            time_cells(&mut rows, session.start, Msg::NoTime.text(self.lang));
            time_cells(&mut rows, session.end, "");
            let (venue, hall) = self.venue(session);
            let kind = session_kind(session.kind);
            for cell in [
                self.words(Some(&session.title)),
                kind.map_or("", |kind| kind.text(self.lang)),
                self.words(session.theme.as_ref()),
                &venue,
                hall,
                &self.names(&session.participants),
            ] {
                rows.cell(cell);
            }
            let illustrative = self.session_illustrative(session);
            self.last_cells(&mut rows, Kind::Session, &session.id, &illustrative);
        }
        rows.finish()
    }

    /// A table with its first row: what it has, and what all have.
    fn table(&self, heads: &Word) -> Rows {
        let mut rows = Rows::new();
        for heads in [heads, &MARK_HEADS] {
            rows.written(heads.text(self.lang));
        }
        rows
    }

    fn stand_row(&self, rows: &mut Rows, stand: &Stand, who: Option<&Participant>) {
        let mut area = String::new();
        let area_m2 = stand.declared_area_m2;
        push_decimal(
            &mut area,
            area_m2.unwrap_or_else(|| stand.outline.area_m2()),
        );
        let mut pages = String::new();
        for link in who.map_or(&[][..], |who| &who.links) {
            enumerate(&mut pages, link.url.as_str(), " ");
        }
        let kind = who.and_then(|who| participant_kind(who.kind));
        for cell in [
            &*stand.number,
            self.words(stand.name.as_ref()),
            self.hall(stand.hall),
            self.category(stand),
            &area,
            self.words(who.map(|who| &who.name)),
            kind.map_or("", |kind| kind.text(self.lang)),
            &pages,
            address(who.and_then(|who| who.email.as_ref())),
            address(who.and_then(|who| who.phone.as_ref())),
            self.words(who.and_then(|who| who.address.as_ref())),
        ] {
            rows.cell(cell);
        }
        let illustrative = self.stand_illustrative(stand, who);
        self.last_cells(rows, Kind::Stand, &stand.id, &illustrative);
    }

    /// The visitor's marks, and what is illustrative.
    fn last_cells(&self, rows: &mut Rows, kind: Kind, id: &str, illustrative: &str) {
        let yes = |is_marked| {
            if is_marked { YES.text(self.lang) } else { "" }
        };
        for cell in [
            yes(self.marks.is_bookmarked(kind, id)),
            yes(self.marks.is_visited(kind, id)),
            self.marks.note(kind, id),
            illustrative,
        ] {
            rows.cell(cell);
        }
        rows.end();
    }
}

/// A day and a time of day; in place of a time that is not known, `unknown`.
fn time_cells(rows: &mut Rows, at: Option<LocalTime>, unknown: &str) {
    let mut day = String::new();
    let mut time = String::from(unknown);
    if let Some(LocalTime { date, minutes }) = at {
        push_padded(&mut day, date.year.into(), 4);
        for part in [date.month, date.day] {
            day.push('-');
            push_padded(&mut day, part.into(), 2);
        }
        if let Some(minutes) = minutes {
            time.clear();
            push_padded(&mut time, u32::from(minutes) / 60, 2);
            time.push(':');
            push_padded(&mut time, u32::from(minutes) % 60, 2);
        }
    }
    rows.cell(&day);
    rows.cell(&time);
}
