//! The types read themselves from values.

use std::borrow::Cow;

use super::parse::{Step, Value};

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

/// Where one is in the file, and what was found wrong so far.
pub struct Reader<'r> {
    start: &'r str,
    steps: Vec<Step<'static>>,
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

    /// Notes a fault here; always false, for the caller to return.
    pub fn fault(&mut self, detail: &str) -> bool {
        self.note(detail);
        false
    }

    fn note(&mut self, detail: &str) {
        let mut path = String::from(self.start);
        for step in &self.steps {
            step.append(&mut path);
        }
        let is_optional = self.optional > 0;
        self.faults.push(Fault {
            path,
            detail: detail.to_owned(),
            is_optional,
        });
    }

    /// Hands every entry of a list on; false at the first bad one of a required list. Not
    /// generic: one loop in the binary instead of one for every kind of list.
    fn each(
        &mut self,
        value: &Value<'_>,
        take: &mut dyn FnMut(&Value<'_>, &mut Self) -> bool,
    ) -> bool {
        let pair;
        let values = match value {
            Value::List(values) => values.as_slice(),
            Value::Pair(numbers) => {
                pair = numbers.map(Value::Number);
                &pair
            }
            _ => return self.fault("expected a list"),
        };
        for (index, value) in values.iter().enumerate() {
            let is_good = self.entry(index, &mut |reader| take(value, reader));
            if !is_good && self.optional == 0 {
                return false;
            }
        }
        true
    }

    /// Takes what stands at an index from here.
    pub fn entry(&mut self, index: usize, take: &mut dyn FnMut(&mut Self) -> bool) -> bool {
        self.steps.push(Step::Index(index));
        let is_good = take(self);
        self.steps.pop();
        is_good
    }

    /// Reads the fields of an object, each `(name, has a default)` into the target at its
    /// place; whether all are there that must be. All are read in any case: every fault is told.
    /// Not generic, as [`each`](Self::each).
    pub fn object(
        &mut self,
        value: &Value<'_>,
        fields: &'static [(&'static str, bool)],
        targets: &mut [&mut dyn FromJson],
    ) -> bool {
        if !matches!(value, Value::Object(_)) {
            return self.fault("expected an object");
        }
        let mut is_good = true;
        for ((key, has_default), target) in fields.iter().zip(targets) {
            is_good &= self.field(value.get(key), key, *has_default, *target);
        }
        is_good
    }

    fn field(
        &mut self,
        value: Option<&Value<'_>>,
        key: &'static str,
        has_default: bool,
        target: &mut dyn FromJson,
    ) -> bool {
        let is_optional = has_default || target.is_optional();
        let value = match value {
            None | Some(Value::Null) if is_optional => return true,
            None => return self.fault(&["missing field `", key, "`"].concat()),
            Some(value) => value,
        };
        self.steps.push(Step::Key(Cow::Borrowed(key)));
        let is_good = if is_optional {
            self.optional(value, target);
            true
        } else {
            target.read(value, self)
        };
        self.steps.pop();
        is_good
    }

    /// Reads what has a default: what cannot be used costs only itself.
    pub fn optional(&mut self, value: &Value<'_>, target: &mut dyn FromJson) {
        self.optional += 1;
        target.read(value, self);
        self.optional -= 1;
    }
}

/// A type that reads itself from JSON: into a default value, so that one function can read the
/// fields of all objects through their addresses.
pub trait FromJson {
    /// Takes the value; false after a fault was noted.
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool;

    /// Whether a field of this type may be left out.
    fn is_optional(&self) -> bool {
        false
    }
}

/// A value from JSON; `None` after a fault was noted.
pub fn from_json<T: FromJson + Default>(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<T> {
    let mut read = T::default();
    read.read(value, reader).then_some(read)
}

impl FromJson for Box<str> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        match value {
            Value::Text(text) => *self = (&**text).into(),
            _ => return reader.fault("expected a string"),
        }
        true
    }
}

impl FromJson for f64 {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        match value {
            Value::Number(number) if number.is_finite() => *self = *number,
            _ => return reader.fault("expected a number"),
        }
        true
    }
}

/// A whole number from 0 to `most`.
fn whole(value: &Value<'_>, most: f64) -> Option<f64> {
    match value {
        Value::Number(n) if *n >= 0.0 && *n <= most && n.fract() == 0.0 => Some(*n),
        _ => None,
    }
}

impl FromJson for usize {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        match whole(value, 1e9) {
            Some(number) => *self = number as Self,
            None => return reader.fault("expected a whole number, not negative"),
        }
        true
    }
}

impl FromJson for u8 {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        match whole(value, 255.0) {
            Some(number) => *self = number as Self,
            None => return reader.fault("expected a whole number from 0 to 255"),
        }
        true
    }
}

impl FromJson for [f64; 2] {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        match value {
            Value::Pair(pair) if pair.iter().all(|number| number.is_finite()) => *self = *pair,
            Value::Pair(_) | Value::List(_) => {
                return reader.fault("expected two numbers, [x, y] in metres");
            }
            _ => return reader.fault("expected a point, [x, y] in metres"),
        }
        true
    }
}

impl<T: FromJson + Default> FromJson for Option<T> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        *self = from_json(value, reader);
        self.is_some()
    }

    fn is_optional(&self) -> bool {
        true
    }
}

/// A bad entry of a required list makes the list bad; of an optional one, it costs itself.
impl<T: FromJson + Default> FromJson for Vec<T> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        reader.each(value, &mut |value, reader| {
            let mut entry = T::default();
            let is_good = entry.read(value, reader);
            if is_good {
                self.push(entry);
            }
            is_good
        })
    }
}

/// Reads a value from text: for tests.
#[cfg(test)]
pub(crate) fn read_str<T: FromJson + Default>(text: &str) -> Result<T, Vec<Fault>> {
    let value = super::parse::Parser::new(text).value().unwrap();
    let mut reader = Reader::new("");
    let read = from_json(&value, &mut reader);
    read.ok_or(reader.faults)
}

#[cfg(test)]
mod tests {
    use super::super::parse::Parser;
    use super::*;
    use crate::format::declare::json_object;

    json_object! {
        /// A thing.
        pub struct Thing {
            /// Its id.
            "id" => id: Box<str>,
            /// Its points.
            "points" => points: Vec<[f64; 2]>,
            /// Its size.
            "size" => size: Option<f64>,
            /// Its sides.
            "sides" => sides: Vec<usize> = default,
        }
    }

    fn read(text: &str) -> (Option<Thing>, Vec<Fault>) {
        let value = Parser::new(text).value().unwrap();
        let mut reader = Reader::new("things[2]");
        let thing = from_json(&value, &mut reader);
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
