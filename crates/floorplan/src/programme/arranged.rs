//! Sessions by day and by theme.

use crate::order::in_order;
use crate::plan::{Date, Plan, Session, SessionIx};

/// Days of the event without sessions are listed up to so many: a programme has no use for the
/// empty days of a permanent exhibition.
const MOST_EMPTY_DAYS: i32 = 31;

/// The sessions of an exhibition in the order of time. Each is in exactly one of `days` and
/// `undated`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programme {
    /// The days of the event and all others that have sessions, in order.
    pub days: Vec<Day>,
    /// Sessions without a published day, in file order.
    pub undated: Vec<SessionIx>,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// Sessions that start at a published time, by it. Those of several days are in the first.
    pub timed: Vec<SessionIx>,
    /// Sessions of the day whose time is not published, in file order.
    pub untimed: Vec<SessionIx>,
}

/// What sessions of a [`Group`] share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Their [`theme`](Session::theme).
    Theme,
    /// Their [`kind`](Session::kind).
    Kind,
}

/// Sessions that share something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The sessions, in the order of the programme; at least one. What they share is read from
    /// any of them.
    pub sessions: Vec<SessionIx>,
}

impl Programme {
    /// Arranges the sessions of a plan.
    pub fn new(plan: &Plan) -> Self {
        let mut programme = Self::default();
        let (first, last) = (plan.event.start.day_number(), plan.event.end.day_number());
        let mut empty = first..=if last - first < MOST_EMPTY_DAYS {
            last
        } else {
            first - 1
        };
        let mut next_empty = empty.next();
        for ix in in_time(plan) {
            let session = plan.sessions.get(ix.at());
            let Some(start) = session.and_then(|s| s.start) else {
                programme.undated.push(ix);
                continue;
            };
            while let Some(day) = next_empty.filter(|day| *day <= start.date.day_number()) {
                programme.day(Date::of_day_number(day));
                next_empty = empty.next();
            }
            if let Some(day) = programme.day(start.date) {
                if start.minutes.is_some() {
                    day.timed.push(ix);
                } else {
                    day.untimed.push(ix);
                }
            }
        }
        while let Some(day) = next_empty {
            programme.day(Date::of_day_number(day));
            next_empty = empty.next();
        }
        programme
    }

    /// The last day, which is `date` afterwards.
    fn day(&mut self, date: Date) -> Option<&mut Day> {
        if self.days.last().map(|day| day.date) != Some(date) {
            self.days.push(Day {
                date,
                timed: Vec::new(),
                untimed: Vec::new(),
            });
        }
        self.days.last_mut()
    }

    /// All sessions: by day, those without a time after the others of their day, those without a
    /// day at the end.
    pub fn sessions(&self) -> Vec<SessionIx> {
        let mut all = Vec::new();
        for day in &self.days {
            all.extend_from_slice(&day.timed);
            all.extend_from_slice(&day.untimed);
        }
        all.extend_from_slice(&self.undated);
        all
    }

    /// How many sessions have a published day, and how many of them a time.
    pub fn published(&self) -> (usize, usize) {
        let (mut dated, mut timed) = (0, 0);
        for day in &self.days {
            dated += day.timed.len() + day.untimed.len();
            timed += day.timed.len();
        }
        (dated, timed)
    }

    /// The sessions in groups, these in file order of what they share; sessions without a theme,
    /// or of no particular kind, come last.
    pub fn groups(&self, plan: &Plan, by: Grouping) -> Vec<Group> {
        // What each group shares is read from the first session of the file that has it.
        let mut firsts: Vec<&Session> = Vec::new();
        for session in &plan.sessions {
            if has_group(session, by) && !firsts.iter().any(|first| same(first, session, by)) {
                firsts.push(session);
            }
        }
        let mut groups = Vec::new();
        let all = self.sessions();
        for of in 0..=firsts.len() {
            let mut sessions = Vec::new();
            for ix in &all {
                let session = plan.sessions.get(ix.at());
                if session.is_some_and(|session| match firsts.get(of) {
                    Some(first) => same(first, session, by),
                    None => !has_group(session, by),
                }) {
                    sessions.push(*ix);
                }
            }
            if !sessions.is_empty() {
                groups.push(Group { sessions });
            }
        }
        groups
    }
}

/// The sessions in the order of time: by day, those without a time after the others of their day,
/// those without a day at the end.
pub fn in_time(plan: &Plan) -> Vec<SessionIx> {
    let mut all = Vec::new();
    for (ix, _) in arranged(plan, false) {
        all.push(ix);
    }
    all
}

/// The sessions day by day, or theme by theme in file order, each time those without one at the end; within
/// a day or theme in the order of time. With the number of their group, which neighbours of the
/// same day or theme share.
pub fn arranged(plan: &Plan, by_theme: bool) -> Vec<(SessionIx, i64)> {
    let mut keys = Vec::new();
    for session in &plan.sessions {
        let of = |other: &Session| other.theme == session.theme;
        let group = match (&session.theme, session.start) {
            (Some(theme), _) if by_theme && !theme.is_empty() => plan
                .sessions
                .iter()
                .position(of)
                .map(|at| SessionIx::from(at).0.into()),
            (_, Some(start)) if !by_theme => Some(start.date.day_number().into()),
            _ => None,
        };
        keys.push((group.unwrap_or(i64::MAX), time_key(session)));
    }
    let key = |place: u32| keys.get(place as usize);
    let mut all = Vec::new();
    for place in in_order(keys.len(), &mut |a, b| key(a).cmp(&key(b))) {
        all.push((SessionIx(place), key(place).map_or(0, |(group, _)| *group)));
    }
    all
}

fn has_group(session: &Session, by: Grouping) -> bool {
    match by {
        Grouping::Theme => session
            .theme
            .as_ref()
            .is_some_and(|theme| !theme.is_empty()),
        Grouping::Kind => crate::messages::session_kind(session.kind).is_some(),
    }
}

fn same(a: &Session, b: &Session, by: Grouping) -> bool {
    match by {
        Grouping::Theme => a.theme == b.theme,
        Grouping::Kind => a.kind == b.kind,
    }
}

/// By day, then time; what is not published comes after what is.
fn time_key(session: &Session) -> i64 {
    match session.start {
        // Days have fewer than 2,000 minutes.
        Some(at) => {
            i64::from(at.date.day_number()) * 2_000 + i64::from(at.minutes.unwrap_or(1_999))
        }
        None => i64::MAX,
    }
}
