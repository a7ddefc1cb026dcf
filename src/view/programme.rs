//! The programme: sessions by day, and apart from them those without a published day.

use floorplan::messages::Msg;
use floorplan::mine::Marks;
use floorplan::plan::{LocalTime, Plan};
use floorplan::programme::{TimeSlider, in_time};
use floorplan::state::{Action, Take, Time};
use yew::prelude::*;

use super::icon::Icon;
use super::marks::{take, takes};
use super::press::{back, own};
use super::provenance::Origins;
use super::session::{Within, session};
use crate::words::Words;

/// All sessions, each leading to its place, at a moment.
pub(super) fn programme(
    plan: &Plan,
    time: Time,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let clock = time.clock(plan);
    let mut parts = Vec::new();
    let mut rows = Vec::new();
    let mut origins = Origins::default();
    let all = in_time(plan);
    let day = |at: usize| {
        let ix = *all.get(at)?;
        let session = plan.sessions.get(ix.at())?;
        let date = session.start.map(|start| start.date.day_number());
        Some((ix, session, date))
    };
    let mut at = 0;
    while let Some((ix, of, date)) = day(at) {
        origins.add(&of.provenance);
        rows.push(session(
            plan,
            ix,
            Within::Day,
            clock,
            marks,
            dispatch,
            words,
        ));
        at += 1;
        if day(at).map(|(_, _, next)| next) != Some(date) {
            let heading = match of.start {
                Some(start) => words.lang.time(LocalTime {
                    minutes: None,
                    ..start
                }),
                None => words.say(Msg::NoDay).to_owned(),
            };
            let rows = std::mem::take(&mut rows);
            parts.push(html! { <><h3>{ heading }</h3><ul class="em-sessions">{ rows }</ul></> });
        }
    }
    html! {
        <article class="em-details">
            { back(Action::ShowList, dispatch, words) }
            <h2 tabindex="-1" data-panel-focus="">
                { words.say(Msg::Programme) }{ " · " }{ words.lang.number(all.len() as f64) }
            </h2>
            if day(0).is_some_and(|(.., date)| date.is_some()) {
                { slider(plan, time, dispatch, words) }
            }
            { parts }
            { origins.view(plan, words) }
        </article>
    }
}

/// The slider that chooses a moment, which `browser.js` tells of; a button back to now, and one to take all
/// sessions along.
fn slider(plan: &Plan, time: Time, dispatch: &Callback<Action>, words: Words) -> Html {
    let slider = TimeSlider::new(plan);
    let moment = words.say(Msg::Moment);
    let (at, said) = match time.at {
        Some(at) if time.is_chosen => (slider.position(at), &*words.lang.time(at)),
        Some(at) => (slider.position(at), words.say(Msg::Now)),
        None => (0, moment),
    };
    let look = if time.is_chosen {
        Icon::Close
    } else {
        Icon::Calendar
    };
    html! {
        <>
            { takes(vec![
                take(words.say(Msg::Calendar), "", Take::Programme, dispatch),
                own(look, said, "", None, Action::Moment(None), dispatch),
            ]) }
            <input class="em-time" type="range" max={(slider.positions() - 1).to_string()}
                value={at.to_string()} aria-label={moment} aria-valuetext={said.to_owned()} />
        </>
    }
}
