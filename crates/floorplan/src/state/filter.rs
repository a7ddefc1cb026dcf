//! Which stands are shown in full colour.

use crate::plan::{CategoryIx, Stand};

/// The categories that the visitor wants; none chosen means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryFilter(Vec<CategoryIx>);

impl CategoryFilter {
    /// Chooses a category, or no longer.
    pub fn toggle(&mut self, category: CategoryIx) {
        if let Some(at) = self.0.iter().position(|c| *c == category) {
            self.0.remove(at);
        } else {
            self.0.push(category);
        }
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the category is one of those chosen.
    pub fn has(&self, category: CategoryIx) -> bool {
        self.0.contains(&category)
    }

    /// Whether a stand passes.
    pub fn passes(&self, stand: &Stand) -> bool {
        self.0.is_empty() || stand.category.is_some_and(|c| self.has(c))
    }
}
