//! `expo-map export`: the real binary, its files and its exit codes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use icalendar::{Calendar, Component};

const PLAN: &str = "tests/fixtures/export/plan.json";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn export(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_expo-map"))
        .arg("export")
        .args(args)
        .current_dir(root())
        // 2025-03-01T12:00:00Z, as in the files that it is compared with.
        .env("SOURCE_DATE_EPOCH", "1740830400")
        .output()
        .unwrap()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

fn printed(args: &[&str]) -> String {
    let output = export(args);
    assert_eq!(output.status.code(), Some(0), "{}", text(output.stderr));
    text(output.stdout)
}

#[test]
fn prints_every_format_in_every_language() {
    for (format, begins) in [
        ("ics", "BEGIN:VCALENDAR\r\n"),
        ("csv", "\u{feff}"),
        ("programme-csv", "\u{feff}"),
        ("vcard", "BEGIN:VCARD\r\n"),
        ("geojson", "{\"type\":\"FeatureCollection\""),
    ] {
        let mut texts = Vec::new();
        for lang in ["ru", "zh", "en"] {
            let text = printed(&[PLAN, "--format", format, "--lang", lang]);
            assert!(text.starts_with(begins), "{format}: {text}");
            assert!(!texts.contains(&text), "{format} in {lang}");
            texts.push(text);
        }
        // The file's first language is English.
        assert_eq!(printed(&[PLAN, "--format", format]), texts[2]);
    }
}

#[test]
fn prints_what_the_core_makes() {
    let folder = root().join("tests/fixtures/export");
    let marks = "1.wa1._.va3.va2.Bgears.Bopening.Bsome-day";
    let page = "https://expo.example/plan?a=1,2";
    let ics = printed(&[
        PLAN, "--format", "ics", "--lang", "ru", "--marks", marks, "--page", page,
    ]);
    let wanted = std::fs::read_to_string(folder.join("programme.ru.ics")).unwrap();
    // The note on a session is not in a link here.
    assert_eq!(
        ics.replace("\r\n ", ""),
        wanted.replace("\r\n ", "").replace("\\n-1", "")
    );
}

#[test]
fn the_zone_of_the_event_counts_unless_an_offset_is_given() {
    let starts = |args: &[&str]| {
        let calendar: Calendar = printed(&[&[PLAN, "--format", "ics"], args].concat())
            .parse()
            .unwrap();
        let starts = calendar.components.iter().filter_map(|component| {
            let event = component.as_event()?;
            event.property_value("DTSTART").map(str::to_owned)
        });
        starts.collect::<Vec<_>>()
    };
    assert_eq!(starts(&[])[1], "20250329T223000Z");
    assert_eq!(starts(&["--offset", "+08:00"])[1], "20250329T153000Z");
    assert_eq!(starts(&["--offset", "-0330"])[1], "20250330T030000Z");
    assert_eq!(starts(&["--offset", "Z"])[1], "20250329T233000Z");
}

#[test]
fn a_zone_that_nobody_knows_gives_the_times_of_the_place_and_says_so() {
    let file = std::env::temp_dir().join(format!("expo-map-zone-{}.json", std::process::id()));
    let json = std::fs::read_to_string(root().join(PLAN)).unwrap();
    std::fs::write(&file, json.replace("Europe/Berlin", "Europe/Atlantis")).unwrap();
    let output = export(&[file.to_str().unwrap(), "--format", "ics"]);
    std::fs::remove_file(&file).unwrap();
    assert!(text(output.stdout).contains("\r\nDTSTART:20250329T233000\r\n"));
    assert!(text(output.stderr).contains("Europe/Atlantis"));
}

#[test]
fn what_is_left_out_is_said() {
    let errors = |args: &[&str]| text(export(args).stderr);
    let said = errors(&["assets/expo-2024.json", "--format", "ics"]);
    assert_eq!(
        said,
        "expo-map: sessions without a published day left out: 15\n"
    );
    let said = errors(&[PLAN, "--format", "vcard"]);
    assert_eq!(
        said,
        "expo-map: participants without contacts left out: 1\n"
    );
    let said = errors(&[PLAN, "--format", "csv", "--marks", "1.ba1.bz9.q"]);
    assert_eq!(
        said,
        "expo-map: 2 marks of the link are on nothing in this file\n"
    );
    assert_eq!(errors(&[PLAN, "--format", "csv"]), "");
}

#[test]
fn exit_codes_tell_a_bad_file_from_wrong_usage() {
    let code = |args: &[&str]| export(args).status.code();
    assert_eq!(
        code(&["tests/fixtures/broken/web-page.json", "--format", "csv"]),
        Some(1)
    );
    assert_eq!(
        code(&[PLAN, "--format", "csv", "--page", "javascript:alert(1)"]),
        Some(1)
    );
    assert_eq!(code(&["no-such-file.json", "--format", "csv"]), Some(2));
    assert_eq!(code(&[PLAN]), Some(2));
    assert_eq!(code(&[PLAN, "--format", "xlsx"]), Some(2));
    assert_eq!(code(&[PLAN, "--format", "csv", "--lang", "de"]), Some(2));
    for offset in [
        "8",
        "+8",
        "+25:00",
        "+08:60",
        "08:00",
        "+0\u{663}:00",
        "+ж800",
    ] {
        assert_eq!(
            code(&[PLAN, "--format", "ics", "--offset", offset]),
            Some(2),
            "{offset}"
        );
    }
}
