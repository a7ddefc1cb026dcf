//! The programme and the event's calendar.

use std::collections::HashMap;

use floorplan::format::RawSession;
use floorplan::plan::{Date, LocalTime};

use super::file::{File, shortened, words};
use crate::finding::{Code, Findings};

/// The areas of the IANA time zone database.
const AREAS: [&str; 11] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
    "Etc",
];

/// Checks the event's time zone and each session's times.
pub fn check(file: &File, findings: &mut Findings) {
    let Some(event) = &file.event else { return };
    if !looks_like_time_zone(&event.time_zone) {
        let message = format!(
            "\"{}\" does not look like a time zone; write it as Area/City, such as Asia/Shanghai",
            event.time_zone
        );
        findings.warning(Code::TimeZone, "event.timeZone", message);
    }
    // An event that ends before it starts is reported as such, and not once for each session.
    let days = Date::parse(&event.start)
        .zip(Date::parse(&event.end))
        .filter(|(first, last)| first <= last);
    for (i, session) in &file.sessions {
        let times = [("start", &session.start), ("end", &session.end)];
        for (field, time) in times {
            let date = time.as_deref().and_then(LocalTime::parse).map(|t| t.date);
            let outside = |(first, last)| date.is_some_and(|d| d < first || d > last);
            if days.is_some_and(outside) {
                let message = format!(
                    "Session \"{}\" is on {}, outside the event's days ({} to {})",
                    shortened(words(&session.title)),
                    time.as_deref().unwrap_or_default(),
                    event.start,
                    event.end
                );
                findings.error(
                    Code::SessionOutsideEvent,
                    format!("sessions[{i}].{field}"),
                    message,
                );
                break;
            }
        }
    }
    clashes(file, findings);
}

/// Two sessions at one place at the same time.
fn clashes(file: &File, findings: &mut Findings) {
    let mut at: HashMap<&str, Vec<(&usize, &RawSession, Span)>> = HashMap::new();
    for (i, session) in &file.sessions {
        if let (Some(place), Some(span)) = (&session.place, Span::of(session)) {
            at.entry(place).or_default().push((i, session, span));
        }
    }
    for (place, mut list) in at {
        list.sort_by_key(|(i, _, span)| (span.date, span.from, **i));
        for ((_, a, first), (j, b, second)) in list.iter().zip(list.iter().skip(1)) {
            if first.date == second.date && second.from < first.to {
                let message = format!(
                    "Session \"{}\" begins at \"{place}\" before \"{}\" has ended there",
                    shortened(words(&b.title)),
                    shortened(words(&a.title))
                );
                findings.warning(Code::SessionsClash, format!("sessions[{j}].start"), message);
            }
        }
    }
}

/// The time of a session whose start and end are known and on one day.
struct Span {
    date: Date,
    from: u16,
    to: u16,
}

impl Span {
    fn of(session: &RawSession) -> Option<Self> {
        let start = LocalTime::parse(session.start.as_deref()?)?;
        let end = LocalTime::parse(session.end.as_deref()?)?;
        let (from, to) = (start.minutes?, end.minutes?);
        (start.date == end.date).then_some(Self {
            date: start.date,
            from,
            to,
        })
    }
}

/// Whether a zone exists only the browser knows; its shape is enough to catch `UTC+8` or `MSK`.
fn looks_like_time_zone(zone: &str) -> bool {
    let mut parts = zone.split('/');
    let area = parts.next().unwrap_or_default();
    let word = |p: &str| {
        p.starts_with(|c: char| c.is_ascii_alphabetic())
            && p.chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))
    };
    let rest: Vec<&str> = parts.collect();
    zone == "UTC" || (AREAS.contains(&area) && !rest.is_empty() && rest.iter().all(|p| word(p)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_time_zone_by_its_shape() {
        for good in [
            "Asia/Shanghai",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+8",
            "UTC",
        ] {
            assert!(looks_like_time_zone(good), "{good}");
        }
        for bad in [
            "UTC+8",
            "MSK",
            "Shanghai",
            "asia/shanghai",
            "Asia/",
            "",
            "+08:00",
        ] {
            assert!(!looks_like_time_zone(bad), "{bad}");
        }
    }
}
