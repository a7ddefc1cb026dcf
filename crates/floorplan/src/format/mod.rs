//! The data format, version 1: types that mirror the JSON, and the way from bytes to them.
//!
//! Nothing here knows whether a stand overlaps another or an id exists: that is the
//! [`plan`](crate::plan)'s business. `docs/format.md` explains the format by example;
//! `assets/expo-map.schema.json` is generated from these types.

mod category;
mod declare;
mod document;
mod error;
mod event;
mod hall;
pub mod json;
mod participant;
mod pinyin;
mod place;
mod provenance;
mod session;
mod source;
mod stand;
mod text;

pub use category::{RawCategory, RawColour};
pub use document::{Document, FORMAT_NAME, FORMAT_VERSION, List, read};
pub use error::{LoadError, LoadErrorKind, Place};
pub use event::{RawEvent, RawOrganiser};
pub use hall::{
    EntranceKind, RawDistrict, RawEntrance, RawFloor, RawHall, RawObstacle, RawService, RawWall,
    ServiceKind,
};
pub use participant::{ParticipantKind, RawContacts, RawLink, RawParticipant};
pub use pinyin::Pinyin;
pub use place::{PlaceIndex, locate};
pub use provenance::{Provenance, ProvenanceMap};
pub use session::{RawSession, SessionKind};
pub use source::RawSource;
pub use stand::{RawDoor, RawStand};
pub use text::{Localised, Text};

#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "schema")]
pub use schema::schema_json;
