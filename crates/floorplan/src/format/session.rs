//! The programme.

use serde::Deserialize;

use super::{ProvenanceMap, Text};

/// What sort of session it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SessionKind {
    /// Opening, closing, award.
    Ceremony,
    /// Forum or conference.
    Forum,
    /// Round table or panel.
    RoundTable,
    /// Seminar or lecture.
    Seminar,
    /// Master class or workshop.
    Workshop,
    /// Performance.
    Performance,
    /// Anything else.
    #[default]
    #[serde(other)]
    Other,
}

/// A session of the programme.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawSession {
    /// Unique id that never changes.
    pub id: String,
    /// Title; where it is not published, the theme with a provenance that says so.
    pub title: Text,
    /// What sort of session it is.
    #[serde(default)]
    pub kind: SessionKind,
    /// What it is about, to group by.
    #[serde(default)]
    pub theme: Option<Text>,
    /// Start in the event's time zone, `YYYY-MM-DDTHH:MM`, or only the day, `YYYY-MM-DD`.
    #[serde(default)]
    pub start: Option<String>,
    /// End, in the same form.
    #[serde(default)]
    pub end: Option<String>,
    /// Id of the stand or service where it takes place.
    #[serde(default)]
    pub place: Option<String>,
    /// Where it takes place, in words, when that is outside the plan.
    #[serde(default)]
    pub place_name: Option<Text>,
    /// What happens there.
    #[serde(default)]
    pub description: Option<Text>,
    /// Ids of the participants that take part.
    #[serde(default)]
    pub participants: Vec<String>,
    /// Where the fields come from.
    #[serde(default)]
    pub provenance: ProvenanceMap,
}
