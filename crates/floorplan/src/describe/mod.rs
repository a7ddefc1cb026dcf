//! The plan in words, for those who hear it: a floor, a stand, and what lies between two stands.
//!
//! Everything is read off the geometry and the names in the file; nothing is added to it. Metres are
//! those of the plan, between outlines; left, right, above and below are those of the plan. Stands of
//! different floors are never related by metres. Only what is near is looked at, so that a sentence
//! costs the same in a hall of 36 and of 10,000 stands; [`Guide::floor`] alone goes through all stands
//! of its floor.
//!
//! Sentences are put together from the fragments of `words.rs`, chosen so that no word of the data has
//! to be inflected.

mod floor;
mod full;
mod guide;
mod relation;
mod route;
mod side;
mod stand;
mod step;
mod words;

pub use guide::{Guide, LANGUAGE};
