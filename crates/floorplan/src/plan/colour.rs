//! Colours of categories.

/// The colour of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// One of the palette, 1 to 8.
    Palette(u8),
    /// One that the data brings itself, such as an organiser's.
    Own(Rgb),
}

/// Red, green and blue, as in CSS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// The luminance from which black words are read better than white ones (WCAG 2.2).
const MIDDLE_LUMINANCE: f64 = 0.179;

impl Rgb {
    /// From `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rgb = [0; 3];
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6)?;
        for (at, digit) in digits.chars().enumerate() {
            let part = rgb.get_mut(at / 2)?;
            *part = *part * 16 + digit.to_digit(16)? as u8;
        }
        Some(Self(rgb))
    }

    /// As `rrggbb`.
    pub fn digits(self) -> String {
        let mut digits = String::new();
        for part in self.0 {
            digits.extend(char::from_digit((part >> 4).into(), 16));
            digits.extend(char::from_digit((part & 15).into(), 16));
        }
        digits
    }

    /// Darker, for the edge of what is filled with this.
    #[must_use]
    pub fn edge(self) -> Self {
        Self(self.0.map(|part| (u16::from(part) * 5 / 9) as u8))
    }

    /// Whether white words are read better on it than black ones.
    pub fn is_dark(self) -> bool {
        let linear = self.0.map(|part| {
            let c = f64::from(part) / 255.0;
            // Close to the sRGB curve, without a power function.
            c * (c * (c * 0.305_306_011 + 0.682_171_111) + 0.012_522_878)
        });
        let [red, green, blue] = linear;
        0.2126 * red + 0.7152 * green + 0.0722 * blue < MIDDLE_LUMINANCE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_as_it_was_read() {
        for text in ["#000000", "#00ff7a", "#c8102e"] {
            assert_eq!(Rgb::parse(text).unwrap().digits(), text[1..]);
        }
        assert_eq!(Rgb::parse("#C8102E"), Rgb::parse("#c8102e"));
        for text in ["", "#", "c8102e", "#c8102", "#c8102e0", "#+8102e", "#жжж"] {
            assert_eq!(Rgb::parse(text), None, "{text}");
        }
    }

    #[test]
    fn words_can_be_read_on_every_colour() {
        let luminance = |colour: Rgb| {
            let [r, g, b] = colour.0.map(|part| {
                let c = f64::from(part) / 255.0;
                if c <= 0.040_45 {
                    c / 12.92
                } else {
                    ((c + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        for number in (0..0x0100_0000_u32).step_by(1_117) {
            let [_, r, g, b] = number.to_be_bytes();
            let colour = Rgb([r, g, b]);
            let contrast = if colour.is_dark() {
                1.05 / (luminance(colour) + 0.05)
            } else {
                (luminance(colour) + 0.05) / 0.05
            };
            assert!(contrast >= 4.5, "{}: {contrast:.2}", colour.digits());
        }
    }
}
