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
    Metres: "{}\u{a0}м", "{}米", "{}\u{a0}m";
    Stand: "стенд {}", "{}号展位", "stand {}";
    Named: " ({})", "（{}）", " ({})";
    // Between two stands; "next to it" is said in place of metres.
    NextTo: "вплотную", "紧邻", "next to it,";
    Aisle: ", через проход", "，隔通道", ", across the aisle";
    Wall: ", за стеной", "，隔墙", ", beyond a wall";
    // A stand.
    OnPlan: "На плане: ", "平面图位置：", "On the plan: ";
    District: ", зона «{}»", "，“{}”区域", ", zone “{}”";
    Around: "Соседи: ", "周边：", "Neighbours: ";
    Nearest: "По прямой: ", "直线距离：", "In a straight line: ";
    // A floor.
    HallSize: "{}: {} × {}\u{a0}м", "{}：{}×{}米", "{}: {} × {}\u{a0}m";
    Districts: "Зоны: ", "分区：", "Zones: ";
    Doorways: "Входы и выходы: ", "出入口：", "Entrances and exits: ";
    Near: ", рядом {}", "，附近有{}", ", near {}";
    Services: "Сервисы: ", "服务设施：", "Services: ";
    // Where something is from something else.
    TowardsUp: "{} выше", "上方{}", "{} above";
    TowardsUpRight: "{} выше и правее", "右上方{}", "{} to the upper right";
    TowardsRight: "{} правее", "右侧{}", "{} to the right";
    TowardsDownRight: "{} ниже и правее", "右下方{}", "{} to the lower right";
    TowardsDown: "{} ниже", "下方{}", "{} below";
    TowardsDownLeft: "{} ниже и левее", "左下方{}", "{} to the lower left";
    TowardsLeft: "{} левее", "左侧{}", "{} to the left";
    TowardsUpLeft: "{} выше и левее", "左上方{}", "{} to the upper left";
    // Parts of the plan.
    PartUpLeft: "вверху слева", "左上部", "at the top left";
    PartUp: "вверху", "上部", "at the top";
    PartUpRight: "вверху справа", "右上部", "at the top right";
    PartLeft: "слева", "左侧", "on the left";
    PartMiddle: "в центре", "中部", "in the centre";
    PartRight: "справа", "右侧", "on the right";
    PartDownLeft: "внизу слева", "左下部", "at the bottom left";
    PartDown: "внизу", "下部", "at the bottom";
    PartDownRight: "внизу справа", "右下部", "at the bottom right";
}

// What the widget shows elsewhere, or need not say.
words! { Full, FULL_ROWS:
    Area: "Площадь {}", "面积{}", "Area {}";
    OpenSide: "Открытая сторона: {}", "开口面：{}", "Open side: {}";
    OpenSides: "Открытые стороны: {}", "开口面：{}", "Open sides: {}";
    AllOpen: "Открыт со всех сторон", "各面均开口", "Open on all sides";
    StandSchematic: "План схематичный: место и размеры стенда, а значит, и расстояния показаны условно", "本图为示意图：展位位置、大小及上述距离均为示意", "The plan is schematic: the stand’s place and size, and so these distances, are illustrative";
    PlanSchematic: "План схематичный: места и расстояния показаны условно", "本图为示意图：位置和距离均为示意", "The plan is schematic: places and distances are illustrative";
    PlanSides: "Вверху, внизу, слева и справа — это положение на плане, а не стороны света", "上、下、左、右均指平面图上的方位，并非东南西北", "Top, bottom, left and right are those of the plan, not points of the compass";
    // A way.
    Route: "Маршрут от «{}»: ", "路线（自{}起）：", "Route from {}: ";
    Ahead: "прямо {}", "直行{}", "straight ahead for {}";
    ToRight: ", направо {}", "，右转走{}", ", right for {}";
    ToLeft: ", налево {}", "，左转走{}", ", left for {}";
    EndAhead: "; стенд перед вами", "；展位在正前方", "; the stand is in front of you";
    EndRight: "; стенд справа", "；展位在右手边", "; the stand is on your right";
    EndLeft: "; стенд слева", "；展位在左手边", "; the stand is on your left";
    // Sides of a stand, clockwise.
    Up: "верхняя", "上侧", "top";
    UpRight: "верхняя правая", "右上侧", "upper right";
    Right: "правая", "右侧", "right";
    DownRight: "нижняя правая", "右下侧", "lower right";
    Down: "нижняя", "下侧", "bottom";
    DownLeft: "нижняя левая", "左下侧", "lower left";
    Left: "левая", "左侧", "left";
    UpLeft: "верхняя левая", "左上侧", "upper left";
}

/// Words for sides: eight in a row, clockwise from "up"; of parts nine, row by row.
#[derive(Clone, Copy)]
pub(super) enum Sides {
    Towards = Word::TowardsUp as isize,
    Part = Word::PartUpLeft as isize,
}

fn line(rows: &[&'static str; 3], row: usize, lang: Lang) -> &'static str {
    let words = rows.get(lang.column()).copied().unwrap_or_default();
    words.split('\n').nth(row).unwrap_or_default()
}

impl Word {
    pub(super) fn text(self, lang: Lang) -> &'static str {
        line(&ROWS, self as usize, lang)
    }
}

impl Full {
    pub(super) fn text(self, lang: Lang) -> &'static str {
        line(&FULL_ROWS, self as usize, lang)
    }

    /// The name of a side of a stand, in eighths of a turn clockwise from "up".
    pub(super) fn side(side: u8, lang: Lang) -> &'static str {
        line(&FULL_ROWS, Self::Up as usize + usize::from(side), lang)
    }
}

impl Sides {
    /// The word for a side, or for a part.
    pub(super) fn text(self, side: u8, lang: Lang) -> &'static str {
        line(&ROWS, self as usize + usize::from(side), lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fragment_exists_in_every_language_with_the_same_gaps() {
        for (rows, last) in [
            (&ROWS, Word::PartDownRight as usize),
            (&FULL_ROWS, Full::UpLeft as usize),
        ] {
            for row in 0..=last {
                let gaps = |lang: &Lang| line(rows, row, *lang).matches("{}").count();
                assert!(
                    Lang::ALL.iter().all(|lang| gaps(lang) == gaps(&Lang::Ru)),
                    "{row}"
                );
                assert!(
                    Lang::ALL
                        .iter()
                        .all(|lang| !line(rows, row, *lang).is_empty()),
                    "{row}"
                );
            }
            assert!(
                Lang::ALL
                    .iter()
                    .all(|lang| line(rows, last + 1, *lang).is_empty()),
                "as many in each"
            );
        }
        assert_eq!(Sides::Part.text(4, Lang::En), "in the centre");
        assert_eq!(Full::side(7, Lang::En), "upper left");
        assert_eq!(Sides::Towards.text(0, Lang::Ru), "{} выше");
    }
}
