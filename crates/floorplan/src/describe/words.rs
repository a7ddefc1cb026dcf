//! Fragments of sentences. The order of the columns is ru, zh, en.

use crate::messages::Lang;

macro_rules! words {
    ($name:ident, $rows:ident: $($word:ident: $ru:literal, $zh:literal, $en:literal;)*) => {
        /// A fragment; `{}` is filled in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(dead_code, reason = "words for sides are found by their place")]
        pub(super) enum $name { $($word,)* }

        /// A line for each: a table of pointers would weigh half as much as the words.
        const $rows: [&str; 3] = [
            concat!($($ru, "\n",)*),
            concat!($($zh, "\n",)*),
            concat!($($en, "\n",)*),
        ];
    };
}

words! { Word, ROWS:
    // Between parts of a sentence.
    Stop: ". ", "。", ". ";
    Comma: ", ", "，", ", ";
    Semicolon: "; ", "；", "; ";
    At: " — ", "在", " ";
    Is: " — ", "为", ", ";
    AndAlso: ", и ", "，以及", ", and ";
    Apart: "в {}", "相距{}", "{} away";
    And: " и ", "和", " and ";
    Open: " (", "（", " (";
    Close: ")", "）", ")";
    Then: ", затем ", "，", ", then ";
    Metres: "{}\u{a0}м", "{}米", "{}\u{a0}m";
    Stand: "стенд {}", "{}号展位", "stand {}";
    // Between two stands.
    Touching: "вплотную", "紧邻", "adjoining";
    Aisle: "через проход", "隔通道", "across the aisle";
    Wall: "за стеной", "隔墙", "beyond a wall";
    // A stand.
    Area: "Площадь {}", "面积{}", "Area {}";
    OpenSide: "Открытая сторона: {}", "开口面：{}", "Open side: {}";
    OpenSides: "Открытые стороны: {}", "开口面：{}", "Open sides: {}";
    AllOpen: "Открыт со всех сторон", "各面均开口", "Open on all sides";
    OnPlan: "На плане: {}", "平面图位置：{}", "On the plan: {}";
    District: "зона «{}»", "“{}”区域", "zone “{}”";
    Around: "Соседи: ", "周边：", "Neighbours: ";
    HallWall: "стена зала", "展厅墙面", "the wall of the hall";
    NearestEntrance: "Ближайший вход: ", "最近的入口：", "Nearest entrance: ";
    Straight: "{} по прямой", "直线距离{}", "{} in a straight line";
    NearestServices: "Ближайшие сервисы, по прямой: ", "最近的服务设施（直线距离）：", "Nearest services, in a straight line: ";
    Route: "Маршрут «{} — стенд {}»: ", "路线（{}至{}号展位）：", "Route from {} to stand {}: ";
    Ahead: "прямо {}", "直行{}", "straight ahead for {}";
    Right: "направо {}", "右转走{}", "right for {}";
    Left: "налево {}", "左转走{}", "left for {}";
    StandAhead: "стенд перед вами", "展位在正前方", "the stand is in front of you";
    StandRight: "стенд справа", "展位在右手边", "the stand is on your right";
    StandLeft: "стенд слева", "展位在左手边", "the stand is on your left";
    StandSchematic: "План схематичный: место и размеры стенда, а значит, и расстояния показаны условно", "本图为示意图：展位位置、大小及上述距离均为示意", "The plan is schematic: the stand’s place and size, and so these distances, are illustrative";
    // A floor.
    HallSize: "{} на {}, площадь {}", "{}×{}，面积{}", "{} by {}, area {}";
    PlanSides: "Вверху, внизу, слева и справа — это положение на плане, а не стороны света", "上、下、左、右均指平面图上的方位，并非东南西北", "Top, bottom, left and right are those of the plan, not points of the compass";
    Districts: "Зоны: ", "分区：", "Zones: ";
    Entrances: "Входы и выходы: ", "出入口：", "Entrances and exits: ";
    Near: "рядом {}", "附近有{}", "near {}";
    Emergency: "Аварийные выходы: ", "紧急出口：", "Emergency exits: ";
    ByCategory: "Стенды по категориям: ", "各类展位数量：", "Stands by category: ";
    Count: "{} — {}", "{}{}个", "{} – {}";
    Services: "Сервисы: ", "服务设施：", "Services: ";
    PlanSchematic: "План схематичный: места и расстояния показаны условно", "本图为示意图：位置和距离均为示意", "The plan is schematic: places and distances are illustrative";
    // Where something is from something else, with metres before it (Chinese: after it).
    TowardsUp: "выше", "上方", "above";
    TowardsUpRight: "выше и правее", "右上方", "to the upper right";
    TowardsRight: "правее", "右侧", "to the right";
    TowardsDownRight: "ниже и правее", "右下方", "to the lower right";
    TowardsDown: "ниже", "下方", "below";
    TowardsDownLeft: "ниже и левее", "左下方", "to the lower left";
    TowardsLeft: "левее", "左侧", "to the left";
    TowardsUpLeft: "выше и левее", "左上方", "to the upper left";
    // On which side it is.
    BesideUp: "сверху", "上方", "above";
    BesideUpRight: "справа сверху", "右上方", "at the upper right";
    BesideRight: "справа", "右侧", "on the right";
    BesideDownRight: "справа снизу", "右下方", "at the lower right";
    BesideDown: "снизу", "下方", "below";
    BesideDownLeft: "слева снизу", "左下方", "at the lower left";
    BesideLeft: "слева", "左侧", "on the left";
    BesideUpLeft: "слева сверху", "左上方", "at the upper left";
    // Sides of a stand.
    OfUp: "верхняя", "上侧", "top";
    OfUpRight: "верхняя правая", "右上侧", "upper right";
    OfRight: "правая", "右侧", "right";
    OfDownRight: "нижняя правая", "右下侧", "lower right";
    OfDown: "нижняя", "下侧", "bottom";
    OfDownLeft: "нижняя левая", "左下侧", "lower left";
    OfLeft: "левая", "左侧", "left";
    OfUpLeft: "верхняя левая", "左上侧", "upper left";
    // Parts of the plan: the eight sides and the middle.
    PartUp: "вверху", "上部", "at the top";
    PartUpRight: "вверху справа", "右上部", "at the top right";
    PartRight: "справа", "右侧", "on the right";
    PartDownRight: "внизу справа", "右下部", "at the bottom right";
    PartDown: "внизу", "下部", "at the bottom";
    PartDownLeft: "внизу слева", "左下部", "at the bottom left";
    PartLeft: "слева", "左侧", "on the left";
    PartUpLeft: "вверху слева", "左上部", "at the top left";
    PartMiddle: "в центре", "中部", "in the centre";
}

/// Words for sides: eight of each sort in a row, clockwise from "up", and of parts the middle.
#[derive(Clone, Copy)]
pub(super) enum Sides {
    Towards = Word::TowardsUp as isize,
    Beside = Word::BesideUp as isize,
    Of = Word::OfUp as isize,
    Part = Word::PartUp as isize,
}

fn line(row: usize, lang: Lang) -> &'static str {
    let words = ROWS.get(lang.column()).copied().unwrap_or_default();
    words.split('\n').nth(row).unwrap_or_default()
}

impl Word {
    pub(super) fn text(self, lang: Lang) -> &'static str {
        line(self as usize, lang)
    }
}

impl Sides {
    /// The word for a side, in eighths of a turn clockwise from "up"; 8 is the middle.
    pub(super) fn text(self, side: u8, lang: Lang) -> &'static str {
        line(self as usize + usize::from(side), lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fragment_exists_in_every_language_with_the_same_gaps() {
        let count = ROWS[0].lines().count();
        assert_eq!(count, Word::PartMiddle as usize + 1);
        for row in 0..count {
            let gaps = |lang: &Lang| line(row, *lang).matches("{}").count();
            assert!(
                Lang::ALL.iter().all(|lang| gaps(lang) == gaps(&Lang::Ru)),
                "{row}"
            );
            assert!(
                Lang::ALL.iter().all(|lang| !line(row, *lang).is_empty()),
                "{row}"
            );
        }
        assert!(
            Lang::ALL.iter().all(|lang| line(count, *lang).is_empty()),
            "as many in each"
        );
        assert_eq!(Sides::Part.text(8, Lang::En), "in the centre");
        assert_eq!(Sides::Of.text(7, Lang::En), "upper left");
        assert_eq!(Sides::Towards.text(0, Lang::Ru), "выше");
    }
}
