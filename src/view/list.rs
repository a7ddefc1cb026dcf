//! The list of stands, in step with the map.

use floorplan::messages::{Msg, Noun, participant_kind};
use floorplan::mine::Marks;
use floorplan::plan::{Plan, Stand, StandIx};
use floorplan::state::{Action, Origin};
use yew::prelude::*;

use super::colour::colour_name;
use super::my_list::kept;
use super::press::press;
use super::text::{name, text};
use crate::words::Words;

/// The stands that the map shows in full colour; `None` for all, in file order. The first `rows`
/// of them.
pub(super) fn stand_list(
    plan: &Plan,
    matches: Option<&[StandIx]>,
    rows: usize,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let all: Vec<StandIx>;
    let shown: &[StandIx] = if let Some(matches) = matches {
        matches
    } else {
        all = (0..plan.stands.len()).map(StandIx::from).collect();
        &all
    };
    let reset = matches.as_ref().map(|_| {
        html! {
            <button class="em-link" onclick={press(dispatch, Action::ResetFilters)}>
                { words.say(Msg::ResetFilters) }
            </button>
        }
    });
    let count = if matches.is_some() {
        Noun::Found
    } else {
        Noun::Stand
    };
    html! {
        <>
            <div class="em-count">
                <h2 tabindex="-1" data-panel-focus="">{ words.count(count, shown.len()) }</h2>
                { for reset }
            </div>
            if shown.is_empty() {
                <p class="em-empty">
                    <b>{ words.say(Msg::NothingFound) }</b>
                    { words.say(Msg::NothingFoundHint) }
                </p>
            } else {
                <ul class="em-list">
                    { for shown.iter().take(rows).filter_map(|ix| Some(row(plan, *ix, plan.stand(*ix)?, marks, dispatch, words))) }
                </ul>
                if rows < shown.len() {
                    <button class="em-link em-more" onclick={press(dispatch, Action::MoreRows)}>
                        { words.say(Msg::MoreRows) }
                    </button>
                }
            }
        </>
    }
}

fn row(
    plan: &Plan,
    ix: StandIx,
    stand: &Stand,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let category = stand.category.and_then(|c| plan.categories.get(c.at()));
    let first = stand
        .participants
        .first()
        .and_then(|p| plan.participant(*p));
    let kind = first
        .and_then(|p| participant_kind(p.kind))
        .map(|kind| words.say(kind));
    let about = match (kind, category) {
        (Some(kind), _) if stand.participants.len() == 1 => html! { { kind } },
        (_, Some(category)) => text(words, &category.name),
        _ => html! {},
    };
    let full = plan.stand_name(stand, words.lang.tag());
    html! {
        <li key={ix.0}>
            <button class="em-row" data-row={stand.id.to_string()} data-row-of={ix.0.to_string()}
                onclick={press(dispatch, Action::Select(ix, Origin::User))}>
                <span class="em-badge" data-colour={colour_name(plan, stand.category)}>{ stand.number.to_string() }</span>
                <span class="em-row-text">
                    <span class="em-row-name">{ name(&full) }</span>
                    <span class="em-row-about">{ about }{ kept(stand, marks, words) }</span>
                </span>
            </button>
        </li>
    }
}
