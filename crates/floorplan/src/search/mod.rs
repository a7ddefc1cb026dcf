//! Finding stands by what a visitor types, in every language of the data at once.

mod fold;
mod index;

pub use fold::{fold, is_word, words};
pub use index::{Match, MatchField, SearchIndex};
