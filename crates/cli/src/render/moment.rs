//! Days and times as machines read them, by the clocks of the event's place.

use std::fmt::Write;

use floorplan::plan::{Date, LocalTime};
use jiff::tz::TimeZone;

use crate::export::offset_minutes;

/// The time zone of the event, if there is one of that name.
#[derive(Debug)]
pub(super) struct Zone(Option<TimeZone>);

impl Zone {
    pub(super) fn new(name: &str) -> Self {
        Self(TimeZone::get(name).ok())
    }

    pub(super) fn is_known(&self) -> bool {
        self.0.is_some()
    }

    /// A day alone, or a time with how far the zone is ahead of UTC then: `2024-05-17T10:00+08:00`.
    pub(super) fn moment(&self, at: LocalTime) -> String {
        let mut moment = day(at.date);
        let Some(minutes) = at.minutes else {
            return moment;
        };
        moment.push('T');
        moment.push_str(&clock(minutes));
        let offset = self.0.as_ref().and_then(|zone| offset_minutes(zone, at));
        if let Some(offset) = offset {
            let sign = if offset < 0 { '-' } else { '+' };
            let ahead = offset.unsigned_abs();
            let _ = write!(moment, "{sign}{:02}:{:02}", ahead / 60, ahead % 60);
        }
        moment
    }
}

/// A day: `2024-05-17`.
pub(super) fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// A time of day: `09:05`.
pub(super) fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_the_offset_of_their_day() {
        let moment = |zone, at| Zone::new(zone).moment(LocalTime::parse(at).unwrap());
        assert_eq!(
            moment("Asia/Shanghai", "2024-05-17T09:05"),
            "2024-05-17T09:05+08:00"
        );
        assert_eq!(
            moment("America/St_Johns", "2025-01-30T10:00"),
            "2025-01-30T10:00-03:30"
        );
        assert_eq!(
            moment("Europe/Berlin", "2025-07-01T10:00"),
            "2025-07-01T10:00+02:00"
        );
        assert_eq!(moment("Europe/Berlin", "2025-07-01"), "2025-07-01");
        assert_eq!(
            moment("Europe/Atlantis", "2025-07-01T10:00"),
            "2025-07-01T10:00"
        );
    }
}
