//! What the words around a verb tell of the clause it makes: whether it describes a noun, is told by another verb or only
//! stands between a subject and its verb.

use super::{Clause, Finder, Frame, Kind};
use crate::{
    lexicon::{Class, kept_particles},
    mention::{quantity::is_person, tag::Tag},
    token::Token,
};

/// The most words of a bracket that only names what stands before it.
const LONGEST_ASIDE: usize = 24;

impl Finder<'_> {
    /// Where the bracket at `at` ends if no verb stands inside: "the Harbour Authority (HA) said" is one phrase.
    pub(super) fn aside(&self, at: usize) -> Option<usize> {
        let inside =
            (at + 1..(at + LONGEST_ASIDE).min(self.tags.len())).take_while(|&i| !self.tags[i].is_verb());
        inside.into_iter().find(|&i| matches!(self.tokens[i].mark, ')' | ']')).map(|i| i + 1)
    }

    /// Whether a clause opened by a relative pronoun, or by "that" after a noun, has a subject beside its opener, so that
    /// the pronoun may be the subject of a clause inside.
    pub(super) fn pushed_down(&self, clause: &Clause) -> bool {
        let noun = clause.start.checked_sub(1).is_some_and(|i| self.tags[i].is_nominal());
        let opened = clause.opener.is_some_and(|o| clause.subject.is_some_and(|s| s.0 > o));
        let asked = clause.opener.is_some_and(|o| self.tags[o] == Tag::Wh);
        opened && (clause.kind == Kind::Relative || clause.kind == Kind::Content && (noun || asked))
    }

    /// Whether the words between the verb of saying of `clause` and the subject at `start` are what is told of, so that
    /// the clause which comes describes them: "repeating a line she used", against "said on Monday she would".
    pub(super) fn describes_object(&self, clause: &Clause, start: usize) -> bool {
        let from = (clause.verbs.1..start).find(|&i| self.tags[i] != Tag::Adv).unwrap_or(start);
        let phrase = from..start;
        let object =
            phrase.clone().all(|i| self.tags[i].in_noun_phrase() || matches!(self.tags[i], Tag::Prep))
                && self
                    .tags
                    .get(from)
                    .is_some_and(|t| matches!(t, Tag::Det | Tag::Noun | Tag::Adj | Tag::Numeral))
                && start.checked_sub(1).is_some_and(|i| self.tags[i] == Tag::Noun)
                && !is_time(self.tokens, self.tags, (from, start));
        let head = clause.head.map_or("", |h| self.tokens[h].lemma);
        object && !phrase.is_empty() && !kept_particles!("told somebody").contains(&head)
    }

    /// The clause that begins inside a phrase without a finite verb, if its verb comes now, and where: "to say the dam
    /// held", "opening a bridge nobody wanted".
    pub(super) fn inside_soft(&self, at: usize) -> Option<(Kind, usize)> {
        let top = self.stack.last()?;
        let clause = &self.out[top.clause];
        if clause.kind == Kind::Appositive || !clause.is_soft() {
            return None;
        }
        let start = top.phrase?;
        let direct = start >= clause.verbs.1
            && !matches!(self.back(start).map(|i| self.tags[i]), Some(Tag::Coord | Tag::Mark));
        let shares = self.back(at).is_some_and(|i| self.tags[i] == Tag::Coord);
        if !direct || shares || self.waiting() {
            return None;
        }
        if self.describes_object(clause, start) {
            return Some((Kind::Relative, start));
        }
        clause.head.is_some_and(|h| self.tokens[h].is(Class::SAYS)).then_some((Kind::Content, start))
    }

    /// Where the subject of a relative clause without its pronoun begins between `start` and its verb at `at`, if two noun
    /// phrases stand there: "the changes lawmakers (want)", "some of the seats the party (lost)".
    pub(super) fn object_of(&self, start: usize, at: usize) -> Option<usize> {
        let plural = |i: usize| self.tags[i] == Tag::Noun && self.tokens[i].is(Class::PLURAL);
        (start + 1..at).rev().find(|&i| {
            let anew = match self.tags[i] {
                Tag::Det | Tag::Proper => {
                    self.tags[i - 1] == Tag::Noun && !is_person(self.tokens[i - 1].lemma)
                }
                Tag::Pronoun => self.tokens[i].is(Class::SUBJECT) && self.tags[i - 1].is_nominal(),
                Tag::Noun => plural(i) && plural(i - 1),
                _ => false,
            };
            anew && (i..at).all(|j| self.tags[j].in_noun_phrase() || self.tags[j] == Tag::Adv)
        })
    }

    /// Whether the pronoun at `at` is the subject of a relative clause without its pronoun, on the subject of a verb after it:
    /// "Everything we know tells".
    pub(super) fn told_of(&self, at: usize) -> bool {
        let Some(top) = self.stack.last() else { return false };
        let Some(start) = top.phrase.filter(|_| self.out[top.clause].head.is_none()) else { return false };
        let led_in = start.checked_sub(1).is_some_and(|i| self.tags[i] == Tag::Prep);
        if led_in || is_time(self.tokens, self.tags, (start, at)) {
            return false;
        }
        let plain = |i: &usize| {
            !matches!(self.tags[*i], Tag::Mark | Tag::Coord | Tag::Subord | Tag::That | Tag::Rel | Tag::Wh)
        };
        let rest = (at + 1..(at + 16).min(self.tags.len())).take_while(plain);
        // Two verbs, the second not of the first one's group.
        let mut verbs = rest.filter(|&i| self.tags[i].is_finite());
        verbs.next().zip(verbs.next()).is_some_and(|(first, second)| self.group(first).0 <= second)
    }

    /// Where ", he testified," begins that stands between a subject and its verb.
    pub(super) fn told_between(&self, top: &Frame, end: usize, head: usize) -> Option<usize> {
        let start = top.phrase.filter(|_| top.held.is_some() && self.out[top.clause].head.is_none())?;
        let comma = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_mark(','));
        let set_off = start.checked_sub(1).is_some_and(comma) && comma(end);
        let quote = |i: usize| matches!(self.tokens[i].mark, '“' | '"' | '‘' | '\'');
        let verb = (end + 1..self.tags.len()).find(|&i| self.tags[i] != Tag::Adv && !quote(i));
        let goes_on = verb.is_some_and(|i| self.tags[i].is_finite());
        (set_off && goes_on && self.tokens[head].is(Class::SAYS)).then_some(start)
    }

    /// Where ", he added," begins that stands between a condition without "if" and its main clause: "Had the valve held, he
    /// added, the tank".
    pub(super) fn told_after_condition(&self, top: &Frame, end: usize, head: usize) -> Option<usize> {
        let comma = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_mark(','));
        let start = top.phrase.filter(|_| self.stack.len() == 1 && self.out[top.clause].head.is_some())?;
        let set_off = start.checked_sub(1).is_some_and(comma) && comma(end);
        let goes_on = self.tags.get(end + 1..).is_some_and(|rest| rest.iter().any(|t| t.is_finite()));
        (set_off && goes_on && self.tokens[head].is(Class::SAYS) && self.inverted_condition())
            .then_some(start)
    }

    /// The conjunction with which the clause of the subject at `start` begins: ", but for some, the losses would".
    pub(super) fn joint(&self, before: &Clause, start: usize) -> Option<usize> {
        let from = before.verbs.1.max(start.saturating_sub(12)).max(1);
        let plain = (from..start).rev().take_while(|&i| !self.tags[i].is_verb());
        plain.into_iter().find(|&i| self.tags[i] == Tag::Coord && self.tokens[i - 1].is_mark(','))
    }

    /// Whether the sentence is no question, yet its first clause, still open, begins with a question word.
    pub(super) fn asks_first(&self) -> bool {
        let Some(first) = self.stack.first().map(|f| &self.out[f.clause]) else { return false };
        let asks = self.tokens.iter().rev().take(3).any(|t| t.is_mark('?'));
        !asks
            && first.start == 0
            && self.tags[0] == Tag::Wh
            && self.tokens[0].is(Class::WH)
            && first.head.is_some()
    }

    /// Whether the first clause of the sentence begins with had, were or should before its subject.
    pub(super) fn inverted_condition(&self) -> bool {
        let Some(first) = self.stack.first().map(|f| &self.out[f.clause]) else { return false };
        let asks = self.tokens.iter().rev().take(3).any(|t| t.is_mark('?'));
        // The mark of a quotation may stand before.
        let quote = |i: &usize| matches!(self.tokens[*i].mark, '“' | '"' | '‘' | '\'');
        let start =
            (first.start..first.end.min(self.tokens.len())).find(|i| !quote(i)).unwrap_or(first.start);
        !asks
            && first.verbs.0 == start
            && first.subject.is_some_and(|s| s.0 > start)
            && matches!(self.tokens[start].lemma, "have" | "be" | "should")
    }

    /// Whether the word at `at` is "should" before its subject, after a clause that is complete: "will sue should no deal be
    /// reached".
    pub(super) fn inverted_should(&self, at: usize) -> bool {
        let done = self.stack.last().is_some_and(|f| self.out[f.clause].head.is_some()) && !self.waiting();
        let phrase = (at + 1..self.tags.len()).find(|&i| !self.tags[i].in_noun_phrase());
        done && self.tokens[at].lemma == "should"
            && phrase.is_some_and(|i| i > at + 1 && self.tags[i] == Tag::Base)
    }

    /// "was halted twice and ended", "will peak in May and fall": the form after the conjunction goes on with the
    /// auxiliary before. Two verbs side by side ("arrested and charged") are one statement.
    pub(super) fn continues_group(&self, at: usize) -> bool {
        let clause = self.stack.iter().rev().map(|f| &self.out[f.clause]).find(|c| !c.is_soft());
        let Some((clause, head)) = clause.and_then(|c| c.head.map(|h| (c, h))) else { return false };
        let soft = self.stack.last().is_some_and(|f| {
            let c = &self.out[f.clause];
            c.is_soft() && c.head.is_some_and(|h| self.tags[h] == self.tags[at])
        });
        !soft
            && head > clause.verbs.0
            && self.tags[head] == self.tags[at]
            && clause.verbs.1 + 1 < at
            && self.tags[at] != Tag::Ing
            || !soft && self.tags[at] == Tag::Ing && self.tags[head] == Tag::Ing && clause.verbs.1 + 1 < at
    }

    /// Whether the conjunction before `at` joins two nouns: one stands just before it.
    pub(super) fn plain_list(&self, at: usize) -> bool {
        let before = at.checked_sub(2).map(|i| self.tags[i]);
        let done = self.stack.last().is_some_and(|f| self.out[f.clause].head.is_some());
        before.is_some_and(Tag::is_nominal) && !done
    }

    /// Whether "if" after the word at `at` asks: "asked if", "would not say if", against "he said if it rained".
    pub(super) fn asked_with_if(&self, at: usize) -> bool {
        let lemma = self.tokens[at].lemma;
        kept_particles!("before a question with if").contains(&lemma)
            || self.tags[at] == Tag::Base && self.tokens[at].is(Class::SAYS)
    }

    /// Whether the sentence is a question that the word at `at` opens.
    pub(super) fn question(&self, at: usize) -> bool {
        let marked = self.tokens.last().is_some_and(|t| t.is_mark('?'));
        marked && self.tags[..at].iter().all(|t| !t.is_verb())
    }

    /// "Did the crew launch": the auxiliary stood before the subject.
    pub(super) fn completes_inversion(&mut self, at: usize, end: usize, head: usize) -> bool {
        let Some(clause) = self.stack.last().map(|f| f.clause).and_then(|i| self.out.get_mut(i)) else {
            return false;
        };
        let Some(aux) = clause.head.filter(|&h| clause.subject.is_none() && h + 1 < at && h + 9 > at) else {
            return false;
        };
        let opens =
            aux == 0 || !matches!(self.tags[aux - 1], Tag::Rel) && !self.tags[aux - 1].in_noun_phrase();
        let governs = self.tokens[aux].is(Class::AUX)
            && self.tags[aux + 1..at].iter().all(|t| t.in_noun_phrase() || matches!(t, Tag::Adv | Tag::Prep));
        if !(opens && governs) {
            return false;
        }
        clause.subject = Some((aux + 1, at));
        clause.verbs.1 = end;
        clause.head = Some(head);
        if let Some(frame) = self.stack.last_mut() {
            frame.phrase = None;
        }
        true
    }
}

/// Where the phrase begins whose number or article stands at `at`: "more than (50)", "at least (a dozen)".
pub(super) fn past_measure(tokens: &[Token], at: usize) -> usize {
    let two = at.checked_sub(2).and_then(|i| tokens.get(i..at));
    let compared = two.is_some_and(|two| match two {
        [a, b] if b.lemma == "than" => kept_particles!("before than").contains(&a.lemma),
        [a, b] => a.lemma == "at" && kept_particles!("after at").contains(&b.lemma),
        _ => false,
    });
    if compared { at - 2 } else { at }
}

/// Whether the phrase only says when: "a day earlier", "last week", "Tuesday".
pub(in crate::mention) fn is_time(tokens: &[Token], tags: &[Tag], (start, end): (usize, usize)) -> bool {
    const TIME: Class = Class::WEEKDAY.or(Class::MONTH).or(Class::PERIOD).or(Class::CLOCK);
    let mut nominals = (start..end).filter(|&i| tags[i].is_nominal()).peekable();
    nominals.peek().is_some() && nominals.all(|i| tags[i] == Tag::Numeral || tokens[i].is(TIME))
}
