//! Floors, halls and what stands fixed in them.

use serde::Deserialize;

use super::{ProvenanceMap, Text};

/// A floor (storey). All halls of one floor share one coordinate system in metres.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawFloor {
    /// Unique id, referred to by halls.
    pub id: String,
    /// Name in the floor switcher.
    pub name: Text,
}

/// A hall: its outline and fixed parts. Coordinates are metres, x to the right, y down.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawHall {
    /// Unique id, referred to by stands.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Id of its floor; may be left out when there is one floor.
    #[serde(default)]
    pub floor: Option<String>,
    /// A simple polygon, three points or more, not closed.
    pub outline: Vec<[f64; 2]>,
    /// The floor area that the organiser declares, square metres.
    #[serde(default)]
    pub declared_area: Option<f64>,
    /// Inner walls.
    #[serde(default)]
    pub walls: Vec<RawWall>,
    /// Entrances and exits.
    #[serde(default)]
    pub entrances: Vec<RawEntrance>,
    /// Columns and other things in the way.
    #[serde(default)]
    pub obstacles: Vec<RawObstacle>,
    /// Information desk, cloakroom, toilets and the like.
    #[serde(default)]
    pub services: Vec<RawService>,
    /// Named parts of the hall.
    #[serde(default)]
    pub districts: Vec<RawDistrict>,
    /// Where the fields come from.
    #[serde(default)]
    pub provenance: ProvenanceMap,
}

/// An inner wall along a line.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawWall {
    /// Two points or more, metres.
    pub line: Vec<[f64; 2]>,
    /// Thickness in metres; 0.2 by default.
    #[serde(default)]
    pub thickness: Option<f64>,
}

/// What a doorway of the hall is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum EntranceKind {
    /// The way in, where visitors arrive.
    Main,
    /// In and out.
    #[default]
    Entrance,
    /// Out only.
    Exit,
    /// Emergency exit.
    Emergency,
}

/// A doorway in the hall's outline.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawEntrance {
    /// Unique id.
    pub id: String,
    /// Name; by default its kind in the reader's language.
    #[serde(default)]
    pub name: Option<Text>,
    /// What it is for.
    #[serde(default)]
    pub kind: EntranceKind,
    /// Its middle, a point on the hall's outline, metres.
    pub at: [f64; 2],
    /// Clear width in metres.
    pub width: f64,
}

/// Something in the way: a column, a stair.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawObstacle {
    /// A simple polygon, metres.
    pub outline: Vec<[f64; 2]>,
    /// What it is.
    #[serde(default)]
    pub name: Option<Text>,
}

/// What a service is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ServiceKind {
    /// Information desk.
    Information,
    /// Cloakroom.
    Cloakroom,
    /// Toilets.
    Toilets,
    /// Café or restaurant.
    Cafe,
    /// First aid.
    FirstAid,
    /// Stage or speaking area.
    Stage,
    /// Meeting room.
    MeetingRoom,
    /// Anything else; the name says what.
    #[default]
    #[serde(other)]
    Other,
}

/// A service for visitors.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawService {
    /// Unique id; a session may take place here.
    pub id: String,
    /// What it is.
    pub kind: ServiceKind,
    /// Name; by default its kind in the reader's language.
    #[serde(default)]
    pub name: Option<Text>,
    /// Where its pin stands, metres.
    pub at: [f64; 2],
    /// The room or area it takes, a simple polygon, if it has one.
    #[serde(default)]
    pub outline: Option<Vec<[f64; 2]>>,
}

/// A named part of a hall, tinted and lettered on the overview.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawDistrict {
    /// Name.
    pub name: Text,
    /// A simple polygon, metres.
    pub outline: Vec<[f64; 2]>,
    /// Where its name is written; by default where the polygon is widest.
    #[serde(default)]
    pub label: Option<[f64; 2]>,
}
