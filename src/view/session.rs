//! A session of the programme in a list.

use floorplan::format::Localised;
use floorplan::messages::{Msg, session_kind};
use floorplan::mine::{Kind, Marks};
use floorplan::plan::{Plan, SessionIx, SessionPlace};
use floorplan::programme::{Clock, when};
use floorplan::search::What;
use floorplan::state::{Action, Markable, Spot, Take};
use yew::prelude::*;

use super::marks::{bookmark, note, take, takes};
use super::nodes::nodes;
use super::press::press;
use super::text::{marked, paragraph, place_name, text};
use crate::words::Words;

/// Where a session is listed: what is said there already is not said of it again.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Within {
    /// At its place.
    Place,
    /// Under its day, or the heading of those without one.
    Day,
    /// Under its theme.
    Theme,
    /// Somewhere else.
    Others,
}

fn own(text: &str) -> Localised<'_> {
    Localised { text, lang: None }
}

/// Title, what sort of session it is, when and, but at its place, where, which it leads to; how it stands
/// to the clock. To bookmark, to note on, and to take along.
pub(super) fn session(
    plan: &Plan,
    ix: SessionIx,
    within: Within,
    clock: Option<Clock>,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let Some(session) = plan.sessions.get(ix.at()) else {
        return html! { <li></li> };
    };
    let lang = words.lang;
    let mut facts = Vec::new();
    // Each in the language that it is in.
    let mut add = |fact: Localised<'_>| {
        if !fact.text.is_empty() {
            if !facts.is_empty() {
                facts.push(" · ".into());
            }
            facts.push(marked(fact.text, fact.lang));
        }
    };
    match (session_kind(session.kind), &session.theme) {
        (Some(kind), _) => add(own(words.say(kind))),
        (None, Some(theme)) if within != Within::Theme => add(theme.get(lang.tag())),
        _ => {}
    }
    let has_place = within != Within::Place;
    // The last part of the programme says for all that no day is published.
    if within != Within::Day || session.start.is_some() {
        let time = when(session, lang);
        add(own(match session.start {
            Some(_) => &time,
            None => words.say(Msg::NoDay),
        }));
    }
    if has_place {
        match (&session.place_name, session.place) {
            (Some(name), _) => add(name.get(lang.tag())),
            (_, Some(SessionPlace::Service(hall, at))) => {
                if let Some(spot) = Spot::of(plan, What::Service(hall, at)) {
                    add(place_name(&spot, words));
                }
            }
            (_, Some(SessionPlace::Stand(ix))) => {
                let number = plan.stand(ix).map_or("", |stand| &*stand.number);
                add(own(&words.with(Msg::StandNo, &[number])));
            }
            _ => {}
        }
    }
    let status = clock.and_then(|clock| clock.status(session).mark());
    add(own(status.map_or("", |status| words.say(status))));
    let head = html! { <><b>{ text(words, &session.title) }</b><span>{ nodes(facts) }</span></> };
    let is_on = marks.is_bookmarked(Kind::Session, &session.id);
    let title = session.title.get(lang.tag()).text;
    let mut buttons = vec![bookmark(
        Markable::Session(ix),
        title,
        is_on,
        dispatch,
        words,
    )];
    if session.start.is_some() {
        buttons.push(take(
            words.say(Msg::Calendar),
            title,
            Take::Session(ix),
            dispatch,
        ));
    }
    if is_on {
        buttons.push(note(Kind::Session, &session.id, title, marks, words));
    }
    html! {
        <li class="em-session" key={ix.0} data-now={status.filter(|status| *status != Msg::StatusPast).map(|_| "")}>
            if has_place && session.place.is_some() {
                <button onclick={press(dispatch, Action::Choose(What::Session(ix)))}>{ head }</button>
            } else {
                { head }
            }
            { paragraph(words, session.description.as_ref()) }
            { takes(buttons) }
        </li>
    }
}
