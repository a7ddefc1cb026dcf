//! The area that two polygons share.

use floorplan::geometry::{PlanPoint, Polygon};

/// Square metres that both polygons cover. Both are taken as fans of triangles with signs; the
/// shares of triangle pairs add up to the share of the polygons, concave ones included.
pub fn shared_area_m2(a: &Polygon, b: &Polygon) -> f64 {
    let (a_bounds, b_bounds) = (a.bounds(), b.bounds());
    if !a_bounds.overlaps(b_bounds) {
        return 0.0;
    }
    let mut area = 0.0;
    for (one, sign) in fan(a) {
        for (two, other_sign) in fan(b) {
            area += sign * other_sign * convex_share(one, two);
        }
    }
    area.max(0.0)
}

type Triangle = [PlanPoint; 3];

/// Triangles from the first corner to each side, clockwise on screen, with their sign.
fn fan(polygon: &Polygon) -> impl Iterator<Item = (Triangle, f64)> + '_ {
    let hub = polygon.points().first().copied().unwrap_or_default();
    polygon.edges().filter_map(move |(a, b)| {
        let twice = cross(hub, a, b);
        if twice.abs() < 1e-12 {
            None
        } else if twice > 0.0 {
            Some(([hub, a, b], 1.0))
        } else {
            Some(([hub, b, a], -1.0))
        }
    })
}

/// Sutherland and Hodgman's clipping of one triangle by the other.
fn convex_share(subject: Triangle, by: Triangle) -> f64 {
    let mut points: Vec<PlanPoint> = subject.to_vec();
    let [a, b, c] = by;
    for (from, to) in [(a, b), (b, c), (c, a)] {
        let mut kept = Vec::with_capacity(points.len() + 1);
        let previous = points.last().into_iter().chain(points.iter());
        for (p, q) in previous.zip(points.iter()) {
            let (side_p, side_q) = (cross(from, to, *p), cross(from, to, *q));
            if (side_p < 0.0) != (side_q < 0.0) {
                let t = side_p / (side_p - side_q);
                kept.push(PlanPoint::new(p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)));
            }
            if side_q >= 0.0 {
                kept.push(*q);
            }
        }
        points = kept;
    }
    let Some(hub) = points.first().copied() else {
        return 0.0;
    };
    let pairs = points.iter().zip(points.iter().skip(1));
    pairs.map(|(p, q)| cross(hub, *p, *q)).sum::<f64>().abs() / 2.0
}

/// Twice the signed area of a triangle, positive when clockwise on screen.
fn cross(a: PlanPoint, b: PlanPoint, c: PlanPoint) -> f64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polygon(points: &[[f64; 2]]) -> Polygon {
        Polygon::new(points).unwrap()
    }

    #[test]
    fn rectangles_share_their_overlap() {
        let a = polygon(&[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]]);
        let b = polygon(&[[3.0, 1.0], [6.0, 1.0], [6.0, 3.0], [3.0, 3.0]]);
        assert!((shared_area_m2(&a, &b) - 2.0).abs() < 1e-9);
        let touching = polygon(&[[4.0, 0.0], [6.0, 0.0], [6.0, 4.0], [4.0, 4.0]]);
        assert!(shared_area_m2(&a, &touching) < 1e-9);
    }

    #[test]
    fn concave_polygons_share_only_what_both_cover() {
        let hook = polygon(&[
            [0.0, 0.0],
            [6.0, 0.0],
            [6.0, 2.0],
            [2.0, 2.0],
            [2.0, 6.0],
            [0.0, 6.0],
        ]);
        let in_the_notch = polygon(&[[2.0, 2.0], [6.0, 2.0], [6.0, 6.0], [2.0, 6.0]]);
        assert!(shared_area_m2(&hook, &in_the_notch) < 1e-9);
        assert!((shared_area_m2(&hook, &hook) - 20.0).abs() < 1e-9);
        let over = polygon(&[[1.0, 1.0], [3.0, 1.0], [3.0, 3.0], [1.0, 3.0]]);
        assert!((shared_area_m2(&hook, &over) - 3.0).abs() < 1e-9);
        assert!((shared_area_m2(&over, &hook) - 3.0).abs() < 1e-9);
    }
}
