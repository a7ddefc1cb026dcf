//! The exhibition itself.

use super::declare::json_object;
use super::{ProvenanceMap, Text};

json_object! {
    /// The event: what it is called, when and where it takes place, who organises it.
    pub struct RawEvent {
        /// Stable id of the exhibition; names what a visitor's browser may store.
        "id" => id: Box<str>,
        /// Full name.
        "name" => name: Text,
        /// Short name for narrow places.
        "shortName" => short_name: Option<Text>,
        /// First day, `YYYY-MM-DD`, in the event's time zone.
        "start" => start: Box<str>,
        /// Last day, `YYYY-MM-DD`.
        "end" => end: Box<str>,
        /// IANA time zone of the place, such as `Asia/Shanghai`.
        "timeZone" => time_zone: Box<str>,
        /// Where it takes place.
        "place" => place: Option<Text>,
        /// What it is about.
        "description" => description: Option<Text>,
        /// What a visitor must know about this plan, such as that it is schematic.
        "notice" => notice: Option<Text>,
        /// Who organises or supports it.
        "organisers" => organisers: Vec<RawOrganiser> = default,
        /// Where the fields come from.
        "provenance" => provenance: ProvenanceMap = default,
    }
}

json_object! {
    /// An organiser or supporter of the event.
    pub struct RawOrganiser {
        /// Name.
        "name" => name: Text,
        /// Site (`https`, `http`).
        "url" => url: Option<Box<str>>,
    }
}
