//! What is left of a drag after the finger has gone.

use crate::geometry::bounded;

/// Time in which the speed falls to 37 %, milliseconds.
const DECAY_MS: f64 = 240.0;
/// Below this speed (pixels per millisecond) the map stands.
const STILL: f64 = 0.02;

/// Movement that dies away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fling {
    vx: f64,
    vy: f64,
    last_ms: Option<f64>,
}

impl Fling {
    /// A movement with a speed in pixels per millisecond; it starts with its first step.
    pub fn new(vx: f64, vy: f64) -> Self {
        Self {
            vx,
            vy,
            last_ms: None,
        }
    }

    /// The pixels to move by since the last step, and the movement that remains, if any.
    pub fn step(self, now_ms: f64) -> ((f64, f64), Option<Self>) {
        let elapsed = bounded(now_ms - self.last_ms.unwrap_or(now_ms), 0.0, 100.0);
        let left = (-elapsed / DECAY_MS).exp();
        let way = DECAY_MS * (1.0 - left);
        let rest = Self {
            vx: self.vx * left,
            vy: self.vy * left,
            last_ms: Some(now_ms),
        };
        let moving = rest.vx.abs() > STILL || rest.vy.abs() > STILL;
        ((self.vx * way, self.vy * way), moving.then_some(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_as_far_whatever_the_frame_rate() {
        let run = |frame_ms: f64| {
            let (mut fling, mut now, mut way) = (Some(Fling::new(1.0, 0.0)), 0.0, 0.0);
            while let Some(f) = fling {
                let (step, rest) = f.step(now);
                way += step.0;
                fling = rest;
                now += frame_ms;
            }
            way
        };
        assert!(
            (run(16.7) - run(8.3)).abs() < 5.0,
            "{} {}",
            run(16.7),
            run(8.3)
        );
        assert!(run(16.7) > 200.0 && run(16.7) < 240.0);
    }
}
