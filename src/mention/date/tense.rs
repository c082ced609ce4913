//! Whether a date without a year lies before or after the report: the tense of the verb that it hangs on.

use std::sync::LazyLock;

use crate::{
    hash::Map,
    lexicon::{self, Class},
    token::{Token, TokenKind},
};

/// The side of the report's own day on which a date is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

/// What the verb says of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// The verb is in the present: `opens on Monday` lies ahead, but `is dated 14 October` behind.
    Present,
}

/// Words that point ahead, and whether a date after them does so too.
static PLANNED: LazyLock<Map<&'static str, bool>> =
    LazyLock::new(|| lexicon::rows(lexicon::PLANNED).map(|r| (r[0], r.len() > 1)).collect());

/// How far a verb is looked for, in tokens.
const REACH: usize = 24;

/// The tense of the verb that the date in the tokens `first..end` hangs on.
pub(super) fn tense(text: &str, tokens: &[Token], first: usize, end: usize) -> Tense {
    let words = Words { text, tokens };
    let before = first.checked_sub(1).map_or("", |i| words.word(i));
    // A paper that bears the date of October was not written for the next one.
    if lexicon::kept_particles!("before a date of the past").iter().any(|w| before.eq_ignore_ascii_case(w)) {
        return Tense::Past;
    }
    // "His allies on Monday predicted", "and on Monday announced": the verb comes right after the date.
    // But "the exam cancelled on Monday will be held": the verb before has it.
    let held = first > 1
        && words.class(first - 1).any(Class::PREP)
        && words.class(first - 2).any(Class::PAST.or(Class::PART))
        && !words.class(first - 2).any(Class::NOUN.or(Class::AUX));
    if words.is_finite(end) && !words.class(end).any(Class::POSSESSIVE) && !held {
        return words.ahead(end).unwrap_or(Tense::Past);
    }
    // "Asked the bank for a report by Friday": what is asked for comes later.
    if before == "by" && words.asks_before(first - 1) {
        return Tense::Future;
    }
    // "Two are missing, down from 30 on Thursday": so it was then.
    let from =
        (first.saturating_sub(5)..first).any(|i| words.is(i, &["up", "down"]) && words.is(i + 1, &["from"]));
    if before == "on" && from {
        return Tense::Past;
    }
    // ", but in August it brought": the date leads in a clause, whose verb comes after it.
    if words.leads_in(first, end) {
        if let Some(tense) = words.ahead(end) {
            return tense;
        }
    }
    // "If Thursday's judgment stands": the verb of its own clause comes after it.
    let opens = first
        .checked_sub(1)
        .is_some_and(|i| words.class(i).any(Class::SUBORD) && !words.class(i).any(Class::PREP));
    if opens && words.class(end).any(Class::POSSESSIVE) {
        if let Some(tense) = words.ahead(end) {
            return tense;
        }
    }
    let tense = words.back(first, end).or_else(|| words.ahead(end)).unwrap_or(Tense::Past);
    // "Customers have until June": what lasts now ends later.
    let has = first.checked_sub(2).is_some_and(|i| words.is(i, &["have", "has"]));
    let lasts = matches!(before, "until" | "till") && (tense == Tense::Present || has);
    if lasts { Tense::Future } else { tense }
}

struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Words<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    fn class(&self, i: usize) -> Class {
        self.tokens.get(i).map_or(Class::default(), |t| t.class)
    }

    /// Whether the nearest verb before token `i` asks for something.
    fn asks_before(&self, i: usize) -> bool {
        let verb = |t: &&Token| t.is(Class::PAST.or(Class::THIRD)) && t.is(Class::VERB);
        let near = self.tokens.get(i.saturating_sub(REACH)..i).unwrap_or_default();
        let verb =
            near.iter().rev().take_while(|t| !t.is(Class::TO)).find(|t| verb(t) && !t.is(Class::MOSTLY_NOUN));
        verb.is_some_and(|t| lexicon::kept_particles!("asks for a day").contains(&t.lemma))
    }

    /// Whether the date in `first..end`, with its preposition, stands between a conjunction and a subject pronoun.
    fn leads_in(&self, first: usize, end: usize) -> bool {
        let Some(joint) = first.checked_sub(2) else { return false };
        let subject = self.class(end);
        self.class(first - 1).any(Class::PREP)
            && self.class(joint).any(Class::COORD)
            && subject.any(Class::SUBJECT)
            && !subject.any(Class::DET)
    }

    /// Whether token `i` is a finite verb beyond doubt.
    fn is_finite(&self, i: usize) -> bool {
        let class = self.class(i);
        class.any(Class::AUX) && !class.any(Class::ING.or(Class::MONTH))
            || class.all(Class::VERB.or(Class::PAST))
                && !class.any(Class::CAPITAL.or(Class::NOUN).or(Class::ADJ))
    }

    /// The nearest verb before the date.
    fn back(&self, first: usize, end: usize) -> Option<Tense> {
        let mut opened = false;
        for j in (first.saturating_sub(REACH)..first).rev() {
            let token = self.tokens.get(j)?;
            if token.kind == TokenKind::Mark && matches!(token.mark, '.' | '!' | '?' | ';' | '…') {
                return None;
            }
            // A clause begins: its own verb comes after the date.
            let opens =
                token.is(Class::REL.or(Class::SUBORD)) && !token.is(Class::PREP) || self.is(j, &["that"]);
            if opens && j + 3 < first && !opened {
                opened = true;
                if let Some(direction) = self.ahead(end) {
                    return Some(direction);
                }
            }
            if self.is(j, &["according", "statement"]) {
                return Some(Tense::Past);
            }
            // "Scheduled for", "due on", "the upcoming"; but "they expect" is the present of the teller.
            let planned = PLANNED.get(token.lemma) == Some(&true) && !token.is(Class::THIRD);
            if planned && (!token.is(Class::BASE) || !token.is(Class::VERB)) || self.is(j, &["set"]) {
                return Some(Tense::Future);
            }
            if let Some(direction) = self.verb(j) {
                return Some(direction);
            }
        }
        None
    }

    /// The first verb after the date.
    fn ahead(&self, end: usize) -> Option<Tense> {
        for j in end..(end + REACH).min(self.tokens.len()) {
            let token = self.tokens.get(j)?;
            if token.kind == TokenKind::Mark && matches!(token.mark, '.' | '!' | '?' | ';' | '…') {
                return None;
            }
            if token.is(Class::MODAL) && !token.is(Class::MONTH.or(Class::POSSESSIVE)) {
                return Some(self.modal(j));
            }
            // The auxiliary comes first here; the group is judged at its last verb.
            if token.is(Class::HAVE.or(Class::BE).or(Class::DO)) && !token.is(Class::POSSESSIVE) {
                let last = (j + 1..(j + 4).min(self.tokens.len())).find(|&k| {
                    self.tokens.get(k).is_some_and(|t| {
                        t.is(Class::VERB)
                            && !t.is(Class::AUX)
                            && t.is(Class::PART.or(Class::ING).or(Class::BASE))
                    })
                });
                return last.and_then(|k| self.verb(k)).or_else(|| self.verb(j));
            }
            if let Some(direction) = self.verb(j) {
                return Some(direction);
            }
        }
        None
    }

    fn modal(&self, j: usize) -> Tense {
        let have = (j + 1..j + 4).any(|k| self.is(k, &["have"]));
        if have && !self.is(j, &["will", "'ll", "’ll"]) { Tense::Past } else { Tense::Future }
    }

    /// The time of the finite verb group that ends with token `j`; nothing where `j` is no verb of one.
    fn verb(&self, j: usize) -> Option<Tense> {
        let token = self.tokens.get(j)?;
        if !token.is(Class::VERB.or(Class::AUX))
            || token.is(Class::POSSESSIVE) && !token.is(Class::MODAL) && token.span.len() > 3
        {
            return None;
        }
        if token.is(Class::CAPITAL) && token.is(Class::NOUN.or(Class::MONTH)) {
            return None;
        }
        if token.is(Class::POSSESSIVE) {
            return None;
        }
        if token.is(Class::MODAL) {
            return Some(self.modal(j));
        }
        // The auxiliaries before it, over adverbs and "not".
        let mut k = j;
        let mut aux = None;
        while k > 0 && j - k < 4 {
            k -= 1;
            let before = self.tokens.get(k)?;
            if before.is(Class::AUX) && !before.is(Class::POSSESSIVE) {
                aux = Some(k);
            } else if before.is(Class::TO) {
                return self.infinitive(k);
            } else if !before.is(Class::ADV.or(Class::NEG)) || before.is(Class::NOUN) {
                break;
            }
        }
        if let Some(aux) = aux {
            let first = self.tokens.get(aux)?;
            if first.is(Class::MODAL) {
                return Some(self.modal(aux));
            }
            if first.is(Class::PAST) || first.is(Class::HAVE) {
                return Some(Tense::Past);
            }
            // "Is scheduled", "is leaving", "does not open"; but "is dated", "is closed".
            let passive = first.is(Class::BE) && token.is(Class::PART) && !token.is(Class::ING);
            return Some(if passive { Tense::Present } else { Tense::Future });
        }
        if token.is(Class::PAST) || token.is(Class::PART) {
            let before = j.checked_sub(1).and_then(|i| self.tokens.get(i));
            let after = self.class(j + 1);
            // "a sponsored walk", "will stay shut"
            let modifies = before.is_some_and(|t| t.is(Class::DET) && !t.is(Class::PRON))
                && token.is(Class::PART)
                && after.any(Class::NOUN);
            let stays = before.is_some_and(|t| lexicon::kept_particles!("stays so").contains(&t.lemma));
            return if modifies || stays { None } else { Some(Tense::Past) };
        }
        if token.is(Class::BE.or(Class::HAVE).or(Class::DO)) {
            return Some(if token.is(Class::HAVE) { Tense::Past } else { Tense::Future });
        }
        let before = j.checked_sub(1).map_or(Class::default(), |i| self.class(i));
        let listed = before.any(Class::COORD) && j > 1 && self.class(j - 2).any(Class::PLURAL);
        let nominal = token.is(Class::PLURAL) && (!token.is(Class::MOSTLY_VERB) || listed)
            || before
                .any(Class::DET.or(Class::POSSDET).or(Class::PREP).or(Class::NUMERAL).or(Class::POSSESSIVE))
                && token.is(Class::NOUN);
        if token.is(Class::THIRD) && !nominal {
            let tells = lexicon::kept_particles!("telling of the past in the present").contains(&token.lemma);
            return Some(if tells { Tense::Past } else { Tense::Present });
        }
        (token.is(Class::BASE) && token.is(Class::MOSTLY_VERB) && self.plural_subject(j))
            .then_some(Tense::Future)
    }

    /// Whether a plain form at token `j` has its subject before it: "they meet", "voters go", "voters in the region go".
    fn plural_subject(&self, j: usize) -> bool {
        let token = |back: usize| j.checked_sub(back).and_then(|i| self.tokens.get(i));
        let plural = |t: &Token| t.is(Class::PLURAL.or(Class::SUBJECT)) && !t.is(Class::DET);
        token(1).is_some_and(plural)
            || token(1).is_some_and(|t| t.is(Class::NOUN) && !t.is(Class::ADJ))
                && (2..=4)
                    .any(|n| token(n).is_some_and(|t| t.is(Class::PREP)) && token(n + 1).is_some_and(plural))
    }

    /// `to open` in "is expected to open" lies ahead, in "failed to open" and "was forced to open" behind.
    /// Where nothing before "to" decides, as in "money to fix the roof", the search goes on to the verb before it.
    fn infinitive(&self, to: usize) -> Option<Tense> {
        for k in (to.saturating_sub(6)..to).rev() {
            let Some(governor) = self.tokens.get(k) else { break };
            if governor.kind == TokenKind::Mark {
                break;
            }
            if PLANNED.contains_key(governor.lemma) {
                return Some(Tense::Future);
            }
            if governor.is(Class::BE) && k + 1 == to
                || governor.is(Class::MODAL) && !governor.is(Class::POSSESSIVE)
            {
                return Some(Tense::Future);
            }
            if governor.is(Class::VERB) && governor.is(Class::PAST) && !governor.is(Class::ADJ) {
                return Some(Tense::Past);
            }
            if governor.is(Class::HAVE) && governor.is(Class::THIRD.or(Class::BASE)) && k + 1 < to {
                return Some(Tense::Past);
            }
        }
        // "A ceremony to be held on Saturday": a noun with its own infinitive lies ahead.
        let be = self.is(to + 1, &["be"]);
        be.then_some(Tense::Future)
    }
}
