//! A word of a query, and how well a word of the data answers it.

use super::key::{Letters, has_digit, is_chinese, key, mask, stem};
use super::typos::Pattern;

/// How a word of the data answers: the less, the better.
pub(super) type Cost = u32;

/// A word of a query in the forms in which it is looked for, the likeliest first.
#[derive(Debug)]
pub(super) struct Term(pub(super) Vec<Form>);

/// A form of a word of a query.
#[derive(Debug)]
pub(super) struct Form {
    key: String,
    /// Length of the key without its ending.
    stem: usize,
    stem_mask: u32,
    mask: u32,
    is_number: bool,
    is_chinese: bool,
    /// Not found inside of words.
    is_guess: bool,
    /// How many typing errors are forgiven.
    typos: u32,
    pattern: Option<Box<Pattern>>,
}

impl Term {
    /// A folded word.
    pub(super) fn new(word: &str) -> Self {
        let mut forms = vec![Form::new(key(word, Letters::Look))];
        if has_digit(word) {
            let by_sound = key(word, Letters::Sound);
            // Pinyin may come with tones as digits: e2luo2si1.
            let letters: String = word.chars().filter(|c| !c.is_ascii_digit()).collect();
            for key in [by_sound, key(&letters, Letters::Sound)] {
                if key.len() > 1 && forms.iter().all(|form| form.key != key) {
                    forms.push(Form::new(key));
                }
            }
        }
        Self(forms)
    }

    /// A word of the data, by its key.
    pub(super) fn of_key(key: &str) -> Self {
        Self(vec![Form::new(key.to_owned())])
    }

    /// Only from the beginning of words: a guess, such as of another layout, is in too many.
    pub(super) fn only_beginnings(&mut self) {
        for form in &mut self.0 {
            form.is_guess = true;
        }
    }

    /// Makes ready to forgive typing errors.
    pub(super) fn forgive(&mut self) {
        for form in &mut self.0 {
            if form.typos > 0 && form.pattern.is_none() {
                form.pattern = Some(Box::new(Pattern::new(&form.key, form.is_chinese)));
            }
        }
    }

    /// How well a word of the data answers.
    pub(super) fn cost(&self, word: &str, word_mask: u32) -> Option<Cost> {
        let forms = self.0.iter().enumerate();
        forms
            .filter_map(|(i, form)| Some(form.cost(word, word_mask)? + i as u32))
            .min()
    }

    /// So short that it only counts at the beginning of names.
    pub(super) fn is_short(&self) -> bool {
        self.0.first().is_some_and(|form| form.key.len() <= 2)
    }

    /// Whether it has a digit, as numbers of stands do.
    pub(super) fn is_number(&self) -> bool {
        self.0.first().is_some_and(|form| form.is_number)
    }

    /// The errors to the nearest beginning of a word, and the length of the word that was typed.
    pub(super) fn errors(&self, word: &str) -> Option<(u32, u32)> {
        let form = self.0.first()?;
        let distance = form.pattern.as_ref()?.distance(word);
        Some((
            distance.whole.min(distance.prefix + 1),
            letters(&form.key) as u32,
        ))
    }
}

/// How many letters a key is of: an x is one, though it sounds as two.
fn letters(key: &str) -> usize {
    let twos = key.as_bytes().windows(2);
    key.chars().count() - twos.filter(|two| *two == b"ks").count()
}

impl Form {
    fn new(key: String) -> Self {
        let is_chinese = is_chinese(&key);
        let is_number = has_digit(&key);
        let stem = if is_chinese || is_number {
            key.len()
        } else {
            stem(key.as_bytes())
        };
        // A Chinese character says about as much as two letters.
        let letters = letters(&key) * (1 + usize::from(is_chinese));
        let typos = match letters {
            _ if is_number => 0,
            0..4 => 0,
            4..7 => 1,
            _ => 2,
        };
        Self {
            stem,
            stem_mask: mask(key.as_bytes().get(..stem).unwrap_or_default()),
            mask: mask(key.as_bytes()),
            is_number,
            is_chinese,
            is_guess: false,
            typos: if is_chinese { typos / 2 } else { typos },
            pattern: None,
            key,
        }
    }

    fn cost(&self, word: &str, word_mask: u32) -> Option<Cost> {
        // Another form or a word of the same root may lack a letter or two.
        let lacks = (self.stem_mask & !word_mask).count_ones();
        if lacks <= 2 * u32::from(self.stem > 5)
            && let Some(cost) = self.plain(word.as_bytes(), lacks == 0)
        {
            return Some(cost);
        }
        let pattern = self.pattern.as_ref()?;
        let missing = (self.mask & !word_mask).count_ones();
        if missing > self.typos
            || word.len() + self.typos as usize * 3 < self.key.len()
            || has_digit(word)
        {
            return None;
        }
        let distance = pattern.distance(word);
        let errors = distance.whole.min(distance.prefix);
        if errors > self.typos {
            return None;
        }
        // The first letter is seldom wrong, and a whole word likelier meant than a longer one.
        let first = word.as_bytes().first() != self.key.as_bytes().first();
        let rest = distance.whole.saturating_sub(errors).min(3);
        Some(8 + 4 * errors + rest + 2 * u32::from(first && !self.is_chinese))
    }

    /// Without typing errors.
    fn plain(&self, word: &[u8], has_all: bool) -> Option<Cost> {
        let key = self.key.as_bytes();
        let shared = key.iter().zip(word).take_while(|(a, b)| a == b).count();
        if shared == key.len() {
            // The whole word, or the more of it the better.
            let more = (word.len() - shared) as u32;
            return Some(if more == 0 { 0 } else { 4 + (more / 5).min(3) });
        }
        if self.is_number {
            return None;
        }
        if !self.is_chinese && shared >= 3 && shared + 3 >= self.stem {
            let word_stem = stem(word);
            if shared >= self.stem.max(word_stem) {
                // Of three letters, a doubtful one: роса is no form of России.
                if shared > 3 {
                    return Some(1);
                }
                if word.len() <= 5 && key.len() <= 5 {
                    return Some(6);
                }
            }
            // From the same root: экспортный, экспорт.
            let is_root = shared == self.stem || shared == word_stem && shared + 2 >= self.stem;
            if shared >= 4 && is_root {
                return Some(8);
            }
        }
        let is_inside = has_all && !self.is_guess && (key.len() >= 4 || self.is_chinese);
        if is_inside && word.windows(key.len()).any(|part| part == key) {
            return Some(if self.is_chinese { 5 } else { 8 });
        }
        // Chinese is abbreviated by leaving characters out: 俄直投.
        if self.is_chinese && key.len() >= 9 && shared >= 3 {
            let mut rest = std::str::from_utf8(word).ok()?.chars();
            if self.key.chars().all(|c| rest.any(|other| other == c)) {
                return Some(9);
            }
        }
        None
    }

    /// How the word sounds.
    pub(super) fn key(&self) -> &str {
        &self.key
    }
}
