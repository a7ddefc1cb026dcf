//! What the details of a stand say.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::data;
use crate::map::{Map, attribute};
use crate::page::{self, turn};

fn details(map: &Map) -> String {
    map.text(".em-details")
}

async fn open(map: &Map, id: &str) {
    map.host.set_attribute("selected", id).unwrap();
    turn().await;
    assert_eq!(map.open().as_deref(), Some(id));
    // The last of it comes a moment later.
    page::until("all of it", || map.has(".em-details .em-origins")).await;
}

#[wasm_bindgen_test]
async fn one_participant_with_everything_the_sources_say() {
    let map = Map::expo().await;
    open(&map, "a1").await;
    let text = details(&map);
    for part in [
        "Стенд A1",
        "Росатом",
        "Промышленность",
        "м²",
        "Государственная корпорация, атомная отрасль.",
        "Что представлено",
        "Перспективные проекты и предложения",
        "Источники",
        "Условно",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let link = map.one(".em-details a[href='https://rosatom.ru/']");
    assert_eq!(attribute(&link, "target"), "_blank");
    assert_eq!(attribute(&link, "rel"), "noopener noreferrer");
}

#[wasm_bindgen_test]
async fn several_participants_on_one_stand() {
    let map = Map::expo().await;
    open(&map, "f2").await;
    let names: Vec<_> = map
        .all(".em-participant h3")
        .iter()
        .filter_map(|h| h.text_content())
        .collect();
    assert_eq!(
        names,
        [
            "Гжельский фарфоровый завод",
            "Императорский фарфоровый завод"
        ]
    );
}

#[wasm_bindgen_test]
async fn the_sessions_of_a_stand() {
    let map = Map::expo().await;
    open(&map, "h1").await;
    let plan = data::expo_plan();
    let here = plan
        .stands
        .iter()
        .find(|s| &*s.id == "h1")
        .unwrap()
        .sessions
        .len();
    assert!(here > 0);
    assert_eq!(map.all(".em-details .em-session").len(), here);
}

#[wasm_bindgen_test]
async fn contacts_are_links() {
    let map = Map::show(&data::small(), "en").await;
    open(&map, "a1").await;
    assert!(map.has(".em-details a[href='mailto:expo@lathe.example']"));
    assert!(map.has(".em-details a[href^='tel:']"));
    assert!(map.has(".em-details a[href='https://lathe.example/']"));
}

#[wasm_bindgen_test]
async fn an_unsafe_link_is_left_out() {
    let broken = data::SMALL.replace("https://lathe.example/", "java\\tScript:alert(1)");
    let map = Map::show(&page::blob_url(&broken), "en").await;
    open(&map, "a1").await;
    assert!(details(&map).contains("Lathe Works"));
    for link in map.all("a[href]") {
        let href = attribute(&link, "href");
        assert!(
            ["https:", "http:", "mailto:", "tel:"]
                .iter()
                .any(|s| href.starts_with(s)),
            "{href}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_name_from_another_language_says_so() {
    let map = Map::show(&data::small(), "zh").await;
    open(&map, "a3").await;
    let title = map.one(".em-details h2 [lang]");
    assert_eq!(title.text_content().as_deref(), Some("Honey"));
    assert_eq!(attribute(&title, "lang"), "en");
}

#[wasm_bindgen_test]
async fn about_the_event() {
    let map = Map::expo().await;
    map.click(".em-head .em-tool[title='О выставке']").await;
    assert_eq!(attribute(&map.one(".expo-map"), "data-view"), "about");
    let text = details(&map);
    for part in ["План схематичный", "Министерство промышленности и торговли"]
    {
        assert!(text.contains(part), "{part}");
    }
    assert!(
        page::active(&map.shadow())
            .unwrap()
            .has_attribute("data-panel-focus")
    );
    map.press("Escape").await;
    assert_eq!(attribute(&map.one(".expo-map"), "data-view"), "list");
}

#[wasm_bindgen_test]
async fn the_programme_by_day() {
    let map = Map::expo().await;
    map.click(".em-head .em-tool[title='Программа']").await;
    assert_eq!(attribute(&map.one(".expo-map"), "data-view"), "programme");
    assert_eq!(map.all(".em-session").len(), 16);
    let text = details(&map);
    for part in ["Программа · 16", "17 мая", "Дата и время не опубликованы"]
    {
        assert!(text.contains(part), "{part}");
    }
    map.click(".em-session button").await;
    assert_eq!(attribute(&map.one(".expo-map"), "data-view"), "details");
}
