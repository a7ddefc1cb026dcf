//! The search: what is found for the words in the box, what is suggested, and where something
//! found leads to. The list and the map show [`State::matches`]; what is no stand is
//! [`State::place`] on the map.

use std::rc::Rc;

use super::filter::is_of_kind;
use super::model::ROWS;
use super::{Effect, Facets, Origin, PanelView, Sheet, Sort, State, Status};
use crate::format::Text;
use crate::geometry::PlanPoint;
use crate::messages::{Msg, entrance_name, service_name};
use crate::mine::Kind;
use crate::plan::{FloorIx, Plan, SessionPlace, Stand, StandIx};
use crate::programme::Clock;
use crate::scene::PinKind;
use crate::search::What;

/// A service or a doorway: where it is and what it is called.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot<'a> {
    /// Its floor.
    pub floor: FloorIx,
    /// Its pin.
    pub at: PlanPoint,
    /// Its own name.
    pub name: Option<&'a Text>,
    /// The name of all of its kind.
    pub common: Msg,
    /// What is painted there, but for its direction.
    pub pin: PinKind,
}

impl<'a> Spot<'a> {
    /// The place of a service or a doorway; none of what is something else.
    pub fn of(plan: &'a Plan, what: What) -> Option<Self> {
        let (What::Service(ix, i) | What::Entrance(ix, i)) = what else {
            return None;
        };
        let hall = plan.halls.get(ix.at())?;
        let (at, name, common, pin) = if matches!(what, What::Service(..)) {
            let service = hall.services.get(i)?;
            let (kind, name) = (service.kind, &service.name);
            let pin = PinKind::Service(kind, ix.at(), i);
            (service.at, name, service_name(kind), pin)
        } else {
            let entrance = hall.entrances.get(i)?;
            let (kind, name) = (entrance.kind, &entrance.name);
            let pin = PinKind::Entrance(kind, ix.at(), i, 0);
            (entrance.at, name, entrance_name(kind), pin)
        };
        Some(Self {
            floor: hall.floor,
            at,
            name: name.as_ref(),
            common,
            pin,
        })
    }

    /// The stand next to it, which tells it from others of its kind.
    pub fn nearest_stand<'p>(&self, plan: &'p Plan) -> Option<&'p Stand> {
        let mut nearest = None;
        let mut least = f64::INFINITY;
        for stand in &plan.stands {
            let (b, at) = (stand.bounds, self.at);
            let dx = (b.x0 - at.x).max(at.x - b.x1).max(0.0);
            let dy = (b.y0 - at.y).max(at.y - b.y1).max(0.0);
            let gap = dx * dx + dy * dy;
            if gap < least && plan.floor_of(stand) == Some(self.floor) {
                (nearest, least) = (Some(stand), gap);
            }
        }
        nearest
    }
}

impl State {
    /// The chosen service or doorway, if its floor is the shown one.
    pub fn place_at(&self) -> Option<PlanPoint> {
        let spot = Spot::of(self.plan()?, self.place?)?;
        (spot.floor == self.floor).then_some(spot.at)
    }

    /// Search or filter changed: what is found now, and what the status region says.
    pub(super) fn filters_changed(&mut self, effects: &mut Vec<Effect>) {
        let Some(exhibition) = self.exhibition().cloned() else {
            return;
        };
        self.rows = ROWS;
        self.place = None;
        self.unsaid = None;
        let plan = exhibition.plan();
        let was_on = self.matches.is_some() || self.found.is_some();
        // Without words the index, which takes its time, is not needed.
        self.found = if self.query.is_empty() {
            None
        } else {
            exhibition.search().find(plan, &self.query).map(Rc::new)
        };
        let found = self.found.as_deref();
        let nothing = found.filter(|found| found.hits.is_empty());
        self.suggestion = nothing
            .and_then(|_| exhibition.search().nearest(plan, &self.query))
            .map(Rc::from);
        self.match_again();
        self.status = match &self.matches {
            _ if self.is_mine && self.found.is_none() => Status::Said(Msg::MyList),
            // None of these was found by the words.
            _ if self
                .found
                .as_ref()
                .is_some_and(|found| !found.tells_stands()) =>
            {
                Status::Matches(0)
            }
            Some(matches) => Status::Matches(matches.len()),
            None if self.found.is_some() => Status::Matches(0),
            None if was_on => Status::All,
            None => Status::Quiet,
        };
        // What is typed or chosen is seen in the list, so show it.
        self.show_list(effects);
        self.cover_changed();
    }

    /// The stands that match what was found and the filters as they are now, and their order.
    pub(super) fn match_again(&mut self) {
        let Some(exhibition) = self.exhibition().cloned() else {
            return;
        };
        let plan = exhibition.plan();
        let clock = self.time().clock(plan);
        // Words that only services or sessions have do not tell the stands apart.
        let by_words = self.found.as_deref().filter(|found| found.tells_stands());
        let is_filtered = !self.filter.is_empty() || self.facets.is_on() || self.is_mine;
        let mut matches = None;
        if by_words.is_some() || is_filtered {
            let stands = by_words.map(|found| &found.stands);
            let mut passing = Vec::new();
            for at in 0..stands.map_or(plan.stands.len(), Vec::len) {
                let ix = stands.map_or(Some(StandIx::from(at)), |stands| stands.get(at).copied());
                if let Some(ix) = ix
                    && self.passes(plan, clock, ix)
                {
                    passing.push(ix);
                }
            }
            matches = Some(Rc::from(passing));
        }
        // The same stands are the same picture.
        if self.matches != matches {
            self.matches = matches;
        }
        self.arrange();
        self.revision += 1;
    }

    /// Puts the list in order.
    pub(super) fn arrange(&mut self) {
        self.listed = self.matches.clone();
        if let Some(order) = &self.order {
            let is_match = self.bits();
            let mut listed = Vec::new();
            for ix in order.iter() {
                if is_match.get(ix.at()) != Some(&false) {
                    listed.push(*ix);
                }
            }
            self.listed = Some(listed.into());
        }
    }

    fn is_mine(&self, stand: &Stand) -> bool {
        self.marks.is_bookmarked(Kind::Stand, &stand.id)
    }

    fn passes(&self, plan: &Plan, clock: Option<Clock>, stand: StandIx) -> bool {
        let Facets {
            kind,
            is_visited,
            is_now,
            ..
        } = self.facets;
        plan.stand(stand).is_some_and(|stand| {
            (!self.is_mine || self.is_mine(stand))
                && self.filter.passes(stand)
                && (kind == 0 || is_of_kind(plan, stand, kind))
                && (!is_visited || self.marks.is_visited(Kind::Stand, &stand.id))
                && (!is_now || clock.is_some_and(|clock| clock.is_at(plan, stand)))
        })
    }

    /// Another moment, or another minute: what depends on it.
    pub(super) fn time_changed(&mut self) {
        // Without a clock nothing is now.
        self.facets.is_now &= self.time().at.is_some();
        self.match_again();
    }

    /// The visitor wants the list in another order. The browser puts it so: it knows the alphabets.
    pub(super) fn sort(&mut self, effects: &mut Vec<Effect>) {
        self.order = None;
        if self.facets.sort != Sort::Best
            && let Some(plan) = self.plan()
        {
            let mut keys = String::new();
            for stand in &plan.stands {
                match self.facets.sort {
                    Sort::Name => keys.push_str(&plan.stand_name(stand, self.lang.tag()).text),
                    Sort::Near => keys.push_str(&self.gap_cm(plan, stand).to_string()),
                    _ => keys.push_str(&stand.number),
                }
                keys.push('\u{1e}');
            }
            effects.push(Effect::Collate(keys));
        }
        self.arrange();
        self.revision += 1;
    }

    /// How far a stand is from the visitor; another floor is further than anything on this one.
    fn gap_cm(&self, plan: &Plan, stand: &Stand) -> u32 {
        let Some(here) = self.here.and_then(|here| plan.stand(here)) else {
            return 0;
        };
        let (from, to) = (here.bounds.center(), stand.bounds.center());
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        // Shorter than `hypot`, and near enough.
        #[allow(clippy::imprecise_flops, reason = "plans are of metres")]
        let gap_m = (dx * dx + dy * dy).sqrt();
        let other = plan.floor_of(here) != plan.floor_of(stand);
        (gap_m * 100.0) as u32 + u32::from(other) * 1_000_000_000
    }

    fn show_list(&mut self, effects: &mut Vec<Effect>) {
        if self.panel != PanelView::List {
            self.panel = PanelView::List;
            self.deselect(effects);
        }
    }

    /// The best of what was found, of stands only those that the filter lets pass.
    pub(super) fn best(&self) -> Option<What> {
        let (found, plan) = (self.found.as_deref()?, self.plan()?);
        let clock = self.time().clock(plan);
        let passes = |what: &What| match what.stand() {
            Some(stand) => self.passes(plan, clock, stand),
            None => true,
        };
        found.hits.iter().map(|hit| hit.what).find(passes)
    }

    /// Something found was chosen: opens the stand, or shows the place on the map.
    pub(super) fn choose(&mut self, what: What, effects: &mut Vec<Effect>) {
        if self.panel == PanelView::List {
            self.remember_search(effects);
        }
        if let Some(stand) = what.stand() {
            return self.select(stand, Origin::User, effects);
        }
        let What::Session(session) = what else {
            return self.show_place(what, effects);
        };
        let place = self
            .plan()
            .and_then(|plan| plan.sessions.get(session.at())?.place);
        match place {
            Some(SessionPlace::Stand(stand)) => self.select(stand, Origin::User, effects),
            Some(SessionPlace::Service(hall, i)) => {
                self.show_place(What::Service(hall, i), effects);
            }
            // The page with all of the programme.
            None => self.show_panel(PanelView::Programme, effects),
        }
    }

    fn show_place(&mut self, what: What, effects: &mut Vec<Effect>) {
        let spot = self.plan().and_then(|plan| Spot::of(plan, what));
        let Some(Spot { floor, at, .. }) = spot else {
            return;
        };
        self.place = Some(what);
        self.is_searching = false;
        self.status = Status::Shown(what);
        // The programme stays: it leads to the next place, too.
        if self.panel != PanelView::Programme {
            self.show_list(effects);
        }
        if self.sheet == Sheet::Full {
            self.sheet = Sheet::Half;
        }
        self.cover_changed();
        self.fly(floor, at, 0.0, effects);
    }
}
