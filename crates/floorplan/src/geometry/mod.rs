//! Plane geometry in metres. Knows nothing of stands or screens beyond the two kinds of points.

mod bounded;
mod gap;
mod inscribed;
mod point;
mod pole;
mod polygon;
mod rect;
mod rect_index;
mod segment;

pub use bounded::bounded;
pub use inscribed::holds_rect;
pub use point::{PlanPoint, ScreenPoint};
pub use pole::pole_of_inaccessibility;
pub use polygon::{Polygon, PolygonError};
pub use rect::Rect;
pub use rect_index::RectIndex;
pub use segment::{closest_point, distance_to_segment, segments_cross};
