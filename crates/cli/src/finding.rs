//! What a check found.

use floorplan::format::{LoadErrorKind, PlaceIndex};
use floorplan::plan::WarningKind;
use serde::Serialize;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The plan is wrong, or part of the file cannot be shown.
    Error,
    /// The plan works, but visitors would be served worse than they could be.
    Warning,
}

impl Severity {
    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        /// What sort of problem it is. The words of the code never change once released.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code {
            /// The file cannot be shown at all.
            Load(LoadErrorKind),
            /// Part of the file cannot be shown.
            Part(WarningKind),
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// The codes of what only this check looks for; the core has its own.
            pub const OWN: &'static [Self] = &[$(Self::$name),*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self {
                    Self::Load(kind) => kind.code(),
                    Self::Part(kind) => kind.code(),
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

codes! {
    /// The file is not UTF-8 text.
    Encoding = "encoding",
    /// A field that the format does not know.
    UnknownField = "unknown-field",
    /// A word that the format does not know, where it knows a list of words.
    UnknownValue = "unknown-value",
    /// A control character, or one that reorders text.
    ControlCharacter = "control-character",
    /// A text of which visitors see only the beginning.
    LongText = "long-text",
    /// An id or a stand number without characters.
    EmptyId = "empty-id",
    /// An id with blanks in it.
    IdCharacters = "id-characters",
    /// Two stands have the same number.
    DuplicateNumber = "duplicate-number",
    /// Two halls of one floor overlap.
    HallsOverlap = "halls-overlap",
    /// Two stands overlap.
    StandsOverlap = "stands-overlap",
    /// A stand overlaps a wall, an obstacle or a room.
    StandOverlapsFixture = "stand-overlaps-fixture",
    /// Something reaches out of its hall.
    OutsideHall = "outside-hall",
    /// A hall's entrance, or a stand's door, is not on the outline.
    EntranceOffWall = "entrance-off-wall",
    /// A hall has no entrance.
    NoEntrance = "no-entrance",
    /// Nobody can come in: something stands in the doorway.
    EntranceBlocked = "entrance-blocked",
    /// The declared area is not the drawn one.
    DeclaredArea = "declared-area",
    /// No aisle leads to a stand.
    NoAccess = "no-access",
    /// An open side with something right in front of it.
    OpenSideBlocked = "open-side-blocked",
    /// An aisle that is too narrow.
    NarrowAisle = "narrow-aisle",
    /// A text lacks a language.
    MissingTranslation = "missing-translation",
    /// A text is in a language that the file does not list.
    UnlistedLanguage = "unlisted-language",
    /// A text without words.
    EmptyText = "empty-text",
    /// A name that does not fit on its stand.
    LabelDoesNotFit = "label-does-not-fit",
    /// A stand that is narrower than its number on the overview.
    StandTooNarrow = "stand-too-narrow",
    /// A session outside the event's days.
    SessionOutsideEvent = "session-outside-event",
    /// Two sessions at one place at the same time.
    SessionsClash = "sessions-clash",
    /// A time zone that does not look like one.
    TimeZone = "time-zone",
    /// A category that no stand has.
    UnusedCategory = "unused-category",
    /// Two categories of one colour.
    DuplicateColour = "duplicate-colour",
    /// More categories than colours.
    TooManyCategories = "too-many-categories",
    /// A participant without a stand.
    ParticipantWithoutStand = "participant-without-stand",
    /// A stand without participants and without a name.
    EmptyStand = "empty-stand",
    /// Provenance that refers to a source which is not listed.
    UnknownSource = "unknown-source",
    /// Provenance for a field that does not exist.
    ProvenanceField = "provenance-field",
}

/// One problem and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What sort it is.
    pub code: Code,
    /// In words.
    pub message: String,
    /// JSON path; empty for the whole file.
    pub path: String,
    /// Line, from 1; 0 while unknown.
    pub line: usize,
    /// Column in characters, from 1; 0 while unknown.
    pub column: usize,
}

/// Findings while they are collected: the checks know paths, lines come at the end.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds an error.
    pub fn error(&mut self, code: Code, path: impl Into<String>, message: impl Into<String>) {
        self.add(Severity::Error, code, path, message);
    }

    /// Adds a warning.
    pub fn warning(&mut self, code: Code, path: impl Into<String>, message: impl Into<String>) {
        self.add(Severity::Warning, code, path, message);
    }

    /// Adds a finding whose severity depends.
    pub fn add(
        &mut self,
        severity: Severity,
        code: Code,
        path: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.push(Finding {
            severity,
            code,
            message: message.into(),
            path: path.into(),
            line: 0,
            column: 0,
        });
    }

    /// Adds a finding that may know its line.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// All findings in the order of the file, each with its line.
    pub fn in_order(mut self, places: &PlaceIndex) -> Vec<Finding> {
        for finding in &mut self.0 {
            if finding.line == 0 {
                let place = places.locate(&finding.path);
                (finding.line, finding.column) = (place.line, place.column);
            }
        }
        self.0
            .sort_by_key(|f| (f.line, f.column, f.severity, f.code.code()));
        self.0
    }
}
