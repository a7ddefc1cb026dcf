//! The picture on the screen: painting it, and moving what is painted.

use std::cell::RefCell;
use std::rc::Rc;

use floorplan::camera::LayerTransform;
use floorplan::messages::Lang;
use floorplan::scene::UNITS_PER_METRE;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::view::{Picture, Sheet};

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = move)]
    fn js_move(picture: &Element, scale: f64, x: f64, y: f64);

    #[derive(Clone)]
    #[wasm_bindgen(js_name = Painter)]
    type Brush;
    #[wasm_bindgen(constructor, js_class = "Painter")]
    fn new(picture: &Element, again: &Closure<dyn FnMut(bool)>) -> Brush;
    #[wasm_bindgen(method, catch)]
    fn paint(
        this: &Brush,
        marks: &[f32],
        words: &str,
        own: &str,
        size: &[f64],
    ) -> Result<(), JsValue>;
    /// Offers a picture as a file.
    #[wasm_bindgen(method)]
    fn save(
        this: &Brush,
        marks: &[f32],
        words: &str,
        own: &str,
        size: &[f64],
        name: &str,
        title: &str,
    );
    #[wasm_bindgen(method)]
    fn lay(this: &Brush, lines: &str);
    #[wasm_bindgen(method)]
    fn end(this: &Brush);
}

/// Paints on the canvas of one picture, again by itself when colours or fonts have changed and for
/// paper; ends when dropped.
pub(crate) struct Painter {
    brush: Brush,
    node: Element,
    shown: Rc<RefCell<Option<Rc<Picture>>>>,
    _again: Closure<dyn FnMut(bool)>,
}

impl Painter {
    /// Paints in the element that is moved; `sheet` makes what is printed.
    pub(crate) fn new(node: Element, sheet: &Rc<dyn Fn() -> Option<Sheet>>) -> Self {
        let shown: Rc<RefCell<Option<Rc<Picture>>>> = Rc::default();
        let own = Rc::clone(&shown);
        // It needs the brush that is made with it.
        let hand: Rc<RefCell<Option<Brush>>> = Rc::default();
        let held = Rc::clone(&hand);
        let sheet = Rc::clone(sheet);
        let again: Closure<dyn FnMut(bool)> = Closure::new(move |on_paper| {
            if on_paper {
                if let (Some(brush), Some(sheet)) = (&*held.borrow(), sheet()) {
                    brush.lay(&sheet.lines);
                    for picture in &sheet.floors {
                        paint(brush, picture);
                    }
                }
            } else if let (Some(brush), Some(picture)) = (&*held.borrow(), &*own.borrow()) {
                paint(brush, picture);
            }
        });
        let brush = Brush::new(&node, &again);
        *hand.borrow_mut() = Some(brush.clone());
        Self {
            brush,
            node,
            shown,
            _again: again,
        }
    }

    /// Whether it paints in this element.
    pub(crate) fn is_on(&self, node: &Element) -> bool {
        self.node == *node
    }

    /// Paints a picture, unless it is the one that is there.
    pub(crate) fn show(&self, picture: &Rc<Picture>) {
        let is_shown = |shown: &Rc<Picture>| Rc::ptr_eq(shown, picture);
        if !self.shown.borrow().as_ref().is_some_and(is_shown) {
            *self.shown.borrow_mut() = Some(Rc::clone(picture));
            paint(&self.brush, picture);
        }
    }

    /// Offers a picture as a file, an SVG or a PNG.
    pub(crate) fn save(&self, picture: &Picture, lang: Lang, is_bitmap: bool) {
        let event = &picture.exhibition.plan().event;
        let title = event.name.get(lang.tag()).text;
        let ending = if is_bitmap { ".png" } else { ".svg" };
        let (marks, name) = (&picture.marks, [&event.id, ending].concat());
        let (numbers, words) = (marks.numbers(), marks.words());
        let size = size(picture);
        self.brush
            .save(numbers, words, &picture.own_inks, &size, &name, title);
    }

    /// Moves what is painted.
    pub(crate) fn move_by(&self, transform: LayerTransform) {
        js_move(&self.node, transform.scale, transform.x, transform.y);
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        self.brush.end();
    }
}

fn paint(brush: &Brush, picture: &Picture) {
    let marks = &picture.marks;
    let size = size(picture);
    // A lost context: the next picture may have another.
    let _ = brush.paint(marks.numbers(), marks.words(), &picture.own_inks, &size);
}

fn size(picture: &Picture) -> [f64; 6] {
    let (camera, viewport) = (picture.frame.camera, picture.frame.viewport);
    [
        viewport.width,
        viewport.height,
        picture.frame.margin_px,
        camera.scale / UNITS_PER_METRE,
        camera.x,
        camera.y,
    ]
}
