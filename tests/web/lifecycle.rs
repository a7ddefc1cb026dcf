//! Removed, inserted again, moved.

use js_sys::Reflect;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::data;
use crate::map::{Map, box_of};
use crate::page::{Events, turn};

fn style_sheets(map: &Map) -> u32 {
    let sheets = Reflect::get(&map.shadow(), &"adoptedStyleSheets".into()).unwrap();
    js_sys::Array::from(&sheets).length()
}

#[wasm_bindgen_test]
async fn works_each_time_it_is_inserted() {
    let map = Map::expo().await;
    let sheets = style_sheets(&map);
    for cycle in 0..20 {
        map.host.remove();
        turn().await;
        assert!(
            !map.has(".expo-map"),
            "cycle {cycle}: nothing is left of it"
        );
        map.insert_and_wait().await;
        assert_eq!(map.all(".em-stand").len(), 36, "cycle {cycle}");
        map.tap_stand("a1").await;
        assert_eq!(map.open().as_deref(), Some("a1"), "cycle {cycle}");
        map.search("俄铝").await;
        assert_eq!(map.rows(), ["a3"], "cycle {cycle}");
        assert_eq!(style_sheets(&map), sheets, "cycle {cycle}");
    }
}

#[wasm_bindgen_test]
async fn attributes_count_that_were_set_meanwhile() {
    let map = Map::expo().await;
    map.host.remove();
    turn().await;
    map.host.set_attribute("src", &data::small()).unwrap();
    map.host.set_attribute("selected", "A2").unwrap();
    map.host.set_attribute("lang", "en").unwrap();
    map.insert_and_wait().await;
    assert_eq!(map.open().as_deref(), Some("a2"));
    assert!(map.text(".em-event h2").contains("Small Expo"));
}

#[wasm_bindgen_test]
async fn a_move_keeps_everything() {
    let map = Map::expo().await;
    let events = Events::of(&map.host, "expo-map-ready");
    map.search("росатом").await;
    map.click("[data-row='a1']").await;

    let elsewhere = box_of(1000, 700);
    elsewhere.append_child(&map.host).unwrap();
    turn().await;
    assert_eq!(map.open().as_deref(), Some("a1"));
    map.still().await;
    map.press("Escape").await;
    assert_eq!(map.rows(), ["a1"]);
    map.insert();
    turn().await;
    assert_eq!(map.rows(), ["a1"]);
    assert_eq!(events.take().len(), 0, "it was not loaded again");
    elsewhere.remove();
}

#[wasm_bindgen_test]
async fn removed_before_the_data_came() {
    let map = Map::detached(&[("src", &data::expo()), ("lang", "ru")]);
    let events = Events::of(&map.host, "expo-map-ready");
    map.insert();
    map.host.remove();
    turn().await;
    assert_eq!(events.take().len(), 0);
    map.insert_and_wait().await;
    assert_eq!(map.all(".em-stand").len(), 36);
}

#[wasm_bindgen_test]
async fn removed_in_the_middle_of_a_flight_and_a_drag() {
    let map = Map::expo().await;
    map.tap_stand("e1").await;
    let stage = map.one(".em-stage");
    crate::page::MOUSE.down(&stage, (700.0, 400.0));
    crate::page::MOUSE.drag(&stage, (720.0, 410.0));
    map.host.remove();
    turn().await;
    crate::page::MOUSE.up(&stage, (720.0, 410.0));
    crate::page::frame().await;
    map.insert_and_wait().await;
    map.tap_stand("a1").await;
    assert_eq!(map.open().as_deref(), Some("a1"));
}
