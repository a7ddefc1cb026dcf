//! What is in a file, for other programs: calendar, tables, contacts, geometry. The texts are the
//! core's; this finds the offset of the event's time zone and says what is left out.

use floorplan::export::{Clock, Export, Exported};
use floorplan::messages::Lang;
use floorplan::mine::Marks;
use floorplan::plan::{LocalTime, SafeUrl, load};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::args::ExportFormat;

/// What to export, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// What sort of file.
    pub format: ExportFormat,
    /// The language; by default the file's first.
    pub lang: Option<Lang>,
    /// Minutes ahead of UTC, in place of the event's time zone.
    pub offset_minutes: Option<i32>,
    /// The link whose marks say what is exported; without one, everything is.
    pub marks: Option<String>,
    /// The page that shows the plan.
    pub page: Option<String>,
    /// Now, in seconds since 1970.
    pub now_s: i64,
}

/// An exported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Its text.
    pub text: String,
    /// What the organiser should know of it.
    pub notices: Vec<String>,
}

/// Makes the file.
///
/// # Errors
/// When the text is no exhibition that can be shown, or the page's address is no web address.
pub fn export(text: &str, options: &Options) -> Result<Done, String> {
    let plan = load(text).map_err(|error| error.to_string())?.plan;
    let page = match &options.page {
        Some(page) => {
            Some(SafeUrl::link(page).ok_or("--page must begin with https:// or http://")?)
        }
        None => None,
    };
    let mut notices = Vec::new();
    let read = options
        .marks
        .as_deref()
        .map(Marks::read)
        .unwrap_or_default();
    let unknown = read.marks.unknown(&plan) + read.skipped;
    if unknown > 0 {
        notices.push(format!(
            "{unknown} marks of the link are on nothing in this file"
        ));
    }
    let languages = plan.languages.iter().map(|tag| &**tag);
    let export = Export {
        plan: &plan,
        marks: &read.marks,
        lang: options.lang.unwrap_or_else(|| Lang::pick(languages)),
        is_mine: options.marks.is_some(),
        page: page.as_ref(),
    };
    let whole = |text| Exported { text, left_out: 0 };
    let (exported, what) = match options.format {
        ExportFormat::Ics => {
            let zone = TimeZone::get(&plan.event.time_zone).ok();
            if zone.is_none() && options.offset_minutes.is_none() {
                notices.push(format!(
                    "the time zone {} is not known: times are those of the place; try --offset",
                    plan.event.time_zone
                ));
            }
            let clock = Clock {
                now_s: options.now_s,
                offset_minutes: &|at| {
                    let of_zone = || offset_minutes(zone.as_ref()?, at);
                    options.offset_minutes.or_else(of_zone)
                },
            };
            (
                export.programme_ics(clock),
                "sessions without a published day",
            )
        }
        ExportFormat::Vcard => (export.contacts_vcf(), "participants without contacts"),
        ExportFormat::Csv => (whole(export.stands_csv()), ""),
        ExportFormat::ProgrammeCsv => (whole(export.programme_csv()), ""),
        ExportFormat::Geojson => (whole(export.stands_geojson()), ""),
    };
    if exported.left_out > 0 {
        notices.push(format!("{what} left out: {}", exported.left_out));
    }
    Ok(Done {
        text: exported.text,
        notices,
    })
}

/// How far a zone is ahead of UTC when its clocks show a time. A time that is skipped counts as
/// just after, one that comes twice as the first.
pub(crate) fn offset_minutes(zone: &TimeZone, at: LocalTime) -> Option<i32> {
    let minutes = at.minutes.unwrap_or_default();
    let (year, month, day) = (at.date.year, at.date.month, at.date.day);
    let local = DateTime::new(
        year.try_into().ok()?,
        month.try_into().ok()?,
        day.try_into().ok()?,
        (minutes / 60).try_into().ok()?,
        (minutes % 60).try_into().ok()?,
        0,
        0,
    );
    let local = local.ok()?;
    let moment = zone.to_ambiguous_timestamp(local).compatible().ok()?;
    // Not the offset at that moment: the clocks do not show a time that is skipped.
    let shown = TimeZone::UTC.to_timestamp(local).ok()?;
    Some(((shown.as_second() - moment.as_second()) / 60) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_follow_the_clocks_of_the_place() {
        let offset = |zone: &str, at: &str| {
            let zone = TimeZone::get(zone).unwrap();
            offset_minutes(&zone, LocalTime::parse(at).unwrap())
        };
        assert_eq!(offset("Asia/Shanghai", "2024-05-17T10:00"), Some(480));
        assert_eq!(offset("Europe/Moscow", "2013-05-17T10:00"), Some(240));
        assert_eq!(offset("Europe/Moscow", "2024-05-17T10:00"), Some(180));
        assert_eq!(offset("Europe/Berlin", "2025-03-29T23:30"), Some(60));
        assert_eq!(offset("Europe/Berlin", "2025-03-30T03:30"), Some(120));
        // Skipped: half past two is half past three of summer time.
        assert_eq!(offset("Europe/Berlin", "2025-03-30T02:30"), Some(60));
        // Twice: the first.
        assert_eq!(offset("Europe/Berlin", "2025-10-26T02:30"), Some(120));
        assert_eq!(offset("Asia/Kathmandu", "2025-03-30"), Some(345));
        assert_eq!(offset("America/St_Johns", "2025-01-30"), Some(-210));
    }
}
