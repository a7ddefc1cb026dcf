//! What the page and the visitor's settings say.

use floorplan::format::Place;
use floorplan::messages::Lang;
use floorplan::plan::Warning;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = languages)]
    fn js_languages(widget: &Element) -> String;
    /// Whether the visitor asked for less motion.
    #[wasm_bindgen(js_name = reducedMotion)]
    pub(crate) fn reduced_motion() -> bool;
    /// Whether the page, or a part of it around the map, could scroll by the wheel turns that the map would take.
    #[wasm_bindgen(js_name = scrolls)]
    pub(crate) fn page_scrolls(widget: &Element) -> bool;
    /// The places of keys, each ended by a record separator, in the order of a language.
    pub(crate) fn collate(keys: &str, lang: &str) -> Vec<f64>;
    /// Lets the browser print the page.
    #[wasm_bindgen(js_name = printPage)]
    pub(crate) fn print_page();
    /// Fills the screen with an element, or gives the screen back.
    #[wasm_bindgen(js_name = fillScreen)]
    pub(crate) fn fill_screen(root: &Element);
    /// Shows a dialog with a list of keys in `root` until it is closed.
    #[wasm_bindgen(js_name = showKeys)]
    pub(crate) fn show_keys(root: &Element, title: &str, keys: &str, close: &str);
}

/// The language of the page around `widget`, else of the browser, that the interface has.
pub(crate) fn page_language(widget: &Element) -> Lang {
    Lang::pick(js_languages(widget).split(' '))
}

/// So many warnings are written out; a console takes its time for each.
const MOST_WARNINGS: usize = 100;

/// Writes to the console what was passed over in the data, once.
pub(crate) fn warn(source: &str, warnings: &[Warning]) {
    for warning in warnings.iter().take(MOST_WARNINGS) {
        let Place { path, line, column } = &warning.place;
        let at = if *line > 0 {
            format!(" at {line}:{column}")
        } else {
            String::new()
        };
        let (code, detail) = (warning.kind.code(), &warning.detail);
        let text = format!("expo-map: {source}: {path}{at}: {code}: {detail}");
        say(&text);
    }
    let more = warnings.len().saturating_sub(MOST_WARNINGS);
    if more > 0 {
        say(&["expo-map: ", source, ": and ", &more.to_string(), " more"].concat());
    }
}

fn say(text: &str) {
    web_sys::console::warn_1(&JsValue::from_str(text));
}
