//! What is painted, as a list of marks: the plan's only way to the screen and to paper. A painter
//! that knows no plan can follow it fast, on a bitmap, or write it out as vectors.
//!
//! A mark is a few numbers: what it is, its ink, then places and sizes in pixels of the screen of
//! the camera it was drawn for. Words stand in a list of their own, in the order of their marks.

use crate::geometry::ScreenPoint;

/// A colour by its name: the painter knows what it looks like in the light, in the dark and for
/// somebody who needs more contrast. Agrees with the list of `browser.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink(u16);

impl Ink {
    /// No colour.
    pub const NONE: Self = Self(0);
    /// Around the halls.
    pub const OUTSIDE: Self = Self(1);
    /// The floor.
    pub const GROUND: Self = Self(2);
    /// The tint of a district.
    pub const TINT: Self = Self(3);
    /// The floor of a room.
    pub const ROOM: Self = Self(4);
    /// Walls and columns.
    pub const WALL: Self = Self(5);
    /// The shade of a stand.
    pub const SHADE: Self = Self(6);
    /// Hairlines.
    pub const LINE: Self = Self(7);
    /// Words on a stand.
    pub const STAND_WORDS: Self = Self(8);
    /// Lesser words on a stand.
    pub const STAND_WORDS_2: Self = Self(9);
    /// Words.
    pub const WORDS: Self = Self(10);
    /// Lesser words.
    pub const WORDS_2: Self = Self(11);
    /// The face of a pin.
    pub const SURFACE: Self = Self(12);
    /// Ways out in an emergency.
    pub const EMERGENCY: Self = Self(13);
    /// Words on a dark colour of the data's own.
    pub const LIGHT: Self = Self(14);
    /// Words on a light colour of the data's own.
    pub const DARK: Self = Self(15);

    /// The fill of a palette colour, 0 to 8.
    pub fn fill(colour: u8) -> Self {
        Self(16 + u16::from(colour.min(8)))
    }

    /// The edge of a palette colour, 0 to 8.
    pub fn edge(colour: u8) -> Self {
        Self(25 + u16::from(colour.min(8)))
    }

    /// The fill of the colour that a category brings itself, by the category's place.
    pub fn own_fill(category: usize) -> Self {
        Self(34 + 2 * category.min(1_000) as u16)
    }

    /// The edge of the colour that a category brings itself.
    pub fn own_edge(category: usize) -> Self {
        Self(Self::own_fill(category).0 + 1)
    }

    /// Its number in a list of marks.
    pub fn number(self) -> u16 {
        self.0
    }
}

/// What a mark is; agrees with `browser.js`.
#[derive(Clone, Copy)]
enum Kind {
    Rects,
    Shape,
    Line,
    Text,
    Glyph,
    Disc,
    Box,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Size in pixels.
    pub size_px: f64,
    /// Whether it is heavy.
    pub is_bold: bool,
    /// Space between letters, pixels.
    pub spacing_px: f64,
}

/// A list of marks, the lowest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    numbers: Vec<f32>,
    words: String,
}

impl Marks {
    /// The marks' numbers.
    pub fn numbers(&self) -> &[f32] {
        &self.numbers
    }

    /// The marks' words, each ended by a line feed.
    pub fn words(&self) -> &str {
        &self.words
    }

    fn begin(&mut self, kind: Kind, inks: &[Ink]) {
        self.numbers.push(f32::from(kind as u8));
        for ink in inks {
            self.numbers.push(f32::from(ink.0));
        }
    }

    fn add(&mut self, numbers: &[f64]) {
        self.numbers.extend(numbers.iter().map(|n| *n as f32));
    }

    fn say(&mut self, words: &str) {
        // The line feed is the separator.
        self.words.extend(words.chars().filter(|c| *c != '\n'));
        self.words.push('\n');
    }

    fn path(&mut self, points: &mut dyn Iterator<Item = ScreenPoint>) {
        let count_at = self.numbers.len();
        self.numbers.push(0.0);
        for point in points {
            self.add(&[point.x, point.y]);
        }
        let count = (self.numbers.len() - count_at - 1) / 2;
        if let Some(number) = self.numbers.get_mut(count_at) {
            *number = count as f32;
        }
    }

    /// Filled rectangles, each left, top, width and height.
    pub fn rects(&mut self, fill: Ink, rects: &[f32]) {
        if !rects.is_empty() {
            self.begin(Kind::Rects, &[fill]);
            self.numbers.push((rects.len() / 4) as f32);
            self.numbers.extend_from_slice(rects);
        }
    }

    /// A filled polygon.
    pub fn shape(&mut self, fill: Ink, points: &mut dyn Iterator<Item = ScreenPoint>) {
        self.begin(Kind::Shape, &[fill]);
        self.path(points);
    }

    /// A line through points.
    pub fn line(
        &mut self,
        ink: Ink,
        width_px: f64,
        is_closed: bool,
        points: &mut dyn Iterator<Item = ScreenPoint>,
    ) {
        self.begin(Kind::Line, &[ink]);
        self.add(&[width_px, f64::from(u8::from(is_closed))]);
        self.path(points);
    }

    /// Words, their middle at a point; with a halo, unless its ink is none.
    pub fn text(&mut self, inks: [Ink; 2], font: Font, at: ScreenPoint, words: &str) {
        self.begin(Kind::Text, &inks);
        let weight = if font.is_bold { 600.0 } else { 400.0 };
        self.add(&[font.size_px, weight, font.spacing_px, at.x, at.y]);
        self.say(words);
    }

    /// The lines of an icon of 16 units, its middle at a point; `scale` pixels a unit, turned
    /// clockwise by `turn` (radians). `path` is SVG path data.
    pub fn glyph(&mut self, ink: Ink, at: ScreenPoint, scale: f64, turn: f64, path: &str) {
        self.begin(Kind::Glyph, &[ink]);
        self.add(&[at.x, at.y, scale, turn]);
        self.say(path);
    }

    /// A filled circle with an edge of one pixel.
    pub fn disc(&mut self, fill: Ink, edge: Ink, at: ScreenPoint, radius_px: f64) {
        self.begin(Kind::Disc, &[fill, edge]);
        self.add(&[at.x, at.y, radius_px]);
    }

    /// A filled square with round corners and an edge of two pixels.
    pub fn block(&mut self, fill: Ink, edge: Ink, at: ScreenPoint, half_px: f64, corner_px: f64) {
        self.begin(Kind::Box, &[fill, edge]);
        self.add(&[at.x, at.y, half_px, corner_px]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_stand_in_the_order_of_their_marks() {
        let mut marks = Marks::default();
        marks.rects(Ink::fill(1), &[]);
        marks.rects(Ink::fill(1), &[1.0, 2.0, 3.0, 4.0]);
        let font = Font {
            size_px: 12.0,
            is_bold: true,
            spacing_px: 0.0,
        };
        let at = ScreenPoint::new(5.0, 6.0);
        marks.text([Ink::WORDS, Ink::NONE], font, at, "two\nlines");
        marks.shape(Ink::GROUND, &mut [at, at, at].into_iter());
        assert_eq!(
            marks.numbers(),
            [
                0.0, 17.0, 1.0, 1.0, 2.0, 3.0, 4.0, //
                3.0, 10.0, 0.0, 12.0, 600.0, 0.0, 5.0, 6.0, //
                1.0, 2.0, 3.0, 5.0, 6.0, 5.0, 6.0, 5.0, 6.0
            ]
        );
        assert_eq!(marks.words(), "twolines\n");
    }
}
