//! Invented exhibitions: the same for the same arguments, and nothing to correct in them.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;
use std::process::{Command, Stdio};

use expo_map_cli::check::{self, check};
use expo_map_cli::generate::{Options, generate};

fn made(stands: usize, halls: usize, seed: u64) -> String {
    generate(Options {
        stands,
        halls,
        seed,
    })
}

#[test]
fn there_are_as_many_stands_and_halls_as_asked_for_and_nothing_to_correct() {
    let options = check::Options {
        min_aisle_m: 3.0,
        languages: Vec::new(),
    };
    for (stands, halls) in [(1, 1), (36, 1), (250, 3), (1_000, 1)] {
        let text = made(stands, halls, 7);
        let loaded = floorplan::plan::load(&text).unwrap();
        assert_eq!(loaded.warnings, []);
        assert_eq!(loaded.plan.stands.len(), stands);
        assert_eq!(loaded.plan.halls.len(), halls);
        let outcome = check(text.as_bytes(), &options);
        assert_eq!(outcome.errors(), 0, "{stands} stands in {halls} halls");
    }
}

#[test]
fn the_seed_decides() {
    assert_eq!(made(120, 2, 5), made(120, 2, 5));
    assert_ne!(made(120, 2, 5), made(120, 2, 6));
}

#[test]
fn some_stands_have_a_corner_cut_out() {
    let plan = floorplan::plan::load(&made(300, 1, 1)).unwrap().plan;
    let cut = plan.stands.iter().filter(|s| s.outline.points().len() == 6);
    let count = cut.count();
    assert!((10..90).contains(&count), "{count}");
}

#[test]
fn the_command_prints_it() {
    let run = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_expo-map"))
            .args(args)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
            .stdin(Stdio::null())
            .output()
            .unwrap()
    };
    let output = run(&["generate", "--stands", "20", "--halls", "2", "--seed", "9"]);
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), made(20, 2, 9));
    assert_eq!(run(&["generate", "--stands", "0"]).status.code(), Some(2));
}
