//! Ids that the core does not look at: of entrances and services, and stand numbers.

use std::collections::HashMap;

use floorplan::plan::WarningKind;

use super::file::File;
use crate::finding::{Code, Findings};

/// Checks ids and stand numbers.
pub fn check(file: &File, findings: &mut Findings) {
    if let Some(event) = &file.event {
        characters("event.id", &event.id, findings);
    }
    let mut each = |list: &str, index: usize, id: &str| {
        characters(&format!("{list}[{index}].id"), id, findings);
    };
    file.floors
        .iter()
        .for_each(|(i, e)| each("floors", *i, &e.id));
    file.halls
        .iter()
        .for_each(|(i, e)| each("halls", *i, &e.id));
    file.categories
        .iter()
        .for_each(|(i, e)| each("categories", *i, &e.id));
    file.stands
        .iter()
        .for_each(|(i, e)| each("stands", *i, &e.id));
    file.participants
        .iter()
        .for_each(|(i, e)| each("participants", *i, &e.id));
    file.sessions
        .iter()
        .for_each(|(i, e)| each("sessions", *i, &e.id));
    file.sources
        .iter()
        .for_each(|(i, e)| each("sources", *i, &e.id));
    inside_halls(file, findings);
    numbers(file, findings);
}

/// Entrances and services have ids too; a session's `place` may be a stand or a service.
fn inside_halls(file: &File, findings: &mut Findings) {
    let mut places: HashMap<&str, String> = HashMap::new();
    for (i, stand) in &file.stands {
        places.insert(&stand.id, format!("stands[{i}]"));
    }
    let mut entrances: HashMap<&str, String> = HashMap::new();
    for (h, hall) in &file.halls {
        for (i, service) in hall.services.iter().enumerate() {
            let path = format!("halls[{h}].services[{i}]");
            unique(&mut places, &service.id, path, findings);
        }
        for (i, entrance) in hall.entrances.iter().enumerate() {
            let path = format!("halls[{h}].entrances[{i}]");
            unique(&mut entrances, &entrance.id, path, findings);
        }
    }
}

fn unique<'a>(
    taken: &mut HashMap<&'a str, String>,
    id: &'a str,
    path: String,
    findings: &mut Findings,
) {
    let id_path = format!("{path}.id");
    characters(&id_path, id, findings);
    if let Some(other) = taken.get(id) {
        let message = format!("the id \"{id}\" is taken already, by {other}");
        findings.error(Code::Part(WarningKind::DuplicateId), id_path, message);
    } else {
        taken.insert(id, path);
    }
}

fn numbers(file: &File, findings: &mut Findings) {
    let mut taken: HashMap<String, &str> = HashMap::new();
    for (i, stand) in &file.stands {
        let path = format!("stands[{i}].number");
        let number = stand.number.trim();
        if number.is_empty() {
            let message = format!("the stand with the id \"{}\" has no number", stand.id);
            findings.error(Code::EmptyId, path, message);
        } else if let Some(other) = taken.insert(number.to_lowercase(), &stand.id) {
            let message = format!(
                "the stands with the ids \"{other}\" and \"{}\" have the same number {number}; \
                 visitors cannot tell them apart",
                stand.id
            );
            findings.warning(Code::DuplicateNumber, path, message);
        }
    }
}

fn characters(path: &str, id: &str, findings: &mut Findings) {
    if id.is_empty() {
        findings.error(Code::EmptyId, path, "the id is empty");
    } else if id.contains(char::is_whitespace) {
        let message =
            format!("the id \"{id}\" has a blank in it; links and bookmarks with it break easily");
        findings.warning(Code::IdCharacters, path, message);
    }
}
