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
    /// Puts the focus where it is wanted. `root` is the widget's outermost element.
    pub(crate) fn put(&mut self, root: &Element, target: FocusTarget) {
        match target {
            FocusTarget::Stand(stand) => focus_stand(root, stand),
            FocusTarget::Search => focus_first(root, "[data-search]"),
            FocusTarget::Panel => {
                if self.before.is_none() {
                    self.before = active_within(root);
                }
                focus_first(root, "[data-panel-focus]");
            }
            FocusTarget::Back(stand) => match self.before.take() {
                Some(before)
                    if before.is_connected() && !before.has_attribute("data-panel-focus") =>
                {
                    take_focus(&before);
                }
                // The list was drawn anew meanwhile: its row of this stand is the same to the visitor.
                Some(before) if before.has_attribute("data-row") => {
                    focus_first(root, &format!("[data-row-of=\"{}\"]", stand.0));
                }
                _ => focus_stand(root, stand),
            },
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

fn focus_stand(root: &Element, stand: StandIx) {
    focus_first(root, &format!("[data-stand=\"{}\"]", stand.0));
}

fn focus_first(root: &Element, selector: &str) {
    if let Ok(Some(element)) = root.query_selector(selector) {
        take_focus(&element);
    }
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
