//! Categories of stands.

use super::Text;
use super::declare::json_object;

json_object! {
    /// A category of stands: a colour on the map and a filter in the legend.
    pub struct RawCategory {
        /// Unique id, referred to by stands.
        "id" => id: Box<str>,
        /// Name in the legend.
        "name" => name: Text,
        /// Which of the palette's eight colours to use, 1 to 8; by default the category's place in
        /// the list.
        "colour" => colour: Option<u8>,
    }
}
