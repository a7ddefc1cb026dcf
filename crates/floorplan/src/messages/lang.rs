//! The languages of the interface.

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Russian.
    Ru,
    /// Chinese, simplified.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// All of them, in the order of the switcher.
    pub const ALL: &'static [Self] = &[Self::Ru, Self::Zh, Self::En];

    /// The language of a BCP 47 tag, if the interface speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let end = tag.bytes().position(|byte| byte == b'-' || byte == b'_');
        let primary = end.map_or(tag, |end| tag.get(..end).unwrap_or_default());
        let is = |code: &str| primary.eq_ignore_ascii_case(code);
        if is("ru") {
            Some(Self::Ru)
        } else if is("zh") {
            Some(Self::Zh)
        } else if is("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The first tag that the interface speaks, English otherwise.
    pub fn pick<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter()
            .find_map(Self::from_tag)
            .unwrap_or(Self::En)
    }

    /// The tag to look up texts with.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The tag for `lang=`.
    pub fn locale(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Ru => "Русский",
            Self::Zh => "中文",
            Self::En => "English",
        }
    }

    /// The same, for a narrow button.
    pub fn short_name(self) -> &'static str {
        match self {
            Self::Ru => "РУ",
            Self::Zh => "中",
            Self::En => "EN",
        }
    }

    /// The column of a table of words.
    pub(crate) fn column(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_first_language_that_is_spoken() {
        assert_eq!(Lang::pick(["de", "zh-Hans-CN", "ru"]), Lang::Zh);
        assert_eq!(Lang::pick(["", "RU_ru"]), Lang::Ru);
        assert_eq!(Lang::pick([]), Lang::En);
    }
}
