//! Whether one of two mentions denies what the other says: by a negation, by words of the opposite sense, by ending it.
//!
//! A negation may be told in other words (`did not survive`, `died`; `failed to agree`, `without agreement`), stand at the verb
//! or at its object (`left no note`, `did not leave a note`), or deny a denial (`would not rule out`). So what one denies is a
//! difference only where nothing in the other may carry the denial.

use super::{
    alignment::{Alignment, Link, Phrased},
    features::{Features, Word},
    knowledge::Knowledge,
    places::Places,
    signals::Signals,
};

/// How alike two words are of which one is denied.
const DENIED_ALIKE: f32 = 0.75;
/// How alike what is done and what is ended are.
const ENDED_ALIKE: f32 = 0.7;
/// How many words after or before a negation, or a word that tells an event, may stand what it is said of.
const NEAR: u16 = 5;

/// Two mentions laid beside each other.
pub(super) struct Denial<'p> {
    pub(super) a: &'p Features<'p>,
    pub(super) b: &'p Features<'p>,
    pub(super) alignment: &'p Alignment,
    pub(super) knowledge: &'p Knowledge,
    /// Whether they are in nearly the same words.
    pub(super) even: bool,
}

impl Denial<'_> {
    /// Whether what one denies stands in the other without a negation, and nothing there may carry it.
    pub(super) fn in_one(&self) -> bool {
        // "Left without power" is a phrase that the other mention knows.
        let in_phrase =
            |w: &Word, read: &Phrased| w.is(Word::PART) && w.is(Word::DENIED) && !read.whole.is_empty();
        let links = self.alignment.links.iter().filter(|l| l.likeness >= DENIED_ALIKE);
        links.map(|l| (&self.a.words[usize::from(l.a)], &self.b.words[usize::from(l.b)])).any(|(x, y)| {
            (x.sort | y.sort) & Word::ATTRIBUTION == 0
                && !in_phrase(x, &self.alignment.phrases_a)
                && !in_phrase(y, &self.alignment.phrases_b)
                && match (x.is(Word::DENIED), y.is(Word::DENIED)) {
                    (true, false) => !self.carried(false, y.at),
                    (false, true) => !self.carried(true, x.at),
                    _ => false,
                }
        })
    }

    /// Whether only one holds negations, in nearly the same words, and of nothing that the other denies in any way.
    pub(super) fn negated_in_one(&self, s: &Signals) -> bool {
        let (x, y) = (self.a.stance, self.b.stance);
        let both = |l: &Link| {
            self.a.words[usize::from(l.a)].is(Word::DENIED) && self.b.words[usize::from(l.b)].is(Word::DENIED)
        };
        s.negated > 0.0
            && self.even
            && x.negations != y.negations
            && !self.alignment.links.iter().any(both)
            && !self.denies_aside(x.negations > y.negations)
            && !self.told_by_meaning(x.negations < y.negations)
            && !self.denies_a_denial(x.negations > y.negations)
    }

    /// Whether one main clause denies something, the other nothing in any way, and it is not of something else: `plain` tells for each
    /// whether what it tells stands in the other as what is so.
    pub(super) fn main_in_one(&self, plain: (bool, bool)) -> bool {
        let silent =
            |f: &Features<'_>| f.stance.negations == 0 && !f.words.iter().any(|w| w.is(Word::DENIED));
        self.alignment.opposites.is_empty()
            && [true, false].into_iter().any(|by_a| {
                let (f, other, plain) =
                    if by_a { (self.a, self.b, plain.1) } else { (self.b, self.a, plain.0) };
                f.stance.denies
                    && silent(other)
                    && !plain
                    && !self.told_by_meaning(!by_a)
                    && !self.denies_a_denial(by_a)
            })
    }

    /// Whether two words of opposite sense are said of one thing: both tell what the main clauses tell, of the same, or a word near
    /// the one stands for a word near the other. Others may speak of anything: "rescued a vessel under attack", "captured the
    /// pirates after the attack".
    pub(super) fn opposed(&self) -> bool {
        let (a, b) = (self.a, self.b);
        let links = || {
            let links = self.alignment.links.iter();
            links.map(|l| (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]))
        };
        let near = |x: u16, y: u16| x != y && x.abs_diff(y) <= NEAR;
        let of_one = || {
            let sides = Word::SUBJECT | Word::ACTOR | Word::UNDERGOER;
            let none = |f: &Features<'_>| !f.words.iter().any(|w| w.is(Word::SUBJECT));
            none(a) || none(b) || links().any(|(p, q)| p.sort & q.sort & sides != 0)
        };
        self.alignment.opposites.iter().any(|&(i, j)| {
            let (x, y) = (&a.words[usize::from(i)], &b.words[usize::from(j)]);
            // "The ban was lifted" allows what the ban forbade.
            if self.ended(a, i) || self.ended(b, j) {
                return false;
            }
            if x.is(Word::HEAD) && y.is(Word::HEAD) {
                return self.denies_main(a, x) == self.denies_main(b, y) && of_one();
            }
            // Who wins and who loses is told by the main clauses alone.
            if self.knowledge.converse(x.key, y.key) {
                return false;
            }
            let events = x.tells_event() && y.tells_event();
            let reach = |at: u16, other: u16| if events { near(at, other) } else { at.abs_diff(other) == 1 };
            links().any(|(p, q)| reach(x.at, p.at) && reach(y.at, q.at))
        })
    }

    /// Whether one ends what the other does: "lifted its sanctions on the institute", "the institute was sanctioned".
    pub(super) fn undone(&self) -> bool {
        let (a, b) = (self.a, self.b);
        a.ends != b.ends
            && !self.ended_in_both()
            && self.alignment.links.iter().filter(|l| l.likeness >= ENDED_ALIKE).any(|l| {
                let (ended, done) = if a.ends {
                    (self.has_object(a) && l.a == a.object, &b.words[usize::from(l.b)])
                } else {
                    (self.has_object(b) && l.b == b.object, &a.words[usize::from(l.a)])
                };
                ended && done.is(Word::HEAD) && done.is(Word::VERB) && !done.is(Word::DENIED)
            })
    }

    /// Whether the verb that ends something has an object: "ended the ban", "called off the strike", not "ended with an agreement".
    fn has_object(&self, f: &Features<'_>) -> bool {
        f.direct
            || f.words.iter().any(|w| w.is(Word::PHRASE) && w.is(Word::HEAD) && self.knowledge.ends(w.key))
    }

    /// Whether the word is what the mention says has ended.
    fn ended(&self, f: &Features<'_>, i: u16) -> bool {
        f.ends && i == f.object
    }

    /// Whether the verb that ends something stands in the other mention as well, as a noun or in a headline.
    fn ended_in_both(&self) -> bool {
        self.alignment.links.iter().filter(|l| l.likeness >= ENDED_ALIKE).any(|l| {
            let (x, y) = (&self.a.words[usize::from(l.a)], &self.b.words[usize::from(l.b)]);
            let ends = |w: &Word| w.is(Word::HEAD) && self.knowledge.ends(w.key);
            if self.a.ends { ends(x) } else { ends(y) }
        })
    }

    /// Whether the main clause is denied otherwise than by its own word `opposed`: "failed to reach" is what "managed to reach" is not.
    fn denies_main(&self, f: &Features<'_>, opposed: &Word) -> bool {
        let own = |w: &Word| {
            self.negative(opposed) && w.at >= opposed.at && w.at - opposed.at <= NEAR || w.is(Word::PART)
        };
        let main = |w: &&Word| w.is(Word::DENIED) && w.is(Word::HEAD | Word::SUBJECT) && !own(w);
        f.words.iter().filter(main).count() % 2 == 1
    }

    fn negative(&self, word: &Word) -> bool {
        self.knowledge.negative(word.key) || self.knowledge.negative(word.family)
    }

    /// Whether one mention, `a` or else b, denies a word that the other lacks and that denies by its meaning: "was not unaware".
    fn denies_a_denial(&self, by_a: bool) -> bool {
        let f = if by_a { self.a } else { self.b };
        let mut denied = self.own(by_a).filter(|(_, w)| w.is(Word::DENIED));
        denied.any(|(_, w)| self.negative(w)) || f.stance.privative && f.stance.negations > 0
    }

    /// Whether all that one mention, `a` or else b, denies is told by the way, and is nothing that the other says: "a driver who had no
    /// licence".
    fn denies_aside(&self, by_a: bool) -> bool {
        let f = if by_a { self.a } else { self.b };
        let mut denied = f.words.iter().enumerate().filter(|(_, w)| w.is(Word::DENIED)).peekable();
        denied.peek().is_some()
            && denied.all(|(i, w)| w.is(Word::ASIDE) && self.own(by_a).any(|(own, _)| own == i))
    }

    /// The words of one mention, `a` or else b, that the other lacks.
    fn own(&self, by_a: bool) -> impl Iterator<Item = (usize, &Word)> {
        let al = self.alignment;
        let (f, alone, read): (_, &Places, &Phrased) =
            if by_a { (self.a, &al.alone_a, &al.phrases_a) } else { (self.b, &al.alone_b, &al.phrases_b) };
        f.words.iter().enumerate().filter(move |(i, w)| alone.holds(*i) || read.leaves(*i, w))
    }

    /// Whether one mention, `a` or else b, may deny in another way what the other denies of its word at `at`.
    fn carried(&self, by_a: bool, at: u16) -> bool {
        let f = if by_a { self.a } else { self.b };
        let answered = |i: usize| {
            self.alignment.links.iter().any(|l| {
                let (own, other) = if by_a {
                    (l.a, &self.b.words[usize::from(l.b)])
                } else {
                    (l.b, &self.a.words[usize::from(l.a)])
                };
                usize::from(own) == i && other.is(Word::DENIED)
            })
        };
        self.told_by_meaning(by_a)
            || f.words
                .iter()
                .enumerate()
                .any(|(i, w)| w.is(Word::DENIED) && (!self.even || w.at.abs_diff(at) <= NEAR) && !answered(i))
    }

    /// Whether one mention, `a` or else b, has a word for itself that denies by its meaning.
    fn told_by_meaning(&self, by_a: bool) -> bool {
        let (f, other) = if by_a { (self.a, self.b) } else { (self.b, self.a) };
        f.stance.privative && !other.stance.privative || self.own(by_a).any(|(_, w)| self.negative(w))
    }
}
