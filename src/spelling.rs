//! Spelling: one form for words that British and American newsrooms spell in two ways.

use crate::lexicon::number_word;

/// Endings that differ, the British one first, with the letters a word must have before it. Longest first.
const ENDINGS: &[(&str, &str, usize)] = &[
    ("isations", "izations", 2),
    ("isation", "ization", 2),
    ("ising", "izing", 4),
    ("ised", "ized", 4),
    ("ises", "izes", 4),
    ("ise", "ize", 4),
    ("ouring", "oring", 3),
    ("oured", "ored", 3),
    ("ours", "ors", 3),
    ("our", "or", 3),
    ("tres", "ters", 2),
    ("tre", "ter", 2),
    ("elled", "eled", 3),
    ("elling", "eling", 3),
    ("ences", "enses", 3),
    ("ence", "ense", 3),
];

/// `word`, in lower case, as an American newsroom spells it, number words as digits.
///
/// It is a key to compare by, not a spelling to print: some words that are spelled one way everywhere change too,
/// in the same manner wherever they stand.
pub(crate) fn fold(word: &str) -> String {
    folded(word).unwrap_or_else(|| word.to_owned())
}

/// The same, where it is another form than `word`.
pub(crate) fn folded(word: &str) -> Option<String> {
    if let Some(value) = number_word(word) {
        return Some(value.to_owned());
    }
    let last = word.as_bytes().last();
    for (british, american, before) in ENDINGS {
        if british.as_bytes().last() != last {
            continue;
        }
        if let Some(stem) = word.strip_suffix(british) {
            if stem.len() >= *before {
                return Some(format!("{stem}{american}"));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn two_spellings_have_one_key() {
        for (a, b) in [
            ("apologise", "apologize"),
            ("harbour", "harbor"),
            ("litres", "liters"),
            ("defence", "defense"),
            ("twelve", "12"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
    }

    #[test]
    fn short_words_stay() {
        for word in ["our", "rise", "four-", "wise", "tour"] {
            assert_eq!(fold(word), word);
        }
    }
}
