//! Moving the drawn picture: the one thing a pan or zoom step does.

use floorplan::camera::LayerTransform;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::fixed::fixed;

/// Sets the picture's transform. A property write, so a strict CSP has nothing against it.
pub(crate) fn move_picture(picture: &Element, transform: LayerTransform) {
    let LayerTransform { scale, x, y } = transform;
    let picture: &HtmlElement = picture.unchecked_ref();
    let value = format!(
        "translate({}px,{}px) scale({})",
        fixed(x, 2),
        fixed(y, 2),
        fixed(scale, 5)
    );
    // Cannot fail for a well-formed value.
    let _ = picture.style().set_property("transform", &value);
}
