//! The built widget, and its one script with the WebAssembly inside.

use std::io;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::PackError;

/// Its files.
const SCRIPT: &str = "expo-map.js";
const WASM: &str = "expo_map_bg.wasm";

/// Where the script says that its WebAssembly lies beside it.
const MARKER: &str = r#"new URL("./expo_map_bg.wasm",import.meta.url)"#;

/// What ends a script of a page, or what a page reads otherwise than it is written.
const FORBIDDEN: [&str; 5] = ["</script", "<!--", "<script", "\r", "\0"];

/// A widget as `make build` makes it (`dist/widget`).
#[derive(Clone, Debug)]
pub struct Widget {
    script: String,
    wasm: Vec<u8>,
}

impl Widget {
    /// Takes the files' contents.
    ///
    /// # Errors
    /// When they do not fit this program, or cannot stand in a page.
    pub fn new(script: String, wasm: Vec<u8>) -> Result<Self, PackError> {
        let markers = script.matches(MARKER).count();
        if markers != 1 {
            return Err(PackError::Marker(markers));
        }
        let lower = script.to_ascii_lowercase();
        if let Some(found) = FORBIDDEN.iter().find(|what| lower.contains(*what)) {
            return Err(PackError::Script(found));
        }
        if !wasm.starts_with(b"\0asm") {
            return Err(PackError::NotWasm);
        }
        Ok(Self { script, wasm })
    }

    /// Reads a folder.
    ///
    /// # Errors
    /// When it is not there or not complete, and as [`new`](Self::new).
    pub fn read(folder: &Path) -> Result<Self, PackError> {
        let file = |name: &str| {
            let file = folder.join(name);
            std::fs::read(&file).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound if name == SCRIPT => PackError::NoWidget(folder.into()),
                _ => PackError::Unreadable(file, error),
            })
        };
        // Line ends of a page are plain, and the policy counts what the page has.
        let script = file(SCRIPT)?.into_iter().filter(|byte| *byte != b'\r');
        let script = String::from_utf8(script.collect()).map_err(|error| {
            let error = io::Error::new(io::ErrorKind::InvalidData, error);
            PackError::Unreadable(folder.join(SCRIPT), error)
        })?;
        Self::new(script, file(WASM)?)
    }

    /// One script that needs nothing beside it.
    pub(super) fn whole(&self) -> String {
        let wasm = STANDARD.encode(&self.wasm);
        let url = format!(r#"new URL("data:application/wasm;base64,{wasm}")"#);
        self.script.replacen(MARKER, &url, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widget(script: &str, wasm: &[u8]) -> Result<Widget, PackError> {
        Widget::new(script.to_owned(), wasm.to_vec())
    }

    #[test]
    fn the_webassembly_goes_where_the_script_looks_for_it() {
        let script = format!("const u={MARKER};go(u)");
        let whole = widget(&script, b"\0asm!").unwrap().whole();
        assert_eq!(
            whole,
            r#"const u=new URL("data:application/wasm;base64,AGFzbSE=");go(u)"#
        );
    }

    #[test]
    fn a_widget_that_does_not_fit_is_refused() {
        let wasm = b"\0asm";
        let refused = |script: &str, wasm: &[u8]| widget(script, wasm).unwrap_err();
        assert!(matches!(refused("go()", wasm), PackError::Marker(0)));
        let twice = [MARKER, MARKER].join(";");
        assert!(matches!(refused(&twice, wasm), PackError::Marker(2)));
        assert!(matches!(refused(MARKER, b"<!doc"), PackError::NotWasm));
        for what in FORBIDDEN {
            let script = format!("{MARKER};\"{}\"", what.to_ascii_uppercase());
            assert!(matches!(refused(&script, wasm), PackError::Script(found) if found == what));
        }
    }
}
