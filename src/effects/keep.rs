//! Keeping marks and recent searches: the browser's storage, other maps and tabs, the page's link. Nothing is
//! written before the visitor's first mark, and nothing of this throws.

use std::rc::Rc;

use floorplan::messages::Msg;
use floorplan::mine::{Kept, Marks, storage_key};
use floorplan::plan::Event;
use floorplan::state::{Action, MarksFrom, Own, State};
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, Element};
use yew::Callback;

use super::Ends;
use crate::words::Words;

/// What `browser.js` tells: a letter for what it is, then a text.
type Told = dyn FnMut(String);

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchMarks)]
    fn watch_marks(key: &str, source: &str, link: &str, told: &Closure<Told>) -> AbortController;
    #[wasm_bindgen(js_name = watchClock)]
    fn watch_clock(
        ends: &AbortController,
        zone: &str,
        first_day: i32,
        last_day: i32,
        told: &Closure<Told>,
    );
    #[wasm_bindgen(js_name = keepMarks)]
    fn keep_marks(key: &str, source: &str, link: &str, text: &str, told: &Closure<Told>);
    #[wasm_bindgen(js_name = keepSearches)]
    fn keep_searches(key: &str, text: &str, may_store: bool, told: &Closure<Told>);
    /// Shows a dialog: with a link that carries marks as a code, or, without marks, with what changed.
    #[wasm_bindgen(js_name = showMine)]
    fn show_mine(
        root: &Element,
        key: &str,
        link: &str,
        text: &str,
        title: &str,
        words: &str,
        lang: &str,
        close: &str,
    );
    /// Shares or copies a link to the page with these marks.
    #[wasm_bindgen(js_name = shareLink)]
    fn share_link(link: &str, text: &str, told: &Closure<Told>);
}

/// Where the marks on one exhibition are kept; what others write there is told until this is
/// dropped.
pub(crate) struct Keeping {
    key: String,
    /// The address of the data.
    source: String,
    /// What links call the exhibition; empty where links carry no marks.
    link: String,
    _ends: Ends,
    told: Closure<Told>,
}

impl Keeping {
    /// Of the event. What is there already is told at once, and on its days what time it is there.
    pub(crate) fn new(
        event: &Event,
        source: &str,
        has_link: bool,
        dispatch: &Callback<Action>,
    ) -> Self {
        let id = &*event.id;
        let key = storage_key(id, Kept::Marks);
        let link = String::from(if has_link { id } else { "" });
        let dispatch = dispatch.clone();
        let told: Closure<Told> = Closure::new(move |told: String| {
            let text: Rc<str> = told.get(1..).unwrap_or_default().into();
            dispatch.emit(match told.as_bytes().first() {
                Some(b'm') => Action::Marks(text, MarksFrom::Other),
                Some(b's') => Action::Marks(text, MarksFrom::News),
                Some(b'q') => Action::Marks(text, MarksFrom::Searches),
                Some(b'l') => Action::Marks(text, MarksFrom::Link),
                Some(b't') => Action::Time(told.get(1..).and_then(|t| t.parse().ok()).unwrap_or(0)),
                Some(b'c') => Action::Own(Own::LinkCopied(true)),
                Some(b'a') => Action::Own(Own::LinkCopied(false)),
                Some(b'k') => Action::Own(Own::Kept(true)),
                _ => Action::Own(Own::Kept(false)),
            });
        });
        let ends = watch_marks(&key, source, &link, &told);
        if !event.time_zone.is_empty() {
            let (first, last) = (event.start.since_1970(), event.end.since_1970());
            watch_clock(&ends, &event.time_zone, first, last, &told);
        }
        Self {
            _ends: Ends(ends),
            told,
            key,
            source: source.to_owned(),
            link,
        }
    }

    /// Writes the marks, and tells whether the browser keeps them; or first what others have written
    /// there.
    pub(crate) fn keep(&self, marks: &Marks) {
        let text = marks.stored();
        keep_marks(&self.key, &self.source, &self.link, &text, &self.told);
    }

    /// Keeps recent searches: stored, or in the page; or tells first what others have stored there.
    pub(crate) fn keep_searches(&self, state: &State) {
        keep_searches(&self.key, &state.recent, state.may_store, &self.told);
    }

    /// Shows what changed since the last visit, or the link as a code for a camera.
    pub(crate) fn show(&self, root: &Element, words: Words, state: &State, is_code: bool) {
        let say = |msg| words.say(msg);
        let (text, title, about) = if is_code {
            (state.link(), Msg::Code, Msg::CodeTooLong)
        } else {
            (String::new(), Msg::News, Msg::Changes)
        };
        let (lang, close) = (words.lang.tag(), say(Msg::Close));
        show_mine(
            root,
            &self.key,
            &self.link,
            &text,
            say(title),
            say(about),
            lang,
            close,
        );
    }

    /// Shares a link with the marks.
    pub(crate) fn share(&self, state: &State) {
        share_link(&self.link, &state.link(), &self.told);
    }
}
