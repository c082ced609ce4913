//! Clauses: where each begins and ends, what carries it and what it depends on.
//!
//! One pass over the tags with a stack of open clauses. A relative pronoun, a subordinator or "that" opens a clause; a
//! finite verb completes the innermost clause that waits for one, or begins a coordinated clause, or a content clause
//! that has no "that". Participial and appositive phrases count as clauses of their own: they state something too.

mod around;
pub(super) use around::is_time;
mod list;
mod marks;

use crate::{
    lexicon::{Class, kept_particles},
    mention::tag::{self, Tag},
    token::Token,
};

/// What a clause is to the clause it depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Main,
    /// Joined to its parent; without a subject of its own it shares the parent's.
    Coordinated,
    Relative,
    Adverbial,
    /// What is said, thought or asked: after "that", "whether" or a question word, or straight after the verb.
    Content,
    /// Headed by an -ing form or a past participle.
    Participial,
    /// A noun phrase that says who or what its neighbour is. Has no verb.
    Appositive,
    /// "to" and its verb, or an -ing form that a verb governs.
    Infinitive,
}

/// A clause or clause-like phrase. All positions count tokens; ranges are half-open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub(crate) kind: Kind,
    /// From its opener, or its subject, to its last word; the clauses inside it included.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The word that opens it: a subordinator, a relative pronoun, "that", or the preposition before an -ing form.
    pub(crate) opener: Option<usize>,
    pub(crate) subject: Option<(usize, usize)>,
    /// Auxiliaries, negation, adverbs between them and the verb itself; empty for appositions.
    pub(crate) verbs: (usize, usize),
    /// The main verb.
    pub(crate) head: Option<usize>,
    /// Commas, dashes or brackets part it from the words before it.
    pub(crate) set_off: bool,
    pub(crate) parent: Option<usize>,
}

impl Clause {
    /// Whether its verb is finite, or it has none yet wants one.
    pub(crate) const fn is_finite(&self) -> bool {
        !self.is_soft()
    }

    /// Phrases that never hold a finite verb of their own.
    const fn is_soft(&self) -> bool {
        matches!(self.kind, Kind::Participial | Kind::Appositive | Kind::Infinitive)
    }
}

/// The clauses of a sentence; see [`Finder::find`].
pub(crate) fn clauses(tokens: &[Token], tags: &[Tag]) -> Vec<Clause> {
    let mut out = Vec::new();
    Finder::default().find(tokens, tags, &mut out);
    out
}

/// An open clause.
#[derive(Clone, Copy, Debug)]
struct Frame {
    clause: usize,
    /// Where the noun phrase begins that would be the subject of a verb that came now.
    phrase: Option<usize>,
    /// The noun phrase before the last insertion.
    held: Option<(usize, usize)>,
}

/// Finds the clauses of one sentence after the other; keeps its buffers.
#[derive(Debug, Default)]
pub(crate) struct Finder<'t> {
    tokens: &'t [Token],
    tags: &'t [Tag],
    out: Vec<Clause>,
    stack: Vec<Frame>,
    last_comma: Option<usize>,
}

impl<'t> Finder<'t> {
    /// Appends the clauses of a sentence to `out`, in the order in which they open; a parent comes before its children,
    /// and counts from the first clause of the sentence.
    pub(crate) fn find(&mut self, tokens: &'t [Token], tags: &'t [Tag], out: &mut Vec<Clause>) {
        (self.tokens, self.tags, self.last_comma) = (tokens, tags, None);
        self.out.clear();
        self.run();
        out.extend_from_slice(&self.out);
    }

    fn run(&mut self) {
        let n = self.tags.len();
        self.open(Kind::Main, 0, None, false, None);
        let mut at = 0;
        while at < n {
            at = self.step(at).max(at + 1);
        }
        while !self.stack.is_empty() {
            self.close(n);
        }
        if self.out.len() == 1 && self.out[0].head.is_none() && n == 0 {
            self.out.clear();
        }
    }

    /// Takes the token at `at`; gives where to go on.
    #[inline(always)]
    fn step(&mut self, at: usize) -> usize {
        match self.tags[at] {
            Tag::Mark if matches!(self.tokens[at].mark, '(' | '[') => {
                if let Some(end) = self.aside(at) {
                    return end;
                }
                self.mark(at);
            }
            Tag::Rel => self.relative(at),
            // "provided that", "so that": one opener.
            Tag::That | Tag::Det | Tag::Pronoun
                if at > 0
                    && self.tags[at - 1] == Tag::Subord
                    && self.tokens[at].lemma == "that"
                    && matches!(self.tokens[at - 1].lemma, "provide" | "so") => {}
            Tag::Subord
                if at > 0
                    && self.tokens[at].lemma == "if"
                    && kept_particles!("before a question with if").contains(&self.tokens[at - 1].lemma) =>
            {
                self.open_child(Kind::Content, at, Some(at));
            }
            Tag::Subord => {
                self.end_soft(at);
                self.close_done_before(at);
                self.open_child(Kind::Adverbial, at, Some(at));
            }
            Tag::That => {
                self.end_coordinate_content(at);
                self.open_child(Kind::Content, at, Some(at));
            }
            Tag::Wh if at > 0 && !self.question(at) => self.open_child(Kind::Content, at, Some(at)),
            Tag::Modal | Tag::Aux | Tag::Finite => return self.finite(at),
            Tag::To => return self.infinitive(at),
            Tag::Ing | Tag::Participle | Tag::Base => return self.nonfinite(at),
            Tag::Mark => self.mark(at),
            tag if tag.in_noun_phrase() => self.nominal(at),
            _ => {}
        }
        at + 1
    }

    fn nominal(&mut self, at: usize) {
        let prev = at.checked_sub(1).map(|i| self.tags[i]);
        let tag = self.tags[at];
        // A determiner or a subject pronoun after a noun begins another phrase, and so does a pronoun after an adjective: "if it
        // is ugly it will be public".
        let pronoun = tag == Tag::Pronoun && self.tokens[at].is(Class::SUBJECT);
        let subjective = tag == Tag::Pronoun && tag::is_subjective(self.tokens[at].lemma);
        let anew = prev.is_some_and(Tag::is_nominal) && (tag == Tag::Det || pronoun)
            || pronoun && prev == Some(Tag::Adj)
            || subjective && prev == Some(Tag::Adv);
        let joins = prev == Some(Tag::Coord) && self.plain_list(at);
        if subjective && prev.is_some_and(Tag::is_nominal) && self.told_of(at) {
            self.open_child(Kind::Relative, at, None);
        }
        if let Some(frame) = self.stack.last_mut() {
            if frame.phrase.is_none() || anew || prev == Some(Tag::Coord) && !joins {
                frame.phrase = Some(around::past_measure(self.tokens, at));
            }
        }
    }

    fn relative(&mut self, at: usize) {
        // "in which", "most of whom": the preposition, and what stands before it after a comma, belong to it.
        let mut start = at;
        if at > 0 && self.tags[at - 1] == Tag::Prep {
            start = at - 1;
            // "most of whom"
            let some = self.tokens[start].lemma == "of" && start > 0;
            if some && matches!(self.tags[start - 1], Tag::Pronoun | Tag::Adv | Tag::Numeral | Tag::Det) {
                start -= 1;
            }
            if let Some(comma) =
                self.last_comma.filter(|&c| at - c < 6 && self.tags[c + 1..at].iter().all(|t| !t.is_verb()))
            {
                start = comma + 1;
            }
        }
        self.open_child(Kind::Relative, start, Some(at));
    }

    /// Whether a clause around waits for its verb.
    fn waiting(&self) -> bool {
        self.stack.iter().any(|f| {
            let c = &self.out[f.clause];
            c.is_finite() && c.head.is_none()
        })
    }

    /// Ends the phrases without a finite verb that are open.
    fn end_soft(&mut self, at: usize) {
        while self.stack.last().is_some_and(|f| self.out[f.clause].is_soft()) {
            let phrase = self.stack.last().and_then(|f| f.phrase);
            self.close(at);
            if let (Some(frame), Some(start)) = (self.stack.last_mut(), phrase) {
                if self.out[frame.clause].head.is_some() {
                    // "her plans to raise taxes" is one phrase, which begins before the infinitive.
                    let anew = start > 0 && matches!(self.tags[start - 1], Tag::Coord | Tag::Mark);
                    frame.phrase = frame.phrase.filter(|_| !anew).or(Some(start));
                }
            }
        }
    }

    fn finite(&mut self, at: usize) -> usize {
        let (end, head) = self.group(at);
        // "would have collapsed had the lorry been heavier"
        let last = self.stack.last().map(|f| f.clause);
        let inverted = head == at
            && self.tags.get(at + 1).is_some_and(|t| t.in_noun_phrase())
            && matches!(self.tokens[at].lemma, "have" | "be");
        let gap = last.is_some_and(|c| self.out[c].verbs.1 <= at)
            && self.stack.last().is_some_and(|f| f.phrase.is_none());
        let would = |c: usize| kept_particles!("unreal").contains(&self.tokens[self.out[c].verbs.0].lemma);
        if inverted && gap && last.is_some_and(would) || self.inverted_should(at) {
            self.end_soft(at);
            self.open_child(Kind::Adverbial, at, Some(at));
            self.assign(at, end, head);
            if let Some(frame) = self.stack.last() {
                self.out[frame.clause].subject = None;
            }
            return end;
        }
        if let Some((kind, start)) = self.inside_soft(at) {
            self.open_child(kind, start, None);
            self.stack_phrase(Some((start, at)));
            self.assign(at, end, head);
            return end;
        }
        self.end_soft(at);
        let Some(&top) = self.stack.last() else { return at + 1 };
        if let Some(start) = self.told_between(&top, end, head) {
            self.open(Kind::Main, start, None, true, None);
            self.stack_phrase(Some((start, at)));
            self.assign(at, end, head);
            self.close(end);
            return end;
        }
        if self.out[top.clause].head.is_none() {
            self.assign(at, end, head);
            return end;
        }
        // A conjunction just before the verb: it shares the subject, and the noun before that is an object.
        let shares = self.back(at).is_some_and(|i| self.tags[i] == Tag::Coord);
        let verb =
            (at.saturating_sub(4)..at).rev().take_while(|&i| self.tags[i] == Tag::Adv).last().unwrap_or(at);
        let start = if shares { verb } else { top.phrase.unwrap_or(at) };
        let before = self.back(start);
        let tag_before = before.map(|i| self.tags[i]);
        let comma = before.is_some_and(|i| self.tokens[i].is_mark(','));
        let says = self.out[top.clause].head.is_some_and(|h| self.tokens[h].is(Class::SAYS));
        // "until the appeal is heard he is free": the main clause without a comma before it.
        let fronted = self.out[top.clause].kind == Kind::Adverbial;
        let quoted = start > 1
            && matches!(self.tokens[start - 1].mark, '”' | '"')
            && self.tags[start - 2] == Tag::Mark;
        let subject = (start < at).then_some((start, at));
        let inner = self.out[top.clause];
        match tag_before {
            // "the networks that make and distribute drugs": two verbs, one object.
            Some(Tag::Coord)
                if subject.is_none()
                    && inner.kind == Kind::Relative
                    && before.is_some_and(|i| i == inner.verbs.1)
                    && inner.verbs.0 + 1 == inner.verbs.1
                    && end == at + 1
                    && self.tags[at] == Tag::Finite
                    && self.tags[inner.verbs.0] == Tag::Finite
                    && inner.opener.is_some() =>
            {
                self.out[top.clause].verbs.1 = end;
            }
            // "which the court had ruled was a crime": the pronoun is the subject of the inner clause.
            _ if subject.is_none()
                && start == inner.verbs.1
                && !self.waiting()
                && self.pushed_down(&inner) =>
            {
                let opener = inner.opener.map(|o| (o, o + 1));
                if self.tags[inner.opener.unwrap_or(at)] != Tag::Wh {
                    self.out[top.clause].kind = Kind::Relative;
                }
                self.open_child(Kind::Content, at, None);
                self.assign(at, end, head);
                if let Some(frame) = self.stack.last() {
                    self.out[frame.clause].subject = opener;
                }
            }
            // "the road that links Melnau and Kirrow was closed": the noun ends a list.
            Some(Tag::Coord)
                if subject.is_some()
                    && self.waiting()
                    && inner.kind == Kind::Relative
                    && before.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.tags[i].is_nominal()) =>
            {
                while self.stack.last().is_some_and(|f| self.out[f.clause].head.is_some()) {
                    self.close(at);
                }
                self.assign(at, end, head);
            }
            Some(Tag::Coord) => {
                let after_comma =
                    before.and_then(|i| self.back(i)).is_some_and(|i| self.tokens[i].is_mark(','));
                // ", and then people started": the adverb belongs to what comes.
                self.coordinate(before.unwrap_or(start), start, subject, after_comma);
                self.assign(at, end, head);
            }
            Some(_)
                if says
                    && subject.is_some()
                    && !comma
                    && !(fronted && self.waiting())
                    && !self.describes_object(&inner, start) =>
            {
                self.open_child(Kind::Content, start, None);
                self.stack_phrase(subject);
                self.assign(at, end, head);
            }
            Some(_) if self.waiting() => {
                while self.stack.last().is_some_and(|f| self.out[f.clause].head.is_some()) {
                    self.close(if comma { start } else { at });
                }
                self.assign(at, end, head);
            }
            Some(_) if comma && subject.is_none() && !quoted && !self.tokens[head].is(Class::SAYS) => {
                self.coordinate(start, start, None, true);
                self.assign(at, end, head);
            }
            Some(t) if t.is_nominal() && subject.is_some() => {
                // "a stadium nobody wanted": a relative clause without its pronoun.
                self.open_child(Kind::Relative, start, None);
                self.stack_phrase(subject);
                self.assign(at, end, head);
            }
            // "they support the changes lawmakers want": a verb or a preposition has what comes for its object.
            Some(t)
                if subject.is_some()
                    && !comma
                    && (t.is_verb() || t == Tag::Prep)
                    && self.object_of(start, at).is_some() =>
            {
                let from = self.object_of(start, at).unwrap_or(start);
                self.open_child(Kind::Relative, from, None);
                self.stack_phrase(Some((from, at)));
                self.assign(at, end, head);
            }
            _ if !comma && subject.is_some() && self.asks_first() => {
                // "Who leaked the notebook has never been established": the question is the subject.
                let first = self.stack.first().map_or(0, |f| f.clause);
                let from = self.out[first].start;
                self.out[first].kind = Kind::Content;
                self.out[first].opener = Some(from);
                while !self.stack.is_empty() {
                    self.close(at);
                }
                self.open(Kind::Main, from, None, false, None);
                let main = self.out.len() - 1;
                self.out[first].parent = Some(main);
                self.stack_phrase(Some((from, at)));
                self.assign(at, end, head);
            }
            _ if comma && self.inverted_condition() => {
                // "Had the alarm been checked, the porter would have smelled the gas".
                let first = self.stack.first().map_or(0, |f| f.clause);
                self.out[first].kind = Kind::Adverbial;
                self.out[first].opener = Some(self.out[first].verbs.0);
                while !self.stack.is_empty() {
                    self.close(start);
                }
                self.open(Kind::Main, self.out[first].start, None, false, None);
                let main = self.out.len() - 1;
                self.out[first].parent = Some(main);
                self.stack_phrase(subject);
                self.assign(at, end, head);
            }
            _ => {
                // ", the minister said", "said the minister": a clause of its own beside the one before.
                let joint = self.joint(&inner, start).unwrap_or(start);
                while !self.stack.is_empty() {
                    self.close(joint);
                }
                self.open(Kind::Main, start, None, comma, None);
                self.stack_phrase(subject);
                self.assign(at, end, head);
            }
        }
        end
    }

    fn stack_phrase(&mut self, subject: Option<(usize, usize)>) {
        if let Some(frame) = self.stack.last_mut() {
            frame.phrase = subject.map(|s| s.0);
        }
    }

    /// Opens a clause joined to an open one; those that it ends, end before `joint`.
    fn coordinate(&mut self, joint: usize, start: usize, subject: Option<(usize, usize)>, after_comma: bool) {
        while self.stack.len() > 1 {
            let Some(top) = self.stack.last() else { break };
            let clause = &self.out[top.clause];
            let ends = match clause.kind {
                Kind::Relative => subject.is_some() || after_comma && clause.set_off,
                Kind::Adverbial => after_comma || subject.is_none() && clause.set_off,
                Kind::Coordinated => true,
                _ => false,
            };
            if !ends {
                break;
            }
            self.close(joint);
        }
        let parent = self.stack.last().map(|f| f.clause);
        self.open(Kind::Coordinated, start, None, after_comma, parent);
        self.stack_phrase(subject);
    }

    /// Gives the innermost clause its verb group.
    fn assign(&mut self, at: usize, end: usize, head: usize) {
        let Some(frame) = self.stack.last_mut() else { return };
        let clause = &mut self.out[frame.clause];
        let mut stop = at;
        while stop > 0 && self.tags[stop - 1] == Tag::Adv {
            stop -= 1;
        }
        let phrase = frame.phrase.map(|s| (s, stop)).filter(|(s, e)| s < e);
        let relative =
            clause.opener.filter(|&o| matches!(self.tags[o], Tag::Rel | Tag::Wh)).map(|o| (o, o + 1));
        // "who a day earlier had said": the phrase is a time, the pronoun the subject.
        let phrase = phrase.filter(|&p| relative.is_none() || !around::is_time(self.tokens, self.tags, p));
        // "Mending the dam could cost 40 million": what opens the clause is the only subject there is.
        let start = clause.start;
        let first = (start..stop).find(|&i| !matches!(self.tags[i], Tag::Adv));
        let gerund = first.filter(|&i| self.tags[i] == Tag::Ing && !clause.is_soft()).map(|i| (i, stop));
        let subject = phrase.or(frame.held).or(relative);
        let gerund = gerund.filter(|_| subject.is_none());
        clause.subject = subject.or(gerund);
        clause.verbs = (at, end);
        clause.head = Some(head);
        frame.phrase = None;
        frame.held = None;
        if let Some((start, _)) = gerund {
            // The phrase that is the subject states nothing beside its clause.
            let owner = frame.clause;
            let phrase = self.out.iter_mut().skip(owner + 1).find(|c| c.start == start && c.is_soft());
            if let Some(phrase) = phrase {
                phrase.set_off = false;
            }
        }
    }

    fn infinitive(&mut self, at: usize) -> usize {
        let mut verb = at + 1;
        while self.tags.get(verb) == Some(&Tag::Adv) {
            verb += 1;
        }
        if self.tags.get(verb) != Some(&Tag::Base) {
            return at + 1;
        }
        let (end, head) = self.group(verb);
        // "where to go", "whether to drop it"
        let asked = self.stack.last().is_some_and(|f| {
            let c = &self.out[f.clause];
            c.kind == Kind::Content && c.head.is_none() && c.opener.is_some_and(|o| o + 1 == at)
        });
        if asked {
            self.assign(at, end, head);
            return end;
        }
        // "Were the dam to fail"
        let asks = self.tokens.iter().rev().take(3).any(|t| t.is_mark('?'));
        if self.tags[0] == Tag::Aux
            && self.stack.len() == 1
            && !asks
            && self.completes_inversion(at, end, head)
        {
            return end;
        }
        self.open_soft(Kind::Infinitive, at, Some(at), (at, end), head);
        end
    }

    fn nonfinite(&mut self, at: usize) -> usize {
        let (end, head) = self.group(at);
        let prev = at.checked_sub(1).map(|i| self.tags[i]);
        let Some(top) = self.stack.last().copied() else { return end };
        // "while visiting": the verb of the clause that the subordinator opened.
        if self.out[top.clause].head.is_none()
            && self.out[top.clause].kind == Kind::Adverbial
            && prev == Some(Tag::Subord)
        {
            self.assign(at, end, head);
            return end;
        }
        if self.completes_inversion(at, end, head) {
            return end;
        }
        let (kind, opener) = match prev {
            Some(Tag::Prep) => (Kind::Participial, Some(at - 1)),
            Some(Tag::Modal | Tag::Aux | Tag::Finite | Tag::Base) if self.tags[at] == Tag::Ing => {
                (Kind::Infinitive, None)
            }
            Some(Tag::Coord) if self.continues_group(at) => {
                self.end_soft(at);
                self.coordinate(at, at, None, false);
                self.assign(at, end, head);
                return end;
            }
            Some(Tag::Coord) => {
                // A second participle or infinitive goes on with the first.
                let soft = self.out.iter().rev().find(|c| c.is_soft() && c.kind != Kind::Appositive);
                (soft.map_or(Kind::Participial, |c| c.kind), None)
            }
            // "demanded that the list be published"
            _ if self.tags[at] == Tag::Base
                && self.out[top.clause].kind == Kind::Content
                && self.out[top.clause].head.is_none()
                && top.phrase.is_some() =>
            {
                self.assign(at, end, head);
                return end;
            }
            _ if self.tags[at] == Tag::Base => {
                // A command.
                if self.out[top.clause].head.is_none() && top.phrase.is_none() && top.held.is_none() {
                    self.assign(at, end, head);
                }
                return end;
            }
            _ => (Kind::Participial, None),
        };
        self.open_soft(kind, at, opener, (at, end), head);
        // ", killing a guard and injuring two": the second is set off as the first is.
        if prev == Some(Tag::Coord) {
            if let [.., first, second] = self.stack.as_slice() {
                let (first, second) = (first.clause, second.clause);
                if self.out[first].kind == Kind::Participial
                    && self.out[first].opener.is_none()
                    && self.out[first].verbs.1 + 1 < at
                {
                    self.out[second].set_off = self.out[first].set_off;
                }
            }
        }
        end
    }

    fn open_soft(
        &mut self,
        kind: Kind,
        start: usize,
        opener: Option<usize>,
        verbs: (usize, usize),
        head: usize,
    ) {
        self.open_child(kind, start, opener);
        if let Some(frame) = self.stack.last() {
            let clause = &mut self.out[frame.clause];
            clause.verbs = verbs;
            clause.head = Some(head);
        }
    }

    /// The verb group from `at`: its end and its main verb.
    fn group(&self, at: usize) -> (usize, usize) {
        let (mut end, mut head) = (at + 1, at);
        let mut open = self.tags[at] == Tag::Modal || self.tokens[at].is(Class::AUX);
        let mut i = at + 1;
        while i < self.tags.len() && i < at + 9 {
            match self.tags[i] {
                Tag::Adv => {}
                Tag::Mark if matches!(self.tokens[i].mark, '“' | '"' | '‘') && open => {}
                Tag::Base | Tag::Participle | Tag::Ing if open => {
                    (end, head) = (i + 1, i);
                    open = self.tokens[i].is(Class::BE.or(Class::HAVE));
                }
                _ => break,
            }
            i += 1;
        }
        // "did not", "has never": the adverbs after a lone auxiliary belong to it too.
        while end < self.tags.len() && self.tags[end] == Tag::Adv && self.tokens[end].is(Class::NEG) {
            end += 1;
        }
        (end, head)
    }

    /// The token before `at`, adverbs and quotation marks passed over.
    fn back(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(4)..at).rev().find(|&i| {
            self.tags[i] != Tag::Adv && !matches!(self.tokens[i].mark, '“' | '”' | '"' | '‘' | '’' | '\'')
        })
    }

    fn open_child(&mut self, kind: Kind, start: usize, opener: Option<usize>) {
        // Quotation marks set nothing off: "called it “insulting”".
        let quote = |i: &usize| matches!(self.tokens[*i].mark, '“' | '"' | '‘' | '\'');
        let before = (start.saturating_sub(2)..start).rev().find(|i| !quote(i)).map(|i| self.tags[i]);
        let set_off = start == 0 || before == Some(Tag::Mark);
        let parent = self.stack.last().map(|f| f.clause);
        self.open(kind, start, opener, set_off, parent);
    }

    fn open(
        &mut self,
        kind: Kind,
        start: usize,
        opener: Option<usize>,
        set_off: bool,
        parent: Option<usize>,
    ) {
        let clause = Clause {
            kind,
            start,
            end: self.tags.len(),
            opener,
            subject: None,
            verbs: (start, start),
            head: None,
            set_off,
            parent,
        };
        self.stack.push(Frame { clause: self.out.len(), phrase: None, held: None });
        self.out.push(clause);
    }

    /// Ends the innermost open clause before `at`, marks and conjunctions at its end left out.
    fn close(&mut self, at: usize) {
        let Some(frame) = self.stack.pop() else { return };
        let clause = &mut self.out[frame.clause];
        let mut end = at;
        while end > clause.start
            && (matches!(self.tags[end - 1], Tag::Coord)
                || self.tags[end - 1] == Tag::Mark
                    && !matches!(self.tokens[end - 1].mark, '%' | ')' | ']' | '”' | '"' | '’'))
        {
            end -= 1;
        }
        clause.end = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, mention::tag, token};

    /// The clauses of `text`: kind and words.
    fn found(text: &str) -> Vec<(Kind, &str)> {
        let tokens = token::tokens(text, Span::new(0, text.len()));
        let tags = tag::resolve(&tokens);
        let words = |c: &Clause| tokens[c.start].span.hull(tokens[c.end - 1].span).of(text);
        clauses(&tokens, &tags).iter().map(|c| (c.kind, words(c))).collect()
    }

    #[test]
    fn finds_clauses_and_phrases() {
        assert_eq!(
            found("The ferry, which was old, sank after it hit a reef."),
            [
                (Kind::Main, "The ferry, which was old, sank after it hit a reef"),
                (Kind::Relative, "which was old"),
                (Kind::Adverbial, "after it hit a reef"),
            ]
        );
        assert_eq!(
            found("Mirela Stoss, a biologist, said the lake had dried up and asked for help."),
            [
                (Kind::Main, "Mirela Stoss, a biologist, said the lake had dried up and asked for help"),
                (Kind::Appositive, "a biologist"),
                (Kind::Content, "the lake had dried up and asked for help"),
                (Kind::Coordinated, "asked for help"),
            ]
        );
    }
}
