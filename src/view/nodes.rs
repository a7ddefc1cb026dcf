//! Elements in a row.

use yew::prelude::*;
use yew::virtual_dom::VList;

/// Elements in a row, in one way for all: each kind of iterator would cost the bundle some hundred
/// bytes.
pub(super) fn nodes(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}
