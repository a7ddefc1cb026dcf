//! Services, doorways and names of districts on the map.

use std::f64::consts::FRAC_PI_4;

use floorplan::format::EntranceKind;
use floorplan::geometry::ScreenPoint;
use floorplan::plan::{HallIx, Plan};
use floorplan::scene::{Font, Ink, Marks, Pin, PinKind};
use floorplan::search::What;
use floorplan::state::Spot;
use yew::prelude::*;

use super::Picture;
use super::icon::Icon;
use super::memo::Draw;
use super::press::pixels;
use super::text::place_name;
use crate::shared::Shared;
use crate::words::Words;

/// What the pointer is told about a pin: a place that has a title. What one sees is painted.
#[derive(PartialEq)]
pub(crate) struct PinTitles {
    pub(crate) picture: Shared<Picture>,
    pub(crate) words: Words,
}

impl Draw for PinTitles {
    fn view(&self) -> Html {
        let plan = self.picture.exhibition.plan();
        let pins = self.picture.pins.iter().filter_map(|pin| {
            let title = title(pin, plan, self.words)?;
            Some(html! {
                <circle class="em-pin" cx={pixels(pin.at.x)} cy={pixels(pin.at.y)} r="10">
                    <title>{ title.to_owned() }</title>
                </circle>
            })
        });
        html! { <g aria-hidden="true">{ for pins }</g> }
    }
}

/// What a service or a doorway is called; nothing for a district, whose name is on the map.
fn title<'a>(pin: &Pin, plan: &'a Plan, words: Words) -> Option<&'a str> {
    let what = match pin.kind {
        PinKind::District(..) => return None,
        PinKind::Service(_, hall, service) => What::Service(HallIx::from(hall), service),
        PinKind::Entrance(_, hall, entrance, _) => What::Entrance(HallIx::from(hall), entrance),
    };
    Some(place_name(&Spot::of(plan, what)?, words).text)
}

/// Paints the pins.
pub(super) fn draw_pins(pins: &[Pin], plan: &Plan, words: Words, marks: &mut Marks) {
    for pin in pins {
        match pin.kind {
            PinKind::District(hall, district) => {
                let found = plan.halls.get(hall).and_then(|h| h.districts.get(district));
                if let Some(found) = found {
                    let name = found.name.get(words.lang.tag()).text;
                    let font = Font {
                        size_px: 11.0,
                        is_bold: true,
                        spacing_px: 1.3,
                    };
                    marks.text([Ink::WORDS_2, Ink::NONE], font, pin.at, name);
                }
            }
            PinKind::Service(kind, ..) => {
                marks.disc(Ink::SURFACE, Ink::LINE, pin.at, 10.0);
                marks.glyph(Ink::WORDS_2, pin.at, 0.82, 0.0, Icon::Service(kind).path());
            }
            PinKind::Entrance(kind, _, _, eighth) => {
                let face = match kind {
                    EntranceKind::Main => Ink::WORDS,
                    EntranceKind::Emergency => Ink::EMERGENCY,
                    _ => Ink::WORDS_2,
                };
                // The running figure stays upright; the arrow points the way.
                let icon = Icon::of_entrance(kind);
                let turn = match (icon, kind) {
                    (Icon::Arrow, EntranceKind::Exit) => 4,
                    _ => 0,
                };
                let way = if icon == Icon::Arrow { eighth } else { 0 };
                let turn = f64::from(way + turn) * FRAC_PI_4;
                marks.block(face, Ink::OUTSIDE, pin.at, 9.0, 5.0);
                marks.glyph(Ink::SURFACE, pin.at, 0.72, turn, icon.path());
                if kind == EntranceKind::Main
                    && let Some(title) = title(pin, plan, words)
                {
                    let below = if eighth == 4 { -16.0 } else { 20.0 };
                    let at = ScreenPoint::new(pin.at.x, pin.at.y + below);
                    let font = Font {
                        size_px: 12.0,
                        is_bold: true,
                        spacing_px: 0.0,
                    };
                    marks.text([Ink::WORDS, Ink::OUTSIDE], font, at, title);
                }
            }
        }
    }
}
