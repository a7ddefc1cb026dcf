//! Points of the two spaces.

/// A point on the plan, metres; x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PlanPoint {
    /// Metres to the right.
    pub x: f64,
    /// Metres down.
    pub y: f64,
}

/// A point on the screen, CSS pixels from the map's top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScreenPoint {
    /// Pixels to the right.
    pub x: f64,
    /// Pixels down.
    pub y: f64,
}

impl PlanPoint {
    /// A point at these metres.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance in metres.
    pub fn distance(self, other: Self) -> f64 {
        hypot(self.x - other.x, self.y - other.y)
    }
}

impl ScreenPoint {
    /// A point at these pixels.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance in pixels.
    pub fn distance(self, other: Self) -> f64 {
        hypot(self.x - other.x, self.y - other.y)
    }
}

impl From<[f64; 2]> for PlanPoint {
    fn from([x, y]: [f64; 2]) -> Self {
        Self { x, y }
    }
}

fn hypot(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}
