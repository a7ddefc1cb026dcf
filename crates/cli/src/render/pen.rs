//! Shapes and words in the plan's inks.
//!
//! A picture on its own has a style sheet for the dark, and presentation attributes where that is
//! not heeded. In a host's page a style sheet may be forbidden: there an attribute says
//! `light-dark()`, which follows the page's `color-scheme`, and a browser that does not know it
//! takes the light colour from the group around.

use std::fmt::Write;

use floorplan::scene::Ink;

use super::inks::{Inks, Tone, parted};
use super::markup::Markup;

/// How inks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dress {
    /// For a file of its own, with the style sheet of [`style_sheet`].
    File,
    /// For a piece of a page.
    Page,
}

/// Where words are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Face {
    pub(super) size_px: f32,
    pub(super) weight: u16,
    pub(super) spacing_px: f32,
    pub(super) anchor: Anchor,
}

/// What shapes in a row share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Paint {
    /// Ink numbers; 0 for none.
    pub(super) fill: u16,
    pub(super) stroke: u16,
    pub(super) width_px: f32,
    pub(super) is_round: bool,
    pub(super) face: Option<Face>,
}

impl Paint {
    pub(super) const NONE: Self = Self {
        fill: 0,
        stroke: 0,
        width_px: 0.0,
        is_round: false,
        face: None,
    };
}

/// Writes shapes; those that follow each other in the same paint are in one group.
pub(super) struct Pen<'a> {
    out: &'a mut Markup,
    inks: &'a Inks,
    dress: Dress,
    paint: Option<Paint>,
}

impl<'a> Pen<'a> {
    pub(super) fn new(out: &'a mut Markup, inks: &'a Inks, dress: Dress) -> Self {
        Self {
            out,
            inks,
            dress,
            paint: None,
        }
    }

    /// A path; `transform` may be empty.
    pub(super) fn path(&mut self, paint: Paint, d: &str, transform: &str) {
        self.take(paint);
        let attributes = [("d", d), ("transform", transform)];
        let wanted = if transform.is_empty() { 1 } else { 2 };
        self.out
            .empty("path", attributes.get(..wanted).unwrap_or_default());
    }

    /// Words, their middle line at `y`, in `lang` if that is not the reader's language.
    pub(super) fn words(
        &mut self,
        inks: [u16; 2],
        face: Face,
        [x, y]: [f32; 2],
        words: &str,
        lang: Option<&str>,
    ) {
        let [fill, halo] = inks;
        self.take(Paint {
            fill,
            stroke: halo,
            width_px: 4.0,
            is_round: true,
            face: Some(face),
        });
        // Not by `dominant-baseline`, which some programs do not know.
        let (x, y) = (px(x), px(y + face.size_px * 0.355));
        let attributes = [("x", &*x), ("y", &*y), ("lang", lang.unwrap_or_default())];
        let wanted = if lang.is_some() { 3 } else { 2 };
        let attributes = attributes.get(..wanted).unwrap_or_default();
        self.out.leaf("text", attributes, words);
    }

    /// Words that begin at `x`.
    pub(super) fn line(
        &mut self,
        ink: Ink,
        size_px: f32,
        is_bold: bool,
        at: [f32; 2],
        words: &str,
        lang: Option<&str>,
    ) {
        let face = Face {
            size_px,
            weight: if is_bold { 600 } else { 400 },
            spacing_px: 0.0,
            anchor: Anchor::Start,
        };
        self.words([ink.number(), 0], face, at, words, lang);
    }

    /// A square with an edge, for the legend.
    pub(super) fn swatch(&mut self, fill: Ink, edge: Ink, [x, y]: [f32; 2], size_px: f32) {
        let paint = Paint {
            fill: fill.number(),
            stroke: edge.number(),
            width_px: 1.5,
            ..Paint::NONE
        };
        self.path(paint, &rounded(x, y, size_px, 3.0), "");
    }

    /// Ends the last group.
    pub(super) fn end(mut self) {
        self.close();
    }

    fn close(&mut self) {
        if self.paint.take().is_some() {
            self.out.close();
            if self.dress == Dress::Page {
                self.out.close();
            }
            self.out.line();
        }
    }

    fn take(&mut self, paint: Paint) {
        if self.paint == Some(paint) {
            return;
        }
        self.close();
        self.paint = Some(paint);
        let tone = |ink| self.inks.get(ink);
        let (fill, stroke) = (tone(paint.fill), tone(paint.stroke));
        let mut look = Vec::new();
        if stroke.is_some() {
            look.push(("stroke-width", px(paint.width_px)));
            if paint.is_round {
                look.push(("stroke-linecap", "round".to_owned()));
                look.push(("stroke-linejoin", "round".to_owned()));
            }
        }
        if let Some(face) = paint.face {
            look.push(("font-size", px(face.size_px)));
            look.push(("font-weight", face.weight.to_string()));
            if face.spacing_px > 0.0 {
                look.push(("letter-spacing", px(face.spacing_px)));
            }
            if face.anchor == Anchor::Middle {
                look.push(("text-anchor", "middle".to_owned()));
            }
            if stroke.is_some() {
                look.push(("paint-order", "stroke".to_owned()));
            }
        }
        let mut outer = Vec::new();
        for (name, number, tone) in [("fill", paint.fill, fill), ("stroke", paint.stroke, stroke)] {
            match (tone, self.dress) {
                (None, _) => {
                    // Nothing is filled unless it is said, and strokes are not there anyway.
                    if name == "fill" {
                        outer.push((name, "none".to_owned()));
                    }
                }
                (Some(tone), Dress::Page) => {
                    outer.push((name, tone.light.clone()));
                    look.push((name, light_dark(tone)));
                }
                (Some(tone), Dress::File) => {
                    let (colour, opacity) = parted(&tone.light);
                    outer.push((name, colour.to_owned()));
                    if let Some(opacity) = opacity {
                        outer.push((opacity_of(name), opacity));
                    }
                    look.push(("class", class(name, number)));
                }
            }
        }
        let classes: Vec<_> = look
            .iter()
            .filter(|(name, _)| *name == "class")
            .map(|(_, class)| class.clone())
            .collect();
        look.retain(|(name, _)| *name != "class");
        if !classes.is_empty() {
            look.push(("class", classes.join(" ")));
        }
        if self.dress == Dress::Page {
            self.out.open("g", &borrowed(&outer));
        } else {
            look.splice(0..0, outer);
        }
        self.out.open("g", &borrowed(&look));
    }
}

fn borrowed<'a>(attributes: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    attributes
        .iter()
        .map(|(name, value)| (*name, &**value))
        .collect()
}

fn light_dark(tone: &Tone) -> String {
    if tone.light == tone.dark {
        tone.light.clone()
    } else {
        format!("light-dark({}, {})", tone.light, tone.dark)
    }
}

fn opacity_of(name: &str) -> &'static str {
    if name == "fill" {
        "fill-opacity"
    } else {
        "stroke-opacity"
    }
}

fn class(name: &str, number: u16) -> String {
    let letter = if name == "fill" { 'f' } else { 's' };
    format!("{letter}{number}")
}

/// The style sheet of a picture of its own, for the inks that are used in it: the dark.
pub(super) fn style_sheet(inks: &Inks, picture: &str) -> String {
    let mut rules = String::new();
    for (number, tone) in inks.all().filter(|(_, tone)| tone.light != tone.dark) {
        for name in ["fill", "stroke"] {
            let number = u16::try_from(number).unwrap_or_default();
            let class = class(name, number);
            let is_used = ['"', ' '].iter().any(|end| {
                picture.contains(&format!("\"{class}{end}"))
                    || picture.contains(&format!(" {class}{end}"))
            });
            if is_used {
                let (colour, opacity) = parted(&tone.dark);
                let _ = write!(rules, ".{class}{{{name}:{colour}");
                if let Some(opacity) = opacity {
                    let _ = write!(rules, ";{}:{opacity}", opacity_of(name));
                }
                rules.push_str("}\n");
            }
        }
    }
    format!("@media (prefers-color-scheme:dark){{\n{rules}}}\n")
}

/// A number of pixels with two decimals at most.
pub(super) fn px(value: f32) -> String {
    let hundredths = (f64::from(value) * 100.0).round() / 100.0;
    // Not "-0".
    (hundredths + 0.0).to_string()
}

/// A square with round corners.
pub(super) fn rounded(x: f32, y: f32, size: f32, corner: f32) -> String {
    let (side, r) = (px(size - 2.0 * corner), px(corner));
    let a = |x: &str, y: &str| format!("a{r} {r} 0 0 1 {x} {y}");
    format!(
        "M{} {}h{side}{}v{side}{}h-{side}{}v-{side}{}z",
        px(x + corner),
        px(y),
        a(&r, &r),
        a(&format!("-{r}"), &r),
        a(&format!("-{r}"), &format!("-{r}")),
        a(&r, &format!("-{r}")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let numbers = [1.0, -0.001, 12.345_6, -3.5, 1_000.0].map(px);
        assert_eq!(numbers, ["1", "0", "12.35", "-3.5", "1000"]);
    }
}
