//! Labels: can a stand's number and short name be read on it? The browser measures real glyphs;
//! here average ones tell in advance where a shorter name is needed.

use floorplan::geometry::{PlanPoint, Rect, holds_rect, pole_of_inaccessibility};
use floorplan::plan::{Plan, Stand};

use super::file::shortened;
use crate::finding::{Code, Findings};

/// The scale at which a stand is read: a hall of 50 m on a wide screen.
const NEAR_PX_PER_M: f64 = 40.0;
/// The scale at which only numbers are shown.
const FAR_PX_PER_M: f64 = 12.0;
const NUMBER_PX: f64 = 11.0;
const NAME_PX: f64 = 12.0;
const LINE_HEIGHT: f64 = 1.2;
const PADDING_PX: f64 = 4.0;

/// Warns of stands whose label cannot fit.
pub fn check(plan: &Plan, findings: &mut Findings) {
    let languages: Vec<&str> = if plan.languages.is_empty() {
        vec!["en"]
    } else {
        plan.languages.iter().map(|l| &**l).collect()
    };
    for stand in &plan.stands {
        if is_too_narrow(stand) {
            let message = format!(
                "Stand {} is {:.1} m wide: narrower than its number on the map of the whole hall",
                stand.number,
                stand.bounds.width()
            );
            let path = format!("stands[{}].outline", stand.file_index);
            findings.warning(Code::StandTooNarrow, path, message);
            continue;
        }
        let misfits: Vec<(&str, String)> = languages
            .iter()
            .map(|lang| (*lang, plan.stand_short_name(stand, lang).text.into_owned()))
            .filter(|(_, name)| !fits(stand, name))
            .collect();
        if let Some((_, name)) = misfits.first() {
            let tags: Vec<&str> = misfits.iter().map(|(lang, _)| *lang).collect();
            let message = format!(
                "Stand {} ({:.1} × {:.1} m) has no room for the name \"{}\" ({}) under its number, \
                 not even on two lines; give a shorter `shortName`",
                stand.number,
                stand.bounds.width(),
                stand.bounds.height(),
                shortened(name),
                tags.join(", ")
            );
            findings.warning(Code::LabelDoesNotFit, path_of_name(plan, stand), message);
        }
    }
}

/// Where the name on the map comes from.
fn path_of_name(plan: &Plan, stand: &Stand) -> String {
    let own = format!("stands[{}]", stand.file_index);
    if stand.short_name.is_some() {
        return own + ".shortName";
    }
    if stand.name.is_some() {
        return own + ".name";
    }
    let participants = stand.participants.iter();
    let mut participants = participants.filter_map(|ix| plan.participant(*ix));
    match (participants.next(), participants.next()) {
        (Some(one), None) => {
            let field = one.short_name.as_ref().map_or("name", |_| "shortName");
            format!("participants[{}].{field}", one.file_index)
        }
        _ => own,
    }
}

fn is_too_narrow(stand: &Stand) -> bool {
    let number = width_px(&stand.number, NUMBER_PX) + PADDING_PX;
    stand.bounds.width() * FAR_PX_PER_M < number
}

/// Whether the number and the name, on one line or two, fit inside the outline.
fn fits(stand: &Stand, name: &str) -> bool {
    let number = width_px(&stand.number, NUMBER_PX);
    if name == &*stand.number || name.is_empty() {
        return holds(stand, number, 0);
    }
    let one_line = width_px(name, NAME_PX);
    if holds(stand, number.max(one_line), 1) {
        return true;
    }
    let two_lines = breaks(name)
        .into_iter()
        .map(|(a, b)| width_px(a, NAME_PX).max(width_px(b, NAME_PX)))
        .fold(f64::INFINITY, f64::min);
    two_lines.is_finite() && holds(stand, number.max(two_lines), 2)
}

/// Whether a box of this width, with the number and so many lines of name, fits somewhere.
fn holds(stand: &Stand, width_px: f64, lines: u32) -> bool {
    let height_px = (NUMBER_PX + f64::from(lines) * NAME_PX) * LINE_HEIGHT;
    let width = (width_px + 2.0 * PADDING_PX) / NEAR_PX_PER_M;
    let height = (height_px + PADDING_PX) / NEAR_PX_PER_M;
    let bounds = stand.bounds;
    if width > bounds.width() || height > bounds.height() {
        return false;
    }
    let at = |c: PlanPoint| holds_rect(&stand.outline, Rect::around(c.x, c.y, width, height));
    if at(bounds.center()) || at(pole_of_inaccessibility(&stand.outline, 0.1)) {
        return true;
    }
    // In a hook or a diagonal stand the best place is none of the obvious ones.
    let steps = 0..=16;
    steps.clone().any(|i| {
        steps.clone().any(|j| {
            at(PlanPoint::new(
                bounds.x0 + bounds.width() * f64::from(i) / 16.0,
                bounds.y0 + bounds.height() * f64::from(j) / 16.0,
            ))
        })
    })
}

/// All ways to put a name on two lines: at blanks, after hyphens, between Chinese characters.
fn breaks(name: &str) -> Vec<(&str, &str)> {
    let mut previous = None;
    let mut found = Vec::new();
    for (i, c) in name.char_indices() {
        let can = match previous {
            Some(p) => c == ' ' || p == '-' || (is_wide(p) && !is_closing(c)),
            None => false,
        };
        if can && let Some((a, b)) = name.split_at_checked(i) {
            found.push((a.trim_end(), b.trim_start()));
        }
        previous = Some(c);
    }
    found
}

fn width_px(text: &str, size_px: f64) -> f64 {
    let glyph = |c| if is_wide(c) { 1.0 } else { 0.6 };
    text.chars().map(glyph).sum::<f64>() * size_px
}

/// Glyphs as wide as they are high.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60 | 0x20000..=0x3ffff)
}

/// Punctuation that may not begin a line.
fn is_closing(c: char) -> bool {
    "，。、；：！？）》」』”’,.;:!?)".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_between_characters_and_russian_at_blanks() {
        assert_eq!(breaks("俄铝"), [("俄", "铝")]);
        assert_eq!(breaks("Альфа-Банк"), [("Альфа-", "Банк")]);
        assert_eq!(breaks("Ростех"), []);
        assert_eq!(breaks("Delo Group"), [("Delo", "Group")]);
    }
}
