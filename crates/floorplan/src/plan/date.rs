//! Dates and local times of the event's place.

/// The number of 1 January 1970.
const EPOCH: i32 = 719_528;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// A day, and the time of day when it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// The day.
    pub date: Date,
    /// Minutes from midnight.
    pub minutes: Option<u16>,
}

impl Date {
    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        let date = Self {
            year: digits(year)?,
            month: digits(month)? as u8,
            day: digits(day)? as u8,
        };
        let valid = date.year >= 1
            && (1..=12).contains(&date.month)
            && (1..=days_in_month(date.year, date.month)).contains(&date.day);
        valid.then_some(date)
    }

    /// Days since 1 January of the year 0, so that days can be counted and stepped through.
    pub fn day_number(self) -> i32 {
        // Years begin with March here: the day that comes and goes is the last.
        let late = i32::from(self.month < 3);
        let year = i32::from(self.year) - late;
        let month = i32::from(self.month) + 12 * late - 3;
        365 * year + year / 4 - year / 100
            + year / 400
            + (153 * month + 2) / 5
            + i32::from(self.day)
            + 59
    }

    /// Days since 1 January 1970.
    pub fn since_1970(self) -> i32 {
        self.day_number() - EPOCH
    }

    /// The day with that number; the first or the last day there can be when it is beyond.
    pub fn of_day_number(number: i32) -> Self {
        let first = Self {
            year: 1,
            month: 1,
            day: 1,
        };
        let last = Self {
            year: 9999,
            month: 12,
            day: 31,
        };
        let since_march = number.clamp(first.day_number(), last.day_number()) - 60;
        let century = (4 * since_march + 3) / 146_097;
        let of_century = since_march - 146_097 * century / 4;
        let year = (4 * of_century + 3) / 1_461;
        let of_year = of_century - 1_461 * year / 4;
        let month = (5 * of_year + 2) / 153;
        let late = month / 10;
        Self {
            year: (100 * century + year + late) as u16,
            month: (month + 3 - 12 * late) as u8,
            day: (of_year - (153 * month + 2) / 5 + 1) as u8,
        }
    }
}

impl LocalTime {
    /// What the clocks of a place show, from milliseconds of UTC since 1970 and how many minutes
    /// they are ahead of it there, as the browser's `Intl` tells for the event's time zone.
    pub fn from_utc(utc_ms: f64, offset_minutes: i32) -> Self {
        // No number becomes 1970, numbers beyond the calendar its ends.
        let minutes = ((utc_ms / 60_000.0).floor() + f64::from(offset_minutes)) as i64;
        let days = minutes.div_euclid(1_440).clamp(-1_000_000, 10_000_000) as i32;
        Self {
            date: Date::of_day_number(days + EPOCH),
            minutes: Some(minutes.rem_euclid(1_440) as u16),
        }
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((day, time)) = text.split_once('T') else {
            return Date::parse(text).map(|date| Self {
                date,
                minutes: None,
            });
        };
        let date = Date::parse(day)?;
        let mut parts = time.split(':');
        let (hours, minutes) = (digits(parts.next()?)?, digits(parts.next()?)?);
        let seconds = parts.next().map_or(Some(0), digits)?;
        let valid = hours < 24 && minutes < 60 && seconds < 60 && parts.next().is_none();
        valid.then_some(Self {
            date,
            minutes: Some(hours * 60 + minutes),
        })
    }
}

impl LocalTime {
    /// Whether this is surely before `other`: a day without a time of day is before none of its
    /// own hours.
    pub fn is_before(self, other: Self) -> bool {
        let both = self.minutes.zip(other.minutes);
        self.date < other.date
            || (self.date == other.date && both.is_some_and(|(mine, others)| mine < others))
    }
}

/// One to four ASCII digits and nothing else.
fn digits(text: &str) -> Option<u16> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_are_numbered_in_the_order_of_the_calendar(number in 366..3_652_425_i32) {
            let (date, next) = (Date::of_day_number(number), Date::of_day_number(number + 1));
            prop_assert_eq!(date.day_number(), number);
            prop_assert!(next > date || number == 3_652_424);
            prop_assert!((1..=days_in_month(date.year, date.month)).contains(&date.day));
        }

        #[test]
        fn any_clock_shows_some_time(utc_ms in prop::num::f64::ANY, offset in any::<i32>()) {
            let at = LocalTime::from_utc(utc_ms, offset);
            prop_assert!(at.minutes.unwrap() < 1_440);
            prop_assert_eq!(Date::of_day_number(at.date.day_number()), at.date);
        }
    }

    #[test]
    fn days_beyond_the_calendar_are_its_ends() {
        let year = |number| Date::of_day_number(number).year;
        assert_eq!((year(i32::MIN), year(0), year(i32::MAX)), (1, 1, 9999));
    }

    #[test]
    fn a_clock_is_ahead_of_utc_or_behind() {
        let at = |text| LocalTime::parse(text).unwrap();
        // 2024-05-17T02:30Z.
        let utc_ms = 1_715_913_000_000.0;
        assert_eq!(LocalTime::from_utc(utc_ms, 480), at("2024-05-17T10:30"));
        assert_eq!(LocalTime::from_utc(utc_ms, -180), at("2024-05-16T23:30"));
        assert_eq!(LocalTime::from_utc(0.0, 0), at("1970-01-01T00:00"));
        assert_eq!(LocalTime::from_utc(-1.0, 0), at("1969-12-31T23:59"));
    }

    #[test]
    fn reads_days_and_times() {
        assert_eq!(
            Date::parse("2024-05-17"),
            Some(Date {
                year: 2024,
                month: 5,
                day: 17
            })
        );
        let at = LocalTime::parse("2024-05-17T10:30").unwrap();
        assert_eq!(at.minutes, Some(630));
        assert_eq!(LocalTime::parse("2024-05-17").unwrap().minutes, None);
    }

    #[test]
    fn a_day_is_not_before_its_own_hours() {
        let at = |text| LocalTime::parse(text).unwrap();
        assert!(!at("2024-05-17").is_before(at("2024-05-17T12:00")));
        assert!(at("2024-05-16").is_before(at("2024-05-17T12:00")));
        assert!(at("2024-05-17T11:59").is_before(at("2024-05-17T12:00")));
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for bad in [
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "24-05-17",
            "2024-5-1",
            "",
            "2024-05-17x",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert!(Date::parse("2024-02-29").is_some());
        for bad in [
            "2024-05-17T24:00",
            "2024-05-17T10",
            "2024-05-17T10:60",
            "2024-05-17T10:00Z",
        ] {
            assert_eq!(LocalTime::parse(bad), None, "{bad}");
        }
    }
}
