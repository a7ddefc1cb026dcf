//! The map by keyboard alone.

use std::collections::BTreeSet;

use wasm_bindgen_test::wasm_bindgen_test;

use crate::data::EXPO_STANDS;
use crate::map::{Map, attribute};
use crate::page::{self, turn};

const ARROWS: [(&str, (f64, f64)); 4] = [
    ("ArrowRight", (1.0, 0.0)),
    ("ArrowLeft", (-1.0, 0.0)),
    ("ArrowDown", (0.0, 1.0)),
    ("ArrowUp", (0.0, -1.0)),
];

/// The one stand that Tab leads to.
fn tab_stop(map: &Map) -> String {
    let stops = map.all(".em-stand[tabindex='0']");
    assert_eq!(stops.len(), 1, "one Tab stop for all stands");
    assert_eq!(
        map.all(".em-stand[tabindex='-1']").len(),
        map.all(".em-stand").len() - 1
    );
    attribute(&stops[0], "data-id")
}

/// The middle of a stand, in the window.
fn place(map: &Map, id: &str) -> (f64, f64) {
    page::middle(&map.stand(id))
}

async fn focus(map: &Map, id: &str) {
    page::focus(&map.stand(id));
    turn().await;
}

#[wasm_bindgen_test]
async fn arrows_go_to_a_stand_in_their_direction() {
    let map = Map::expo().await;
    for start in map.bright() {
        for (arrow, (dx, dy)) in ARROWS {
            focus(&map, &start).await;
            map.press(arrow).await;
            let end = map.focused_stand().expect("the focus stays on the stands");
            assert_eq!(tab_stop(&map), end);
            if end != start {
                let (from, to) = (place(&map, &start), place(&map, &end));
                let ahead = (to.0 - from.0) * dx + (to.1 - from.1) * dy;
                assert!(ahead > 0.0, "{arrow} goes from {start} back to {end}");
            }
        }
    }
}

#[wasm_bindgen_test]
async fn arrows_reach_every_stand() {
    let map = Map::expo().await;
    let first = tab_stop(&map);
    let mut seen = BTreeSet::from([first.clone()]);
    let mut open = vec![first];
    while let Some(start) = open.pop() {
        for (arrow, _) in ARROWS {
            focus(&map, &start).await;
            map.press(arrow).await;
            let end = map.focused_stand().unwrap();
            if seen.insert(end.clone()) {
                open.push(end);
            }
        }
    }
    assert_eq!(seen.len(), EXPO_STANDS);
}

#[wasm_bindgen_test]
async fn home_and_end_go_to_two_ends() {
    let map = Map::expo().await;
    let first = tab_stop(&map);
    focus(&map, &first).await;
    map.press("End").await;
    let last = map.focused_stand().unwrap();
    assert_ne!(last, first);
    map.press("Home").await;
    assert_eq!(map.focused_stand().unwrap(), first);
}

#[wasm_bindgen_test]
async fn enter_and_space_open_and_escape_returns() {
    let map = Map::expo().await;
    let first = tab_stop(&map);
    for key in ["Enter", " "] {
        focus(&map, &first).await;
        map.press("ArrowRight").await;
        let stand = map.focused_stand().unwrap();
        map.press(key).await;
        assert_eq!(map.open().as_ref(), Some(&stand), "{key:?}");
        assert!(
            page::active(&map.shadow())
                .unwrap()
                .has_attribute("data-panel-focus")
        );
        map.press("Escape").await;
        assert_eq!(map.open(), None);
        assert_eq!(map.focused_stand(), Some(stand), "{key:?}");
    }
}

#[wasm_bindgen_test]
async fn the_focused_stand_is_outlined() {
    let map = Map::expo().await;
    focus(&map, "a1").await;
    map.press("ArrowRight").await;
    let stand = map.focused_stand().unwrap();
    let shape = map.stand(&stand);
    assert_eq!(
        attribute(&map.one("[data-mark=focus]"), "d"),
        attribute(&shape, "d")
    );
}

#[wasm_bindgen_test]
async fn plus_minus_and_zero_zoom() {
    let map = Map::expo().await;
    focus(&map, "a1").await;
    map.still().await;
    let scale = || attribute(&map.one(".em-world"), "transform");
    let fit = scale();
    map.press("+").await;
    map.still().await;
    let near = scale();
    assert_ne!(near, fit);
    map.press("-").await;
    map.press("0").await;
    map.still().await;
    assert_eq!(scale(), fit);
}

#[wasm_bindgen_test]
async fn escape_goes_back_one_step_at_a_time() {
    let map = Map::expo().await;
    map.search("росатом").await;
    map.click("[data-row='a1']").await;
    map.press("Escape").await;
    assert_eq!(map.open(), None);
    assert_eq!(map.rows(), ["a1"], "the search is still on");
    map.press("Escape").await;
    assert_eq!(map.rows().len(), EXPO_STANDS);
    assert_eq!(map.status(), "Показаны все стенды");
}
