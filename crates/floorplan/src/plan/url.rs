//! Addresses from the data that may become a link or an image.

/// An address whose scheme is on the allow-list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeUrl(Box<str>);

impl SafeUrl {
    /// A link: `https`, `http`, `mailto` or `tel`. Everything else is refused, relative
    /// addresses and `//host` included.
    pub fn link(text: &str) -> Option<Self> {
        let text = clean(text)?;
        let (scheme, rest) = text.split_once(':')?;
        let scheme = scheme.to_ascii_lowercase();
        let allowed = match scheme.as_str() {
            "https" | "http" => rest.starts_with("//") && rest.len() > 2,
            "mailto" | "tel" => !rest.is_empty(),
            _ => false,
        };
        allowed.then(|| Self(text.into()))
    }

    /// An image: `https`, `http`, `data:image/` (not SVG), or relative to the data file.
    pub fn image(text: &str) -> Option<Self> {
        let text = clean(text)?;
        let lower = text
            .get(..text.len().min(16))
            .unwrap_or(text)
            .to_ascii_lowercase();
        let first = text.split(['/', '?', '#']).next().unwrap_or_default();
        let raster = [
            "data:image/png",
            "data:image/jpeg",
            "data:image/webp",
            "data:image/avif",
        ];
        let allowed = if first.contains(':') {
            lower.starts_with("https://")
                || lower.starts_with("http://")
                || raster.iter().any(|kind| lower.starts_with(kind))
        } else {
            !text.starts_with("//")
        };
        allowed.then(|| Self(text.into()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Without surrounding blanks; nothing when characters remain that browsers drop or that turn
/// the address into another one (tab and newline inside a scheme, backslashes).
fn clean(text: &str) -> Option<&str> {
    let text = text.trim_matches([' ', '\t', '\n', '\r']);
    let odd = |c: char| c.is_control() || c.is_whitespace() || c == '\\' || bidi(c);
    (!text.is_empty() && !text.contains(odd)).then_some(text)
}

/// Characters that reorder what a reader sees.
fn bidi(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allows_the_web_mail_and_telephone() {
        for good in [
            "https://rostec.ru/",
            "HTTP://a.b",
            "mailto:a@b.c",
            "tel:+74950000000",
            " https://a.b ",
        ] {
            assert!(SafeUrl::link(good).is_some(), "{good}");
        }
    }

    #[test]
    fn refuses_what_could_run_or_mislead() {
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/relative",
            "https:evil",
            "https://a\\b",
            "https://a\u{202e}b",
            "vbscript:x",
            "",
            "http://",
        ] {
            assert_eq!(SafeUrl::link(bad), None, "{bad}");
        }
    }

    #[test]
    fn an_image_may_be_relative_or_raster_data() {
        assert!(SafeUrl::image("logos/a.png").is_some());
        assert!(SafeUrl::image("data:image/png;base64,AA").is_some());
        assert!(SafeUrl::image("data:image/svg+xml,<svg/>").is_none());
        assert!(SafeUrl::image("javascript:1").is_none());
        assert!(SafeUrl::image("//evil/x.png").is_none());
    }
}
