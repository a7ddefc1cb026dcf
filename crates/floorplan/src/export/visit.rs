//! What a visitor takes along, as records for a writer that is not here: in the browser the forms of
//! calendars and tables are shorter to write than in this crate.

use super::Export;
use super::contacts::address;
use super::words::enumerate;
use crate::format::{Provenance, ProvenanceMap};
use crate::messages::Msg;
use crate::mine::Kind;
use crate::plan::{LocalTime, SessionIx, SessionPlace};

/// Fields of a record, and records, end with these.
pub(crate) const FIELD: char = '\u{1f}';
const RECORD: char = '\u{1e}';

/// Records, each of fields.
#[derive(Debug, Default)]
pub(crate) struct Records(pub String);

impl Records {
    #[inline(never)]
    pub fn field(&mut self, field: &str) {
        // Whatever the data holds, it does not part records.
        self.0
            .extend(field.chars().filter(|c| *c >= ' ' || *c == '\n'));
        self.0.push(FIELD);
    }

    #[inline(never)]
    pub fn number(&mut self, number: u32) {
        self.field(&number.to_string());
    }

    /// Year, month, day and minutes; nothing for minutes that are not known, or for the whole.
    fn time(&mut self, at: Option<LocalTime>) {
        if let Some(at) = at {
            self.number(at.date.year.into());
            self.number(at.date.month.into());
            self.number(at.date.day.into());
            match at.minutes {
                Some(minutes) => self.number(minutes.into()),
                None => self.field(""),
            }
        }
    }

    pub fn end(&mut self) {
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
            self.say_uncertain(&session.provenance, &mut about);
            records.field(&about);
            records.time(session.start);
            records.time(session.end);
            records.end();
        }
        records.0
    }

    /// Who is on bookmarked stands, as lines of vCards (RFC 2426) whose values are not escaped yet: what the
    /// data states of them, where they were met, and what was noted.
    pub fn visit_contacts(&self) -> String {
        let mut records = Records::default();
        for who in &self.plan.participants {
            let mut note = String::from(self.event_name());
            let known = note.len();
            for ix in &who.stands {
                if let Some(stand) = self.plan.stand(*ix)
                    && self.marks.is_bookmarked(Kind::Stand, &stand.id)
                {
                    enumerate(&mut note, &self.stand_no(stand), "\n");
                    let own = self.marks.note(Kind::Stand, &stand.id);
                    enumerate(&mut note, own, "\n");
                }
            }
            if note.len() == known {
                continue;
            }
            self.say_uncertain(&who.provenance, &mut note);
            let name = self.words(Some(&who.name));
            for (what, value) in [
                ("UID:", &*self.uid(&["/", &who.id])),
                ("FN:", name),
                ("ORG:", name),
                ("EMAIL:", address(who.email.as_ref())),
                ("TEL:", address(who.phone.as_ref())),
                ("ADR:", self.words(who.address.as_ref())),
                ("NOTE:", &note),
            ] {
                if !value.is_empty() {
                    records.field(&[what, value].concat());
                }
            }
            for link in &who.links {
                records.field(&["URL:", link.url.as_str()].concat());
            }
            records.end();
        }
        records.0
    }

    /// What is not certain is said.
    fn say_uncertain(&self, provenance: &ProvenanceMap, about: &mut String) {
        let mut origins = provenance.iter();
        if origins.any(|(_, origin)| *origin == Provenance::Illustrative) {
            enumerate(about, Msg::Illustrative.text(self.lang), "\n");
        }
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
