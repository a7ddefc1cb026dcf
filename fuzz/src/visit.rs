//! What a program does with what it did not make itself. Nothing here may panic, whatever comes, nor take
//! long. The targets call it with bytes that were never thought of, `tests/it/fuzzed.rs` of the core with
//! those that once were too much.

use std::cell::RefCell;
use std::rc::Rc;

use floorplan::camera::{Camera, Viewport};
use floorplan::describe::Guide;
use floorplan::export::{Clock, Export};
use floorplan::geometry::ScreenPoint;
use floorplan::messages::Lang;
use floorplan::mine::{Marks, Snapshot};
use floorplan::plan::{FloorIx, Plan, StandIx, load};
use floorplan::programme::{self, Programme, TimeSlider};
use floorplan::scene::{
    self, Direction, Drawing, EstimatedAdvance, FloorScene, place_labels, place_pins,
};
use floorplan::state::{Action, Exhibition, MarksFrom, Origin, State};

/// So many stands are looked at one by one.
const STANDS: usize = 12;

/// The exhibition that texts are said to.
const SMALL: &str = include_str!("../../tests/fixtures/small.json");

/// Bytes as a data file, as the browser takes it.
pub fn file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(loaded) = load(&text) else { return };
    let exhibition = Rc::new(Exhibition::new(loaded));
    let plan = exhibition.plan();
    for lang in Lang::ALL {
        for floor in (0..plan.floors.len()).take(3).map(FloorIx::from) {
            if let Some(scene) = exhibition.scene(floor) {
                draw(plan, scene, *lang);
                describe(plan, scene, *lang);
            }
            exhibition.walk(floor);
        }
        take_along(plan, *lang);
        tell_programme(plan, *lang);
    }
    let number = plan.stands.first().map(|stand| stand.number.clone());
    for query in [
        "a",
        "рос",
        "toilet 12",
        number.as_deref().unwrap_or_default(),
    ] {
        search(&exhibition, query);
    }
    let mut state = ready(&exhibition);
    let steps = [
        Action::ZoomBy(2.0),
        Action::StandFocused(StandIx::from(0)),
        Action::Walk(Direction::Right),
        Action::Walk(Direction::Down),
        Action::WalkLast,
        Action::Query("а1".into()),
        Action::ChooseBest,
        Action::Select(StandIx::from(0), Origin::User),
        Action::Hover(Some(ScreenPoint::new(300.0, 200.0))),
        Action::ShowProgramme,
        Action::Moment(Some(3)),
        Action::ShowFloor(FloorIx::from(1)),
        Action::Fit(Origin::Host),
    ];
    for action in steps {
        let _ = state.update(action);
        for ms in [0.0, 100.0, 1_000.0] {
            let _ = state.update(Action::Frame(ms));
        }
        assert!(
            state.camera.scale.is_finite()
                && state.camera.x.is_finite()
                && state.camera.y.is_finite()
        );
    }
}

/// Bytes as what a visitor types, a link says, or the storage has kept; the first says which it is.
pub fn texts(bytes: &[u8]) {
    thread_local! {
        static MAP: RefCell<Option<Rc<Exhibition>>> = const { RefCell::new(None) };
    }
    let exhibition = MAP.with_borrow_mut(|kept| {
        let small = || Rc::new(Exhibition::new(load(SMALL).expect("the sample is good")));
        Rc::clone(kept.get_or_insert_with(small))
    });
    let Some((kind, rest)) = bytes.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    match kind % 4 {
        0 => search(&exhibition, &text),
        1 => {
            let read = Marks::read(&text).marks;
            let again = Marks::read(&read.stored());
            assert!(
                again.skipped == 0 && again.marks == read,
                "kept marks come back"
            );
            let linked = Marks::read(&read.link(true).text);
            assert!(linked.skipped == 0, "a link can be read");
            let export = Export {
                plan: exhibition.plan(),
                marks: &read,
                lang: Lang::Ru,
                is_mine: true,
                page: None,
            };
            let _ = (
                export.visit_stands(),
                export.visit_sessions(None),
                export.visit_contacts(),
            );
            let mut merged = read.clone();
            merged.merge(&linked.marks);
        }
        2 => {
            if let Some(snapshot) = Snapshot::read(&text) {
                assert!(
                    Snapshot::read(&snapshot.stored()).is_some(),
                    "what is kept can be read"
                );
                let _ = snapshot.changes(exhibition.plan());
            }
        }
        _ => {
            let mut state = ready(&exhibition);
            for from in [
                MarksFrom::Other,
                MarksFrom::Link,
                MarksFrom::Note,
                MarksFrom::News,
            ] {
                let _ = state.update(Action::Marks((&*text).into(), from));
            }
            let _ = state.update(Action::SelectById((&*text).into()));
            let _ = state.update(Action::CenterOn((&*text).into(), 1e9));
            let _ = state.update(Action::Query((&*text).into()));
            let _ = state.update(Action::TakeSuggestion);
            let _ = state.update(Action::ChooseBest);
            let _ = Lang::from_tag(&text);
        }
    }
}

/// A map in a window, with its data.
fn ready(exhibition: &Rc<Exhibition>) -> State {
    let mut state = State::new(Lang::En);
    let _ = state.update(Action::Resized {
        container: (1_000.0, 700.0),
        stage: (640.0, 700.0),
    });
    let _ = state.update(Action::Source("expo.json".into()));
    let _ = state.update(Action::Loaded(Rc::clone(exhibition)));
    let _ = state.update(Action::Drawn);
    state
}

fn draw(plan: &Plan, scene: &FloorScene, lang: Lang) {
    let camera = Camera::fit(scene.bounds, Viewport::new(800.0, 600.0), 20.0);
    for scale in [1.0, 8.0] {
        let camera = Camera {
            scale: camera.scale * scale,
            ..camera
        };
        let within = scene.painted();
        let advance = &EstimatedAdvance;
        let labels = place_labels(plan, scene, camera, within, lang.tag(), advance, &|m2| {
            lang.number(m2)
        });
        let _ = place_pins(plan, scene, camera, &labels, lang.tag(), advance);
        let drawing = Drawing {
            plan,
            scene,
            camera,
            within,
            bright: &[],
        };
        let mut marks = scene::Marks::default();
        drawing.ground(&mut marks);
        drawing.stands(&mut marks);
        drawing.walls(&mut marks);
        drawing.labels(&labels, &mut marks);
        let numbers = marks.numbers();
        assert!(
            numbers.iter().all(|number| number.is_finite()),
            "what is drawn has a place"
        );
    }
}

fn describe(plan: &Plan, scene: &FloorScene, lang: Lang) {
    let guide = Guide::new(plan, scene, lang);
    let _ = guide.floor();
    let stands: Vec<StandIx> = scene
        .stands
        .iter()
        .take(STANDS)
        .map(|shape| shape.stand)
        .collect();
    for stand in &stands {
        let _ = (guide.place(*stand), guide.stand(*stand));
    }
    if let [first, .., last] = *stands {
        let _ = (guide.step(first, last), guide.arrival(Some(first), last));
    }
}

fn take_along(plan: &Plan, lang: Lang) {
    let export = Export {
        plan,
        marks: &Marks::default(),
        lang,
        is_mine: false,
        page: None,
    };
    let clock = Clock {
        now_s: 0,
        offset_minutes: &|_| Some(480),
    };
    let _ = (
        export.programme_ics(clock),
        export.contacts_vcf(),
        export.stands_csv(),
    );
    let _ = (export.programme_csv(), export.stands_geojson());
}

fn tell_programme(plan: &Plan, lang: Lang) {
    let _ = programme::summary(&Programme::new(plan), lang);
    for session in plan.sessions.iter().take(STANDS) {
        let _ = (
            programme::when(session, lang),
            programme::place(plan, session, lang),
        );
    }
    let slider = TimeSlider::new(plan);
    for position in [0, slider.positions() / 2, slider.positions()] {
        let _ = slider.label(position, lang);
        let _ = programme::Clock::new(plan, slider.moment(position), 30).stands(plan);
    }
}

fn search(exhibition: &Exhibition, query: &str) {
    let (plan, index) = (exhibition.plan(), exhibition.search());
    let _ = index.nearest(plan, query);
    let Some(found) = index.find(plan, query) else {
        return;
    };
    for hit in found.hits.iter().take(STANDS) {
        for lang in Lang::ALL {
            if let Some(text) = found.text(plan, hit, lang.tag()) {
                let marked = found.marked(plan, text);
                let _ = found.reason(plan, hit, lang.tag(), &marked);
                for range in found.marks(plan, text) {
                    assert!(text.get(range).is_some(), "marks are on whole characters");
                }
            }
        }
    }
}
