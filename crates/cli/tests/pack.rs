//! `expo-map pack`: the page is taken apart again.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests"
)]

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use expo_map_cli::args::RenderFormat;
use expo_map_cli::pack::{Options, PackError, Widget, pack};
use expo_map_cli::render::{self, Done, render};
use floorplan::messages::Lang;
use serde_json::Value;
use sha2::{Digest, Sha256};

const SCRIPT: &str = r#"const at=new URL("./expo_map_bg.wasm",import.meta.url);go(at)"#;
const WASM: &[u8] = b"\0asm\x01\0\0\0 and so on";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn expo() -> String {
    std::fs::read_to_string(root().join("assets/expo-2024.json")).unwrap()
}

fn nothing(_: &str) -> io::Result<Vec<u8>> {
    Err(io::ErrorKind::NotFound.into())
}

fn try_packed(text: &str, lang: Option<Lang>) -> Result<Done, PackError> {
    let widget = Widget::new(SCRIPT.into(), WASM.into()).unwrap();
    let options = Options {
        widget: &widget,
        lang,
        read_file: &nothing,
    };
    pack(text.as_bytes(), &options)
}

fn packed(text: &str, lang: Lang) -> String {
    try_packed(text, Some(lang)).unwrap().text
}

/// What stands between two texts; each is there once.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let parts: Vec<&str> = page.split(start).collect();
    assert_eq!(parts.len(), 2, "{start} once");
    parts[1].split_once(end).unwrap().0
}

fn script(page: &str) -> &str {
    between(page, "<script type=\"module\">", "</script>")
}

fn data(page: &str) -> &str {
    between(page, "id=\"expo-map-data\">", "</script>")
}

#[test]
fn the_policy_is_that_of_the_script_and_the_style_that_are_there() {
    let page = packed(&expo(), Lang::Ru);
    let policy = between(
        &page,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"",
        "\"",
    );
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let style = hash(between(&page, "<style>", "</style>"));
    let script = hash(script(&page));
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; \
             img-src data: blob:; connect-src data: blob:; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'"
        )
    );
    // Nothing that it is for stands ahead of it.
    let before = page.split("<meta http-equiv").next().unwrap();
    assert_eq!(before.matches('<').count(), 4, "{before}");
}

#[test]
fn everything_comes_out_as_it_went_in() {
    let text = expo();
    for lang in Lang::ALL {
        let page = packed(&text, *lang);
        assert_eq!(page, packed(&text, *lang), "the same twice");
        let original: Value = serde_json::from_str(&text).unwrap();
        let inside: Value = serde_json::from_str(data(&page)).unwrap();
        assert!(inside == original);
        let wasm = between(script(&page), "data:application/wasm;base64,", "\"");
        assert_eq!(STANDARD.decode(wasm).unwrap(), WASM);
        let options = render::Options {
            format: RenderFormat::Html,
            lang: Some(*lang),
            floor: None,
        };
        let fragment = render(text.as_bytes(), &options).unwrap().text;
        let inner = between(&page, "<expo-map gestures=\"free\">\n", "</expo-map>");
        assert!(inner == fragment);
        let head = format!("<!doctype html>\n<html lang=\"{}\">\n", lang.locale());
        assert!(page.starts_with(&head));
    }
    assert_eq!(
        between(&packed(&text, Lang::En), "</title>\n", "<style>"),
        "<link rel=\"icon\" href=\"data:,\">\n"
    );
}

#[test]
fn the_title_says_what_it_is() {
    let page = packed(&expo(), Lang::En);
    // SVG has a title, too.
    let (head, _) = page.split_once("</head>").unwrap();
    let title = between(head, "<title>", "</title>");
    assert!(title.contains("EXPO"), "{title}");
    let hostile = expo().replacen(
        "\"name\": {",
        r#""name": "</title><script>alert(1)</script>", "old": {"#,
        1,
    );
    let page = packed(&hostile, Lang::En);
    let (head, _) = page.split_once("</head>").unwrap();
    let title = between(head, "<title>", "</title>");
    assert!(title.contains("&lt;/title&gt;&lt;script&gt;"), "{title}");
}

#[test]
fn nothing_of_the_data_ends_a_script_or_begins_one() {
    let count = |page: &str, what: &str| page.to_ascii_lowercase().matches(what).count();
    let plain = packed(&expo(), Lang::Ru);
    let hostile = expo().replace(
        "\"shows\": {",
        r#""shows": { "de": "</ScRiPt ><!--<script>alert(1)</script>]]>", "#,
    );
    assert_ne!(hostile, expo());
    let page = packed(&hostile, Lang::Ru);
    for what in ["<script", "</script", "<!--", "<!"] {
        assert_eq!(count(&page, what), count(&plain, what), "{what}");
    }
    assert_eq!(count(&page, "<script"), 3, "linked data, data, widget");
    let original: Value = serde_json::from_str(&hostile).unwrap();
    let inside: Value = serde_json::from_str(data(&page)).unwrap();
    assert!(inside == original);
}

#[test]
fn without_a_language_it_is_the_files_first() {
    let page = try_packed(&expo(), None).unwrap().text;
    assert!(page == packed(&expo(), Lang::Ru));
}

#[test]
fn a_byte_order_mark_is_not_taken_along() {
    assert!(packed(&format!("\u{feff}{}", expo()), Lang::Ru) == packed(&expo(), Lang::Ru));
}

#[test]
fn a_logo_elsewhere_is_left_out_and_told() {
    let text = expo().replacen(
        "\"participants\": [\n    {",
        "\"participants\": [\n    { \"logo\": \"https://example.org/a.png\",",
        1,
    );
    assert_ne!(text, expo());
    let done = try_packed(&text, None).unwrap();
    assert_eq!(
        done.notices,
        ["logos left out, as they are no pictures beside the file: 1"]
    );
    let inside: Value = serde_json::from_str(data(&done.text)).unwrap();
    assert_eq!(inside["participants"][0]["logo"], Value::Null);
    assert!(
        floorplan::plan::load(data(&done.text))
            .unwrap()
            .warnings
            .is_empty()
    );
}

#[test]
fn what_is_no_exhibition_is_not_packed() {
    let error = try_packed("{}", None).unwrap_err();
    assert!(error.is_of_the_exhibition(), "{error}");
}

/// A folder that is gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("expo-map-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.0.join(name), bytes).unwrap();
    }

    /// Runs the command in it: the exit code and what it says.
    fn pack(&self, args: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_expo-map"));
        let done = command.current_dir(&self.0).arg("pack").args(args).output();
        let done = done.unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        (done.status.code().unwrap(), said)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_command_says_what_is_missing() {
    let folder = Folder::new("missing");
    folder.write("expo.json", expo().as_bytes());
    let (code, said) = folder.pack(&["expo.json", "--output", "out.html"]);
    assert_eq!(code, 2);
    assert!(said.contains("no widget in dist/widget"), "{said}");
    assert!(said.contains("make build"), "{said}");

    let widget = ["expo.json", "--output", "out.html", "--widget", "."];
    folder.write("expo-map.js", SCRIPT.as_bytes());
    let (code, said) = folder.pack(&widget);
    assert_eq!(code, 2);
    assert!(said.contains("expo_map_bg.wasm"), "{said}");

    folder.write("expo_map_bg.wasm", b"<!doctype html>");
    let (code, said) = folder.pack(&widget);
    assert_eq!(code, 2);
    assert!(said.contains("WebAssembly file is none"), "{said}");

    folder.write("expo_map_bg.wasm", WASM);
    folder.write("expo-map.js", b"go()");
    let (code, said) = folder.pack(&widget);
    assert_eq!(code, 2);
    assert!(said.contains("0 times, not once"), "{said}");
    assert!(!folder.0.join("out.html").exists());

    folder.write("expo-map.js", SCRIPT.as_bytes());
    folder.write("expo.json", b"{\"format\": \"expo-map\"}");
    let (code, said) = folder.pack(&widget);
    assert_eq!(code, 1);
    assert!(said.contains("expo.json:"), "{said}");
}

#[test]
fn the_command_takes_pictures_beside_the_file() {
    let folder = Folder::new("logos");
    std::fs::create_dir_all(folder.0.join("data/logos")).unwrap();
    let text = expo().replacen(
        "\"participants\": [\n    {",
        "\"participants\": [\n    { \"logo\": \"logos/a.png\",",
        1,
    );
    folder.write("data/expo.json", text.as_bytes());
    folder.write("data/logos/a.png", b"\x89PNG\r\n\x1a\n");
    folder.write("expo-map.js", SCRIPT.as_bytes());
    folder.write("expo_map_bg.wasm", WASM);
    let args = ["data/expo.json", "--output", "out.html", "--widget", "."];
    assert_eq!(folder.pack(&args), (0, String::new()));
    let page = std::fs::read_to_string(folder.0.join("out.html")).unwrap();
    let inside: Value = serde_json::from_str(data(&page)).unwrap();
    let logo = &inside["participants"][0]["logo"];
    assert_eq!(logo, "data:image/png;base64,iVBORw0KGgo=");
}
