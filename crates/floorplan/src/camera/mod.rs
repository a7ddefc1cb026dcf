//! The camera: how the plan lies on the screen, and how it moves there. Values only.

mod flight;
mod fling;
mod view;
mod viewport;

pub use flight::Flight;
pub use fling::Fling;
pub use view::{Camera, LayerTransform, ZoomRange};
pub use viewport::{Insets, Viewport};
