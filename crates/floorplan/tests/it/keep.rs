//! The visitor's marks in the state: making them, and agreeing with what is kept and with links.

use std::rc::Rc;

use floorplan::export::Export;
use floorplan::messages::{Lang, Msg};
use floorplan::mine::{Kind, Marks, searches};
use floorplan::plan::{HallIx, SessionIx, StandIx, load};
use floorplan::search::What;
use floorplan::state::{
    Action, Effect, Exhibition, FocusTarget, Markable, MarksFrom, Notice, Origin, Own, PanelView,
    State, Status, Take, note_on,
};

const SMALL: &str = include_str!("../../../../tests/fixtures/small.json");

fn ready() -> State {
    let mut state = State::new(Lang::En);
    state.update(Action::Resized {
        container: (1200.0, 800.0),
        stage: (840.0, 800.0),
    });
    state.update(Action::Source("small.json".into()));
    let exhibition = Exhibition::new(load(SMALL).unwrap());
    let effects = state.update(Action::Loaded(Rc::new(exhibition)));
    assert!(effects.contains(&Effect::Recall));
    state
}

fn own(state: &mut State, own: Own) -> Vec<Effect> {
    state.update(Action::Own(own))
}

fn bookmark(state: &mut State, stand: u32) -> Vec<Effect> {
    own(state, Own::Bookmark(Markable::Stand(StandIx(stand))))
}

fn told(state: &mut State, text: &str, from: MarksFrom) -> Vec<Effect> {
    state.update(Action::Marks(text.into(), from))
}

#[test]
fn a_mark_is_kept_and_said() {
    let mut state = ready();
    assert_eq!(bookmark(&mut state, 0), [Effect::Keep]);
    assert_eq!(state.status, Status::Said(Msg::BookmarkOn));
    own(&mut state, Own::Visit(Markable::Stand(StandIx(0))));
    own(&mut state, Own::Bookmark(Markable::Session(SessionIx(1))));
    assert_eq!(state.marks.stored(), "1.wa1.Bgears");
    assert_eq!(state.bookmarks(), 2);
    bookmark(&mut state, 0);
    assert_eq!(state.status, Status::Said(Msg::MarkOff));
    assert_eq!(state.marks.stored(), "1.va1.Bgears");
    assert_eq!(bookmark(&mut state, 99), []);
}

#[test]
fn list_and_map_show_only_what_is_bookmarked_until_nothing_is() {
    let mut state = ready();
    bookmark(&mut state, 1);
    own(&mut state, Own::ToggleMine);
    assert_eq!(state.matches.as_deref(), Some(&[StandIx(1)][..]));
    assert_eq!(state.bright(), [false, true, false, false]);
    state.update(Action::Select(StandIx(1), Origin::User));
    bookmark(&mut state, 1);
    assert!(!state.is_mine);
    assert_eq!(state.matches, None);
    // The visitor stays where they are.
    assert_eq!(
        (state.panel, state.selected),
        (PanelView::Details, Some(StandIx(1)))
    );
}

#[test]
fn a_list_of_sessions_alone_has_no_stands() {
    let mut state = ready();
    own(&mut state, Own::Bookmark(Markable::Session(SessionIx(1))));
    own(&mut state, Own::ToggleMine);
    assert_eq!(state.matches.as_deref(), Some(&[][..]));
    assert!(!state.bright().contains(&true));
}

#[test]
fn marks_of_a_link_are_kept_when_the_visitor_takes_them() {
    let mut state = ready();
    told(&mut state, "1.ba1", MarksFrom::Link);
    assert_eq!(state.notice, Some(Notice::Arrived(1)));
    assert!(own(&mut state, Own::CloseNotice).contains(&Effect::Keep));
    assert_eq!(state.notice, None);
    // Whatever else has them kept, there is nothing left to take.
    told(&mut state, "1.ba2", MarksFrom::Link);
    own(&mut state, Own::Kept(true));
    assert_eq!(state.notice, None);
    own(&mut state, Own::Kept(false));
    assert_eq!(state.notice, Some(Notice::Unkept));
    assert!(!own(&mut state, Own::CloseNotice).contains(&Effect::Keep));
}

#[test]
fn resetting_the_filters_shows_everything_again() {
    let mut state = ready();
    bookmark(&mut state, 1);
    own(&mut state, Own::ToggleMine);
    state.update(Action::ResetFilters);
    assert_eq!((state.is_mine, state.matches.clone()), (false, None));
    assert_eq!(state.bookmarks(), 1);
}

#[test]
fn what_another_map_wrote_replaces_what_is_kept_and_joins_what_is_not() {
    let mut state = ready();
    told(&mut state, "1.ba1.ba2", MarksFrom::Other);
    assert_eq!(told(&mut state, "1.ba2", MarksFrom::Other), []);
    assert_eq!(state.marks.stored(), "1.ba2");
    // Not kept yet: both are, and are to be kept.
    bookmark(&mut state, 0);
    assert_eq!(told(&mut state, "1.ba3", MarksFrom::Other), [Effect::Keep]);
    assert_eq!(state.marks.stored(), "1.ba1.ba2.ba3");
    own(&mut state, Own::Kept(true));
    told(&mut state, "1.ba3", MarksFrom::Other);
    assert_eq!(state.marks.stored(), "1.ba3");
}

#[test]
fn a_link_adds_says_so_and_takes_nothing_away() {
    let mut state = ready();
    told(&mut state, "1.ba1.nMine", MarksFrom::Other);
    let effects = told(&mut state, "1.va1.nTheirs.Bgears", MarksFrom::Link);
    assert!(
        !effects.contains(&Effect::Keep),
        "before the visitor's own mark"
    );
    assert_eq!(state.marks.stored(), "1.wa1.nMine.Bgears");
    assert_eq!(state.notice, Some(Notice::Arrived(2)));
    assert_eq!(state.status, Status::Told);
    own(&mut state, Own::CloseNotice);
    told(&mut state, "1.va1.Bgears", MarksFrom::Link);
    assert_eq!(state.notice, None, "nothing is new");
}

#[test]
fn what_is_noted_is_bookmarked_and_stays_at_home() {
    let mut state = ready();
    let note = |state: &mut State, kind, id: &str, note: &str| {
        let text = [&*note_on(kind, id), "\n", note].concat();
        told(state, &text, MarksFrom::Note)
    };
    let effects = note(&mut state, Kind::Stand, "a1", " Ask\nabout prices ");
    assert_eq!(effects, [Effect::Keep]);
    assert_eq!(state.status, Status::Said(Msg::BookmarkOn));
    assert_eq!(state.marks.note(Kind::Stand, "a1"), "Ask\nabout prices");
    note(&mut state, Kind::Session, "gears", "Row 1");
    assert_eq!(
        state.marks.stored(),
        "1.ba1.nAsk_kabout prices.Bgears.nRow 1"
    );
    assert_eq!(state.link(), "1.ba1.Bgears");
    // The same again is no change; an empty one leaves the bookmark.
    assert_eq!(note(&mut state, Kind::Session, "gears", "Row 1 "), []);
    note(&mut state, Kind::Session, "gears", "");
    assert_eq!(state.status, Status::Said(Msg::MarkOff));
    // No longer bookmarked, a stand keeps its note.
    bookmark(&mut state, 0);
    note(&mut state, Kind::Stand, "a1", "Later");
    assert_eq!(state.marks.stored(), "1.oa1.nLater.Bgears");
    assert_eq!(told(&mut state, "xa1\nNo such kind", MarksFrom::Note), []);
}

#[test]
fn news_is_told_until_it_is_looked_at() {
    let mut state = ready();
    state.panel_open = false;
    assert_eq!(told(&mut state, "3", MarksFrom::News), []);
    assert_eq!((&*state.news, state.status), ("3", Status::Told));
    assert!(state.panel_open && state.marks.is_empty());
    let effects = own(&mut state, Own::Take(Take::News));
    assert_eq!(effects, [Effect::Take(Take::News)]);
    assert!(state.news.is_empty());
    told(&mut state, "3", MarksFrom::News);
    state.update(Action::Source("other.json".into()));
    let exhibition = Exhibition::new(load(SMALL).unwrap());
    state.update(Action::Loaded(Rc::new(exhibition)));
    assert!(state.news.is_empty(), "it was of other data");
}

#[test]
fn nothing_kept_is_said_once() {
    let mut state = ready();
    bookmark(&mut state, 0);
    own(&mut state, Own::Kept(false));
    assert_eq!(state.notice, Some(Notice::Unkept));
    own(&mut state, Own::CloseNotice);
    own(&mut state, Own::Kept(false));
    assert_eq!(state.notice, None);
}

#[test]
fn other_data_has_other_marks() {
    let mut state = ready();
    bookmark(&mut state, 0);
    state.update(Action::Source("other.json".into()));
    let exhibition = Exhibition::new(load(SMALL).unwrap());
    let effects = state.update(Action::Loaded(Rc::new(exhibition)));
    assert!(effects.contains(&Effect::Recall));
    assert!(state.marks.is_empty());
    assert_eq!(
        own(&mut state, Own::Take(Take::Table)),
        [Effect::Take(Take::Table)]
    );
}

#[test]
fn what_is_taken_along_is_in_records() {
    let loaded = load(SMALL).unwrap();
    let mut marks = Marks::default();
    marks.toggle_bookmark(Kind::Session, "gears");
    marks.toggle_visited(Kind::Stand, "b1");
    marks.set_note(Kind::Stand, "b1", "Ask");
    marks.set_note(Kind::Session, "gears", "Row 1");
    let export = Export {
        plan: &loaded.plan,
        marks: &marks,
        lang: Lang::En,
        is_mine: true,
        page: None,
    };
    let fields = |text: String| text.replace('\u{1f}', "|").replace('\u{1e}', "#");
    assert_eq!(
        fields(export.visit_sessions(None)),
        "gears|Gears today|Stand A2|Row 1|2025|3|11|720|2025|3|11|780|#"
    );
    let one = fields(export.visit_sessions(Some(SessionIx(0))));
    assert_eq!(one, "opening|Opening|||2025|3|10|600|2025|3|10|660|#");
    let whole = Export {
        is_mine: false,
        ..export
    };
    assert_eq!(
        fields(whole.visit_sessions(None)),
        one + &fields(export.visit_sessions(None))
    );
    assert_eq!(fields(whole.visit_stands()).matches('#').count(), 4);
    assert_eq!(
        fields(export.visit_stands()),
        "stand number|name|Favourite|Visited|Note|#B1|Tasting||✓|Ask|"
    );
    // Whoever is on a bookmarked stand, whether or not the data states an address.
    assert_eq!(fields(export.visit_contacts()), "");
    let mut more = marks.clone();
    more.toggle_bookmark(Kind::Stand, "b1");
    more.toggle_bookmark(Kind::Stand, "a1");
    let with_stands = Export {
        marks: &more,
        ..export
    };
    assert_eq!(
        fields(with_stands.visit_contacts()),
        "UID:small-expo/lathe@expo-map|FN:Lathe Works|ORG:Lathe Works|EMAIL:expo@lathe.example|TEL:+7495000-00-00\
         |NOTE:Small Expo\nStand A1|URL:https://lathe.example/|#\
         UID:small-expo/honey@expo-map|FN:Honey|ORG:Honey|NOTE:Small Expo\nStand B1\nAsk|#"
    );
    let reference = super::plan();
    let mut marks = Marks::default();
    marks.toggle_bookmark(Kind::Stand, &reference.stands[0].id);
    let contacts = Export {
        plan: &reference,
        marks: &marks,
        ..export
    };
    let note = contacts.visit_contacts();
    assert!(note.contains("\nIllustrative"), "{note}");
}

/// Searches for something and opens the best of it.
fn look_up(state: &mut State, query: &str) -> Vec<Effect> {
    state.update(Action::Query(query.into()));
    state.update(Action::ChooseBest)
}

/// The searches that an empty search box offers.
fn offered(state: &mut State) -> Vec<String> {
    state.update(Action::ShowList);
    state.update(Action::Query("".into()));
    state.update(Action::SearchFocused);
    let offered = searches(&state.recent).map(String::from);
    offered.filter(|_| state.offers_searches()).collect()
}

#[test]
fn a_search_that_led_somewhere_is_offered_again() {
    let mut state = ready();
    // Enter.
    assert!(look_up(&mut state, "lathe ").contains(&Effect::KeepSearches));
    // A row of the list, or a stand on the map.
    state.update(Action::Query("pum".into()));
    state.update(Action::Query("pump".into()));
    state.update(Action::Select(StandIx(1), Origin::User));
    // A session.
    state.update(Action::Query("gears".into()));
    state.update(Action::Choose(What::Session(SessionIx(1))));
    assert_eq!(offered(&mut state), ["gears", "pump", "lathe"]);
    assert_eq!(state.status, Status::Said(Msg::RecentSearches));
}

#[test]
fn what_led_nowhere_is_not_kept() {
    let mut state = ready();
    for query in ["", "  ", "qqqqqqqq"] {
        look_up(&mut state, query);
    }
    // Typed and taken back, another stand than those that were found, the page's own choice.
    state.update(Action::Query("pump".into()));
    state.update(Action::Select(StandIx(0), Origin::User));
    state.update(Action::SelectById("a2".into()));
    assert_eq!(offered(&mut state), [""; 0]);
    assert_ne!(state.status, Status::Said(Msg::RecentSearches));
}

#[test]
fn searches_are_offered_only_in_an_empty_box() {
    let mut state = ready();
    look_up(&mut state, "lathe");
    assert!(!state.offers_searches());
    assert_eq!(offered(&mut state), ["lathe"]);
    state.update(Action::Query("p".into()));
    assert!(!state.offers_searches());
    state.update(Action::Query("".into()));
    assert!(state.offers_searches());
    // One step back.
    let sheet = state.sheet;
    state.update(Action::Escape);
    assert!(!state.offers_searches());
    assert_eq!((state.panel, state.sheet), (PanelView::List, sheet));
    for leave in [
        Action::ShowAbout,
        Action::Select(StandIx(2), Origin::User),
        Action::Choose(What::Service(HallIx(0), 0)),
    ] {
        assert_eq!(offered(&mut state), ["lathe"]);
        state.update(leave);
        state.update(Action::ShowList);
        assert!(!state.offers_searches());
    }
}

#[test]
fn an_offered_search_is_searched_and_comes_first() {
    let mut state = ready();
    look_up(&mut state, "lathe");
    look_up(&mut state, "pump");
    assert_eq!(offered(&mut state), ["pump", "lathe"]);
    let effects = told(&mut state, "lathe", MarksFrom::Again);
    assert_eq!(&*state.query, "lathe");
    assert_eq!(state.matches.as_deref(), Some(&[StandIx(0)][..]));
    assert_eq!(state.status, Status::Matches(1));
    assert!(effects.contains(&Effect::KeepSearches));
    assert!(effects.contains(&Effect::Focus(FocusTarget::Search)));
    assert_eq!(offered(&mut state), ["lathe", "pump"]);
}

#[test]
fn on_a_phone_an_offered_search_does_not_bring_the_keys() {
    let mut state = ready();
    look_up(&mut state, "lathe");
    state.update(Action::Resized {
        container: (390.0, 800.0),
        stage: (390.0, 800.0),
    });
    let effects = told(&mut state, "lathe", MarksFrom::Again);
    assert!(effects.contains(&Effect::Focus(FocusTarget::Panel)));
    assert!(!effects.contains(&Effect::Focus(FocusTarget::Search)));
}

#[test]
fn searches_may_be_stored_after_a_mark_and_not_before() {
    let mut state = ready();
    look_up(&mut state, "lathe");
    assert!(!state.may_store);
    let effects = bookmark(&mut state, 0);
    assert!(state.may_store && effects.contains(&Effect::KeepSearches));
    // Once they are kept they need not be kept again.
    assert_eq!(bookmark(&mut state, 0), [Effect::Keep]);

    // Marks of an earlier visit say the same, those of a link do not.
    let mut state = ready();
    told(&mut state, "1.ba1", MarksFrom::Link);
    assert!(!state.may_store);
    own(&mut state, Own::CloseNotice);
    assert!(state.may_store);
    let mut state = ready();
    look_up(&mut state, "lathe");
    let effects = told(&mut state, "1.ba1", MarksFrom::Other);
    assert!(state.may_store && effects.contains(&Effect::KeepSearches));
}

#[test]
fn searches_of_others_come_first_and_what_is_forgotten_is_forgotten_everywhere() {
    let mut state = ready();
    look_up(&mut state, "lathe");
    let effects = told(&mut state, "1\npump\ngear", MarksFrom::Searches);
    assert!(effects.contains(&Effect::KeepSearches));
    assert_eq!(offered(&mut state), ["pump", "gear", "lathe"]);
    // What comes back of it is nothing new.
    let revision = state.revision;
    let stored = state.recent.clone();
    assert_eq!(told(&mut state, &stored, MarksFrom::Searches), []);
    assert_eq!(state.revision, revision);
    assert_eq!(told(&mut state, "", MarksFrom::Searches), []);
    assert_eq!(offered(&mut state), [""; 0]);

    look_up(&mut state, "lathe");
    assert_eq!(offered(&mut state), ["lathe"]);
    let effects = own(&mut state, Own::ForgetSearches);
    assert!(effects.contains(&Effect::KeepSearches));
    assert!(effects.contains(&Effect::Focus(FocusTarget::Search)));
    assert_eq!(state.status, Status::Said(Msg::SearchesForgotten));
    assert_eq!((offered(&mut state), &*state.recent), (vec![], ""));
}

#[test]
fn other_data_has_other_searches() {
    let mut state = ready();
    look_up(&mut state, "lathe");
    bookmark(&mut state, 0);
    state.update(Action::Source("other.json".into()));
    let exhibition = Exhibition::new(load(SMALL).unwrap());
    state.update(Action::Loaded(Rc::new(exhibition)));
    assert_eq!((offered(&mut state), state.may_store), (vec![], false));
}
