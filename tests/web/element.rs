//! Attributes and properties of the element.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::data;
use crate::map::{Map, attribute, box_of};
use crate::page::{self, Events, next_event, turn, unknown_element};

fn set(host: &Element, name: &str, value: &str) {
    Reflect::set(host, &name.into(), &value.into()).unwrap();
}

fn get(host: &Element, name: &str) -> JsValue {
    Reflect::get(host, &name.into()).unwrap()
}

#[wasm_bindgen_test]
async fn another_src_shows_another_exhibition() {
    let map = Map::expo().await;
    map.tap_stand("a1").await;
    let ready = next_event(&map.host, "expo-map-ready");
    map.host.set_attribute("src", &data::small()).unwrap();
    let ready = ready.await;
    turn().await;
    assert_eq!(page::detail(&ready, "stands").as_f64(), Some(4.0));
    assert_eq!(map.rows(), ["a1", "a2", "a3", "b1"]);
    assert_eq!(
        map.open(),
        None,
        "another exhibition's A1 is not the one that was open"
    );
    assert!(map.text(".em-event h2").contains("Малая выставка"));
}

#[wasm_bindgen_test]
async fn only_the_last_src_counts() {
    let map = Map::detached(&[("src", &data::expo()), ("lang", "ru")]);
    let events = Events::of(&map.host, "expo-map-ready");
    map.insert();
    map.host.set_attribute("src", &data::expo()).unwrap();
    map.host.set_attribute("src", &data::small()).unwrap();
    page::until("the last file is shown", || map.rows().len() == 4).await;
    turn().await;
    assert_eq!(events.take().len(), 1);
}

#[wasm_bindgen_test]
async fn selected_opens_and_closes() {
    let map = Map::detached(&[("src", &data::expo()), ("lang", "ru"), ("selected", "C2")]);
    let selects = Events::of(&map.host, "expo-map-select");
    map.insert_and_wait().await;
    assert_eq!(
        map.open().as_deref(),
        Some("c2"),
        "set before there was data"
    );

    map.host.set_attribute("selected", "a4").unwrap();
    turn().await;
    assert_eq!(map.open().as_deref(), Some("a4"));
    map.host.remove_attribute("selected").unwrap();
    turn().await;
    assert_eq!(map.open(), None);
    assert_eq!(selects.take().len(), 0);
}

#[wasm_bindgen_test]
async fn the_same_attribute_again_selects_again() {
    let map = Map::expo().await;
    map.host.set_attribute("selected", "a4").unwrap();
    turn().await;
    map.press("Escape").await;
    assert_eq!(map.open(), None);
    map.host.set_attribute("selected", "").unwrap();
    map.host.set_attribute("selected", "a4").unwrap();
    turn().await;
    assert_eq!(map.open().as_deref(), Some("a4"));
}

#[wasm_bindgen_test]
async fn theme_is_light_dark_or_the_pages() {
    let map = Map::expo().await;
    let theme = || map.one(".expo-map").get_attribute("data-theme");
    assert_eq!(theme(), None);
    for (word, shown) in [
        ("dark", Some("dark")),
        ("light", Some("light")),
        ("auto", None),
        ("", None),
    ] {
        map.host.set_attribute("theme", word).unwrap();
        turn().await;
        assert_eq!(theme().as_deref(), shown, "{word:?}");
    }
}

#[wasm_bindgen_test]
async fn properties_mirror_attributes() {
    let map = Map::expo().await;
    set(&map.host, "selected", "a1");
    set(&map.host, "theme", "dark");
    set(&map.host, "lang", "en");
    turn().await;
    assert_eq!(attribute(&map.host, "selected"), "a1");
    assert_eq!(map.open().as_deref(), Some("a1"));
    assert_eq!(attribute(&map.one(".expo-map"), "data-theme"), "dark");
    assert_eq!(attribute(&map.one(".expo-map"), "lang"), "en");
    assert_eq!(
        get(&map.host, "selected").as_string().as_deref(),
        Some("a1")
    );

    Reflect::set(&map.host, &"selected".into(), &JsValue::NULL).unwrap();
    turn().await;
    assert!(!map.host.has_attribute("selected"));
    assert!(get(&map.host, "selected").is_null());
    assert_eq!(map.open(), None);
}

#[wasm_bindgen_test]
async fn properties_set_before_the_element_is_known_count() {
    expo_map::element::start();
    let host = unknown_element("expo-map");
    set(&host, "src", &data::expo());
    set(&host, "selected", "e1");
    set(&host, "theme", "dark");
    host.set_attribute("lang", "en").unwrap();
    assert!(!host.has_attribute("src"), "the element is not known yet");

    let frame = box_of(1200, 800);
    let ready = next_event(&host, "expo-map-ready");
    frame.append_child(&host).unwrap();
    ready.await;
    turn().await;

    let shadow = page::shadow(&host);
    assert_eq!(attribute(&host, "selected"), "e1");
    let details: Vec<_> = page::all(&shadow, "[data-details]");
    assert_eq!(attribute(&details[0], "data-details"), "e1");
    assert_eq!(
        attribute(&page::all(&shadow, ".expo-map")[0], "data-theme"),
        "dark"
    );
    frame.remove();
}

#[wasm_bindgen_test]
async fn no_style_attributes_and_no_style_elements() {
    let map = Map::expo().await;
    map.tap_stand("a1").await;
    assert!(!map.has("style"));
    let styled: Vec<_> = map
        .all("[style]")
        .iter()
        .map(|it| attribute(it, "class"))
        .collect();
    assert_eq!(
        styled,
        ["em-picture", "em-canvas"],
        "written as properties: the transform, and the size of the bitmap"
    );
}

#[wasm_bindgen_test]
async fn the_container_decides_about_the_arrangement() {
    let map = Map::expo().await;
    let frame: web_sys::HtmlElement = map.host.parent_element().unwrap().unchecked_into();
    for (width, layout) in [("600px", "medium"), ("320px", "narrow"), ("1200px", "wide")] {
        frame.style().set_property("width", width).unwrap();
        page::until(layout, || {
            attribute(&map.one(".expo-map"), "data-layout") == layout
        })
        .await;
        assert_eq!(map.all(".em-stand").len(), 36);
        assert_eq!(map.all(".em-search input").len(), 1);
    }
}
