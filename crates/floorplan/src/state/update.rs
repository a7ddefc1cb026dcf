//! One action, one new state.

use std::mem::replace;
use std::rc::Rc;

use super::model::ROWS;
use super::motion::{Motion, SETTLE_MS};
use super::{
    Action, Effect, Facet, Failure, FocusTarget, HostEvent, Layout, Load, Origin, PanelView, Sheet,
    Sort, State, Status,
};
use crate::gesture::{Gesture, PointerEvent, PointerKind, PointerPhase, wheel_factor};
use crate::messages::Msg;
use crate::plan::{FloorIx, LocalTime};
use crate::programme::TimeSlider;
use crate::scene::Walk;

/// What was found is said so long after the last key, milliseconds.
const SAY_MS: u32 = 500;
/// So many rows of the list at least are drawn for each key: more than a phone shows.
const TYPED_ROWS: usize = 16;
/// How long the hint about gestures stays, milliseconds.
const HINT_MS: u32 = 1_600;

/// What Escape closes.
enum WayBack {
    Details,
    /// About or the programme.
    Panel,
    Query,
    /// The recent searches that the box offers.
    Searches,
    Filters,
    /// The panel over the map.
    List,
    Sheet,
}

impl State {
    /// Changes the state by an action; what is to be done outside comes back.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        let fx = &mut effects;
        match action {
            Action::Source(source) => self.load_from(source, fx),
            Action::Retry => {
                self.load_from(Rc::clone(&self.source), fx);
                self.retried = true;
            }
            // What nobody waits for any more.
            Action::Loaded(_) | Action::LoadFailed(_) if !matches!(self.load, Load::Loading) => {}
            Action::Loaded(exhibition) => self.loaded(Load::Ready(exhibition), fx),
            Action::LoadFailed(failure) => {
                self.load = Load::Failed(Rc::clone(&failure));
                self.revision += 1;
                fx.push(Effect::Emit(HostEvent::Error(failure)));
                if self.retried {
                    fx.push(Effect::Focus(FocusTarget::Panel));
                }
            }
            Action::Drawn => {
                (self.is_drawn, self.is_whole) = (true, true);
                self.rows = self.rows.max(ROWS);
                self.revision += 1;
            }
            Action::PanelDrawn if self.panel == PanelView::Details && !self.is_whole => {
                fx.push(Effect::DrawRest);
            }
            Action::PanelDrawn | Action::StandsDrawn => {}
            Action::Fonts => self.revision += 1,
            Action::Resized { container, stage } => self.resized(container, stage, fx),
            Action::Language(lang) => {
                if lang != self.lang {
                    self.lang = lang;
                    self.revision += 1;
                    if self.facets.sort == Sort::Name {
                        self.sort(fx);
                    }
                }
            }
            Action::ReducedMotion(on) => self.reduced_motion = on,
            Action::Cooperative(on) => {
                if on != self.cooperative {
                    self.cooperative = on;
                    self.revision += 1;
                }
            }
            Action::Pointer(event) => self.pointer(event, fx),
            Action::Hover(at) => self.hover(at),
            Action::Wheel(wheel) => {
                if self.is_cooperative() && !wheel.ctrl {
                    self.show_hint(PointerKind::Mouse, fx);
                } else {
                    let factor = wheel_factor(wheel.delta_y, wheel.mode, wheel.ctrl);
                    self.zoom_step(factor, wheel.at, wheel.time_ms, fx);
                }
            }
            Action::Frame(now_ms) => self.frame(now_ms, fx),
            Action::Settled => self.settled(fx),
            Action::HintSeen => {
                self.hint = false;
                self.revision += 1;
            }
            Action::Select(stand, origin) => self.select(stand, origin, fx),
            Action::Ask(what, argument) => {
                let told = self.ask(what, &argument, fx);
                fx.push(Effect::Answer(told));
            }
            Action::Agreed(stand) => self.agreed(stand, Origin::User, fx),
            Action::SelectById(id) => self.select_by_id(id, fx),
            Action::Clear(origin) => self.clear(origin, fx),
            Action::StandFocused(stand) => self.focus_stand(stand, fx),
            Action::StandBlurred => {
                self.focused = None;
                self.revision += 1;
            }
            Action::Walk(_) | Action::WalkFirst | Action::WalkLast => self.walk(&action, fx),
            Action::ToPlan => {
                // A sheet would hide it, or most of the way there.
                self.sheet = Sheet::Peek;
                self.cover_changed();
                self.walk_to(self.tab_stop, fx);
            }
            Action::Query(query) => {
                self.is_searching = true;
                self.type_in(query, fx);
            }
            Action::SearchFocused => {
                if let Some(exhibition) = self.exhibition() {
                    exhibition.search();
                }
                self.is_searching = true;
                if self.offers_searches() {
                    // That all stands are shown again is more.
                    if self.status != Status::All {
                        self.status = Status::Said(Msg::RecentSearches);
                    }
                    self.revision += 1;
                }
                // Keys on the screen would hide the half of it.
                if self.layout == Layout::Narrow {
                    self.sheet = Sheet::Full;
                    self.cover_changed();
                }
            }
            Action::Choose(what) => self.choose(what, fx),
            Action::ChooseBest => {
                self.remember_search(fx);
                if let Some(best) = self.best() {
                    self.choose(best, fx);
                }
            }
            Action::ClearQuery | Action::TakeSuggestion => {
                let suggestion = self.suggestion.take();
                let wanted = suggestion.filter(|_| matches!(action, Action::TakeSuggestion));
                self.query = wanted.unwrap_or_default();
                self.filters_changed(fx);
                self.show_matches(fx);
                fx.push(Effect::Focus(FocusTarget::Search));
            }
            Action::ToggleCategory(category) => {
                self.filter.toggle(category);
                self.filters_changed(fx);
                self.show_matches(fx);
            }
            Action::Filter(facet) => {
                self.facets.set(facet);
                // Without the filter, the chosen moment is over too.
                if facet == Facet::Now && !self.facets.is_now {
                    self.moment = None;
                }
                self.filters_changed(fx);
                self.show_matches(fx);
            }
            Action::Sort(sort) => {
                self.facets.sort = sort;
                self.rows = ROWS;
                self.sort(fx);
            }
            Action::Collated(order) => {
                self.order = Some(order);
                self.arrange();
                self.revision += 1;
            }
            Action::Time(minutes) => {
                let now = LocalTime::from_utc(f64::from(minutes) * 60_000.0, 0);
                self.now = Some(now).filter(|_| minutes > 0);
                self.time_changed();
            }
            Action::Moment(moment) => {
                let slider = self.plan().map(TimeSlider::new);
                self.moment = moment.zip(slider).map(|(at, slider)| slider.moment(at));
                self.facets.is_now = self.moment.is_some();
                self.time_changed();
            }
            Action::Say => {
                if self.rows < ROWS {
                    self.rows = ROWS;
                    self.revision += 1;
                }
                if let Some(status) = self.unsaid.take()
                    && self.panel == PanelView::List
                {
                    self.status = status;
                    self.revision += 1;
                }
            }
            Action::Own(own) => self.own(own, fx),
            Action::Marks(text, from) => self.take_marks(&text, from, fx),
            Action::ResetFilters => {
                self.reset_filters(fx);
                self.focus_found(fx);
            }
            Action::ZoomBy(factor) => self.zoom_by(factor, fx),
            Action::Fit(Origin::User) => self.fit(fx),
            Action::Fit(Origin::Host) => {
                self.fit_now(fx);
            }
            Action::CenterOn(id, scale) => self.center_on(id, scale, fx),
            Action::MoreRows => {
                if self.rows < self.listed() {
                    self.rows += ROWS;
                    self.revision += 1;
                }
            }
            Action::ShowList => self.show_panel(PanelView::List, fx),
            Action::ShowAbout => self.show_panel(PanelView::About, fx),
            Action::ByTheme => {
                self.by_theme = !self.by_theme;
                self.revision += 1;
            }
            Action::ShowProgramme => self.show_panel(PanelView::Programme, fx),
            Action::Errand(errand) => fx.push(Effect::Errand(errand)),
            Action::ScreenFilled(on) => {
                self.fills_screen = on;
                self.revision += 1;
            }
            Action::TogglePanel => {
                self.panel_open = !self.panel_open;
                self.cover_changed();
                self.fit_unmoved(fx);
            }
            Action::SetSheet(sheet) => {
                self.sheet = sheet;
                self.cover_changed();
                self.fit_unmoved(fx);
            }
            Action::ShowFloor(floor) => {
                self.enter_floor(floor, fx);
            }
            Action::Escape => self.escape(fx),
        }
        effects
    }

    /// Other words in the search box.
    pub(super) fn type_in(&mut self, query: Rc<str>, effects: &mut Vec<Effect>) {
        if query == self.query {
            return;
        }
        self.query = query;
        if self.layout == Layout::Narrow && self.sheet == Sheet::Peek {
            self.sheet = Sheet::Half;
        }
        self.panel_open = true;
        let said = self.status;
        self.filters_changed(effects);
        // Whoever listens hears of it once, when the words are complete.
        self.unsaid = Some(replace(&mut self.status, said));
        effects.push(Effect::SayAfter(SAY_MS));
        // The next key comes soon, and rows are what a key costs.
        if self.listed() > ROWS {
            self.rows = self.first_rows().max(TYPED_ROWS);
        }
        self.show_matches(effects);
    }

    fn load_from(&mut self, source: Rc<str>, effects: &mut Vec<Effect>) {
        self.source = source;
        self.retried = false;
        self.status = Status::Quiet;
        self.revision += 1;
        if self.source.is_empty() {
            let failure = Rc::new(Failure::NoSource);
            self.load = Load::Failed(Rc::clone(&failure));
            effects.push(Effect::Emit(HostEvent::Error(failure)));
        } else {
            self.load = Load::Loading;
            effects.push(Effect::Fetch(Rc::clone(&self.source)));
        }
    }

    pub(super) fn loaded(&mut self, load: Load, effects: &mut Vec<Effect>) {
        self.load = load;
        // The button that was pressed is gone.
        if self.retried {
            effects.push(Effect::Focus(FocusTarget::Panel));
        }
        self.is_drawn = false;
        self.floor = FloorIx(0);
        (self.selected, self.unknown) = (None, None);
        self.hovered = None;
        self.panel = PanelView::List;
        self.status = Status::Quiet;
        self.rows = self.first_rows();
        self.filter = super::CategoryFilter::default();
        self.facets = super::Facets::default();
        (self.order, self.here, self.now, self.moment) = (None, None, None, None);
        self.unsaid = None;
        self.marks = Rc::default();
        (self.recent, self.may_store) = ("".into(), false);
        (self.is_mine, self.by_theme) = (false, false);
        self.notice = None;
        self.has_unkept = false;
        self.news = "".into();
        effects.push(Effect::Recall);
        self.start_floor();
        self.revision += 1;
        self.listed = None;
        (self.matches, self.found, self.suggestion, self.place) = (None, None, None, None);
        if !self.query.is_empty() {
            self.filters_changed(effects);
        }
        self.fit_now(effects);
        if let Some(wanted) = self.wanted.take() {
            self.select_by_id(wanted, effects);
            // The first picture shows the stand at once: there was no other to fly from.
            self.land(effects);
        }
        self.center_on_wanted(effects);
    }

    /// Another part of the map is covered: fits a map again that the visitor has not moved.
    fn fit_unmoved(&mut self, effects: &mut Vec<Effect>) {
        if !self.moved {
            self.fit(effects);
        }
    }

    /// Shows all of another floor; nothing when it is the shown one.
    pub(super) fn enter_floor(&mut self, floor: FloorIx, effects: &mut Vec<Effect>) {
        if floor != self.floor {
            self.floor = floor;
            self.start_floor();
            self.fit_now(effects);
            self.revision += 1;
        }
    }

    /// Forgets what belonged to another floor.
    fn start_floor(&mut self) {
        self.focused = None;
        self.hovered = None;
        let first = self
            .exhibition()
            .and_then(|e| e.walk(self.floor))
            .and_then(Walk::first);
        self.tab_stop = first;
    }

    fn resized(&mut self, container: (f64, f64), stage: (f64, f64), effects: &mut Vec<Effect>) {
        // The page has begun or ceased to scroll: nothing of the map is otherwise.
        if (container, stage) == (self.container, (self.viewport.width, self.viewport.height)) {
            return;
        }
        let first = self.container.0 < 1.0;
        let layout = Layout::of(container.0);
        if layout != self.layout || first {
            self.layout = layout;
            self.panel_open = !layout.starts_folded(container.1) || self.selected.is_some();
        }
        self.container = container;
        if !self.is_drawn {
            self.rows = self.first_rows();
        }
        let middle = self.viewport;
        (self.viewport.width, self.viewport.height) = stage;
        self.cover_changed();
        if !self.moved || middle.is_empty() {
            self.fit_now(effects);
            if let Some(stand) = self.selected.filter(|_| middle.is_empty()) {
                self.fly_to_stand(stand, effects);
            }
            self.center_on_wanted(effects);
        } else if let Some(scene) = self.scene() {
            // Keep what was in the middle there.
            let (dx, dy) = (
                (stage.0 - middle.width) / 2.0,
                (stage.1 - middle.height) / 2.0,
            );
            self.camera = self
                .camera
                .panned(dx, dy)
                .clamped(scene.bounds, self.viewport);
            self.draw(effects);
        }
    }

    fn pointer(&mut self, event: PointerEvent, effects: &mut Vec<Effect>) {
        if event.phase == PointerPhase::Down {
            self.motion = Motion::Still;
        }
        // The browser scrolls the page by it.
        let is_taken = event.phase == PointerPhase::Cancel && event.kind == PointerKind::Touch;
        if is_taken && self.is_cooperative() && self.recognizer.is_active() {
            self.show_hint(PointerKind::Touch, effects);
        }
        let gesture = self.recognizer.event(event);
        let has_ended = matches!(event.phase, PointerPhase::Up | PointerPhase::Cancel);
        if has_ended && matches!(gesture, None | Some(Gesture::Tap(_))) {
            effects.push(Effect::SettleAfter(SETTLE_MS));
        }
        match gesture {
            Some(Gesture::Tap(at)) => self.tap(at, effects),
            Some(gesture) => self.gesture(gesture, event.time_ms, effects),
            None => {}
        }
    }

    fn show_hint(&mut self, about: PointerKind, effects: &mut Vec<Effect>) {
        if !self.hint {
            self.hint = true;
            self.hint_about = about;
            self.revision += 1;
            effects.push(Effect::HideHintAfter(HINT_MS));
        }
    }

    fn walk(&mut self, action: &Action, effects: &mut Vec<Effect>) {
        let Some(exhibition) = self.exhibition().cloned() else {
            return;
        };
        let Some(walk) = exhibition.walk(self.floor) else {
            return;
        };
        let from = self.focused.or(self.tab_stop);
        let next = match action {
            Action::Walk(direction) => from.and_then(|from| walk.next(from, *direction)),
            Action::WalkFirst => walk.first(),
            _ => walk.last(),
        };
        if let (Some(from), Some(next)) = (from, next) {
            let is_odd = matches!(self.status, Status::Walked(_, _, false));
            self.status = Status::Walked(from, next, is_odd);
        }
        self.walk_to(next, effects);
    }

    pub(super) fn show_panel(&mut self, view: PanelView, effects: &mut Vec<Effect>) {
        if self.panel == PanelView::Details && view == PanelView::List {
            return self.clear(Origin::User, effects);
        }
        self.panel = view;
        self.is_searching = false;
        self.panel_open = true;
        self.deselect(effects);
        if view != PanelView::List && self.sheet == Sheet::Peek {
            self.sheet = Sheet::Half;
        }
        self.cover_changed();
        self.fit_unmoved(effects);
        effects.push(Effect::Focus(FocusTarget::Panel));
    }

    fn reset_filters(&mut self, effects: &mut Vec<Effect>) {
        self.query = "".into();
        self.is_mine = false;
        self.filter = super::CategoryFilter::default();
        self.moment = None;
        self.facets = super::Facets {
            sort: self.facets.sort,
            ..super::Facets::default()
        };
        self.filters_changed(effects);
    }

    /// Whether Escape closes anything.
    pub fn can_escape(&self) -> bool {
        self.way_back().is_some()
    }

    /// What Escape closes: the innermost of what is open.
    fn way_back(&self) -> Option<WayBack> {
        match self.panel {
            PanelView::Details => Some(WayBack::Details),
            PanelView::About | PanelView::Programme => Some(WayBack::Panel),
            PanelView::List if !self.query.is_empty() => Some(WayBack::Query),
            PanelView::List if self.offers_searches() => Some(WayBack::Searches),
            PanelView::List if self.matches.is_some() || self.is_mine => Some(WayBack::Filters),
            PanelView::List => match self.layout {
                Layout::Medium if self.panel_open => Some(WayBack::List),
                Layout::Narrow if self.sheet != Sheet::Peek => Some(WayBack::Sheet),
                _ => None,
            },
        }
    }

    fn escape(&mut self, effects: &mut Vec<Effect>) {
        match self.way_back() {
            Some(WayBack::Details) => self.clear(Origin::User, effects),
            Some(WayBack::Panel) => self.show_panel(PanelView::List, effects),
            Some(WayBack::Query) => {
                self.query = "".into();
                self.filters_changed(effects);
            }
            Some(WayBack::Searches) => {
                self.is_searching = false;
                self.revision += 1;
            }
            Some(WayBack::Filters) => self.reset_filters(effects),
            Some(WayBack::List) => {
                self.panel_open = false;
                self.cover_changed();
            }
            Some(WayBack::Sheet) => {
                self.sheet = Sheet::Peek;
                self.cover_changed();
            }
            None => {}
        }
    }
}
