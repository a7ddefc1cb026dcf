//! Why a file cannot be shown.

use std::fmt;

/// A place in the JSON text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// JSON path, such as `stands[3].outline`; empty for the whole file.
    pub path: String,
    /// Line, from 1; 0 when unknown.
    pub line: usize,
    /// Column in characters, from 1; 0 when unknown.
    pub column: usize,
}

/// What is wrong with the file as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadErrorKind {
    /// The file has no content.
    Empty,
    /// The file is an HTML page: a server's error page or a wrong address.
    Html,
    /// The file ends too early.
    Truncated,
    /// The text is not JSON.
    Syntax,
    /// A value has the wrong type, or a required field is missing.
    Type,
    /// The JSON is something else than an expo-map file.
    WrongFormat,
    /// The version of the format is not one this program reads.
    WrongVersion,
    /// The event's dates or time zone cannot be read.
    Event,
    /// There is no hall that can be drawn.
    NoHalls,
    /// There is no stand that can be drawn.
    NoStands,
}

impl LoadErrorKind {
    /// A stable code for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Html => "html",
            Self::Truncated => "truncated",
            Self::Syntax => "syntax",
            Self::Type => "type",
            Self::WrongFormat => "wrong-format",
            Self::WrongVersion => "wrong-version",
            Self::Event => "event",
            Self::NoHalls => "no-halls",
            Self::NoStands => "no-stands",
        }
    }
}

/// The file cannot be shown at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// What is wrong.
    pub kind: LoadErrorKind,
    /// Where.
    pub place: Place,
    /// The parser's own words (English), for the organiser.
    pub detail: String,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.code())?;
        if self.place.line > 0 {
            write!(f, " at {}:{}", self.place.line, self.place.column)?;
        }
        if !self.place.path.is_empty() {
            write!(f, " ({})", self.place.path)?;
        }
        write!(f, ": {}", self.detail)
    }
}

impl std::error::Error for LoadError {}
