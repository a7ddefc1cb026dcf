//! What lies under a point.

use super::FloorScene;
use crate::geometry::PlanPoint;
use crate::plan::{Plan, StandIx};

impl FloorScene {
    /// The stand at a point, or else the nearest one within `reach_m` (a finger is not exact).
    pub fn hit(&self, plan: &Plan, at: PlanPoint, reach_m: f64) -> Option<StandIx> {
        let mut nearest = None;
        let mut nearest_m = reach_m;
        for shape in &self.stands {
            let Some(stand) = plan.stand(shape.stand) else {
                continue;
            };
            if !stand.bounds.inflated(reach_m).contains(at) {
                continue;
            }
            let outside_m = -stand.outline.signed_distance(at);
            if outside_m <= 0.0 {
                return Some(shape.stand);
            }
            if outside_m < nearest_m {
                nearest_m = outside_m;
                nearest = Some(shape.stand);
            }
        }
        nearest
    }
}
