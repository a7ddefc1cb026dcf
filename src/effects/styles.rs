//! The style sheet, adopted by the tree that the widget is in.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element};

/// The widget's one style sheet.
const CSS: &str = include_str!("../style.css");

/// A style sheet of a document or shadow root; withdrawn when dropped.
pub(crate) struct Styles {
    tree: JsValue,
    sheet: JsValue,
}

impl Styles {
    /// Adopts the sheet in the tree of `element`. No `<style>`: a strict CSP forbids it.
    pub(crate) fn adopt(element: &Element) -> Option<Self> {
        let sheet = CssStyleSheet::new().ok()?;
        sheet.replace_sync(CSS).ok()?;
        let styles = Self {
            tree: element.get_root_node().into(),
            sheet: sheet.into(),
        };
        styles.change(|sheets, own| {
            sheets.push(own);
        });
        Some(styles)
    }

    /// Assigns the list anew: pushing to it is not understood by every engine.
    fn change(&self, edit: impl FnOnce(&Array, &JsValue)) {
        let key = JsValue::from_str("adoptedStyleSheets");
        if let Ok(now) = Reflect::get(&self.tree, &key) {
            let sheets = Array::from(&now);
            edit(&sheets, &self.sheet);
            let _ = Reflect::set(&self.tree, &key, sheets.unchecked_ref());
        }
    }
}

impl Drop for Styles {
    fn drop(&mut self) {
        self.change(|sheets, own| {
            let at = sheets.index_of(own, 0);
            if at >= 0 {
                sheets.splice(at as u32, 1, &JsValue::UNDEFINED);
            }
        });
    }
}
