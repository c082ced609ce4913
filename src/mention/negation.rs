//! Negation: the words that negate, and how far they reach.
//!
//! Cue and scope are the field's terms (Morante and Daelemans, 2012, who annotated them for *SEM). A cue negates by itself (`not`,
//! `never`, `no`) or by its meaning (`failed to`, `denied`, `barely`): the latter are called implicit. What looks like a negation and
//! is none (`not only`, `no wonder`, `nothing but`) is left out.
//!
//! Two reports that differ in nothing but a negation are 99 % alike and say the opposite, so negations are compared by themselves
//! (see [`Discrepancy::Polarity`](crate::matching::Discrepancy::Polarity)). Opposite words (`opened`, `closed`) are no negations;
//! matching knows them.

use core::fmt;
use std::sync::LazyLock;

use crate::{
    Span,
    hash::Map,
    lexicon::{self, Class},
    mention::{
        clause::{Clause, Kind},
        syntax::{Parse, parses},
        tag::Tag,
    },
};

/// A negation of a text: the words that negate and the words they negate.
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Negation<'t> {
    #[serde(skip)]
    text: &'t str,
    cue: Span,
    scope: Span,
    implicit: bool,
}

impl<'t> Negation<'t> {
    pub(crate) const fn new(text: &'t str, cue: Span, scope: Span, implicit: bool) -> Self {
        Self { text, cue, scope, implicit }
    }

    /// The words that negate: `not`, `didn't`, `no longer`, `failed to`.
    #[must_use]
    pub const fn cue(&self) -> Span {
        self.cue
    }

    /// What is negated.
    ///
    /// With the cue, this is the smallest clause with its subject; for `without`, `lack of`, and `no` with its noun after a
    /// preposition, the phrase from the cue on. For verbs of denial, prevention and reversal (`denied`, `prevented`,
    /// `ruled out`) it is their complement, without the cue.
    #[must_use]
    pub const fn scope(&self) -> Span {
        self.scope
    }

    /// Whether the cue negates by its meaning alone: `refused to`, `barely`, `denied`.
    #[must_use]
    pub const fn is_implicit(&self) -> bool {
        self.implicit
    }

    /// The words of the scope.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.scope.of(self.text)
    }
}

impl fmt::Debug for Negation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Negation({:?}, {} {:?})", self.cue.of(self.text), self.scope, self.text())
    }
}

/// The negations of `text`, in the order of their cues; two cues in one clause are two negations.
///
/// Found by a list of cues, and cut to their scope by the clauses of the sentence. What only looks like a negation
/// (`not only`, `no doubt`, `no fewer than`, `No. 4`, `not until`) is left out; prefixes (`unhappy`) and words that
/// merely lean to the negative (`few`, `little`) do not count.
///
/// ```
/// use corroborate::mention::negation::negations;
///
/// let text = "The ferry never left the port, officials said, but nobody denied that it had been full.";
/// let found = negations(text);
/// assert_eq!(found[0].cue().of(text), "never");
/// assert_eq!(found[0].text(), "The ferry never left the port");
/// assert_eq!(found[2].cue().of(text), "denied");
/// assert_eq!(found[2].text(), "it had been full");
/// ```
#[must_use]
pub fn negations(text: &str) -> Vec<Negation<'_>> {
    let mut out = Vec::new();
    parses(text, |parse| {
        out.extend(negated(parse).into_iter().map(|n| Negation {
            text,
            cue: parse.span(n.cue.0, n.cue.1),
            scope: parse.span(n.scope.0, n.scope.1),
            implicit: n.implicit,
        }));
    });
    out
}

/// A negation of one sentence, in tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Negated {
    pub(crate) cue: (usize, usize),
    pub(crate) scope: (usize, usize),
    pub(crate) implicit: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Clause,
    Phrase,
    Complement,
    /// No negation after all.
    Nothing,
}

/// An entry of the list of cues.
#[derive(Debug)]
struct Cue {
    words: Vec<&'static str>,
    implicit: bool,
    reach: Reach,
    condition: &'static str,
}

/// The cues by their first word, the longest first.
static CUES: LazyLock<Map<&'static str, Vec<Cue>>> = LazyLock::new(|| {
    let mut cues: Map<&str, Vec<Cue>> = Map::default();
    for row in lexicon::rows(lexicon::NEGATION) {
        let &[words, kind, reach, ..] = row.as_slice() else { continue };
        let words: Vec<&str> = words.split(' ').collect();
        let reach = match (kind, reach) {
            ("none", _) => Reach::Nothing,
            (_, "phrase") => Reach::Phrase,
            (_, "complement") => Reach::Complement,
            _ => Reach::Clause,
        };
        let condition = row.get(3).copied().unwrap_or_default();
        let Some(&first) = words.first() else { continue };
        cues.entry(first).or_default().push(Cue { words, implicit: kind == "implicit", reach, condition });
    }
    for list in cues.values_mut() {
        list.sort_by_key(|c| core::cmp::Reverse(c.words.len()));
    }
    cues
});

/// The negations of one sentence, in the order of their cues.
pub(crate) fn negated(parse: &Parse) -> Vec<Negated> {
    let mut out = Vec::new();
    negated_into(parse, &mut out);
    out
}

/// As [`negated`], into a buffer that is emptied first.
pub(crate) fn negated_into(parse: &Parse, out: &mut Vec<Negated>) {
    out.clear();
    let mut from = 0;
    while let Some(at) = parse.next(from, CUE) {
        let Some(cue) = cue_at(parse, at) else {
            from = at + 1;
            continue;
        };
        let end = at + cue.words.len();
        if cue.reach != Reach::Nothing && !(cue.implicit && cue.words.len() == 1 && is_undone(parse, at)) {
            let scope = match cue.reach {
                Reach::Complement => complement(parse, at, end),
                Reach::Phrase => phrase(parse, at, end),
                // "warned the bank not to go ahead"
                _ if parse.tag(end) == Some(Tag::To) && parse.tag(at) == Some(Tag::Adv) => {
                    phrase(parse, at, end)
                }
                _ if compared(parse, at, end) => phrase(parse, at, end),
                _ if partial(parse, at, end) => phrase(parse, at, end),
                _ => clause(parse, at, end),
            };
            out.push(Negated { cue: (at, end), scope, implicit: cue.implicit });
        }
        from = end;
    }
}

/// Whether the denial at `at` is itself negated: "did not deny that it was", "not in dispute".
pub(crate) fn is_undone(parse: &Parse, at: usize) -> bool {
    let dispute = parse.lemma(at) == "dispute";
    if dispute && parse.tag(at) == Some(Tag::Noun) {
        let before =
            |i: usize| at >= i && (parse.class(at - i).any(Class::NEG) || parse.lemma(at - i) == "beyond");
        return before(1) || before(2);
    }
    let denies = dispute || parse.lemma(at) == "deny";
    let group = parse.finite_around(at).and_then(|c| parse.clauses.get(c)).filter(|c| c.head == Some(at));
    denies && group.is_some_and(|c| (c.verbs.0..at).any(|i| parse.class(i).any(Class::NEG)))
}

/// Whether what is negated only measures a noun: "a bag no bigger than a shoe", "with nothing worse than a bruise", against "the
/// river is no lower than it was".
fn compared(parse: &Parse, at: usize, end: usize) -> bool {
    let said =
        at.checked_sub(1).is_some_and(|i| parse.class(i).any(Class::BE) || parse.tag(i) == Some(Tag::Adv));
    parse.lemma(end + 1) == "than" && parse.tag(end) == Some(Tag::Adj) && at > 0 && !said
}

/// What the first word of a cue is.
const CUE: Class = Class::NEG.or(Class::NEGATES);

/// The word that the list of cues knows the token by.
fn key(parse: &Parse, at: usize) -> &'static str {
    let c = parse.class(at);
    if c.any(Class::NEG) && c.any(Class::AUX) { "not" } else { parse.lemma(at) }
}

fn cue_at(parse: &Parse, at: usize) -> Option<&'static Cue> {
    CUES.get(key(parse, at))?.iter().find(|cue| {
        let mut rest = cue.words.iter().enumerate().skip(1);
        rest.all(|(i, w)| key(parse, at + i) == *w) && holds(parse, cue, at)
    })
}

/// Whether the condition of the cue holds, and the word has the part of speech that negates.
fn holds(parse: &Parse, cue: &Cue, at: usize) -> bool {
    let end = at + cue.words.len();
    let tag = parse.tag(at);
    let verbal = cue.implicit
        && cue.reach != Reach::Phrase
        && parse.class(at).any(Class::VERB)
        && !parse.class(at).any(Class::ADV);
    if verbal && !tag.is_some_and(Tag::is_verb) {
        return false;
    }
    // "It is less clear why"
    if cue.implicit && tag == Some(Tag::Adj) && parse.class(at).any(Class::VERB) {
        return false;
    }
    // "a motion of no confidence"
    let of = || at > 0 && parse.lemma(at - 1) == "of";
    if parse.lemma(at) == "no"
        && parse.lemma(at + 1) == "confidence"
        && (of() || parse.tag(at + 2) == Some(Tag::Noun))
    {
        return false;
    }
    let stop = parse.finite_around(at).map_or(parse.tokens.len(), |c| parse.clauses[c].end);
    match cue.condition {
        "" => {
            !(parse.lemma(at) == "no"
                && parse.tokens[at].span.len() > 2
                && parse.class(at + 1).any(Class::NUMERAL))
        }
        "number" => parse.class(end).any(Class::NUMERAL),
        "no number" => {
            let amount = parse.tokens.get(end).is_some_and(|t| matches!(t.mark, '$' | '£' | '€' | '¥'));
            parse.tag(end) != Some(Tag::Numeral) && !amount
        }
        "object" => parse.tag(end).is_some_and(|t| t.in_noun_phrase()) || is_passive(parse, at),
        "fact" => {
            let object = (end..stop.min(end + 6))
                .find(|&i| parse.tag(i) == Some(Tag::Noun) && parse.tag(i + 1) != Some(Tag::Noun));
            let passive = parse
                .finite_around(at)
                .and_then(|c| parse.clauses[c].subject)
                .map(|(_, e)| e.saturating_sub(1));
            let fact = |i: usize| parse.class(i).any(Class::FACT);
            object.is_some_and(fact)
                || tag == Some(Tag::Participle) && passive.is_some_and(fact)
                || parse.lemma(end) == "as"
        }
        word => (end..stop.min(end + 12)).any(|i| parse.lemma(i) == word),
    }
}

/// The smallest clause with its subject around the cue, without the clauses at its end that stand for themselves.
fn clause(parse: &Parse, at: usize, cue_end: usize) -> (usize, usize) {
    let participial = parse.clauses.iter().find(|c| {
        c.kind == Kind::Participial
            && c.set_off
            && (c.start == at || c.start == cue_end && parse.is_mark(at.wrapping_sub(1), ','))
    });
    if let Some(c) = participial {
        return parse.trim(at.min(c.start), c.end);
    }
    // "fined for failing to act", "jailed for not repairing it": what came of it is not negated.
    let gerund = parse.clauses.iter().find(|c| {
        let led = at > 0 && parse.tag(at - 1) == Some(Tag::Prep);
        c.kind == Kind::Participial
            && (c.opener.is_some() && c.head == Some(at) || led && c.opener.is_none() && c.start == cue_end)
            && parse.tag(c.verbs.0) == Some(Tag::Ing)
    });
    if let Some(c) = gerund {
        let mut end = parse.trim(at, c.end).1;
        for inner in parse.clauses.iter().filter(|i| i.start > cue_end && i.start < c.end).rev() {
            if inner.end >= end && ends_scope(parse, inner) {
                end = parse.trim(at, inner.start.min(inner.opener.unwrap_or(inner.start))).1;
            }
        }
        return (at, parse.trim(at, untold(parse, c, end)).1.max(cue_end));
    }
    // "nor did its crew launch": the conjunction is the cue. "but not everyone agreed": it stands before.
    let leads = parse.lemma(at) == "nor" || at > 0 && parse.tag(at - 1) == Some(Tag::Coord);
    let joined = parse.clauses.iter().position(|c| c.kind == Kind::Coordinated && c.start == at + 1 && leads);
    let before = joined.and_then(|j| parse.clauses[j].parent).map(|p| parse.clauses[p].start..at);
    if let Some(neither) = before.and_then(|mut range| range.find(|&i| parse.lemma(i) == "neither")) {
        return clause(parse, neither, neither + 1);
    }
    let Some(index) = joined.or_else(|| parse.finite_around(at)) else {
        return phrase(parse, at, cue_end);
    };
    let c = &parse.clauses[index];
    // "No longer able to pay, the club sold its ground": only the phrase in front.
    let fronted = c.subject.is_some_and(|(s, _)| s > at && (cue_end..s).any(|i| parse.is_mark(i, ',')));
    if fronted && c.kind == Kind::Main {
        return phrase(parse, at, cue_end);
    }
    let start = match c.kind {
        Kind::Relative | Kind::Coordinated => c.start,
        Kind::Main => after_fronted(parse, index, at),
        _ => c.opener.map_or(c.start, |o| o + 1),
    };
    let mut end = c.end;
    for inner in parse.within(index).iter().rev() {
        let (_, stop) = parse.trim(start, end);
        if inner.end >= stop
            && inner.start > at
            && inner.start < end
            && inner.start >= c.verbs.1
            && ends_scope(parse, inner)
        {
            end = inner.start.min(inner.opener.unwrap_or(inner.start));
        }
    }
    // ", with two stands open": circumstances, not what is negated.
    let with =
        (cue_end..end).find(|&i| parse.is_mark(i, ',') && matches!(parse.lemma(i + 1), "with" | "according"));
    if let Some(comma) = with.filter(|&comma| comma >= c.verbs.1) {
        end = comma;
    }
    let (start, mut end) = parse.trim(start, untold(parse, c, end));
    // "neither confirmed nor denied it": one reach for both.
    let nor = |i: usize| parse.lemma(i) == "nor";
    if parse.lemma(at) == "neither" {
        if let Some(other) = parse
            .children(index)
            .find(|(_, k)| k.kind == Kind::Coordinated && k.start > 0 && nor(k.start - 1))
        {
            end = other.1.end;
        }
    }
    (start.min(at), end.max(cue_end))
}

/// The end of a negated clause before what somebody failed to tell somebody else, which goes for true: "failed to tell owners that
/// the dam leaked".
fn untold(parse: &Parse, around: &Clause, end: usize) -> usize {
    let told = |c: &&Clause| {
        let infinitive = c.parent.and_then(|p| parse.clauses.get(p)).filter(|p| p.kind == Kind::Infinitive);
        let tells = infinitive
            .and_then(|p| p.head)
            .is_some_and(|h| lexicon::kept_particles!("telling somebody").contains(&parse.lemma(h)));
        c.kind == Kind::Content && c.start >= around.verbs.1 && tells
    };
    let inside = parse.clauses.iter().filter(|c| c.start > around.start && c.start < end);
    inside.filter(|c| c.end >= parse.trim(around.start, end).1).find(told).map_or(end, |c| c.start)
}

/// The start of a main clause past the clauses in front of it.
fn after_fronted(parse: &Parse, index: usize, cue: usize) -> usize {
    let c = &parse.clauses[index];
    let subject = c.subject.map_or(c.verbs.0, |s| s.0);
    parse
        .children_before(index, subject)
        .filter(|k| k.set_off && k.end <= subject && k.end <= cue && k.start <= c.start + 1)
        .map(|k| k.end)
        .max()
        .unwrap_or(c.start)
}

/// Whether a clause at the end of another is outside the reach of a negation in that.
fn ends_scope(parse: &Parse, clause: &Clause) -> bool {
    let opener = clause.opener.map_or("", |o| parse.lemma(o));
    match clause.kind {
        Kind::Coordinated => true,
        Kind::Participial => clause.set_off || matches!(opener, "by" | "after" | "before" | "since"),
        Kind::Relative | Kind::Appositive => clause.set_off,
        Kind::Adverbial => {
            clause.head.is_some() && !matches!(opener, "until" | "till" | "than" | "so" | "lest")
        }
        _ => false,
    }
}

/// Whether the cue negates only the phrase after it: "not X but Y", ", not its crew", "with no agreement", "and never
/// over such a distance".
fn partial(parse: &Parse, at: usize, end: usize) -> bool {
    let next = parse.tag(end);
    let prev = at.checked_sub(1).and_then(|i| parse.tag(i));
    match key(parse, at) {
        "no" => governed(parse, at) && !clause_comes(parse, end),
        // "retracted four papers, none of them on sleep"
        "none" => at > 0 && parse.is_mark(at - 1, ',') && !clause_comes(parse, end),
        "not" if parse.class(at).any(Class::AUX) => false,
        "not" | "never" | "far" => {
            // "promised to stop drilling but not to close wells"
            let joined = prev == Some(Tag::Coord) && next == Some(Tag::To);
            // "hints at cuts, but not yet"
            let rest = (end..parse.tokens.len()).find(|&i| parse.tag(i) != Some(Tag::Adv));
            let alone = rest.is_none_or(|i| i > end && parse.tag(i) == Some(Tag::Mark));
            if prev == Some(Tag::Coord) && alone && next.is_some() {
                return true;
            }
            if next.is_none_or(|t| t.is_verb() || matches!(t, Tag::Adv | Tag::To))
                && parse.lemma(at) != "far"
                && !joined
            {
                return false;
            }
            let comma = at > 0 && parse.is_mark(at - 1, ',');
            let but = (end..(end + 10).min(parse.tokens.len()))
                .take_while(|&i| !parse.tag(i).is_some_and(|t| t.is_finite()) && !parse.is_mark(i, ';'))
                .any(|i| parse.lemma(i) == "but");
            // "but not buses", "and not the mayor"
            let phrase = matches!(next, Some(Tag::Noun | Tag::Proper | Tag::Det | Tag::Pronoun));
            let elliptical = prev == Some(Tag::Coord)
                && (matches!(next, Some(Tag::Prep | Tag::To)) || phrase && !clause_comes(parse, end));
            if parse.lemma(at) == "far" {
                return at == 0 || comma;
            }
            let aside = comma && (next != Some(Tag::Det) || !clause_comes(parse, end));
            aside || but && prev != Some(Tag::Mark) || elliptical
        }
        _ => false,
    }
}

/// Whether a finite verb comes before the next comma.
fn clause_comes(parse: &Parse, from: usize) -> bool {
    (from..parse.tokens.len())
        .take_while(|&i| parse.tag(i) != Some(Tag::Mark))
        .any(|i| parse.tag(i).is_some_and(Tag::is_finite))
}

/// Whether a preposition governs the noun phrase that the determiner at `at` opens, or a list that it goes on with.
fn governed(parse: &Parse, at: usize) -> bool {
    let mut i = at;
    while i > 0 && at - i < 12 {
        i -= 1;
        match parse.tag(i) {
            Some(Tag::Prep) if i + 1 == at => {
                return !lexicon::kept_particles!("under no").contains(&parse.lemma(at + 1));
            }
            Some(Tag::Prep) => return parse.lemma(i) == "with",
            Some(Tag::Coord) if i + 1 == at => {}
            Some(t) if t.in_noun_phrase() && i + 1 < at => {}
            Some(Tag::Mark) if parse.is_mark(i, ',') && i + 1 < at => {}
            _ => return false,
        }
    }
    false
}

/// From the cue to the end of the phrase it opens.
fn phrase(parse: &Parse, at: usize, end: usize) -> (usize, usize) {
    let gerund = parse.tag(end) == Some(Tag::Ing);
    let because = matches!(parse.lemma(end), "because");
    let mut stop = end;
    while stop < parse.tokens.len() {
        let ends = match parse.tag(stop) {
            Some(Tag::Mark) => {
                !matches!(parse.tokens[stop].mark, '“' | '”' | '"' | '‘' | '’' | '\'' | '$' | '£' | '€' | '%')
            }
            Some(Tag::Subord | Tag::Modal | Tag::Aux | Tag::Finite) => true,
            Some(Tag::Rel) => false,
            Some(Tag::Coord) => {
                parse.lemma(stop) == "but" || parse.clauses.iter().any(|c| c.start == stop + 1)
            }
            Some(Tag::Prep) => {
                !gerund
                    && !because
                    && stop > end
                    && !matches!(parse.lemma(stop), "of" | "to")
                    && parse.lemma(end) != "to"
            }
            _ => false,
        };
        if ends && stop > end {
            break;
        }
        stop += 1;
    }
    let (_, stop) = parse.trim(at, stop);
    (at, stop.max(end))
}

/// Whether the verb at `at` is passive.
fn is_passive(parse: &Parse, at: usize) -> bool {
    let around = parse.finite_around(at).map(|i| parse.clauses[i].verbs.0);
    parse.tag(at) == Some(Tag::Participle)
        && around.is_some_and(|first| (first..at).any(|v| parse.class(v).any(Class::BE)))
}

/// What follows a verb that denies, prevents or reverses; the clause where the verb is passive.
fn complement(parse: &Parse, at: usize, end: usize) -> (usize, usize) {
    let around = parse.finite_around(at);
    let stop = parse
        .clauses
        .iter()
        .rev()
        .find(|c| c.start <= at && at < c.end && c.head == Some(at))
        .or_else(|| around.map(|i| &parse.clauses[i]))
        .map_or(parse.tokens.len(), |c| c.end);
    if is_passive(parse, at) {
        return clause(parse, at, end);
    }
    let mut start = end;
    if parse.tag(start) == Some(Tag::That) {
        start += 1;
    }
    let mut end = stop;
    for inner in parse.clauses.iter().filter(|c| c.start > start && c.start < stop) {
        if inner.end >= parse.trim(start, end).1 && ends_scope(parse, inner) {
            end = end.min(inner.opener.unwrap_or(inner.start).min(inner.start));
        }
    }
    let (start, end) = parse.trim(start, end);
    if start < end { (start, end) } else { clause(parse, at, at + 1) }
}
