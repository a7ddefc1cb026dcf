//! A session of the programme in a list.

use floorplan::messages::{Msg, session_kind};
use floorplan::plan::{Plan, Session, SessionPlace};
use floorplan::state::{Action, Origin};
use yew::prelude::*;

use super::press::press;
use super::text::text;
use crate::words::Words;

/// Title, kind, time, and the stand where it takes place, if that is to be named.
pub(crate) fn session(
    plan: &Plan,
    session: &Session,
    dispatch: Option<&Callback<Action>>,
    words: Words,
) -> Html {
    let kind = session_kind(session.kind).map(|kind| words.say(kind));
    let when = match session.start {
        Some(start) => words.lang.time(start),
        None => words.say(Msg::NoTime).to_owned(),
    };
    let place = match (dispatch, session.place) {
        (Some(dispatch), Some(SessionPlace::Stand(ix))) => plan.stand(ix).map(|stand| {
            html! {
                <button class="em-link" onclick={press(dispatch, Action::Select(ix, Origin::User))}>
                    { words.with(Msg::StandNo, &[&stand.number]) }
                </button>
            }
        }),
        _ => None,
    };
    html! {
        <li class="em-session">
            <b>{ text(words, &session.title) }</b>
            <span>
                if let Some(kind) = kind { { kind }{ " · " } }
                { when }
                if let Some(place) = place { { " · " }{ place } }
            </span>
            if let Some(description) = &session.description {
                <span>{ text(words, description) }</span>
            }
        </li>
    }
}
