//! Follows the core's list of marks, as the painter in `src/browser.js` does.

use std::fmt::Write;

use floorplan::scene::Marks;

use super::pen::{Anchor, Face, Paint, Pen, px, rounded};

/// What a mark is; agrees with the core's `scene/marks.rs`.
mod kind {
    pub(super) const RECTS: u16 = 0;
    pub(super) const SHAPE: u16 = 1;
    pub(super) const LINE: u16 = 2;
    pub(super) const TEXT: u16 = 3;
    pub(super) const GLYPH: u16 = 4;
    pub(super) const DISC: u16 = 5;
}

/// Writes the marks with a pen.
pub(super) fn trace(marks: &Marks, pen: &mut Pen<'_>) {
    let mut tracer = Tracer {
        numbers: marks.numbers().iter(),
        words: marks.words().split('\n'),
    };
    while tracer.mark(pen).is_some() {}
}

struct Tracer<'a> {
    numbers: std::slice::Iter<'a, f32>,
    words: std::str::Split<'a, char>,
}

impl Tracer<'_> {
    /// The next mark; nothing at the end.
    fn mark(&mut self, pen: &mut Pen<'_>) -> Option<()> {
        let kind = self.whole()?;
        let ink = self.whole()?;
        let filled = Paint {
            fill: ink,
            ..Paint::NONE
        };
        match kind {
            kind::RECTS => {
                let mut d = String::new();
                for _ in 0..*self.numbers.next()? as usize {
                    let [x, y, width, height] = self.array()?;
                    let (w, h) = (px(width), px(height));
                    let _ = write!(d, "M{} {}h{w}v{h}h{}z", px(x), px(y), px(-width));
                }
                pen.path(filled, &d, "");
            }
            kind::SHAPE => {
                let d = self.points()? + "z";
                pen.path(filled, &d, "");
            }
            kind::LINE => {
                let [width_px, is_closed] = self.array()?;
                let mut d = self.points()?;
                if is_closed > 0.0 {
                    d.push('z');
                }
                let paint = Paint {
                    stroke: ink,
                    width_px,
                    ..Paint::NONE
                };
                pen.path(paint, &d, "");
            }
            kind::TEXT => {
                let halo = self.whole()?;
                let [size_px, weight, spacing_px, x, y] = self.array()?;
                let face = Face {
                    size_px,
                    weight: weight as u16,
                    spacing_px,
                    anchor: Anchor::Middle,
                };
                pen.words([ink, halo], face, [x, y], self.words.next()?, None);
            }
            kind::GLYPH => {
                let [x, y, scale, turn] = self.array()?;
                let paint = Paint {
                    stroke: ink,
                    width_px: 1.6,
                    is_round: true,
                    ..Paint::NONE
                };
                let mut place = format!("translate({} {})", px(x), px(y));
                if turn != 0.0 {
                    let _ = write!(place, "rotate({})", px(turn.to_degrees()));
                }
                let _ = write!(place, "scale({}) translate(-8 -8)", px(scale));
                pen.path(paint, self.words.next()?, &place);
            }
            _ => {
                let edge = self.whole()?;
                let mut paint = Paint {
                    stroke: edge,
                    width_px: 1.0,
                    ..filled
                };
                let d = if kind == kind::DISC {
                    let [x, y, r] = self.array()?;
                    let (round, across) = (px(r), px(2.0 * r));
                    format!(
                        "M{} {}a{round} {round} 0 0 1 {across} 0a{round} {round} 0 0 1 -{across} 0z",
                        px(x - r),
                        px(y)
                    )
                } else {
                    paint.width_px = 2.0;
                    let [x, y, half, corner] = self.array()?;
                    rounded(x - half, y - half, 2.0 * half, corner)
                };
                pen.path(paint, &d, "");
            }
        }
        Some(())
    }

    fn whole(&mut self) -> Option<u16> {
        self.numbers.next().map(|number| *number as u16)
    }

    fn array<const N: usize>(&mut self) -> Option<[f32; N]> {
        let mut array = [0.0; N];
        for number in &mut array {
            *number = *self.numbers.next()?;
        }
        Some(array)
    }

    fn points(&mut self) -> Option<String> {
        let mut d = String::new();
        // More than a `u16` may hold.
        for _ in 0..*self.numbers.next()? as usize {
            let [x, y] = self.array()?;
            d.push(if d.is_empty() { 'M' } else { 'L' });
            let _ = write!(d, "{} {}", px(x), px(y));
        }
        Some(d)
    }
}
