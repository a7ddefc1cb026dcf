//! What is illustrative, in words.

use super::words::{Word, comma, enumerate};
use crate::format::{Provenance, ProvenanceMap};
use crate::messages::{Lang, Msg};

/// What a reader calls a field of the format that is in files; there is one more, the theme.
const FIELDS: [(&str, Msg); 11] = [
    ("number", Msg::FieldNumber),
    ("outline", Msg::FieldOutline),
    ("stands", Msg::FieldPlace),
    ("participants", Msg::FieldPlace),
    ("name", Msg::FieldName),
    ("title", Msg::FieldTitle),
    ("start", Msg::FieldTime),
    ("end", Msg::FieldTime),
    ("place", Msg::FieldSessionPlace),
    ("placeName", Msg::FieldSessionPlace),
    ("contacts", Msg::FieldContacts),
];

/// The fields that are illustrative, enumerated; of `maps`, each with the fields that count.
pub(super) fn illustrative(maps: &[(&ProvenanceMap, &[&str])], lang: Lang) -> String {
    let mut named = Vec::new();
    let mut list = String::new();
    for (map, wanted) in maps {
        for field in *wanted {
            if map.of_field(field) != Some(&Provenance::Illustrative) {
                continue;
            }
            let msg = FIELDS.iter().find(|(name, _)| name == field);
            let name = match msg {
                Some((_, msg)) => msg.text(lang),
                None => Word::FieldTheme.text(lang),
            };
            if !named.contains(&name) {
                named.push(name);
                enumerate(&mut list, name, comma(lang));
            }
        }
    }
    list
}
