//! JSON (RFC 8259), walked from front to back.

use std::borrow::Cow;

use super::digits::Digits;

/// Containers nested deeper than this are an error: the format needs 8, and the stack is finite.
const MAX_DEPTH: u32 = 128;

/// Any JSON value; strings borrow from the text where they have no escapes.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; infinite when it is too large for an `f64`.
    Number(f64),
    /// A string.
    Text(Cow<'a, str>),
    /// An array of just two numbers. Most arrays of a plan are points, and this needs no memory of
    /// its own.
    Pair([f64; 2]),
    /// Any other array.
    List(Vec<Value<'a>>),
    /// An object, in file order.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// The value of a key; of several with the same key, the last, as JavaScript has it.
    pub(super) fn get(&self, key: &str) -> Option<&Value<'a>> {
        match self {
            Self::Object(fields) => fields.iter().rev().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }
}

/// From a container to one of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// The value of a key.
    Key(Cow<'a, str>),
    /// An entry of a list.
    Index(usize),
}

impl Step<'_> {
    /// Goes this step from where `path` leads.
    pub fn append(&self, path: &mut String) {
        match self {
            Self::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Self::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
    }
}

/// Why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The byte at which the text stops being JSON.
    pub offset: usize,
    /// The value in which it does, such as `stands[3].outline`.
    pub path: String,
    /// What is wrong (English).
    pub detail: &'static str,
}

impl SyntaxError {
    fn within(mut self, step: &Step<'_>) -> Self {
        let mut path = String::new();
        step.append(&mut path);
        if !self.path.is_empty() && !self.path.starts_with('[') {
            path.push('.');
        }
        path.push_str(&self.path);
        self.path = path;
        self
    }
}

type Parsed<T> = Result<T, SyntaxError>;

/// Walks JSON text.
#[derive(Clone, Debug)]
pub struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

impl<'a> Parser<'a> {
    /// Begins before the first value; a byte-order mark is passed over.
    pub fn new(text: &'a str) -> Self {
        let at = text.len() - text.trim_start_matches('\u{feff}').len();
        Self { text, at, depth: 0 }
    }

    /// The byte at which the walk is.
    pub fn offset(&self) -> usize {
        self.at
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over white space; the byte behind it.
    pub fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    fn error<T>(&self, detail: &'static str) -> Parsed<T> {
        Err(SyntaxError {
            offset: self.at,
            path: String::new(),
            detail,
        })
    }

    /// Makes sure that nothing follows.
    ///
    /// # Errors
    /// When there is more than white space.
    pub fn end(&mut self) -> Parsed<()> {
        match self.peek() {
            None => Ok(()),
            Some(_) => self.error("expected the end of the file"),
        }
    }

    /// Passes the next value, whatever it is, and returns it.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn value(&mut self) -> Parsed<Value<'a>> {
        match self.peek() {
            Some(b'{') => {
                let mut fields = Vec::new();
                self.each(&mut |step, parser| {
                    let value = parser.value()?;
                    if let Step::Key(key) = step {
                        if fields.is_empty() {
                            fields.reserve(8);
                        }
                        fields.push((key.clone(), value));
                    }
                    Ok(())
                })?;
                Ok(Value::Object(fields))
            }
            Some(b'[') => {
                let start = self.at;
                if let Some(pair) = self.pair() {
                    return Ok(Value::Pair(pair));
                }
                self.at = start;
                let mut list = Vec::new();
                self.each(&mut |_, parser| {
                    list.push(parser.value()?);
                    Ok(())
                })?;
                Ok(Value::List(list))
            }
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => Ok(Value::Number(self.number()?)),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => self.error("expected a value"),
        }
    }

    /// Passes an array if it is one of two numbers. Otherwise the walk is somewhere in it.
    fn pair(&mut self) -> Option<[f64; 2]> {
        let mut pair = [0.0; 2];
        for (number, end) in pair.iter_mut().zip(*b",]") {
            self.at += 1;
            if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
                return None;
            }
            *number = self.number().ok()?;
            if self.peek() != Some(end) {
                return None;
            }
        }
        self.at += 1;
        Some(pair)
    }

    /// So many values the list here has, if the text is JSON: counted by commas. A list that grows
    /// as it is read would leave holes of nearly its size in memory. At most one for every 32 bytes,
    /// which few entries are shorter than, lest commas alone fill the memory.
    pub fn count(&self) -> usize {
        let (mut depth, mut count, mut is_text, mut is_escaped) = (0, 1, false, false);
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        for byte in rest {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' if is_text => is_escaped = true,
                b'"' => is_text = !is_text,
                _ if is_text => {}
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth -= 1,
                b',' if depth == 1 => count += 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        count.min(rest.len() / 32)
    }

    /// Passes the next value.
    ///
    /// # Errors
    /// When it is not JSON.
    pub fn skip(&mut self) -> Parsed<()> {
        match self.peek() {
            Some(b'{' | b'[') => self.each(&mut |_, parser| parser.skip()),
            _ => self.value().map(drop),
        }
    }

    /// Hands every value of the next list or object on, with the step that leads to it; `take`
    /// must pass the value. Not generic: one loop in the binary.
    ///
    /// # Errors
    /// When there is neither a list nor an object, when it is not JSON, or when `take` fails.
    pub fn each(&mut self, take: &mut dyn FnMut(&Step<'a>, &mut Self) -> Parsed<()>) -> Parsed<()> {
        let (is_object, close) = match self.peek() {
            Some(b'{') => (true, b'}'),
            Some(b'[') => (false, b']'),
            _ => return self.error("expected a list or an object"),
        };
        if self.depth == MAX_DEPTH {
            return self.error("nested too deeply");
        }
        self.at += 1;
        self.depth += 1;
        if self.peek() != Some(close) {
            let mut index = 0;
            loop {
                let step = if is_object {
                    Step::Key(self.key()?)
                } else {
                    Step::Index(index)
                };
                take(&step, self).map_err(|error| error.within(&step))?;
                match self.peek() {
                    Some(b',') => self.at += 1,
                    Some(byte) if byte == close => break,
                    _ => {
                        let wanted = if is_object {
                            "expected `,` or `}`"
                        } else {
                            "expected `,` or `]`"
                        };
                        return self.error(wanted).map_err(|error| error.within(&step));
                    }
                }
                index += 1;
            }
        }
        self.at += 1;
        self.depth -= 1;
        Ok(())
    }

    fn key(&mut self) -> Parsed<Cow<'a, str>> {
        if self.peek() != Some(b'"') {
            return self.error("expected a name in double quotes");
        }
        let key = self.string()?;
        if self.peek() != Some(b':') {
            return self.error("expected `:`");
        }
        self.at += 1;
        Ok(key)
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Parsed<Value<'a>> {
        for wanted in word.bytes() {
            if self.byte() != Some(wanted) {
                return self.error("expected a value");
            }
            self.at += 1;
        }
        Ok(value)
    }

    fn string(&mut self) -> Parsed<Cow<'a, str>> {
        self.at += 1;
        let mut start = self.at;
        let mut owned = String::new();
        loop {
            match self.byte() {
                None => return self.error("the string has no end"),
                Some(0..0x20) => return self.error("a line break or tab in a string"),
                Some(byte @ (b'"' | b'\\')) => {
                    let part = self.text.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    if byte == b'"' && owned.is_empty() {
                        return Ok(Cow::Borrowed(part));
                    }
                    owned.push_str(part);
                    if byte == b'"' {
                        return Ok(Cow::Owned(owned));
                    }
                    owned.push(self.escape()?);
                    start = self.at;
                }
                Some(_) => self.at += 1,
            }
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self) -> Parsed<char> {
        let c = match self.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.code_point();
            }
            _ => return self.error("unknown escape"),
        };
        self.at += 1;
        Ok(c)
    }

    /// Four hexadecimal digits, or twice four of a surrogate pair. Half a pair becomes U+FFFD.
    fn code_point(&mut self) -> Parsed<char> {
        let mut code = self.hex()?;
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if (0xd800..0xdc00).contains(&code) && rest.starts_with(b"\\u") {
            let before = self.at;
            self.at += 2;
            let low = self.hex()?;
            if (0xdc00..0xe000).contains(&low) {
                code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            } else {
                self.at = before;
            }
        }
        Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hex(&mut self) -> Parsed<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|b| char::from(b).to_digit(16));
            let Some(digit) = digit else {
                return self.error("expected four hexadecimal digits");
            };
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }

    /// Exact for up to 15 significant digits with an exponent of up to 22, which is all that a
    /// plan can need; otherwise good to a few units in the last place.
    fn number(&mut self) -> Parsed<f64> {
        let is_negative = self.byte() == Some(b'-');
        self.at += usize::from(is_negative);
        let mut digits = Digits::default();
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits(&mut |digit| digits.whole(digit))?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits(&mut |digit| digits.fraction(digit))?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            let sign = self.byte().filter(|b| matches!(b, b'+' | b'-'));
            self.at += usize::from(sign.is_some());
            let mut exponent = 0_i32;
            self.digits(&mut |digit| {
                exponent = exponent.saturating_mul(10).saturating_add(i32::from(digit));
            })?;
            digits.shift(if sign == Some(b'-') {
                -exponent
            } else {
                exponent
            });
        }
        let value = digits.value();
        Ok(if is_negative { -value } else { value })
    }

    /// One digit or more.
    fn digits(&mut self, take: &mut dyn FnMut(u8)) -> Parsed<()> {
        let start = self.at;
        while let Some(byte @ b'0'..=b'9') = self.byte() {
            take(byte - b'0');
            self.at += 1;
        }
        if self.at == start {
            return self.error("expected a digit");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str) -> Parsed<Value<'_>> {
        let mut parser = Parser::new(text);
        let value = parser.value()?;
        parser.end()?;
        Ok(value)
    }

    fn same(ours: &Value<'_>, theirs: &serde_json::Value) -> bool {
        match (ours, theirs) {
            (Value::Null, serde_json::Value::Null) => true,
            (Value::Bool(a), serde_json::Value::Bool(b)) => a == b,
            (Value::Text(a), serde_json::Value::String(b)) => a == b,
            (Value::Number(a), serde_json::Value::Number(b)) => {
                let b = b.as_f64().unwrap();
                // The smallest numbers have fewer digits.
                (a - b).abs() <= b.abs() * 4.0 * f64::EPSILON + f64::MIN_POSITIVE
            }
            (Value::Pair(a), theirs) => same(&Value::List(a.map(Value::Number).into()), theirs),
            (Value::List(a), serde_json::Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            }
            (Value::Object(_), serde_json::Value::Object(b)) => b
                .iter()
                .all(|(key, value)| ours.get(key).is_some_and(|ours| same(ours, value))),
            _ => false,
        }
    }

    /// Everything that another well-known parser takes, taken alike; what it refuses, refused.
    fn agrees(text: &str) {
        match (parse(text), serde_json::from_str::<serde_json::Value>(text)) {
            (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}: {ours:?}"),
            (Err(_), Err(_)) => {}
            (ours, theirs) => {
                // Half a surrogate pair and a number too large cost only themselves here.
                let reason = theirs.as_ref().map_err(ToString::to_string);
                let is_known = reason.as_ref().is_err_and(|reason| {
                    ours.is_ok()
                        && ["surrogate", "hex escape", "out of range"]
                            .iter()
                            .any(|known| reason.contains(known))
                });
                assert!(is_known, "{text}: {ours:?} but {reason:?}");
            }
        }
    }

    #[test]
    fn the_entries_of_a_list_are_counted_by_commas() {
        let count = |text: &str| {
            let long = [text, &" ".repeat(1000)].concat();
            Parser::new(&long).count()
        };
        assert_eq!(count(r#"["a,b\",", [1, 2], {"x": [3, 4]}, 5], 6"#), 4);
        assert_eq!(count("[1]"), 1);
        assert_eq!(
            Parser::new("[,,,,,,,,,,").count(),
            0,
            "commas are no entries"
        );
    }

    #[test]
    fn takes_and_refuses_what_others_do() {
        for text in [
            "",
            " ",
            "null",
            " true ",
            "false",
            "nul",
            "truex",
            "0",
            "-0",
            "01",
            "-",
            "+1",
            "1.",
            ".5",
            "1.5",
            "1e3",
            "1E-3",
            "1e",
            "1e+",
            "-1.25e+2",
            "12345678901234567890123",
            "0.000000000000000000000000123",
            "1e400",
            "1e-400",
            "[]",
            "[ ]",
            "[1,2]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[",
            "]",
            "[1",
            "{}",
            "{\"a\":1}",
            "{\"a\":1,}",
            "{\"a\"}",
            "{a:1}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":{\"b\":[null]}}",
            "\"a\"",
            "\"\\u0041\\n\\\"\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\ud83d\\u0041\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"a",
            "\"a\nb\"",
            "\"щ展\"",
            "1 2",
            "\"\" \"\"",
            "{\"a\":1,\"a\":2}",
        ] {
            agrees(text);
        }
    }

    #[test]
    fn decimals_are_exact() {
        for text in [
            "0.1",
            "62.35",
            "-8.05",
            "3500",
            "123456.789",
            "1e22",
            "4.35e-5",
        ] {
            assert_eq!(parse(text), Ok(Value::Number(text.parse().unwrap())));
        }
    }

    #[test]
    fn an_error_has_its_place() {
        let at = |text: &str| {
            let error = parse(text).unwrap_err();
            (error.offset, error.path, error.detail)
        };
        assert_eq!(
            at("{\"a\": [1, {\"b\": tru}]}"),
            (19, "a[1].b".to_owned(), "expected a value")
        );
        assert_eq!(
            at("{\"a\": 1 \"b\": 2}"),
            (8, "a".to_owned(), "expected `,` or `}`")
        );
        assert_eq!(at("[1,2,]"), (5, "[2]".to_owned(), "expected a value"));
        assert_eq!(at("[1] x").0, 4);
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_crash() {
        let text = "[".repeat(100_000);
        assert_eq!(parse(&text).unwrap_err().detail, "nested too deeply");
    }

    fn json() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            Just("null".to_owned()),
            any::<bool>().prop_map(|b| b.to_string()),
            any::<f64>().prop_map(|n| serde_json::json!(n).to_string()),
            any::<i64>().prop_map(|n| n.to_string()),
            ".*".prop_map(|s| serde_json::json!(s).to_string()),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5)
                    .prop_map(|list| format!("[{}]", list.join(", "))),
                prop::collection::vec(("[a-c]{1,2}", inner), 0..5).prop_map(|fields| {
                    let fields: Vec<_> = fields
                        .iter()
                        .map(|(key, value)| format!("\"{key}\" : {value}"))
                        .collect();
                    format!("{{{}}}", fields.join(","))
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(text in json()) {
            agrees(&text);
        }

        #[test]
        fn agrees_on_broken_text(text in json(), at in any::<prop::sample::Index>(), put in "[\\[\\]{}:,\"\\\\ 0e.tn-]{0,2}") {
            let mut at = at.index(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            agrees(&[&text[..at], put.as_str(), text[at..].get(1..).unwrap_or_default()].concat());
        }
    }
}
