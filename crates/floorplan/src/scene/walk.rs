//! Which stand comes next for an arrow key.

use super::FloorScene;
use crate::geometry::PlanPoint;
use crate::order::in_order;
use crate::plan::StandIx;

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards smaller y.
    Up,
    /// Towards larger x.
    Right,
    /// Towards larger y.
    Down,
    /// Towards smaller x.
    Left,
}

impl Direction {
    const ALL: [Self; 4] = [Self::Up, Self::Right, Self::Down, Self::Left];

    /// How far `to` lies in this direction, and how far off to the side.
    fn along_and_aside(self, from: PlanPoint, to: PlanPoint) -> (f64, f64) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        match self {
            Self::Up => (-dy, dx.abs()),
            Self::Right => (dx, dy.abs()),
            Self::Down => (dy, dx.abs()),
            Self::Left => (-dx, dy.abs()),
        }
    }

    fn slot(self) -> usize {
        self as usize
    }
}

/// The spatial neighbours of every stand of a floor. From the first stand, every other one can
/// be reached by arrow keys alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    stands: Vec<StandIx>,
    next: Vec<[Option<u32>; 4]>,
    /// The stands in reading order: places in `stands`.
    order: Vec<u32>,
}

impl Walk {
    /// The neighbours of the stands of a floor, by the places of their labels.
    pub fn new(scene: &FloorScene) -> Self {
        let points: Vec<PlanPoint> = scene.stands.iter().map(|s| s.anchor).collect();
        let stands = scene.stands.iter().map(|s| s.stand).collect();
        Self::of_points(stands, &points)
    }

    fn of_points(stands: Vec<StandIx>, points: &[PlanPoint]) -> Self {
        let next = points
            .iter()
            .enumerate()
            .map(|(i, p)| Direction::ALL.map(|direction| nearest(points, i, *p, direction)))
            .collect();
        // Rows of about a stand's depth, then left to right.
        let at = |i: u32| points.get(i as usize).copied().unwrap_or_default();
        let row = |i: u32| (at(i).y / 6.0).floor();
        let order = in_order(points.len(), &mut |a, b| {
            row(a).total_cmp(&row(b)).then(at(a).x.total_cmp(&at(b).x))
        });
        let mut walk = Self {
            stands,
            next,
            order,
        };
        walk.connect(points);
        walk
    }

    /// The stand next to `from` in a direction.
    pub fn next(&self, from: StandIx, direction: Direction) -> Option<StandIx> {
        let place = self.stands.binary_search(&from).ok()?;
        let next = (*self.next.get(place)?.get(direction.slot())?)?;
        self.stands.get(next as usize).copied()
    }

    /// The first stand in reading order.
    pub fn first(&self) -> Option<StandIx> {
        self.stands.get(*self.order.first()? as usize).copied()
    }

    /// The last stand in reading order.
    pub fn last(&self) -> Option<StandIx> {
        self.stands.get(*self.order.last()? as usize).copied()
    }

    /// Gives every stand that no arrow reaches an arrow of its nearest reachable neighbour, one
    /// that nothing else depends on.
    fn connect(&mut self, points: &[PlanPoint]) {
        loop {
            let (reached, tree) = self.reach();
            let lost = reached.iter().position(|r| !r);
            let Some(lost) = lost else { return };
            let Some(target) = points.get(lost).copied() else {
                return;
            };
            let free = |from: usize, direction: Direction| {
                tree.get(from)
                    .is_some_and(|used| !used.get(direction.slot()).copied().unwrap_or(true))
            };
            let candidate = points
                .iter()
                .enumerate()
                .filter(|(i, _)| reached.get(*i).copied().unwrap_or(false))
                .flat_map(|(i, p)| Direction::ALL.map(|d| (i, *p, d)))
                .filter(|(i, _, d)| free(*i, *d))
                .map(|(i, p, d)| {
                    let (along, aside) = d.along_and_aside(p, target);
                    // The wrong way round costs far more than a long way.
                    let wrong_way = if along > 0.0 { 0.0 } else { 1e6 - along };
                    (along.abs() + 2.0 * aside + wrong_way, i, d)
                })
                .min_by(|a, b| a.0.total_cmp(&b.0));
            let Some((_, from, direction)) = candidate else {
                return;
            };
            if let Some(slot) = self
                .next
                .get_mut(from)
                .and_then(|n| n.get_mut(direction.slot()))
            {
                *slot = Some(lost as u32);
            }
        }
    }

    /// Which stands the first one reaches, and which arrows the reaching depends on.
    fn reach(&self) -> (Vec<bool>, Vec<[bool; 4]>) {
        let mut reached = vec![false; self.next.len()];
        let mut tree = vec![[false; 4]; self.next.len()];
        let mut queue: Vec<u32> = self.order.first().copied().into_iter().collect();
        for first in &queue {
            if let Some(r) = reached.get_mut(*first as usize) {
                *r = true;
            }
        }
        while let Some(from) = queue.pop() {
            let slots = self.next.get(from as usize).copied().unwrap_or_default();
            for (slot, next) in slots.iter().enumerate() {
                let Some(next) = next else { continue };
                if let Some(r @ false) = reached.get_mut(*next as usize) {
                    *r = true;
                    queue.push(*next);
                    if let Some(used) = tree.get_mut(from as usize).and_then(|t| t.get_mut(slot)) {
                        *used = true;
                    }
                }
            }
        }
        (reached, tree)
    }
}

/// The nearest point in a direction: within 45° of it if there is one, else within the half
/// plane, being aside counting double.
fn nearest(points: &[PlanPoint], i: usize, from: PlanPoint, direction: Direction) -> Option<u32> {
    let mut best: Option<(bool, f64, usize)> = None;
    for (j, to) in points.iter().enumerate() {
        let (along, aside) = direction.along_and_aside(from, *to);
        if j == i || along <= 1e-6 {
            continue;
        }
        let off_axis = aside > along;
        let cost = along + 2.0 * aside;
        let better = best.is_none_or(|(b_off, b_cost, _)| (off_axis, cost) < (b_off, b_cost));
        if better && (!off_axis || aside < 4.0 * along) {
            best = Some((off_axis, cost, j));
        }
    }
    best.map(|(_, _, j)| j as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn walk(points: &[(f64, f64)]) -> Walk {
        let points: Vec<_> = points.iter().map(|(x, y)| PlanPoint::new(*x, *y)).collect();
        Walk::of_points((0..points.len()).map(StandIx::from).collect(), &points)
    }

    #[test]
    fn goes_to_the_spatial_neighbour() {
        let w = walk(&[(0.0, 0.0), (10.0, 1.0), (20.0, 0.0), (10.0, 10.0)]);
        assert_eq!(w.next(StandIx(0), Direction::Right), Some(StandIx(1)));
        assert_eq!(w.next(StandIx(1), Direction::Down), Some(StandIx(3)));
        assert_eq!(w.next(StandIx(3), Direction::Up), Some(StandIx(1)));
        assert_eq!(w.next(StandIx(0), Direction::Left), None);
        assert_eq!((w.first(), w.last()), (Some(StandIx(0)), Some(StandIx(3))));
    }

    proptest! {
        #[test]
        fn every_stand_is_reachable_by_arrows(points in proptest::collection::vec((0.0..70.0f64, 0.0..50.0f64), 1..80)) {
            let w = walk(&points);
            let (reached, _) = w.reach();
            prop_assert!(reached.iter().all(|r| *r));
        }

        #[test]
        fn the_same_on_a_grid_with_ties(cells in proptest::collection::vec((0..8u8, 0..8u8), 1..60)) {
            let points: Vec<_> = cells.iter().map(|(x, y)| (f64::from(*x) * 5.0, f64::from(*y) * 5.0)).collect();
            let (reached, _) = walk(&points).reach();
            prop_assert!(reached.iter().all(|r| *r));
        }
    }
}
