//! Buttons and what they do.

use floorplan::messages::Msg;
use floorplan::state::Action;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::words::Words;

/// A click handler that sends an action. One closure for all buttons: each further one would
/// cost the bundle some hundred bytes.
pub(super) fn press(dispatch: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    dispatch.reform(move |_| action.clone())
}

/// A button that is an icon, with its label for those who hover or listen.
pub(super) fn tool(
    what: Icon,
    label: Msg,
    action: Action,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let label = words.say(label);
    let onclick = press(dispatch, action);
    html! {
        <button class="em-tool" {onclick} aria-label={label} title={label}>{ icon(what) }</button>
    }
}

/// A button that is words.
pub(super) fn words_button(says: &str, action: Action, dispatch: &Callback<Action>) -> Html {
    html! { <button class="em-link" onclick={press(dispatch, action)}>{ says.to_owned() }</button> }
}

/// A button with an icon, or none, and words, for something of one's own: pressed or not, or neither. Where many
/// are alike, `of` tells what it is for.
pub(super) fn own(
    what: Icon,
    label: &str,
    of: &str,
    is_on: Option<bool>,
    action: Action,
    dispatch: &Callback<Action>,
) -> Html {
    let name = (!of.is_empty()).then(|| [label, ": ", of].concat());
    html! {
        <button class="em-chip" aria-label={name} onclick={press(dispatch, action)} aria-pressed={is_on.map(yes_no)}>
            { icon(what) }{ label.to_owned() }
        </button>
    }
}

/// From a page of the panel back to the list.
pub(super) fn back(action: Action, dispatch: &Callback<Action>, words: Words) -> Html {
    html! {
        <button class="em-back" onclick={press(dispatch, action)}>
            { icon(Icon::Back) }{ words.say(Msg::BackToList) }
        </button>
    }
}

/// A place or a size in whole pixels, for an attribute of an SVG.
pub(super) fn pixels(value: f64) -> String {
    (value.round() as i32).to_string()
}

/// The value of `aria-pressed` and its like.
pub(super) fn yes_no(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}
