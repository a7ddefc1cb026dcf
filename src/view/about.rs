//! About the event and the data.

use floorplan::messages::Msg;
use floorplan::plan::Plan;
use floorplan::state::{Action, Errand, Take};
use yew::prelude::*;

use super::marks::files;
use super::press::{back, words_button};
use super::provenance::{linked, sources};
use super::text::{paragraph, text};
use crate::words::Words;

/// The event in words, its supporters, what is schematic, the sources; and what can be done with
/// the whole of it.
pub(super) fn about(plan: &Plan, dispatch: &Callback<Action>, words: Words) -> Html {
    let event = &plan.event;
    let organisers = event.organisers.iter().map(|organiser| {
        html! { <li>{ linked(&organiser.name, organiser.url.as_ref(), words) }</li> }
    });
    let open_data = [
        ("JSON", Take::Data),
        ("GeoJSON", Take::Outlines),
        (words.say(Msg::Table), Take::AllStands),
        (words.say(Msg::Picture), Take::Picture),
        ("PNG", Take::Bitmap),
    ];
    html! {
        <article class="em-details">
            { back(Action::ShowList, dispatch, words) }
            <h2 tabindex="-1" data-panel-focus="">{ text(words, &event.name) }</h2>
            <p class="em-kind">
                { words.lang.days(event.start, event.end) }
                if let Some(place) = &event.place { { " · " }{ text(words, place) } }
            </p>
            <div class="em-also">
                { words_button(words.say(Msg::Print), Action::Errand(Errand::Print), dispatch) }
                { words_button(words.say(Msg::Keys), Action::Errand(Errand::ShowKeys), dispatch) }
            </div>
            if let Some(notice) = &event.notice {
                <p class="em-caveat"><b>{ words.say(Msg::Schematic) }{ ". " }</b>{ text(words, notice) }</p>
            }
            { paragraph(words, event.description.as_ref()) }
            if !event.organisers.is_empty() {
                <h3>{ words.say(Msg::Organisers) }</h3>
                <ul class="em-links">{ for organisers }</ul>
            }
            <h3>{ words.say(Msg::OpenData) }</h3>
            { files(&open_data, dispatch) }
            { sources(plan.sources.iter(), words) }
        </article>
    }
}
