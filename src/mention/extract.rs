//! The whole stage over one report: each passage is read once, and what the parts of the stage find is put together.

use super::{
    Kind, Known, Skipped, Speaker, attribution,
    attribution::Attribution,
    clause::{Clause, Kind as ClauseKind},
    date::DateExpression,
    modality::{self, Labels, Meant, Modality},
    opener::name_openers,
    proposition::{Form, Stated},
    quantity::Quantity,
    quotation::Quotation,
    reading::{Passage, Readings},
    referent::Discourse,
    syntax::{Parse, pieces as pieces_of},
    tag::{self, Tag},
    voice::{is_described, is_naming, past_joined_that},
};
use crate::{Report, Span, lexicon::kept_particles, sentence::sentences, token::tokenize};

/// A stretch of attributed content.
pub(super) type Content<'a> = (Span, &'a Attribution);

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

/// The mentions of a report in the order of the text, what states no claim, and what was read of the sentences with mentions.
///
/// Each part of the stage goes over the whole report before the next does: one part fits the processor's caches, all of
/// them together do not.
pub(crate) fn extract(report: &Report) -> (Vec<Parts>, Vec<Skipped>, Readings<'_>) {
    let text = report.text();
    let mut split = sentences(text);
    let mut spans: Vec<Span> = Vec::with_capacity(text.len() / 80);
    spans.extend(split.by_ref().flat_map(|s| pieces_of(text, s.span())));
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut ends = Vec::with_capacity(spans.len());
    let (mut tags, mut parts) = (Vec::with_capacity(tokens.capacity()), Vec::new());
    for &span in &spans {
        let first = tokens.len();
        tokenize(text, span, &mut tokens);
        tag::resolve_into(&tokens[first..], &mut parts);
        tags.extend_from_slice(&parts);
        ends.push(tokens.len());
    }
    name_openers(text, &tokens, &ends, &mut tags);
    let sentences = attribution::Split { spans: &spans, ends: &ends, paragraphs: &split.paragraphs() };
    let (speech, people) = attribution::in_document(text, sentences, &tokens, &tags);
    let mut contents: Vec<Content<'_>> =
        speech.attributions.iter().flat_map(|a| a.content().iter().map(move |&c| (c, a))).collect();
    contents.sort_by_key(|(c, _)| (c.start, c.end));

    let mut readings = Readings::new(text, tokens, tags);
    let skipped = readings.choose(&spans, &ends, &contents, &speech.quotations);
    readings.read(report.published());

    let mut mentions = Vec::with_capacity(readings.passages.len() * 2);
    let (mut discourse, mut maker) = (Discourse::new(text, &people), Maker::default());
    let named = |a: &Attribution| a.speaker().filter(|s| s.known() == Known::Named);
    for passage in &readings.passages {
        let parse = readings.parse(passage);
        if passage.asks {
            discourse.read(&parse);
            continue;
        }
        maker.said.gather(passage, &parse, &contents, &speech.quotations);
        for (_, a) in &maker.said.contents {
            if let (Some(speaker), Some(source)) = (named(a), hull(a.source())) {
                discourse.called(text, speaker.name(), source);
            }
        }
        maker.read(&parse, &readings, passage, &discourse, &mut mentions);
        discourse.read(&parse);
        let said = maker.said.contents.iter().rev();
        if let Some((speaker, a)) = said.copied().find_map(|(_, a)| Some((named(a)?, a))) {
            discourse.heard(text, speaker.name(), hull(a.source()));
        }
    }
    let place = |m: &Parts| (m.span.start, m.span.end);
    if !mentions.is_sorted_by_key(place) {
        mentions.sort_by_key(place);
    }
    mentions.dedup_by_key(|m| m.span);
    (mentions, skipped, readings)
}

/// The part that two spans share.
pub(super) fn common(a: Span, b: Span) -> Option<Span> {
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

/// Whether a draft is what the clause of `stated` says without the words that lead in: "To save the harbour, the council may sell
/// the mill, a report says."
fn led_in(parse: &Parse<'_>, stated: &Stated, span: Span, draft: &Draft<'_>) -> bool {
    let subject = parse.clauses[stated.clause].subject.and_then(|(start, _)| parse.tokens.get(start));
    let lead = Span::new(span.start, draft.span.start.max(span.start));
    let told = |a: &Attribution| a.source().iter().chain(a.cue()).any(|s| s.overlaps(lead));
    span.end == draft.span.end
        && !lead.is_empty()
        && subject.is_some_and(|t| draft.span.start <= t.span.start)
        && !has_finite(parse, lead)
        && !lead.of(parse.text).contains(['“', '"', '‘'])
        && !draft.attribution.is_some_and(told)
}

/// Whether a draft is the clause of `stated` without the beginning of its subject, though nobody is named who says so: "(Castell,) a
/// rival, is thought to be keen".
fn lacks_subject(parse: &Parse<'_>, stated: &Stated, span: Span, draft: &Draft<'_>) -> bool {
    let clause = &parse.clauses[stated.clause];
    let Some((start, _)) = clause.subject else { return false };
    let subject = parse.span(start, start + 1).start;
    let verb = parse.tokens.get(clause.verbs.0).map_or(0, |t| t.span.start);
    let nobody = draft.attribution.is_some_and(|a| a.source().is_empty() && a.kind() == Kind::IndirectQuote);
    nobody && span.end == draft.span.end && subject < draft.span.start && draft.span.start <= verb
}

/// Whether nothing stands beside what is said in a heading but who says so: "Five are dead, police say".
fn frames_alone(parse: &Parse<'_>, whole: Span, draft: &Draft<'_>) -> bool {
    let told = |a: &&Attribution| {
        let source = hull(a.source()).is_some_and(|s| s.start >= draft.span.end);
        source && !a.cue().is_empty()
    };
    let Some(a) = draft.attribution.filter(told) else { return false };
    let framed = |s: Span| draft.span.overlaps(s) || a.source().iter().chain(a.cue()).any(|f| f.overlaps(s));
    let words = parse.tokens.iter().zip(parse.tags);
    let mut words = words.filter(|(t, tag)| whole.contains(t.span) && **tag != Tag::Mark);
    words.all(|(t, _)| framed(t.span) || t.span.len() < 3)
}

/// What is said in a sentence.
#[derive(Default)]
pub(super) struct Said<'a> {
    /// What is attributed, in the order of the text.
    pub(super) contents: Vec<Content<'a>>,
    /// The same, put together where a speaker cuts a clause in two.
    pieces: Vec<Content<'a>>,
    /// The quotations that end in the sentence or later.
    quotations: &'a [Quotation],
}

/// Makes the mentions of one sentence after the other; keeps its buffers.
#[derive(Default)]
struct Maker<'a> {
    said: Said<'a>,
    /// The pieces that make mentions.
    kept: Vec<Content<'a>>,
    drafts: Vec<Draft<'a>>,
    meant: Vec<(Span, Meant)>,
    labels: Labels,
}

impl<'a> Maker<'a> {
    /// What a sentence states, with who says it.
    fn read(
        &mut self,
        parse: &Parse<'_>,
        readings: &Readings<'_>,
        passage: &Passage,
        discourse: &Discourse,
        out: &mut Vec<Parts>,
    ) {
        let text = parse.text;
        let Self { said, kept, drafts, meant, labels } = self;
        kept.clear();
        drafts.clear();
        meant.clear();
        for content in &said.pieces {
            let span =
                trim(text, past_that(parse, past_conjunction(parse, content.0), hull(content.1.cue())));
            if !span.is_empty() && states(parse, span, content.1) {
                drafts.push(Draft { span, attribution: Some(content.1), referent: None, clause: None });
                kept.push(*content);
            }
        }
        let propositions = passage.of(&readings.stated, |p| p.stated);
        for stated in propositions.iter().copied() {
            let span = past_joined_that(parse, trim(text, said.within(parse, stated.span(parse))));
            let referent = discourse.referent(parse, &stated, said.voiced(parse, span));
            if let Some(led) = drafts.iter_mut().find(|d| led_in(parse, &stated, span, d)) {
                led.span.start = span.start;
            }
            if let Some(beheaded) = drafts.iter_mut().find(|d| lacks_subject(parse, &stated, span, d)) {
                (beheaded.span, beheaded.attribution) = (span, None);
            }
            if let Some(same) = drafts.iter_mut().find(|d| nearly(d.span, span)) {
                same.referent = same.referent.or(referent.filter(|_| same.span.start == span.start));
                same.clause = same.clause.or(Some(stated.clause));
            } else if !span.is_empty()
                && !frames(span, kept)
                && !said.only_tells_who(parse, &stated, span, kept)
            {
                let attribution = said.by(parse, span).or_else(|| told_inside(parse, &stated, span, kept));
                drafts.push(Draft { span, attribution, referent, clause: Some(stated.clause) });
            }
        }
        modality::label(parse, labels);
        // What is asked, demanded or denied states nothing by itself, yet somebody says that it is asked or denied.
        for m in modality::meant_by(parse, labels, propositions) {
            if m.modality == Modality::Asserted || asks_for_thing(parse, &m) {
                continue;
            }
            let span = trim(text, said.within(parse, parse.span(m.start, m.end)));
            if !span.is_empty() {
                let known = drafts.iter().any(|d| nearly(d.span, span));
                // "disputed his figures": what is denied has a verb.
                let verb =
                    || parse.tokens.iter().zip(parse.tags).any(|(t, g)| span.contains(t.span) && g.is_verb());
                if !known
                    && verb()
                    && (m.modality != Modality::Demanded || has_finite(parse, span))
                    && span.of(text).contains(' ')
                {
                    let attribution = said.by(parse, span);
                    drafts.push(Draft { span, attribution, referent: None, clause: None });
                }
                meant.push((span, m));
            }
        }
        // "Reports that the bridge had failed were wrong" does not say that it had.
        for stated in propositions.iter().filter(|s| unmade(parse, s)) {
            let span = trim(text, said.within(parse, stated.span(parse)));
            let denied =
                Meant { start: stated.start, end: stated.end, modality: Modality::Denied, hedge: None };
            meant.retain(|(s, _)| *s != span);
            meant.push((span, denied));
        }
        // A heading is one claim, whatever its parts say; and where nothing below a sentence was found, the sentence
        // stands for itself rather than being lost.
        let sentence = passage.span;
        let whole = trim(text, sentence);
        let verbless = !parse.clauses.iter().any(|c| c.is_finite() && c.head.is_some());
        if verbless {
            // "A second booking for hauling down Castro.": one thing, whatever its parts.
            drafts.retain(|d| d.attribution.is_some());
        }
        let heading = !sentence.of(text).ends_with(['.', '!', '?', '…', '”', '"', '’', ':', ';', ',', ')']);
        let framed = || drafts.iter().any(|d| frames_alone(parse, whole, d));
        if drafts.is_empty() || heading && !drafts.iter().any(|d| nearly(d.span, whole)) && !framed() {
            drafts.push(Draft { span: whole, attribution: None, referent: None, clause: None });
        }
        for told in passage.of(&readings.described, |p| p.described) {
            let span = trim(text, said.within(parse, parse.span(told.start, told.end)));
            if told.alleged {
                let said_of =
                    Meant { start: told.start, end: told.end, modality: Modality::Alleged, hedge: None };
                meant.push((span, said_of));
            }
            if !span.is_empty() && !drafts.iter().any(|d| nearly(d.span, span)) {
                let referent = discourse.described(parse, told.start).filter(|r| !span.overlaps(*r));
                drafts.push(Draft { span, attribution: said.by(parse, span), referent, clause: told.clause });
            }
        }
        // The order of the text, so that the long records need not be sorted.
        drafts.sort_by_key(|d| (d.span.start, d.span.end));
        for draft in drafts.drain(..) {
            out.push(values(draft, parse, readings, passage, said, meant, labels));
        }
    }
}

/// A draft with the values that its words hold.
fn values(
    draft: Draft<'_>,
    parse: &Parse<'_>,
    readings: &Readings<'_>,
    passage: &Passage,
    said: &Said<'_>,
    meant: &[(Span, Meant)],
    labels: &Labels,
) -> Parts {
    let Draft { span, attribution, referent, clause } = draft;
    let clause = clause.or_else(|| main_clause(parse, span));
    let (modality, hedge) = match meant.iter().find(|(s, _)| nearly(*s, span)) {
        Some((_, m)) => (m.modality, m.hedge),
        None => clause.map_or_else(Default::default, |c| labels.of(parse, c)),
    };
    let verb = clause.and_then(|c| parse.clauses[c].head).and_then(|h| parse.tokens.get(h)).map(|t| t.span);
    let inside = |s: Span| span.contains(s);
    // "refused to leave the cottage where she had lived": a clause that describes is not denied with what it describes.
    let aside = clause.is_some_and(|c| {
        let kind = parse.clauses[c].kind;
        !matches!(kind, ClauseKind::Main | ClauseKind::Coordinated | ClauseKind::Content)
    });
    let negations = passage.of(&readings.scopes, |p| p.scopes);
    let quantities = passage.of(&readings.quantities, |p| p.quantities);
    let dates = passage.of(&readings.dates, |p| p.dates);
    Parts {
        span,
        sentence: passage.span,
        kind: attribution.map_or_else(|| said.voice(span), |a| said.kind(parse, a)),
        source: attribution.and_then(|a| hull(a.source())),
        cue: attribution.and_then(|a| hull(a.cue())),
        speaker: attribution.and_then(Attribution::speaker),
        via: attribution.and_then(Attribution::via),
        referent,
        modality,
        hedge: hedge.map(|(start, end)| parse.span(start, end)),
        negated: verb
            .is_some_and(|v| negations.iter().any(|n| n.scope.contains(v) && (!aside || inside(n.cue)))),
        negations: negations.iter().filter(|n| inside(n.cue)).copied().collect(),
        quantities: quantities.iter().filter(|q| inside(q.span())).copied().collect(),
        dates: dates.iter().filter(|d| inside(d.span())).copied().collect(),
        check_worthiness: passage.worth,
    }
}

/// Whether what is asked lacks a part, "who was listening", "how long it lasted", so that it states nothing even as a question.
fn asks_for_thing(parse: &Parse<'_>, meant: &Meant) -> bool {
    let opener = meant.start.checked_sub(1).map_or("", |i| parse.lemma(i));
    meant.modality == Modality::Questioned && kept_particles!("asks for a thing").contains(&opener)
}

/// Whether a proposition is what reports said that the clause around calls wrong.
fn unmade(parse: &Parse<'_>, stated: &Stated) -> bool {
    let clause = &parse.clauses[stated.clause];
    let around = clause.parent.and_then(|p| parse.clauses.get(p));
    let told =
        around.and_then(|c| c.subject).is_some_and(|(start, end)| start < clause.start && clause.start < end);
    let wrong = |i: usize| kept_particles!("unmakes a report").contains(&parse.lemma(i));
    stated.form == Form::Content && told && around.is_some_and(|c| (c.verbs.0..c.verbs.1 + 2).any(wrong))
}

impl<'a> Said<'a> {
    /// Takes up what is said in the sentence of `passage`.
    fn gather(
        &mut self,
        passage: &Passage,
        parse: &Parse<'_>,
        contents: &[Content<'a>],
        quotations: &'a [Quotation],
    ) {
        let here = contents.get(passage.contents.0..passage.contents.1).unwrap_or_default();
        self.contents.clear();
        let said = here.iter().filter(|(_, a)| !is_naming(parse, a));
        self.contents.extend(said.filter_map(|&(c, a)| Some((common(c, passage.span)?, a))));
        pieces(parse, &self.contents, &mut self.pieces);
        self.quotations = quotations.get(passage.quoted..).unwrap_or_default();
    }

    /// The attribution whose content holds `span`. What describes a thing that somebody praises or signs is not said by them:
    /// "quashed the conviction of a nurse who spent nine years in prison".
    pub(super) fn by(&self, parse: &Parse<'_>, span: Span) -> Option<&'a Attribution> {
        let says = |c: Span, a: &Attribution| a.kind() != Kind::IndirectQuote || !is_described(parse, c);
        self.contents.iter().find(|&&(c, a)| c.contains(span) && says(c, a)).map(|(_, a)| *a)
    }

    /// The part of a proposition that one voice says: what begins in somebody's words ends with them, before the words
    /// that tell who says so.
    fn within(&self, parse: &Parse<'_>, span: Span) -> Span {
        let mut end = span.end;
        for (piece, a) in &self.pieces {
            let told = |s: &Span| s.start >= piece.end && s.start < end;
            let begins = piece.start <= span.start && span.start < piece.end;
            let states = || {
                let rest = Span::new(span.start, piece.end);
                has_finite(parse, rest) && rest.of(parse.text).split_whitespace().nth(2).is_some()
            };
            if begins && a.source().iter().chain(a.cue()).any(told) && states() {
                end = end.min(piece.end);
            }
        }
        for q in self.around(span.start) {
            let inner = q.inner();
            let ends = inner.of(parse.text).ends_with([',', '.', '!', '?', '…']);
            if ends && q.closed() && span.start < inner.end && q.span().end < end {
                end = inner.end;
            }
        }
        Span::new(span.start, end.max(span.start))
    }

    /// The quotations before and at `start`, as far back as one that holds it is looked for.
    pub(super) fn around(&self, start: usize) -> &'a [Quotation] {
        let end = self.quotations.partition_point(|q| q.span().start <= start);
        self.quotations.get(end.saturating_sub(LOOKED_AT)..end).unwrap_or_default()
    }

    /// The kind of what nobody in the sentence is given for: words in quotation marks are somebody's still.
    fn voice(&self, span: Span) -> Kind {
        let quoted = self
            .around(span.start)
            .iter()
            .any(|q| q.inner().contains(span) && q.inner().len() < span.len() + 4);
        if quoted && span.len() > LEAST_REMARK { Kind::DirectQuote } else { Kind::Assertion }
    }
}

/// How many quotations are looked at before a passage, so that one with thousands stays linear.
const LOOKED_AT: usize = 16;

/// The fewest bytes of a remark; less between quotation marks is rather a title or a word held at arm's length.
const LEAST_REMARK: usize = 24;

/// Whether a finite verb stands in `span`.
fn has_finite(parse: &Parse<'_>, span: Span) -> bool {
    parse.tokens.iter().zip(parse.tags).any(|(t, tag)| span.contains(t.span) && tag.is_finite())
}

/// What is said, piece by piece. A speaker who cuts a clause in two, "the gates, Kest said, will stay open", leaves one
/// piece, from the first word to the last; one who stands between two clauses leaves both.
fn pieces<'a>(parse: &Parse<'_>, said: &[Content<'a>], out: &mut Vec<Content<'a>>) {
    let finite = |span: Span| has_finite(parse, span);
    out.clear();
    for &(span, attribution) in said {
        let span = without_source(span, attribution);
        match out.last_mut() {
            Some((before, same))
                if core::ptr::eq(*same, attribution)
                    && (!finite(*before) || is_condition(parse, *before)) =>
            {
                *before = before.hull(span)
            }
            _ => out.push((span, attribution)),
        }
    }
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
fn told_inside<'a>(
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
fn frames(span: Span, pieces: &[Content<'_>]) -> bool {
    let cut =
        |piece: Span, a: &Attribution| a.cue().iter().any(|&cue| piece.contains(cue) && span.contains(cue));
    pieces.iter().any(|&(piece, a)| span.overlaps(piece) && cut(piece, a))
}

/// The span without a conjunction that only joins it to what was said before: "But it is not enough".
fn past_conjunction(parse: &Parse<'_>, span: Span) -> Span {
    let words = |i: &usize| span.contains(parse.tokens[*i].span) && parse.tag(*i) != Some(Tag::Mark);
    let first = (0..parse.tokens.len()).find(words).filter(|&i| parse.tag(i) == Some(Tag::Coord));
    let start = first.and_then(|i| parse.tokens.get(i)).map_or(span.start, |t| t.span.end);
    Span::new(start.min(span.end), span.end)
}

/// The span without a "that" which only opens it, and without what stands before one: "(told) a briefing that the list was
/// short", "(found) it proven that she knew".
fn past_that(parse: &Parse<'_>, span: Span, cue: Option<Span>) -> Span {
    let inside = || (0..parse.tokens.len()).filter(|&i| span.contains(parse.tokens[i].span));
    // Whom somebody tells stands before what they tell, so that "that" cannot describe them.
    let told = cue.is_some_and(|c| {
        let verb = parse.tokens.iter().find(|t| c.contains(t.span));
        verb.is_some_and(|t| kept_particles!("told somebody").contains(&t.lemma))
    });
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
                Some(Tag::Rel) => told || Some(i) == first && opens(i),
                Some(Tag::Det | Tag::Pronoun) => Some(i) == first && opens(i),
                _ => false,
            }
    };
    let before = inside().take_while(|&i| {
        !that(i)
            && parse.tag(i).is_some_and(|t| t.in_noun_phrase() || matches!(t, Tag::Participle | Tag::Prep))
    });
    match inside().nth(before.count()).filter(|&i| that(i)).and_then(|i| parse.tokens.get(i)) {
        Some(token) => Span::new(token.span.end, span.end),
        None => span,
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
    let inside = || parse.tokens.iter().zip(parse.tags).filter(|(t, _)| span.contains(t.span));
    let words = inside().filter(|(_, tag)| **tag != Tag::Mark).count();
    match attribution.kind() {
        Kind::IndirectQuote => {
            attribution.form() == attribution::Form::Clause && words > 2 && is_clause(parse, span)
        }
        Kind::MixedQuote => words > 2 && (is_clause(parse, span) || opens_quoted(parse.text, span)),
        Kind::DirectQuote | Kind::Assertion => words > 1,
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

pub(super) fn hull(spans: &[Span]) -> Option<Span> {
    spans.iter().copied().reduce(Span::hull)
}

/// Whether the quotation that `mark` opened before `words` closes before their end. A mark behind an s may be the apostrophe of a
/// plural.
fn closes_inside(mark: char, words: &str) -> bool {
    let close = match mark {
        '“' => '”',
        '‘' => '’',
        '"' | '\'' => mark,
        _ => return false,
    };
    let closed = |(at, _): (usize, &str)| {
        let (before, after) =
            (words[..at].chars().next_back(), words[at + close.len_utf8()..].chars().next());
        let ends = after.is_some_and(|c| !c.is_alphanumeric()) && before.is_some_and(|c| !c.is_whitespace());
        ends && (matches!(close, '”' | '"') || before != Some('s'))
    };
    words.match_indices(close).any(closed)
}

/// The span without quotation marks, brackets it does not close, and closing punctuation at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    // What follows may close a quotation that opens in the span.
    let ends = !matches!(text.as_bytes().get(span.end), Some(b'.' | b',' | b'!' | b'?' | b'"' | 0xE2));
    if plain(words.as_bytes().first()) {
        match words.as_bytes() {
            [.., last] if plain(Some(last)) => {
                let more = if ends { None } else { closing(words, &text[span.end..]) };
                return Span::new(span.start, span.end + more.unwrap_or_default());
            }
            [.., first, last, b'.'] if ends && plain(Some(first)) && plain(Some(last)) => {
                return Span::new(span.start, span.end - 1);
            }
            _ => {}
        }
    }
    let opens = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '“'
                    | '‘'
                    | '\''
                    | ','
                    | ';'
                    | ':'
                    | '—'
                    | '–'
                    | '-'
                    | '•'
                    | '*'
                    | '·'
                    | '▪'
                    | '●'
                    | '►'
            )
    };
    let closes = |c: char| opens(c) || matches!(c, '”' | '’' | '.');
    let begun = words.trim_start_matches(opens);
    let kept = begun.trim_end_matches(closes);
    // "‘Time bomb’ springs a leak": the mark stays that closes inside.
    let mark = words[..words.len() - begun.len()].chars().next_back();
    let mark = mark.filter(|&m| closes_inside(m, kept)).map_or(0, char::len_utf8);
    let start = words.len() - begun.len() - mark;
    let kept = &words[start..start + mark + kept.len()];
    let span = Span::new(span.start + start, span.start + start + kept.len());
    // The stop of "in the U.S." and the apostrophe of "the officials’" belong to the word.
    let rest = &text[span.end..];
    let within = words.len() - start - kept.len();
    let abbreviates = || {
        within > 0 && rest.starts_with('.') && {
            let mut last = kept.chars().rev();
            let single = last.next().is_some_and(|c| !matches!(c, ' ' | '.'));
            single && last.next().is_none_or(|c| matches!(c, ' ' | '.'))
        }
    };
    match closing(kept, rest) {
        Some(len) => Span::new(span.start, span.end + len),
        None if abbreviates() => Span::new(span.start, span.end + 1),
        None => span,
    }
}

/// How many bytes of `rest` close a quotation that opens within `kept`: "(called it) “a mistake”".
fn closing(kept: &str, rest: &str) -> Option<usize> {
    let stops = |c: char| matches!(c, '.' | ',' | '!' | '?' | '…');
    let (at, c) = rest.char_indices().find(|(_, c)| !stops(*c))?;
    let opened = match c {
        '”' => kept.matches('“').count() > kept.matches('”').count(),
        '"' => kept.matches('"').count() % 2 == 1,
        '’' => kept.rfind('‘').is_some_and(|open| !kept[open..].contains('’')),
        _ => false,
    };
    opened.then_some(at + c.len_utf8())
}
