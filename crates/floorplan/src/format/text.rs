//! Text in one or several languages.

use super::json::{FromJson, Reader, Value};

/// A visitor-facing text: in the JSON either a plain string or an object from BCP 47 language
/// tag to string, `{"ru": "Стенд", "en": "Stand"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Vec<(Box<str>, Box<str>)>);

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
        Self(vec![("".into(), text.into())])
    }

    /// A text from `(tag, words)` pairs.
    pub fn of<const N: usize>(pairs: [(&str, &str); N]) -> Self {
        Self(
            pairs
                .iter()
                .map(|(tag, words)| ((*tag).into(), (*words).into()))
                .collect(),
        )
    }

    /// Whether there are no words in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, words)| words.is_empty())
    }

    /// Whether the text is a plain string, the same for every language.
    pub fn is_plain(&self) -> bool {
        matches!(self.0.as_slice(), [(tag, _)] if tag.is_empty())
    }

    /// The words in exactly this language (or plain), without falling back.
    pub fn exact(&self, lang: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(tag, words)| !words.is_empty() && (tag.is_empty() || same_language(tag, lang)))
            .map(|(_, words)| &**words)
    }

    /// The words for a reader of `lang`: that language, else English, else the first there is.
    /// What fell back names its language, so that a view can mark it.
    pub fn get(&self, lang: &str) -> Localised<'_> {
        if let Some(text) = self.exact(lang) {
            return Localised { text, lang: None };
        }
        let usable = |(tag, words): &&(Box<str>, Box<str>)| !tag.is_empty() && !words.is_empty();
        let english = self
            .0
            .iter()
            .filter(usable)
            .find(|(tag, _)| same_language(tag, "en"));
        match english.or_else(|| self.0.iter().find(usable)) {
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
        self.0.iter().map(|(tag, words)| (&**tag, &**words))
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
                let mut pairs = Vec::with_capacity(languages.len());
                for (tag, words) in languages {
                    let Value::Text(words) = words else {
                        return reader.fault("expected a string for each language");
                    };
                    pairs.push(((&**tag).into(), (&**words).into()));
                }
                self.0 = pairs;
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
        assert!(text.is_plain() && !text.is_empty());
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
