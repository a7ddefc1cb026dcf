//! How a word sounds, in Latin letters: one key for Latin and Cyrillic, so that a word is found in
//! either alphabet. And how much of a key is the word, how much its ending.

use super::tokens::is_han;

/// Longer keys are cut: the distance of typing errors is counted in the bits of a `u64`.
const LONGEST: usize = 60;

/// Cyrillic from а to я.
const SOUNDS: &str = "a b v g d e zh z i i k l m n o p r s t u f h ts ch sh sh  i  e iu ia";

/// Latin letters that look like Cyrillic ones, by pairs.
const LOOKS: &str = "аaвbеeкkмmнhоoрpсcтtуyхx";

/// How a word with digits is read: a stand's number is copied by its looks or told by its sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// В is B.
    Look,
    /// В is V.
    Sound,
}

/// Whether a word has digits: a number, which is not forgiven much.
pub(super) fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The key of a folded word.
pub(super) fn key(word: &str, letters: Letters) -> String {
    let mut key = String::with_capacity(word.len());
    push_key(word, letters, &mut key);
    key
}

/// Appends the key of a folded word.
pub(super) fn push_key(word: &str, letters: Letters, key: &mut String) {
    let start = key.len();
    let is_number = has_digit(word);
    let is_short = word.chars().nth(3).is_none();
    let mut was_twice = false;
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        if key.len() - start >= LONGEST {
            break;
        }
        let next = chars.peek().copied().unwrap_or(' ');
        let mut latin = [0; 4];
        let sound = if is_number {
            match twin(c) {
                Some(twin) if letters == Letters::Look => twin,
                _ => cyrillic(c).unwrap_or_else(|| c.encode_utf8(&mut latin)),
            }
        } else {
            match c {
                'w' => "v",
                'y' | 'k' if next == (if c == 'y' { 'e' } else { 'h' }) => "",
                'y' | 'і' => "i",
                'x' => "ks",
                'p' if next == 'h' => {
                    chars.next();
                    "f"
                }
                'c' if next == 'h' && key.get(start..).is_some_and(|k| k.ends_with('s')) => "",
                'c' if next == 'h' && key.get(start..).is_some_and(|k| k.ends_with("sh")) => {
                    chars.next();
                    ""
                }
                'c' if next == 'h' => "c",
                'c' if matches!(next, 'e' | 'i' | 'y') => "ts",
                'c' => "k",
                c => cyrillic(c).unwrap_or_else(|| c.encode_utf8(&mut latin)),
            }
        };
        // Twice the same sound is once the same, but not in ИИ and other short ones, nor is
        // what somebody leans on a key for.
        let is_twice = key
            .get(start..)
            .is_some_and(|key| !is_number && !is_short && sound.len() == 1 && key.ends_with(sound));
        if is_twice && !was_twice {
            was_twice = true;
        } else {
            was_twice = false;
            // Nor in ия.
            let rest = match key.get(start..) {
                Some(key) if !is_number && !is_short && sound.len() > 1 && key.ends_with('i') => {
                    sound.strip_prefix('i').unwrap_or(sound)
                }
                _ => sound,
            };
            key.push_str(rest);
        }
    }
    if key.len() == start {
        // Signs without a sound.
        key.push_str(word);
    }
}

fn cyrillic(c: char) -> Option<&'static str> {
    let at = (c as usize).checked_sub('а' as usize)?;
    SOUNDS.split(' ').nth(at)
}

fn twin(c: char) -> Option<&'static str> {
    let at = LOOKS.find(c).filter(|_| !c.is_ascii())? + c.len_utf8();
    LOOKS.get(at..=at)
}

/// Endings behind which a key is another form of the same word; vowels go anyway.
const ENDINGS: &str = "iam iah og eg om em im am ah ih ov ev s";

/// The length of a key without the ending of its word. Light: what is left need not be a root,
/// only the same for the forms of one word.
pub(super) fn stem(key: &[u8]) -> usize {
    let without_vowels = |mut len: usize| {
        while len > 3 && matches!(key.get(len - 1), Some(b'a' | b'e' | b'i' | b'o' | b'u')) {
            len -= 1;
        }
        len
    };
    let len = without_vowels(key.len());
    let kept = key.get(..len).unwrap_or_default();
    let mut endings = ENDINGS.split(' ').map(str::as_bytes);
    match endings.find(|ending| len >= ending.len() + 3 && kept.ends_with(ending)) {
        Some(ending) => without_vowels(len - ending.len()),
        None => len,
    }
}

/// Which letters a key has, a bit each: most words are told apart by this alone.
pub(super) fn mask(key: &[u8]) -> u32 {
    let mut mask = 0;
    for byte in key {
        mask |= 1
            << match byte {
                b'a'..=b'z' => byte - b'a',
                b'0'..=b'9' => 26 + byte % 4,
                _ => 30 + byte % 2,
            };
    }
    mask
}

/// Whether a key is of Chinese.
pub(super) fn is_chinese(key: &str) -> bool {
    key.chars().next().is_some_and(is_han)
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    fn sound(word: &str) -> String {
        key(&fold(word), Letters::Sound)
    }

    #[test]
    fn both_alphabets_sound_alike() {
        for (cyrillic, latin) in [
            ("Росатом", "Rosatom"),
            ("РУСАЛ", "rusal"),
            ("Ростех", "Rostekh"),
            ("Ростех", "rosteh"),
            ("Хабаровск", "Khabarovsk"),
            ("Челябинск", "Chelyabinsk"),
            ("Гжель", "Gzhel"),
            ("Башкортостан", "Bashkortostan"),
            ("Екатеринбург", "Yekaterinburg"),
            ("Щёлково", "Shchelkovo"),
            ("Мария", "Mariya"),
            ("Мария", "Maria"),
            ("Россия", "rossiya"),
            ("Дмитрий", "Dmitry"),
            ("Экспо", "expo"),
            ("Свердловская", "sverdlovskaya"),
            ("Москва", "moskwa"),
            ("фото", "photo"),
        ] {
            assert_eq!(sound(cyrillic), sound(latin), "{cyrillic} {latin}");
        }
    }

    #[test]
    fn numbers_keep_their_letters() {
        assert_eq!(key("в11", Letters::Look), "b11");
        assert_eq!(key("в11", Letters::Sound), "v11");
        assert_eq!(key("c4", Letters::Sound), "c4");
        assert_eq!(key("с4", Letters::Look), "c4", "Cyrillic");
    }

    #[test]
    fn short_words_and_mute_signs_are_something() {
        assert_eq!(sound("ИИ"), "ii");
        assert_eq!(sound("йййййй"), "iii", "leant on the key");
        assert_eq!(sound("ь"), "ь");
    }

    #[test]
    fn forms_of_a_word_share_what_is_left() {
        for words in [
            &["станок", "станокам", "станоки"][..],
            &["регион", "регионов", "регионами", "региона"],
            &["университет", "университеты", "университетов"],
            &["алюминий", "алюминиевый"],
            &["росатом", "росатома", "росатомом"],
            &["фарфор", "фарфора", "фарфором"],
            &["technology", "technologies"],
        ] {
            let keys: Vec<String> = words.iter().map(|word| sound(word)).collect();
            for pair in keys.windows(2) {
                let (a, b) = (pair[0].as_bytes(), pair[1].as_bytes());
                let shared = a.iter().zip(b).take_while(|(a, b)| a == b).count();
                assert!(shared >= stem(a).max(stem(b)), "{pair:?}");
            }
        }
    }
}
