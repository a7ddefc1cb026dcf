//! List and map show the same stands.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::map::{Map, attribute};
use crate::page::turn;

const QUERIES: [&str; 12] = [
    "росатом",
    "РОСАТОМ",
    "俄铝",
    "bank",
    "е",
    "a",
    "регион",
    "мсп",
    "фарфор Гжель",
    "a1",
    "zzz",
    "  ",
];

fn assert_in_step(map: &Map, when: &str) {
    let (mut rows, mut bright) = (map.rows(), map.bright());
    rows.sort();
    bright.sort();
    assert_eq!(rows, bright, "{when}");
}

#[wasm_bindgen_test]
async fn for_queries() {
    let map = Map::expo().await;
    for query in QUERIES {
        map.search(query).await;
        assert_in_step(&map, query);
        assert!(
            map.labels() <= map.rows().len(),
            "{query}: no label on a faded stand"
        );
    }
    map.search("").await;
    assert_in_step(&map, "nothing");
    assert_eq!(map.rows().len(), 36);
}

#[wasm_bindgen_test]
async fn for_categories_alone_together_and_with_a_query() {
    let map = Map::expo().await;
    for at in 1..=map.all(".em-legend .em-chip").len() {
        let chip = format!(".em-legend li:nth-child({at}) .em-chip");
        let count: usize = map.text(&format!("{chip} b")).parse().unwrap();
        map.click(&chip).await;
        assert_eq!(attribute(&map.one(&chip), "aria-pressed"), "true");
        assert_eq!(map.rows().len(), count);
        assert_in_step(&map, &chip);
        for query in QUERIES {
            map.search(query).await;
            assert_in_step(&map, &format!("{chip} and {query}"));
        }
        map.search("").await;
        map.click(&chip).await;
        assert_eq!(map.rows().len(), 36);
    }
    map.click(".em-legend li:nth-child(1) .em-chip").await;
    map.click(".em-legend li:nth-child(2) .em-chip").await;
    assert_in_step(&map, "two categories");
    map.click(".em-count .em-link").await;
    assert_eq!(map.rows().len(), 36, "the reset");
    assert!(!map.has(".em-chip[aria-pressed='true']"));
}

#[wasm_bindgen_test]
async fn the_status_speaks_once_for_each_search() {
    let map = Map::expo().await;
    for (query, status) in [
        ("росатом", "Найден 1 стенд"),
        ("фарфор", "Найдено"),
        ("xyzxyz", "Ничего не найдено"),
        ("", "Показаны все стенды"),
    ] {
        map.search(query).await;
        crate::page::until(query, || map.status().starts_with(status)).await;
    }
    assert_eq!(map.all("[role=status]").len(), 1);
}

#[wasm_bindgen_test]
async fn nothing_is_filtered_while_an_input_method_composes() {
    let map = Map::expo().await;
    let input = map.one(".em-search input");
    crate::page::compose(&input, "俄铝");
    turn().await;
    assert_eq!(map.rows().len(), 36);
    crate::page::end_composing(&input);
    turn().await;
    assert_eq!(map.rows(), ["a3"]);
}
