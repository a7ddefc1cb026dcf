//! Pointer and wheel on the map, sizes, what is typed. Listened to directly and not through the
//! virtual DOM: a drag must cost one transform, and the wheel must be able to keep the page from
//! scrolling.

use floorplan::geometry::ScreenPoint;
use floorplan::gesture::{DeltaMode, PointerEvent, PointerKind, PointerPhase};
use floorplan::state::{Action, MarksFrom, Sheet, Wheel};
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, Element};
use yew::Callback;

use super::Ends;

/// What `watch` of `browser.js` tells.
type Tell = dyn FnMut(u8, bool, i32, f64, f64, f64);

/// Ahead of a note among what is typed; nobody can type it into the search box.
const NOTE: char = '\n';

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    fn watch(
        root: &Element,
        stage: &Element,
        tell: &Closure<Tell>,
        typed: &Closure<dyn FnMut(String)>,
    ) -> AbortController;
    #[wasm_bindgen(js_name = nextFrame)]
    fn next_frame(ends: &AbortController);
}

/// The listeners of one map; removed when dropped.
pub(crate) struct Listeners {
    ends: Ends,
    _tell: Closure<Tell>,
    _typed: Closure<dyn FnMut(String)>,
}

impl Listeners {
    /// Listens on the widget's outermost element and on the map in it. The sizes are told at once.
    pub(crate) fn new(root: &Element, stage: &Element, dispatch: &Callback<Action>) -> Self {
        let told = dispatch.reform(|text: String| match text.strip_prefix(NOTE) {
            Some(note) => Action::Marks(note.into(), MarksFrom::Note),
            None => Action::Query(text.into()),
        });
        let typed: Closure<dyn FnMut(String)> = Closure::new(move |text| told.emit(text));
        let dispatch = dispatch.clone();
        let tell: Closure<Tell> = Closure::new(move |what, flag, id, x, y, value| {
            dispatch.emit(action(what, flag, id, ScreenPoint::new(x, y), value));
        });
        Self {
            ends: Ends(watch(root, stage, &tell, &typed)),
            _tell: tell,
            _typed: typed,
        }
    }

    /// Asks for the browser's next frame; asking twice gets one.
    pub(crate) fn request_frame(&self) {
        next_frame(&self.ends.0);
    }
}

fn action(what: u8, flag: bool, id: i32, at: ScreenPoint, value: f64) -> Action {
    let phase = match what {
        0 => PointerPhase::Down,
        1 => PointerPhase::Move,
        2 => PointerPhase::Up,
        3 => PointerPhase::Cancel,
        4 => return Action::Hover(Some(at)),
        5 => return Action::Hover(None),
        6 | 10 | 11 => {
            let mode = match what {
                10 => DeltaMode::Lines,
                11 => DeltaMode::Pages,
                _ => DeltaMode::Pixels,
            };
            return Action::Wheel(Wheel {
                at,
                delta_y: value,
                mode,
                ctrl: flag,
                time_ms: f64::from(id),
            });
        }
        8 => return Action::MoreRows,
        9 => return Action::Fonts,
        12 => return Action::SearchFocused,
        13 => return Action::ChooseBest,
        14 => return Action::ScreenFilled(flag),
        15 => return Action::SetSheet(Sheet::at(id)),
        16 => return Action::Moment(Some(id.cast_unsigned())),
        17 => return Action::Frame(value),
        _ => {
            return Action::Resized {
                container: (f64::from(id), value),
                stage: (at.x, at.y),
            };
        }
    };
    let kind = if flag {
        PointerKind::Touch
    } else {
        PointerKind::Mouse
    };
    Action::Pointer(PointerEvent {
        id,
        kind,
        phase,
        at,
        time_ms: value,
    })
}
