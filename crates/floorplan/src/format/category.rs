//! Categories of stands.

use serde::Deserialize;

use super::Text;

/// A category of stands: a colour on the map and a filter in the legend.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawCategory {
    /// Unique id, referred to by stands.
    pub id: String,
    /// Name in the legend.
    pub name: Text,
    /// Which of the palette's eight colours to use, 1 to 8; by default the category's place in
    /// the list.
    #[serde(default)]
    pub colour: Option<u8>,
}
