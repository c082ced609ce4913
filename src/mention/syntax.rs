//! A sentence read once: its tokens, their tags and its clauses, for every stage that asks about them.

use crate::{
    Span,
    lexicon::Class,
    mention::{
        clause::{self, Clause, Kind},
        tag::{self, Tag},
    },
    token::{self, Token},
};

/// No sentence that people write is longer; what is gets read in pieces, so that time stays linear in the text.
const LONGEST: usize = 6_000;

/// A sentence with its analysis: a view into what [`Read`] or a whole report holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parse<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
    pub(crate) tags: &'t [Tag],
    pub(crate) clauses: &'t [Clause],
    /// What the tokens can be, all together: what no token can be need not be looked for.
    pub(crate) classes: Class,
}

/// What is read of one sentence by itself.
#[derive(Debug)]
pub(crate) struct Read {
    tokens: Vec<Token>,
    tags: Vec<Tag>,
    clauses: Vec<Clause>,
}

impl Read {
    /// Reads the words of `text` in `span` as one sentence.
    pub(crate) fn new(text: &str, span: Span) -> Self {
        let tokens = token::tokens(text, span);
        let tags = tag::resolve(&tokens);
        let clauses = clause::clauses(&tokens, &tags);
        Self { tokens, tags, clauses }
    }

    /// The sentence, of the text it was read from.
    pub(crate) fn parse<'t>(&'t self, text: &'t str) -> Parse<'t> {
        let classes = token::classes(&self.tokens);
        Parse { text, tokens: &self.tokens, tags: &self.tags, clauses: &self.clauses, classes }
    }
}

impl Parse<'_> {
    /// The bytes from token `start` to before token `end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        match (self.tokens.get(start), end.checked_sub(1).and_then(|e| self.tokens.get(e))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The tokens from `start` to before `end` without marks, conjunctions and opening quotes at the ends.
    pub(crate) fn trim(&self, mut start: usize, mut end: usize) -> (usize, usize) {
        let loose = |i: usize, last: bool| match self.tags.get(i) {
            Some(Tag::Mark) => {
                let mark = self.tokens[i].mark;
                !(last && matches!(mark, '%' | ')' | ']')
                    || !last && matches!(mark, '(' | '[' | '$' | '£' | '€' | '#'))
            }
            // "Nor will it cover the loss"
            Some(Tag::Coord) => last || !self.class(i).any(Class::NEG),
            _ => false,
        };
        while start < end && loose(start, false) {
            start += 1;
        }
        while end > start && loose(end - 1, true) {
            end -= 1;
        }
        (start, end)
    }

    /// The first token at or after `at` that has one of the classes: how a pass goes from one word it asks about to the next.
    pub(crate) fn next(&self, at: usize, class: Class) -> Option<usize> {
        let rest = self.tokens.get(at..).filter(|_| self.classes.any(class))?;
        rest.iter().position(|t| t.is(class)).map(|i| at + i)
    }

    pub(crate) fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::default(), |t| t.class)
    }

    pub(crate) fn lemma(&self, at: usize) -> &'static str {
        self.tokens.get(at).map_or("", |t| t.lemma)
    }

    pub(crate) fn tag(&self, at: usize) -> Option<Tag> {
        self.tags.get(at).copied()
    }

    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is_mark(mark))
    }

    /// The innermost clause with a finite verb that holds the token at `at`.
    pub(crate) fn finite_around(&self, at: usize) -> Option<usize> {
        let holds = |c: &Clause| c.is_finite() && c.head.is_some() && c.start <= at && at < c.end;
        let begun = self.clauses.partition_point(|c| c.floor <= at);
        let found = self.clauses.get(..begun)?.iter().rposition(holds)?;
        // "What is not known is": a question that is a subject opens before the clause around it.
        let asked = self.clauses.first().is_some_and(|c| c.parent == Some(found) && holds(c));
        Some(if asked { 0 } else { found })
    }

    /// The clause with a finite verb that `clause` depends on.
    pub(crate) fn finite_parent(&self, clause: &Clause) -> Option<usize> {
        let mut parent = clause.parent;
        while let Some(p) = parent {
            if self.clauses[p].is_finite() {
                return Some(p);
            }
            parent = self.clauses[p].parent;
        }
        None
    }

    /// The words that make `clause` a condition: if, unless, as long as, or the auxiliary before its subject.
    pub(crate) fn condition(&self, clause: &Clause) -> Option<(usize, usize)> {
        let opener = clause.opener.filter(|_| clause.kind == Kind::Adverbial)?;
        let start = match self.lemma(opener) {
            "if" | "unless" | "provide"
                if opener > 0 && matches!(self.lemma(opener - 1), "only" | "even") =>
            {
                opener - 1
            }
            "if" | "unless" | "provide" => opener,
            "as" if opener > 1 && self.lemma(opener - 1) == "long" => opener - 2,
            _ if self.tag(opener).is_some_and(Tag::is_finite) => opener,
            _ => return None,
        };
        Some((start, opener + 1))
    }

    /// Whether the sentence ends as a question.
    pub(crate) fn is_question(&self) -> bool {
        self.tokens.iter().rev().take(3).any(|t| t.is_mark('?'))
    }

    /// The clauses that open inside clause `of`, in the order in which they open.
    pub(crate) fn within(&self, of: usize) -> &[Clause] {
        let rest = self.clauses.get(of + 1..).unwrap_or_default();
        let end = self.clauses.get(of).map_or(0, |c| c.end);
        let n = rest.iter().position(|c| c.start >= end).unwrap_or(rest.len());
        rest.get(..n).unwrap_or_default()
    }

    /// The clauses that depend on clause `of`, directly, up to the first that begins at or after token `end`.
    pub(crate) fn children_before(&self, of: usize, end: usize) -> impl Iterator<Item = &Clause> {
        let rest = self.clauses.get(of + 1..).unwrap_or_default();
        let near = rest.iter().take_while(move |c| c.floor < end).filter(move |c| c.parent == Some(of));
        near.take_while(move |c| c.start < end)
    }

    /// The clauses that depend on clause `of`, directly.
    pub(crate) fn children(&self, of: usize) -> impl DoubleEndedIterator<Item = (usize, &Clause)> {
        self.clauses.iter().enumerate().skip(of + 1).filter(move |(_, c)| c.parent == Some(of))
    }
}

/// Shows `see` the sentences of `text`, each read once. A text that never ends a sentence is read in pieces.
pub(crate) fn parses(text: &str, mut see: impl FnMut(&Parse<'_>)) {
    for sentence in crate::sentence::sentences(text) {
        for span in pieces(text, sentence.span()) {
            see(&Read::new(text, span).parse(text));
        }
    }
}

/// `span` in pieces of at most [`LONGEST`] bytes, cut at white space where there is some.
pub(crate) fn pieces(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut rest = span;
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let words = rest.of(text);
        let mut cut = words.len();
        if cut > LONGEST {
            let mut at = LONGEST;
            while !words.is_char_boundary(at) {
                at += 1;
            }
            cut = words[..at].rfind(char::is_whitespace).filter(|&i| i > 0).unwrap_or(at);
        }
        let piece = Span::new(rest.start, rest.start + cut);
        rest = Span::new(piece.end, rest.end);
        Some(piece)
    })
}
