//! The organiser's command line: tells what is wrong with an exhibition file, where, and in
//! words that need no programmer. The binary `expo-map` is a thin shell around it.
//!
//! The core says what a browser would refuse; [`check`] adds what a browser would show without
//! complaint, but visitors would suffer from: stands that overlap, aisles that are too narrow,
//! texts that are not translated.
#![forbid(unsafe_code)]

pub mod args;
pub mod check;
pub mod describe;
pub mod export;
pub mod finding;
pub mod generate;
pub mod index;
pub mod pack;
pub mod render;
pub mod report;
pub mod search;
