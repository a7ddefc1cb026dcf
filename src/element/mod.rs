//! The custom element `<expo-map>`.
//!
//! ```html
//! <script type="module" src="expo-map.js"></script>
//! <expo-map src="expo.json" lang="ru"></expo-map>
//! ```
//!
//! Attributes, properties, methods with their errors, events, slots, parts and CSS are documented in
//! `docs/api.md`, and typed in `types/expo-map.d.ts`. The script of the element gives what the core answers
//! ([`floorplan::state::asks`]) the form that pages see.

mod events;
mod handle;

pub use handle::MapHandle;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen(module = "/src/element/expo-map.js")]
extern "C" {
    /// Hands over what mounts a map. Where it is the first that does so, the element is registered.
    fn mounts(mount: &Closure<dyn Fn(HtmlElement, Element) -> MapHandle>, version: &str);
}

/// Registers `<expo-map>`. The bundle does so when it starts; a program that has the crate among its own
/// parts starts with its own `main`, and calls this if it wants the tag.
#[cfg_attr(feature = "allocator", wasm_bindgen(start))]
pub fn start() {
    let mount = Closure::new(|host: HtmlElement, root: Element| MapHandle::mount(&host, root));
    mounts(&mount, env!("CARGO_PKG_VERSION"));
    // The element's class lives as long as the page.
    mount.forget();
}
