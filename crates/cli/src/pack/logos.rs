//! Logos of participants: a picture beside the file goes into it; one elsewhere would be a request.

use std::io;
use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use floorplan::format::json::{Parser, Step, SyntaxError, Value};
use floorplan::plan::SafeUrl;

/// A larger picture is no logo.
const MAX_BYTES: usize = 512 * 1024;

/// Reads a file beside the exhibition's.
pub type ReadFile<'a> = dyn Fn(&str) -> io::Result<Vec<u8>> + 'a;

/// The exhibition with its logos inside, and how many were left out; all else is kept to the byte.
///
/// # Errors
/// When the text is not JSON.
pub(super) fn inlined(text: &str, read: &ReadFile<'_>) -> Result<(String, usize), String> {
    let logos = find(text).map_err(|error| format!("{} at byte {}", error.detail, error.offset))?;
    let mut out = String::with_capacity(text.len());
    let (mut from, mut left_out) = (0, 0);
    for (span, address) in logos {
        let Some(url) = SafeUrl::image(&address) else {
            // The widget warns of it and shows nothing.
            continue;
        };
        if starts_with(url.as_str(), "data:") {
            continue;
        }
        let picture = beside(url.as_str()).and_then(|name| picture(&read(name).ok()?));
        out.push_str(text.get(from..span.start).unwrap_or_default());
        match picture {
            Some(picture) => {
                out.push('"');
                out.push_str(&picture);
                out.push('"');
            }
            None => {
                left_out += 1;
                out.push_str("null");
            }
        }
        from = span.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Ok((out, left_out))
}

/// Where the logos are, and their addresses.
fn find(text: &str) -> Result<Vec<(Range<usize>, String)>, SyntaxError> {
    let mut found = Vec::new();
    let mut parser = Parser::new(text);
    if parser.peek() != Some(b'{') {
        return Ok(found);
    }
    parser.each(&mut |step, parser| {
        let is_list = parser.peek() == Some(b'[');
        if !(is_list && *step == Step::Key("participants".into())) {
            return parser.skip();
        }
        parser.each(&mut |_, parser| {
            if parser.peek() != Some(b'{') {
                return parser.skip();
            }
            parser.each(&mut |step, parser| {
                parser.peek();
                let start = parser.offset();
                if *step != Step::Key("logo".into()) {
                    return parser.skip();
                }
                if let Value::Text(address) = parser.value()? {
                    found.push((start..parser.offset(), address.into_owned()));
                }
                Ok(())
            })
        })
    })?;
    Ok(found)
}

/// The name of a file in the exhibition's folder or below; nothing that leads elsewhere.
fn beside(url: &str) -> Option<&str> {
    let path = url.split(['?', '#']).next()?;
    let leads_out =
        path.contains(':') || path.split('/').any(|part| part.is_empty() || part == "..");
    (!leads_out).then_some(path)
}

/// The picture as an address; nothing where it is no picture that browsers show, whatever its name says.
fn picture(bytes: &[u8]) -> Option<String> {
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "png",
        [0xff, 0xd8, 0xff, ..] => "jpeg",
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => "webp",
        [
            _,
            _,
            _,
            _,
            b'f',
            b't',
            b'y',
            b'p',
            b'a',
            b'v',
            b'i',
            b'f',
            ..,
        ] => "avif",
        _ => return None,
    };
    (bytes.len() <= MAX_BYTES)
        .then(|| format!("data:image/{kind};base64,{}", STANDARD.encode(bytes)))
}

fn starts_with(text: &str, scheme: &str) -> bool {
    text.get(..scheme.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

    fn read(name: &str) -> io::Result<Vec<u8>> {
        match name {
            "logos/a.png" => Ok(PNG.to_vec()),
            "large.png" => Ok([PNG, &vec![0; MAX_BYTES]].concat()),
            "page.png" => Ok(b"<svg onload=alert(1)>".to_vec()),
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn logo(address: &str) -> (String, usize) {
        let address = serde_json::to_string(address).unwrap();
        let text =
            format!(r#"{{"logo": "x", "participants" : [1, {{"logo":{address} , "b":[]}}]}}"#);
        let (text, left_out) = inlined(&text, &read).unwrap();
        let before = r#"{"logo": "x", "participants" : [1, {"logo":"#;
        let logo = text.strip_prefix(before).unwrap();
        let logo = logo.strip_suffix(r#" , "b":[]}]}"#).unwrap();
        (logo.to_owned(), left_out)
    }

    #[test]
    fn a_picture_beside_the_file_goes_into_it() {
        let (url, left_out) = logo("logos/a.png?v=2");
        assert_eq!(url, r#""data:image/png;base64,iVBORw0KGgo=""#);
        assert_eq!(left_out, 0);
    }

    #[test]
    fn what_would_be_a_request_or_is_no_picture_is_left_out() {
        for address in [
            "https://example.org/a.png",
            "HTTP://example.org/a.png",
            "missing.png",
            "../logos/a.png",
            "/logos/a.png",
            "large.png",
            "page.png",
        ] {
            assert_eq!(logo(address), ("null".to_owned(), 1), "{address}");
        }
    }

    #[test]
    fn what_is_inside_already_or_unsafe_stays() {
        for address in [
            "data:image/png;base64,AA",
            "javascript:alert(1)",
            "//evil/a.png",
        ] {
            let kept = serde_json::to_string(address).unwrap();
            assert_eq!(logo(address), (kept, 0));
        }
    }
}
