//! What was meant when the keyboard was switched to the other alphabet.

use super::fold::lower;

/// The keys of the Russian layout and what they type in the English one, with and without Shift.
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё";
const ENGLISH: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~";

/// A query as it would have been in the other layout: into Latin if it has Cyrillic letters,
/// else into Cyrillic.
pub(super) fn other_layout(query: &str) -> String {
    let is_cyrillic = query.chars().any(|c| ('\u{400}'..'\u{500}').contains(&c));
    let (from, to) = if is_cyrillic {
        (RUSSIAN, ENGLISH)
    } else {
        (ENGLISH, RUSSIAN)
    };
    query
        .chars()
        .map(|c| {
            let place = from.chars().position(|key| key == lower(c));
            let other = place.and_then(|place| to.chars().nth(place));
            // Russian letters where the other layout has punctuation are meant: сбер is not c,th.
            other.filter(|other| *other >= 'a').unwrap_or(c)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_and_punctuation_is_letters() {
        assert_eq!(other_layout("hjcnt["), "ростех");
        assert_eq!(other_layout("HJCNT{"), "ростех");
        assert_eq!(other_layout("кгыфд"), "rusal");
        assert_eq!(other_layout("КГЫФД"), "rusal");
        assert_eq!(other_layout("a1 俄"), "ф1 俄");
        assert_eq!(other_layout("сбер"), "cбth");
        assert_eq!(RUSSIAN.chars().count(), ENGLISH.chars().count());
    }
}
