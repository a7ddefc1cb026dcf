//! The widths of characters in the fonts of the page, measured once each.

use std::cell::RefCell;

use floorplan::scene::{Advance, EstimatedAdvance};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn widths(node: &Element, characters: &str, weight: u16) -> Result<Vec<f64>, JsValue>;
}

/// Measures in the fonts of an element.
pub(crate) struct CanvasAdvance {
    element: Element,
    /// Widths by character, regular and bold, sorted.
    known: [RefCell<Vec<(char, f64)>>; 2],
}

impl CanvasAdvance {
    /// Measures in the font family of `element`.
    pub(crate) fn of(element: &Element) -> Self {
        Self {
            element: element.clone(),
            known: Default::default(),
        }
    }

    /// Forgets what was measured: there are other fonts now.
    pub(crate) fn forget(&mut self) {
        self.known = Default::default();
    }

    fn measured(&self, bold: bool) -> &RefCell<Vec<(char, f64)>> {
        let [regular, heavy] = &self.known;
        if bold { heavy } else { regular }
    }
}

impl Advance for CanvasAdvance {
    fn em(&self, c: char, bold: bool) -> f64 {
        let known = self.measured(bold).borrow();
        let found = known.binary_search_by_key(&c, |(c, _)| *c);
        let width = found.ok().and_then(|at| known.get(at));
        width.map_or_else(|| EstimatedAdvance.em(c, bold), |(_, width)| *width)
    }

    fn prepare(&self, text: &str, bold: bool) {
        let mut known = self.measured(bold).borrow_mut();
        let is_new = |c: &char| known.binary_search_by_key(c, |(c, _)| *c).is_err();
        let characters: String = text.chars().filter(is_new).collect();
        if characters.is_empty() {
            return;
        }
        let weight = if bold { 600 } else { 400 };
        // A browser may forbid canvases.
        let widths = widths(&self.element, &characters, weight).unwrap_or_default();
        for (c, width) in characters.chars().zip(widths) {
            if let Err(at) = known.binary_search_by_key(&c, |(c, _)| *c)
                && width > 0.0
            {
                known.insert(at, (c, width * SLACK));
            }
        }
    }
}

/// Labels come in several sizes, and hinted letters are not exactly in proportion.
const SLACK: f64 = 1.02;
