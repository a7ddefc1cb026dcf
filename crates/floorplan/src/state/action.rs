//! What can happen.

use std::rc::Rc;

use super::{Errand, Exhibition, Facet, Failure, MarksFrom, Own, Sheet, Sort};
use crate::geometry::ScreenPoint;
use crate::gesture::{DeltaMode, PointerEvent};
use crate::messages::Lang;
use crate::plan::{CategoryIx, FloorIx, StandIx};
use crate::scene::Direction;
use crate::search::What;

/// Who wanted it. Events to the host are fired for the visitor's own actions only, as native
/// form controls do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The visitor.
    User,
    /// The page, through an attribute or a method.
    Host,
}

/// A turn of the wheel over the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wheel {
    /// Where the pointer is.
    pub at: ScreenPoint,
    /// By how much.
    pub delta_y: f64,
    /// In what it counts.
    pub mode: DeltaMode,
    /// Ctrl or Cmd is held (a pinch on a touchpad looks the same).
    pub ctrl: bool,
    /// When, milliseconds of whatever clock.
    pub time_ms: f64,
}

/// Something that happened to the map. Large values are shared: buttons hold actions and send them
/// again and again.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The host named a data file, or another one; empty for none.
    Source(Rc<str>),
    /// The visitor wants to try again.
    Retry,
    /// The data arrived.
    Loaded(Rc<Exhibition>),
    /// The data did not arrive, or cannot be shown.
    LoadFailed(Rc<Failure>),
    /// What was drawn first is on the screen: the picture of the data, or the beginning of the details.
    Drawn,
    /// What fills the panel has been drawn; it may be drawn later than the rest.
    PanelDrawn,
    /// The stands have been drawn; they may be drawn later than the rest.
    StandsDrawn,
    /// The container and the map in it were measured: widths and heights in CSS pixels.
    Resized {
        /// The whole widget.
        container: (f64, f64),
        /// The map in it.
        stage: (f64, f64),
    },
    /// The interface language.
    Language(Lang),
    /// The page has other fonts now.
    Fonts,
    /// Whether the visitor asked for less motion.
    ReducedMotion(bool),
    /// Whether the page keeps plain wheel and one finger for itself.
    Cooperative(bool),
    /// A pointer on the map.
    Pointer(PointerEvent),
    /// A mouse over the map, or gone from it.
    Hover(Option<ScreenPoint>),
    /// The wheel over the map.
    Wheel(Wheel),
    /// The next frame of a movement, milliseconds.
    Frame(f64),
    /// The map has stood for a moment.
    Settled,
    /// The hint about gestures has been seen.
    HintSeen,
    /// A stand was chosen.
    Select(StandIx, Origin),
    /// The page asks: what, of [`asks`](super::asks), and its argument.
    Ask(u8, Rc<str>),
    /// The page has nothing against a stand that was proposed.
    Agreed(StandIx),
    /// The page chose a stand by id or number, maybe before there is data.
    SelectById(Rc<str>),
    /// The choice was undone.
    Clear(Origin),
    /// A stand got the keyboard focus.
    StandFocused(StandIx),
    /// The keyboard focus left the stands.
    StandBlurred,
    /// An arrow key on a stand.
    Walk(Direction),
    /// Home on a stand.
    WalkFirst,
    /// End on a stand.
    WalkLast,
    /// From the list to the stand on the map that Tab leads to.
    ToPlan,
    /// Other words in the search box.
    Query(Rc<str>),
    /// The search box got the focus: what a search needs can be made now.
    SearchFocused,
    /// Something of what was found was chosen.
    Choose(What),
    /// Enter in the search box: the best of what was found, whatever of it is drawn yet.
    ChooseBest,
    /// What is suggested where nothing was found.
    TakeSuggestion,
    /// The button that empties the search box.
    ClearQuery,
    /// A chip of the legend.
    ToggleCategory(CategoryIx),
    /// Another filter of the list.
    Filter(Facet),
    /// Another order of the list.
    Sort(Sort),
    /// The stands in the order that was asked for by `Collate`.
    Collated(Rc<[StandIx]>),
    /// Minutes since 1970 as the clocks at the event's place count them, on its days and before; 0
    /// afterwards.
    Time(u32),
    /// A moment of the slider, or none any more.
    Moment(Option<u32>),
    /// The search has settled: now it is said what was found.
    Say,
    /// No search and no filter any more.
    ResetFilters,
    /// Something about what is the visitor's own.
    Own(Own),
    /// Marks as a text, from elsewhere; or what else [`MarksFrom`] names.
    Marks(Rc<str>, MarksFrom),
    /// A zoom button or key: by this factor.
    ZoomBy(f64),
    /// The whole plan: the visitor flies there, the page is there at once.
    Fit(Origin),
    /// The page wants a stand, by id or number, in the middle, so many pixels per metre.
    CenterOn(Rc<str>, f64),
    /// The visitor gets near the end of the drawn rows of the list.
    MoreRows,
    /// The list of stands.
    ShowList,
    /// About the event and the data.
    ShowAbout,
    /// The programme.
    ShowProgramme,
    /// Shows the programme theme by theme, or day by day again.
    ByTheme,
    /// Something that the browser does.
    Errand(Errand),
    /// Whether the map fills the screen.
    ScreenFilled(bool),
    /// Fold the panel away, or out.
    TogglePanel,
    /// The height of the bottom sheet.
    SetSheet(Sheet),
    /// Another floor.
    ShowFloor(FloorIx),
    /// Escape: one step back.
    Escape,
}
