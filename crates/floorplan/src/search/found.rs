//! What was found, and which part of a text to mark.

use std::ops::Range;

use super::fold::fold;
use super::index::{as_typed, initials};
use super::key::{Letters, key, mask};
use super::term::Term;
use super::texts::{Entity, MatchField, each_text};
use super::tokens::{Token, is_han, tokens};
use crate::format::Text;
use crate::plan::{HallIx, ParticipantIx, Plan, SessionIx, StandIx};

/// What a query found.
pub struct Found {
    /// What was found, best first. A stand is there once at most: as itself, or as the place of
    /// the participant by whom it was found; not at all when the sessions there are.
    pub hits: Vec<Hit>,
    /// All stands that match, best first: what the map shows in full colour.
    pub stands: Vec<StandIx>,
    pub(super) terms: Vec<Term>,
}

/// One thing that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub what: What,
    /// The worst of the fields in which the words of the query were found.
    pub field: MatchField,
    /// Whose field that is.
    pub(super) by: Entity,
}

/// What something found is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A stand.
    Stand(StandIx),
    /// A participant on a stand.
    Participant(ParticipantIx, StandIx),
    /// A session.
    Session(SessionIx),
    /// A service of a hall (index of [`Hall::services`](crate::plan::Hall::services)).
    Service(HallIx, usize),
    /// A doorway of a hall (index of [`Hall::entrances`](crate::plan::Hall::entrances)).
    Entrance(HallIx, usize),
}

/// Under which heading something found is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Stands.
    Stands,
    /// Participants.
    Participants,
    /// Products, each as its participant.
    Products,
    /// Sessions.
    Sessions,
    /// Services.
    Services,
    /// Doorways.
    Doorways,
}

impl What {
    pub(super) fn entity(self) -> Entity {
        match self {
            Self::Stand(stand) => Entity::Stand(stand),
            Self::Participant(participant, _) => Entity::Participant(participant),
            Self::Session(session) => Entity::Session(session),
            Self::Service(hall, at) => Entity::Service(hall, at),
            Self::Entrance(hall, at) => Entity::Entrance(hall, at),
        }
    }

    /// The id of what is on the map or in the programme.
    pub fn id(self, plan: &Plan) -> Option<&str> {
        let hall = |hall: HallIx| plan.halls.get(hall.at());
        Some(match self {
            Self::Stand(stand) | Self::Participant(_, stand) => &plan.stand(stand)?.id,
            Self::Session(session) => &plan.sessions.get(session.at())?.id,
            Self::Service(h, at) => &hall(h)?.services.get(at)?.id,
            Self::Entrance(h, at) => &hall(h)?.entrances.get(at)?.id,
        })
    }
}

impl Hit {
    /// Its heading.
    pub fn group(&self) -> Group {
        match self.what {
            What::Participant(..) if self.field == MatchField::Product => Group::Products,
            What::Participant(..) => Group::Participants,
            What::Stand(_) => Group::Stands,
            What::Session(_) => Group::Sessions,
            What::Service(..) => Group::Services,
            What::Entrance(..) => Group::Doorways,
        }
    }
}

impl Found {
    /// The text in which something was found: in the reader's language if it was found in that.
    /// None for the word of a kind, for which the interface has its own.
    pub fn text<'a>(&self, plan: &'a Plan, hit: &Hit, lang: &str) -> Option<&'a str> {
        let mut best: Option<(bool, &str)> = None;
        each_text(plan, hit.by, &mut |field, tag, text| {
            let is_its = field == hit.field
                || hit.field == MatchField::Abbreviation
                    && matches!(field, MatchField::Name | MatchField::Alias);
            let is_own = Text::of([(tag, "-")]).exact(lang).is_some();
            if is_its
                && field != MatchField::Kind
                && best.is_none_or(|(is_best, _)| is_own && !is_best)
                && !self.marks(plan, text).is_empty()
            {
                best = Some((is_own, text));
            }
        });
        best.map(|(_, text)| text)
    }

    /// The parts of a text that the query means, by bytes, in order and apart from each other.
    pub fn marks(&self, plan: &Plan, text: &str) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        for term in &self.terms {
            term.marks(plan, text, &mut parts);
        }
        // Few: put each where it belongs, as one with those that it touches.
        let mut marks: Vec<Range<usize>> = Vec::new();
        for part in parts {
            let mut part = part;
            marks.retain(|mark| {
                let is_apart = mark.end < part.start || part.end < mark.start;
                if !is_apart {
                    part = part.start.min(mark.start)..part.end.max(mark.end);
                }
                is_apart
            });
            let at = marks.partition_point(|mark| mark.start < part.start);
            marks.insert(at, part);
        }
        marks
    }
}

impl Term {
    /// Whether a text has it.
    pub(super) fn is_in(&self, plan: &Plan, text: &str) -> bool {
        let mut parts = Vec::new();
        self.marks(plan, text, &mut parts);
        !parts.is_empty()
    }

    /// Adds the parts of a text in which it is found.
    fn marks(&self, plan: &Plan, text: &str, parts: &mut Vec<Range<usize>>) {
        let tokens = tokens(text);
        let count = parts.len();
        let mut before: Option<Token> = None;
        for token in &tokens {
            let word = token.of(text);
            if self.is_word(word) {
                let part = self.part(word);
                parts.push(token.start + part.start..token.start + part.end);
            } else if let Some(before) = before
                && token.is_joined
                && self.is_word(&[before.of(text), word].concat())
            {
                parts.push(before.start..token.end);
            } else if word.starts_with(is_han) {
                let (start, end) = (token.start, token.end);
                parts.extend(
                    self.spoken(plan, word)
                        .map(|p| start + p.start..end.min(start + p.end)),
                );
            }
            before = Some(*token);
        }
        let (letters, words) = initials(text, &tokens);
        if parts.len() == count && !letters.is_empty() && self.is_word(&letters) {
            for word in words {
                let first = word.of(text).chars().next().map_or(0, char::len_utf8);
                parts.push(word.start..word.start + first);
            }
        }
    }

    fn is_word(&self, word: &str) -> bool {
        let key = key(&fold(word), Letters::Look);
        self.cost(&key, mask(key.as_bytes())).is_some()
    }

    /// The part of a word that was typed: where it is a part, and not a form of the word.
    fn part(&self, word: &str) -> Range<usize> {
        for (start, _) in word.char_indices() {
            let rest = word.get(start..).unwrap_or_default();
            // The longest: й at the end has no sound of its own.
            let mut longest = None;
            for (at, c) in rest.char_indices() {
                let end = at + c.len_utf8();
                let sound = key(&fold(rest.get(..end).unwrap_or_default()), Letters::Look);
                if self.0.iter().any(|form| sound == form.key()) {
                    longest = Some(start..start + end);
                }
            }
            if let Some(longest) = longest {
                return longest;
            }
        }
        0..word.len()
    }

    /// The part of a Chinese word whose pinyin, or whose initials, were typed.
    fn spoken(&self, plan: &Plan, word: &str) -> Option<Range<usize>> {
        let syllables = plan.pinyin.syllables(word);
        let mut start = 0;
        for (first, (next, _)) in syllables.iter().enumerate() {
            let (mut whole, mut letters) = (String::new(), String::new());
            for (end, syllable) in syllables.get(first..).unwrap_or_default() {
                whole.push_str(syllable);
                letters.extend(syllable.chars().next());
                let typed = as_typed(&whole);
                for sound in [&whole, &letters, &typed] {
                    let sound = key(&fold(sound), Letters::Look);
                    let is_typed = |key: &str| key.len() > 1 && sound.starts_with(key);
                    if self.0.iter().any(|form| is_typed(form.key())) {
                        return Some(start..*end);
                    }
                }
            }
            start = *next;
        }
        // With typing errors.
        let mut whole = String::new();
        for (_, syllable) in &syllables {
            whole.push_str(syllable);
        }
        (!whole.is_empty() && self.is_word(&whole)).then_some(0..word.len())
    }
}
