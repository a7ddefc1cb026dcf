//! Fragments of sentences. The order of the columns is ru, zh, en.

use crate::messages::Lang;

macro_rules! words {
    ($($name:ident: $ru:literal, $zh:literal, $en:literal;)*) => {
        /// A fragment; `{}` is filled in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Word { $($name,)* }

        const ROWS: &[[&str; 3]] = &[$([$ru, $zh, $en],)*];
    };
}

words! {
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
}

/// Where something is from something else, with metres before it (Chinese: after it).
const TOWARDS: [[&str; 3]; 8] = [
    ["выше", "上方", "above"],
    ["выше и правее", "右上方", "to the upper right"],
    ["правее", "右侧", "to the right"],
    ["ниже и правее", "右下方", "to the lower right"],
    ["ниже", "下方", "below"],
    ["ниже и левее", "左下方", "to the lower left"],
    ["левее", "左侧", "to the left"],
    ["выше и левее", "左上方", "to the upper left"],
];

/// On which side it is.
const BESIDE: [[&str; 3]; 8] = [
    ["сверху", "上方", "above"],
    ["справа сверху", "右上方", "at the upper right"],
    ["справа", "右侧", "on the right"],
    ["справа снизу", "右下方", "at the lower right"],
    ["снизу", "下方", "below"],
    ["слева снизу", "左下方", "at the lower left"],
    ["слева", "左侧", "on the left"],
    ["слева сверху", "左上方", "at the upper left"],
];

/// Sides of a stand.
const SIDES: [[&str; 3]; 8] = [
    ["верхняя", "上侧", "top"],
    ["верхняя правая", "右上侧", "upper right"],
    ["правая", "右侧", "right"],
    ["нижняя правая", "右下侧", "lower right"],
    ["нижняя", "下侧", "bottom"],
    ["нижняя левая", "左下侧", "lower left"],
    ["левая", "左侧", "left"],
    ["верхняя левая", "左上侧", "upper left"],
];

/// Parts of the plan: the eight sides and the middle.
const PARTS: [[&str; 3]; 9] = [
    ["вверху", "上部", "at the top"],
    ["вверху справа", "右上部", "at the top right"],
    ["справа", "右侧", "on the right"],
    ["внизу справа", "右下部", "at the bottom right"],
    ["внизу", "下部", "at the bottom"],
    ["внизу слева", "左下部", "at the bottom left"],
    ["слева", "左侧", "on the left"],
    ["вверху слева", "左上部", "at the top left"],
    ["в центре", "中部", "in the centre"],
];

/// A table of words by side.
#[derive(Clone, Copy)]
pub(super) enum Sides {
    Towards,
    Beside,
    Of,
    Part,
}

fn cell(rows: &[[&'static str; 3]], row: usize, lang: Lang) -> &'static str {
    let row = rows.get(row);
    row.and_then(|row| row.get(lang.column()))
        .copied()
        .unwrap_or_default()
}

impl Word {
    pub(super) fn text(self, lang: Lang) -> &'static str {
        cell(ROWS, self as usize, lang)
    }
}

impl Sides {
    /// The word for a side, in eighths of a turn clockwise from "up"; 8 is the middle.
    pub(super) fn text(self, side: u8, lang: Lang) -> &'static str {
        let rows: &[[&str; 3]] = match self {
            Self::Towards => &TOWARDS,
            Self::Beside => &BESIDE,
            Self::Of => &SIDES,
            Self::Part => &PARTS,
        };
        cell(rows, usize::from(side), lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fragment_exists_in_every_language_with_the_same_gaps() {
        for row in ROWS {
            let gaps = row.map(|text| text.matches("{}").count());
            assert!(gaps.windows(2).all(|w| w[0] == w[1]), "{row:?}");
        }
        let all = ROWS.iter().chain(&TOWARDS).chain(&BESIDE);
        for row in all.chain(&SIDES).chain(&PARTS) {
            assert!(row.iter().all(|text| !text.is_empty()), "{row:?}");
        }
    }
}
