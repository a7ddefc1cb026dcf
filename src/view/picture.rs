//! The picture: the plan as marks for one camera, and the key that says for which.

use std::rc::Rc;

use floorplan::camera::{Camera, Viewport};
use floorplan::messages::Lang;
use floorplan::mine;
use floorplan::plan::{Colour, FloorIx, Plan, StandIx};
use floorplan::scene::{Advance, Drawing, Label, Marks, Pin, draw_kept, place_labels, place_pins};
use floorplan::state::{Exhibition, State};

use super::pins::draw_pins;
use crate::shared::Shared;
use crate::words::Words;

/// The plan as marks for a camera.
#[derive(PartialEq)]
pub(crate) struct Picture {
    pub(crate) exhibition: Shared<Exhibition>,
    pub(crate) camera: Camera,
    pub(crate) floor: FloorIx,
    pub(crate) viewport: Viewport,
    /// How far it reaches beyond the map on every side, pixels.
    pub(crate) margin_px: f64,
    pub(crate) labels: Vec<Label>,
    pub(crate) pins: Vec<Pin>,
    pub(crate) marks: Marks,
    /// Fills and edges that the categories bring themselves, with blanks between.
    pub(crate) own_inks: String,
    matches: Option<Shared<[StandIx]>>,
    kept_marks: Shared<mine::Marks>,
    /// The stand that is never faded.
    kept: Option<StandIx>,
    lang: Lang,
}

impl Picture {
    /// Draws everything for the camera that the state wants drawn.
    pub(crate) fn new(
        state: &State,
        exhibition: &Rc<Exhibition>,
        words: Words,
        advance: &dyn Advance,
    ) -> Option<Self> {
        let scene = exhibition.scene(state.floor)?;
        let (plan, camera, lang) = (exhibition.plan(), state.drawn, state.lang.tag());
        let margin_px = state.margin_px();
        let within = camera.visible(state.viewport, margin_px);
        let area = |m2: f64| words.area(m2);
        let mut labels = place_labels(plan, scene, camera, within, lang, advance, &area);
        let pins = place_pins(plan, scene, camera, &labels, lang, advance);
        let bright = state.bright();
        labels.retain(|label| bright.get(label.stand.at()) != Some(&false));
        let drawing = Drawing {
            plan,
            scene,
            camera,
            within,
            bright: &bright,
        };
        let mut marks = Marks::default();
        drawing.ground(&mut marks);
        drawing.stands(&mut marks);
        drawing.walls(&mut marks);
        draw_pins(&pins, plan, words, &mut marks);
        drawing.labels(&labels, &mut marks);
        draw_kept(plan, scene, camera, &labels, &state.marks, &mut marks);
        Some(Self {
            exhibition: Shared::from(exhibition),
            camera,
            floor: state.floor,
            viewport: state.viewport,
            margin_px,
            labels,
            pins,
            marks,
            own_inks: own_inks(plan),
            matches: state.matches.as_ref().map(Shared::from),
            kept_marks: Shared::from(&state.marks),
            kept: kept(state),
            lang: state.lang,
        })
    }

    /// Whether it is still the picture of this state.
    pub(crate) fn is_for(&self, state: &State, exhibition: &Rc<Exhibition>) -> bool {
        self.camera == state.drawn
            && self.lang == state.lang
            && self.floor == state.floor
            && (self.viewport.width - state.viewport.width).abs() < 1e-9
            && (self.viewport.height - state.viewport.height).abs() < 1e-9
            && self.kept_marks == Shared::from(&state.marks)
            && self.kept == kept(state)
            && self.matches == state.matches.as_ref().map(Shared::from)
            && Rc::ptr_eq(&self.exhibition.0, exhibition)
    }
}

/// The chosen stand stays in full colour where others fade.
fn kept(state: &State) -> Option<StandIx> {
    state.selected.filter(|_| state.matches.is_some())
}

fn own_inks(plan: &Plan) -> String {
    let mut inks = String::new();
    for category in &plan.categories {
        if let Colour::Own(colour) = category.colour {
            inks.push_str(&["#", &colour.digits(), " #", &colour.edge().digits(), " "].concat());
        } else {
            inks.push_str("- - ");
        }
    }
    inks
}
