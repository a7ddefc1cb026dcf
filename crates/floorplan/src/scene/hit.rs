//! What lies under a point.

use super::FloorScene;
use crate::geometry::{PlanPoint, Rect};
use crate::order::{arranged, in_order};
use crate::plan::{Plan, StandIx};

impl FloorScene {
    /// The stand at a point (of several, the one it lies deepest in), or else the nearest one within
    /// `reach_m`: a finger is not exact.
    pub fn hit(&self, plan: &Plan, at: PlanPoint, reach_m: f64) -> Option<StandIx> {
        let mut nearest = None;
        let mut nearest_m = reach_m;
        let region = Rect::new(at.x, at.y, at.x, at.y).inflated(reach_m);
        self.index.each(region, &mut |place| {
            let shape = self.stands.get(place);
            let Some((ix, stand)) = shape.and_then(|s| Some((s.stand, plan.stand(s.stand)?)))
            else {
                return;
            };
            let outside_m = -stand.outline.signed_distance(at);
            // On a side that two share, the first in the file.
            let is_nearer = outside_m < nearest_m
                || (outside_m <= nearest_m && nearest.is_none_or(|found| ix < found));
            if is_nearer {
                nearest_m = outside_m;
                nearest = Some(ix);
            }
        });
        nearest
    }

    /// Places in [`stands`](Self::stands) of those whose bounds touch `region` (metres), in file
    /// order.
    pub fn stands_in(&self, region: Rect) -> Vec<usize> {
        if region.holds(self.index.bounds()) {
            return (0..self.stands.len()).collect();
        }
        let mut places = Vec::new();
        self.index.each(region, &mut |place| places.push(place));
        let order = in_order(places.len(), &mut |a, b| {
            places.get(a as usize).cmp(&places.get(b as usize))
        });
        arranged(&places, &order)
    }
}
