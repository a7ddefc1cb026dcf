//! The visitor's own: the list of what is bookmarked with the ways to take it along, and what is told
//! of it.

use floorplan::messages::Msg;
use floorplan::mine::{Kind, Marks, searches};
use floorplan::plan::{Plan, Stand};
use floorplan::programme::Clock;
use floorplan::state::{Action, MarksFrom, Notice, Own, State, Take};
use yew::prelude::*;

use super::icon::Icon;
use super::marks::takes;
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
) -> (Vec<Html>, Vec<(&'static str, Take)>, Vec<Html>) {
    let (mut filter, mut files, mut sessions) = (Vec::new(), Vec::new(), Vec::new());
    let count = marks.bookmarks(plan);
    if count > 0 {
        let label = words.with(Msg::MyList, &[&words.lang.number(count as f64)]);
        let is_on = Some(mine.is_some());
        filter.push(own(
            Icon::Star,
            &label,
            "",
            is_on,
            Action::Own(Own::ToggleMine),
            dispatch,
        ));
    }
    if let Some(has_link) = mine {
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
        if has_link {
            files.push((words.say(Msg::ShareLink), Take::Link));
            files.push((words.say(Msg::Code), Take::Code));
        }
        if !sessions.is_empty() {
            files.push((words.say(Msg::Calendar), Take::Calendar));
        }
        let is_with_people = |stand: &Stand| {
            !stand.participants.is_empty() && marks.is_bookmarked(Kind::Stand, &stand.id)
        };
        if plan.stands.iter().any(is_with_people) {
            files.push((words.say(Msg::ContactCards), Take::Contacts));
        }
        files.push((words.say(Msg::Table), Take::Table));
        files.push((words.say(Msg::Picture), Take::Picture));
    }
    (filter, files, sessions)
}

/// What the visitor is told of their marks, until they press it; and recent searches.
pub(super) fn notice(state: &State, dispatch: &Callback<Action>, words: Words) -> Html {
    let mut notes = Vec::new();
    let look = match state.notice {
        Some(Notice::Arrived(_)) => Icon::Check,
        _ => Icon::Close,
    };
    for (icon, text, action) in [
        (look, notice_text(state, words), Own::CloseNotice),
        (Icon::Info, news(state, words), Own::Take(Take::News)),
    ] {
        if let Some(text) = text {
            notes.push(own(icon, &text, "", None, Action::Own(action), dispatch));
        }
    }
    // And what was searched for lately, while the search box offers it.
    if state.offers_searches() {
        let of = words.say(Msg::RecentSearches);
        let mut add = |icon, label: &str, of, action| {
            notes.push(own(icon, label, of, None, action, dispatch));
        };
        for query in searches(&state.recent) {
            let again = Action::Marks(query.into(), MarksFrom::Again);
            add(Icon::Search, query, of, again);
        }
        let forget = Action::Own(Own::ForgetSearches);
        add(Icon::Close, words.say(Msg::ForgetSearches), "", forget);
    }
    takes(notes)
}

/// How much changed since the last visit, in words.
pub(super) fn news(state: &State, words: Words) -> Option<String> {
    (!state.news.is_empty()).then(|| words.with(Msg::Changed, &[&state.news]))
}

/// The words of a notice.
pub(super) fn notice_text(state: &State, words: Words) -> Option<String> {
    Some(match state.notice? {
        Notice::Arrived(count) => words.with(Msg::Arrived, &[&words.lang.number(count as f64)]),
        Notice::Unkept => words.say(Msg::Unkept).to_owned(),
    })
}
