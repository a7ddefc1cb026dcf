//! Tables: who is on the stands, and the programme.

use super::Export;
use super::contacts::address;
use super::csv::Rows;
use super::numbers::{push_decimal, push_padded};
use super::words::{Word, enumerate};
use crate::messages::{Msg, participant_kind, session_kind};
use crate::mine::Kind;
use crate::plan::{LocalTime, Participant, Stand};

impl Export<'_> {
    /// A table of stands, a row for each participant on them.
    pub fn stands_csv(&self) -> String {
        let mut rows = Rows::new();
        let heads = [
            Word::StandNumber.text(self.lang),
            Word::StandName.text(self.lang),
            Msg::Hall.text(self.lang),
            Msg::Category.text(self.lang),
            Word::AreaM2.text(self.lang),
            Word::Participant.text(self.lang),
            Word::Kind.text(self.lang),
            Word::Website.text(self.lang),
            Word::Email.text(self.lang),
            Word::Phone.text(self.lang),
            Word::Address.text(self.lang),
        ];
        self.heads(&mut rows, &heads);
        for stand in self
            .plan
            .stands
            .iter()
            .filter(|stand| self.has_stand(stand))
        {
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
        let (lang, tag) = (self.lang, self.lang.tag());
        let mut rows = Rows::new();
        let heads = [
            Word::Date.text(lang),
            Word::Start.text(lang),
            Word::EndDate.text(lang),
            Word::End.text(lang),
            Word::Session.text(lang),
            Word::Kind.text(lang),
            Word::Theme.text(lang),
            Word::Venue.text(lang),
            Msg::Hall.text(lang),
            Msg::Participants.text(lang),
        ];
        self.heads(&mut rows, &heads);
        let sessions = self.plan.sessions.iter();
        for session in sessions.filter(|session| self.has_session(session)) {
            time_cells(&mut rows, session.start, Msg::NoTime.text(lang));
            time_cells(&mut rows, session.end, "");
            rows.cell(session.title.get(tag).text);
            rows.cell(session_kind(session.kind).map_or("", |kind| kind.text(lang)));
            rows.cell(
                session
                    .theme
                    .as_ref()
                    .map_or("", |theme| theme.get(tag).text),
            );
            let (venue, hall) = self.venue(session);
            rows.cell(&venue);
            rows.cell(hall);
            let who = session.participants.iter();
            rows.cell(&self.names(who.filter_map(|ix| self.plan.participant(*ix))));
            let illustrative = self.session_illustrative(session, true);
            self.last_cells(&mut rows, Kind::Session, &session.id, &illustrative);
        }
        rows.finish()
    }

    /// The first row: what this table has, and what all have.
    fn heads(&self, rows: &mut Rows, heads: &[&str]) {
        for head in heads {
            rows.cell(head);
        }
        for word in [
            Word::Bookmarked,
            Word::Visited,
            Word::MyNote,
            Word::IllustrativeHead,
        ] {
            rows.cell(word.text(self.lang));
        }
        rows.end();
    }

    fn stand_row(&self, rows: &mut Rows, stand: &Stand, who: Option<&Participant>) {
        let tag = self.lang.tag();
        rows.cell(&stand.number);
        rows.cell(stand.name.as_ref().map_or("", |name| name.get(tag).text));
        rows.cell(self.hall(stand.hall));
        let category = stand
            .category
            .and_then(|ix| self.plan.categories.get(ix.at()));
        rows.cell(category.map_or("", |category| category.name.get(tag).text));
        let mut area = String::new();
        let area_m2 = stand.declared_area_m2;
        push_decimal(
            &mut area,
            area_m2.unwrap_or_else(|| stand.outline.area_m2()),
        );
        rows.cell(&area);
        rows.cell(who.map_or("", |who| who.name.get(tag).text));
        let kind = who.and_then(|who| participant_kind(who.kind));
        rows.cell(kind.map_or("", |kind| kind.text(self.lang)));
        let mut pages = String::new();
        for link in who.map_or(&[][..], |who| &who.links) {
            enumerate(&mut pages, link.url.as_str(), " ");
        }
        rows.cell(&pages);
        rows.cell(address(who.and_then(|who| who.email.as_ref())));
        rows.cell(address(who.and_then(|who| who.phone.as_ref())));
        let postal = who.and_then(|who| who.address.as_ref());
        rows.cell(postal.map_or("", |text| text.get(tag).text));
        let illustrative = self.stand_illustrative(stand, who);
        self.last_cells(rows, Kind::Stand, &stand.id, &illustrative);
    }

    /// The visitor's marks, and what is illustrative.
    fn last_cells(&self, rows: &mut Rows, kind: Kind, id: &str, illustrative: &str) {
        for is_marked in [
            self.marks.is_bookmarked(kind, id),
            self.marks.is_visited(kind, id),
        ] {
            rows.cell(if is_marked {
                Word::Yes.text(self.lang)
            } else {
                ""
            });
        }
        rows.cell(self.marks.note(kind, id));
        rows.cell(illustrative);
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
