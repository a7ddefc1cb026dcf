//! What was found, and which part of a text to mark.

use std::ops::Range;

use super::fold::fold;
use super::index::{as_typed, initials};
use super::key::{Letters, key, mask};
use super::term::Term;
use super::texts::{Entity, MatchField, each_text};
use super::tokens::{Token, is_han, tokens};
use crate::format::{Localised, Text};
use crate::plan::{HallIx, ParticipantIx, Plan, SessionIx, StandIx};

/// What a query found.
#[derive(Debug)]
pub struct Found {
    /// What was found, best first. A stand is there once at most: as itself, or as the place of
    /// the participant by whom it was found; not at all when the sessions there are.
    pub hits: Vec<Hit>,
    /// All stands that match, best first: what the map shows in full colour.
    pub stands: Vec<StandIx>,
    pub(super) terms: Vec<Term>,
}

impl Found {
    /// Whether the words tell the stands apart: some have them, or nothing has. Words that only
    /// services or sessions have do not.
    pub fn tells_stands(&self) -> bool {
        !self.stands.is_empty() || self.hits.is_empty()
    }
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

    /// The stand that it is, or is on.
    pub fn stand(self) -> Option<StandIx> {
        match self {
            Self::Stand(stand) | Self::Participant(_, stand) => Some(stand),
            _ => None,
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
        Some(self.localised(plan, hit, lang)?.0.text)
    }

    /// The same with its language, where that is not the reader's, and what to mark of it.
    pub(super) fn localised<'a>(
        &self,
        plan: &'a Plan,
        hit: &Hit,
        lang: &str,
    ) -> Option<(Localised<'a>, Vec<bool>)> {
        let mut best: Option<(Localised<'a>, Vec<bool>)> = None;
        each_text(plan, hit.by, &mut |field, tag, text| {
            let is_its = field == hit.field
                || hit.field == MatchField::Abbreviation
                    && matches!(field, MatchField::Name | MatchField::Alias);
            let is_own = Text::of([(tag, "-")]).exact(lang).is_some();
            let is_best = best.as_ref().is_some_and(|(best, _)| best.lang.is_none());
            if is_its
                && field != MatchField::Kind
                && (best.is_none() || is_own && !is_best)
                && let Some(marks) = self.flags(plan, text)
            {
                let lang = Some(tag).filter(|_| !is_own);
                best = Some((Localised { text, lang }, marks));
            }
        });
        best
    }

    /// How many sessions were found, and how many services and doorways.
    pub fn others(&self) -> [usize; 2] {
        let [mut sessions, mut places] = [0; 2];
        for hit in &self.hits {
            match hit.what {
                What::Session(_) => sessions += 1,
                What::Service(..) | What::Entrance(..) => places += 1,
                _ => {}
            }
        }
        [sessions, places]
    }

    /// Which bytes of a text the query means; none if it does not mean any.
    pub(super) fn flags(&self, plan: &Plan, text: &str) -> Option<Vec<bool>> {
        let mut flags = vec![false; text.len()];
        let mut is_any = false;
        for term in &self.terms {
            is_any |= term.mark(plan, text, &mut flags);
        }
        is_any.then_some(flags)
    }

    /// The parts of a text that the query means, by bytes, in order and apart from each other.
    pub fn marks(&self, plan: &Plan, text: &str) -> Vec<Range<usize>> {
        let flags = self.flags(plan, text).unwrap_or_default();
        let mut marks = Vec::new();
        let mut at = 0;
        for run in flags.chunk_by(|a, b| a == b) {
            if run.first() == Some(&true) {
                marks.push(at..at + run.len());
            }
            at += run.len();
        }
        marks
    }
}

impl Term {
    /// Whether a text has it.
    pub(super) fn is_in(&self, plan: &Plan, text: &str) -> bool {
        self.mark(plan, text, &mut vec![false; text.len()])
    }

    /// Marks the bytes of a text in which it is found; whether there are any.
    fn mark(&self, plan: &Plan, text: &str, flags: &mut [bool]) -> bool {
        let tokens = tokens(text);
        let mut is_any = false;
        let mut put = |start: usize, end: usize| {
            if let Some(flags) = flags.get_mut(start..end) {
                flags.fill(true);
                is_any = true;
            }
        };
        let mut before: Option<Token> = None;
        let mut is_word = false;
        for token in &tokens {
            let word = token.of(text);
            if self.is_word(word) {
                let part = self.part(word);
                put(token.start + part.start, token.start + part.end);
                is_word = true;
            } else if let Some(before) = before
                && token.is_joined
                && self.is_word(&[before.of(text), word].concat())
            {
                put(before.start, token.end);
                is_word = true;
            } else if word.starts_with(is_han)
                && let Some(part) = self.spoken(plan, word)
            {
                put(
                    token.start + part.start,
                    token.end.min(token.start + part.end),
                );
                is_word = true;
            }
            before = Some(*token);
        }
        if !is_word {
            let (letters, words) = initials(text, &tokens);
            if !letters.is_empty() && self.is_word(&letters) {
                for word in words {
                    let first = word.of(text).chars().next().map_or(0, char::len_utf8);
                    put(word.start, word.start + first);
                }
            }
        }
        is_any
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
