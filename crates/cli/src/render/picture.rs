//! One floor as the core draws it, for a picture of some width.

use floorplan::camera::{Camera, Viewport};
use floorplan::geometry::{PlanPoint, ScreenPoint};
use floorplan::messages::Msg;
use floorplan::scene::{
    Drawing, EstimatedAdvance, FloorScene, Font, Ink, Marks, Pin, place_labels, place_pins,
    scale_bar,
};

use super::pins::draw_pins;
use super::view::View;

/// A floor is never drawn higher than so many times its width.
const HIGHEST: f64 = 1.6;
/// Not even a booth fills the picture alone, pixels per metre.
const MAX_SCALE: f64 = 60.0;
/// How many times larger than usual a plan may be drawn. A larger one is a plan of halls, not of stands.
const ENLARGEMENTS: [f64; 3] = [1.0, 1.5, 2.2];
const LARGEST: f64 = 3.0;
/// Space below the plan for the scale bar, pixels.
const BAR_PX: f64 = 22.0;

/// How a floor lies in the picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) width_px: f64,
    /// All around.
    pub(super) margin_px: f64,
    /// Down to its upper margin.
    pub(super) top_px: f64,
    /// Pixels per metre.
    pub(super) scale: f64,
    /// So many times larger than usual is what stands around the plan.
    pub(super) enlarged: f64,
}

/// The scale at which all floors fit, pixels per metre: one for all, lest a smaller floor look larger.
pub(super) fn scale_for(view: &View<'_>, width_px: f64, margin_px: f64) -> f64 {
    let room = width_px - 2.0 * margin_px;
    let fits = view.scenes.iter().map(|scene| {
        let within = scene.painted();
        let across = room / within.width().max(0.01);
        across.min(HIGHEST * width_px / within.height().max(0.01))
    });
    fits.fold(MAX_SCALE, f64::min)
}

/// How many times larger than usual the plan must be drawn so that nearly all stands have their
/// numbers.
pub(super) fn enlargement(view: &View<'_>, width_px: f64, margin_px: f64) -> f64 {
    let (plan, lang, area) = (view.plan, view.lang.tag(), |m2: f64| view.area(m2));
    let has_numbers = |times: &f64| {
        let scale = scale_for(view, width_px, margin_px) * times;
        let camera = Camera {
            scale,
            x: 0.0,
            y: 0.0,
        };
        let (mut stands, mut labels) = (0, 0);
        for scene in &view.scenes {
            let (within, advance) = (scene.painted(), &EstimatedAdvance);
            stands += scene.stands.len();
            labels += place_labels(plan, scene, camera, within, lang, advance, &area).len();
        }
        labels * 10 >= stands * 9
    };
    let times = ENLARGEMENTS.into_iter().find(has_numbers);
    times.unwrap_or(LARGEST)
}

/// A floor as marks.
pub(super) struct Picture<'a> {
    pub(super) scene: &'a FloorScene,
    pub(super) camera: Camera,
    pub(super) marks: Marks,
    pub(super) pins: Vec<Pin>,
    /// How high it is with its margins and the scale bar, pixels.
    pub(super) height_px: f64,
}

impl<'a> Picture<'a> {
    /// Draws a floor.
    pub(super) fn new(view: &View<'_>, scene: &'a FloorScene, place: Place) -> Self {
        let Place {
            width_px,
            margin_px,
            top_px,
            scale,
            ..
        } = place;
        let (plan, lang, advance) = (view.plan, view.lang.tag(), &EstimatedAdvance);
        // Stands may stand outside their halls.
        let within = scene.painted();
        let height_px = within.height() * scale + 2.0 * margin_px;
        let viewport = Viewport::new(width_px, height_px);
        let mut camera = Camera::centered(within.center(), scale, viewport);
        // Floors begin at the same margin.
        camera.x = margin_px - within.x0 * scale;
        camera.y += top_px;
        let area = |m2: f64| view.area(m2);
        let labels = place_labels(plan, scene, camera, within, lang, advance, &area);
        let pins = place_pins(plan, scene, camera, &labels, lang, advance);
        let drawing = Drawing {
            plan,
            scene,
            camera,
            within,
            bright: &[],
        };
        let mut marks = Marks::default();
        drawing.ground(&mut marks);
        drawing.stands(&mut marks);
        drawing.walls(&mut marks);
        draw_pins(&pins, view, &mut marks);
        drawing.labels(&labels, &mut marks);
        let mut picture = Self {
            scene,
            camera,
            marks,
            pins,
            height_px: viewport.height + BAR_PX * place.enlarged,
        };
        picture.scale_bar(view, place);
        picture
    }

    fn scale_bar(&mut self, view: &View<'_>, place: Place) {
        let large = |px: f64| px * place.enlarged;
        let left = place.margin_px;
        let bar = scale_bar(self.camera.scale, place.width_px / 5.0);
        let low = place.top_px + self.height_px - large(8.0);
        let rect = [left, low, bar.width_px, large(2.0)].map(|px| px as f32);
        self.marks.rects(Ink::WORDS_2, &rect);
        let font = Font {
            size_px: large(11.0),
            is_bold: false,
            spacing_px: 0.0,
        };
        let metres = view.with(Msg::Metres, &[&view.lang.number(bar.metres)]);
        let middle = ScreenPoint::new(left + bar.width_px / 2.0, low - large(9.0));
        let inks = [Ink::WORDS_2, Ink::NONE];
        self.marks.text(inks, font, middle, &metres);
    }

    /// Corners in the picture as path data.
    pub(super) fn outline(&self, corners: &[PlanPoint]) -> String {
        let mut d = String::new();
        for corner in corners {
            let at = self.camera.screen_from_plan(*corner);
            d.push(if d.is_empty() { 'M' } else { 'L' });
            d.push_str(&super::pen::px(at.x as f32));
            d.push(' ');
            d.push_str(&super::pen::px(at.y as f32));
        }
        d + "z"
    }
}
