//! The core of expo-map without a browser: from JSON bytes to a scene that can be drawn, and
//! from a visitor's action to the next state.
//!
//! ```text
//! bytes -> format -> plan -> scene           (read once, never changed)
//! Action -> state::State::update -> Effects  (pure: no clock, no fetch, no DOM)
//! pointer events -> gesture -> camera        (pure: time is an argument)
//! ```
//!
//! What uses what: `geometry <- plan <- scene <- state`, `format <- plan`, `geometry <- gesture`,
//! `scene <- describe`, `plan <- programme`,
//! `plan <- mine <- export <- state`.
//! Distances are metres in the plan (`PlanPoint`) and CSS pixels on the screen (`ScreenPoint`); y
//! grows downwards in both.
//!
//! ```
//! let loaded = floorplan::plan::load(r#"{
//!   "format": "expo-map", "version": 1,
//!   "event": { "id": "demo", "name": "Demo", "start": "2024-05-17", "end": "2024-05-21",
//!              "timeZone": "Asia/Shanghai" },
//!   "halls": [{ "id": "h", "name": "Hall", "outline": [[0,0],[20,0],[20,10],[0,10]] }],
//!   "stands": [{ "id": "a1", "number": "A1", "outline": [[2,2],[8,2],[8,6],[2,6]] }]
//! }"#)?;
//! assert_eq!(loaded.plan.stands.len(), 1);
//! assert!(loaded.warnings.is_empty());
//! # Ok::<(), floorplan::format::LoadError>(())
//! ```
#![forbid(unsafe_code)]

pub mod camera;
pub mod describe;
pub mod export;
pub mod format;
pub mod geometry;
pub mod gesture;
pub mod messages;
pub mod mine;
mod order;
pub mod plan;
pub mod programme;
pub mod scene;
pub mod search;
pub mod state;
