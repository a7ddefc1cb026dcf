//! The interface language.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::data;
use crate::map::{Map, attribute};
use crate::page::{texts, turn};

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Nothing on the screen is in another language, but for what is marked so.
fn assert_only(map: &Map, lang: &str, view: &str) {
    let foreign: fn(char) -> bool = match lang {
        "ru" => is_han,
        "zh" => is_cyrillic,
        _ => |c| is_cyrillic(c) || is_han(c),
    };
    let wrong: Vec<_> = texts(&map.one(".expo-map"))
        .into_iter()
        .filter(|text| text.chars().any(foreign))
        .collect();
    assert!(wrong.is_empty(), "{lang}, {view}: {wrong:?}");
}

async fn switch(map: &Map, locale: &str) {
    map.click(&format!(".em-langs [lang='{locale}']")).await;
    assert_eq!(attribute(&map.one(".expo-map"), "lang"), locale);
    assert_eq!(
        attribute(
            &map.one(&format!(".em-langs [lang='{locale}']")),
            "aria-pressed"
        ),
        "true"
    );
    assert_eq!(map.all(".em-langs [aria-pressed='true']").len(), 1);
}

#[wasm_bindgen_test]
async fn nothing_of_the_old_language_stays() {
    let map = Map::expo().await;
    for locale in ["zh-Hans", "en", "ru", "en", "zh-Hans"] {
        let lang = locale.split('-').next().unwrap();
        switch(&map, locale).await;
        assert_only(&map, lang, "list");
        for id in map.bright() {
            map.host.set_attribute("selected", &id).unwrap();
            turn().await;
            assert_only(&map, lang, &id);
        }
        map.host.remove_attribute("selected").unwrap();
        turn().await;
        map.click(".em-note").await;
        assert_only(&map, lang, "about");
        map.click(".em-back").await;
    }
}

#[wasm_bindgen_test]
async fn query_filter_and_selection_stay() {
    let map = Map::expo().await;
    map.search("роса").await;
    let rows = map.rows();
    map.click("[data-row='a1']").await;
    for (locale, title) in [
        ("zh-Hans", "俄罗斯国家原子能集团公司"),
        ("en", "Rosatom"),
        ("ru", "Росатом"),
    ] {
        switch(&map, locale).await;
        assert_eq!(map.open().as_deref(), Some("a1"));
        assert!(map.text(".em-details h2").contains(title));
        let input: HtmlInputElement = map.one(".em-search input").unchecked_into();
        assert_eq!(input.value(), "роса");
    }
    map.press("Escape").await;
    assert_eq!(map.rows(), rows);
}

#[wasm_bindgen_test]
async fn counts_and_numbers_are_spelt_in_the_language() {
    let map = Map::expo().await;
    for (locale, sum) in [
        ("ru", "3\u{a0}500\u{a0}м² · 36 стендов"),
        ("zh-Hans", "3,500平方米 · 36个展位"),
        ("en", "3,500\u{a0}m² · 36 stands"),
    ] {
        switch(&map, locale).await;
        assert_eq!(map.text(".em-sum"), sum);
    }
}

#[wasm_bindgen_test]
async fn the_attribute_decides_then_the_page() {
    let map = Map::detached(&[("src", &data::small()), ("lang", "zh-CN")]);
    map.insert_and_wait().await;
    let lang = || attribute(&map.one(".expo-map"), "lang");
    assert_eq!(lang(), "zh-Hans");

    map.host.set_attribute("lang", "ru").unwrap();
    turn().await;
    assert_eq!(lang(), "ru");

    let page = crate::page::document().document_element().unwrap();
    let before = page.get_attribute("lang");
    page.set_attribute("lang", "en-GB").unwrap();
    map.host.remove_attribute("lang").unwrap();
    turn().await;
    assert_eq!(lang(), "en");
    page.set_attribute("lang", "zh").unwrap();
    map.host.set_attribute("lang", "xx").unwrap();
    turn().await;
    assert_eq!(
        lang(),
        "zh-Hans",
        "a language that is not spoken is as none"
    );
    match before {
        Some(before) => page.set_attribute("lang", &before).unwrap(),
        None => page.remove_attribute("lang").unwrap(),
    }
}
