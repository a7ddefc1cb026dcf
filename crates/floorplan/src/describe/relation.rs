//! What lies between two stands of a floor.

use super::Guide;
use super::side::Side;
use crate::geometry::{PlanPoint, Rect, segments_cross};
use crate::plan::{Hall, Stand};

/// Stands that are no further apart touch for a visitor: nobody fits between them.
const TOUCHING_M: f64 = 0.3;
/// The widths of what is called an aisle.
const AISLE_M: std::ops::RangeInclusive<f64> = 1.2..=9.0;

/// What lies between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// Nothing: they touch, or nearly.
    Nothing,
    /// An aisle and nothing else.
    Aisle,
    /// A wall.
    Wall,
    /// Another stand, or an obstacle.
    Stand,
    /// Anything else: a place, a gap that is no aisle.
    Other,
}

/// Where a stand is as seen from another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Relation {
    /// On which side.
    pub side: Side,
    /// How far, metres between the outlines.
    pub gap_m: f64,
    /// What lies between.
    pub between: Between,
}

impl Guide<'_> {
    /// Where `to` is as seen from `from`; both on the guide's floor.
    pub(super) fn relation(&self, from: &Stand, to: &Stand) -> Relation {
        let (a, b) = from.outline.nearest_points(&to.outline);
        let gap_m = a.distance(b);
        let side = Side::of_rect(from.bounds, to.bounds);
        let (a, b) = line_of_sight(from.bounds, to.bounds).unwrap_or((a, b));
        let between = if gap_m <= TOUCHING_M {
            Between::Nothing
        } else if self.stand_between(a, b, from, to) {
            Between::Stand
        } else if self.wall_between(a, b) {
            Between::Wall
        } else if AISLE_M.contains(&gap_m) {
            Between::Aisle
        } else {
            Between::Other
        };
        Relation {
            side,
            gap_m,
            between,
        }
    }

    /// Whether another stand, or an obstacle, is in the way from `a` to `b`.
    fn stand_between(&self, a: PlanPoint, b: PlanPoint, from: &Stand, to: &Stand) -> bool {
        let region = Rect::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y));
        for ix in self.stands_in(region) {
            if let Some(stand) = self.plan.stand(ix)
                && stand.id != from.id
                && stand.id != to.id
                && stand.outline.meets_segment(a, b)
            {
                return true;
            }
        }
        let obstacles = |hall: &Hall| hall.obstacles.iter().any(|o| o.meets_segment(a, b));
        self.halls().any(obstacles)
    }

    /// Whether a wall is in the way from `a` to `b`.
    fn wall_between(&self, a: PlanPoint, b: PlanPoint) -> bool {
        let mut crosses = |c, d| segments_cross(a, b, c, d);
        self.halls().any(|hall| any_wall(hall, &mut crosses))
    }
}

/// Whether `is_wanted` holds for any part of a hall's walls, the outer ones included.
pub(super) fn any_wall(
    hall: &Hall,
    is_wanted: &mut dyn FnMut(PlanPoint, PlanPoint) -> bool,
) -> bool {
    for wall in &hall.walls {
        for part in wall.line.windows(2) {
            if let [a, b] = part
                && is_wanted(*a, *b)
            {
                return true;
            }
        }
    }
    hall.outline.any_edge(&mut |_, a, b| is_wanted(a, b))
}

/// From one rectangle straight across to the other, in the middle of what they have in front of each
/// other; `None` where they have nothing so.
fn line_of_sight(from: Rect, to: Rect) -> Option<(PlanPoint, PlanPoint)> {
    let (x0, x1) = (from.x0.max(to.x0), from.x1.min(to.x1));
    let (y0, y1) = (from.y0.max(to.y0), from.y1.min(to.y1));
    let (x, y) = (f64::midpoint(x0, x1), f64::midpoint(y0, y1));
    // Where they do not overlap, the inner ends are the wrong way round.
    match (x0 < x1, y0 < y1) {
        (true, false) => Some((PlanPoint::new(x, y1), PlanPoint::new(x, y0))),
        (false, true) => Some((PlanPoint::new(x1, y), PlanPoint::new(x0, y))),
        _ => None,
    }
}
