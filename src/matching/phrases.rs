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
    lexicon::{Class, ENGLISH, PHRASES, Shapes, Table, rows},
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
/// How much longer a word may be than its stem: `ing`, and a stop.
const LONGEST_END: usize = 4;
/// No word of a phrase is longer, in bytes.
const LONGEST_WORD: usize = 20;

/// A gap for a determiner, an attribute or a short object, and how the list writes it.
const GAP: u16 = 1;
const GAP_SIGN: &str = "~";
/// A gap for the auxiliaries of a passive; the word after it is a participle.
const PASSIVE: u16 = 2;
/// The words of phrases are numbered from here; 0 is every other word.
const FIRST_WORD: u16 = 3;

/// What the longest phrase that opens at token `at` is, if one does.
pub(crate) fn find(text: &str, tokens: &[Token], at: usize) -> Option<Found> {
    let phrases = &*ENGLISH_PHRASES;
    let first = phrases.number(text, tokens.get(at)?)?;
    let node = phrases.first.get(usize::from(first)).copied().filter(|&node| node != 0)?;
    let mut walk = Walk { phrases, text, tokens, parts: [0; MOST_PARTS], best: None };
    walk.part(node, at, 0);
    walk.best
}

/// The phrases of a language as a tree.
struct Phrases {
    /// The number of each form's lemma.
    numbers: Table<u16>,
    /// The number of each word that the lexicon does not know, by its key, and what such words look like.
    others: Map<Key, u16>,
    shapes: Shapes,
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
        let mut stems: Vec<&str> = Vec::new();
        let mut nodes = vec![Node::default()];
        for row in rows(PHRASES) {
            let [phrase, target] = row[..] else { continue };
            let mut number = |word: &'static str| match word {
                GAP_SIGN => GAP,
                _ => {
                    let words = numbers.len() + others.len();
                    let new = u16::try_from(words).unwrap_or(u16::MAX).saturating_add(FIRST_WORD);
                    match look_up(word).1 {
                        "" => {
                            stems.push(stem(word, false));
                            *others.entry(key(stem(word, false))).or_insert(new)
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
            let path: Vec<u16> = phrase.split(' ').map(&mut number).collect();
            let target = (target != "-").then(|| match look_up(target).1 {
                "" => key(stem(target, false)),
                lemma => key(lemma),
            });
            let end = Some(target);
            if let Some(passive) = passive(phrase, &path) {
                insert(&mut nodes, &passive, end);
            }
            insert(&mut nodes, &path, end);
        }
        let numbers = ENGLISH.lemma_table(|lemma| numbers.get(lemma).copied().unwrap_or(0));
        let mut first = Vec::new();
        for &(number, node) in nodes.first().map_or(&[][..], |root: &Node| &root.next) {
            first.resize(usize::from(number), 0);
            first.push(node);
        }
        let shapes = Shapes::new(stems.into_iter(), LONGEST_END);
        Self { numbers, others, shapes, first, nodes }
    }

    fn number(&self, text: &str, token: &Token) -> Option<u16> {
        match self.numbers.get(token.form) {
            Some(&number) => (number != 0).then_some(number),
            None if token.is_word() && token.is(Class::UNKNOWN) && token.span.len() < LONGEST_WORD => {
                let word = token.span.of(text);
                if !self.shapes.fit(word) {
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

/// `a decision was made` of `make ~ decision`: of a verb, with up to two particles, and its object.
fn passive(phrase: &str, path: &[u16]) -> Option<Vec<u16>> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let gap = words.len().checked_sub(2)?;
    let (first, object) = (look_up(words.first()?).0, look_up(words.last()?).0);
    let fits = (1..=3).contains(&gap)
        && path.iter().position(|&n| n == GAP) == Some(gap)
        && first.any(Class::BASE)
        && !first.any(Class::AUX)
        && object.any(Class::NOUN);
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
    text: &'p str,
    tokens: &'p [Token],
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
        let Some(token) = self.tokens.get(at).filter(|t| !participle || t.is(Class::PART)) else { return };
        let next = self.phrases.number(self.text, token).and_then(|number| self.phrases.step(node, number));
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
    use crate::{Span, matching::sheet::CLOSED, token::tokens};

    fn reads(text: &str) -> Vec<(String, Option<Key>)> {
        let tokens = tokens(text, Span::new(0, text.len()));
        let mut found = Vec::new();
        let mut taken = Vec::new();
        for at in 0..tokens.len() {
            if let Some(f) = find(text, &tokens, at).filter(|f| f.parts().all(|p| !taken.contains(&p))) {
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
