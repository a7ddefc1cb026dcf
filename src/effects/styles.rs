//! The style sheet, adopted by the tree that the widget is in.

use wasm_bindgen::prelude::*;
use web_sys::{AbortController, Element};

use super::Ends;

/// The widget's one style sheet.
pub(crate) const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = adopt)]
    fn js_adopt(node: &Element, css: &str) -> AbortController;
}

/// Adopts a sheet in the tree of `element`; withdrawn when dropped.
pub(crate) fn adopt(element: &Element, css: &str) -> Ends {
    Ends(js_adopt(element, css))
}
