//! Participants (exhibitors).

use serde::Deserialize;

use super::{ProvenanceMap, Text};

/// What sort of participant it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ParticipantKind {
    /// A region or another territory.
    Region,
    /// A state corporation or a company.
    Corporation,
    /// A bank.
    Bank,
    /// A fund, an agency, an institute of development.
    DevelopmentInstitute,
    /// A university.
    University,
    /// A small or medium enterprise, or a group of them.
    SmallBusiness,
    /// Crafts and arts.
    Crafts,
    /// The organiser's own zone.
    Organiser,
    /// Anything else.
    #[default]
    #[serde(other)]
    Other,
}

/// A participant: who shows something, on which stands.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawParticipant {
    /// Unique id that never changes.
    pub id: String,
    /// Ids of the stands where it is found; one stand may hold several participants.
    #[serde(default)]
    pub stands: Vec<String>,
    /// Full name.
    pub name: Text,
    /// A shorter name for the map and for lists.
    #[serde(default)]
    pub short_name: Option<Text>,
    /// What sort of participant it is.
    #[serde(default)]
    pub kind: ParticipantKind,
    /// Who it is.
    #[serde(default)]
    pub description: Option<Text>,
    /// What it shows here.
    #[serde(default)]
    pub shows: Option<Text>,
    /// Its products.
    #[serde(default)]
    pub products: Vec<Text>,
    /// Words to find it by.
    #[serde(default)]
    pub tags: Vec<Text>,
    /// Other names it is known by.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// How to reach it.
    #[serde(default)]
    pub contacts: RawContacts,
    /// Its pages.
    #[serde(default)]
    pub links: Vec<RawLink>,
    /// Address of its logo (`https`, relative, or `data:image/`).
    #[serde(default)]
    pub logo: Option<String>,
    /// Where the fields come from.
    #[serde(default)]
    pub provenance: ProvenanceMap,
}

/// How to reach a participant.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct RawContacts {
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<Text>,
}

/// A link to a page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RawLink {
    /// Its address (`https`, `http`, `mailto`, `tel`).
    pub url: String,
    /// What it is called; by default the address.
    #[serde(default)]
    pub label: Option<Text>,
}
