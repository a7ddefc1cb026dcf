//! How wide text is.

/// The width of a character. The browser measures its fonts; elsewhere an estimate serves.
pub trait Advance {
    /// The width of `c` in em.
    fn em(&self, c: char, bold: bool) -> f64;

    /// All characters of `text` will be asked for: measured together, they take less time.
    fn prepare(&self, text: &str, bold: bool) {
        let _ = (text, bold);
    }
}

/// Widths of a common sans serif, on the wide side.
#[derive(Clone, Copy, Debug, Default)]
pub struct EstimatedAdvance;

impl Advance for EstimatedAdvance {
    fn em(&self, c: char, bold: bool) -> f64 {
        let width = match c {
            'i' | 'l' | 'j' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.3,
            ' ' | '\u{a0}' | 'f' | 't' | 'r' | '(' | ')' | '-' => 0.38,
            'm' | 'w' | 'M' | 'W' | 'Щ' | 'щ' | 'Ш' | 'ш' | 'Ж' | 'ж' | 'Ю' | 'ю' | 'Ы' | 'ы'
            | 'Ф' | 'ф' | '—' | '%' | '@' => 0.9,
            '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => 1.0,
            'A'..='Z' | 'А'..='Я' | 'Ё' => 0.7,
            _ => 0.58,
        };
        if bold && width < 1.0 {
            width * 1.06
        } else {
            width
        }
    }
}

/// The width of a text in pixels.
pub fn text_width(text: &str, size_px: f64, bold: bool, advance: &dyn Advance) -> f64 {
    advance.prepare(text, bold);
    text.chars().map(|c| advance.em(c, bold)).sum::<f64>() * size_px
}
