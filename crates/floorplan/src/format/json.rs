//! From JSON to the format's types.
//!
//! `serde_json` parses into one generic [`Value`]; the types read themselves from it. Deriving
//! `Deserialize` for each of them would give the same, but costs the browser about 30 kB more
//! (brotli), and stops at the first fault of an entry: this way every fault is told with its
//! path, and a bad optional field costs that field alone.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Any JSON value; strings borrow from the text where they have no escapes.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Value<'a>>),
    /// An object, in file order.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// The value of a key; of several with the same key, the last, as JavaScript has it.
    fn get(&self, key: &str) -> Option<&Value<'a>> {
        match self {
            Self::Object(fields) => fields.iter().rev().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;
        impl<'de> Visitor<'de> for ValueVisitor {
            type Value = Value<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a JSON value")
            }

            fn visit_unit<E>(self) -> Result<Value<'de>, E> {
                Ok(Value::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Value<'de>, E> {
                Ok(Value::Bool(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Value<'de>, E> {
                Ok(Value::Number(value as f64))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Value<'de>, E> {
                Ok(Value::Number(value as f64))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Value<'de>, E> {
                Ok(Value::Number(value))
            }

            fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Value<'de>, E> {
                Ok(Value::Text(Cow::Borrowed(value)))
            }

            fn visit_str<E>(self, value: &str) -> Result<Value<'de>, E> {
                Ok(Value::Text(Cow::Owned(value.to_owned())))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
                let mut list = Vec::new();
                while let Some(value) = seq.next_element()? {
                    list.push(value);
                }
                Ok(Value::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some((key, value)) = map.next_entry::<Value<'de>, Value<'de>>()? {
                    if let Value::Text(key) = key {
                        fields.push((key, value));
                    }
                }
                Ok(Value::Object(fields))
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
}

/// A fault found while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, such as `stands[3].outline[0]`.
    pub path: String,
    /// What (English).
    pub detail: String,
    /// Only the field is left out, not the whole entry.
    pub is_optional: bool,
}

#[derive(Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

/// Where one is in the file, and what was found wrong so far.
pub struct Reader<'r> {
    start: &'r str,
    steps: Vec<Step>,
    optional: u32,
    faults: Vec<Fault>,
}

impl<'r> Reader<'r> {
    /// Reads a value that stands at the path `start`.
    pub fn new(start: &'r str) -> Self {
        Self {
            start,
            steps: Vec::new(),
            optional: 0,
            faults: Vec::new(),
        }
    }

    /// What was wrong, in file order.
    pub fn into_faults(self) -> Vec<Fault> {
        self.faults
    }

    /// Notes a fault here; always `None`, for the caller to return.
    pub fn fault<T>(&mut self, detail: &str) -> Option<T> {
        self.note(detail);
        None
    }

    fn note(&mut self, detail: &str) {
        let mut path = String::from(self.start);
        for step in &self.steps {
            match step {
                Step::Key(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        let is_optional = self.optional > 0;
        self.faults.push(Fault {
            path,
            detail: detail.to_owned(),
            is_optional,
        });
    }

    /// Hands every entry of a list on; `None` at the first bad one of a required list. Not
    /// generic: one loop in the binary instead of one for every kind of list.
    fn each(
        &mut self,
        value: &Value<'_>,
        take: &mut dyn FnMut(&Value<'_>, &mut Self) -> bool,
    ) -> Option<()> {
        let Value::List(values) = value else {
            return self.fault("expected a list");
        };
        for (index, value) in values.iter().enumerate() {
            self.steps.push(Step::Index(index));
            let is_good = take(value, self);
            self.steps.pop();
            if !is_good && self.optional == 0 {
                return None;
            }
        }
        Some(())
    }

    /// Whether this is an object; a fault otherwise.
    pub fn expect_object(&mut self, value: &Value<'_>) -> Option<()> {
        match value {
            Value::Object(_) => Some(()),
            _ => self.fault("expected an object"),
        }
    }

    /// A field that must be there, unless its type says otherwise.
    pub fn field<T: FromJson>(&mut self, object: &Value<'_>, key: &'static str) -> Option<T> {
        let Some(value) = object.get(key) else {
            return T::absent().or_else(|| {
                self.note(&["missing field `", key, "`"].concat());
                None
            });
        };
        self.steps.push(Step::Key(key));
        let read = T::from_json(value, self);
        self.steps.pop();
        read
    }

    /// A field that has a default: what cannot be used costs only itself.
    pub fn field_or_default<T: FromJson + Default>(
        &mut self,
        object: &Value<'_>,
        key: &'static str,
    ) -> Option<T> {
        self.optional += 1;
        let read = match object.get(key) {
            None | Some(Value::Null) => None,
            Some(_) => self.field(object, key),
        };
        self.optional -= 1;
        Some(read.unwrap_or_default())
    }
}

/// A type that reads itself from JSON.
pub trait FromJson: Sized {
    /// The value; `None` after a fault was noted.
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self>;

    /// What stands for a field that is not there, if that is allowed.
    fn absent() -> Option<Self> {
        None
    }
}

impl FromJson for String {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.clone().into_owned()),
            _ => reader.fault("expected a string"),
        }
    }
}

impl FromJson for f64 {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::Number(number) => Some(*number),
            _ => reader.fault("expected a number"),
        }
    }
}

impl FromJson for usize {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::Number(n) if *n >= 0.0 && *n <= 1e9 && n.fract() == 0.0 => Some(*n as usize),
            _ => reader.fault("expected a whole number, not negative"),
        }
    }
}

impl FromJson for u8 {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::Number(n) if *n >= 0.0 && *n <= 255.0 && n.fract() == 0.0 => Some(*n as u8),
            _ => reader.fault("expected a whole number from 0 to 255"),
        }
    }
}

impl FromJson for [f64; 2] {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::List(list) => match list.as_slice() {
                [Value::Number(x), Value::Number(y)] => Some([*x, *y]),
                _ => reader.fault("expected two numbers, [x, y] in metres"),
            },
            _ => reader.fault("expected a point, [x, y] in metres"),
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => {
                reader.optional += 1;
                let read = T::from_json(value, reader);
                reader.optional -= 1;
                Some(read)
            }
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// A bad entry of a required list makes the list bad; of an optional one, it costs itself.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let mut list = Vec::new();
        reader.each(value, &mut |value, reader| {
            let entry = T::from_json(value, reader);
            let is_good = entry.is_some();
            list.extend(entry);
            is_good
        })?;
        Some(list)
    }
}

/// Declares a struct of the format: its fields with their names in the JSON. `= default` marks
/// a field that may be left out; an `Option` always may.
macro_rules! json_object {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* $key:literal => $field:ident: $type:ty $(= $default:ident)?,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[cfg_attr(feature = "schema", schemars(rename = $key))]
                $(#[cfg_attr(feature = "schema", schemars($default))])?
                pub $field: $type,
            )*
        }

        impl crate::format::json::FromJson for $name {
            fn from_json(
                value: &crate::format::json::Value<'_>,
                reader: &mut crate::format::json::Reader<'_>,
            ) -> Option<Self> {
                reader.expect_object(value)?;
                // All fields are read before any is required: every fault is told.
                $(let $field = crate::format::json::json_object!(@read reader value $key $($default)?);)*
                Some(Self { $($field: $field?,)* })
            }
        }
    };
    (@read $reader:ident $value:ident $key:literal) => { $reader.field($value, $key) };
    (@read $reader:ident $value:ident $key:literal default) => {
        $reader.field_or_default($value, $key)
    };
}
pub(crate) use json_object;

/// Declares a word of the format: its variants with their names in the JSON. A word that is
/// none of them is the `else` variant where there is one, a fault otherwise.
macro_rules! json_word {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $word:literal => $variant:ident,)*
        } else $other:expr
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_meta])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $variant,)*
        }

        impl crate::format::json::FromJson for $name {
            fn from_json(
                value: &crate::format::json::Value<'_>,
                reader: &mut crate::format::json::Reader<'_>,
            ) -> Option<Self> {
                let crate::format::json::Value::Text(word) = value else {
                    return reader.fault("expected a string");
                };
                let other: Option<Self> = $other;
                match &**word {
                    $($word => Some(Self::$variant),)*
                    _ if other.is_some() => other,
                    _ => reader.fault(concat!("expected one of", $(" ", $word),*)),
                }
            }
        }
    };
}
pub(crate) use json_word;

/// Reads a value from text: for tests.
#[cfg(test)]
pub(crate) fn read_str<T: FromJson>(text: &str) -> Result<T, Vec<Fault>> {
    let value: Value<'_> = serde_json::from_str(text).unwrap();
    let mut reader = Reader::new("");
    let read = T::from_json(&value, &mut reader);
    read.ok_or(reader.faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    json_object! {
        /// A thing.
        pub struct Thing {
            /// Its id.
            "id" => id: String,
            /// Its points.
            "points" => points: Vec<[f64; 2]>,
            /// Its size.
            "size" => size: Option<f64>,
            /// Its sides.
            "sides" => sides: Vec<usize> = default,
        }
    }

    fn read(text: &str) -> (Option<Thing>, Vec<Fault>) {
        let value: Value<'_> = serde_json::from_str(text).unwrap();
        let mut reader = Reader::new("things[2]");
        let thing = Thing::from_json(&value, &mut reader);
        (thing, reader.into_faults())
    }

    #[test]
    fn what_is_optional_may_be_left_out_or_null() {
        let (thing, faults) =
            read(r#"{"id":"a","points":[[1,2.5]],"size":null,"sides":null,"more":1}"#);
        let wanted = Thing {
            id: "a".into(),
            points: vec![[1.0, 2.5]],
            size: None,
            sides: vec![],
        };
        assert_eq!((thing, faults), (Some(wanted), vec![]));
    }

    #[test]
    fn every_fault_is_told_with_its_path() {
        let (thing, faults) = read(r#"{"points":[[1,2],[3]],"size":"big","sides":[0,-1,2]}"#);
        assert_eq!(thing, None);
        let told: Vec<_> = faults
            .iter()
            .map(|f| (f.path.as_str(), f.detail.as_str(), f.is_optional))
            .collect();
        assert_eq!(
            told,
            [
                ("things[2]", "missing field `id`", false),
                (
                    "things[2].points[1]",
                    "expected two numbers, [x, y] in metres",
                    false
                ),
                ("things[2].size", "expected a number", true),
                (
                    "things[2].sides[1]",
                    "expected a whole number, not negative",
                    true
                ),
            ]
        );
    }

    #[test]
    fn a_bad_optional_field_costs_only_itself() {
        let (thing, faults) = read(r#"{"id":"a","points":[],"size":"big","sides":[0,-1,2]}"#);
        let thing = thing.unwrap();
        assert_eq!((thing.size, thing.sides), (None, vec![0, 2]));
        assert_eq!(faults.len(), 2);
    }
}
