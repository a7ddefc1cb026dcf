//! What the page asks, and what it is answered.

use std::rc::Rc;
use std::time::Instant;

use floorplan::geometry::ScreenPoint;
use floorplan::gesture::DeltaMode;
use floorplan::messages::Lang;
use floorplan::plan::load;
use floorplan::state::{
    Action, Effect, Exhibition, Facet, Failure, HostEvent, Load, Origin, Own, PanelView, Sort,
    State, Take, Wheel, asks,
};

use super::{REFERENCE, exhibition};

/// A map in a window of a usual size, waiting for data.
fn waiting() -> State {
    let mut state = State::new(Lang::Ru);
    state.update(Action::ReducedMotion(true));
    state.update(Action::Resized {
        container: (1280.0, 800.0),
        stage: (920.0, 800.0),
    });
    state.update(Action::Source("expo.json".into()));
    state
}

fn ready() -> State {
    let mut state = waiting();
    state.update(Action::Loaded(Rc::new(exhibition())));
    state
}

/// Asks; the answer, and what is to be done.
fn ask(state: &mut State, what: u8, argument: &str) -> (String, Vec<Effect>) {
    let mut effects = state.update(Action::Ask(what, argument.into()));
    let Some(Effect::Answer(told)) = effects.pop() else {
        panic!("no answer to {what}: {effects:?}");
    };
    (told, effects)
}

fn told(state: &mut State, what: u8, argument: &str) -> String {
    let told = ask(state, what, argument).0;
    told.strip_prefix('+')
        .unwrap_or_else(|| panic!("{told:?}"))
        .into()
}

/// The fields of a refusal.
fn refused(state: &mut State, what: u8, argument: &str) -> Vec<String> {
    let told = ask(state, what, argument).0;
    let fields = told.strip_prefix('-').unwrap_or_else(|| panic!("{told:?}"));
    fields.split('\u{1f}').map(Into::into).collect()
}

fn records(text: &str) -> Vec<Vec<&str>> {
    let records = text.split_terminator('\u{1e}');
    records
        .map(|record| record.split_terminator('\u{1f}').collect())
        .collect()
}

fn stand(state: &State, id: &str) -> floorplan::plan::StandIx {
    state.plan().unwrap().stand_by_id(id).unwrap()
}

fn selected(state: &State) -> Option<&str> {
    Some(&state.plan()?.stand(state.selected?)?.id)
}

/// A visit with something of everything.
fn visited() -> State {
    let mut state = ready();
    let category = state.plan().unwrap().stands[0].category.unwrap();
    state.update(Action::Query("а".into()));
    state.update(Action::ToggleCategory(category));
    state.update(Action::Filter(Facet::Kind(2)));
    state.update(Action::Sort(Sort::Number));
    let a1 = stand(&state, "a1");
    state.update(Action::Select(a1, Origin::User));
    state.update(Action::Wheel(Wheel {
        at: ScreenPoint::new(200.0, 300.0),
        delta_y: -400.0,
        mode: DeltaMode::Pixels,
        ctrl: true,
        time_ms: 0.0,
    }));
    state
}

#[test]
fn a_state_goes_round_by_way_of_another_map() {
    let mut state = visited();
    let kept = told(&mut state, asks::SNAPSHOT, "");
    let mut fresh = ready();
    assert_ne!(told(&mut fresh, asks::SNAPSHOT, ""), kept);
    let (unknown, effects) = ask(&mut fresh, asks::RESTORE, &kept);
    assert_eq!(unknown, "+");
    assert_eq!(told(&mut fresh, asks::SNAPSHOT, ""), kept);
    assert_eq!(selected(&fresh), Some("a1"));
    assert_eq!((fresh.panel, &*fresh.query), (PanelView::Details, "а"));
    assert_eq!((fresh.facets, &fresh.filter), (state.facets, &state.filter));
    assert_eq!(fresh.matches, state.matches);
    // A thousandth is all that numbers lose.
    for (a, b) in [
        (fresh.camera.x, state.camera.x),
        (fresh.camera.y, state.camera.y),
        (fresh.camera.scale, state.camera.scale),
    ] {
        assert!((a - b).abs() < 0.5, "{a} {b}");
    }
    assert!(!fresh.is_moving(), "at once");
    assert!(effects.iter().any(|e| matches!(e, Effect::Collate(_))));
}

#[test]
fn a_map_that_nobody_moved_is_fitted_wherever_it_comes_to_be() {
    let kept = told(&mut ready(), asks::SNAPSHOT, "");
    let mut small = waiting();
    small.update(Action::Resized {
        container: (700.0, 500.0),
        stage: (700.0, 500.0),
    });
    small.update(Action::Loaded(Rc::new(exhibition())));
    let camera = small.camera;
    told(&mut small, asks::RESTORE, &kept);
    assert_eq!(small.camera, camera);
}

#[test]
fn pages_of_the_panel_come_back() {
    for (action, panel) in [
        (Action::ShowAbout, PanelView::About),
        (Action::ShowProgramme, PanelView::Programme),
    ] {
        let mut state = ready();
        state.update(action);
        let kept = told(&mut state, asks::SNAPSHOT, "");
        let mut fresh = ready();
        told(&mut fresh, asks::RESTORE, &kept);
        assert_eq!(fresh.panel, panel);
    }
}

#[test]
fn marks_are_in_a_state_only_while_nobody_keeps_them() {
    let mut state = ready();
    let a1 = stand(&state, "a1");
    let mark = floorplan::state::Markable::Stand(a1);
    state.update(Action::Own(Own::Bookmark(mark)));
    let unkept = told(&mut state, asks::SNAPSHOT, "");
    state.update(Action::Own(Own::Kept(true)));
    let kept = told(&mut state, asks::SNAPSHOT, "");
    assert!(unkept.len() > kept.len());
    let mut fresh = ready();
    let b4 = floorplan::state::Markable::Stand(stand(&fresh, "b4"));
    fresh.update(Action::Own(Own::Bookmark(b4)));
    told(&mut fresh, asks::RESTORE, &unkept);
    assert_eq!(fresh.bookmarks(), 2, "those of before are not lost");
    // Where the browser refuses, the page alone has them.
    state.update(Action::Own(Own::Kept(false)));
    assert_eq!(told(&mut state, asks::SNAPSHOT, "").len(), unkept.len());
}

#[test]
fn what_other_data_does_not_have_is_dropped_and_told() {
    let kept = told(&mut visited(), asks::SNAPSHOT, "");
    let mut small = waiting();
    let text = include_str!("../../../../tests/fixtures/small.json").replace("\"a1\"", "\"q1\"");
    small.update(Action::Loaded(Rc::new(Exhibition::new(
        load(&text).unwrap(),
    ))));
    let dropped = told(&mut small, asks::RESTORE, &kept);
    assert!(dropped.lines().any(|line| line == "stand a1"), "{dropped}");
    assert!(
        dropped.lines().any(|line| line.starts_with("category ")),
        "{dropped}"
    );
    assert_eq!(selected(&small), None);
    assert_eq!(&*small.query, "а");
}

#[test]
fn a_filter_is_taken_as_a_whole_or_not_at_all() {
    let mut state = ready();
    let kept = told(&mut state, asks::SNAPSHOT, "");
    let fields: Vec<&str> = kept.split('\u{1f}').collect();
    let mut wanted = fields.clone();
    let category = state.plan().unwrap().categories[0].id.clone();
    let both = [&*category, "\nnope"].concat();
    wanted[11] = &both;
    let refusal = refused(&mut state, asks::FILTER, &wanted.join("\u{1f}"));
    assert_eq!(refusal[..2], ["unknown-id", "category nope\n"]);
    assert!(state.matches.is_none());
    wanted[11] = &category;
    told(&mut state, asks::FILTER, &wanted.join("\u{1f}"));
    assert!(state.matches.is_some());
    // Nobody knows yet what is on now.
    wanted[2] = "4";
    let refusal = refused(&mut state, asks::FILTER, &wanted.join("\u{1f}"));
    assert_eq!(refusal[..2], ["unknown-id", "now\n"]);
}

#[test]
fn texts_that_are_no_state_change_nothing() {
    let mut state = visited();
    let kept = told(&mut state, asks::SNAPSHOT, "");
    for wrong in [
        "",
        "2",
        "null",
        "\u{1f}\u{1f}",
        "-1",
        "99999999999999999999",
    ] {
        assert_eq!(refused(&mut state, asks::RESTORE, wrong)[0], "bad-state");
    }
    assert_eq!(told(&mut state, asks::SNAPSHOT, ""), kept);
    // Of this version, and the rest anything.
    let fields: Vec<&str> = kept.split('\u{1f}').collect();
    for at in 1..fields.len() {
        for nonsense in ["", "4294967295", "-7", "x", "99999999999999999999"] {
            let mut broken = fields.clone();
            broken[at] = nonsense;
            let mut fresh = ready();
            ask(&mut fresh, asks::RESTORE, &broken.join("\u{1f}"));
            assert!(fresh.camera.scale.is_finite() && fresh.camera.x.is_finite());
            ask(&mut fresh, asks::RESTORE, &broken[..at].join("\u{1f}"));
        }
    }
}

#[test]
fn a_hidden_map_is_where_it_was_wanted_once_it_is_seen() {
    let kept = told(&mut visited(), asks::SNAPSHOT, "");
    let mut hidden = State::new(Lang::Ru);
    hidden.update(Action::Source("expo.json".into()));
    hidden.update(Action::Loaded(Rc::new(exhibition())));
    told(&mut hidden, asks::RESTORE, &kept);
    hidden.update(Action::Resized {
        container: (1280.0, 800.0),
        stage: (920.0, 800.0),
    });
    let seen = visited();
    assert!((hidden.camera.scale - seen.camera.scale).abs() < 0.01);
    assert!((hidden.camera.x - seen.camera.x).abs() < 1.0);
}

#[test]
fn a_snapshot_takes_next_to_no_time() {
    let mut state = visited();
    let start = Instant::now();
    for _ in 0..1_000 {
        told(&mut state, asks::SNAPSHOT, "");
    }
    let each = start.elapsed() / 1_000;
    assert!(each.as_micros() < 200, "{each:?}");
}

#[test]
fn an_unknown_stand_is_an_error_that_says_so() {
    let mut state = visited();
    let kept = told(&mut state, asks::SNAPSHOT, "");
    for what in [asks::SELECT, asks::DESCRIBE] {
        assert_eq!(
            refused(&mut state, what, "nope")[..2],
            ["unknown-id", "nope"]
        );
    }
    assert_eq!(told(&mut state, asks::SNAPSHOT, ""), kept);
    told(&mut state, asks::SELECT, "B4");
    assert_eq!(selected(&state), Some("b4"));
    told(&mut state, asks::CLEAR, "");
    assert_eq!(selected(&state), None);
}

#[test]
fn before_there_is_data_nothing_is_answered_but_a_choice_is_remembered() {
    let mut state = waiting();
    for what in 0..=asks::RESTORE {
        if what != asks::GIVE {
            assert_eq!(ask(&mut state, what, "a1").0, "", "{what}");
        }
    }
    state.update(Action::Loaded(Rc::new(exhibition())));
    assert_eq!(selected(&state), Some("a1"));
}

#[test]
fn without_data_the_failure_is_the_answer() {
    let mut state = waiting();
    state.update(Action::LoadFailed(Failure::Status(503).into()));
    let refusal = refused(&mut state, asks::LIST, "");
    assert_eq!(refusal[0], "http-status");
    assert!(refusal[1].contains("503"));
    assert_eq!(told(&mut state, asks::GIVE, REFERENCE), "");
    assert_eq!(records(&told(&mut state, asks::LIST, "")).len(), 36);
}

#[test]
fn a_flight_leads_to_a_point_at_a_scale() {
    let mut state = ready();
    state.update(Action::ReducedMotion(false));
    // 20 m, 10 m, 40 pixels a metre.
    told(&mut state, asks::FLY, "0 1000020000 1000010000 1000040000");
    assert!(state.is_moving());
    for frame in 0..120 {
        state.update(Action::Frame(f64::from(frame) * 16.0));
    }
    assert!((state.camera.scale - 40.0).abs() < 1e-6);
    state.update(Action::ReducedMotion(true));
    told(&mut state, asks::FLY, "0 1000005000 1000005000 1000000000");
    assert!(!state.is_moving(), "at once");
    // Neither a floor that is none nor a place far away.
    assert_eq!(refused(&mut state, asks::FLY, "9 0 0 0")[0], "unknown-id");
    told(&mut state, asks::FLY, "0 4000000000 0 4294967295");
    assert!(state.camera.x.is_finite());
}

#[test]
fn a_search_is_as_if_it_were_typed() {
    let mut state = ready();
    let found = told(&mut state, asks::SEARCH, "a1");
    assert_eq!(records(&found)[0], ["0", "a1", "0"]);
    assert_eq!(&*state.query, "a1");
    assert_eq!(told(&mut state, asks::SEARCH, "qqqqqqqq"), "");
}

#[test]
fn facts_are_of_all_and_the_list_of_what_matches() {
    let mut state = ready();
    let all = told(&mut state, asks::FACTS, "");
    let (places, sessions) = all.split_once('\u{1d}').unwrap();
    let places = records(places);
    let count = |kind: &str| places.iter().filter(|fields| fields[0] == kind).count();
    assert_eq!((count("0"), count("9")), (36, 1));
    let services: usize = state
        .plan()
        .unwrap()
        .halls
        .iter()
        .map(|h| h.services.len())
        .sum();
    assert_eq!(count("2"), services);
    assert!(!sessions.is_empty());
    let a1 = places.iter().find(|fields| fields[1] == "a1").unwrap();
    let corners: Vec<f64> = a1[3]
        .split_terminator(' ')
        .map(|n| (n.parse::<f64>().unwrap() - 1e9) / 1e3)
        .collect();
    let outline = &state.plan().unwrap().stands[0].outline;
    for (corner, point) in corners.chunks(2).zip(outline.points()) {
        assert!((corner[0] - point.x).abs() < 1e-3 && (corner[1] - point.y).abs() < 1e-3);
    }
    told(&mut state, asks::SEARCH, "альфа");
    let listed = told(&mut state, asks::LIST, "");
    assert_eq!(
        records(&listed).len(),
        state.matches.as_ref().unwrap().len()
    );
}

#[test]
fn other_data_keeps_what_it_can() {
    let mut state = visited();
    let kept = told(&mut state, asks::SNAPSHOT, "");
    let (answer, effects) = ask(&mut state, asks::GIVE, REFERENCE);
    assert_eq!(answer, "+");
    assert!(effects.contains(&Effect::Given));
    assert_eq!(told(&mut state, asks::SNAPSHOT, ""), kept);
    assert!(state.source.starts_with('{'));
    let other = REFERENCE.replace("\"a1\"", "\"q1\"");
    told(&mut state, asks::GIVE, &other);
    assert_eq!(selected(&state), None);
    assert_eq!(&*state.query, "а");
}

#[test]
fn bad_data_is_refused_with_its_place() {
    let mut state = visited();
    let before = Rc::clone(state.exhibition().unwrap());
    let refusal = refused(
        &mut state,
        asks::GIVE,
        &REFERENCE.replace("\"version\": 1,", "\"version\": 1;"),
    );
    assert_eq!((&*refusal[0], &*refusal[3]), ("syntax", "4"));
    let refusal = refused(
        &mut state,
        asks::GIVE,
        &REFERENCE.replace("\"version\": 1,", "\"version\": 7,"),
    );
    assert_eq!((&*refusal[0], &*refusal[2]), ("wrong-version", "version"));
    assert!(Rc::ptr_eq(&before, state.exhibition().unwrap()));
    assert_eq!(selected(&state), Some("a1"));
    assert!(matches!(state.load, Load::Ready(_)));
}

#[test]
fn files_are_counted_as_the_script_counts_them() {
    let mut state = ready();
    for (at, take) in [
        (0, Take::Picture),
        (4, Take::AllStands),
        (6, Take::Contacts),
    ] {
        let (answer, effects) = ask(&mut state, asks::TAKE, &at.to_string());
        assert_eq!(effects, [Effect::Expect, Effect::Take(take)]);
        assert!(answer.starts_with("-no-file"), "unless the file comes");
    }
    assert_eq!(ask(&mut state, asks::TAKE, "7").1, []);
}

#[test]
fn a_choice_is_proposed_before_it_has_any_effect() {
    let mut state = ready();
    state.proposes = true;
    let a1 = stand(&state, "a1");
    let before = (state.revision, state.camera);
    assert_eq!(
        state.update(Action::Select(a1, Origin::User)),
        [Effect::Propose(a1)]
    );
    assert_eq!(
        (state.revision, state.camera, state.selected),
        (before.0, before.1, None)
    );
    let effects = state.update(Action::Agreed(a1));
    assert!(effects.contains(&Effect::Emit(HostEvent::Select(Some(a1)))));
    assert_eq!(state.selected, Some(a1));
    // What is open already is no choice, and what the page does is not asked about.
    assert!(
        !state
            .update(Action::Select(a1, Origin::User))
            .contains(&Effect::Propose(a1))
    );
    told(&mut state, asks::SELECT, "b4");
    assert_eq!(selected(&state), Some("b4"));
}
