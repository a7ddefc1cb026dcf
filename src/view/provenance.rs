//! The honest data rule on screen: where the shown fields come from.

use floorplan::format::{Provenance, ProvenanceMap, Text};
use floorplan::messages::{Lang, Msg};
use floorplan::plan::{Plan, SafeUrl, Source};
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::nodes::{links, nodes, part_title};
use super::text::text;
use crate::words::Words;

/// What several provenance maps say together.
#[derive(Default)]
pub(crate) struct Origins<'a> {
    sources: Vec<&'a str>,
    illustrative: Vec<Msg>,
    not_published: Vec<Msg>,
}

impl<'a> Origins<'a> {
    /// Takes in a map.
    pub(crate) fn add(&mut self, map: &'a ProvenanceMap) {
        for (field, provenance) in map.iter() {
            match provenance {
                Provenance::Published(ids) => {
                    for id in ids {
                        add(&mut self.sources, &**id);
                    }
                }
                Provenance::Illustrative => add(&mut self.illustrative, field_name(field)),
                // A missing translation is not a missing fact.
                Provenance::NotPublished if field.contains('.') => {}
                Provenance::NotPublished => add(&mut self.not_published, field_name(field)),
            }
        }
    }

    /// Notes on what is illustrative or not published, then the sources.
    pub(crate) fn view(&self, plan: &Plan, words: Words) -> Html {
        let note = |msg: Msg, fields: &[Msg]| {
            let mut names = String::new();
            for field in fields {
                if !names.is_empty() {
                    names.push_str(if words.lang == Lang::Zh { "、" } else { ", " });
                }
                names.push_str(words.say(*field));
            }
            (!names.is_empty()).then(|| {
                html! {
                    <p class="em-caveat">{ words.with(msg, &[&names]) }</p>
                }
            })
        };
        html! {
            <footer class="em-origins">
                { for note(Msg::IllustrativeFields, &self.illustrative) }
                { for note(Msg::NotPublishedFields, &self.not_published) }
                { sources(self.sources.iter().filter_map(|id| plan.source(id)), words) }
            </footer>
        }
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// What a visitor calls a field of the format.
fn field_name(field: &str) -> Msg {
    match field {
        "number" => Msg::FieldNumber,
        "outline" | "open" | "doors" | "hall" => Msg::FieldOutline,
        "height" => Msg::FieldHeight,
        "stands" | "participants" => Msg::FieldPlace,
        "name" | "shortName" => Msg::FieldName,
        "title" => Msg::FieldTitle,
        "start" | "end" => Msg::FieldTime,
        "place" | "placeName" => Msg::FieldSessionPlace,
        "contacts" => Msg::FieldContacts,
        _ => Msg::FieldOther,
    }
}

/// Public sources with their heading; nothing for none.
pub(crate) fn sources<'p>(sources: impl Iterator<Item = &'p Source>, words: Words) -> Html {
    let mut items = Vec::new();
    for source in sources {
        items.push(linked(&source.title, source.url.as_ref(), words));
    }
    if items.is_empty() {
        return html! {};
    }
    nodes(vec![
        part_title(words.say(Msg::Sources).into()),
        links(items),
    ])
}

/// A text, as a link if there is where to.
pub(crate) fn linked(of: &Text, url: Option<&SafeUrl>, words: Words) -> Html {
    let label = text(words, of);
    match url {
        Some(url) => link(url.as_str(), label, words),
        None => label,
    }
}

/// A link that leaves the page.
pub(crate) fn link(url: &str, label: Html, words: Words) -> Html {
    html! {
        <a href={url.to_owned()} target="_blank" rel="noopener noreferrer">
            { label }{ icon(Icon::External) }<span class="em-sr">{ " " }{ words.say(Msg::NewTab) }</span>
        </a>
    }
}
