//! The state of one map and how it changes: `State::update(Action) -> Effects`. Pure: the clock,
//! the network, the DOM arrive as actions and leave as effects.

mod action;
mod ask;
mod effect;
mod exhibition;
mod filter;
mod find;
mod frame;
mod keep;
mod layout;
mod model;
mod motion;
mod select;
mod snapshot;
mod update;

pub use action::{Action, Origin, Wheel};
pub use ask::asks;
pub use effect::{Effect, Errand, FocusTarget, HostEvent};
pub use exhibition::Exhibition;
pub use filter::{CategoryFilter, Facet, Facets, Sort};
pub use find::Spot;
pub use frame::Frame;
pub use keep::{Markable, MarksFrom, Notice, Own, Take, note_on};
pub use layout::{Layout, SHEET_PEEK_PX, Sheet};
pub use model::{Failure, Load, PanelView, State, Status, Time};
