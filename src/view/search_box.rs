//! The search box. What is typed arrives by the listeners of `effects`: the virtual DOM has no
//! `compositionend`.

use floorplan::messages::Msg;
use floorplan::state::{Action, State};
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::press::press;
use crate::words::Words;

/// The box, and a button to empty it.
pub(crate) fn search_box(state: &State, dispatch: &Callback<Action>, words: Words) -> Html {
    let query = &state.query;
    html! {
        <div class="em-search" part="search" role="search" data-chrome="">
            { icon(Icon::Search) }
            <input type="search" enterkeyhint="search" autocomplete="off" spellcheck="false"
                aria-label={words.say(Msg::SearchLabel)} placeholder={words.say(Msg::SearchPlaceholder)}
                value={query.clone()} data-search="" />
            if !query.is_empty() {
                <button class="em-clear" onclick={press(dispatch, Action::ClearQuery)}
                    aria-label={words.say(Msg::ClearSearch)}>
                    { icon(Icon::Close) }
                </button>
            }
        </div>
    }
}
