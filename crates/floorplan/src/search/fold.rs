//! Letters that count as the same: case, ё and е, diacritics, full-width forms.

/// A text in the form in which it is compared.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_folded(text, &mut folded);
    folded
}

/// Appends a text in the form in which it is compared.
pub(super) fn push_folded(text: &str, folded: &mut String) {
    for c in text.chars() {
        let c = match c {
            // Full-width forms mirror ASCII at a fixed distance.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' | '\u{a0}' | '\u{202f}' => ' ',
            // Combining marks: accents of Latin, the dots of a decomposed ё, the breve of й.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => continue,
            c => c,
        };
        match lower(c) {
            'ё' => folded.push('е'),
            'й' => folded.push('и'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            c => folded.push(base_letter(c)),
        }
    }
}

/// The small letter of a capital in the scripts that the texts are written in (Latin, Greek,
/// Cyrillic). The full Unicode tables would cost the browser more bytes than this module.
pub(super) fn lower(c: char) -> char {
    let code = c as u32;
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a9 | 0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        // Latin Extended-A and historic Cyrillic pair even capitals with odd small letters ...
        0x100..=0x137
        | 0x14a..=0x177
        | 0x218..=0x21b
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f => code | 1,
        // ... except where they pair odd with even.
        0x139..=0x148 | 0x179..=0x17e | 0x4c1..=0x4ce => code + (code & 1),
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Whether a character is part of a word. Everything is that is not white space, punctuation or
/// a symbol of the blocks that texts really use.
pub(super) fn is_word(c: char) -> bool {
    !matches!(c,
        '\0'..='/' | ':'..='@' | '['..='`' | '{'..='\u{a9}' | '\u{ab}'..='\u{b4}'
        | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '×' | '÷'
        | '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}'
        | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}

/// A Latin letter without its accent.
fn base_letter(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => {
            'u'
        }
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_a_visitor_may_write_differently() {
        assert_eq!(fold("Ёлка"), "елка");
        assert_eq!(fold("Е\u{308}лка"), "елка");
        assert_eq!(fold("Йод"), fold("И\u{306}од"));
        assert_eq!(fold("Łódź ŻÜRICH Ñ ΩΣ"), "lodz zurich n ωσ");
        assert_eq!(fold("ＲＵＳＡＬ　１"), "rusal 1");
        assert_eq!(fold("3\u{a0}500"), "3 500");
    }

    #[test]
    fn small_letters_agree_with_unicode() {
        // Every letter that has a one-letter small form of its own block.
        for code in (0x41..0x178).chain(0x391..0x3aa).chain(0x400..0x530) {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let unicode: Vec<char> = c.to_lowercase().collect();
            let special = matches!(c, 'İ' | 'ĸ' | 'ŉ' | 'Ӏ' | '\u{3a2}');
            if unicode.len() == 1 && !special {
                assert_eq!(lower(c), unicode[0], "{c} {code:x}");
            }
        }
    }
}
