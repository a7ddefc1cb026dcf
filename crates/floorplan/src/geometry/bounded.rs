//! A number kept within bounds.

/// `value`, but not below `low` nor above `high`; `low` where they contradict or `value` is no
/// number. Unlike `f64::clamp` it cannot panic, and does not bring the formatting of floats
/// into the binary.
pub fn bounded(value: f64, low: f64, high: f64) -> f64 {
    value.min(high).max(low)
}
