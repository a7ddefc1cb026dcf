//! The data with everything that is derived from it, made when it is first needed.

use std::cell::OnceCell;

use super::Facets;
use super::filter::is_of_kind;
use crate::plan::{FloorIx, Loaded, Plan, Warning};
use crate::scene::{FloorScene, Walk};
use crate::search::SearchIndex;

/// A plan and what is derived from it. Never changes to an observer: derived parts are computed
/// on first use and kept.
#[derive(Debug)]
pub struct Exhibition {
    plan: Plan,
    warnings: Vec<Warning>,
    scenes: Vec<OnceCell<FloorScene>>,
    walks: Vec<OnceCell<Walk>>,
    search: OnceCell<SearchIndex>,
    counts: OnceCell<Vec<usize>>,
    kinds: OnceCell<Vec<usize>>,
}

impl Exhibition {
    /// Takes what was loaded.
    #[inline(never)]
    pub fn new(loaded: Loaded) -> Self {
        let floors = loaded.plan.floors.len();
        Self {
            plan: loaded.plan,
            warnings: loaded.warnings,
            scenes: (0..floors).map(|_| OnceCell::new()).collect(),
            walks: (0..floors).map(|_| OnceCell::new()).collect(),
            search: OnceCell::new(),
            counts: OnceCell::new(),
            kinds: OnceCell::new(),
        }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What was passed over while loading.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The shapes of a floor.
    pub fn scene(&self, floor: FloorIx) -> Option<&FloorScene> {
        let cell = self.scenes.get(floor.at())?;
        Some(cell.get_or_init(|| FloorScene::new(&self.plan, floor)))
    }

    /// The neighbours of the stands of a floor.
    pub fn walk(&self, floor: FloorIx) -> Option<&Walk> {
        let scene = self.scene(floor)?;
        let walk = self.walks.get(floor.at())?;
        Some(walk.get_or_init(|| Walk::new(&self.plan, scene)))
    }

    /// How many stands each category has.
    pub fn counts(&self) -> &[usize] {
        self.counts.get_or_init(|| {
            let mut counts = vec![0; self.plan.categories.len()];
            for stand in &self.plan.stands {
                if let Some(category) = stand.category
                    && let Some(count) = counts.get_mut(category.at())
                {
                    *count += 1;
                }
            }
            counts
        })
    }

    /// How many stands have a participant of each of [`Facets::KINDS`].
    pub fn of_kinds(&self) -> &[usize] {
        self.kinds.get_or_init(|| {
            let mut counts = vec![0; Facets::KINDS.len()];
            for stand in &self.plan.stands {
                for (kind, count) in (0..).zip(&mut counts) {
                    *count += usize::from(is_of_kind(&self.plan, stand, kind));
                }
            }
            counts
        })
    }

    /// The search index.
    pub fn search(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::new(&self.plan))
    }
}

/// Two exhibitions are the same when their plans are; compare `Rc`s by pointer where it counts.
impl PartialEq for Exhibition {
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan
    }
}
