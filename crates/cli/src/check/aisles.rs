//! Aisles: gaps that people would walk through, but too narrow.

use std::collections::HashSet;

use floorplan::geometry::{PlanPoint, closest_point};
use floorplan::plan::Stand;

use super::site::{HallSite, Site, Solid};
use crate::finding::{Code, Findings};

/// Closer than this is touching: no aisle was meant, metres.
const TOUCHING_M: f64 = 0.02;
/// How finely sides are sampled, metres.
const STEP_M: f64 = 0.25;
/// Gaps below this are slips of the drawing rather than aisles, metres.
const SLIP_M: f64 = 0.5;

/// Warns of narrow gaps between stands, and between stands and what is fixed. Stands that are
/// out of place are left alone: their gaps will change.
pub fn check(
    site: &Site<'_>,
    min_aisle_m: f64,
    misplaced: &HashSet<usize>,
    findings: &mut Findings,
) {
    for hall in &site.halls {
        let placed = |stand: &Stand| !misplaced.contains(&stand.file_index);
        for (i, solid, stand) in hall.stands().filter(|(_, _, stand)| placed(stand)) {
            // A stand's gaps to several sides of the hall make one finding: the narrowest.
            let mut to_hall: Option<(f64, &Solid<'_>)> = None;
            for (j, other) in hall.neighbours(i) {
                if other.stand.is_some_and(|other| j < i || !placed(other)) {
                    continue;
                }
                let Some(gap) = gap(hall, (i, solid), (j, other), min_aisle_m) else {
                    continue;
                };
                if other.body().is_none() {
                    if to_hall.is_none_or(|(narrowest, _)| gap < narrowest) {
                        to_hall = Some((gap, other));
                    }
                } else {
                    report(&stand.number, solid, other, gap, min_aisle_m, findings);
                }
            }
            if let Some((gap, other)) = to_hall {
                report(&stand.number, solid, other, gap, min_aisle_m, findings);
            }
        }
    }
}

fn report(
    number: &str,
    solid: &Solid<'_>,
    other: &Solid<'_>,
    gap: f64,
    min_aisle_m: f64,
    findings: &mut Findings,
) {
    let between = match other.stand {
        Some(second) => format!("between stands {number} and {}", second.number),
        None => format!("between stand {number} and {}", other.name),
    };
    let message = if gap < SLIP_M {
        format!("there is a gap of {gap:.2} m {between}; move them together, or leave an aisle")
    } else {
        format!("the aisle {between} is {gap:.2} m wide, less than {min_aisle_m} m")
    };
    // The later of two stands: the one that was added to what was there.
    let path = if other.stand.is_some() {
        &other.path
    } else {
        &solid.path
    };
    findings.warning(Code::NarrowAisle, path, message);
}

/// The narrowest free way between two solids, when it is under `limit` and they do not touch.
fn gap(
    hall: &HallSite<'_>,
    (i, a): (usize, &Solid<'_>),
    (j, b): (usize, &Solid<'_>),
    limit: f64,
) -> Option<f64> {
    let mut ways = ways(a, b, limit);
    ways.sort_by(|x, y| x.0.total_cmp(&y.0));
    if ways.first()?.0 < TOUCHING_M {
        return None;
    }
    let narrow = |(width, _, _): &&(f64, PlanPoint, PlanPoint)| *width < limit - 0.005;
    let free = |(_, p, q): &&(f64, PlanPoint, PlanPoint)| {
        !hall
            .neighbours(i)
            .filter(|(k, _)| *k != j)
            .any(|(_, solid)| is_between(solid, *p, *q))
    };
    let gap = ways.iter().filter(narrow).find(free).map(|way| way.0)?;
    let dead_end = b.stand.is_none() && is_dead_end(hall, i, a, b);
    (!dead_end).then_some(gap)
}

/// Whether a wall or another fixture joins the two: a corner, not a way. Between two stands
/// such a gap is still worth a word.
fn is_dead_end(hall: &HallSite<'_>, i: usize, a: &Solid<'_>, b: &Solid<'_>) -> bool {
    hall.neighbours(i)
        .filter(|(_, c)| c.stand.is_none() && !std::ptr::eq(*c, b))
        .any(|(_, c)| touch(a, c) && touch(c, b))
}

fn touch(a: &Solid<'_>, b: &Solid<'_>) -> bool {
    let near = |(width, _, _): &(f64, PlanPoint, PlanPoint)| *width < TOUCHING_M;
    ways(a, b, TOUCHING_M).iter().any(near)
}

/// Shortest ways from points of one outline to the other, both ways.
fn ways(a: &Solid<'_>, b: &Solid<'_>, limit: f64) -> Vec<(f64, PlanPoint, PlanPoint)> {
    let mut ways = Vec::new();
    for (from, to) in [(a, b), (b, a)] {
        let targets = to.edges();
        let reach = to.bounds.inflated(limit);
        for p in from
            .edges()
            .into_iter()
            .flat_map(|(p, q)| samples(p, q, limit))
        {
            if !reach.contains(p) {
                continue;
            }
            let nearest = targets
                .iter()
                .map(|(c, d)| closest_point(p, *c, *d))
                .map(|q| (p.distance(q), p, q))
                .min_by(|x, y| x.0.total_cmp(&y.0));
            ways.extend(nearest.filter(|(width, _, _)| *width < limit));
        }
    }
    ways
}

/// Points along a side: its first corner, and points in between.
fn samples(a: PlanPoint, b: PlanPoint, limit: f64) -> impl Iterator<Item = PlanPoint> {
    // A long side of the hall is sampled more coarsely: the stands' own samples are near it.
    let step = STEP_M.max(limit / 8.0);
    let n = (a.distance(b) / step).ceil().clamp(1.0, 400.0);
    (0..n as u32).map(move |k| {
        let t = f64::from(k) / n;
        PlanPoint::new(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
    })
}

/// Whether a solid is in (or along) the way from `p` to `q`.
fn is_between(solid: &Solid<'_>, p: PlanPoint, q: PlanPoint) -> bool {
    [0.25, 0.5, 0.75].into_iter().any(|t| {
        let at = PlanPoint::new(p.x + t * (q.x - p.x), p.y + t * (q.y - p.y));
        solid.bounds.inflated(TOUCHING_M).contains(at) && solid.distance(at) < TOUCHING_M
    })
}
