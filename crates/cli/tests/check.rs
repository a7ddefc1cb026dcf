//! The real binary on real files: what an organiser sees, and what a script gets.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // helpers of tests

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn expo_map(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_expo-map"))
        .args(args)
        .current_dir(root())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn json_report(file: &str) -> Value {
    serde_json::from_slice(&expo_map(&["check", "--json", file]).stdout).unwrap()
}

/// `(severity, code, path, line)` of each finding, in order.
fn rows(report: &Value) -> Vec<[String; 4]> {
    let findings = report["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|f| {
            let path = f["path"].as_str().unwrap();
            [
                f["severity"].as_str().unwrap().to_string(),
                f["code"].as_str().unwrap().to_string(),
                if path.is_empty() { "-" } else { path }.to_string(),
                f["line"].to_string(),
            ]
        })
        .collect()
}

#[test]
fn every_broken_file_is_reported_as_the_table_says() {
    let folder = root().join("tests/fixtures/broken");
    let table = std::fs::read_to_string(folder.join("expected.tsv")).unwrap();
    let mut expected: BTreeMap<String, Vec<[String; 4]>> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [file, severity, code, path, at] = cells[..] else {
            panic!("a line of expected.tsv has five cells: {line}");
        };
        let row = [severity, code, path, at].map(String::from);
        expected.entry(file.into()).or_default().push(row);
    }
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name == "expected.tsv" {
            continue;
        }
        files += 1;
        let report = json_report(&format!("tests/fixtures/broken/{name}"));
        let found = rows(&report);
        assert_eq!(Some(&found), expected.get(&name), "{name}");
        let errors = found.iter().filter(|row| row[0] == "error").count();
        assert_eq!(report["errors"], errors, "{name}");
    }
    assert_eq!(files, expected.len(), "files that the table names");
    assert!(files >= 20);
}

#[test]
fn a_good_file_passes_strictly() {
    let output = expo_map(&["check", "tests/fixtures/small.json", "--strict"]);
    assert_eq!(
        text(&output.stdout),
        "0 errors, 0 warnings\n4 stands, 4 participants, 2 sessions, 2 halls, 792 m²\n"
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_sample_passes_strictly() {
    let output = expo_map(&["check", "assets/expo-2024.json", "--strict"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}

#[test]
fn a_line_names_file_line_column_code_and_path() {
    let output = expo_map(&["check", "tests/fixtures/broken/stands-overlap.json"]);
    assert_eq!(
        text(&output.stdout).lines().next().unwrap(),
        "tests/fixtures/broken/stands-overlap.json:76:18: error[stands-overlap]: \
         Stands A1 and A3 overlap by 6.00 m² (stands[2].outline)"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn warnings_fail_only_when_strict() {
    let file = "tests/fixtures/broken/translation-missing.json";
    assert_eq!(expo_map(&["check", file]).status.code(), Some(0));
    assert_eq!(
        expo_map(&["check", file, "--strict"]).status.code(),
        Some(1)
    );
}

#[test]
fn the_width_of_aisles_is_the_organisers_choice() {
    let file = "tests/fixtures/broken/aisle-too-narrow.json";
    let narrow = ["check", file, "--strict", "--min-aisle", "1.2"];
    assert_eq!(expo_map(&narrow).status.code(), Some(0));
    assert_eq!(
        expo_map(&["check", file, "--min-aisle", "wide"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn languages_may_be_asked_for() {
    let output = expo_map(&["check", "tests/fixtures/small.json", "--lang", "en,fr"]);
    let text = text(&output.stdout);
    assert!(text.contains("no translation for fr"), "{text}");
    assert!(!text.contains("no translation for zh"), "{text}");
}

#[test]
fn an_unreadable_file_is_a_usage_error() {
    let output = expo_map(&["check", "no-such-file.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no-such-file.json"));
    assert_eq!(expo_map(&["chekc"]).status.code(), Some(2));
}

#[test]
fn the_file_may_come_from_a_pipe() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_expo-map"))
        .args(["check", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let small = std::fs::read(root().join("tests/fixtures/small.json")).unwrap();
    child.stdin.take().unwrap().write_all(&small).unwrap();
    let output = child.wait_with_output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["file"], "stdin");
    let plan = serde_json::json!({
        "stands": 4, "participants": 4, "sessions": 2, "halls": 2, "areaM2": 792.0
    });
    assert_eq!(report["plan"], plan);
    assert_eq!(report["findings"], serde_json::json!([]));
}

#[test]
fn text_in_another_encoding_is_explained() {
    let report = |bytes: &[u8]| {
        let outcome = expo_map_cli::check::check(bytes, &expo_map_cli::check::Options::default());
        expo_map_cli::report::human("f", &outcome, false)
    };
    let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [&[0xff, 0xfe], utf16.as_slice()].concat();
    assert!(report(&with_mark).contains("f:1:1: error[encoding]: the file is UTF-16"));
    assert!(report(b"{\n\"a\": \"\xcf\xeb\"}").contains("f:2:7: error[encoding]"));
}

#[test]
fn a_text_that_is_shortened_is_warned_of() {
    let small = std::fs::read_to_string(root().join("tests/fixtures/small.json")).unwrap();
    let mut file: Value = serde_json::from_str(&small).unwrap();
    let mut codes = |name: usize, description: usize| {
        file["stands"][0]["name"] = "ж".repeat(name).into();
        file["stands"][0]["description"] = serde_json::json!({ "ru": "展".repeat(description) });
        let options = expo_map_cli::check::Options::default();
        let outcome = expo_map_cli::check::check(file.to_string().as_bytes(), &options);
        let long = outcome.findings.into_iter();
        let long = long.filter(|f| f.code.code() == "long-text");
        long.map(|f| (f.path, f.message)).collect::<Vec<_>>()
    };
    assert_eq!(codes(200, 10_000), []);
    let found = codes(201, 10_001);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0].0, "stands[0].description");
    assert!(
        found[0]
            .1
            .contains("10001 characters; visitors see only the first 10000")
    );
    assert_eq!(found[1].0, "stands[0].name");
}

#[test]
fn the_documentation_is_true() {
    let doc = std::fs::read_to_string(root().join("docs/format.md")).unwrap();
    for code in expo_map_cli::finding::Code::OWN {
        let code = format!("`{}`", code.code());
        assert!(
            doc.contains(&code),
            "docs/format.md does not explain {code}"
        );
    }
    // The smallest file that works.
    let example = doc.split("```json\n").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    let options = expo_map_cli::check::Options::default();
    let outcome = expo_map_cli::check::check(example.as_bytes(), &options);
    assert_eq!(outcome.errors(), 0, "{:?}", outcome.findings);
    // Every field of the format is in a table or an example.
    let schema: Value = serde_json::from_slice(&expo_map(&["schema"]).stdout).unwrap();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let fields = definition["properties"].as_object();
        for field in fields.into_iter().flatten().map(|(field, _)| field) {
            assert!(doc.contains(&format!("`{field}`")), "{field} of {name}");
        }
        for word in definition["oneOf"].as_array().into_iter().flatten() {
            let word = word["const"].as_str().unwrap();
            assert!(doc.contains(&format!("`{word}`")), "{word} of {name}");
        }
    }
}

#[test]
fn the_schema_in_the_repository_is_the_one_of_the_types() {
    let path = root().join("assets/expo-map.schema.json");
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    let output = expo_map(&["schema"]);
    assert!(
        stored == text(&output.stdout),
        "assets/expo-map.schema.json is stale; renew it with\n\
         cargo run -p expo-map-cli -- schema > assets/expo-map.schema.json"
    );
}
