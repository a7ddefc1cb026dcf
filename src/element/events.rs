//! All events of the element, as `CustomEvent`s.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::events::{Failed, Ready, Selected};

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    /// Fires an event whose detail has these keys, with blanks between, and values.
    fn fire(host: &HtmlElement, name: &str, keys: &str, values: &Array);
    /// An object of these keys and values.
    fn object(keys: &str, values: &Array) -> JsValue;
}

/// Fired when the first view of the data has been drawn.
pub(super) fn ready(host: &HtmlElement, ready: &Ready) {
    let warnings = Array::new();
    for w in &ready.warnings {
        let values = [w.code.into(), (&w.path).into(), (&w.message).into()];
        warnings.push(&object("code path message", &list(&values)));
    }
    let values = [(ready.stands as f64).into(), warnings.into()];
    fire(host, "expo-map-ready", "stands warnings", &list(&values));
}

/// Fired when the visitor chooses a stand, or closes it.
pub(super) fn select(host: &HtmlElement, selected: Option<&Selected>) {
    let values = match selected {
        None => [JsValue::NULL, JsValue::NULL, JsValue::NULL, JsValue::NULL],
        Some(s) => {
            let participants = Array::new();
            for name in &s.participants {
                participants.push(&name.into());
            }
            let (id, number, name) = ((&s.id).into(), (&s.number).into(), (&s.name).into());
            [id, number, name, participants.into()]
        }
    };
    let keys = "id number name participants";
    fire(host, "expo-map-select", keys, &list(&values));
}

/// Fired when the data cannot be shown, or does not have the stand that is to be selected.
pub(super) fn error(host: &HtmlElement, failed: &Failed) {
    let values = [
        failed.code.into(),
        (&failed.message).into(),
        (&failed.detail).into(),
        (&failed.path).into(),
        (failed.line as f64).into(),
        (failed.column as f64).into(),
    ];
    let keys = "code message detail path line column";
    fire(host, "expo-map-error", keys, &list(&values));
}

fn list(values: &[JsValue]) -> Array {
    let list = Array::new();
    for value in values {
        list.push(value);
    }
    list
}
