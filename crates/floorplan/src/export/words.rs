//! Words that only exported files say.

use crate::messages::Lang;

/// A word of a file; columns as in [`Lang`]: ru, zh, en.
pub(super) struct Word([&'static str; 3]);

impl Word {
    pub(super) fn text(&self, lang: Lang) -> &'static str {
        self.0.get(lang as usize).copied().unwrap_or_default()
    }
}

/// The heads of the table of stands, as a row.
pub(super) const STAND_HEADS: Word = Word([
    "Номер стенда,Название стенда,Зал,Категория,Площадь (м²),Участник,Тип,Сайт,Эл. почта,Телефон,Адрес",
    "展位号,展位名称,展厅,类别,面积（平方米）,参展商,类型,网站,电子邮箱,电话,地址",
    "Stand number,Stand name,Hall,Category,Area (m²),Exhibitor,Type,Website,E-mail,Phone,Address",
]);

/// The heads of the table of the programme, as a row.
pub(super) const SESSION_HEADS: Word = Word([
    "Дата,Начало,Дата окончания,Окончание,Мероприятие,Тип,Тема,Место проведения,Зал,Участники",
    "日期,开始时间,结束日期,结束时间,活动,类型,主题,活动地点,展厅,参展商",
    "Date,Start,End date,End,Session,Type,Theme,Venue,Hall,Exhibitors",
]);

/// The heads that end every table.
pub(super) const MARK_HEADS: Word = Word([
    ",В избранном,Посещено,Моя заметка,Условные данные\r\n",
    ",已收藏,已参观,我的备注,示意数据\r\n",
    ",Bookmarked,Visited,My note,Illustrative data\r\n",
]);

/// In a column that says whether something is marked.
pub(super) const YES: Word = Word(["да", "是", "yes"]);

/// The theme of a session, as the name of a field.
pub(super) const THEME: Word = Word(["тема", "主题", "theme"]);

/// What the coordinates are.
pub(super) const AXES: Word = Word([
    "Координаты даны в метрах плана, ось y направлена вверх; это не географические координаты.",
    "坐标以平面图的米为单位，y轴向上；并非地理坐标。",
    "Coordinates are metres of the plan with y upwards; they are not geographic.",
]);

/// What stands between the parts of an enumeration.
pub(super) fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        _ => ", ",
    }
}

/// Adds a part to an enumeration.
pub(super) fn enumerate(list: &mut String, part: &str, comma: &str) {
    if !list.is_empty() && !part.is_empty() {
        list.push_str(comma);
    }
    list.push_str(part);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_as_many_in_every_language() {
        for (word, columns) in [(STAND_HEADS, 11), (SESSION_HEADS, 10), (MARK_HEADS, 5)] {
            for lang in Lang::ALL {
                assert_eq!(word.text(*lang).split(',').count(), columns);
                assert!(!word.text(*lang).contains('"'));
            }
        }
        assert_eq!(YES.text(Lang::Zh), "是");
        assert_eq!(THEME.text(Lang::En), "theme");
    }
}
