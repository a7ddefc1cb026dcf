//! Doorways are in walls.

use floorplan::format::EntranceKind;
use floorplan::geometry::{PlanPoint, Polygon};

use super::site::Site;
use crate::finding::{Code, Findings};

/// How far from the wall is still drawn on it, metres.
const TOLERANCE_M: f64 = 0.1;

/// Checks entrances of halls and doors of stands.
pub fn check(site: &Site<'_>, findings: &mut Findings) {
    for hall in &site.halls {
        for (i, entrance) in hall.raw.entrances.iter().enumerate() {
            let off = from_outline(&hall.hall.outline, entrance.at.into());
            if off > TOLERANCE_M {
                let message = format!(
                    "the entrance \"{}\" is {off:.2} m away from the walls of the hall \"{}\"",
                    entrance.id,
                    hall.name()
                );
                let path = format!("{}.entrances[{i}].at", hall.path);
                findings.error(Code::EntranceOffWall, path, message);
            }
        }
        let ways_in = hall.hall.entrances.iter().filter(|e| is_way_in(e.kind));
        if ways_in.count() == 0 {
            let message = format!(
                "Hall \"{}\" has no entrance, so it cannot be told which stands can be reached",
                hall.name()
            );
            findings.warning(Code::NoEntrance, &hall.path, message);
        }
    }
    for stand in &site.plan.stands {
        for door in &stand.doors {
            let off = from_outline(&stand.outline, door.at);
            if off > TOLERANCE_M {
                let message = format!(
                    "Stand {}: a door at ({}, {}) is {off:.2} m away from the stand's walls",
                    stand.number, door.at.x, door.at.y
                );
                let path = format!("stands[{}].doors", stand.file_index);
                findings.error(Code::EntranceOffWall, path, message);
            }
        }
    }
}

/// Whether visitors come in here.
pub fn is_way_in(kind: EntranceKind) -> bool {
    matches!(kind, EntranceKind::Main | EntranceKind::Entrance)
}

fn from_outline(outline: &Polygon, p: PlanPoint) -> f64 {
    outline.signed_distance(p).abs()
}
