//! Elements and texts: well-formed XML that a reader of HTML understands the same way.

/// Attributes of an element, names and values.
pub(super) type Attributes<'a> = [(&'a str, &'a str)];

/// Writes elements. What comes from the data is escaped; names of elements and attributes never
/// come from there.
#[derive(Debug, Default)]
pub(super) struct Markup {
    text: String,
    open: Vec<&'static str>,
}

impl Markup {
    /// Begins an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// An element of SVG without content; HTML's own elements have no such form.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with words.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &Attributes<'_>, words: &str) {
        self.open(name, attributes);
        self.words(words);
        self.close();
    }

    /// Words.
    pub(super) fn words(&mut self, words: &str) {
        escape(words, &mut self.text);
    }

    /// Markup that is complete in itself, or what is no markup: the content of a style or script.
    pub(super) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// A new line, where blanks mean nothing.
    pub(super) fn line(&mut self) {
        self.text.push('\n');
    }

    /// What was written; what is still open is closed.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            escape(value, &mut self.text);
            self.text.push('"');
        }
    }
}

fn escape(words: &str, to: &mut String) {
    for c in words.chars().filter(|c| is_shown(*c)) {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\'' => to.push_str("&#39;"),
            c => to.push(c),
        }
    }
}

/// Neither a character that XML cannot hold nor one that turns around what follows it.
fn is_shown(c: char) -> bool {
    let is_blank = matches!(c, '\n' | '\t');
    let is_turning = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_blank || !(c.is_control() || is_turning || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_are_escaped() {
        let mut out = Markup::default();
        out.open("p", &[("title", "\"><script>")]);
        out.words("a < b && 'c' > d");
        out.empty("path", &[("d", "M0 0")]);
        assert_eq!(
            out.finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp;&amp; &#39;c&#39; &gt; d<path d=\"M0 0\"/></p>"
        );
    }

    #[test]
    fn what_turns_text_around_or_has_no_place_in_xml_is_left_out() {
        let mut out = Markup::default();
        out.words("a\u{202e}b\u{0}c\u{2066}d\u{ffff}e\u{1b}\u{9f}\tf\n\u{200f}");
        assert_eq!(out.finish(), "abcde\tf\n\u{200f}");
    }
}
