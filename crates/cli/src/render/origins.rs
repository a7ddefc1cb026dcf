//! The honest data rule in words: what of the shown fields is illustrative.

use floorplan::format::{Provenance, ProvenanceMap};
use floorplan::messages::{Msg, fill};
use floorplan::plan::{Session, Stand};

use super::view::View;
use super::words::{THEME, Word};

/// A field of the format and what a reader calls it; nothing for the theme, which has a word here.
type Field = (&'static str, Option<Msg>);

const STAND: &[Field] = &[
    ("number", Some(Msg::FieldNumber)),
    ("outline", Some(Msg::FieldOutline)),
    ("participants", Some(Msg::FieldPlace)),
    ("name", Some(Msg::FieldName)),
    ("shortName", Some(Msg::FieldName)),
    ("category", Some(Msg::FieldOther)),
    ("description", Some(Msg::FieldOther)),
];

const PARTICIPANT: &[Field] = &[
    ("stands", Some(Msg::FieldPlace)),
    ("name", Some(Msg::FieldName)),
    ("shortName", Some(Msg::FieldName)),
    ("kind", Some(Msg::FieldOther)),
    ("shows", Some(Msg::FieldOther)),
    ("links", Some(Msg::FieldOther)),
];

const SESSION: &[Field] = &[
    ("title", Some(Msg::FieldTitle)),
    ("theme", None),
    ("start", Some(Msg::FieldTime)),
    ("end", Some(Msg::FieldTime)),
    ("place", Some(Msg::FieldSessionPlace)),
    ("placeName", Some(Msg::FieldSessionPlace)),
    ("kind", Some(Msg::FieldOther)),
    ("description", Some(Msg::FieldOther)),
];

/// Whether a field is made up.
pub(super) fn is_illustrative(map: &ProvenanceMap, field: &str) -> bool {
    map.of_field(field) == Some(&Provenance::Illustrative)
}

/// What is illustrative of each of several things, in the reader's words.
#[derive(Debug, Default)]
pub(super) struct Illustrative {
    /// What is so of all of them.
    pub(super) common: Vec<&'static str>,
    /// What else is so of each, in their order.
    pub(super) others: Vec<Vec<&'static str>>,
}

impl Illustrative {
    /// Of stands and who is there.
    pub(super) fn of_stands(view: &View<'_>) -> Self {
        Self::new(view.plan.stands.iter().map(|stand| of_stand(view, stand)))
    }

    /// Of sessions.
    pub(super) fn of_sessions(view: &View<'_>) -> Self {
        Self::new(
            view.plan
                .sessions
                .iter()
                .map(|session| of_session(view, session)),
        )
    }

    /// What is so of all is parted from the rest. Of one alone it stays its own.
    fn new(all: impl Iterator<Item = Vec<&'static str>>) -> Self {
        let mut others: Vec<_> = all.collect();
        let mut common = others.first().cloned().unwrap_or_default();
        common.retain(|word| others.len() > 1 && others.iter().all(|words| words.contains(word)));
        for words in &mut others {
            words.retain(|word| !common.contains(word));
        }
        Self { common, others }
    }

    /// What is said of all of them; nothing where there is nothing.
    pub(super) fn of_all(&self, view: &View<'_>, sentence: &Word) -> Option<String> {
        let words = self.common.join(view.comma());
        (!words.is_empty()).then(|| fill(view.word(sentence), &[&words]))
    }

    /// What is said of one of them besides.
    pub(super) fn of_one(&self, view: &View<'_>, at: usize) -> Option<String> {
        let words = self.others.get(at)?.join(view.comma());
        (!words.is_empty()).then(|| view.with(Msg::IllustrativeFields, &[&words]))
    }
}

fn of_stand(view: &View<'_>, stand: &Stand) -> Vec<&'static str> {
    let mut words = Vec::new();
    add(&mut words, view, STAND, &stand.provenance);
    for ix in &stand.participants {
        if let Some(participant) = view.plan.participant(*ix) {
            add(&mut words, view, PARTICIPANT, &participant.provenance);
        }
    }
    words
}

fn of_session(view: &View<'_>, session: &Session) -> Vec<&'static str> {
    let mut words = Vec::new();
    add(&mut words, view, SESSION, &session.provenance);
    words
}

fn add(words: &mut Vec<&'static str>, view: &View<'_>, fields: &[Field], map: &ProvenanceMap) {
    for (field, msg) in fields {
        let word = msg.map_or_else(|| view.word(&THEME), |msg| view.say(msg));
        if is_illustrative(map, field) && !words.contains(&word) {
            words.push(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_share_is_said_once() {
        let new =
            |all: &[&[&'static str]]| Illustrative::new(all.iter().map(|words| words.to_vec()));
        let told = new(&[&["number", "place"], &["place", "name"], &["place"]]);
        assert_eq!(told.common, ["place"]);
        assert_eq!(told.others, [vec!["number"], vec!["name"], vec![]]);
        let alone = new(&[&["number"]]);
        assert!(alone.common.is_empty());
        assert_eq!(alone.others, [vec!["number"]]);
        assert!(new(&[]).common.is_empty());
    }
}
