//! What is shown instead of a map.

use floorplan::messages::{Msg, failure_text};
use floorplan::state::{Action, Failure};
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::press::press;
use crate::words::Words;

/// What happened, where, and a way to try again.
pub(crate) fn failure(failure: &Failure, dispatch: &Callback<Action>, words: Words) -> Html {
    let place = match failure {
        Failure::Data(error) if error.place.line > 0 => {
            let (line, column) = (error.place.line.to_string(), error.place.column.to_string());
            Some((words.with(Msg::ErrorPlace, &[&line, &column]), error))
        }
        _ => None,
    };
    html! {
        <div class="em-failure" role="alert" data-chrome="" data-code={failure.code()}>
            <h2>{ words.say(Msg::FailTitle) }</h2>
            <p>{ failure_text(failure, words.lang) }</p>
            if let Some((place, error)) = place {
                <p class="em-place">
                    { place }
                    if !error.place.path.is_empty() {
                        { " · " }<code>{ error.place.path.clone() }</code>
                    }
                </p>
                <p class="em-place" lang="en"><code>{ error.detail.clone() }</code></p>
            }
            <button class="em-primary" data-panel-focus="" onclick={press(dispatch, Action::Retry)}>
                { icon(Icon::Retry) }{ words.say(Msg::Retry) }
            </button>
        </div>
    }
}
