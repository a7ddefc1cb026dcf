//! Every text of the file with its path, and what is wrong with its characters.

use std::fmt::Write;

use floorplan::format::{ProvenanceMap, Text};
use floorplan::plan::{MAX_NAME_CHARS, MAX_TEXT_CHARS};
use serde_json::Value;

use super::file::File;
use crate::finding::{Code, Findings};

/// A visitor-facing text and where it is.
pub struct Found<'a> {
    /// Its path.
    pub path: String,
    /// The field's name in its object.
    pub field: &'static str,
    /// The text.
    pub text: &'a Text,
    /// The provenance of its object, if objects of this sort have one.
    pub provenance: Option<&'a ProvenanceMap>,
}

/// All texts, in no particular order.
pub fn all(file: &File) -> Vec<Found<'_>> {
    let mut texts = Texts(Vec::new());
    texts.event(file);
    for (i, floor) in &file.floors {
        texts.one(&format!("floors[{i}]"), "name", &floor.name, None);
    }
    for (i, category) in &file.categories {
        texts.one(&format!("categories[{i}]"), "name", &category.name, None);
    }
    for (i, source) in &file.sources {
        texts.one(&format!("sources[{i}]"), "title", &source.title, None);
    }
    texts.halls(file);
    for (i, stand) in &file.stands {
        let path = format!("stands[{i}]");
        let provenance = Some(&stand.provenance);
        texts.opt(&path, "name", stand.name.as_ref(), provenance);
        texts.opt(&path, "shortName", stand.short_name.as_ref(), provenance);
        texts.opt(&path, "description", stand.description.as_ref(), provenance);
    }
    texts.participants(file);
    for (i, session) in &file.sessions {
        let path = format!("sessions[{i}]");
        let provenance = Some(&session.provenance);
        texts.one(&path, "title", &session.title, provenance);
        texts.opt(&path, "theme", session.theme.as_ref(), provenance);
        texts.opt(&path, "placeName", session.place_name.as_ref(), provenance);
        texts.opt(
            &path,
            "description",
            session.description.as_ref(),
            provenance,
        );
    }
    texts.0
}

struct Texts<'a>(Vec<Found<'a>>);

impl<'a> Texts<'a> {
    fn one(
        &mut self,
        owner: &str,
        field: &'static str,
        text: &'a Text,
        provenance: Option<&'a ProvenanceMap>,
    ) {
        self.0.push(Found {
            path: format!("{owner}.{field}"),
            field,
            text,
            provenance,
        });
    }

    fn opt(
        &mut self,
        owner: &str,
        field: &'static str,
        text: Option<&'a Text>,
        provenance: Option<&'a ProvenanceMap>,
    ) {
        if let Some(text) = text {
            self.one(owner, field, text, provenance);
        }
    }

    fn list(
        &mut self,
        owner: &str,
        field: &'static str,
        list: &'a [Text],
        provenance: Option<&'a ProvenanceMap>,
    ) {
        for (i, text) in list.iter().enumerate() {
            self.0.push(Found {
                path: format!("{owner}.{field}[{i}]"),
                field,
                text,
                provenance,
            });
        }
    }

    fn event(&mut self, file: &'a File) {
        let Some(event) = &file.event else { return };
        let provenance = Some(&event.provenance);
        self.one("event", "name", &event.name, provenance);
        self.opt("event", "shortName", event.short_name.as_ref(), provenance);
        self.opt("event", "place", event.place.as_ref(), provenance);
        self.opt(
            "event",
            "description",
            event.description.as_ref(),
            provenance,
        );
        self.opt("event", "notice", event.notice.as_ref(), provenance);
        for (i, organiser) in event.organisers.iter().enumerate() {
            self.one(
                &format!("event.organisers[{i}]"),
                "name",
                &organiser.name,
                None,
            );
        }
    }

    fn halls(&mut self, file: &'a File) {
        for (i, hall) in &file.halls {
            let path = format!("halls[{i}]");
            self.one(&path, "name", &hall.name, Some(&hall.provenance));
            for (j, entrance) in hall.entrances.iter().enumerate() {
                self.opt(
                    &format!("{path}.entrances[{j}]"),
                    "name",
                    entrance.name.as_ref(),
                    None,
                );
            }
            for (j, obstacle) in hall.obstacles.iter().enumerate() {
                self.opt(
                    &format!("{path}.obstacles[{j}]"),
                    "name",
                    obstacle.name.as_ref(),
                    None,
                );
            }
            for (j, service) in hall.services.iter().enumerate() {
                self.opt(
                    &format!("{path}.services[{j}]"),
                    "name",
                    service.name.as_ref(),
                    None,
                );
            }
            for (j, district) in hall.districts.iter().enumerate() {
                self.one(
                    &format!("{path}.districts[{j}]"),
                    "name",
                    &district.name,
                    None,
                );
            }
        }
    }

    fn participants(&mut self, file: &'a File) {
        for (i, p) in &file.participants {
            let path = format!("participants[{i}]");
            let provenance = Some(&p.provenance);
            self.one(&path, "name", &p.name, provenance);
            self.opt(&path, "shortName", p.short_name.as_ref(), provenance);
            self.opt(&path, "description", p.description.as_ref(), provenance);
            self.opt(&path, "shows", p.shows.as_ref(), provenance);
            self.list(&path, "products", &p.products, provenance);
            self.list(&path, "tags", &p.tags, provenance);
            let contacts = format!("{path}.contacts");
            self.opt(&contacts, "address", p.contacts.address.as_ref(), None);
            for (j, link) in p.links.iter().enumerate() {
                self.opt(
                    &format!("{path}.links[{j}]"),
                    "label",
                    link.label.as_ref(),
                    None,
                );
            }
        }
    }
}

/// Checks how long the texts are, and the characters of every string in the file, known field or not.
pub fn check(file: &File, findings: &mut Findings) {
    lengths(file, findings);
    strings(&file.value, &mut String::new(), &mut |path, text| {
        let odd = |c: &char| (c.is_control() && *c != '\n') || is_bidi(*c);
        if let Some(c) = text.chars().find(odd) {
            let code = u32::from(c);
            let what = if is_bidi(c) {
                "an invisible character that can turn the order of the text around"
            } else {
                "a control character"
            };
            let subject = file.lead_in(path);
            let message = format!("{subject}the text has {what} (U+{code:04X}); delete it");
            findings.warning(Code::ControlCharacter, path, message);
        }
    });
}

/// Names and paragraphs of which only the beginning is shown.
fn lengths(file: &File, findings: &mut Findings) {
    for found in all(file) {
        let most = match found.field {
            "description" | "shows" | "notice" => MAX_TEXT_CHARS,
            // Found, never shown.
            "tags" => continue,
            _ => MAX_NAME_CHARS,
        };
        let lengths = found.text.iter().map(|(_, words)| words.chars().count());
        if let Some(length) = lengths.max().filter(|length| *length > most) {
            let subject = file.lead_in(&found.path);
            let message = format!(
                "{subject}the text \"{}\" has {length} characters; visitors see only the first {most}",
                found.field
            );
            findings.warning(Code::LongText, found.path, message);
        }
    }
}

/// Characters that reorder what a reader sees.
pub fn is_bidi(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Recursion is safe: the parser refuses what is nested deeper than 128.
fn strings(value: &Value, path: &mut String, visit: &mut impl FnMut(&str, &str)) {
    let length = path.len();
    match value {
        Value::String(text) => visit(path, text),
        Value::Array(list) => {
            for (i, entry) in list.iter().enumerate() {
                let _ = write!(path, "[{i}]");
                strings(entry, path, visit);
                path.truncate(length);
            }
        }
        Value::Object(object) => {
            for (field, entry) in object {
                if length > 0 {
                    path.push('.');
                }
                path.push_str(field);
                strings(entry, path, visit);
                path.truncate(length);
            }
        }
        _ => {}
    }
}
