//! What is illustrative, in words.

use super::Export;
use super::words::{THEME, comma, enumerate};
use crate::format::{Provenance, ProvenanceMap};
use crate::messages::Msg;

/// Fields of the format and what a reader calls them; nothing for the theme, which no other part
/// of the program names. Those with the same name follow each other.
pub(super) type Fields = [(&'static str, Option<Msg>)];

/// What files say of a session and its place.
pub(super) const SESSION: &Fields = &[
    ("title", Some(Msg::FieldTitle)),
    ("theme", None),
    ("start", Some(Msg::FieldTime)),
    ("end", Some(Msg::FieldTime)),
    ("place", Some(Msg::FieldSessionPlace)),
    ("placeName", Some(Msg::FieldSessionPlace)),
    ("number", Some(Msg::FieldNumber)),
];

/// What files say of a stand and who is there.
pub(super) const STAND: &Fields = &[
    ("number", Some(Msg::FieldNumber)),
    ("outline", Some(Msg::FieldOutline)),
    ("participants", Some(Msg::FieldPlace)),
    ("stands", Some(Msg::FieldPlace)),
    ("name", Some(Msg::FieldName)),
    ("contacts", Some(Msg::FieldContacts)),
];

impl Export<'_> {
    /// The fields that one of the maps says are illustrative, enumerated.
    pub(super) fn illustrative(
        &self,
        fields: &Fields,
        maps: [Option<&ProvenanceMap>; 2],
    ) -> String {
        let mut list = String::new();
        let mut last = "";
        for (field, msg) in fields {
            for map in maps.into_iter().flatten() {
                let name = match msg {
                    Some(msg) => msg.text(self.lang),
                    None => THEME.text(self.lang),
                };
                if map.of_field(field) == Some(&Provenance::Illustrative) && name != last {
                    enumerate(&mut list, name, comma(self.lang));
                    last = name;
                }
            }
        }
        list
    }
}
