//! The widths of characters in the fonts of the page, measured once each.

use std::cell::RefCell;

use floorplan::scene::{Advance, EstimatedAdvance};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    type Ruler;
    #[wasm_bindgen(constructor)]
    fn new(node: &Element) -> Ruler;
    #[wasm_bindgen(method, catch)]
    fn em(this: &Ruler, character: &str, weight: u16) -> Result<f64, JsValue>;
}

/// Measures in the fonts of an element.
pub(crate) struct CanvasAdvance {
    ruler: Ruler,
    /// Sorted by character and weight.
    known: RefCell<Vec<((char, bool), f64)>>,
}

impl CanvasAdvance {
    /// Measures in the font family of `element`.
    pub(crate) fn of(element: &Element) -> Self {
        Self {
            ruler: Ruler::new(element),
            known: RefCell::default(),
        }
    }

    fn measure(&self, c: char, bold: bool) -> f64 {
        let weight = if bold { 600 } else { 400 };
        // A browser may forbid canvases.
        match self.ruler.em(c.encode_utf8(&mut [0; 4]), weight) {
            Ok(width) if width > 0.0 => width,
            _ => EstimatedAdvance.em(c, bold),
        }
    }
}

impl Advance for CanvasAdvance {
    fn em(&self, c: char, bold: bool) -> f64 {
        let mut known = self.known.borrow_mut();
        match known.binary_search_by_key(&(c, bold), |(key, _)| *key) {
            Ok(at) => known.get(at).map_or(0.0, |(_, width)| *width),
            Err(at) => {
                let width = self.measure(c, bold);
                known.insert(at, ((c, bold), width));
                width
            }
        }
    }
}
