//! Fidelity: how one outlet's quotation of a remark relates to another's.

use core::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::{lexicon, spelling};

/// What the shorter of two quotations of one remark is to the fuller one.
///
/// The order is that of distance from the words: where several fit (cut short and altered), the later one is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fidelity {
    /// The same words; closing marks, case, British or American spelling, contractions (`didn't`) and how numbers are written aside.
    Identical,
    /// One unbroken piece of the fuller wording.
    Truncated,
    /// Pieces of the fuller wording in its order, what lies between marked by an ellipsis.
    Elided,
    /// With words in square brackets that the outlet put in.
    Bracketed,
    /// Nearly the same words, some of them others.
    Altered,
    /// Other words, as when two outlets translate one remark.
    Paraphrased,
}

impl core::fmt::Display for Fidelity {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(match self {
            Self::Identical => "identical",
            Self::Truncated => "truncated",
            Self::Elided => "elided",
            Self::Bracketed => "bracketed",
            Self::Altered => "altered",
            Self::Paraphrased => "paraphrased",
        })
    }
}

/// Words that differ, as a share of the shorter wording, up to which a quotation counts as altered rather than
/// paraphrased. Set by hand: at one word in three the remark is still recognised at a glance.
const ALTERED_AT_MOST: f64 = 0.34;

/// How `a` and `b`, two quotations of one remark, relate. Symmetric: the fuller wording is found by its length.
///
/// Call it for quotations that a claim holds together; for unrelated remarks the answer is always
/// [`Fidelity::Paraphrased`]. The cost is linear for pieces of each other, else the product of the two lengths in words.
///
/// ```
/// use corroborate::{Fidelity, fidelity};
///
/// let full = "We will open the gates tonight, and we will not wait for rain.";
/// assert_eq!(fidelity(full, "we will not wait for rain"), Fidelity::Truncated);
/// assert_eq!(fidelity(full, "We will open the gates … and we will not wait"), Fidelity::Elided);
/// assert_eq!(fidelity(full, "We will open the [flood] gates tonight"), Fidelity::Bracketed);
/// assert_eq!(fidelity(full, "We will open the doors tonight"), Fidelity::Altered);
/// ```
#[must_use]
pub fn fidelity(a: &str, b: &str) -> Fidelity {
    compare(&Wording::of(a), &Wording::of(b))
}

/// The same of wordings that were read before.
pub(super) fn compare(a: &Wording, b: &Wording) -> Fidelity {
    let (mut fuller, mut other) = (a, b);
    if fuller == other {
        return Fidelity::Identical;
    }
    let fullness = |w: &Wording| (w.len(), Reverse(w.pieces.len()), w.inserted.is_none());
    if fullness(fuller) < fullness(other) {
        core::mem::swap(&mut fuller, &mut other);
    }
    let whole: Vec<&str> = fuller.pieces.iter().flatten().map(String::as_str).collect();
    let mut rest = whole.as_slice();
    for piece in other.pieces.iter().filter(|p| !p.is_empty()) {
        let Some(at) = rest.windows(piece.len()).position(|w| w.iter().zip(piece).all(|(x, y)| x == y))
        else {
            return reworded(&whole, other);
        };
        rest = rest.get(at + piece.len()..).unwrap_or_default();
    }
    if fuller.inserted.is_some() || other.inserted.is_some() {
        Fidelity::Bracketed
    } else if other.pieces.len() > 1 {
        Fidelity::Elided
    } else if other.len() == whole.len() {
        Fidelity::Identical
    } else {
        Fidelity::Truncated
    }
}

/// What `other` is to `whole` where it is no piece of it: altered or paraphrased.
fn reworded(whole: &[&str], other: &Wording) -> Fidelity {
    let words: Vec<&str> = other.pieces.iter().flatten().map(String::as_str).collect();
    // The words of the fuller wording that may be left out cost nothing, so only changed and added ones count.
    let kept = common_subsequence(whole, &words);
    let changed = (words.len() - kept) as f64 / words.len().max(1) as f64;
    let spread = kept >= 2 || words.len() <= 2;
    if changed > ALTERED_AT_MOST || !spread {
        Fidelity::Paraphrased
    } else if changed == 0.0 && other.inserted.is_some() {
        Fidelity::Bracketed
    } else {
        Fidelity::Altered
    }
}

/// Length of the longest common subsequence of two lists of words.
fn common_subsequence(a: &[&str], b: &[&str]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// The words of a quotation in pieces between its ellipses, and what stands in square brackets, where any do.
#[derive(PartialEq)]
pub(super) struct Wording {
    pieces: Vec<Vec<String>>,
    inserted: Option<String>,
}

impl Wording {
    pub(super) fn of(quotation: &str) -> Self {
        let mut wording = Self { pieces: vec![Vec::new()], inserted: None };
        let mut depth = 0_usize;
        let mut word = String::new();
        let mut stops = 0;
        for c in quotation.chars().chain([' ']) {
            let inside = depth > 0;
            match c {
                '[' => depth += 1,
                ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if inside || depth > 0 {
                wording.inserted.get_or_insert_default().extend(c.to_lowercase());
            }
            if inside {
                continue;
            }
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
                stops = 0;
                continue;
            }
            if matches!(c, '\'' | '’') && !word.is_empty() {
                word.push('\'');
                continue;
            }
            wording.push(&mut word);
            stops = match c {
                '…' => 3,
                '.' => stops + 1,
                c if c.is_whitespace() => stops,
                _ => 0,
            };
            if stops >= 3 {
                stops = 0;
                if wording.pieces.last().is_some_and(|p| !p.is_empty()) {
                    wording.pieces.push(Vec::new());
                }
            }
        }
        if wording.pieces.len() > 1 && wording.pieces.last().is_some_and(Vec::is_empty) {
            wording.pieces.pop();
        }
        wording
    }

    /// Adds a word, in lower case and with its apostrophes, as the words it stands for.
    fn push(&mut self, word: &mut String) {
        let Some(piece) = self.pieces.last_mut().filter(|_| !word.is_empty()) else { return };
        let clitic = word.find('\'').map_or("", |at| &word[at..]);
        if let Some(full) = lexicon::written_out(word) {
            piece.extend(full.split(' ').map(str::to_owned));
        } else if let Some(stem) = word.strip_suffix("n't") {
            piece.extend([spelling::fold(stem), "not".to_owned()]);
        } else {
            let stem = &word[..word.len() - clitic.len()];
            match piece.last_mut() {
                // "3 per cent", "3 percent".
                Some(last) if stem == "cent" && last == "per" => "percent".clone_into(last),
                _ => piece.push(spelling::fold(stem)),
            }
            piece.extend(lexicon::written_out(clitic).map(str::to_owned));
        }
        word.clear();
    }

    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(Vec::len).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{Fidelity::*, *};

    #[test]
    fn tells_what_was_done_to_a_remark() {
        let full = "The harbour will be dredged in spring, and the ferries will apologise for nothing,";
        for (other, want) in [
            ("The harbor will be dredged in spring, and the ferries will apologize for nothing.", Identical),
            ("dredged in spring", Truncated),
            ("The harbour will be dredged … and the ferries", Elided),
            ("The harbour will be dredged . . . for nothing", Elided),
            ("the ferries'll apologise for nothing", Truncated),
            ("[Averin] harbour will be dredged in spring", Bracketed),
            ("The harbour will be deepened in spring", Altered),
            ("The port shall get deeper by May", Paraphrased),
        ] {
            assert_eq!(fidelity(full, other), want, "{other}");
            assert_eq!(fidelity(other, full), want, "{other}, the other way round");
        }
    }

    #[test]
    fn house_style_is_no_alteration() {
        for (a, b) in [
            ("It’s three per cent and they didn’t ask", "It is 3 percent, and they did not ask"),
            ("We can't wait and won't", "We cannot wait and will not"),
            ("The workers' hall", "The workers’ hall"),
        ] {
            assert_eq!(fidelity(a, b), Identical, "{a} / {b}");
        }
        assert_eq!(fidelity("They did ask for the hall", "They didn't ask for the hall"), Altered);
    }

    #[test]
    fn takes_any_text() {
        for text in ["", "…", "[", "]]", "[[a] b", "...."] {
            assert_eq!(fidelity(text, text), Identical);
        }
    }
}
