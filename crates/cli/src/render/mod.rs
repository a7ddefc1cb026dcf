//! What a page shows before the widget is there, or without it: the plan as an SVG, everything of
//! the exhibition as a piece of HTML, and what search engines read.
//!
//! The plan is drawn by the core, as the widget's own pictures are; here its marks are written
//! down. Each part is a pure function from the plan to a text; none knows the clock, so that the
//! same file gives the same text.

mod about;
mod document;
mod html;
mod ids;
mod inks;
mod linked_data;
mod markup;
mod moment;
mod origins;
mod pen;
mod picture;
mod pins;
mod programme;
mod sheet;
mod stands;
mod svg;
mod trace;
mod view;
mod words;
mod wrap;

pub use document::{Done, Options, render};
pub(crate) use document::{Piece, piece, text_of};
