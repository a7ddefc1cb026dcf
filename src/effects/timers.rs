//! Timers of which only the last counts, and what is done at once.

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(task: &JsValue);
}

/// Does something as soon as the browser's present task, or what is already queued behind it, is done.
pub(crate) fn soon(task: impl FnOnce() + 'static) {
    queue_microtask(&Closure::once_into_js(task));
}

/// Timers of one map; none fires after this is dropped.
#[derive(Default)]
pub(crate) struct Timers([Option<Timeout>; 5]);

impl Timers {
    /// Starts the timer of that number, or starts it again.
    pub(crate) fn start(&mut self, number: usize, ms: u32, done: impl FnOnce() + 'static) {
        if let Some(timer) = self.0.get_mut(number) {
            *timer = Some(Timeout::new(ms, done));
        }
    }

    /// Stops the timer of that number.
    pub(crate) fn stop(&mut self, number: usize) {
        if let Some(timer) = self.0.get_mut(number) {
            *timer = None;
        }
    }
}
