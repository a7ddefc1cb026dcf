//! Choosing a stand and closing it again, and what the page is told.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::map::{Map, attribute};
use crate::page::{self, Events, MOUSE, detail, detail_text, turn};

#[wasm_bindgen_test]
async fn a_click_on_the_map_opens_the_details() {
    let map = Map::expo().await;
    let selects = Events::of(&map.host, "expo-map-select");

    map.tap_stand("a1").await;
    assert_eq!(map.open().as_deref(), Some("a1"));
    assert_eq!(map.marked().as_deref(), Some("a1"));
    assert_eq!(map.status(), "Открыт стенд A1: Росатом");
    let heading = page::active(&map.shadow()).unwrap();
    assert!(heading.has_attribute("data-panel-focus"));

    let selects = selects.take();
    assert_eq!(selects.len(), 1);
    assert_eq!(detail_text(&selects[0], "id"), "a1");
    assert_eq!(detail_text(&selects[0], "number"), "A1");
    assert_eq!(detail_text(&selects[0], "name"), "Росатом");
    let participants: js_sys::Array = detail(&selects[0], "participants").unchecked_into();
    assert_eq!(participants.get(0).as_string().as_deref(), Some("Росатом"));
    let event: &web_sys::Event = selects[0].unchecked_ref();
    assert!(event.bubbles() && event.composed());
}

#[wasm_bindgen_test]
async fn a_click_of_assistive_technology_opens_the_details() {
    let map = Map::expo().await;
    page::click(&map.stand("b4"));
    turn().await;
    assert_eq!(map.open().as_deref(), Some("b4"));
}

#[wasm_bindgen_test]
async fn a_row_of_the_list_opens_the_details() {
    let map = Map::expo().await;
    map.click("[data-row='d2']").await;
    assert_eq!(map.open().as_deref(), Some("d2"));
    assert_eq!(map.marked().as_deref(), Some("d2"));
}

#[wasm_bindgen_test]
async fn a_click_beside_the_stands_closes_the_details() {
    let map = Map::expo().await;
    map.tap_stand("a1").await;
    map.still().await;
    let selects = Events::of(&map.host, "expo-map-select");

    // With the whole plan shown, there is no stand at the edge of the map.
    map.click(".em-tool[title='Весь план']").await;
    map.still().await;
    let stage = map.one(".em-stage");
    let edges = stage.get_bounding_client_rect();
    let edge = (edges.left() + 4.0, edges.top() + edges.height() / 2.0);
    MOUSE.down(&stage, edge);
    MOUSE.up(&stage, edge);
    turn().await;

    assert_eq!(map.open(), None);
    let selects = selects.take();
    assert_eq!(selects.len(), 1);
    assert!(detail(&selects[0], "id").is_null());
}

#[wasm_bindgen_test]
async fn escape_closes_and_gives_the_focus_back() {
    let map = Map::expo().await;
    page::focus(&map.one("[data-row='c3']"));
    map.click("[data-row='c3']").await;
    assert_eq!(map.open().as_deref(), Some("c3"));

    map.press("Escape").await;
    assert_eq!(map.open(), None);
    assert_eq!(map.marked(), None);
    let focused = page::active(&map.shadow()).expect("something has the focus");
    assert_eq!(
        focused
            .get_attribute("data-row")
            .or(focused.get_attribute("data-id"))
            .as_deref(),
        Some("c3"),
        "the row, or the stand when the row is gone"
    );
}

#[wasm_bindgen_test]
async fn the_back_button_closes() {
    let map = Map::expo().await;
    map.tap_stand("f2").await;
    map.click(".em-back").await;
    assert_eq!(map.open(), None);
    assert_eq!(map.rows().len(), 36);
    assert_eq!(map.focused_stand().as_deref(), Some("f2"));
}

#[wasm_bindgen_test]
async fn the_pages_own_calls_fire_no_events() {
    let map = Map::expo().await;
    let selects = Events::of(&map.host, "expo-map-select");
    let call = |name: &str, argument: &str| {
        let method: js_sys::Function = js_sys::Reflect::get(&map.host, &name.into())
            .unwrap()
            .unchecked_into();
        let told = method.call1(&map.host, &argument.into()).unwrap();
        JsFuture::from(told.unchecked_into::<js_sys::Promise>())
    };

    drop(call("select", "a2"));
    turn().await;
    assert_eq!(map.open().as_deref(), Some("a2"));
    drop(call("select", "E16"));
    turn().await;
    assert_eq!(
        map.open().as_deref(),
        Some("e16"),
        "a number is as good as an id"
    );
    let error = call("select", "nonsense").await.unwrap_err();
    let code = js_sys::Reflect::get(&error, &"code".into()).unwrap();
    assert_eq!(code.as_string().as_deref(), Some("unknown-id"));
    assert_eq!(map.open().as_deref(), Some("e16"), "nothing was changed");
    drop(call("select", "a1"));
    drop(call("clear", ""));
    turn().await;
    assert_eq!(map.open(), None);
    drop(call("fit", ""));
    turn().await;
    assert_eq!(selects.take().len(), 0);
}

#[wasm_bindgen_test]
async fn the_page_takes_no_focus_from_the_visitor() {
    let map = Map::expo().await;
    let input = map.one(".em-search input");
    page::focus(&input);
    map.host.set_attribute("selected", "a1").unwrap();
    turn().await;
    assert_eq!(map.open().as_deref(), Some("a1"));
    let focused = page::active(&map.shadow()).unwrap();
    assert_eq!(attribute(&focused, "type"), "search");
}
