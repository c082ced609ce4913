//! Whose words a mention gives and how, as far as its sentence tells.

use super::{
    Kind,
    attribution::Attribution,
    clause::{Clause, Kind as ClauseKind},
    extract::{Content, Said, hull},
    proposition::Stated,
    quotation::Quotation,
    referent::Voice,
    syntax::Parse,
    tag::Tag,
};
use crate::{Span, lexicon::Class};

/// The most words beside source, cue and content of a clause that only tells who speaks: "wrote on Monday in a letter".
const MOST_AROUND: usize = 6;

impl Said<'_> {
    /// Whether `span` has hardly more words than those that tell who says what stands in `kept`: "the minister told reporters".
    pub(super) fn only_tells_who(
        &self,
        parse: &Parse<'_>,
        stated: &Stated,
        span: Span,
        kept: &[Content<'_>],
    ) -> bool {
        let verb = parse
            .clauses
            .get(stated.clause)
            .and_then(|c| c.head)
            .and_then(|h| parse.tokens.get(h))
            .map(|t| t.span);
        let tells = |a: &Attribution| {
            let cue = hull(a.cue()).filter(|c| verb.is_some_and(|v| c.contains(v)));
            let own = kept.iter().filter(|(_, by)| core::ptr::eq(*by, a));
            let said = own.clone().map(|(c, _)| *c).chain(a.content().iter().copied());
            let mine = |s: Span| {
                a.source().iter().chain(a.cue()).any(|m| m.overlaps(s)) || said.clone().any(|c| c.contains(s))
            };
            let rest = || {
                parse
                    .tokens
                    .iter()
                    .zip(parse.tags)
                    .filter(|(t, _)| t.is_word() && span.contains(t.span) && !mine(t.span))
            };
            cue.is_some()
                && own.clone().next().is_some()
                && !said.clone().any(|c| c.contains(span))
                && rest().take(MOST_AROUND + 1).count() <= MOST_AROUND
                && !rest().any(|(_, tag)| tag.is_finite())
        };
        self.contents.iter().any(|(_, a)| tells(a))
    }

    /// How the sentence gives what is attributed by `a`: a remark that goes on in its own sentence may be quoted there in full
    /// (“Weld said the dam held. “We checked,” ...”).
    pub(super) fn kind(&self, parse: &Parse<'_>, a: &Attribution) -> Kind {
        if a.kind() != Kind::MixedQuote {
            return a.kind();
        }
        let (mut quoted, mut plain) = (false, false);
        for (content, _) in self.contents.iter().filter(|(_, by)| core::ptr::eq(*by, a)) {
            for token in parse.tokens.iter().filter(|t| t.is_word() && content.contains(t.span)) {
                let inside = self.around(token.span.start).iter().any(|q| q.inner().contains(token.span));
                quoted |= inside;
                plain |= !inside;
                if quoted && plain {
                    return Kind::MixedQuote;
                }
            }
        }
        match (quoted, plain) {
            (true, false) => Kind::DirectQuote,
            (false, true) => Kind::IndirectQuote,
            _ => Kind::MixedQuote,
        }
    }

    /// Whose words hold `span`.
    pub(super) fn voiced(&self, parse: &Parse<'_>, span: Span) -> Voice {
        let quoted = self.around(span.start).iter().map(Quotation::inner).find(|q| q.contains(span));
        let by = self.by(parse, span);
        let speaker = by.and_then(Attribution::speaker).map(|s| s.name());
        Voice { quoted, speaker, end: span.end, source: by.and_then(|a| hull(a.source())) }
    }
}

/// Whether an attribution without a source only tells what something is called or how clear it is: "known as a crest", "it was not
/// clear whether". The words are the outlet's own then.
pub(super) fn is_naming(parse: &Parse<'_>, attribution: &Attribution) -> bool {
    let Some(cue) = hull(attribution.cue()).filter(|_| attribution.source().is_empty()) else { return false };
    let at = parse.tokens.partition_point(|t| t.span.start < cue.start);
    let inside = parse.tokens.get(at).is_some_and(|t| cue.contains(t.span));
    let verb = parse.tag(at).is_some_and(|t| t.is_verb());
    // "the deal that Weld has proposed": whoever did it is its subject, and no source.
    let active = parse.tag(at) == Some(Tag::Finite)
        || parse.tag(at) == Some(Tag::Participle)
            && at.checked_sub(1).is_some_and(|i| parse.class(i).any(Class::HAVE));
    // "Residents were told not to return": nobody is named who says so.
    let next = at + 1 + usize::from(parse.class(at + 1).any(Class::NEG));
    let passive = parse.tag(at) == Some(Tag::Participle) && parse.tag(next) == Some(Tag::To);
    inside && (!verb || active || passive || matches!(parse.lemma(at + 1), "as" | "of"))
}

/// Whether the words of `span` are a noun phrase with a relative clause on it: "the conviction of a nurse who spent nine years".
pub(super) fn is_described(parse: &Parse<'_>, span: Span) -> bool {
    let first = parse.tokens.partition_point(|t| t.span.start < span.start);
    let end = parse.tokens.partition_point(|t| t.span.start < span.end);
    let plain =
        |i: &usize| parse.tag(*i).is_some_and(|t| t.in_noun_phrase() || matches!(t, Tag::Prep | Tag::Mark));
    let Some(stop) = (first..end).find(|i| !plain(i)) else { return false };
    let relative = |c: &Clause| c.kind == ClauseKind::Relative && c.start == stop;
    let Some(described) = parse.clauses.iter().position(relative) else { return false };
    let below = |at: usize| {
        let mut clause = parse.finite_around(at);
        while let Some(c) = clause.filter(|&c| c > described) {
            clause = parse.clauses[c].parent;
        }
        clause == Some(described)
    };
    (stop..end).filter(|&i| parse.tag(i).is_some_and(Tag::is_finite)).all(below)
}

/// The span without a "that" which opens it behind a conjunction: "(said the test was bad and) that fresh samples were needed".
pub(super) fn past_joined_that(parse: &Parse<'_>, span: Span) -> Span {
    let at = parse.tokens.partition_point(|t| t.span.start < span.start);
    let joined =
        at.checked_sub(1).and_then(|i| parse.tag(i)).is_some_and(|t| t == Tag::Coord || t.is_finite());
    let opens = parse.tag(at) == Some(Tag::That)
        || parse.tag(at) == Some(Tag::Det)
            && (joined || parse.tag(at + 1) == Some(Tag::Noun) && parse.class(at + 1).any(Class::PLURAL));
    match parse.tokens.get(at + 1).filter(|t| opens && parse.lemma(at) == "that" && span.contains(t.span)) {
        Some(next) if parse.tag(at + 1).is_some_and(Tag::in_noun_phrase) => {
            Span::new(next.span.start, span.end)
        }
        _ => span,
    }
}
