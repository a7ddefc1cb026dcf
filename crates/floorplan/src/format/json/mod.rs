//! From JSON text to the format's types.
//!
//! [`Parser`] walks the text and knows where it is, so that every fault has its place. It gives
//! one generic [`Value`] per entry; the types read themselves from it through [`FromJson`].
//! Deriving serde's `Deserialize` for each of them would give the same, but costs the browser
//! about 37 kB more (brotli, `serde_json` included), and stops at the first fault of an entry:
//! this way every fault is told with its path, and a bad optional field costs that field alone.

mod digits;
mod parse;
mod read;

pub use parse::{Parser, Step, SyntaxError, Value};
pub use read::{Fault, FromJson, Reader, from_json};

#[cfg(test)]
pub(crate) use read::read_str;
