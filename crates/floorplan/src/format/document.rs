//! The file as a whole.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::{LoadError, LoadErrorKind, Place, RawEvent, path_at};
use crate::plan::{Warning, WarningKind};

/// What the field `format` must say.
pub const FORMAT_NAME: &str = "expo-map";
/// The version of the format that this crate reads.
pub const FORMAT_VERSION: u64 = 1;

/// The top level of the file. The lists stay raw text, so that one bad entry costs that entry
/// and not the file: see [`parse_list`].
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document<'a> {
    /// Languages that the texts are meant to exist in, the first being the main one.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The event.
    pub event: RawEvent,
    /// Floors, bottom to top ([`RawFloor`](super::RawFloor)).
    #[serde(borrow, default)]
    pub floors: Vec<&'a RawValue>,
    /// Halls ([`RawHall`](super::RawHall)).
    #[serde(borrow, default)]
    pub halls: Vec<&'a RawValue>,
    /// Categories of stands ([`RawCategory`](super::RawCategory)).
    #[serde(borrow, default)]
    pub categories: Vec<&'a RawValue>,
    /// Stands ([`RawStand`](super::RawStand)).
    #[serde(borrow, default)]
    pub stands: Vec<&'a RawValue>,
    /// Participants ([`RawParticipant`](super::RawParticipant)).
    #[serde(borrow, default)]
    pub participants: Vec<&'a RawValue>,
    /// The programme ([`RawSession`](super::RawSession)).
    #[serde(borrow, default)]
    pub sessions: Vec<&'a RawValue>,
    /// Public sources ([`RawSource`](super::RawSource)).
    #[serde(borrow, default)]
    pub sources: Vec<&'a RawValue>,
}

/// Only what tells whether the rest can be read.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u64>,
}

/// Reads the top level of a file. A byte-order mark is passed over.
///
/// # Errors
/// When the text is not JSON, not an expo-map file of this version, or its event or one of its
/// lists has the wrong type.
pub fn read(text: &str) -> Result<Document<'_>, LoadError> {
    let body = text.trim_start_matches('\u{feff}');
    let shift = text.len() - body.len();
    let at = |kind, path: &str, detail: &str| LoadError {
        kind,
        place: if path.is_empty() {
            Place::default()
        } else {
            super::locate(text, path)
        },
        detail: detail.to_string(),
    };
    let start = body.trim_start();
    if start.is_empty() {
        return Err(at(LoadErrorKind::Empty, "", "the file is empty"));
    }
    if start.starts_with('<') {
        return Err(at(
            LoadErrorKind::Html,
            "",
            "the file is an HTML or XML page, not JSON",
        ));
    }
    let head: Head = serde_json::from_str(body).map_err(|e| failure(text, body, shift, &e))?;
    if head.format.as_deref() != Some(FORMAT_NAME) {
        return Err(at(
            LoadErrorKind::WrongFormat,
            "format",
            "`format` must be \"expo-map\"",
        ));
    }
    if head.version != Some(FORMAT_VERSION) {
        return Err(at(
            LoadErrorKind::WrongVersion,
            "version",
            "`version` must be 1",
        ));
    }
    serde_json::from_str(body).map_err(|e| failure(text, body, shift, &e))
}

/// Parses each entry of a list; a bad entry becomes a warning with its place and is left out.
/// The entries keep their index in the file, for paths.
pub fn parse_list<T: DeserializeOwned>(
    text: &str,
    name: &str,
    list: &[&RawValue],
    warnings: &mut Vec<Warning>,
) -> Vec<(usize, T)> {
    let mut parsed = Vec::with_capacity(list.len());
    for (index, raw) in list.iter().enumerate() {
        match serde_json::from_str(raw.get()) {
            Ok(value) => parsed.push((index, value)),
            Err(error) => {
                // The raw value is a slice of `text`: its distance gives the offset.
                let start = (raw.get().as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
                let failure = failure(text, raw.get(), start, &error);
                let mut place = failure.place;
                if place.path.is_empty() {
                    place.path = format!("{name}[{index}]");
                }
                warnings.push(Warning {
                    kind: WarningKind::BadEntry,
                    place,
                    detail: failure.detail,
                });
            }
        }
    }
    parsed
}

/// Puts serde's error at its place in the whole text; `part` begins at byte `start` of it.
fn failure(text: &str, part: &str, start: usize, error: &serde_json::Error) -> LoadError {
    let kind = match error.classify() {
        serde_json::error::Category::Eof => LoadErrorKind::Truncated,
        serde_json::error::Category::Data => LoadErrorKind::Type,
        _ => LoadErrorKind::Syntax,
    };
    let line_start = part
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    // serde names the byte just after what it could not use.
    let offset = start + line_start + error.column().saturating_sub(1);
    let message = error.to_string();
    let detail = message
        .split(" at line ")
        .next()
        .unwrap_or_default()
        .to_string();
    LoadError {
        kind,
        place: path_at(text, offset),
        detail,
    }
}
