//! Drag, pinch, tap, double tap, fling.

use crate::geometry::ScreenPoint;

/// Movement below this is still a tap: pixels for a mouse and for a finger.
const SLOP_MOUSE_PX: f64 = 4.0;
const SLOP_TOUCH_PX: f64 = 9.0;
/// A second tap within this time and distance makes a double tap.
const DOUBLE_MS: f64 = 320.0;
const DOUBLE_PX: f64 = 28.0;
/// A touch held longer than this is no tap.
const LONG_MS: f64 = 700.0;
/// Movement of the last milliseconds before the release makes the fling.
const FLING_WINDOW_MS: f64 = 90.0;
/// Slower than this (pixels per millisecond) there is no fling.
const FLING_MIN: f64 = 0.15;

/// What sort of pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerKind {
    /// A mouse (primary button) or a pen.
    Mouse,
    /// A finger.
    Touch,
}

/// What happened to a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerPhase {
    /// Pressed.
    Down,
    /// Moved while pressed.
    Move,
    /// Released.
    Up,
    /// Taken away by the browser.
    Cancel,
}

/// A pointer event as the recognizer needs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointerEvent {
    /// The browser's id of the pointer.
    pub id: i32,
    /// What sort of pointer.
    pub kind: PointerKind,
    /// What happened.
    pub phase: PointerPhase,
    /// Where, pixels from the map's corner.
    pub at: ScreenPoint,
    /// When, milliseconds from any origin.
    pub time_ms: f64,
}

/// What the visitor meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// Move the map by pixels.
    Pan {
        /// To the right.
        dx: f64,
        /// Down.
        dy: f64,
    },
    /// Two fingers: what was under `from` is now under `to`, scaled by `factor`.
    Pinch {
        /// The middle of the fingers before.
        from: ScreenPoint,
        /// The middle of the fingers now.
        to: ScreenPoint,
        /// How much farther apart they are.
        factor: f64,
    },
    /// A tap or click.
    Tap(ScreenPoint),
    /// The second of two taps; the first was reported as [`Gesture::Tap`].
    DoubleTap(ScreenPoint),
    /// The map was let go while moving, pixels per millisecond.
    Fling {
        /// To the right.
        vx: f64,
        /// Down.
        vy: f64,
    },
    /// All fingers are gone and the map stands.
    Rest,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Pointer {
    id: i32,
    kind: PointerKind,
    down_at: ScreenPoint,
    down_ms: f64,
    at: ScreenPoint,
}

/// Recognizes gestures from the events of one map. A new finger or button ends what went on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recognizer {
    pointers: Vec<Pointer>,
    dragging: bool,
    /// More than one finger took part: what follows until all are gone is no tap.
    pinched: bool,
    last_tap: Option<(ScreenPoint, f64)>,
    trail: Vec<(ScreenPoint, f64)>,
}

impl Recognizer {
    /// Whether a pointer is down.
    pub fn is_active(&self) -> bool {
        !self.pointers.is_empty()
    }

    /// Whether the map is being dragged or pinched.
    pub fn is_moving(&self) -> bool {
        self.dragging || self.pinched
    }

    /// The map has jumped: a next tap is on something else and completes no double tap.
    pub fn forget_tap(&mut self) {
        self.last_tap = None;
    }

    /// Takes an event; what it completes, if anything.
    pub fn event(&mut self, event: PointerEvent) -> Option<Gesture> {
        match event.phase {
            PointerPhase::Down => self.down(event),
            PointerPhase::Move => self.moved(event),
            PointerPhase::Up => self.up(event),
            PointerPhase::Cancel => {
                self.pointers.retain(|p| p.id != event.id);
                self.last_tap = None;
                self.rest_if_done()
            }
        }
    }

    fn down(&mut self, event: PointerEvent) -> Option<Gesture> {
        self.pointers.retain(|p| p.id != event.id);
        if self.pointers.len() >= 2 {
            return None;
        }
        self.pointers.push(Pointer {
            id: event.id,
            kind: event.kind,
            down_at: event.at,
            down_ms: event.time_ms,
            at: event.at,
        });
        self.trail.clear();
        if self.pointers.len() == 1 {
            self.dragging = false;
            self.pinched = false;
        } else {
            self.pinched = true;
        }
        None
    }

    fn moved(&mut self, event: PointerEvent) -> Option<Gesture> {
        let before = self.fingers();
        let pointer = self.pointers.iter_mut().find(|p| p.id == event.id)?;
        let (old, down_at, kind) = (pointer.at, pointer.down_at, pointer.kind);
        pointer.at = event.at;
        if self.pointers.len() == 2 {
            let ((from, apart), (to, now_apart)) = (before?, self.fingers()?);
            return Some(Gesture::Pinch {
                from,
                to,
                factor: now_apart / apart,
            });
        }
        if !self.dragging {
            let slop = if kind == PointerKind::Mouse {
                SLOP_MOUSE_PX
            } else {
                SLOP_TOUCH_PX
            };
            if !self.pinched && event.at.distance(down_at) < slop {
                // Not a drag yet, but the way counts once it is one.
                if let Some(pointer) = self.pointers.first_mut() {
                    pointer.at = old;
                }
                return None;
            }
            self.dragging = true;
        }
        self.trail.push((event.at, event.time_ms));
        self.trail
            .retain(|(_, ms)| event.time_ms - ms <= FLING_WINDOW_MS);
        Some(Gesture::Pan {
            dx: event.at.x - old.x,
            dy: event.at.y - old.y,
        })
    }

    fn up(&mut self, event: PointerEvent) -> Option<Gesture> {
        let index = self.pointers.iter().position(|p| p.id == event.id)?;
        let pointer = self.pointers.remove(index);
        if !self.pointers.is_empty() {
            return None;
        }
        if self.is_moving() {
            let fling = self.fling(event);
            return self.rest_if_done().map(|rest| fling.unwrap_or(rest));
        }
        if pointer.kind == PointerKind::Touch && event.time_ms - pointer.down_ms > LONG_MS {
            return None;
        }
        let double = self.last_tap.is_some_and(|(at, ms)| {
            event.time_ms - ms < DOUBLE_MS && at.distance(event.at) < DOUBLE_PX
        });
        if double {
            self.last_tap = None;
            Some(Gesture::DoubleTap(event.at))
        } else {
            self.last_tap = Some((event.at, event.time_ms));
            Some(Gesture::Tap(event.at))
        }
    }

    fn rest_if_done(&mut self) -> Option<Gesture> {
        if self.pointers.is_empty() && self.is_moving() {
            self.dragging = false;
            self.pinched = false;
            self.trail.clear();
            Some(Gesture::Rest)
        } else {
            None
        }
    }

    fn fling(&self, event: PointerEvent) -> Option<Gesture> {
        let recent = |(_, ms): &&(ScreenPoint, f64)| event.time_ms - ms <= FLING_WINDOW_MS;
        let (from, start_ms) = self.trail.iter().find(recent)?;
        let (to, end_ms) = self.trail.last()?;
        let elapsed = end_ms - start_ms;
        if elapsed < 8.0 {
            return None;
        }
        let (vx, vy) = ((to.x - from.x) / elapsed, (to.y - from.y) / elapsed);
        (vx.abs().max(vy.abs()) > FLING_MIN).then_some(Gesture::Fling { vx, vy })
    }

    /// Middle and distance of two fingers.
    fn fingers(&self) -> Option<(ScreenPoint, f64)> {
        let [a, b] = self.pointers.as_slice() else {
            return None;
        };
        let middle = ScreenPoint::new(f64::midpoint(a.at.x, b.at.x), f64::midpoint(a.at.y, b.at.y));
        Some((middle, a.at.distance(b.at).max(1.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PointerPhase::{Cancel, Down, Move, Up};
    use proptest::prelude::*;

    fn run(kind: PointerKind, events: &[(i32, PointerPhase, f64, f64, f64)]) -> Vec<Gesture> {
        let mut recognizer = Recognizer::default();
        events
            .iter()
            .filter_map(|(id, phase, x, y, ms)| {
                recognizer.event(PointerEvent {
                    id: *id,
                    kind,
                    phase: *phase,
                    at: ScreenPoint::new(*x, *y),
                    time_ms: *ms,
                })
            })
            .collect()
    }

    #[test]
    fn a_click_that_trembles_is_a_tap() {
        let got = run(
            PointerKind::Mouse,
            &[
                (1, Down, 10.0, 10.0, 0.0),
                (1, Move, 12.0, 11.0, 20.0),
                (1, Up, 12.0, 11.0, 40.0),
            ],
        );
        assert_eq!(got, [Gesture::Tap(ScreenPoint::new(12.0, 11.0))]);
    }

    #[test]
    fn a_drag_moves_by_its_whole_way_and_is_no_tap() {
        let got = run(
            PointerKind::Mouse,
            &[
                (1, Down, 0.0, 0.0, 0.0),
                (1, Move, 3.0, 0.0, 16.0),
                (1, Move, 40.0, 0.0, 500.0),
                (1, Up, 40.0, 0.0, 900.0),
            ],
        );
        assert_eq!(got, [Gesture::Pan { dx: 40.0, dy: 0.0 }, Gesture::Rest]);
    }

    #[test]
    fn letting_go_in_motion_flings() {
        let got = run(
            PointerKind::Touch,
            &[
                (1, Down, 0.0, 0.0, 0.0),
                (1, Move, 20.0, 0.0, 16.0),
                (1, Move, 40.0, 0.0, 32.0),
                (1, Move, 60.0, 0.0, 48.0),
                (1, Up, 60.0, 0.0, 50.0),
            ],
        );
        assert!(
            matches!(got.last(), Some(Gesture::Fling { vx, .. }) if (*vx - 1.25).abs() < 0.01),
            "{got:?}"
        );
    }

    #[test]
    fn two_taps_are_a_tap_and_a_double_tap() {
        let got = run(
            PointerKind::Touch,
            &[
                (1, Down, 5.0, 5.0, 0.0),
                (1, Up, 5.0, 5.0, 50.0),
                (2, Down, 8.0, 5.0, 200.0),
                (2, Up, 8.0, 5.0, 250.0),
            ],
        );
        let (first, second) = (ScreenPoint::new(5.0, 5.0), ScreenPoint::new(8.0, 5.0));
        assert_eq!(got, [Gesture::Tap(first), Gesture::DoubleTap(second)]);
    }

    #[test]
    fn two_fingers_pinch_and_are_no_tap() {
        let got = run(
            PointerKind::Touch,
            &[
                (1, Down, 0.0, 0.0, 0.0),
                (2, Down, 10.0, 0.0, 5.0),
                (2, Move, 20.0, 0.0, 20.0),
                (2, Up, 20.0, 0.0, 300.0),
                (1, Up, 0.0, 0.0, 310.0),
            ],
        );
        let pinch = Gesture::Pinch {
            from: ScreenPoint::new(5.0, 0.0),
            to: ScreenPoint::new(10.0, 0.0),
            factor: 2.0,
        };
        assert_eq!(got, [pinch, Gesture::Rest]);
    }

    #[test]
    fn a_cancelled_touch_is_nothing() {
        let got = run(
            PointerKind::Touch,
            &[(1, Down, 0.0, 0.0, 0.0), (1, Cancel, 0.0, 0.0, 10.0)],
        );
        assert_eq!(got, []);
    }

    proptest! {
        #[test]
        fn any_sequence_is_survived_and_stays_finite(events in proptest::collection::vec((0..4i32, 0..4usize, -1e4..1e4f64, -1e4..1e4f64), 0..200)) {
            let mut recognizer = Recognizer::default();
            for (i, (id, phase, x, y)) in events.into_iter().enumerate() {
                let phase = [Down, Move, Up, Cancel][phase];
                let event = PointerEvent { id, kind: PointerKind::Touch, phase, at: ScreenPoint::new(x, y), time_ms: i as f64 * 7.0 };
                match recognizer.event(event) {
                    Some(Gesture::Pinch { factor, .. }) => prop_assert!(factor.is_finite() && factor > 0.0),
                    Some(Gesture::Fling { vx, vy }) => prop_assert!(vx.is_finite() && vy.is_finite()),
                    _ => {}
                }
            }
        }
    }
}
