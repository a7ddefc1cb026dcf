//! The legend, which is the category filter.

use floorplan::messages::Msg;
use floorplan::plan::CategoryIx;
use floorplan::state::{Action, Exhibition, State};
use yew::prelude::*;

use super::colour::colour_name;
use super::nodes::nodes;
use super::press::{press, yes_no};
use super::text::text;
use crate::words::Words;

/// One chip a category, with the number of its stands.
pub(crate) fn legend(
    state: &State,
    exhibition: &Exhibition,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let plan = exhibition.plan();
    let mut chips = Vec::new();
    for (i, category) in plan.categories.iter().enumerate() {
        let ix = CategoryIx::from(i);
        let count = exhibition.counts().get(i).copied().unwrap_or(0);
        if count > 0 {
            let onclick = press(dispatch, Action::ToggleCategory(ix));
            chips.push(html! {
                <li>
                    <button class="em-chip" data-colour={colour_name(plan, Some(ix))} {onclick}
                        aria-pressed={yes_no(state.filter.has(ix))}>
                        <i class="em-dot" aria-hidden="true"></i>
                        <span>{ text(words, &category.name) }</span>
                        <b>{ words.lang.number(count as f64) }</b>
                    </button>
                </li>
            });
        }
    }
    html! {
        <ul class="em-legend" part="legend" data-chrome="" aria-label={words.say(Msg::Legend)}>{ nodes(chips) }</ul>
    }
}
