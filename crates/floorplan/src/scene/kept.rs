//! The visitor's marks on the plan: a star and a check in the corner of a stand.

use super::marks::{Font, Ink, Marks};
use super::{FloorScene, Label};
use crate::camera::Camera;
use crate::geometry::{PlanPoint, ScreenPoint};
use crate::mine::{Kind, Marks as Mine};
use crate::plan::Plan;

/// How large a sign is, and how far it keeps from the corner of a stand.
const SIGN_PX: f64 = 15.0;
const INSET_PX: f64 = 9.0;
/// How large it is where there is no room inside the stand.
const SMALL_PX: f64 = 11.0;

/// Draws the visitor's marks in the upper right corner of their stands, small and astride it where
/// there is no room beside the label.
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
        let signs = match (mark.is_bookmarked, mark.is_visited) {
            (true, false) => "★",
            (false, true) => "✓",
            (true, true) => "★✓",
            (false, false) => continue,
        };
        let bounds = stand.bounds;
        let label = labels.iter().find(|label| label.stand == shape.stand);
        // The corner of a stand's own box, or that of its label where the box has no such corner.
        let mut at = camera.screen_from_plan(PlanPoint::new(bounds.x1, bounds.y0));
        let mut size_px = SIGN_PX;
        if let Some(label) = label {
            let right = label.at.x + label.width_px / 2.0;
            let top = label.at.y - label.height_px / 2.0;
            let has_room = at.x - right > 2.0 * INSET_PX || top - at.y > 2.0 * INSET_PX;
            if shape.open.is_none() {
                at = ScreenPoint::new(right + INSET_PX / 2.0, top - INSET_PX / 2.0);
            } else if has_room {
                at = ScreenPoint::new(at.x - INSET_PX, at.y + INSET_PX);
            } else {
                size_px = SMALL_PX;
            }
        } else {
            at = camera.screen_from_plan(bounds.center());
            size_px = SMALL_PX;
        }
        let font = Font {
            size_px,
            is_bold: true,
            spacing_px: 0.0,
        };
        marks.text([Ink::WORDS, Ink::SURFACE], font, at, signs);
    }
}
