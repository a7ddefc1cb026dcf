//! From the format to the plan.

use super::{
    Category, CategoryIx, Date, District, Door, Entrance, Event, Floor, FloorIx, Hall, HallIx,
    IdIndex, Link, LocalTime, Organiser, Participant, ParticipantIx, Plan, SafeUrl, Service,
    Session, SessionIx, SessionPlace, Source, Stand, StandIx, Wall, Warning, WarningKind,
};
use crate::format::json::Fault;
use crate::format::{
    self, Document, List, LoadError, LoadErrorKind, Place, RawCategory, RawEvent, RawFloor,
    RawHall, RawLink, RawParticipant, RawSession, RawSource, RawStand, Text, locate,
};
use crate::geometry::{PlanPoint, Polygon, pole_of_inaccessibility};

/// Thickness of inner walls that do not say theirs.
const DEFAULT_WALL_M: f64 = 0.2;

/// A plan, and what was passed over on the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The plan.
    pub plan: Plan,
    /// In the order in which they were found.
    pub warnings: Vec<Warning>,
}

/// Reads a file.
///
/// # Errors
/// When nothing can be shown: the text is not an expo-map file of this version, the event's
/// dates are unreadable, or no hall or no stand is left. Lesser faults become warnings.
pub fn load(text: &str) -> Result<Loaded, LoadError> {
    let (plan, warnings) = inspect(text);
    plan.map(|plan| Loaded { plan, warnings })
}

/// Reads a file as [`load`] does, and also gives the warnings when nothing can be shown: they
/// tell why, when it is because no hall or no stand is left.
pub fn inspect(text: &str) -> (Result<Plan, LoadError>, Vec<Warning>) {
    let document = match format::read(text) {
        Ok(document) => document,
        Err(error) => return (Err(error), Vec::new()),
    };
    let mut builder = Builder {
        text,
        warnings: Vec::new(),
    };
    let plan = builder.plan(document);
    (plan, builder.warnings)
}

struct Builder<'a> {
    text: &'a str,
    warnings: Vec<Warning>,
}

impl Builder<'_> {
    fn plan(&mut self, document: Document) -> Result<Plan, LoadError> {
        self.faults(document.faults);
        let missing = || self.error(LoadErrorKind::Event, "event", "there is no event");
        let event = document.event.ok_or_else(missing)?;
        let event = self.event(event)?;
        let sources = self.sources(document.sources);
        let floors = self.floors(document.floors);
        let halls = self.halls(document.halls, &floors);
        if halls.is_empty() {
            return Err(self.error(LoadErrorKind::NoHalls, "halls", "no hall can be drawn"));
        }
        let categories = self.categories(document.categories);
        let mut stands = self.stands(document.stands, &halls, &categories);
        if stands.is_empty() {
            return Err(self.error(LoadErrorKind::NoStands, "stands", "no stand can be drawn"));
        }
        let stand_ids = IdIndex::new(&stands, |s| &s.id);
        let participants = self.participants(document.participants, &mut stands, &stand_ids);
        let sessions = self.sessions(
            document.sessions,
            &halls,
            &mut stands,
            &stand_ids,
            &participants,
        );
        Ok(Plan {
            languages: document.languages,
            event,
            floors,
            halls,
            categories,
            stands,
            participants,
            sessions,
            sources,
            stand_ids,
        })
    }

    fn error(&self, kind: LoadErrorKind, path: &str, detail: &str) -> LoadError {
        LoadError {
            kind,
            place: locate(self.text, path),
            detail: detail.into(),
        }
    }

    fn warn(&mut self, kind: WarningKind, path: String, detail: &str) {
        // Line and column are looked up by whoever shows the warning: a scan of the whole text
        // per warning would make a file full of faults slow to open.
        let place = Place {
            path,
            line: 0,
            column: 0,
        };
        self.warnings.push(Warning {
            kind,
            place,
            detail: detail.into(),
        });
    }

    /// Passes on what the reader could not use.
    fn faults(&mut self, faults: Vec<Fault>) {
        for fault in faults {
            let kind = if fault.is_optional {
                WarningKind::BadField
            } else {
                WarningKind::BadEntry
            };
            self.warn(kind, fault.path, &fault.detail);
        }
    }

    /// The places of entries whose id is taken.
    fn taken<T>(&mut self, name: &str, list: &List<T>, id: fn(&T) -> &str) -> Vec<usize> {
        let mut ids = Vec::with_capacity(list.len());
        for (index, entry) in list {
            ids.push((*index, id(entry)));
        }
        self.repeated(name, &ids)
    }

    /// The places of ids that stand earlier in the list already, each with a warning.
    fn repeated(&mut self, name: &str, ids: &[(usize, &str)]) -> Vec<usize> {
        let index = IdIndex::new(ids, |(_, id)| id);
        let mut repeated = Vec::new();
        for (place, (file_index, id)) in ids.iter().enumerate() {
            if index.find(ids, |(_, id)| id, id) != Some(place) {
                let detail = ["the id \"", id, "\" is taken already"].concat();
                let path = entry(name, *file_index) + ".id";
                self.warn(WarningKind::DuplicateId, path, &detail);
                repeated.push(place);
            }
        }
        repeated
    }

    fn event(&mut self, raw: RawEvent) -> Result<Event, LoadError> {
        let day = |path: &str, text: &str| {
            Date::parse(text)
                .ok_or_else(|| self.error(LoadErrorKind::Event, path, "not a day, YYYY-MM-DD"))
        };
        let (start, end) = (day("event.start", &raw.start)?, day("event.end", &raw.end)?);
        if end < start {
            let detail = "the last day is before the first";
            return Err(self.error(LoadErrorKind::Event, "event.end", detail));
        }
        let mut organisers = Vec::with_capacity(raw.organisers.len());
        for (i, o) in raw.organisers.into_iter().enumerate() {
            let url = self.link(
                o.url.as_deref(),
                &Path::item("event", ".organisers", i, ".url"),
            );
            organisers.push(Organiser { name: o.name, url });
        }
        Ok(Event {
            id: raw.id,
            name: raw.name,
            short_name: raw.short_name,
            start,
            end,
            time_zone: raw.time_zone,
            place: raw.place,
            description: raw.description,
            notice: raw.notice,
            organisers,
            provenance: raw.provenance,
        })
    }

    fn sources(&mut self, list: List<RawSource>) -> Vec<Source> {
        let taken = self.taken("sources", &list, |s| &s.id);
        let mut sources = Vec::with_capacity(list.len());
        for (place, (index, raw)) in list.into_iter().enumerate() {
            if taken.binary_search(&place).is_ok() {
                continue;
            }
            let path = entry("sources", index);
            sources.push(Source {
                url: self.link(raw.url.as_deref(), &Path::of(&path, ".url")),
                date: self.date(raw.date.as_deref(), &Path::of(&path, ".date")),
                id: raw.id,
                title: raw.title,
            });
        }
        sources
    }

    fn floors(&mut self, list: List<RawFloor>) -> Vec<Floor> {
        let taken = self.taken("floors", &list, |f| &f.id);
        let mut floors = Vec::with_capacity(list.len());
        for (place, (_, raw)) in list.into_iter().enumerate() {
            if taken.binary_search(&place).is_err() {
                floors.push(Floor {
                    id: raw.id,
                    name: raw.name,
                });
            }
        }
        if floors.is_empty() {
            floors.push(Floor {
                id: "".into(),
                name: Text::default(),
            });
        }
        floors
    }

    fn halls(&mut self, list: List<RawHall>, floors: &[Floor]) -> Vec<Hall> {
        let taken = self.taken("halls", &list, |h| &h.id);
        let mut halls = Vec::with_capacity(list.len());
        for (place, (index, raw)) in list.into_iter().enumerate() {
            if taken.binary_search(&place).is_ok() {
                continue;
            }
            let path = entry("halls", index);
            let Some(outline) = self.polygon(&raw.outline, &Path::of(&path, ".outline")) else {
                continue;
            };
            let floor = match &raw.floor {
                None => Some(FloorIx(0)),
                Some(id) => floors.iter().position(|f| *f.id == **id).map(FloorIx::from),
            };
            let floor = floor.unwrap_or_else(|| {
                self.dangling(&Path::of(&path, ".floor"), raw.floor.as_deref());
                FloorIx(0)
            });
            halls.push(self.hall(&path, raw, floor, outline));
        }
        halls
    }

    fn hall(&mut self, path: &str, raw: RawHall, floor: FloorIx, outline: Polygon) -> Hall {
        let mut walls = Vec::new();
        for (i, wall) in raw.walls.into_iter().enumerate() {
            let thickness_m = wall.thickness.unwrap_or(DEFAULT_WALL_M);
            if wall.line.len() < 2 || !wall.line.iter().flatten().all(|v| v.is_finite()) {
                let detail = "a wall needs two points or more";
                let path = Path::item(path, ".walls", i, ".line").text();
                self.warn(WarningKind::BadPolygon, path, detail);
            } else if self
                .positive(
                    Some(thickness_m),
                    &Path::item(path, ".walls", i, ".thickness"),
                )
                .is_some()
            {
                let line = wall.line.into_iter().map(PlanPoint::from).collect();
                walls.push(Wall { line, thickness_m });
            }
        }
        let mut entrances = Vec::new();
        for (i, e) in raw.entrances.into_iter().enumerate() {
            let width = self.positive(Some(e.width), &Path::item(path, ".entrances", i, ".width"));
            if let (Some(width_m), Some(at)) = (
                width,
                self.point(e.at, &Path::item(path, ".entrances", i, ".at")),
            ) {
                entrances.push(Entrance {
                    id: e.id,
                    name: e.name,
                    kind: e.kind,
                    at,
                    width_m,
                });
            }
        }
        let mut obstacles = Vec::new();
        for (i, obstacle) in raw.obstacles.into_iter().enumerate() {
            obstacles.extend(self.polygon(
                &obstacle.outline,
                &Path::item(path, ".obstacles", i, ".outline"),
            ));
        }
        let mut services = Vec::new();
        for (i, s) in raw.services.into_iter().enumerate() {
            let Some(at) = self.point(s.at, &Path::item(path, ".services", i, ".at")) else {
                continue;
            };
            let outline = s.outline.as_ref();
            let outline = outline
                .and_then(|o| self.polygon(o, &Path::item(path, ".services", i, ".outline")));
            services.push(Service {
                id: s.id,
                kind: s.kind,
                name: s.name,
                at,
                outline,
            });
        }
        let mut districts = Vec::new();
        for (i, d) in raw.districts.into_iter().enumerate() {
            if let Some(outline) =
                self.polygon(&d.outline, &Path::item(path, ".districts", i, ".outline"))
            {
                let label = d
                    .label
                    .map_or_else(|| pole_of_inaccessibility(&outline, 0.1), PlanPoint::from);
                districts.push(District {
                    name: d.name,
                    outline,
                    label,
                });
            }
        }
        Hall {
            id: raw.id,
            name: raw.name,
            floor,
            outline,
            declared_area_m2: self.positive(raw.declared_area, &Path::of(path, ".declaredArea")),
            walls,
            entrances,
            obstacles,
            services,
            districts,
            provenance: raw.provenance,
        }
    }

    fn categories(&mut self, list: List<RawCategory>) -> Vec<Category> {
        let taken = self.taken("categories", &list, |c| &c.id);
        let mut categories = Vec::with_capacity(list.len());
        for (place, (index, raw)) in list.into_iter().enumerate() {
            if taken.binary_search(&place).is_ok() {
                continue;
            }
            let default = (index % 8) as u8 + 1;
            let mut colour = raw.colour.unwrap_or(default);
            if !(1..=8).contains(&colour) {
                let path = entry("categories", index) + ".colour";
                let detail = "a colour is a number from 1 to 8";
                self.warn(WarningKind::BadNumber, path, detail);
                colour = default;
            }
            categories.push(Category {
                id: raw.id,
                name: raw.name,
                colour,
            });
        }
        categories
    }

    fn stands(
        &mut self,
        list: List<RawStand>,
        halls: &[Hall],
        categories: &[Category],
    ) -> Vec<Stand> {
        let taken = self.taken("stands", &list, |s| &s.id);
        let mut stands = Vec::with_capacity(list.len());
        for (place, (file_index, raw)) in list.into_iter().enumerate() {
            if taken.binary_search(&place).is_ok() {
                continue;
            }
            let path = entry("stands", file_index);
            let Some(outline) = self.polygon(&raw.outline, &Path::of(&path, ".outline")) else {
                continue;
            };
            let hall = match &raw.hall {
                None => Some(HallIx(0)),
                Some(id) => halls.iter().position(|h| *h.id == **id).map(HallIx::from),
            };
            let Some(hall) = hall else {
                self.dangling(&Path::of(&path, ".hall"), raw.hall.as_deref());
                continue;
            };
            let category = raw.category.as_ref().and_then(|id| {
                let found = categories
                    .iter()
                    .position(|c| *c.id == **id)
                    .map(CategoryIx::from);
                if found.is_none() {
                    self.dangling(&Path::of(&path, ".category"), Some(id));
                }
                found
            });
            let mut open_edges = Vec::with_capacity(raw.open.len());
            for (i, edge) in raw.open.iter().enumerate() {
                if let Some(edge) = outline.edge_from_file(*edge) {
                    open_edges.push(edge);
                } else {
                    let detail = format!("the outline has no side {edge}");
                    let path = Path::item(&path, ".open", i, "").text();
                    self.warn(WarningKind::BadNumber, path, &detail);
                }
            }
            let mut doors = Vec::new();
            for (i, door) in raw.doors.iter().enumerate() {
                let at = self.point(door.at, &Path::item(&path, ".doors", i, ".at"));
                let width =
                    self.positive(Some(door.width), &Path::item(&path, ".doors", i, ".width"));
                if let (Some(at), Some(width_m)) = (at, width) {
                    doors.push(Door { at, width_m });
                }
            }
            stands.push(Stand {
                bounds: outline.bounds(),
                outline,
                hall,
                category,
                open_edges,
                doors,
                height_m: self.positive(raw.height, &Path::of(&path, ".height")),
                declared_area_m2: self
                    .positive(raw.declared_area, &Path::of(&path, ".declaredArea")),
                id: raw.id,
                number: raw.number,
                name: raw.name,
                short_name: raw.short_name,
                description: raw.description,
                participants: Vec::new(),
                sessions: Vec::new(),
                provenance: raw.provenance,
                file_index,
            });
        }
        stands
    }

    fn participants(
        &mut self,
        list: List<RawParticipant>,
        stands: &mut [Stand],
        stand_ids: &IdIndex,
    ) -> Vec<Participant> {
        let taken = self.taken("participants", &list, |p| &p.id);
        let mut participants = Vec::with_capacity(list.len());
        for (place, (file_index, raw)) in list.into_iter().enumerate() {
            if taken.binary_search(&place).is_ok() {
                continue;
            }
            let ix = ParticipantIx::from(participants.len());
            let path = entry("participants", file_index);
            let mut on = Vec::with_capacity(raw.stands.len());
            for (i, id) in raw.stands.iter().enumerate() {
                match stand_ids.find(stands, |s| &s.id, id) {
                    Some(found) if !on.contains(&StandIx::from(found)) => {
                        on.push(StandIx::from(found));
                        if let Some(stand) = stands.get_mut(found) {
                            stand.participants.push(ix);
                        }
                    }
                    Some(_) => {}
                    None => self.dangling(&Path::item(&path, ".stands", i, ""), Some(id)),
                }
            }
            let email = with_scheme("mailto:", raw.contacts.email.as_deref());
            let phone = with_scheme("tel:", raw.contacts.phone.as_deref());
            let logo = raw.logo.as_deref().and_then(|logo| {
                let safe = SafeUrl::image(logo);
                if safe.is_none() {
                    self.unsafe_link(&Path::of(&path, ".logo"));
                }
                safe
            });
            participants.push(Participant {
                stands: on,
                email: self.link(email.as_deref(), &Path::of(&path, ".contacts.email")),
                phone: self.link(phone.as_deref(), &Path::of(&path, ".contacts.phone")),
                address: raw.contacts.address,
                links: self.links(raw.links, &path),
                logo,
                id: raw.id,
                name: raw.name,
                short_name: raw.short_name,
                kind: raw.kind,
                description: raw.description,
                shows: raw.shows,
                products: raw.products,
                tags: raw.tags,
                aliases: raw.aliases,
                provenance: raw.provenance,
                file_index,
            });
        }
        participants
    }

    fn sessions(
        &mut self,
        list: List<RawSession>,
        halls: &[Hall],
        stands: &mut [Stand],
        stand_ids: &IdIndex,
        participants: &[Participant],
    ) -> Vec<Session> {
        let taken = self.taken("sessions", &list, |s| &s.id);
        let participant_ids = IdIndex::new(participants, |p| &p.id);
        let mut sessions = Vec::with_capacity(list.len());
        for (place_in_list, (file_index, raw)) in list.into_iter().enumerate() {
            if taken.binary_search(&place_in_list).is_ok() {
                continue;
            }
            let path = entry("sessions", file_index);
            let place = raw.place.as_ref().and_then(|id| {
                let stand = stand_ids.find(stands, |s| &s.id, id);
                let found = stand
                    .map(|i| SessionPlace::Stand(StandIx::from(i)))
                    .or_else(|| service_with_id(halls, id));
                if found.is_none() {
                    self.dangling(&Path::of(&path, ".place"), Some(id));
                }
                found
            });
            if let Some(SessionPlace::Stand(ix)) = place
                && let Some(stand) = stands.get_mut(ix.at())
            {
                stand.sessions.push(SessionIx::from(sessions.len()));
            }
            let mut taking_part = Vec::new();
            for (i, id) in raw.participants.iter().enumerate() {
                match participant_ids.find(participants, |p| &p.id, id) {
                    Some(found) => taking_part.push(ParticipantIx::from(found)),
                    None => self.dangling(&Path::item(&path, ".participants", i, ""), Some(id)),
                }
            }
            let start = self.time(raw.start.as_deref(), &Path::of(&path, ".start"));
            let mut end = self.time(raw.end.as_deref(), &Path::of(&path, ".end"));
            if start
                .zip(end)
                .is_some_and(|(start, end)| end.is_before(start))
            {
                let path = Path::of(&path, ".end").text();
                self.warn(WarningKind::BadDate, path, "the end is before the start");
                end = None;
            }
            sessions.push(Session {
                start,
                end,
                place,
                participants: taking_part,
                id: raw.id,
                title: raw.title,
                kind: raw.kind,
                theme: raw.theme,
                place_name: raw.place_name,
                description: raw.description,
                provenance: raw.provenance,
                file_index,
            });
        }
        sessions
    }

    fn polygon(&mut self, raw: &[[f64; 2]], path: &Path<'_>) -> Option<Polygon> {
        Polygon::new(raw)
            .map_err(|error| self.warn(WarningKind::BadPolygon, path.text(), error.describe()))
            .ok()
    }

    fn point(&mut self, raw: [f64; 2], path: &Path<'_>) -> Option<PlanPoint> {
        let finite = raw.iter().all(|v| v.is_finite() && v.abs() < 100_000.0);
        if !finite {
            self.warn(
                WarningKind::BadNumber,
                path.text(),
                "a point is two numbers of metres",
            );
        }
        finite.then(|| raw.into())
    }

    fn positive(&mut self, value: Option<f64>, path: &Path<'_>) -> Option<f64> {
        let value = value?;
        let good = value.is_finite() && value > 0.0;
        if !good {
            self.warn(
                WarningKind::BadNumber,
                path.text(),
                "must be a number above zero",
            );
        }
        good.then_some(value)
    }

    fn date(&mut self, text: Option<&str>, path: &Path<'_>) -> Option<Date> {
        let date = Date::parse(text?);
        if date.is_none() {
            self.warn(WarningKind::BadDate, path.text(), "not a day, YYYY-MM-DD");
        }
        date
    }

    fn time(&mut self, text: Option<&str>, path: &Path<'_>) -> Option<LocalTime> {
        let time = LocalTime::parse(text?);
        if time.is_none() {
            let detail = "not a time, YYYY-MM-DDTHH:MM or YYYY-MM-DD";
            self.warn(WarningKind::BadDate, path.text(), detail);
        }
        time
    }

    fn link(&mut self, text: Option<&str>, path: &Path<'_>) -> Option<SafeUrl> {
        let url = SafeUrl::link(text?);
        if url.is_none() {
            self.unsafe_link(path);
        }
        url
    }

    fn links(&mut self, raw: Vec<RawLink>, path: &str) -> Vec<Link> {
        let mut links = Vec::with_capacity(raw.len());
        for (i, link) in raw.into_iter().enumerate() {
            let url = self.link(Some(&link.url), &Path::item(path, ".links", i, ".url"));
            links.extend(url.map(|url| Link {
                url,
                label: link.label,
            }));
        }
        links
    }

    fn unsafe_link(&mut self, path: &Path<'_>) {
        let detail = "only https, http, mailto and tel addresses are shown";
        self.warn(WarningKind::UnsafeLink, path.text(), detail);
    }

    fn dangling(&mut self, path: &Path<'_>, id: Option<&str>) {
        let id = id.unwrap_or_default();
        let detail = ["there is nothing with the id \"", id, "\""].concat();
        self.warn(WarningKind::DanglingId, path.text(), &detail);
    }
}

/// Where something is in the file, written out only for a warning.
struct Path<'a> {
    entry: &'a str,
    list: &'a str,
    index: usize,
    field: &'a str,
}

impl<'a> Path<'a> {
    /// A field of an entry.
    fn of(entry: &'a str, field: &'a str) -> Self {
        Self::item(entry, "", 0, field)
    }

    /// A field of something in a list of an entry.
    fn item(entry: &'a str, list: &'a str, index: usize, field: &'a str) -> Self {
        Self {
            entry,
            list,
            index,
            field,
        }
    }

    fn text(&self) -> String {
        let owner = match self.list {
            "" => self.entry.to_owned(),
            list => entry(&[self.entry, list].concat(), self.index),
        };
        owner + self.field
    }
}

/// The path of an entry of a list.
fn entry(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}

fn with_scheme(scheme: &str, value: Option<&str>) -> Option<String> {
    let mut address = String::from(scheme);
    address.extend(value?.chars().filter(|c| *c != ' '));
    Some(address)
}

fn service_with_id(halls: &[Hall], id: &str) -> Option<SessionPlace> {
    halls.iter().enumerate().find_map(|(hall, h)| {
        let service = h.services.iter().position(|s| &*s.id == id)?;
        Some(SessionPlace::Service(HallIx::from(hall), service))
    })
}
