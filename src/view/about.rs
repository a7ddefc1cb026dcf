//! About the event and the data.

use floorplan::describe::Guide;
use floorplan::messages::Msg;
use floorplan::plan::FloorIx;
use floorplan::state::{Action, Errand, Exhibition, Take};
use yew::prelude::*;

use super::marks::files;
use super::nodes::{links, panel_title, part_title};
use super::press::{back, words_button};
use super::provenance::{linked, sources};
use super::text::{paragraph, text, told, whole};
use crate::words::Words;

/// The event in words, its supporters, what is schematic, the sources; and what can be done with
/// the whole of it.
pub(super) fn about(exhibition: &Exhibition, dispatch: &Callback<Action>, words: Words) -> Html {
    let plan = exhibition.plan();
    let event = &plan.event;
    let mut in_words = String::new();
    for floor in 0..plan.floors.len() {
        if let Some(scene) = exhibition.scene(FloorIx::from(floor)) {
            let guide = Guide::new(plan, scene, words.lang).marking_languages();
            in_words.push_str(&guide.floor());
        }
    }
    let mut organisers = Vec::new();
    for organiser in &event.organisers {
        organisers.push(linked(&organiser.name, organiser.url.as_ref(), words));
    }
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
            { panel_title(text(words, &event.name)) }
            <p class="em-kind">
                { words.lang.days(event.start, event.end) }
                if let Some(place) = &event.place { { " · " }{ text(words, place) } }
            </p>
            <div class="em-also">
                { words_button(words.say(Msg::Print), Action::Errand(Errand::Print), dispatch) }
                { words_button(words.say(Msg::Keys), Action::Errand(Errand::ShowKeys), dispatch) }
            </div>
            if let Some(notice) = &event.notice {
                <p class="em-caveat"><b>{ words.say(Msg::Schematic) }{ ". " }</b>{ whole(words, notice) }</p>
            }
            { paragraph(words, event.description.as_ref()) }
            if !organisers.is_empty() {
                { part_title(words.say(Msg::Organisers).into()) }
                { links(organisers) }
            }
            { told(words, Msg::PlanInWords, &in_words) }
            { part_title(words.say(Msg::OpenData).into()) }
            { files(&open_data, dispatch) }
            { sources(plan.sources.iter(), words) }
        </article>
    }
}
