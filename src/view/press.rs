//! What a button does.

use floorplan::state::Action;
use yew::prelude::*;

/// A click handler that sends an action. One closure for all buttons: each further one would
/// cost the bundle some hundred bytes.
pub(super) fn press(dispatch: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    dispatch.reform(move |_| action.clone())
}
