//! The visitor's own: the list of what is bookmarked with the ways to take it along, and what is told
//! of it.

use floorplan::messages::Msg;
use floorplan::mine::{Kind, Marks};
use floorplan::plan::Plan;
use floorplan::programme::Clock;
use floorplan::state::{Action, Notice, Own, State, Take};
use yew::prelude::*;

use super::icon::Icon;
use super::marks::{take, takes};
use super::press::own;
use super::session::{Within, session};
use crate::words::Words;

/// What stands above the list once something is bookmarked: the filter, and while that is on
/// (`mine`; whether there are links), the ways to take it along, and the sessions.
pub(super) fn my_list(
    plan: &Plan,
    marks: &Marks,
    mine: Option<bool>,
    clock: Option<Clock>,
    dispatch: &Callback<Action>,
    words: Words,
) -> [Vec<Html>; 3] {
    let (mut filter, mut buttons, mut sessions) = (Vec::new(), Vec::new(), Vec::new());
    let count = marks.bookmarks(plan);
    if count > 0 {
        let label = words.with(Msg::MyList, &[&words.lang.number(count as f64)]);
        let is_on = Some(mine.is_some());
        filter.push(own(
            Icon::Star,
            &label,
            is_on,
            Action::Own(Own::ToggleMine),
            dispatch,
        ));
    }
    if let Some(has_link) = mine {
        let mut add = |is_there, label, what| {
            if is_there {
                buttons.push(take(label, what, dispatch, words));
            }
        };
        for (at, found) in plan.sessions.iter().enumerate() {
            if marks.is_bookmarked(Kind::Session, &found.id) {
                sessions.push(session(
                    plan,
                    at.into(),
                    Within::Others,
                    clock,
                    marks,
                    dispatch,
                    words,
                ));
            }
        }
        add(has_link, Msg::ShareLink, Take::Link);
        add(!sessions.is_empty(), Msg::Calendar, Take::Calendar);
        add(true, Msg::Table, Take::Table);
        add(true, Msg::Picture, Take::Picture);
    }
    [filter, buttons, sessions]
}

/// What the visitor is told of their marks, until they press it.
pub(super) fn notice(state: &State, dispatch: &Callback<Action>, words: Words) -> Html {
    let close = Action::Own(Own::CloseNotice);
    let text = notice_text(state, words);
    let note = text.map(|text| own(Icon::Close, &text, None, close, dispatch));
    takes(note.into_iter().collect())
}

/// The words of a notice.
pub(super) fn notice_text(state: &State, words: Words) -> Option<String> {
    Some(match state.notice? {
        Notice::Arrived(count) => words.with(Msg::Arrived, &[&words.lang.number(count as f64)]),
        Notice::Unkept => words.say(Msg::Unkept).to_owned(),
    })
}
