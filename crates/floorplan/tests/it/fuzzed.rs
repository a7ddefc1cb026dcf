//! What the fuzz targets found, and the files they begin with: none of it is too much any more.

use std::fs;
use std::path::Path;

#[path = "../../../../fuzz/src/visit.rs"]
#[expect(clippy::expect_used, reason = "the file of the fixtures is good")]
mod visit;

/// The files of a folder of the fixtures whose names begin so.
fn fixtures(folder: &str, beginning: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures")
        .join(folder);
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let wanted = files.filter(|file| {
        let name = file.file_name().unwrap().to_str().unwrap();
        name.starts_with(beginning)
    });
    wanted.map(|file| fs::read(file).unwrap()).collect()
}

#[test]
fn files_are_visited_to_the_end() {
    let mut files = fixtures("fuzz", "format-");
    files.extend(fixtures("broken", ""));
    files.extend(fixtures("export", "plan"));
    assert!(files.len() > 40);
    for file in files {
        visit::file(&file);
    }
}

#[test]
fn texts_of_any_kind_are_taken() {
    let texts = fixtures("fuzz", "messages-");
    assert!(!texts.is_empty());
    for text in texts {
        visit::texts(&text);
    }
}
