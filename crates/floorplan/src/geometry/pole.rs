//! Where a label has the most room.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::{PlanPoint, Polygon, bounded};

/// A square of the search: its middle, half its side, and bounds on the distance to the outline.
struct Cell {
    middle: PlanPoint,
    half: f64,
    distance: f64,
    best_possible: f64,
}

impl Cell {
    fn new(polygon: &Polygon, middle: PlanPoint, half: f64) -> Self {
        let distance = polygon.signed_distance(middle);
        Self {
            middle,
            half,
            distance,
            best_possible: distance + half * std::f64::consts::SQRT_2,
        }
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Cell {}
impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.best_possible.total_cmp(&other.best_possible)
    }
}

/// The inside point farthest from the outline, within `precision_m`: a quadtree search, best
/// square first (after Garcia-Castellanos & Lombardo, 2007). The centroid wins a tie, because
/// the middle is where a reader expects the label.
pub fn pole_of_inaccessibility(polygon: &Polygon, precision_m: f64) -> PlanPoint {
    let bounds = polygon.bounds();
    let half = bounds.width().min(bounds.height()) / 2.0;
    let mut best = Cell::new(polygon, polygon.centroid(), 0.0);
    if half <= 0.0 || best.distance >= half {
        return best.middle;
    }
    let precision = precision_m.max(half / 1000.0);
    let mut queue = BinaryHeap::new();
    let columns = bounded((bounds.width() / (2.0 * half)).ceil(), 1.0, 64.0) as u32;
    let rows = bounded((bounds.height() / (2.0 * half)).ceil(), 1.0, 64.0) as u32;
    let side = (bounds.width() / f64::from(columns)).max(bounds.height() / f64::from(rows));
    for row in 0..rows {
        for column in 0..columns {
            let middle = PlanPoint::new(
                bounds.x0 + (f64::from(column) + 0.5) * side,
                bounds.y0 + (f64::from(row) + 0.5) * side,
            );
            queue.push(Cell::new(polygon, middle, side / 2.0));
        }
    }
    while let Some(cell) = queue.pop() {
        if cell.best_possible - best.distance <= precision {
            break;
        }
        let half = cell.half / 2.0;
        for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let middle = PlanPoint::new(cell.middle.x + dx, cell.middle.y + dy);
            queue.push(Cell::new(polygon, middle, half));
        }
        if cell.distance > best.distance + precision / 2.0 {
            best = cell;
        }
    }
    best.middle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_is_labelled_in_its_middle() {
        let p = Polygon::new(&[[0.0, 0.0], [10.0, 0.0], [10.0, 3.0], [0.0, 3.0]]).unwrap();
        assert_eq!(pole_of_inaccessibility(&p, 0.05), PlanPoint::new(5.0, 1.5));
    }

    #[test]
    fn a_hook_is_labelled_inside_itself() {
        let p = Polygon::new(&[
            [0.0, 0.0],
            [10.0, 0.0],
            [10.0, 10.0],
            [7.0, 10.0],
            [7.0, 2.0],
            [0.0, 2.0],
        ])
        .unwrap();
        let pole = pole_of_inaccessibility(&p, 0.02);
        assert!(p.signed_distance(pole) > 1.45, "{pole:?}");
    }
}
