//! Getting the data file.

use std::rc::Rc;

use floorplan::plan;
use floorplan::state::{Exhibition, Failure};
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

use super::Ends;

/// What comes of a request: an HTTP status or one of `browser.js`'s own, and the file.
type OnAnswer = dyn FnMut(u16, Option<Vec<u8>>);

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    fn load(url: &str, done: &Closure<OnAnswer>) -> AbortController;
}

/// What came of it.
pub(crate) type Fetched = Result<Rc<Exhibition>, Failure>;

/// A request under way; ends when dropped.
pub(crate) struct Fetching {
    _ends: Ends,
    _on_answer: Closure<OnAnswer>,
}

impl Fetching {
    /// Asks for `url`, relative to the page. `done` is called once, unless this is dropped first.
    pub(crate) fn start(url: &str, done: impl Fn(Fetched) + 'static) -> Self {
        let on_answer: Closure<OnAnswer> =
            Closure::new(move |status, file| done(read(status, file)));
        Self {
            _ends: Ends(load(url, &on_answer)),
            _on_answer: on_answer,
        }
    }
}

/// What is not UTF-8 becomes U+FFFD, as browsers do it. By itself: the standard library's would cost
/// half a kilobyte.
fn readable(mut bytes: &[u8]) -> String {
    let mut text = String::new();
    while let Err(error) = str::from_utf8(bytes) {
        let (good, rest) = bytes.split_at(error.valid_up_to());
        text += str::from_utf8(good).unwrap_or_default();
        text.push(char::REPLACEMENT_CHARACTER);
        let bad = error.error_len().unwrap_or(rest.len());
        bytes = rest.get(bad..).unwrap_or_default();
    }
    text + str::from_utf8(bytes).unwrap_or_default()
}

fn read(status: u16, file: Option<Vec<u8>>) -> Fetched {
    let text = match (status, file) {
        (_, Some(file)) => String::from_utf8(file).unwrap_or_else(|e| readable(e.as_bytes())),
        (0, _) => return Err(Failure::Network),
        (1, _) => return Err(Failure::Timeout),
        (2, _) => return Err(Failure::TooLarge),
        _ => return Err(Failure::Status(status)),
    };
    // Without a byte-order mark, which would count as a column.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let loaded = plan::load(text).map_err(Failure::Data)?;
    Ok(Rc::new(Exhibition::new(loaded)))
}
