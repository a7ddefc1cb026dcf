//! What was passed over while loading.

use crate::format::Place;

/// What sort of thing was passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// An entry of a list has a wrong type or lacks a required field; it is left out.
    BadEntry,
    /// An optional field has a wrong type; the field is left out.
    BadField,
    /// An id was taken already; the later entry is left out.
    DuplicateId,
    /// A reference to an id that does not exist; the reference is left out.
    DanglingId,
    /// Points that make no simple polygon; what they outline is left out.
    BadPolygon,
    /// A date or time that cannot be read; it is left out.
    BadDate,
    /// A link whose scheme is not allowed; it is left out.
    UnsafeLink,
    /// A number outside its range; it is left out.
    BadNumber,
}

impl WarningKind {
    /// A stable code for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::BadEntry => "bad-entry",
            Self::BadField => "bad-field",
            Self::DuplicateId => "duplicate-id",
            Self::DanglingId => "dangling-id",
            Self::BadPolygon => "bad-polygon",
            Self::BadDate => "bad-date",
            Self::UnsafeLink => "unsafe-link",
            Self::BadNumber => "bad-number",
        }
    }
}

/// One thing that was passed over, and where. Line and column may be unknown (0): see
/// [`locate`](crate::format::locate).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it is.
    pub kind: WarningKind,
    /// Where it is.
    pub place: Place,
    /// In words (English), for the organiser.
    pub detail: String,
}
