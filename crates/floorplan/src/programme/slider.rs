//! The slider that chooses a moment of the event.

use crate::messages::Lang;
use crate::plan::{Date, LocalTime, Plan};

/// Minutes between two positions.
const STEP: u16 = 15;
const HOUR: u16 = 60;

/// The moments that a visitor can choose from: the opening days, from the hour in which the first
/// session of any day starts to the hour in which the last one ends. Where no session has a time,
/// whole days: opening hours are not made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeSlider {
    first_day: i32,
    days: u32,
    /// The first minute of a day to choose.
    opens: u16,
    /// Positions of a day.
    per_day: u32,
}

impl TimeSlider {
    /// The slider of an exhibition.
    pub fn new(plan: &Plan) -> Self {
        let (first_day, last_day) = (plan.event.start.day_number(), plan.event.end.day_number());
        let (mut from, mut to) = (u16::MAX, 0);
        for session in &plan.sessions {
            for at in [session.start, session.end] {
                if let Some(minutes) = at.and_then(|at| at.minutes) {
                    from = from.min(minutes);
                    to = to.max(minutes);
                }
            }
        }
        let is_timed = from <= to;
        let opens = if is_timed { from / HOUR * HOUR } else { 0 };
        // One position for the closing hour itself, but for midnight, which is the next day's.
        let closes = to.div_ceil(HOUR).saturating_mul(HOUR).min(24 * HOUR - STEP);
        Self {
            first_day,
            days: (last_day - first_day).max(0) as u32 + 1,
            opens,
            per_day: if is_timed {
                u32::from(closes.saturating_sub(opens) / STEP) + 1
            } else {
                1
            },
        }
    }

    /// How many positions there are, at least one; they are counted from 0.
    pub fn positions(self) -> u32 {
        self.days * self.per_day
    }

    /// How many positions make a day: the step of Page Up and Page Down.
    pub fn per_day(self) -> u32 {
        self.per_day
    }

    /// The moment at a position (the last one beyond the end), for [`Clock::new`](super::Clock::new);
    /// a whole day where no session has a time.
    pub fn moment(self, position: u32) -> LocalTime {
        let position = position.min(self.positions() - 1);
        let day = position / self.per_day;
        let step = (position % self.per_day) as u16;
        LocalTime {
            date: Date::of_day_number(self.first_day + day.cast_signed()),
            minutes: (self.per_day > 1).then(|| self.opens + step * STEP),
        }
    }

    /// The last position that is not after a moment; the first one before the event.
    pub fn position(self, at: LocalTime) -> u32 {
        let day = at.date.day_number() - self.first_day;
        let Ok(day) = u32::try_from(day) else {
            return 0;
        };
        if day >= self.days {
            return self.positions() - 1;
        }
        let minutes = at.minutes.unwrap_or(0);
        let step = u32::from(minutes.saturating_sub(self.opens) / STEP);
        day * self.per_day + step.min(self.per_day - 1)
    }

    /// What the slider says at a position: "17 May at 10:30".
    pub fn label(self, position: u32, lang: Lang) -> String {
        lang.time(self.moment(position))
    }
}
