//! Pointer and wheel on the map. Listened to directly and not through the virtual DOM: a drag
//! must cost one transform, and the wheel must be able to keep the page from scrolling.

use std::cell::Cell;
use std::rc::Rc;

use floorplan::geometry::ScreenPoint;
use floorplan::gesture::{DeltaMode, PointerEvent, PointerKind, PointerPhase};
use floorplan::state::{Action, Wheel};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::Callback;

/// The listeners of one map; removed when dropped.
pub(crate) struct StageListeners {
    _listeners: Vec<EventListener>,
    cooperative: Rc<Cell<bool>>,
}

impl StageListeners {
    /// Listens on `stage`. Events that begin on a control over the map (`[data-chrome]`) are the
    /// control's own.
    pub(crate) fn new(stage: &Element, dispatch: &Callback<Action>) -> Self {
        let cooperative = Rc::new(Cell::new(false));
        let mut listeners = Vec::with_capacity(6);
        for (name, phase) in [
            ("pointerdown", PointerPhase::Down),
            ("pointermove", PointerPhase::Move),
            ("pointerup", PointerPhase::Up),
            ("pointercancel", PointerPhase::Cancel),
        ] {
            let (own, dispatch) = (stage.clone(), dispatch.clone());
            listeners.push(EventListener::new(stage, name, move |event| {
                pointer(&own, &dispatch, event, phase);
            }));
        }
        // The browser would turn a tap into a click on whatever the tap has just put there.
        let options = EventListenerOptions::enable_prevent_default();
        listeners.push(EventListener::new_with_options(
            stage,
            "touchend",
            options,
            |event| {
                if event.cancelable() && !on_chrome(event) {
                    event.prevent_default();
                }
            },
        ));
        let leave = dispatch.clone();
        listeners.push(EventListener::new(stage, "pointerleave", move |_| {
            leave.emit(Action::Hover(None));
        }));
        let (own, dispatch, shared) = (stage.clone(), dispatch.clone(), Rc::clone(&cooperative));
        let options = EventListenerOptions::enable_prevent_default();
        listeners.push(EventListener::new_with_options(
            stage,
            "wheel",
            options,
            move |event| {
                wheel(&own, &dispatch, event, shared.get());
            },
        ));
        Self {
            _listeners: listeners,
            cooperative,
        }
    }

    /// Whether the page keeps plain wheel turns.
    pub(crate) fn set_cooperative(&self, on: bool) {
        self.cooperative.set(on);
    }
}

fn pointer(stage: &Element, dispatch: &Callback<Action>, event: &Event, phase: PointerPhase) {
    let Some(event) = event.dyn_ref::<web_sys::PointerEvent>() else {
        return;
    };
    let at = place(stage, event);
    let kind = if event.pointer_type() == "touch" {
        PointerKind::Touch
    } else {
        PointerKind::Mouse
    };
    match phase {
        PointerPhase::Down => {
            if event.button() != 0 || on_chrome(event) {
                return;
            }
            // The drag goes on outside the map. Fails when the pointer is gone already.
            let _ = stage.set_pointer_capture(event.pointer_id());
        }
        PointerPhase::Move if event.buttons() == 0 => {
            let over_map = kind == PointerKind::Mouse && !on_chrome(event);
            dispatch.emit(Action::Hover(over_map.then_some(at)));
            return;
        }
        _ => {}
    }
    dispatch.emit(Action::Pointer(PointerEvent {
        id: event.pointer_id(),
        kind,
        phase,
        at,
        time_ms: event.time_stamp(),
    }));
}

fn wheel(stage: &Element, dispatch: &Callback<Action>, event: &Event, cooperative: bool) {
    let Some(event) = event.dyn_ref::<web_sys::WheelEvent>() else {
        return;
    };
    if on_chrome(event) {
        return;
    }
    let ctrl = event.ctrl_key() || event.meta_key();
    if ctrl || !cooperative {
        event.prevent_default();
    }
    let mode = match event.delta_mode() {
        1 => DeltaMode::Lines,
        2 => DeltaMode::Pages,
        _ => DeltaMode::Pixels,
    };
    let at = place(stage, event);
    dispatch.emit(Action::Wheel(Wheel {
        at,
        delta_y: event.delta_y(),
        mode,
        ctrl,
    }));
}

/// Where an event is, pixels from the map's corner.
fn place(stage: &Element, event: &web_sys::MouseEvent) -> ScreenPoint {
    let corner = stage.get_bounding_client_rect();
    ScreenPoint::new(
        f64::from(event.client_x()) - corner.left(),
        f64::from(event.client_y()) - corner.top(),
    )
}

fn on_chrome(event: &Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|t| t.closest("[data-chrome]").ok().flatten().is_some())
}
