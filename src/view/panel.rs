//! The panel: search on top, then the list, the details or the event.

use floorplan::messages::Msg;
use floorplan::plan::StandIx;
use floorplan::state::{Action, Exhibition, Layout, Load, PanelView, State};
use yew::prelude::*;

use super::about::about;
use super::controls;
use super::details::details;
use super::icon::{Icon, icon};
use super::list::stand_list;
use super::press::press;
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
        _ => BodyView::List(state.matches.as_ref().map(Shared::from)),
    };
    let sheet = state.sheet;
    html! {
        <section class="em-panel" key="panel" data-chrome="" aria-label={words.say(Msg::Stands)}>
            <button class="em-handle" aria-label={words.say(Msg::SheetHandle)}
                aria-expanded={if sheet == floorplan::state::Sheet::Peek { "false" } else { "true" }}
                onclick={press(dispatch, Action::SetSheet(sheet.next()))}></button>
            <header class="em-head">
                <div class="em-event">
                    <h2>{ text(words, event.short_name.as_ref().unwrap_or(&event.name)) }</h2>
                    <p>{ words.formats().days(event.start, event.end) }</p>
                </div>
                { controls::languages(dispatch, words) }
                <button class="em-tool" aria-label={words.say(Msg::AboutEvent)} title={words.say(Msg::AboutEvent)}
                    onclick={press(dispatch, Action::ShowAbout)}>{ icon(Icon::Info) }</button>
                if state.layout == Layout::Medium {
                    <button class="em-tool" aria-label={words.say(Msg::HidePanel)} title={words.say(Msg::HidePanel)}
                        onclick={press(dispatch, Action::TogglePanel)}>{ icon(Icon::Close) }</button>
                }
            </header>
            if state.layout != Layout::Narrow {
                { search_box(state, dispatch, words) }
            }
            <PanelBody {exhibition} {view} dispatch={dispatch.clone()} words={words.clone()} />
        </section>
    }
}

/// What fills the panel.
#[derive(Clone, PartialEq)]
enum BodyView {
    /// The stands that search and filter found, best first; `None` for all, in file order.
    List(Option<Shared<[StandIx]>>),
    Details(StandIx),
    About,
}

#[derive(Clone, PartialEq, Properties)]
struct BodyProps {
    exhibition: Shared<Exhibition>,
    view: BodyView,
    dispatch: Callback<Action>,
    words: Words,
}

/// A component of its own so that it is drawn again only when what it shows changes.
#[component]
fn PanelBody(props: &BodyProps) -> Html {
    let BodyProps {
        exhibition,
        view,
        dispatch,
        words,
    } = props;
    let plan = exhibition.plan();
    // Keyed, so that each view starts at its own top.
    let (key, body) = match view {
        BodyView::List(matches) => (
            "list",
            stand_list(plan, matches.as_deref(), dispatch, words),
        ),
        BodyView::Details(stand) => ("details", details(plan, *stand, dispatch, words)),
        BodyView::About => ("about", about(plan, dispatch, words)),
    };
    let drawn = dispatch.clone();
    use_effect(move || drawn.emit(Action::PanelDrawn));
    html! { <div class="em-body" {key} data-body={key}>{ body }</div> }
}
