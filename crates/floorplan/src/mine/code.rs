//! The letters of what is kept and of links: fields that begin with a point and a letter that says
//! what they are, `1.ba12.Bopening`. Ahead of the first point stands the version.
//!
//! In a link only Latin letters, digits, `-`, `_` and `.` occur: no browser, messenger or mail
//! program changes those. Every other character is `_` and its number.

/// Digits of numbers; those from 32 on say that more digits follow.
const DIGITS: &[u8; 64] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

/// Begins the number of a character.
const ESCAPE: char = '_';

/// Begins a field.
const FIELD: char = '.';

/// The version that is written. Another letter for a new sort of field needs no new version:
/// readers pass over letters they do not know.
const VERSION: &str = "1";

/// Nobody marks more; a text with more was made to harm.
const MAX_FIELDS: usize = 40_000;

/// Where a text will be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In the browser's storage, which takes any letter.
    Stored,
    /// In an address.
    Link,
}

/// Writes fields.
pub(super) struct Writer {
    text: String,
    form: Form,
}

impl Writer {
    pub(super) fn new(form: Form) -> Self {
        Self {
            text: VERSION.into(),
            form,
        }
    }

    /// Begins a field.
    pub(super) fn field(&mut self, letter: char) {
        self.text.push(FIELD);
        self.text.push(letter);
    }

    pub(super) fn word(&mut self, word: &str) {
        for c in word.chars() {
            let is_plain = match self.form {
                Form::Link => c.is_ascii_alphanumeric() || c == '-',
                Form::Stored => c >= ' ' && c != ESCAPE && c != FIELD,
            };
            if is_plain {
                self.text.push(c);
            } else {
                self.text.push(ESCAPE);
                self.number(c.into());
            }
        }
    }

    /// Five bits a digit, the lowest first.
    pub(super) fn number(&mut self, mut number: u32) {
        loop {
            let more = if number > 31 { 32 } else { 0 };
            let digit = DIGITS.get((number & 31 | more) as usize);
            self.text.extend(digit.map(|digit| char::from(*digit)));
            number >>= 5;
            if more == 0 {
                return;
            }
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// Takes a number from the front of a field.
pub(super) fn number(field: &mut &str) -> Option<u32> {
    let mut number = 0_u64;
    for (at, byte) in field.bytes().enumerate().take(7) {
        let digit = DIGITS.iter().position(|digit| *digit == byte)? as u64;
        number |= (digit & 31) << (5 * at);
        if digit < 32 {
            *field = field.get(at + 1..)?;
            return u32::try_from(number).ok();
        }
    }
    None
}

/// What the rest of a field says; nothing when it is broken.
pub(super) fn word(mut field: &str) -> Option<String> {
    let mut word = String::new();
    while let Some(c) = field.chars().next() {
        field = field.get(c.len_utf8()..)?;
        word.push(match c {
            ESCAPE => char::from_u32(number(&mut field)?)?,
            c => c,
        });
    }
    Some(word)
}

/// Hands every field on, its letter and the rest; whether a newer version wrote the text, or
/// nothing when it is none of ours.
pub(super) fn fields(text: &str, take: &mut dyn FnMut(char, &str)) -> Option<bool> {
    let mut fields = text.split(FIELD);
    let version: u16 = fields.next()?.parse().ok()?;
    for field in fields.take(MAX_FIELDS) {
        let mut chars = field.chars();
        if let Some(letter) = chars.next() {
            take(letter, chars.as_str());
        }
    }
    Some(version > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(form: Form, write: &dyn Fn(&mut Writer)) -> String {
        let mut writer = Writer::new(form);
        writer.field('x');
        write(&mut writer);
        writer.finish()
    }

    #[test]
    fn words_of_links_are_short() {
        let link = |word: &str| written(Form::Link, &|writer| writer.word(word));
        assert_eq!(link("a-12"), "1.xa-12");
        assert_eq!(link("A 1"), "1.xA_Gb1");
        assert_eq!(link("да").len(), "1.x".len() + 2 * 4);
    }

    #[test]
    fn broken_words_are_none() {
        for broken in ["a_", "_G", "_GGGGGGGGa", "_ж", "_99999a", "_Gb_"] {
            assert_eq!(word(broken), None, "{broken}");
        }
    }

    proptest! {
        #[test]
        fn words_come_back(text in "\\PC*|[._a\n]*", is_link: bool) {
            let form = if is_link { Form::Link } else { Form::Stored };
            let coded = written(form, &|writer| writer.word(&text));
            prop_assert_eq!(word(&coded[3..]), Some(text));
            let is_safe = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            prop_assert!(!is_link || coded.chars().all(is_safe));
        }

        #[test]
        fn numbers_come_back(value: u32) {
            let coded = written(Form::Link, &|writer| { writer.number(value); writer.word("z"); });
            let mut rest = &coded[3..];
            prop_assert_eq!(number(&mut rest), Some(value));
            prop_assert_eq!(rest, "z");
        }

        #[test]
        fn nothing_panics(text in "\\PC*") {
            let _ = word(&text);
            let _ = number(&mut &*text);
        }
    }
}
