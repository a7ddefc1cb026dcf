//! Elements in a row, and those that many views have: each made in one place for all, since each place costs the
//! bundle a hundred bytes and more.

use yew::prelude::*;
use yew::virtual_dom::VList;

/// Elements in a row, in one way for all: each kind of iterator would cost the bundle some hundred
/// bytes.
pub(super) fn nodes(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// The heading of what fills the panel: it gets the focus.
#[inline(never)]
pub(super) fn panel_title(says: Html) -> Html {
    html! { <h2 tabindex="-1" data-panel-focus="">{ says }</h2> }
}

/// The heading of a part of it.
#[inline(never)]
pub(super) fn part_title(says: Html) -> Html {
    html! { <h3>{ says }</h3> }
}

/// Short lines, most of which are links.
#[inline(never)]
pub(super) fn links(of: Vec<Html>) -> Html {
    let mut lines = Vec::new();
    for line in of {
        lines.push(html! { <li>{ line }</li> });
    }
    html! { <ul class="em-links">{ nodes(lines) }</ul> }
}

/// Sessions, each a list item.
#[inline(never)]
pub(super) fn sessions(of: Vec<Html>) -> Html {
    html! { <ul class="em-sessions">{ nodes(of) }</ul> }
}

/// Rows, each a list item.
#[inline(never)]
pub(super) fn rows(of: Vec<Html>) -> Html {
    html! { <ul class="em-list">{ nodes(of) }</ul> }
}
