//! Numbers, plural forms and dates by the browser's `Intl`: locale data without its bytes.

use floorplan::messages::Plural;
use floorplan::plan::{Date, LocalTime};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::fixed::fixed;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, value: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, value: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, time_ms: f64) -> String;
    #[wasm_bindgen(method, js_name = formatRange, catch)]
    fn format_range(this: &DateTimeFormat, from_ms: f64, to_ms: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Date, js_name = UTC)]
    fn utc_ms(year: f64, month: f64, day: f64, hours: f64, minutes: f64) -> f64;
}

/// The formats of one language.
pub(crate) struct Formats {
    is_chinese: bool,
    number: Option<NumberFormat>,
    plural: Option<PluralRules>,
    day: Option<DateTimeFormat>,
    time: Option<DateTimeFormat>,
}

impl Formats {
    pub(crate) fn new(locale: &str) -> Self {
        // The event's times are local to its place: formatted as if UTC, they stay as written.
        let day = [
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
            ("timeZone", "UTC"),
        ];
        let time = [
            ("day", "numeric"),
            ("month", "long"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("timeZone", "UTC"),
        ];
        let one_digit = Object::new();
        set(&one_digit, "maximumFractionDigits", &1.into());
        Self {
            is_chinese: locale.starts_with("zh"),
            number: NumberFormat::new(locale, &one_digit).ok(),
            plural: PluralRules::new(locale).ok(),
            day: DateTimeFormat::new(locale, &options(&day)).ok(),
            time: DateTimeFormat::new(locale, &options(&time)).ok(),
        }
    }

    /// A number with at most one decimal.
    pub(crate) fn number(&self, value: f64) -> String {
        self.number
            .as_ref()
            .map_or_else(|| fixed(value, 0), |f| f.format(value))
    }

    /// The plural category of a count.
    pub(crate) fn plural(&self, count: usize) -> Plural {
        let name = self.plural.as_ref().map(|f| f.select(count as f64));
        Plural::from_name(name.as_deref().unwrap_or("other"))
    }

    /// From a day to another.
    pub(crate) fn days(&self, from: Date, to: Date) -> String {
        let (a, b) = (ms(from, 0), ms(to, 0));
        let Some(format) = &self.day else {
            return String::new();
        };
        if self.is_chinese {
            // Browsers' data for ranges falls back to bare figures here.
            let same_month = (from.year, from.month) == (to.year, to.month);
            let end = if same_month {
                format!("{}日", to.day)
            } else {
                format.format(b)
            };
            return [format.format(a).as_str(), "至", &end].concat();
        }
        format
            .format_range(a, b)
            .unwrap_or_else(|_| format.format(a))
    }

    /// A day, with the time of day where it is known.
    pub(crate) fn time(&self, at: LocalTime) -> String {
        let format = if at.minutes.is_some() {
            &self.time
        } else {
            &self.day
        };
        let ms = ms(at.date, at.minutes.unwrap_or(0));
        format.as_ref().map_or_else(String::new, |f| f.format(ms))
    }
}

fn ms(date: Date, minutes: u16) -> f64 {
    let (year, month, day) = (
        f64::from(date.year),
        f64::from(date.month),
        f64::from(date.day),
    );
    utc_ms(year, month - 1.0, day, 0.0, f64::from(minutes))
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        set(&object, key, &JsValue::from_str(value));
    }
    object
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}
