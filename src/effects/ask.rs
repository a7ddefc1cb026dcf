//! What the page asks and is asked.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    /// Answers a question of the page. With `is_file`, the next file does, unless there is none by the time that it
    /// is answered with `-`.
    pub(crate) fn settle(to: &Function, text: &str, is_file: bool);
    /// Asks the page, before the visitor's choice of a stand has any effect, whether it has nothing against it.
    pub(crate) fn propose(root: &Element, id: &str, number: &str) -> bool;
}
