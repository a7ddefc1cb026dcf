//! Takes out of the style sheet what only its readers need.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/style.css");
    let css = fs::read_to_string("src/style.css")?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("style.css"), minified(&css))?;
    Ok(())
}

/// Without comments, indentation and line breaks. The sheet has no string with a brace, a comma
/// or two blanks in it.
fn minified(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        text.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in ["{", "}", ";", ",", ">"] {
        text = text.replace(&format!(" {mark}"), mark);
        text = text.replace(&format!("{mark} "), mark);
    }
    text.replace(": ", ":").replace(";}", "}")
}
