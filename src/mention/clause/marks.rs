//! Marks: what commas, dashes, brackets and stops end, set off or open.

use super::{Finder, Kind, is_time};
use crate::{
    lexicon::Class,
    mention::{quantity::is_person, tag::Tag},
};

impl Finder<'_> {
    /// A subordinator after a comma ends a relative clause that the comma set off.
    pub(super) fn close_done_before(&mut self, at: usize) {
        if at > 0 && self.tokens[at - 1].is_mark(',') {
            self.close_set_off(at - 1);
        }
    }

    /// "and that": goes back to the clause whose content the first "that" gave.
    pub(super) fn end_coordinate_content(&mut self, at: usize) {
        if at == 0 || self.tags[at - 1] != Tag::Coord && !self.tokens[at - 1].is_mark(',') {
            return;
        }
        if let Some(depth) = self.stack.iter().rposition(|f| self.out[f.clause].kind == Kind::Content) {
            while self.stack.len() > depth.max(1) {
                self.close(at);
            }
        }
    }

    pub(super) fn mark(&mut self, at: usize) {
        if self.joins_names(at) {
            return;
        }
        match self.tokens[at].mark {
            ',' => self.comma(at),
            ';' | ':' | '—' | '–' | '?' | '!' | '.' => {
                let dash = matches!(self.tokens[at].mark, '—' | '–');
                if dash && self.waiting() {
                    self.hold(at);
                    self.close_set_off(at);
                    self.apposition(at);
                    return;
                }
                if matches!(self.tokens[at].mark, ':' | ';' | '—' | '–') && self.completed(at) {
                    self.close_phrases(at);
                    if let Some(frame) = self.stack.last_mut() {
                        frame.phrase = None;
                    }
                    return;
                }
                if self.stack.first().is_some_and(|f| self.out[f.clause].head.is_some()) {
                    while !self.stack.is_empty() {
                        self.close(at);
                    }
                    if self.tags.iter().skip(at + 1).take(4).any(|t| *t != Tag::Mark) {
                        self.open(Kind::Main, at + 1, None, true, None);
                    }
                } else {
                    if matches!(self.tokens[at].mark, ':' | ';') {
                        self.close_phrases(at);
                    }
                    // "Roads: the pass is shut": a label.
                    if let [clause] = self.out.as_mut_slice() {
                        if self.tokens[at].mark == ':' && at + 1 < self.tags.len() {
                            clause.start = at + 1;
                        }
                    }
                    if let Some(frame) = self.stack.last_mut() {
                        frame.phrase = None;
                    }
                }
            }
            '(' | '[' => self.hold(at),
            ')' | ']' => {
                if let Some(frame) = self.stack.last_mut().filter(|f| f.held.is_some()) {
                    frame.phrase = None;
                }
            }
            _ => {}
        }
    }

    /// Whether the en dash at `at` stands without room between two words: "the Harnwick–Olmen line".
    fn joins_names(&self, at: usize) -> bool {
        let close = |a: usize, b: usize| match (self.tokens.get(a), self.tokens.get(b)) {
            (Some(a), Some(b)) => a.span.end == b.span.start,
            _ => false,
        };
        self.tokens[at].mark == '–' && at > 0 && close(at - 1, at) && close(at, at + 1)
    }

    fn comma(&mut self, at: usize) {
        self.last_comma = Some(at);
        if self.list_goes_on(at) {
            return;
        }
        self.close_set_off(at);
        self.interrupted_content(at);
        self.hold(at);
        self.apposition(at);
    }

    /// Whether what follows the colon or dash at `at` has no verb of its own, so that it goes on with the clause before: "Seven
    /// charges remain: five of bribery and two of fraud". What somebody says does so by itself.
    fn completed(&self, at: usize) -> bool {
        let Some(top) = self.stack.last().map(|f| &self.out[f.clause]) else { return false };
        let says = top.head.is_some_and(|h| self.tokens[h].is(Class::SAYS) && top.verbs.1 + 3 > at);
        let rest = self.tags.get(at + 1..).unwrap_or_default();
        let words = rest.iter().filter(|t| **t != Tag::Mark).count();
        let quote = |i: usize| {
            self.tokens.get(i).is_some_and(|t| matches!(t.mark, '“' | '”' | '"' | '‘' | '’' | '\''))
        };
        let quoted = quote(at + 1) || at > 0 && quote(at - 1);
        !says
            && !quoted
            && words > 1
            && top.head.is_some()
            && !self.waiting()
            && !rest.iter().any(|t| t.is_finite())
    }

    /// A colon or semicolon ends the phrases without a finite verb that are open.
    fn close_phrases(&mut self, at: usize) {
        while self.stack.last().is_some_and(|f| self.out[f.clause].is_soft()) {
            self.close(at);
        }
    }

    /// Opens an apposition where one starts after the mark at `at`: a noun phrase that neighbours a noun phrase.
    fn apposition(&mut self, at: usize) {
        let after_noun = at.checked_sub(1).is_some_and(|i| {
            self.tags[i].is_nominal() || matches!(self.tokens[i].mark, '”' | '’' | '"' | ')')
        });
        let mut first = at + 1;
        while self.tags.get(first) == Some(&Tag::Adv) {
            first += 1;
        }
        let opens = self
            .tags
            .get(first)
            .is_some_and(|t| matches!(t, Tag::Det | Tag::Noun | Tag::Proper | Tag::Adj | Tag::Numeral));
        let thanks = self.tokens[first.min(self.tokens.len() - 1)].lemma.starts_with("thank")
            && self.tags.get(first + 1) == Some(&Tag::Prep)
            && self.tokens[first + 1].lemma == "to"
            && first == at + 1;
        // "he saw, out on the hill, a fire": what the verb asks for, after an insertion.
        let inserted = self.stack.last().map(|f| &self.out[f.clause]).is_some_and(|c| {
            let comma = |i: usize| self.tokens[i].is_mark(',');
            let opened = c.head.is_some() && c.verbs.1 < at && comma(c.verbs.1);
            opened && !(c.verbs.1 + 1..at).any(comma)
        });
        // "names, dates of birth and, in some cases, addresses": the last of a list.
        let listed = (0..at)
            .rev()
            .find(|&i| self.tokens[i].is_mark(','))
            .and_then(|i| i.checked_sub(1))
            .is_some_and(|i| self.tags[i] == Tag::Coord);
        if !after_noun && self.sums_up(first) {
            self.open_child(Kind::Appositive, at + 1, None);
            return;
        }
        if !after_noun || !opens || thanks || inserted || listed {
            return;
        }
        // "Days before the vote, entities tied to it": a time has no apposition.
        let timed = self.stack.last().and_then(|f| f.held).is_some_and(|(start, end)| {
            let unit = self.tokens[start].is(Class::PERIOD);
            is_time(self.tokens, self.tags, (start, end))
                || unit && self.tags.get(start + 1) == Some(&Tag::Prep)
        });
        if timed {
            return;
        }
        let waiting = self.waiting();
        let mut verb = false;
        let mut relative = false;
        let mut groups = 0;
        let mut end = None;
        for i in first..(first + 30).min(self.tags.len()) {
            match self.tags[i] {
                Tag::Rel | Tag::To | Tag::Participle | Tag::Ing => relative = true,
                t if t.is_finite() && !relative => {
                    verb = true;
                    break;
                }
                t if t.is_finite() => groups += 1,
                Tag::Mark if matches!(self.tokens[i].mark, ',' | ';' | '.' | '—' | '–' | ':' | '?' | '!') =>
                {
                    end = Some(i);
                    break;
                }
                _ => {}
            }
        }
        let closed_by_comma = end.is_some_and(|i| matches!(self.tokens[i].mark, ',' | '—' | '–'));
        let last = end.is_none() && first + 30 >= self.tags.len() || end.is_some() && !closed_by_comma;
        // "Weld, HB's director at the time", "Weld, former director of the board"
        let owner = self.tags[first] == Tag::Proper && self.tags.get(first + 1) == Some(&Tag::Genitive);
        let person = (first..self.tags.len()).take_while(|&i| self.tags[i].in_noun_phrase()).last();
        let role = self.tags[first] == Tag::Adj
            && person.is_some_and(|i| self.tags[i] == Tag::Noun && is_person(self.tokens[i].lemma));
        let article = matches!(self.tags[first], Tag::Det | Tag::Noun | Tag::Numeral)
            || first > at + 1
            || owner
            || role;
        // "Under the law, owners who ignore it can be fined": the second verb is that of the clause which waits.
        if verb
            || waiting && last && groups > 1
            || !(waiting && closed_by_comma || article && (last || closed_by_comma))
        {
            return;
        }
        self.open_child(Kind::Appositive, at + 1, None);
    }

    /// Whether the phrase at `first` calls the clause before it something: ", a statement that now looks hasty". The only
    /// verb up to the end is that of its relative clause; else the phrase is the subject of another.
    fn sums_up(&self, first: usize) -> bool {
        let done = self.stack.last().is_some_and(|f| self.out[f.clause].head.is_some()) && !self.waiting();
        let article = self.tokens.get(first).is_some_and(|t| matches!(t.lemma, "a" | "an"));
        let phrase = (first..self.tags.len()).find(|&i| !self.tags[i].in_noun_phrase());
        let related = phrase.filter(|&i| i > first + 1 && self.tags[i] == Tag::Rel);
        let Some(related) = related.filter(|_| done && article) else { return false };
        let stop = |i: &usize| matches!(self.tokens[*i].mark, ';' | ':' | '.' | '—' | '–' | '?' | '!');
        let end = (related..self.tags.len()).find(stop).unwrap_or(self.tags.len());
        let verb = (related..end).find(|&i| self.tags[i].is_finite());
        verb.is_some_and(|v| !(self.group(v).0..end).any(|i| self.tags[i].is_finite()))
    }

    /// Keeps the noun phrase before an insertion as the subject of the verb after it.
    pub(super) fn hold(&mut self, at: usize) {
        // "On Tuesday, the mayor, Ansa Weld, resigned": a time, or what a preposition led in, is no subject.
        let before = self.stack.last().and_then(|f| f.held).filter(|&(start, end)| {
            let led = start.checked_sub(1).is_some_and(|i| self.tags[i] == Tag::Prep);
            !led && !is_time(self.tokens, self.tags, (start, end))
        });
        if let Some(frame) = self.stack.last_mut() {
            if let Some(start) = frame.phrase.take() {
                if self.out[frame.clause].head.is_none() {
                    frame.held = before.or(Some((start, at)));
                }
            }
        }
    }

    /// A comma or dash at `at` ends the phrases and clauses that another mark set off, and soft ones.
    pub(super) fn close_set_off(&mut self, at: usize) {
        let next = self.tags.get(at + 1).copied();
        let mut related = false;
        while self.stack.len() > 1 {
            let Some(top) = self.stack.last() else { break };
            let clause = &self.out[top.clause];
            // "By taking the school, which is old, off its list, the board saved money"
            let holds = matches!(clause.kind, Kind::Participial | Kind::Infinitive)
                && clause.opener.is_some()
                && (next == Some(Tag::Rel) || related && next == Some(Tag::Prep));
            if holds {
                break;
            }
            related = clause.kind == Kind::Relative && clause.set_off;
            // "results were, by most accounts, as good": the copula waits for what it says.
            let copula = clause.head.is_some_and(|h| self.tokens[h].is(Class::BE));
            let (verb, comma) = (clause.verbs.1, |i: usize| self.tokens[i].is_mark(','));
            let inserted = verb < at && comma(verb) && !(verb + 1..at).any(comma) && at < verb + 8;
            if copula && (verb == at && matches!(next, Some(Tag::Prep | Tag::Adv)) || inserted) {
                break;
            }
            // "If anything," has no verb of its own.
            let verb_next = (at + 1..self.tags.len()).find(|&i| self.tags[i] != Tag::Adv);
            let verbless = clause.head.is_none() && verb_next.is_some_and(|i| self.tags[i].is_finite());
            let idiom = clause.kind == Kind::Adverbial && (at <= clause.start + 3 || verbless);
            let complete = clause.head.is_some() || clause.kind == Kind::Appositive || idiom;
            let outer_waits = self.stack[..self.stack.len() - 1].iter().any(|f| {
                let c = &self.out[f.clause];
                c.is_finite() && c.head.is_none()
            });
            // "since it began, among them a boy": the phrase goes on with the clause around.
            let among = self.tokens.get(at + 1).is_some_and(|t| matches!(t.lemma, "among" | "include"));
            let ends = match clause.kind {
                Kind::Adverbial if among => true,
                Kind::Appositive | Kind::Participial | Kind::Infinitive => true,
                Kind::Relative | Kind::Adverbial | Kind::Coordinated => clause.set_off || outer_waits,
                Kind::Content => outer_waits,
                Kind::Main => false,
            };
            if !(complete && ends) {
                break;
            }
            self.close(at);
        }
    }
}
