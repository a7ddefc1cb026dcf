//! About the event, its programme, and the data.

use floorplan::messages::Msg;
use floorplan::plan::Plan;
use floorplan::state::Action;
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::press::press;
use super::provenance::link;
use super::session::session;
use super::text::text;
use crate::words::Words;

/// The event in words, its supporters, the programme, what is schematic, the sources.
pub(super) fn about(plan: &Plan, dispatch: &Callback<Action>, words: &Words) -> Html {
    let event = &plan.event;
    let organisers = event.organisers.iter().enumerate().map(|(i, organiser)| {
        let name = text(words, &organiser.name);
        match &organiser.url {
            Some(url) => html! { <li key={i}>{ link(url.as_str(), name, words) }</li> },
            None => html! { <li key={i}>{ name }</li> },
        }
    });
    let sources = plan.sources.iter().map(|source| {
        let title = text(words, &source.title);
        let title = match &source.url {
            Some(url) => link(url.as_str(), title, words),
            None => title,
        };
        html! { <li key={source.id.to_string()}>{ title }</li> }
    });
    html! {
        <article class="em-details">
            <button class="em-back" onclick={press(dispatch, Action::ShowList)}>
                { icon(Icon::Back) }{ words.say(Msg::BackToList) }
            </button>
            <h2 tabindex="-1" data-panel-focus="">{ text(words, &event.name) }</h2>
            <p class="em-kind">
                { words.formats().days(event.start, event.end) }
                { for event.place.iter().map(|place| html! { <>{ " · " }{ text(words, place) }</> }) }
            </p>
            if let Some(notice) = &event.notice {
                <p class="em-caveat"><b>{ words.say(Msg::Schematic) }{ ". " }</b>{ text(words, notice) }</p>
            }
            { for event.description.iter().map(|d| html! { <p>{ text(words, d) }</p> }) }
            if !event.organisers.is_empty() {
                <h3>{ words.say(Msg::Organisers) }</h3>
                <ul class="em-links">{ for organisers }</ul>
            }
            if !plan.sessions.is_empty() {
                <h3>{ words.say(Msg::Programme) }{ " · " }{ words.formats().number(plan.sessions.len() as f64) }</h3>
                <ul class="em-sessions">
                    { for plan.sessions.iter().map(|s| session(plan, s, Some(dispatch), words)) }
                </ul>
            }
            if !plan.sources.is_empty() {
                <h3>{ words.say(Msg::Sources) }</h3>
                <ul class="em-links">{ for sources }</ul>
            }
        </article>
    }
}
