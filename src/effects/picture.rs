//! Moving the drawn picture: the one thing a pan or zoom step does.

use floorplan::camera::LayerTransform;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = move)]
    fn js_move(picture: &Element, scale: f64, x: f64, y: f64);
}

/// Sets the picture's transform.
pub(crate) fn move_picture(picture: &Element, transform: LayerTransform) {
    js_move(picture, transform.scale, transform.x, transform.y);
}
