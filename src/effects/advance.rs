//! The widths of characters in the fonts of the page, measured once each.

use std::cell::RefCell;

use floorplan::scene::{Advance, EstimatedAdvance};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement};

/// Measured at this size, so that hinting and rounding do not count.
const SIZE_PX: u16 = 100;

/// Measures with a canvas that is never shown.
pub(crate) struct CanvasAdvance {
    context: Option<CanvasRenderingContext2d>,
    fonts: String,
    /// Sorted by character and weight.
    known: RefCell<Vec<((char, bool), f64)>>,
}

impl CanvasAdvance {
    /// Measures in the font family of `element`.
    pub(crate) fn of(element: &Element) -> Self {
        let context = element.owner_document().as_ref().and_then(context);
        let style = web_sys::window().and_then(|w| w.get_computed_style(element).ok().flatten());
        let fonts = style.and_then(|s| s.get_property_value("font-family").ok());
        Self {
            context,
            fonts: fonts.unwrap_or_default(),
            known: RefCell::default(),
        }
    }

    /// Whether the element is set in the fonts that are measured here.
    pub(crate) fn is_for(&self, element: &Element) -> bool {
        let style = web_sys::window().and_then(|w| w.get_computed_style(element).ok().flatten());
        let fonts = style.and_then(|s| s.get_property_value("font-family").ok());
        fonts.is_some_and(|f| f == self.fonts)
    }

    fn measure(&self, c: char, bold: bool) -> Option<f64> {
        let context = self.context.as_ref()?;
        let weight = if bold { 600 } else { 400 };
        context.set_font(&format!("{weight} {SIZE_PX}px {}", self.fonts));
        let width = context
            .measure_text(c.encode_utf8(&mut [0; 4]))
            .ok()?
            .width();
        (width > 0.0).then_some(width / f64::from(SIZE_PX))
    }
}

impl Advance for CanvasAdvance {
    fn em(&self, c: char, bold: bool) -> f64 {
        let mut known = self.known.borrow_mut();
        match known.binary_search_by_key(&(c, bold), |(key, _)| *key) {
            Ok(at) => known.get(at).map_or(0.0, |(_, width)| *width),
            Err(at) => {
                let width = self
                    .measure(c, bold)
                    .unwrap_or_else(|| EstimatedAdvance.em(c, bold));
                known.insert(at, ((c, bold), width));
                width
            }
        }
    }
}

fn context(document: &Document) -> Option<CanvasRenderingContext2d> {
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
