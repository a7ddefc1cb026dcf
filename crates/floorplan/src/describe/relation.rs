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
        let (a, b) = gap(from, to);
        let gap_m = a.distance(b);
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
            side: Side::of_rect(from.bounds, to.bounds),
            gap_m,
            between,
        }
    }

    /// Whether another stand, or an obstacle, is in the way from `a` to `b`.
    fn stand_between(&self, a: PlanPoint, b: PlanPoint, from: &Stand, to: &Stand) -> bool {
        let mut is_between = false;
        self.each_stand(Rect::spanning(a, b), &mut |stand| {
            is_between |=
                stand.id != from.id && stand.id != to.id && stand.outline.meets_segment(a, b);
        });
        for hall in self.plan.halls_on(self.scene.floor) {
            for obstacle in &hall.obstacles {
                is_between |= obstacle.meets_segment(a, b);
            }
        }
        is_between
    }

    /// Whether a wall is in the way from `a` to `b`.
    fn wall_between(&self, a: PlanPoint, b: PlanPoint) -> bool {
        let mut crosses = |c, d| segments_cross(a, b, c, d);
        let mut halls = self.plan.halls_on(self.scene.floor);
        halls.any(|hall| any_wall(hall, &mut crosses))
    }
}

/// From where to where one would go straight from a stand to another.
pub(super) fn gap(from: &Stand, to: &Stand) -> (PlanPoint, PlanPoint) {
    let (f, t) = (from.bounds, to.bounds);
    let (ax, bx) = facing(f.x0, f.x1, t.x0, t.x1);
    let (ay, by) = facing(f.y0, f.y1, t.y0, t.y1);
    (PlanPoint::new(ax, ay), PlanPoint::new(bx, by))
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

/// Along one axis, where one looks from and where to: straight across in the middle of what two spans
/// have in front of each other, else from end to end.
fn facing(f0: f64, f1: f64, t0: f64, t1: f64) -> (f64, f64) {
    let (from, to) = (f0.max(t0), f1.min(t1));
    if from < to {
        (f64::midpoint(from, to), f64::midpoint(from, to))
    } else if f0 < t0 {
        (to, from)
    } else {
        (from, to)
    }
}
