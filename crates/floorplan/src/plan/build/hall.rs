//! Floors and halls.

use super::Builder;
use super::path::{Entry, Path};
use super::value::are_near;
use crate::format::{List, RawFloor, RawHall, Text};
use crate::geometry::{PlanPoint, Polygon, pole_of_inaccessibility};
use crate::plan::{District, Entrance, Floor, FloorIx, Hall, Service, Wall, WarningKind};

/// Thickness of inner walls that do not say theirs.
const DEFAULT_WALL_M: f64 = 0.2;

impl Builder<'_> {
    pub(super) fn floors(&mut self, list: List<RawFloor>) -> Vec<Floor> {
        let taken = self.taken("floors", &list, |f| &f.id);
        let mut floors = Vec::with_capacity(list.len());
        for (place, (_, raw)) in list.into_iter().enumerate() {
            if taken.get(place) == Some(&false) {
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

    pub(super) fn halls(&mut self, list: List<RawHall>, floors: &[Floor]) -> Vec<Hall> {
        let taken = self.taken("halls", &list, |h| &h.id);
        let mut halls = Vec::with_capacity(list.len());
        for (place, (index, raw)) in list.into_iter().enumerate() {
            if taken.get(place) == Some(&true) {
                continue;
            }
            let path = Entry::of("halls", index);
            let Some(outline) = self.polygon(&raw.outline, &Path::of(path, ".outline")) else {
                continue;
            };
            let floor = match &raw.floor {
                None => Some(FloorIx(0)),
                Some(id) => floors.iter().position(|f| *f.id == **id).map(FloorIx::from),
            };
            let floor = floor.unwrap_or_else(|| {
                self.dangling(&Path::of(path, ".floor"), raw.floor.as_deref());
                FloorIx(0)
            });
            halls.push(self.hall(path, raw, floor, outline));
        }
        halls
    }

    pub(super) fn hall(
        &mut self,
        path: Entry,
        raw: RawHall,
        floor: FloorIx,
        outline: Polygon,
    ) -> Hall {
        let mut walls = Vec::new();
        for (i, wall) in raw.walls.into_iter().enumerate() {
            let thickness_m = wall.thickness.unwrap_or(DEFAULT_WALL_M);
            if wall.line.len() < 2 || !are_near(&wall.line) {
                let detail = "a wall needs two points or more, of metres";
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
}
