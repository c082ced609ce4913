//! What is read of a report sentence by sentence, before mentions are made of it.

use jiff::civil::Date;

use super::{
    Reason, Skipped, checkworthy,
    clause::{self, Clause},
    date::{self, DateExpression},
    description::{self, Described},
    extract::{Content, Scope, common},
    lead, negation,
    proposition::{self, Form, Stated},
    quantity::{self, Quantity},
    quotation::Quotation,
    skip,
    syntax::Parse,
    tag::Tag,
    trim::trim,
};
use crate::{
    Span,
    lexicon::Class,
    token::{Token, TokenKind, classes},
};

/// The words of a report with their analysis, and what the parts of the stage find in each sentence: all in vectors of
/// the report's own, so that no sentence needs memory of its own.
#[derive(Debug)]
pub(crate) struct Readings<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    tags: Vec<Tag>,
    clauses: Vec<Clause>,
    pub(super) dates: Vec<DateExpression>,
    pub(super) quantities: Vec<Quantity>,
    pub(super) scopes: Vec<Scope>,
    pub(super) stated: Vec<Stated>,
    pub(super) described: Vec<Described>,
    pub(super) passages: Vec<Passage>,
}

/// A stretch of one of the vectors of [`Readings`].
type Run = (usize, usize);

/// A sentence that states something, or asks.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// Without its dateline or label.
    pub(super) span: Span,
    tokens: Run,
    /// See [`Parse::classes`].
    classes: Class,
    clauses: Run,
    pub(super) dates: Run,
    pub(super) quantities: Run,
    pub(super) scopes: Run,
    pub(super) stated: Run,
    pub(super) described: Run,
    /// The pieces of attributed content that may reach into it.
    pub(super) contents: Run,
    /// The first quotation that ends in it or later.
    pub(super) quoted: usize,
    /// It is a question, which states nothing; but what comes next may speak of its subject: "How safe is the dam? It is
    /// old."
    pub(super) asks: bool,
    /// How check-worthy it is.
    pub(super) worth: f64,
}

impl Passage {
    /// What one of the vectors holds of the sentence.
    pub(super) fn of<'v, T>(&self, all: &'v [T], run: impl Fn(&Self) -> Run) -> &'v [T] {
        let (start, end) = run(self);
        all.get(start..end).unwrap_or_default()
    }
}

/// What was read of a sentence with mentions in it, for a stage that asks about its words again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading<'r> {
    pub(crate) span: Span,
    pub(crate) parse: Parse<'r>,
    pub(crate) dates: &'r [DateExpression],
    pub(crate) quantities: &'r [Quantity],
}

impl<'t> Readings<'t> {
    pub(super) fn new(text: &'t str, tokens: Vec<Token>, tags: Vec<Tag>) -> Self {
        Self {
            text,
            tokens,
            tags,
            clauses: Vec::new(),
            dates: Vec::new(),
            quantities: Vec::new(),
            scopes: Vec::new(),
            stated: Vec::new(),
            described: Vec::new(),
            passages: Vec::new(),
        }
    }

    /// The sentences with mentions in them, in the order of the text.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Reading<'_>> {
        self.passages.iter().filter(|p| !p.asks).map(|p| Reading {
            span: p.span,
            parse: self.parse(p),
            dates: p.of(&self.dates, |p| p.dates),
            quantities: p.of(&self.quantities, |p| p.quantities),
        })
    }

    pub(super) fn parse(&self, passage: &Passage) -> Parse<'_> {
        Parse {
            text: self.text,
            tokens: passage.of(&self.tokens, |p| p.tokens),
            tags: passage.of(&self.tags, |p| p.tokens),
            clauses: passage.of(&self.clauses, |p| p.clauses),
            classes: passage.classes,
        }
    }

    /// Chooses the sentences that are read on; gives those that state no claim. Each sentence goes up to a token in `ends`.
    pub(super) fn choose(
        &mut self,
        sentences: &[Span],
        ends: &[usize],
        contents: &[Content<'_>],
        quotations: &[Quotation],
    ) -> Vec<Skipped> {
        let mut skipped = Vec::new();
        let (mut first, mut next, mut quoted) = (0, 0, 0);
        let mut links = false;
        self.passages.reserve(sentences.len());
        for (&span, &end) in sentences.iter().zip(ends) {
            let start = first;
            let words = &self.tokens[start..end];
            first = end;
            while contents.get(next).is_some_and(|(c, _)| c.end <= span.start) {
                next += 1;
            }
            let here = contents[next..].iter().take_while(|(c, _)| c.start < span.end);
            let said = (next, next + here.clone().count());
            let silent = !here.clone().any(|(c, _)| common(*c, span).is_some());
            while quotations.get(quoted).is_some_and(|q| q.span().end <= span.start) {
                quoted += 1;
            }
            let passage = Passage { span, contents: said, quoted, ..Passage::default() };
            let worded = words.iter().any(|t| t.kind != TokenKind::Mark);
            let wordless = (!worded && trim(self.text, span).is_empty()).then_some(Reason::Empty);
            let asks = || skip::asks_for_part(words).then_some(Reason::Question);
            let told = || asks().or_else(|| skip::labelled(self.text, span));
            let line = span.of(self.text);
            let reason = wordless
                .or_else(|| if silent { skip::reason(self.text, span, words) } else { told() })
                .or_else(|| (links && silent && skip::is_link(line)).then_some(Reason::Boilerplate));
            links = reason.is_some() && (links || skip::opens_links(line));
            if let Some(reason) = reason {
                skipped.push(Skipped::new(span, reason));
                if reason == Reason::Question {
                    let classes = classes(words);
                    self.passages.push(Passage { tokens: (start, end), classes, asks: true, ..passage });
                }
                continue;
            }
            // Where the sentence was read, a dateline is no part of it.
            let lead = lead::length(self.text, words, &self.tags[start..end]);
            let from = words.get(lead).filter(|_| lead > 0).map_or(span.start, |t| t.span.start);
            let span = Span::new(from, span.end);
            let classes = classes(words);
            self.passages.push(Passage { span, tokens: (start + lead, end), classes, ..passage });
        }
        skipped
    }

    /// Reads the chosen sentences, one part of the stage after the other.
    pub(super) fn read(&mut self, published: Option<Date>) {
        let mut passages = core::mem::take(&mut self.passages);
        self.clauses.reserve(passages.len() * 4);
        let mut finder = clause::Finder::default();
        for p in &mut passages {
            let start = self.clauses.len();
            let (tokens, tags) = (p.of(&self.tokens, |p| p.tokens), p.of(&self.tags, |p| p.tokens));
            finder.find(tokens, tags, &mut self.clauses);
            p.clauses = (start, self.clauses.len());
        }
        drop(finder);
        let stating = |p: &&mut Passage| !p.asks;
        for p in passages.iter_mut().filter(stating).filter(|p| p.classes.any(date::MAY_HOLD)) {
            let start = self.dates.len();
            self.dates.extend(date::in_tokens(self.text, p.of(&self.tokens, |p| p.tokens), published));
            p.dates = (start, self.dates.len());
        }
        for p in passages.iter_mut().filter(stating).filter(|p| p.classes.any(quantity::MAY_HOLD)) {
            let start = self.quantities.len();
            let dates = p.of(&self.dates, |p| p.dates).iter().map(|d| d.span());
            self.quantities.extend(quantity::in_tokens(self.text, p.of(&self.tokens, |p| p.tokens), dates));
            p.quantities = (start, self.quantities.len());
        }
        for p in passages.iter_mut().filter(stating) {
            p.worth = checkworthy::in_tokens(self.text, p.of(&self.tokens, |p| p.tokens));
        }
        let (mut scopes_all, mut stated_all) = (Vec::new(), Vec::with_capacity(passages.len() * 2));
        let mut found = Vec::new();
        for p in passages.iter_mut().filter(stating) {
            let parse = self.parse(p);
            negation::negated_into(&parse, &mut found);
            let scopes = found.iter().map(|n| Scope {
                cue: parse.span(n.cue.0, n.cue.1),
                scope: parse.span(n.scope.0, n.scope.1),
                implicit: n.implicit,
            });
            let start = scopes_all.len();
            scopes_all.extend(scopes);
            p.scopes = (start, scopes_all.len());
        }
        let mut found = Vec::new();
        for p in passages.iter_mut().filter(stating) {
            let parse = self.parse(p);
            proposition::stated_into(&parse, &mut found);
            let start = stated_all.len();
            stated_all.extend(found.iter().filter(|s| says_enough(&parse, s)));
            p.stated = (start, stated_all.len());
        }
        let mut found = Vec::new();
        for p in passages.iter_mut().filter(stating) {
            description::described(&self.parse(p), &mut found);
            let start = self.described.len();
            self.described.extend_from_slice(&found);
            p.described = (start, self.described.len());
        }
        (self.scopes, self.stated) = (scopes_all, stated_all);
        self.passages = passages;
    }
}

/// Whether a proposition is more than a role beside a name: "the prosecutor" is none that anybody would check.
fn says_enough(parse: &Parse<'_>, proposition: &Stated) -> bool {
    let small = |i: usize| matches!(parse.tag(i), Some(Tag::Mark | Tag::Genitive));
    let mut words = (proposition.start..proposition.end).filter(|&i| !small(i));
    proposition.form != Form::Appositive || words.nth(3).is_some()
}
