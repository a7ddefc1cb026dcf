//! Where a field's value comes from.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

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

/// Provenance per field name; `"*"` stands for every field that is not named.
pub type ProvenanceMap = BTreeMap<String, Provenance>;

/// Look-up in a [`ProvenanceMap`].
pub trait Provenances {
    /// The provenance of a field, `"*"` included.
    fn of_field(&self, field: &str) -> Option<&Provenance>;
}

impl Provenances for ProvenanceMap {
    fn of_field(&self, field: &str) -> Option<&Provenance> {
        self.get(field).or_else(|| self.get("*"))
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

impl<'de> Deserialize<'de> for Provenance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ProvenanceVisitor;
        impl<'de> Visitor<'de> for ProvenanceVisitor {
            type Value = Provenance;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(
                    "\"illustrative\", \"notPublished\", a source id or a list of source ids",
                )
            }

            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Provenance, E> {
                Ok(Provenance::from_word(word))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Provenance, A::Error> {
                let mut ids = Vec::new();
                while let Some(id) = list.next_element::<String>()? {
                    ids.push(id.into_boxed_str());
                }
                Ok(Provenance::Published(ids))
            }
        }
        deserializer.deserialize_any(ProvenanceVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_words_ids_and_lists() {
        let read = |json: &str| serde_json::from_str::<Provenance>(json).unwrap();
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
        let map: ProvenanceMap =
            serde_json::from_str(r#"{"*":"A","outline":"illustrative"}"#).unwrap();
        assert_eq!(map.of_field("outline"), Some(&Provenance::Illustrative));
        assert_eq!(
            map.of_field("name"),
            Some(&Provenance::Published(vec!["A".into()]))
        );
    }
}
