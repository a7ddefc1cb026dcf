//! Sources of facts.

use serde::Deserialize;

use super::Text;

/// A public source that provenance entries refer to.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawSource {
    /// Unique id, referred to by `provenance`.
    pub id: String,
    /// What the source is called.
    pub title: Text,
    /// Its address (`https`, `http`).
    #[serde(default)]
    pub url: Option<String>,
    /// When it was published, `YYYY-MM-DD`.
    #[serde(default)]
    pub date: Option<String>,
}
