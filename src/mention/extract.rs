//! The whole stage over one report: each passage is read once, and what the parts of the stage find is put together.

use super::{
    Kind, Known, Reason, Skipped, Speaker, attribution,
    attribution::Attribution,
    checkworthy,
    clause::Clause,
    date::{self, DateExpression},
    modality::{self, Meant, Modality},
    negation,
    proposition::{self, Form, Stated},
    quantity::{self, Quantity},
    referent::Discourse,
    skip,
    syntax::{Parse, pieces as pieces_of},
    tag::{self, Tag},
};
use crate::{Report, Span, sentence::sentences, token::tokenize};

/// What was found about one mention: spans of the report's text and values.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parts {
    pub(crate) span: Span,
    pub(crate) sentence: Span,
    pub(crate) kind: Kind,
    pub(crate) source: Option<Span>,
    pub(crate) cue: Option<Span>,
    pub(crate) speaker: Option<Speaker>,
    pub(crate) via: Option<Span>,
    pub(crate) referent: Option<Span>,
    pub(crate) modality: Modality,
    pub(crate) hedge: Option<Span>,
    pub(crate) negations: Vec<Scope>,
    pub(crate) negated: bool,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) dates: Vec<DateExpression>,
    pub(crate) check_worthiness: f64,
}

/// A negation: its cue, what it negates, and whether it negates by its meaning alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scope {
    pub(crate) cue: Span,
    pub(crate) scope: Span,
    pub(crate) implicit: bool,
}

/// The mentions of a report in the order of the text, and what states no claim.
pub(crate) fn extract(report: &Report) -> (Vec<Parts>, Vec<Skipped>) {
    let text = report.text();
    let spans: Vec<Span> = sentences(text).flat_map(|s| pieces_of(text, s.span())).collect();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut ends = Vec::with_capacity(spans.len());
    let (mut tags, mut parts) = (Vec::with_capacity(tokens.capacity()), Vec::new());
    for &span in &spans {
        let first = tokens.len();
        tokenize(text, span, &mut tokens);
        tag::resolve_into(&tokens[first..], &mut parts);
        tags.extend_from_slice(&parts);
        ends.push(tokens.len());
    }
    let speech = attribution::in_document(text, &spans, &tokens, &tags);
    let mut contents: Vec<(Span, &Attribution)> =
        speech.attributions.iter().flat_map(|a| a.content().iter().map(move |&c| (c, a))).collect();
    contents.sort_by_key(|(c, _)| (c.start, c.end));

    let (mut mentions, mut skipped) = (Vec::new(), Vec::new());
    let (mut first, mut next) = (0, 0);
    let mut discourse = Discourse::default();
    for (&span, &end) in spans.iter().zip(&ends) {
        let (words, parts) = (&tokens[first..end], &tags[first..end]);
        first = end;
        while contents.get(next).is_some_and(|(c, _)| c.end <= span.start) {
            next += 1;
        }
        let said: Vec<(Span, &Attribution)> = contents[next..]
            .iter()
            .take_while(|(c, _)| c.start < span.end)
            .filter_map(|&(c, a)| Some((common(c, span)?, a)))
            .collect();
        let wordless = trim(text, span).is_empty().then_some(Reason::Empty);
        let reason =
            wordless.or_else(|| if said.is_empty() { skip::reason(text, span, words) } else { None });
        if let Some(reason) = reason {
            skipped.push(Skipped::new(span, reason));
            continue;
        }
        let parse = Parse::with(text, words.to_vec(), parts.to_vec());
        read(&parse, span, report, &said, &discourse, &mut mentions);
        discourse.read(&parse);
        let mut named =
            said.iter().rev().filter_map(|(_, a)| a.speaker()).filter(|s| s.known() == Known::Named);
        if let Some(speaker) = named.next() {
            discourse.heard(speaker.name());
        }
    }
    mentions.sort_by_key(|m| (m.span.start, m.span.end));
    mentions.dedup_by_key(|m| m.span);
    (mentions, skipped)
}

fn common(a: Span, b: Span) -> Option<Span> {
    let shared = Span::new(a.start.max(b.start), a.end.min(b.end));
    (a.overlaps(b)).then_some(shared)
}

/// Share of the shorter of two spans that lies in the other from which on they are one mention, in hundredths.
const SAME_FROM: usize = 80;

/// Whether two spans cover nearly the same words.
fn nearly(a: Span, b: Span) -> bool {
    common(a, b).is_some_and(|c| c.len() * 100 >= a.len().max(b.len()) * SAME_FROM)
}

/// A mention before its values are read.
struct Draft<'a> {
    span: Span,
    attribution: Option<&'a Attribution>,
    referent: Option<Span>,
    /// The clause that makes it, where one does.
    clause: Option<usize>,
}

/// What a sentence states, with who says it.
fn read(
    parse: &Parse<'_>,
    sentence: Span,
    report: &Report,
    said: &[(Span, &Attribution)],
    discourse: &Discourse,
    out: &mut Vec<Parts>,
) {
    let text = parse.text;
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let pieces = pieces(parse, said);
    for content in &pieces {
        let span = trim(text, past_that(parse, content.0));
        if !span.is_empty() && states(parse, span, content.1) {
            drafts.push(Draft { span, attribution: Some(content.1), referent: None, clause: None });
        }
    }
    let propositions: Vec<Stated> = proposition::stated(parse).filter(|p| says_enough(parse, p)).collect();
    for stated in propositions.iter().copied() {
        let span = trim(text, stated.span(parse));
        let referent = discourse.referent(parse, &stated);
        if let Some(same) = drafts.iter_mut().find(|d| nearly(d.span, span)) {
            same.referent = same.referent.or(referent);
            same.clause = same.clause.or(Some(stated.clause));
        } else if !span.is_empty() && !frames(span, &pieces) {
            let attribution = said.iter().find(|(c, _)| c.contains(span)).map(|(_, a)| *a);
            drafts.push(Draft { span, attribution, referent, clause: Some(stated.clause) });
        }
    }
    let labels = modality::labels(parse);
    // What is asked, demanded or denied states nothing by itself, yet somebody says that it is asked or denied.
    let mut meant: Vec<(Span, Meant)> = Vec::new();
    for m in modality::meant_by(parse, &labels, &propositions) {
        let span = trim(text, parse.span(m.start, m.end));
        if !span.is_empty() && m.modality != Modality::Asserted {
            if !drafts.iter().any(|d| nearly(d.span, span)) {
                let attribution = said.iter().find(|(c, _)| c.contains(span)).map(|(_, a)| *a);
                drafts.push(Draft { span, attribution, referent: None, clause: None });
            }
            meant.push((span, m));
        }
    }
    // A heading is one claim, whatever its parts say; and where nothing below a sentence was found, the sentence stands
    // for itself rather than being lost.
    let whole = trim(text, sentence);
    let heading = !sentence.of(text).ends_with(['.', '!', '?', '…', '”', '"', '’', ':', ';', ',', ')']);
    if drafts.is_empty() || heading && !drafts.iter().any(|d| nearly(d.span, whole)) {
        drafts.push(Draft { span: whole, attribution: None, referent: None, clause: None });
    }
    let dates = date::in_tokens(text, &parse.tokens, report.published());
    let quantities = quantity::in_tokens(text, &parse.tokens, dates.iter().map(|d| d.span()));
    let negations: Vec<Scope> = negation::negated(parse)
        .into_iter()
        .map(|n| Scope {
            cue: parse.span(n.cue.0, n.cue.1),
            scope: parse.span(n.scope.0, n.scope.1),
            implicit: n.implicit,
        })
        .collect();
    let check_worthiness = checkworthy::in_parse(parse);
    for Draft { span, attribution, referent, clause } in drafts {
        let clause = clause.or_else(|| main_clause(parse, span));
        let (modality, hedge) = match meant.iter().find(|(s, _)| nearly(*s, span)) {
            Some((_, m)) => (m.modality, m.hedge),
            None => clause.map_or_else(Default::default, |c| labels.of(parse, c)),
        };
        let verb =
            clause.and_then(|c| parse.clauses[c].head).and_then(|h| parse.tokens.get(h)).map(|t| t.span);
        let inside = |s: Span| span.contains(s);
        out.push(Parts {
            span,
            sentence,
            kind: attribution.map_or(Kind::Assertion, Attribution::kind),
            source: attribution.and_then(|a| hull(a.source())),
            cue: attribution.and_then(|a| hull(a.cue())),
            speaker: attribution.and_then(Attribution::speaker),
            via: attribution.and_then(Attribution::via),
            referent,
            modality,
            hedge: hedge.map(|(start, end)| parse.span(start, end)),
            negated: verb.is_some_and(|v| negations.iter().any(|n| n.scope.contains(v))),
            negations: negations.iter().filter(|n| inside(n.cue)).copied().collect(),
            quantities: quantities.iter().filter(|q| inside(q.span())).copied().collect(),
            dates: dates.iter().filter(|d| inside(d.span())).copied().collect(),
            check_worthiness,
        });
    }
}

/// Whether a proposition is more than a role beside a name: "the prosecutor" is none that anybody would check.
fn says_enough(parse: &Parse<'_>, proposition: &Stated) -> bool {
    let words = (proposition.start..proposition.end).filter(|&i| parse.tag(i) != Some(Tag::Mark)).count();
    proposition.form != Form::Appositive || words > 3
}

/// What is said, piece by piece. A speaker who cuts a clause in two, "the gates, Kest said, will stay open", leaves one
/// piece, from the first word to the last; one who stands between two clauses leaves both.
fn pieces<'a>(parse: &Parse<'_>, said: &[(Span, &'a Attribution)]) -> Vec<(Span, &'a Attribution)> {
    let finite = |span: Span| {
        let inside = parse.tokens.iter().zip(&parse.tags).filter(|(t, _)| span.contains(t.span));
        inside.into_iter().any(|(_, tag)| tag.is_finite())
    };
    let mut out: Vec<(Span, &Attribution)> = Vec::with_capacity(said.len());
    for &(span, attribution) in said {
        match out.last_mut() {
            Some((before, same)) if core::ptr::eq(*same, attribution) && !finite(*before) => {
                *before = before.hull(span)
            }
            _ => out.push((span, attribution)),
        }
    }
    out
}

/// Whether a proposition is part of a piece that its speaker cuts in two, and holds the cut.
fn frames(span: Span, pieces: &[(Span, &Attribution)]) -> bool {
    let cut =
        |piece: Span, a: &Attribution| a.cue().iter().any(|&cue| piece.contains(cue) && span.contains(cue));
    pieces.iter().any(|&(piece, a)| span.overlaps(piece) && cut(piece, a))
}

/// The span without a "that" which only opens it.
fn past_that(parse: &Parse<'_>, span: Span) -> Span {
    let first = parse.tokens.iter().position(|t| span.contains(t.span));
    match first.and_then(|i| Some((parse.tag(i)?, parse.tokens.get(i)?))) {
        Some((Tag::That, token)) if parse.lemma(first.unwrap_or_default()) == "that" => {
            Span::new(token.span.end, span.end)
        }
        _ => span,
    }
}

/// The first clause with a verb whose words lie in `span`.
fn main_clause(parse: &Parse<'_>, span: Span) -> Option<usize> {
    let verb = |c: &Clause| c.head.and_then(|h| parse.tokens.get(h)).is_some_and(|t| span.contains(t.span));
    parse.clauses.iter().position(|c| c.is_finite() && verb(c))
}

/// Whether a piece of an attribution's content is a claim by itself. "The ministry praised the deal" and "China vowed to
/// cut exports" state something as a whole, not in their content alone, and a piece that somebody's name cuts off
/// needs a verb of its own, unless it gives words in quotation marks.
fn states(parse: &Parse<'_>, span: Span, attribution: &Attribution) -> bool {
    let inside = || parse.tokens.iter().zip(&parse.tags).filter(|(t, _)| span.contains(t.span));
    let words = inside().filter(|(_, tag)| **tag != Tag::Mark).count();
    match attribution.kind() {
        Kind::IndirectQuote => {
            attribution.form() == attribution::Form::Clause
                && words > 2
                && inside().any(|(_, tag)| tag.is_verb())
        }
        Kind::MixedQuote => words > 2,
        Kind::DirectQuote | Kind::Assertion => words > 1,
    }
}

fn hull(spans: &[Span]) -> Option<Span> {
    spans.iter().copied().reduce(Span::hull)
}

/// The span without quotation marks, brackets it does not close, and closing punctuation at its ends.
fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let opens = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '“' | '‘' | '\'' | ',' | ';' | ':' | '—' | '–' | '-')
    };
    let closes = |c: char| opens(c) || matches!(c, '”' | '’' | '.');
    let start = words.len() - words.trim_start_matches(opens).len();
    let kept = words.trim_start_matches(opens).trim_end_matches(closes);
    let span = Span::new(span.start + start, span.start + start + kept.len());
    // The stop of "in the U.S." and the apostrophe of "the officials’" belong to the word.
    let rest = &words[start + kept.len()..];
    let abbreviates =
        rest.starts_with('.') && kept.rsplit([' ', '.']).next().is_some_and(|w| w.chars().count() == 1);
    if abbreviates { Span::new(span.start, span.end + 1) } else { span }
}
