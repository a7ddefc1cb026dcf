//! Names of places in the text, for links to them.

use floorplan::plan::Plan;

/// The name of a thing that the file has an id for. It begins with words of ours and the event's
/// id, so that it is nobody else's on a host's page; and needs no escaping in an address.
pub(super) fn place(plan: &Plan, kind: &str, id: &str) -> String {
    let mut name = String::from("expo-map-");
    push(&mut name, &plan.event.id);
    name.push('-');
    name.push_str(kind);
    if !id.is_empty() {
        name.push('-');
        push(&mut name, id);
    }
    name
}

/// A link to it.
pub(super) fn link(plan: &Plan, kind: &str, id: &str) -> String {
    format!("#{}", place(plan, kind, id))
}

/// Letters, digits and hyphens as they are, other bytes as a dot and two digits.
fn push(name: &mut String, id: &str) {
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            name.push(char::from(byte));
        } else {
            name.push('.');
            for half in [byte >> 4, byte & 15] {
                name.extend(char::from_digit(half.into(), 16));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_any_kind_become_names_that_stay_apart() {
        let name = |id| {
            let mut name = String::new();
            push(&mut name, id);
            name
        };
        assert_eq!(name("a-1_B"), "a-1_B");
        assert_eq!(name("a b.c"), "a.20b.2ec");
        assert_eq!(name("ж\""), ".d0.b6.22");
    }
}
