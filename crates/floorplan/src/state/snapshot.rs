//! What of a map can be kept as a text, and given to the same map again or to another.

use super::motion::Motion;
use super::{CategoryFilter, Effect, Facets, Origin, PanelView, Sort, State};
use crate::export::{FIELD, Records};
use crate::geometry::PlanPoint;
use crate::mine::Marks;
use crate::plan::{CategoryIx, FloorIx};

/// The version of the text.
const VERSION: u32 = 1;

/// Places are told in whole millimetres from a point so far to the left and above, metres: to print and to
/// read numbers with a sign would cost the browser something. Scales likewise, in thousandths.
const FAR_M: f64 = 1e6;

const SORTS: [Sort; 4] = [Sort::Best, Sort::Name, Sort::Number, Sort::Near];

/// A whole number; 0 for what is none.
pub(super) fn whole(text: Option<&str>) -> u32 {
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// A length in metres.
pub(super) fn read_far(text: Option<&str>) -> f64 {
    f64::from(whole(text)) / 1e3 - FAR_M
}

/// What [`read_far`] reads.
pub(super) fn far(length_m: f64) -> u32 {
    ((length_m + FAR_M) * 1e3).round() as u32
}

impl State {
    /// What the page may keep, as fields: the version; by number the kind of participants, what else is
    /// filtered by (1: bookmarked, 2: visited, 4: now), the order of the list and the panel's page; what is in
    /// the middle of the map and the scale, 0 where nobody moved it; the floor, the open stand, the words in the
    /// search box, the categories chosen (a line each), and marks where nobody keeps them.
    pub(super) fn snapshot(&self, told: &mut Records) {
        let Some(plan) = self.plan() else {
            return;
        };
        let facets = self.facets;
        let flags = u32::from(self.is_mine)
            | u32::from(facets.is_visited) << 1
            | u32::from(facets.is_now) << 2;
        // A map that nobody moved is fitted again wherever it comes to be.
        let (mut x, mut y, mut scale) = (0.0, 0.0, -FAR_M);
        if self.moved && !self.viewport.is_empty() {
            let goal = self.goal();
            let middle = goal.plan_from_screen(self.middle());
            (x, y, scale) = (middle.x, middle.y, goal.scale);
        }
        for number in [
            VERSION,
            facets.kind.into(),
            flags,
            facets.sort as u32,
            self.panel as u32,
            far(x),
            far(y),
            far(scale),
        ] {
            told.number(number);
        }
        let floor = plan.floors.get(self.floor.at());
        told.field(floor.map_or("", |floor| &floor.id));
        let stand = self.selected.and_then(|stand| plan.stand(stand));
        told.field(stand.map_or("", |stand| &stand.id));
        told.field(&self.query);
        let mut categories = String::new();
        for (i, category) in plan.categories.iter().enumerate() {
            if self.filter.has(CategoryIx::from(i)) {
                categories.push_str(&category.id);
                categories.push('\n');
            }
        }
        told.field(&categories);
        if self.has_unkept || self.told_unkept {
            told.field(&self.marks.stored());
        }
    }

    /// Takes up what [`snapshot`](Self::snapshot) told; `unknown` gets what this data does not have, a
    /// line each. With `is_strict` nothing is taken up then. Whether the text is of this version.
    pub(super) fn restore(
        &mut self,
        kept: &str,
        is_strict: bool,
        unknown: &mut String,
        effects: &mut Vec<Effect>,
    ) -> bool {
        let Some(exhibition) = self.exhibition().cloned() else {
            return false;
        };
        let plan = exhibition.plan();
        let mut miss = |what: &str, id: &str| {
            for part in [what, id, "\n"] {
                unknown.push_str(part);
            }
        };
        let mut fields = kept.split(FIELD);
        if whole(fields.next()) != VERSION {
            return false;
        }
        let mut numbers = [0; 4];
        for number in &mut numbers {
            *number = whole(fields.next());
        }
        let [kind, flags, sort, panel] = numbers;
        let (x, y) = (read_far(fields.next()), read_far(fields.next()));
        let scale = read_far(fields.next());
        let mut next = || fields.next().unwrap_or_default();
        let (floor_id, stand_id) = (next(), next());
        let floor = plan.floors.iter().position(|f| *f.id == *floor_id);
        if floor.is_none() {
            miss("floor ", floor_id);
        }
        let selected = plan.stand_by_id(stand_id);
        if selected.is_none() && !stand_id.is_empty() {
            miss("stand ", stand_id);
        }
        let query = next();
        let mut filter = CategoryFilter::default();
        for id in next().split('\n').filter(|id| !id.is_empty()) {
            let place = plan.categories.iter().position(|c| *c.id == *id);
            match place.map(CategoryIx::from) {
                Some(category) if filter.has(category) => {}
                Some(category) => filter.toggle(category),
                None => miss("category ", id),
            }
        }
        let marks = next();
        let mut is_now = flags & 4 > 0;
        if is_now && self.time().at.is_none() {
            is_now = false;
            miss("now", "");
        }
        if is_strict && !unknown.is_empty() {
            return true;
        }
        if !marks.is_empty() {
            let mut all = Marks::read(marks).marks;
            all.merge(&self.marks);
            self.set_marks(all);
            self.has_unkept = true;
        }
        self.query = query.into();
        self.filter = filter;
        self.is_mine = flags & 1 > 0;
        let sort = SORTS.get(sort as usize).copied().unwrap_or_default();
        let is_other = self.facets.sort != sort;
        self.facets = Facets {
            kind: kind as u8,
            is_visited: flags & 2 > 0,
            is_now,
            sort,
        };
        self.filters_changed(effects);
        if is_other {
            self.sort(effects);
        }
        let floor = floor.map_or(self.floor, FloorIx::from);
        self.enter_floor(floor, effects);
        match (panel, selected) {
            (1, Some(stand)) => self.agreed(stand, Origin::Host, effects),
            (2, _) => self.show_panel(PanelView::About, effects),
            (3, _) => self.show_panel(PanelView::Programme, effects),
            _ => {}
        }
        self.land(effects);
        if scale > 0.0 {
            self.view_at(floor, PlanPoint::new(x, y), scale, effects);
        }
        true
    }

    /// Ends a flight that has not begun where it leads.
    pub(super) fn land(&mut self, effects: &mut Vec<Effect>) {
        if let Motion::TakingOff(to) = self.motion {
            self.motion = Motion::Still;
            self.camera = to;
            self.draw(effects);
        }
    }

    /// Shows a point of a floor in the middle of what is visible, at a scale within the range, at once.
    pub(super) fn view_at(
        &mut self,
        floor: FloorIx,
        at: PlanPoint,
        scale: f64,
        effects: &mut Vec<Effect>,
    ) {
        if self.viewport.is_empty() {
            self.wanted_view = Some((floor, at, scale));
            return;
        }
        self.enter_floor(floor, effects);
        self.recognizer.forget_tap();
        self.hovered = None;
        self.motion = Motion::Still;
        self.moved = true;
        self.camera = self.camera_at(at, scale);
        self.draw(effects);
    }
}
