//! What a visitor would find, as lines for the organiser: from the same core as the widget's.

use std::fmt::Write;

use floorplan::plan::load;
use floorplan::search::SearchIndex;

/// A line for each hit, and whether there is one.
///
/// # Errors
/// When the file cannot be shown.
pub fn search(text: &str, query: &str, lang: &str) -> Result<(String, bool), String> {
    let plan = load(text).map_err(|error| error.to_string())?.plan;
    let index = SearchIndex::new(&plan);
    let found = index.find(&plan, query);
    let mut out = String::new();
    let hits = found.as_ref().map_or(&[][..], |found| &found.hits);
    for (place, hit) in hits.iter().enumerate() {
        let id = hit.what.id(&plan).unwrap_or_default();
        let (group, field) = (word(hit.group()), word(hit.field));
        let _ = write!(out, "{:>3}  {id}  {group}  {field}", place + 1);
        if let Some(found) = &found
            && let Some(text) = found.text(&plan, hit, lang)
        {
            let marked = marked(text, &found.marks(&plan, text));
            let _ = write!(out, "  {marked}");
        }
        out.push('\n');
    }
    if hits.is_empty() {
        out.push_str("nothing found");
        if let Some(nearest) = index.nearest(&plan, query) {
            let _ = write!(out, "; the nearest is: {nearest}");
        }
        out.push('\n');
    }
    Ok((out, !hits.is_empty()))
}

/// A variant by its name.
fn word(variant: impl std::fmt::Debug) -> String {
    format!("{variant:?}").to_lowercase()
}

/// The text with what was found in brackets; control characters could rewrite the terminal.
fn marked(text: &str, marks: &[std::ops::Range<usize>]) -> String {
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        if marks.iter().any(|mark| mark.start == at) {
            out.push('[');
        }
        if c.is_control() {
            out.push(' ');
        } else {
            out.push(c);
        }
        if marks.iter().any(|mark| mark.end == at + c.len_utf8()) {
            out.push(']');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_around_what_was_found() {
        assert_eq!(marked("Росатом\u{1b}а", &[0..6, 14..15]), "[Рос]атом[ ]а");
    }
}
