//! Keyboard focus.

use floorplan::plan::StandIx;
use floorplan::state::FocusTarget;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = markStands)]
    fn js_mark_stands(root: &Element, chosen: f64, stop: f64);
    #[wasm_bindgen(js_name = focusOn)]
    fn focus_on(element: &Element) -> bool;
    #[wasm_bindgen(js_name = focusFirst)]
    fn focus_first(root: &Element, selector: &str) -> bool;
    #[wasm_bindgen(js_name = focusedIn)]
    fn focused_in(root: &Element) -> Option<Element>;
}

/// Remembers what had the focus before the details were opened.
#[derive(Default)]
pub(crate) struct Focus {
    before: Option<Element>,
}

impl Focus {
    /// Puts the focus where it is wanted; whether that was there. `root` is the widget's outermost
    /// element, `body` the selector of what the panel is to show.
    pub(crate) fn put(&mut self, root: &Element, target: FocusTarget, body: &str) -> bool {
        match target {
            FocusTarget::Stand(stand) => focus_stand(root, stand),
            FocusTarget::Search => focus_first(root, "[data-search]"),
            FocusTarget::Panel => {
                self.before = focused_in(root).or(self.before.take());
                focus_first(root, &[body, "[data-panel-focus]"].concat())
            }
            FocusTarget::Back(stand) => {
                let done = self.back(root, stand);
                if done {
                    self.before = None;
                }
                done
            }
        }
    }

    /// Back to what had the focus before: itself, the list's row of the stand (the list was drawn
    /// anew meanwhile), or the stand, or the list.
    fn back(&self, root: &Element, stand: StandIx) -> bool {
        let is_back = match &self.before {
            Some(before) if before.has_attribute("data-row") => {
                focus_first(root, &format!("[data-row-of=\"{}\"]", stand.0))
            }
            Some(before) if before.is_connected() && !before.has_attribute("data-panel-focus") => {
                focus_on(before)
            }
            _ => false,
        };
        is_back
            || focus_stand(root, stand)
            || focus_first(root, "[data-body=list] [data-panel-focus]")
    }
}

/// Marks the chosen stand and the one that Tab leads to.
pub(crate) fn mark_stands(root: &Element, chosen: Option<StandIx>, stop: Option<StandIx>) {
    let number = |stand: Option<StandIx>| stand.map_or(-1.0, |stand| stand.at() as f64);
    js_mark_stands(root, number(chosen), number(stop));
}

/// Whether the browser would draw a focus ring: the focus came by keyboard.
pub(crate) fn focus_is_visible(element: &Element) -> bool {
    element
        .matches(":focus-visible, [data-keys] *")
        .unwrap_or(true)
}

fn focus_stand(root: &Element, stand: StandIx) -> bool {
    focus_first(root, &format!("[data-stand=\"{}\"]", stand.0))
}
