//! The picture: the plan as marks for one camera, and the key that says for which.

use std::rc::Rc;

use floorplan::geometry::ScreenPoint;
use floorplan::messages::{Lang, Msg};
use floorplan::mine;
use floorplan::plan::{Colour, Plan, StandIx};
use floorplan::scene::{
    Advance, Drawing, Font, Ink, Label, Marks, Pin, draw_kept, place_labels, place_pins, scale_bar,
};
use floorplan::state::{Exhibition, Frame, State};

use super::pins::draw_pins;
use crate::shared::Shared;
use crate::words::Words;

/// Where the scale bar on paper begins, pixels.
const BAR_PX: f64 = 36.0;

/// The plan as marks for a camera.
#[derive(PartialEq)]
pub(crate) struct Picture {
    pub(crate) exhibition: Shared<Exhibition>,
    pub(crate) frame: Frame,
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
    /// Draws everything in a frame.
    pub(crate) fn new(
        state: &State,
        exhibition: &Rc<Exhibition>,
        words: Words,
        advance: &dyn Advance,
        frame: Frame,
    ) -> Option<Self> {
        let scene = exhibition.scene(frame.floor)?;
        let (plan, camera, lang) = (exhibition.plan(), frame.camera, state.lang.tag());
        let within = camera.visible(frame.viewport, frame.margin_px);
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
            frame,
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
        let (drawn, wanted) = (self.frame, state.screen());
        drawn.camera == wanted.camera
            && self.lang == state.lang
            && drawn.floor == wanted.floor
            && (drawn.viewport.width - wanted.viewport.width).abs() < 1e-9
            && (drawn.viewport.height - wanted.viewport.height).abs() < 1e-9
            && self.kept_marks == Shared::from(&state.marks)
            && self.kept == kept(state)
            && self.matches == state.matches.as_ref().map(Shared::from)
            && Rc::ptr_eq(&self.exhibition.0, exhibition)
    }
}

impl Picture {
    /// Draws a scale bar below the plan.
    pub(super) fn add_scale_bar(&mut self, words: Words) {
        let Frame {
            camera, viewport, ..
        } = self.frame;
        let bar = scale_bar(camera.scale, viewport.width / 6.0);
        let (left, low) = (BAR_PX, viewport.height - 6.0);
        let rect = [left, low, bar.width_px, 2.0].map(|px| px as f32);
        self.marks.rects(Ink::WORDS_2, &rect);
        let font = Font {
            size_px: 11.0,
            is_bold: false,
            spacing_px: 0.0,
        };
        let metres = words.with(Msg::Metres, &[&words.lang.number(bar.metres)]);
        let middle = ScreenPoint::new(left + bar.width_px / 2.0, low - 8.0);
        self.marks
            .text([Ink::WORDS_2, Ink::NONE], font, middle, &metres);
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
