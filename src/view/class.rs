//! Class names.

/// Class names joined to what an attribute takes; empty ones are left out. In place of Yew's
/// `classes!`, whose set of names costs the bundle a kilobyte.
pub(crate) fn classes(names: &[&str]) -> String {
    let mut joined = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(name);
    }
    joined
}

/// The class that gives a palette colour, 0 to 8.
pub(crate) fn colour_class(colour: u8) -> &'static str {
    match colour {
        1 => "em-c1",
        2 => "em-c2",
        3 => "em-c3",
        4 => "em-c4",
        5 => "em-c5",
        6 => "em-c6",
        7 => "em-c7",
        8 => "em-c8",
        _ => "em-c0",
    }
}
