//! A session of the programme in a list.

use floorplan::messages::{Msg, session_kind};
use floorplan::plan::{Plan, Session, SessionPlace};
use floorplan::programme::when;
use floorplan::search::What;
use floorplan::state::{Action, Origin, Spot};
use yew::prelude::*;

use super::found::place_name;
use super::press::press;
use super::text::text;
use crate::words::Words;

/// Title, what sort of session it is, and when; in the programme (`dispatch`) also where, which it
/// leads to.
pub(super) fn session(
    plan: &Plan,
    session: &Session,
    dispatch: Option<&Callback<Action>>,
    words: Words,
) -> Html {
    let lang = words.lang;
    let mut facts = String::new();
    if let Some(kind) = session_kind(session.kind) {
        facts.push_str(words.say(kind));
    } else if let Some(theme) = &session.theme {
        facts.push_str(theme.get(lang.tag()).text);
    }
    let mut add = |fact: &str| {
        if !facts.is_empty() && !fact.is_empty() {
            facts.push_str(" · ");
        }
        facts.push_str(fact);
    };
    // The last part of the programme says for all that no day is published.
    if dispatch.is_none() || session.start.is_some() {
        add(&when(session, lang));
    }
    let mut action = None;
    if dispatch.is_some() {
        let place = match (&session.place_name, session.place) {
            (Some(name), _) => name.get(lang.tag()).text,
            (_, Some(SessionPlace::Service(hall, at))) => Spot::of(plan, What::Service(hall, at))
                .map_or("", |spot| place_name(&spot, words).text),
            (_, Some(SessionPlace::Stand(ix))) => {
                let number = plan.stand(ix).map_or("", |stand| &*stand.number);
                &words.with(Msg::StandNo, &[number])
            }
            _ => "",
        };
        add(place);
        action = match session.place {
            Some(SessionPlace::Stand(ix)) => Some(Action::Select(ix, Origin::User)),
            Some(SessionPlace::Service(hall, at)) => Some(Action::Choose(What::Service(hall, at))),
            None => None,
        };
    }
    let head = html! { <><b>{ text(words, &session.title) }</b><span>{ facts }</span></> };
    html! {
        <li class="em-session">
            if let (Some(action), Some(dispatch)) = (action, dispatch) {
                <button onclick={press(dispatch, action)}>{ head }</button>
            } else {
                { head }
            }
            if let Some(description) = &session.description {
                <span>{ text(words, description) }</span>
            }
        </li>
    }
}
