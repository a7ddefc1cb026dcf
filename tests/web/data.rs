//! The exhibitions that are shown, and their addresses.

use floorplan::plan::{self, Plan};

use crate::page;

/// The VIII Russian-Chinese EXPO: 36 stands in one hall.
pub const EXPO: &str = include_str!("../../assets/expo-2024.json");

/// Four stands on two floors.
pub const SMALL: &str = include_str!("../fixtures/small.json");

/// How many stands [`EXPO`] has.
pub const EXPO_STANDS: usize = 36;

/// An address that answers with [`EXPO`].
pub fn expo() -> String {
    page::blob_url(EXPO)
}

/// An address that answers with [`SMALL`].
pub fn small() -> String {
    page::blob_url(SMALL)
}

/// [`EXPO`] as the widget reads it.
pub fn expo_plan() -> Plan {
    plan::load(EXPO).expect("the sample is valid").plan
}
