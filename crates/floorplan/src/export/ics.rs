//! Calendars (RFC 5545): a session, or the programme with the event as an all-day entry.
//!
//! Times are written in UTC where the caller knows the place's offset: the core has no time zones,
//! and a `VTIMEZONE` would need all their rules. Where it does not, they are floating, the time
//! on the clocks of the place. A session with only a day is an entry of the whole day that says
//! that its time is not published; one without a day is in no calendar.

use super::lines::Lines;
use super::utc::{BASIC, day_number, push_day, push_moment};
use super::words::{comma, enumerate};
use super::{Export, Exported};
use crate::messages::{Msg, session_kind};
use crate::mine::Kind;
use crate::plan::{LocalTime, Session, SessionIx};

/// What the core does not know of time.
#[derive(Clone, Copy)]
pub struct Clock<'a> {
    /// Now, in seconds since 1970-01-01 UTC.
    pub now_s: i64,
    /// How many minutes a local time of the event's zone is ahead of UTC, if that is known.
    pub offset_minutes: &'a dyn Fn(LocalTime) -> Option<i32>,
}

impl Export<'_> {
    /// One session as a calendar; empty of entries if its day is not published.
    pub fn session_ics(&self, ix: SessionIx, clock: Clock<'_>) -> Exported {
        let mut calendar = self.calendar();
        let session = self.plan.sessions.get(ix.at());
        let is_in = session.is_some_and(|session| self.session(&mut calendar, session, clock));
        finish(calendar, usize::from(!is_in))
    }

    /// The event and its programme, or what is bookmarked of that, as a calendar.
    pub fn programme_ics(&self, clock: Clock<'_>) -> Exported {
        let mut calendar = self.calendar();
        self.event(&mut calendar, clock);
        let mut left_out = 0;
        for session in &self.plan.sessions {
            if !self.is_mine || self.marks.is_bookmarked(Kind::Session, &session.id) {
                left_out += usize::from(!self.session(&mut calendar, session, clock));
            }
        }
        finish(calendar, left_out)
    }

    fn calendar(&self) -> Lines {
        let mut calendar = Lines::default();
        calendar.written(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//expo-map//expo-map//EN\r\nCALSCALE:GREGORIAN\r\n",
        );
        calendar.text("X-WR-CALNAME", self.event_name());
        calendar
    }

    /// Opens an entry with what every entry has.
    fn begin(&self, calendar: &mut Lines, id: &[&str], clock: Clock<'_>) {
        calendar.written("BEGIN:VEVENT\r\n");
        calendar.text("UID", &self.uid(id));
        moment(calendar, "DTSTAMP", clock.now_s, true);
    }

    fn end(&self, calendar: &mut Lines, description: &str) {
        calendar.text("DESCRIPTION", description);
        calendar.line_unless_empty("URL", self.page.map_or("", |page| page.as_str()));
        calendar.written("END:VEVENT\r\n");
    }

    fn event(&self, calendar: &mut Lines, clock: Clock<'_>) {
        let event = &self.plan.event;
        self.begin(calendar, &[], clock);
        days(calendar, day_number(event.start), day_number(event.end));
        calendar.text("SUMMARY", self.words(Some(&event.name)));
        calendar.text("LOCATION", self.words(event.place.as_ref()));
        self.end(calendar, self.words(event.notice.as_ref()));
    }

    /// Adds a session, if its day is known.
    fn session(&self, calendar: &mut Lines, session: &Session, clock: Clock<'_>) -> bool {
        let Some(start) = session.start else {
            return false;
        };
        self.begin(calendar, &["/", &session.id], clock);
        let end = session.end.unwrap_or(start);
        if start.minutes.is_some() {
            let offset = (clock.offset_minutes)(start);
            let end_offset = offset.map(|before| (clock.offset_minutes)(end).unwrap_or(before));
            let (start_s, end_s) = (utc_s(start, offset), utc_s(end, end_offset));
            moment(calendar, "DTSTART", start_s, offset.is_some());
            if end.minutes.is_some() && end_s > start_s {
                moment(calendar, "DTEND", end_s, offset.is_some());
            }
        } else {
            days(calendar, day_number(start.date), day_number(end.date));
        }
        let (mut place, mut description) = (String::new(), String::new());
        let about = self.words(session.description.as_ref());
        enumerate(&mut description, about, "\n");
        calendar.text("SUMMARY", self.words(Some(&session.title)));
        let kind = session_kind(session.kind);
        calendar.text("CATEGORIES", kind.map_or("", |kind| kind.text(self.lang)));
        let (venue, hall) = self.venue(session);
        enumerate(&mut place, &venue, comma(self.lang));
        enumerate(&mut place, hall, comma(self.lang));
        let no_time = match start.minutes {
            Some(_) => "",
            None => Msg::NoTime.text(self.lang),
        };
        for part in [
            self.words(session.theme.as_ref()),
            &self.names(&session.participants),
            self.marks.note(Kind::Session, &session.id),
            no_time,
            &self.caveat(&self.session_illustrative(session)),
        ] {
            enumerate(&mut description, part, "\n");
        }
        let city = self.words(self.plan.event.place.as_ref());
        enumerate(&mut place, city, comma(self.lang));
        calendar.text("LOCATION", &place);
        self.end(calendar, &description);
        true
    }
}

/// Days as a whole, which leave the reader's time free.
fn days(calendar: &mut Lines, first: i64, last: i64) {
    let mut day = |name, day| {
        let mut value = String::new();
        push_day(&mut value, day, "");
        calendar.line(name, &value);
    };
    day("DTSTART;VALUE=DATE", first);
    // The end is the first day that is no longer in it.
    day("DTEND;VALUE=DATE", last.max(first) + 1);
    calendar.written("TRANSP:TRANSPARENT\r\n");
}

/// Seconds since 1970-01-01, of the place's clocks if its offset is not known.
fn utc_s(at: LocalTime, offset: Option<i32>) -> i64 {
    let minutes = i64::from(at.minutes.unwrap_or(0)) - i64::from(offset.unwrap_or(0));
    day_number(at.date) * 86_400 + minutes * 60
}

fn moment(calendar: &mut Lines, name: &str, seconds: i64, is_utc: bool) {
    let mut value = String::new();
    push_moment(&mut value, seconds, BASIC);
    if is_utc {
        value.push('Z');
    }
    calendar.line(name, &value);
}

fn finish(mut calendar: Lines, left_out: usize) -> Exported {
    calendar.written("END:VCALENDAR\r\n");
    Exported {
        text: calendar.finish(),
        left_out,
    }
}
