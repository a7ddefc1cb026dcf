//! Segments.

use super::{PlanPoint, bounded};

/// Twice the signed area of the triangle `a b c`; positive when it turns clockwise on screen.
pub(super) fn cross(a: PlanPoint, b: PlanPoint, c: PlanPoint) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether two segments meet in a point interior to both. Touching ends do not count.
pub fn segments_cross(a: PlanPoint, b: PlanPoint, c: PlanPoint, d: PlanPoint) -> bool {
    let (abc, abd) = (cross(a, b, c), cross(a, b, d));
    let (cda, cdb) = (cross(c, d, a), cross(c, d, b));
    ((abc > 0.0 && abd < 0.0) || (abc < 0.0 && abd > 0.0))
        && ((cda > 0.0 && cdb < 0.0) || (cda < 0.0 && cdb > 0.0))
}

/// The point of the segment `a b` that is closest to `p`.
pub fn closest_point(p: PlanPoint, a: PlanPoint, b: PlanPoint) -> PlanPoint {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length_squared = dx * dx + dy * dy;
    let t = if length_squared > 0.0 {
        bounded(
            ((p.x - a.x) * dx + (p.y - a.y) * dy) / length_squared,
            0.0,
            1.0,
        )
    } else {
        0.0
    };
    PlanPoint::new(a.x + t * dx, a.y + t * dy)
}

/// Distance in metres from a point to the segment `a b`.
pub fn distance_to_segment(p: PlanPoint, a: PlanPoint, b: PlanPoint) -> f64 {
    p.distance(closest_point(p, a, b))
}
