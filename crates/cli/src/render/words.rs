//! Words that only these texts say.

use floorplan::messages::Lang;

/// A word; columns as in [`Lang`]: ru, zh, en.
pub(super) struct Word([&'static str; 3]);

impl Word {
    pub(super) fn text(&self, lang: Lang) -> &'static str {
        let [ru, zh, en] = self.0;
        match lang {
            Lang::Ru => ru,
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// The heading of stands that are of no category, after others that are.
pub(super) const NO_CATEGORY: Word = Word(["Другие стенды", "其他展位", "Other stands"]);

/// The theme of a session, as the name of a field.
pub(super) const THEME: Word = Word(["тема", "主题", "theme"]);

/// What the event is about, as the name of a field.
pub(super) const DESCRIPTION: Word = Word(["описание", "简介", "description"]);

/// The halls' outlines, as the name of a field.
pub(super) const HALL_OUTLINE: Word = Word([
    "форма и размер зала",
    "展厅形状和面积",
    "shape and size of the hall",
]);

/// What is illustrative of every stand.
pub(super) const ALL_STANDS: Word = Word([
    "Для всех стендов условно, в источниках не указано: {}",
    "所有展位的以下内容均为示意，来源未载明：{}",
    "Illustrative for all stands, not stated by the sources: {}",
]);

/// What is illustrative of every session.
pub(super) const ALL_SESSIONS: Word = Word([
    "Для всех мероприятий условно, в источниках не указано: {}",
    "所有活动的以下内容均为示意，来源未载明：{}",
    "Illustrative for all sessions, not stated by the sources: {}",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_those_of_the_languages() {
        assert_eq!(THEME.text(Lang::Ru), "тема");
        assert_eq!(THEME.text(Lang::Zh), "主题");
        assert_eq!(THEME.text(Lang::En), "theme");
        for lang in Lang::ALL {
            for word in [ALL_STANDS, ALL_SESSIONS] {
                assert_eq!(word.text(*lang).matches("{}").count(), 1);
            }
            assert!(!NO_CATEGORY.text(*lang).contains("{}"));
        }
    }
}
