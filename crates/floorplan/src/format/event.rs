//! The exhibition itself.

use serde::Deserialize;

use super::{ProvenanceMap, Text};

/// The event: what it is called, when and where it takes place, who organises it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawEvent {
    /// Stable id of the exhibition; names what a visitor's browser may store.
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Short name for narrow places.
    #[serde(default)]
    pub short_name: Option<Text>,
    /// First day, `YYYY-MM-DD`, in the event's time zone.
    pub start: String,
    /// Last day, `YYYY-MM-DD`.
    pub end: String,
    /// IANA time zone of the place, such as `Asia/Shanghai`.
    pub time_zone: String,
    /// Where it takes place.
    #[serde(default)]
    pub place: Option<Text>,
    /// What it is about.
    #[serde(default)]
    pub description: Option<Text>,
    /// What a visitor must know about this plan, such as that it is schematic.
    #[serde(default)]
    pub notice: Option<Text>,
    /// Who organises or supports it.
    #[serde(default)]
    pub organisers: Vec<RawOrganiser>,
    /// Where the fields come from.
    #[serde(default)]
    pub provenance: ProvenanceMap,
}

/// An organiser or supporter of the event.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawOrganiser {
    /// Name.
    pub name: Text,
    /// Site (`https`, `http`).
    #[serde(default)]
    pub url: Option<String>,
}
