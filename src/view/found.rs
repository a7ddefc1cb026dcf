//! What a search found: by which words, and what is no stand; rows of the list.

use std::borrow::Cow;

use floorplan::format::ServiceKind;
use floorplan::messages::{Msg, field_name};
use floorplan::mine::Marks;
use floorplan::plan::{Plan, SessionPlace, Stand};
use floorplan::scene::PinKind;
use floorplan::search::{Excerpt, Found, Hit, What};
use floorplan::state::{Action, Spot};
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::marks::kept;
use super::nodes::{self, nodes, part_title};
use super::press::press;
use super::text::{excerpt, place_name};
use crate::words::Words;

/// What was found, in what it is shown with.
#[derive(Clone, Copy)]
pub(super) struct Hits<'a> {
    pub(super) plan: &'a Plan,
    pub(super) found: Option<&'a Found>,
    pub(super) marks: &'a Marks,
    /// So many rows of each kind are drawn.
    pub(super) rows: usize,
    pub(super) dispatch: &'a Callback<Action>,
    pub(super) words: Words,
}

/// The part of the list that something is in: stands, sessions, places.
fn part(what: What) -> u32 {
    match what {
        What::Session(_) => 1,
        What::Service(..) | What::Entrance(..) => 2,
        _ => 0,
    }
}

impl<'a> Hits<'a> {
    /// What was found in parts, that of the best first; the list of stands is one of them.
    pub(super) fn parts(&self, mut stands: Html) -> Html {
        let hits = self.found.map_or(&[][..], |found| &found.hits);
        // The first of each part, and what is there anyway.
        let mut order: Vec<u32> = Vec::new();
        for at in 0..=hits.len() {
            let part = hits.get(at).map_or(0, |hit| part(hit.what));
            if !order.contains(&part) {
                order.push(part);
            }
        }
        let mut parts = Vec::new();
        for at in &order {
            let (title, rows) = match at {
                0 => (Msg::Stands, std::mem::take(&mut stands)),
                1 => (Msg::Programme, self.others(hits, 1)),
                _ => (Msg::Places, self.others(hits, 2)),
            };
            if order.len() > 1 {
                parts.push(part_title(self.words.say(title).into()));
            }
            parts.push(rows);
        }
        nodes(parts)
    }

    fn others(&self, hits: &[Hit], wanted: u32) -> Html {
        let mut rows = Vec::new();
        for hit in hits {
            if part(hit.what) == wanted
                && rows.len() < self.rows
                && let Some(row) = self.other(hit, rows.len() as u32)
            {
                rows.push(row.view(self));
            }
        }
        nodes::rows(rows)
    }

    /// A session, a service or a doorway.
    fn other(&self, hit: &'a Hit, key: u32) -> Option<Row<'a>> {
        let (plan, words) = (self.plan, self.words);
        let (look, name, about) = if let What::Session(ix) = hit.what {
            let session = plan.sessions.get(ix.at())?;
            let mut about = match session.start {
                Some(start) => words.lang.time(start),
                None => words.say(Msg::NoTime).to_owned(),
            };
            if let Some(SessionPlace::Stand(stand)) = session.place {
                about.push_str(" · ");
                about.push_str(&words.with(Msg::StandNo, &[&plan.stand(stand)?.number]));
            }
            let name = session.title.get(words.lang.tag());
            (Icon::Service(ServiceKind::Stage), name, about)
        } else {
            let spot = Spot::of(plan, hit.what)?;
            let look = match spot.pin {
                PinKind::Entrance(kind, ..) => Icon::of_entrance(kind),
                PinKind::Service(kind, ..) => Icon::Service(kind),
                PinKind::District(..) => return None,
            };
            let number = spot.nearest_stand(plan).map_or("", |stand| &stand.number);
            let about = words.with(Msg::NearStand, &[number]);
            (look, place_name(&spot, words), about)
        };
        Some(Row {
            key,
            stand: None,
            badge: icon(look),
            colour: None,
            name: name.text.into(),
            lang: name.lang,
            hit: Some(hit),
            about: about.into(),
            action: Action::Choose(hit.what),
        })
    }

    /// A name that is shown, with what was found of it marked; and the text by which something was
    /// found, if it is another one.
    pub(super) fn texts(
        &self,
        hit: Option<&Hit>,
        name: &str,
        lang: Option<&str>,
    ) -> (Html, Option<Html>) {
        let Some(found) = self.found else {
            let name = Excerpt {
                text: name.to_owned(),
                ..Excerpt::default()
            };
            return (excerpt(&name, lang), None);
        };
        let (plan, words) = (self.plan, self.words);
        let name = found.marked(plan, name);
        let reason = hit.and_then(|hit| {
            let (text, lang) = found.reason(plan, hit, words.lang.tag(), &name)?;
            let field = words.say(field_name(hit.field)?);
            let field = words.with(Msg::Counted, &[field, ""]);
            Some(nodes(vec![field.into(), excerpt(&text, lang)]))
        });
        (excerpt(&name, lang), reason)
    }
}

/// How much was found beside stands, in words after those of the stands.
pub(super) fn summary(words: Words, stands: String, found: Option<&Found>) -> String {
    let mut said = stands;
    let [sessions, places] = found.map_or([0; 2], Found::others);
    for (count, heading) in [(sessions, Msg::Programme), (places, Msg::Places)] {
        if count > 0 {
            if !said.is_empty() {
                said.push_str(" · ");
            }
            let count = words.lang.number(count as f64);
            said.push_str(&words.with(Msg::Counted, &[words.say(heading), &count]));
        }
    }
    said
}

/// A row of the list.
pub(super) struct Row<'a> {
    pub(super) key: u32,
    /// The stand that it is.
    pub(super) stand: Option<&'a Stand>,
    pub(super) badge: Html,
    pub(super) colour: Option<String>,
    pub(super) name: Cow<'a, str>,
    pub(super) lang: Option<&'a str>,
    pub(super) hit: Option<&'a Hit>,
    /// What is said of it where it was not found by other words than its name.
    pub(super) about: Html,
    pub(super) action: Action,
}

impl Row<'_> {
    pub(super) fn view(self, hits: &Hits<'_>) -> Html {
        let (name, reason) = hits.texts(self.hit, &self.name, self.lang);
        let of = self.stand.map(|_| self.key.to_string());
        html! {
            <li key={self.key}>
                <button class="em-row" data-row={self.stand.map(|stand| stand.id.to_string())} data-row-of={of}
                    onclick={press(hits.dispatch, self.action)}>
                    <span class="em-badge" data-colour={self.colour}>{ self.badge }</span>
                    <span class="em-row-text">
                        <span class="em-row-name">{ name }</span>
                        <span class="em-row-about">
                            { reason.unwrap_or(self.about) }
                            { self.stand.map(|stand| kept(stand, hits.marks, hits.words)) }
                        </span>
                    </span>
                </button>
            </li>
        }
    }
}
