//! The widths of characters in the fonts of the page, measured once each.

use std::cell::RefCell;

use floorplan::scene::{Advance, EstimatedAdvance};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement};

/// Measured at the size of the labels, where some systems round widths up to whole pixels, and
/// at a large one, where none does; the wider counts.
const SIZES_PX: [u16; 2] = [12, 100];

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

    fn measure(&self, c: char, bold: bool) -> Option<f64> {
        let context = self.context.as_ref()?;
        let weight = if bold { 600 } else { 400 };
        let mut widest = 0.0_f64;
        for size_px in SIZES_PX {
            context.set_font(&format!("{weight} {size_px}px {}", self.fonts));
            let measured = context.measure_text(c.encode_utf8(&mut [0; 4])).ok()?;
            widest = widest.max(measured.width() / f64::from(size_px));
        }
        (widest > 0.0).then_some(widest)
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
