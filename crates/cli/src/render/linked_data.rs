//! What search engines read: the event, its place and its participants as JSON-LD with the words of
//! schema.org.
//!
//! A machine does not read remarks, so nothing illustrative is said here, nor what stands for
//! something that is not published: participants and sessions without a published name and sessions
//! without a published day are left out.

use std::fmt::Write;

use floorplan::format::{Localised, Provenance, ProvenanceMap, Text};
use floorplan::plan::{Participant, SafeUrl, Session, SessionPlace};
use serde_json::{Map, Value, json};

use super::ids;
use super::moment::{Zone, day};
use super::view::View;

/// The data as JSON that may stand in a script element; `is_spacious` has lines for a person's eye.
pub(super) fn text(view: &View<'_>, zone: &Zone, is_spacious: bool) -> String {
    let graph = Graph { view, zone };
    let data = json!({ "@context": "https://schema.org", "@graph": graph.nodes() });
    harmless(&if is_spacious {
        format!("{data:#}")
    } else {
        data.to_string()
    })
}

/// Outside of strings, none of these characters is in JSON; in strings, they can be written by
/// number. So no reader of HTML sees an end or an entity, and no one's eye is deceived.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<'
            | '>'
            | '&'
            | '\u{7f}'..='\u{9f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

struct Graph<'a> {
    view: &'a View<'a>,
    zone: &'a Zone,
}

impl Graph<'_> {
    fn nodes(&self) -> Vec<Value> {
        let plan = self.view.plan;
        let mut nodes = vec![self.event()];
        nodes.extend(self.place());
        let mut organisers: Vec<_> = (0..self.organisers())
            .map(|at| self.organiser(at))
            .collect();
        nodes.append(&mut organisers);
        let participants = plan.participants.iter();
        nodes.extend(participants.filter_map(|participant| self.participant(participant)));
        nodes
    }

    fn event(&self) -> Value {
        let plan = self.view.plan;
        let event = &plan.event;
        let known = |field| is_published(&event.provenance, field);
        let mut node = node("Event", &self.id("event", ""));
        self.put(&mut node, "name", Some(&event.name));
        if known("shortName") {
            self.put_other_name(&mut node, &event.name, event.short_name.as_ref());
        }
        if known("description") {
            self.put(&mut node, "description", event.description.as_ref());
        }
        // The file has the days alone; hours would be guessed.
        if known("start") {
            node.insert("startDate".into(), day(event.start).into());
        }
        if known("end") {
            node.insert("endDate".into(), day(event.end).into());
        }
        if self.has_place() {
            node.insert("location".into(), self.reference("place", ""));
        }
        let refer = |kind: &str, ids: Vec<String>| -> Vec<Value> {
            ids.iter().map(|id| self.reference(kind, id)).collect()
        };
        let organisers = (0..self.organisers()).map(|at| at.to_string());
        put_list(
            &mut node,
            "organizer",
            refer("organiser", organisers.collect()),
        );
        let participants = plan.participants.iter().filter(|who| is_told(who));
        let participants = participants.map(|who| who.id.to_string()).collect();
        put_list(&mut node, "contributor", refer("participant", participants));
        let sessions = plan.sessions.iter();
        let sessions = sessions
            .filter_map(|session| self.session(session))
            .collect();
        put_list(&mut node, "subEvent", sessions);
        node.into()
    }

    /// A session, if its day is published and not made up.
    fn session(&self, session: &Session) -> Option<Value> {
        let known = |field| is_published(&session.provenance, field);
        let start = session.start.filter(|_| known("start") && known("title"))?;
        let mut node = node("Event", &self.id("session", &session.id));
        self.put(&mut node, "name", Some(&session.title));
        if known("description") {
            self.put(&mut node, "description", session.description.as_ref());
        }
        node.insert("startDate".into(), self.moment(start).into());
        if let Some(end) = session.end.filter(|_| known("end")) {
            node.insert("endDate".into(), self.moment(end).into());
        }
        if let Some(location) = self.location(session) {
            node.insert("location".into(), location);
        }
        let plan = self.view.plan;
        let who = session
            .participants
            .iter()
            .filter(|_| known("participants"));
        let who = who
            .filter_map(|ix| plan.participant(*ix))
            .filter(|who| is_told(who));
        let who = who
            .map(|who| self.reference("participant", &who.id))
            .collect();
        put_list(&mut node, "contributor", who);
        Some(node.into())
    }

    /// Where a session is, as far as that is known: its place in words, its service's name; or the place
    /// of the whole.
    fn location(&self, session: &Session) -> Option<Value> {
        let known = |field| is_published(&session.provenance, field);
        let plan = self.view.plan;
        let mut place = Map::new();
        if let Some(name) = session.place_name.as_ref().filter(|_| known("placeName")) {
            self.put(&mut place, "name", Some(name));
        } else if let Some(SessionPlace::Service(hall, at)) = session.place
            && known("place")
        {
            let service = plan.halls.get(hall.at())?.services.get(at);
            self.put(
                &mut place,
                "name",
                service.and_then(|service| service.name.as_ref()),
            );
        }
        if place.is_empty() {
            return self.has_place().then(|| self.reference("place", ""));
        }
        place.insert("@type".into(), "Place".into());
        if self.has_place() {
            place.insert("containedInPlace".into(), self.reference("place", ""));
        }
        Some(place.into())
    }

    /// How many organisers are told.
    fn organisers(&self) -> usize {
        let event = &self.view.plan.event;
        if is_published(&event.provenance, "organisers") {
            event.organisers.len()
        } else {
            0
        }
    }

    fn has_place(&self) -> bool {
        let event = &self.view.plan.event;
        let place = event.place.as_ref().filter(|place| !place.is_empty());
        place.is_some() && is_published(&event.provenance, "place")
    }

    fn place(&self) -> Option<Value> {
        if !self.has_place() {
            return None;
        }
        let mut node = node("Place", &self.id("place", ""));
        self.put(&mut node, "name", self.view.plan.event.place.as_ref());
        Some(node.into())
    }

    fn organiser(&self, at: usize) -> Value {
        let mut node = node("Organization", &self.id("organiser", &at.to_string()));
        if let Some(organiser) = self.view.plan.event.organisers.get(at) {
            self.put(&mut node, "name", Some(&organiser.name));
            put_web(&mut node, "url", organiser.url.as_ref());
        }
        node.into()
    }

    fn participant(&self, who: &Participant) -> Option<Value> {
        if !is_told(who) {
            return None;
        }
        let known = |field: &str| is_published(&who.provenance, field);
        let mut node = node("Organization", &self.id("participant", &who.id));
        self.put(&mut node, "name", Some(&who.name));
        if known("shortName") {
            self.put_other_name(&mut node, &who.name, who.short_name.as_ref());
        }
        if known("description") {
            self.put(&mut node, "description", who.description.as_ref());
        }
        if known("links") {
            let pages = who.links.iter().map(|link| &link.url);
            let mut pages = pages.filter(|url| is_web(url));
            put_web(&mut node, "url", pages.next());
            let others = pages.map(|url| url.as_str().into());
            put_list(&mut node, "sameAs", others.collect());
        }
        if known("contacts") {
            for (key, url) in [("email", &who.email), ("telephone", &who.phone)] {
                let bare = url.as_ref().and_then(|url| url.as_str().split_once(':'));
                if let Some((_, bare)) = bare {
                    node.insert(key.into(), bare.into());
                }
            }
            self.put(&mut node, "address", who.address.as_ref());
        }
        if known("logo") {
            // A relative address would be the data file's, not the page's.
            put_web(&mut node, "logo", who.logo.as_ref());
        }
        Some(node.into())
    }

    fn moment(&self, at: floorplan::plan::LocalTime) -> String {
        self.zone.moment(at)
    }

    fn id(&self, kind: &str, id: &str) -> String {
        ids::link(self.view.plan, kind, id)
    }

    fn reference(&self, kind: &str, id: &str) -> Value {
        json!({ "@id": self.id(kind, id) })
    }

    /// A short name, where it is another than the name.
    fn put_other_name(&self, node: &mut Map<String, Value>, name: &Text, short: Option<&Text>) {
        let words = |text: &Text| text.get(self.view.lang.tag()).text.to_owned();
        let short = short.filter(|short| words(short) != words(name));
        self.put(node, "alternateName", short);
    }

    /// A text under a key; nothing for an empty one. Words in another language than the reader's
    /// say so.
    fn put(&self, node: &mut Map<String, Value>, key: &str, text: Option<&Text>) {
        let Some(text) = text else { return };
        let Localised { text, lang } = text.get(self.view.lang.tag());
        if text.is_empty() {
            return;
        }
        let value = match lang {
            Some(lang) => json!({ "@language": lang, "@value": text }),
            None => text.into(),
        };
        node.insert(key.into(), value);
    }
}

/// Whether a participant is more than an example or a gap.
fn is_told(who: &Participant) -> bool {
    is_published(&who.provenance, "name") && !who.name.is_empty()
}

/// Whether a field is a fact: stated by a source, or by the organiser, who names none.
fn is_published(map: &ProvenanceMap, field: &str) -> bool {
    matches!(map.of_field(field), None | Some(Provenance::Published(_)))
}

fn node(of_type: &str, id: &str) -> Map<String, Value> {
    let mut node = Map::new();
    node.insert("@type".into(), of_type.into());
    node.insert("@id".into(), id.into());
    node
}

fn put_list(node: &mut Map<String, Value>, key: &str, list: Vec<Value>) {
    if !list.is_empty() {
        node.insert(key.into(), list.into());
    }
}

/// An address of the web; others are no address of a thing.
fn put_web(node: &mut Map<String, Value>, key: &str, url: Option<&SafeUrl>) {
    if let Some(url) = url.filter(|url| is_web(url)) {
        node.insert(key.into(), url.as_str().into());
    }
}

fn is_web(url: &SafeUrl) -> bool {
    let scheme = url.as_str().split(':').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_script_and_everything_is_read_back() {
        let hostile = "</script><!-- &lt; \u{2028}\u{2029}\u{202e}\u{85} \" \\ ж";
        let written = harmless(&json!([hostile]).to_string());
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\u{202e}', '\u{85}']));
        let read: Vec<String> = serde_json::from_str(&written).unwrap();
        assert_eq!(read, [hostile]);
    }
}
