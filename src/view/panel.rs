//! The panel: search on top, then the list, the details or the event.

use std::rc::Rc;

use floorplan::messages::Msg;
use floorplan::mine::Marks;
use floorplan::plan::StandIx;
use floorplan::search::Found;
use floorplan::state::{
    Action, Exhibition, Facets, Layout, Load, PanelView, Sheet, Sort, State, Time,
};
use yew::prelude::*;

use super::about::about;
use super::controls;
use super::details::details;
use super::filters::filters;
use super::found::Hits;
use super::icon::Icon;
use super::list::stand_list;
use super::marks::{files, takes};
use super::memo::{Draw, memo};
use super::my_list::{my_list, notice};
use super::nodes;
use super::press::{press, tool, words_button, yes_no};
use super::programme::programme;
use super::search_box::search_box;
use super::text::text;
use crate::shared::Shared;
use crate::words::Words;

/// The panel in all its forms; without data only its head.
pub(crate) fn panel(state: &State, dispatch: &Callback<Action>, words: Words) -> Html {
    let Load::Ready(exhibition) = &state.load else {
        return html! { <section class="em-panel"><div class="em-body"></div></section> };
    };
    let event = &exhibition.plan().event;
    let calendar = (!exhibition.plan().sessions.is_empty()).then(|| {
        tool(
            Icon::Calendar,
            Msg::Programme,
            Action::ShowProgramme,
            dispatch,
            words,
        )
    });
    let exhibition = Shared::from(exhibition);
    let time = state.time();
    let page = match (state.panel, state.selected) {
        (PanelView::Details, Some(stand)) => Some(("details", Page::Details(stand))),
        (PanelView::About, _) => Some(("about", Page::About)),
        (PanelView::Programme, _) => Some(("programme", Page::Programme(state.by_theme))),
        _ => None,
    };
    let sheet = state.sheet;
    let drawn = || dispatch.reform(|()| Action::PanelDrawn);
    let list = StandList {
        exhibition: exhibition.clone(),
        listed: state.listed.as_ref().map(Shared::from),
        is_filtered: state.matches.is_some(),
        facets: state.facets,
        // Where it does not matter, another choice draws no rows.
        here: state.here.map(|here| match state.facets.sort {
            Sort::Near => here,
            _ => StandIx(0),
        }),
        time,
        found: state.found.as_ref().map(Shared::from),
        suggestion: state.suggestion.clone(),
        mine: state.is_mine.then_some(state.deep_link),
        marks: Shared::from(&state.marks),
        rows: state.rows,
        is_drawn: state.is_drawn,
        dispatch: dispatch.clone(),
        words,
    };
    // The list stays where it is behind a page: there and back costs nothing, and keeps its place.
    let is_behind = page.is_some();
    let page = page.map(|(name, page)| {
        let part = PanelPage {
            exhibition,
            page,
            is_whole: state.is_whole,
            time,
            marks: Shared::from(&state.marks),
            dispatch: dispatch.clone(),
            words,
        };
        html! { <div class="em-body" key={name} data-body={name} part={name}>{ memo(part, drawn()) }</div> }
    });
    html! {
        <section class="em-panel" part="panel" data-chrome="" aria-label={words.say(Msg::Stands)}>
            <button class="em-handle" aria-label={words.say(Msg::SheetHandle)}
                aria-expanded={yes_no(sheet != Sheet::Peek)}
                onclick={press(dispatch, Action::SetSheet(sheet.next()))}></button>
            <header class="em-head">
                <div class="em-event">
                    <h2>{ text(words, event.short_name.as_ref().unwrap_or(&event.name)) }</h2>
                    <p>{ words.lang.days(event.start, event.end) }</p>
                </div>
                { for calendar }
                { tool(Icon::Info, Msg::AboutEvent, Action::ShowAbout, dispatch, words) }
                if state.layout == Layout::Medium {
                    { tool(Icon::Close, Msg::HidePanel, Action::TogglePanel, dispatch, words) }
                }
                { controls::languages(dispatch, words) }
            </header>
            if state.layout != Layout::Narrow {
                { search_box(state, dispatch, words) }
            }
            { notice(state, dispatch, words) }
            <slot name="header" />
            <div class="em-body" key="list" data-body="list" part="list" hidden={is_behind}>{ memo(list, drawn()) }</div>
            { page.unwrap_or_default() }
        </section>
    }
}

/// The list, drawn again only when what it shows changes.
#[derive(PartialEq)]
pub(super) struct StandList {
    pub(super) exhibition: Shared<Exhibition>,
    /// The stands that search and filter found, in their order; `None` for all, in file order.
    listed: Option<Shared<[StandIx]>>,
    is_filtered: bool,
    pub(super) facets: Facets,
    /// The stand that was chosen last if the list is sorted by it; else any, once there is one.
    pub(super) here: Option<StandIx>,
    pub(super) time: Time,
    /// What else was found, and by which words.
    found: Option<Shared<Found>>,
    /// What to look for instead.
    suggestion: Option<Rc<str>>,
    /// Only what is bookmarked is shown, and whether there are links to it.
    mine: Option<bool>,
    pub(super) marks: Shared<Marks>,
    /// So many rows of them are drawn.
    rows: usize,
    /// The first picture is on the screen: what can wait is drawn.
    pub(super) is_drawn: bool,
    pub(super) dispatch: Callback<Action>,
    pub(super) words: Words,
}

impl Draw for StandList {
    fn view(&self) -> Html {
        let plan = self.exhibition.plan();
        let hits = Hits {
            plan,
            found: self.found.as_deref(),
            marks: &self.marks,
            rows: self.rows,
            dispatch: &self.dispatch,
            words: self.words,
        };
        let (dispatch, words) = (&self.dispatch, self.words);
        let clock = self.time.clock(plan);
        let (mut filter, buttons, sessions) =
            my_list(plan, &self.marks, self.mine, clock, dispatch, words);
        let has_sessions = !sessions.is_empty();
        filters(self, clock, &mut filter);
        html! {
            <>
                // Before as many Tab stops as there are rows.
                <p class="em-skip">{ words_button(words.say(Msg::ToPlan), Action::ToPlan, dispatch) }</p>
                { takes(filter) }
                { files(&buttons, &self.dispatch) }
                { nodes::sessions(sessions) }
                { stand_list(self.listed.as_deref(), self.is_filtered, hits, self.suggestion.as_deref(), has_sessions) }
            </>
        }
    }
}

/// What comes in front of the list.
#[derive(PartialEq)]
enum Page {
    Details(StandIx),
    About,
    /// Theme by theme, or day by day.
    Programme(bool),
}

/// A part of its own so that it is drawn again only when what it shows changes.
#[derive(PartialEq)]
struct PanelPage {
    exhibition: Shared<Exhibition>,
    page: Page,
    is_whole: bool,
    time: Time,
    marks: Shared<Marks>,
    dispatch: Callback<Action>,
    words: Words,
}

impl Draw for PanelPage {
    fn view(&self) -> Html {
        let plan = self.exhibition.plan();
        match self.page {
            Page::Details(stand) => details(
                &self.exhibition,
                stand,
                self.is_whole,
                self.time.clock(plan),
                &self.marks,
                &self.dispatch,
                self.words,
            ),
            Page::About => about(&self.exhibition, &self.dispatch, self.words),
            Page::Programme(by_theme) => programme(
                plan,
                by_theme,
                self.time,
                &self.marks,
                &self.dispatch,
                self.words,
            ),
        }
    }
}
