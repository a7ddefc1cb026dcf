//! Selecting, the list in step with the map, walking.

use std::rc::Rc;

use super::model::ROWS;
use super::{
    Effect, FocusTarget, HostEvent, Layout, Origin, PanelView, Sheet, Sort, State, Status,
};
use crate::geometry::{Rect, ScreenPoint};
use crate::plan::StandIx;

/// A finger may miss a stand by this many pixels.
const REACH_PX: f64 = 6.0;

impl State {
    /// The stand at a point of the screen.
    pub fn stand_at(&self, at: ScreenPoint, reach_px: f64) -> Option<StandIx> {
        let (plan, scene) = (self.plan()?, self.scene()?);
        let point = self.camera.plan_from_screen(at);
        scene.hit(plan, point, reach_px / self.camera.scale)
    }

    pub(super) fn tap(&mut self, at: ScreenPoint, effects: &mut Vec<Effect>) {
        match self.stand_at(at, REACH_PX) {
            Some(stand) => self.select(stand, Origin::User, effects),
            None if self.selected.is_some() => self.clear(Origin::User, effects),
            None => {
                if self.place.take().is_some() || self.offers_searches() {
                    self.is_searching = false;
                    self.revision += 1;
                }
                if self.sheet != Sheet::Peek {
                    self.sheet = Sheet::Peek;
                    self.cover_changed();
                }
            }
        }
    }

    pub(super) fn hover(&mut self, at: Option<ScreenPoint>) {
        let hovered = at
            .filter(|_| !self.is_moving())
            .and_then(|at| self.stand_at(at, 0.0));
        if hovered != self.hovered {
            self.hovered = hovered;
            self.revision += 1;
        }
    }

    pub(super) fn select(&mut self, stand: StandIx, origin: Origin, effects: &mut Vec<Effect>) {
        if self.proposes && origin == Origin::User && self.selected != Some(stand) {
            effects.push(Effect::Propose(stand));
        } else {
            self.agreed(stand, origin, effects);
        }
    }

    pub(super) fn agreed(&mut self, stand: StandIx, origin: Origin, effects: &mut Vec<Effect>) {
        let Some(found) = self.plan().and_then(|p| p.stand(stand)) else {
            return;
        };
        let floor = self.plan().and_then(|p| p.floor_of(found));
        let is_new = self.selected != Some(stand);
        let is_found = self
            .found
            .as_ref()
            .is_some_and(|found| found.stands.contains(&stand));
        if origin == Origin::User && is_found {
            self.remember_search(effects);
        }
        self.is_searching = false;
        self.is_whole &= !is_new;
        self.selected = Some(stand);
        self.here = Some(stand);
        if self.facets.sort == Sort::Near {
            self.sort(effects);
        }
        self.place = None;
        self.panel = PanelView::Details;
        self.panel_open = true;
        // A full sheet would hide it.
        self.sheet = Sheet::Half;
        self.status = Status::Opened(stand);
        self.cover_changed();
        if let Some(floor) = floor {
            self.enter_floor(floor, effects);
        }
        self.tab_stop = Some(stand);
        self.fly_to_stand(stand, effects);
        if origin == Origin::User {
            effects.push(Effect::Focus(FocusTarget::Panel));
            if is_new {
                effects.push(Effect::Emit(HostEvent::Select(Some(stand))));
            }
        }
    }

    pub(super) fn select_by_id(&mut self, id: Rc<str>, effects: &mut Vec<Effect>) {
        let Some(plan) = self.plan() else {
            self.wanted = Some(id).filter(|id| !id.is_empty());
            return;
        };
        match plan.find_stand(&id) {
            Some(stand) if self.selected != Some(stand) => {
                self.select(stand, Origin::Host, effects);
            }
            Some(_) => {}
            None => {
                self.clear(Origin::Host, effects);
                if !id.is_empty() && self.unknown.as_ref() != Some(&id) {
                    self.unknown = Some(Rc::clone(&id));
                    effects.push(Effect::Emit(HostEvent::Unknown(id)));
                }
            }
        }
    }

    pub(super) fn clear(&mut self, origin: Origin, effects: &mut Vec<Effect>) {
        self.wanted = None;
        let Some(stand) = self.selected.take() else {
            return;
        };
        self.panel = PanelView::List;
        self.draw_row(stand);
        self.status = Status::Quiet;
        if self.layout == Layout::Narrow {
            self.sheet = Sheet::Peek;
        }
        self.cover_changed();
        if origin == Origin::User {
            effects.push(Effect::Focus(FocusTarget::Back(stand)));
            effects.push(Effect::Emit(HostEvent::Select(None)));
        }
    }

    /// How many stands the list has.
    pub(super) fn listed(&self) -> usize {
        match &self.listed {
            Some(listed) => listed.len(),
            None => self.plan().map_or(0, |plan| plan.stands.len()),
        }
    }

    /// Makes sure that the row of a stand is among those that are drawn.
    fn draw_row(&mut self, stand: StandIx) {
        let place = match &self.listed {
            Some(listed) => listed.iter().position(|m| *m == stand),
            None => Some(stand.at()),
        };
        self.rows = self.rows.max(place.unwrap_or(0) + ROWS / 2);
    }

    /// No stand is chosen any more: the visitor went on to something else.
    pub(super) fn deselect(&mut self, effects: &mut Vec<Effect>) {
        if self.selected.take().is_some() {
            effects.push(Effect::Emit(HostEvent::Select(None)));
        }
    }

    /// Brings what was found into view: another floor if it is all there; the whole floor while the visitor has not moved it, else
    /// all matches as soon as one of them is out of sight.
    pub(super) fn show_matches(&mut self, effects: &mut Vec<Effect>) {
        let Some(plan) = self.plan() else { return };
        let mut bounds: Option<Rect> = None;
        let mut other = None;
        for ix in self.matches.as_deref().unwrap_or_default() {
            if let Some(stand) = plan.stand(*ix) {
                let floor = plan.floor_of(stand);
                if floor == Some(self.floor) {
                    bounds = Some(bounds.map_or(stand.bounds, |all| all.union(stand.bounds)));
                } else {
                    other = other.or(floor);
                }
            }
        }
        match (bounds, other) {
            // Whatever matches is on another floor.
            (None, Some(floor)) => self.enter_floor(floor, effects),
            _ if !self.moved => self.fit(effects),
            (Some(bounds), _) => self.bring_into_view(bounds, effects),
            _ => {}
        }
    }

    pub(super) fn focus_stand(&mut self, stand: StandIx, effects: &mut Vec<Effect>) {
        if self.focused != Some(stand) {
            self.focused = Some(stand);
            self.tab_stop = Some(stand);
            self.revision += 1;
            // A click focuses too, and flies by itself.
            if !self.recognizer.is_active() {
                self.reveal(stand, effects);
            }
        }
    }

    pub(super) fn walk_to(&mut self, stand: Option<StandIx>, effects: &mut Vec<Effect>) {
        if let Some(stand) = stand {
            self.focus_stand(stand, effects);
            effects.push(Effect::Focus(FocusTarget::Stand(stand)));
        }
    }

    /// The panel or sheet covers another part of the map now.
    pub(super) fn cover_changed(&mut self) {
        let insets = self
            .layout
            .insets(self.container, self.panel_open, self.sheet);
        self.viewport.insets = insets;
        self.revision += 1;
    }
}
