//! The only place with I/O: network, clock, storage, files, focus, measuring, listeners, the picture's
//! transform. Everything here ends with its owner.

mod advance;
mod ask;
mod ends;
mod fetch;
mod focus;
mod keep;
mod listeners;
mod page;
mod picture;
mod styles;
mod take;
mod timers;

pub(crate) use advance::CanvasAdvance;
pub(crate) use ask::{expect_file, propose, settle};
pub(crate) use ends::Ends;
pub(crate) use fetch::Fetching;
pub(crate) use focus::{Focus, focus_is_visible, mark_stands};
pub(crate) use keep::Keeping;
pub(crate) use listeners::Listeners;
pub(crate) use page::{
    collate, fill_screen, page_language, page_scrolls, print_page, reduced_motion, show_keys, warn,
};
pub(crate) use picture::Painter;
pub(crate) use styles::{CSS, adopt};
pub(crate) use take::take_along;
pub(crate) use timers::{Timers, soon};
