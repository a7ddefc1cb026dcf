//! What is drawn: marks for a painter, labels that fit, what lies under a point, which stand comes
//! next for an arrow key. Derived from the [`plan`](crate::plan); knows no DOM.

mod advance;
mod draw;
mod floor;
mod hit;
mod kept;
mod label;
mod marks;
mod path;
mod pins;
mod scale_bar;
mod walk;

pub use advance::{Advance, EstimatedAdvance, text_width};
pub use draw::Drawing;
pub use floor::{FloorScene, StandShape};
pub use kept::draw_kept;
pub use label::{Label, LabelLine, LineStyle, place_labels};
pub use marks::{Font, Ink, Marks};
pub use path::{UNITS_PER_METRE, path_data};
pub use pins::{Pin, PinKind, place_pins};
pub use scale_bar::{ScaleBar, scale_bar};
pub use walk::{Direction, Walk};
