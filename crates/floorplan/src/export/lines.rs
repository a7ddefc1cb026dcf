//! Content lines of calendars and contacts (RFC 5545 3.1, RFC 2426 2.6): folded and escaped alike.

/// Longer lines are folded.
const MAX_OCTETS: usize = 75;

/// Writes content lines.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Lines that are short and need nothing.
    pub(super) fn written(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    /// A line whose value is as it is to be written: no text of people's.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        // Control characters have no way to be written.
        let all = [name, ":", value].concat();
        for c in all.chars().filter(|c| !c.is_control()) {
            if octets + c.len_utf8() > MAX_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A line with a text as its value; none when the text is empty.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.line_unless_empty(name, &escaped(text));
    }

    /// A line, unless its value is empty.
    pub(super) fn line_unless_empty(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(name, value);
        }
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A text as a value, or as one part of one.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | ';' | ',' | '\n') {
            escaped.push('\\');
        }
        escaped.push(if c == '\n' { 'n' } else { c });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_escaped() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a, b; c\\d\r\ne:\u{7} \"f\"");
        lines.text("LOCATION", "");
        assert_eq!(lines.finish(), "SUMMARY:a\\, b\\; c\\\\d\\ne: \"f\"\r\n");
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_to_what_they_were(text in "\\PC{0,200}") {
            let mut lines = Lines::default();
            lines.line("X", &text);
            let written = lines.finish();
            let short = written.split("\r\n").all(|line| line.len() <= MAX_OCTETS);
            prop_assert!(short);
            let wanted = ["X:", &text, "\r\n"].concat();
            prop_assert_eq!(written.replace("\r\n ", ""), wanted);
        }
    }
}
