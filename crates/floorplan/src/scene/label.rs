//! Labels that lie inside their stands.

use super::{Advance, FloorScene, StandShape, text_width};
use crate::camera::Camera;
use crate::geometry::{PlanPoint, Rect, ScreenPoint, holds_rect};
use crate::plan::{Name, Plan, Stand, StandIx};

/// Space between a label and the sides of its stand, pixels: beside it, above and below.
const PADDING_PX: (f64, f64) = (3.5, 2.5);
/// The same for a number alone: on a small stand it is all there is.
const NUMBER_PADDING_PX: (f64, f64) = (2.0, 1.0);
/// A longer name, in letters, fits no stand; looking for its breaks would take as long as its square.
const LONGEST_NAME: usize = 200;
/// Where else than in the middle a label may go, in parts of the stand's size.
const SHIFTS: [(f64, f64); 8] = [
    (-0.12, 0.0),
    (0.12, 0.0),
    (0.0, -0.12),
    (0.0, 0.12),
    (-0.12, 0.12),
    (0.12, -0.12),
    (-0.2, 0.2),
    (0.2, -0.2),
];
/// A stand that is smaller on the screen has no label: width and height in pixels.
const SMALLEST_PX: (f64, f64) = (10.0, 14.0);
/// From this scale (pixels per metre) full names and areas are tried before short names.
const CLOSE_SCALE: f64 = 26.0;
/// Stands from this area (m²) carry a larger name.
const LANDMARK_M2: f64 = 140.0;

/// How a line of a label is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStyle {
    /// The stand's number.
    Number,
    /// A name.
    Name,
    /// A name where a larger one does not fit.
    SmallName,
    /// A name on a large stand.
    LandmarkName,
    /// What comes after the name: the area.
    Detail,
}

impl LineStyle {
    /// Font size in pixels.
    pub fn size_px(self) -> f64 {
        match self {
            Self::Number | Self::SmallName | Self::Detail => 11.0,
            Self::Name => 12.0,
            Self::LandmarkName => 14.5,
        }
    }

    /// Whether it is set in a heavy weight.
    pub fn is_bold(self) -> bool {
        !matches!(self, Self::Detail)
    }

    /// Whether it is set in the lesser colour.
    pub fn is_lesser(self) -> bool {
        matches!(self, Self::Number | Self::Detail)
    }

    /// Height of the line in pixels.
    fn leading_px(self) -> f64 {
        (self.size_px() * 1.25).round()
    }
}

/// One line of a label.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelLine {
    /// The words.
    pub text: String,
    /// How it is set.
    pub style: LineStyle,
    /// From the label's middle down to the middle of the line, pixels.
    pub dy_px: f64,
}

/// A label, set in the middle of `at`.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Whose it is.
    pub stand: StandIx,
    /// Its middle on the screen of the camera it was placed for.
    pub at: ScreenPoint,
    /// Its box, pixels.
    pub width_px: f64,
    /// Its box, pixels.
    pub height_px: f64,
    /// Top to bottom.
    pub lines: Vec<LabelLine>,
}

/// Places a label in every stand whose bounds touch `within` (metres), the richest that fits:
/// full name and area when close, number and short name, number and name on one line, number.
/// A label is inside its own stand, so no two overlap as long as stands do not.
///
/// `area` formats a stand's area for the reader.
pub fn place_labels(
    plan: &Plan,
    scene: &FloorScene,
    camera: Camera,
    within: Rect,
    lang: &str,
    advance: &dyn Advance,
    area: &dyn Fn(f64) -> String,
) -> Vec<Label> {
    let mut labels = Vec::new();
    for place in scene.stands_in(within) {
        let shape = scene.stands.get(place);
        let Some((shape, stand)) = shape.and_then(|s| Some((s, plan.stand(s.stand)?))) else {
            continue;
        };
        let bounds = stand.bounds;
        let (width_px, height_px) = (
            bounds.width() * camera.scale,
            bounds.height() * camera.scale,
        );
        // From afar most stands are too small for a single digit.
        if width_px < SMALLEST_PX.0 || height_px < SMALLEST_PX.1 {
            continue;
        }
        let labeller = Labeller {
            plan,
            shape,
            stand,
            camera,
            lang,
            advance,
            area,
        };
        labels.extend(labeller.label());
    }
    labels
}

/// Finds the label of one stand.
struct Labeller<'a> {
    plan: &'a Plan,
    shape: &'a StandShape,
    stand: &'a Stand,
    camera: Camera,
    lang: &'a str,
    advance: &'a dyn Advance,
    area: &'a dyn Fn(f64) -> String,
}

type Lines = Vec<(String, LineStyle)>;

impl Labeller<'_> {
    /// The richest label that fits.
    fn label(&self) -> Option<Label> {
        let style = if self.stand.outline.area_m2() >= LANDMARK_M2 {
            LineStyle::LandmarkName
        } else {
            LineStyle::Name
        };
        if self.camera.scale >= CLOSE_SCALE {
            let full = self.plan.stand_name(self.stand, self.lang);
            for (lines, with_area) in [(1, true), (2, true), (3, true), (2, false)] {
                let label = self.with_name(&full, style, lines, with_area);
                if label.is_some() {
                    return label;
                }
            }
        }
        let short = self.plan.stand_short_name(self.stand, self.lang);
        for (style, lines) in [
            (style, 1),
            (style, 2),
            (LineStyle::SmallName, 1),
            (LineStyle::SmallName, 2),
        ] {
            let label = self.with_name(&short, style, lines, false);
            if label.is_some() {
                return label;
            }
        }
        if *short.text != *self.stand.number {
            let joined = format!("{} {}", self.stand.number, short.text);
            let label = self.place(vec![(joined, LineStyle::SmallName)]);
            if label.is_some() {
                return label;
            }
        }
        self.place(vec![self.number()])
    }

    fn number(&self) -> (String, LineStyle) {
        (self.stand.number.to_string(), LineStyle::Number)
    }

    /// The number, the name on so many lines, the area: if that fits.
    fn with_name(
        &self,
        name: &Name<'_>,
        style: LineStyle,
        lines: usize,
        with_area: bool,
    ) -> Option<Label> {
        if name.text.chars().nth(LONGEST_NAME).is_some() {
            return None;
        }
        let mut set = vec![self.number()];
        // What has no name is called by its number, which is there already.
        if *name.text != *self.stand.number {
            for line in break_lines(&name.text, lines, style, self.advance)? {
                set.push((line, style));
            }
        }
        if with_area {
            let area = (self.area)(self.stand.outline.area_m2());
            set.push((area, LineStyle::Detail));
        }
        self.place(set)
    }

    fn place(&self, lines: Lines) -> Option<Label> {
        let width_px = lines
            .iter()
            .map(|(t, s)| text_width(t, s.size_px(), s.is_bold(), self.advance))
            .fold(0.0, f64::max);
        let height_px: f64 = lines.iter().map(|(_, s)| s.leading_px()).sum();
        let is_number = lines.len() == 1;
        let padding = if is_number {
            NUMBER_PADDING_PX
        } else {
            PADDING_PX
        };
        let at = self.spot(width_px + 2.0 * padding.0, height_px + 2.0 * padding.1)?;
        let mut y = -height_px / 2.0;
        let lines = lines
            .into_iter()
            .map(|(text, style)| {
                let dy_px = y + style.leading_px() / 2.0;
                y += style.leading_px();
                LabelLine { text, style, dy_px }
            })
            .collect();
        let at = self.camera.screen_from_plan(at);
        Some(Label {
            stand: self.shape.stand,
            at,
            width_px,
            height_px,
            lines,
        })
    }

    /// Where the box fits: in the middle of the stand, where it is widest, or a little beside.
    fn spot(&self, width_px: f64, height_px: f64) -> Option<PlanPoint> {
        let width_m = width_px / self.camera.scale;
        let height_m = height_px / self.camera.scale;
        let (polygon, bounds) = (&self.stand.outline, self.stand.bounds);
        if width_m > bounds.width() || height_m > bounds.height() {
            return None;
        }
        let fits = |p: &PlanPoint| holds_rect(polygon, Rect::around(p.x, p.y, width_m, height_m));
        let middle = self.stand.label.unwrap_or_else(|| polygon.centroid());
        if fits(&middle) {
            return Some(middle);
        }
        let anchor = self.shape.anchor(self.stand);
        let shifted = |(dx, dy): (f64, f64)| {
            PlanPoint::new(
                anchor.x + dx * bounds.width(),
                anchor.y + dy * bounds.height(),
            )
        };
        if fits(&anchor) {
            return Some(anchor);
        }
        SHIFTS.into_iter().map(shifted).find(fits)
    }
}

/// Breaks a text into exactly `count` lines of about the same width; `None` when it has fewer
/// places to break than that.
fn break_lines(
    text: &str,
    count: usize,
    style: LineStyle,
    advance: &dyn Advance,
) -> Option<Vec<String>> {
    let width = |part: &str| text_width(part.trim(), style.size_px(), style.is_bold(), advance);
    if count <= 1 {
        return Some(vec![text.trim().to_owned()]);
    }
    let mut best: Option<(f64, Vec<String>)> = None;
    let target = width(text) / count as f64;
    for at in breaks(text) {
        let (head, tail) = text.split_at(at);
        if head.trim().is_empty() || tail.trim().is_empty() {
            continue;
        }
        // Only heads near their share are worth trying on with the rest.
        if count > 2 && width(head) > target * 1.6 {
            break;
        }
        let Some(mut rest) = break_lines(tail, count - 1, style, advance) else {
            continue;
        };
        let widest = rest.iter().map(|l| width(l)).fold(width(head), f64::max);
        if best.as_ref().is_none_or(|(w, _)| widest <= *w) {
            rest.insert(0, head.trim().to_owned());
            best = Some((widest, rest));
        }
    }
    best.map(|(_, lines)| lines)
}

/// Byte offsets where a line may end: at spaces, after hyphens, between Han characters.
fn breaks(text: &str) -> impl Iterator<Item = usize> + '_ {
    let is_han = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c);
    let next = text
        .char_indices()
        .skip(1)
        .map(|(_, c)| Some(c))
        .chain([None]);
    text.char_indices()
        .zip(next)
        .filter_map(move |((i, c), next)| {
            let next = next?;
            let end = i + c.len_utf8();
            (c == ' ' || c == '-' || (is_han(c) && is_han(next))).then_some(end)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::EstimatedAdvance;

    #[test]
    fn breaks_into_even_lines() {
        let broken = |text, n| break_lines(text, n, LineStyle::Name, &EstimatedAdvance);
        assert_eq!(
            broken("Russian Direct Investment Fund", 2).unwrap(),
            ["Russian Direct", "Investment Fund"]
        );
        assert_eq!(
            broken("俄罗斯直接投资基金", 2).unwrap(),
            ["俄罗斯直接", "投资基金"]
        );
        assert_eq!(broken("Росатом", 2), None);
        assert_eq!(broken("МГУ-ППИ", 2).unwrap(), ["МГУ-", "ППИ"]);
        assert_eq!(broken("a b c", 3).unwrap(), ["a", "b", "c"]);
    }
}
