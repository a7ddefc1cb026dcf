//! Takes out of the style sheet what only its readers need.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Who else knows custom properties of the sheet by their names.
const OTHERS: [&str; 2] = ["src/browser.js", "src/view/colour.rs"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/style.css");
    let css = fs::read_to_string("src/style.css")?;
    // Those of the page.
    let mut known = String::from("--expo-map-");
    for other in OTHERS {
        println!("cargo::rerun-if-changed={other}");
        known.push_str(&fs::read_to_string(other)?);
    }
    let out = env::var("OUT_DIR")?;
    fs::write(
        Path::new(&out).join("style.css"),
        minified(&short_names(&css, &known)),
    )?;
    Ok(())
}

/// With short names for the custom properties that nobody else knows.
fn short_names(css: &str, known: &str) -> String {
    let is_known = |name: &str| {
        // The last part may be a number, or the page's.
        let (family, _) = name.rsplit_once('-').unwrap_or((name, ""));
        [format!("--{name}"), format!("--{family}-")]
            .iter()
            .any(|name| known.contains(name.as_str()))
    };
    let mut names: Vec<&str> = css
        .split("--")
        .skip(1)
        .filter_map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                .next()
        })
        .filter(|name| !is_known(name))
        .collect();
    names.sort_unstable();
    names.dedup();
    // The longer first: one may begin with another.
    names.sort_by_key(|name| usize::MAX - name.len());
    let mut short = css.to_owned();
    for (at, name) in names.iter().enumerate() {
        let digit = |place: usize| char::from(b'a' + u8::try_from(place).unwrap_or_default());
        let name = format!("--{name}");
        short = short.replace(&name, &format!("--_{}{}", digit(at / 26), digit(at % 26)));
    }
    short
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
