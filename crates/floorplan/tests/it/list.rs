//! The list: filters beside the categories, the time, the order, and what is said of it.

use std::rc::Rc;

use floorplan::format::ParticipantKind;
use floorplan::messages::Lang;
use floorplan::plan::{CategoryIx, LocalTime, StandIx, load};
use floorplan::programme::{Status as At, TimeSlider};
use floorplan::state::{
    Action, Effect, Exhibition, Facet, Facets, Load, Markable, Origin, Own, PanelView, Sort, State,
    Status,
};

use super::exhibition;

const SMALL: &str = include_str!("../../../../tests/fixtures/small.json");

fn with(exhibition: Exhibition) -> State {
    let mut state = State::new(Lang::Ru);
    state.update(Action::ReducedMotion(true));
    state.update(Action::Resized {
        container: (1200.0, 800.0),
        stage: (840.0, 800.0),
    });
    state.update(Action::Source("expo.json".into()));
    state.update(Action::Loaded(Rc::new(exhibition)));
    state
}

fn small() -> State {
    with(Exhibition::new(load(SMALL).unwrap()))
}

fn at(text: &str) -> LocalTime {
    LocalTime::parse(text).unwrap()
}

/// What the browser tells when the clocks at the place show this.
fn time(text: &str) -> Action {
    let at = at(text);
    Action::Time((at.date.since_1970() * 1_440) as u32 + u32::from(at.minutes.unwrap()))
}

/// The place of a kind among those that can be chosen.
fn kind(name: &str) -> u8 {
    let is_it = |kind: &ParticipantKind| format!("{kind:?}").to_lowercase() == name;
    Facets::KINDS.iter().position(is_it).unwrap() as u8
}

/// The keys by which the browser is to sort, as many as there are stands.
fn keys(effects: &[Effect]) -> Vec<String> {
    let [Effect::Collate(keys)] = effects else {
        panic!("{effects:?}")
    };
    let keys: Vec<_> = keys.split_terminator('\u{1e}').map(str::to_owned).collect();
    keys
}

fn ids<'a>(state: &'a State, stands: Option<&'a [StandIx]>) -> Vec<&'a str> {
    let plan = state.plan().unwrap();
    let id = |ix: &StandIx| &*plan.stand(*ix).unwrap().id;
    stands.unwrap().iter().map(id).collect()
}

fn matching(state: &State) -> Vec<&str> {
    ids(state, state.matches.as_deref())
}

fn listed(state: &State) -> Vec<&str> {
    ids(state, state.listed.as_deref())
}

#[test]
fn what_is_on_now_follows_the_clock_by_itself() {
    let mut state = small();
    assert_eq!((state.now, state.time().at), (None, None));
    state.update(time("2025-03-11T11:59"));
    assert_eq!(state.now, Some(at("2025-03-11T11:59")));
    let gears = |state: &State| {
        let session = &state.plan().unwrap().sessions[1];
        state
            .time()
            .clock(state.plan().unwrap())
            .unwrap()
            .status(session)
    };
    assert_eq!(gears(&state), At::Next);
    state.update(Action::Filter(Facet::Now));
    assert_eq!(matching(&state), Vec::<&str>::new());
    state.update(Action::ShowProgramme);
    let before = state.revision;
    state.update(time("2025-03-11T12:00"));
    assert_eq!((gears(&state), matching(&state)), (At::Now, vec!["a2"]));
    assert_eq!(state.panel, PanelView::Programme, "the visitor stays");
    assert!(state.revision > before);
    state.update(time("2025-03-11T13:00"));
    assert_eq!(gears(&state), At::Past);
    assert_eq!(matching(&state), Vec::<&str>::new());
    // The event is over: nothing is now any more, so nothing is filtered by it.
    state.update(Action::Time(0));
    assert_eq!((state.now, state.matches.clone()), (None, None));
    assert!(!state.facets.is_now);
}

#[test]
fn the_slider_shows_what_runs_then_and_goes_with_its_filter() {
    let mut state = small();
    let slider = TimeSlider::new(state.plan().unwrap());
    let noon = slider.position(at("2025-03-11T12:00"));
    state.update(Action::ShowProgramme);
    state.update(Action::Moment(Some(noon)));
    assert_eq!(state.time().at, Some(at("2025-03-11T12:00")));
    assert_eq!(matching(&state), ["a2"]);
    assert_eq!(
        state
            .bright()
            .iter()
            .filter(|is_bright| **is_bright)
            .count(),
        1
    );
    assert_eq!(state.panel, PanelView::Programme);
    // The clock goes on, the chosen moment stays.
    state.update(time("2025-03-10T09:00"));
    assert_eq!(matching(&state), ["a2"]);
    state.update(Action::Moment(None));
    assert_eq!((state.time().at, state.matches.clone()), (state.now, None));
    for end in [Action::Filter(Facet::Now), Action::ResetFilters] {
        state.update(Action::Moment(Some(noon)));
        state.update(end);
        assert_eq!((state.moment, state.matches.clone()), (None, None));
    }
    state.update(Action::Moment(Some(noon)));
    state.update(Action::Loaded(Rc::new(exhibition())));
    assert!(matches!(state.load, Load::Ready(_)));
    // What nobody waits for is not loaded; other data forgets the moment.
    state.update(Action::Source("other.json".into()));
    state.update(Action::Loaded(Rc::new(exhibition())));
    assert_eq!(
        (state.moment, state.now, state.facets),
        (None, None, Facets::default())
    );
}

#[test]
fn where_no_hour_is_published_a_whole_day_is_chosen() {
    let mut text: serde_json::Value = serde_json::from_str(SMALL).unwrap();
    for session in text["sessions"].as_array_mut().unwrap() {
        let day = session["start"].as_str().unwrap()[..10].to_owned();
        session["start"] = day.into();
        session.as_object_mut().unwrap().remove("end");
    }
    let mut state = with(Exhibition::new(load(&text.to_string()).unwrap()));
    state.update(Action::Moment(Some(1)));
    assert_eq!(state.time().at, Some(at("2025-03-11")));
    assert_eq!(matching(&state), ["a2"], "on this day");
    // Whether it is on at an hour cannot be told.
    state.update(Action::Moment(None));
    state.update(time("2025-03-11T12:00"));
    state.update(Action::Filter(Facet::Now));
    assert_eq!(matching(&state), Vec::<&str>::new());
}

#[test]
fn kinds_of_participants_join_the_other_filters() {
    let mut state = with(exhibition());
    let universities = state.exhibition().unwrap().of_kinds()[usize::from(kind("university"))];
    assert_eq!(universities, 3);
    state.update(Action::Filter(Facet::Kind(kind("bank"))));
    assert_eq!(matching(&state), ["b4"]);
    assert_eq!(state.status, Status::Matches(1));
    state.update(Action::Filter(Facet::Kind(kind("university"))));
    assert_eq!(state.matches.as_ref().unwrap().len(), universities);
    // Words, categories and what was visited leave the less of them.
    state.update(Action::Query("петербургский".into()));
    let spbu = state.matches.as_ref().unwrap()[0];
    assert_eq!(state.matches.as_deref(), Some(&[spbu][..]));
    state.update(Action::ToggleCategory(CategoryIx(0)));
    assert_eq!(matching(&state), Vec::<&str>::new());
    state.update(Action::ToggleCategory(CategoryIx(0)));
    state.update(Action::Own(Own::Visit(Markable::Stand(spbu))));
    state.update(Action::Filter(Facet::Visited));
    assert_eq!(state.matches.as_deref(), Some(&[spbu][..]));
    // A mark that is taken off leaves the filter at once.
    state.update(Action::Own(Own::Visit(Markable::Stand(spbu))));
    assert_eq!(matching(&state), Vec::<&str>::new());
    state.update(Action::ResetFilters);
    assert_eq!(
        (state.matches.clone(), state.facets),
        (None, Facets::default())
    );
    state.update(Action::Filter(Facet::Kind(kind("bank"))));
    state.update(Action::Filter(Facet::Kind(kind("bank"))));
    assert_eq!(state.matches, None, "all kinds");
}

#[test]
fn the_list_is_in_the_order_of_the_language_and_the_map_as_before() {
    let mut state = with(exhibition());
    let russian = keys(&state.update(Action::Sort(Sort::Name)));
    let count = state.plan().unwrap().stands.len();
    assert_eq!(russian.len(), count);
    assert!(russian.iter().any(|name| name.contains("Росатом")));
    assert_eq!(state.listed, None, "the browser has not answered yet");
    let backwards: Rc<[StandIx]> = (0..count).rev().map(StandIx::from).collect();
    state.update(Action::Collated(Rc::clone(&backwards)));
    assert_eq!(state.listed.as_deref(), Some(&*backwards));
    assert_eq!(state.matches, None, "nothing is faded by it");
    state.update(Action::Filter(Facet::Kind(kind("university"))));
    let (mut wanted, found) = (matching(&state), listed(&state));
    assert!(wanted.len() > 2);
    wanted.reverse();
    assert_eq!(found, wanted);
    let count_of_universities = wanted.len();
    // Of the chosen stand, which does not match, there is no row.
    state.update(Action::Select(StandIx(0), Origin::User));
    assert_eq!(listed(&state).len(), count_of_universities);
    // Names are others in another language, numbers are not.
    let chinese = keys(&state.update(Action::Language(Lang::Zh)));
    assert!(chinese.len() == count && chinese != russian);
    state.update(Action::ResetFilters);
    assert_eq!(state.facets.sort, Sort::Name, "the order is no filter");
    state.update(Action::Sort(Sort::Best));
    assert_eq!(state.listed, None);
    let numbers = keys(&state.update(Action::Sort(Sort::Number)));
    assert_eq!(numbers[6], *state.plan().unwrap().stands[6].number);
    assert_eq!(state.update(Action::Language(Lang::En)), []);
}

#[test]
fn the_nearest_to_the_stand_chosen_last_come_first() {
    let mut state = small();
    let plan = state.plan().unwrap();
    let floor = |ix: usize| plan.floor_of(&plan.stands[ix]);
    let is_here: Vec<_> = (0..plan.stands.len())
        .map(|ix| floor(ix) == floor(0))
        .collect();
    assert!(is_here.contains(&false));
    state.update(Action::Select(StandIx(0), Origin::User));
    state.update(Action::Clear(Origin::User));
    assert_eq!(state.here, Some(StandIx(0)), "remembered");
    let gaps: Vec<u32> = keys(&state.update(Action::Sort(Sort::Near)))
        .iter()
        .map(|gap| gap.parse().unwrap())
        .collect();
    assert_eq!(gaps[0], 0);
    for (ix, gap) in gaps.iter().enumerate().skip(1) {
        // Whoever is on another floor is further than anyone on this one.
        assert_eq!(*gap < 1_000_000_000, is_here[ix], "{ix}");
        assert!(*gap > 0);
    }
    // Another stand: another order.
    let effects = state.update(Action::Select(StandIx(1), Origin::User));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Collate(_)))
    );
}

#[test]
fn what_was_found_is_said_once_the_search_has_settled() {
    let mut state = with(exhibition());
    for query in ["б", "ба", "бан", "банк"] {
        assert!(
            state
                .update(Action::Query(query.into()))
                .contains(&Effect::SayAfter(500))
        );
        assert_eq!(state.status, Status::Quiet, "{query}: not with every key");
        assert!(state.matches.is_some(), "{query}: but shown");
    }
    state.update(Action::Say);
    let count = state.matches.as_ref().unwrap().len();
    assert_eq!(state.status, Status::Matches(count));
    let before = state.revision;
    state.update(Action::Say);
    assert_eq!(state.revision, before, "said already");
    // Whoever has opened a stand meanwhile hears of the stand.
    state.update(Action::Query("банк а".into()));
    state.update(Action::Select(StandIx(3), Origin::User));
    state.update(Action::Say);
    assert_eq!(state.status, Status::Opened(StandIx(3)));
}
