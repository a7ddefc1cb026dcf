//! The keyboard walk over the reference exhibition.

use std::collections::HashSet;

use floorplan::plan::FloorIx;
use floorplan::scene::{Direction, FloorScene, Walk};

use super::plan;

#[test]
fn arrows_reach_every_stand_from_every_other() {
    let plan = plan();
    let scene = FloorScene::new(&plan, FloorIx(0));
    let walk = Walk::new(&plan, &scene);
    for start in &scene.stands {
        let mut seen = HashSet::from([start.stand]);
        let mut queue = vec![start.stand];
        while let Some(at) = queue.pop() {
            for direction in [
                Direction::Up,
                Direction::Right,
                Direction::Down,
                Direction::Left,
            ] {
                queue.extend(walk.next(at, direction).filter(|next| seen.insert(*next)));
            }
        }
        assert_eq!(
            seen.len(),
            36,
            "from {:?}",
            plan.stand(start.stand).unwrap().number
        );
    }
}
