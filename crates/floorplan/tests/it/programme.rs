//! The programme by day, by theme, and by what is on now.

use floorplan::messages::Lang;
use floorplan::plan::{Date, LocalTime, Plan, SessionIx, StandIx, load};
use floorplan::programme::{
    Clock, Grouping, Programme, Status, TimeSlider, arranged, place, summary, when,
};
use proptest::prelude::*;

/// Start and end of a session, as in the file.
type Times<'a> = (&'a str, &'a str);

/// An event of 17 to 21 May with a session for each pair of times, on stand A1, of two themes by turns.
fn with(times: &[Times<'_>]) -> Plan {
    of("2024-05-17", "2024-05-21", times)
}

fn of(first: &str, last: &str, times: &[Times<'_>]) -> Plan {
    let mut sessions = Vec::new();
    for (i, (start, end)) in times.iter().enumerate() {
        let theme = [
            "",
            r#","theme":"Gears","kind":"forum""#,
            r#","theme":"Steel""#,
        ][i % 3];
        let field = |name, text: &str| match text {
            "" => String::new(),
            _ => format!(r#","{name}":"{text}""#),
        };
        sessions.push(format!(
            r#"{{"id":"s{i}","title":"S{i}","place":"a1"{theme}{}{}}}"#,
            field("start", start),
            field("end", end)
        ));
    }
    let text = format!(
        r#"{{"format":"expo-map","version":1,
        "event":{{"id":"e","name":"E","start":"{first}","end":"{last}","timeZone":"Asia/Shanghai"}},
        "halls":[{{"id":"h","name":"H","outline":[[0,0],[20,0],[20,10],[0,10]]}}],
        "stands":[{{"id":"a0","number":"A0","outline":[[0,0],[2,0],[2,2]]}},
                  {{"id":"a1","number":"A1","outline":[[2,2],[8,2],[8,6],[2,6]]}}],
        "sessions":[{}]}}"#,
        sessions.join(",")
    );
    load(&text).unwrap().plan
}

fn at(text: &str) -> LocalTime {
    LocalTime::parse(text).unwrap()
}

fn places(sessions: &[SessionIx]) -> Vec<usize> {
    sessions.iter().map(|ix| ix.at()).collect()
}

fn statuses(plan: &Plan, now: &str, soon: u16) -> Vec<Status> {
    let clock = Clock::new(plan, at(now), soon);
    plan.sessions.iter().map(|s| clock.status(s)).collect()
}

#[test]
fn days_are_those_of_the_event_and_of_sessions_beyond_it() {
    let plan = with(&[
        ("2024-05-18T14:00", ""),
        ("", ""),
        ("2024-05-18", ""),
        ("2024-05-18T09:30", "2024-05-18T10:00"),
        ("2024-05-23T09:00", ""),
        ("2024-05-10", ""),
    ]);
    let programme = Programme::new(&plan);
    let days: Vec<_> = programme
        .days
        .iter()
        .map(|d| (d.date.day, places(&d.timed), places(&d.untimed)))
        .collect();
    let empty = |day| (day, vec![], vec![]);
    assert_eq!(
        days,
        [
            (10, vec![], vec![5]),
            empty(17),
            (18, vec![3, 0], vec![2]),
            empty(19),
            empty(20),
            empty(21),
            (23, vec![4], vec![]),
        ]
    );
    assert_eq!(places(&programme.undated), [1]);
    assert_eq!(places(&programme.sessions()), [5, 3, 0, 2, 4, 1]);
    assert_eq!(programme.published(), (5, 3));
}

#[test]
fn a_permanent_exhibition_has_no_empty_days() {
    let plan = of("0001-01-01", "9999-12-31", &[("2024-05-18T14:00", "")]);
    assert_eq!(Programme::new(&plan).days.len(), 1);
    let slider = TimeSlider::new(&plan);
    let last = slider.moment(slider.positions() - 1);
    assert_eq!(last.date, Date::parse("9999-12-31").unwrap());
    assert_eq!(slider.positions(), 3_652_059);
}

#[test]
fn themes_come_in_file_order_and_what_has_none_last() {
    let plan = with(&[
        ("", ""),
        ("2024-05-18", ""),
        ("2024-05-17", ""),
        ("", ""),
        ("2024-05-17", ""),
    ]);
    let programme = Programme::new(&plan);
    let groups = |by| -> Vec<_> {
        let groups = programme.groups(&plan, by);
        groups.iter().map(|g| places(&g.sessions)).collect()
    };
    assert_eq!(groups(Grouping::Theme), [vec![4, 1], vec![2], vec![0, 3]]);
    assert_eq!(groups(Grouping::Kind), [vec![4, 1], vec![2, 0, 3]]);
}

fn sessions_of(arranged: &[(SessionIx, i64)]) -> Vec<SessionIx> {
    arranged.iter().map(|(ix, _)| *ix).collect()
}

#[test]
fn themes_one_after_the_other_are_the_groups() {
    let plan = super::plan();
    let groups = Programme::new(&plan).groups(&plan, Grouping::Theme);
    assert!(groups.len() > 3);
    let sessions: Vec<_> = groups
        .into_iter()
        .flat_map(|group| group.sessions)
        .collect();
    let by_theme = arranged(&plan, true);
    assert_eq!(sessions_of(&by_theme), sessions);
    // Neighbours have the same number if they have the same theme.
    for pair in by_theme.windows(2) {
        let theme = |at: usize| &plan.sessions[pair[at].0.at()].theme;
        assert_eq!(pair[0].1 == pair[1].1, theme(0) == theme(1));
    }
    let two_days = with(&[("2024-05-18", ""), ("2024-05-17", "")]);
    assert_eq!(places(&sessions_of(&arranged(&two_days, true))), [1, 0]);
    let days = arranged(&two_days, false);
    assert_eq!(places(&sessions_of(&days)), [1, 0]);
    assert_ne!(days[0].1, days[1].1);
}

#[test]
fn what_is_on_ends_at_its_end_and_the_next_is_named() {
    use Status::{Later, Next, Now, Past};
    let plan = with(&[
        ("2024-05-18T10:00", "2024-05-18T11:00"),
        ("2024-05-18T11:00", "2024-05-18T12:00"),
        ("2024-05-18T11:40", "2024-05-18T12:00"),
        ("2024-05-19T09:00", "2024-05-19T10:00"),
    ]);
    assert_eq!(
        statuses(&plan, "2024-05-18T09:59", 0),
        [Next, Later, Later, Later]
    );
    assert_eq!(
        statuses(&plan, "2024-05-18T10:00", 30),
        [Now, Next, Later, Later]
    );
    assert_eq!(
        statuses(&plan, "2024-05-18T10:59", 45),
        [Now, Next, Next, Later]
    );
    assert_eq!(
        statuses(&plan, "2024-05-18T11:00", 30),
        [Past, Now, Next, Later]
    );
    assert_eq!(
        statuses(&plan, "2024-05-18T20:00", 30),
        [Past, Past, Past, Next]
    );
    let clock = Clock::new(&plan, at("2024-05-18T11:45"), 15);
    assert_eq!(clock.stands(&plan), [StandIx(1)], "two sessions, one stand");
    assert_eq!(places(&clock.sessions(&plan, Now)), [1, 2]);
    let evening = Clock::new(&plan, at("2024-05-18T20:00"), 15);
    assert_eq!(evening.stands(&plan), []);
}

#[test]
fn what_follows_is_the_earliest_and_of_the_file_s_order() {
    let plan = with(&[
        ("2024-05-18T11:55", ""),
        ("2024-05-18", ""),
        ("2024-05-18T11:45", ""),
        ("2024-05-18T11:45", ""),
        ("", ""),
    ]);
    let follows = |now| Clock::new(&plan, at(now), 30).follows().map(SessionIx::at);
    // With its time rather than without, and not by where it stands in the file.
    assert_eq!(follows("2024-05-17T18:00"), Some(2));
    assert_eq!(follows("2024-05-18T11:45"), Some(0));
    assert_eq!(follows("2024-05-18T11:55"), None);
    assert_eq!(follows("2024-05-17"), Some(2));
}

#[test]
fn what_is_not_published_is_not_guessed() {
    use Status::{Later, Next, Past, Started, Today, Unknown};
    let plan = with(&[
        ("", ""),
        ("2024-05-17", ""),
        ("2024-05-17T10:00", ""),
        ("2024-05-17", "2024-05-19"),
        ("", "2024-05-17T15:00"),
    ]);
    let s = |now| statuses(&plan, now, 30);
    assert_eq!(
        s("2024-05-16T12:00"),
        [Unknown, Later, Next, Later, Unknown]
    );
    assert_eq!(
        s("2024-05-17T09:00"),
        [Unknown, Today, Next, Today, Unknown]
    );
    assert_eq!(
        s("2024-05-17T12:00"),
        [Unknown, Today, Started, Today, Unknown]
    );
    assert_eq!(s("2024-05-18T00:00"), [Unknown, Past, Past, Today, Past]);
    assert_eq!(s("2024-05-20T00:00"), [Unknown, Past, Past, Past, Past]);
    // A whole day, as the slider gives it where no time is known.
    assert_eq!(s("2024-05-17"), [Unknown, Today, Today, Today, Unknown]);
}

#[test]
fn the_slider_goes_through_the_hours_of_the_sessions_on_every_day() {
    let plan = with(&[
        ("2024-05-17T10:30", "2024-05-17T11:10"),
        ("2024-05-19T09:45", ""),
    ]);
    let slider = TimeSlider::new(&plan);
    assert_eq!(slider.per_day(), 13, "09:00 to 12:00 by quarters");
    assert_eq!(slider.positions(), 5 * 13);
    assert_eq!(slider.moment(0), at("2024-05-17T09:00"));
    assert_eq!(slider.moment(12), at("2024-05-17T12:00"));
    assert_eq!(slider.moment(13), at("2024-05-18T09:00"));
    assert_eq!(slider.moment(u32::MAX), at("2024-05-21T12:00"));
    assert_eq!(slider.position(at("2024-05-18T09:20")), 14);
    assert_eq!(slider.position(at("2024-05-18T08:00")), 13);
    assert_eq!(slider.position(at("2024-05-18T23:00")), 25);
    assert_eq!(slider.position(at("2023-01-01T23:00")), 0);
    assert_eq!(slider.position(at("2025-01-01T23:00")), 64);
    let labels = Lang::ALL.iter().map(|lang| slider.label(1, *lang));
    assert!(labels.eq(["17 мая в 09:15", "5月17日 09:15", "17 May at 09:15"]));
}

#[test]
fn the_words_say_how_much_is_published() {
    let plan = with(&[
        ("2024-05-17T10:00", "2024-05-17T11:30"),
        ("2024-05-17T10:00", "2024-05-18T11:30"),
        ("2024-05-17", ""),
        ("2024-05-17", "2024-05-21"),
        ("", ""),
    ]);
    let all = |lang| -> Vec<_> { plan.sessions.iter().map(|s| when(s, lang)).collect() };
    assert_eq!(
        all(Lang::Ru),
        [
            "17 мая в 10:00–11:30",
            "17 мая в 10:00 – 18 мая в 11:30",
            "17 мая, время не опубликовано",
            "17 мая – 21 мая, время не опубликовано",
            "время не опубликовано",
        ]
    );
    assert_eq!(
        all(Lang::Zh)[..3],
        [
            "5月17日 10:00–11:30",
            "5月17日 10:00 – 5月18日 11:30",
            "5月17日，时间未公布"
        ]
    );
    let programme = Programme::new(&plan);
    assert_eq!(
        summary(&programme, Lang::En),
        "5 sessions. The day is published for 4 of 5, the starting time for 2."
    );
    let headings = Lang::ALL
        .iter()
        .map(|lang| programme.days[0].heading(*lang));
    assert!(headings.eq(["17 мая, пятница", "5月17日 星期五", "Friday, 17 May"]));
    assert_eq!(
        place(&plan, &plan.sessions[0], Lang::Zh).unwrap(),
        "A1号展位"
    );
    let none = Programme::new(&with(&[("", "")]));
    assert_eq!(
        summary(&none, Lang::En),
        "1 session. Days and times are not published."
    );
}

#[test]
fn the_reference_programme_is_sorted_apart_and_says_so() {
    let plan = super::plan();
    let programme = Programme::new(&plan);
    assert_eq!((programme.days.len(), programme.undated.len()), (5, 15));
    assert_eq!(places(&programme.days[0].untimed), [0]);
    assert_eq!(programme.groups(&plan, Grouping::Theme).len(), 5);
    let said = Lang::ALL.iter().map(|lang| summary(&programme, *lang));
    assert!(said.eq([
        "16 мероприятий. День известен у 1 из 16, время начала не опубликовано.",
        "16场活动。已公布日期的有1场（共16场），开始时间均未公布。",
        "16 sessions. The day is published for 1 of 16, starting times are not.",
    ]));
    let slider = TimeSlider::new(&plan);
    assert_eq!(slider.positions(), 5, "days, since no hour is known");
    assert_eq!(slider.label(1, Lang::Ru), "18 мая");
    let first_day = Clock::new(&plan, slider.moment(0), 30);
    assert_eq!(first_day.status(&plan.sessions[0]), Status::Today);
    assert_eq!(first_day.sessions(&plan, Status::Unknown).len(), 15);
    assert_eq!(
        place(&plan, &plan.sessions[0], Lang::Ru).unwrap(),
        "Стенд H1: Деловая сцена"
    );
}

/// Any time that a file may hold, and some that it may not.
fn any_time() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        4 => (15..24_u32, 0..24_u32, 0..4_u32)
            .prop_map(|(d, h, q)| format!("2024-05-{d}T{h:02}:{:02}", q * 15)),
        2 => (15..24_u32).prop_map(|d| format!("2024-05-{d}")),
        1 => (0..10_000_u32, 0..14_u32, 0..33_u32)
            .prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}")),
        1 => "[0-9T:-]{0,16}",
    ]
}

proptest! {
    #[test]
    fn every_session_appears_exactly_once_and_in_the_order_of_time(
        times in prop::collection::vec((any_time(), any_time()), 0..24),
    ) {
        let times: Vec<_> = times.iter().map(|(a, b)| (&**a, &**b)).collect();
        let plan = with(&times);
        let programme = Programme::new(&plan);
        let all: Vec<usize> = (0..plan.sessions.len()).collect();
        let mut listed = places(&programme.sessions());
        let starts: Vec<_> = listed.iter().map(|i| plan.sessions[*i].start).collect();
        let timed = |at: LocalTime| (at.date, at.minutes.is_none(), at.minutes);
        let ordered = |pair: &[Option<LocalTime>]| match (pair[0], pair[1]) {
            (Some(a), Some(b)) => timed(a) <= timed(b),
            (a, b) => a.is_some() || b.is_none(),
        };
        prop_assert!(starts.windows(2).all(ordered), "{:?}", starts);
        listed.sort_unstable();
        prop_assert_eq!(&listed, &all);
        prop_assert!(programme.days.windows(2).all(|w| w[0].date < w[1].date));
        for by in [Grouping::Theme, Grouping::Kind] {
            let groups = programme.groups(&plan, by);
            let mut grouped: Vec<_> = groups.iter().flat_map(|g| places(&g.sessions)).collect();
            grouped.sort_unstable();
            prop_assert_eq!(&grouped, &all);
        }
        for session in &plan.sessions {
            for lang in Lang::ALL {
                prop_assert!(!when(session, *lang).is_empty());
            }
        }
    }

    #[test]
    fn time_only_goes_forward(
        times in prop::collection::vec((any_time(), any_time()), 1..8),
        soon in 0..300_u16,
    ) {
        let times: Vec<_> = times.iter().map(|(a, b)| (&**a, &**b)).collect();
        let plan = with(&times);
        let rank = |status| match status {
            Status::Unknown => None,
            Status::Later => Some(0),
            Status::Next => Some(1),
            Status::Today | Status::Started | Status::Now => Some(2),
            Status::Past => Some(3),
        };
        for session in &plan.sessions {
            let mut last = Some(0);
            for hour in 0..24 * 12 {
                let day = at("2024-05-14").date.day_number() + hour / 24;
                let now = LocalTime { date: Date::of_day_number(day), minutes: Some((hour % 24 * 60) as u16) };
                let clock = Clock::new(&plan, now, soon);
                if let Some(next) = clock.follows() {
                    prop_assert_eq!(clock.status(&plan.sessions[next.at()]), Status::Next);
                }
                let now = rank(clock.status(session));
                if session.start.is_some() {
                    prop_assert!(now.is_some() && now >= last);
                    last = now;
                }
            }
        }
    }

    #[test]
    fn every_position_of_the_slider_is_its_moment_s(
        times in prop::collection::vec((any_time(), any_time()), 0..8),
        days in 1..40_i32,
        position in any::<u32>(),
    ) {
        let times: Vec<_> = times.iter().map(|(a, b)| (&**a, &**b)).collect();
        let last = Date::of_day_number(at("2024-05-16").date.day_number() + days);
        let plan = of("2024-05-17", &format!("{:04}-{:02}-{:02}", last.year, last.month, last.day), &times);
        let slider = TimeSlider::new(&plan);
        let position = position % slider.positions();
        let moment = slider.moment(position);
        prop_assert_eq!(slider.position(moment), position);
        prop_assert!(moment.date >= plan.event.start && moment.date <= plan.event.end);
        prop_assert!(moment.minutes.unwrap_or(0) < 1_440);
        prop_assert!(position == 0 || slider.moment(position - 1) < moment);
    }
}
