//! What comes first: whether one mention tells that something happened before what the other tells it happened after.

use super::{
    alignment::Alignment,
    features::{Features, Word},
    marks::Own,
};
use crate::{
    lexicon::{Class, kept_particles},
    mention::tag::Tag,
};

/// What a mention puts before or after the rest of what it tells: the words after `before` or `after`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sequence {
    /// When what they tell came.
    when: When,
    /// Where they stand in the order of words.
    start: u16,
    end: u16,
}

/// When the words that are put so tell that something came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Before the rest: after `after`.
    Earlier,
    /// With the rest: after `during`.
    AtOnce,
    /// After the rest: after `before`.
    Later,
}

/// How many words `before` may have after it where it opens no clause.
const LONGEST: usize = 16;
/// How much more the words have to speak for one reading than for the other.
const CLEAR: f32 = 2.0;

/// The one sequence that a mention tells, given where each token stands in the order of words, and how many words there are.
pub(crate) fn read(own: &Own, starts: &[u16], words: u16) -> Option<Sequence> {
    let mut found = (0..own.tokens.len()).filter_map(|at| {
        let (when, from) = opens(own, at)?;
        let end = own.opened_by(at, from).unwrap_or_else(|| phrase_end(own, from));
        let place = |at: usize| starts.get(at).copied().unwrap_or(words);
        Some(Sequence { when, start: place(from), end: place(end) })
    });
    let first = found.next()?;
    // Of two it is not sure which goes with which.
    found.next().is_none().then_some(first)
}

/// Whether the words from some token on are put after the rest by the token at `at`, or before it: `before`, `ahead of`.
fn opens(own: &Own, at: usize) -> Option<(When, usize)> {
    let lemma = |at: usize| own.tokens.get(at).map_or("", |t| t.lemma);
    let word = lemma(at);
    let tag = own.tags.get(at);
    // "Following the vote" is no participle where it comes first.
    let plain =
        matches!(tag, Some(Tag::Prep | Tag::Subord)) || at == 0 && matches!(tag, Some(Tag::Ing | Tag::Adj));
    let joined = matches!(lemma(at + 1), "of" | "to");
    // "Not until the vote" is after it.
    let denied = || own.tokens.iter().take(at).rev().take(LONGEST).any(|t| t.is(Class::NEG));
    if plain && kept_particles!("ends a negation").contains(&word) && denied() {
        Some((When::Earlier, at + 1))
    } else if plain && kept_particles!("what comes later").contains(&word) {
        Some((When::Later, at + 1))
    } else if plain && kept_particles!("what comes earlier").contains(&word) {
        Some((When::Earlier, at + 1))
    } else if plain && kept_particles!("what comes at once").contains(&word) {
        Some((When::AtOnce, at + 1))
    } else if joined && kept_particles!("what comes later, before of and to").contains(&word) {
        Some((When::Later, at + 2))
    } else if joined && kept_particles!("what comes earlier, before of and to").contains(&word) {
        Some((When::Earlier, at + 2))
    } else {
        // "By the time the bus came".
        let by = word == "time" && at > 1 && lemma(at - 1) == "the" && lemma(at - 2) == "by";
        by.then_some((When::Later, at + 1))
    }
}

/// Where the phrase, or the clause that nobody found, ends that has its first word at token `from`.
fn phrase_end(own: &Own, from: usize) -> usize {
    let (mut noun, mut finite) = (false, false);
    let mut end = from;
    while let Some(tag) = own.tags.get(end).copied().filter(|_| end < from + LONGEST) {
        finite |= tag.is_finite() && noun;
        let verb = matches!(tag, Tag::Ing | Tag::Participle | Tag::Adv);
        let phrase = tag.in_noun_phrase() || verb || tag == Tag::Prep;
        let clause = finite && !matches!(tag, Tag::Mark | Tag::Coord | Tag::Rel | Tag::That | Tag::Subord);
        if !clause && (tag == Tag::Det && noun || !phrase) {
            break;
        }
        noun = tag.is_nominal();
        end += 1;
    }
    end
}

/// Whether the same is told to have come first in one mention and last in the other.
pub(crate) fn sequences_differ(a: &Features<'_>, b: &Features<'_>, al: &Alignment) -> bool {
    let Some((x, y)) = a.sequence.zip(b.sequence) else { return false };
    if a.stance.is_negative() != b.stance.is_negative() {
        return false;
    }
    // What is put before or after in both, in the first alone, in the second alone.
    let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
    // Whether what one puts so is what the other tells in its main clause.
    let mut main = (false, false);
    for l in &al.links {
        let (Some(p), Some(q)) = (a.words.get(usize::from(l.a)), b.words.get(usize::from(l.b))) else {
            continue;
        };
        if (p.sort | q.sort) & (Word::ATTRIBUTION | Word::CALENDAR | Word::NUMBER) != 0 {
            continue;
        }
        let weight = l.likeness * (p.rarity + q.rarity) / 2.0;
        match ((x.start..x.end).contains(&p.at), (y.start..y.end).contains(&q.at)) {
            (true, true) => both += weight,
            (true, false) => {
                first += weight;
                main.0 |= q.is(Word::HEAD);
            }
            (false, true) => {
                second += weight;
                main.1 |= p.is(Word::HEAD);
            }
            _ => {}
        }
    }
    if x.when == y.when {
        // "The mayor left before the vote", "the vote was held before the mayor left".
        x.when != When::AtOnce && main == (true, true) && first.min(second) > CLEAR * both
    } else {
        both > CLEAR * first.max(second)
    }
}

#[cfg(test)]
mod tests {
    use super::When;
    use crate::matching::{index::Statement, knowledge::Knowledge, page::Page, reader::Reader};

    #[test]
    fn reads_what_is_put_before_or_after() {
        let cases = [
            ("The guard left before the fire broke out.", Some((When::Later, 4))),
            ("After the vote the mayor left.", Some((When::Earlier, 2))),
            ("The mayor left ahead of the vote.", Some((When::Later, 2))),
            ("The guard had left by the time the fire broke out.", Some((When::Later, 4))),
            ("The patient died during the operation.", Some((When::AtOnce, 2))),
            ("The guard left.", None),
            ("After the vote and before the dinner he left.", None),
        ];
        for (text, expected) in cases {
            let mut page = Page::default();
            Reader::default().statement(&Statement::new(text), &mut page, Knowledge::english());
            let found = page.get(0).sequence.map(|s| (s.when, s.end - s.start));
            assert_eq!(found, expected, "{text}");
        }
    }
}
