//! The panel: search on top, then the list, the details or the event.

use floorplan::messages::Msg;
use floorplan::state::{Action, Layout, Load, PanelView, State};
use yew::prelude::*;

use super::about::About;
use super::controls;
use super::details::Details;
use super::icon::{Icon, icon};
use super::list::StandList;
use super::search_box::SearchBox;
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
    let body = match (state.panel, state.selected) {
        (PanelView::Details, Some(stand)) => html! {
            <Details key="details" {exhibition} {stand} dispatch={dispatch.clone()} words={words.clone()} />
        },
        (PanelView::About, _) => html! {
            <About key="about" {exhibition} dispatch={dispatch.clone()} words={words.clone()} />
        },
        _ => html! {
            <StandList key="list" exhibition={exhibition.clone()} matches={state.matches.as_ref().map(Shared::from)}
                query={state.query.clone()} dispatch={dispatch.clone()} words={words.clone()} />
        },
    };
    let sheet = state.sheet;
    html! {
        <section class="em-panel" key="panel" data-chrome="" aria-label={words.say(Msg::Stands)}>
            <button class="em-handle" aria-label={words.say(Msg::SheetHandle)}
                aria-expanded={if sheet == floorplan::state::Sheet::Peek { "false" } else { "true" }}
                onclick={dispatch.reform(move |_| Action::SetSheet(sheet.next()))}></button>
            <header class="em-head">
                <div class="em-event">
                    <h1>{ text(words, event.short_name.as_ref().unwrap_or(&event.name)) }</h1>
                    <p>{ words.formats().days(event.start, event.end) }</p>
                </div>
                { controls::languages(dispatch, words) }
                <button class="em-tool" aria-label={words.say(Msg::AboutEvent)} title={words.say(Msg::AboutEvent)}
                    onclick={dispatch.reform(|_| Action::ShowAbout)}>{ icon(Icon::Info) }</button>
                if state.layout == Layout::Medium {
                    <button class="em-tool" aria-label={words.say(Msg::HidePanel)} title={words.say(Msg::HidePanel)}
                        onclick={dispatch.reform(|_| Action::TogglePanel)}>{ icon(Icon::Close) }</button>
                }
            </header>
            if state.layout != Layout::Narrow {
                <SearchBox query={state.query.clone()} dispatch={dispatch.clone()} words={words.clone()} />
            }
            <div class="em-body">{ body }</div>
        </section>
    }
}
