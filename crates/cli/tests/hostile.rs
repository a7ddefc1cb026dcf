//! A file made to harm: whatever is in its texts, links and ids stays a text, and everything still works.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests"
)]

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use expo_map_cli::args::{ExportFormat, RenderFormat};
use expo_map_cli::export::{self, export};
use expo_map_cli::pack::{self, Widget, pack};
use expo_map_cli::render::{self, render};
use floorplan::messages::Lang;
use floorplan::mine::{Kind, Marks};
use floorplan::plan::load;
use floorplan::search::SearchIndex;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};

/// Markup, a template, a style, a formula, and a character that turns around what follows.
const MARKUP: &str = "\"'><img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script></title></script>\
     <!--]]>{{7*7}}${7*7}:host{display:none}url(//evil.example)\u{202e}";
/// Lines of a calendar, of contacts and of a table.
const LINES: &str =
    "=HYPERLINK(\"https://evil.example\")\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nEND:VCARD\r\n\",\"x";

/// Fields that hold words.
const WORDS: [&str; 15] = [
    "name",
    "shortName",
    "description",
    "shows",
    "products",
    "tags",
    "aliases",
    "title",
    "theme",
    "notice",
    "label",
    "address",
    "place",
    "note",
    "publisher",
];

const SCHEMES: [&str; 14] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u{1}javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "//evil.example/",
    "\\\\evil.example\\",
    "https:evil.example",
    "file:///etc/passwd",
    "blob:https://evil.example/x",
];

fn expo() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/expo-2024.json");
    serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
}

/// The words of every field with something behind them.
fn spoil(value: &mut Value, is_words: bool, with: &str) {
    match value {
        Value::String(words) if is_words => words.push_str(with),
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| spoil(value, is_words, with)),
        Value::Object(fields) => {
            for (key, value) in fields {
                let is_field = WORDS.contains(&key.as_str());
                // Where facts come from is told field by field, under the same names.
                if key != "provenance" {
                    spoil(value, is_words || is_field, with);
                }
            }
        }
        _ => {}
    }
}

fn spoilt(with: &str) -> Value {
    let mut expo = expo();
    spoil(&mut expo, false, with);
    expo
}

fn rendered(data: &Value, format: RenderFormat) -> String {
    let options = render::Options {
        format,
        lang: Some(Lang::En),
        floor: None,
    };
    render(data.to_string().as_bytes(), &options).unwrap().text
}

fn exported(data: &Value, format: ExportFormat) -> String {
    let options = export::Options {
        format,
        lang: Some(Lang::En),
        offset_minutes: None,
        marks: None,
        page: None,
        now_s: 0,
    };
    export(&data.to_string(), &options).unwrap().text
}

fn packed(data: &Value) -> String {
    let script = r#"go(new URL("./expo_map_bg.wasm",import.meta.url))"#;
    let widget = Widget::new(script.into(), b"\0asm".to_vec()).unwrap();
    let options = pack::Options {
        widget: &widget,
        lang: Some(Lang::En),
        read_file: &|_| Err(io::ErrorKind::NotFound.into()),
    };
    pack(data.to_string().as_bytes(), &options).unwrap().text
}

/// Names of elements, and the values of attributes with their names.
fn parts(xml: &str) -> (Vec<String>, Vec<(String, String)>) {
    let (mut names, mut attributes) = (Vec::new(), Vec::new());
    let mut reader = Reader::from_str(xml);
    let text = |bytes: &[u8]| std::str::from_utf8(bytes).unwrap().to_owned();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                names.push(text(start.name().as_ref()));
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    let value = text(&attribute.value);
                    let value = quick_xml::escape::unescape(&value).unwrap().into_owned();
                    attributes.push((text(attribute.key.as_ref()), value));
                }
            }
            Event::Eof => return (names, attributes),
            _ => {}
        }
    }
}

/// None of the linked data's addresses is this; an e-mail address may be any words.
fn no_address(linked: &Value, scheme: &str) {
    match linked {
        Value::Array(values) => values.iter().for_each(|value| no_address(value, scheme)),
        Value::Object(fields) => {
            for (key, value) in fields {
                if !matches!(key.as_str(), "email" | "telephone") {
                    assert_ne!(value, scheme, "{key}");
                    no_address(value, scheme);
                }
            }
        }
        _ => {}
    }
}

fn lines_that_begin(text: &str, with: &str) -> usize {
    text.lines().filter(|line| line.starts_with(with)).count()
}

#[test]
fn markup_in_every_text_stays_text() {
    let (good, bad) = (expo(), spoilt(MARKUP));
    assert_eq!(load(&bad.to_string()).unwrap().plan.stands.len(), 36);
    for format in [RenderFormat::Svg, RenderFormat::Html] {
        let text = rendered(&bad, format);
        assert!(text.contains("&lt;img src=x"), "it is shown as it is");
        assert!(!text.contains('\u{202e}'));
        let (mut names, attributes) = parts(&text);
        let (mut wanted, _) = parts(&rendered(&good, format));
        for names in [&mut names, &mut wanted] {
            names.sort();
            names.dedup();
        }
        assert_eq!(names, wanted, "no other sort of element");
        for (name, value) in attributes {
            assert!(!name.starts_with("on") && name != "style", "{name}={value}");
        }
    }
    let linked = rendered(&bad, RenderFormat::JsonLd);
    assert!(serde_json::from_str::<Value>(&linked).is_ok());
    let count = |page: &str, what: &str| page.to_ascii_lowercase().matches(what).count();
    let page = packed(&bad);
    assert_eq!(count(&page, "<script"), 3);
    assert_eq!(count(&page, "</script"), 3);
    assert_eq!(count(&page, "</title>"), count(&packed(&good), "</title>"));
    assert_eq!(count(&page, "<img"), 0);
}

#[test]
fn lines_and_formulas_in_every_text_stay_in_their_field() {
    let (good, bad) = (expo(), spoilt(LINES));
    let ics = |data| exported(data, ExportFormat::Ics);
    for line in ["BEGIN:VEVENT", "END:VEVENT"] {
        assert_eq!(
            lines_that_begin(&ics(&bad), line),
            lines_that_begin(&ics(&good), line)
        );
    }
    let vcard = |data| exported(data, ExportFormat::Vcard);
    assert_eq!(
        lines_that_begin(&vcard(&bad), "END:VCARD"),
        lines_that_begin(&vcard(&good), "END:VCARD")
    );
    let geometry: Value = serde_json::from_str(&exported(&bad, ExportFormat::Geojson)).unwrap();
    assert_eq!(geometry["features"].as_array().unwrap().len(), 36);

    let mut formula = expo();
    for participant in formula["participants"].as_array_mut().unwrap() {
        participant["name"] = json!("=HYPERLINK(\"https://evil.example\")");
        participant["shortName"] = json!("@SUM(1)");
    }
    for format in [ExportFormat::Csv, ExportFormat::ProgrammeCsv] {
        let table = exported(&formula, format);
        for start in ["=", "@", "+"] {
            for cell in [
                format!(",{start}"),
                format!(",\"{start}"),
                format!("\n{start}"),
            ] {
                assert!(!table.contains(&cell), "{cell} is calculated");
            }
        }
    }
}

#[test]
fn only_links_of_the_web_mail_and_telephone_are_links() {
    for scheme in SCHEMES {
        let mut data = expo();
        data["event"]["url"] = json!(scheme);
        for source in data["sources"].as_array_mut().unwrap() {
            source["url"] = json!(scheme);
        }
        for participant in data["participants"].as_array_mut().unwrap() {
            participant["links"] = json!([{ "url": scheme }, { "url": scheme, "label": "Site" }]);
            participant["logo"] = json!(scheme);
            participant["contacts"] = json!({ "email": scheme, "phone": scheme });
        }
        assert!(
            !load(&data.to_string()).unwrap().warnings.is_empty(),
            "{scheme} is told"
        );
        let html = rendered(&data, RenderFormat::Html);
        let (_, attributes) = parts(&html);
        for (_, href) in attributes.iter().filter(|(name, _)| name == "href") {
            let known = ["#", "https://", "http://", "mailto:", "tel:"];
            assert!(
                known.iter().any(|start| href.starts_with(start)),
                "{scheme:?}: {href}"
            );
        }
        assert!(
            !attributes.iter().any(|(name, _)| name == "src"),
            "{scheme}"
        );
        let linked: Value = serde_json::from_str(&rendered(&data, RenderFormat::JsonLd)).unwrap();
        no_address(&linked, scheme);
    }
}

#[test]
fn a_megabyte_in_a_text_is_borne() {
    let started = Instant::now();
    let long = "широко<&>".repeat(120_000);
    assert!(long.len() > 1_000_000);
    let mut data = expo();
    for field in ["name", "shortName", "description", "shows"] {
        data["participants"][0][field] = json!(long);
    }
    data["event"]["name"] = json!(long);
    data["categories"][0]["name"] = json!(long);
    data["stands"][0]["number"] = json!(long);
    let loaded = load(&data.to_string()).unwrap();
    assert_eq!(loaded.plan.stands.len(), 36);
    let index = SearchIndex::new(&loaded.plan);
    assert!(index.find(&loaded.plan, &long[..60]).is_some());
    let svg = rendered(&data, RenderFormat::Svg);
    assert!(svg.len() < 20_000_000, "{}", svg.len());
    let (names, _) = parts(&rendered(&data, RenderFormat::Html));
    assert!(!names.is_empty());
    let _ = packed(&data);
    assert!(started.elapsed() < Duration::from_secs(120));
}

#[test]
fn names_of_a_languages_own_parts_are_names_like_others() {
    let odd = [
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        "prototype",
        "valueOf",
    ];
    let mut data = expo();
    let old: Vec<Value> = odd
        .iter()
        .enumerate()
        .map(|(i, _)| data["stands"][i]["id"].clone())
        .collect();
    for (i, id) in odd.iter().enumerate() {
        data["stands"][i]["id"] = json!(id);
    }
    for list in ["participants", "sessions"] {
        for entry in data[list].as_array_mut().unwrap() {
            for (old, new) in old.iter().zip(odd) {
                if entry["stand"] == *old {
                    entry["stand"] = json!(new);
                }
                if let Some(stands) = entry["stands"].as_array_mut() {
                    for stand in stands.iter_mut().filter(|stand| *stand == old) {
                        *stand = json!(new);
                    }
                }
            }
        }
    }
    data["__proto__"] = json!({ "hacked": 1, "stands": [] });
    data["constructor"] = json!({ "prototype": { "hacked": 1 } });
    data["participants"][0]["name"]["__proto__"] = json!("x");
    data["participants"][0]["provenance"]["__proto__"] = json!("illustrative");
    let plan = load(&data.to_string()).unwrap().plan;
    assert_eq!(plan.stands.len(), 36);
    let html = rendered(&data, RenderFormat::Html);
    let mut marks = Marks::default();
    for id in odd {
        let ix = plan.find_stand(id).unwrap();
        assert!(!plan.stand(ix).unwrap().participants.is_empty(), "{id}");
        assert!(html.contains(&format!("-stand-{id}\"")), "{id} has a place");
        marks.toggle_bookmark(Kind::Stand, id);
    }
    assert_eq!(Marks::read(&marks.stored()).marks, marks);
    assert_eq!(Marks::read(&marks.link(true).text).marks, marks);
    assert_eq!(marks.bookmarks(&plan), odd.len());
}
