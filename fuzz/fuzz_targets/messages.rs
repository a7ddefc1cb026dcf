//! Any text where a visitor, a link or the browser's storage has one.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../src/visit.rs"]
#[allow(dead_code, reason = "each target takes its part")]
mod visit;

fuzz_target!(|bytes: &[u8]| visit::texts(bytes));
