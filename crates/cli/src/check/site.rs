//! The plan as things that stand in a hall, for the checks of space.

use floorplan::format::RawHall;
use floorplan::geometry::{PlanPoint, Polygon, Rect, distance_to_segment};
use floorplan::plan::{Plan, Stand};

use super::file::{File, words};
use super::pairs::near;

/// Thickness of inner walls that do not say theirs, as in the core.
const DEFAULT_WALL_M: f64 = 0.2;

/// All halls of a plan.
pub struct Site<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its halls.
    pub halls: Vec<HallSite<'a>>,
}

/// A hall and what is in it.
pub struct HallSite<'a> {
    /// The hall as it is written.
    pub raw: &'a RawHall,
    /// The hall of the plan.
    pub hall: &'a floorplan::plan::Hall,
    /// Its path.
    pub path: String,
    /// Stands first, then fixtures, then the hall's own walls.
    pub solids: Vec<Solid<'a>>,
    /// For each solid, the others that are near.
    pub near: Vec<Vec<usize>>,
}

/// Something nobody can walk through.
pub struct Solid<'a> {
    /// Its shape.
    pub shape: Shape,
    /// The rectangle around it.
    pub bounds: Rect,
    /// What it is, in the middle of a sentence.
    pub name: String,
    /// Its path.
    pub path: String,
    /// The stand, when it is one.
    pub stand: Option<&'a Stand>,
}

/// A solid's shape.
pub enum Shape {
    /// A body.
    Body(Polygon),
    /// A side of the hall: a line.
    Side(PlanPoint, PlanPoint),
}

impl<'a> Site<'a> {
    /// Gathers what stands where; `reach_m` is how far the checks look for neighbours.
    pub fn new(file: &'a File, plan: &'a Plan, reach_m: f64) -> Self {
        let mut halls = Vec::with_capacity(plan.halls.len());
        for (place, hall) in plan.halls.iter().enumerate() {
            let Some((index, raw)) = file.halls.iter().find(|(_, raw)| *raw.id == *hall.id) else {
                continue;
            };
            let path = format!("halls[{index}]");
            let mut solids: Vec<Solid<'_>> = plan
                .stands
                .iter()
                .filter(|stand| stand.hall.at() == place)
                .map(Solid::of_stand)
                .collect();
            solids.extend(fixtures(raw, &path));
            for (a, b) in hall.outline.edges() {
                solids.push(Solid::side(a, b, &path));
            }
            let bounds: Vec<Rect> = solids.iter().map(|s| s.bounds).collect();
            halls.push(HallSite {
                raw,
                hall,
                path,
                near: near(&bounds, reach_m.max(1.0)),
                solids,
            });
        }
        Self { plan, halls }
    }
}

impl HallSite<'_> {
    /// The stands, with their index among the solids.
    pub fn stands(&self) -> impl Iterator<Item = (usize, &Solid<'_>, &Stand)> {
        self.solids
            .iter()
            .enumerate()
            .filter_map(|(i, solid)| Some((i, solid, solid.stand?)))
    }

    /// The solids near another one.
    pub fn neighbours(&self, of: usize) -> impl Iterator<Item = (usize, &Solid<'_>)> {
        self.near
            .get(of)
            .into_iter()
            .flatten()
            .filter_map(|i| Some((*i, self.solids.get(*i)?)))
    }

    /// The hall's name for a message.
    pub fn name(&self) -> &str {
        words(&self.hall.name)
    }
}

impl<'a> Solid<'a> {
    fn of_stand(stand: &'a Stand) -> Self {
        Self {
            shape: Shape::Body(stand.outline.clone()),
            bounds: stand.bounds,
            name: format!("stand {}", stand.number),
            path: format!("stands[{}].outline", stand.file_index),
            stand: Some(stand),
        }
    }

    fn fixture(outline: Polygon, name: String, path: String) -> Self {
        Self {
            bounds: outline.bounds(),
            shape: Shape::Body(outline),
            name,
            path,
            stand: None,
        }
    }

    fn side(a: PlanPoint, b: PlanPoint, hall: &str) -> Self {
        Self {
            bounds: Rect::bounding([a, b]).unwrap_or_default(),
            shape: Shape::Side(a, b),
            name: "the wall of the hall".into(),
            path: format!("{hall}.outline"),
            stand: None,
        }
    }

    /// The polygon, unless it is a line.
    pub fn body(&self) -> Option<&Polygon> {
        match &self.shape {
            Shape::Body(polygon) => Some(polygon),
            Shape::Side(..) => None,
        }
    }

    /// Its sides.
    pub fn edges(&self) -> Vec<(PlanPoint, PlanPoint)> {
        match &self.shape {
            Shape::Body(polygon) => polygon.edges().collect(),
            Shape::Side(a, b) => vec![(*a, *b)],
        }
    }

    /// Distance in metres from a point; 0 inside.
    pub fn distance(&self, p: PlanPoint) -> f64 {
        match &self.shape {
            Shape::Body(polygon) => (-polygon.signed_distance(p)).max(0.0),
            Shape::Side(a, b) => distance_to_segment(p, *a, *b),
        }
    }
}

/// Inner walls, obstacles and rooms. What cannot be drawn was reported already.
fn fixtures<'a>(raw: &RawHall, hall: &str) -> Vec<Solid<'a>> {
    let mut solids = Vec::new();
    for (i, wall) in raw.walls.iter().enumerate() {
        let thickness = wall.thickness.unwrap_or(DEFAULT_WALL_M);
        let pieces = wall.line.iter().zip(wall.line.iter().skip(1));
        for body in pieces.filter_map(|(a, b)| wall_body(*a, *b, thickness)) {
            let path = format!("{hall}.walls[{i}].line");
            solids.push(Solid::fixture(body, "an inner wall".into(), path));
        }
    }
    for (i, obstacle) in raw.obstacles.iter().enumerate() {
        if let Ok(body) = Polygon::new(&obstacle.outline) {
            let name = obstacle.name.as_ref().map(words).filter(|n| !n.is_empty());
            let name = name.map_or("an obstacle".into(), |n| format!("the obstacle \"{n}\""));
            let path = format!("{hall}.obstacles[{i}].outline");
            solids.push(Solid::fixture(body, name, path));
        }
    }
    for (i, service) in raw.services.iter().enumerate() {
        let body = service.outline.as_ref().map(|o| Polygon::new(o));
        if let Some(Ok(body)) = body {
            let name = service.name.as_ref().map(words).filter(|n| !n.is_empty());
            let name = format!("the room \"{}\"", name.unwrap_or(&service.id));
            let path = format!("{hall}.services[{i}].outline");
            solids.push(Solid::fixture(body, name, path));
        }
    }
    solids
}

fn wall_body(a: [f64; 2], b: [f64; 2], thickness_m: f64) -> Option<Polygon> {
    let (a, b) = (PlanPoint::from(a), PlanPoint::from(b));
    let length = a.distance(b);
    if length <= 0.0 || thickness_m <= 0.0 {
        return None;
    }
    let k = thickness_m / 2.0 / length;
    let (nx, ny) = ((b.y - a.y) * k, (a.x - b.x) * k);
    Polygon::new(&[
        [a.x + nx, a.y + ny],
        [b.x + nx, b.y + ny],
        [b.x - nx, b.y - ny],
        [a.x - nx, a.y - ny],
    ])
    .ok()
}
