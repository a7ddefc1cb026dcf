//! The search index: every word of the data once, by its key, and where it stands.

use super::fold::{fold, push_folded};
use super::key::{Letters, mask, push_key};
use super::texts::{Entities, Entity, MatchField, each_text};
use super::tokens::{Token, is_han, tokens};
use crate::format::Pinyin;
use crate::messages::Lang;
use crate::plan::{LocalTime, Plan, SessionIx};

/// What can be found, by the keys of its words. Built once per plan; the texts themselves stay in
/// the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchIndex {
    pub(super) entities: Entities,
    /// The keys of all words, one after the other.
    keys: String,
    words: Vec<Word>,
    /// Where the words stand: [`at`] an entity and a field, word by word.
    postings: Vec<u32>,
    /// Numbers and names as a whole, by hash, and where they stand.
    pub(super) wholes: Vec<(u32, u32)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Word {
    /// Where its key ends; it begins where the one before ends.
    end: u32,
    mask: u32,
    /// Where its postings end.
    postings: u32,
}

/// An entity and a field as one number.
fn at(entity: u32, field: MatchField) -> u32 {
    entity << 4 | field as u32
}

/// The entity and the field of a posting.
pub(super) fn place(posting: u32) -> (u32, MatchField) {
    (posting >> 4, MatchField::at(posting & 15))
}

impl SearchIndex {
    /// Indexes a plan.
    pub fn new(plan: &Plan) -> Self {
        let entities = Entities::new(plan);
        let mut builder = Builder {
            pinyin: Some(&plan.pinyin),
            ..Builder::default()
        };
        for number in 0..entities.len() as u32 {
            if let Some(entity) = entities.get(number) {
                each_text(plan, entity, &mut |field, _, text| {
                    builder.text(number, field, text);
                });
                if let Entity::Session(ix) = entity {
                    builder.day(plan, number, ix);
                }
            }
        }
        builder.finish(entities)
    }

    /// How much memory it takes, bytes.
    pub fn bytes(&self) -> usize {
        let numbers = 3 * self.words.len() + self.postings.len() + 2 * self.wholes.len();
        self.keys.len() + 4 * numbers
    }

    /// Hands every word on: its key, its mask, its postings.
    pub(super) fn each_word<'s>(&'s self, take: &mut dyn FnMut(&'s str, u32, &'s [u32])) {
        let (mut start, mut first) = (0, 0);
        for word in &self.words {
            let (end, last) = (word.end as usize, word.postings as usize);
            let key = self.keys.get(start..end).unwrap_or_default();
            let postings = self.postings.get(first..last).unwrap_or_default();
            take(key, word.mask, postings);
            (start, first) = (end, last);
        }
    }
}

/// The hash of a text as a whole: what is not a letter or digit does not count.
pub(super) fn whole_hash(text: &str, tokens: &[Token]) -> u32 {
    let mut folded = String::new();
    for token in tokens {
        push_folded(token.of(text), &mut folded);
    }
    hash(&folded)
}

fn hash(text: &str) -> u32 {
    let mut hash = 0_u32;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x9e37_79b1);
    }
    hash ^ hash >> 15
}

/// Pinyin as it is typed: lü is lv.
pub(super) fn as_typed(pinyin: &str) -> String {
    let typed = |c| if c == 'ü' { 'v' } else { c };
    pinyin.chars().map(typed).collect()
}

/// Words that abbreviations pass over.
const PASSED: &str = " и в по на для of and for the in ";

/// The first letters of the words of a text, folded, where they could be an abbreviation, and the
/// words that they are of.
pub(super) fn initials(text: &str, tokens: &[Token]) -> (String, Vec<Token>) {
    let mut letters = String::new();
    let mut words = Vec::new();
    if tokens.len() < 3 {
        return (letters, words);
    }
    for token in tokens {
        let word = fold(token.of(text));
        let first = word
            .chars()
            .next()
            .filter(|c| !c.is_ascii_digit() && !is_han(*c));
        let is_passed = PASSED.split(' ').any(|passed| passed == word);
        if let Some(first) = first.filter(|_| !is_passed) {
            letters.push(first);
            words.push(*token);
        }
    }
    if !(3..9).contains(&words.len()) {
        letters.clear();
    }
    (letters, words)
}

#[derive(Default)]
struct Builder<'a> {
    pinyin: Option<&'a Pinyin>,
    keys: String,
    words: Vec<Word>,
    /// Numbers of words by the hash of their keys, counted from one; zero is free.
    slots: Vec<u32>,
    /// The word and the posting of every token.
    pairs: Vec<(u32, u32)>,
    wholes: Vec<(u32, u32)>,
    folded: String,
    key: String,
}

impl Builder<'_> {
    fn text(&mut self, entity: u32, field: MatchField, text: &str) {
        let posting = at(entity, field);
        let tokens = tokens(text);
        let is_whole = matches!(
            field,
            MatchField::Number | MatchField::Name | MatchField::Alias
        );
        if is_whole && !tokens.is_empty() {
            self.wholes.push((whole_hash(text, &tokens), posting));
        }
        let is_name = field.is_name();
        let mut before: Option<Token> = None;
        for token in &tokens {
            let word = token.of(text);
            self.word(word, posting);
            if let Some(before) = before
                && token.is_joined
                && (is_name || is_whole)
            {
                let joined = [before.of(text), word].concat();
                self.word(&joined, posting);
            }
            if is_name && word.starts_with(is_han) {
                self.chinese(word, entity, posting);
            }
            before = Some(*token);
        }
        if matches!(field, MatchField::Name | MatchField::Alias) {
            let (letters, _) = initials(text, &tokens);
            if !letters.is_empty() {
                self.word(&letters, at(entity, MatchField::Abbreviation));
            }
        }
    }

    /// A session is found by its day as each language writes it, too.
    fn day(&mut self, plan: &Plan, entity: u32, ix: SessionIx) {
        let session = plan.sessions.get(ix.at());
        if let Some(start) = session.and_then(|session| session.start) {
            for lang in Lang::ALL {
                let minutes = None;
                let day = lang.time(LocalTime { minutes, ..start });
                self.text(entity, MatchField::Kind, &day);
            }
        }
    }

    /// Chinese is found by its pinyin, too.
    fn chinese(&mut self, word: &str, entity: u32, posting: u32) {
        let Some(pinyin) = self.pinyin else { return };
        let mut joined = String::new();
        let mut letters = String::new();
        for (_, syllable) in pinyin.syllables(word) {
            joined.push_str(syllable);
            letters.extend(syllable.chars().next());
        }
        if joined.is_empty() {
            return;
        }
        self.word(&joined, posting);
        let typed = as_typed(&joined);
        if typed.len() < joined.len() {
            self.word(&typed, posting);
        }
        if letters.len() > 1 {
            self.word(&letters, at(entity, MatchField::Abbreviation));
        }
    }

    fn word(&mut self, word: &str, posting: u32) {
        self.folded.clear();
        self.key.clear();
        push_folded(word, &mut self.folded);
        push_key(&self.folded, Letters::Look, &mut self.key);
        let number = self.number();
        if self.pairs.last() != Some(&(number, posting)) {
            self.pairs.push((number, posting));
        }
    }

    /// The number of the word with the key at hand.
    fn number(&mut self) -> u32 {
        if self.slots.len() <= 2 * self.words.len() {
            self.slots = vec![0; (4 * self.words.len()).max(256).next_power_of_two()];
            let mut start = 0;
            for (number, word) in self.words.iter().enumerate() {
                let end = word.end as usize;
                let key = self.keys.get(start..end).unwrap_or_default();
                start = end;
                let mut at = hash(key) as usize % self.slots.len();
                while self.slots.get(at) != Some(&0) {
                    at = (at + 1) % self.slots.len();
                }
                if let Some(slot) = self.slots.get_mut(at) {
                    *slot = number as u32 + 1;
                }
            }
        }
        let mut at = hash(&self.key) as usize % self.slots.len();
        while let Some(number) = self.slots.get(at).and_then(|slot| slot.checked_sub(1)) {
            let end = |number: u32| {
                self.words
                    .get(number as usize)
                    .map_or(0, |w| w.end as usize)
            };
            let start = number.checked_sub(1).map_or(0, end);
            if self.keys.get(start..end(number)) == Some(&*self.key) {
                return number;
            }
            at = (at + 1) % self.slots.len();
        }
        let number = self.words.len() as u32;
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = number + 1;
        }
        self.keys.push_str(&self.key);
        self.words.push(Word {
            end: self.keys.len() as u32,
            mask: mask(self.key.as_bytes()),
            postings: 0,
        });
        number
    }

    /// Puts the postings in the order of their words: counted first, then each to its place.
    fn finish(mut self, entities: Entities) -> SearchIndex {
        for (word, _) in &self.pairs {
            if let Some(word) = self.words.get_mut(*word as usize) {
                word.postings += 1;
            }
        }
        let mut start = 0;
        for word in &mut self.words {
            start += word.postings;
            word.postings = start - word.postings;
        }
        let mut postings = vec![0; self.pairs.len()];
        for (word, posting) in &self.pairs {
            if let Some(word) = self.words.get_mut(*word as usize)
                && let Some(place) = postings.get_mut(word.postings as usize)
            {
                *place = *posting;
                word.postings += 1;
            }
        }
        self.keys.shrink_to_fit();
        self.words.shrink_to_fit();
        self.wholes.shrink_to_fit();
        SearchIndex {
            entities,
            keys: self.keys,
            words: self.words,
            postings,
            wholes: self.wholes,
        }
    }
}
