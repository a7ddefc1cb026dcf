//! Whatever happens to a file on its way, nothing panics: a browser shows a message, the
//! organiser gets a report.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

use std::path::Path;
use std::sync::LazyLock;

use expo_map_cli::args::RenderFormat;
use expo_map_cli::check::{Options, check};
use expo_map_cli::render;
use floorplan::plan::load;
use proptest::prelude::*;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path);
    std::fs::read_to_string(path).unwrap()
}

static SMALL: LazyLock<String> = LazyLock::new(|| read("tests/fixtures/small.json"));
static SAMPLE: LazyLock<String> = LazyLock::new(|| read("assets/expo-2024.json"));

/// Both ways in: the browser's and the organiser's. The browser decodes before it parses.
fn survives(bytes: &[u8]) {
    let _ = load(&String::from_utf8_lossy(bytes));
    let _ = check(bytes, &Options::default());
}

/// What can be drawn without a browser has a place.
fn is_drawn_somewhere(bytes: &[u8]) {
    for format in [RenderFormat::Svg, RenderFormat::Html] {
        let options = render::Options {
            format,
            lang: None,
            floor: None,
        };
        let Ok(done) = render::render(bytes, &options) else {
            return;
        };
        for shape in done.text.split(" d=\"").skip(1) {
            let shape = shape.split('"').next().unwrap();
            assert!(!shape.contains("NaN") && !shape.contains("inf"), "{shape}");
        }
    }
}

#[test]
fn the_small_file_cut_at_any_byte() {
    for end in 0..=SMALL.len() {
        survives(&SMALL.as_bytes()[..end]);
    }
}

#[test]
fn the_sample_cut_at_any_byte() {
    // Half of the cuts on each core.
    let cut = |first: usize| {
        for end in (first..=SAMPLE.len()).step_by(2) {
            if let Some(text) = SAMPLE.get(..end) {
                let whole = end == SAMPLE.trim_end().len() || end == SAMPLE.len();
                assert!(whole == load(text).is_ok(), "cut at byte {end}");
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| cut(0));
        scope.spawn(|| cut(1));
    });
}

/// What can happen to a file.
#[derive(Clone, Debug)]
enum Damage {
    Flip(usize, u8),
    Delete(usize, usize),
    Duplicate(usize, usize),
    Replace(usize, &'static str),
    Swap(usize, usize),
}

/// Values that programs are known to stumble over.
const VALUES: [&str; 24] = [
    "null",
    "true",
    "0",
    "-1",
    "-0.0",
    "1e308",
    "1e400",
    "-1e30",
    "0.1e-300",
    "99999999999999999999",
    "\"\"",
    "\" \"",
    "\"A\"",
    "\"illustrative\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\u{202e}\"",
    "[]",
    "{}",
    "[[]]",
    "[[0,0],[0,0],[0,0]]",
    "[[0,0],[1e5,0],[1e5,1e5]]",
    "{\"en\":1}",
    "\"2024-02-30\"",
];

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<prop::sample::Index>().prop_map(|i| i.index(1 << 24));
    prop_oneof![
        2 => (at.clone(), any::<u8>()).prop_map(|(i, byte)| Damage::Flip(i, byte)),
        1 => (at.clone(), 1..200_usize).prop_map(|(i, n)| Damage::Delete(i, n)),
        1 => (at.clone(), 1..400_usize).prop_map(|(i, n)| Damage::Duplicate(i, n)),
        4 => (at.clone(), prop::sample::select(&VALUES[..])).prop_map(|(i, v)| Damage::Replace(i, v)),
        3 => (at.clone(), at).prop_map(|(a, b)| Damage::Swap(a, b)),
    ]
}

/// Where scalar values and short lists begin and end: enough to swap values and keep the JSON.
fn values(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices(": ") {
        let start = start + 2;
        let rest = &text[start..];
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<serde_json::Value>();
        if (rest.len() < 2_000 || !rest.starts_with('{'))
            && let Some(Ok(_)) = stream.next()
        {
            found.push(start..start + stream.byte_offset());
        }
    }
    found
}

fn apply(text: &str, damage: &[Damage]) -> Vec<u8> {
    let mut text = text.to_string();
    let mut flips = Vec::new();
    for one in damage {
        match *one {
            Damage::Flip(at, byte) => flips.push((at, byte)),
            Damage::Delete(at, n) => {
                let (from, to) = span(&text, at, n);
                text.replace_range(from..to, "");
            }
            Damage::Duplicate(at, n) => {
                let (from, to) = span(&text, at, n);
                let copy = text[from..to].to_string();
                text.insert_str(to, &copy);
            }
            Damage::Replace(at, value) => {
                let values = values(&text);
                if !values.is_empty() {
                    text.replace_range(values[at % values.len()].clone(), value);
                }
            }
            Damage::Swap(a, b) => {
                let values = values(&text);
                if !values.is_empty() {
                    let a = text[values[a % values.len()].clone()].to_string();
                    text.replace_range(values[b % values.len()].clone(), &a);
                }
            }
        }
    }
    let mut bytes = text.into_bytes();
    for (at, byte) in flips {
        let length = bytes.len().max(1);
        if let Some(b) = bytes.get_mut(at % length) {
            *b = byte;
        }
    }
    bytes
}

fn span(text: &str, at: usize, n: usize) -> (usize, usize) {
    let boundary = |i: usize| {
        (0..=i.min(text.len()))
            .rev()
            .find(|i| text.is_char_boundary(*i))
    };
    let from = boundary(at % (text.len() + 1)).unwrap_or(0);
    (from, boundary(from + n).unwrap_or(from).max(from))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_small_file_damaged(damage in prop::collection::vec(damage(), 1..6)) {
        survives(&apply(&SMALL, &damage));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_sample_damaged(damage in prop::collection::vec(damage(), 1..4)) {
        survives(&apply(&SAMPLE, &damage));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_small_file_damaged_and_drawn(damage in prop::collection::vec(damage(), 1..4)) {
        is_drawn_somewhere(&apply(&SMALL, &damage));
    }
}

#[test]
fn deep_nesting_is_an_error_and_not_an_overflow() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = open.repeat(50_000) + &close.repeat(50_000);
        let field = format!(",\n  \"extra\": {deep},\n  \"event\":");
        let file = SMALL.replacen(",\n  \"event\":", &field, 1);
        assert!(file.len() > deep.len());
        assert_eq!(check(file.as_bytes(), &Options::default()).errors(), 1);
        survives(file.as_bytes());
        survives(deep.as_bytes());
    }
}
