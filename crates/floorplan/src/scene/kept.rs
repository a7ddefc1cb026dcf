//! The visitor's marks on the plan: a star and a check beside the number of a stand.

use super::marks::{Font, Ink, Marks};
use super::{FloorScene, Label};
use crate::camera::Camera;
use crate::mine::{Kind, Marks as Mine};
use crate::plan::Plan;

/// How large a sign is.
const SIGN_PX: f64 = 13.0;
/// How large it is where it does not fit beside the number.
const RAISED_PX: f64 = 9.0;
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
        let mut size_px = SIGN_PX;
        let mut at = camera.screen_from_plan(stand.bounds.center());
        if let Some(label) = label
            && let Some(line) = label.lines.first()
        {
            // On the line of the number, after it.
            let end_x = label.at.x + line.text.chars().count() as f64 * DIGIT_PX / 2.0;
            let width_px = signs.len() as f64 * SIGN_PX / 3.0;
            let edge_x = at.x + stand.bounds.width() * camera.scale / 2.0;
            at.y = label.at.y + line.dy_px;
            at.x = end_x + width_px / 2.0 + 2.0;
            if end_x + width_px + 2.0 > edge_x {
                // Room for a small one, raised beside the number.
                signs = signs.get(..3).unwrap_or(signs);
                size_px = RAISED_PX;
                at.x = (end_x + RAISED_PX / 2.0).min(edge_x - 2.0);
                at.y -= RAISED_PX - 1.0;
            }
        }
        let font = Font {
            size_px,
            is_bold: true,
            spacing_px: 0.0,
        };
        marks.text([Ink::WORDS, Ink::SURFACE], font, at, signs);
    }
}
