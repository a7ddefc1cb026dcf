//! What a visitor keeps for themselves: marks on stands and sessions, a link that carries them, what
//! changed since the last visit, and recent searches.
//!
//! Marks name things by their stable id, so they follow when the plan changes. This module makes and
//! reads texts; where they are kept, and when, is for the caller to decide. What it reads was
//! written by anybody: it takes what it can use of it and counts the rest.

mod changes;
mod code;
mod link;
mod marks;
mod merge;
mod recent;
mod snapshot;
mod stored;

pub use changes::{Changed, Changes, Removed};
pub use link::Link;
pub use marks::{Counts, Kind, MAX_NOTE_CHARS, Mark, Marks};
pub use merge::Merged;
pub use recent::{MAX_SEARCH_BYTES, MAX_SEARCHES, recent, searches};
pub use snapshot::Snapshot;
pub use stored::{Kept, Read, storage_key};
