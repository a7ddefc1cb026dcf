//! Simple polygons.

use super::segment::cross;
use super::{PlanPoint, Rect, closest_point, distance_to_segment, segments_cross};

/// Coordinates beyond this many metres are taken for a mistake.
const LIMIT_M: f64 = 100_000.0;
/// Areas below this many square metres cannot be seen or clicked.
const MIN_AREA_M2: f64 = 1e-4;

/// Why a list of points is no polygon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolygonError {
    /// Fewer than three different points.
    TooFewPoints,
    /// A coordinate that is not finite or is absurdly large.
    BadCoordinate,
    /// Two sides cross.
    SelfCrossing,
    /// No area.
    Empty,
}

impl PolygonError {
    /// In words (English), for reports.
    pub fn describe(self) -> &'static str {
        match self {
            Self::TooFewPoints => "a polygon needs three different points or more",
            Self::BadCoordinate => "a coordinate is not a number of metres within 100 km",
            Self::SelfCrossing => "two sides of the polygon cross",
            Self::Empty => "the polygon has no area",
        }
    }
}

/// A simple polygon with an area: three points or more, clockwise on screen, not closed, no
/// crossing sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Polygon {
    points: Box<[PlanPoint]>,
    reversed: bool,
    /// For each side of the file, the side here before any reversal; empty when they agree.
    sides: Box<[Option<u32>]>,
}

impl Polygon {
    /// Checks the points and puts them in clockwise order.
    ///
    /// # Errors
    /// When the points do not make a simple polygon with an area. Points that repeat their
    /// predecessor, and a last point that repeats the first, are passed over.
    pub fn new(raw: &[[f64; 2]]) -> Result<Self, PolygonError> {
        let mut points: Vec<PlanPoint> = Vec::with_capacity(raw.len());
        let mut sides = Vec::new();
        for (i, point) in raw.iter().copied().map(PlanPoint::from).enumerate() {
            let sane = |v: f64| v.is_finite() && v.abs() <= LIMIT_M;
            if !sane(point.x) || !sane(point.y) {
                return Err(PolygonError::BadCoordinate);
            }
            if points.last() != Some(&point) {
                points.push(point);
            }
            let next = raw.get(i + 1).or(raw.first()).copied().map(PlanPoint::from);
            sides.push((next != Some(point)).then_some(points.len() as u32 - 1));
        }
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() == raw.len() {
            sides.clear();
        }
        if points.len() < 3 {
            return Err(PolygonError::TooFewPoints);
        }
        let mut polygon = Self {
            points: points.into_boxed_slice(),
            reversed: false,
            sides: sides.into_boxed_slice(),
        };
        if polygon.crosses_itself() {
            return Err(PolygonError::SelfCrossing);
        }
        let area = polygon.signed_area();
        if area.abs() < MIN_AREA_M2 {
            return Err(PolygonError::Empty);
        }
        if area < 0.0 {
            polygon.points.reverse();
            polygon.reversed = true;
        }
        Ok(polygon)
    }

    /// The corners, clockwise on screen.
    pub fn points(&self) -> &[PlanPoint] {
        &self.points
    }

    /// The sides: edge `i` runs from corner `i` to the next.
    pub fn edges(&self) -> impl Iterator<Item = (PlanPoint, PlanPoint)> + '_ {
        let next = self.points.iter().skip(1).chain(self.points.first());
        self.points.iter().copied().zip(next.copied())
    }

    /// Whether `is_wanted` holds for any side, by its index; the rest is not asked. One loop in the
    /// binary instead of one for every question.
    pub fn any_edge(&self, is_wanted: &mut dyn FnMut(usize, PlanPoint, PlanPoint) -> bool) -> bool {
        let mut next = self.edges().enumerate();
        next.any(|(index, (a, b))| is_wanted(index, a, b))
    }

    /// The side that is nearest to a point.
    pub fn nearest_edge(&self, p: PlanPoint) -> (PlanPoint, PlanPoint) {
        let mut nearest = (f64::INFINITY, (p, p));
        for (a, b) in self.edges() {
            let distance = closest_point(p, a, b).distance(p);
            if distance < nearest.0 {
                nearest = (distance, (a, b));
            }
        }
        nearest.1
    }

    /// The index here of the side that was edge `index` in the file's order of points.
    pub fn edge_from_file(&self, index: usize) -> Option<usize> {
        let n = self.points.len();
        let side = match self.sides.len() {
            0 => Some(index).filter(|side| *side < n),
            _ => self
                .sides
                .get(index)
                .copied()
                .flatten()
                .map(|side| side as usize),
        }?;
        Some(if self.reversed {
            (2 * n - 2 - side) % n
        } else {
            side
        })
    }

    /// Area in square metres.
    pub fn area_m2(&self) -> f64 {
        self.signed_area().abs()
    }

    /// The smallest axis-aligned rectangle around it.
    pub fn bounds(&self) -> Rect {
        Rect::bounding(self.points.iter().copied()).unwrap_or_default()
    }

    /// Centre of mass. May lie outside a concave polygon.
    pub fn centroid(&self) -> PlanPoint {
        let origin = self.points.first().copied().unwrap_or_default();
        let (mut x, mut y, mut area) = (0.0, 0.0, 0.0);
        for (a, b) in self.edges() {
            let w = cross(origin, a, b);
            x += (a.x + b.x - 2.0 * origin.x) * w;
            y += (a.y + b.y - 2.0 * origin.y) * w;
            area += w;
        }
        PlanPoint::new(origin.x + x / (3.0 * area), origin.y + y / (3.0 * area))
    }

    /// Whether the point is inside (a point on the edge may count as either).
    pub fn contains(&self, p: PlanPoint) -> bool {
        let mut inside = false;
        for (a, b) in self.edges() {
            if (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x {
                inside = !inside;
            }
        }
        inside
    }

    /// Distance in metres to the nearest side, negative outside.
    pub fn signed_distance(&self, p: PlanPoint) -> f64 {
        let nearest = self
            .edges()
            .map(|(a, b)| distance_to_segment(p, a, b))
            .fold(f64::INFINITY, f64::min);
        if self.contains(p) { nearest } else { -nearest }
    }

    fn signed_area(&self) -> f64 {
        let origin = self.points.first().copied().unwrap_or_default();
        self.edges().map(|(a, b)| cross(origin, a, b)).sum::<f64>() / 2.0
    }

    /// Quadratic, which is right for the few corners of a stand and bearable for a drawn outline.
    fn crosses_itself(&self) -> bool {
        let n = self.points.len();
        let edges: Vec<_> = self.edges().collect();
        edges.iter().enumerate().any(|(i, (a, b))| {
            edges.iter().enumerate().skip(i + 1).any(|(j, (c, d))| {
                let adjacent = j == i + 1 || (i == 0 && j == n - 1);
                if adjacent {
                    false
                } else {
                    // A corner that touches another side pinches the polygon.
                    segments_cross(*a, *b, *c, *d)
                        || distance_to_segment(*c, *a, *b) < 1e-9
                        || distance_to_segment(*a, *c, *d) < 1e-9
                }
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Polygon {
        Polygon::new(&[[0.0, 0.0], [4.0, 0.0], [4.0, 2.0], [0.0, 2.0]]).unwrap()
    }

    #[test]
    fn area_bounds_and_centroid_of_a_rectangle() {
        let p = square();
        assert!((p.area_m2() - 8.0).abs() < 1e-12);
        assert_eq!(p.bounds(), Rect::new(0.0, 0.0, 4.0, 2.0));
        assert_eq!(p.centroid(), PlanPoint::new(2.0, 1.0));
    }

    #[test]
    fn orientation_does_not_matter() {
        let reversed = Polygon::new(&[[0.0, 2.0], [4.0, 2.0], [4.0, 0.0], [0.0, 0.0]]).unwrap();
        assert!((reversed.area_m2() - 8.0).abs() < 1e-12);
        assert_eq!(reversed.centroid(), square().centroid());
        // Edge 0 of the file is the bottom side; here it must still be the bottom side.
        let bottom = reversed.edge_from_file(0).unwrap();
        let (a, b) = reversed.edges().nth(bottom).unwrap();
        assert!((a.y - 2.0).abs() < 1e-12 && (b.y - 2.0).abs() < 1e-12);
        assert_eq!(reversed.edge_from_file(4), None);
    }

    #[test]
    fn repeated_points_do_not_shift_the_sides() {
        let closed = Polygon::new(&[
            [0.0, 0.0],
            [0.0, 0.0],
            [4.0, 0.0],
            [4.0, 2.0],
            [0.0, 2.0],
            [0.0, 0.0],
        ]);
        let closed = closed.unwrap();
        let sides: Vec<_> = (0..7).map(|side| closed.edge_from_file(side)).collect();
        assert_eq!(
            sides,
            [None, Some(0), Some(1), Some(2), Some(3), None, None]
        );
    }

    #[test]
    fn inside_and_distance() {
        let l = Polygon::new(&[
            [0.0, 0.0],
            [6.0, 0.0],
            [6.0, 2.0],
            [2.0, 2.0],
            [2.0, 6.0],
            [0.0, 6.0],
        ])
        .unwrap();
        assert!(l.contains(PlanPoint::new(1.0, 5.0)));
        assert!(!l.contains(PlanPoint::new(4.0, 4.0)));
        assert!((l.signed_distance(PlanPoint::new(1.0, 1.0)) - 1.0).abs() < 1e-12);
        assert!((l.signed_distance(PlanPoint::new(4.0, 4.0)) + 2.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_no_polygon_is_refused() {
        let of = |points: &[[f64; 2]]| Polygon::new(points).unwrap_err();
        assert_eq!(
            of(&[[0.0, 0.0], [1.0, 1.0], [0.0, 0.0]]),
            PolygonError::TooFewPoints
        );
        assert_eq!(
            of(&[[0.0, 0.0], [f64::NAN, 1.0], [2.0, 2.0]]),
            PolygonError::BadCoordinate
        );
        assert_eq!(
            of(&[[0.0, 0.0], [1e30, 1.0], [2.0, 2.0]]),
            PolygonError::BadCoordinate
        );
        assert_eq!(
            of(&[[0.0, 0.0], [2.0, 2.0], [2.0, 0.0], [0.0, 2.0]]),
            PolygonError::SelfCrossing
        );
        assert_eq!(
            of(&[[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]]),
            PolygonError::Empty
        );
    }
}
