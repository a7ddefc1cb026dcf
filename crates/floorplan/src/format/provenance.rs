//! Where a field's value comes from.

use super::json::{FromJson, Reader, Value};

/// Where a value comes from: the honest data rule made a type.
///
/// In the JSON: the word `"illustrative"`, the word `"notPublished"`, the id of a source, or a
/// list of ids of sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Stated by these sources (ids of `sources`).
    Published(Vec<Box<str>>),
    /// Made up to show how it could be; no source states it.
    Illustrative,
    /// Known to exist, but no public source gives it.
    NotPublished,
}

/// Provenance per field name; `"*"` stands for every field that is not named. In the JSON: an
/// object from field name to [`Provenance`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProvenanceMap(Box<[(Box<str>, Provenance)]>);

impl ProvenanceMap {
    /// The provenance of a field, `"*"` included.
    pub fn of_field(&self, field: &str) -> Option<&Provenance> {
        self.get(field).or_else(|| self.get("*"))
    }

    /// The provenance that names exactly this field.
    pub fn get(&self, field: &str) -> Option<&Provenance> {
        self.iter()
            .find(|(name, _)| *name == field)
            .map(|(_, provenance)| provenance)
    }

    /// Every `(field, provenance)` in file order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Provenance)> {
        self.0
            .iter()
            .map(|(name, provenance)| (&**name, provenance))
    }
}

impl FromJson for ProvenanceMap {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::Object(fields) = value else {
            return reader.fault("expected an object from field name to provenance");
        };
        let mut map = Vec::with_capacity(fields.len());
        for (field, value) in fields {
            map.push(((&**field).into(), Provenance::from_json(value, reader)?));
        }
        Some(Self(map.into_boxed_slice()))
    }
}

impl Provenance {
    fn from_word(word: &str) -> Self {
        match word {
            "illustrative" => Self::Illustrative,
            "notPublished" => Self::NotPublished,
            id => Self::Published(vec![id.into()]),
        }
    }
}

impl FromJson for Provenance {
    fn from_json(value: &Value<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        const EXPECTED: &str =
            "expected \"illustrative\", \"notPublished\", a source id or a list of source ids";
        match value {
            Value::Text(word) => Some(Self::from_word(word)),
            Value::List(list) => {
                let id = |value: &Value<'_>| match value {
                    Value::Text(id) => Some(Box::from(&**id)),
                    _ => None,
                };
                let ids: Option<Vec<Box<str>>> = list.iter().map(id).collect();
                ids.map(Self::Published).or_else(|| reader.fault(EXPECTED))
            }
            _ => reader.fault(EXPECTED),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::json::read_str;

    #[test]
    fn reads_words_ids_and_lists() {
        let read = |json: &str| read_str::<Provenance>(json).unwrap();
        assert_eq!(read("\"illustrative\""), Provenance::Illustrative);
        assert_eq!(read("\"notPublished\""), Provenance::NotPublished);
        assert_eq!(read("\"A\""), Provenance::Published(vec!["A".into()]));
        assert_eq!(
            read("[\"A\",\"S1\"]"),
            Provenance::Published(vec!["A".into(), "S1".into()])
        );
    }

    #[test]
    fn the_star_covers_fields_that_are_not_named() {
        let map: ProvenanceMap = read_str(r#"{"*":"A","outline":"illustrative"}"#).unwrap();
        assert_eq!(map.of_field("outline"), Some(&Provenance::Illustrative));
        assert_eq!(
            map.of_field("name"),
            Some(&Provenance::Published(vec!["A".into()]))
        );
    }
}
