//! expo-map: an interactive exhibition floor plan, as a Yew component and as a custom element.
//!
//! In a page, the bundle registers `<expo-map src="expo.json">`: see [`element`]. In a Rust
//! program:
//!
//! ```
//! use expo_map::{ExpoMap, Selected};
//! use yew::prelude::*;
//!
//! #[component]
//! fn Visit() -> Html {
//!     let on_select = Callback::from(|selected: Option<Selected>| {
//!         if let Some(stand) = selected {
//!             web_sys::console::log_1(&stand.number.into());
//!         }
//!     });
//!     html! { <ExpoMap src="expo.json" lang="en" {on_select} /> }
//! }
//! ```
//!
//! The component fills its parent, which must have a height. Its logic is in the crate
//! [`floorplan`], which knows no DOM; [`view`] draws, and `effects` is the only place with I/O.

mod app;
mod effects;
mod events;
mod shared;
mod view;
mod words;

#[cfg(target_arch = "wasm32")]
pub mod element;

#[cfg(all(target_arch = "wasm32", feature = "allocator"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The browser's own exponential and logarithm in place of the standard library's: what links to these
/// names gets them.
#[cfg(all(target_arch = "wasm32", target_os = "unknown", feature = "allocator"))]
#[allow(unsafe_code, reason = "a name that the linker looks for")]
mod math {
    #[unsafe(no_mangle)]
    extern "C" fn exp(x: f64) -> f64 {
        js_sys::Math::exp(x)
    }

    #[unsafe(no_mangle)]
    extern "C" fn log(x: f64) -> f64 {
        js_sys::Math::log(x)
    }
}

pub use app::{ExpoMap, ExpoMapProps, Gestures, Msg, Theme};
pub use events::{Failed, Ready, Selected, Skipped};
