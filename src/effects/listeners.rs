//! Pointer and wheel on the map. Listened to directly and not through the virtual DOM: a drag
//! must cost one transform, and the wheel must be able to keep the page from scrolling.

use floorplan::geometry::ScreenPoint;
use floorplan::gesture::{DeltaMode, PointerEvent, PointerKind, PointerPhase};
use floorplan::state::{Action, Wheel};
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, Element};
use yew::Callback;

use super::Ends;

/// What `watch` of `browser.js` tells.
type Tell = dyn FnMut(u8, bool, i32, f64, f64, f64);

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    fn watch(stage: &Element, tell: &Closure<Tell>) -> AbortController;
}

/// The listeners of one map; removed when dropped.
pub(crate) struct StageListeners {
    _ends: Ends,
    _tell: Closure<Tell>,
}

impl StageListeners {
    /// Listens on `stage`.
    pub(crate) fn new(stage: &Element, dispatch: &Callback<Action>) -> Self {
        let dispatch = dispatch.clone();
        let tell: Closure<Tell> = Closure::new(move |what, flag, id, x, y, value| {
            dispatch.emit(action(what, flag, id, ScreenPoint::new(x, y), value));
        });
        Self {
            _ends: Ends(watch(stage, &tell)),
            _tell: tell,
        }
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
        _ => {
            let mode = match id {
                1 => DeltaMode::Lines,
                2 => DeltaMode::Pages,
                _ => DeltaMode::Pixels,
            };
            return Action::Wheel(Wheel {
                at,
                delta_y: value,
                mode,
                ctrl: flag,
            });
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
