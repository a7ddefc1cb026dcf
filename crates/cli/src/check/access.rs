//! Can visitors get to every stand? A disc as wide as a wheelchair's way is moved from the
//! entrances over a grid; it must come to touch an open side or a door of each stand.

use std::collections::HashSet;

use floorplan::geometry::{PlanPoint, Rect, closest_point};
use floorplan::plan::Stand;

use super::doorways::is_way_in;
use super::grid::Grid;
use super::site::{HallSite, Site};
use crate::finding::{Code, Findings};

/// Width of the way that everybody needs, metres.
const WAY_M: f64 = 1.2;
/// Coarser cells than this cannot tell.
const COARSEST_M: f64 = 0.5;

/// Checks every hall that has an entrance.
pub fn check(site: &Site<'_>, misplaced: &HashSet<usize>, findings: &mut Findings) {
    for hall in &site.halls {
        let mut grid = Grid::over(hall.hall.outline.bounds());
        if grid.cell_m() > COARSEST_M {
            continue;
        }
        block(hall, &mut grid);
        if !enter(hall, &mut grid, findings) {
            continue;
        }
        for (_, _, stand) in hall.stands() {
            if !misplaced.contains(&stand.file_index) && !is_reached(&grid, stand) {
                report(hall, stand, findings);
            }
        }
    }
}

/// Blocks what is too near to something solid for the middle of the disc. A cell's middle may
/// miss the middle of an aisle by half a cell, which must not close it.
fn block(hall: &HallSite<'_>, grid: &mut Grid) {
    let radius = WAY_M / 2.0 - grid.cell_m() * 0.5;
    for solid in &hall.solids {
        grid.block(solid.bounds.inflated(radius), |p| {
            solid.distance(p) < radius
        });
    }
}

/// Starts from the doorways. False when there is no way in at all.
fn enter(hall: &HallSite<'_>, grid: &mut Grid, findings: &mut Findings) -> bool {
    let mut inside = false;
    for (i, raw) in hall.raw.entrances.iter().enumerate() {
        let at = PlanPoint::from(raw.at);
        if !is_way_in(raw.kind) || hall.hall.outline.signed_distance(at).abs() > WAY_M {
            continue;
        }
        let reach = WAY_M / 2.0 + (raw.width / 2.0).clamp(0.0, 10.0);
        let bounds = Rect::around(at.x, at.y, 2.0 * reach, 2.0 * reach);
        let start = |p: PlanPoint| p.distance(at) <= reach && hall.hall.outline.contains(p);
        if grid.flood(bounds, start) {
            inside = true;
        } else {
            let message = format!(
                "the entrance \"{}\" of the hall \"{}\" is blocked: less than {WAY_M} m is free behind it",
                raw.id,
                hall.name()
            );
            let path = format!("{}.entrances[{i}].at", hall.path);
            findings.error(Code::EntranceBlocked, path, message);
        }
    }
    inside
}

fn is_reached(grid: &Grid, stand: &Stand) -> bool {
    let reach = WAY_M / 2.0 + grid.cell_m();
    let closed_walls = !stand.open_edges.is_empty() || !stand.doors.is_empty();
    let edges = stand.outline.edges().enumerate();
    let by_side = edges
        .filter(|(i, _)| !closed_walls || stand.open_edges.contains(i))
        .any(|(_, (a, b))| {
            let bounds = Rect::bounding([a, b]).unwrap_or_default().inflated(reach);
            grid.any_reached(bounds, |p| is_before(p, a, b, reach))
        });
    by_side
        || stand.doors.iter().any(|door| {
            let bounds = Rect::around(door.at.x, door.at.y, 2.0 * reach, 2.0 * reach);
            grid.any_reached(bounds, |p| p.distance(door.at) <= reach)
        })
}

/// Whether the disc around `p` touches the side `a b` of a clockwise polygon from outside, and
/// not only its end.
fn is_before(p: PlanPoint, a: PlanPoint, b: PlanPoint, reach: f64) -> bool {
    let outside = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) < 0.0;
    let foot = closest_point(p, a, b);
    let at_end = foot == a || foot == b;
    outside && !at_end && p.distance(foot) <= reach
}

fn report(hall: &HallSite<'_>, stand: &Stand, findings: &mut Findings) {
    let to = match (stand.open_edges.is_empty(), stand.doors.is_empty()) {
        (true, true) => "any of its sides",
        (false, true) => "its open sides",
        (true, false) => "its door",
        (false, false) => "its open sides or its door",
    };
    let message = format!(
        "Stand {} cannot be reached: no way of {WAY_M} m or more leads from an entrance of the hall \"{}\" to {to}",
        stand.number,
        hall.name()
    );
    let path = format!("stands[{}]", stand.file_index);
    findings.error(Code::NoAccess, path, message);
}
