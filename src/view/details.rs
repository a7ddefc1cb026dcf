//! The details of a stand.

use floorplan::describe::Guide;
use floorplan::messages::{Msg, participant_kind};
use floorplan::mine::Marks;
use floorplan::plan::{Participant, StandIx};
use floorplan::programme::Clock;
use floorplan::state::{Action, Exhibition, Origin};
use yew::prelude::*;

use super::colour::colour_name;
use super::marks::stand_marks;
use super::nodes::{links, nodes, panel_title, part_title, sessions};
use super::press::back;
use super::provenance::{Origins, link};
use super::session::{Within, session};
use super::text::{marked, name, paragraph, text, told};
use crate::words::Words;

/// Who stands there, what they show, what takes place; and once `is_whole`, at the end, where that is and where it
/// is known from.
pub(super) fn details(
    exhibition: &Exhibition,
    ix: StandIx,
    is_whole: bool,
    clock: Option<Clock>,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let plan = exhibition.plan();
    let Some(stand) = plan.stand(ix) else {
        return html! { <div /> };
    };
    let category = stand.category.and_then(|c| plan.categories.get(c.at()));
    let participants: Vec<&Participant> = stand
        .participants
        .iter()
        .filter_map(|p| plan.participant(*p))
        .collect();
    let mut here = Vec::new();
    for ix in &stand.sessions {
        here.push(session(
            plan,
            *ix,
            Within::Place,
            clock,
            marks,
            dispatch,
            words,
        ));
    }
    let mut title = plan.stand_name(stand, words.lang.tag());
    // With one participant and no name of its own, the stand's title is the participant's.
    let alone = stand.name.is_none() && participants.len() == 1;
    let hall = plan
        .halls
        .get(stand.hall.at())
        .filter(|_| plan.halls.len() > 1);
    let floor = plan
        .floor_of(stand)
        .filter(|_| plan.floors.len() > 1)
        .and_then(|floor| plan.floors.get(floor.at()));
    let mut people = Vec::new();
    for p in &participants {
        people.push(participant(p, alone, words));
    }
    let mut rest = Html::default();
    // Finding the neighbours takes longer than drawing all the rest.
    if is_whole {
        let mut origins = Origins::default();
        origins.add(&stand.provenance);
        for participant in &participants {
            origins.add(&participant.provenance);
        }
        for ix in &stand.sessions {
            if let Some(session) = plan.sessions.get(ix.at()) {
                origins.add(&session.provenance);
            }
        }
        let mut place = String::new();
        if let Some(floor) = plan.floor_of(stand)
            && let Some(scene) = exhibition.scene(floor)
        {
            let guide = Guide::new(plan, scene, words.lang).marking_languages();
            place = guide.place(ix);
        }
        rest = nodes(vec![
            told(words, Msg::Whereabouts, &place),
            origins.view(plan, words),
        ]);
    }
    // A stand that has no name is called by its number, which is said once.
    let mut number = words.with(Msg::StandNo, &[&stand.number]);
    if title.text == *stand.number {
        title.text = std::mem::take(&mut number).into();
    } else {
        number.push_str(". ");
    }
    let mut facts = Vec::new();
    let mut fact = |what: Msg, value: Html| {
        facts.push(html! { <div><dt>{ words.say(what) }</dt><dd>{ value }</dd></div> });
    };
    for (what, name) in [
        (Msg::Category, category.map(|category| &category.name)),
        (Msg::Hall, hall.map(|hall| &hall.name)),
        (Msg::Floor, floor.map(|floor| &floor.name)),
    ] {
        if let Some(name) = name {
            fact(what, text(words, name));
        }
    }
    fact(Msg::Area, words.area(stand.outline.area_m2()).into());
    html! {
        <article class="em-details" data-details={stand.id.to_string()}>
            { back(Action::Clear(Origin::User), dispatch, words) }
            <div class="em-title">
                <span class="em-badge em-big" data-colour={colour_name(plan, stand.category)}
                    aria-hidden="true">{ stand.number.to_string() }</span>
                { panel_title(html! { <><span class="em-sr">{ number }</span>{ name(&title) }</> }) }
            </div>
            { stand_marks(ix, stand, marks, dispatch, words) }
            <dl class="em-facts">{ nodes(facts) }</dl>
            { paragraph(words, stand.description.as_ref()) }
            { nodes(people) }
            if !here.is_empty() {
                { part_title(words.say(Msg::SessionsHere).into()) }
                { sessions(here) }
            }
            { rest }
            <slot name="details-footer" hidden={!is_whole} />
        </article>
    }
}

fn participant(p: &Participant, alone: bool, words: Words) -> Html {
    let mut parts = Vec::new();
    if let Some(logo) = &p.logo {
        let src = logo.as_str().to_owned();
        parts.push(html! { <img class="em-logo" {src} alt="" loading="lazy" /> });
    }
    if !alone {
        parts.push(part_title(text(words, &p.name)));
    }
    if let Some(kind) = participant_kind(p.kind) {
        parts.push(html! { <p class="em-kind">{ words.say(kind) }</p> });
    }
    parts.push(paragraph(words, p.description.as_ref()));
    let mut part = |what: Msg, of: Html| {
        let says = words.say(what);
        // Right below the stand's title when the participant has none of its own.
        parts.push(if alone {
            html! { <h3 class="em-part-title">{ says }</h3> }
        } else {
            html! { <h4 class="em-part-title">{ says }</h4> }
        });
        parts.push(of);
    };
    if p.shows.is_some() {
        part(Msg::OnDisplay, paragraph(words, p.shows.as_ref()));
    }
    if !p.products.is_empty() {
        let mut products = Vec::new();
        for product in &p.products {
            products.push(html! { <li>{ text(words, product) }</li> });
        }
        part(
            Msg::Products,
            html! { <ul class="em-tags">{ nodes(products) }</ul> },
        );
    }
    let mut contacts = Vec::new();
    for url in [&p.email, &p.phone].into_iter().flatten() {
        let url = url.as_str();
        let shown = url.split_once(':').map_or("", |(_, rest)| rest).to_owned();
        contacts.push(html! { <a href={url.to_owned()}>{ shown }</a> });
    }
    if let Some(address) = &p.address {
        contacts.push(text(words, address));
    }
    if !contacts.is_empty() {
        part(Msg::Contacts, links(contacts));
    }
    let mut pages = Vec::new();
    for l in &p.links {
        let label = match &l.label {
            Some(label) => text(words, label),
            None => marked(l.url.as_str(), None),
        };
        pages.push(link(l.url.as_str(), label, words));
    }
    if !pages.is_empty() {
        part(Msg::Links, links(pages));
    }
    html! { <section class="em-participant">{ nodes(parts) }</section> }
}
