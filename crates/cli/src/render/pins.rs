//! Services, doorways and names of districts, as the widget paints them (`src/view/pins.rs`); a test
//! compares the icons with the widget's.

use std::f64::consts::FRAC_PI_4;

use floorplan::format::{EntranceKind, ServiceKind};
use floorplan::geometry::ScreenPoint;
use floorplan::messages::{entrance_name, service_name};
use floorplan::scene::{Font, Ink, Marks, Pin, PinKind};

use super::view::View;

const ARROW: &str = "M8 13V3.5M4 7.5L8 3.5L12 7.5";
const RUNNING: &str =
    "M9.6 3.2L9.7 3.1M5 7L7.5 5.2L10 7L11 9H13M7.8 6L7 9.5L9.5 11V14M7 9.5L5.5 12H3";

/// The lines of a service's icon, on a grid of 16 units.
fn icon(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::Information => "M8 7.2V12.4M8 4V4.2",
        ServiceKind::Cloakroom => "M6.4 5A1.6 1.6 0 1 1 8 6.5V7.6L2.6 11.4H13.4L8 7.6",
        ServiceKind::Toilets => {
            "M4.6 3.3V3.4M4.6 5.8V12.6M2.8 6H6.4M11.4 3.3V3.4M11.4 5.6L9.4 9.6H13.4L11.4 5.6M11.4 9.6V12.6"
        }
        ServiceKind::Cafe => {
            "M3 6H11V9.5A3 3 0 0 1 8 12.5H6A3 3 0 0 1 3 9.5ZM11 7H13.5V9.5H11M5.5 2.5V4M8.5 2.5V4"
        }
        ServiceKind::FirstAid => "M8 3.5V12.5M3.5 8H12.5",
        ServiceKind::Stage => {
            "M8 9.5A2 2 0 0 0 10 7.5V4.5A2 2 0 0 0 6 4.5V7.5A2 2 0 0 0 8 9.5ZM4 7.5A4 4 0 0 0 12 7.5M8 11.5V13.5"
        }
        ServiceKind::MeetingRoom => "M3 4H13V10H3ZM6 13L8 10L10 13",
        ServiceKind::Other => "M8 7.9V8.1",
    }
}

/// Paints the pins.
pub(super) fn draw_pins(pins: &[Pin], view: &View<'_>, marks: &mut Marks) {
    let font = |size_px, spacing_px| Font {
        size_px,
        is_bold: true,
        spacing_px,
    };
    for pin in pins {
        match pin.kind {
            PinKind::District(hall, district) => {
                let hall = view.plan.halls.get(hall);
                if let Some(district) = hall.and_then(|hall| hall.districts.get(district)) {
                    let name = view.text(&district.name).text;
                    marks.text([Ink::WORDS_2, Ink::NONE], font(11.0, 1.3), pin.at, name);
                }
            }
            PinKind::Service(kind, ..) => {
                marks.disc(Ink::SURFACE, Ink::LINE, pin.at, 10.0);
                marks.glyph(Ink::WORDS_2, pin.at, 0.82, 0.0, icon(kind));
            }
            PinKind::Entrance(kind, _, _, eighth) => {
                let face = match kind {
                    EntranceKind::Main => Ink::WORDS,
                    EntranceKind::Emergency => Ink::EMERGENCY,
                    _ => Ink::WORDS_2,
                };
                // The running figure stays upright; the arrow points the way.
                let (path, turn) = match kind {
                    EntranceKind::Emergency => (RUNNING, 0),
                    EntranceKind::Exit => (ARROW, eighth + 4),
                    _ => (ARROW, eighth),
                };
                marks.block(face, Ink::OUTSIDE, pin.at, 9.0, 5.0);
                marks.glyph(
                    Ink::SURFACE,
                    pin.at,
                    0.72,
                    f64::from(turn) * FRAC_PI_4,
                    path,
                );
                if kind == EntranceKind::Main {
                    let below = if eighth == 4 { -16.0 } else { 20.0 };
                    let at = ScreenPoint::new(pin.at.x, pin.at.y + below);
                    let title = title(pin, view).unwrap_or_default();
                    marks.text([Ink::WORDS, Ink::OUTSIDE], font(12.0, 0.0), at, title);
                }
            }
        }
    }
}

/// What a service or a doorway is called; nothing for a district, whose name is on the plan.
pub(super) fn title<'a>(pin: &Pin, view: &View<'a>) -> Option<&'a str> {
    let (name, common) = match pin.kind {
        PinKind::District(..) => return None,
        PinKind::Service(kind, hall, at) => {
            let service = view.plan.halls.get(hall)?.services.get(at)?;
            (&service.name, service_name(kind))
        }
        PinKind::Entrance(kind, hall, at, _) => {
            let entrance = view.plan.halls.get(hall)?.entrances.get(at)?;
            (&entrance.name, entrance_name(kind))
        }
    };
    Some(match name {
        Some(name) => view.text(name).text,
        None => view.say(common),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_those_of_the_widget() {
        const WIDGET: &str = include_str!("../../../../src/view/icon.rs");
        let kinds = [
            ServiceKind::Information,
            ServiceKind::Cloakroom,
            ServiceKind::Toilets,
            ServiceKind::Cafe,
            ServiceKind::FirstAid,
            ServiceKind::Stage,
            ServiceKind::MeetingRoom,
            ServiceKind::Other,
        ];
        for path in kinds.map(icon).into_iter().chain([ARROW, RUNNING]) {
            assert!(WIDGET.contains(path), "{path}");
        }
    }
}
