//! How Chinese sounds in Latin letters.

use super::json::{FromJson, Reader, Value};
use crate::order::in_order;

/// Readings of Chinese characters, and of words whose characters are read otherwise in them:
/// `{"俄": "e", "银行": "yin hang"}`. `expo-map index` writes them into the file, for the
/// browser has no such table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pinyin(Vec<(Box<str>, Box<str>)>);

impl Pinyin {
    /// The readings of a text in its order: up to which byte each syllable goes, and the
    /// syllable. Characters without a reading are passed over.
    pub fn syllables<'a>(&'a self, text: &str) -> Vec<(usize, &'a str)> {
        let mut syllables = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let mut reading = self.longest(rest).split(' ');
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

    /// The reading of the longest word that a text begins with; words that begin alike stand
    /// together, shorter ones first.
    fn longest(&self, text: &str) -> &str {
        let first = text.chars().next().map_or(0, char::len_utf8);
        let first = text.get(..first).unwrap_or_default();
        let from = self.0.partition_point(|(word, _)| **word < *first);
        let mut longest = "";
        for (word, reading) in self.0.get(from..).unwrap_or_default() {
            if !word.starts_with(first) {
                break;
            }
            if text.starts_with(&**word) {
                longest = reading;
            }
        }
        longest
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
