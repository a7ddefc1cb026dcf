//! Letters that count as the same: case, ё and е, diacritics, full-width forms.

/// A text in the form in which it is compared.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = match c {
            '\u{ff01}'..='\u{ff5e}' => {
                // Full-width forms mirror ASCII at a fixed distance.
                let ascii = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
                ascii.to_ascii_lowercase()
            }
            '\u{3000}' | '\u{a0}' | '\u{202f}' => ' ',
            // Combining marks: accents of Latin, the dots of a decomposed ё, the breve of й.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => continue,
            'ё' => 'е',
            'й' => 'и',
            c => base_letter(c),
        };
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            c => folded.push(c),
        }
    }
    folded
}

/// The words of a query, folded: runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
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
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("ＲＵＳＡＬ　１"), "rusal 1");
        assert_eq!(fold("3\u{a0}500"), "3 500");
    }

    #[test]
    fn words_are_letters_and_digits() {
        assert_eq!(words("ОК «РУСАЛ», A-12"), ["ок", "русал", "a", "12"]);
        assert!(words(" — «»").is_empty());
    }
}
