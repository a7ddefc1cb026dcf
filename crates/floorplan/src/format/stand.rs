//! Stands.

use serde::Deserialize;

use super::{ProvenanceMap, Text};

/// A stand: a place on the floor, occupied by any number of participants.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawStand {
    /// Unique id that never changes, for links and bookmarks.
    pub id: String,
    /// What is written on the stand, such as `A12`.
    pub number: String,
    /// Id of its hall; may be left out when there is one hall.
    #[serde(default)]
    pub hall: Option<String>,
    /// A simple polygon, three points or more, not closed; metres.
    pub outline: Vec<[f64; 2]>,
    /// Id of its category.
    #[serde(default)]
    pub category: Option<String>,
    /// Name of the stand itself, where it is more than its participants: a zone, a joint stand.
    #[serde(default)]
    pub name: Option<Text>,
    /// A shorter name for the map.
    #[serde(default)]
    pub short_name: Option<Text>,
    /// What there is on the stand.
    #[serde(default)]
    pub description: Option<Text>,
    /// Sides without a wall: edge `i` runs from point `i` to the next one.
    #[serde(default)]
    pub open: Vec<usize>,
    /// Doors in sides that have a wall.
    #[serde(default)]
    pub doors: Vec<RawDoor>,
    /// Height in metres.
    #[serde(default)]
    pub height: Option<f64>,
    /// The area that the organiser declares, square metres.
    #[serde(default)]
    pub declared_area: Option<f64>,
    /// Where the fields come from.
    #[serde(default)]
    pub provenance: ProvenanceMap,
}

/// A door in a stand's wall.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawDoor {
    /// Its middle, a point on the stand's outline, metres.
    pub at: [f64; 2],
    /// Clear width in metres.
    pub width: f64,
}
