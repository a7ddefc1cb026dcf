//! Where a thing lies as seen from another, on the plan.

use crate::geometry::Rect;

/// Parts straight from slanting: the tangent of a sixteenth of a turn.
const SLANT: f64 = 0.414;
/// Bounds that overlap by less, metres, do not lie beside each other.
const OVERLAP_M: f64 = 0.1;

/// One of eight directions on the plan, in eighths of a turn clockwise from "up".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Side(pub u8);

impl Side {
    /// Of a vector, metres; y down.
    pub(super) fn of(dx: f64, dy: f64) -> Self {
        Self::new(dx > 0.0, dy > 0.0, dx.abs(), dy.abs(), 0.0)
    }

    /// Of a rectangle as seen from another: what counts is the space between them, not their middles,
    /// so that a long stand along the other side of an aisle is across it and not aslant.
    pub(super) fn of_rect(from: Rect, to: Rect) -> Self {
        let (right, left) = (to.x0 - from.x1, from.x0 - to.x1);
        let (below, above) = (to.y0 - from.y1, from.y0 - to.y1);
        Self::new(
            right > left,
            below > above,
            right.max(left),
            below.max(above),
            OVERLAP_M,
        )
    }

    fn new(is_right: bool, is_below: bool, across: f64, along: f64, slack: f64) -> Self {
        let (less, more) = (across.min(along), across.max(along));
        let is_slanting = less >= -slack && less + slack >= SLANT * more && less + slack > 0.0;
        Self(match (is_slanting, across > along, is_right, is_below) {
            (true, _, true, false) => 1,
            (true, _, true, true) => 3,
            (true, _, false, true) => 5,
            (true, _, false, false) => 7,
            (_, true, true, _) => 2,
            (_, true, false, _) => 6,
            (_, false, _, true) => 4,
            (_, false, _, false) => 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_space_between_decides() {
        let from = Rect::new(0.0, 0.0, 6.0, 4.0);
        let side = |x, y, w, h| Side::of_rect(from, Rect::new(x, y, x + w, y + h)).0;
        assert_eq!(side(10.0, 1.0, 2.0, 2.0), 2);
        assert_eq!(side(6.0, 0.0, 6.0, 4.0), 2, "touching");
        assert_eq!(
            side(-40.0, 7.0, 200.0, 2.0),
            4,
            "a long one along the aisle"
        );
        assert_eq!(side(9.0, 7.0, 2.0, 2.0), 3);
        assert_eq!(side(6.0, 4.0, 2.0, 2.0), 3, "corner to corner");
        assert_eq!(side(-9.0, -9.0, 2.0, 2.0), 7);
        assert_eq!(
            side(2.0, 2.0, 4.0, 2.0),
            4,
            "cut out of its lower right corner"
        );
        assert_eq!(
            side(26.0, 5.0, 4.0, 4.0),
            2,
            "a little lower, far to the right"
        );
    }

    #[test]
    fn vectors_have_eight_sides() {
        let all = [
            (0, -1),
            (1, -1),
            (1, 0),
            (1, 1),
            (0, 1),
            (-1, 1),
            (-1, 0),
            (-1, -1),
        ];
        for (eighth, (dx, dy)) in all.into_iter().enumerate() {
            assert_eq!(Side::of(f64::from(dx), f64::from(dy)).0 as usize, eighth);
        }
    }
}
