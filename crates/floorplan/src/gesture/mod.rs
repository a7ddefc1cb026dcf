//! From pointer events to gestures. Pure: time comes as an argument, nothing is known of the DOM
//! or of what lies under the fingers.

mod recognizer;
mod wheel;

pub use recognizer::{Gesture, PointerEvent, PointerKind, PointerPhase, Recognizer};
pub use wheel::{DeltaMode, wheel_factor};
