//! How far apart two outlines are, and what lies between.

use super::segment::cross;
use super::{PlanPoint, Polygon, Rect, closest_point, segments_cross};

impl Polygon {
    /// The two points, one of each polygon, that are nearest to each other. The same point twice
    /// where the polygons touch or overlap.
    pub fn nearest_points(&self, other: &Self) -> (PlanPoint, PlanPoint) {
        let corner = |polygon: &Self| polygon.points().first().copied().unwrap_or_default();
        let (mut best, mut least) = ((corner(self), corner(self)), f64::INFINITY);
        let do_cross = self.any_edge(&mut |_, a, b| {
            other.any_edge(&mut |_, c, d| {
                // Of two sides that do not cross, an end of one is nearest to the other.
                let ends = [(a, closest_point(a, c, d)), (closest_point(c, a, b), c)];
                for (mine, others) in ends {
                    let apart = mine.distance(others);
                    if apart < least {
                        (best, least) = ((mine, others), apart);
                    }
                }
                segments_cross(a, b, c, d)
            })
        });
        // One may lie inside the other.
        if do_cross || self.contains(corner(other)) || other.contains(corner(self)) {
            best.1 = best.0;
        }
        best
    }

    /// Whether the segment from `a` to `b` has a point in common with the inside of the polygon.
    pub fn meets_segment(&self, a: PlanPoint, b: PlanPoint) -> bool {
        let middle = PlanPoint::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
        self.contains(middle) || self.any_edge(&mut |_, c, d| segments_cross(a, b, c, d))
    }

    /// Whether any of the polygon is in the rectangle.
    pub fn meets_rect(&self, rect: Rect) -> bool {
        self.contains(rect.center()) || self.any_edge(&mut |_, a, b| rect.meets_segment(a, b))
    }
}

impl Rect {
    /// Whether the segment from `a` to `b` has a point in the rectangle or on its edge.
    pub fn meets_segment(self, a: PlanPoint, b: PlanPoint) -> bool {
        let around = Self::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y));
        let (mut left, mut right) = (false, false);
        for corner in self.corners() {
            let side = cross(a, b, corner);
            left |= side <= 0.0;
            right |= side >= 0.0;
        }
        self.touches(around) && left && right
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rect(x: f64, y: f64, w: f64, h: f64) -> Polygon {
        Polygon::new(&[[x, y], [x + w, y], [x + w, y + h], [x, y + h]]).unwrap()
    }

    fn gap(a: &Polygon, b: &Polygon) -> f64 {
        let (p, q) = a.nearest_points(b);
        p.distance(q)
    }

    #[test]
    fn the_gap_is_between_the_outlines() {
        let a = rect(0.0, 0.0, 4.0, 4.0);
        assert!((gap(&a, &rect(7.0, 1.0, 2.0, 2.0)) - 3.0).abs() < 1e-12);
        assert!((gap(&a, &rect(7.0, 8.0, 2.0, 2.0)) - 5.0).abs() < 1e-12);
        assert!(gap(&a, &rect(4.0, 1.0, 2.0, 2.0)) < 1e-12, "they touch");
        assert!(
            gap(&a, &rect(1.0, 1.0, 1.0, 1.0)) < 1e-12,
            "one in the other"
        );
        assert!(gap(&a, &rect(3.0, -1.0, 4.0, 3.0)) < 1e-12, "they overlap");
    }

    #[test]
    fn a_segment_along_a_side_does_not_go_through() {
        let a = rect(0.0, 0.0, 4.0, 4.0);
        let p = PlanPoint::new;
        assert!(!a.meets_segment(p(-1.0, 5.0), p(6.0, 5.0)));
        assert!(a.meets_segment(p(-1.0, 2.0), p(6.0, 2.0)));
        assert!(a.meets_segment(p(1.0, 2.0), p(2.0, 2.0)));
        let corridor = Rect::new(5.0, 0.0, 6.0, 9.0);
        assert!(!a.meets_rect(corridor));
        assert!(a.meets_rect(Rect::new(3.0, -5.0, 3.5, 9.0)));
        assert!(a.meets_rect(Rect::new(-9.0, -9.0, 9.0, 9.0)));
    }

    fn triangle() -> impl Strategy<Value = Polygon> {
        let point = || (-9.0..9.0f64, -9.0..9.0f64);
        (point(), point(), point()).prop_filter_map("no area", |(a, b, c)| {
            Polygon::new(&[[a.0, a.1], [b.0, b.1], [c.0, c.1]]).ok()
        })
    }

    proptest! {
        #[test]
        fn no_two_points_are_nearer_than_the_nearest(a in triangle(), b in triangle(), u in 0.0..1.0f64, v in 0.0..1.0f64) {
            let between = |(p, q): (PlanPoint, PlanPoint), t: f64| PlanPoint::new(p.x + t * (q.x - p.x), p.y + t * (q.y - p.y));
            let nearest = gap(&a, &b);
            prop_assert!((nearest - gap(&b, &a)).abs() < 1e-9);
            for mine in a.edges() {
                for other in b.edges() {
                    prop_assert!(between(mine, u).distance(between(other, v)) >= nearest - 1e-9);
                }
            }
        }
    }
}
