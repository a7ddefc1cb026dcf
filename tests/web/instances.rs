//! Several maps on one page.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::data;
use crate::map::{Map, attribute};
use crate::page::Events;

#[wasm_bindgen_test]
async fn two_maps_do_not_disturb_each_other() {
    let expo = Map::expo().await;
    let small = Map::show(&data::small(), "en").await;
    let (of_expo, of_small) = (
        Events::of(&expo.host, "expo-map-select"),
        Events::of(&small.host, "expo-map-select"),
    );

    expo.search("росатом").await;
    assert_eq!(expo.rows(), ["a1"]);
    assert_eq!(small.rows(), ["a1", "a2", "a3", "b1"]);

    small.tap_stand("a2").await;
    assert_eq!(small.open().as_deref(), Some("a2"));
    assert_eq!(expo.open(), None);
    assert_eq!((of_expo.take().len(), of_small.take().len()), (0, 1));

    expo.click("[data-row='a1']").await;
    expo.press("Escape").await;
    assert_eq!(small.open().as_deref(), Some("a2"));

    small.click(".em-langs [lang='zh-Hans']").await;
    assert_eq!(attribute(&expo.one(".expo-map"), "lang"), "ru");
}

#[wasm_bindgen_test]
async fn a_map_outlives_another() {
    let small = Map::show(&data::small(), "en").await;
    let expo = Map::expo().await;
    drop(small);
    expo.tap_stand("b1").await;
    assert_eq!(expo.open().as_deref(), Some("b1"));
    let again = Map::show(&data::small(), "en").await;
    again.tap_stand("a1").await;
    assert_eq!(again.open().as_deref(), Some("a1"));
    assert_eq!(expo.open().as_deref(), Some("b1"));
}

#[wasm_bindgen_test]
async fn one_file_shown_twice() {
    let src = data::expo();
    let first = Map::show(&src, "ru").await;
    let second = Map::show(&src, "en").await;
    first.tap_stand("a1").await;
    assert_eq!(second.open(), None);
    second.tap_stand("a2").await;
    assert_eq!(first.text(".em-badge.em-big"), "A1");
    assert_eq!(second.text(".em-badge.em-big"), "A2");
}

#[wasm_bindgen_test]
fn the_element_is_registered_once() {
    expo_map::element::start();
    expo_map::element::start();
}
