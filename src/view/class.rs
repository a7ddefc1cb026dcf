//! Class names.

use floorplan::plan::{Category, CategoryIx, Colour, Plan};

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
    let colour = category.and_then(|c| plan.categories.get(c.at()));
    match (colour.map(|c| c.colour), category) {
        (Some(Colour::Palette(colour)), _) => format!("em-c{colour}"),
        (Some(Colour::Own(_)), Some(category)) => format!("em-o{}", category.at()),
        _ => "em-c0".to_owned(),
    }
}

/// A style sheet for the colours that the data brings itself; empty without any.
pub(crate) fn own_colours(plan: &Plan) -> String {
    let rule = |(i, category): (usize, &Category)| match category.colour {
        Colour::Palette(_) => None,
        Colour::Own(colour) => {
            let words = if colour.is_dark() { "#fff" } else { "#000" };
            let (fill, edge) = (colour.css(), colour.edge().css());
            Some(format!(
                ".em-o{i}{{--fill:{fill};--edge:{edge};--stand-ink:{words}}}"
            ))
        }
    };
    plan.categories
        .iter()
        .enumerate()
        .filter_map(rule)
        .collect()
}
