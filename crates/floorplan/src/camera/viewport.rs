//! The part of the screen that the map has.

/// Pixels at the edges of the map that something else covers: a panel, a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Insets {
    /// Covered at the left.
    pub left: f64,
    /// Covered at the top.
    pub top: f64,
    /// Covered at the right.
    pub right: f64,
    /// Covered at the bottom.
    pub bottom: f64,
}

/// The map's box in CSS pixels, and what of it is really visible.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Viewport {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What is covered.
    pub insets: Insets,
}

impl Viewport {
    /// A viewport that nothing covers.
    pub fn new(width: f64, height: f64) -> Self {
        Self {
            width,
            height,
            insets: Insets::default(),
        }
    }

    /// Whether there is nothing to draw on: not measured yet, or hidden.
    pub fn is_empty(self) -> bool {
        self.width < 1.0 || self.height < 1.0
    }

    /// Left, top, width and height of the part that nothing covers; never smaller than a pixel.
    pub fn free(self) -> (f64, f64, f64, f64) {
        let i = self.insets;
        let width = (self.width - i.left - i.right).max(1.0);
        let height = (self.height - i.top - i.bottom).max(1.0);
        (i.left, i.top, width, height)
    }
}
