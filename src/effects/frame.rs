//! The clock: next frame, and timers of which only the last counts.

use std::cell::Cell;
use std::rc::Rc;

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

/// Frames and timers of one map; none fires after this is dropped.
pub(crate) struct Frames {
    /// The frame that was asked for and has not come; 0 for none.
    pending: Rc<Cell<i32>>,
    on_frame: Closure<dyn FnMut(f64)>,
    timers: [Option<Timeout>; 5],
}

impl Frames {
    /// Calls `on_frame` with the frame's time in milliseconds.
    pub(crate) fn new(on_frame: impl Fn(f64) + 'static) -> Self {
        let pending = Rc::new(Cell::new(0));
        let own = Rc::clone(&pending);
        let on_frame = Closure::new(move |now_ms: f64| {
            own.set(0);
            on_frame(now_ms);
        });
        Self {
            pending,
            on_frame,
            timers: Default::default(),
        }
    }

    /// Asks for the next frame; asking twice gets one.
    pub(crate) fn request(&self) {
        if self.pending.get() == 0
            && let Some(window) = web_sys::window()
            && let Ok(id) = window.request_animation_frame(self.on_frame.as_ref().unchecked_ref())
        {
            self.pending.set(id);
        }
    }

    /// Starts the timer of that number, or starts it again.
    pub(crate) fn after(&mut self, number: usize, ms: u32, done: impl FnOnce() + 'static) {
        if let Some(timer) = self.timers.get_mut(number) {
            *timer = Some(Timeout::new(ms, done));
        }
    }

    /// Stops the timer of that number.
    pub(crate) fn stop(&mut self, number: usize) {
        if let Some(timer) = self.timers.get_mut(number) {
            *timer = None;
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.cancel_animation_frame(self.pending.get());
        }
    }
}
