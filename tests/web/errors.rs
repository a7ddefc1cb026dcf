//! Files that cannot be shown, and files with something in them that cannot.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::data::{self, SMALL};
use crate::map::{Map, attribute};
use crate::page::{self, Server, detail, detail_text, next_event, turn};

/// Shows what cannot be shown; the event that says so.
async fn fail(src: &str) -> (Map, JsValue) {
    let map = Map::detached(&[("src", src), ("lang", "ru")]);
    let event = next_event(&map.host, "expo-map-error");
    map.insert();
    let event = event.await;
    turn().await;
    let failure = map.one(".em-failure");
    assert_eq!(
        attribute(&failure, "data-code"),
        detail_text(&event, "code")
    );
    let text = failure.text_content().unwrap();
    assert!(text.contains("План не загрузился"), "{text}");
    assert!(text.contains(&detail_text(&event, "message")), "{text}");
    assert!(text.contains("Повторить"), "{text}");
    assert_eq!(map.all(".em-stand").len(), 0);
    (map, event)
}

async fn fail_with(text: &str) -> (Map, JsValue) {
    fail(&page::blob_url(text)).await
}

fn line(event: &JsValue) -> usize {
    detail(event, "line").as_f64().unwrap() as usize
}

#[wasm_bindgen_test]
async fn nothing_at_the_address() {
    let (_, event) = fail(&page::dead_url()).await;
    assert_eq!(detail_text(&event, "code"), "network");
    assert_eq!(line(&event), 0);
}

#[wasm_bindgen_test]
async fn not_found() {
    let (_, event) = fail("/there-is-no-such-file.json").await;
    assert_eq!(detail_text(&event, "code"), "http-status");
    assert!(detail_text(&event, "message").contains("не найден"));
}

#[wasm_bindgen_test]
async fn no_address() {
    let (_, event) = fail("").await;
    assert_eq!(detail_text(&event, "code"), "no-source");
}

#[wasm_bindgen_test]
async fn a_web_page() {
    let (_, event) = fail_with("<!DOCTYPE html><html><body>Not found</body></html>").await;
    assert_eq!(detail_text(&event, "code"), "html");
}

#[wasm_bindgen_test]
async fn an_empty_file() {
    let (_, event) = fail_with("").await;
    assert_eq!(detail_text(&event, "code"), "empty");
}

#[wasm_bindgen_test]
async fn a_truncated_file() {
    let half = SMALL.split_at(SMALL.find("\"participants\"").unwrap()).0;
    let (map, event) = fail_with(half).await;
    assert_eq!(detail_text(&event, "code"), "truncated");
    assert_eq!(line(&event), half.lines().count());
    assert!(
        map.text(".em-failure")
            .contains(&format!("Строка {}", line(&event)))
    );
}

#[wasm_bindgen_test]
async fn invalid_json() {
    let broken = SMALL.replace("\"declaredArea\": 600,", "\"declaredArea\": 600;");
    let at = broken.lines().position(|l| l.contains("600;")).unwrap() + 1;
    let (_, event) = fail_with(&broken).await;
    assert_eq!(detail_text(&event, "code"), "syntax");
    assert_eq!(line(&event), at);
    assert!(detail(&event, "column").as_f64().unwrap() > 0.0);
    assert!(!detail_text(&event, "detail").is_empty());
}

#[wasm_bindgen_test]
async fn a_version_of_the_future() {
    let (map, event) = fail_with(&SMALL.replace("\"version\": 1", "\"version\": 2")).await;
    assert_eq!(detail_text(&event, "code"), "wrong-version");
    assert_eq!(detail_text(&event, "path"), "version");
    assert_eq!(line(&event), 4);
    assert!(map.text(".em-failure").contains("version"));
}

#[wasm_bindgen_test]
async fn another_format() {
    let (_, event) = fail_with("{\"type\": \"FeatureCollection\", \"features\": []}").await;
    assert_eq!(detail_text(&event, "code"), "wrong-format");
}

#[wasm_bindgen_test]
async fn no_stands() {
    let start = SMALL.find("\"stands\": [").unwrap();
    let end = SMALL.find("\"participants\": [").unwrap();
    let empty = format!("{}\"stands\": [], {}", &SMALL[..start], &SMALL[end..]);
    let (_, event) = fail_with(&empty).await;
    assert_eq!(detail_text(&event, "code"), "no-stands");
}

#[wasm_bindgen_test]
async fn the_message_follows_the_language() {
    let (map, _) = fail_with("{").await;
    map.host.set_attribute("lang", "zh").unwrap();
    turn().await;
    let text = map.text(".em-failure");
    assert!(
        text.contains("平面图加载失败") && text.contains("重试"),
        "{text}"
    );
}

#[wasm_bindgen_test]
async fn retry_works_once_the_source_is_mended() {
    let server = Server::new();
    server.set("{");
    let (map, _) = fail(&server.url()).await;

    let again = next_event(&map.host, "expo-map-error");
    map.click(".em-primary").await;
    assert_eq!(detail_text(&again.await, "code"), "truncated");
    turn().await;

    server.set(SMALL);
    let ready = next_event(&map.host, "expo-map-ready");
    map.click(".em-primary").await;
    ready.await;
    turn().await;
    server.close();
    assert!(!map.has(".em-failure"));
    assert_eq!(map.rows(), ["a1", "a2", "a3", "b1"]);
    map.tap_stand("a1").await;
    assert_eq!(map.open().as_deref(), Some("a1"));
}

#[wasm_bindgen_test]
async fn another_src_mends_it_too() {
    let (map, _) = fail_with("nonsense").await;
    let ready = next_event(&map.host, "expo-map-ready");
    map.host.set_attribute("src", &data::small()).unwrap();
    ready.await;
    turn().await;
    assert!(!map.has(".em-failure"));
    assert_eq!(map.rows().len(), 4);
}

#[wasm_bindgen_test]
async fn one_bad_stand_is_a_warning_and_the_rest_works() {
    // Two corners exchanged: its sides cross.
    let broken = SMALL.replace(
        "[[4, 3], [10, 3], [10, 9], [4, 9]]",
        "[[4, 3], [10, 9], [10, 3], [4, 9]]",
    );
    assert_ne!(broken, SMALL);
    let map = Map::detached(&[("src", &page::blob_url(&broken)), ("lang", "en")]);
    let ready = map.insert_and_wait().await;

    assert_eq!(detail(&ready, "stands").as_f64(), Some(3.0));
    let warnings: Array = detail(&ready, "warnings").unchecked_into();
    let found = warnings
        .iter()
        .find(|w| text_of(w, "code") == "bad-polygon")
        .expect("a warning");
    assert_eq!(text_of(&found, "path"), "stands[0].outline");
    assert!(!text_of(&found, "message").is_empty());

    assert_eq!(map.rows(), ["a2", "a3", "b1"]);
    map.tap_stand("a2").await;
    assert_eq!(map.open().as_deref(), Some("a2"));
    assert!(!map.has(".em-failure"));
}

fn text_of(object: &JsValue, key: &str) -> String {
    js_sys::Reflect::get(object, &key.into())
        .unwrap()
        .as_string()
        .unwrap_or_default()
}
