//! Counted things.

use super::Lang;

/// A plural category, as CLDR names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// 1 (Russian: 1, 21, 31 ...).
    One,
    /// Russian 2 to 4, 22 to 24 ...
    Few,
    /// Russian 5 to 20 ...
    Many,
    /// Everything else.
    Other,
}

/// Something that is counted; `{}` is the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Stands.
    Stand,
    /// Stands that were found.
    Found,
    /// Sessions of the programme.
    Session,
}

impl Noun {
    /// The phrase for a number of that plural category.
    pub fn phrase(self, lang: Lang, plural: Plural) -> &'static str {
        use Plural::{Few, One};
        match (self, lang, plural) {
            (Self::Stand, Lang::Ru, One) => "{} стенд",
            (Self::Stand, Lang::Ru, Few | Plural::Other) => "{} стенда",
            (Self::Stand, Lang::Ru, Plural::Many) => "{} стендов",
            (Self::Stand, Lang::Zh, _) => "{}个展位",
            (Self::Stand, Lang::En, One) => "{} stand",
            (Self::Stand, Lang::En, _) => "{} stands",
            (Self::Found, Lang::Ru, One) => "Найден {} стенд",
            (Self::Found, Lang::Ru, Few | Plural::Other) => "Найдено {} стенда",
            (Self::Found, Lang::Ru, Plural::Many) => "Найдено {} стендов",
            (Self::Found, Lang::Zh, _) => "找到{}个展位",
            (Self::Found, Lang::En, One) => "{} stand found",
            (Self::Found, Lang::En, _) => "{} stands found",
            (Self::Session, Lang::Ru, One) => "{} мероприятие",
            (Self::Session, Lang::Ru, Few | Plural::Other) => "{} мероприятия",
            (Self::Session, Lang::Ru, Plural::Many) => "{} мероприятий",
            (Self::Session, Lang::Zh, _) => "{}场活动",
            (Self::Session, Lang::En, One) => "{} session",
            (Self::Session, Lang::En, _) => "{} sessions",
        }
    }
}
