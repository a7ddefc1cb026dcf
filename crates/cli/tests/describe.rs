//! What a screen reader tells, printed by the real binary.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;
use std::process::{Command, Output};

fn describe(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_expo-map"))
        .arg("describe")
        .args(args)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
        .unwrap()
}

fn printed(args: &[&str]) -> String {
    let output = describe(args);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

const FILE: &str = "assets/expo-2024.json";

#[test]
fn the_floor_is_told_in_the_language_of_the_file_or_in_another() {
    let ru = printed(&[FILE]);
    assert!(
        ru.starts_with("Российская экспозиция: 72 × 52,5\u{a0}м, 36 стендов.\n"),
        "{ru}"
    );
    let zh = printed(&[FILE, "--lang", "zh-Hans"]);
    assert!(
        zh.starts_with("俄罗斯展区：72×52.5米，36个展位。\n"),
        "{zh}"
    );
    assert_eq!(ru.lines().count(), zh.lines().count());
}

#[test]
fn a_stand_is_found_by_id_and_by_number() {
    let by_id = printed(&[FILE, "a2", "--lang", "en"]);
    assert!(
        by_id.starts_with("Stand A2, Rostec. Industry.\n"),
        "{by_id}"
    );
    assert_eq!(by_id, printed(&[FILE, "A2", "--lang", "en"]));
}

#[test]
fn a_step_is_one_line() {
    let told = printed(&[FILE, "A1", "--from", "E14", "--lang", "ru"]);
    assert_eq!(
        told,
        "Стенд A1, Росатом. Промышленность. 6\u{a0}м правее, через проход.\n"
    );
}

#[test]
fn what_cannot_be_told_is_an_error_in_words() {
    for (args, reason) in [
        (&[FILE, "Z99"][..], "there is no stand Z99"),
        (&["no-such-file.json"], "cannot read no-such-file.json"),
        (&["README.md"], "syntax"),
        (&[FILE, "--lang", "de"], "must be ru, en or zh"),
        (&[FILE, "--from", "A1"], "<STAND>"),
    ] {
        let output = describe(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty());
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(reason), "{told}");
    }
}
