//! Words on several lines.

use floorplan::scene::{EstimatedAdvance, text_width};

/// Breaks words into lines that are not wider than `width_px`: at blanks, and between Chinese
/// characters. A word that is wider has a line of its own.
pub(super) fn wrap(words: &str, width_px: f64, size_px: f64, is_bold: bool) -> Vec<String> {
    let width = |text: &str| text_width(text, size_px, is_bold, &EstimatedAdvance);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(words) {
        let longer = [line.as_str(), piece].concat();
        if !line.trim().is_empty() && width(longer.trim_end()) > width_px {
            lines.push(line.trim().to_owned());
            line.clear();
        }
        line.push_str(piece);
    }
    if !line.trim().is_empty() {
        lines.push(line.trim().to_owned());
    }
    lines
}

/// What is not broken, with the blank after it. No line begins with a Chinese stop or comma.
fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let is_han = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c);
    let may_end = move |(at, c): (usize, char)| {
        let end = at + c.len_utf8();
        let next = words.get(end..).and_then(|rest| rest.chars().next());
        let is_end =
            c == ' ' || c == '\n' || next.is_some_and(is_han) && !"、。，：；）".contains(next?);
        is_end.then_some(end)
    };
    let ends = words
        .char_indices()
        .filter_map(may_end)
        .chain([words.len()]);
    let mut from = 0;
    ends.filter_map(move |end| {
        let piece = words.get(from..end);
        from = end;
        piece
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_filled_and_lose_nothing() {
        assert_eq!(
            wrap("one two three", 50.0, 10.0, false),
            ["one two", "three"]
        );
        assert_eq!(
            wrap("俄罗斯展区，示意", 40.0, 10.0, false),
            ["俄罗斯展", "区，示意"]
        );
        assert_eq!(wrap("  ", 40.0, 10.0, false), [""; 0]);
        assert_eq!(
            wrap("a incomprehensibilities b", 30.0, 10.0, false).len(),
            3
        );
    }
}
