//! The visitor's marks on one thing: buttons that make them, words that tell of them.

use floorplan::messages::Msg;
use floorplan::mine::{Kind, Marks};
use floorplan::plan::{Stand, StandIx};
use floorplan::state::{Action, Markable, Own, Take, note_on};
use yew::prelude::*;

use super::icon::Icon;
use super::press::own;
use crate::words::Words;

/// Buttons in a row.
pub(super) fn takes(buttons: Vec<Html>) -> Html {
    html! { <div class="em-takes">{ for buttons }</div> }
}

/// A button that gives the visitor something to take along.
pub(super) fn take(label: &str, of: &str, what: Take, dispatch: &Callback<Action>) -> Html {
    own(
        Icon::Down,
        label,
        of,
        None,
        Action::Own(Own::Take(what)),
        dispatch,
    )
}

/// The buttons that mark a stand.
pub(super) fn stand_marks(
    ix: StandIx,
    stand: &Stand,
    marks: &Marks,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    let (what, id) = (Markable::Stand(ix), &stand.id);
    let is_visited = Some(marks.is_visited(Kind::Stand, id));
    takes(vec![
        bookmark(
            what,
            "",
            marks.is_bookmarked(Kind::Stand, id),
            dispatch,
            words,
        ),
        own(
            Icon::Check,
            words.say(Msg::Visited),
            "",
            is_visited,
            Action::Own(Own::Visit(what)),
            dispatch,
        ),
        note(Kind::Stand, id, "", marks, words),
    ])
}

/// The visitor's note on something; `browser.js` tells when it is another one.
pub(super) fn note(kind: Kind, id: &str, of: &str, marks: &Marks, words: Words) -> Html {
    let on = note_on(kind, id);
    let label = words.say(Msg::Note);
    let kept = marks.note(kind, id).to_owned();
    html! {
        <textarea key={&*on} maxlength="500" placeholder={label} aria-label={[label, " ", of].concat()}
            data-note={on} data-kept={kept} defaultvalue={kept.clone()} />
    }
}

/// Buttons for these, in a row.
pub(super) fn files(of: &[(&str, Take)], dispatch: &Callback<Action>) -> Html {
    let mut buttons = Vec::new();
    for (label, what) in of {
        buttons.push(take(label, "", *what, dispatch));
    }
    takes(buttons)
}

/// The button that bookmarks something.
pub(super) fn bookmark(
    what: Markable,
    of: &str,
    is_on: bool,
    dispatch: &Callback<Action>,
    words: Words,
) -> Html {
    own(
        Icon::Star,
        words.say(Msg::Bookmark),
        of,
        Some(is_on),
        Action::Own(Own::Bookmark(what)),
        dispatch,
    )
}

/// The marks of a stand, in its row of the list.
pub(super) fn kept(stand: &Stand, marks: &Marks, words: Words) -> String {
    let mut kept = String::new();
    let mut add = |is_on: bool, sign, label| {
        if is_on {
            kept.push_str(sign);
            kept.push_str(words.say(label));
        }
    };
    add(
        marks.is_bookmarked(Kind::Stand, &stand.id),
        " ★\u{a0}",
        Msg::Bookmark,
    );
    add(
        marks.is_visited(Kind::Stand, &stand.id),
        " ✓\u{a0}",
        Msg::Visited,
    );
    let note = marks.note(Kind::Stand, &stand.id);
    if !note.is_empty() {
        kept.push_str(" ✎\u{a0}");
        kept.push_str(note);
    }
    kept
}
