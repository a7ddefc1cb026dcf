//! Axis-aligned rectangles.

use super::PlanPoint;

/// An axis-aligned rectangle in plan metres (or, where a field says so, screen pixels).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x0: f64,
    /// Top edge.
    pub y0: f64,
    /// Right edge.
    pub x1: f64,
    /// Bottom edge.
    pub y1: f64,
}

impl Rect {
    /// From edges.
    pub const fn new(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self { x0, y0, x1, y1 }
    }

    /// From two opposite corners.
    pub const fn spanning(a: PlanPoint, b: PlanPoint) -> Self {
        Self::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y))
    }

    /// Around a centre.
    pub fn around(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self::new(
            x - width / 2.0,
            y - height / 2.0,
            x + width / 2.0,
            y + height / 2.0,
        )
    }

    /// The smallest rectangle that holds the points; `None` without points.
    pub fn bounding(points: impl IntoIterator<Item = PlanPoint>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        Some(
            points.fold(Self::new(first.x, first.y, first.x, first.y), |r, p| {
                Self::new(r.x0.min(p.x), r.y0.min(p.y), r.x1.max(p.x), r.y1.max(p.y))
            }),
        )
    }

    /// The corners, clockwise on screen.
    pub fn corners(self) -> [PlanPoint; 4] {
        let corner = PlanPoint::new;
        [
            corner(self.x0, self.y0),
            corner(self.x1, self.y0),
            corner(self.x1, self.y1),
            corner(self.x0, self.y1),
        ]
    }

    /// Width.
    pub fn width(self) -> f64 {
        self.x1 - self.x0
    }

    /// Height.
    pub fn height(self) -> f64 {
        self.y1 - self.y0
    }

    /// Middle.
    pub fn center(self) -> PlanPoint {
        PlanPoint::new(
            f64::midpoint(self.x0, self.x1),
            f64::midpoint(self.y0, self.y1),
        )
    }

    /// Whether the two overlap; touching edges do not.
    pub fn overlaps(self, other: Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// Whether the two overlap or touch.
    pub fn touches(self, other: Self) -> bool {
        self.x0 <= other.x1 && other.x0 <= self.x1 && self.y0 <= other.y1 && other.y0 <= self.y1
    }

    /// Whether all of the other is inside.
    pub fn holds(self, other: Self) -> bool {
        self.x0 <= other.x0 && self.x1 >= other.x1 && self.y0 <= other.y0 && self.y1 >= other.y1
    }

    /// Whether the point is inside or on the edge.
    pub fn contains(self, p: PlanPoint) -> bool {
        p.x >= self.x0 && p.x <= self.x1 && p.y >= self.y0 && p.y <= self.y1
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::new(
            self.x0.min(other.x0),
            self.y0.min(other.y0),
            self.x1.max(other.x1),
            self.y1.max(other.y1),
        )
    }

    /// Grown by `margin` on every side.
    #[must_use]
    pub fn inflated(self, margin: f64) -> Self {
        Self::new(
            self.x0 - margin,
            self.y0 - margin,
            self.x1 + margin,
            self.y1 + margin,
        )
    }
}
