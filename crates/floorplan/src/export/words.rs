//! Words that only exported files say.

use crate::messages::Lang;

/// A word of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    StandNumber,
    StandName,
    Participant,
    Kind,
    AreaM2,
    Website,
    Email,
    Phone,
    Address,
    Bookmarked,
    Visited,
    MyNote,
    Yes,
    Date,
    EndDate,
    Start,
    End,
    Session,
    Theme,
    Venue,
    FieldTheme,
    IllustrativeHead,
    AxesNote,
}

/// In the order of [`Word`]; columns as in [`Lang`]: ru, zh, en.
const ROWS: [[&str; 3]; 23] = [
    ["Номер стенда", "展位号", "Stand number"],
    ["Название стенда", "展位名称", "Stand name"],
    ["Участник", "参展商", "Exhibitor"],
    ["Тип", "类型", "Type"],
    ["Площадь, м²", "面积（平方米）", "Area, m²"],
    ["Сайт", "网站", "Website"],
    ["Эл. почта", "电子邮箱", "E-mail"],
    ["Телефон", "电话", "Phone"],
    ["Адрес", "地址", "Address"],
    ["В избранном", "已收藏", "Bookmarked"],
    ["Посещено", "已参观", "Visited"],
    ["Моя заметка", "我的备注", "My note"],
    ["да", "是", "yes"],
    ["Дата", "日期", "Date"],
    ["Дата окончания", "结束日期", "End date"],
    ["Начало", "开始时间", "Start"],
    ["Окончание", "结束时间", "End"],
    ["Мероприятие", "活动", "Session"],
    ["Тема", "主题", "Theme"],
    ["Место проведения", "活动地点", "Venue"],
    ["тема", "主题", "theme"],
    ["Условные данные", "示意数据", "Illustrative data"],
    [
        "Координаты даны в метрах плана, ось y направлена вверх; это не географические координаты.",
        "坐标以平面图的米为单位，y轴向上；并非地理坐标。",
        "Coordinates are metres of the plan with y upwards; they are not geographic.",
    ],
];

impl Word {
    pub(super) fn text(self, lang: Lang) -> &'static str {
        let row = ROWS.get(self as usize);
        let word = row.and_then(|row| row.get(lang as usize));
        word.copied().unwrap_or_default()
    }
}

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
    fn every_word_has_its_row() {
        assert_eq!(ROWS.len(), Word::AxesNote as usize + 1);
        assert_eq!(Word::Yes.text(Lang::Zh), "是");
        assert_eq!(Word::Venue.text(Lang::En), "Venue");
        assert!(ROWS.as_flattened().iter().all(|word| !word.is_empty()));
    }
}
