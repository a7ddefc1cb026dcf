//! A session of the programme in a list.

use floorplan::messages::{Msg, session_kind};
use floorplan::mine::{Kind, Marks};
use floorplan::plan::{Plan, SessionIx, SessionPlace};
use floorplan::state::{Action, Markable, Origin, Take};
use yew::prelude::*;

use super::my_list::{bookmark, take, takes};
use super::press::press;
use super::text::text;
use crate::words::Words;

/// Title, kind, time, and the stand where it takes place, if that is to be named; to bookmark, and
/// to take along.
pub(crate) fn session(
    plan: &Plan,
    ix: SessionIx,
    has_place: bool,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let Some(session) = plan.sessions.get(ix.at()) else {
        return html! { <li></li> };
    };
    let kind = session_kind(session.kind).map(|kind| words.say(kind));
    let when = match session.start {
        Some(start) => words.lang.time(start),
        None => words.say(Msg::NoTime).to_owned(),
    };
    let place = match (has_place, session.place) {
        (true, Some(SessionPlace::Stand(ix))) => plan.stand(ix).map(|stand| {
            html! {
                <button class="em-link" onclick={press(dispatch, Action::Select(ix, Origin::User))}>
                    { words.with(Msg::StandNo, &[&stand.number]) }
                </button>
            }
        }),
        _ => None,
    };
    let is_on = marks.is_bookmarked(Kind::Session, &session.id);
    let mut buttons = vec![bookmark(Markable::Session(ix), is_on, dispatch, words)];
    if session.start.is_some() {
        buttons.push(take(Msg::Calendar, Take::Session(ix), dispatch, words));
    }
    html! {
        <li class="em-session" key={ix.0}>
            <b>{ text(words, &session.title) }</b>
            <span>
                if let Some(kind) = kind { { kind }{ " · " } }
                { when }
                if let Some(place) = place { { " · " }{ place } }
            </span>
            if let Some(description) = &session.description {
                <span>{ text(words, description) }</span>
            }
            { takes(buttons) }
        </li>
    }
}
