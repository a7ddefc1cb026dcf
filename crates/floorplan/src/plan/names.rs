//! What a stand is called.

use std::borrow::Cow;

use super::{Plan, Stand};
use crate::format::Localised;

/// A name for a reader, and its language when that is not the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// The language tag when the words fell back.
    pub lang: Option<&'a str>,
}

impl<'a> From<Localised<'a>> for Name<'a> {
    fn from(localised: Localised<'a>) -> Self {
        Self {
            text: Cow::Borrowed(localised.text),
            lang: localised.lang,
        }
    }
}

/// More of a name is not shown, characters: a file may hold a book in its place, which would bury
/// everything else.
pub const MAX_NAME_CHARS: usize = 200;

/// More of a description is not shown, characters: a browser lays out a megabyte for minutes.
pub const MAX_TEXT_CHARS: usize = 10_000;

/// The beginning of a name that is too long to be shown, with an ellipsis; `None` for any other.
pub fn shortened(name: &str) -> Option<String> {
    beginning(name, MAX_NAME_CHARS)
}

/// The beginning of a text, with an ellipsis; `None` for one that has no more characters than that.
#[inline(never)]
pub fn beginning(text: &str, most: usize) -> Option<String> {
    let (end, _) = text.char_indices().nth(most)?;
    Some([text.get(..end)?, "…"].concat())
}

impl Plan {
    /// The full name of a stand, as far as it is shown: its own, else its participants', else its
    /// number.
    pub fn stand_name<'a>(&'a self, stand: &'a Stand, lang: &str) -> Name<'a> {
        self.name_by(stand, lang, false)
    }

    /// The short name of a stand for the map and for lists.
    pub fn stand_short_name<'a>(&'a self, stand: &'a Stand, lang: &str) -> Name<'a> {
        self.name_by(stand, lang, true)
    }

    fn name_by<'a>(&'a self, stand: &'a Stand, lang: &str, is_short: bool) -> Name<'a> {
        let mut name = self.whole_name(stand, lang, is_short);
        if let Some(short) = shortened(&name.text) {
            name.text = short.into();
        }
        name
    }

    fn whole_name<'a>(&'a self, stand: &'a Stand, lang: &str, is_short: bool) -> Name<'a> {
        let own = if is_short {
            stand.short_name.as_ref()
        } else {
            None
        };
        let own = own.or(stand.name.as_ref());
        if let Some(text) = own.filter(|text| !text.is_empty()) {
            return text.get(lang).into();
        }
        let mut name: Option<Name<'a>> = None;
        for ix in &stand.participants {
            let Some(participant) = self.participant(*ix) else {
                continue;
            };
            let text = match &participant.short_name {
                Some(short) if is_short => short,
                _ => &participant.name,
            };
            let text = text.get(lang);
            if let Some(name) = &mut name {
                // Joined names are in the reader's language unless the first one is not.
                let joined = name.text.to_mut();
                joined.push_str(if lang.starts_with("zh") { "、" } else { ", " });
                joined.push_str(text.text);
            } else {
                name = Some(text.into());
            }
        }
        name.unwrap_or(Name {
            text: Cow::Borrowed(&stand.number),
            lang: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_as_long_as_a_book_is_cut_between_characters() {
        let cut = shortened(&"展".repeat(16_000)).unwrap();
        assert_eq!(cut.chars().count(), MAX_NAME_CHARS + 1);
        assert!(cut.ends_with('…'));
        assert_eq!(shortened(&"ж".repeat(MAX_NAME_CHARS)), None);
    }
}
