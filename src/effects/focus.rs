//! Keyboard focus.

use floorplan::plan::StandIx;
use floorplan::state::FocusTarget;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node};

#[wasm_bindgen]
extern "C" {
    /// An HTML or SVG element: both take the focus the same way.
    type Focusable;
    #[wasm_bindgen(method, js_name = focus)]
    fn focus_with(this: &Focusable, options: &Object);
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
                if self.before.is_none() {
                    self.before = active_within(root);
                }
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
    /// anew meanwhile), or the stand.
    fn back(&self, root: &Element, stand: StandIx) -> bool {
        match &self.before {
            Some(before) if before.has_attribute("data-row") => {
                focus_first(root, &format!("[data-row-of=\"{}\"]", stand.0))
            }
            Some(before) if before.is_connected() && !before.has_attribute("data-panel-focus") => {
                take_focus(before);
                true
            }
            _ => focus_stand(root, stand),
        }
    }
}

/// Focuses an element without scrolling the page.
fn take_focus(element: &Element) {
    let options = Object::new();
    let _ = Reflect::set(&options, &"preventScroll".into(), &true.into());
    let focusable: &Focusable = element.unchecked_ref();
    focusable.focus_with(&options);
}

/// Whether the browser would draw a focus ring: the focus came by keyboard.
pub(crate) fn focus_is_visible(element: &Element) -> bool {
    element.matches(":focus-visible").unwrap_or(true)
}

fn focus_stand(root: &Element, stand: StandIx) -> bool {
    focus_first(root, &format!("[data-stand=\"{}\"]", stand.0))
}

/// Focuses the first match; whether there is one.
fn focus_first(root: &Element, selector: &str) -> bool {
    let found = root.query_selector(selector).ok().flatten();
    if let Some(element) = &found {
        take_focus(element);
    }
    found.is_some()
}

/// The focused element, if it is inside the widget.
fn active_within(root: &Element) -> Option<Element> {
    let node: &Node = root;
    let tree = node.get_root_node();
    // Documents and shadow roots both have `activeElement`.
    let active = Reflect::get(&tree, &"activeElement".into()).ok()?;
    let active: HtmlElement = active.dyn_into::<Element>().ok()?.unchecked_into();
    root.contains(Some(&active))
        .then(|| active.unchecked_into())
}
