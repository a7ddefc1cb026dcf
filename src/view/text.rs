//! Text from the data, marked with its language where that is not the reader's.

use floorplan::format::{Localised, Text};
use floorplan::plan::Name;
use yew::prelude::*;

use crate::words::Words;

/// A text of the data for the reader.
pub(crate) fn text(words: Words, text: &Text) -> Html {
    let Localised { text, lang } = text.get(words.lang.tag());
    marked(text, lang)
}

/// A paragraph of the data, if there is one.
pub(crate) fn paragraph(words: Words, of: Option<&Text>) -> Html {
    match of {
        Some(of) => html! { <p>{ text(words, of) }</p> },
        None => html! {},
    }
}

/// A name of the data.
pub(crate) fn name(name: &Name<'_>) -> Html {
    marked(&name.text, name.lang)
}

fn marked(text: &str, lang: Option<&str>) -> Html {
    let text = text.to_owned();
    match lang {
        None => html! { { text } },
        Some(lang) => html! { <span lang={lang.to_owned()}>{ text }</span> },
    }
}
