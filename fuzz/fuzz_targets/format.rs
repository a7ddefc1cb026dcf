//! Any bytes as a data file: read, drawn, searched, described, visited.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../src/visit.rs"]
#[allow(dead_code, reason = "each target takes its part")]
mod visit;

fuzz_target!(|bytes: &[u8]| visit::file(bytes));
