//! The component and the custom element in a browser.
//!
//! No test waits for a time: each waits for an event, a frame or a condition.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod choose;
mod component;
mod cost;
mod data;
mod details;
mod element;
mod errors;
mod in_step;
mod instances;
mod keyboard;
mod languages;
mod lifecycle;
mod map;
mod memory;
mod page;
mod stands;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
