//! Whether one of two mentions tells as done what the other tells as offered, demanded, feared, tried or talked about.
//!
//! The word that puts something ahead says how: by an infinitive (`applied to drill`), what it acts on (`offered a rise`), a clause
//! (`demands that the museum return it`). All that it governs is ahead, nouns too; what the other mention's main verb tells as done
//! must be among it.

use core::ops::Range;
use std::sync::LazyLock;

use super::{
    alignment::{Alignment, Link},
    features::{Features, Word},
    marks::Own,
};
use crate::{
    hash::Map,
    lexicon::{AHEAD, Class, ENGLISH, Table, particles, rows},
    mention::{
        clause::{Clause, Kind},
        tag::Tag,
    },
    token::{Token, TokenKind},
};

/// How a word puts ahead what it governs: by an infinitive, an -ing form, after a preposition, what it acts on, a content clause, of
/// its subject after "under", as a modal verb, by an infinitive of whom it names, after "of" as a noun.
const TO: u16 = 1;
const ING: u16 = 2;
const FOR: u16 = 4;
const THING: u16 = 8;
const THAT: u16 = 16;
const UNDER: u16 = 32;
const MODAL: u16 = 64;
const WHOM: u16 = 128;
const OF: u16 = 256;

/// The sort that `ahead.txt` calls so; 0 for none.
fn sort(name: &str) -> u16 {
    match name {
        "to" => TO,
        "ing" => ING,
        "for" => FOR,
        "thing" => THING,
        "that" => THAT,
        "under" => UNDER,
        "modal" => MODAL,
        "whom" => WHOM,
        "of" => OF,
        _ => 0,
    }
}

static LISTED: LazyLock<Map<&str, u16>> = LazyLock::new(|| {
    let sorts = |how: &str| how.split(' ').fold(0, |all, name| all | sort(name));
    rows(AHEAD).filter_map(|r| Some((*r.first()?, sorts(r.get(1)?)))).collect()
});

/// How this word puts ahead what it governs; 0 for nearly all words.
fn governs(token: &Token) -> u16 {
    static TABLE: LazyLock<Table<u16>> =
        LazyLock::new(|| ENGLISH.lemma_table(|lemma| LISTED.get(lemma).copied().unwrap_or(0)));
    TABLE.get(token.form).copied().unwrap_or(0)
}

/// Prepositions before what is ahead: "a bid for", "talks about".
static PREPOSITIONS: LazyLock<&[&str]> = LazyLock::new(|| particles("before what is ahead"));
/// Verbs that say of what is ahead only that it is so: "put in a bid", "faces calls".
static CARRIERS: LazyLock<&[&str]> = LazyLock::new(|| particles("carries what is ahead"));
/// Verbs whose object tells the deed: "got a rise", "held talks".
static LIGHT: LazyLock<&[&str]> = LazyLock::new(|| particles("leaves the deed to its object"));

/// Who finds somebody guilty, and what they then do.
static COURTS: LazyLock<&[&str]> = LazyLock::new(|| particles("finds guilty"));
static FINDING: LazyLock<&[&str]> = LazyLock::new(|| particles("what a court finds"));
/// What makes a duty of something, and what only says that it would be good.
static BINDING: LazyLock<&[&str]> = LazyLock::new(|| particles("makes a duty"));
static ADVISING: LazyLock<&[&str]> = LazyLock::new(|| particles("advises"));
/// Verbs that put somebody on trial: "stood trial".
static ON_TRIAL: LazyLock<&[&str]> = LazyLock::new(|| particles("before trial"));

/// How many tokens after a verb the noun may stand that puts something ahead, and after that what it governs.
const REACH: usize = 8;
const GOVERNED: usize = 5;

/// What a mention tells as ahead and as done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outlook {
    /// Its words from here to there are ahead: by tokens as it is found, by their order as it is compared.
    pub(crate) ahead: (u16, u16),
    /// The word that puts them ahead.
    pub(crate) by: u16,
    /// Its main verb tells what is or was done.
    pub(crate) fact: bool,
    /// That verb leaves to its object what was done.
    pub(crate) light: bool,
    /// That verb only tells what somebody says: "announced cuts".
    pub(crate) says: bool,
    /// The modal verb of its main clause, where it says that something will or may be.
    pub(crate) modal: Modal,
    /// It tells that somebody is tried, in more words than one: `went on trial`.
    pub(crate) on_trial: bool,
    /// What the main clause says that somebody is to do is their duty, or good for them.
    pub(crate) duty: Duty,
    /// A court has found it so.
    pub(crate) found: bool,
}

/// How far somebody is bound to do something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Duty {
    #[default]
    None,
    Bound,
    Advised,
}

/// What a modal verb says of what is to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Modal {
    #[default]
    None,
    /// Will.
    Settled,
    /// May, might, could.
    Open,
}

impl Outlook {
    pub(crate) const NONE: Self = Self {
        ahead: (0, 0),
        by: 0,
        fact: false,
        light: false,
        says: false,
        modal: Modal::None,
        on_trial: false,
        duty: Duty::None,
        found: false,
    };

    /// Puts places of words for those of tokens.
    pub(crate) fn place(&mut self, at: impl Fn(u16) -> u16) {
        let (from, to) = self.ahead;
        if from < to {
            (self.ahead, self.by) = ((at(from), at(to)), at(self.by));
        }
    }

    fn is_ahead(&self, word: &Word) -> bool {
        // "Is expected to announce" says who announces, but what happens, too.
        let said = !word.is(Word::ATTRIBUTION) || word.is(Word::HEAD);
        (self.ahead.0..self.ahead.1).contains(&word.at) && !word.is(Word::ASIDE) && said
    }
}

impl Own {
    /// What the mention tells as ahead, and whether its main clause tells a deed.
    pub(crate) fn outlook(&self, main: Option<&Clause>) -> Outlook {
        let ahead = match main {
            None => self.roles.noun.and_then(|noun| self.put_ahead(noun, self.tokens.len())),
            Some(_) => {
                let told = |c: &&Clause| {
                    let head = c.head.and_then(|h| self.marks.get(h));
                    c.is_finite() && head.is_some_and(|m| m & (Word::ATTRIBUTION | Word::ASIDE) == 0)
                };
                self.clauses.iter().filter(told).find_map(|c| self.ahead_in(c))
            }
        };
        let fact = ahead.is_none() && main.is_some_and(|m| self.tells_deed(m));
        let (by, ahead) = ahead.map_or((0, (0, 0)), |(by, r)| (by as u16, (r.start as u16, r.end as u16)));
        let head = main.and_then(|m| m.head);
        let verb = head.and_then(|h| self.tokens.get(h));
        let light = verb.is_some_and(|t| LIGHT.contains(&t.lemma));
        let says = head.and_then(|h| self.frames.get(h)).is_some_and(|f| f & Word::REPORTING != 0);
        let tries = |m: &Clause| {
            let after = |h: usize| self.tokens.get(h + 1..m.end.min(h + 4)).unwrap_or_default();
            m.head.is_some_and(|h| after(h).iter().any(|t| t.lemma == "trial"))
        };
        let on_trial = main.is_some_and(tries) && verb.is_some_and(|t| ON_TRIAL.contains(&t.lemma));
        let modal = main.and_then(|m| self.tokens.get(m.verbs.0..m.head?)).unwrap_or_default();
        let modal = modal.iter().find_map(|t| match t.lemma {
            "will" | "shall" => Some(Modal::Settled),
            "may" | "might" | "could" => Some(Modal::Open),
            _ => None,
        });
        Outlook {
            ahead,
            by,
            fact,
            light,
            says,
            modal: modal.unwrap_or_default(),
            on_trial,
            duty: main.map_or(Duty::None, |m| self.duty(m)),
            found: self.is_found(),
        }
    }

    /// Whether the clause says that somebody must do what it tells, or should: by its verbs, or by what it says of its subject.
    fn duty(&self, clause: &Clause) -> Duty {
        let Some(head) = clause.head else { return Duty::None };
        let end = if self.tokens[head].is(Class::BE) || LIGHT.contains(&self.tokens[head].lemma) {
            head + 4
        } else {
            head + 1
        };
        let told = self.tokens.get(clause.verbs.0..end.min(clause.end).max(head + 1)).unwrap_or_default();
        // "Must have been": a guess.
        let guess = told.windows(2).any(|w| w[1].is(Class::HAVE));
        let duty = |t: &Token| {
            let bound = BINDING.contains(&t.lemma).then_some(Duty::Bound);
            bound.or_else(|| ADVISING.contains(&t.lemma).then_some(Duty::Advised))
        };
        let denied = told.iter().any(|t| t.is(Class::NEG));
        if guess || denied { Duty::None } else { told.iter().find_map(duty).unwrap_or_default() }
    }

    /// Whether a court says so by its finding.
    fn is_found(&self) -> bool {
        self.clauses.iter().any(|c| {
            let finds = c.head.and_then(|h| self.tokens.get(h)).is_some_and(|t| FINDING.contains(&t.lemma));
            let subject = c.subject.filter(|_| finds).and_then(|(from, to)| self.tokens.get(from..to));
            subject.is_some_and(|s| s.iter().any(|t| COURTS.contains(&t.lemma)))
        })
    }

    /// Where the first clause ends before another that a conjunction joins to it.
    fn end_alone(&self, clause: &Clause) -> usize {
        let joined = |c: &&Clause| {
            let of = c.parent.and_then(|p| self.clauses.get(p));
            c.kind == Kind::Coordinated && of.is_some_and(|of| of.head == clause.head)
        };
        self.clauses
            .iter()
            .filter(joined)
            .map(|c| c.start)
            .fold(clause.end.min(self.tokens.len()), usize::min)
    }

    /// What the clause puts ahead: by its verb, by what it says of its subject, or in its subject.
    fn ahead_in(&self, clause: &Clause) -> Option<(usize, Range<usize>)> {
        let head = clause.head?;
        let (verbs, end) = (clause.verbs.0..head, self.end_alone(clause));
        let modal = verbs.clone().find(|&j| governs(&self.tokens[j]) & MODAL != 0);
        if let Some(modal) = modal.filter(|_| !self.tokens[head].is(Class::HAVE)) {
            return Some((modal, modal + 1..self.before_other(modal + 1, end)));
        }
        let sort = governs(&self.tokens[head]);
        let passive =
            self.tags[head] == Tag::Participle && verbs.clone().any(|j| self.tokens[j].is(Class::BE));
        let next = self.tags.get(head + 1).filter(|_| head + 1 < end);
        // "A sale is planned for May", but "was offered a rise", "is expected to leave".
        if passive && sort & THING != 0 && !next.is_some_and(|t| *t == Tag::To || t.in_noun_phrase()) {
            let (from, to) = clause.subject?;
            return Some((head, from..to));
        }
        if let Some(found) = self.put_ahead(head, end) {
            return Some(found);
        }
        let carries = self.tokens[head].is(Class::BE) || CARRIERS.contains(&self.tokens[head].lemma);
        if carries {
            let stops = |j: &usize| self.tokens[*j].kind == TokenKind::Mark || self.tags[*j].is_finite();
            for j in (head + 1..end.min(head + REACH)).take_while(|j| !stops(j)) {
                let sort = governs(&self.tokens[j]);
                if sort & UNDER != 0 && self.tokens[j - 1].lemma == "under" {
                    let (from, to) = clause.subject?;
                    return Some((j, from..to));
                }
                if sort != 0 && !self.tags[j].is_verb() || sort & TO != 0 && self.tags[j] == Tag::Participle {
                    return self.put_ahead(j, end);
                }
            }
        }
        let (from, to) = clause.subject?;
        (from..to)
            .find(|&j| self.tags[j] == Tag::Noun && governs(&self.tokens[j]) != 0)
            .and_then(|j| self.put_ahead(j, to))
    }

    /// Where something else is told: at the next finite verb, or after a comma: "vied for the cup, then lost".
    fn before_other(&self, from: usize, end: usize) -> usize {
        let other = |t: &Tag| t.is_finite() || matches!(t, Tag::Adv | Tag::Coord | Tag::Participle);
        let comma = |j: usize| self.tokens[j].is_mark(',') && self.tags.get(j + 1).is_some_and(other);
        (from..end).find(|&j| self.tags[j].is_finite() || comma(j)).unwrap_or(end)
    }

    /// What the word at `at` puts ahead, of the tokens before `end`.
    fn put_ahead(&self, at: usize, end: usize) -> Option<(usize, Range<usize>)> {
        let sort = governs(self.tokens.get(at)?);
        if sort & !(UNDER | MODAL) == 0 {
            return None;
        }
        let (verb, tag) = (self.tags[at].is_verb(), |j: usize| self.tags.get(j).copied().filter(|_| j < end));
        let next = tag(at + 1)?;
        let object = verb
            && sort & THING != 0
            && (next.in_noun_phrase() || matches!(next, Tag::Adj | Tag::Participle));
        let content = || self.clauses.iter().any(|c| c.kind == Kind::Content && c.start == at + 1);
        let that = sort & THAT != 0 && (next == Tag::That || content());
        let ing = sort & ING != 0 && next == Tag::Ing;
        if that {
            return Some((at, at + 1..end));
        }
        let end = self.before_other(at + 1, end);
        if object || ing {
            return Some((at, at + 1..end));
        }
        let stops = |j: &usize| {
            self.tokens[*j].kind == TokenKind::Mark || matches!(self.tags[*j], Tag::Finite | Tag::Aux)
        };
        let mut reach = (at + 1..end.min(at + GOVERNED)).take_while(|j| !stops(j));
        if sort & TO != 0 {
            // "The threats were used to obtain it", "pushed out a program to mend it".
            let between = |to: usize| self.tags.get(at + 1..to).unwrap_or_default();
            let own = |to: &usize| {
                *to < end
                    && !between(*to)
                        .iter()
                        .any(|t| if verb { sort & WHOM == 0 && *t != Tag::Adv } else { t.is_verb() })
            };
            if let Some(to) = self.infinitive(at).filter(own) {
                return Some((at, to + 1..end));
            }
        }
        let by = |j: &usize| {
            let governed = tag(*j + 1);
            // A verb that reads as a noun as well: "applied to drill".
            if sort & TO != 0 && self.tokens[*j].is(Class::TO) {
                return governed == Some(Tag::Noun);
            }
            let things = sort & FOR != 0 && PREPOSITIONS.contains(&self.tokens[*j].lemma);
            let things = things || !verb && sort & OF != 0 && self.tokens[*j].lemma == "of";
            self.tags[*j] == Tag::Prep
                && (sort & ING != 0 && governed == Some(Tag::Ing)
                    || things
                        && governed.is_some_and(|t| {
                            t.in_noun_phrase() || matches!(t, Tag::Ing | Tag::Numeral | Tag::Mark)
                        }))
        };
        reach.find(by).map(|j| (at, j + 1..end))
    }

    /// Whether the verb at `head` leaves what happens to an infinitive: "is to leave", "looks set to leave", "was chosen to lead".
    fn leads_on(&self, head: usize) -> bool {
        let mut after = self.tags.iter().skip(head + 1);
        after.find(|t| !matches!(t, Tag::Adv | Tag::Adj | Tag::Participle)) == Some(&Tag::To)
    }

    /// Whether the clause tells what is done, was done or has been done: a headline tells so in the present.
    fn tells_deed(&self, clause: &Clause) -> bool {
        const NOT: u32 = Word::DENIED | Word::POSSIBLE | Word::FUTURE;
        let Some(head) = clause.head else { return false };
        let group = self.tokens.get(clause.verbs.0..head).unwrap_or_default();
        let tags = self.tags.get(clause.verbs.0..=head).unwrap_or_default();
        self.marks.get(head).is_some_and(|m| m & NOT == 0)
            && !self.leads_on(head)
            && !clause.verbs.0.checked_sub(1).is_some_and(|b| self.tokens[b].is(Class::TO))
            && clause.subject.is_some()
            && !tags.iter().any(|t| matches!(t, Tag::Modal | Tag::Ing | Tag::To))
            && !group.iter().any(|t| t.is(Class::NEG))
    }
}

/// Two mentions laid beside each other.
pub(super) struct Deed<'p> {
    pub(super) a: &'p Features<'p>,
    pub(super) b: &'p Features<'p>,
    pub(super) alignment: &'p Alignment,
    /// Whether they share most of what the heavier one says.
    pub(super) near: bool,
}

impl Deed<'_> {
    /// Whether what one tells as done is ahead in the other.
    pub(super) fn is_ahead_in_one(&self) -> bool {
        self.ahead_in(self.a, self.b, |l| (l.a, l.b)) || self.ahead_in(self.b, self.a, |l| (l.b, l.a))
    }

    /// Whether one says that it will be and the other that it may.
    pub(super) fn is_settled_in_one(&self) -> bool {
        let modals = (self.a.stance.outlook.modal, self.b.stance.outlook.modal);
        matches!(modals, (Modal::Settled, Modal::Open) | (Modal::Open, Modal::Settled))
            && self.alignment.links.iter().any(|l| {
                let (p, q) = (&self.a.words[usize::from(l.a)], &self.b.words[usize::from(l.b)]);
                l.likeness >= ALIKE
                    && p.is(Word::HEAD)
                    && q.is(Word::HEAD)
                    && (p.sort | q.sort) & Word::VERB != 0
            })
    }

    /// Whether one says that somebody must and the other that they should.
    pub(super) fn is_bound_in_one(&self) -> bool {
        let duties = (self.a.stance.outlook.duty, self.b.stance.outlook.duty);
        matches!(duties, (Duty::Bound, Duty::Advised) | (Duty::Advised, Duty::Bound))
            && self.alignment.links.iter().any(|l| {
                let (p, q) = (&self.a.words[usize::from(l.a)], &self.b.words[usize::from(l.b)]);
                l.likeness >= ALIKE
                    && (p.sort | q.sort) & (Word::NAME | Word::ATTRIBUTION | Word::CALENDAR) == 0
            })
    }

    fn ahead_in(
        &self,
        ahead: &Features<'_>,
        done: &Features<'_>,
        pair: impl Fn(&Link) -> (u16, u16),
    ) -> bool {
        let (x, y) = (ahead.stance.outlook, done.stance.outlook);
        if x.ahead.0 >= x.ahead.1 || !y.fact {
            return false;
        }
        const NOT: u32 = Word::DENIED | Word::POSSIBLE | Word::FUTURE;
        let links = || {
            let alike = self.alignment.links.iter().filter(|l| l.likeness >= ALIKE);
            alike.map(&pair).map(|(i, j)| (&ahead.words[usize::from(i)], &done.words[usize::from(j)], j))
        };
        // Both tell of the offer.
        if links().any(|(p, q, _)| p.at == x.by || q.is(Word::HEAD) && p.is(Word::HEAD) && !x.is_ahead(p)) {
            return false;
        }
        links().any(|(p, q, at)| {
            let object = q.is(Word::UNDERGOER) && at == done.object && done.direct;
            let thing = y.light && q.is(Word::NUMBER) || (y.light || self.near && !y.says) && object;
            x.is_ahead(p)
                && !p.is(Word::NAME)
                && !q.is(NOT | Word::ASIDE | Word::ATTRIBUTION)
                && (q.is(Word::HEAD) || thing)
        })
    }
}

/// How alike two words are of which one is done and the other ahead.
const ALIKE: f32 = 0.7;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_how_it_puts_ahead() {
        assert!(rows(AHEAD).count() > 50);
        for row in rows(AHEAD) {
            let [word, how] = row[..] else { panic!("malformed: {row:?}") };
            assert!(how.split(' ').all(|name| sort(name) != 0), "{word}: {how}");
        }
    }
}
