//! The visitor's marks in the state: making them, and agreeing with what is kept and with links.

use std::rc::Rc;

use floorplan::export::Export;
use floorplan::messages::{Lang, Msg};
use floorplan::mine::{Kind, Marks};
use floorplan::plan::{SessionIx, StandIx, load};
use floorplan::state::{
    Action, Effect, Exhibition, Markable, MarksFrom, Notice, Own, PanelView, State, Status, Take,
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
    state.update(Action::Select(StandIx(1), floorplan::state::Origin::User));
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
        "gears|Gears today|Stand A2||2025|3|11|720|2025|3|11|780|#"
    );
    let one = fields(export.visit_sessions(Some(SessionIx(0))));
    assert_eq!(one, "opening|Opening|||2025|3|10|600|2025|3|10|660|#");
    assert_eq!(
        fields(export.visit_stands()),
        "stand number|name|Favourite|Visited|#B1|Tasting||✓|"
    );
}
