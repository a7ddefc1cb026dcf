//! Days and moments in the forms of calendars.

use super::numbers::push_padded;
use crate::plan::Date;

const DAY_S: i64 = 86_400;

/// Days since 1970-01-01 in the Gregorian calendar.
///
/// Years begin in March, so that the day that comes and goes is a year's last.
pub(super) fn day_number(date: Date) -> i64 {
    let is_early = date.month <= 2;
    let year = i64::from(date.year) - i64::from(is_early);
    let month = i64::from(date.month) + if is_early { 9 } else { -3 };
    let day_of_year = (153 * month + 2) / 5 + i64::from(date.day) - 1;
    year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
}

/// A day as `YYYYMMDD`, from its number, with `joint` between the parts.
pub(super) fn push_day(out: &mut String, day_number: i64, joint: &str) {
    let days = day_number + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    push_padded(out, year as u32, 4);
    out.push_str(joint);
    push_padded(out, month as u32, 2);
    out.push_str(joint);
    push_padded(out, day as u32, 2);
}

/// What stands between the parts of a moment in a calendar.
pub(super) const BASIC: [&str; 3] = ["", "T", ""];

/// A moment as `YYYYMMDDTHHMMSS`, from seconds since 1970-01-01, with other joints if wanted: those
/// of the day, before the time, in the time. The caller says of which zone it is.
pub(super) fn push_moment(out: &mut String, seconds: i64, joints: [&str; 3]) {
    // The years 1 to 9999.
    let seconds = seconds.clamp(-62_135_596_800, 253_402_300_799);
    let [in_day, before_time, in_time] = joints;
    push_day(out, seconds.div_euclid(DAY_S), in_day);
    let second = seconds.rem_euclid(DAY_S) as u32;
    out.push_str(before_time);
    push_padded(out, second / 3_600, 2);
    out.push_str(in_time);
    push_padded(out, second / 60 % 60, 2);
    out.push_str(in_time);
    push_padded(out, second % 60, 2);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moment(seconds: i64) -> String {
        let mut out = String::new();
        push_moment(&mut out, seconds, BASIC);
        out
    }

    #[test]
    fn known_moments() {
        assert_eq!(moment(0), "19700101T000000");
        assert_eq!(moment(951_782_399), "20000228T235959");
        assert_eq!(moment(951_782_400), "20000229T000000");
        assert_eq!(moment(1_715_934_600), "20240517T083000");
        assert_eq!(moment(-1), "19691231T235959");
        assert_eq!(moment(i64::MAX), "99991231T235959");
        assert_eq!(moment(i64::MIN), "00010101T000000");
    }

    proptest! {
        #[test]
        fn a_day_has_one_number(year in 1..10_000_u16, month in 1..13_u8, day in 1..29_u8) {
            let date = Date { year, month, day };
            let mut out = String::new();
            push_day(&mut out, day_number(date), "");
            prop_assert_eq!(out, format!("{year:04}{month:02}{day:02}"));
            let next = Date { day: day + 1, ..date };
            prop_assert!(day == 28 || day_number(next) == day_number(date) + 1);
        }
    }
}
