//! The scale bar.

/// A bar of a round length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// What it measures, metres: 1, 2 or 5 times a power of ten, from 0.1 on.
    pub metres: f64,
    /// How long it is.
    pub width_px: f64,
}

/// The longest bar that is not over `max_px`; at the extremes the nearest there is.
pub fn scale_bar(px_per_metre: f64, max_px: f64) -> ScaleBar {
    let bar = |metres: f64| ScaleBar {
        metres,
        width_px: metres * px_per_metre,
    };
    let mut best = bar(0.1);
    for decade in [0.1, 1.0, 10.0, 100.0, 1_000.0] {
        for step in [1.0, 2.0, 5.0] {
            let next = bar(step * decade);
            if next.width_px <= max_px {
                best = next;
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_round_and_not_too_long() {
        let metres = |scale| scale_bar(scale, 100.0).metres;
        assert!((metres(12.0) - 5.0).abs() < 1e-9);
        assert!((metres(5.0) - 20.0).abs() < 1e-9);
        assert!((metres(200.0) - 0.5).abs() < 1e-9);
        assert!(scale_bar(200.0, 100.0).width_px <= 100.0);
    }
}
