//! A way from an entrance to a stand, told as turns.

use super::Guide;
use super::relation::any_wall;
use crate::geometry::{PlanPoint, Rect};
use crate::plan::{Hall, Stand};

/// Half the width of a way that must be free, metres.
const HALF_WIDTH_M: f64 = 0.5;
/// How far before a stand, and after an entrance, a way is begun and ended.
const BEFORE_M: f64 = 1.0;
/// A stretch shorter than this is not told.
const LEAST_M: f64 = 1.0;
/// What is no further aside is passed, not turned to.
const ASIDE_M: f64 = 1.6;
/// No way is looked for that leads further to one side: nobody remembers it.
const FURTHEST_M: f64 = 80.0;
/// Stands with more sides are only looked at from the first ones.
const MOST_SIDES: usize = 8;

/// A way of at most three straight stretches.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Route {
    /// Straight ahead from the entrance, metres.
    pub ahead_m: f64,
    /// Then to the right (negative: to the left); 0 where it goes on straight.
    pub right_m: f64,
    /// Then in the first direction again; 0 where it ends before, negative where it comes back.
    pub further_m: f64,
    /// Where the stand is at the end: to the right when positive, to the left when negative.
    pub stand: f64,
}

/// The directions of somebody who comes in by an entrance.
#[derive(Clone, Copy)]
struct Frame {
    start: PlanPoint,
    ahead: PlanPoint,
}

impl Frame {
    fn at(self, (ahead_m, right_m): (f64, f64)) -> PlanPoint {
        let (f, s) = (self.ahead, self.start);
        PlanPoint::new(
            s.x + f.x * ahead_m - f.y * right_m,
            s.y + f.y * ahead_m + f.x * right_m,
        )
    }

    /// A vector as metres ahead and to the right.
    fn of(self, x: f64, y: f64) -> (f64, f64) {
        let f = self.ahead;
        (x * f.x + y * f.y, y * f.x - x * f.y)
    }
}

impl Guide<'_> {
    /// A way that is free of stands, walls, obstacles and rooms for its whole length, with as few turns
    /// as there can be, to an open side, or to any where the file names none; `None` when no way of two
    /// turns is found.
    pub(super) fn route(&self, hall: &Hall, from: PlanPoint, to: &Stand) -> Option<Route> {
        let frame = way_in(hall, from)?;
        let (mut best, mut least) = (None, f64::INFINITY);
        to.outline.any_edge(&mut |edge, a, b| {
            let is_open = to.open_edges.is_empty() || to.open_edges.contains(&edge);
            if edge >= MOST_SIDES || !is_open {
                return false;
            }
            // To the right of a side's direction is the inside.
            let length = a.distance(b).max(1e-9);
            let (x, y) = ((a.y - b.y) / length, (b.x - a.x) / length);
            let goal = frame.of(
                f64::midpoint(a.x, b.x) - BEFORE_M * x - frame.start.x,
                f64::midpoint(a.y, b.y) - BEFORE_M * y - frame.start.y,
            );
            if let Some(mut route) = self.turns(hall, frame, goal) {
                // Where one looks at the end, and where the stand is, as ahead and to the right.
                let (to_ahead, to_right) = frame.of(x, y);
                let turns = u8::from(route.right_m != 0.0) + u8::from(route.further_m != 0.0);
                let (dot, cross) = match turns {
                    0 => (to_ahead, to_right),
                    1 => (to_right * route.right_m, -to_ahead * route.right_m),
                    _ => (to_ahead * route.further_m, to_right * route.further_m),
                };
                route.stand = if dot >= cross.abs() { 0.0 } else { cross };
                let length = route.ahead_m + route.right_m.abs() + route.further_m.abs();
                let cost = f64::from(turns) * 1e3 + length;
                if cost < least {
                    route.ahead_m += BEFORE_M;
                    (best, least) = (Some(route), cost);
                }
            }
            false
        });
        best
    }

    /// The way with the fewest turns to a place so far ahead and to the right.
    fn turns(&self, hall: &Hall, frame: Frame, goal: (f64, f64)) -> Option<Route> {
        let (ahead, right) = goal;
        let is_free = |from, to| {
            let way = Rect::spanning(frame.at(from), frame.at(to));
            self.is_free(hall, way.inflated(HALF_WIDTH_M))
        };
        let route = |ahead_m, right_m| {
            Some(Route {
                ahead_m,
                right_m,
                further_m: ahead - ahead_m,
                stand: 0.0,
            })
        };
        if ahead.abs().max(right.abs()) > FURTHEST_M || !is_free(goal, goal) {
            return None;
        }
        if ahead >= 0.0 && right.abs() < ASIDE_M && is_free((0.0, 0.0), goal) {
            return route(ahead, 0.0);
        }
        // One turn where it is level with the place, else two.
        let mut turn = ahead;
        let mut next = 0.0;
        while next <= FURTHEST_M {
            if turn >= 0.0 && is_free((0.0, 0.0), (turn, 0.0)) {
                let is_told = next == 0.0 || (ahead - turn).abs() >= LEAST_M;
                if is_told && is_free((turn, 0.0), (turn, right)) && is_free((turn, right), goal) {
                    return route(turn, right);
                }
            } else if next > 0.0 {
                return None;
            }
            turn = next;
            next += 1.0;
        }
        None
    }

    /// Whether one can walk there.
    fn is_free(&self, hall: &Hall, way: Rect) -> bool {
        let mut is_free = hall.outline.contains(way.center())
            && !any_wall(hall, &mut |a, b| way.meets_segment(a, b));
        self.each_stand(way, &mut |stand| is_free &= !stand.outline.meets_rect(way));
        for obstacle in &hall.obstacles {
            is_free &= !obstacle.meets_rect(way);
        }
        for service in &hall.services {
            if let Some(room) = &service.outline {
                is_free &= !room.meets_rect(way);
            }
        }
        is_free
    }
}

/// A step behind an entrance, looking into the hall; `None` where its wall is not along an axis.
fn way_in(hall: &Hall, at: PlanPoint) -> Option<Frame> {
    let (a, b) = hall.outline.nearest_edge(at);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    // Clockwise on screen, the inside lies to the right of a side's direction.
    let ahead = if dy.abs() < 1e-6 {
        PlanPoint::new(0.0, dx.signum())
    } else if dx.abs() < 1e-6 {
        PlanPoint::new(-dy.signum(), 0.0)
    } else {
        return None;
    };
    let start = PlanPoint::new(at.x + BEFORE_M * ahead.x, at.y + BEFORE_M * ahead.y);
    Some(Frame { start, ahead })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;
    use crate::plan::{FloorIx, Plan, load};
    use crate::scene::FloorScene;
    use proptest::prelude::*;

    /// A hall of 40 by 40 m with the entrance below, in the middle; stands of 4 by 3 m.
    fn hall(stands: &[(u32, u32)]) -> Plan {
        let mut entries = Vec::new();
        for (i, (x, y)) in stands.iter().enumerate() {
            let (x1, y1) = (x + 4, y + 3);
            entries.push(format!(
                r#"{{"id":"{i}","number":"{i}","outline":[[{x},{y}],[{x1},{y}],[{x1},{y1}],[{x},{y1}]]}}"#
            ));
        }
        let text = format!(
            r#"{{"format":"expo-map","version":1,
            "event":{{"id":"e","name":"E","start":"2024-05-17","end":"2024-05-21","timeZone":"Asia/Shanghai"}},
            "halls":[{{"id":"h","name":"H","outline":[[0,0],[40,0],[40,40],[0,40]],
              "entrances":[{{"id":"m","kind":"main","at":[20,40],"width":4}}]}}],
            "stands":[{}]}}"#,
            entries.join(",")
        );
        load(&text).unwrap().plan
    }

    fn route_to(plan: &Plan, stand: &Stand) -> Option<Route> {
        let scene = FloorScene::new(plan, FloorIx(0));
        let guide = Guide::new(plan, &scene, Lang::En);
        guide.route(&plan.halls[0], plan.halls[0].entrances[0].at, stand)
    }

    /// Where a route leads: its corners, from the entrance.
    fn corners(route: Route) -> [PlanPoint; 4] {
        let (x, y) = (20.0 + route.right_m, 40.0 - route.ahead_m);
        [
            PlanPoint::new(20.0, 40.0),
            PlanPoint::new(20.0, y),
            PlanPoint::new(x, y),
            PlanPoint::new(x, y - route.further_m),
        ]
    }

    #[test]
    fn as_few_turns_as_there_can_be() {
        let route = |stands: &[(u32, u32)]| {
            let plan = hall(stands);
            route_to(&plan, &plan.stands[0])
                .map(|r| (r.ahead_m, r.right_m, r.further_m, r.stand as i8))
        };
        assert_eq!(
            route(&[(18, 20)]),
            Some((16.0, 0.0, 0.0, 0)),
            "straight to it"
        );
        assert_eq!(route(&[(21, 20)]), Some((18.5, 0.0, 0.0, 1)), "passing by");
        assert_eq!(
            route(&[(30, 20)]),
            Some((18.5, 9.0, 0.0, 0)),
            "to its left side"
        );
        let around = route(&[(18, 20), (18, 30)]).unwrap();
        assert!(around.1 != 0.0 && around.2 != 0.0, "{around:?}");
        let closed = [
            (18, 20),
            (14, 20),
            (22, 20),
            (18, 23),
            (14, 23),
            (22, 23),
            (18, 17),
            (14, 17),
            (22, 17),
        ];
        assert_eq!(route(&closed), None, "walled in by others");
    }

    proptest! {
        #[test]
        fn a_route_leads_through_no_stand_and_ends_at_its_own(
            stands in prop::collection::vec((0..37_u32, 0..36_u32), 1..14),
        ) {
            let plan = hall(&stands);
            for stand in &plan.stands {
                let Some(route) = route_to(&plan, stand) else { continue };
                let corners = corners(route);
                for leg in corners.windows(2) {
                    let (a, b) = (leg[0], leg[1]);
                    for step in 0..=200 {
                        let t = f64::from(step) / 200.0;
                        let at = PlanPoint::new(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
                        for other in &plan.stands {
                            prop_assert!(other.outline.signed_distance(at) <= -0.4 || at.y > 39.0, "{:?} {:?}", at, route);
                        }
                    }
                }
                let end = corners[3];
                prop_assert!(-stand.outline.signed_distance(end) <= BEFORE_M + ASIDE_M + 0.1, "{:?} {:?}", end, route);
            }
        }
    }
}
