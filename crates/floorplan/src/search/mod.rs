//! Finding what a visitor types, in every language of the data at once: stands, participants,
//! sessions, services, doorways.
//!
//! Words are compared by how they sound in Latin letters ([`key`]), which makes Latin and Cyrillic
//! one; typing errors, endings, keyboard layouts, pinyin and abbreviations come on top. Knows
//! nothing of how what is found is shown.

mod excerpt;
mod find;
mod fold;
mod found;
mod index;
mod key;
mod kinds;
mod layout;
mod term;
mod texts;
mod tokens;
mod typos;

pub use excerpt::Excerpt;
pub use fold::fold;
pub use found::{Found, Group, Hit, What};
pub use index::SearchIndex;
pub use texts::MatchField;
