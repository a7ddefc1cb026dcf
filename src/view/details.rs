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
use super::press::back;
use super::provenance::{Origins, link};
use super::session::{Within, session};
use super::text::{name, paragraph, text, told};
use crate::words::Words;

/// Who stands there, what they show, what takes place, and where that is known from.
pub(super) fn details(
    exhibition: &Exhibition,
    ix: StandIx,
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
    let sessions: Vec<_> = stand
        .sessions
        .iter()
        .filter_map(|s| plan.sessions.get(s.at()))
        .collect();
    let title = plan.stand_name(stand, words.lang.tag());
    // With one participant and no name of its own, the stand's title is the participant's.
    let alone = stand.name.is_none() && participants.len() == 1;
    let mut origins = Origins::default();
    origins.add(&stand.provenance);
    for participant in &participants {
        origins.add(&participant.provenance);
    }
    for session in &sessions {
        origins.add(&session.provenance);
    }
    let hall = plan
        .halls
        .get(stand.hall.at())
        .filter(|_| plan.halls.len() > 1);
    let mut place = String::new();
    if let Some(floor) = plan.floor_of(stand)
        && let Some(scene) = exhibition.scene(floor)
    {
        let guide = Guide::new(plan, scene, words.lang).marking_languages();
        place = guide.place(ix);
    }
    let fact = |what: Msg, value: Html| {
        html! { <div><dt>{ words.say(what) }</dt><dd>{ value }</dd></div> }
    };
    html! {
        <article class="em-details" data-details={stand.id.to_string()}>
            { back(Action::Clear(Origin::User), dispatch, words) }
            <div class="em-title">
                <span class="em-badge em-big" data-colour={colour_name(plan, stand.category)}
                    aria-hidden="true">{ stand.number.to_string() }</span>
                <h2 tabindex="-1" data-panel-focus="">
                    <span class="em-sr">{ words.with(Msg::StandNo, &[&stand.number]) }{ ". " }</span>
                    { name(&title) }
                </h2>
            </div>
            { stand_marks(ix, stand, marks, dispatch, words) }
            <dl class="em-facts">
                if let Some(category) = category {
                    { fact(Msg::Category, text(words, &category.name)) }
                }
                if let Some(hall) = hall {
                    { fact(Msg::Hall, text(words, &hall.name)) }
                }
                { fact(Msg::Area, html! { { words.area(stand.outline.area_m2()) } }) }
            </dl>
            { paragraph(words, stand.description.as_ref()) }
            { for participants.iter().map(|p| participant(p, alone, words)) }
            if !sessions.is_empty() {
                <h3>{ words.say(Msg::SessionsHere) }</h3>
                <ul class="em-sessions">{ for stand.sessions.iter().map(|s| session(plan, *s, Within::Place, clock, marks, dispatch, words)) }</ul>
            }
            { told(words, Msg::Whereabouts, &place) }
            { origins.view(plan, words) }
            <slot name="details-footer" />
        </article>
    }
}

fn participant(p: &Participant, alone: bool, words: Words) -> Html {
    let kind = participant_kind(p.kind).map(|kind| words.say(kind));
    // Right below the stand's title when the participant has none of its own.
    let heading = |msg: Msg| {
        if alone {
            html! { <h3 class="em-part-title">{ words.say(msg) }</h3> }
        } else {
            html! { <h4 class="em-part-title">{ words.say(msg) }</h4> }
        }
    };
    let links = p.links.iter().map(|l| {
        let label = match &l.label {
            Some(label) => text(words, label),
            None => html! { { l.url.as_str().to_owned() } },
        };
        html! { <li>{ link(l.url.as_str(), label, words) }</li> }
    });
    let contacts = [&p.email, &p.phone].into_iter().flatten().map(|url| {
        let shown = url
            .as_str()
            .split_once(':')
            .map_or("", |(_, rest)| rest)
            .to_owned();
        html! { <li><a href={url.as_str().to_owned()}>{ shown }</a></li> }
    });
    let has_contacts = p.email.is_some() || p.phone.is_some() || p.address.is_some();
    html! {
        <section class="em-participant">
            if let Some(logo) = &p.logo {
                <img class="em-logo" src={logo.as_str().to_owned()} alt="" loading="lazy" />
            }
            if !alone {
                <h3>{ text(words, &p.name) }</h3>
            }
            if let Some(kind) = kind {
                <p class="em-kind">{ kind }</p>
            }
            { paragraph(words, p.description.as_ref()) }
            if p.shows.is_some() {
                { heading(Msg::OnDisplay) }
                { paragraph(words, p.shows.as_ref()) }
            }
            if !p.products.is_empty() {
                { heading(Msg::Products) }
                <ul class="em-tags">{ for p.products.iter().map(|t| html! { <li>{ text(words, t) }</li> }) }</ul>
            }
            if has_contacts {
                { heading(Msg::Contacts) }
                <ul class="em-links">
                    { for contacts }
                    if let Some(address) = &p.address { <li>{ text(words, address) }</li> }
                </ul>
            }
            if !p.links.is_empty() {
                { heading(Msg::Links) }
                <ul class="em-links">{ for links }</ul>
            }
        </section>
    }
}
