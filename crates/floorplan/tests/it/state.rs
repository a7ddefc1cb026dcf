//! The update function: one action, one new state, and what is to be done.

use std::rc::Rc;

use floorplan::geometry::{PlanPoint, ScreenPoint};
use floorplan::gesture::{DeltaMode, PointerEvent, PointerKind, PointerPhase};
use floorplan::messages::Lang;
use floorplan::plan::{CategoryIx, FloorIx, HallIx, StandIx};
use floorplan::scene::Direction;
use floorplan::search::What;
use floorplan::state::{
    Action, Effect, Errand, Failure, FocusTarget, HostEvent, Layout, Load, Origin, PanelView,
    Sheet, State, Status, Wheel,
};

use super::exhibition;

/// A map of the reference exhibition in a container of this size.
fn ready(width: f64, height: f64) -> State {
    let mut state = State::new(Lang::Ru);
    let stage = if width >= 900.0 {
        (width - 360.0, height)
    } else {
        (width, height)
    };
    state.update(Action::Resized {
        container: (width, height),
        stage,
    });
    state.update(Action::Source("expo.json".into()));
    state.update(Action::Loaded(Rc::new(exhibition())));
    state
}

fn stand(state: &State, id: &str) -> StandIx {
    state.plan().unwrap().find_stand(id).unwrap()
}

/// Runs a flight to its end.
fn land(state: &mut State) {
    for frame in 0..80 {
        state.update(Action::Frame(f64::from(frame) * 16.0));
    }
}

fn pointer(state: &mut State, phase: PointerPhase, x: f64, y: f64, time_ms: f64) -> Vec<Effect> {
    let at = ScreenPoint::new(x, y);
    state.update(Action::Pointer(PointerEvent {
        id: 1,
        kind: PointerKind::Mouse,
        phase,
        at,
        time_ms,
    }))
}

fn tap(state: &mut State, id: &str) -> Vec<Effect> {
    let at = state
        .plan()
        .unwrap()
        .stand(stand(state, id))
        .unwrap()
        .bounds
        .center();
    let p = state.camera.screen_from_plan(at);
    pointer(state, PointerPhase::Down, p.x, p.y, 0.0);
    pointer(state, PointerPhase::Up, p.x, p.y, 40.0)
}

fn emitted(effects: &[Effect]) -> Vec<&HostEvent> {
    effects
        .iter()
        .filter_map(|e| {
            if let Effect::Emit(event) = e {
                Some(event)
            } else {
                None
            }
        })
        .collect()
}

#[test]
fn a_source_is_fetched_and_an_empty_one_is_a_failure() {
    let mut state = State::new(Lang::En);
    assert_eq!(
        state.update(Action::Source("a.json".into())),
        [Effect::Fetch("a.json".into())]
    );
    assert_eq!(state.load, Load::Loading);
    let effects = state.update(Action::Source("".into()));
    assert_eq!(
        emitted(&effects),
        [&HostEvent::Error(Failure::NoSource.into())]
    );
    // The answer to what nobody waits for any more.
    assert_eq!(state.update(Action::Loaded(Rc::new(exhibition()))), []);
    assert!(matches!(state.load, Load::Failed(_)));
    state.update(Action::Source("b.json".into()));
    state.update(Action::LoadFailed(Failure::Network.into()));
    assert_eq!(
        state.update(Action::Retry),
        [Effect::Fetch("b.json".into())]
    );
    // The button that was pressed is gone.
    let focus = Effect::Focus(FocusTarget::Panel);
    let effects = state.update(Action::Loaded(Rc::new(exhibition())));
    assert!(effects.contains(&focus));
    state.update(Action::Source("c.json".into()));
    let effects = state.update(Action::Loaded(Rc::new(exhibition())));
    assert!(!effects.contains(&focus));
}

#[test]
fn loading_shows_the_whole_floor() {
    let state = ready(1280.0, 800.0);
    assert_eq!(state.drawn, state.camera);
    assert!(
        state.camera.scale > 10.0 && state.camera.scale < 14.0,
        "{}",
        state.camera.scale
    );
}

#[test]
fn a_tap_opens_the_stand_under_it_and_tells_the_host_once() {
    let mut state = ready(1280.0, 800.0);
    let effects = tap(&mut state, "a1");
    let a1 = stand(&state, "a1");
    assert_eq!(
        (state.selected, state.panel),
        (Some(a1), PanelView::Details)
    );
    assert_eq!(state.status, Status::Opened(a1));
    assert_eq!(emitted(&effects), [&HostEvent::Select(Some(a1))]);
    assert!(effects.contains(&Effect::Focus(FocusTarget::Panel)));
    let again = state.update(Action::Select(a1, Origin::User));
    assert_eq!(emitted(&again), Vec::<&HostEvent>::new());
    let closed = state.update(Action::Escape);
    assert_eq!(emitted(&closed), [&HostEvent::Select(None)]);
    assert!(closed.contains(&Effect::Focus(FocusTarget::Back(a1))));
}

#[test]
fn the_hosts_own_choice_fires_no_event_and_takes_no_focus() {
    let mut state = ready(1280.0, 800.0);
    let effects = state.update(Action::SelectById("A2".into()));
    assert_eq!(state.selected, Some(stand(&state, "a2")));
    assert_eq!(emitted(&effects), Vec::<&HostEvent>::new());
    assert!(!effects.iter().any(|e| matches!(e, Effect::Focus(_))));
    let effects = state.update(Action::SelectById("no such stand".into()));
    assert_eq!(state.selected, None);
    assert_eq!(
        emitted(&effects),
        [&HostEvent::Unknown("no such stand".into())]
    );
    let effects = state.update(Action::SelectById("".into()));
    assert_eq!(emitted(&effects), Vec::<&HostEvent>::new());
}

#[test]
fn a_choice_before_the_data_waits_for_it() {
    let mut state = State::new(Lang::Ru);
    state.update(Action::Resized {
        container: (1280.0, 800.0),
        stage: (920.0, 800.0),
    });
    state.update(Action::SelectById("g1".into()));
    state.update(Action::Source("expo.json".into()));
    state.update(Action::Loaded(Rc::new(exhibition())));
    assert_eq!(state.selected, Some(stand(&state, "g1")));
    assert_eq!(
        state.camera, state.drawn,
        "the first picture shows it at once"
    );
    // One that the data does not have is told of once, with each data; what has been wanted since is not.
    for (wanted, unknown) in [("nope", Some("nope")), ("a1", None)] {
        state.update(Action::Source("other.json".into()));
        state.update(Action::SelectById("before".into()));
        assert_eq!(state.update(Action::SelectById(wanted.into())), []);
        let effects = state.update(Action::Loaded(Rc::new(exhibition())));
        let told = unknown.map(|id| HostEvent::Unknown(id.into()));
        assert_eq!(emitted(&effects), Vec::from_iter(&told));
    }
}

#[test]
fn a_pan_moves_the_picture_and_draws_nothing() {
    let mut state = ready(1280.0, 800.0);
    pointer(&mut state, PointerPhase::Down, 400.0, 400.0, 0.0);
    let before = state.revision;
    for step in 1..=200 {
        // There and back, within what the picture covers.
        let x = 400.0 + 60.0 * (f64::from(step) / 20.0).sin();
        let effects = pointer(
            &mut state,
            PointerPhase::Move,
            x,
            400.0,
            f64::from(step) * 16.0,
        );
        assert!(
            effects.iter().all(|e| *e == Effect::MovePicture),
            "{effects:?}"
        );
    }
    assert_eq!(state.revision, before, "no view is drawn");
    assert_ne!(state.camera, state.drawn);
    pointer(&mut state, PointerPhase::Up, 400.0, 400.0, 9_000.0);
    let effects = state.update(Action::Settled);
    assert_eq!(effects, [], "it is sharp as it is");
    assert!((state.camera.scale - state.drawn.scale).abs() < 1e-12);
    assert_eq!(state.revision, before);
}

#[test]
fn a_zoomed_picture_is_drawn_sharp_once_it_stands() {
    let mut state = ready(1280.0, 800.0);
    let wheel = |delta_y| {
        Action::Wheel(Wheel {
            at: ScreenPoint::new(300.0, 250.0),
            delta_y,
            mode: DeltaMode::Pixels,
            ctrl: true,
            time_ms: 0.0,
        })
    };
    let before = state.revision;
    state.update(wheel(-20.0));
    assert_ne!(state.camera, state.drawn);
    assert_eq!(state.revision, before, "no view is drawn meanwhile");
    let effects = state.update(Action::Settled);
    assert_eq!(effects, [Effect::DrawPicture]);
    assert_eq!(state.camera, state.drawn);
    assert_ne!(state.revision, before, "the scale bar is another now");
}

#[test]
fn the_picture_is_drawn_anew_before_the_map_gets_empty() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::ZoomBy(4.0));
    land(&mut state);
    pointer(&mut state, PointerPhase::Down, 100.0, 400.0, 0.0);
    for step in 1..=60 {
        pointer(
            &mut state,
            PointerPhase::Move,
            100.0 + f64::from(step) * 12.0,
            400.0,
            f64::from(step) * 16.0,
        );
        let t = state.camera.relative_to(state.drawn);
        let (w, margin) = (state.viewport.width, state.margin_px());
        let bounds = state.scene().unwrap().bounds;
        let on_screen = |x| state.camera.screen_from_plan(PlanPoint::new(x, 0.0)).x;
        let seen = (on_screen(bounds.x0).max(0.0), on_screen(bounds.x1).min(w));
        let drawn = (t.x - margin * t.scale, t.x + (w + margin) * t.scale);
        assert!(
            drawn.0 <= seen.0 && drawn.1 >= seen.1,
            "step {step}: {seen:?} in {drawn:?}"
        );
    }
}

/// Zooms in by 24 notches of the wheel, so many milliseconds apart: how often the picture was drawn,
/// and how far it was stretched at the most.
fn zoom_in(notch_ms: f64) -> (usize, f64) {
    let mut state = ready(1280.0, 800.0);
    let (mut drawings, mut stretch) = (0, 1.0_f64);
    for notch in 0..24 {
        let effects = state.update(Action::Wheel(Wheel {
            at: ScreenPoint::new(460.0, 400.0),
            delta_y: -100.0,
            mode: DeltaMode::Pixels,
            ctrl: false,
            time_ms: 5_000.0 + f64::from(notch) * notch_ms,
        }));
        drawings += effects
            .iter()
            .filter(|e| **e == Effect::DrawPicture)
            .count();
        stretch = stretch.max(state.camera.scale / state.drawn.scale);
    }
    (drawings, stretch)
}

#[test]
fn a_zoom_is_drawn_the_sharper_the_slower_it_is() {
    let (fast, blurred) = zoom_in(16.0);
    assert_eq!(fast, 1, "three octaves in 0.4 s");
    assert!(blurred > 2.5 && blurred < 4.1, "{blurred}");
    let (slow, blurred) = zoom_in(100.0);
    assert!((2..=3).contains(&slow), "about once an octave: {slow}");
    assert!(blurred < 2.2, "{blurred}");
}

#[test]
fn the_wheel_zooms_about_the_pointer_unless_the_page_keeps_it() {
    let mut state = ready(1280.0, 800.0);
    let at = ScreenPoint::new(300.0, 250.0);
    let wheel = |ctrl| {
        Action::Wheel(Wheel {
            at,
            delta_y: -100.0,
            mode: DeltaMode::Pixels,
            ctrl,
            time_ms: 0.0,
        })
    };
    let under = state.camera.plan_from_screen(at);
    state.update(wheel(false));
    assert!(state.camera.plan_from_screen(at).distance(under) < 1e-9);
    state.update(Action::Cooperative(true));
    let before = state.camera;
    let effects = state.update(wheel(false));
    assert_eq!(state.camera, before);
    assert_eq!((state.hint, state.hint_about), (true, PointerKind::Mouse));
    assert!(matches!(effects[..], [Effect::HideHintAfter(_)]));
    state.update(wheel(true));
    assert!(state.camera.scale > before.scale);
}

#[test]
fn a_finger_that_scrolls_the_page_is_told_of_two() {
    let mut state = ready(390.0, 844.0);
    let touch = |phase| {
        Action::Pointer(PointerEvent {
            id: 1,
            kind: PointerKind::Touch,
            phase,
            at: ScreenPoint::new(200.0, 300.0),
            time_ms: 0.0,
        })
    };
    state.update(touch(PointerPhase::Down));
    state.update(touch(PointerPhase::Cancel));
    assert!(!state.hint, "the map is free to move");
    state.update(Action::Cooperative(true));
    state.update(touch(PointerPhase::Down));
    let effects = state.update(touch(PointerPhase::Cancel));
    assert_eq!((state.hint, state.hint_about), (true, PointerKind::Touch));
    assert!(matches!(effects[..], [Effect::HideHintAfter(_), ..]));
    state.update(Action::HintSeen);
    // A stray one, of a finger that was never down on the map.
    state.update(touch(PointerPhase::Cancel));
    assert!(!state.hint);
}

#[test]
fn less_motion_jumps_instead_of_flying() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::ReducedMotion(true));
    let a1 = stand(&state, "a1");
    let effects = state.update(Action::Select(a1, Origin::User));
    assert!(!effects.contains(&Effect::RequestFrame));
    assert_eq!(state.camera, state.drawn);
}

#[test]
fn a_chosen_stand_is_flown_to_the_middle_of_what_is_visible() {
    let mut state = ready(390.0, 844.0);
    assert_eq!(state.layout, Layout::Narrow);
    // Where the sheet comes to be.
    let g1 = stand(&state, "g1");
    state.update(Action::Select(g1, Origin::User));
    assert_eq!(state.sheet, Sheet::Half);
    land(&mut state);
    let at = state
        .camera
        .screen_from_plan(state.plan().unwrap().stand(g1).unwrap().bounds.center());
    let (left, top, width, height) = state.viewport.free();
    assert!((at.x - left - width / 2.0).abs() < 1.0, "{at:?}");
    assert!(
        (at.y - top - height / 2.0).abs() < 1.0,
        "{at:?} in {top} + {height}"
    );
    assert!(
        top + height < 844.0 * 0.5,
        "the sheet is taken into account"
    );
}

#[test]
fn search_and_filter_agree_with_the_faded_stands() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::Query("банк".into()));
    let matches = state.matches.clone().unwrap();
    assert!(!matches.is_empty() && matches.len() < 36);
    state.update(Action::Say);
    assert_eq!(state.status, Status::Matches(matches.len()));
    for i in 0..36 {
        let ix = StandIx::from(i);
        assert_eq!(state.bright().get(ix.at()), Some(&matches.contains(&ix)));
    }
    state.update(Action::ToggleCategory(CategoryIx(0)));
    assert_eq!(
        state.matches.as_deref(),
        Some(&[][..]),
        "no region is a bank"
    );
    state.update(Action::ResetFilters);
    assert_eq!((state.matches.clone(), state.status), (None, Status::All));
    state.update(Action::ToggleCategory(CategoryIx(0)));
    assert_eq!(state.matches.as_ref().map(|m| m.len()), Some(16));
}

#[test]
fn a_language_switch_keeps_query_and_selection() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::Query("росатом".into()));
    let a1 = stand(&state, "a1");
    state.update(Action::Select(a1, Origin::User));
    let effects = state.update(Action::Language(Lang::Zh));
    assert!(emitted(&effects).is_empty());
    assert_eq!((state.selected, &*state.query), (Some(a1), "росатом"));
    assert!(emitted(&state.update(Action::Language(Lang::En))).is_empty());
}

#[test]
fn arrows_move_the_focus_and_the_tab_stop() {
    let mut state = ready(1280.0, 800.0);
    let first = state.tab_stop.unwrap();
    let effects = state.update(Action::Walk(Direction::Right));
    let next = state.focused.unwrap();
    assert_ne!(next, first);
    assert_eq!(state.tab_stop, Some(next));
    assert!(effects.contains(&Effect::Focus(FocusTarget::Stand(next))));
    state.update(Action::WalkFirst);
    assert_eq!(state.focused, Some(first));
}

#[test]
fn from_the_list_one_gets_to_the_stand_that_tab_leads_to() {
    let mut state = ready(390.0, 844.0);
    state.update(Action::Walk(Direction::Right));
    let stop = state.tab_stop.unwrap();
    state.update(Action::StandBlurred);
    state.update(Action::SetSheet(Sheet::Full));
    let effects = state.update(Action::ToPlan);
    assert_eq!((state.focused, state.tab_stop), (Some(stop), Some(stop)));
    assert!(effects.contains(&Effect::Focus(FocusTarget::Stand(stop))));
    assert_eq!(state.sheet, Sheet::Peek, "another hides it");
    // Before there is a plan there is nowhere to go.
    let mut state = State::new(Lang::Ru);
    assert_eq!(state.update(Action::ToPlan), []);
}

#[test]
fn a_step_is_told_and_never_twice_in_the_same_words() {
    let mut state = ready(1280.0, 800.0);
    let first = state.tab_stop.unwrap();
    state.update(Action::Walk(Direction::Right));
    let second = state.focused.unwrap();
    assert_eq!(state.status, Status::Walked(first, second, false));
    state.update(Action::StandFocused(second));
    assert_eq!(state.status, Status::Walked(first, second, false));
    state.update(Action::Walk(Direction::Right));
    let third = state.focused.unwrap();
    assert_eq!(state.status, Status::Walked(second, third, true));
    state.update(Action::Walk(Direction::Left));
    assert!(matches!(state.status, Status::Walked(from, _, false) if from == third));
}

#[test]
fn a_resize_keeps_the_middle_once_the_visitor_has_moved() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::Resized {
        container: (1100.0, 800.0),
        stage: (740.0, 800.0),
    });
    let whole = state.camera.visible(state.viewport, 0.0);
    assert!(
        whole.x0 < 0.0 && whole.x1 > 72.0,
        "an unmoved map is fitted again"
    );
    state.update(Action::ZoomBy(3.0));
    land(&mut state);
    let middle = |s: &State| {
        s.camera.plan_from_screen(ScreenPoint::new(
            s.viewport.width / 2.0,
            s.viewport.height / 2.0,
        ))
    };
    let before = middle(&state);
    state.update(Action::Resized {
        container: (1500.0, 700.0),
        stage: (1140.0, 700.0),
    });
    assert!(middle(&state).distance(before) < 1e-6);
}

#[test]
fn a_map_that_was_hidden_is_fitted_when_it_appears() {
    let mut state = State::new(Lang::Ru);
    state.update(Action::Resized {
        container: (0.0, 0.0),
        stage: (0.0, 0.0),
    });
    state.update(Action::Source("expo.json".into()));
    state.update(Action::Loaded(Rc::new(exhibition())));
    state.update(Action::Resized {
        container: (1280.0, 800.0),
        stage: (920.0, 800.0),
    });
    assert!(state.camera.scale > 10.0);
}

#[test]
fn the_host_hears_when_a_search_a_filter_or_another_page_closes_the_details() {
    let to_the_list = |action: Action| {
        let mut state = ready(1280.0, 800.0);
        let a1 = stand(&state, "a1");
        state.update(Action::Select(a1, Origin::User));
        let effects = state.update(action);
        let told = effects.contains(&Effect::Emit(HostEvent::Select(None)));
        (state.selected, told)
    };
    for action in [
        Action::Query("банк".into()),
        Action::ToggleCategory(CategoryIx(0)),
        Action::ShowAbout,
        Action::ShowProgramme,
    ] {
        assert_eq!(to_the_list(action.clone()), (None, true), "{action:?}");
    }
}

#[test]
fn other_data_shows_its_programme_by_day() {
    let mut state = ready(1200.0, 800.0);
    let before = state.revision;
    state.update(Action::ByTheme);
    assert!(state.by_theme && state.revision > before);
    state.update(Action::Source("other.json".into()));
    state.update(Action::Loaded(Rc::new(exhibition())));
    assert!(!state.by_theme);
}

#[test]
fn the_programme_is_a_page_that_escape_leaves() {
    let mut state = ready(390.0, 844.0);
    let effects = state.update(Action::ShowProgramme);
    assert_eq!(
        (state.panel, state.sheet),
        (PanelView::Programme, Sheet::Half)
    );
    assert_eq!(effects.last(), Some(&Effect::Focus(FocusTarget::Panel)));
    state.update(Action::Query("rosatom".into()));
    assert_eq!(state.panel, PanelView::List);
    state.update(Action::ShowProgramme);
    state.update(Action::Escape);
    assert_eq!(state.panel, PanelView::List);
}

#[test]
fn a_service_is_flown_to_from_the_programme() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::ShowProgramme);
    state.update(Action::ReducedMotion(true));
    let before = state.camera;
    let at = state.plan().unwrap().halls[0].services[1].at;
    state.update(Action::Choose(What::Service(HallIx(0), 1)));
    for ms in 0..200 {
        state.update(Action::Frame(f64::from(ms) * 16.0));
    }
    let (left, top, width, height) = state.viewport.free();
    let shown = state.camera.screen_from_plan(at);
    assert!((left..left + width).contains(&shown.x) && (top..top + height).contains(&shown.y));
    assert!(state.camera.scale > before.scale);
    assert_eq!(state.panel, PanelView::Programme);
    // What is not there is not flown to.
    let here = state.camera;
    assert!(
        state
            .update(Action::Choose(What::Service(HallIx(7), 0)))
            .is_empty()
    );
    assert!(
        state
            .update(Action::Choose(What::Service(HallIx(0), 999)))
            .is_empty()
    );
    assert_eq!(state.camera, here);
}

#[test]
fn a_map_that_fills_the_screen_has_the_wheel_for_itself() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::Cooperative(true));
    assert!(state.is_cooperative());
    assert_eq!(
        state.update(Action::Errand(Errand::FillScreen)),
        [Effect::Errand(Errand::FillScreen)]
    );
    assert!(state.is_cooperative(), "the browser may refuse");
    state.update(Action::ScreenFilled(true));
    assert!(!state.is_cooperative());
    state.update(Action::ScreenFilled(false));
    assert!(state.is_cooperative());
}

#[test]
fn paper_has_the_whole_floor_wherever_the_visitor_is() {
    let mut state = ready(390.0, 844.0);
    let first = state.paper(FloorIx(0)).unwrap();
    state.update(Action::ZoomBy(3.0));
    state.update(Action::SetSheet(Sheet::Full));
    let paper = state.paper(FloorIx(0)).unwrap();
    assert_eq!(paper, first);
    let bounds = state.scene().unwrap().bounds;
    let seen = paper.camera.visible(paper.viewport, 0.0);
    assert!(seen.x0 < bounds.x0 && seen.y0 < bounds.y0);
    assert!(seen.x1 > bounds.x1 && seen.y1 > bounds.y1);
    assert!(state.paper(FloorIx(9)).is_none());
}

#[test]
fn escape_takes_one_step_back_at_a_time() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::ToggleCategory(CategoryIx(0)));
    state.update(Action::Query("rosatom".into()));
    state.update(Action::Escape);
    assert!(state.query.is_empty() && !state.filter.is_empty());
    state.update(Action::Escape);
    assert!(state.filter.is_empty() && state.matches.is_none());
}

#[test]
fn the_same_matches_are_the_same_picture() {
    let mut state = ready(1280.0, 800.0);
    state.update(Action::Query("qqqqqqqq".into()));
    let before = Rc::clone(state.matches.as_ref().unwrap());
    state.update(Action::Query("qqqqqqqqq".into()));
    assert!(Rc::ptr_eq(&before, state.matches.as_ref().unwrap()));
}

#[test]
fn the_rest_of_the_details_is_drawn_once_their_beginning_is_seen() {
    let mut state = ready(1260.0, 800.0);
    state.update(Action::Drawn);
    assert_eq!(state.update(Action::PanelDrawn), [], "no details");
    let (a1, a2) = (stand(&state, "a1"), stand(&state, "a2"));
    for chosen in [a1, a2] {
        state.update(Action::Select(chosen, Origin::User));
        assert!(!state.is_whole);
        assert_eq!(state.update(Action::PanelDrawn), [Effect::DrawRest]);
        state.update(Action::Drawn);
        assert!(state.is_whole);
        assert_eq!(state.update(Action::PanelDrawn), []);
        // The same once more.
        state.update(Action::Select(chosen, Origin::User));
        assert!(state.is_whole);
    }
    // Another visit of it begins anew.
    state.update(Action::Clear(Origin::User));
    state.update(Action::Select(a2, Origin::User));
    assert!(!state.is_whole);
}
