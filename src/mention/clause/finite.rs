//! What a finite verb does: it completes a clause, or begins one.

use super::{Clause, Finder, Frame, Kind, around};
use crate::{
    lexicon::{Class, kept_particles},
    mention::{quantity::is_person, tag::Tag},
};

impl Finder<'_> {
    pub(super) fn finite(&mut self, at: usize) -> usize {
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
        let gerund = self.gerund_subject(at);
        self.end_soft(at);
        if let Some((frame, start)) = self.stack.last_mut().zip(gerund) {
            (frame.phrase, frame.held) = (Some(start), None);
        }
        let Some(&top) = self.stack.last() else { return at + 1 };
        let told = self.told_between(&top, end, head).or_else(|| self.told_after_condition(&top, end, head));
        if let Some(start) = told {
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
        // "and last month turned down": a time is no subject.
        let timed = top.phrase.is_some_and(|s| {
            let joined = s > 0 && self.tags[s - 1] == Tag::Coord;
            joined && s < verb && around::is_time(self.tokens, self.tags, (s, verb))
        });
        // "were 31,207 inside and most of them will say": what stands before the conjunction is an object.
        let object =
            top.phrase.filter(|&s| s == self.out[top.clause].verbs.1 && self.existential(top.clause));
        let parted = object.and_then(|s| (s..at).rev().find(|&i| self.tags[i] == Tag::Coord)).map(|i| i + 1);
        let start = if shares { verb } else { parted.or(top.phrase).unwrap_or(at) };
        let before = self.back(start);
        let tag_before = before.map(|i| self.tags[i]);
        let comma = before.is_some_and(|i| self.tokens[i].is_mark(','));
        let says = self.out[top.clause].head.is_some_and(|h| self.tokens[h].is(Class::SAYS));
        // "until the appeal is heard he is free": the main clause without a comma before it.
        let outer = self.stack.iter().rev().nth(1);
        let fronted = self.out[top.clause].kind == Kind::Adverbial
            && outer.is_none_or(|f| {
                f.held.is_none() && f.phrase.is_none() && self.out[f.clause].kind != Kind::Relative
            });
        let quoted = start > 1
            && matches!(self.tokens[start - 1].mark, '”' | '"')
            && self.tags[start - 2] == Tag::Mark;
        let subject = (start < at && !timed).then_some((start, at));
        let inner = self.out[top.clause];
        // "said a teacher and two clerks had left": one subject.
        if let Some(from) = subject.and_then(|_| self.joined_subject(&inner, before)) {
            self.open_child(Kind::Content, from, None);
            self.stack_phrase(Some((from, at)));
            self.assign(at, end, head);
            return end;
        }
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
                && (!self.waiting() || inner.set_off && self.last_comma.is_none_or(|c| c < inner.start))
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
            // "The school officials said will close has 40 pupils": what is told has its subject in front.
            _ if subject.is_none()
                && says
                && inner.kind == Kind::Relative
                && inner.opener.is_none()
                && start == inner.verbs.1
                && self.waiting()
                && self.tags.iter().skip(end).any(|t| t.is_finite()) =>
            {
                self.open_child(Kind::Content, at, None);
                self.assign(at, end, head);
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
                if let Some(depth) = self.speaks_on(at, head).filter(|_| subject.is_none()) {
                    while self.stack.len() > depth {
                        self.close(before.unwrap_or(start));
                    }
                }
                let after_comma =
                    before.and_then(|i| self.back(i)).is_some_and(|i| self.tokens[i].is_mark(','));
                // ", and then people started": the adverb belongs to what comes.
                self.coordinate(before.unwrap_or(start), start, subject, after_comma);
                self.assign(at, end, head);
            }
            // ", and by Monday morning the posters were gone"
            Some(_) if subject.is_some() && !self.waiting() && self.led_in(&inner, start).is_some() => {
                let joint = self.led_in(&inner, start).unwrap_or(start);
                self.coordinate(joint, joint + 1, subject, true);
                self.assign(at, end, head);
            }
            Some(_)
                if says
                    && subject.is_some()
                    && !comma
                    && !(subject
                        .is_some_and(|s| self.waiting() && around::is_time(self.tokens, self.tags, s))
                        || fronted && self.waiting() && !self.told_in_front(&inner, end)
                        || self.last_verb_of_outer(&inner, end)
                        || inner.kind == Kind::Relative
                            && self.waiting()
                            && subject.is_some_and(|s| self.disagrees(s, at))
                        || self.describes_object(&inner, start)) =>
            {
                self.open_child(Kind::Content, start, None);
                self.stack_phrase(subject);
                self.assign(at, end, head);
            }
            Some(_) if self.waiting() => {
                // "Because he is late does not mean": the clause in front is itself the subject.
                let means = self.tokens[head].lemma == "mean";
                let own = self.fronted_subject(&top, subject.filter(|_| !comma && !means));
                while self.stack.last().is_some_and(|f| self.out[f.clause].head.is_some()) {
                    self.close(own.unwrap_or(if comma { start } else { at }));
                }
                if own.is_some() {
                    self.stack_phrase(own.map(|s| (s, at)));
                }
                self.assign(at, end, head);
            }
            Some(_)
                if comma
                    && subject.is_none()
                    && !quoted
                    && (!self.tokens[head].is(Class::SAYS) || self.shares_headline(head, end)) =>
            {
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
            _ if !comma && self.asks_first() => {
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

    /// Where the subject of what is said begins that the conjunction at `joint` is in, if only noun phrases stand between "said" and
    /// it.
    fn joined_subject(&self, inner: &Clause, joint: Option<usize>) -> Option<usize> {
        let joint = joint.filter(|&j| self.tags[j] == Tag::Coord)?;
        let from = inner.verbs.1;
        let says = inner.head.is_some_and(|h| self.tokens[h].lemma == "say" && self.tags[h] == Tag::Finite);
        let opens =
            matches!(self.tags.get(from), Some(Tag::Det | Tag::Noun | Tag::Proper | Tag::Numeral | Tag::Adj));
        let plain = |i: usize| self.tags[i].in_noun_phrase() || self.tags[i] == Tag::Prep;
        (says
            && opens
            && from < joint
            && (from..joint).all(plain)
            && !around::is_time(self.tokens, self.tags, (from, joint)))
        .then_some(from)
    }

    /// Whether the verb that ends before `end` is the only one left for a clause that waits, as the relative clause inside has its
    /// own: "those who reported the leak will be praised, she said".
    fn last_verb_of_outer(&self, inner: &Clause, end: usize) -> bool {
        if inner.kind != Kind::Relative || !self.waiting() {
            return false;
        }
        // What another relative clause holds, or comes after a mark with a subject of its own, is no verb of the clause that waits.
        let barrier =
            |i: &usize| matches!(self.tags[*i], Tag::Mark | Tag::Rel | Tag::Wh | Tag::That | Tag::Subord);
        let stop = (end..self.tags.len()).find(barrier).unwrap_or(self.tags.len());
        let tells = |i: usize| self.tokens[self.group(i).1].is(Class::SAYS);
        let after_mark = |i: usize| self.back(i).is_some_and(|b| self.tokens[b].is_mark(','));
        let more = |i: usize| self.tags[i].is_finite() && (i < stop || after_mark(i) && !tells(i));
        !(end..self.tags.len()).any(more)
    }

    /// Whether the verb at `at` cannot have the noun phrase before it for its subject, as one is singular and the other plural: "those
    /// who heard the blast say it shook".
    fn disagrees(&self, (start, end): (usize, usize), at: usize) -> bool {
        let t = &self.tokens[at];
        let alone = (start..end).all(|i| self.tags[i].in_noun_phrase());
        let Some(noun) = (start..end).rev().find(|&i| self.tags[i] == Tag::Noun).filter(|_| alone) else {
            return false;
        };
        let many = self.tokens[noun].is(Class::PLURAL);
        let one =
            !many && self.tags[start] == Tag::Det && matches!(self.tokens[start].lemma, "the" | "a" | "an");
        let unsure = kept_particles!("plural without s").contains(&self.tokens[noun].lemma);
        let base = t.is(Class::BASE) && !t.is(Class::PAST.or(Class::THIRD).or(Class::AUX).or(Class::MODAL));
        let third = t.is(Class::THIRD) && !t.is(Class::PAST.or(Class::BASE));
        self.tags[at].is_finite() && !unsure && noun + 1 == end && (one && base || many && third)
    }

    /// Whether the clause in front whose verb of saying is the last tells what comes, as the main clause still has a verb of its own
    /// after `end`: "When the firm said the dam was safe, villagers laughed", against "Until the appeal is heard he is free".
    fn told_in_front(&self, inner: &Clause, end: usize) -> bool {
        let opens =
            |i: &usize| matches!(self.tags[*i], Tag::Coord | Tag::Rel | Tag::Wh | Tag::That | Tag::Subord);
        let passive = inner.head.is_some_and(|h| {
            self.tags[h] == Tag::Participle && (inner.verbs.0..h).any(|i| self.tokens[i].is(Class::BE))
        });
        if passive {
            return false;
        }
        let n = self.tags.len();
        let own = |from: usize| {
            let stop = (from..n).find(opens).unwrap_or(n);
            let verb = (from..stop).find(|&i| self.tags[i].is_finite());
            verb.is_some_and(|v| (from..v).any(|i| self.tags[i].is_nominal()))
        };
        let comma = (end..n).find(|&i| self.tokens[i].is_mark(','));
        own(end) || comma.is_some_and(|c| own(c + 1))
    }

    /// Where the subject of a main clause begins whose verb comes now, after a clause in front of it that no comma ends: "Before he
    /// joined the ministry the adviser had". `told` is the noun phrase before the verb.
    pub(super) fn fronted_subject(&self, top: &Frame, told: Option<(usize, usize)>) -> Option<usize> {
        let (start, at) = told?;
        let waits = self.stack.iter().rposition(|f| self.out[f.clause].head.is_none())?;
        let outer = &self.stack[waits];
        let front = self.stack.get(waits + 1).map(|f| &self.out[f.clause])?;
        let first = (self.out[outer.clause].start..front.start)
            .all(|i| matches!(self.tags[i], Tag::Adv | Tag::That | Tag::Mark | Tag::Coord));
        let alone = outer.phrase.is_none() && outer.held.is_none();
        if front.kind != Kind::Adverbial || !first || !alone {
            return None;
        }
        let from = start.max(self.out[top.clause].verbs.1);
        // "grew last year wages": a time ends the clause in front.
        let time = |i: usize| {
            around::is_time(self.tokens, self.tags, (i, i + 1)) && i > 0 && {
                let led = kept_particles!("points at a time").contains(&self.tokens[i - 1].lemma);
                led || self.tags[i - 1] == Tag::Prep
            }
        };
        let timed = (from..at.saturating_sub(1))
            .rev()
            .find(|&i| time(i) && self.tags[i + 1].in_noun_phrase() && self.tags[i + 1] != Tag::Genitive)
            .filter(|&i| !around::is_time(self.tokens, self.tags, (i + 1, i + 2)));
        // "took effect at dawn residents began": the object of the verb in front is no subject.
        let object = from == self.out[top.clause].verbs.1;
        let led = (from..at).any(|i| self.tags[i] == Tag::Prep && self.tokens[i].lemma != "of");
        let last = at.saturating_sub(1);
        let split = object
            && led
            && last > from
            && self.tags[last] == Tag::Noun
            && self.tokens[last].is(Class::PLURAL)
            && self.tags[last - 1] == Tag::Noun;
        let from = timed.map_or(if split { last } else { from }, |i| i + 1);
        let marked = (from..at).any(|i| {
            self.tags[i] == Tag::Mark
                && !matches!(self.tokens[i].mark, '$' | '£' | '€' | '%' | '\'' | '’' | '-')
        });
        let inner = &self.out[top.clause];
        let says_what = from == inner.verbs.1 && inner.head.is_some_and(|h| self.tokens[h].is(Class::BE));
        if marked || says_what {
            return None;
        }
        let led = from > 0
            && self.tags[from - 1] == Tag::Prep
            && !crate::mention::tag::is_subjective(self.tokens[from].lemma);
        (from < at && !led).then_some(from)
    }

    /// How many clauses stay open where the verb `head` says what the subject of a verb of saying around did besides: "said the
    /// dam was safe but ruled out a visit".
    fn speaks_on(&self, at: usize, head: usize) -> Option<usize> {
        let lemma = self.tokens[head].lemma;
        let acts = if head == at {
            self.tokens[head].is(Class::PAST) && kept_particles!("said besides").contains(&lemma)
        } else {
            // "but did not say why"
            let refused = self.tokens[at].is(Class::DO) && (at..head).any(|i| self.tokens[i].is(Class::NEG));
            refused && kept_particles!("refused in silence").contains(&lemma)
        };
        let depth = self.stack.iter().rposition(|f| acts && self.out[f.clause].kind == Kind::Content)?;
        let content = &self.out[self.stack[depth].clause];
        let says =
            content.parent.and_then(|p| self.out[p].head).is_some_and(|h| self.tokens[h].is(Class::SAYS));
        let aux = content.head.is_some_and(|h| h > content.verbs.0);
        let (from, to) = content.subject?;
        // "said the man had run off and denied it": a person does so too.
        let person = (from..to).any(|i| self.tags[i] == Tag::Proper || is_person(self.tokens[i].lemma));
        (says && aux && (!person || head > at)).then_some(depth.max(1))
    }

    /// Where the -ing form begins that is the subject of the verb at `at`, which follows without a comma: "According to Weld,
    /// mending it takes years".
    fn gerund_subject(&mut self, at: usize) -> Option<usize> {
        let [.., outer, top] = self.stack.as_slice() else { return None };
        let (outer, top) = (outer.clause, top.clause);
        let start = self.out[top].start;
        let waits = self.out[outer].is_finite() && self.out[outer].head.is_none();
        let plain = (start..at).all(|i| self.tags[i] != Tag::Mark);
        let clause = &mut self.out[top];
        let opens = clause.kind == Kind::Participial
            && clause.opener.is_none()
            && clause.set_off
            && self.tags[start] == Tag::Ing;
        if !(waits && plain && opens && start > 0) {
            return None;
        }
        clause.set_off = false;
        Some(start)
    }

    /// The conjunction after a comma from which only a preposition and its phrase, or a comma after it, lead to the subject at
    /// `start`.
    fn led_in(&self, before: &Clause, start: usize) -> Option<usize> {
        let joint = self.joint(before, start)?;
        let prep = self.tags.get(joint + 1) == Some(&Tag::Prep) && start > joint + 1;
        let phrase = (joint + 2..start).all(|i| {
            self.tags[i].in_noun_phrase()
                || self.tags[i] == Tag::Adv
                || self.tokens[i].is(Class::APPROX)
                || matches!(self.tags[i], Tag::Prep | Tag::Coord)
                || self.tokens[i].is_mark(',')
        });
        (prep && phrase).then_some(joint)
    }

    /// Whether the clause says that there is something.
    fn existential(&self, clause: usize) -> bool {
        let clause = &self.out[clause];
        let there = clause.subject.is_some_and(|(s, e)| e == s + 1 && self.tokens[s].lemma == "there");
        there && clause.head.is_some_and(|h| self.tokens[h].is(Class::BE))
    }

    /// Opens a clause joined to an open one; those that it ends, end before `joint`.
    pub(super) fn coordinate(
        &mut self,
        joint: usize,
        start: usize,
        subject: Option<(usize, usize)>,
        after_comma: bool,
    ) {
        while self.stack.len() > 1 {
            let Some(top) = self.stack.last() else { break };
            let clause = &self.out[top.clause];
            let ends = match clause.kind {
                Kind::Relative => {
                    subject.is_some()
                        || after_comma && clause.set_off
                        || self.done_to_described(clause, start)
                }
                // "When it rained ... and", against ", though staff opened the doors and let people in".
                Kind::Adverbial => after_comma || subject.is_none() && clause.set_off && self.waiting(),
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

    /// Whether the verb at `start`, after a conjunction, has for its object what the relative clause before describes, so that the
    /// subject of the clause around does it: "met farmers who had lost it all and promised them aid".
    fn done_to_described(&self, relative: &Clause, start: usize) -> bool {
        let (end, _) = self.group(start);
        let object = self.tokens.get(end).map_or("", |t| t.lemma);
        let before = (relative.start.saturating_sub(2)..relative.start).rev();
        let Some(noun) = before.into_iter().find(|&i| self.tags[i] != Tag::Mark) else { return false };
        let waits = relative.head.is_none() || self.waiting();
        if waits || self.tags[noun] != Tag::Noun || self.tags.get(end) != Some(&Tag::Pronoun) {
            return false;
        }
        let plural = |i: usize| {
            self.tokens[i].is(Class::PLURAL)
                || kept_particles!("plural without s").contains(&self.tokens[i].lemma)
        };
        let who = relative.opener.is_some_and(|o| self.tokens[o].lemma == "who");
        let person = who || is_person(self.tokens[noun].lemma);
        let rest = relative.verbs.1..start;
        match object {
            "they" | "them" => {
                plural(noun) && !rest.into_iter().any(|i| self.tags[i].is_nominal() && plural(i))
            }
            "it" => {
                !person && !plural(noun) && !rest.into_iter().any(|i| self.tags[i].is_nominal() && !plural(i))
            }
            "he" | "him" | "she" | "her" => {
                let other = |i: usize| {
                    self.tags[i] == Tag::Proper
                        || self.tags[i] == Tag::Pronoun && self.tokens[i].lemma == object
                        || self.tags[i] == Tag::Noun && is_person(self.tokens[i].lemma)
                };
                person && !plural(noun) && !rest.into_iter().any(other)
            }
            _ => false,
        }
    }

    /// Whether a verb of saying after a comma tells what its sentence's subject did besides, as no speaker follows: "rejects offer,
    /// vows more walkouts", "cuts jobs, warns of losses", against ", says the mayor".
    fn shares_headline(&self, head: usize, end: usize) -> bool {
        let first = self.stack.first().map(|f| &self.out[f.clause]);
        let tensed = |i: usize| self.tags[i] == Tag::Finite && self.tokens[i].is(Class::THIRD);
        let parallel = first.and_then(|c| c.head).is_some_and(tensed);
        if !parallel || !tensed(head) || self.tokens[head].lemma == "say" {
            return false;
        }
        match self.tags.get(end) {
            Some(Tag::Prep | Tag::To) => true,
            Some(t) if t.in_noun_phrase() => {
                let phrase = (end..self.tags.len()).take_while(|&i| self.tags[i].in_noun_phrase());
                let named = |i: usize| self.tags[i] == Tag::Proper || is_person(self.tokens[i].lemma);
                let last = phrase.clone().last().unwrap_or(end);
                // "vows" has a single subject.
                self.tokens[last].is(Class::PLURAL) && !phrase.into_iter().any(named)
            }
            _ => false,
        }
    }

    /// Ends the phrases without a finite verb that are open.
    pub(super) fn end_soft(&mut self, at: usize) {
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
}
