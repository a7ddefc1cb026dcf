//! Provenance: what it refers to must exist, and so must the fields it speaks of.

use std::collections::HashSet;

use floorplan::format::{Provenance, ProvenanceMap};
use serde_json::Value;

use super::file::File;
use super::nearest::hint;
use crate::finding::{Code, Findings};

/// Checks all provenance maps.
pub fn check(file: &File, findings: &mut Findings) {
    let sources = file.ids("sources");
    let mut check = Check {
        file,
        known: sources.iter().copied().collect(),
        sources,
        findings,
    };
    if let Some(event) = &file.event {
        check.map("event", &event.provenance, file.value.get("event"));
    }
    let entry = |list: &str, index: &usize| file.value.get(list).and_then(|l| l.get(index));
    for (i, hall) in &file.halls {
        check.map(&format!("halls[{i}]"), &hall.provenance, entry("halls", i));
    }
    for (i, stand) in &file.stands {
        check.map(
            &format!("stands[{i}]"),
            &stand.provenance,
            entry("stands", i),
        );
    }
    for (i, p) in &file.participants {
        let path = format!("participants[{i}]");
        check.map(&path, &p.provenance, entry("participants", i));
    }
    for (i, session) in &file.sessions {
        let path = format!("sessions[{i}]");
        check.map(&path, &session.provenance, entry("sessions", i));
    }
}

struct Check<'a> {
    file: &'a File,
    sources: Vec<&'a str>,
    known: HashSet<&'a str>,
    findings: &'a mut Findings,
}

impl Check<'_> {
    fn map(&mut self, owner: &str, map: &ProvenanceMap, object: Option<&Value>) {
        let subject = self.file.lead_in(owner);
        for (key, provenance) in map.iter() {
            let path = format!("{owner}.provenance.{key}");
            if let Provenance::Published(ids) = provenance {
                for id in ids.iter().filter(|id| !self.known.contains(&***id)) {
                    let words = ["illustrative", "notPublished"];
                    let hint = hint(id, self.sources.iter().copied().chain(words));
                    let message = format!(
                        "{subject}\"{key}\" is said to come from \"{id}\", but there is no such source{hint}"
                    );
                    self.findings.error(Code::UnknownSource, &path, message);
                }
            } else {
                continue;
            }
            // Only what is published must be there; "not published" speaks of what is absent.
            let field = key.split('.').next().unwrap_or_default();
            let fields = object.and_then(Value::as_object);
            if let Some(fields) = fields.filter(|f| field != "*" && !f.contains_key(field)) {
                let hint = hint(field, fields.keys().map(String::as_str));
                let message = format!(
                    "{subject}provenance is given for \"{field}\", but there is no such field{hint}"
                );
                self.findings.warning(Code::ProvenanceField, path, message);
            }
        }
    }
}
