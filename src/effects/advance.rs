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
    /// Widths by character and weight, sorted.
    known: RefCell<Vec<(char, bool, f64)>>,
}

/// Labels come in several sizes, and hinted letters are not exactly in proportion.
const SLACK: f64 = 1.02;

impl CanvasAdvance {
    /// Measures in the font family of `element`.
    pub(crate) fn of(element: &Element) -> Self {
        Self {
            element: element.clone(),
            known: RefCell::default(),
        }
    }

    /// Forgets what was measured: there are other fonts now.
    pub(crate) fn forget(&mut self) {
        self.known = RefCell::default();
    }

    /// Where a character is among the known ones, or would be.
    fn place(&self, c: char, bold: bool) -> Result<usize, usize> {
        let known = self.known.borrow();
        known.binary_search_by_key(&(c, bold), |(c, bold, _)| (*c, *bold))
    }
}

impl Advance for CanvasAdvance {
    fn em(&self, c: char, bold: bool) -> f64 {
        let known = self.place(c, bold).ok();
        let width = known.and_then(|at| self.known.borrow().get(at).map(|(_, _, width)| *width));
        width.unwrap_or_else(|| EstimatedAdvance.em(c, bold))
    }

    fn prepare(&self, text: &str, bold: bool) {
        let is_new = |c: &char| self.place(*c, bold).is_err();
        let characters: String = text.chars().filter(is_new).collect();
        if characters.is_empty() {
            return;
        }
        let weight = if bold { 600 } else { 400 };
        // A browser may forbid canvases.
        let widths = widths(&self.element, &characters, weight).unwrap_or_default();
        for (c, width) in characters.chars().zip(widths) {
            if let Err(at) = self.place(c, bold)
                && width > 0.0
            {
                self.known.borrow_mut().insert(at, (c, bold, width * SLACK));
            }
        }
    }
}
