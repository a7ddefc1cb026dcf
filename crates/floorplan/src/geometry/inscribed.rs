//! Whether a label's box lies inside a polygon.

use super::{Polygon, Rect};

/// Whether the rectangle lies wholly inside the polygon: its middle is inside and no side of the
/// polygon reaches into it.
pub fn holds_rect(polygon: &Polygon, rect: Rect) -> bool {
    polygon.contains(rect.center())
        && !polygon
            .edges()
            .any(|(a, b)| enters((a.x, a.y), (b.x, b.y), rect))
}

/// Whether the segment passes through the rectangle's interior (Liang-Barsky clipping).
fn enters(a: (f64, f64), b: (f64, f64), rect: Rect) -> bool {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let axes = [
        (a.0, b.0 - a.0, rect.x0, rect.x1),
        (a.1, b.1 - a.1, rect.y0, rect.y1),
    ];
    for (start, delta, low, high) in axes {
        if delta.abs() < 1e-12 {
            if start <= low || start >= high {
                return false;
            }
        } else {
            let (t0, t1) = ((low - start) / delta, (high - start) / delta);
            from = from.max(t0.min(t1));
            to = to.min(t0.max(t1));
        }
    }
    from < to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_must_not_reach_over_a_side() {
        let p = Polygon::new(&[
            [0.0, 0.0],
            [6.0, 0.0],
            [6.0, 2.0],
            [2.0, 2.0],
            [2.0, 6.0],
            [0.0, 6.0],
        ])
        .unwrap();
        assert!(holds_rect(&p, Rect::new(0.5, 0.5, 5.5, 1.5)));
        assert!(!holds_rect(&p, Rect::new(0.5, 0.5, 5.5, 2.5)));
        assert!(
            holds_rect(&p, Rect::new(0.0, 0.0, 2.0, 6.0)),
            "touching the sides is inside"
        );
        assert!(!holds_rect(&p, Rect::new(3.0, 3.0, 4.0, 4.0)));
    }

    #[test]
    fn a_box_around_the_whole_polygon_is_not_inside() {
        let p = Polygon::new(&[[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0]]).unwrap();
        assert!(!holds_rect(&p, Rect::new(0.0, 0.0, 3.0, 3.0)));
    }
}
