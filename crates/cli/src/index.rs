//! Readings of the Chinese in a file: the field `pinyin`, so that the browser needs no table of
//! all characters.

use std::collections::BTreeMap;

use floorplan::format::json::{Parser, Step};
use pinyin::ToPinyin;

/// The field.
const FIELD: &str = "pinyin";

/// Words in which a character is read otherwise than by itself, and characters that most words of
/// exhibitions read otherwise than the table has it.
const WORDS: [(&str, &str); 32] = [
    ("银行", "yin hang"),
    ("行业", "hang ye"),
    ("同行", "tong hang"),
    ("分行", "fen hang"),
    ("商行", "shang hang"),
    ("行长", "hang zhang"),
    ("部长", "bu zhang"),
    ("市长", "shi zhang"),
    ("州长", "zhou zhang"),
    ("校长", "xiao zhang"),
    ("院长", "yuan zhang"),
    ("会长", "hui zhang"),
    ("董事长", "dong shi zhang"),
    ("增长", "zeng zhang"),
    ("成长", "cheng zhang"),
    ("长", "chang"),
    ("都", "du"),
    ("重庆", "chong qing"),
    ("重新", "chong xin"),
    ("重建", "chong jian"),
    ("音乐", "yin yue"),
    ("乐器", "yue qi"),
    ("乐团", "yue tuan"),
    ("会计", "kuai ji"),
    ("厦门", "xia men"),
    ("人参", "ren shen"),
    ("传记", "zhuan ji"),
    ("调查", "diao cha"),
    ("调研", "diao yan"),
    ("阿穆尔", "a mu er"),
    ("单于", "chan yu"),
    ("藏族", "zang zu"),
];

/// The file with the readings of its Chinese; all else is kept to the byte.
///
/// # Errors
/// When the text is not a JSON object.
pub fn index(text: &str) -> Result<String, String> {
    let mut parser = Parser::new(text);
    if parser.peek() != Some(b'{') {
        return Err("not a JSON object".into());
    }
    // From the end of the field before to the end of the readings that are there already.
    let mut old = None;
    let mut end = parser.offset() + 1;
    let mut chinese = String::new();
    parser
        .each(&mut |step, parser| {
            let before = end;
            parser.peek();
            let start = parser.offset();
            parser.skip()?;
            end = parser.offset();
            if matches!(step, Step::Key(key) if key == FIELD) {
                old = Some(before..end);
            } else {
                chinese.push_str(text.get(start..end).unwrap_or_default());
                // Words do not go on from field to field.
                chinese.push(' ');
            }
            Ok(())
        })
        .map_err(|error| format!("{} at byte {}", error.detail, error.offset))?;
    let readings = readings(&chinese);
    let (kept, rest) = match old {
        Some(old) => (
            text.get(..old.start).unwrap_or_default(),
            text.get(old.end..).unwrap_or_default(),
        ),
        None => (
            text.get(..end).unwrap_or_default(),
            text.get(end..).unwrap_or_default(),
        ),
    };
    if readings.is_empty() {
        // No comma at the beginning.
        let first = kept.trim_end().ends_with('{');
        let behind = rest.trim_start().strip_prefix(',');
        let rest = behind.filter(|_| first).unwrap_or(rest);
        return Ok([kept, rest].concat());
    }
    let comma = if kept.trim_end().ends_with('{') {
        ""
    } else {
        ","
    };
    Ok([
        kept,
        comma,
        "\n  \"",
        FIELD,
        "\": ",
        &object(&readings),
        rest,
    ]
    .concat())
}

/// The readings that a text needs.
fn readings(text: &str) -> BTreeMap<String, String> {
    let mut readings = BTreeMap::new();
    for (word, reading) in WORDS {
        if text.contains(word) {
            readings.insert(word.to_owned(), reading.to_owned());
        }
    }
    for c in text.chars() {
        if let Some(reading) = c.to_pinyin() {
            let reading = || reading.plain().to_owned();
            readings.entry(c.to_string()).or_insert_with(reading);
        }
    }
    readings
}

/// As JSON, ten to a line.
fn object(readings: &BTreeMap<String, String>) -> String {
    let mut out = String::from("{");
    for (i, (word, reading)) in readings.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(if i % 10 == 0 { "\n    " } else { " " });
        out.push_str(&["\"", word, "\": \"", reading, "\""].concat());
    }
    out.push_str("\n  }");
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_kept_and_a_second_time_changes_nothing() {
        let text = "{\n  \"a\": \"俄铝\",\n  \"b\": [1.50, \"银行\"]\n}\n";
        let once = index(text).unwrap();
        assert!(
            once.starts_with("{\n  \"a\": \"俄铝\",\n  \"b\": [1.50, \"银行\"],\n  \"pinyin\": {")
        );
        assert!(once.contains("\"银行\": \"yin hang\"") && once.contains("\"铝\": \"lü\""));
        assert_eq!(index(&once).unwrap(), once);
        let value: serde_json::Value = serde_json::from_str(&once).unwrap();
        assert_eq!(value["pinyin"]["俄"], "e");
    }

    #[test]
    fn readings_are_renewed_wherever_they_stand() {
        for (text, wanted) in [
            ("{\"pinyin\": {\"x\": \"y\"}, \"a\": \"俄\"}", "俄"),
            (
                "{\"a\": \"俄\", \"pinyin\": {\"x\": \"y\"}, \"b\": 1}",
                "俄",
            ),
        ] {
            let value: serde_json::Value = serde_json::from_str(&index(text).unwrap()).unwrap();
            assert_eq!(value["a"], wanted);
            assert_eq!(value["pinyin"], serde_json::json!({ "俄": "e" }));
        }
        assert_eq!(index("{}").unwrap(), "{}");
        let first = "{\"pinyin\": {\"x\": \"y\"}, \"a\": 1}";
        assert_eq!(index(first).unwrap(), "{ \"a\": 1}");
        assert_eq!(
            index("{\"a\": 1, \"pinyin\": {\"x\": \"y\"}}").unwrap(),
            "{\"a\": 1}"
        );
        assert!(index("[]").is_err() && index("{\"a\"").is_err());
    }
}
