//! Open sides must be open: not against a neighbour or a wall.

use floorplan::geometry::PlanPoint;

use super::site::{HallSite, Site};
use crate::finding::{Code, Findings};

/// How far in front of an open side one must be able to stand, metres.
const FRONT_M: f64 = 0.3;

/// Warns of open sides most of which are blocked.
pub fn check(site: &Site<'_>, findings: &mut Findings) {
    for hall in &site.halls {
        for (i, _, stand) in hall.stands() {
            let edges: Vec<_> = stand.outline.edges().collect();
            for edge in &stand.open_edges {
                let Some((a, b)) = edges.get(*edge) else {
                    continue;
                };
                let in_front: Vec<String> = points_in_front(*a, *b)
                    .into_iter()
                    .filter_map(|p| blocker(hall, i, p))
                    .collect();
                if in_front.len() < 3 {
                    continue;
                }
                let what = in_front.first().map(String::as_str).unwrap_or_default();
                let message = format!(
                    "Stand {}: its open side from ({}, {}) to ({}, {}) faces {what}; nobody can come in there",
                    stand.number, a.x, a.y, b.x, b.y
                );
                let path = format!("stands[{}].open", stand.file_index);
                findings.warning(Code::OpenSideBlocked, path, message);
            }
        }
    }
}

/// Five points before a side of a clockwise polygon.
fn points_in_front(a: PlanPoint, b: PlanPoint) -> Vec<PlanPoint> {
    let length = a.distance(b).max(f64::MIN_POSITIVE);
    let (nx, ny) = (
        (b.y - a.y) / length * FRONT_M,
        (a.x - b.x) / length * FRONT_M,
    );
    [0.1, 0.3, 0.5, 0.7, 0.9]
        .map(|t| PlanPoint::new(a.x + t * (b.x - a.x) + nx, a.y + t * (b.y - a.y) + ny))
        .to_vec()
}

/// What is at a point, if it is not free.
fn blocker(hall: &HallSite<'_>, stand: usize, p: PlanPoint) -> Option<String> {
    let neighbour = hall.neighbours(stand).find(|(_, solid)| {
        let body = solid.body();
        body.is_some_and(|body| solid.bounds.contains(p) && body.contains(p))
    });
    match neighbour {
        Some((_, solid)) => Some(solid.name.clone()),
        None if hall.hall.outline.contains(p) => None,
        None => Some("the wall of the hall".into()),
    }
}
