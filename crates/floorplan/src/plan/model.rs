//! The lists of the plan and what is in them.

use super::{
    CategoryIx, Colour, Date, FloorIx, HallIx, IdIndex, LocalTime, ParticipantIx, SafeUrl,
    SessionIx, StandIx,
};
use crate::format::{
    EntranceKind, ParticipantKind, Pinyin, ProvenanceMap, ServiceKind, SessionKind, Text,
};
use crate::geometry::{PlanPoint, Polygon, Rect};

/// An exhibition that can be shown: at least one hall and one stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Languages that the texts are meant to exist in, the first being the main one.
    pub languages: Vec<Box<str>>,
    /// The event.
    pub event: Event,
    /// Floors; at least one.
    pub floors: Vec<Floor>,
    /// Halls; at least one.
    pub halls: Vec<Hall>,
    /// Categories, in the legend's order.
    pub categories: Vec<Category>,
    /// Stands; at least one.
    pub stands: Vec<Stand>,
    /// Participants.
    pub participants: Vec<Participant>,
    /// The programme.
    pub sessions: Vec<Session>,
    /// Sources of facts.
    pub sources: Vec<Source>,
    /// Readings of the Chinese in the texts.
    pub pinyin: Pinyin,
    pub(super) stand_ids: IdIndex,
}

/// The event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Stable id.
    pub id: Box<str>,
    /// Full name.
    pub name: Text,
    /// Short name.
    pub short_name: Option<Text>,
    /// First day.
    pub start: Date,
    /// Last day, not before the first.
    pub end: Date,
    /// IANA time zone of the place; whether it exists is for the browser to say.
    pub time_zone: Box<str>,
    /// Where it takes place.
    pub place: Option<Text>,
    /// What it is about.
    pub description: Option<Text>,
    /// What a visitor must know about the plan.
    pub notice: Option<Text>,
    /// Who organises or supports it.
    pub organisers: Vec<Organiser>,
    /// Where the fields come from.
    pub provenance: ProvenanceMap,
}

/// An organiser or supporter.
#[derive(Clone, Debug, PartialEq)]
pub struct Organiser {
    /// Name.
    pub name: Text,
    /// Site.
    pub url: Option<SafeUrl>,
}

/// A floor.
#[derive(Clone, Debug, PartialEq)]
pub struct Floor {
    /// Id; empty for the one floor of a file that names none.
    pub id: Box<str>,
    /// Name.
    pub name: Text,
}

/// A hall.
#[derive(Clone, Debug, PartialEq)]
pub struct Hall {
    /// Id.
    pub id: Box<str>,
    /// Name.
    pub name: Text,
    /// Its floor.
    pub floor: FloorIx,
    /// Its outline.
    pub outline: Polygon,
    /// The floor area that the organiser declares, square metres.
    pub declared_area_m2: Option<f64>,
    /// Inner walls.
    pub walls: Vec<Wall>,
    /// Doorways.
    pub entrances: Vec<Entrance>,
    /// Columns and other things in the way.
    pub obstacles: Vec<Polygon>,
    /// Services.
    pub services: Vec<Service>,
    /// Named parts.
    pub districts: Vec<District>,
    /// Where the fields come from.
    pub provenance: ProvenanceMap,
}

/// An inner wall.
#[derive(Clone, Debug, PartialEq)]
pub struct Wall {
    /// Two points or more.
    pub line: Vec<PlanPoint>,
    /// Thickness in metres, above zero.
    pub thickness_m: f64,
}

/// A doorway.
#[derive(Clone, Debug, PartialEq)]
pub struct Entrance {
    /// Id.
    pub id: Box<str>,
    /// Name, where it has one.
    pub name: Option<Text>,
    /// What it is for.
    pub kind: EntranceKind,
    /// Its middle, on the hall's outline.
    pub at: PlanPoint,
    /// Clear width in metres, above zero.
    pub width_m: f64,
}

/// A service.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Id.
    pub id: Box<str>,
    /// What it is.
    pub kind: ServiceKind,
    /// Name, where it has one.
    pub name: Option<Text>,
    /// Where its pin stands.
    pub at: PlanPoint,
    /// The room it takes.
    pub outline: Option<Polygon>,
}

/// A named part of a hall.
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// Name.
    pub name: Text,
    /// Its outline.
    pub outline: Polygon,
    /// Where its name is written.
    pub label: PlanPoint,
}

/// A category.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    /// Id.
    pub id: Box<str>,
    /// Name.
    pub name: Text,
    /// Its colour.
    pub colour: Colour,
}

/// A stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    /// Stable id.
    pub id: Box<str>,
    /// What is written on it.
    pub number: Box<str>,
    /// Its hall.
    pub hall: HallIx,
    /// Its category.
    pub category: Option<CategoryIx>,
    /// Its outline.
    pub outline: Polygon,
    /// The rectangle around its outline.
    pub bounds: Rect,
    /// Where its label goes if there is room: a point inside its outline.
    pub label: Option<PlanPoint>,
    /// Name of the stand itself, where it is more than its participants.
    pub name: Option<Text>,
    /// A shorter name for the map.
    pub short_name: Option<Text>,
    /// What there is on the stand.
    pub description: Option<Text>,
    /// Sides without a wall: indexes of [`Polygon::edges`].
    pub open_edges: Vec<usize>,
    /// Doors.
    pub doors: Vec<Door>,
    /// Height in metres, above zero.
    pub height_m: Option<f64>,
    /// The area that the organiser declares, square metres.
    pub declared_area_m2: Option<f64>,
    /// Who is there.
    pub participants: Vec<ParticipantIx>,
    /// Sessions that take place there.
    pub sessions: Vec<SessionIx>,
    /// Where the fields come from.
    pub provenance: ProvenanceMap,
    /// Its index in the file's list, for paths in reports.
    pub file_index: usize,
}

/// A door in a stand's wall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Door {
    /// Its middle.
    pub at: PlanPoint,
    /// Clear width in metres.
    pub width_m: f64,
}

/// A participant.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// Stable id.
    pub id: Box<str>,
    /// Where it is found.
    pub stands: Vec<StandIx>,
    /// Full name.
    pub name: Text,
    /// A shorter name.
    pub short_name: Option<Text>,
    /// What sort of participant it is.
    pub kind: ParticipantKind,
    /// Who it is.
    pub description: Option<Text>,
    /// What it shows here.
    pub shows: Option<Text>,
    /// Its products.
    pub products: Vec<Text>,
    /// Words to find it by.
    pub tags: Vec<Text>,
    /// Other names it is known by.
    pub aliases: Vec<Box<str>>,
    /// E-mail address, as a `mailto:` link.
    pub email: Option<SafeUrl>,
    /// Telephone number, as a `tel:` link.
    pub phone: Option<SafeUrl>,
    /// Postal address.
    pub address: Option<Text>,
    /// Its pages.
    pub links: Vec<Link>,
    /// Its logo.
    pub logo: Option<SafeUrl>,
    /// Where the fields come from.
    pub provenance: ProvenanceMap,
    /// Its index in the file's list.
    pub file_index: usize,
}

/// A link.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub url: SafeUrl,
    /// What it is called.
    pub label: Option<Text>,
}

/// Where a session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionPlace {
    /// On a stand.
    Stand(StandIx),
    /// At a service of a hall (index of [`Hall::services`]).
    Service(HallIx, usize),
}

/// A session of the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Stable id.
    pub id: Box<str>,
    /// Title or theme.
    pub title: Text,
    /// What sort of session it is.
    pub kind: SessionKind,
    /// What it is about.
    pub theme: Option<Text>,
    /// Start; the time of day may be unknown.
    pub start: Option<LocalTime>,
    /// End, not before the start.
    pub end: Option<LocalTime>,
    /// Where on the plan.
    pub place: Option<SessionPlace>,
    /// Where, in words.
    pub place_name: Option<Text>,
    /// What happens there.
    pub description: Option<Text>,
    /// Who takes part.
    pub participants: Vec<ParticipantIx>,
    /// Where the fields come from.
    pub provenance: ProvenanceMap,
    /// Its index in the file's list.
    pub file_index: usize,
}

/// A source of facts.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Id.
    pub id: Box<str>,
    /// What it is called.
    pub title: Text,
    /// Its address.
    pub url: Option<SafeUrl>,
    /// When it was published.
    pub date: Option<Date>,
}

impl Plan {
    /// The stand at an index.
    pub fn stand(&self, ix: StandIx) -> Option<&Stand> {
        self.stands.get(ix.at())
    }

    /// The participant at an index.
    pub fn participant(&self, ix: ParticipantIx) -> Option<&Participant> {
        self.participants.get(ix.at())
    }

    /// The stand with this id.
    pub fn stand_by_id(&self, id: &str) -> Option<StandIx> {
        let found = self.stand_ids.find(&self.stands, |s| &s.id, id);
        found.map(StandIx::from)
    }

    /// The stand with this id, or else with this number in any case: what a host may write in
    /// `selected="A12"`.
    pub fn find_stand(&self, id_or_number: &str) -> Option<StandIx> {
        let wanted = id_or_number.trim();
        self.stand_by_id(wanted).or_else(|| {
            let folded = crate::search::fold(wanted);
            let same = |s: &Stand| crate::search::fold(&s.number) == folded;
            self.stands.iter().position(same).map(StandIx::from)
        })
    }

    /// Stands of a floor, in file order.
    pub fn stands_on(&self, floor: FloorIx) -> impl Iterator<Item = (StandIx, &Stand)> {
        self.stands
            .iter()
            .enumerate()
            .map(|(i, stand)| (StandIx::from(i), stand))
            .filter(move |(_, stand)| self.floor_of(stand) == Some(floor))
    }

    /// The floor of a stand.
    pub fn floor_of(&self, stand: &Stand) -> Option<FloorIx> {
        self.halls.get(stand.hall.at()).map(|hall| hall.floor)
    }

    /// Halls of a floor.
    pub fn halls_on(&self, floor: FloorIx) -> impl Iterator<Item = &Hall> {
        self.halls.iter().filter(move |hall| hall.floor == floor)
    }

    /// Floor area of all halls, from the geometry, square metres.
    pub fn area_m2(&self) -> f64 {
        self.halls.iter().map(|hall| hall.outline.area_m2()).sum()
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| &*source.id == id)
    }
}
