//! Numbers, plural forms and dates of the three languages, as CLDR has them. Written here and not
//! taken from the browser's `Intl`, whose first use costs the visitor 15 to 30 ms before anything
//! can be shown (docs/performance.md).

use super::{Lang, Plural};
use crate::plan::{Date, LocalTime};

const MONTHS_RU: &str =
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря";
const MONTHS_EN: &str =
    "January February March April May June July August September October November December";

impl Lang {
    /// A number with at most one decimal.
    pub fn number(self, value: f64) -> String {
        let (group, point) = match self {
            Self::Ru => ('\u{a0}', ','),
            _ => (',', '.'),
        };
        let tenths = (value * 10.0).round() as i64;
        let digits = (tenths.unsigned_abs() / 10).to_string();
        let mut number = String::new();
        if tenths < 0 {
            number.push('-');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                number.push(group);
            }
            number.push(digit);
        }
        let tenth = tenths.unsigned_abs() % 10;
        if tenth > 0 {
            number.push(point);
            number.push_str(&tenth.to_string());
        }
        number
    }

    /// The plural category of a count.
    pub fn plural(self, count: usize) -> Plural {
        match (self, count % 10, count % 100) {
            (Self::Ru, _, 11..=14) => Plural::Many,
            (Self::Ru, 1, _) => Plural::One,
            (Self::Ru, 2..=4, _) => Plural::Few,
            (Self::Ru, ..) => Plural::Many,
            (Self::En, ..) if count == 1 => Plural::One,
            _ => Plural::Other,
        }
    }

    /// From a day to another, with the year.
    pub fn days(self, from: Date, to: Date) -> String {
        let is_same_year = from.year == to.year;
        let is_same_month = is_same_year && from.month == to.month;
        let end = self.day_and_year(to);
        if from == to {
            return end;
        }
        if self == Self::Zh {
            let start = self.day_and_year(from);
            return match (is_same_month, is_same_year) {
                (true, _) => format!("{start}至{}日", to.day),
                (_, true) => format!("{start}至{}", self.day(to)),
                _ => format!("{start}至{end}"),
            };
        }
        if is_same_month {
            return format!("{}–{end}", from.day);
        }
        let start = if is_same_year {
            self.day(from)
        } else {
            self.day_and_year(from)
        };
        format!("{start} – {end}")
    }

    /// A day, with the time of day where it is known.
    pub fn time(self, at: LocalTime) -> String {
        let day = self.day(at.date);
        let Some(minutes) = at.minutes else {
            return day;
        };
        let joint = match self {
            Self::Ru => " в ",
            Self::En => " at ",
            Self::Zh => " ",
        };
        format!("{day}{joint}{:02}:{:02}", minutes / 60, minutes % 60)
    }

    fn day(self, date: Date) -> String {
        let month = usize::from(date.month).saturating_sub(1);
        let months = match self {
            Self::Ru => MONTHS_RU,
            Self::En => MONTHS_EN,
            Self::Zh => return format!("{}月{}日", date.month, date.day),
        };
        let name = months.split(' ').nth(month).unwrap_or_default();
        format!("{} {name}", date.day)
    }

    fn day_and_year(self, date: Date) -> String {
        let day = self.day(date);
        match self {
            Self::Ru => format!("{day} {} г.", date.year),
            Self::En => format!("{day} {}", date.year),
            Self::Zh => format!("{}年{day}", date.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        let all = |value| Lang::ALL.iter().map(move |lang| lang.number(value));
        assert!(all(3_500.0).eq(["3\u{a0}500", "3,500", "3,500"]));
        assert!(all(1_234_567.85).eq(["1\u{a0}234\u{a0}567,9", "1,234,567.9", "1,234,567.9"]));
        assert!(all(36.04).eq(["36", "36", "36"]));
        assert_eq!(Lang::En.number(-0.5), "-0.5");
        assert_eq!(Lang::En.number(0.0), "0");
    }

    #[test]
    fn plurals_follow_the_last_digits() {
        use Plural::{Few, Many, One, Other};
        let ru = [
            (1, One),
            (2, Few),
            (5, Many),
            (11, Many),
            (12, Many),
            (21, One),
            (104, Few),
            (111, Many),
            (0, Many),
        ];
        for (count, wanted) in ru {
            assert_eq!(Lang::Ru.plural(count), wanted, "{count}");
        }
        assert_eq!((Lang::En.plural(1), Lang::En.plural(21)), (One, Other));
        assert_eq!(Lang::Zh.plural(1), Other);
    }

    #[test]
    fn days_name_what_they_do_not_share() {
        let day = |text| Date::parse(text).unwrap();
        let all = |from, to| {
            let (from, to) = (day(from), day(to));
            Lang::ALL.iter().map(move |lang| lang.days(from, to))
        };
        assert!(all("2024-05-17", "2024-05-21").eq([
            "17–21 мая 2024 г.",
            "2024年5月17日至21日",
            "17–21 May 2024"
        ]));
        assert!(all("2024-05-30", "2024-06-02").eq([
            "30 мая – 2 июня 2024 г.",
            "2024年5月30日至6月2日",
            "30 May – 2 June 2024"
        ]));
        assert!(all("2024-12-30", "2025-01-02").eq([
            "30 декабря 2024 г. – 2 января 2025 г.",
            "2024年12月30日至2025年1月2日",
            "30 December 2024 – 2 January 2025"
        ]));
        assert!(all("2024-05-17", "2024-05-17").eq([
            "17 мая 2024 г.",
            "2024年5月17日",
            "17 May 2024"
        ]));
    }

    #[test]
    fn the_time_of_day_may_be_unknown() {
        let at = |minutes| LocalTime {
            date: Date::parse("2024-05-17").unwrap(),
            minutes,
        };
        let all = |minutes| Lang::ALL.iter().map(move |lang| lang.time(at(minutes)));
        assert!(all(None).eq(["17 мая", "5月17日", "17 May"]));
        assert!(all(Some(9 * 60 + 5)).eq(["17 мая в 09:05", "5月17日 09:05", "17 May at 09:05"]));
    }
}
