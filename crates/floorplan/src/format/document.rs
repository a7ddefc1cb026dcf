//! The file as a whole.

use super::json::{Fault, FromJson, Parser, Reader, Step, SyntaxError, Value, from_json};
use super::place::{is_within, place_of};
use super::{
    LoadError, LoadErrorKind, Pinyin, Place, RawCategory, RawEvent, RawFloor, RawHall,
    RawParticipant, RawSession, RawSource, RawStand,
};

/// What the field `format` must say.
pub const FORMAT_NAME: &str = "expo-map";
/// The version of the format that this crate reads.
pub const FORMAT_VERSION: u8 = 1;

/// The entries of a list that can be used, each with its index in the file.
pub type List<T> = Vec<(usize, T)>;

/// The file, typed. Entries that cannot be used are left out; `faults` says why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Must be [`FORMAT_NAME`].
    pub format: Option<Box<str>>,
    /// Must be [`FORMAT_VERSION`].
    pub version: Option<u8>,
    /// Languages that the texts are meant to exist in, the first being the main one.
    pub languages: Vec<Box<str>>,
    /// The event.
    pub event: Option<RawEvent>,
    /// Floors, bottom to top.
    pub floors: List<RawFloor>,
    /// Halls.
    pub halls: List<RawHall>,
    /// Categories of stands.
    pub categories: List<RawCategory>,
    /// Stands.
    pub stands: List<RawStand>,
    /// Participants.
    pub participants: List<RawParticipant>,
    /// The programme.
    pub sessions: List<RawSession>,
    /// Public sources.
    pub sources: List<RawSource>,
    /// Readings of the Chinese in the file.
    pub pinyin: Pinyin,
    /// What cannot be used, in file order.
    pub faults: Vec<Fault>,
}

/// Reads a file of this format and version. A byte-order mark is passed over.
///
/// # Errors
/// When the text is not JSON or not an expo-map file of this version, or the event or a list as
/// a whole has the wrong type.
pub fn read(text: &str) -> Result<Document, LoadError> {
    let fail = |kind, path: &str, detail: &str| {
        let place = if path.is_empty() {
            Place::default()
        } else {
            super::locate(text, path)
        };
        Err(LoadError {
            kind,
            place,
            detail: detail.into(),
        })
    };
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.is_empty() {
        return fail(LoadErrorKind::Empty, "", "the file is empty");
    }
    if start.starts_with('<') {
        return fail(
            LoadErrorKind::Html,
            "",
            "the file is an HTML or XML page, not JSON",
        );
    }
    let document = Document::parse(text)?;
    if document.format.as_deref() != Some(FORMAT_NAME) {
        return fail(
            LoadErrorKind::WrongFormat,
            "format",
            "`format` must be \"expo-map\"",
        );
    }
    if document.version != Some(FORMAT_VERSION) {
        return fail(
            LoadErrorKind::WrongVersion,
            "version",
            "`version` must be 1",
        );
    }
    let is_whole = |fault: &&Fault| !fault.path.contains('[') && !fault.is_optional;
    match document.faults.iter().find(is_whole) {
        Some(fault) => fail(LoadErrorKind::Type, &fault.path, &fault.detail),
        None if document.event.is_none() => {
            fail(LoadErrorKind::Type, "event", "missing field `event`")
        }
        None => Ok(document),
    }
}

impl Document {
    /// Reads whatever there is, whatever format and version it claims to be. Every entry is
    /// read as soon as it is parsed, so that the file never stands in memory twice.
    ///
    /// # Errors
    /// When the text is not JSON, or not an object.
    pub fn parse(text: &str) -> Result<Self, LoadError> {
        let mut document = Self::default();
        let mut parser = Parser::new(text);
        let is_object = parser.peek() == Some(b'{');
        let parsed = if is_object {
            parser.each(&mut |step, parser| document.field(step, parser))
        } else {
            parser.skip()
        };
        if let Err(error) = parsed.and_then(|()| parser.end()) {
            return Err(syntax(text, error));
        }
        if !is_object {
            return Err(LoadError {
                kind: LoadErrorKind::Type,
                place: place_of(text, String::new(), 0),
                detail: "expected an object".into(),
            });
        }
        Ok(document)
    }

    fn field(&mut self, step: &Step<'_>, parser: &mut Parser<'_>) -> Result<(), SyntaxError> {
        let Step::Key(name) = step else {
            return parser.skip();
        };
        // Of a key that comes twice, the last counts, and nothing that was wrong with the first.
        if matches!(&**name, "event" | "languages" | "pinyin") || self.list(name).is_some() {
            self.faults.retain(|fault| !is_within(&fault.path, name));
        }
        let mut reader = Reader::new(name);
        if let Some(list) = self.list(name) {
            let is_list = parser.peek() == Some(b'[');
            list.clear(if is_list { parser.count() } else { 0 });
            if is_list {
                parser.each(&mut |step, parser| {
                    let value = parser.value()?;
                    if let Step::Index(index) = step {
                        reader.entry(*index, &mut |reader| list.take(&value, *index, reader));
                    }
                    Ok(())
                })?;
            } else if parser.value()? != Value::Null {
                reader.fault("expected a list");
            }
        } else if matches!(
            &**name,
            "format" | "version" | "languages" | "event" | "pinyin"
        ) {
            let value = parser.value()?;
            self.scalar(name, &value, &mut reader);
        } else {
            parser.skip()?;
        }
        self.faults.extend(reader.into_faults());
        Ok(())
    }
}

impl Document {
    /// The list of entries with this name.
    fn list(&mut self, name: &str) -> Option<&mut dyn Entries> {
        Some(match name {
            "floors" => &mut self.floors,
            "halls" => &mut self.halls,
            "categories" => &mut self.categories,
            "stands" => &mut self.stands,
            "participants" => &mut self.participants,
            "sessions" => &mut self.sessions,
            "sources" => &mut self.sources,
            _ => return None,
        })
    }

    /// Takes a field that is no list of entries.
    fn scalar(&mut self, key: &str, value: &Value<'_>, reader: &mut Reader<'_>) {
        match key {
            // What is wrong with these two is told as an error, not as a fault.
            "format" => self.format = from_json(value, &mut Reader::new(key)),
            "version" => self.version = from_json(value, &mut Reader::new(key)),
            "languages" => {
                self.languages.clear();
                if *value != Value::Null {
                    reader.optional(value, &mut self.languages);
                }
            }
            "event" => self.event = from_json(value, reader),
            "pinyin" => {
                self.pinyin = Pinyin::default();
                if *value != Value::Null {
                    reader.optional(value, &mut self.pinyin);
                }
            }
            _ => {}
        }
    }
}

/// A list of whatever entries.
trait Entries {
    /// Leaves nothing, and makes room for so many.
    fn clear(&mut self, room: usize);

    /// Reads an entry; keeps it with its index if it is good. Whether it is.
    fn take(&mut self, value: &Value<'_>, index: usize, reader: &mut Reader<'_>) -> bool;
}

impl<T: FromJson + Default> Entries for List<T> {
    fn clear(&mut self, room: usize) {
        *self = Self::with_capacity(room);
    }

    fn take(&mut self, value: &Value<'_>, index: usize, reader: &mut Reader<'_>) -> bool {
        let mut entry = T::default();
        let is_good = entry.read(value, reader);
        if is_good {
            self.push((index, entry));
        }
        is_good
    }
}

/// The text stops being JSON.
fn syntax(text: &str, error: SyntaxError) -> LoadError {
    let kind = if error.offset >= text.len() {
        LoadErrorKind::Truncated
    } else {
        LoadErrorKind::Syntax
    };
    LoadError {
        kind,
        place: place_of(text, error.path, error.offset),
        detail: error.detail.into(),
    }
}
