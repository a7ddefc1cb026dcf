//! The exhibition, valid by construction: ids are resolved, polygons are simple, links are safe.
//!
//! Built once from the [`format`](crate::format) and never changed. What cannot be used becomes
//! a [`Warning`] with its place in the file; the rest goes on. Draws nothing.

mod build;
mod colour;
mod date;
mod ids;
mod model;
mod names;
mod url;
mod warning;

pub use build::{Loaded, inspect, load};
pub use colour::{Colour, Rgb};
pub use date::{Date, LocalTime};
pub use ids::{CategoryIx, FloorIx, HallIx, IdIndex, ParticipantIx, SessionIx, StandIx};
pub use model::{
    Category, District, Door, Entrance, Event, Floor, Hall, Link, Organiser, Participant, Plan,
    Service, Session, SessionPlace, Source, Stand, Wall,
};
pub use names::{MAX_NAME_CHARS, MAX_TEXT_CHARS, Name, beginning, shortened};
pub use url::SafeUrl;
pub use warning::{Warning, WarningKind};
