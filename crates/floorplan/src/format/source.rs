//! Sources of facts.

use super::Text;
use super::declare::json_object;

json_object! {
    /// A public source that provenance entries refer to.
    pub struct RawSource {
        /// Unique id, referred to by `provenance`.
        "id" => id: Box<str>,
        /// What the source is called.
        "title" => title: Text,
        /// Its address (`https`, `http`).
        "url" => url: Option<Box<str>>,
        /// When it was published, `YYYY-MM-DD`.
        "date" => date: Option<Box<str>>,
    }
}
