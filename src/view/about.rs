//! About the event, its programme, and the data.

use floorplan::messages::Msg;
use floorplan::mine::Marks;
use floorplan::plan::Plan;
use floorplan::state::{Action, Take};
use yew::prelude::*;

use super::my_list::{take, takes};
use super::press::back;
use super::provenance::{linked, sources};
use super::session::session;
use super::text::{paragraph, text};
use crate::words::Words;

/// The event in words, its supporters, the programme, what is schematic, the sources.
pub(super) fn about(plan: &Plan, marks: &Marks, dispatch: &Callback<Action>, words: Words) -> Html {
    let event = &plan.event;
    let organisers = event.organisers.iter().map(|organiser| {
        html! { <li>{ linked(&organiser.name, organiser.url.as_ref(), words) }</li> }
    });
    html! {
        <article class="em-details">
            { back(Action::ShowList, dispatch, words) }
            <h2 tabindex="-1" data-panel-focus="">{ text(words, &event.name) }</h2>
            <p class="em-kind">
                { words.lang.days(event.start, event.end) }
                { for event.place.iter().map(|place| html! { <>{ " · " }{ text(words, place) }</> }) }
            </p>
            if let Some(notice) = &event.notice {
                <p class="em-caveat"><b>{ words.say(Msg::Schematic) }{ ". " }</b>{ text(words, notice) }</p>
            }
            { paragraph(words, event.description.as_ref()) }
            if !event.organisers.is_empty() {
                <h3>{ words.say(Msg::Organisers) }</h3>
                <ul class="em-links">{ for organisers }</ul>
            }
            if !plan.sessions.is_empty() {
                <h3>{ words.say(Msg::Programme) }{ " · " }{ words.lang.number(plan.sessions.len() as f64) }</h3>
                <ul class="em-sessions">
                    { for (0..plan.sessions.len()).map(|s| session(plan, s.into(), true, marks, dispatch, words)) }
                </ul>
            }
            { takes(vec![take(Msg::Picture, Take::Picture, dispatch, words)]) }
            { sources(plan.sources.iter(), words) }
        </article>
    }
}
