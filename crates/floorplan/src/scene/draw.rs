//! The floor, its stands and their labels as marks.

use super::marks::{Font, Ink, Marks};
use super::{FloorScene, Label, StandShape};
use crate::camera::Camera;
use crate::geometry::{PlanPoint, Polygon, Rect, ScreenPoint, closest_point};
use crate::plan::{Colour, Plan, Stand, StandIx};

/// How far the shade of a stand falls, metres.
const SHADE_M: (f64, f64) = (0.09, 0.16);
/// A shade that is thinner on the screen is left out, pixels.
const THIN_SHADE_PX: f64 = 0.7;
/// Thickness of the outer walls and of a room's walls, metres.
const WALL_M: f64 = 0.4;
const ROOM_WALL_M: f64 = 0.12;
/// How thick the edge of a stand is drawn where it has a wall, and where it is open, pixels.
const CLOSED_PX: f64 = 1.5;
const OPEN_PX: f64 = 0.6;
/// A smaller stand is all fill: an edge would be all one sees.
const EDGED_PX: f64 = 4.0;

/// What is drawn, and for which camera.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The floor.
    pub scene: &'a FloorScene,
    /// The camera.
    pub camera: Camera,
    /// What of the plan is to be drawn, metres.
    pub within: Rect,
    /// For each stand of the plan whether it is in full colour; all are where there is nothing.
    pub bright: &'a [bool],
}

/// The inks of a stand.
struct Inks {
    fill: Ink,
    edge: Ink,
    words: Ink,
    lesser_words: Ink,
}

/// Stands of one colour.
#[derive(Clone, Default)]
struct Group {
    edges: Vec<f32>,
    fills: Vec<f32>,
}

impl Drawing<'_> {
    /// The ground, rooms, columns and inner walls.
    pub fn ground(&self, marks: &mut Marks) {
        let scale = self.camera.scale;
        let halls = || self.plan.halls_on(self.scene.floor);
        for hall in halls() {
            marks.shape(Ink::GROUND, &mut self.points(&hall.outline));
        }
        for district in halls().flat_map(|hall| &hall.districts) {
            marks.shape(Ink::TINT, &mut self.points(&district.outline));
        }
        for hall in halls() {
            for room in hall.services.iter().filter_map(|s| s.outline.as_ref()) {
                marks.shape(Ink::ROOM, &mut self.points(room));
                let width = ROOM_WALL_M * scale;
                marks.line(Ink::WALL, width, true, &mut self.points(room));
            }
            for wall in &hall.walls {
                let mut line = wall.line.iter().map(|p| self.on_screen(*p));
                marks.line(Ink::WALL, wall.thickness_m * scale, false, &mut line);
            }
            for obstacle in &hall.obstacles {
                marks.shape(Ink::WALL, &mut self.points(obstacle));
            }
        }
    }

    /// The outer walls, over the stands, which may stand against them; with gaps at the doors.
    pub fn walls(&self, marks: &mut Marks) {
        let width_px = WALL_M * self.camera.scale;
        for hall in self.plan.halls_on(self.scene.floor) {
            marks.line(Ink::WALL, width_px, true, &mut self.points(&hall.outline));
            for door in &hall.entrances {
                let (a, b) = hall.outline.nearest_edge(door.at);
                let part = door.width_m / 2.0 / a.distance(b).max(0.01);
                let (dx, dy) = ((b.x - a.x) * part, (b.y - a.y) * part);
                let end = |sign: f64| {
                    let end = PlanPoint::new(door.at.x + sign * dx, door.at.y + sign * dy);
                    closest_point(end, a, b)
                };
                let mut gap = [end(-1.0), end(1.0)].into_iter().map(|p| self.on_screen(p));
                marks.line(Ink::GROUND, width_px + 1.0, false, &mut gap);
            }
        }
    }

    /// The stands.
    pub fn stands(&self, marks: &mut Marks) {
        let scale = self.camera.scale;
        let places = self.scene.stands_in(self.within);
        let shapes = places.iter().filter_map(|place| {
            let shape = self.scene.stands.get(*place)?;
            Some((shape, self.plan.stand(shape.stand)?))
        });
        let shift = ScreenPoint::new(SHADE_M.0 * scale, SHADE_M.1 * scale);
        let is_shaded = shift.y >= THIN_SHADE_PX;
        let mut shades = Vec::new();
        let mut groups = vec![Group::default(); self.plan.categories.len() + 2];
        let mut others = Vec::new();
        for (shape, stand) in shapes {
            let Some(open) = shape.open else {
                others.push((shape, stand));
                continue;
            };
            let a = self.on_screen(PlanPoint::new(stand.bounds.x0, stand.bounds.y0));
            let b = self.on_screen(PlanPoint::new(stand.bounds.x1, stand.bounds.y1));
            if let Some(group) = groups.get_mut(self.group(shape.stand, stand)) {
                group.add(a, b, open);
            }
            if is_shaded {
                push_rect(&mut shades, moved(a, shift), moved(b, shift), [0.0; 4]);
            }
        }
        marks.rects(Ink::SHADE, &shades);
        if is_shaded {
            for (_, stand) in &others {
                let mut points = self.points(&stand.outline).map(|p| moved(p, shift));
                marks.shape(Ink::SHADE, &mut points);
            }
        }
        for (i, group) in groups.iter().enumerate() {
            let inks = self.inks(i);
            marks.rects(inks.edge, &group.edges);
            marks.rects(inks.fill, &group.fills);
        }
        for (shape, stand) in others {
            self.polygon(shape, stand, marks);
        }
    }

    fn polygon(&self, shape: &StandShape, stand: &Stand, marks: &mut Marks) {
        let inks = self.inks(self.group(shape.stand, stand));
        marks.shape(inks.fill, &mut self.points(&stand.outline));
        let size = stand.bounds.width().min(stand.bounds.height()) * self.camera.scale;
        if size < EDGED_PX {
            return;
        }
        marks.line(inks.edge, OPEN_PX, true, &mut self.points(&stand.outline));
        for (edge, (a, b)) in stand.outline.edges().enumerate() {
            if !stand.open_edges.contains(&edge) {
                let mut side = [a, b].into_iter().map(|p| self.on_screen(p));
                marks.line(inks.edge, CLOSED_PX, false, &mut side);
            }
        }
    }

    /// Labels.
    pub fn labels(&self, labels: &[Label], marks: &mut Marks) {
        for label in labels {
            let Some(stand) = self.plan.stand(label.stand) else {
                continue;
            };
            let inks = self.inks(self.group(label.stand, stand));
            for line in &label.lines {
                let ink = if line.style.is_lesser() {
                    inks.lesser_words
                } else {
                    inks.words
                };
                let font = Font {
                    size_px: line.style.size_px(),
                    is_bold: line.style.is_bold(),
                    spacing_px: 0.0,
                };
                let at = ScreenPoint::new(label.at.x, label.at.y + line.dy_px);
                marks.text([ink, Ink::NONE], font, at, &line.text);
            }
        }
    }

    /// Stands of one group look alike: one group a category, one for none, one for the faded.
    fn group(&self, ix: StandIx, stand: &Stand) -> usize {
        let categories = self.plan.categories.len();
        match stand.category {
            _ if self.bright.get(ix.at()) == Some(&false) => categories + 1,
            Some(category) => category.at(),
            None => categories,
        }
    }

    fn inks(&self, group: usize) -> Inks {
        let palette = |colour| Inks {
            fill: Ink::fill(colour),
            edge: Ink::edge(colour),
            words: Ink::STAND_WORDS,
            lesser_words: Ink::STAND_WORDS_2,
        };
        match self.plan.categories.get(group).map(|c| c.colour) {
            None if group > self.plan.categories.len() => Inks::FADED,
            None => palette(0),
            Some(Colour::Palette(colour)) => palette(colour),
            Some(Colour::Own(colour)) => {
                let words = if colour.is_dark() {
                    Ink::LIGHT
                } else {
                    Ink::DARK
                };
                Inks {
                    fill: Ink::own_fill(group),
                    edge: Ink::own_edge(group),
                    words,
                    lesser_words: words,
                }
            }
        }
    }

    fn on_screen(&self, point: PlanPoint) -> ScreenPoint {
        self.camera.screen_from_plan(point)
    }

    fn points<'p>(&'p self, polygon: &'p Polygon) -> impl Iterator<Item = ScreenPoint> + 'p {
        polygon.points().iter().map(|p| self.on_screen(*p))
    }
}

impl Inks {
    const FADED: Self = Self {
        fill: Ink::GROUND,
        edge: Ink::LINE,
        words: Ink::WORDS_2,
        lesser_words: Ink::WORDS_2,
    };
}

impl Group {
    /// Two rectangles, one upon the other: cheaper to paint than a line around one.
    fn add(&mut self, a: ScreenPoint, b: ScreenPoint, open: [bool; 4]) {
        let size = (b.x - a.x).min(b.y - a.y);
        let mut insets = [0.0; 4];
        if size >= EDGED_PX {
            push_rect(&mut self.edges, a, b, [0.0; 4]);
            for (inset, open) in insets.iter_mut().zip(open) {
                *inset = if open { OPEN_PX } else { CLOSED_PX }.min(size * 0.12);
            }
        }
        push_rect(&mut self.fills, a, b, insets);
    }
}

/// Left, top, width and height of a rectangle made smaller: left, top, right, bottom.
fn push_rect(to: &mut Vec<f32>, a: ScreenPoint, b: ScreenPoint, insets: [f64; 4]) {
    let [left, top, right, bottom] = insets;
    let (x, y) = (a.x + left, a.y + top);
    let (width, height) = (b.x - right - x, b.y - bottom - y);
    to.extend([x as f32, y as f32, width as f32, height as f32]);
}

fn moved(point: ScreenPoint, by: ScreenPoint) -> ScreenPoint {
    ScreenPoint::new(point.x + by.x, point.y + by.y)
}
