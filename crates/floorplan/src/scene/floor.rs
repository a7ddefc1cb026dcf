//! The shapes of one floor.

use std::cell::OnceCell;

use super::path::path_data;
use super::walls::wall_lines;
use crate::geometry::{PlanPoint, Rect, RectIndex, pole_of_inaccessibility};
use crate::plan::{FloorIx, Plan, Stand, StandIx};

/// Precision of label anchors, metres.
const ANCHOR_PRECISION_M: f64 = 0.1;

/// Everything of one floor that does not change with the camera. Paths are in centimetres: see
/// [`path_data`].
#[derive(Clone, Debug, PartialEq)]
pub struct FloorScene {
    /// Which floor.
    pub floor: FloorIx,
    /// Around all halls, metres.
    pub bounds: Rect,
    /// The floor of all halls: one path.
    pub ground: String,
    /// The outer walls, with gaps at the doors: one path to be stroked.
    pub walls: String,
    /// Inner walls: one path to be stroked.
    pub inner_walls: String,
    /// Columns and the like: one path.
    pub obstacles: String,
    /// Rooms of services: one path.
    pub rooms: String,
    /// All stands as one path, for their common shade.
    pub all_stands: String,
    /// Named parts.
    pub districts: Vec<DistrictShape>,
    /// Stands, in file order.
    pub stands: Vec<StandShape>,
    /// The bounds of `stands`, by place.
    pub(super) index: RectIndex,
}

/// A named part of a hall.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictShape {
    /// Index of the hall in the plan, and of the district in the hall.
    pub index: (usize, usize),
    /// Its outline.
    pub path: String,
}

/// A stand.
#[derive(Clone, Debug, PartialEq)]
pub struct StandShape {
    /// Which stand.
    pub stand: StandIx,
    /// Its outline, closed.
    pub path: String,
    /// Its sides that have a wall, to be stroked; sides shared with the aisle stay open.
    pub closed_sides: String,
    /// Palette colour, 1 to 8; 0 without a category.
    pub colour: u8,
    /// Where its label has the most room; found when it is first asked for.
    anchor: OnceCell<PlanPoint>,
}

impl FloorScene {
    /// The shapes of a floor.
    pub fn new(plan: &Plan, floor: FloorIx) -> Self {
        let halls: Vec<_> = plan.halls_on(floor).collect();
        let bounds = halls.iter().map(|h| h.outline.bounds()).reduce(Rect::union);
        let mut scene = Self {
            floor,
            bounds: bounds.unwrap_or_default(),
            ground: String::new(),
            walls: String::new(),
            inner_walls: String::new(),
            obstacles: String::new(),
            rooms: String::new(),
            all_stands: String::new(),
            districts: Vec::new(),
            stands: Vec::new(),
            index: RectIndex::default(),
        };
        for hall in &halls {
            path_data(hall.outline.points(), true, &mut scene.ground);
            for line in wall_lines(hall) {
                path_data(&line, false, &mut scene.walls);
            }
            for wall in &hall.walls {
                path_data(&wall.line, false, &mut scene.inner_walls);
            }
            for obstacle in &hall.obstacles {
                path_data(obstacle.points(), true, &mut scene.obstacles);
            }
            for room in hall.services.iter().filter_map(|s| s.outline.as_ref()) {
                path_data(room.points(), true, &mut scene.rooms);
            }
        }
        for (h, hall) in plan
            .halls
            .iter()
            .enumerate()
            .filter(|(_, h)| h.floor == floor)
        {
            for (d, district) in hall.districts.iter().enumerate() {
                let mut path = String::new();
                path_data(district.outline.points(), true, &mut path);
                scene.districts.push(DistrictShape {
                    index: (h, d),
                    path,
                });
            }
        }
        let mut rects = Vec::new();
        for (ix, stand) in plan.stands_on(floor) {
            rects.push(stand.bounds);
            let shape = StandShape::new(plan, ix, stand);
            scene.all_stands.push_str(&shape.path);
            scene.stands.push(shape);
        }
        scene.index = RectIndex::new(rects);
        scene
    }

    /// The shape of a stand, if it is on this floor.
    pub fn shape(&self, stand: StandIx) -> Option<&StandShape> {
        // File order is index order.
        let at = self
            .stands
            .binary_search_by_key(&stand, |shape| shape.stand)
            .ok()?;
        self.stands.get(at)
    }
}

impl StandShape {
    fn new(plan: &Plan, ix: StandIx, stand: &Stand) -> Self {
        let mut path = String::new();
        path_data(stand.outline.points(), true, &mut path);
        let mut closed_sides = String::new();
        let mut line: Vec<PlanPoint> = Vec::new();
        for (edge, (a, b)) in stand.outline.edges().enumerate() {
            if stand.open_edges.contains(&edge) {
                path_data(&line, false, &mut closed_sides);
                line.clear();
            } else {
                if line.is_empty() {
                    line.push(a);
                }
                line.push(b);
            }
        }
        path_data(&line, false, &mut closed_sides);
        let category = stand.category.and_then(|c| plan.categories.get(c.at()));
        Self {
            stand: ix,
            path,
            closed_sides,
            colour: category.map_or(0, |c| c.colour),
            anchor: OnceCell::new(),
        }
    }

    /// Where the stand's label has the most room.
    pub fn anchor(&self, stand: &Stand) -> PlanPoint {
        *self
            .anchor
            .get_or_init(|| pole_of_inaccessibility(&stand.outline, ANCHOR_PRECISION_M))
    }
}
