//! Plans much larger than the reference exhibition.

use std::fmt::Write;
use std::rc::Rc;

use floorplan::geometry::{PlanPoint, Rect, ScreenPoint};
use floorplan::gesture::{PointerEvent, PointerKind, PointerPhase};
use floorplan::messages::Lang;
use floorplan::plan::{FloorIx, StandIx, load};
use floorplan::scene::Direction;
use floorplan::state::{Action, Effect, Exhibition, Origin, State};

const COLUMNS: usize = 100;

/// Stands of 3 m by 3 m in rows with aisles between, `count` of them, numbered from 0.
fn rows(count: usize) -> Exhibition {
    let mut stands = String::new();
    for i in 0..count {
        let (x, y) = ((i % COLUMNS) * 3 + 2, (i / COLUMNS) * 6 + 3);
        let (x1, y1) = (x + 3, y + 3);
        let comma = if i > 0 { "," } else { "" };
        write!(
            stands,
            r#"{comma}{{"id":"s{i}","number":"{i}","outline":[[{x},{y}],[{x1},{y}],[{x1},{y1}],[{x},{y1}]]}}"#
        )
        .unwrap();
    }
    let (width, height) = (COLUMNS * 3 + 4, count.div_ceil(COLUMNS) * 6 + 4);
    let text = format!(
        r#"{{"format":"expo-map","version":1,
        "event":{{"id":"e","name":"E","start":"2025-01-01","end":"2025-01-02","timeZone":"UTC"}},
        "halls":[{{"id":"h","name":"H","outline":[[0,0],[{width},0],[{width},{height}],[0,{height}]]}}],
        "stands":[{stands}]}}"#
    );
    let loaded = load(&text).unwrap();
    assert_eq!(loaded.warnings, []);
    Exhibition::new(loaded)
}

fn ready(count: usize) -> State {
    let mut state = State::new(Lang::En);
    state.update(Action::Resized {
        container: (1280.0, 800.0),
        stage: (920.0, 800.0),
    });
    state.update(Action::Source("expo.json".into()));
    state.update(Action::Loaded(Rc::new(rows(count))));
    state
}

/// Where no names of doors reach beyond the plan, the picture holds all of it, wherever it is moved to.
#[test]
fn a_whole_plan_is_moved_without_drawing_it_anew() {
    let mut state = ready(300);
    let at = |step: u32| PointerEvent {
        id: 1,
        kind: PointerKind::Touch,
        phase: if step == 0 {
            PointerPhase::Down
        } else {
            PointerPhase::Move
        },
        at: ScreenPoint::new(500.0 - 4.0 * f64::from(step), 300.0 + 3.0 * f64::from(step)),
        time_ms: f64::from(step) * 16.0,
    };
    state.update(Action::Pointer(at(0)));
    let before = state.camera;
    for step in 1..=100 {
        let effects = state.update(Action::Pointer(at(step)));
        assert!(!effects.contains(&Effect::DrawPicture), "step {step}");
    }
    assert_ne!(state.camera, before);
}

#[test]
fn the_stand_under_any_point_is_found() {
    let exhibition = rows(10_000);
    let scene = exhibition.scene(FloorIx(0)).unwrap();
    for i in (0..10_000).step_by(37) {
        let middle = exhibition.plan().stands[i].bounds.center();
        let hit = |dx, dy, reach| {
            let at = PlanPoint::new(middle.x + dx, middle.y + dy);
            scene.hit(exhibition.plan(), at, reach)
        };
        assert_eq!(hit(0.0, 0.0, 0.0), Some(StandIx::from(i)));
        assert_eq!(hit(1.4, -1.4, 0.5), Some(StandIx::from(i)));
        assert_eq!(
            hit(0.0, 2.0, 0.6),
            Some(StandIx::from(i)),
            "a finger beside it"
        );
        assert_eq!(hit(0.0, 2.9, 0.6), None, "the aisle");
    }
    let within = scene.stands_in(Rect::new(0.0, 0.0, 6.0, 4.0));
    assert_eq!(within, [0, 1], "those of the region, in file order");
}

#[test]
fn arrows_walk_along_and_across_ten_thousand_stands() {
    let exhibition = rows(10_000);
    let walk = exhibition.walk(FloorIx(0)).unwrap();
    let next = |from: usize, direction| walk.next(StandIx::from(from), direction);
    assert_eq!(next(5_050, Direction::Right), Some(StandIx(5_051)));
    assert_eq!(next(5_050, Direction::Left), Some(StandIx(5_049)));
    assert_eq!(next(5_050, Direction::Up), Some(StandIx(4_950)));
    assert_eq!(next(5_050, Direction::Down), Some(StandIx(5_150)));
    assert_eq!(next(0, Direction::Left), None);
}

#[test]
fn the_list_grows_as_it_is_scrolled() {
    let mut state = ready(300);
    let seen = state.rows;
    state.update(Action::Drawn);
    let first = state.rows;
    assert!(
        seen < first && first < 300,
        "more than is seen comes after it"
    );
    state.update(Action::MoreRows);
    assert_eq!(state.rows, 2 * first);
    state.update(Action::MoreRows);
    let (rows, revision) = (state.rows, state.revision);
    assert!(rows >= 300);
    state.update(Action::MoreRows);
    assert_eq!(
        (state.rows, state.revision),
        (rows, revision),
        "there are no more"
    );

    state.update(Action::Query("29".into()));
    assert_eq!(state.rows, first, "another list starts at its top");
}

#[test]
fn a_key_draws_what_is_seen_of_a_long_list() {
    let mut state = ready(2_000);
    state.update(Action::Drawn);
    let first = state.rows;
    state.update(Action::Query("1".into()));
    let found = state.matches.as_ref().map_or(0, |found| found.len());
    assert!(found > first, "{found}");
    assert!(state.rows < first, "{}", state.rows);
    state.update(Action::Say);
    assert_eq!(
        state.rows, first,
        "the rest comes when the words are complete"
    );
}

#[test]
fn the_row_to_go_back_to_is_there() {
    let mut state = ready(300);
    state.update(Action::Select(StandIx(250), Origin::User));
    state.update(Action::Clear(Origin::User));
    assert!(state.rows > 250);
}

#[test]
fn the_page_can_center_a_stand_at_a_scale() {
    let mut state = ready(300);
    state.update(Action::CenterOn("s123".into(), 40.0));
    let at = state.screen_of("s123").unwrap();
    let (left, top, width, height) = state.viewport.free();
    assert!((at.x - left - width / 2.0).abs() < 1e-6 && (at.y - top - height / 2.0).abs() < 1e-6);
    assert!((state.scale() - 40.0).abs() < 1e-9 && !state.is_moving());
    assert_eq!(state.drawn, state.camera, "drawn at once");

    let before = state.camera;
    state.update(Action::CenterOn("nowhere".into(), 90.0));
    assert_eq!((state.camera, state.screen_of("nowhere")), (before, None));
    state.update(Action::Fit(Origin::Host));
    assert!(!state.is_moving() && state.scale() < before.scale);
}

/// Two floors: `a1` to `a3` on the ground floor, `b1` on the upper one.
const TWO_FLOORS: &str = include_str!("../../../../tests/fixtures/small.json");

#[test]
fn another_floor_starts_with_a_tab_stop_of_its_own() {
    let mut state = State::new(Lang::En);
    state.update(Action::CenterOn("b1".into(), f64::NAN));
    state.update(Action::Source("small.json".into()));
    let loaded = load(TWO_FLOORS).unwrap();
    state.update(Action::Loaded(Rc::new(Exhibition::new(loaded))));
    assert_eq!(state.floor, FloorIx(0), "nothing is measured yet");
    state.update(Action::Resized {
        container: (1280.0, 800.0),
        stage: (920.0, 800.0),
    });
    let stand = state.plan().unwrap().find_stand("b1");
    assert_eq!((state.floor, state.tab_stop), (FloorIx(1), stand));

    let back = state.plan().unwrap().find_stand("a1").unwrap();
    state.update(Action::Select(back, Origin::User));
    assert_eq!((state.floor, state.tab_stop), (FloorIx(0), Some(back)));
    assert_eq!((state.hovered, state.focused), (None, None));
}

#[test]
fn a_key_that_comes_again_replaces_what_was_wrong_with_the_first() {
    let twice = TWO_FLOORS.replacen("\"event\"", "\"event\": 5, \"event\"", 1);
    let loaded = load(&twice).unwrap();
    assert_eq!(loaded.warnings, []);
}
