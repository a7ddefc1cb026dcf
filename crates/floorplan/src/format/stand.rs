//! Stands.

use super::declare::json_object;
use super::{ProvenanceMap, Text};

json_object! {
    /// A stand: a place on the floor, occupied by any number of participants.
    pub struct RawStand {
        /// Unique id that never changes, for links and bookmarks.
        "id" => id: Box<str>,
        /// What is written on the stand, such as `A12`.
        "number" => number: Box<str>,
        /// Id of its hall; may be left out when there is one hall.
        "hall" => hall: Option<Box<str>>,
        /// A simple polygon, three points or more, not closed; metres.
        "outline" => outline: Vec<[f64; 2]>,
        /// Where its label goes if there is room, a point inside, metres; by default its middle.
        "label" => label: Option<[f64; 2]>,
        /// Id of its category.
        "category" => category: Option<Box<str>>,
        /// Name of the stand itself, where it is more than its participants: a zone, a joint stand.
        "name" => name: Option<Text>,
        /// A shorter name for the map.
        "shortName" => short_name: Option<Text>,
        /// What there is on the stand.
        "description" => description: Option<Text>,
        /// Sides without a wall: edge `i` runs from point `i` to the next one.
        "open" => open: Vec<usize> = default,
        /// Doors in sides that have a wall.
        "doors" => doors: Vec<RawDoor> = default,
        /// Height in metres.
        "height" => height: Option<f64>,
        /// The area that the organiser declares, square metres.
        "declaredArea" => declared_area: Option<f64>,
        /// Where the fields come from.
        "provenance" => provenance: ProvenanceMap = default,
    }
}

json_object! {
    /// A door in a stand's wall.
    pub struct RawDoor {
        /// Its middle, a point on the stand's outline, metres.
        "at" => at: [f64; 2],
        /// Clear width in metres.
        "width" => width: f64,
    }
}
