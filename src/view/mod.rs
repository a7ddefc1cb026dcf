//! What is drawn: functions of the state that send actions. Nothing here fetches, fires events
//! to the host, or reads the clock or the window.

mod about;
mod colour;
mod controls;
mod details;
mod failure;
mod filters;
mod found;
mod icon;
mod legend;
mod lines;
mod list;
mod marks;
mod memo;
mod my_list;
mod nodes;
mod panel;
mod picture;
mod pins;
mod press;
mod programme;
mod provenance;
mod search_box;
mod session;
mod sheet;
mod shell;
mod stand_layer;
mod text;

pub(crate) use colour::own_colours;
pub(crate) use picture::Picture;
pub(crate) use sheet::Sheet;
pub(crate) use shell::Shell;
