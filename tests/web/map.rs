//! One `<expo-map>` in the page, as a visitor sees it.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use crate::data;
use crate::page::{self, MOUSE, all, document, next_event, turn};

/// An `<expo-map>` in a box of its own; taken away when dropped.
pub struct Map {
    pub host: Element,
    frame: Element,
}

impl Map {
    /// An element that is not in the page yet.
    pub fn detached(attributes: &[(&str, &str)]) -> Self {
        expo_map::element::start();
        let frame = box_of(1200, 800);
        let host = document().create_element("expo-map").unwrap();
        set_style(&host, "block-size", "100%");
        for (name, value) in attributes {
            host.set_attribute(name, value).unwrap();
        }
        Self { host, frame }
    }

    /// Puts the element into the page.
    pub fn insert(&self) {
        self.frame.append_child(&self.host).unwrap();
    }

    /// Puts the element into the page and waits for its first picture, and for the stands of the
    /// keyboard, which come after it.
    pub async fn insert_and_wait(&self) -> JsValue {
        let ready = next_event(&self.host, "expo-map-ready");
        self.insert();
        let event = ready.await;
        page::until("the stands are there", || self.has(".em-stand")).await;
        turn().await;
        event
    }

    /// Shows a file in a language.
    pub async fn show(src: &str, lang: &str) -> Self {
        let map = Self::detached(&[("src", src), ("lang", lang), ("gestures", "free")]);
        map.insert_and_wait().await;
        map
    }

    /// Shows the EXPO in Russian.
    pub async fn expo() -> Self {
        Self::show(&data::expo(), "ru").await
    }

    pub fn shadow(&self) -> JsValue {
        page::shadow(&self.host)
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        all(&self.shadow(), selector)
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// The first match.
    pub fn one(&self, selector: &str) -> Element {
        let found = self.all(selector).into_iter().next();
        found.unwrap_or_else(|| panic!("there is no {selector}"))
    }

    pub fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }

    /// A stand of the map by its id.
    pub fn stand(&self, id: &str) -> Element {
        self.one(&format!(".em-stand[data-id='{id}']"))
    }

    /// The stand whose details are open.
    pub fn open(&self) -> Option<String> {
        self.all("[data-details]")
            .first()
            .map(|it| attribute(it, "data-details"))
    }

    /// The stand that is marked on the map.
    pub fn marked(&self) -> Option<String> {
        self.all(".em-stand[aria-current]")
            .first()
            .map(|it| attribute(it, "data-id"))
    }

    /// The stand that has the focus.
    pub fn focused_stand(&self) -> Option<String> {
        page::active(&self.shadow()).and_then(|it| it.get_attribute("data-id"))
    }

    /// What the status region says.
    pub fn status(&self) -> String {
        self.text("[role=status]")
    }

    /// Ids in the list, in its order.
    pub fn rows(&self) -> Vec<String> {
        self.all("[data-row]")
            .iter()
            .map(|it| attribute(it, "data-row"))
            .collect()
    }

    /// Ids of the stands in full colour, in the order of the map.
    pub fn bright(&self) -> Vec<String> {
        let stands = self.all(".em-stand:not([data-faded])");
        stands.iter().map(|it| attribute(it, "data-id")).collect()
    }

    /// Types into the search box.
    pub async fn search(&self, query: &str) {
        page::type_text(&self.one(".em-search input"), query);
        turn().await;
    }

    /// Clicks what matches.
    pub async fn click(&self, selector: &str) {
        let element: HtmlElement = self.one(selector).unchecked_into();
        element.click();
        turn().await;
    }

    /// Presses a key where the focus is, else on the widget's root.
    pub async fn press(&self, key: &str) {
        let target = page::active(&self.shadow()).unwrap_or_else(|| self.one(".expo-map"));
        page::key(&target, key);
        turn().await;
    }

    /// A click of the mouse where a stand's label is.
    pub async fn tap_stand(&self, id: &str) {
        let at = self.stand_place(id);
        let stage = self.one(".em-stage");
        MOUSE.down(&stage, at);
        MOUSE.up(&stage, at);
        turn().await;
    }

    /// How many labels there are.
    pub fn labels(&self) -> usize {
        page::labels(&self.host)
    }

    /// Where the stand's label is, in the window.
    pub fn stand_place(&self, id: &str) -> (f64, f64) {
        page::project(&self.host, id)
    }

    /// Waits until the map stands and is drawn for where it is.
    pub async fn still(&self) {
        let calm = Cell::new(0);
        let before = RefCell::new(String::new());
        page::until("the map stands still", || {
            let world = attribute(&self.one(".em-world"), "transform");
            let now = world + &self.moved();
            // A picture that was only shifted is as sharp as a new one.
            let stands = now.ends_with("scale(1)") && now == *before.borrow();
            calm.set(if stands { calm.get() + 1 } else { 0 });
            before.replace(now);
            calm.get() > 4
        })
        .await;
    }

    /// How the picture is moved: the one style that a gesture sets.
    pub fn moved(&self) -> String {
        let picture: HtmlElement = self.one(".em-picture").unchecked_into();
        picture.style().get_property_value("transform").unwrap()
    }
}

impl Drop for Map {
    fn drop(&mut self) {
        self.frame.remove();
    }
}

/// A box of that size that makes no page scroll.
pub fn box_of(width: u32, height: u32) -> Element {
    let frame = document().create_element("div").unwrap();
    for (name, value) in [
        ("position", "fixed"),
        ("inset", "0 auto auto 0"),
        ("width", &format!("{width}px")),
        ("height", &format!("{height}px")),
    ] {
        set_style(&frame, name, value);
    }
    page::body().append_child(&frame).unwrap();
    frame
}

pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

fn set_style(element: &Element, name: &str, value: &str) {
    let element: &HtmlElement = element.unchecked_ref();
    element.style().set_property(name, value).unwrap();
}
