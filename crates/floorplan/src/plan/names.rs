//! What a stand is called.

use std::borrow::Cow;

use super::{Plan, Stand};
use crate::format::{Localised, Text};

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
const MOST_SHOWN: usize = 200;

/// The beginning of a name that is too long to be shown, with an ellipsis; `None` for any other.
#[inline(never)]
pub fn shortened(name: &str) -> Option<String> {
    let (end, _) = name.char_indices().nth(MOST_SHOWN)?;
    Some([name.get(..end)?, "…"].concat())
}

impl Plan {
    /// The full name of a stand, as far as it is shown: its own, else its participants', else its number.
    pub fn stand_name<'a>(&'a self, stand: &'a Stand, lang: &str) -> Name<'a> {
        self.name_by(stand, lang, stand.name.as_ref(), |p| &p.name)
    }

    /// The short name of a stand for the map and for lists.
    pub fn stand_short_name<'a>(&'a self, stand: &'a Stand, lang: &str) -> Name<'a> {
        let own = stand.short_name.as_ref().or(stand.name.as_ref());
        self.name_by(stand, lang, own, |p| {
            p.short_name.as_ref().unwrap_or(&p.name)
        })
    }

    fn name_by<'a>(
        &'a self,
        stand: &'a Stand,
        lang: &str,
        own: Option<&'a Text>,
        of: impl Fn(&'a super::Participant) -> &'a Text,
    ) -> Name<'a> {
        let mut name = self.whole_name(stand, lang, own, of);
        if let Some(short) = shortened(&name.text) {
            name.text = short.into();
        }
        name
    }

    fn whole_name<'a>(
        &'a self,
        stand: &'a Stand,
        lang: &str,
        own: Option<&'a Text>,
        of: impl Fn(&'a super::Participant) -> &'a Text,
    ) -> Name<'a> {
        if let Some(text) = own.filter(|text| !text.is_empty()) {
            return text.get(lang).into();
        }
        let mut texts = stand
            .participants
            .iter()
            .filter_map(|ix| self.participant(*ix))
            .map(of);
        let Some(first) = texts.next() else {
            return Name {
                text: Cow::Borrowed(&stand.number),
                lang: None,
            };
        };
        let mut name = Name::from(first.get(lang));
        for text in texts {
            // Joined names are in the reader's language unless the first one is not.
            let joined = name.text.to_mut();
            joined.push_str(if lang.starts_with("zh") { "、" } else { ", " });
            joined.push_str(text.get(lang).text);
        }
        name
    }
}
