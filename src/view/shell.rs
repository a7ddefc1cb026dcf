//! The whole widget: panel, map, controls, status.

use std::rc::Rc;

use floorplan::describe::Guide;
use floorplan::geometry::{PlanPoint, Rect};
use floorplan::gesture::PointerKind;
use floorplan::messages::{Msg, Noun, fill};
use floorplan::plan::StandIx;
use floorplan::scene::{Direction, path_data};
use floorplan::state::{
    Action, Errand, Layout, Load, Origin, PanelView, Sheet, Spot, State, Status,
};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::controls::ZOOM_STEP;
use super::found::summary;
use super::memo::memo;
use super::my_list::{news, notice_text};
use super::pins::PinTitles;
use super::search_box::search_box;
use super::stand_layer::{self, StandLayer};
use super::text::place_name;
use super::{Picture, controls, failure, legend, panel};
use crate::app::Theme;
use crate::effects::focus_is_visible;
use crate::shared::Shared;
use crate::words::Words;

/// The side of the square around a chosen service or doorway.
const PLACE_PX: f64 = 30.0;

/// What the whole is made of.
pub(crate) struct Shell<'a> {
    pub(crate) state: &'a State,
    pub(crate) dispatch: &'a Callback<Action>,
    pub(crate) words: Words,
    pub(crate) theme: Theme,
    pub(crate) picture: Option<&'a Rc<Picture>>,
    pub(crate) root: &'a NodeRef,
    pub(crate) stage: &'a NodeRef,
    pub(crate) picture_node: &'a NodeRef,
}

impl Shell<'_> {
    pub(crate) fn view(&self) -> Html {
        let Self {
            state,
            dispatch,
            words,
            ..
        } = *self;
        let layout = match state.layout {
            Layout::Wide => "wide",
            Layout::Medium => "medium",
            Layout::Narrow => "narrow",
        };
        let view = match (&state.load, state.panel) {
            (Load::Ready(_), PanelView::List) => "list",
            (Load::Ready(_), PanelView::Details) => "details",
            (Load::Ready(_), PanelView::About) => "about",
            (Load::Ready(_), PanelView::Programme) => "programme",
            _ => "none",
        };
        let sheet = match state.sheet {
            Sheet::Peek => "peek",
            Sheet::Half => "half",
            Sheet::Full => "full",
        };
        let theme = match self.theme {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
            Theme::Contrast => Some("contrast"),
        };
        let onkeydown = escape(dispatch, state.can_escape());
        html! {
            <div class="expo-map" ref={self.root.clone()} lang={words.lang.locale()} translate="no"
                data-layout={layout} data-view={view} data-sheet={sheet} data-theme={theme}
                data-short={(state.container.1 < 440.0).then_some("")}
                data-rows={state.layout.wraps_legend(state.container.0).then_some("")}
                data-open={state.panel_open.then_some("")} {onkeydown}>
                if state.layout == Layout::Narrow {
                    { search_box(state, dispatch, words) }
                }
                { panel::panel(state, dispatch, words) }
                { self.stage() }
                <div class="em-sr" role="status">{ status(state, words) }</div>
            </div>
        }
    }

    fn stage(&self) -> Html {
        let Self {
            state,
            dispatch,
            words,
            ..
        } = *self;
        let cooperative = state.is_cooperative().then_some("");
        let instead = match (&state.load, self.picture) {
            (Load::Ready(_), Some(_)) => Html::default(),
            (Load::Failed(failure), _) => failure::failure(failure, dispatch, words),
            _ => loading(words),
        };
        let chrome = match &state.load {
            Load::Ready(exhibition) => html! {
                <>
                    { legend::legend(state, exhibition, dispatch, words) }
                    { controls::controls(state, exhibition.plan(), dispatch, words) }
                    { controls::foot(state, exhibition.plan(), dispatch, words) }
                </>
            },
            _ => Html::default(),
        };
        html! {
            <div class="em-stage" part="map" ref={self.stage.clone()} data-cooperative={cooperative}>
                { self.map() }
                { instead }
                { chrome }
                <div class="em-hint" aria-hidden="true" data-on={state.hint.then_some("")}>
                    { words.say(if state.hint_about == PointerKind::Touch { Msg::HintTouch } else { Msg::HintWheel }) }
                </div>
            </div>
        }
    }

    /// The picture: one element that is moved as a whole. What one sees is painted on its canvas;
    /// over it lie the stands for keyboard and screen reader, and the outlines of a few. It is there
    /// before there is data, so that this can be painted as soon as it comes.
    fn map(&self) -> Html {
        let Self {
            state,
            dispatch,
            words,
            ..
        } = *self;
        let picture = self.picture.filter(|_| state.plan().is_some());
        html! {
            <div class="em-picture" ref={self.picture_node.clone()} hidden={picture.is_none()}>
                <canvas class="em-canvas" aria-hidden="true"></canvas>
                <svg role="group" aria-label={words.say(Msg::Plan)} aria-description={words.say(Msg::PlanHelp)}
                    onfocusin={focus_in(dispatch)} onfocusout={dispatch.reform(|_| Action::StandBlurred)}
                    onkeydown={map_keys(dispatch)} onclick={assistive_click(dispatch)}>
                    <g class="em-world">{ picture.map(|picture| self.shapes(picture)).unwrap_or_default() }</g>
                    { picture.map(|picture| self.titles(picture)).unwrap_or_default() }
                </svg>
            </div>
        }
    }

    /// The stands, and the outlines of the chosen one and its like.
    fn shapes(&self, picture: &Rc<Picture>) -> Html {
        let Self {
            state,
            dispatch,
            words,
            ..
        } = *self;
        let Some(scene) = picture.exhibition.scene(picture.frame.floor) else {
            return Html::default();
        };
        let plan = picture.exhibition.plan();
        let path = |stand: Option<StandIx>| {
            let shown = stand.filter(|stand| scene.shape(*stand).is_some());
            let found = shown.and_then(|stand| plan.stand(stand));
            found.map(|stand| path_data(stand.outline.points()))
        };
        let outline = |d: Option<String>, mark: &'static str| html! { <path class="em-mark" data-mark={mark} {d} /> };
        let selected = path(state.selected);
        // All but the chosen stand steps back a little.
        let veil = selected
            .as_ref()
            .filter(|_| state.panel == PanelView::Details)
            .map(|hole| path_data(&scene.bounds.corners()) + hole);
        // A chosen service or doorway has no outline: a square around its pin.
        let around = |at: PlanPoint| {
            let side = PLACE_PX / picture.frame.camera.scale;
            path_data(&Rect::around(at.x, at.y, side, side).corners())
        };
        let chosen = selected.or_else(|| state.place_at().map(around));
        // Nobody needs them before there is something to see.
        let stands = state.is_drawn.then(|| {
            let part = StandLayer {
                exhibition: picture.exhibition.clone(),
                floor: picture.frame.floor,
                only: (scene.stands.len() > stand_layer::MOST).then_some([
                    state.tab_stop,
                    state.focused,
                    state.selected,
                ]),
                matches: state.matches.as_ref().map(Shared::from),
                words,
            };
            memo(part, dispatch.reform(|()| Action::StandsDrawn))
        });
        let hovered = state.hovered.filter(|h| state.selected != Some(*h));
        html! {
            <>
                { outline(veil, "veil") }
                { stands.unwrap_or_default() }
                { outline(path(hovered), "hover") }
                { outline(chosen.clone(), "chosen-out") }
                { outline(chosen, "chosen") }
                { outline(path(state.focused), "focus-out") }
                { outline(path(state.focused), "focus") }
            </>
        }
    }

    fn titles(&self, picture: &Rc<Picture>) -> Html {
        let titles = PinTitles {
            picture: Shared::from(picture),
            words: self.words,
        };
        memo(titles, Callback::noop())
    }
}

/// While there is no data: the shape of a hall to come.
fn loading(words: Words) -> Html {
    html! {
        <div class="em-loading">
            <div class="em-skeleton" aria-hidden="true"></div>
            <p>{ words.say(Msg::Loading) }</p>
        </div>
    }
}

fn status(state: &State, words: Words) -> String {
    match state.status {
        Status::Quiet => String::new(),
        Status::All => words.say(Msg::AllStands).to_owned(),
        Status::Matches(count) => {
            let stands = if count > 0 {
                words.count(Noun::Found, count)
            } else {
                String::new()
            };
            let said = summary(words, stands, state.found.as_deref());
            if said.is_empty() {
                return words.say(Msg::NothingFound).to_owned();
            }
            said
        }
        Status::Shown(place) => {
            let spot = state.plan().and_then(|plan| Spot::of(plan, place));
            let name = spot.map_or("", |spot| place_name(&spot, words).text);
            words.with(Msg::Counted, &[words.say(Msg::Plan), name])
        }
        Status::Said(msg) => words.with(msg, &[&words.lang.number(state.bookmarks() as f64)]),
        Status::Walked(from, to, is_odd) => {
            let (Some(plan), Some(scene)) = (state.plan(), state.scene()) else {
                return String::new();
            };
            let mut step = Guide::new(plan, scene, words.lang).step(from, to);
            if is_odd {
                step.push('\u{a0}');
            }
            step
        }
        Status::Told => notice_text(state, words)
            .or_else(|| news(state, words))
            .unwrap_or_default(),
        Status::Opened(stand) => {
            let Some(plan) = state.plan() else {
                return String::new();
            };
            let Some(stand) = plan.stand(stand) else {
                return String::new();
            };
            let name = plan.stand_name(stand, words.lang.tag());
            // What has no name is called by its number, which is said once.
            if name.text == *stand.number {
                return words.with(Msg::StandNo, &[&stand.number]);
            }
            fill(words.say(Msg::StandOpened), &[&stand.number, &name.text])
        }
    }
}

/// One step back. Where something is open that this closes, a dialog of the page around stays.
fn escape(dispatch: &Callback<Action>, is_open: bool) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            if is_open {
                event.prevent_default();
            }
            dispatch.emit(Action::Escape);
        }
    })
}

/// The stand that an event belongs to.
fn stand_of(event: &Event) -> Option<(web_sys::Element, StandIx)> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let stand = target.closest("[data-stand]").ok()??;
    let ix = stand.get_attribute("data-stand")?.parse().ok()?;
    Some((stand, StandIx(ix)))
}

fn focus_in(dispatch: &Callback<Action>) -> Callback<FocusEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: FocusEvent| {
        if let Some((element, stand)) = stand_of(&event)
            && focus_is_visible(&element)
        {
            dispatch.emit(Action::StandFocused(stand));
        }
    })
}

/// A click that no pointer made: a screen reader's, or a script's. Pointers are gestures.
fn assistive_click(dispatch: &Callback<Action>) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        if event.detail() == 0
            && let Some((_, stand)) = stand_of(&event)
        {
            dispatch.emit(Action::Select(stand, Origin::User));
        }
    })
}

fn map_keys(dispatch: &Callback<Action>) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some((_, stand)) = stand_of(&event) else {
            return;
        };
        let action = match event.key().as_str() {
            "ArrowUp" => Action::Walk(Direction::Up),
            "ArrowRight" => Action::Walk(Direction::Right),
            "ArrowDown" => Action::Walk(Direction::Down),
            "ArrowLeft" => Action::Walk(Direction::Left),
            "Home" => Action::WalkFirst,
            "End" => Action::WalkLast,
            "Enter" | " " => Action::Select(stand, Origin::User),
            "+" | "=" => Action::ZoomBy(ZOOM_STEP),
            "-" => Action::ZoomBy(1.0 / ZOOM_STEP),
            "0" => Action::Fit(Origin::User),
            "?" => Action::Errand(Errand::ShowKeys),
            _ => return,
        };
        event.prevent_default();
        dispatch.emit(action);
    })
}
