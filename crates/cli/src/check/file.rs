//! The file as it is written: every entry that can be read, with its index.

use floorplan::format::json::Fault;
use floorplan::format::{
    Document, List, RawCategory, RawEvent, RawFloor, RawHall, RawParticipant, RawSession,
    RawSource, RawStand, Text,
};
use serde_json::Value;

/// The file's lists, typed, and the file as plain JSON.
pub struct File {
    /// All of it, untyped.
    pub value: Value,
    /// `languages`.
    pub languages: Vec<String>,
    /// `event`, when it can be read.
    pub event: Option<RawEvent>,
    /// `floors`.
    pub floors: List<RawFloor>,
    /// `halls`.
    pub halls: List<RawHall>,
    /// `categories`.
    pub categories: List<RawCategory>,
    /// `stands`.
    pub stands: List<RawStand>,
    /// `participants`.
    pub participants: List<RawParticipant>,
    /// `sessions`.
    pub sessions: List<RawSession>,
    /// `sources`.
    pub sources: List<RawSource>,
    /// Entries that could not be read.
    pub bad_entries: Vec<Fault>,
}

impl File {
    /// Reads what can be read; nothing when the text is not a JSON object.
    pub fn read(text: &str) -> Option<Self> {
        let body = text.trim_start_matches('\u{feff}');
        let value = serde_json::from_str(body).ok()?;
        let document = Document::parse(text).ok()?;
        let is_bad_entry = |fault: &Fault| !fault.is_optional;
        Some(Self {
            value,
            languages: document.languages.into_iter().map(Into::into).collect(),
            event: document.event,
            floors: document.floors,
            halls: document.halls,
            categories: document.categories,
            stands: document.stands,
            participants: document.participants,
            sessions: document.sessions,
            sources: document.sources,
            bad_entries: document.faults.into_iter().filter(is_bad_entry).collect(),
        })
    }

    /// The ids that a list of the file holds, whether or not the entries can be used.
    pub fn ids(&self, list: &str) -> Vec<&str> {
        let entries = self.value.get(list).and_then(Value::as_array);
        entries
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.get("id")?.as_str())
            .collect()
    }

    /// The ids of all services, whether or not their halls can be used.
    pub fn service_ids(&self) -> Vec<&str> {
        let halls = self.value.get("halls").and_then(Value::as_array);
        let services = halls
            .into_iter()
            .flatten()
            .filter_map(|hall| hall.get("services")?.as_array());
        services
            .flatten()
            .filter_map(|service| service.get("id")?.as_str())
            .collect()
    }

    /// The string at a path, when there is one.
    pub fn string_at(&self, path: &str) -> Option<&str> {
        let mut value = &self.value;
        for part in path.split(['.', '[']) {
            value = match part.strip_suffix(']') {
                Some(index) => value.get(index.parse::<usize>().ok()?)?,
                None => value.get(part)?,
            };
        }
        value.as_str()
    }

    /// What a path is about, in the organiser's words: `Stand A12`, `Session "Opening"`.
    fn subject(&self, path: &str) -> Option<String> {
        let (list, rest) = path.split_once('[')?;
        let index: usize = rest.split_once(']')?.0.parse().ok()?;
        let entry = self.value.get(list)?.get(index)?;
        let words = |field: &str| entry.get(field).and_then(first_words);
        let named = |noun: &str, field: &str| {
            let name = words(field).or_else(|| words("id"))?;
            Some(format!("{noun} \"{}\"", shortened(name)))
        };
        match list {
            "stands" => Some(format!(
                "Stand {}",
                words("number").or_else(|| words("id"))?
            )),
            "participants" => named("Participant", "name"),
            "sessions" => named("Session", "title"),
            "halls" => named("Hall", "name"),
            "floors" => named("Floor", "name"),
            "categories" => named("Category", "name"),
            "sources" => named("Source", "title"),
            _ => None,
        }
    }

    /// The beginning of a message: `Stand A12: `, or nothing.
    pub fn lead_in(&self, path: &str) -> String {
        self.subject(path)
            .map_or_else(String::new, |subject| subject + ": ")
    }

    /// A message that begins with what the path is about.
    pub fn about(&self, path: &str, message: &str) -> String {
        self.lead_in(path) + message
    }
}

/// The words for a message: English if there are, else the first.
pub fn words(text: &Text) -> &str {
    text.get("en").text
}

/// A long name cut for a message.
pub fn shortened(name: &str) -> String {
    const LONGEST: usize = 48;
    if name.chars().count() <= LONGEST {
        return name.to_string();
    }
    let start: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}

fn first_words(value: &Value) -> Option<&str> {
    match value {
        Value::String(words) => Some(words.as_str()),
        Value::Object(map) => map
            .get("en")
            .or_else(|| map.values().next())
            .and_then(Value::as_str),
        _ => None,
    }
    .filter(|words| !words.is_empty())
}
