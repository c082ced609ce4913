//! Pieces of what somebody says: where they begin and end, and which state something.

use super::{
    Kind, attribution,
    attribution::Attribution,
    clause::Kind as ClauseKind,
    extract::{Content, has_finite, hull},
    proposition::Stated,
    syntax::Parse,
    tag::Tag,
};
use crate::{
    Span,
    lexicon::{Class, kept_particles},
    token::Token,
};

/// What is said, piece by piece. A speaker who cuts a clause in two, "the gates, Kest said, will stay open", leaves one
/// piece, from the first word to the last; one who stands between two clauses leaves both.
pub(super) fn pieces<'a>(parse: &Parse<'_>, said: &[Content<'a>], out: &mut Vec<Content<'a>>) {
    let finite = |span: Span| has_finite(parse, span);
    out.clear();
    for &(span, attribution) in said {
        let span = without_source(span, attribution);
        match out.last_mut() {
            Some((before, same))
                if core::ptr::eq(*same, attribution)
                    && (!finite(*before) || waits(parse, *before) || is_condition(parse, *before)) =>
            {
                *before = before.hull(span)
            }
            _ => out.push((span, attribution)),
        }
    }
}

/// Whether a piece ends with an auxiliary that waits for its verb: "The men were, (police said,) armed".
fn waits(parse: &Parse<'_>, piece: Span) -> bool {
    let inside = |i: &usize| piece.contains(parse.tokens[*i].span);
    let last = (0..parse.tokens.len())
        .rev()
        .filter(inside)
        .find(|&i| !matches!(parse.tag(i), Some(Tag::Mark | Tag::Adv)));
    last.is_some_and(|i| matches!(parse.tag(i), Some(Tag::Aux | Tag::Modal)))
}

/// Whether a piece is the subject of its cue, as nobody is named who says it: "She herself, who (knew, is thought to have left)".
pub(super) fn is_subject(parse: &Parse<'_>, piece: Span, attribution: &Attribution) -> bool {
    attribution.source().is_empty()
        && attribution.kind() == Kind::IndirectQuote
        && parse.clauses.iter().any(|c| {
            let verbs = parse.span(c.verbs.0, c.verbs.1);
            let subject =
                c.subject.and_then(|(s, _)| parse.tokens.get(s)).map_or(usize::MAX, |t| t.span.start);
            let cue = attribution.cue().iter().any(|cue| cue.overlaps(verbs));
            c.is_finite() && cue && subject <= piece.start && piece.end <= verbs.start
        })
}

/// Whether a piece is nothing but a condition, "If no buyer is found, (she said,)", which states nothing without what follows.
fn is_condition(parse: &Parse<'_>, piece: Span) -> bool {
    parse.clauses.iter().any(|c| {
        let span = parse.span(c.start, c.end);
        parse.condition(c).is_some() && span.contains(piece) && span.start == piece.start
    })
}

/// A piece without the words that tell who says it, should it reach over them.
fn without_source(piece: Span, attribution: &Attribution) -> Span {
    let source = hull(attribution.source()).filter(|s| piece.start < s.start && s.end <= piece.end);
    source.map_or(piece, |s| Span::new(piece.start, s.start))
}

/// Who says a proposition that a speaker interrupts before the words in quotation marks: "The deal, Weld said, “is off”".
pub(super) fn told_inside<'a>(
    parse: &Parse<'_>,
    stated: &Stated,
    span: Span,
    pieces: &[Content<'a>],
) -> Option<&'a Attribution> {
    let head = parse.clauses.get(stated.clause)?.head.and_then(|h| parse.tokens.get(h))?.span;
    let told = |&&(piece, a): &&Content<'a>| {
        let cue = hull(a.cue());
        a.kind() == Kind::DirectQuote
            && piece.contains(head)
            && cue.is_some_and(|c| span.contains(c) && span.start < c.start && c.end <= piece.start)
    };
    pieces.iter().find(told).map(|p| p.1)
}

/// Whether a proposition is part of a piece that its speaker cuts in two, and holds the cut.
pub(super) fn frames(span: Span, pieces: &[Content<'_>]) -> bool {
    let cut =
        |piece: Span, a: &Attribution| a.cue().iter().any(|&cue| piece.contains(cue) && span.contains(cue));
    pieces.iter().any(|&(piece, a)| span.overlaps(piece) && cut(piece, a))
}

/// The span without a conjunction that only joins it to what was said before: "But it is not enough".
pub(super) fn past_conjunction(parse: &Parse<'_>, span: Span) -> Span {
    let words = |i: &usize| span.contains(parse.tokens[*i].span) && parse.tag(*i) != Some(Tag::Mark);
    let first = (0..parse.tokens.len())
        .find(words)
        .filter(|&i| parse.tag(i) == Some(Tag::Coord) && !parse.class(i).any(Class::NEG));
    let start = first.and_then(|i| parse.tokens.get(i)).map_or(span.start, |t| t.span.end);
    Span::new(start.min(span.end), span.end)
}

/// The span without a "that" which only opens it, and without what stands before one: "(told) a briefing that the list was
/// short", "(found) it proven that she knew".
pub(super) fn past_that(parse: &Parse<'_>, span: Span, cue: Option<Span>) -> Span {
    let inside = || (0..parse.tokens.len()).filter(|&i| span.contains(parse.tokens[i].span));
    // Whom somebody tells stands before what they tell, so that "that" cannot describe them.
    let told = || {
        let verb = cue.and_then(|c| parse.tokens.iter().find(|t| c.contains(t.span)));
        verb.is_some_and(|t| kept_particles!("told somebody").contains(&t.lemma))
    };
    let opens = |i: usize| {
        let next = parse.tag(i + 1);
        next.is_some_and(|t| {
            matches!(t, Tag::Det | Tag::Proper | Tag::Prep | Tag::Mark | Tag::Adv | Tag::Pronoun)
        })
    };
    let first = inside().next();
    let that = |i: usize| {
        parse.lemma(i) == "that"
            && match parse.tag(i) {
                Some(Tag::That) => true,
                Some(Tag::Rel) => Some(i) == first && opens(i) || told(),
                Some(Tag::Det | Tag::Pronoun) => Some(i) == first && opens(i),
                _ => false,
            }
    };
    let before = inside().take_while(|&i| {
        !that(i)
            && parse.tag(i).is_some_and(|t| t.in_noun_phrase() || matches!(t, Tag::Participle | Tag::Prep))
    });
    // "Reports that it had failed were wrong": the clause belongs to the subject of the verb after it.
    let subject = |i: usize| {
        let ends = |t: &Token| span.contains(t.span);
        parse.clauses.iter().any(|c| {
            let held = c.subject.is_some_and(|(start, end)| start < i && i < end);
            held && c.is_finite() && parse.tokens.get(c.verbs.0).is_some_and(ends)
        })
    };
    let at = inside().nth(before.count()).filter(|&i| that(i) && !subject(i));
    match at.and_then(|i| parse.tokens.get(i)) {
        Some(token) => Span::new(token.span.end, span.end),
        None => span,
    }
}

/// Whether a piece of an attribution's content is a claim by itself. "The ministry praised the deal" and "China vowed to
/// cut exports" state something as a whole, not in their content alone, and a piece that somebody's name cuts off
/// needs a verb of its own, unless it gives words in quotation marks.
pub(super) fn states(parse: &Parse<'_>, span: Span, attribution: &Attribution) -> bool {
    let inside = || parse.tokens.iter().zip(parse.tags).filter(|(t, _)| span.contains(t.span));
    let more_than = |n: usize| inside().filter(|(_, tag)| **tag != Tag::Mark).nth(n).is_some();
    match attribution.kind() {
        Kind::IndirectQuote => {
            attribution.form() == attribution::Form::Clause && more_than(2) && is_clause(parse, span)
        }
        Kind::MixedQuote => more_than(2) && (is_clause(parse, span) || opens_quoted(parse.text, span)),
        Kind::DirectQuote | Kind::Assertion => more_than(1),
    }
}

/// Whether the words of `span` are a clause from their first word on, not a noun phrase with a relative clause on it
/// ("the line she used"), and no question ("where it came from").
fn is_clause(parse: &Parse<'_>, span: Span) -> bool {
    let Some(first) = parse.tokens.iter().position(|t| span.contains(t.span)) else { return false };
    if parse.tag(first) == Some(Tag::Wh) || matches!(parse.lemma(first), "whether" | "where" | "why" | "how")
    {
        return false;
    }
    if parse
        .clauses
        .iter()
        .any(|c| c.kind == ClauseKind::Content && c.opener == Some(first) && parse.lemma(first) == "if")
    {
        return false;
    }
    let loose = |i: usize| !parse.tag(i).is_some_and(|t| t.in_noun_phrase() || t.is_verb());
    parse.clauses.iter().any(|c| {
        let head = c.head.and_then(|h| parse.tokens.get(h)).is_some_and(|t| span.contains(t.span));
        c.is_finite() && head && c.kind != ClauseKind::Relative && (first..c.start).all(loose)
    })
}

/// Whether a quotation mark stands just before the span or opens it.
fn opens_quoted(text: &str, span: Span) -> bool {
    let mark = |c: char| matches!(c, '“' | '"' | '‘' | '\'' | '«' | '`');
    span.of(text).starts_with(mark) || text[..span.start].trim_end().ends_with(mark)
}
