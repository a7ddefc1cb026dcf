//! A smooth flight from one view to another.

use super::{Camera, Viewport};
use crate::geometry::{PlanPoint, ScreenPoint, bounded};

/// How much a flight zooms out on its way; 1.42 is what test persons preferred in van Wijk &
/// Nuij, "Smooth and efficient zooming and panning" (2003).
const RHO: f64 = 1.42;
/// Milliseconds per unit of the path's length.
const MS_PER_LENGTH: f64 = 260.0;

/// A flight along van Wijk's path: constant perceived speed, zooming out just enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    from: Camera,
    to: Camera,
    viewport: Viewport,
    start_ms: f64,
    duration_ms: f64,
}

impl Flight {
    /// A flight that begins at `start_ms`.
    pub fn new(from: Camera, to: Camera, viewport: Viewport, start_ms: f64) -> Self {
        let mut flight = Self {
            from,
            to,
            viewport,
            start_ms,
            duration_ms: 0.0,
        };
        flight.duration_ms = bounded(flight.path().length() * MS_PER_LENGTH, 180.0, 650.0);
        flight
    }

    /// Where the flight ends.
    pub fn target(self) -> Camera {
        self.to
    }

    /// The camera at a time; `None` once the flight is over.
    pub fn at(self, now_ms: f64) -> Option<Camera> {
        let t = (now_ms - self.start_ms) / self.duration_ms;
        if t >= 1.0 {
            return None;
        }
        // Ease out, as a hand would.
        let eased = {
            let left = 1.0 - t.max(0.0);
            1.0 - left * left * left
        };
        Some(self.path().camera(eased, self.viewport))
    }

    fn path(self) -> Path {
        let (left, top, width, height) = self.viewport.free();
        let middle = ScreenPoint::new(left + width / 2.0, top + height / 2.0);
        Path {
            from: self.from.plan_from_screen(middle),
            to: self.to.plan_from_screen(middle),
            from_width: width / self.from.scale,
            to_width: width / self.to.scale,
        }
    }
}

/// The path in plan space: from a middle and a visible width (metres) to others.
struct Path {
    from: PlanPoint,
    to: PlanPoint,
    from_width: f64,
    to_width: f64,
}

impl Path {
    /// `r` at both ends (equation 9 of the paper), or `None` when there is no way to go sideways.
    fn ends(&self) -> Option<(f64, f64)> {
        let (w0, w1) = (self.from_width, self.to_width);
        let d = self.from.distance(self.to);
        if d < w0.min(w1) * 1e-4 {
            return None;
        }
        let rho2 = RHO * RHO;
        let b = |w: f64, sign: f64| {
            (w1 * w1 - w0 * w0 + sign * rho2 * rho2 * d * d) / (2.0 * w * rho2 * d)
        };
        Some((asinh(-b(w0, 1.0)), asinh(-b(w1, -1.0))))
    }

    fn length(&self) -> f64 {
        match self.ends() {
            Some((r0, r1)) => (r1 - r0) / RHO,
            None => (self.to_width / self.from_width).ln().abs() / RHO,
        }
    }

    fn camera(&self, t: f64, viewport: Viewport) -> Camera {
        let (share, visible_width) = match self.ends() {
            Some((r0, r1)) => {
                let s = t * (r1 - r0);
                let d = self.from.distance(self.to);
                let u = self.from_width / (RHO * RHO) * (cosh(r0) * tanh(s + r0) - sinh(r0));
                (u / d, self.from_width * cosh(r0) / cosh(s + r0))
            }
            None => (
                t,
                self.from_width * ((self.to_width / self.from_width).ln() * t).exp(),
            ),
        };
        let middle = PlanPoint::new(
            self.from.x + (self.to.x - self.from.x) * share,
            self.from.y + (self.to.y - self.from.y) * share,
        );
        let (_, _, width, _) = viewport.free();
        Camera::centered(middle, width / visible_width, viewport)
    }
}

// The hyperbolic functions by exp and ln: the library's own would be four more in the binary.

fn sinh(x: f64) -> f64 {
    (x.exp() - (-x).exp()) / 2.0
}

fn cosh(x: f64) -> f64 {
    f64::midpoint(x.exp(), (-x).exp())
}

fn tanh(x: f64) -> f64 {
    // Saturated far out, where sinh and cosh overflow.
    if x.abs() > 20.0 {
        x.signum()
    } else {
        sinh(x) / cosh(x)
    }
}

fn asinh(x: f64) -> f64 {
    // By the absolute value, or large negative arguments cancel.
    let a = x.abs();
    x.signum() * (a + (a * a + 1.0).sqrt()).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn begins_and_ends_where_it_should(s0 in 2.0..100.0, s1 in 2.0..100.0, x in -60.0..60.0, y in -60.0..60.0) {
            let viewport = Viewport::new(800.0, 600.0);
            let from = Camera::centered(PlanPoint::new(30.0, 20.0), s0, viewport);
            let to = Camera::centered(PlanPoint::new(30.0 + x, 20.0 + y), s1, viewport);
            let flight = Flight::new(from, to, viewport, 1000.0);
            let first = flight.at(1000.0).unwrap();
            let last = flight.path().camera(1.0, viewport);
            for (a, b) in [(first, from), (last, to)] {
                prop_assert!((a.scale / b.scale - 1.0).abs() < 1e-6, "{a:?} {b:?}");
                prop_assert!((a.x - b.x).abs() < 0.01 && (a.y - b.y).abs() < 0.01, "{a:?} {b:?}");
            }
            prop_assert!(flight.at(1000.0 + 651.0).is_none());
            for ms in 0..60 {
                if let Some(c) = flight.at(1000.0 + f64::from(ms) * 10.0) {
                    prop_assert!(c.scale.is_finite() && c.x.is_finite() && c.scale > 0.0);
                }
            }
        }
    }
}
