//! The programme arranged for visitors: by day, by theme, by what is on now.
//!
//! Sessions without a published day or time are kept apart and said to be so; nothing is guessed
//! for them. Knows no clock: what time it is at the event comes in as a [`LocalTime`], made from
//! UTC by [`LocalTime::from_utc`] with the offset that the browser's `Intl` gives for
//! [`Event::time_zone`].
//!
//! [`LocalTime`]: crate::plan::LocalTime
//! [`LocalTime::from_utc`]: crate::plan::LocalTime::from_utc
//! [`Event::time_zone`]: crate::plan::Event::time_zone

mod arranged;
mod clock;
mod slider;
mod words;

pub use arranged::{Day, Group, Grouping, Programme, arranged, in_time};
pub use clock::{Clock, Status};
pub use slider::TimeSlider;
pub use words::{place, summary, when};
