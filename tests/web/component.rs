//! The Yew component in a Rust program.

use std::cell::RefCell;
use std::rc::Rc;

use expo_map::{ExpoMap, ExpoMapProps, Failed, Ready, Selected, Theme};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::data;
use crate::map::{attribute, box_of};
use crate::page::{self, all, turn, until};

/// What the callbacks were called with.
struct Calls<T>(Rc<RefCell<Vec<T>>>);

impl<T: 'static> Calls<T> {
    fn none() -> Self {
        Self(Rc::default())
    }

    fn callback(&self) -> Callback<T> {
        let calls = Rc::clone(&self.0);
        Callback::from(move |value| calls.borrow_mut().push(value))
    }

    fn take(&self) -> Vec<T> {
        self.0.take()
    }

    fn count(&self) -> usize {
        self.0.borrow().len()
    }
}

fn rows(root: &Element) -> usize {
    all(root, "[data-row]").len()
}

fn click(root: &Element, selector: &str) {
    let found = all(root, selector).into_iter().next();
    let element: HtmlElement = found
        .unwrap_or_else(|| panic!("there is no {selector}"))
        .unchecked_into();
    element.click();
}

#[derive(PartialEq, Properties)]
struct VisitProps {
    src: AttrValue,
    on_select: Callback<Option<Selected>>,
}

/// A program with a button of its own beside the map.
#[component]
fn Visit(props: &VisitProps) -> Html {
    let lang = use_state(|| "en");
    let onclick = {
        let lang = lang.clone();
        Callback::from(move |_| lang.set("zh"))
    };
    html! {
        <>
            <button id="own" {onclick}>{ "中文" }</button>
            <ExpoMap src={props.src.clone()} lang={*lang} on_select={props.on_select.clone()} />
        </>
    }
}

#[wasm_bindgen_test]
async fn in_a_program_of_its_own() {
    let selected = Calls::<Option<Selected>>::none();
    let root = box_of(1200, 800);
    let props = VisitProps {
        src: data::expo().into(),
        on_select: selected.callback(),
    };
    let app = yew::Renderer::<Visit>::with_root_and_props(root.clone(), props).render();
    until("the list is there", || rows(&root) == 36).await;

    click(&root, "[data-row='f2']");
    turn().await;
    let calls = selected.take();
    assert_eq!(calls.len(), 1);
    let stand = calls[0].as_ref().expect("a stand was chosen");
    assert_eq!((stand.id.as_str(), stand.number.as_str()), ("f2", "F2"));
    assert_eq!(stand.name, "Porcelain of Russia");
    assert_eq!(
        stand.participants,
        ["Gzhel Porcelain Factory", "Imperial Porcelain Factory"]
    );

    click(&root, ".em-back");
    turn().await;
    assert_eq!(selected.take(), [None]);

    click(&root, "#own");
    turn().await;
    assert_eq!(attribute(&all(&root, ".expo-map")[0], "lang"), "zh-Hans");
    assert_eq!(selected.count(), 0);

    app.destroy();
    turn().await;
    assert_eq!(rows(&root), 0);
    root.remove();
}

#[wasm_bindgen_test]
async fn every_callback_and_property() {
    let (ready, selected, failed) = (
        Calls::<Ready>::none(),
        Calls::<Option<Selected>>::none(),
        Calls::<Failed>::none(),
    );
    let root = box_of(1200, 800);
    let mut props = yew::props!(ExpoMapProps {
        src: data::small(),
        lang: "ru",
        selected: "A2",
        theme: Theme::Dark,
        on_ready: ready.callback(),
        on_select: selected.callback(),
        on_error: failed.callback(),
    });
    let mut app =
        yew::Renderer::<ExpoMap>::with_root_and_props(root.clone(), props.clone()).render();
    until("it is ready", || ready.count() == 1).await;
    turn().await;
    assert_eq!(
        ready.take(),
        [Ready {
            stands: 4,
            warnings: Vec::new()
        }]
    );
    assert_eq!(
        attribute(&all(&root, "[data-details]")[0], "data-details"),
        "a2"
    );
    assert_eq!(attribute(&all(&root, ".expo-map")[0], "data-theme"), "dark");
    assert_eq!(selected.count(), 0);

    props.src = page::dead_url().into();
    app.update(props.clone());
    until("it has failed", || failed.count() == 1).await;
    let failures = failed.take();
    assert_eq!(failures[0].code, "network");
    assert!(
        failures[0].message.contains("Нет связи"),
        "{}",
        failures[0].message
    );

    props.src = data::expo().into();
    app.update(props);
    until("it is ready again", || ready.count() == 1).await;
    turn().await;
    // What is selected holds for other data too.
    assert_eq!(
        attribute(&all(&root, "[data-details]")[0], "data-details"),
        "a2"
    );
    assert_eq!(selected.count(), 0);
    app.destroy();
    root.remove();
}
