//! Outer walls with gaps where the doors are.

use crate::geometry::{PlanPoint, closest_point};
use crate::order::{arranged, in_order};
use crate::plan::{Entrance, Hall};

/// An entrance counts for a side of the outline when it is this close to it, metres.
const ON_WALL_M: f64 = 0.3;

/// The hall's outline as open lines that leave out its entrances.
pub(super) fn wall_lines(hall: &Hall) -> Vec<Vec<PlanPoint>> {
    let mut lines: Vec<Vec<PlanPoint>> = Vec::new();
    let mut current: Vec<PlanPoint> = Vec::new();
    for (a, b) in hall.outline.edges() {
        let length = a.distance(b);
        let at = |metres: f64| {
            let t = metres / length;
            PlanPoint::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
        };
        if current.is_empty() {
            current.push(a);
        }
        for (from, to) in gaps(&hall.entrances, a, b) {
            current.push(at(from.max(0.0)));
            lines.push(std::mem::take(&mut current));
            current.push(at(to.min(length)));
        }
        current.push(b);
    }
    // The last line meets the first where the outline begins, unless there is a gap.
    let meets = lines.first().and_then(|l| l.first()) == current.last();
    match lines.first_mut() {
        Some(first) if meets => {
            current.pop();
            current.append(first);
            *first = current;
        }
        _ => lines.push(current),
    }
    lines.retain(|line| line.len() > 1);
    lines
}

/// Gaps along the side `a b`, as metres from `a`, in order and apart.
fn gaps(entrances: &[Entrance], a: PlanPoint, b: PlanPoint) -> Vec<(f64, f64)> {
    let gaps: Vec<(f64, f64)> = entrances
        .iter()
        .filter_map(|entrance| {
            let foot = closest_point(entrance.at, a, b);
            (foot.distance(entrance.at) < ON_WALL_M).then(|| {
                let middle = a.distance(foot);
                (
                    middle - entrance.width_m / 2.0,
                    middle + entrance.width_m / 2.0,
                )
            })
        })
        .collect();
    let from = |i: u32| gaps.get(i as usize).map_or(0.0, |gap| gap.0);
    let order = in_order(gaps.len(), &mut |a, b| from(a).total_cmp(&from(b)));
    let mut gaps = arranged(&gaps, &order);
    let mut end = f64::NEG_INFINITY;
    gaps.retain(|gap| {
        let apart = gap.0 >= end;
        if apart {
            end = gap.1;
        }
        apart
    });
    gaps
}
