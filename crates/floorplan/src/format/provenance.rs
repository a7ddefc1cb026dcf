//! Where a field's value comes from.

use super::json::{FromJson, Reader, Value};

/// Where a value comes from: the honest data rule made a type.
///
/// In the JSON: the word `"illustrative"`, the word `"notPublished"`, the id of a source, or a
/// list of ids of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Provenance {
    /// Stated by these sources (ids of `sources`).
    Published(Vec<Box<str>>),
    /// Made up to show how it could be; no source states it.
    Illustrative,
    /// Known to exist, but no public source gives it.
    #[default]
    NotPublished,
}

/// Provenance per field name; `"*"` stands for every field that is not named. In the JSON: an
/// object from field name to [`Provenance`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProvenanceMap(Vec<(Box<str>, Provenance)>);

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
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        let Value::Object(fields) = value else {
            return reader.fault("expected an object from field name to provenance");
        };
        let mut map = Vec::with_capacity(fields.len());
        for (field, value) in fields {
            let mut provenance = Provenance::default();
            if !provenance.read(value, reader) {
                return false;
            }
            map.push(((&**field).into(), provenance));
        }
        self.0 = map;
        true
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
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        const EXPECTED: &str =
            "expected \"illustrative\", \"notPublished\", a source id or a list of source ids";
        match value {
            Value::Text(word) => *self = Self::from_word(word),
            Value::List(list) => {
                let mut ids = Vec::with_capacity(list.len());
                for value in list {
                    let Value::Text(id) = value else {
                        return reader.fault(EXPECTED);
                    };
                    ids.push((&**id).into());
                }
                *self = Self::Published(ids);
            }
            _ => return reader.fault(EXPECTED),
        }
        true
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
