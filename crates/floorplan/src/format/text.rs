//! Text in one or several languages.

use super::json::{FromJson, Reader, Value};

/// A visitor-facing text: in the JSON either a plain string or an object from BCP 47 language
/// tag to string, `{"ru": "Стенд", "en": "Stand"}`.
///
/// Kept in one piece, tag and words by turns, each ended by [`END`]: an exhibition has more texts
/// than anything else, and most are in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Box<str>);

/// Ends a part of a text. JSON may have it in a string; a text for people has not.
const END: char = '\0';

/// A text chosen for a reader, and the language it is in when that is not the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localised<'a> {
    /// The words.
    pub text: &'a str,
    /// The language tag of the words when they fell back to another language; for `lang=`.
    pub lang: Option<&'a str>,
}

impl Text {
    /// A text without a language of its own.
    pub fn plain(text: &str) -> Self {
        Self::of([("", text)])
    }

    /// A text from `(tag, words)` pairs.
    pub fn of<const N: usize>(pairs: [(&str, &str); N]) -> Self {
        let mut text = String::new();
        for (tag, words) in pairs {
            append(&mut text, tag, words);
        }
        Self(text.into())
    }

    /// Whether there are no words in any language.
    pub fn is_empty(&self) -> bool {
        self.iter().all(|(_, words)| words.is_empty())
    }

    /// The words in exactly this language (or plain), without falling back.
    pub fn exact(&self, lang: &str) -> Option<&str> {
        self.iter()
            .find(|(tag, words)| !words.is_empty() && (tag.is_empty() || same_language(tag, lang)))
            .map(|(_, words)| words)
    }

    /// The words for a reader of `lang`: that language, else English, else the first there is.
    /// What fell back names its language, so that a view can mark it.
    pub fn get(&self, lang: &str) -> Localised<'_> {
        if let Some(text) = self.exact(lang) {
            return Localised { text, lang: None };
        }
        let usable = |(tag, words): &(&str, &str)| !tag.is_empty() && !words.is_empty();
        let mut english = self.iter().filter(usable);
        match english
            .find(|(tag, _)| same_language(tag, "en"))
            .or_else(|| self.iter().find(usable))
        {
            Some((tag, text)) => Localised {
                text,
                lang: Some(tag),
            },
            None => Localised {
                text: "",
                lang: None,
            },
        }
    }

    /// Every `(tag, words)` pair in file order; the tag of a plain text is empty.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut parts = self.0.split_terminator(END);
        std::iter::from_fn(move || Some((parts.next()?, parts.next()?)))
    }
}

fn append(text: &mut String, tag: &str, words: &str) {
    for part in [tag, words] {
        text.extend(part.split(END));
        text.push(END);
    }
}

/// Whether two tags share the primary language: `zh-Hans` and `zh`.
fn same_language(a: &str, b: &str) -> bool {
    let primary = |tag: &'_ str| -> usize { tag.find(['-', '_']).unwrap_or(tag.len()) };
    match (a.get(..primary(a)), b.get(..primary(b))) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => false,
    }
}

impl FromJson for Text {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader<'_>) -> bool {
        match value {
            Value::Text(words) => *self = Self::plain(words),
            Value::Object(languages) => {
                let mut text = String::new();
                for (tag, words) in languages {
                    let Value::Text(words) = words else {
                        return reader.fault("expected a string for each language");
                    };
                    append(&mut text, tag, words);
                }
                self.0 = text.into();
            }
            _ => return reader.fault("expected a string or an object from language to string"),
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::json::read_str;

    #[test]
    fn a_missing_language_falls_back_to_english_and_says_so() {
        let text = Text::of([("ru", "Стенд"), ("en", "Stand")]);
        assert_eq!(
            text.get("ru"),
            Localised {
                text: "Стенд",
                lang: None
            }
        );
        assert_eq!(
            text.get("zh"),
            Localised {
                text: "Stand",
                lang: Some("en")
            }
        );
        let only_russian = Text::of([("ru", "Стенд")]);
        assert_eq!(only_russian.get("zh-Hans").lang, Some("ru"));
    }

    #[test]
    fn a_plain_text_serves_every_language() {
        let text = Text::plain("RUSAL");
        assert_eq!(
            text.get("zh"),
            Localised {
                text: "RUSAL",
                lang: None
            }
        );
        assert!(!text.is_empty());
    }

    #[test]
    fn a_regional_tag_matches_its_language() {
        let text = Text::of([("zh-Hans", "展位"), ("en", "Stand")]);
        assert_eq!(text.get("zh").text, "展位");
        assert_eq!(text.get("zh-CN").lang, None);
    }

    #[test]
    fn an_empty_translation_is_no_translation() {
        let text = Text::of([("zh", ""), ("en", "Stand")]);
        assert_eq!(
            text.get("zh"),
            Localised {
                text: "Stand",
                lang: Some("en")
            }
        );
        assert_eq!(Text::default().get("zh").text, "");
    }

    #[test]
    fn what_ends_a_part_is_left_out_of_it() {
        let text = Text::of([("e\0n", "\0St\0and"), ("ru", "")]);
        let parts: Vec<_> = text.iter().collect();
        assert_eq!(parts, [("en", "Stand"), ("ru", "")]);
        assert!(Text::plain("\0").is_empty());
    }

    #[test]
    fn reads_both_forms_and_names_what_it_wants_otherwise() {
        assert_eq!(read_str::<Text>("\"a\"").unwrap(), Text::plain("a"));
        assert_eq!(
            read_str::<Text>("{\"en\":\"a\"}").unwrap(),
            Text::of([("en", "a")])
        );
        let faults = read_str::<Text>("5").unwrap_err();
        assert!(
            faults[0].detail.contains("a string or an object"),
            "{faults:?}"
        );
    }
}
