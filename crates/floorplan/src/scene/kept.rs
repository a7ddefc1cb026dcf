//! The visitor's marks on the plan: a star and a check beside the number of a stand.

use super::marks::{Font, Ink, Marks};
use super::{FloorScene, Label};
use crate::camera::Camera;
use crate::geometry::ScreenPoint;
use crate::mine::{Kind, Marks as Mine};
use crate::plan::Plan;

/// How large a sign is.
const SIGN_PX: f64 = 13.0;
/// The width of a character of a stand's number, about.
const DIGIT_PX: f64 = 7.5;

/// Draws the visitor's marks on their stands, after the number; only the first where there is no room
/// for both.
pub fn draw_kept(
    plan: &Plan,
    scene: &FloorScene,
    camera: Camera,
    labels: &[Label],
    mine: &Mine,
    marks: &mut Marks,
) {
    // Every painting comes here, and most visitors of a large plan have marked nothing.
    if mine.is_empty() {
        return;
    }
    for shape in &scene.stands {
        let Some(stand) = plan.stand(shape.stand) else {
            continue;
        };
        let Some(mark) = mine.get(Kind::Stand, &stand.id) else {
            continue;
        };
        let mut signs = match (mark.is_bookmarked, mark.is_visited) {
            (true, false) => "★",
            (false, true) => "✓",
            (true, true) => "★✓",
            (false, false) => continue,
        };
        let label = labels.iter().find(|label| label.stand == shape.stand);
        let mut at = camera.screen_from_plan(stand.bounds.center());
        if let Some(label) = label
            && let Some(line) = label.lines.first()
        {
            // On the line of the number, after it.
            let number_px = line.text.len() as f64 * DIGIT_PX;
            let half_px = signs.len() as f64 * SIGN_PX / 6.0;
            let x = at.x + stand.bounds.width() * camera.scale / 2.0;
            at = ScreenPoint::new(
                label.at.x + number_px / 2.0 + half_px + 2.0,
                label.at.y + line.dy_px,
            );
            if at.x + half_px > x {
                // Room for one, in part over the number.
                signs = signs.get(..3).unwrap_or(signs);
                at.x = x - SIGN_PX / 2.0;
                at.y -= SIGN_PX / 2.0;
            }
        }
        let font = Font {
            size_px: SIGN_PX,
            is_bold: true,
            spacing_px: 0.0,
        };
        marks.text([Ink::WORDS, Ink::SURFACE], font, at, signs);
    }
}
