//! The programme: sessions by day, and apart from them those without a published day.

use floorplan::messages::Msg;
use floorplan::mine::Marks;
use floorplan::plan::{LocalTime, Plan};
use floorplan::programme::{Clock, TimeSlider, arranged, when};
use floorplan::state::{Action, Take, Time};
use yew::prelude::*;

use super::icon::Icon;
use super::marks::{take, takes};
use super::nodes::{nodes, panel_title, sessions};
use super::press::{back, own};
use super::provenance::Origins;
use super::session::{Within, session};
use super::text::text;
use crate::words::Words;

/// All sessions, each leading to its place, at a moment: by day, or by theme.
pub(super) fn programme(
    plan: &Plan,
    by_theme: bool,
    time: Time,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let clock = time.clock(plan);
    let mut parts = Vec::new();
    let mut rows = Vec::new();
    let mut origins = Origins::default();
    let all = arranged(plan, by_theme);
    let session_at = |at: usize| {
        let (ix, group) = *all.get(at)?;
        Some((ix, plan.sessions.get(ix.at())?, group))
    };
    let within = if by_theme { Within::Theme } else { Within::Day };
    let (mut is_dated, mut has_themes) = (false, false);
    // It opens there.
    let today = time.at.filter(|_| !time.is_chosen && !by_theme);
    // By the clock; without one nothing is told.
    let mut is_on = clock.is_none();
    let mut at = 0;
    while let Some((ix, of, group)) = session_at(at) {
        is_dated |= of.start.is_some();
        has_themes |= of.theme.as_ref().is_some_and(|theme| !theme.is_empty());
        origins.add(&of.provenance);
        is_on |= clock.is_some_and(|clock| clock.status(of).may_be_on());
        rows.push(session(plan, ix, within, clock, marks, dispatch, words));
        at += 1;
        if session_at(at).map(|(.., next)| next) != Some(group) {
            let heading = match (by_theme, of.start, &of.theme) {
                (true, _, Some(theme)) if !theme.is_empty() => text(words, theme),
                (true, ..) => words.say(Msg::NoTheme).into(),
                (_, Some(start), _) => {
                    let minutes = None;
                    words.lang.time(LocalTime { minutes, ..start }).into()
                }
                _ => words.say(Msg::NoDay).into(),
            };
            let rows = std::mem::take(&mut rows);
            let day = |time: LocalTime| time.date;
            let is_today = today.is_some() && today.map(day) == of.start.map(day);
            let is_today = is_today.then_some("");
            parts.push(html! { <><h3 data-today={is_today}>{ heading }</h3>{ sessions(rows) }</> });
        }
    }
    let mut buttons = Vec::new();
    if has_themes {
        let label = words.say(Msg::ByTheme);
        let is_on = Some(by_theme);
        buttons.push(own(Icon::None, label, "", is_on, Action::ByTheme, dispatch));
    }
    // Where nothing is on, what is next.
    let (mut lull, mut follows) = (String::new(), Vec::new());
    if !is_on {
        // After the moment.
        lull = [" ", words.say(Msg::NothingOn)].concat();
        let next = clock.and_then(Clock::follows);
        if let Some(next) = next.and_then(|ix| plan.sessions.get(ix.at())) {
            lull.push_str(&words.with(Msg::NextIs, &[&when(next, words.lang)]));
            follows = vec![" · ".into(), text(words, &next.title)];
        }
    }
    let count = words.lang.number(all.len() as f64);
    let title = [words.say(Msg::Programme), " · ", &count].concat();
    html! {
        <article class="em-details">
            { back(Action::ShowList, dispatch, words) }
            { panel_title(title.into()) }
            if is_dated {
                { slider(plan, time, &lull, buttons, dispatch, words) }
                if !is_on {
                    <p>{ lull }{ nodes(follows) }</p>
                }
            } else {
                { takes(buttons) }
            }
            { parts }
            { origins.view(plan, words) }
        </article>
    }
}

/// The slider that chooses a moment, which `browser.js` tells of; after `buttons` one back to now, and one to
/// take all sessions along.
fn slider(
    plan: &Plan,
    time: Time,
    lull: &str,
    mut buttons: Vec<Html>,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
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
    let calendar = words.say(Msg::Calendar);
    buttons.push(take(calendar, "", Take::Programme, dispatch));
    buttons.push(own(look, said, "", None, Action::Moment(None), dispatch));
    html! {
        <>
            { takes(buttons) }
            <input class="em-time" type="range" max={(slider.positions() - 1).to_string()}
                value={at.to_string()} aria-label={moment} aria-valuetext={[said, lull].concat()} />
        </>
    }
}
