//! What is on now, what comes next.

use crate::plan::{LocalTime, Plan, Session, SessionIx, Stand, StandIx};

/// Minutes of a day.
const DAY: i64 = 1_440;

/// How a session stands to a moment. Never more than what is published lets one say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It has ended.
    Past,
    /// It is on: it has started and the published end is still to come.
    Now,
    /// It has started; when it ends is not published.
    Started,
    /// It starts within the minutes given to [`Clock::new`], or is the next one to start.
    Next,
    /// It is on this day; whether it is on now cannot be told, since a time is not published or the
    /// moment is a whole day.
    Today,
    /// It comes after that.
    Later,
    /// Its day is not published.
    Unknown,
}

impl Status {
    /// The session is on, or may be.
    pub fn may_be_on(self) -> bool {
        matches!(self, Self::Now | Self::Started | Self::Today)
    }
}

/// A moment at the event, or a whole day where the time of day is `None`, and what the programme
/// has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The moment, from its first minute to its last.
    now: Span,
    /// Sessions are next that start no later.
    next: i64,
    follows: Option<SessionIx>,
}

/// Minutes of the calendar, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    first: i64,
    last: i64,
}

/// The minutes that a time can mean: one, or any of its day.
fn span(at: LocalTime) -> Span {
    let midnight = i64::from(at.date.day_number()) * DAY;
    match at.minutes {
        Some(minutes) => {
            let minute = midnight + i64::from(minutes);
            Span {
                first: minute,
                last: minute,
            }
        }
        None => Span {
            first: midnight,
            last: midnight + DAY - 1,
        },
    }
}

impl Clock {
    /// What the clocks of the event's place show, and how many minutes before its start a session
    /// counts as next.
    pub fn new(plan: &Plan, now: LocalTime, soon_minutes: u16) -> Self {
        let now = span(now);
        let (mut next, mut follows) = (i64::MAX, None);
        for (ix, session) in plan.sessions.iter().enumerate() {
            let Some(start) = session.start.map(span) else {
                continue;
            };
            if start.first > now.last && start.last < next {
                next = start.last;
                follows = Some(SessionIx::from(ix));
            }
        }
        Self {
            now,
            next: next.max(now.last + i64::from(soon_minutes)),
            follows,
        }
    }

    /// The session that starts first after this moment; of those that start at once, the first of the file.
    pub fn follows(self) -> Option<SessionIx> {
        self.follows
    }

    /// How a session stands to this moment.
    pub fn status(self, session: &Session) -> Status {
        let now = self.now;
        let (Some(start), end) = (session.start.map(span), session.end.map(span)) else {
            // An end alone tells when it is over.
            let is_over = session.end.is_some_and(|end| span(end).last < now.first);
            return if is_over {
                Status::Past
            } else {
                Status::Unknown
            };
        };
        if start.first > now.last {
            return if start.last <= self.next {
                Status::Next
            } else {
                Status::Later
            };
        }
        let is_exact = |span: Span| span.first == span.last;
        // The first minute when it is over for certain; without an end, after its day.
        let over = match end {
            Some(end) if is_exact(end) => end.last.max(start.first + 1),
            Some(end) => end.last + 1,
            None => (start.first.div_euclid(DAY) + 1) * DAY,
        };
        if over <= now.first {
            return Status::Past;
        }
        match end {
            _ if !is_exact(start) || !is_exact(now) => Status::Today,
            Some(end) if is_exact(end) => Status::Now,
            _ => Status::Started,
        }
    }

    /// The sessions of a status, in file order.
    pub fn sessions(self, plan: &Plan, status: Status) -> Vec<SessionIx> {
        let mut found = Vec::new();
        for (ix, session) in plan.sessions.iter().enumerate() {
            if self.status(session) == status {
                found.push(SessionIx::from(ix));
            }
        }
        found
    }

    /// The stands that have a session now, in file order: see [`is_at`](Self::is_at).
    pub fn stands(self, plan: &Plan) -> Vec<StandIx> {
        let mut found = Vec::new();
        for (ix, stand) in plan.stands.iter().enumerate() {
            if self.is_at(plan, stand) {
                found.push(StandIx::from(ix));
            }
        }
        found
    }

    /// Whether a stand has a session now: one that is on, or has started and may be on; where the
    /// moment is a whole day, one of that day.
    pub fn is_at(self, plan: &Plan, stand: &Stand) -> bool {
        let is_day = self.now.first < self.now.last;
        stand.sessions.iter().any(|ix| {
            let session = plan.sessions.get(ix.at());
            match session.map(|session| self.status(session)) {
                Some(Status::Now | Status::Started) => true,
                status => is_day && status == Some(Status::Today),
            }
        })
    }
}
