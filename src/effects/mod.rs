//! The only place with I/O: network, clock, focus, measuring, listeners, the picture's
//! transform. Everything here ends with its owner.

mod advance;
mod ends;
mod fetch;
mod focus;
mod frame;
mod listeners;
mod measure;
mod page;
mod picture;
mod styles;
mod typing;

pub(crate) use advance::CanvasAdvance;
pub(crate) use ends::Ends;
pub(crate) use fetch::Fetching;
pub(crate) use focus::{Focus, focus_is_visible};
pub(crate) use frame::Frames;
pub(crate) use listeners::StageListeners;
pub(crate) use measure::{Measuring, sizes};
pub(crate) use page::{page_language, page_scrolls, reduced_motion, warn};
pub(crate) use picture::move_picture;
pub(crate) use styles::adopt_styles;
pub(crate) use typing::typing;
