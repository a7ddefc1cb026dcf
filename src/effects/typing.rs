//! What is typed into the search box, but not while an input method composes.

use floorplan::state::Action;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, InputEvent};
use yew::Callback;

/// Listens on the widget's root, because the box moves with the arrangement.
pub(crate) fn typing(root: &Element, dispatch: &Callback<Action>) -> [EventListener; 2] {
    ["input", "compositionend"].map(|name| {
        let dispatch = dispatch.clone();
        EventListener::new(root, name, move |event| {
            if let Some(text) = typed(event) {
                dispatch.emit(Action::Query(text));
            }
        })
    })
}

fn typed(event: &Event) -> Option<String> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let composing = event
        .dyn_ref::<InputEvent>()
        .is_some_and(InputEvent::is_composing);
    (input.has_attribute("data-search") && !composing).then(|| input.value())
}
