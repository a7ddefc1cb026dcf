//! Tests of the core on the reference exhibition and on the widget's style sheet.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    reason = "a test fails by panicking"
)]

mod ask;
mod describe;
mod draw;
mod export;
mod find;
mod fuzzed;
mod keep;
mod labels;
mod large;
mod lean;
mod list;
mod palette;
mod programme;
mod reference;
mod search;
mod state;
mod walk;

use floorplan::plan::{Plan, load};
use floorplan::state::Exhibition;

/// The reference file as it ships.
const REFERENCE: &str = include_str!("../../../../assets/expo-2024.json");

fn plan() -> Plan {
    let loaded = load(REFERENCE).unwrap();
    assert_eq!(loaded.warnings, []);
    loaded.plan
}

fn exhibition() -> Exhibition {
    Exhibition::new(load(REFERENCE).unwrap())
}
