//! Categories: the legend.

use std::collections::{HashMap, HashSet};

use floorplan::format::RawColour;
use serde_json::Value;

use super::file::{File, words};
use crate::finding::{Code, Findings};

/// Colours of the palette.
const COLOURS: usize = 8;

/// Checks the categories.
pub fn check(file: &File, findings: &mut Findings) {
    let stands = file.value.get("stands").and_then(Value::as_array);
    let used: HashSet<&str> = stands
        .into_iter()
        .flatten()
        .filter_map(|stand| stand.get("category")?.as_str())
        .collect();
    let mut colours: HashMap<String, &str> = HashMap::new();
    for (i, category) in &file.categories {
        let name = words(&category.name);
        let path = format!("categories[{i}]");
        if !used.is_empty() && !used.contains(&*category.id) {
            let message =
                format!("no stand has the category \"{name}\"; the legend shows it in vain");
            findings.warning(Code::UnusedCategory, path.clone(), message);
        }
        if *i >= COLOURS {
            continue;
        }
        let colour = match &category.colour {
            None => (i + 1).to_string(),
            Some(RawColour::Palette(number)) => number.to_string(),
            Some(RawColour::Own(text)) => text.to_lowercase(),
        };
        if let Some(other) = colours.insert(colour.clone(), name) {
            let message =
                format!("the categories \"{other}\" and \"{name}\" have the same colour, {colour}");
            let path = category
                .colour
                .as_ref()
                .map_or(path.clone(), |_| path + ".colour");
            findings.warning(Code::DuplicateColour, path, message);
        }
    }
    if file.categories.len() > COLOURS {
        let message = format!(
            "there are {} categories, but only {COLOURS} colours can be told apart on a map; \
             join some of them",
            file.categories.len()
        );
        findings.warning(Code::TooManyCategories, "categories", message);
    }
}
