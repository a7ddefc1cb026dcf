//! What the page and the visitor's settings say.

use floorplan::format::Place;
use floorplan::plan::Warning;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, ShadowRoot};

/// Language tags by preference: of the elements around `widget` from the nearest outwards, then
/// the browser's.
pub(crate) fn page_languages(widget: &Element) -> Vec<String> {
    let mut tags = Vec::new();
    let outside = |of: &Element| {
        let host = || {
            of.get_root_node()
                .dyn_into::<ShadowRoot>()
                .ok()
                .map(|root| root.host())
        };
        of.parent_element().or_else(host)
    };
    // Every one on the way out: the nearest may be in a language that the interface lacks.
    let mut at = outside(widget);
    while let Some(here) = at {
        tags.extend(here.get_attribute("lang").filter(|tag| !tag.is_empty()));
        at = outside(&here);
    }
    if let Some(window) = web_sys::window() {
        tags.extend(window.navigator().language());
    }
    tags
}

/// Whether the visitor asked for less motion.
pub(crate) fn reduced_motion() -> bool {
    let query = web_sys::window().and_then(|w| {
        w.match_media("(prefers-reduced-motion: reduce)")
            .ok()
            .flatten()
    });
    query.is_some_and(|q| q.matches())
}

/// Whether the page could scroll by the wheel turns that the map would take: it is taller than
/// the window. A map that is the whole page keeps the wheel.
pub(crate) fn page_scrolls() -> bool {
    let window = web_sys::window();
    let root = window
        .and_then(|w| w.document())
        .and_then(|d| d.document_element());
    root.is_some_and(|root| root.scroll_height() > root.client_height() + 8)
}

/// Writes to the console what was passed over in the data, once.
pub(crate) fn warn(source: &str, warnings: &[Warning]) {
    for warning in warnings {
        let Place { path, line, column } = &warning.place;
        let at = if *line > 0 {
            format!(" at {line}:{column}")
        } else {
            String::new()
        };
        let (code, detail) = (warning.kind.code(), &warning.detail);
        let text = format!("expo-map: {source}: {path}{at}: {code}: {detail}");
        web_sys::console::warn_1(&JsValue::from_str(&text));
    }
}
