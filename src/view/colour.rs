//! The colours of categories. An element names its colour in an attribute: Yew joins the words of a
//! `class` that is not constant by way of a set, which costs the bundle two kilobytes.

use floorplan::plan::{CategoryIx, Colour, Plan};

/// The value of `data-colour` that gives the colours of a category, or of none.
pub(crate) fn colour_name(plan: &Plan, category: Option<CategoryIx>) -> String {
    let category = category.and_then(|c| plan.categories.get(c.at()));
    match category.map(|c| c.colour) {
        // Named by the colour: two maps may share a style sheet's scope.
        Some(Colour::Own(colour)) => colour.digits(),
        Some(Colour::Palette(colour)) => colour.to_string(),
        None => "0".to_owned(),
    }
}

/// A style sheet for the colours that the data brings itself; empty without any.
pub(crate) fn own_colours(plan: &Plan) -> String {
    let mut css = String::new();
    for (i, category) in plan.categories.iter().enumerate() {
        if let Colour::Own(colour) = category.colour {
            let words = if colour.is_dark() { "fff}" } else { "000}" };
            let (fill, edge) = (colour.digits(), colour.edge().digits());
            let rule = [
                ".expo-map [data-colour=\"",
                &fill,
                "\"]{--fill:#",
                &fill,
                ";--edge:#",
                &edge,
                ";--hatching:var(--hatch-",
                &(i % 8 + 1).to_string(),
                ");--stand-ink:#",
                words,
            ];
            css.push_str(&rule.concat());
        }
    }
    css
}
