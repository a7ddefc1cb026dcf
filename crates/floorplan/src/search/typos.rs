//! Typing errors between two words: letters left out, put in, taken for others, or swapped.

/// A typing error is forgiven in beginnings of so many letters or more.
const SHORTEST_BEGINNING: u32 = 5;

/// A word to compare others with. Hyyrö's bit-parallel distance of 2003, which counts two swapped
/// neighbours as one error: a column of the table is a number, so a letter costs a dozen steps.
#[derive(Debug)]
pub(super) struct Pattern {
    /// Where each ASCII letter stands in the word, a bit a place.
    places: [u64; 128],
    letters: Vec<char>,
    /// Whether other words may begin before the beginning.
    is_anywhere: bool,
}

/// How far apart two words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// Errors between the whole words.
    pub(super) whole: u32,
    /// Errors to the nearest beginning of the other word that has five letters or more, and at most
    /// one less than this one: too many begin almost like саха or сбер. Where other words may begin
    /// before it, to any.
    pub(super) prefix: u32,
}

impl Pattern {
    /// Compares with a word of up to 64 letters; what is longer is cut. `is_anywhere`: also with
    /// what is inside of other words.
    pub(super) fn new(word: &str, is_anywhere: bool) -> Self {
        let letters: Vec<char> = word.chars().take(64).collect();
        let mut places = [0; 128];
        for (i, letter) in letters.iter().enumerate() {
            if let Some(place) = places.get_mut(*letter as usize) {
                *place |= 1 << i;
            }
        }
        Self {
            places,
            letters,
            is_anywhere,
        }
    }

    fn places(&self, letter: char) -> u64 {
        match self.places.get(letter as usize) {
            Some(places) => *places,
            None => {
                let places = self.letters.iter().enumerate();
                places.fold(0, |bits, (i, l)| bits | u64::from(*l == letter) << i)
            }
        }
    }

    /// The distance to another word.
    pub(super) fn distance(&self, word: &str) -> Distance {
        let length = self.letters.len() as u32;
        let last = 1_u64 << (length.max(1) - 1);
        let (mut above, mut below, mut diagonal, mut before) = (u64::MAX, 0, 0_u64, 0);
        let mut whole = length;
        let mut prefix = length;
        // Letters before the shortest beginning that counts.
        let mut before_it = if self.is_anywhere {
            0
        } else {
            length.max(SHORTEST_BEGINNING + 1) - 1
        };
        for letter in word.chars() {
            let here = self.places(letter);
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal = ((here & above).wrapping_add(above) ^ above) | here | below | swapped;
            let right = below | !(diagonal | above);
            let left = diagonal & above;
            whole += u32::from(right & last != 0);
            whole = whole.saturating_sub(u32::from(left & last != 0));
            let right = right << 1 | u64::from(!self.is_anywhere);
            above = left << 1 | !(diagonal | right);
            below = right & diagonal;
            before = here;
            before_it = before_it.saturating_sub(1);
            if before_it == 0 {
                prefix = prefix.min(whole);
            }
        }
        Distance { whole, prefix }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by the table of the textbook.
    fn table(a: &[char], b: &[char]) -> Vec<usize> {
        let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
        for i in 1..=a.len() {
            let mut row = vec![i];
            for j in 1..=b.len() {
                let same = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (rows[i - 1][j] + 1)
                    .min(row[j - 1] + 1)
                    .min(rows[i - 1][j - 1] + same);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + 1);
                }
                row.push(least);
            }
            rows.push(row);
        }
        rows.pop().unwrap()
    }

    proptest! {
        #[test]
        fn agrees_with_the_textbook(a in "[ab俄c]{1,9}", b in "[ab俄d]{0,9}") {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            let row = table(&letters(&a), &letters(&b));
            let distance = Pattern::new(&a, false).distance(&b);
            prop_assert_eq!(distance.whole as usize, row[row.len() - 1]);
            let shortest = (letters(&a).len() - 1).max(5);
            let prefixes = row.iter().skip(shortest).chain([&row[0]]);
            prop_assert_eq!(distance.prefix as usize, *prefixes.min().unwrap());
        }
    }

    #[test]
    fn counts_errors() {
        let whole = |a, b| Pattern::new(a, false).distance(b).whole;
        assert_eq!(whole("rosatom", "rosatom"), 0);
        assert_eq!(whole("rosaotm", "rosatom"), 1, "swapped");
        assert_eq!(whole("rosatm", "rosatom"), 1);
        assert_eq!(
            Pattern::new("直接投姿", true)
                .distance("俄罗斯直接投资基金")
                .prefix,
            1
        );
    }
}
