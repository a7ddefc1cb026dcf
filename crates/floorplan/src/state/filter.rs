//! Which stands are shown in full colour, and in which order they are listed.

use crate::format::ParticipantKind;
use crate::plan::{CategoryIx, Plan, Stand};

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

/// A filter of the list, beside the categories and the visitor's bookmarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Stands with a participant of a kind, by its place in [`Facets::KINDS`], or of whatever kind again.
    Kind(u8),
    /// Stands that the visitor has been at, or all again.
    Visited,
    /// Stands that have a session now, or at the moment chosen; or all again.
    Now,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What was found best comes first; else as in the file.
    #[default]
    Best,
    /// By name, as the language sorts.
    Name,
    /// By number.
    Number,
    /// The nearest to the stand that was chosen last come first.
    Near,
}

impl Sort {
    /// The one after it, round and round; by distance only if one knows from where (`is_here`).
    #[must_use]
    pub fn next(self, is_here: bool) -> Self {
        match self {
            Self::Best => Self::Name,
            Self::Name => Self::Number,
            Self::Number if is_here => Self::Near,
            _ => Self::Best,
        }
    }
}

/// What the list is filtered by, beside categories and bookmarks, and how it is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// The chosen kind of participants, by its place in [`Facets::KINDS`].
    pub kind: u8,
    /// Only stands that the visitor has been at.
    pub is_visited: bool,
    /// Only stands with a session now, or at the moment chosen.
    pub is_now: bool,
    /// The order.
    pub sort: Sort,
}

impl Facets {
    /// The kinds that can be chosen; the first stands for all.
    pub const KINDS: [ParticipantKind; 9] = [
        ParticipantKind::Other,
        ParticipantKind::Region,
        ParticipantKind::Corporation,
        ParticipantKind::Bank,
        ParticipantKind::DevelopmentInstitute,
        ParticipantKind::University,
        ParticipantKind::SmallBusiness,
        ParticipantKind::Crafts,
        ParticipantKind::Organiser,
    ];

    /// Turns a filter on, or off.
    pub fn set(&mut self, facet: Facet) {
        match facet {
            Facet::Kind(kind) if self.kind == kind => self.kind = 0,
            Facet::Kind(kind) => self.kind = kind,
            Facet::Visited => self.is_visited ^= true,
            Facet::Now => self.is_now ^= true,
        }
    }

    /// Whether a filter is on.
    pub fn is_on(self) -> bool {
        self.kind > 0 || self.is_visited || self.is_now
    }
}

/// Whether one of a stand's participants is of the kind at this place.
pub(super) fn is_of_kind(plan: &Plan, stand: &Stand, kind: u8) -> bool {
    let kind = Facets::KINDS.get(usize::from(kind));
    let mut participants = stand.participants.iter();
    participants.any(|p| plan.participant(*p).map(|p| &p.kind) == kind)
}
