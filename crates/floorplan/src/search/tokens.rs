//! The words of a text: runs of letters and digits, Chinese apart from the rest.

use super::fold::is_word;

/// A word of a text, by its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Only a hyphen or the like stands before it, no blank.
    pub(super) is_joined: bool,
}

impl Token {
    /// The word as it stands in the text.
    pub(super) fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Whether a character is of Chinese or a script like it, which is written without blanks.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    // Outside a word, within one, within a Chinese one.
    let mut within = 0;
    for (at, c) in text.char_indices() {
        let now = match c {
            '\u{ad}' | '\u{200b}'..='\u{200d}' if within > 0 => within,
            c if !is_word(c) => 0,
            c => 1 + u8::from(is_han(c)),
        };
        let end = at + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if now > 0 && now == within => last.end = end,
            last if now > 0 => {
                let gap = last.map_or("", |last| text.get(last.end..at).unwrap_or_default());
                let mut gap = gap.chars();
                let is_joined = gap.next().is_some_and(|c| !c.is_whitespace() && c != ',')
                    && gap.next().is_none();
                tokens.push(Token {
                    start: at,
                    end,
                    is_joined,
                });
            }
            _ => {}
        }
        within = now;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|t| t.of(text)).collect()
    }

    #[test]
    fn words_are_letters_and_digits() {
        assert_eq!(words("ОК «РУСАЛ», A-12"), ["ОК", "РУСАЛ", "A", "12"]);
        assert!(words(" — «»").is_empty());
    }

    #[test]
    fn chinese_stands_apart() {
        assert_eq!(words("展位A1，俄铝"), ["展位", "A1", "俄铝"]);
    }

    #[test]
    fn a_hyphen_joins_and_a_blank_does_not() {
        let joined = |text| tokens(text).last().unwrap().is_joined;
        assert!(joined("Альфа-Банк"));
        assert!(!joined("Альфа Банк") && !joined("Альфа - Банк") && !joined("展位A"));
    }
}
