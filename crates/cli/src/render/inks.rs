//! What the core's inks look like in the light and in the dark: as `src/style.css` has them, with
//! which a test compares them.

use floorplan::plan::{Colour, Plan};

/// A colour in the light and one in the dark, `#rrggbb` or `#rrggbbaa`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tone {
    pub(super) light: String,
    pub(super) dark: String,
}

/// Tokens of the style sheet in the order of the inks' numbers, from 1 on.
const TOKENS: [(&str, &str, &str); 33] = [
    ("outside", "#e9ebef", "#11161b"),
    ("ground", "#fcfaf5", "#262f39"),
    ("district-tint", "#20304a0a", "#ffffff0a"),
    ("room", "#efece4", "#303a45"),
    ("wall", "#6a7482", "#8a97a6"),
    ("shade", "#20304a24", "#00000066"),
    ("line", "#d9dde3", "#343e49"),
    ("stand-ink", "#17202b", "#f4f7fa"),
    ("stand-ink-2", "#242e3a", "#e9eef3"),
    ("ink", "#17202b", "#eef2f6"),
    ("ink-2", "#55606e", "#a9b4c0"),
    ("surface", "#ffffff", "#1a2027"),
    ("emergency", "#1e7b3a", "#58b775"),
    ("", "#ffffff", "#ffffff"),
    ("", "#000000", "#000000"),
    ("fill-0", "#e4e6ea", "#3b444f"),
    ("fill-1", "#aac3f6", "#1d4796"),
    ("fill-2", "#f0c287", "#815320"),
    ("fill-3", "#dac8ed", "#533c6e"),
    ("fill-4", "#a3d19b", "#246232"),
    ("fill-5", "#ade6e5", "#126065"),
    ("fill-6", "#f1bebb", "#7b3144"),
    ("fill-7", "#f6dd78", "#6b5700"),
    ("fill-8", "#cecfd4", "#4f5971"),
    ("edge-0", "#6a7482", "#a2aebb"),
    ("edge-1", "#37579e", "#8fb8f2"),
    ("edge-2", "#9c5a10", "#eda95c"),
    ("edge-3", "#7649a6", "#aa92e9"),
    ("edge-4", "#2b762a", "#a3d3ad"),
    ("edge-5", "#188780", "#71dedd"),
    ("edge-6", "#7a2d32", "#f59aa2"),
    ("edge-7", "#836500", "#dac675"),
    ("edge-8", "#586483", "#abb3ba"),
];

/// The inks of a plan: those of the style sheet, then the colours that categories bring.
#[derive(Debug)]
pub(super) struct Inks(Vec<Tone>);

impl Inks {
    pub(super) fn new(plan: &Plan) -> Self {
        let tone = |light: &str, dark: &str| Tone {
            light: light.to_owned(),
            dark: dark.to_owned(),
        };
        let mut inks: Vec<_> = TOKENS
            .iter()
            .map(|(_, light, dark)| tone(light, dark))
            .collect();
        for category in &plan.categories {
            // The palette's colours have inks already; places are kept.
            let [fill, edge] = match category.colour {
                Colour::Own(own) => [own.digits(), own.edge().digits()],
                Colour::Palette(_) => Default::default(),
            };
            for digits in [fill, edge] {
                let colour = format!("#{digits}");
                inks.push(tone(&colour, &colour));
            }
        }
        Self(inks)
    }

    /// The ink of a number, as [`Ink::number`](floorplan::scene::Ink::number) gives it; nothing for
    /// no colour.
    pub(super) fn get(&self, number: u16) -> Option<&Tone> {
        self.0.get(usize::from(number).checked_sub(1)?)
    }

    /// Every ink with its number.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &Tone)> {
        (1..).zip(&self.0)
    }
}

/// A colour without its opacity, and the opacity, for readers that know no `#rrggbbaa`.
pub(super) fn parted(colour: &str) -> (&str, Option<String>) {
    let Some((solid, alpha)) = colour.split_at_checked(7) else {
        return (colour, None);
    };
    let alpha = u8::from_str_radix(alpha, 16).ok();
    let opacity = alpha.map(|alpha| format!("{:.2}", f64::from(alpha) / 255.0));
    (solid, opacity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use floorplan::scene::Ink;

    const CSS: &str = include_str!("../../../../src/style.css");

    #[test]
    fn the_inks_are_those_of_the_style_sheet() {
        for (name, light, dark) in TOKENS.iter().filter(|(name, ..)| !name.is_empty()) {
            let token = format!("--{name}: light-dark({light}, {dark});");
            assert!(CSS.contains(&token), "{token}");
        }
    }

    #[test]
    fn the_order_is_that_of_the_inks() {
        let name = |ink: Ink| TOKENS[usize::from(ink.number()) - 1].0;
        assert_eq!(name(Ink::OUTSIDE), "outside");
        assert_eq!(name(Ink::SHADE), "shade");
        assert_eq!(name(Ink::STAND_WORDS), "stand-ink");
        assert_eq!(name(Ink::EMERGENCY), "emergency");
        assert_eq!(TOKENS[usize::from(Ink::LIGHT.number()) - 1].1, "#ffffff");
        assert_eq!(name(Ink::fill(0)), "fill-0");
        assert_eq!(name(Ink::edge(8)), "edge-8");
        assert_eq!(usize::from(Ink::own_fill(0).number()), TOKENS.len() + 1);
    }

    #[test]
    fn opacity_is_parted_from_its_colour() {
        assert_eq!(parted("#20304a24"), ("#20304a", Some("0.14".into())));
        assert_eq!(parted("#20304a"), ("#20304a", None));
    }
}
