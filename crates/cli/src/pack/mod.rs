//! One HTML file with everything in it: the widget, the data, and what is read without scripts. It
//! opens from a disk or an e-mail, and asks nobody for anything.
//!
//! Pure but for [`Widget::read`]: the same file and the same widget give the same text.

mod document;
mod error;
mod logos;
mod policy;
mod widget;

pub use document::{Options, pack};
pub use error::PackError;
pub use widget::Widget;
