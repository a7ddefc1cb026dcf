//! Floors, halls and what stands fixed in them.

use super::declare::{json_object, json_word};
use super::{ProvenanceMap, Text};

json_object! {
    /// A floor (storey). All halls of one floor share one coordinate system in metres.
    pub struct RawFloor {
        /// Unique id, referred to by halls.
        "id" => id: Box<str>,
        /// Name in the floor switcher.
        "name" => name: Text,
    }
}

json_object! {
    /// A hall: its outline and fixed parts. Coordinates are metres, x to the right, y down.
    pub struct RawHall {
        /// Unique id, referred to by stands.
        "id" => id: Box<str>,
        /// Name.
        "name" => name: Text,
        /// Id of its floor; may be left out when there is one floor.
        "floor" => floor: Option<Box<str>>,
        /// A simple polygon, three points or more, not closed.
        "outline" => outline: Vec<[f64; 2]>,
        /// The floor area that the organiser declares, square metres.
        "declaredArea" => declared_area: Option<f64>,
        /// Inner walls.
        "walls" => walls: Vec<RawWall> = default,
        /// Entrances and exits.
        "entrances" => entrances: Vec<RawEntrance> = default,
        /// Columns and other things in the way.
        "obstacles" => obstacles: Vec<RawObstacle> = default,
        /// Information desk, cloakroom, toilets and the like.
        "services" => services: Vec<RawService> = default,
        /// Named parts of the hall.
        "districts" => districts: Vec<RawDistrict> = default,
        /// Where the fields come from.
        "provenance" => provenance: ProvenanceMap = default,
    }
}

json_object! {
    /// An inner wall along a line.
    pub struct RawWall {
        /// Two points or more, metres.
        "line" => line: Vec<[f64; 2]>,
        /// Thickness in metres; 0.2 by default.
        "thickness" => thickness: Option<f64>,
    }
}

json_word! {
    /// What a doorway of the hall is for.
    pub enum EntranceKind {
        /// The way in, where visitors arrive.
        "main" => Main,
        /// In and out.
        #[default]
        "entrance" => Entrance,
        /// Out only.
        "exit" => Exit,
        /// Emergency exit.
        "emergency" => Emergency,
    } else None
}

json_object! {
    /// A doorway in the hall's outline.
    pub struct RawEntrance {
        /// Unique id.
        "id" => id: Box<str>,
        /// Name; by default its kind in the reader's language.
        "name" => name: Option<Text>,
        /// What it is for.
        "kind" => kind: EntranceKind = default,
        /// Its middle, a point on the hall's outline, metres.
        "at" => at: [f64; 2],
        /// Clear width in metres.
        "width" => width: f64,
    }
}

json_object! {
    /// Something in the way: a column, a stair.
    pub struct RawObstacle {
        /// A simple polygon, metres.
        "outline" => outline: Vec<[f64; 2]>,
        /// What it is.
        "name" => name: Option<Text>,
    }
}

json_word! {
    /// What a service is.
    pub enum ServiceKind {
        /// Information desk.
        "information" => Information,
        /// Cloakroom.
        "cloakroom" => Cloakroom,
        /// Toilets.
        "toilets" => Toilets,
        /// Café or restaurant.
        "cafe" => Cafe,
        /// First aid.
        "firstAid" => FirstAid,
        /// Stage or speaking area.
        "stage" => Stage,
        /// Meeting room.
        "meetingRoom" => MeetingRoom,
        /// Anything else; the name says what.
        #[default]
        "other" => Other,
    } else Some(Self::Other)
}

json_object! {
    /// A service for visitors.
    pub struct RawService {
        /// Unique id; a session may take place here.
        "id" => id: Box<str>,
        /// What it is.
        "kind" => kind: ServiceKind,
        /// Name; by default its kind in the reader's language.
        "name" => name: Option<Text>,
        /// Where its pin stands, metres.
        "at" => at: [f64; 2],
        /// The room or area it takes, a simple polygon, if it has one.
        "outline" => outline: Option<Vec<[f64; 2]>>,
    }
}

json_object! {
    /// A named part of a hall, tinted and lettered on the overview.
    pub struct RawDistrict {
        /// Name.
        "name" => name: Text,
        /// A simple polygon, metres.
        "outline" => outline: Vec<[f64; 2]>,
        /// Where its name is written; by default where the polygon is widest.
        "label" => label: Option<[f64; 2]>,
    }
}
