//! The programme in words.

use super::{Programme, Status};
use crate::messages::{Lang, Msg, Noun, fill, service_name};
use crate::plan::{LocalTime, Plan, Session, SessionPlace};

/// What is said of a whole programme where times are missing, by whether some days are known; the
/// order of the columns is ru, zh, en.
const MISSING: [[&str; 3]; 3] = [
    [
        "Дни и время не опубликованы.",
        "日期和时间均未公布。",
        "Days and times are not published.",
    ],
    [
        "День известен у {} из {}, время начала — у {}.",
        "已公布日期的有{}场（共{}场），已公布开始时间的有{}场。",
        "The day is published for {} of {}, the starting time for {}.",
    ],
    [
        "День известен у {} из {}, время начала не опубликовано.",
        "已公布日期的有{}场（共{}场），开始时间均未公布。",
        "The day is published for {} of {}, starting times are not.",
    ],
];

const STATUS: [[&str; 3]; 7] = [
    ["завершилось", "已结束", "ended"],
    ["идёт сейчас", "正在进行", "on now"],
    [
        "началось, время окончания не опубликовано",
        "已开始，结束时间未公布",
        "started, end not published",
    ],
    ["следующее", "即将开始", "next"],
    ["в этот день", "当天", "on this day"],
    ["позже", "稍后", "later"],
    ["день не опубликован", "日期未公布", "day not published"],
];

const WEEKDAYS: [[&str; 3]; 7] = [
    ["понедельник", "星期一", "Monday"],
    ["вторник", "星期二", "Tuesday"],
    ["среда", "星期三", "Wednesday"],
    ["четверг", "星期四", "Thursday"],
    ["пятница", "星期五", "Friday"],
    ["суббота", "星期六", "Saturday"],
    ["воскресенье", "星期日", "Sunday"],
];

/// A cell of a table.
fn cell(table: &[[&'static str; 3]], row: usize, lang: Lang) -> &'static str {
    let row = table.get(row);
    row.and_then(|row| row.get(lang.column()))
        .copied()
        .unwrap_or_default()
}

impl Status {
    /// In words, to stand beside a session's title.
    pub fn text(self, lang: Lang) -> &'static str {
        cell(&STATUS, self as usize, lang)
    }
}

impl Status {
    /// The word that marks a session in a list; none for what is still far, or not known.
    pub fn mark(self) -> Option<Msg> {
        Some(match self {
            Self::Now => Msg::StatusNow,
            Self::Started => Msg::StatusStarted,
            Self::Next => Msg::StatusNext,
            Self::Today => Msg::StatusToday,
            Self::Past => Msg::StatusPast,
            Self::Later | Self::Unknown => return None,
        })
    }
}

impl super::Day {
    /// The day of the week and the day, for a heading.
    pub fn heading(&self, lang: Lang) -> String {
        // 1 January of the year 0 was a Saturday.
        let weekday = (self.date.day_number() + 5).rem_euclid(7) as usize;
        let weekday = cell(&WEEKDAYS, weekday, lang);
        let day = lang.time(LocalTime {
            date: self.date,
            minutes: None,
        });
        let (first, joint, last) = match lang {
            Lang::Ru => (&*day, ", ", weekday),
            Lang::Zh => (&*day, " ", weekday),
            Lang::En => (weekday, ", ", &*day),
        };
        [first, joint, last].concat()
    }
}

/// When a session takes place, as far as it is published: "17 May at 10:00–11:30", "17 May, time not
/// published", "time not published".
pub fn when(session: &Session, lang: Lang) -> String {
    let missing = Msg::NoTime.text(lang);
    let Some(start) = session.start else {
        return missing.into();
    };
    let mut text = lang.time(start);
    if let Some(end) = session.end {
        let full = lang.time(end);
        if end.date != start.date {
            text.push_str(" – ");
            text.push_str(&full);
        } else if start.minutes.is_some() && end.minutes > start.minutes {
            // The hour alone: five characters, in every language.
            text.push('–');
            text.push_str(full.get(full.len().saturating_sub(5)..).unwrap_or_default());
        }
    }
    if start.minutes.is_none() {
        text.push_str(if lang == Lang::Zh { "，" } else { ", " });
        text.push_str(missing);
    }
    text
}

/// Where a session takes place, as far as it is published: on a stand, at a service, or a place in
/// words.
pub fn place(plan: &Plan, session: &Session, lang: Lang) -> Option<String> {
    if let Some(name) = session.place_name.as_ref().filter(|name| !name.is_empty()) {
        return Some(name.get(lang.tag()).text.into());
    }
    match session.place? {
        SessionPlace::Stand(ix) => {
            let stand = plan.stand(ix)?;
            let mut text = fill(Msg::StandNo.text(lang), &[&stand.number]);
            let name = plan.stand_short_name(stand, lang.tag()).text;
            if name != *stand.number {
                text.push_str(if lang == Lang::Zh { "：" } else { ": " });
                text.push_str(&name);
            }
            Some(text)
        }
        SessionPlace::Service(hall, place) => {
            let service = plan.halls.get(hall.at())?.services.get(place)?;
            Some(match &service.name {
                Some(name) => name.get(lang.tag()).text.into(),
                None => service_name(service.kind).text(lang).into(),
            })
        }
    }
}

/// How many sessions there are and of how many the day and the time are published.
pub fn summary(programme: &Programme, lang: Lang) -> String {
    let (dated, timed) = programme.published();
    let all = dated + programme.undated.len();
    let number = |count: usize| lang.number(count as f64);
    let phrase = Noun::Session.phrase(lang, lang.plural(all));
    let mut text = fill(phrase, &[&number(all)]);
    text.push_str(if lang == Lang::Zh { "。" } else { "." });
    if timed < all {
        if lang != Lang::Zh {
            text.push(' ');
        }
        let row = match (dated, timed) {
            (0, _) => 0,
            (_, 0) => 2,
            _ => 1,
        };
        let missing = cell(&MISSING, row, lang);
        text.push_str(&fill(
            missing,
            &[&number(dated), &number(all), &number(timed)],
        ));
    }
    text
}
