//! Dates and local times of the event's place.

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
}

impl LocalTime {
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
