//! Buttons over the map, and the line under the plan.

use floorplan::messages::{Lang, Msg, Noun};
use floorplan::plan::{FloorIx, Plan};
use floorplan::scene::scale_bar;
use floorplan::state::{Action, Errand, Layout, Origin, State};
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::press::{pixels, press, tool, yes_no};
use super::text::text;
use crate::words::Words;

/// How much a zoom button or key zooms.
pub(super) const ZOOM_STEP: f64 = 1.6;
/// The longest scale bar.
const SCALE_BAR_PX: f64 = 96.0;

/// Zoom, fit, floors.
pub(crate) fn controls(
    state: &State,
    plan: &Plan,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let button = |what, label, action| tool(what, label, action, dispatch, words);
    html! {
        <>
            if state.layout == Layout::Medium && !state.panel_open {
                <button class="em-group em-open-panel" data-chrome="" onclick={press(dispatch, Action::TogglePanel)}>
                    { icon(Icon::Search) }<span class="em-sr">{ words.say(Msg::ShowPanel) }</span>
                </button>
            }
            <div class="em-controls" part="controls" data-chrome="">
                { floors(state, plan, dispatch, words) }
                <div class="em-group em-fill">{ button(Icon::FillScreen, Msg::FillScreen, Action::Errand(Errand::FillScreen)) }</div>
                <div class="em-group">
                    { button(Icon::Plus, Msg::ZoomIn, Action::ZoomBy(ZOOM_STEP)) }
                    { button(Icon::Minus, Msg::ZoomOut, Action::ZoomBy(1.0 / ZOOM_STEP)) }
                    { button(Icon::Fit, Msg::ShowAll, Action::Fit(Origin::User)) }
                </div>
            </div>
        </>
    }
}

fn floors(state: &State, plan: &Plan, dispatch: &Callback<Action>, words: Words) -> Html {
    if plan.floors.len() < 2 {
        return html! { <div hidden=true></div> };
    }
    // The upper floor above.
    let buttons = plan.floors.iter().enumerate().rev().map(|(i, floor)| {
        let ix = FloorIx::from(i);
        html! {
            <button class="em-tool em-floor" onclick={press(dispatch, Action::ShowFloor(ix))}
                aria-pressed={yes_no(ix == state.floor)}>
                { text(words, &floor.name) }
            </button>
        }
    });
    html! {
        <div class="em-group" role="group" aria-label={words.say(Msg::Floor)}>{ for buttons }</div>
    }
}

/// Scale bar, area and count, the notice.
pub(crate) fn foot(state: &State, plan: &Plan, dispatch: &Callback<Action>, words: Words) -> Html {
    let bar = scale_bar(state.drawn.scale, SCALE_BAR_PX);
    let metres = words.with(Msg::Metres, &[&words.lang.number(bar.metres)]);
    let area = words.area(plan.area_m2());
    let count = words.count(Noun::Stand, plan.stands.len());
    html! {
        <div class="em-foot" data-chrome="">
            <svg class="em-scale" width={pixels(bar.width_px + 2.0)} height="18" role="img"
                aria-label={metres.clone()}>
                <path d={["M1 12V16H", &pixels(bar.width_px + 1.0), "V12"].concat()} />
                <text x={pixels(bar.width_px / 2.0 + 1.0)} y="11">{ metres }</text>
            </svg>
            <span class="em-sum">{ area }{ " · " }{ count }</span>
            if plan.event.notice.is_some() {
                <button class="em-note" onclick={press(dispatch, Action::ShowAbout)}>
                    { icon(Icon::Info) }{ words.say(Msg::Schematic) }
                </button>
            }
        </div>
    }
}

/// The interface language.
pub(crate) fn languages(dispatch: &Callback<Action>, words: Words) -> Html {
    let languages = Lang::ALL.iter().map(|lang| {
        let lang = *lang;
        html! {
            <button class="em-tool" lang={lang.locale()} aria-label={lang.own_name()}
                title={lang.own_name()} aria-pressed={yes_no(lang == words.lang)}
                onclick={press(dispatch, Action::Language(lang))}>
                { lang.short_name() }
            </button>
        }
    });
    html! {
        <div class="em-langs" role="group" aria-label={words.say(Msg::Language)}>{ for languages }</div>
    }
}
