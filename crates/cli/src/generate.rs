//! Invented exhibitions of any size, for trying a page and for measuring: the same arguments give
//! the same file, on every machine.

use floorplan::geometry::Rect;
use serde_json::{Value, json};

/// What to make up.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many stands.
    pub stands: usize,
    /// In how many halls, one beside the other.
    pub halls: usize,
    /// Another seed, another exhibition.
    pub seed: u64,
}

/// Widths and depths of stands, metres; those that come twice are twice as frequent.
const WIDTHS_M: [f64; 7] = [3.0, 3.0, 4.0, 4.0, 5.0, 6.0, 8.0];
const DEPTHS_M: [f64; 4] = [3.0, 4.0, 4.0, 5.0];
/// Width of aisles, and between stands and the hall's wall.
const AISLE_M: f64 = 3.5;
/// A row is cut by an aisle after so many metres.
const BLOCK_M: f64 = 30.0;
/// Between two halls.
const GAP_M: f64 = 12.0;
/// One stand in so many has a corner cut out.
const CORNER_EVERY: usize = 7;

const CATEGORIES: [[&str; 4]; 8] = [
    ["machines", "Машиностроение", "机械制造", "Machinery"],
    ["software", "Программы", "软件", "Software"],
    ["energy", "Энергетика", "能源", "Energy"],
    ["materials", "Материалы", "材料", "Materials"],
    ["food", "Продовольствие", "食品", "Food"],
    ["medicine", "Медицина", "医疗", "Medicine"],
    ["transport", "Транспорт", "运输", "Transport"],
    ["crafts", "Ремёсла", "手工艺", "Crafts"],
];
const FIRST: [[&str; 3]; 12] = [
    ["Север", "北方", "North"],
    ["Восток", "东方", "East"],
    ["Берег", "海岸", "Coast"],
    ["Полюс", "极地", "Pole"],
    ["Заря", "朝霞", "Dawn"],
    ["Гранит", "花岗", "Granite"],
    ["Янтарь", "琥珀", "Amber"],
    ["Кедр", "雪松", "Cedar"],
    ["Сокол", "猎鹰", "Falcon"],
    ["Вектор", "矢量", "Vector"],
    ["Спектр", "光谱", "Spectrum"],
    ["Орбита", "轨道", "Orbit"],
];
const SECOND: [[&str; 3]; 8] = [
    ["Сталь", "钢铁", "Steel"],
    ["Прибор", "仪器", "Instruments"],
    ["Энерго", "能源", "Energy"],
    ["Системы", "系统", "Systems"],
    ["Пром", "工业", "Industries"],
    ["Проект", "设计", "Design"],
    ["Логистика", "物流", "Logistics"],
    ["Техника", "科技", "Technology"],
];

/// The exhibition as an expo-map file.
pub fn generate(options: Options) -> String {
    let mut maker = Maker {
        random: options.seed,
        stands: Vec::with_capacity(options.stands),
        participants: Vec::new(),
    };
    let mut halls = Vec::new();
    let mut left_m = 0.0;
    for hall in 0..options.halls {
        // What cannot be shared evenly goes to the first halls.
        let count =
            options.stands / options.halls + usize::from(hall < options.stands % options.halls);
        let bounds = maker.hall(hall, left_m, count);
        left_m = bounds.x1 + GAP_M;
        halls.push(hall_json(hall, bounds));
    }
    let categories: Vec<Value> = CATEGORIES
        .iter()
        .map(|[id, ru, zh, en]| json!({ "id": id, "name": { "ru": ru, "zh": zh, "en": en } }))
        .collect();
    let file = json!({
        "format": "expo-map",
        "version": 1,
        "languages": ["en", "ru", "zh"],
        "event": {
            "id": "invented",
            "name": { "ru": "Вымышленная выставка", "zh": "虚构展览会", "en": "Invented exhibition" },
            "start": "2030-05-13",
            "end": "2030-05-17",
            "timeZone": "Asia/Shanghai",
            "notice": {
                "ru": "Всё на этом плане вымышлено.",
                "zh": "本图内容均为虚构。",
                "en": "Everything on this plan is invented."
            },
            "provenance": { "*": "illustrative" }
        },
        "halls": halls,
        "categories": categories,
        "stands": maker.stands,
        "participants": maker.participants,
    });
    let mut text = file.to_string();
    text.push('\n');
    text
}

fn hall_json(hall: usize, b: Rect) -> Value {
    let middle = f64::midpoint(b.x0, b.x1);
    let letter = letter(hall);
    json!({
        "id": format!("hall-{}", hall + 1),
        "name": {
            "ru": format!("Зал {letter}"), "zh": format!("{letter}馆"), "en": format!("Hall {letter}")
        },
        "outline": [[b.x0, b.y0], [b.x1 - 2.0, b.y0], [b.x1, b.y0 + 2.0], [b.x1, b.y1], [b.x0, b.y1]],
        "entrances": [
            { "id": format!("main-{}", hall + 1), "kind": "main", "at": [middle, b.y1], "width": 6 }
        ],
        "provenance": { "*": "illustrative" }
    })
}

/// `A` to `Z`, then `A` again.
fn letter(index: usize) -> char {
    char::from(b'A' + (index % 26) as u8)
}

struct Maker {
    random: u64,
    stands: Vec<Value>,
    participants: Vec<Value>,
}

impl Maker {
    /// The next number of `SplitMix64` (Steele, Lea, Flood 2014), which is the same everywhere.
    fn next(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    fn pick<T: Copy, const N: usize>(&mut self, list: &[T; N]) -> Option<T> {
        let at = self.below(N);
        list.get(at).copied()
    }

    /// Fills a hall whose left wall is at `left_m`: islands of two rows back to back, aisles
    /// between. About as wide as it is deep.
    fn hall(&mut self, hall: usize, left_m: f64, count: usize) -> Rect {
        let width_m = (count as f64 * 41.0).sqrt().round().max(20.0);
        let right_m = left_m + width_m;
        let end = self.stands.len() + count;
        let mut y = AISLE_M;
        let mut row = 0;
        while self.stands.len() < end {
            let depth_m = self.pick(&DEPTHS_M).unwrap_or(4.0);
            for faces_up in [true, false] {
                let mut x = left_m + AISLE_M;
                let mut block_m = 0.0;
                let mut number = 1;
                while self.stands.len() < end {
                    let width_m = self.pick(&WIDTHS_M).unwrap_or(4.0);
                    if x + width_m > right_m - AISLE_M {
                        break;
                    }
                    if block_m + width_m > BLOCK_M {
                        x += AISLE_M;
                        block_m = 0.0;
                        continue;
                    }
                    let top = if faces_up { y } else { y + depth_m };
                    let place = Rect::new(x, top, x + width_m, top + depth_m);
                    self.stand(hall, row, number, place, faces_up);
                    number += 1;
                    x += width_m;
                    block_m += width_m;
                }
                row += 1;
            }
            y += 2.0 * depth_m + AISLE_M;
        }
        Rect::new(left_m, 0.0, right_m, y)
    }

    /// A stand that is open towards its aisle, above or below, and who is on it.
    fn stand(&mut self, hall: usize, row: usize, number: usize, b: Rect, faces_up: bool) {
        let id = format!("h{}-r{}-{number}", hall + 1, row + 1);
        let name = format!("{}{}-{number:02}", letter(hall), row + 1);
        let has_corner = b.width() >= 4.0 && self.below(CORNER_EVERY) == 0;
        let (cut_x, cut_y) = (b.width() * 0.4, b.height() * 0.4);
        // Clockwise from the left end of the side on the aisle; the cut is at its right end.
        let outline = match (faces_up, has_corner) {
            (true, false) => vec![[b.x0, b.y0], [b.x1, b.y0], [b.x1, b.y1], [b.x0, b.y1]],
            (false, false) => vec![[b.x1, b.y1], [b.x0, b.y1], [b.x0, b.y0], [b.x1, b.y0]],
            (true, true) => vec![
                [b.x0, b.y0],
                [b.x1 - cut_x, b.y0],
                [b.x1 - cut_x, b.y0 + cut_y],
                [b.x1, b.y0 + cut_y],
                [b.x1, b.y1],
                [b.x0, b.y1],
            ],
            (false, true) => vec![
                [b.x1 - cut_x, b.y1],
                [b.x0, b.y1],
                [b.x0, b.y0],
                [b.x1, b.y0],
                [b.x1, b.y1 - cut_y],
                [b.x1 - cut_x, b.y1 - cut_y],
            ],
        };
        let outline: Vec<Value> = outline
            .iter()
            .map(|[x, y]| json!([centimetres(*x), centimetres(*y)]))
            .collect();
        let category = self.pick(&CATEGORIES).map(|[id, ..]| id);
        // One participant on three of four stands, up to three on the others.
        let count = 1 + if self.below(4) == 0 {
            1 + self.below(2)
        } else {
            0
        };
        for place in 0..count {
            self.participant(&id, place);
        }
        self.stands.push(json!({
            "id": id, "number": name, "hall": format!("hall-{}", hall + 1), "outline": outline,
            "category": category, "open": [0], "provenance": { "*": "illustrative" }
        }));
    }

    fn participant(&mut self, stand: &str, place: usize) {
        let (first, second) = (self.pick(&FIRST), self.pick(&SECOND));
        let ([ru, zh, en], [ru2, zh2, en2]) =
            (first.unwrap_or_default(), second.unwrap_or_default());
        self.participants.push(json!({
            "id": format!("{stand}-{}", place + 1),
            "name": {
                "ru": format!("{ru} {ru2}"), "zh": format!("{zh}{zh2}"), "en": format!("{en} {en2}")
            },
            "stands": [stand],
            "provenance": { "*": "illustrative" }
        }));
    }
}

fn centimetres(metres: f64) -> f64 {
    (metres * 100.0).round() / 100.0
}
