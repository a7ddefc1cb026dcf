//! Small round pins of services and doorways, and names of districts, without collisions.

use super::{Advance, FloorScene, Label, text_width};
use crate::camera::Camera;
use crate::format::{EntranceKind, ServiceKind};
use crate::geometry::{PlanPoint, Rect, ScreenPoint};
use crate::plan::Plan;

/// Half a pin's width with its space, pixels.
const PIN_PX: f64 = 13.0;
/// Size and spacing of district names.
const DISTRICT_PX: f64 = 11.0;
const DISTRICT_SPACING_PX: f64 = 1.3;

/// What a pin stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinKind {
    /// A service: hall and service index.
    Service(ServiceKind, usize, usize),
    /// A doorway: hall and entrance index. `inwards` is the way in, in eighths of a turn
    /// clockwise from "up".
    Entrance(EntranceKind, usize, usize, u8),
    /// The name of a district: hall and district index.
    District(usize, usize),
}

/// A pin on the screen of the camera it was placed for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pin {
    /// What it stands for.
    pub kind: PinKind,
    /// Its middle.
    pub at: ScreenPoint,
}

/// Places doorways, then services, then district names (only while `names` is given, for the
/// overview); what would collide with something placed before, or with a label, is left out.
pub fn place_pins(
    plan: &Plan,
    scene: &FloorScene,
    camera: Camera,
    labels: &[Label],
    lang: &str,
    advance: &dyn Advance,
) -> Vec<Pin> {
    let mut placer = Placer {
        taken: Vec::new(),
        pins: Vec::new(),
    };
    let halls = || {
        plan.halls
            .iter()
            .enumerate()
            .filter(|(_, h)| h.floor == scene.floor)
    };
    for (h, hall) in halls() {
        for (i, entrance) in hall.entrances.iter().enumerate() {
            let eighth = way_in(&hall.outline, entrance.at);
            let kind = PinKind::Entrance(entrance.kind, h, i, eighth);
            // Doorways are always there: they stand in the wall, where nothing else is.
            placer.put(
                kind,
                camera.screen_from_plan(entrance.at),
                PIN_PX,
                PIN_PX,
                true,
            );
        }
    }
    for label in labels {
        placer.taken.push(Rect::around(
            label.at.x,
            label.at.y,
            label.width_px,
            label.height_px,
        ));
    }
    for (h, hall) in halls() {
        for (i, service) in hall.services.iter().enumerate() {
            let kind = PinKind::Service(service.kind, h, i);
            placer.put(
                kind,
                camera.screen_from_plan(service.at),
                PIN_PX,
                PIN_PX,
                false,
            );
        }
    }
    for (h, hall) in halls() {
        for (i, district) in hall.districts.iter().enumerate() {
            let name = district.name.get(lang).text;
            let letters = name.chars().count() as f64;
            let width =
                text_width(name, DISTRICT_PX, true, advance) + letters * DISTRICT_SPACING_PX;
            let (half_w, half_h) = (width / 2.0 + 4.0, DISTRICT_PX / 2.0 + 3.0);
            let at = camera.screen_from_plan(district.label);
            let area = Rect::around(at.x, at.y, half_w * 2.0, half_h * 2.0);
            let a = camera.plan_from_screen(ScreenPoint::new(area.x0, area.y0));
            let b = camera.plan_from_screen(ScreenPoint::new(area.x1, area.y1));
            let on_floor = Rect::new(a.x, a.y, b.x, b.y);
            if scene.stands_in(on_floor).is_empty() {
                placer.put(PinKind::District(h, i), at, half_w, half_h, false);
            }
        }
    }
    placer.pins
}

struct Placer {
    taken: Vec<Rect>,
    pins: Vec<Pin>,
}

impl Placer {
    fn put(&mut self, kind: PinKind, at: ScreenPoint, half_w: f64, half_h: f64, always: bool) {
        let area = Rect::around(at.x, at.y, half_w * 2.0, half_h * 2.0);
        if always || !self.taken.iter().any(|t| t.overlaps(area)) {
            self.taken.push(area);
            self.pins.push(Pin { kind, at });
        }
    }
}

/// The way in through a doorway, in eighths of a turn clockwise from "up".
fn way_in(outline: &crate::geometry::Polygon, at: PlanPoint) -> u8 {
    let (a, b) = outline.nearest_edge(at);
    // Clockwise on screen, the inside lies to the right of a side's direction.
    let (nx, ny) = (-(b.y - a.y), b.x - a.x);
    // The tangent of a sixteenth of a turn parts straight from slanting.
    let is_straight = |of: f64, other: f64| of.abs() < 0.414 * other.abs();
    match (is_straight(nx, ny), is_straight(ny, nx), nx > 0.0, ny > 0.0) {
        (true, _, _, down) => 4 * u8::from(down),
        (_, true, right, _) => {
            if right {
                2
            } else {
                6
            }
        }
        (_, _, true, false) => 1,
        (_, _, true, true) => 3,
        (_, _, false, true) => 5,
        (_, _, false, false) => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Polygon;

    #[test]
    fn the_way_in_points_into_the_hall() {
        let hall = Polygon::new(&[[0.0, 0.0], [70.0, 0.0], [70.0, 50.0], [0.0, 50.0]]).unwrap();
        assert_eq!(
            way_in(&hall, PlanPoint::new(35.0, 50.0)),
            0,
            "from the south one goes up"
        );
        assert_eq!(
            way_in(&hall, PlanPoint::new(0.0, 25.0)),
            2,
            "from the west one goes right"
        );
        assert_eq!(way_in(&hall, PlanPoint::new(35.0, 0.0)), 4);
        assert_eq!(way_in(&hall, PlanPoint::new(70.0, 25.0)), 6);
    }
}
