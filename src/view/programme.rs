//! The programme: sessions by day, and apart from them those without a published day.

use floorplan::messages::Msg;
use floorplan::mine::Marks;
use floorplan::plan::{LocalTime, Plan};
use floorplan::programme::in_time;
use floorplan::state::{Action, Take};
use yew::prelude::*;

use super::marks::files;
use super::press::back;
use super::provenance::Origins;
use super::session::session;
use crate::words::Words;

/// All sessions, each leading to its place.
pub(super) fn programme(
    plan: &Plan,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
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
        rows.push(session(plan, ix, true, false, marks, dispatch, words));
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
            if plan.sessions.iter().any(|session| session.start.is_some()) {
                { files(&[(words.say(Msg::Calendar), Take::Programme)], dispatch) }
            }
            { parts }
            { origins.view(plan, words) }
        </article>
    }
}
