//! All events of the element, as `CustomEvent`s.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::events::{Failed, Ready, Selected};

/// Fired when the first view of the data has been drawn.
pub(super) fn ready(host: &HtmlElement, ready: &Ready) {
    let warnings: Array = ready
        .warnings
        .iter()
        .map(|w| {
            let (path, message) = (JsValue::from(&w.path), JsValue::from(&w.message));
            object(&[
                ("code", w.code.into()),
                ("path", path),
                ("message", message),
            ])
        })
        .collect();
    let stands = JsValue::from_f64(ready.stands as f64);
    fire(
        host,
        "expo-map-ready",
        &[("stands", stands), ("warnings", warnings.into())],
    );
}

/// Fired when the visitor chooses a stand, or closes it.
pub(super) fn select(host: &HtmlElement, selected: Option<&Selected>) {
    let text = |of: fn(&Selected) -> &String| selected.map_or(JsValue::NULL, |s| of(s).into());
    let participants = selected.map_or(JsValue::NULL, |s| {
        s.participants
            .iter()
            .map(JsValue::from)
            .collect::<Array>()
            .into()
    });
    let detail = [
        ("id", text(|s| &s.id)),
        ("number", text(|s| &s.number)),
        ("name", text(|s| &s.name)),
        ("participants", participants),
    ];
    fire(host, "expo-map-select", &detail);
}

/// Fired when the data cannot be shown.
pub(super) fn error(host: &HtmlElement, failed: &Failed) {
    let detail = [
        ("code", failed.code.into()),
        ("message", JsValue::from(&failed.message)),
        ("detail", JsValue::from(&failed.detail)),
        ("path", JsValue::from(&failed.path)),
        ("line", JsValue::from_f64(failed.line as f64)),
        ("column", JsValue::from_f64(failed.column as f64)),
    ];
    fire(host, "expo-map-error", &detail);
}

fn fire(host: &HtmlElement, name: &str, detail: &[(&str, JsValue)]) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // A listener that throws is the page's own affair.
        let _ = host.dispatch_event(&event);
    }
}

fn object(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in pairs {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object.into()
}
