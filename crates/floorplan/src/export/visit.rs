//! What a visitor takes along, as records for a writer that is not here: in the browser the forms of
//! calendars and tables are shorter to write than in this crate.

use super::Export;
use super::words::enumerate;
use crate::format::Provenance;
use crate::messages::Msg;
use crate::mine::Kind;
use crate::plan::{LocalTime, SessionIx, SessionPlace};

/// Fields of a record, and records, end with these.
const FIELD: char = '\u{1f}';
const RECORD: char = '\u{1e}';

/// Records, each of fields.
#[derive(Default)]
struct Records(String);

impl Records {
    fn field(&mut self, field: &str) {
        // Whatever the data holds, it does not part records.
        self.0
            .extend(field.chars().filter(|c| *c >= ' ' || *c == '\n'));
        self.0.push(FIELD);
    }

    fn number(&mut self, number: u16) {
        self.field(&number.to_string());
    }

    /// Year, month, day and minutes; nothing for minutes that are not known, or for the whole.
    fn time(&mut self, at: Option<LocalTime>) {
        if let Some(at) = at {
            self.number(at.date.year);
            self.number(at.date.month.into());
            self.number(at.date.day.into());
            match at.minutes {
                Some(minutes) => self.number(minutes),
                None => self.field(""),
            }
        }
    }

    fn end(&mut self) {
        self.0.push(RECORD);
    }
}

impl Export<'_> {
    /// The sessions with a day, or those that are bookmarked, or one: id, title, place, description, then
    /// year, month, day and minutes of the start and, if that is known, of the end.
    pub fn visit_sessions(&self, only: Option<SessionIx>) -> String {
        let mut records = Records::default();
        for (at, session) in self.plan.sessions.iter().enumerate() {
            let is_wanted = match only {
                Some(only) => only.at() == at,
                None => !self.is_mine || self.marks.is_bookmarked(Kind::Session, &session.id),
            };
            if !is_wanted || session.start.is_none() {
                continue;
            }
            records.field(&session.id);
            records.field(self.words(Some(&session.title)));
            let place = match session.place {
                Some(SessionPlace::Stand(ix)) => self.plan.stand(ix),
                _ => None,
            };
            let number = place.map(|stand| self.stand_no(stand));
            let words = self.words(session.place_name.as_ref());
            records.field(number.as_deref().unwrap_or(words));
            let mut about = String::from(self.words(session.description.as_ref()));
            enumerate(
                &mut about,
                self.marks.note(Kind::Session, &session.id),
                "\n",
            );
            // What is not certain is said.
            let mut origins = session.provenance.iter();
            if origins.any(|(_, origin)| *origin == Provenance::Illustrative) {
                enumerate(&mut about, Msg::Illustrative.text(self.lang), "\n");
            }
            records.field(&about);
            records.time(session.start);
            records.time(session.end);
            records.end();
        }
        records.0
    }

    /// The stands, or the marked ones, under a head: number, name, bookmarked, visited, note.
    pub fn visit_stands(&self) -> String {
        let mut records = Records::default();
        for head in [
            Msg::FieldNumber,
            Msg::FieldName,
            Msg::Bookmark,
            Msg::Visited,
            Msg::Note,
        ] {
            records.field(head.text(self.lang));
        }
        for stand in &self.plan.stands {
            let mark = self.marks.get(Kind::Stand, &stand.id);
            if mark.is_none() && self.is_mine {
                continue;
            }
            records.end();
            records.field(&stand.number);
            records.field(&self.plan.stand_name(stand, self.lang.tag()).text);
            for is_on in [
                mark.is_some_and(|mark| mark.is_bookmarked),
                mark.is_some_and(|mark| mark.is_visited),
            ] {
                records.field(if is_on { "✓" } else { "" });
            }
            records.field(mark.map_or("", |mark| &mark.note));
        }
        records.0
    }
}
