//! How Chinese sounds in Latin letters.

use super::json::{FromJson, Reader, Value};
use crate::order::in_order;

/// Readings of Chinese characters, and of words whose characters are read otherwise in them:
/// `{"俄": "e", "银行": "yin hang"}`. `expo-map index` writes them into the file, for the
/// browser has no such table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pinyin(Vec<(Box<str>, Box<str>)>);

/// Longer words have no reading of their own.
const LONGEST: usize = 4;

impl Pinyin {
    /// The readings of a text in its order: up to which byte each syllable goes, and the
    /// syllable. Characters without a reading are passed over.
    pub fn syllables<'a>(&'a self, text: &str) -> Vec<(usize, &'a str)> {
        let mut syllables = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let mut ends = [0; LONGEST];
            let mut end = 0;
            for (slot, c) in ends.iter_mut().zip(rest.chars()) {
                end += c.len_utf8();
                *slot = end;
            }
            let found = ends
                .iter()
                .rev()
                .find_map(|end| self.get(rest.get(..*end)?));
            let mut reading = found.unwrap_or_default().split(' ');
            loop {
                at += text
                    .get(at..)
                    .and_then(|t| t.chars().next())
                    .map_or(1, char::len_utf8);
                match reading.next() {
                    None | Some("") => break,
                    Some(syllable) => syllables.push((at, syllable)),
                }
                if reading.clone().next().is_none() {
                    break;
                }
            }
        }
        syllables
    }

    fn get(&self, word: &str) -> Option<&str> {
        let at = self.0.partition_point(|(known, _)| **known < *word);
        let (known, reading) = self.0.get(at)?;
        (**known == *word).then_some(reading)
    }
}

impl FromJson for Pinyin {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        let mut list = Vec::new();
        if let Value::Object(fields) = value {
            for (word, reading) in fields {
                if let Value::Text(reading) = reading {
                    list.push((word, reading));
                }
            }
            if list.len() == fields.len() {
                let order = in_order(list.len(), &mut |a, b| {
                    let word = |i: u32| list.get(i as usize).map(|(word, _)| word);
                    word(a).cmp(&word(b))
                });
                let entry = |i: &u32| {
                    let (word, reading) = list.get(*i as usize)?;
                    Some(((&***word).into(), (&***reading).into()))
                };
                self.0 = order.iter().filter_map(entry).collect();
                return true;
            }
        }
        reader.fault("expected an object from Chinese to its reading")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::json::read_str;

    #[test]
    fn words_are_read_before_characters() {
        let pinyin: Pinyin =
            read_str(r#"{"银行":"yin hang","行":"xing","银":"yin","俄":"e"}"#).unwrap();
        let read = |text| pinyin.syllables(text);
        assert_eq!(read("俄银行x"), [(3, "e"), (6, "yin"), (9, "hang")]);
        assert_eq!(read("行"), [(3, "xing")]);
        assert_eq!(read("a铝"), []);
        assert!(read_str::<Pinyin>(r#"{"俄":1}"#).is_err());
        assert!(read_str::<Pinyin>("[]").is_err());
    }
}
