//! The scale bar.

/// A bar of a round number of metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// What it measures.
    pub metres: u32,
    /// How long it is.
    pub width_px: f64,
}

/// The longest bar of 1, 2 or 5 times a power of ten metres that is not over `max_px`.
pub fn scale_bar(px_per_metre: f64, max_px: f64) -> ScaleBar {
    let mut bar = ScaleBar {
        metres: 1,
        width_px: px_per_metre,
    };
    let mut decade = 1;
    while decade <= 10_000 {
        for step in [1, 2, 5] {
            let metres = step * decade;
            let width_px = f64::from(metres) * px_per_metre;
            if width_px <= max_px {
                bar = ScaleBar { metres, width_px };
            }
        }
        decade *= 10;
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_round_and_not_too_long() {
        assert_eq!(scale_bar(12.0, 100.0).metres, 5);
        assert_eq!(
            scale_bar(5.0, 100.0),
            ScaleBar {
                metres: 20,
                width_px: 100.0
            }
        );
        assert_eq!(scale_bar(200.0, 100.0).metres, 1);
    }
}
