//! The style sheet, adopted by the tree that the widget is in.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element};

/// The widget's one style sheet.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

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
        styles.assign(true);
        Some(styles)
    }

    /// Assigns the tree's list of sheets anew, with or without this one: changing the list in
    /// place is not understood by every engine.
    fn assign(&self, with_own: bool) {
        let key = JsValue::from_str("adoptedStyleSheets");
        let Ok(now) = Reflect::get(&self.tree, &key) else {
            return;
        };
        let sheets = Array::new();
        for sheet in Array::from(&now)
            .iter()
            .filter(|sheet| *sheet != self.sheet)
        {
            sheets.push(&sheet);
        }
        if with_own {
            sheets.push(&self.sheet);
        }
        // Trees that cannot adopt sheets stay as they are.
        let _ = Reflect::set(&self.tree, &key, &sheets);
    }
}

impl Drop for Styles {
    fn drop(&mut self) {
        self.assign(false);
    }
}
