//! The plan in words.

use floorplan::describe::{Guide, LANGUAGE};
use floorplan::format::Text;
use floorplan::messages::Lang;
use floorplan::plan::{FloorIx, Plan, StandIx, load};
use floorplan::scene::FloorScene;
use proptest::prelude::*;

fn rect(x: f64, y: f64, w: f64, h: f64) -> String {
    format!(
        "[[{x},{y}],[{},{y}],[{},{}],[{x},{}]]",
        x + w,
        x + w,
        y + h,
        y + h
    )
}

/// Two floors: on the lower one halls H and K side by side with a wall within H, on the upper one U.
/// Stands are given as `(hall, outline)` and numbered from 0.
fn plan(stands: &[(&str, String)]) -> Plan {
    let stands: Vec<_> = stands
        .iter()
        .enumerate()
        .map(|(i, (hall, outline))| {
            format!(r#"{{"id":"s{i}","number":"{i}","hall":"{hall}","outline":{outline},"category":"c"}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"format":"expo-map","version":1,
        "event":{{"id":"e","name":"E","start":"2024-05-17","end":"2024-05-21","timeZone":"Asia/Shanghai"}},
        "floors":[{{"id":"low","name":"Ground floor"}},{{"id":"up","name":"Gallery"}}],
        "halls":[
          {{"id":"h","name":"Hall H","floor":"low","outline":{},"walls":[{{"line":[[30,0],[30,20]]}}],
            "entrances":[{{"id":"m","kind":"main","at":[20,40],"width":4}}]}},
          {{"id":"k","name":"Hall K","floor":"low","outline":{}}},
          {{"id":"u","name":"Hall U","floor":"up","outline":{}}}],
        "categories":[{{"id":"c","name":"Gears"}}],
        "stands":[{}]}}"#,
        rect(0.0, 0.0, 40.0, 40.0),
        rect(40.0, 0.0, 40.0, 40.0),
        rect(0.0, 0.0, 40.0, 40.0),
        stands.join(",")
    );
    let loaded = load(&text).unwrap();
    assert_eq!(loaded.warnings, []);
    loaded.plan
}

/// What is heard on the way from the first stand to the second, without its name.
fn step(stands: &[(&str, String)]) -> String {
    let plan = plan(stands);
    let floor = plan.floor_of(&plan.stands[1]).unwrap();
    let scene = FloorScene::new(&plan, floor);
    let said = Guide::new(&plan, &scene, Lang::En).arrival(Some(StandIx(0)), StandIx(1));
    said.strip_prefix("Stand 1. Gears. ").unwrap().to_owned()
}

fn from_to(x: f64, y: f64) -> String {
    step(&[
        ("h", rect(10.0, 10.0, 4.0, 4.0)),
        ("h", rect(x, y, 4.0, 4.0)),
    ])
}

#[test]
fn a_step_tells_side_distance_and_what_lies_between() {
    assert_eq!(
        from_to(18.0, 10.0),
        "4\u{a0}m to the right, across the aisle."
    );
    assert_eq!(from_to(10.0, 3.2), "3\u{a0}m above, across the aisle.");
    assert_eq!(from_to(6.0, 12.0), "Next to it, to the left.");
    assert_eq!(
        from_to(10.0, 14.2),
        "Next to it, below.",
        "nobody fits between"
    );
    assert_eq!(
        from_to(10.0, 14.8),
        "1\u{a0}m below.",
        "too narrow for an aisle"
    );
    assert_eq!(
        from_to(17.0, 18.0),
        "5\u{a0}m to the lower right, across the aisle."
    );
    assert_eq!(
        from_to(10.0, 30.0),
        "16\u{a0}m below.",
        "too wide for an aisle"
    );
}

#[test]
fn a_stand_or_a_wall_between_is_no_aisle() {
    let (a, b) = (rect(10.0, 10.0, 4.0, 4.0), rect(20.0, 10.0, 4.0, 4.0));
    let between = rect(16.0, 9.0, 2.0, 6.0);
    let said = step(&[("h", a.clone()), ("h", b), ("h", between)]);
    assert_eq!(said, "6\u{a0}m to the right.");
    let said = step(&[
        ("h", rect(24.0, 10.0, 4.0, 4.0)),
        ("h", rect(32.0, 10.0, 4.0, 4.0)),
    ]);
    assert_eq!(said, "4\u{a0}m to the right, beyond a wall.");
    let said = step(&[
        ("h", rect(34.0, 30.0, 4.0, 4.0)),
        ("k", rect(42.0, 30.0, 4.0, 4.0)),
    ]);
    assert_eq!(said, "4\u{a0}m to the right, beyond a wall. Hall K.");
}

#[test]
fn stands_of_different_floors_are_not_related_by_metres() {
    let stands = [
        ("h", rect(10.0, 10.0, 4.0, 4.0)),
        ("u", rect(18.0, 10.0, 4.0, 4.0)),
    ];
    assert_eq!(step(&stands), "Gallery.");
    let plan = plan(&stands);
    let scene = FloorScene::new(&plan, FloorIx(1));
    let told = Guide::new(&plan, &scene, Lang::En).stand(StandIx(1));
    assert!(told.contains("On the plan: at the top."), "{told}");
    assert!(
        !told.contains("stand 0") && !told.contains("entrance"),
        "{told}"
    );
}

#[test]
fn of_several_halls_each_is_told_and_things_name_theirs() {
    let plan = plan(&[
        ("h", rect(10.0, 10.0, 4.0, 4.0)),
        ("k", rect(50.0, 10.0, 4.0, 4.0)),
        ("k", rect(60.0, 10.0, 4.0, 4.0)),
    ]);
    let scene = FloorScene::new(&plan, FloorIx(0));
    let told = Guide::new(&plan, &scene, Lang::En)
        .whole_floor()
        .replace('\u{a0}', " ");
    assert_eq!(
        told,
        "\
Ground floor
Hall H: 40 × 40 m, 1 stand.
Entrances and exits: Main entrance at the bottom left.
Hall K: 40 × 40 m, 2 stands.
Top, bottom, left and right are those of the plan, not points of the compass.
"
    );
}

#[test]
fn where_one_comes_from_may_be_unknown() {
    let plan = plan(&[("h", rect(10.0, 10.0, 4.0, 4.0))]);
    let scene = FloorScene::new(&plan, FloorIx(0));
    let guide = Guide::new(&plan, &scene, Lang::Zh);
    assert_eq!(guide.arrival(None, StandIx(0)), "0号展位。Gears。");
    let same = guide.arrival(Some(StandIx(0)), StandIx(0));
    assert_eq!(same, "0号展位。Gears。");
    assert_eq!(guide.step(StandIx(0), StandIx(0)), "");
    assert_eq!(guide.arrival(None, StandIx(7)), "");
    assert_eq!(guide.step(StandIx(0), StandIx(7)), "");
    assert!(guide.stand(StandIx(7)).is_empty() && guide.place(StandIx(7)).is_empty());
}

#[test]
fn names_in_another_language_are_marked_for_who_wants_that() {
    let mut loaded = load(include_str!("../../../../tests/fixtures/small.json")).unwrap();
    loaded.plan.halls[0].name = Text::of([("en", "Main hall")]);
    let plan = &loaded.plan;
    let scene = FloorScene::new(plan, FloorIx(0));
    let guide = Guide::new(plan, &scene, Lang::Zh);
    let plain = guide.floor();
    assert!(plain.starts_with("Main hall"), "{plain}");
    let marking = guide.marking_languages();
    let [begin, middle, end] = LANGUAGE;
    assert!(
        marking
            .floor()
            .starts_with(&format!("{begin}en{middle}Main hall{end}")),
        "{}",
        marking.floor()
    );
    // The same otherwise.
    let marked = marking.floor().replace(&format!("{begin}en{middle}"), "");
    assert_eq!(marked.replace(end, ""), plain);
    // Honey has no Chinese name.
    let a1 = plan.find_stand("A1").unwrap();
    assert!(guide.place(a1).contains("Honey") && !guide.place(a1).contains(begin));
    let around = marking.place(a1);
    assert!(
        around.contains(&format!("{begin}en{middle}Honey{end}")),
        "{around}"
    );
    // What nobody has to mark is as it was.
    let en = Guide::new(plan, &scene, Lang::En);
    assert_eq!(en.place(a1), en.marking_languages().place(a1));
}

#[test]
fn the_reference_stand_is_told_in_three_languages() {
    let plan = super::plan();
    let scene = FloorScene::new(&plan, FloorIx(0));
    let a1 = plan.find_stand("A1").unwrap();
    let told = |lang| {
        Guide::new(&plan, &scene, lang)
            .stand(a1)
            .replace('\u{a0}', " ")
    };
    let ru = "\
Стенд A1, Росатом. Промышленность.
Площадь 86,5 м². Открытые стороны: верхняя, нижняя, нижняя левая, левая.
На плане: в центре, зона «Промышленность».
Соседи: стенд B1 (РЭЦ), 4 м выше, через проход; стенд A2 (Ростех), вплотную правее; стенд G1 (75 лет отношений), 3 м ниже, через проход; стенд E14 (Москва), 6 м левее, через проход.
По прямой: Главный вход, 23 м ниже; Западный вход, 39 м левее; Информация, 20 м ниже; Туалеты у главного входа, 27 м ниже и левее; Кафе, 23 м ниже и правее; Гардероб, 24 м ниже и левее; Медпункт, 20 м ниже.
Маршрут от «Главный вход»: прямо 5 м, направо 11 м, налево 16 м; стенд перед вами.
План схематичный: место и размеры стенда, а значит, и расстояния показаны условно.
";
    assert_eq!(told(Lang::Ru), ru);
    let en = told(Lang::En);
    assert!(en.contains("; stand A2 (Rostec), next to it, to the right; stand G1 (75 years), 3 m below, across the aisle;"), "{en}");
    assert!(en.contains("Route from Main entrance: straight ahead for 5 m, right for 11 m, left for 16 m; the stand is in front of you."), "{en}");
    let zh = told(Lang::Zh);
    assert!(
        zh.contains("A2号展位（俄技集团），右侧紧邻；G1号展位（建交75周年），下方3米，隔通道；"),
        "{zh}"
    );
    assert!(
        zh.contains("路线（自主入口起）：直行5米，右转走11米，左转走16米；展位在正前方。"),
        "{zh}"
    );
    // The widget tells the same, but for what it shows elsewhere.
    let place = Guide::new(&plan, &scene, Lang::Ru).place(a1);
    assert_eq!(place.lines().count(), 3);
    assert!(ru.contains(&place.replace('\u{a0}', " ")), "{place}");
}

#[test]
fn the_reference_floor_is_told_in_three_languages() {
    let plan = super::plan();
    let scene = FloorScene::new(&plan, FloorIx(0));
    let told = |lang| {
        let floor = Guide::new(&plan, &scene, lang).floor();
        floor.replace('\u{a0}', " ")
    };
    let ru = told(Lang::Ru);
    let ru: Vec<_> = ru.lines().collect();
    assert_eq!(ru[0], "Российская экспозиция: 72 × 52,5 м, 36 стендов.");
    assert!(
        ru[1].starts_with("Зоны: Регионы — слева, 16 стендов; Промышленность — справа, 4 стенда;")
    );
    assert!(ru[2].starts_with("Входы и выходы: Главный вход — внизу, рядом стенд G1 (75 лет отношений); Западный вход — слева, рядом стенд E2"));
    assert!(
        ru[2].ends_with(
            "; Аварийный выход — вверху слева, вверху, справа, внизу справа, внизу слева."
        ),
        "the name once: {}",
        ru[2]
    );
    let zh = told(Lang::Zh);
    assert!(
        zh.contains(
            "\n服务设施：主入口洗手间在下部；西侧洗手间在左下部；咨询台在下部；衣帽间在下部；"
        ),
        "{zh}"
    );
    assert_eq!((ru.len(), told(Lang::En).lines().count()), (4, 4));
    let whole = Guide::new(&plan, &scene, Lang::Ru).whole_floor();
    let notice = plan.event.notice.as_ref().unwrap().get("ru").text;
    assert_eq!(whole.lines().last(), Some(notice));
}

/// Stands with a corner cut off, anywhere: also upon each other and out of their halls.
fn stands() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let stand =
        (0..3_usize, 0..80_u32, 0..40_u32, 1..9_u32, 1..9_u32).prop_map(|(hall, x, y, w, h)| {
            let (x1, y1) = (x + w, y + h);
            let outline = format!(
                "[[{x},{y}],[{x1},{y}],[{x1},{}.5],[{}.5,{y1}],[{x},{y1}]]",
                y1 - 1,
                x1 - 1
            );
            (["h", "k", "u"][hall], outline)
        });
    prop::collection::vec(stand, 1..14)
}

proptest! {
    #[test]
    fn any_plan_is_told_in_whole_sentences(stands in stands()) {
        let plan = plan(&stands);
        for lang in Lang::ALL {
            let mut told = Vec::new();
            for floor in 0..plan.floors.len() {
                let scene = FloorScene::new(&plan, FloorIx::from(floor));
                let guide = Guide::new(&plan, &scene, *lang);
                told.extend(guide.floor().lines().map(str::to_owned));
                for shape in &scene.stands {
                    told.extend(guide.stand(shape.stand).lines().map(str::to_owned));
                    for from in 0..plan.stands.len() {
                        told.push(guide.arrival(Some(StandIx::from(from)), shape.stand));
                    }
                }
            }
            for text in told {
                prop_assert!(text.ends_with(['.', '。']), "{}", text);
                for bad in ["{", "}", "  ", "..", "。。", ",,", ", .", " .", "，，", "，。", ": ;", "NaN", "inf"] {
                    prop_assert!(!text.contains(bad), "{:?} in {}", bad, text);
                }
            }
        }
    }

    #[test]
    fn the_way_back_is_as_far(stands in stands()) {
        let plan = plan(&stands);
        let scene = FloorScene::new(&plan, FloorIx(0));
        let guide = Guide::new(&plan, &scene, Lang::En);
        let last = |text: &str| {
            let words: Vec<_> = text.split('.').filter(|s| s.contains("\u{a0}m") || s.contains("Next")).collect();
            words.join("").split('\u{a0}').next().unwrap_or_default().trim().to_owned()
        };
        for (a, b) in [(0, 1), (1, 2), (0, 2)] {
            let is_here = |ix: u32| scene.shape(StandIx(ix)).is_some();
            if is_here(a) && is_here(b) {
                let there = last(&guide.arrival(Some(StandIx(a)), StandIx(b)));
                let back = last(&guide.arrival(Some(StandIx(b)), StandIx(a)));
                prop_assert_eq!(there.split(',').next(), back.split(',').next());
            }
        }
    }
}
