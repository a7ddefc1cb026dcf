//! From a JSON path to line and column, and back. Only used to report problems, so it scans the
//! text anew instead of burdening every load with positions.

use std::collections::HashMap;
use std::fmt::Write;

use super::Place;

/// Values nested deeper than this are left out of a [`PlaceIndex`]; the format itself needs 8.
const INDEX_DEPTH: usize = 32;

/// Where the scanner is inside the containers it has entered.
enum Level<'a> {
    Object(Option<&'a str>),
    Array(usize),
}

/// The place of the innermost value that begins at or before byte `offset`.
pub fn path_at(text: &str, offset: usize) -> Place {
    // Two scans: the path is built once, not for every value on the way.
    let mut last = None;
    scan(text, |start, _| {
        if start <= offset {
            last = Some(start);
        }
        start <= offset
    });
    let mut found = String::new();
    scan(text, |start, levels| {
        let here = last == Some(start);
        if here {
            found = path_of(levels);
        }
        last.is_some() && !here
    });
    let (line, column) = line_column(text, offset);
    Place {
        path: found,
        line,
        column,
    }
}

/// The place of the value at `path` (`stands[3].outline`); of its nearest existing ancestor when
/// the value itself is absent.
pub fn locate(text: &str, path: &str) -> Place {
    let mut best = (0, 0);
    scan(text, |start, levels| {
        let here = path_of(levels);
        let is_ancestor = path.starts_with(here.as_str())
            && matches!(path.as_bytes().get(here.len()), None | Some(b'.' | b'['));
        if !here.is_empty() && is_ancestor && here.len() > best.1 {
            best = (start, here.len());
        }
        here != path
    });
    let (line, column) = line_column(text, best.0);
    Place {
        path: path.into(),
        line,
        column,
    }
}

/// The places of all values, found in one scan: for reports of many problems.
#[derive(Clone, Debug, Default)]
pub struct PlaceIndex(HashMap<String, (usize, usize)>);

impl PlaceIndex {
    /// Scans the text once.
    pub fn new(text: &str) -> Self {
        let mut places = HashMap::new();
        // Values come in the order of the text, so lines and columns are counted as the scan goes.
        let (mut line, mut column, mut counted) = (1, 1, 0);
        scan(text, |start, levels| {
            for c in text.get(counted..start).unwrap_or_default().chars() {
                column += 1;
                if c == '\n' {
                    line += 1;
                    column = 1;
                }
            }
            counted = start;
            if levels.len() <= INDEX_DEPTH {
                places.insert(path_of(levels), (line, column));
            }
            true
        });
        Self(places)
    }

    /// The place of the value at `path`, or of its nearest existing ancestor: as [`locate`].
    pub fn locate(&self, path: &str) -> Place {
        let mut part = path;
        let (line, column) = loop {
            if part.is_empty() {
                break (1, 1);
            }
            if let Some(found) = self.0.get(part) {
                break *found;
            }
            part = part
                .rfind(['.', '['])
                .and_then(|end| part.get(..end))
                .unwrap_or_default();
        };
        Place {
            path: path.into(),
            line,
            column,
        }
    }
}

/// Line and column (both from 1, column in characters) of a byte offset.
fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text.get(..end).unwrap_or_default();
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count() + 1)
}

fn path_of(levels: &[Level<'_>]) -> String {
    let mut path = String::new();
    for level in levels {
        match level {
            Level::Object(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Level::Object(None) => {}
            Level::Array(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    path
}

/// Walks the text and calls `visit(start of value, containers)` for every value, until it
/// returns false. Broken JSON is walked as far as it makes sense; nothing can fail.
fn scan<'a>(text: &'a str, mut visit: impl FnMut(usize, &[Level<'a>]) -> bool) {
    let bytes = text.as_bytes();
    let mut levels: Vec<Level<'a>> = Vec::new();
    let mut i = 0;
    while let Some(byte) = bytes.get(i) {
        match byte {
            b'"' => {
                let end = string_end(bytes, i + 1);
                if let Some(Level::Object(key @ None)) = levels.last_mut() {
                    *key = text.get(i + 1..end).or(Some(""));
                } else if !visit(i, &levels) {
                    return;
                }
                i = end;
            }
            b'{' | b'[' => {
                if !visit(i, &levels) {
                    return;
                }
                levels.push(if *byte == b'{' {
                    Level::Object(None)
                } else {
                    Level::Array(0)
                });
            }
            b'}' | b']' => {
                levels.pop();
            }
            b',' => match levels.last_mut() {
                Some(Level::Object(key)) => *key = None,
                Some(Level::Array(index)) => *index += 1,
                None => {}
            },
            b':' | b' ' | b'\t' | b'\r' | b'\n' => {}
            _ => {
                if !visit(i, &levels) {
                    return;
                }
                while bytes
                    .get(i + 1)
                    .is_some_and(|b| !b",]} \t\r\n\"{[:".contains(b))
                {
                    i += 1;
                }
            }
        }
        i += 1;
    }
}

/// Index of the closing quote of a string whose content begins at `i`.
fn string_end(bytes: &[u8], mut i: usize) -> usize {
    while let Some(byte) = bytes.get(i) {
        match byte {
            b'"' => return i,
            b'\\' => i += 2,
            _ => i += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a\": [1, {\"b\": \"щ\", \"c\": 2}],\n  \"d\": null\n}";

    #[test]
    fn finds_the_place_of_a_path() {
        let at = |path| {
            let place = locate(TEXT, path);
            (place.line, place.column)
        };
        assert_eq!(at("a[0]"), (2, 9));
        assert_eq!(at("a[1].c"), (2, 28));
        assert_eq!(at("d"), (3, 8));
        assert_eq!(
            at("a[1].missing"),
            (2, 12),
            "the nearest ancestor stands in"
        );
        assert_eq!(at("nowhere"), (1, 1));
    }

    #[test]
    fn the_index_finds_the_same_places() {
        let index = PlaceIndex::new(TEXT);
        for path in [
            "a",
            "a[0]",
            "a[1].b",
            "a[1].c",
            "a[1].missing",
            "d",
            "nowhere",
        ] {
            assert_eq!(index.locate(path), locate(TEXT, path), "{path}");
        }
    }

    #[test]
    fn an_index_is_not_a_prefix_of_a_longer_one() {
        let text = "[[0],1,2,3,4,5,6,7,8,9,[7]]";
        assert_eq!(locate(text, "[10][0]").column, 25);
    }

    #[test]
    fn finds_the_path_of_an_offset() {
        let offset = TEXT.find("2}").unwrap();
        assert_eq!(path_at(TEXT, offset).path, "a[1].c");
        assert_eq!(path_at(TEXT, TEXT.len()).path, "d");
        assert_eq!(
            path_at("", 9),
            Place {
                path: String::new(),
                line: 1,
                column: 1
            }
        );
    }

    #[test]
    fn broken_text_is_walked_without_failing() {
        for end in 0..TEXT.len() {
            let cut = String::from_utf8_lossy(&TEXT.as_bytes()[..end]).into_owned();
            let _ = path_at(&cut, end);
            let _ = locate(&cut, "a[1].c");
        }
        let _ = path_at("}}]],,\"\\", 4);
    }
}
