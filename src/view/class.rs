//! Class names.

use floorplan::plan::{CategoryIx, Colour, Plan};

/// Class names joined to what an attribute takes; empty ones are left out. In place of Yew's
/// `classes!`, whose set of names costs the bundle a kilobyte.
pub(crate) fn classes(names: &[&str]) -> String {
    let mut joined = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(name);
    }
    joined
}

/// The class that gives the colours of a category, or of none.
pub(crate) fn category_class(plan: &Plan, category: Option<CategoryIx>) -> String {
    let category = category.and_then(|c| plan.categories.get(c.at()));
    match category.map(|c| c.colour) {
        // Named by the colour: two maps may share a style sheet's scope.
        Some(Colour::Own(colour)) => ["em-o", &colour.digits()].concat(),
        Some(Colour::Palette(colour)) => ["em-c", &colour.to_string()].concat(),
        None => "em-c0".to_owned(),
    }
}

/// A style sheet for the colours that the data brings itself; empty without any.
pub(crate) fn own_colours(plan: &Plan) -> String {
    let mut css = String::new();
    for category in &plan.categories {
        if let Colour::Own(colour) = category.colour {
            let words = if colour.is_dark() { "fff}" } else { "000}" };
            let (fill, edge) = (colour.digits(), colour.edge().digits());
            let rule = [
                ".em-o",
                &fill,
                "{--fill:#",
                &fill,
                ";--edge:#",
                &edge,
                ";--stand-ink:#",
                words,
            ];
            css.push_str(&rule.concat());
        }
    }
    css
}
