//! Getting the data file.

use std::cell::Cell;
use std::rc::Rc;

use floorplan::plan;
use floorplan::state::{Exhibition, Failure};
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, RequestInit, Response};

/// The whole answer must be there within this time.
const TIMEOUT_MS: u32 = 30_000;
/// A larger file is refused: it would freeze the page.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What came of it.
pub(crate) type Fetched = Result<Rc<Exhibition>, Failure>;

/// A request under way; ends when dropped.
pub(crate) struct Fetching {
    controller: Option<AbortController>,
    _timeout: Option<Timeout>,
}

impl Fetching {
    /// Asks for `url`, relative to the page. `done` is called once, unless this is dropped first.
    pub(crate) fn start(url: String, done: impl FnOnce(Fetched) + 'static) -> Self {
        let controller = AbortController::new().ok();
        let late = Rc::new(Cell::new(false));
        let timeout = controller.clone().map(|controller| {
            let late = Rc::clone(&late);
            Timeout::new(TIMEOUT_MS, move || {
                late.set(true);
                controller.abort();
            })
        });
        let own = controller.clone();
        spawn_local(async move {
            let fetched = get(&url, own.as_ref()).await;
            let aborted = own.is_some_and(|c| c.signal().aborted());
            if late.get() {
                done(Err(Failure::Timeout));
            } else if !aborted {
                done(fetched);
            }
        });
        Self {
            controller,
            _timeout: timeout,
        }
    }
}

impl Drop for Fetching {
    fn drop(&mut self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

async fn get(url: &str, controller: Option<&AbortController>) -> Fetched {
    let text = get_text(url, controller).await?;
    let loaded = plan::load(&text).map_err(Failure::Data)?;
    Ok(Rc::new(Exhibition::new(loaded)))
}

async fn get_text(url: &str, controller: Option<&AbortController>) -> Result<String, Failure> {
    let window = web_sys::window().ok_or(Failure::Network)?;
    let options = RequestInit::new();
    if let Some(controller) = controller {
        options.set_signal(Some(&controller.signal()));
    }
    let network = |_: JsValue| Failure::Network;
    let request = window.fetch_with_str_and_init(url, &options);
    let response: Response = JsFuture::from(request)
        .await
        .map_err(network)?
        .dyn_into()
        .map_err(network)?;
    if !response.ok() {
        return Err(Failure::Status(response.status()));
    }
    let declared = response.headers().get("content-length").ok().flatten();
    if declared
        .and_then(|n| n.parse::<u64>().ok())
        .is_some_and(|n| n > MAX_BYTES)
    {
        return Err(Failure::TooLarge);
    }
    let body = response.text().map_err(network)?;
    let text = JsFuture::from(body).await.map_err(network)?;
    let text = text.as_string().ok_or(Failure::Network)?;
    if text.len() as u64 > MAX_BYTES {
        Err(Failure::TooLarge)
    } else {
        Ok(text)
    }
}
