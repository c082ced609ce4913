//! Phrases that read as one word: `found guilty` as `convict`, `called the strike off` as `cancel`.
//!
//! The list is a tree over the numbers of its words, so that a token in no phrase costs one look-up by its form, and one
//! that opens phrases only as many steps as the text goes along with.

use std::sync::LazyLock;

use super::{
    knowledge::{Key, key},
    sheet::stem,
};
use crate::{
    hash::Map,
    lexicon::{Class, ENGLISH, PHRASES, Table},
    token::{Token, TokenKind, look_up},
};

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The word it reads as; `None` where it only joins others and says nothing itself.
    pub(crate) target: Option<Key>,
    parts: [u16; MOST_PARTS],
    len: usize,
}

impl Found {
    /// The tokens it is made of, without those in its gaps.
    pub(crate) fn parts(&self) -> impl Iterator<Item = usize> + '_ {
        self.parts.iter().take(self.len).map(|&p| usize::from(p))
    }

    /// How many tokens stand in its gaps.
    fn skipped(&self) -> usize {
        let (first, last) =
            (self.parts().next().unwrap_or_default(), self.parts().last().unwrap_or_default());
        last + 1 - first - self.len
    }
}

/// No phrase has more words.
const MOST_PARTS: usize = 6;
/// No gap has more tokens.
const LONGEST_GAP: usize = 3;
/// No word of a phrase is longer, in bytes.
const LONGEST_WORD: usize = 20;

/// A gap for a determiner, an attribute or a short object, and how the list writes it.
const GAP: u16 = 1;
const GAP_SIGN: &str = "~";
/// A gap for the auxiliaries of a passive; the word after it is a participle.
const PASSIVE: u16 = 2;
/// The words of phrases are numbered from here; 0 is every other word.
const FIRST_WORD: u16 = 3;

/// The number of a token among the words of phrases; 0 for every other.
pub(crate) fn number(text: &str, token: &Token) -> u16 {
    ENGLISH_PHRASES.number(text, token).unwrap_or(0)
}

/// What the longest phrase that opens at token `at` is, if one does, given the number of each token.
pub(crate) fn find(tokens: &[Token], numbers: &[u16], at: usize) -> Option<Found> {
    let first = usize::from(*numbers.get(at)?);
    if first == 0 {
        return None;
    }
    let phrases = &*ENGLISH_PHRASES;
    let node = phrases.first.get(first).copied().filter(|&node| node != 0)?;
    let mut walk = Walk { phrases, tokens, numbers, parts: [0; MOST_PARTS], best: None };
    walk.part(node, at, 0);
    walk.best
}

/// The phrases of a language as a tree.
struct Phrases {
    /// The number of each form's lemma.
    numbers: Table<u16>,
    /// The number of each word that the lexicon does not know, by its key.
    others: Map<Key, u16>,
    /// For each two letters the third letters of these words that open with them, as bits.
    openings: Vec<u32>,
    /// The node that each number leads to from the first one; 0 where none does.
    first: Vec<usize>,
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    /// Where a phrase ends: the word it reads as.
    end: Option<Option<Key>>,
    /// Sorted by number.
    next: Vec<(u16, usize)>,
}

static ENGLISH_PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::read);

impl Phrases {
    fn read() -> Self {
        let mut numbers: Map<&str, u16> = Map::default();
        let mut others: Map<Key, u16> = Map::default();
        let mut openings = vec![0; 1 << 10];
        let mut nodes = vec![Node::default()];
        let (mut words, mut path) = (Vec::new(), Vec::new());
        let lines = PHRASES.lines().filter(|l| !l.starts_with('#'));
        for (phrase, target) in lines.filter_map(|l| l.split_once('\t')) {
            let mut number = |word: &'static str| match word {
                GAP_SIGN => GAP,
                _ => {
                    let known = numbers.len() + others.len();
                    let new = u16::try_from(known).unwrap_or(u16::MAX).saturating_add(FIRST_WORD);
                    match look_up(word).1 {
                        "" => {
                            let (two, third) = opening(word);
                            let stem = stem(word, false);
                            openings[two] |= if stem.len() < 3 { u32::MAX } else { third };
                            *others.entry(key(stem)).or_insert(new)
                        }
                        lemma => {
                            // "Lay" is a verb and the past of "lie": a text may mean either.
                            let number = numbers.get(lemma).or_else(|| numbers.get(word)).copied();
                            let number = number.unwrap_or(new);
                            numbers.entry(word).or_insert(number);
                            *numbers.entry(lemma).or_insert(number)
                        }
                    }
                }
            };
            words.clear();
            words.extend(phrase.split(' '));
            path.clear();
            path.extend(words.iter().map(|word| number(word)));
            let target = (target != "-").then(|| match look_up(target).1 {
                "" => key(stem(target, false)),
                lemma => key(lemma),
            });
            let end = Some(target);
            if let Some(passive) = passive(&words, &path) {
                insert(&mut nodes, &passive, end);
            }
            insert(&mut nodes, &path, end);
        }
        // Few of the lexicon's lemmas are words of phrases, and their ends tell most of the others.
        let mut shapes = vec![false; 1 << 16];
        numbers.keys().for_each(|word| shapes[usize::from(ends(word))] = true);
        let number = |lemma: &str| if shapes[usize::from(ends(lemma))] { numbers.get(lemma) } else { None };
        let numbers = ENGLISH.lemma_table(|lemma| number(lemma).copied().unwrap_or(0));
        let mut first = Vec::new();
        for &(number, node) in nodes.first().map_or(&[][..], |root: &Node| &root.next) {
            first.resize(usize::from(number), 0);
            first.push(node);
        }
        Self { numbers, others, openings, first, nodes }
    }

    fn number(&self, text: &str, token: &Token) -> Option<u16> {
        match self.numbers.get(token.form) {
            Some(&number) => (number != 0).then_some(number),
            None if token.is_word() && token.is(Class::UNKNOWN) && token.span.len() < LONGEST_WORD => {
                let word = token.span.of(text);
                let (two, third) = opening(word);
                if self.openings[two] & third == 0 && word.is_ascii() {
                    return None;
                }
                let word = word.to_lowercase();
                self.others.get(&key(stem(&word, token.is(Class::CAPITAL)))).copied()
            }
            None => None,
        }
    }

    fn step(&self, node: usize, number: u16) -> Option<usize> {
        let next = &self.nodes.get(node)?.next;
        next.binary_search_by_key(&number, |n| n.0).ok().and_then(|i| next.get(i)).map(|n| n.1)
    }
}

/// The first two letters of a word in whatever case, and the third as a bit.
fn opening(word: &str) -> (usize, u32) {
    let letter = |at: usize| word.as_bytes().get(at).map_or(0, |b| b & 31);
    (usize::from(letter(0)) << 5 | usize::from(letter(1)), 1 << letter(2))
}

/// The length of a word, its first two letters and its last, mixed.
fn ends(word: &str) -> u16 {
    let byte = |b: Option<&u8>| u16::from(b.copied().unwrap_or_default() & 31);
    let bytes = word.as_bytes();
    let (first, second, last) = (byte(bytes.first()), byte(bytes.get(1)), byte(bytes.last()));
    (first << 11 | second << 6 | last << 1) ^ (bytes.len() as u16).wrapping_mul(0x2F3D)
}

/// `a decision was made` of `make ~ decision`: of a verb, with up to two particles, and its object.
fn passive(words: &[&str], path: &[u16]) -> Option<Vec<u16>> {
    let gap = words.len().checked_sub(2)?;
    if !(1..=3).contains(&gap) || path.iter().position(|&n| n == GAP) != Some(gap) {
        return None;
    }
    let (first, object) = (look_up(words.first()?).0, look_up(words.last()?).0);
    let fits = first.any(Class::BASE) && !first.any(Class::AUX) && object.any(Class::NOUN);
    fits.then(|| path.last().into_iter().chain([&PASSIVE]).chain(&path[..gap]).copied().collect())
}

fn insert(nodes: &mut Vec<Node>, path: &[u16], end: Option<Option<Key>>) {
    let mut at = 0;
    for &number in path {
        at = match nodes[at].next.binary_search_by_key(&number, |n| n.0) {
            Ok(i) => nodes[at].next[i].1,
            Err(i) => {
                let new = nodes.len();
                nodes[at].next.insert(i, (number, new));
                nodes.push(Node::default());
                new
            }
        };
    }
    // What the list says of a phrase itself wins over what follows from another.
    nodes[at].end = end;
}

/// A way through the tree along a text.
struct Walk<'p> {
    phrases: &'p Phrases,
    tokens: &'p [Token],
    numbers: &'p [u16],
    parts: [u16; MOST_PARTS],
    best: Option<Found>,
}

impl Walk<'_> {
    /// Goes on from `node`, which token `at` has led to as part `depth`.
    fn part(&mut self, node: usize, at: usize, depth: usize) {
        let (Some(slot), Ok(place)) = (self.parts.get_mut(depth), u16::try_from(at)) else { return };
        *slot = place;
        let Some(Node { end, next }) = self.phrases.nodes.get(node) else { return };
        if let &Some(target) = end {
            let found = Found { target, parts: self.parts, len: depth + 1 };
            let better = |b: &Found| (b.len, b.skipped()) < (found.len, found.skipped());
            if self.best.as_ref().is_none_or(better) {
                self.best = Some(found);
            }
        }
        if !next.is_empty() {
            self.word(node, at + 1, depth + 1, false);
        }
        for (gap, fits) in [(GAP, fits_gap as fn(&Token) -> bool), (PASSIVE, fits_passive)] {
            // Gaps have the lowest numbers.
            let Some(&(_, node)) = next.iter().take(2).find(|n| n.0 == gap) else { continue };
            for after in at + 1..at + 2 + LONGEST_GAP {
                self.word(node, after, depth + 1, gap == PASSIVE);
                if !self.tokens.get(after).is_some_and(fits) {
                    break;
                }
            }
        }
    }

    /// Takes token `at` as the next word after `node`, if it is one.
    fn word(&mut self, node: usize, at: usize, depth: usize, participle: bool) {
        if !self.tokens.get(at).is_some_and(|t| !participle || t.is(Class::PART)) {
            return;
        }
        let number = self.numbers.get(at).copied().filter(|&number| number != 0);
        let next = number.and_then(|number| self.phrases.step(node, number));
        if let Some(next) = next {
            self.part(next, at, depth);
        }
    }
}

/// Whether a token can stand between a verb and the rest of its phrase: part of a short noun phrase.
fn fits_gap(token: &Token) -> bool {
    const BREAKS: Class = Class::COORD
        .or(Class::SUBORD)
        .or(Class::REL)
        .or(Class::WH)
        .or(Class::TO)
        .or(Class::PREP)
        .or(Class::AUX);
    const VERBLESS: Class = Class::NOUN.or(Class::ADJ).or(Class::ADV).or(Class::PART).or(Class::ING);
    match token.kind {
        TokenKind::Mark => false,
        TokenKind::Number => true,
        TokenKind::Word => {
            token.is(Class::POSSDET.or(Class::POSSESSIVE))
                || token.is(Class::DET) && !token.is(Class::SUBORD.or(Class::REL))
                || !token.is(BREAKS) && (!token.is(Class::VERB) || token.is(VERBLESS))
        }
    }
}

/// Whether a token can stand between the subject of a passive and its participle.
fn fits_passive(token: &Token) -> bool {
    token.is(Class::BE.or(Class::HAVE).or(Class::MODAL).or(Class::ADV).or(Class::REL).or(Class::NEG))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, lexicon::rows, matching::sheet::CLOSED, token::tokens};

    fn reads(text: &str) -> Vec<(String, Option<Key>)> {
        let tokens = tokens(text, Span::new(0, text.len()));
        let numbers: Vec<u16> = tokens.iter().map(|t| number(text, t)).collect();
        let mut found = Vec::new();
        let mut taken = Vec::new();
        for at in 0..tokens.len() {
            if let Some(f) = find(&tokens, &numbers, at).filter(|f| f.parts().all(|p| !taken.contains(&p))) {
                taken.extend(f.parts());
                let words: Vec<_> = f.parts().map(|p| tokens[p].span.of(text)).collect();
                found.push((words.join(" "), f.target));
            }
        }
        found
    }

    #[test]
    fn finds_the_longest_phrase_with_its_gaps() {
        let one = |text: &str, words: &str, target: &str| {
            assert_eq!(reads(text), [(words.to_owned(), Some(key(target)))], "{text}");
        };
        one("The jury found the two brothers guilty of fraud.", "found guilty", "convict");
        one("The court found him not guilty.", "found not guilty", "acquit");
        one("The union called the strike off on Monday.", "called off", "cancel");
        one("He has put his name to the letter.", "put name to", "sign");
        one("The two sides reached a tentative agreement.", "reached agreement", "agree");
        one("An agreement has been reached.", "agreement reached", "agree");
    }

    #[test]
    fn words_of_a_phrase_apart_are_none() {
        for text in [
            "He found that the guilty had fled.",
            "They called, and the ship cast off.",
            "The agreement will help to reach them.",
        ] {
            assert!(
                !reads(text).iter().any(|r| {
                    [key("convict"), key("cancel"), key("agree")].iter().any(|&k| r.1 == Some(k))
                }),
                "{text}: {:?}",
                reads(text)
            );
        }
    }

    #[test]
    fn every_phrase_is_of_a_few_words_and_stands_for_a_lemma() {
        let mut wrong = Vec::new();
        for row in rows(PHRASES) {
            let [phrase, target] = row[..] else { panic!("malformed: {row:?}") };
            let words: Vec<&str> = phrase.split(' ').collect();
            let parts = words.iter().filter(|w| **w != GAP_SIGN);
            let gaps = words.windows(2).any(|w| w == [GAP_SIGN; 2]);
            let outside = [words.first(), words.last()].contains(&Some(&GAP_SIGN));
            if gaps
                || outside
                || !(2..=MOST_PARTS).contains(&parts.clone().count())
                || parts.clone().any(|w| w.len() >= LONGEST_WORD)
            {
                wrong.push(format!("{phrase}: too many words, or gaps at its ends or beside each other"));
            }
            let (class, lemma) = look_up(target);
            if target != "-" && (!matches!(lemma, "") && lemma != target || class.any(CLOSED)) {
                wrong.push(format!("{phrase}: {target:?} is a form of {lemma:?} or a small word"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
