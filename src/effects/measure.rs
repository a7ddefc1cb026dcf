//! How large the widget and the map in it are.

use floorplan::state::Action;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::Callback;

/// Tells when the size of the container or the map changes; stops when dropped.
pub(crate) struct Measuring {
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn FnMut()>,
}

impl Measuring {
    /// Watches both elements.
    pub(crate) fn new(container: &Element, stage: &Element, dispatch: &Callback<Action>) -> Self {
        let (own, own_stage, dispatch) = (container.clone(), stage.clone(), dispatch.clone());
        let on_resize: Closure<dyn FnMut()> =
            Closure::new(move || dispatch.emit(sizes(&own, &own_stage)));
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(container);
            observer.observe(stage);
        }
        Self {
            observer,
            _on_resize: on_resize,
        }
    }
}

impl Drop for Measuring {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// The sizes now.
pub(crate) fn sizes(container: &Element, stage: &Element) -> Action {
    Action::Resized {
        container: size(container),
        stage: size(stage),
    }
}

/// Layout size, which transforms of the page do not change.
fn size(element: &Element) -> (f64, f64) {
    let element: &HtmlElement = element.unchecked_ref();
    (
        f64::from(element.offset_width()),
        f64::from(element.offset_height()),
    )
}
