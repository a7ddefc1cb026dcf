//! What the page asks and is asked.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    /// Has the next file go to who asked, instead of the visitor.
    #[wasm_bindgen(js_name = expectFile)]
    pub(crate) fn expect_file(to: &Function);
    /// Answers a question of the page, unless a file does.
    pub(crate) fn settle(to: &Function, text: &str);
    /// Asks the page, before the visitor's choice of a stand has any effect, whether it has nothing against it.
    pub(crate) fn propose(root: &Element, id: &str, number: &str) -> bool;
}
