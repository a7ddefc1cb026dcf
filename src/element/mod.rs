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

/// The element's own style: a page's rules for `expo-map` win over it.
const HOST_CSS: &str = ":host{display:block;block-size:640px;contain:content;overflow:hidden}:host([hidden]){display:none}.expo-map-mount{block-size:100%}@media print{:host{block-size:auto!important;contain:none!important;overflow:visible!important}}";

#[wasm_bindgen(module = "/src/element/expo-map.js")]
extern "C" {
    /// Registers the element, unless the page has one of that name already.
    #[wasm_bindgen(js_name = defineExpoMap)]
    fn define_expo_map(mount: &Closure<dyn Fn(HtmlElement, Element) -> MapHandle>, version: &str);
}

/// Registers `<expo-map>` when the module starts.
#[wasm_bindgen(start)]
pub fn start() {
    let mount = Closure::new(|host: HtmlElement, root: Element| MapHandle::mount(&host, root));
    define_expo_map(&mount, env!("CARGO_PKG_VERSION"));
    // The element's class lives as long as the page.
    mount.forget();
}
