//! From a JSON path to line and column, and back. Only used to report problems, so it scans the
//! text anew instead of burdening every load with positions.

use std::collections::HashMap;

use super::Place;
use super::json::{Parser, Step, SyntaxError};

/// The place of byte `offset`, in the value at `path`.
pub(super) fn place_of(text: &str, path: String, offset: usize) -> Place {
    let (line, column) = line_column(text, offset);
    Place { path, line, column }
}

/// Whether `path` leads to `part` or into it.
pub(super) fn is_within(path: &str, part: &str) -> bool {
    let rest = path.strip_prefix(part);
    rest.is_some_and(|rest| matches!(rest.as_bytes().first(), None | Some(b'.' | b'[')))
}

/// The place of the value at `path` (`stands[3].outline`); of its nearest existing ancestor when
/// the value itself is absent.
pub fn locate(text: &str, path: &str) -> Place {
    let mut search = Search {
        path,
        done: 0,
        offset: 0,
    };
    // What was found before the text stops being JSON is as good as it gets.
    let _ = search.descend(&mut Parser::new(text));
    place_of(text, path.into(), search.offset)
}

/// A walk from the outermost value towards the one at `path`.
struct Search<'p> {
    path: &'p str,
    /// So many bytes of the path lead to the value at `offset`.
    done: usize,
    offset: usize,
}

impl Search<'_> {
    fn descend(&mut self, parser: &mut Parser<'_>) -> Result<(), SyntaxError> {
        if self.done == self.path.len() || !matches!(parser.peek(), Some(b'{' | b'[')) {
            return Ok(());
        }
        let done = self.done;
        let mut next = None;
        parser.each(&mut |step, parser| {
            if let Some(length) = self.leads(done, step) {
                parser.peek();
                // Of a key that comes twice, the last counts.
                next = Some((done + length, parser.clone()));
            }
            parser.skip()
        })?;
        if let Some((done, mut parser)) = next {
            self.done = done;
            self.offset = parser.offset();
            self.descend(&mut parser)?;
        }
        Ok(())
    }

    /// The length of the step's part of the path, if that is where the path leads.
    fn leads(&self, done: usize, step: &Step<'_>) -> Option<usize> {
        let mut part = String::new();
        step.append(&mut part);
        let rest = self.path.get(done..)?;
        let dot = usize::from(rest.starts_with('.'));
        is_within(rest.get(dot..)?, &part).then_some(dot + part.len())
    }
}

/// The places of all values, found in one walk: for reports of many problems.
#[derive(Clone, Debug, Default)]
pub struct PlaceIndex(HashMap<String, (usize, usize)>);

impl PlaceIndex {
    /// Walks the text once.
    pub fn new(text: &str) -> Self {
        let mut walk = Walk {
            text,
            places: HashMap::new(),
            line: 1,
            column: 1,
            counted: 0,
        };
        // What was found before the text stops being JSON is as good as it gets.
        let _ = walk.value(&mut Parser::new(text), "");
        Self(walk.places)
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
            let ends = |byte| byte == b'.' || byte == b'[';
            part = part
                .bytes()
                .rposition(ends)
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

/// Values come in the order of the text, so lines and columns are counted as the walk goes.
struct Walk<'a> {
    text: &'a str,
    places: HashMap<String, (usize, usize)>,
    line: usize,
    column: usize,
    counted: usize,
}

impl<'a> Walk<'a> {
    fn value(&mut self, parser: &mut Parser<'a>, path: &str) -> Result<(), SyntaxError> {
        let byte = parser.peek();
        let start = parser.offset();
        for c in self
            .text
            .get(self.counted..start)
            .unwrap_or_default()
            .chars()
        {
            self.column += 1;
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            }
        }
        self.counted = start;
        self.places
            .insert(path.to_owned(), (self.line, self.column));
        if !matches!(byte, Some(b'{' | b'[')) {
            return parser.skip();
        }
        parser.each(&mut |step, parser| {
            let mut inner = path.to_owned();
            step.append(&mut inner);
            self.value(parser, &inner)
        })
    }
}

/// Line and column (both from 1, column in characters) of a byte offset.
fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let (mut line, mut column, mut end) = (1, 1, 0);
    for c in text.chars() {
        end += c.len_utf8();
        if end > offset {
            break;
        }
        column += 1;
        if c == '\n' {
            (line, column) = (line + 1, 1);
        }
    }
    (line, column)
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
    fn broken_text_is_walked_without_failing() {
        for end in 0..TEXT.len() {
            let cut = String::from_utf8_lossy(&TEXT.as_bytes()[..end]).into_owned();
            let _ = PlaceIndex::new(&cut);
            let _ = locate(&cut, "a[1].c");
        }
        let _ = locate("}}]],,\"\\", "a");
    }
}
