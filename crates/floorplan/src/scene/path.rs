//! SVG path data in whole centimetres: short, exact enough for a floor, and free of float
//! formatting.

use crate::geometry::PlanPoint;

/// Path units per metre.
pub const UNITS_PER_METRE: f64 = 100.0;

/// Path data through the points, as `M..L..`, closed with `Z` on request; appended to `out`.
pub fn path_data(points: &[PlanPoint], closed: bool, out: &mut String) {
    for (i, point) in points.iter().enumerate() {
        out.push(if i == 0 { 'M' } else { 'L' });
        push_int(out, point.x);
        out.push(' ');
        push_int(out, point.y);
    }
    if closed && !points.is_empty() {
        out.push('Z');
    }
}

fn push_int(out: &mut String, metres: f64) {
    use std::fmt::Write;
    // Writing to a String cannot fail.
    let _ = write!(out, "{}", (metres * UNITS_PER_METRE).round() as i64);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_centimetres() {
        let mut out = String::new();
        path_data(
            &[PlanPoint::new(0.0, 1.25), PlanPoint::new(-3.0, 2.0)],
            true,
            &mut out,
        );
        assert_eq!(out, "M0 125L-300 200Z");
    }
}
