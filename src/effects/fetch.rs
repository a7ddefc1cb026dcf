//! Getting the data file.

use std::rc::Rc;

use floorplan::plan;
use floorplan::state::{Exhibition, Failure};
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

use super::Ends;

/// What comes of a request: an HTTP status or one of `browser.js`'s own, and the text.
type OnAnswer = dyn FnMut(u16, Option<String>);

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
            Closure::new(move |status, text| done(read(status, text)));
        Self {
            _ends: Ends(load(url, &on_answer)),
            _on_answer: on_answer,
        }
    }
}

fn read(status: u16, text: Option<String>) -> Fetched {
    let text = match (status, text) {
        (_, Some(text)) => text,
        (0, _) => return Err(Failure::Network),
        (1, _) => return Err(Failure::Timeout),
        (2, _) => return Err(Failure::TooLarge),
        _ => return Err(Failure::Status(status)),
    };
    let loaded = plan::load(&text).map_err(Failure::Data)?;
    Ok(Rc::new(Exhibition::new(loaded)))
}
