//! Categories of stands.

use super::Text;
use super::declare::json_object;
use super::json::{FromJson, Reader, Value};

json_object! {
    /// A category of stands: a colour on the map and a filter in the legend.
    pub struct RawCategory {
        /// Unique id, referred to by stands.
        "id" => id: Box<str>,
        /// Name in the legend.
        "name" => name: Text,
        /// Which of the palette's eight colours to use, 1 to 8, or a colour of your own; by default
        /// the category's place in the list.
        "colour" => colour: Option<RawColour>,
    }
}

/// A colour: a number of the palette, or `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawColour {
    /// The number of a colour of the palette.
    Palette(u8),
    /// Red, green and blue as in CSS.
    Own(Box<str>),
}

impl Default for RawColour {
    fn default() -> Self {
        Self::Palette(0)
    }
}

impl FromJson for RawColour {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        if let Value::Text(text) = value {
            *self = Self::Own((&**text).into());
            return true;
        }
        let mut number = 0;
        let is_good = number.read(value, reader);
        *self = Self::Palette(number);
        is_good
    }
}
