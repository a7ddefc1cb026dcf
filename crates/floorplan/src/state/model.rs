//! The state of one map.

use std::rc::Rc;

use super::motion::Motion;
use super::{CategoryFilter, Exhibition, Facets, Layout, Notice, Sheet};
use crate::camera::{Camera, Viewport, ZoomRange};
use crate::format::LoadError;
use crate::geometry::PlanPoint;
use crate::gesture::{PointerKind, Recognizer};
use crate::messages::{Lang, Msg};
use crate::mine::Marks;
use crate::plan::{FloorIx, LocalTime, Plan, StandIx};
use crate::programme::Clock;
use crate::scene::FloorScene;
use crate::search::{Found, What};

/// Why there is no map.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// No data file was named.
    NoSource,
    /// The network failed, or the server could not be reached.
    Network,
    /// The server took too long.
    Timeout,
    /// The server answered with this status.
    Status(u16),
    /// The file is larger than the limit.
    TooLarge,
    /// The file cannot be shown.
    Data(LoadError),
}

impl Failure {
    /// A stable code for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSource => "no-source",
            Self::Network => "network",
            Self::Timeout => "timeout",
            Self::Status(_) => "http-status",
            Self::TooLarge => "too-large",
            Self::Data(error) => error.kind.code(),
        }
    }
}

/// How far the data is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Load {
    /// No data file was named yet.
    #[default]
    Idle,
    /// On its way.
    Loading,
    /// Cannot be shown.
    Failed(Rc<Failure>),
    /// There.
    Ready(Rc<Exhibition>),
}

/// What the panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PanelView {
    /// The list of stands.
    #[default]
    List,
    /// The selected stand.
    Details,
    /// About the event and the data.
    About,
    /// The programme.
    Programme,
}

/// What the status region says; one message per settled search, none per pan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing.
    #[default]
    Quiet,
    /// So many stands match, beside what else was found.
    Matches(usize),
    /// All stands are shown again.
    All,
    /// A service or a doorway is shown on the map.
    Shown(What),
    /// The details of a stand are open.
    Opened(StandIx),
    /// An arrow key led from a stand to another. What repeats is not heard: every other time the
    /// message has to differ.
    Walked(StandIx, StandIx, bool),
    /// What the notice says.
    Told,
    /// A message, with the number of bookmarks in its gap.
    Said(Msg),
}

/// Height of a row of the list at least, and of what stands above the list: as in the style sheet.
const ROW_PX: f64 = 52.0;
const ABOVE_LIST_PX: f64 = 160.0;
/// A session counts as next so long before it starts.
const SOON_MINUTES: u16 = 30;
/// So many rows of the list are drawn with the first picture where none can be seen.
const UNSEEN_ROWS: usize = 4;
/// So many rows are drawn then, and again so many whenever more are wanted: a list of ten thousand
/// would take longer to draw than all the rest.
pub(super) const ROWS: usize = 120;

/// The moment that the programme is shown for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// What the clocks at the event's place show then; `None` on other days than the event's.
    pub at: Option<LocalTime>,
    /// The visitor chose it; else it is now.
    pub is_chosen: bool,
}

impl Time {
    /// What is on then.
    pub fn clock(self, plan: &Plan) -> Option<Clock> {
        Some(Clock::new(plan, self.at?, SOON_MINUTES))
    }
}

/// The state of one map. Views read it; only [`State::update`] changes it.
#[derive(Clone, Debug)]
pub struct State {
    /// Goes up whenever something changed that views draw. A pan does not.
    pub revision: u32,
    /// The interface language.
    pub lang: Lang,
    /// The data.
    pub load: Load,
    /// Where the data comes from.
    pub source: Rc<str>,
    /// The floor that is shown.
    pub floor: FloorIx,
    /// The map's box.
    pub viewport: Viewport,
    /// The container's width and height.
    pub container: (f64, f64),
    /// The arrangement.
    pub layout: Layout,
    /// Where the map is.
    pub camera: Camera,
    /// The camera that the picture was last drawn for.
    pub drawn: Camera,
    /// The picture was drawn in the midst of a movement, and the views were not.
    pub(super) views_wait: bool,
    /// When the present movement began, or the picture was last drawn in it, milliseconds.
    pub(super) blurred_since_ms: Option<f64>,
    /// The scales that can be reached.
    pub zoom: ZoomRange,
    /// The stand whose details are open.
    pub selected: Option<StandIx>,
    /// The stand with the keyboard focus.
    pub focused: Option<StandIx>,
    /// The stand that Tab leads to.
    pub tab_stop: Option<StandIx>,
    /// The stand under the mouse.
    pub hovered: Option<StandIx>,
    /// What is in the search box.
    pub query: Rc<str>,
    /// The visitor is in the search box, or at what it offers.
    pub(super) is_searching: bool,
    /// What was searched for lately, as [`recent`](crate::mine::recent) writes it.
    pub recent: Rc<str>,
    /// The visitor has allowed that something is stored, by a mark.
    pub may_store: bool,
    /// The chosen categories.
    pub filter: CategoryFilter,
    /// What else the visitor filters by, and the order of the list.
    pub facets: Facets,
    /// All stands in the order that the visitor wants; `None` for what comes by itself.
    pub(super) order: Option<Rc<[StandIx]>>,
    /// The stand that was chosen last: where the visitor is, as far as one knows.
    pub here: Option<StandIx>,
    /// What the clocks at the event's place show; `None` when that is on none of its days.
    pub now: Option<LocalTime>,
    /// The moment that was chosen on the [`TimeSlider`](crate::programme::TimeSlider).
    pub moment: Option<LocalTime>,
    /// The visitor's marks.
    pub marks: Rc<Marks>,
    /// Only what is bookmarked is shown.
    pub is_mine: bool,
    /// The programme is shown theme by theme.
    pub by_theme: bool,
    /// What the visitor is told of their marks.
    pub notice: Option<Notice>,
    /// So many stands and sessions changed since the last visit, until the visitor looks at them.
    pub news: Rc<str>,
    /// The page lets links carry marks.
    pub deep_link: bool,
    /// Some marks are kept nowhere but here.
    pub(super) has_unkept: bool,
    /// The visitor knows that nothing is kept.
    pub(super) told_unkept: bool,
    /// Stands that match search and filter, best first; `None` while neither is on.
    pub matches: Option<Rc<[StandIx]>>,
    /// The same in the order of the list; `None` for all in file order.
    pub listed: Option<Rc<[StandIx]>>,
    /// What the query found; `None` while it has no words.
    pub found: Option<Rc<Found>>,
    /// What to look for instead of a query that finds nothing.
    pub suggestion: Option<Rc<str>>,
    /// The service or doorway that was chosen of what was found.
    pub place: Option<What>,
    /// The first picture of the data is on the screen; what can wait comes after it.
    pub is_drawn: bool,
    /// So many rows of the list are drawn; more when the visitor gets near their end.
    pub rows: usize,
    /// What the panel shows.
    pub panel: PanelView,
    /// All of the open details is drawn, with what can wait: where the stand is, in words, and the sources.
    pub is_whole: bool,
    /// Whether the panel is folded out (medium layout).
    pub panel_open: bool,
    /// The bottom sheet (narrow layout).
    pub sheet: Sheet,
    /// What the status region says.
    pub status: Status,
    /// What it says once the search has settled.
    pub(super) unsaid: Option<Status>,
    /// Whether the hint about gestures is shown.
    pub hint: bool,
    /// What it is, or was, about: fingers, or the wheel.
    pub hint_about: PointerKind,
    /// Whether the page keeps plain wheel and one finger for itself.
    pub cooperative: bool,
    /// Whether the visitor asked for less motion.
    pub reduced_motion: bool,
    /// Whether the map fills the screen.
    pub fills_screen: bool,
    /// Whether the visitor has moved the map, so that a resize must not fit it again.
    pub(super) moved: bool,
    /// The visitor asked for this load again: a failure gives the focus back.
    pub(super) retried: bool,
    /// A stand to select as soon as there is data.
    pub(super) wanted: Option<Rc<str>>,
    /// The last one that this data does not have: the host is told once.
    pub(super) unknown: Option<Rc<str>>,
    /// A stand to put in the middle, and at which scale, as soon as there is a map.
    pub(super) wanted_center: Option<(Rc<str>, f64)>,
    /// A point to put in the middle, and at which scale, as soon as the map has a size.
    pub(super) wanted_view: Option<(FloorIx, PlanPoint, f64)>,
    /// A stand that the visitor chooses is proposed first: [`Effect::Propose`](super::Effect::Propose).
    pub proposes: bool,
    pub(super) motion: Motion,
    pub(super) recognizer: Recognizer,
}

impl State {
    /// A map without data.
    pub fn new(lang: Lang) -> Self {
        let camera = Camera {
            scale: 1.0,
            x: 0.0,
            y: 0.0,
        };
        Self {
            revision: 0,
            lang,
            load: Load::Idle,
            source: "".into(),
            floor: FloorIx(0),
            viewport: Viewport::default(),
            container: (0.0, 0.0),
            layout: Layout::default(),
            camera,
            drawn: camera,
            views_wait: false,
            blurred_since_ms: None,
            zoom: ZoomRange {
                min: 0.1,
                max: 200.0,
            },
            selected: None,
            focused: None,
            tab_stop: None,
            hovered: None,
            query: "".into(),
            is_searching: false,
            recent: "".into(),
            may_store: false,
            filter: CategoryFilter::default(),
            facets: Facets::default(),
            order: None,
            here: None,
            now: None,
            moment: None,
            marks: Rc::default(),
            is_mine: false,
            by_theme: false,
            notice: None,
            news: "".into(),
            deep_link: false,
            has_unkept: false,
            told_unkept: false,
            matches: None,
            listed: None,
            found: None,
            suggestion: None,
            place: None,
            rows: ROWS,
            is_drawn: false,
            panel: PanelView::List,
            is_whole: false,
            panel_open: true,
            sheet: Sheet::Peek,
            status: Status::Quiet,
            unsaid: None,
            hint: false,
            hint_about: PointerKind::Mouse,
            cooperative: false,
            reduced_motion: false,
            fills_screen: false,
            moved: false,
            retried: false,
            wanted: None,
            unknown: None,
            wanted_center: None,
            wanted_view: None,
            proposes: false,
            motion: Motion::Still,
            recognizer: Recognizer::default(),
        }
    }

    /// The data, once it is there.
    pub fn exhibition(&self) -> Option<&Rc<Exhibition>> {
        match &self.load {
            Load::Ready(exhibition) => Some(exhibition),
            _ => None,
        }
    }

    /// The plan, once it is there.
    pub fn plan(&self) -> Option<&Plan> {
        self.exhibition().map(|e| e.plan())
    }

    /// Pixels per metre; 0 while there is no map.
    pub fn scale(&self) -> f64 {
        if self.plan().is_some() && !self.viewport.is_empty() {
            self.camera.scale
        } else {
            0.0
        }
    }

    /// The shapes of the shown floor.
    pub fn scene(&self) -> Option<&FloorScene> {
        self.exhibition().and_then(|e| e.scene(self.floor))
    }

    /// So many rows of the list are drawn with the first picture: what can be seen.
    pub(super) fn first_rows(&self) -> usize {
        if self.layout == Layout::Narrow || !self.panel_open {
            return UNSEEN_ROWS;
        }
        let seen = (self.container.1 - ABOVE_LIST_PX) / ROW_PX;
        (seen.ceil().max(0.0) as usize).clamp(UNSEEN_ROWS, ROWS)
    }

    /// Whether the page gets the plain wheel and a single finger: nothing scrolls behind a map that
    /// fills the screen.
    pub fn is_cooperative(&self) -> bool {
        self.cooperative && !self.fills_screen
    }

    /// Whether the map is being moved by hand or moves by itself.
    pub fn is_moving(&self) -> bool {
        self.recognizer.is_moving() || self.motion != Motion::Still
    }

    /// The moment that the programme is shown for: the chosen one, or now.
    pub fn time(&self) -> Time {
        Time {
            at: self.moment.or(self.now),
            is_chosen: self.moment.is_some(),
        }
    }

    /// For each stand whether it is in full colour: it matches search and filter, or is the chosen
    /// one; empty while all are.
    pub fn bright(&self) -> Vec<bool> {
        let mut bright = self.bits();
        if let Some(stand) = self.selected
            && let Some(bright) = bright.get_mut(stand.at())
        {
            *bright = true;
        }
        bright
    }

    /// For each stand whether it matches; empty while neither search nor filter is on.
    pub(super) fn bits(&self) -> Vec<bool> {
        let (Some(matches), Some(plan)) = (&self.matches, self.plan()) else {
            return Vec::new();
        };
        let mut bits = vec![false; plan.stands.len()];
        for stand in matches.iter() {
            if let Some(bit) = bits.get_mut(stand.at()) {
                *bit = true;
            }
        }
        bits
    }
}
