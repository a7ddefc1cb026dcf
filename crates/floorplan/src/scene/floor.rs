//! The shapes of one floor.

use std::cell::OnceCell;

use crate::geometry::{PlanPoint, Rect, RectIndex, pole_of_inaccessibility};
use crate::plan::{FloorIx, Plan, Stand, StandIx};

/// Precision of label anchors, metres.
const ANCHOR_PRECISION_M: f64 = 0.1;
/// How far edges, shades and pins reach beyond what is painted, and how far names of doors do, pixels.
const EDGE_PX: f64 = 16.0;
const DOOR_NAME_PX: f64 = 160.0;

/// Everything of one floor that is derived from the plan and does not change with the camera.
#[derive(Clone, Debug, PartialEq)]
pub struct FloorScene {
    /// Which floor.
    pub floor: FloorIx,
    /// Around all halls, metres.
    pub bounds: Rect,
    /// Stands, in file order.
    pub stands: Vec<StandShape>,
    /// How far pins and names may reach beyond [`painted`](Self::painted), pixels.
    pub spill_px: f64,
    /// The bounds of `stands`, by place.
    pub(super) index: RectIndex,
}

/// A stand.
#[derive(Clone, Debug, PartialEq)]
pub struct StandShape {
    /// Which stand.
    pub stand: StandIx,
    /// Which sides are open, where it is an upright rectangle: left, top, right, bottom.
    pub open: Option<[bool; 4]>,
    /// Where its label has the most room; found when it is first asked for.
    anchor: OnceCell<PlanPoint>,
}

impl FloorScene {
    /// The shapes of a floor.
    pub fn new(plan: &Plan, floor: FloorIx) -> Self {
        let halls = plan.halls_on(floor);
        let bounds = halls.map(|h| h.outline.bounds()).reduce(Rect::union);
        let has_doors = plan.halls_on(floor).any(|h| !h.entrances.is_empty());
        let mut rects = Vec::new();
        let mut stands = Vec::new();
        for (ix, stand) in plan.stands_on(floor) {
            rects.push(stand.bounds);
            stands.push(StandShape::new(ix, stand));
        }
        Self {
            floor,
            bounds: bounds.unwrap_or_default(),
            stands,
            spill_px: if has_doors { DOOR_NAME_PX } else { EDGE_PX },
            index: RectIndex::new(rects),
        }
    }

    /// Around all that is painted but names and pins: stands may stand outside their halls.
    pub fn painted(&self) -> Rect {
        if self.stands.is_empty() {
            self.bounds
        } else {
            self.bounds.union(self.index.bounds())
        }
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
    fn new(ix: StandIx, stand: &Stand) -> Self {
        Self {
            stand: ix,
            open: open_sides(stand),
            anchor: OnceCell::new(),
        }
    }

    /// Where the stand's label has the most room.
    pub fn anchor(&self, stand: &Stand) -> PlanPoint {
        let middle = || pole_of_inaccessibility(&stand.outline, ANCHOR_PRECISION_M);
        *self
            .anchor
            .get_or_init(|| stand.label.unwrap_or_else(middle))
    }
}

/// Which sides of an upright rectangle are open: left, top, right, bottom.
#[allow(clippy::float_cmp, reason = "almost upright is not upright")]
fn open_sides(stand: &Stand) -> Option<[bool; 4]> {
    if stand.outline.points().len() != 4 {
        return None;
    }
    let mut open = [false; 4];
    for (edge, (a, b)) in stand.outline.edges().enumerate() {
        // Clockwise on screen: the upper side runs to the right.
        let [left, top, right, bottom] = &mut open;
        let side = match (a.x == b.x, a.y == b.y) {
            (true, _) if b.y < a.y => left,
            (true, _) => right,
            (_, true) if b.x > a.x => top,
            (_, true) => bottom,
            _ => return None,
        };
        *side = stand.open_edges.contains(&edge);
    }
    Some(open)
}
