//! What is there after loading.

use floorplan::format::Text;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::data::{self, EXPO_STANDS};
use crate::map::{Map, attribute};
use crate::page::detail;

#[wasm_bindgen_test]
async fn all_stands_are_drawn_and_listed() {
    let map = Map::detached(&[("src", &data::expo()), ("lang", "ru")]);
    let ready = map.insert_and_wait().await;

    assert_eq!(detail(&ready, "stands").as_f64(), Some(36.0));
    assert_eq!(map.all(".em-stand").len(), EXPO_STANDS);
    assert_eq!(map.rows().len(), EXPO_STANDS);
    assert_eq!(map.text(".em-sum"), "3\u{a0}500\u{a0}м² · 36 стендов");
    assert_eq!(map.text(".em-count h2"), "36 стендов");
    assert_eq!(map.status(), "");
    assert_eq!(attribute(&map.one(".expo-map"), "data-layout"), "wide");
}

#[wasm_bindgen_test]
async fn every_stand_has_a_role_a_name_and_a_shape() {
    let map = Map::expo().await;
    for stand in map.all(".em-stand") {
        let id = attribute(&stand, "data-id");
        assert_eq!(attribute(&stand, "role"), "button", "{id}");
        let label = attribute(&stand, "aria-label");
        assert!(
            label.starts_with(&format!("Стенд {}, ", id.to_uppercase())),
            "{label}"
        );
        assert_eq!(
            label.split(", ").count(),
            3,
            "number, name and category: {label}"
        );
        assert!(attribute(&stand, "d").starts_with('M'), "{id}");
    }
}

#[wasm_bindgen_test]
async fn every_participant_is_found_by_every_name() {
    let map = Map::expo().await;
    let plan = data::expo_plan();
    for participant in &plan.participants {
        let names = participant
            .name
            .iter()
            .chain(participant.short_name.iter().flat_map(Text::iter));
        for (lang, name) in names {
            map.search(name).await;
            let rows = map.rows();
            for stand in plan.stands.iter().filter(|s| {
                s.participants
                    .iter()
                    .filter_map(|p| plan.participant(*p))
                    .any(|p| p.id == participant.id)
            }) {
                assert!(
                    rows.iter().any(|row| **row == *stand.id),
                    "{name} ({lang}) finds {rows:?}"
                );
            }
        }
    }
}

#[wasm_bindgen_test]
async fn the_legend_counts_every_stand_once() {
    let map = Map::expo().await;
    let counts: Vec<usize> = map
        .all(".em-chip b")
        .iter()
        .map(|b| b.text_content().unwrap().parse().unwrap())
        .collect();
    assert_eq!(counts.iter().sum::<usize>(), EXPO_STANDS);
}

#[wasm_bindgen_test]
async fn a_file_with_two_floors_shows_one_at_a_time() {
    let map = Map::show(&data::small(), "en").await;
    assert_eq!(map.all(".em-stand").len(), 3);
    assert_eq!(map.rows().len(), 4);

    map.click(".em-floor[aria-pressed='false']").await;
    assert_eq!(map.bright(), ["b1"]);
    assert_eq!(map.text(".em-floor[aria-pressed='true']"), "Upper floor");

    map.click("[data-row='a1']").await;
    assert!(
        map.bright().contains(&"a1".to_owned()),
        "choosing a stand shows its floor"
    );
}
