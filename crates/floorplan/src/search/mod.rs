//! Finding stands by what a visitor types, in every language of the data at once.

mod fold;
mod index;

pub use fold::{fold, words};
pub use index::{Match, MatchField, SearchIndex};
