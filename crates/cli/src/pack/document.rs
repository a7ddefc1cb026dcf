//! The page.

use floorplan::messages::Lang;

use super::logos::{ReadFile, inlined};
use super::policy::policy;
use super::{PackError, Widget};
use crate::render::{self, Done, Piece};

/// What to pack.
pub struct Options<'a> {
    /// The built widget.
    pub widget: &'a Widget,
    /// The language; the first of the file's that the interface speaks otherwise.
    pub lang: Option<Lang>,
    /// Reads a picture that the exhibition names, relative to its file.
    pub read_file: &'a ReadFile<'a>,
}

/// The window is the map's. Before and without it, what is read has a column of its own.
const STYLE: &str = "\
body{margin:0;font-family:system-ui,sans-serif;line-height:1.5}\
expo-map:not(:defined){display:block;max-inline-size:60rem;margin:auto;padding:1rem}\
expo-map:defined{block-size:100vh;block-size:100dvh}\
svg{block-size:auto;max-inline-size:100%}\
@media print{expo-map:defined{block-size:auto}}";

/// Hands the data over ahead of the widget, as a file that is in the page.
const HAND_OVER: &str = "\
document.querySelector(\"expo-map\").src=URL.createObjectURL(\
new Blob([document.getElementById(\"expo-map-data\").textContent],{type:\"application/json\"}));\n";

/// Writes the page.
///
/// # Errors
/// When the bytes are no exhibition that can be shown.
pub fn pack(bytes: &[u8], options: &Options<'_>) -> Result<Done, PackError> {
    let Piece {
        html,
        title,
        locale,
        mut notices,
    } = render::piece(bytes, options.lang).map_err(PackError::Exhibition)?;
    let text = render::text_of(bytes).map_err(PackError::Exhibition)?;
    let (data, left_out) = inlined(text, options.read_file).map_err(PackError::Exhibition)?;
    if left_out > 0 {
        notices.push(format!(
            "logos left out, as they are no pictures beside the file: {left_out}"
        ));
    }
    let script = [HAND_OVER, &options.widget.whole()].concat();
    let policy = policy(&script, STYLE);
    // `<` is in texts alone: what looks like markup there is none any more.
    let data = data.replace('<', "\\u003c");
    let text = [
        "<!doctype html>\n<html lang=\"",
        locale,
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
        &policy,
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>",
        &title,
        "</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>",
        STYLE,
        "</style>\n</head>\n<body>\n<main>\n<expo-map gestures=\"free\">\n",
        &html,
        "</expo-map>\n</main>\n<script type=\"application/json\" id=\"expo-map-data\">",
        &data,
        "</script>\n<script type=\"module\">",
        &script,
        "</script>\n</body>\n</html>\n",
    ]
    .concat();
    Ok(Done { text, notices })
}
