//! The panel: search on top, then the list, the details or the event.

use floorplan::messages::Msg;
use floorplan::plan::StandIx;
use floorplan::state::{Action, Exhibition, Layout, Load, PanelView, Sheet, State};
use yew::prelude::*;

use super::about::about;
use super::controls;
use super::details::details;
use super::icon::Icon;
use super::list::stand_list;
use super::memo::{Draw, memo};
use super::press::{press, tool, yes_no};
use super::search_box::search_box;
use super::text::text;
use crate::shared::Shared;
use crate::words::Words;

/// The panel in all its forms; without data only its head.
pub(crate) fn panel(state: &State, dispatch: &Callback<Action>, words: &Words) -> Html {
    let Load::Ready(exhibition) = &state.load else {
        return html! { <section class="em-panel" key="panel"><div class="em-body"></div></section> };
    };
    let event = &exhibition.plan().event;
    let exhibition = Shared::from(exhibition);
    let view = match (state.panel, state.selected) {
        (PanelView::Details, Some(stand)) => BodyView::Details(stand),
        (PanelView::About, _) => BodyView::About,
        _ => BodyView::List(state.matches.as_ref().map(Shared::from), state.rows),
    };
    let sheet = state.sheet;
    let body = PanelBody {
        exhibition,
        view,
        dispatch: dispatch.clone(),
        words: words.clone(),
    };
    html! {
        <section class="em-panel" key="panel" data-chrome="" aria-label={words.say(Msg::Stands)}>
            <button class="em-handle" aria-label={words.say(Msg::SheetHandle)}
                aria-expanded={yes_no(sheet != Sheet::Peek)}
                onclick={press(dispatch, Action::SetSheet(sheet.next()))}></button>
            <header class="em-head">
                <div class="em-event">
                    <h2>{ text(words, event.short_name.as_ref().unwrap_or(&event.name)) }</h2>
                    <p>{ words.formats().days(event.start, event.end) }</p>
                </div>
                { controls::languages(dispatch, words) }
                { tool(Icon::Info, Msg::AboutEvent, Action::ShowAbout, dispatch, words) }
                if state.layout == Layout::Medium {
                    { tool(Icon::Close, Msg::HidePanel, Action::TogglePanel, dispatch, words) }
                }
            </header>
            if state.layout != Layout::Narrow {
                { search_box(state, dispatch, words) }
            }
            { memo(body, dispatch.reform(|()| Action::PanelDrawn)) }
        </section>
    }
}

/// What fills the panel.
#[derive(Clone, PartialEq)]
enum BodyView {
    /// The stands that search and filter found, best first; `None` for all, in file order. So many
    /// rows of them are drawn.
    List(Option<Shared<[StandIx]>>, usize),
    Details(StandIx),
    About,
}

/// A part of its own so that it is drawn again only when what it shows changes.
#[derive(PartialEq)]
struct PanelBody {
    exhibition: Shared<Exhibition>,
    view: BodyView,
    dispatch: Callback<Action>,
    words: Words,
}

impl Draw for PanelBody {
    fn view(&self) -> Html {
        let Self {
            exhibition,
            view,
            dispatch,
            words,
        } = self;
        let plan = exhibition.plan();
        // Keyed, so that each view starts at its own top.
        let (key, body) = match view {
            BodyView::List(matches, rows) => (
                "list",
                stand_list(plan, matches.as_deref(), *rows, dispatch, words),
            ),
            BodyView::Details(stand) => ("details", details(plan, *stand, dispatch, words)),
            BodyView::About => ("about", about(plan, dispatch, words)),
        };
        html! { <div class="em-body" {key} data-body={key}>{ body }</div> }
    }
}
