//! A sheet: the floors one below the other, the legend, what a reader must know.

use floorplan::messages::Msg;
use floorplan::plan::Colour;
use floorplan::scene::{EstimatedAdvance, FloorScene, Ink, text_width};

use super::ids;
use super::inks::Inks;
use super::markup::Markup;
use super::pen::{Dress, Pen, px};
use super::picture::{Picture, Place, enlargement, scale_for};
use super::pins::title;
use super::trace::trace;
use super::view::View;
use super::wrap::wrap;

/// What stands look like in the legend, pixels: the square, the words, a row, a gap.
const SWATCH_PX: f64 = 13.0;
const LEGEND_PX: f64 = 12.0;
const ROW_PX: f64 = 22.0;
const GAP_PX: f64 = 18.0;

/// How a sheet is laid out.
///
/// A plan whose stands have no room for their numbers is drawn larger, with larger words around it:
/// shown in the same place, it is read by looking closer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub(super) width_px: f64,
    pub(super) margin_px: f64,
    /// So many times larger than usual is what stands around the plan.
    pub(super) enlarged: f64,
    pub(super) dress: Dress,
    /// Where the name of the event is.
    pub(super) heading: Heading,
    /// Whether stands have names to link to, or are links.
    pub(super) stands: Stands,
}

impl Layout {
    /// The layout, enlarged as the plan needs it.
    pub(super) fn enlarged_for(self, view: &View<'_>) -> Self {
        let enlarged = enlargement(view, self.width_px, self.margin_px);
        Self {
            width_px: self.width_px * enlarged,
            margin_px: self.margin_px * enlarged,
            enlarged,
            ..self
        }
    }
}

/// Where the name of the event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Above,
    Below,
    None,
}

/// What the stands' shapes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// Groups with an id.
    Named,
    /// Groups without one.
    Plain,
    /// Links to their entries in the list.
    Links,
}

/// How high a sheet is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Height {
    /// All of it, pixels.
    pub(super) px: f64,
    /// Down to where the floors end, with what a reader must know of them, pixels.
    pub(super) of_floors_px: f64,
}

/// Writes a sheet. What is below the floors is not cut through at `cut_px`, if that is all that may be
/// seen.
pub(super) fn sheet(
    view: &View<'_>,
    inks: &Inks,
    layout: Layout,
    cut_px: f64,
    out: &mut Markup,
) -> Height {
    let mut sheet = Sheet {
        view,
        inks,
        layout,
        scale: scale_for(view, layout.width_px, layout.margin_px),
        y: 0.0,
    };
    if layout.heading == Heading::Above {
        sheet.y += sheet.large(6.0);
        sheet.heading(out);
    }
    for (at, scene) in view.scenes.iter().enumerate() {
        sheet.floor(at, scene, out);
    }
    let foot = sheet.large(12.0);
    sheet.notice(out);
    let of_floors_px = sheet.y + foot;
    let cut_px = cut_px.max(of_floors_px);
    sheet.whole(cut_px, out, Sheet::legend);
    if layout.heading == Heading::Below {
        sheet.whole(cut_px, out, Sheet::heading);
    }
    Height {
        px: sheet.y + foot,
        of_floors_px,
    }
}

struct Sheet<'a> {
    view: &'a View<'a>,
    inks: &'a Inks,
    layout: Layout,
    /// Pixels per metre.
    scale: f64,
    /// Down to where it is filled.
    y: f64,
}

impl Sheet<'_> {
    fn pen<'o>(&'o self, out: &'o mut Markup) -> Pen<'o> {
        Pen::new(out, self.inks, self.layout.dress)
    }

    /// A size of what stands around the plan.
    fn large(&self, px: f64) -> f64 {
        px * self.layout.enlarged
    }

    /// Words from the left margin on, on as many lines as they need.
    fn paragraph(
        &mut self,
        words: &str,
        size_px: f64,
        is_bold: bool,
        ink: Ink,
        lang: Option<&str>,
        out: &mut Markup,
    ) {
        let room = self.layout.width_px - 2.0 * self.layout.margin_px;
        let size_px = self.large(size_px);
        let leading = (size_px * 1.35).round();
        let mut middle = self.y + leading / 2.0;
        let lines = wrap(words, room, size_px, is_bold);
        let mut pen = self.pen(out);
        for line in &lines {
            let at = [self.layout.margin_px as f32, middle as f32];
            pen.line(ink, size_px as f32, is_bold, at, line, lang);
            middle += leading;
        }
        pen.end();
        self.y += leading * lines.len() as f64;
    }

    /// Writes what would be cut through below where it would be.
    fn whole(&mut self, cut_px: f64, out: &mut Markup, write: fn(&mut Self, &mut Markup)) {
        let y = self.y;
        write(self, &mut Markup::default());
        self.y = if self.y > cut_px { y.max(cut_px) } else { y };
        write(self, out);
    }

    fn heading(&mut self, out: &mut Markup) {
        self.y += self.large(8.0);
        let name = self.view.name(&self.view.plan.event.name);
        self.paragraph(&name.text, 18.0, true, Ink::WORDS, name.lang, out);
        self.y += self.large(2.0);
        let facts = self.view.when_and_where();
        self.paragraph(&facts, 13.0, false, Ink::WORDS_2, None, out);
    }

    fn notice(&mut self, out: &mut Markup) {
        if self.view.plan.event.notice.is_some() {
            self.y += self.large(4.0);
            let words = self.view.say(Msg::Schematic);
            self.paragraph(words, 12.0, false, Ink::WORDS_2, None, out);
        }
    }

    fn floor(&mut self, at: usize, scene: &FloorScene, out: &mut Markup) {
        let view = self.view;
        if view.plan.floors.len() > 1
            && let Some(floor) = view.plan.floors.get(scene.floor.at())
        {
            self.y += self.large(if at > 0 { 20.0 } else { 12.0 });
            let name = view.name(&floor.name);
            self.paragraph(&name.text, 15.0, true, Ink::WORDS, name.lang, out);
        }
        let place = Place {
            width_px: self.layout.width_px,
            margin_px: self.layout.margin_px,
            top_px: self.y,
            scale: self.scale,
            enlarged: self.layout.enlarged,
        };
        let picture = Picture::new(view, scene, place);
        out.open("g", &[("aria-hidden", "true")]);
        let mut pen = self.pen(out);
        trace(&picture.marks, &mut pen);
        pen.end();
        out.close();
        self.shapes(&picture, out);
        self.y += picture.height_px;
    }

    /// Stands and pins for the pointer: shapes with a name and nothing to see.
    fn shapes(&self, picture: &Picture<'_>, out: &mut Markup) {
        let view = self.view;
        out.open("g", &[("fill", "none"), ("pointer-events", "all")]);
        out.line();
        let stands = picture.scene.stands.iter();
        for stand in stands.filter_map(|shape| view.plan.stand(shape.stand)) {
            match self.layout.stands {
                Stands::Named => {
                    out.open("g", &[("id", &ids::place(view.plan, "stand", &stand.id))]);
                }
                Stands::Plain => out.open("g", &[]),
                Stands::Links => {
                    let to = ids::link(view.plan, "stand", &stand.id);
                    // For the pointer; the keyboard has the list itself.
                    out.open("a", &[("href", &to), ("tabindex", "-1")]);
                }
            }
            let name = view.stand_title(stand);
            match name.lang {
                Some(lang) => out.leaf("title", &[("lang", lang)], &name.text),
                None => out.leaf("title", &[], &name.text),
            }
            out.empty("path", &[("d", &picture.outline(stand.outline.points()))]);
            out.close();
            out.line();
        }
        for pin in &picture.pins {
            if let Some(title) = title(pin, view) {
                let (x, y) = (px(pin.at.x as f32), px(pin.at.y as f32));
                out.open("circle", &[("cx", &x), ("cy", &y), ("r", "10")]);
                out.leaf("title", &[], title);
                out.close();
                out.line();
            }
        }
        out.close();
        out.line();
    }

    /// The categories that stands of these floors have, in rows.
    fn legend(&mut self, out: &mut Markup) {
        let view = self.view;
        let Layout {
            width_px,
            margin_px,
            ..
        } = self.layout;
        let has = |at: usize| {
            let shapes = view.scenes.iter().flat_map(|scene| &scene.stands);
            let mut stands = shapes.filter_map(|shape| view.plan.stand(shape.stand));
            stands.any(|stand| stand.category.is_some_and(|category| category.at() == at))
        };
        let [swatch, size, row, gap, space] =
            [SWATCH_PX, LEGEND_PX, ROW_PX, GAP_PX, 6.0].map(|px| self.large(px));
        let (mut x, mut y) = (margin_px, self.y + self.large(10.0) + row / 2.0);
        let mut pen = self.pen(out);
        let mut is_empty = true;
        for (at, category) in view.plan.categories.iter().enumerate() {
            if !has(at) {
                continue;
            }
            let name = view.name(&category.name);
            let words = text_width(&name.text, size, false, &EstimatedAdvance);
            let wide = swatch + space + words;
            if !is_empty && x + wide > width_px - margin_px {
                (x, y) = (margin_px, y + row);
            }
            is_empty = false;
            let (fill, edge) = swatch_inks(category.colour, at);
            let corner = [x as f32, (y - swatch / 2.0) as f32];
            pen.swatch(fill, edge, corner, swatch as f32);
            let begin = [(x + swatch + space) as f32, y as f32];
            pen.line(Ink::WORDS, size as f32, false, begin, &name.text, name.lang);
            x += wide + gap;
        }
        pen.end();
        if !is_empty {
            self.y = y + row / 2.0;
        }
    }
}

/// Fill and edge of a category, by its place.
pub(super) fn swatch_inks(colour: Colour, at: usize) -> (Ink, Ink) {
    match colour {
        Colour::Palette(colour) => (Ink::fill(colour), Ink::edge(colour)),
        Colour::Own(_) => (Ink::own_fill(at), Ink::own_edge(at)),
    }
}
