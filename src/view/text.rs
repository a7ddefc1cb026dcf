//! Text from the data, marked with its language where that is not the reader's.

use floorplan::describe::LANGUAGE;
use floorplan::format::{Localised, Text};
use floorplan::messages::Msg;
use floorplan::plan::{MAX_TEXT_CHARS, Name, beginning, shortened};
use floorplan::search::Excerpt;
use floorplan::state::Spot;
use yew::prelude::*;

use super::nodes::{nodes, part_title};
use crate::words::Words;

/// A name of the data for the reader, as far as it is shown.
pub(crate) fn text(words: Words, text: &Text) -> Html {
    let Localised { text, lang } = text.get(words.lang.tag());
    match shortened(text) {
        Some(short) => marked(&short, lang),
        None => marked(text, lang),
    }
}

/// A text of the data for the reader, all of it unless it is a book; then it is said that more is left out.
pub(crate) fn whole(words: Words, text: &Text) -> Html {
    let Localised { text, lang } = text.get(words.lang.tag());
    match beginning(text, MAX_TEXT_CHARS) {
        Some(short) => {
            let note = words.say(Msg::Shortened);
            nodes(vec![marked(&short, lang), note.into()])
        }
        None => marked(text, lang),
    }
}

/// A paragraph of the data, if there is one.
pub(crate) fn paragraph(words: Words, of: Option<&Text>) -> Html {
    match of {
        Some(of) => html! { <p>{ whole(words, of) }</p> },
        None => html! {},
    }
}

/// A name of the data.
pub(crate) fn name(name: &Name<'_>) -> Html {
    marked(&name.text, name.lang)
}

/// A text of the data, or a part of it, with what was found of it marked.
pub(crate) fn excerpt(excerpt: &Excerpt, lang: Option<&str>) -> Html {
    if excerpt.marks.is_empty() {
        return marked(&excerpt.text, lang);
    }
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(is_mark) = excerpt.marks.get(from) {
        let mut to = from;
        while excerpt.marks.get(to) == Some(is_mark) {
            to += 1;
        }
        let part = excerpt.text.get(from..to).unwrap_or_default().to_owned();
        parts.push(if *is_mark {
            html! { <mark>{ part }</mark> }
        } else {
            part.into()
        });
        from = to;
    }
    html! { <span lang={lang.map(str::to_owned)}>{ nodes(parts) }</span> }
}

/// What is told of the plan, a line for each sentence, by a guide that marks languages.
pub(super) fn told(words: Words, heading: Msg, lines: &str) -> Html {
    let mut parts = Vec::new();
    let [begin, middle, end] = LANGUAGE;
    let mut rest = lines;
    while let Some((before, of)) = rest.split_once(begin)
        && let Some((lang, of)) = of.split_once(middle)
        && let Some((name, after)) = of.split_once(end)
    {
        parts.push(marked(before, None));
        parts.push(marked(name, Some(lang)));
        rest = after;
    }
    parts.push(marked(rest, None));
    nodes(vec![
        part_title(words.say(heading).into()),
        html! { <p class="em-lines">{ nodes(parts) }</p> },
    ])
}

/// A text in a language, or in that of what is around it.
#[inline(never)]
pub(super) fn marked(text: &str, lang: Option<&str>) -> Html {
    let text = text.to_owned();
    match lang {
        None => html! { { text } },
        Some(lang) => html! { <span lang={lang.to_owned()}>{ text }</span> },
    }
}

/// What a service or a doorway is called.
pub(super) fn place_name<'a>(spot: &Spot<'a>, words: Words) -> Localised<'a> {
    match spot.name {
        Some(name) => name.get(words.lang.tag()),
        None => Localised {
            text: words.say(spot.common),
            lang: None,
        },
    }
}
