//! The JSON Schema of the format, from the types.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    Pinyin, Provenance, ProvenanceMap, RawCategory, RawColour, RawEvent, RawFloor, RawHall,
    RawParticipant, RawSession, RawSource, RawStand, Text,
};

/// One exhibition: the event, its halls and stands, who is on them and what happens when.
#[derive(JsonSchema)]
#[schemars(rename_all = "camelCase", title = "expo-map exhibition, version 1")]
#[allow(dead_code, reason = "exists for its schema only")]
struct Exhibition {
    /// Address of this schema.
    #[serde(rename = "$schema", default)]
    schema: Option<String>,
    /// Always "expo-map".
    format: FormatName,
    /// Version of the format: 1.
    #[schemars(range(min = 1, max = 1))]
    version: u64,
    /// Languages that the texts are meant to exist in, the first being the main one.
    #[serde(default)]
    languages: Vec<String>,
    /// The event.
    event: RawEvent,
    /// Floors, bottom to top; may be left out when there is one.
    #[serde(default)]
    floors: Vec<RawFloor>,
    /// Halls.
    halls: Vec<RawHall>,
    /// Categories of stands, in the legend's order.
    #[serde(default)]
    categories: Vec<RawCategory>,
    /// Stands.
    stands: Vec<RawStand>,
    /// Participants (exhibitors).
    #[serde(default)]
    participants: Vec<RawParticipant>,
    /// The programme.
    #[serde(default)]
    sessions: Vec<RawSession>,
    /// Public sources of facts.
    #[serde(default)]
    sources: Vec<RawSource>,
    /// Readings of the Chinese in the file, so that it is found by pinyin: written by
    /// `expo-map index`.
    #[serde(default)]
    pinyin: Pinyin,
}

#[derive(JsonSchema)]
#[allow(dead_code, reason = "exists for its schema only")]
enum FormatName {
    #[serde(rename = "expo-map")]
    ExpoMap,
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A plain string, or an object from BCP 47 language tag to string.",
            "anyOf": [
                { "type": "string" },
                { "type": "object", "additionalProperties": { "type": "string" } }
            ]
        })
    }
}

impl JsonSchema for Pinyin {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Pinyin".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "From a Chinese character or word to its syllables without tones: {\"俄\": \"e\", \"银行\": \"yin hang\"}.",
            "type": "object",
            "additionalProperties": { "type": "string" }
        })
    }
}

impl JsonSchema for ProvenanceMap {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "ProvenanceMap".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        std::collections::BTreeMap::<String, Provenance>::json_schema(generator)
    }
}

impl JsonSchema for Provenance {
    fn schema_name() -> Cow<'static, str> {
        "Provenance".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "\"illustrative\", \"notPublished\", a source id or a list of source ids.",
            "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "type": "string" } }
            ]
        })
    }
}

impl JsonSchema for RawColour {
    fn schema_name() -> Cow<'static, str> {
        "Colour".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A colour of the palette, 1 to 8, or a colour of your own, #rrggbb.",
            "anyOf": [
                { "type": "integer", "minimum": 1, "maximum": 8 },
                { "type": "string", "pattern": "^#[0-9A-Fa-f]{6}$" }
            ]
        })
    }
}

/// The schema as pretty-printed JSON with a final newline.
pub fn schema_json() -> String {
    let schema = schemars::schema_for!(Exhibition);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
