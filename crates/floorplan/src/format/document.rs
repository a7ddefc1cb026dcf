//! The file as a whole.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::json::{Fault, FromJson, Reader, Value, from_json};
use super::{
    LoadError, LoadErrorKind, Place, RawCategory, RawEvent, RawFloor, RawHall, RawParticipant,
    RawSession, RawSource, RawStand, path_at,
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
    /// When the text is not JSON.
    pub fn parse(text: &str) -> Result<Self, LoadError> {
        let body = text.trim_start_matches('\u{feff}');
        let shift = text.len() - body.len();
        serde_json::from_str(body).map_err(|error| failure(text, body, shift, &error))
    }
}

/// The visits of everything that is no list and no object, all the same. Left out, serde's own
/// would bring the formatting of every such value into the binary.
macro_rules! scalars {
    ($value:ty) => {
        fn visit_bool<E: Error>(self, _: bool) -> Result<$value, E> {
            self.scalar()
        }

        fn visit_u64<E: Error>(self, _: u64) -> Result<$value, E> {
            self.scalar()
        }

        fn visit_i64<E: Error>(self, _: i64) -> Result<$value, E> {
            self.scalar()
        }

        fn visit_f64<E: Error>(self, _: f64) -> Result<$value, E> {
            self.scalar()
        }

        fn visit_str<E: Error>(self, _: &str) -> Result<$value, E> {
            self.scalar()
        }
    };
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TopVisitor;
        impl<'de> Visitor<'de> for TopVisitor {
            type Value = Document;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
                let mut d = Document::default();
                let mut faults = Vec::new();
                while let Some(key) = map.next_key::<Value<'de>>()? {
                    let Value::Text(key) = key else { continue };
                    if let Some(list) = d.list(&key) {
                        // Of a key that comes twice, the last counts.
                        list.clear();
                        map.next_value_seed(Each {
                            name: &key,
                            list,
                            faults: &mut faults,
                        })?;
                    } else {
                        let value = map.next_value::<Value<'de>>()?;
                        let mut reader = Reader::new(&key);
                        d.scalar(&key, &value, &mut reader);
                        faults.extend(reader.into_faults());
                    }
                }
                d.faults = faults;
                Ok(d)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Document, A::Error> {
                self.scalar()
            }

            fn visit_unit<E: Error>(self) -> Result<Document, E> {
                self.scalar()
            }

            scalars!(Document);
        }
        impl TopVisitor {
            #[allow(clippy::unused_self, reason = "the twin of the list visitor's")]
            fn scalar<E: Error>(self) -> Result<Document, E> {
                Err(E::custom("expected an object"))
            }
        }
        deserializer.deserialize_any(TopVisitor)
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
            _ => {}
        }
    }
}

/// A list of whatever entries.
trait Entries {
    fn clear(&mut self);

    /// Reads an entry; keeps it with its index if it is good.
    fn take(&mut self, index: usize, value: &Value<'_>, reader: &mut Reader<'_>);
}

impl<T: FromJson + Default> Entries for List<T> {
    fn clear(&mut self) {
        Vec::clear(self);
    }

    fn take(&mut self, index: usize, value: &Value<'_>, reader: &mut Reader<'_>) {
        let mut entry = T::default();
        if entry.read(value, reader) {
            self.push((index, entry));
        }
    }
}

/// Takes the entries of a list. Not generic over their type: one copy in the binary.
struct Each<'e> {
    name: &'e str,
    list: &'e mut dyn Entries,
    faults: &'e mut Vec<Fault>,
}

impl Each<'_> {
    fn take(&mut self, index: usize, value: &Value<'_>) {
        let path = [self.name, "[", &index.to_string(), "]"].concat();
        let mut reader = Reader::new(&path);
        self.list.take(index, value, &mut reader);
        self.faults.extend(reader.into_faults());
    }

    #[allow(clippy::unnecessary_wraps, reason = "called as a visitor's method")]
    fn scalar<E>(self) -> Result<(), E> {
        self.faults.push(Fault {
            path: self.name.into(),
            detail: String::from("expected a list"),
            is_optional: false,
        });
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Each<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Each<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let mut index = 0;
        while let Some(value) = seq.next_element::<Value<'de>>()? {
            self.take(index, &value);
            index += 1;
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    scalars!(());

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<Value<'de>, Value<'de>>()?.is_some() {}
        self.scalar()
    }
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
