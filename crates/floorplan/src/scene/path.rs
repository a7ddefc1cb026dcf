//! SVG path data in whole centimetres: short, exact enough for a floor, and free of float
//! formatting.

use crate::geometry::PlanPoint;

/// Path units per metre.
pub const UNITS_PER_METRE: f64 = 100.0;

/// Path data of a closed polygon, as `M..L..Z`.
pub fn path_data(points: &[PlanPoint]) -> String {
    let mut out = String::new();
    for (i, point) in points.iter().enumerate() {
        out.push(if i == 0 { 'M' } else { 'L' });
        push_int(&mut out, point.x);
        out.push(' ');
        push_int(&mut out, point.y);
    }
    if !points.is_empty() {
        out.push('Z');
    }
    out
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
        let points = [PlanPoint::new(0.0, 1.25), PlanPoint::new(-3.0, 2.0)];
        assert_eq!(path_data(&points), "M0 125L-300 200Z");
    }
}
