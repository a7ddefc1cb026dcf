//! The camera moves: by hand, by momentum, by flight.

use std::rc::Rc;

use super::{Effect, State};
use crate::camera::{Camera, Flight, Fling, ZoomRange};
use crate::geometry::{PlanPoint, Rect, ScreenPoint};
use crate::gesture::Gesture;
use crate::plan::{FloorIx, StandIx};

/// Space around the whole plan, pixels.
const FIT_MARGIN_PX: f64 = 22.0;
/// In a movement the picture is drawn anew when it is scaled by more than `STRETCH` and the movement,
/// or the last drawing in it, is `BLUR_MS` old; by more than `MAX_STRETCH` at once. What moves fast
/// is not seen sharply, and each drawing costs more than many steps.
const STRETCH: f64 = 2.0;
const BLUR_MS: f64 = 500.0;
const MAX_STRETCH: f64 = 4.0;
/// How far the picture reaches beyond the map, in parts of the map's smaller side.
const MARGIN_SHARE: f64 = 0.25;
/// The picture is drawn anew when the map has stood for this long.
pub(super) const SETTLE_MS: u32 = 140;
/// How large a chosen stand is shown, in parts of the free map, and the closest that is flown to
/// for it (pixels per metre): on a large screen its surroundings tell more than its floor.
const SELECTED_SHARE: f64 = 0.34;
const SELECTED_MAX_SCALE: f64 = 45.0;
/// The smallest scale at which a service or a doorway is shown by itself.
const PLACE_SCALE: f64 = 18.0;

/// How the camera moves by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Motion {
    /// Not at all.
    Still,
    /// Momentum.
    Fling(Fling),
    /// A flight that waits for its first frame's time.
    TakingOff(Camera),
    /// A flight.
    Flight(Flight),
}

impl State {
    /// The camera for the whole floor.
    pub(super) fn fit_camera(&self) -> Option<Camera> {
        if self.viewport.is_empty() {
            return None;
        }
        Some(Camera::fit(
            self.scene()?.bounds,
            self.viewport,
            FIT_MARGIN_PX,
        ))
    }

    /// Shows the whole floor at once and draws it anew: after loading or resizing.
    pub(super) fn fit_now(&mut self, effects: &mut Vec<Effect>) {
        let Some(fit) = self.fit_camera() else { return };
        self.zoom = ZoomRange::around(fit, self.viewport);
        self.motion = Motion::Still;
        self.moved = false;
        self.camera = fit;
        self.draw(effects);
    }

    /// Flies to the whole floor.
    pub(super) fn fit(&mut self, effects: &mut Vec<Effect>) {
        if let Some(fit) = self.fit_camera() {
            self.zoom = ZoomRange::around(fit, self.viewport);
            self.moved = false;
            self.fly_to(fit, effects);
        }
    }

    /// Shows a stand in the middle of what is visible, at a scale within the range, at once.
    pub(super) fn center_on(&mut self, id: Rc<str>, scale: f64, effects: &mut Vec<Effect>) {
        let Some(exhibition) = self
            .exhibition()
            .filter(|_| !self.viewport.is_empty())
            .cloned()
        else {
            self.wanted_center = Some((id, scale));
            return;
        };
        let plan = exhibition.plan();
        if let Some(ix) = plan.find_stand(&id)
            && let Some(stand) = plan.stand(ix)
            && let Some(floor) = plan.floor_of(stand)
            && let Some(shape) = exhibition.scene(floor).and_then(|scene| scene.shape(ix))
        {
            self.view_at(floor, shape.anchor(stand), scale, effects);
        }
    }

    /// A point in the middle of what is visible, at a scale within the range or, without one, as now.
    pub(super) fn camera_at(&self, at: PlanPoint, scale: f64) -> Camera {
        let scale = if scale.is_finite() {
            scale
        } else {
            self.camera.scale
        };
        Camera::centered(at, self.zoom.clamp(scale), self.viewport)
    }

    /// Does what [`center_on`](Self::center_on) could not do yet.
    pub(super) fn center_on_wanted(&mut self, effects: &mut Vec<Effect>) {
        if let Some((id, scale)) = self.wanted_center.take() {
            self.center_on(id, scale, effects);
        }
        if let Some((floor, at, scale)) = self.wanted_view.take() {
            self.view_at(floor, at, scale, effects);
        }
    }

    /// The middle of a stand's label on the screen, if its floor is the shown one.
    pub fn screen_of(&self, id: &str) -> Option<ScreenPoint> {
        if self.viewport.is_empty() {
            return None;
        }
        let anchor = self.anchor(self.plan()?.find_stand(id)?)?;
        Some(self.camera.screen_from_plan(anchor))
    }

    fn anchor(&self, stand: StandIx) -> Option<PlanPoint> {
        let shape = self.scene()?.shape(stand)?;
        Some(shape.anchor(self.plan()?.stand(stand)?))
    }

    /// Flies to a camera, or jumps where the visitor asked for less motion.
    pub(super) fn fly_to(&mut self, to: Camera, effects: &mut Vec<Effect>) {
        if self.reduced_motion || self.viewport.is_empty() {
            self.motion = Motion::Still;
            self.move_to(to, f64::NAN, effects);
            self.draw(effects);
        } else {
            self.motion = Motion::TakingOff(to);
            effects.push(Effect::RequestFrame);
        }
    }

    /// Flies so that a stand is in the middle of what is visible of the map, zooming in only as
    /// far as needed to read it.
    pub(super) fn fly_to_stand(&mut self, stand: StandIx, effects: &mut Vec<Effect>) {
        let Some((bounds, anchor)) = self.stand_box(stand) else {
            return;
        };
        let (_, _, width, height) = self.viewport.free();
        let fill = (width * SELECTED_SHARE / bounds.width().max(0.1))
            .min(height * SELECTED_SHARE / bounds.height().max(0.1))
            .min(SELECTED_MAX_SCALE);
        let now = self.camera.scale;
        // Stay at the visitor's own zoom unless the stand would be too small or too large.
        let scale = self.zoom.clamp(if now < fill * 0.45 || now > fill * 3.0 {
            fill
        } else {
            now
        });
        // What is seen well already stays where it is.
        let is_seen = self.motion == Motion::Still && self.shows(bounds);
        if (scale - now).abs() < 1e-9 && is_seen {
            return;
        }
        self.moved = true;
        self.fly_to(Camera::centered(anchor, scale, self.viewport), effects);
    }

    /// Flies so that a point is in the middle of what is visible of the map, at a scale within the range
    /// or, where that is 0, not from afar.
    pub(super) fn fly(
        &mut self,
        floor: FloorIx,
        at: PlanPoint,
        scale: f64,
        effects: &mut Vec<Effect>,
    ) {
        let scale = if scale > 0.0 {
            scale
        } else {
            self.camera.scale.max(PLACE_SCALE)
        };
        if self.viewport.is_empty() {
            return self.view_at(floor, at, scale, effects);
        }
        self.enter_floor(floor, effects);
        let to = self.camera_at(at, scale);
        self.moved = true;
        self.fly_to(to, effects);
    }

    /// Moves just so that a stand is wholly visible: for the keyboard walk.
    pub(super) fn reveal(&mut self, stand: StandIx, effects: &mut Vec<Effect>) {
        let Some((bounds, anchor)) = self.stand_box(stand) else {
            return;
        };
        if !self.shows(bounds) {
            self.moved = true;
            self.fly_to(
                Camera::centered(anchor, self.camera.scale, self.viewport),
                effects,
            );
        }
    }

    /// Shows all of `bounds`, not closer than now.
    pub(super) fn bring_into_view(&mut self, bounds: Rect, effects: &mut Vec<Effect>) {
        if !self.shows(bounds) {
            let fit = Camera::fit(bounds, self.viewport, FIT_MARGIN_PX);
            let scale = self.zoom.clamp(fit.scale.min(self.camera.scale));
            let to = Camera::centered(bounds.center(), scale, self.viewport);
            self.fly_to(to, effects);
        }
    }

    /// Whether all of `bounds` is in the part of the map that nothing covers.
    fn shows(&self, bounds: Rect) -> bool {
        let (left, top, width, height) = self.viewport.free();
        let a = self.camera.plan_from_screen(ScreenPoint::new(left, top));
        let b = self
            .camera
            .plan_from_screen(ScreenPoint::new(left + width, top + height));
        bounds.x0 >= a.x && bounds.x1 <= b.x && bounds.y0 >= a.y && bounds.y1 <= b.y
    }

    fn stand_box(&self, stand: StandIx) -> Option<(Rect, PlanPoint)> {
        let found = self.plan()?.stand(stand)?;
        let bounds = found.bounds;
        Some((bounds, bounds.center()))
    }

    /// A gesture of the visitor's hand.
    pub(super) fn gesture(&mut self, gesture: Gesture, now_ms: f64, effects: &mut Vec<Effect>) {
        match gesture {
            Gesture::Pan { dx, dy } => {
                self.by_hand(self.camera.panned(dx, dy), now_ms, effects);
            }
            Gesture::Pinch { from, to, factor } => {
                let moved = self.camera.panned(to.x - from.x, to.y - from.y);
                self.by_hand(moved.zoomed(factor, to, self.zoom), now_ms, effects);
            }
            Gesture::Fling { vx, vy } => {
                if self.reduced_motion {
                    effects.push(Effect::SettleAfter(SETTLE_MS));
                } else {
                    self.motion = Motion::Fling(Fling::new(vx, vy));
                    effects.push(Effect::RequestFrame);
                }
            }
            Gesture::Rest => effects.push(Effect::SettleAfter(SETTLE_MS)),
            Gesture::Tap(_) => {}
            Gesture::DoubleTap(at) => self.zoom_at(2.0, at, effects),
        }
    }

    /// Zooms with an animation about a point of the screen.
    pub(super) fn zoom_at(&mut self, factor: f64, at: ScreenPoint, effects: &mut Vec<Effect>) {
        // Several presses in a row add up instead of being lost in the first one's flight.
        let from = self.goal();
        self.moved = true;
        let to = from.zoomed(factor, at, self.zoom);
        let to = self
            .scene()
            .map_or(to, |s| to.clamped(s.bounds, self.viewport));
        self.fly_to(to, effects);
    }

    /// Where the camera is, or will be when it has arrived.
    pub(super) fn goal(&self) -> Camera {
        match self.motion {
            Motion::TakingOff(to) => to,
            Motion::Flight(flight) => flight.target(),
            _ => self.camera,
        }
    }

    /// The middle of what is visible of the map.
    pub(super) fn middle(&self) -> ScreenPoint {
        let (left, top, width, height) = self.viewport.free();
        ScreenPoint::new(left + width / 2.0, top + height / 2.0)
    }

    /// Zooms about the middle of what is visible.
    pub(super) fn zoom_by(&mut self, factor: f64, effects: &mut Vec<Effect>) {
        self.zoom_at(factor, self.middle(), effects);
    }

    /// Zooms without an animation: the wheel is one already.
    pub(super) fn zoom_step(
        &mut self,
        factor: f64,
        at: ScreenPoint,
        now_ms: f64,
        effects: &mut Vec<Effect>,
    ) {
        self.by_hand(self.camera.zoomed(factor, at, self.zoom), now_ms, effects);
        effects.push(Effect::SettleAfter(SETTLE_MS));
    }

    fn by_hand(&mut self, camera: Camera, now_ms: f64, effects: &mut Vec<Effect>) {
        self.motion = Motion::Still;
        self.moved = true;
        self.move_to(camera, now_ms, effects);
    }

    fn move_to(&mut self, camera: Camera, now_ms: f64, effects: &mut Vec<Effect>) {
        let Some(scene) = self.scene() else { return };
        let camera = camera.clamped(scene.bounds, self.viewport);
        if camera == self.camera {
            return;
        }
        self.camera = camera;
        self.move_picture(now_ms, effects);
    }

    /// Shows the plan where the camera has moved to.
    fn move_picture(&mut self, now_ms: f64, effects: &mut Vec<Effect>) {
        let since_ms = *self.blurred_since_ms.get_or_insert(now_ms);
        if self.picture_is_spent(now_ms - since_ms) {
            self.draw_in_flight(effects);
            self.blurred_since_ms = Some(now_ms);
        } else {
            effects.push(Effect::MovePicture);
        }
    }

    /// How far the picture reaches beyond the map on every side, pixels.
    pub fn margin_px(&self) -> f64 {
        (self.viewport.width.min(self.viewport.height) * MARGIN_SHARE).round()
    }

    /// Whether the drawn picture has become too unsharp, or leaves a part of the plan empty.
    fn picture_is_spent(&self, blurred_ms: f64) -> bool {
        let stretch = self.camera.scale / self.drawn.scale;
        let most = if blurred_ms < BLUR_MS {
            MAX_STRETCH
        } else {
            STRETCH
        };
        !(1.0 / most..=most).contains(&stretch) || !self.picture_covers(0.0)
    }

    /// Whether the drawn picture shows whatever of the plan lies within `spare_px` around the map.
    /// Where there is no plan there is nothing to draw.
    fn picture_covers(&self, spare_px: f64) -> bool {
        let Some(scene) = self.scene() else {
            return true;
        };
        let t = self.camera.relative_to(self.drawn);
        let (margin, spill) = (self.margin_px(), scene.spill_px);
        let covered = |plan: (f64, f64), shift: f64, size: f64| {
            let from = (plan.0 - spill).max(-spare_px);
            let to = (plan.1 + spill).min(size + spare_px);
            from >= to
                || (shift - margin * t.scale <= from && shift + (size + margin) * t.scale >= to)
        };
        let on_screen = |x, y| self.camera.screen_from_plan(PlanPoint::new(x, y));
        let bounds = scene.painted();
        let (a, b) = (
            on_screen(bounds.x0, bounds.y0),
            on_screen(bounds.x1, bounds.y1),
        );
        covered((a.x, b.x), t.x, self.viewport.width)
            && covered((a.y, b.y), t.y, self.viewport.height)
    }

    /// Lets the picture be drawn for the present camera, and the views.
    pub(super) fn draw(&mut self, effects: &mut Vec<Effect>) {
        self.draw_in_flight(effects);
        self.blurred_since_ms = None;
        self.views_wait = false;
        self.revision += 1;
    }

    /// Lets the picture be drawn in the midst of a movement: the views can wait until it ends.
    fn draw_in_flight(&mut self, effects: &mut Vec<Effect>) {
        self.drawn = self.camera;
        self.views_wait = true;
        effects.push(Effect::DrawPicture);
    }

    /// The next frame of a movement.
    pub(super) fn frame(&mut self, now_ms: f64, effects: &mut Vec<Effect>) {
        match self.motion {
            Motion::Still => {}
            Motion::TakingOff(to) => {
                let flight = Flight::new(self.camera, to, self.viewport, now_ms);
                self.motion = Motion::Flight(flight);
                effects.push(Effect::RequestFrame);
            }
            Motion::Flight(flight) => {
                if let Some(camera) = flight.at(now_ms) {
                    self.camera = camera;
                    self.move_picture(now_ms, effects);
                    effects.push(Effect::RequestFrame);
                } else {
                    self.motion = Motion::Still;
                    self.camera = flight.target();
                    self.draw(effects);
                }
            }
            Motion::Fling(fling) => {
                let ((dx, dy), rest) = fling.step(now_ms);
                let before = self.camera;
                self.move_to(self.camera.panned(dx, dy), now_ms, effects);
                let stuck = before == self.camera && (dx, dy) != (0.0, 0.0);
                match rest.filter(|_| !stuck) {
                    Some(rest) => {
                        self.motion = Motion::Fling(rest);
                        effects.push(Effect::RequestFrame);
                    }
                    None => {
                        self.motion = Motion::Still;
                        effects.push(Effect::SettleAfter(SETTLE_MS));
                    }
                }
            }
        }
    }

    /// The map has stood for a moment: makes it sharp, and gives the next movement room.
    pub(super) fn settled(&mut self, effects: &mut Vec<Effect>) {
        if self.is_moving() || self.drawn == self.camera && !self.views_wait {
            return;
        }
        let t = self.camera.relative_to(self.drawn);
        if (t.scale - 1.0).abs() > 1e-9 || !self.picture_covers(self.margin_px() / 2.0) {
            return self.draw(effects);
        }
        self.blurred_since_ms = None;
        // What was only shifted is sharp as it is.
        if self.views_wait {
            self.views_wait = false;
            self.revision += 1;
        }
    }
}
