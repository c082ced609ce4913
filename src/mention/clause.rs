//! Clauses: where each begins and ends, what carries it and what it depends on.
//!
//! One pass over the tags with a stack of open clauses. A relative pronoun, a subordinator or "that" opens a clause; a
//! finite verb completes the innermost clause that waits for one, or begins a coordinated clause, or a content clause
//! that has no "that". Participial and appositive phrases count as clauses of their own: they state something too.

mod around;
pub(super) use around::is_time;
mod contact;
mod finite;
mod group;
mod insertion;
mod list;
mod marks;
mod nonfinite;

use crate::{
    lexicon::Class,
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
    /// Where the first begins of it and all that open after it: what a search for a token need not look behind.
    pub(crate) floor: usize,
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
        let mut floor = usize::MAX;
        for clause in self.out.iter_mut().rev() {
            floor = floor.min(clause.start);
            clause.floor = floor;
        }
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
            Tag::Prep if self.tokens[at].is(Class::SUBORD) && self.opens_parted(at) => {
                self.end_soft(at);
                self.open_child(Kind::Adverbial, at, Some(at));
            }
            // "provided that", "so that": one opener.
            Tag::That | Tag::Det | Tag::Pronoun
                if at > 0
                    && self.tags[at - 1] == Tag::Subord
                    && self.tokens[at].lemma == "that"
                    && matches!(self.tokens[at - 1].lemma, "provide" | "so") => {}
            // "says that neither the state nor the owner knew"
            Tag::Pronoun
                if self.tokens[at].lemma == "that"
                    && at > 0
                    && self.tokens[at - 1].is(Class::SAYS)
                    && self.tokens.get(at + 1).is_some_and(|t| matches!(t.lemma, "neither" | "either")) =>
            {
                self.open_child(Kind::Content, at, Some(at));
            }
            Tag::Subord if at > 0 && self.tokens[at].lemma == "if" && self.asked_with_if(at - 1) => {
                self.open_child(Kind::Content, at, Some(at));
            }
            Tag::Subord => {
                self.end_soft(at);
                self.close_done_before(at);
                self.open_child(Kind::Adverbial, at, Some(at));
            }
            Tag::Coord if self.contrasts(at) => {
                self.end_soft(at);
                while self.stack.last().is_some_and(|f| {
                    let c = &self.out[f.clause];
                    c.kind == Kind::Relative && c.head.is_some()
                }) {
                    self.close(at);
                }
            }
            Tag::Coord if self.interrupted(at) => {
                self.end_soft(at);
                self.coordinate(at, at + 1, None, true);
            }
            Tag::That => {
                self.end_coordinate_content(at);
                self.open_child(Kind::Content, at, Some(at));
            }
            Tag::Wh if at > 0 && !self.question(at) => self.open_child(Kind::Content, at, Some(at)),
            Tag::Modal | Tag::Aux | Tag::Finite => return self.finite(at),
            Tag::To => return self.infinitive(at),
            Tag::Participle | Tag::Base if self.must_be_finite(at) => return self.finite(at),
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
        // A determiner or a subject pronoun after a noun begins another phrase, and so does one after an adjective: "if it is ugly
        // it will be public".
        let pronoun = tag == Tag::Pronoun && self.tokens[at].is(Class::SUBJECT);
        let subjective = tag == Tag::Pronoun && tag::is_subjective(self.tokens[at].lemma);
        let described = prev.is_some_and(|t| t.is_nominal() || t == Tag::Adj);
        let anew = described && (tag == Tag::Det || pronoun) || subjective && prev == Some(Tag::Adv);
        let joins = prev == Some(Tag::Coord) && self.plain_list(at);
        let told = subjective || tag == Tag::Pronoun && self.tokens[at].lemma == "you";
        if told && prev.is_some_and(Tag::is_nominal) && self.told_of(at) {
            self.open_child(Kind::Relative, at, None);
        } else if prev.is_some_and(Tag::is_nominal) {
            self.contact(at);
        }
        if let Some(frame) = self.stack.last_mut() {
            if frame.phrase.is_none() || anew || prev == Some(Tag::Coord) && !joins {
                frame.phrase = Some(around::past_measure(self.tokens, at));
            }
        }
    }

    fn relative(&mut self, at: usize) {
        // "and which": the relative clause before ends, and another describes the same.
        let mut set_off = None;
        if at > 0 && self.tags[at - 1] == Tag::Coord {
            self.end_soft(at);
            if self.stack.last().is_some_and(|f| {
                self.out[f.clause].kind == Kind::Relative && self.out[f.clause].head.is_some()
            }) {
                set_off = self.stack.last().map(|f| self.out[f.clause].set_off);
                self.close(at);
            }
        }
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
        if let (Some(frame), Some(set_off)) = (self.stack.last(), set_off) {
            self.out[frame.clause].set_off = set_off;
        }
    }

    /// Whether a clause around waits for its verb.
    fn waiting(&self) -> bool {
        self.stack.iter().any(|f| {
            let c = &self.out[f.clause];
            c.is_finite() && c.head.is_none()
        })
    }

    fn stack_phrase(&mut self, subject: Option<(usize, usize)>) {
        if let Some(frame) = self.stack.last_mut() {
            frame.phrase = subject.map(|s| s.0);
        }
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
            floor: start,
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
        assert_eq!(
            found("A woman whose boat was found in a marsh has been identified, police have said.")[..2],
            [
                (Kind::Main, "A woman whose boat was found in a marsh has been identified"),
                (Kind::Relative, "whose boat was found in a marsh"),
            ]
        );
        assert_eq!(
            found("Clerks said Danil Webb, 41, of Tern, drove the cart.")[1],
            (Kind::Content, "Danil Webb, 41, of Tern, drove the cart")
        );
    }
}
