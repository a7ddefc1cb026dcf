//! A way from an entrance to a stand, told as turns.

use super::Guide;
use super::relation::any_wall;
use crate::geometry::{PlanPoint, Rect};
use crate::plan::{Entrance, Hall, Stand};

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
/// Stands with more sides to go to are only looked at from the first ones.
const MOST_GOALS: usize = 8;

/// A way of at most three straight stretches.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Route {
    /// Straight ahead from the entrance, metres.
    pub ahead_m: f64,
    /// Then to the right (negative: to the left); 0 where it goes on straight.
    pub right_m: f64,
    /// Then in the first direction again; 0 where it ends before, negative where it comes back.
    pub further_m: f64,
    /// Where the stand is at the end: 0 in front, 1 on the right, 3 on the left.
    pub stand: u8,
}

/// A place before a stand, and the way from there to the stand.
#[derive(Clone, Copy)]
struct Goal {
    at: PlanPoint,
    towards: PlanPoint,
}

/// The directions of somebody who comes in by an entrance.
#[derive(Clone, Copy)]
struct Frame {
    start: PlanPoint,
    ahead: PlanPoint,
}

impl Frame {
    fn at(self, ahead_m: f64, right_m: f64) -> PlanPoint {
        let (f, s) = (self.ahead, self.start);
        PlanPoint::new(
            s.x + f.x * ahead_m - f.y * right_m,
            s.y + f.y * ahead_m + f.x * right_m,
        )
    }

    /// A vector as metres ahead and to the right.
    fn of(self, v: PlanPoint) -> (f64, f64) {
        let f = self.ahead;
        (v.x * f.x + v.y * f.y, v.y * f.x - v.x * f.y)
    }
}

impl Guide<'_> {
    /// A way that is free of stands, walls, obstacles and rooms for its whole length, with as few turns
    /// as there can be; `None` when no way of two turns is found.
    pub(super) fn route(&self, hall: &Hall, from: &Entrance, to: &Stand) -> Option<Route> {
        let frame = way_in(hall, from.at)?;
        let mut best: Option<(u8, f64, Route)> = None;
        for goal in goals(to) {
            let vector = PlanPoint::new(goal.at.x - frame.start.x, goal.at.y - frame.start.y);
            let (ahead, right) = frame.of(vector);
            if ahead.abs().max(right.abs()) > FURTHEST_M {
                continue;
            }
            let Some((turns, mut route)) = self.turns(hall, frame, ahead, right) else {
                continue;
            };
            // Where one looks at the end, as metres ahead and to the right.
            let (last, to_stand) = (
                if turns == 1 {
                    (0.0, route.right_m)
                } else {
                    (route.further_m + f64::from(u8::from(turns == 0)), 0.0)
                },
                frame.of(goal.towards),
            );
            let dot = last.0 * to_stand.0 + last.1 * to_stand.1;
            let cross = last.0 * to_stand.1 - last.1 * to_stand.0;
            route.stand = match (dot >= cross.abs(), cross > 0.0) {
                (true, _) => 0,
                (_, true) => 1,
                _ => 3,
            };
            let length = route.ahead_m + route.right_m.abs() + route.further_m.abs();
            if best.is_none_or(|(t, l, _)| (turns, length) < (t, l)) {
                best = Some((turns, length, route));
            }
        }
        best.map(|(_, _, mut route)| {
            route.ahead_m += BEFORE_M;
            route
        })
    }

    /// The way with the fewest turns to a place so far ahead and to the right.
    fn turns(&self, hall: &Hall, frame: Frame, ahead: f64, right: f64) -> Option<(u8, Route)> {
        let is_free = |from: (f64, f64), to: (f64, f64)| {
            let (a, b) = (frame.at(from.0, from.1), frame.at(to.0, to.1));
            let way = Rect::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y));
            self.is_free(hall, way.inflated(HALF_WIDTH_M))
        };
        let route = |ahead_m, right_m, further_m| Route {
            ahead_m,
            right_m,
            further_m,
            stand: 0,
        };
        if right.abs() < ASIDE_M {
            let is_straight = ahead >= 0.0 && is_free((0.0, 0.0), (ahead, right));
            if is_straight {
                return Some((0, route(ahead, 0.0, 0.0)));
            }
        }
        if !is_free((ahead, right), (ahead, right)) {
            return None;
        }
        if ahead >= 0.0
            && is_free((ahead, 0.0), (ahead, right))
            && is_free((0.0, 0.0), (ahead, 0.0))
        {
            return Some((1, route(ahead, right, 0.0)));
        }
        let mut turn = 0.0;
        while turn <= FURTHEST_M && is_free((turn - 1.0_f64.min(turn), 0.0), (turn, 0.0)) {
            let further: f64 = ahead - turn;
            if further.abs() >= LEAST_M
                && is_free((turn, right), (ahead, right))
                && is_free((turn, 0.0), (turn, right))
            {
                return Some((2, route(turn, right, further)));
            }
            turn += 1.0;
        }
        None
    }

    /// Whether one can walk there.
    fn is_free(&self, hall: &Hall, way: Rect) -> bool {
        for ix in self.stands_in(way) {
            let stand = self.plan.stand(ix);
            if stand.is_some_and(|stand| stand.outline.meets_rect(way)) {
                return false;
            }
        }
        let rooms = hall.services.iter().filter_map(|s| s.outline.as_ref());
        hall.outline.contains(way.center())
            && !any_wall(hall, &mut |a, b| way.meets_segment(a, b))
            && !rooms
                .chain(&hall.obstacles)
                .any(|outline| outline.meets_rect(way))
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

/// Places before the open sides and the doors of a stand, or before all sides where the file names
/// neither.
fn goals(stand: &Stand) -> Vec<Goal> {
    let mut goals = Vec::new();
    let mut add = |at: PlanPoint, (a, b): (PlanPoint, PlanPoint)| {
        let length = a.distance(b).max(1e-9);
        // To the right of a side's direction is the inside.
        let towards = PlanPoint::new(-(b.y - a.y) / length, (b.x - a.x) / length);
        goals.push(Goal {
            at: PlanPoint::new(at.x - BEFORE_M * towards.x, at.y - BEFORE_M * towards.y),
            towards,
        });
    };
    for door in &stand.doors {
        add(door.at, stand.outline.nearest_edge(door.at));
    }
    let is_known = !stand.open_edges.is_empty() || !stand.doors.is_empty();
    stand.outline.any_edge(&mut |edge, a, b| {
        if !is_known || stand.open_edges.contains(&edge) {
            let middle = PlanPoint::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
            add(middle, (a, b));
        }
        false
    });
    goals.truncate(MOST_GOALS);
    goals
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
        guide.route(&plan.halls[0], &plan.halls[0].entrances[0], stand)
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
            route_to(&plan, &plan.stands[0]).map(|r| (r.ahead_m, r.right_m, r.further_m, r.stand))
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
