//! The file as it is written: every entry that can be read, with its index.

use std::collections::BTreeMap;

use floorplan::format::{
    RawCategory, RawEvent, RawFloor, RawHall, RawParticipant, RawSession, RawSource, RawStand,
    Text, parse_list,
};
use floorplan::plan::Warning;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

/// Entries of a list with their index in the file; those that cannot be read are absent.
pub type List<T> = Vec<(usize, T)>;

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
    pub bad_entries: Vec<Warning>,
}

impl File {
    /// Reads what can be read; nothing when the text is not a JSON object.
    pub fn read(text: &str) -> Option<Self> {
        let body = text.trim_start_matches('\u{feff}');
        let value = serde_json::from_str(body).ok()?;
        let fields: BTreeMap<String, &RawValue> = serde_json::from_str(body).ok()?;
        let mut reader = Reader {
            text,
            fields,
            bad_entries: Vec::new(),
        };
        Some(Self {
            value,
            languages: reader.one("languages").unwrap_or_default(),
            event: reader.one("event"),
            floors: reader.list("floors"),
            halls: reader.list("halls"),
            categories: reader.list("categories"),
            stands: reader.list("stands"),
            participants: reader.list("participants"),
            sessions: reader.list("sessions"),
            sources: reader.list("sources"),
            bad_entries: reader.bad_entries,
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

struct Reader<'a> {
    text: &'a str,
    fields: BTreeMap<String, &'a RawValue>,
    bad_entries: Vec<Warning>,
}

impl Reader<'_> {
    fn one<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_str(self.fields.get(name)?.get()).ok()
    }

    fn list<T: DeserializeOwned>(&mut self, name: &str) -> List<T> {
        let raw = self.fields.get(name).map_or("[]", |raw| raw.get());
        let Ok(entries) = serde_json::from_str::<Vec<&RawValue>>(raw) else {
            return Vec::new();
        };
        parse_list(self.text, name, &entries, &mut self.bad_entries)
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
