//! What a picture is drawn for: the map on the screen, or a sheet of paper.

use super::State;
use crate::camera::{Camera, Viewport};
use crate::plan::FloorIx;

/// A floor on paper is so many pixels wide, before the browser fits it to the page.
const PAPER_PX: f64 = 900.0;
/// Space around the plan on paper, pixels; the scale bar stands in it.
const PAPER_MARGIN_PX: f64 = 36.0;

/// A floor, how it lies in a box, and how far around the box it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The floor.
    pub floor: FloorIx,
    /// How it lies in the box.
    pub camera: Camera,
    /// The box.
    pub viewport: Viewport,
    /// How far the picture reaches beyond the box on every side, pixels.
    pub margin_px: f64,
}

impl State {
    /// The map on the screen.
    pub fn screen(&self) -> Frame {
        Frame {
            floor: self.floor,
            camera: self.drawn,
            viewport: self.viewport,
            margin_px: self.margin_px(),
        }
    }

    /// A whole floor on paper, wherever the visitor is.
    pub fn paper(&self, floor: FloorIx) -> Option<Frame> {
        let bounds = self.exhibition()?.scene(floor)?.bounds;
        let height = PAPER_PX * bounds.height() / bounds.width().max(0.01);
        let viewport = Viewport::new(PAPER_PX, height);
        Some(Frame {
            floor,
            camera: Camera::fit(bounds, viewport, PAPER_MARGIN_PX),
            viewport,
            margin_px: 0.0,
        })
    }
}
