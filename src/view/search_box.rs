//! The search box.

use floorplan::messages::Msg;
use floorplan::state::Action;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, InputEvent as WebInputEvent};
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SearchBoxProps {
    pub(crate) query: AttrValue,
    pub(crate) dispatch: Callback<Action>,
    pub(crate) words: Words,
}

/// Filters while one types, but not while an input method composes.
#[component]
pub(crate) fn SearchBox(props: &SearchBoxProps) -> Html {
    let SearchBoxProps {
        query,
        dispatch,
        words,
    } = props;
    let input = use_node_ref();
    let send = {
        let (dispatch, input) = (dispatch.clone(), input.clone());
        move || {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                dispatch.emit(Action::Query(input.value()));
            }
        }
    };
    let oninput = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            let composing = event
                .dyn_ref::<WebInputEvent>()
                .is_some_and(WebInputEvent::is_composing);
            if !composing {
                send();
            }
        })
    };
    // The virtual DOM has no `oncompositionend`.
    use_effect_with(input.clone(), move |input| {
        let input = input.cast::<web_sys::Element>();
        let listener =
            input.map(|input| EventListener::new(&input, "compositionend", move |_| send()));
        move || drop(listener)
    });
    let clear = {
        let (dispatch, input) = (dispatch.clone(), input.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Query(String::new()));
            if let Some(input) = input.cast::<web_sys::Element>() {
                crate::effects::take_focus(&input);
            }
        })
    };
    html! {
        <div class="em-search" role="search" data-chrome="">
            { icon(Icon::Search) }
            <input ref={input} type="search" enterkeyhint="search" autocomplete="off" spellcheck="false"
                aria-label={words.say(Msg::SearchLabel)} placeholder={words.say(Msg::SearchPlaceholder)}
                value={query.clone()} {oninput} />
            if !query.is_empty() {
                <button class="em-clear" onclick={clear} aria-label={words.say(Msg::ClearSearch)}>
                    { icon(Icon::Close) }
                </button>
            }
        </div>
    }
}
