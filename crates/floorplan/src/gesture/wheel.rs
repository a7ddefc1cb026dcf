//! The wheel.

use std::f64::consts::LN_2;

use crate::geometry::bounded;

/// In what a wheel counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeltaMode {
    /// Pixels.
    Pixels,
    /// Lines of text.
    Lines,
    /// Pages.
    Pages,
}

/// By how much a wheel event zooms: 2^(1/8) per 100 pixels. A pinch on a touchpad arrives as a
/// wheel with Ctrl and small deltas, and zooms faster.
pub fn wheel_factor(delta_y: f64, mode: DeltaMode, pinch: bool) -> f64 {
    let pixels = match mode {
        DeltaMode::Pixels => delta_y,
        DeltaMode::Lines => delta_y * 33.0,
        DeltaMode::Pages => delta_y * 400.0,
    };
    let is_touchpad_pinch = pinch && pixels.abs() < 40.0;
    let speed = if is_touchpad_pinch { 8.0 } else { 1.0 };
    (-bounded(pixels, -600.0, 600.0) * speed / 800.0 * LN_2).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_notches_double() {
        let notch = wheel_factor(-100.0, DeltaMode::Pixels, false);
        assert!((notch.powi(8) - 2.0).abs() < 1e-9);
        assert!((notch * wheel_factor(100.0, DeltaMode::Pixels, false) - 1.0).abs() < 1e-9);
        assert!(wheel_factor(-3.0, DeltaMode::Lines, false) > 1.05);
        assert!(wheel_factor(-5.0, DeltaMode::Pixels, true) > 1.03);
        assert!(wheel_factor(f64::MAX, DeltaMode::Pages, false) > 0.0);
    }
}
