//! The custom element `<expo-map>`.
//!
//! ```html
//! <script type="module" src="expo-map.js"></script>
//! <expo-map src="expo.json" lang="ru"></expo-map>
//! ```
//!
//! **Attributes** (observed; properties of the same name mirror them)
//!
//! | attribute | what it is |
//! |---|---|
//! | `src` | address of the data file, relative to the page |
//! | `lang` | interface language, `ru`, `zh` or `en`; by default the page's, then the browser's |
//! | `selected` | id or number of the stand whose details are open |
//! | `theme` | `light`, `dark`, or `contrast` (high contrast, hatched); by default as the page (CSS `color-scheme`) and the visitor (`prefers-contrast`) |
//! | `gestures` | `free`, `cooperative`; by default cooperative where the page scrolls |
//! | `deep-link` | present or not: links to the page may carry the visitor's marks, in the fragment `#expo-map=…`. Without it the page's address is neither read nor changed. The property is `deepLink` |
//!
//! **Methods**: `select(id)`, `clear()`; `fit()` and `centerOn(id, pixelsPerMetre)` move the map
//! without a flight, after the current task; `project(id)` gives a stand's `{ x, y }` in client coordinates, `mapRect()` the map's box,
//! `panelRoot()` the panel's element, `panelText()` its words.
//!
//! **Read-only properties**: `scale` (CSS pixels per metre), `visibleLabels`, `hoveredId`.
//!
//! **Events** (bubble, composed; fired for the visitor's actions, never for the page's)
//!
//! | event | fired when | `detail` |
//! |---|---|---|
//! | `expo-map-ready` | the first view of the data has been drawn | `{ stands, warnings: [{ code, path, message }] }` |
//! | `expo-map-select` | the visitor chooses a stand, or closes it | `{ id, number, name, participants }`, all `null` when closed |
//! | `expo-map-error` | the data cannot be shown | `{ code, message, detail, path, line, column }` |
//!
//! **CSS**: the element is a block, 640 px high unless the page says otherwise. Custom
//! properties are listed at the top of `src/style.css`.

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
