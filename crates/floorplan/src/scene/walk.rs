//! Which stand comes next for an arrow key.

use std::cell::OnceCell;

use super::FloorScene;
use crate::geometry::{PlanPoint, Rect, RectIndex};
use crate::order::in_order;
use crate::plan::{Plan, StandIx};

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

    /// All points up to `reach` in this direction, and half as far to either side of it.
    fn region(self, from: PlanPoint, reach: f64) -> Rect {
        let (x, y, half) = (from.x, from.y, reach / 2.0);
        match self {
            Self::Up => Rect::new(x - half, y - reach, x + half, y),
            Self::Right => Rect::new(x, y - half, x + reach, y + half),
            Self::Down => Rect::new(x - half, y, x + half, y + reach),
            Self::Left => Rect::new(x - reach, y - half, x, y + half),
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
    /// The stands in reading order: places in `stands`.
    order: Vec<u32>,
    points: Vec<PlanPoint>,
    /// Found when an arrow key is pressed for the first time.
    next: OnceCell<Vec<Arrows>>,
}

/// Where the four arrows of a stand lead.
type Arrows = [Option<u32>; 4];

impl Walk {
    /// The stands of a floor.
    pub fn new(plan: &Plan, scene: &FloorScene) -> Self {
        let (mut stands, mut points) = (Vec::new(), Vec::new());
        for shape in &scene.stands {
            if let Some(stand) = plan.stand(shape.stand) {
                stands.push(shape.stand);
                points.push(stand.outline.centroid());
            }
        }
        Self::of_points(stands, points)
    }

    fn of_points(stands: Vec<StandIx>, points: Vec<PlanPoint>) -> Self {
        // Rows of about a stand's depth, then left to right.
        let at = |i: u32| points.get(i as usize).copied().unwrap_or_default();
        let row = |i: u32| (at(i).y / 6.0).floor();
        let order = in_order(points.len(), &mut |a, b| {
            row(a).total_cmp(&row(b)).then(at(a).x.total_cmp(&at(b).x))
        });
        Self {
            stands,
            order,
            points,
            next: OnceCell::new(),
        }
    }

    fn arrows(&self) -> &[Arrows] {
        self.next.get_or_init(|| {
            let mut graph = Graph::new(&self.points);
            graph.connect(self.order.first().copied());
            graph.next
        })
    }

    /// The stand next to `from` in a direction.
    pub fn next(&self, from: StandIx, direction: Direction) -> Option<StandIx> {
        let place = self.stands.binary_search(&from).ok()?;
        let next = (*self.arrows().get(place)?.get(direction.slot())?)?;
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
}

/// The neighbours while they are being found.
struct Graph<'p> {
    points: &'p [PlanPoint],
    index: RectIndex,
    bounds: Rect,
    next: Vec<Arrows>,
    reached: Vec<bool>,
    /// The arrows by which the stands were reached.
    used: Vec<[bool; 4]>,
}

impl<'p> Graph<'p> {
    /// Every stand's nearest neighbours.
    fn new(points: &'p [PlanPoint]) -> Self {
        let mut rects = Vec::with_capacity(points.len());
        for p in points {
            rects.push(Rect::new(p.x, p.y, p.x, p.y));
        }
        let bounds = rects
            .iter()
            .copied()
            .reduce(Rect::union)
            .unwrap_or_default();
        let mut graph = Self {
            points,
            index: RectIndex::new(rects),
            bounds,
            next: vec![[None; 4]; points.len()],
            reached: vec![false; points.len()],
            used: vec![[false; 4]; points.len()],
        };
        for place in 0..points.len() {
            for direction in Direction::ALL {
                let found = graph.nearest(place, direction);
                graph.set(place, direction, found);
            }
        }
        graph
    }

    fn point(&self, place: usize) -> PlanPoint {
        self.points.get(place).copied().unwrap_or_default()
    }

    fn set(&mut self, from: usize, direction: Direction, to: Option<u32>) {
        if let Some(arrows) = self.next.get_mut(from)
            && let Some(arrow) = arrows.get_mut(direction.slot())
        {
            *arrow = to;
        }
    }

    /// The nearest point in a direction: within 45° of it if there is one, else within the half
    /// plane, being aside counting double. Looks ever further until nothing nearer can be left.
    fn nearest(&self, place: usize, direction: Direction) -> Option<u32> {
        let from = self.point(place);
        let furthest = self.bounds.width() + self.bounds.height();
        let mut reach = (furthest / (self.points.len() as f64).sqrt()).max(0.1);
        loop {
            let mut best: Option<(bool, f64, usize)> = None;
            self.index.each(direction.region(from, reach), &mut |to| {
                let (along, aside) = direction.along_and_aside(from, self.point(to));
                let off_axis = aside > along;
                if to == place || along <= 1e-6 || (off_axis && aside >= 4.0 * along) {
                    return;
                }
                let found = (off_axis, along + 2.0 * aside, to);
                if best.is_none_or(|best| found < best) {
                    best = Some(found);
                }
            });
            let is_sure = best.is_some_and(|(off_axis, cost, _)| !off_axis && cost <= reach);
            // The region is half as far to the sides.
            if is_sure || reach > 2.0 * furthest {
                return best.map(|(_, _, to)| to as u32);
            }
            reach *= 2.0;
        }
    }

    /// Gives every stand that no arrow reaches an arrow of its nearest reachable neighbour, one
    /// that nothing else depends on.
    fn connect(&mut self, first: Option<u32>) {
        let Some(first) = first else { return };
        self.reach(first as usize);
        let mut lost = 0;
        while let Some(is_reached) = self.reached.get(lost) {
            if *is_reached {
                lost += 1;
                continue;
            }
            let Some((from, direction)) = self.rescuer(lost) else {
                return;
            };
            self.set(from, direction, Some(lost as u32));
            if let Some(used) = self.used.get_mut(from)
                && let Some(used) = used.get_mut(direction.slot())
            {
                *used = true;
            }
            self.reach(lost);
        }
    }

    /// The arrow to lead to a lost stand.
    fn rescuer(&self, lost: usize) -> Option<(usize, Direction)> {
        let target = self.point(lost);
        let mut best: Option<(f64, usize, Direction)> = None;
        for from in 0..self.points.len() {
            if !self.reached.get(from).copied().unwrap_or(false) {
                continue;
            }
            let used = self.used.get(from).copied().unwrap_or_default();
            for direction in Direction::ALL {
                if used.get(direction.slot()).copied().unwrap_or(true) {
                    continue;
                }
                let (along, aside) = direction.along_and_aside(self.point(from), target);
                // The wrong way round costs far more than a long way.
                let wrong_way = if along > 0.0 { 0.0 } else { 1e6 - along };
                let cost = along.abs() + 2.0 * aside + wrong_way;
                if best.is_none_or(|(least, _, _)| cost < least) {
                    best = Some((cost, from, direction));
                }
            }
        }
        best.map(|(_, from, direction)| (from, direction))
    }

    /// Follows the arrows from a stand to all that were not reached before.
    fn reach(&mut self, start: usize) {
        let mut queue = vec![start];
        if let Some(reached) = self.reached.get_mut(start) {
            *reached = true;
        }
        while let Some(from) = queue.pop() {
            let arrows = self.next.get(from).copied().unwrap_or_default();
            for (slot, to) in arrows.iter().enumerate() {
                let Some(to) = to.map(|to| to as usize) else {
                    continue;
                };
                if let Some(reached @ false) = self.reached.get_mut(to) {
                    *reached = true;
                    queue.push(to);
                    if let Some(used) = self.used.get_mut(from).and_then(|u| u.get_mut(slot)) {
                        *used = true;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn walk(points: &[(f64, f64)]) -> Walk {
        let points: Vec<_> = points.iter().map(|(x, y)| PlanPoint::new(*x, *y)).collect();
        Walk::of_points((0..points.len()).map(StandIx::from).collect(), points)
    }

    fn all_reached(walk: &Walk) -> bool {
        let mut reached: Vec<StandIx> = walk.first().into_iter().collect();
        let mut at = 0;
        while let Some(from) = reached.get(at).copied() {
            let next = Direction::ALL.map(|direction| walk.next(from, direction));
            for to in next.into_iter().flatten() {
                if !reached.contains(&to) {
                    reached.push(to);
                }
            }
            at += 1;
        }
        reached.len() == walk.stands.len()
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

    /// What [`Graph::nearest`] finds, by looking at all points.
    fn scanned(points: &[PlanPoint], place: usize, direction: Direction) -> Option<u32> {
        let found = (0..points.len()).filter_map(|to| {
            let (along, aside) = direction.along_and_aside(points[place], points[to]);
            let off_axis = aside > along;
            let counts = to != place && along > 1e-6 && (!off_axis || aside < 4.0 * along);
            counts.then_some((off_axis, along + 2.0 * aside, to))
        });
        let best = found.min_by(|a, b| a.partial_cmp(b).unwrap());
        best.map(|(_, _, to)| to as u32)
    }

    proptest! {
        #[test]
        fn the_index_finds_what_a_scan_finds(points in proptest::collection::vec((0.0..100.0f64, 0.0..30.0f64), 1..60)) {
            let points: Vec<_> = points.iter().map(|(x, y)| PlanPoint::new(*x, *y)).collect();
            let graph = Graph::new(&points);
            for place in 0..points.len() {
                for direction in Direction::ALL {
                    let expected = scanned(&points, place, direction);
                    prop_assert_eq!(graph.nearest(place, direction), expected);
                }
            }
        }

        #[test]
        fn every_stand_is_reachable_by_arrows(points in proptest::collection::vec((0.0..70.0f64, 0.0..50.0f64), 1..80)) {
            let w = walk(&points);
            prop_assert!(all_reached(&w));
        }

        #[test]
        fn the_same_on_a_grid_with_ties(cells in proptest::collection::vec((0..8u8, 0..8u8), 1..60)) {
            let points: Vec<_> = cells.iter().map(|(x, y)| (f64::from(*x) * 5.0, f64::from(*y) * 5.0)).collect();
            prop_assert!(all_reached(&walk(&points)));
        }
    }
}
