//! The search in the state: what the map and the list show, and where what was found leads.

use std::rc::Rc;

use floorplan::messages::Lang;
use floorplan::plan::{HallIx, SessionPlace, load};
use floorplan::search::What;
use floorplan::state::{
    Action, Effect, Exhibition, FocusTarget, Layout, PanelView, Sheet, Spot, State, Status,
};

use super::exhibition;

fn with(exhibition: Exhibition, width: f64, height: f64) -> State {
    let mut state = State::new(Lang::Ru);
    state.update(Action::ReducedMotion(true));
    state.update(Action::Resized {
        container: (width, height),
        stage: (width, height),
    });
    state.update(Action::Source("expo.json".into()));
    state.update(Action::Loaded(Rc::new(exhibition)));
    state
}

fn ready(width: f64, height: f64) -> State {
    with(exhibition(), width, height)
}

/// Words in the box, and the moment after which they are settled.
fn search(state: &mut State, query: &str) {
    let effects = state.update(Action::Query(query.into()));
    if effects
        .iter()
        .any(|effect| matches!(effect, Effect::SayAfter(_)))
    {
        state.update(Action::Say);
    }
}

/// What was found, best first.
fn hits(state: &State) -> Vec<What> {
    let found = state.found.as_ref().unwrap();
    found.hits.iter().map(|hit| hit.what).collect()
}

fn ids(state: &State) -> Vec<&str> {
    let plan = state.plan().unwrap();
    let hits = hits(state);
    hits.iter().map(|what| what.id(plan).unwrap()).collect()
}

#[test]
fn a_search_that_finds_only_services_leaves_the_map_as_it_is() {
    let mut state = ready(1200.0, 800.0);
    for (query, id) in [
        ("туалет", "toilets-s"),
        ("WC", "toilets-s"),
        ("洗手间", "toilets-s"),
        ("кафе", "cafe"),
        ("вход", "main"),
    ] {
        search(&mut state, query);
        assert_eq!(ids(&state)[0], id, "{query}");
        assert_eq!(state.matches, None, "{query}: nothing is faded");
        assert!(state.bright().is_empty());
        assert_eq!(state.suggestion, None);
        let [_, places] = state.found.as_ref().unwrap().others();
        assert!(places > 0);
        assert_eq!(state.status, Status::Matches(0), "the views add the places");
    }
    search(&mut state, "");
    assert!(state.found.is_none());
    assert_eq!(state.status, Status::All);
}

#[test]
fn stands_that_were_found_are_what_the_category_leaves_of_them() {
    let mut state = ready(1200.0, 800.0);
    search(&mut state, "университет");
    let found = state.found.clone().unwrap();
    assert_eq!(state.matches.as_deref(), Some(&found.stands[..]));
    let plan = state.plan().unwrap();
    let category = plan.stand(found.stands[0]).unwrap().category.unwrap();
    state.update(Action::ToggleCategory(category));
    let plan = state.plan().unwrap();
    let wanted: Vec<_> = found
        .stands
        .iter()
        .copied()
        .filter(|ix| plan.stand(*ix).unwrap().category == Some(category))
        .collect();
    assert_eq!(state.matches.as_deref(), Some(&wanted[..]));
    // With words of services only, the category alone tells which stands are meant.
    search(&mut state, "туалет");
    let of_category = state.matches.clone().unwrap();
    assert!(of_category.len() > 1 && of_category.len() < 36);
    assert!(!state.found.as_ref().unwrap().tells_stands());
    assert_eq!(state.status, Status::Matches(0), "none of them was found");
}

#[test]
fn a_service_or_a_doorway_is_shown_where_nothing_covers_it() {
    for (width, height) in [(1200.0, 800.0), (700.0, 600.0), (390.0, 844.0)] {
        for query in ["кафе", "главный вход"] {
            let mut state = ready(width, height);
            search(&mut state, query);
            state.update(Action::SetSheet(Sheet::Full));
            let what = hits(&state)[0];
            state.update(Action::Choose(what));
            assert_eq!(state.place, Some(what), "{query}");
            assert_eq!(state.status, Status::Shown(what));
            assert_ne!(state.sheet, Sheet::Full);
            assert_eq!(state.panel, PanelView::List, "the list stays");
            let at = state.place_at().unwrap();
            assert_eq!(at, Spot::of(state.plan().unwrap(), what).unwrap().at);
            let seen = state.camera.screen_from_plan(at);
            let (left, top, free_w, free_h) = state.viewport.free();
            assert!(
                seen.x > left && seen.x < left + free_w && seen.y > top && seen.y < top + free_h,
                "{query} at {seen:?} of {width} x {height}"
            );
        }
    }
}

#[test]
fn the_mark_of_a_place_goes_with_what_it_was_for() {
    let mut state = ready(1200.0, 800.0);
    let choose = |state: &mut State| {
        search(state, "кафе");
        let what = hits(state)[0];
        state.update(Action::Choose(what));
        assert!(state.place_at().is_some());
    };
    let stand = state.plan().unwrap().find_stand("a1").unwrap();
    for action in [
        Action::Query("банк".into()),
        Action::Escape,
        Action::ClearQuery,
        Action::Select(stand, floorplan::state::Origin::User),
    ] {
        choose(&mut state);
        let before = state.revision;
        state.update(action.clone());
        assert_eq!(state.place, None, "{action:?}");
        assert!(state.revision > before, "{action:?}");
        state.update(Action::ClearQuery);
    }
}

#[test]
fn a_session_opens_the_stand_where_it_takes_place() {
    let mut state = ready(1200.0, 800.0);
    search(&mut state, "метрология");
    let what = hits(&state)[0];
    assert!(matches!(what, What::Session(_)));
    state.update(Action::Choose(what));
    assert_eq!(state.selected, state.plan().unwrap().find_stand("h1"));
    assert_eq!(state.panel, PanelView::Details);
}

/// Two floors; a session at a service of the upper one, and one without a place.
const TWO_FLOORS: &str = r#"{
  "format": "expo-map", "version": 1,
  "event": { "id": "e", "name": "E", "start": "2024-05-17", "end": "2024-05-21", "timeZone": "UTC" },
  "floors": [{ "id": "f0", "name": "Ground" }, { "id": "f1", "name": "Upper" }],
  "halls": [
    { "id": "h0", "name": "Hall 0", "floor": "f0", "outline": [[0,0],[40,0],[40,30],[0,30]] },
    { "id": "h1", "name": "Hall 1", "floor": "f1", "outline": [[0,0],[40,0],[40,30],[0,30]],
      "services": [{ "id": "room", "kind": "meetingRoom", "at": [20, 15] }] }
  ],
  "stands": [
    { "id": "a", "number": "A", "hall": "h0", "outline": [[2,2],[8,2],[8,6],[2,6]] },
    { "id": "b", "number": "B", "hall": "h0", "outline": [[12,2],[18,2],[18,6],[12,6]] },
    { "id": "c", "number": "C", "hall": "h1", "outline": [[12,2],[18,2],[18,6],[12,6]] }
  ],
  "sessions": [
    { "id": "upstairs", "title": "Keynote", "place": "room" },
    { "id": "nowhere", "title": "Reception" }
  ]
}"#;

#[test]
fn sessions_lead_to_services_on_other_floors_or_to_the_programme() {
    let loaded = load(TWO_FLOORS).unwrap();
    let places: Vec<_> = loaded.plan.sessions.iter().map(|s| s.place).collect();
    assert_eq!(places, [Some(SessionPlace::Service(HallIx(1), 0)), None]);
    let mut state = with(Exhibition::new(loaded), 1200.0, 800.0);
    assert_eq!(state.floor.0, 0);
    search(&mut state, "keynote");
    state.update(Action::Choose(hits(&state)[0]));
    assert_eq!(state.place, Some(What::Service(HallIx(1), 0)));
    assert_eq!(state.floor.0, 1);
    assert!(state.place_at().is_some());
    let plan = state.plan().unwrap();
    let near = Spot::of(plan, state.place.unwrap()).unwrap();
    assert_eq!(
        &*near.nearest_stand(plan).unwrap().number,
        "C",
        "of its own floor"
    );
    state.update(Action::ShowFloor(floorplan::plan::FloorIx(0)));
    assert_eq!(state.place_at(), None, "not on this floor");
    search(&mut state, "reception");
    let effects = state.update(Action::Choose(hits(&state)[0]));
    assert_eq!(state.panel, PanelView::Programme);
    assert!(effects.contains(&Effect::Focus(FocusTarget::Panel)));
}

#[test]
fn what_is_all_on_another_floor_is_gone_to() {
    let mut state = with(Exhibition::new(load(TWO_FLOORS).unwrap()), 1200.0, 800.0);
    let plan = state.plan().unwrap();
    let floor_of = |number: &str| {
        let stand = plan.stands.iter().find(|s| &*s.number == number).unwrap();
        plan.floor_of(stand).unwrap()
    };
    let (here, there) = (floor_of("A"), floor_of("C"));
    assert_ne!(here, there);
    search(&mut state, "C");
    assert_eq!(state.floor, there);
    search(&mut state, "A");
    assert_eq!(state.floor, here);
    // Nothing at all leaves the visitor where they are.
    search(&mut state, "qqqqqq");
    assert_eq!(state.floor, here);
}

#[test]
fn words_have_all_of_a_phone() {
    let mut state = ready(390.0, 780.0);
    assert_eq!(state.sheet, Sheet::Peek);
    state.update(Action::SearchFocused);
    assert_eq!(state.sheet, Sheet::Full);
    // The keys do not come again for a filter that is reset.
    search(&mut state, "rosatom");
    let effects = state.update(Action::ResetFilters);
    assert!(effects.contains(&Effect::Focus(FocusTarget::Panel)));
    let mut state = ready(1200.0, 780.0);
    let before = state.sheet;
    state.update(Action::SearchFocused);
    assert_eq!(state.sheet, before);
}

#[test]
fn nothing_found_suggests_the_nearest_and_takes_it() {
    let mut state = ready(1200.0, 800.0);
    search(&mut state, "рахстаком");
    assert_eq!(state.matches.as_deref(), Some(&[][..]));
    assert_eq!(state.suggestion.as_deref(), Some("Росатом"));
    let effects = state.update(Action::TakeSuggestion);
    assert_eq!(&*state.query, "Росатом");
    assert_eq!(ids(&state), ["a1"]);
    assert_eq!(state.suggestion, None);
    assert!(effects.contains(&Effect::Focus(FocusTarget::Search)));
    search(&mut state, "рахстаком");
    state.update(Action::ResetFilters);
    assert_eq!((&*state.query, &state.suggestion), ("", &None));
}

#[test]
fn nothing_silly_is_found_for_what_is_not_there() {
    let mut state = ready(1200.0, 800.0);
    for query in ["wi-fi", "wifi", "minpromtorg", "xyzxyz"] {
        search(&mut state, query);
        assert_eq!(ids(&state), Vec::<&str>::new(), "{query}");
        assert_eq!(state.suggestion, None, "{query}");
    }
    // A word for a thing is no name to suggest.
    search(&mut state, "туаллленто");
    assert_eq!(
        state.suggestion.as_deref(),
        Some("Туалеты у главного входа")
    );
}

#[test]
fn a_filter_alone_needs_no_index_and_other_data_forgets_what_was_found() {
    let mut state = ready(390.0, 844.0);
    assert_eq!(state.layout, Layout::Narrow);
    state.update(Action::ToggleCategory(floorplan::plan::CategoryIx(0)));
    assert!(state.found.is_none() && state.matches.is_some());
    search(&mut state, "кафе");
    state.update(Action::Choose(hits(&state)[0]));
    state.update(Action::Source("other.json".into()));
    state.update(Action::Loaded(Rc::new(exhibition())));
    assert_eq!(state.place, None);
    assert_eq!(ids(&state)[0], "cafe", "the words stay");
}

#[test]
fn the_text_that_was_found_is_told_unless_it_is_shown_anyway() {
    let mut state = ready(1200.0, 800.0);
    let mut reason = |query: &str| {
        search(&mut state, query);
        let (found, plan) = (state.found.clone().unwrap(), state.plan().unwrap());
        let hit = found.hits[0];
        let stand = plan.stand(hit.what.stand().unwrap()).unwrap();
        let shown = found.marked(plan, &plan.stand_name(stand, "ru").text);
        let reason = found.reason(plan, &hit, "ru", &shown);
        let marked = |text: &str, marks: &[bool]| -> String {
            let chars = text.char_indices().filter(|(at, _)| marks[*at]);
            chars.map(|(_, c)| c).collect()
        };
        reason.map(|(text, lang)| (marked(&text.text, &text.marks), lang.map(str::to_owned)))
    };
    assert_eq!(reason("росатом"), None);
    assert_eq!(reason("rosatom"), None);
    assert_eq!(reason("h1"), None);
    assert_eq!(reason("мед"), Some(("мёд".into(), None)));
    assert_eq!(reason("俄铝"), Some(("俄铝".into(), Some("zh".into()))));
}

#[test]
fn enter_chooses_the_best_that_the_filter_lets_pass() {
    let mut state = ready(1200.0, 800.0);
    state.update(Action::ChooseBest);
    assert_eq!(
        (state.selected, state.place),
        (None, None),
        "nothing is looked for"
    );
    search(&mut state, "rosatm");
    state.update(Action::ChooseBest);
    assert_eq!(state.selected, state.plan().unwrap().find_stand("a1"));
    search(&mut state, "туалет");
    state.update(Action::ChooseBest);
    assert_eq!(state.place, Some(hits(&state)[0]));
    search(&mut state, "eluosi");
    let last = hits(&state).iter().rev().find_map(|what| what.stand());
    let category = state.plan().unwrap().stand(last.unwrap()).unwrap().category;
    state.update(Action::ToggleCategory(category.unwrap()));
    state.update(Action::ChooseBest);
    let chosen = state
        .plan()
        .unwrap()
        .stand(state.selected.unwrap())
        .unwrap();
    assert_eq!(chosen.category, category);
}
