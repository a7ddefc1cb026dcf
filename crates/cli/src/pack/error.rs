//! Why there is no page.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why an exhibition cannot be packed.
#[derive(Debug)]
pub enum PackError {
    /// The file is no exhibition that can be shown; in words.
    Exhibition(String),
    /// There is no folder of a built widget here.
    NoWidget(PathBuf),
    /// A file of the widget is missing or cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The widget's script names its WebAssembly so many times in the way that is known, and not once:
    /// it was built by another version.
    Marker(usize),
    /// The widget's script has this in it, which would end or garble the script of a page.
    Script(&'static str),
    /// The WebAssembly file is none.
    NotWasm,
}

impl PackError {
    /// Whether it is the exhibition's fault, not that of the widget or of how the command was used.
    pub fn is_of_the_exhibition(&self) -> bool {
        matches!(self, Self::Exhibition(_))
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exhibition(words) => f.write_str(words),
            Self::NoWidget(folder) => write!(
                f,
                "there is no widget in {}: build it (make build), or say where it is with --widget",
                folder.display()
            ),
            Self::Unreadable(file, error) => write!(f, "cannot read {}: {error}", file.display()),
            Self::Marker(count) => write!(
                f,
                "the widget's script names its WebAssembly {count} times, not once: it is of another version"
            ),
            Self::Script(what) => write!(
                f,
                "the widget's script has {what:?} in it and cannot stand in a page"
            ),
            Self::NotWasm => f.write_str("the widget's WebAssembly file is none"),
        }
    }
}

impl std::error::Error for PackError {}
