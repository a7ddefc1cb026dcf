//! What a visitor and a host page do. The other half is in `page.js`.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

#[wasm_bindgen(module = "/tests/web/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = all)]
    fn js_all(root: &JsValue, selector: &str) -> Array;
    pub fn shadow(host: &Element) -> JsValue;
    /// The focused element of a document or shadow root.
    pub fn active(root: &JsValue) -> Option<Element>;

    #[wasm_bindgen(js_name = blobUrl)]
    pub fn blob_url(text: &str) -> String;
    #[wasm_bindgen(js_name = deadUrl)]
    pub fn dead_url() -> String;

    /// One address whose content can be changed.
    pub type Server;
    #[wasm_bindgen(constructor)]
    pub fn new() -> Server;
    #[wasm_bindgen(method)]
    pub fn url(this: &Server) -> String;
    #[wasm_bindgen(method)]
    pub fn set(this: &Server, text: &str);
    #[wasm_bindgen(method)]
    pub fn close(this: &Server);

    #[wasm_bindgen(js_name = nextEvent)]
    fn js_next_event(target: &JsValue, name: &str) -> Promise;
    #[wasm_bindgen(js_name = nextFrame)]
    fn js_next_frame() -> Promise;
    #[wasm_bindgen(js_name = nextTask)]
    fn js_next_task() -> Promise;
    #[wasm_bindgen(js_name = project)]
    fn js_project(host: &Element, id: &str) -> Vec<f64>;
    /// How many labels a map has.
    pub fn labels(host: &Element) -> usize;

    /// Collects the events of a name.
    pub type Events;
    #[wasm_bindgen(constructor)]
    pub fn of(target: &JsValue, name: &str) -> Events;
    #[wasm_bindgen(method, js_name = take)]
    fn js_take(this: &Events) -> Array;

    fn pointer(target: &Element, kind: &str, x: f64, y: f64, buttons: u16, id: i32, device: &str);
    pub fn wheel(target: &Element, x: f64, y: f64, delta_y: f64, ctrl: bool);
    pub fn key(target: &Element, name: &str);
    /// What assistive technology does: a click that no pointer made.
    pub fn click(target: &Element);
    pub fn focus(target: &Element);
    #[wasm_bindgen(js_name = type)]
    pub fn type_text(input: &Element, text: &str);
    /// An input method writes, without having ended.
    pub fn compose(input: &Element, text: &str);
    #[wasm_bindgen(js_name = endComposing)]
    pub fn end_composing(input: &Element);
    #[wasm_bindgen(js_name = texts)]
    fn js_texts(root: &Element) -> Array;
    /// An element of that name before it is known.
    #[wasm_bindgen(js_name = unknownElement)]
    pub fn unknown_element(name: &str) -> Element;
    #[wasm_bindgen(js_name = middle)]
    fn js_middle(element: &Element) -> Vec<f64>;

    /// Records every change in a tree.
    pub type Changes;
    #[wasm_bindgen(constructor)]
    pub fn in_tree(root: &JsValue) -> Changes;
    #[wasm_bindgen(method, js_name = take)]
    fn js_take(this: &Changes) -> Array;
}

/// A finger or the mouse.
#[derive(Clone, Copy)]
pub struct Pointer {
    id: i32,
    device: &'static str,
}

/// The mouse.
pub const MOUSE: Pointer = Pointer {
    id: 1,
    device: "mouse",
};
/// Two fingers.
pub const FINGERS: [Pointer; 2] = [
    Pointer {
        id: 2,
        device: "touch",
    },
    Pointer {
        id: 3,
        device: "touch",
    },
];

impl Pointer {
    pub fn down(self, on: &Element, (x, y): (f64, f64)) {
        pointer(on, "pointerdown", x, y, 1, self.id, self.device);
    }

    pub fn drag(self, on: &Element, (x, y): (f64, f64)) {
        pointer(on, "pointermove", x, y, 1, self.id, self.device);
    }

    pub fn up(self, on: &Element, (x, y): (f64, f64)) {
        pointer(on, "pointerup", x, y, 0, self.id, self.device);
    }
}

impl Events {
    /// The events since the last time.
    pub fn take(&self) -> Vec<JsValue> {
        self.js_take().to_vec()
    }
}

impl Changes {
    /// The changes since the last time, one line each.
    pub fn take(&self) -> Vec<String> {
        self.js_take()
            .iter()
            .filter_map(|line| line.as_string())
            .collect()
    }
}

/// The elements that match, in the order of the tree.
pub fn all(root: &JsValue, selector: &str) -> Vec<Element> {
    js_all(root, selector)
        .iter()
        .map(JsCast::unchecked_into)
        .collect()
}

/// Every text of a tree that is in the tree's own language.
pub fn texts(root: &Element) -> Vec<String> {
    js_texts(root)
        .iter()
        .filter_map(|text| text.as_string())
        .collect()
}

/// The middle of what an element draws, in the window.
pub fn middle(element: &Element) -> (f64, f64) {
    let at = js_middle(element);
    (at[0], at[1])
}

/// Listens at once; the future is ready when the event has come.
pub fn next_event(target: &JsValue, name: &str) -> impl Future<Output = JsValue> + use<> {
    let event = JsFuture::from(js_next_event(target, name));
    async move { event.await.expect("an event cannot fail") }
}

/// The next frame.
pub async fn frame() {
    JsFuture::from(js_next_frame())
        .await
        .expect("a frame cannot fail");
}

/// After everything that is queued now, and what Yew has to draw then.
pub async fn turn() {
    JsFuture::from(js_next_task())
        .await
        .expect("a task cannot fail");
    yew::scheduler::flush().await;
    // The focus moves with the frame.
    frame().await;
    yew::scheduler::flush().await;
}

/// Where the map has a stand, in the window.
pub fn project(host: &Element, id: &str) -> (f64, f64) {
    match js_project(host, id).as_slice() {
        [x, y] => (*x, *y),
        _ => panic!("{id} is not on the map"),
    }
}

/// Frame after frame until the condition holds.
pub async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..600 {
        if condition() {
            return;
        }
        frame().await;
        yew::scheduler::flush().await;
    }
    panic!("not within 600 frames: {what}");
}

/// A property of an event's detail.
pub fn detail(event: &JsValue, key: &str) -> JsValue {
    let detail = Reflect::get(event, &"detail".into()).unwrap();
    Reflect::get(&detail, &key.into()).unwrap()
}

/// A text of an event's detail.
pub fn detail_text(event: &JsValue, key: &str) -> String {
    detail(event, key).as_string().unwrap_or_default()
}

/// The document's body.
pub fn body() -> web_sys::HtmlElement {
    let body = document().query_selector("body").unwrap().unwrap();
    body.unchecked_into()
}

/// The document.
pub fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}
