//! What the element's JavaScript class holds: one mounted map.

use floorplan::state::Action;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::events;
use crate::app::{ExpoMap, ExpoMapProps, Gestures, Msg, Theme};

/// One mounted map. The element's attributes and methods come in here.
#[wasm_bindgen]
pub struct MapHandle {
    app: AppHandle<ExpoMap>,
    props: ExpoMapProps,
}

impl MapHandle {
    /// Mounts a map in `root`; events are fired on `host`, whose attributes are read.
    pub(super) fn mount(host: &HtmlElement, root: Element) -> Self {
        let (ready, select, error) = (host.clone(), host.clone(), host.clone());
        let mut props = ExpoMapProps {
            src: AttrValue::default(),
            lang: None,
            selected: None,
            theme: Theme::default(),
            gestures: Gestures::default(),
            deep_link: false,
            on_ready: Callback::from(move |detail| events::ready(&ready, &detail)),
            on_select: Callback::from(move |detail: Option<_>| {
                events::select(&select, detail.as_ref());
            }),
            on_error: Callback::from(move |detail| events::error(&error, &detail)),
        };
        for name in ["src", "lang", "selected", "theme", "gestures", "deep-link"] {
            set(&mut props, name, host.get_attribute(name));
        }
        let app = Renderer::<ExpoMap>::with_root_and_props(root, props.clone()).render();
        Self { app, props }
    }
}

#[wasm_bindgen]
impl MapHandle {
    /// An attribute changed; `None` when it was removed.
    pub fn set(&mut self, name: &str, value: Option<String>) {
        if name == "selected" {
            // In turn with the methods: properties are handed on before messages are.
            let id = value.as_deref().unwrap_or_default();
            self.act(Action::SelectById(id.into()));
        }
        set(&mut self.props, name, value);
        self.app.update(self.props.clone());
    }

    /// Asks what [`State::ask`](floorplan::state::State::ask) answers: `to` is called once, with its text
    /// or with a file, after whatever was asked before.
    pub fn ask(&self, ask: u8, argument: String, to: Function) {
        self.app.send_message(Msg::Ask(ask, argument, to));
    }

    /// Shows a stand, by id or number, in the middle of the map, so many pixels per metre.
    #[wasm_bindgen(js_name = centerOn)]
    pub fn center_on(&self, id: String, scale: f64) {
        self.act(Action::CenterOn(id.into(), scale));
    }

    /// Where the middle of a stand's label is, pixels from the map's corner; nothing for a stand
    /// that is not on the shown floor.
    pub fn place(&self, id: &str) -> Option<Vec<f64>> {
        let at = self.app.get_component()?.state().screen_of(id)?;
        Some(vec![at.x, at.y])
    }

    /// Pixels per metre; 0 while there is no map.
    pub fn scale(&self) -> f64 {
        let app = self.app.get_component();
        app.map_or(0.0, |app| app.state().scale())
    }

    /// How many labels are on the map now.
    pub fn labels(&self) -> usize {
        let app = self.app.get_component();
        app.map_or(0, |app| app.visible_labels())
    }

    /// The id of the stand under the pointer.
    pub fn hovered(&self) -> Option<String> {
        let app = self.app.get_component()?;
        let state = app.state();
        Some(state.plan()?.stand(state.hovered?)?.id.to_string())
    }

    /// Ends the module as a fault of its own would.
    #[cfg(target_arch = "wasm32")]
    pub fn crash(&self) {
        std::process::abort()
    }

    /// Unmounts the map.
    pub fn destroy(self) {
        self.app.destroy();
    }

    fn act(&self, action: Action) {
        self.app.send_message(Msg::Action(action));
    }
}

fn set(props: &mut ExpoMapProps, name: &str, value: Option<String>) {
    let word = value.as_deref().unwrap_or_default();
    match name {
        "theme" => {
            props.theme = match word {
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                "contrast" => Theme::Contrast,
                _ => Theme::Auto,
            };
        }
        "gestures" => {
            props.gestures = match word {
                "free" => Gestures::Free,
                "cooperative" => Gestures::Cooperative,
                _ => Gestures::Auto,
            };
        }
        "deep-link" => props.deep_link = value.is_some(),
        "src" => props.src = value.unwrap_or_default().into(),
        "lang" => props.lang = value.map(Into::into),
        "selected" => props.selected = value.map(Into::into),
        _ => {}
    }
}
