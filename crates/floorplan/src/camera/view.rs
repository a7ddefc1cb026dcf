//! The camera as an immutable value.

use super::Viewport;
use crate::geometry::{PlanPoint, Rect, ScreenPoint, bounded};

/// How the plan lies on the screen: `screen = plan * scale + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// CSS pixels per metre, above zero.
    pub scale: f64,
    /// Where the plan's origin is, pixels from the map's left edge.
    pub x: f64,
    /// Where the plan's origin is, pixels from the map's top edge.
    pub y: f64,
}

/// The scales that a visitor may reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZoomRange {
    /// Smallest, pixels per metre.
    pub min: f64,
    /// Largest, pixels per metre.
    pub max: f64,
}

/// What moves a picture drawn for one camera to where another wants it: first scaled about the
/// map's top left corner, then shifted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerTransform {
    /// Scale.
    pub scale: f64,
    /// Shift to the right, pixels.
    pub x: f64,
    /// Shift down, pixels.
    pub y: f64,
}

/// The largest scale by which a plan is fitted.
const MAX_SCALE: f64 = 200.0;
/// So little of the plan fills the smaller side of the map at the largest scale, metres.
const CLOSEST_M: f64 = 1.5;

impl Camera {
    /// The camera that shows `bounds` as large as fits into the free part of the viewport, with
    /// `margin_px` around it.
    pub fn fit(bounds: Rect, viewport: Viewport, margin_px: f64) -> Self {
        let (left, top, width, height) = viewport.free();
        let room = |px: f64| (px - 2.0 * margin_px).max(px * 0.5);
        let scale = (room(width) / bounds.width().max(0.01))
            .min(room(height) / bounds.height().max(0.01))
            .min(MAX_SCALE);
        let middle = bounds.center();
        Self {
            scale,
            x: left + width / 2.0 - middle.x * scale,
            y: top + height / 2.0 - middle.y * scale,
        }
    }

    /// The camera at `scale` that shows `middle` in the middle of the free part of the viewport.
    pub fn centered(middle: PlanPoint, scale: f64, viewport: Viewport) -> Self {
        let (left, top, width, height) = viewport.free();
        Self {
            scale,
            x: left + width / 2.0 - middle.x * scale,
            y: top + height / 2.0 - middle.y * scale,
        }
    }

    /// Where a point of the plan is on the screen.
    pub fn screen_from_plan(self, p: PlanPoint) -> ScreenPoint {
        ScreenPoint::new(p.x * self.scale + self.x, p.y * self.scale + self.y)
    }

    /// Which point of the plan is at a point of the screen.
    pub fn plan_from_screen(self, p: ScreenPoint) -> PlanPoint {
        PlanPoint::new((p.x - self.x) / self.scale, (p.y - self.y) / self.scale)
    }

    /// Moved by pixels.
    #[must_use]
    pub fn panned(self, dx: f64, dy: f64) -> Self {
        Self {
            x: self.x + dx,
            y: self.y + dy,
            ..self
        }
    }

    /// Zoomed by `factor` within `range`, keeping what is under `at` where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, at: ScreenPoint, range: ZoomRange) -> Self {
        let scale = range.clamp(self.scale * factor);
        let k = scale / self.scale;
        Self {
            scale,
            x: at.x - (at.x - self.x) * k,
            y: at.y - (at.y - self.y) * k,
        }
    }

    /// Moved as little as needed for the middle of the free part of the viewport to be on
    /// `bounds`: the plan cannot be lost.
    #[must_use]
    pub fn clamped(self, bounds: Rect, viewport: Viewport) -> Self {
        let (left, top, width, height) = viewport.free();
        let middle = ScreenPoint::new(left + width / 2.0, top + height / 2.0);
        let at = self.plan_from_screen(middle);
        let kept = PlanPoint::new(
            bounded(at.x, bounds.x0, bounds.x1),
            bounded(at.y, bounds.y0, bounds.y1),
        );
        self.panned((at.x - kept.x) * self.scale, (at.y - kept.y) * self.scale)
    }

    /// What of the plan the viewport shows, covered parts included, with `margin_px` around it.
    pub fn visible(self, viewport: Viewport, margin_px: f64) -> Rect {
        let a = self.plan_from_screen(ScreenPoint::new(-margin_px, -margin_px));
        let b = self.plan_from_screen(ScreenPoint::new(
            viewport.width + margin_px,
            viewport.height + margin_px,
        ));
        Rect::new(a.x, a.y, b.x, b.y)
    }

    /// What moves a picture that was drawn for `drawn` to where this camera wants it.
    pub fn relative_to(self, drawn: Self) -> LayerTransform {
        let scale = self.scale / drawn.scale;
        LayerTransform {
            scale,
            x: self.x - drawn.x * scale,
            y: self.y - drawn.y * scale,
        }
    }
}

impl ZoomRange {
    /// From a little below the whole plan to a small stand that fills the map.
    pub fn around(fit: Camera, viewport: Viewport) -> Self {
        let min = fit.scale * 0.8;
        let closest = viewport.width.min(viewport.height) / CLOSEST_M;
        Self {
            min,
            max: closest.max(MAX_SCALE).max(min),
        }
    }

    /// The nearest scale within the range.
    pub fn clamp(self, scale: f64) -> f64 {
        bounded(scale, self.min, self.max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::camera::Insets;
    use proptest::prelude::*;

    const HALL: Rect = Rect::new(0.0, 0.0, 70.0, 50.0);

    fn desktop() -> Viewport {
        Viewport::new(920.0, 800.0)
    }

    #[test]
    fn fit_shows_everything_in_the_free_part() {
        let mut viewport = desktop();
        viewport.insets = Insets {
            bottom: 300.0,
            ..Insets::default()
        };
        let camera = Camera::fit(HALL, viewport, 16.0);
        let a = camera.screen_from_plan(PlanPoint::new(0.0, 0.0));
        let b = camera.screen_from_plan(PlanPoint::new(70.0, 50.0));
        assert!(
            a.x >= 16.0 && a.y >= 16.0 && b.x <= 904.0 && b.y <= 484.0,
            "{a:?} {b:?}"
        );
    }

    #[test]
    fn the_plan_cannot_be_dragged_out_of_sight() {
        let camera = Camera::fit(HALL, desktop(), 16.0);
        let away = camera.panned(1e6, -1e6).clamped(HALL, desktop());
        let middle = away.plan_from_screen(ScreenPoint::new(460.0, 400.0));
        assert!(HALL.inflated(1e-6).contains(middle), "{middle:?}");
        let near = camera.panned(10.0, 10.0);
        assert_eq!(
            near.clamped(HALL, desktop()),
            near,
            "a small pan is left alone"
        );
    }

    proptest! {
        #[test]
        fn apply_and_invert_agree(scale in 0.5..200.0, x in -1e4..1e4, y in -1e4..1e4, px in -500.0..500.0, py in -500.0..500.0) {
            let camera = Camera { scale, x, y };
            let p = PlanPoint::new(px, py);
            let back = camera.plan_from_screen(camera.screen_from_plan(p));
            prop_assert!(back.distance(p) < 1e-6);
        }

        #[test]
        fn zoom_keeps_the_point_under_the_pointer(factor in 0.1..10.0, sx in 0.0..920.0, sy in 0.0..800.0) {
            let camera = Camera::fit(HALL, desktop(), 16.0);
            let at = ScreenPoint::new(sx, sy);
            let range = ZoomRange::around(camera, desktop());
            let zoomed = camera.zoomed(factor, at, range);
            prop_assert!(zoomed.scale >= range.min && zoomed.scale <= range.max);
            prop_assert!(zoomed.plan_from_screen(at).distance(camera.plan_from_screen(at)) < 1e-6);
        }

        #[test]
        fn a_drawn_picture_moved_by_the_transform_is_where_the_camera_puts_it(factor in 0.2..5.0, dx in -300.0..300.0, px in 0.0..70.0) {
            let drawn = Camera::fit(HALL, desktop(), 16.0);
            let camera = drawn.panned(dx, 7.0).zoomed(factor, ScreenPoint::new(1.0, 2.0), ZoomRange::around(drawn, desktop()));
            let t = camera.relative_to(drawn);
            let p = PlanPoint::new(px, 3.0);
            let (on_picture, wanted) = (drawn.screen_from_plan(p), camera.screen_from_plan(p));
            prop_assert!((on_picture.x * t.scale + t.x - wanted.x).abs() < 1e-6);
            prop_assert!((on_picture.y * t.scale + t.y - wanted.y).abs() < 1e-6);
        }
    }
}
