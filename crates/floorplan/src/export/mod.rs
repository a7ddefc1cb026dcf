//! Files to take along: calendar, tables, contacts, geometry.
//!
//! Each is a pure function from the plan and the visitor's marks to a text. What a file does not
//! say because the data does not is counted, never made up; what is illustrative says so in the
//! file too. The clock and the offset of the time zone come from the caller: the core knows
//! neither.

mod contacts;
mod csv;
mod geojson;
mod ics;
mod lines;
mod numbers;
mod origins;
mod places;
mod tables;
mod utc;
mod visit;
mod words;

pub use ics::Clock;
pub(crate) use visit::{FIELD, Records};

use crate::messages::Lang;
use crate::mine::{Kind, Marks};
use crate::plan::{Plan, SafeUrl};

/// What is exported, for whom.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The visitor's marks.
    pub marks: &'a Marks,
    /// The language of the file.
    pub lang: Lang,
    /// Only what is marked: in a calendar what is bookmarked, elsewhere what has any mark.
    pub is_mine: bool,
    /// The page that shows the plan, if the file may name it.
    pub page: Option<&'a SafeUrl>,
}

/// A file, and what it could not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file's text.
    pub text: String,
    /// So many entries are missing, since the data does not say what the file is for: sessions
    /// without a published day, participants without contacts.
    pub left_out: usize,
}

impl Export<'_> {
    fn has(&self, kind: Kind, id: &str) -> bool {
        !self.is_mine || self.marks.get(kind, id).is_some()
    }
}
