//! What goes on outside until it is dropped here.

use web_sys::AbortController;

/// Aborts when dropped: listeners are removed, requests end, sheets are withdrawn.
pub(crate) struct Ends(pub(super) AbortController);

impl Drop for Ends {
    fn drop(&mut self) {
        self.0.abort();
    }
}
