//! How the main clauses of two mentions stand to each other: who acts in each, who undergoes it, and which verb stands for which.

use super::{
    alignment::Alignment,
    discrepancy::MOST,
    features::{Features, Word},
    knowledge::Knowledge,
    places::Places,
    signals::Signals,
};

/// How the main clauses stand to each other: what their verbs, actors and others are to each other.
#[derive(Debug, Default)]
pub(super) struct Sides {
    /// Who acts in a undergoes in b, and the reverse.
    turned_a: bool,
    turned_b: bool,
    /// Both of them are names, or one is and the verb is the same.
    turned_sure: bool,
    /// The same acts in both, the same undergoes in both.
    actor: bool,
    undergoer: bool,
    /// The verbs tell one event from its two sides.
    pub(super) converse: bool,
    /// The verb is true of both sides alike: `met`.
    mutual: bool,
    /// The verbs of the main clauses stand for each other.
    heads: bool,
    /// The verb of one stands for a word of the other that is neither denied, possible nor to come.
    pub(super) plain_a: bool,
    pub(super) plain_b: bool,
    /// The main verb of one stands for a word of the other, and one of them alone is possible or to come.
    one_deed: bool,
    /// Both main clauses have named actors, and others.
    pub(super) other_actor: bool,
    /// One speaks of all of what the other speaks of some or few.
    pub(super) quantified: bool,
}

impl Sides {
    pub(super) fn of(a: &Features, b: &Features, s: &Signals, al: &Alignment, knowledge: &Knowledge) -> Self {
        const BOTH: u32 = Word::ACTOR | Word::UNDERGOER;
        const AHEAD: u32 = Word::POSSIBLE | Word::FUTURE;
        const MEANT: u32 = Word::DENIED | AHEAD;
        // Where nearly all else is shared, the verbs may tell one deed in words that do not look alike.
        let mut sides = Self { one_deed: s.coverage > MOST, ..Self::default() };
        let mut shared_actor = false;
        let mut named = (false, false);
        // "Adebari's decision drew criticism": not Adebari drew it.
        let leads = |f: &Features<'_>, w: &Word| {
            let actor = f.words.get(usize::from(f.actor));
            actor.is_none_or(|actor| actor.at == w.at || actor.is(Word::NAME) && actor.at.abs_diff(w.at) <= 2)
        };
        for l in &al.links {
            let (x, y) = (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]);
            sides.heads |= x.is(Word::HEAD) && y.is(Word::HEAD);
            sides.plain_a |= x.is(Word::HEAD) && !y.is(MEANT);
            sides.plain_b |= y.is(Word::HEAD) && !x.is(MEANT);
            let (ahead_x, ahead_y) = (x.is(AHEAD), y.is(AHEAD));
            let other = if ahead_x { y } else { x };
            sides.one_deed |= ahead_x != ahead_y
                && (x.is(Word::HEAD) || y.is(Word::HEAD))
                && (other.is(Word::DONE) || !other.is(Word::VERB));
            shared_actor |= (x.is(Word::ACTOR) || y.is(Word::ACTOR)) && (x.sort | y.sort) & Word::NAME != 0;
            let (p, q) = (x.sort & Word::QUANTIFIED, y.sort & Word::QUANTIFIED);
            sides.quantified |= p != 0 && q != 0 && p & q == 0;
            if (x.sort | y.sort) & (Word::VERB | Word::NUMBER | Word::CALENDAR | Word::ATTRIBUTION) != 0 {
                continue;
            }
            let name = x.is(Word::NAME) || y.is(Word::NAME);
            match (x.sort & BOTH, y.sort & BOTH) {
                (Word::ACTOR, Word::UNDERGOER) => {
                    sides.turned_a = true;
                    named.0 |= name && leads(a, x);
                }
                (Word::UNDERGOER, Word::ACTOR) => {
                    sides.turned_b = true;
                    named.1 |= name && leads(b, y);
                }
                (Word::ACTOR, Word::ACTOR) => sides.actor = true,
                (Word::UNDERGOER, Word::UNDERGOER) => sides.undergoer = true,
                _ => {}
            }
        }
        for x in a.words.iter().filter(|w| w.is(Word::HEAD)) {
            for y in b.words.iter().filter(|w| w.is(Word::HEAD)) {
                let converse = knowledge.converse(x.key, y.key);
                sides.converse |= converse;
                sides.mutual |= converse && x.key == y.key;
            }
        }
        sides.turned_sure = named.0 && named.1 || (named.0 || named.1) && sides.heads;
        let named = |f: &Features, alone: &Places| {
            // "The head of the Orlo family" has another name than it tells.
            let actor = f.words.get(usize::from(f.actor)).filter(|_| alone.holds(usize::from(f.actor)));
            actor.is_some_and(|w| {
                w.is(Word::ACTOR)
                    && w.is_own_name()
                    && !w.is(Word::RESOLVED | Word::ATTRIBUTION | Word::UNDERGOER)
            })
        };
        // A place or a body may stand for whoever leads it.
        let led =
            |f: &Features| f.words.iter().any(|w| w.is(Word::ACTOR) && w.is(Word::PLACE | Word::ACRONYM));
        sides.other_actor = (sides.heads || s.coverage > 0.5)
            && !sides.converse
            && !shared_actor
            && named(a, &al.alone_a)
            && named(b, &al.alone_b)
            && !led(a)
            && !led(b);
        sides
    }

    /// Who acts in one undergoes in the other, as far as the words tell.
    pub(super) const fn crossed(&self) -> bool {
        (self.turned_a || self.turned_b) && !self.actor
    }

    pub(super) fn roles_differ(&self, a: &Features<'_>, b: &Features<'_>) -> bool {
        if self.converse {
            !self.mutual && self.actor && self.undergoer
        } else {
            // "Officials increased the fines", "the fines increased in Iran": nobody acts where what follows is only a place.
            self.turned_sure && self.turned_a && self.turned_b && !self.actor && !a.located && !b.located
        }
    }

    /// Whether one main clause says what may be or is to come, and the other what is done.
    pub(super) fn meant_otherwise(&self, a: &Features, b: &Features) -> bool {
        let (x, y) = (a.stance, b.stance);
        if !self.one_deed {
            return false;
        }
        (x.possible || x.coming) && y.done && !y.modal && !self.plain_b
            || (y.possible || y.coming) && x.done && !x.modal && !self.plain_a
    }
}
