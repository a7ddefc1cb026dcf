//! What a visitor takes along, as records for a writer that is not here: in the browser the forms of
//! calendars and tables are shorter to write than in this crate.

use super::Export;
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
    /// The bookmarked sessions with a day, or one session: id, title, place, description, then
    /// year, month, day and minutes of the start and, if that is known, of the end.
    pub fn visit_sessions(&self, only: Option<SessionIx>) -> String {
        let mut records = Records::default();
        for (at, session) in self.plan.sessions.iter().enumerate() {
            let is_wanted = match only {
                Some(only) => only.at() == at,
                None => self.marks.is_bookmarked(Kind::Session, &session.id),
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
            // What is not certain is said.
            let mut about = String::from(self.words(session.description.as_ref()));
            let mut origins = session.provenance.iter();
            if origins.any(|(_, origin)| *origin == Provenance::Illustrative) {
                about.push('\n');
                about.push_str(Msg::Illustrative.text(self.lang));
            }
            records.field(&about);
            records.time(session.start);
            records.time(session.end);
            records.end();
        }
        records.0
    }

    /// The marked stands under a head: number, name, bookmarked, visited.
    pub fn visit_stands(&self) -> String {
        let mut records = Records::default();
        for head in [
            Msg::FieldNumber,
            Msg::FieldName,
            Msg::Bookmark,
            Msg::Visited,
        ] {
            records.field(head.text(self.lang));
        }
        for stand in &self.plan.stands {
            if let Some(mark) = self.marks.get(Kind::Stand, &stand.id) {
                records.end();
                records.field(&stand.number);
                records.field(&self.plan.stand_name(stand, self.lang.tag()).text);
                for is_on in [mark.is_bookmarked, mark.is_visited] {
                    records.field(if is_on { "✓" } else { "" });
                }
            }
        }
        records.0
    }
}
