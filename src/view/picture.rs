//! The picture: labels and pins placed for one camera, and the key that says for which.

use std::rc::Rc;

use floorplan::camera::{Camera, Viewport};
use floorplan::messages::Lang;
use floorplan::plan::FloorIx;
use floorplan::scene::{Advance, Label, Pin, place_labels, place_pins};
use floorplan::state::{Exhibition, OVERSCAN, State};

use crate::shared::Shared;
use crate::words::Words;

/// Labels and pins for a camera.
#[derive(PartialEq)]
pub(crate) struct Picture {
    pub(crate) exhibition: Shared<Exhibition>,
    pub(crate) camera: Camera,
    pub(crate) floor: FloorIx,
    pub(crate) labels: Vec<Label>,
    pub(crate) pins: Vec<Pin>,
    lang: Lang,
    size: (f64, f64),
}

impl Picture {
    /// Places everything for the camera that the state wants drawn.
    pub(crate) fn new(
        state: &State,
        exhibition: &Rc<Exhibition>,
        words: &Words,
        advance: &dyn Advance,
    ) -> Option<Self> {
        let scene = exhibition.scene(state.floor)?;
        let (plan, camera, lang) = (exhibition.plan(), state.drawn, state.lang.tag());
        let within = camera.visible(state.viewport, OVERSCAN);
        let area = |m2: f64| words.area(m2);
        let labels = place_labels(plan, scene, camera, within, lang, advance, &area);
        let pins = place_pins(plan, scene, camera, &labels, lang, advance);
        Some(Self {
            exhibition: Shared::from(exhibition),
            camera,
            floor: state.floor,
            labels,
            pins,
            lang: state.lang,
            size: size(state.viewport),
        })
    }

    /// Whether it is still the picture of this state.
    pub(crate) fn is_for(&self, state: &State, exhibition: &Rc<Exhibition>) -> bool {
        self.camera == state.drawn
            && self.lang == state.lang
            && self.floor == state.floor
            && self.size == size(state.viewport)
            && Rc::ptr_eq(&self.exhibition.0, exhibition)
    }

    /// From the map's corner to the picture's, pixels.
    pub(crate) fn corner(&self) -> (f64, f64) {
        (self.size.0 * OVERSCAN, self.size.1 * OVERSCAN)
    }
}

fn size(viewport: Viewport) -> (f64, f64) {
    (viewport.width, viewport.height)
}
