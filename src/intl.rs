//! Numbers, plural forms and dates by the browser's `Intl`.

use floorplan::messages::Plural;
use floorplan::plan::{Date, LocalTime};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = Formats)]
    type JsFormats;
    #[wasm_bindgen(constructor, js_class = Formats)]
    fn new(locale: &str) -> JsFormats;
    #[wasm_bindgen(method)]
    fn number(this: &JsFormats, value: f64) -> String;
    #[wasm_bindgen(method)]
    fn plural(this: &JsFormats, count: f64) -> String;
    #[wasm_bindgen(method)]
    fn days(
        this: &JsFormats,
        year: i32,
        month: i32,
        day: i32,
        to_year: i32,
        to_month: i32,
        to_day: i32,
    ) -> String;
    #[wasm_bindgen(method)]
    fn time(this: &JsFormats, year: i32, month: i32, day: i32, minutes: i32) -> String;
}

/// The formats of one language.
pub(crate) struct Formats(JsFormats);

impl Formats {
    pub(crate) fn new(locale: &str) -> Self {
        Self(JsFormats::new(locale))
    }

    /// A number with at most one decimal.
    pub(crate) fn number(&self, value: f64) -> String {
        self.0.number(value)
    }

    /// The plural category of a count.
    pub(crate) fn plural(&self, count: usize) -> Plural {
        Plural::from_name(&self.0.plural(count as f64))
    }

    /// From a day to another.
    pub(crate) fn days(&self, from: Date, to: Date) -> String {
        let ((y, m, d), (to_y, to_m, to_d)) = (parts(from), parts(to));
        self.0.days(y, m, d, to_y, to_m, to_d)
    }

    /// A day, with the time of day where it is known.
    pub(crate) fn time(&self, at: LocalTime) -> String {
        let (year, month, day) = parts(at.date);
        self.0
            .time(year, month, day, at.minutes.map_or(-1, i32::from))
    }
}

/// Year, month from 0, day.
fn parts(date: Date) -> (i32, i32, i32) {
    (
        i32::from(date.year),
        i32::from(date.month) - 1,
        i32::from(date.day),
    )
}
