//! The whole stage over one report: each passage is read once, and what the parts of the stage find is put together.

use super::{
    Kind, Known, Skipped, Speaker, attribution,
    attribution::Attribution,
    clause::{Clause, Kind as ClauseKind},
    date::DateExpression,
    modality::{self, Labels, Meant, Modality},
    opener::name_openers,
    piece::{frames, is_subject, past_conjunction, past_that, pieces, states, told_inside},
    proposition::{Form, Stated},
    quantity::Quantity,
    quotation::Quotation,
    reading::{Passage, Readings},
    referent::Discourse,
    syntax::{Parse, pieces as pieces_of},
    tag::{self, Tag},
    trim::trim,
    voice::{is_described, is_naming, past_joined_that},
};
use crate::{
    Report, Span,
    lexicon::{Class, kept_particles},
    sentence::sentences,
    token::tokenize,
};

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
    let Some(a) = draft.attribution.filter(|a| a.kind() == Kind::IndirectQuote) else { return false };
    // "Police investigating the theft have arrested two": nor is the source the clause's own subject.
    let within = a.source().iter().any(|s| s.start <= subject && s.end <= draft.span.start);
    let whole =
        if a.source().is_empty() { span.end == draft.span.end } else { within && verb < draft.span.end };
    whole && span.contains(draft.span) && subject < draft.span.start && draft.span.start <= verb
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
    claims: Vec<Meant>,
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
        let Self { said, kept, drafts, meant, claims, labels } = self;
        kept.clear();
        drafts.clear();
        meant.clear();
        for content in &said.pieces {
            let span =
                trim(text, past_that(parse, past_conjunction(parse, content.0), hull(content.1.cue())));
            if !span.is_empty() && states(parse, span, content.1) && !is_subject(parse, span, content.1) {
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
            } else if !(span.is_empty()
                || frames(span, kept)
                || said.only_tells_who(parse, &stated, span, kept))
            {
                let told = with_governor(parse, &stated, span);
                // "Keeping it, he added, was hard": what stands on either side of who speaks is said.
                let parted = |a: &Attribution| {
                    let cue = hull(a.cue()).map_or(0, |c| c.start);
                    a.content().iter().any(|c| c.end <= cue)
                };
                let attribution = said
                    .by(parse, told)
                    .or_else(|| said.by(parse, span).filter(|a| parted(a)))
                    .or_else(|| told_inside(parse, &stated, span, kept));
                drafts.push(Draft { span, attribution, referent, clause: Some(stated.clause) });
            }
        }
        modality::label(parse, labels);
        // What is asked, demanded or denied states nothing by itself, yet somebody says that it is asked or denied.
        modality::meant_by(parse, labels, propositions, claims);
        for m in claims.drain(..) {
            // "Reports that it had failed were wrong": what is denied is that it had.
            let reported = |s: &&Stated| s.end == m.end && s.start > m.start && unmade(parse, s);
            let told_below = m.modality == Modality::Denied && propositions.iter().any(|s| reported(&s));
            if m.modality == Modality::Asserted || told_below || asks_for_thing(parse, &m) {
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
                    // "(asked) the firm not to open": the verb is that of the infinitive.
                    let deed =
                        |c: &Clause| c.kind == ClauseKind::Infinitive && c.start > m.start && c.end <= m.end;
                    let demanded = m.modality == Modality::Demanded && !has_finite(parse, span);
                    let clause = if demanded { parse.clauses.iter().position(deed) } else { None };
                    drafts.push(Draft { span, attribution, referent: None, clause });
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
        let verb = |c: &Clause| c.is_finite() && c.head.is_some() && c.kind != ClauseKind::Relative;
        let verbless = !parse.clauses.iter().any(verb);
        if verbless {
            // "A second booking for hauling down Castro.": one thing, whatever its parts.
            let relative = |c: usize| parse.clauses[c].kind == ClauseKind::Relative;
            drafts.retain(|d| d.attribution.is_some() || d.clause.is_some_and(relative));
        }
        let heading = !sentence.of(text).ends_with(['.', '!', '?', '…', '”', '"', '’', ':', ';', ',', ')']);
        if heading {
            // "179 seats, of which 139 are filled": a heading is no less than its longest part.
            let part = |d: &&mut Draft<'_>| {
                d.attribution.is_none() && d.span.start > whole.start && nearly(d.span, whole)
            };
            if let Some(part) = drafts.iter_mut().find(part) {
                (part.span, part.referent) = (whole, None);
            }
        }
        let framed = || drafts.iter().any(|d| frames_alone(parse, whole, d));
        if drafts.is_empty()
            || (heading || verbless) && !drafts.iter().any(|d| nearly(d.span, whole)) && !framed()
        {
            drafts.push(Draft { span: whole, attribution: None, referent: None, clause: None });
        }
        for told in passage.of(&readings.described, |p| p.described) {
            let span = trim(text, said.within(parse, parse.span(told.start, told.end)));
            if let Some(modality) = told.meant {
                meant.push((span, Meant { start: told.start, end: told.end, modality, hedge: None }));
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
    let clause = clause.or_else(|| main_clause(parse, span)).or_else(|| heading(parse, span));
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
    // "would not comment on reports that it was broken" says nothing against that; "does not believe that it was" does.
    let content = clause.filter(|&c| parse.clauses[c].kind == ClauseKind::Content);
    // "declined to say whether it was": nor does that.
    let asked = content.is_some_and(|c| modality::is_asked(parse, &parse.clauses[c]));
    let raises = content.and_then(|c| parse.finite_parent(&parse.clauses[c])).is_some_and(|p| {
        let head = parse.clauses[p].head.map_or("", |h| parse.lemma(h));
        // "Nothing suggests that it was"
        let none = parse.clauses[p].subject.is_some_and(|(s, _)| parse.class(s).any(Class::NEG));
        kept_particles!("takes a negation for its content").contains(&head)
            || none && kept_particles!("suggesting").contains(&head)
    });
    let reaches = |n: &Scope| {
        let outer = !inside(n.cue);
        !(outer && (aside || asked || content.is_some() && !n.implicit && !raises))
    };
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
        negated: verb.is_some_and(|v| negations.iter().any(|n| n.scope.contains(v) && reaches(n))),
        negations: negations.iter().filter(|n| inside(n.cue)).copied().collect(),
        quantities: quantities.iter().filter(|q| inside(q.span())).copied().collect(),
        dates: dates.iter().filter(|d| inside(d.span())).copied().collect(),
        check_worthiness: passage.worth,
    }
}

/// The span with the verb that it shares its subject with, or that governs it: what somebody "agreed to do", or did besides
/// saying something, is not said by them.
fn with_governor(parse: &Parse<'_>, stated: &Stated, span: Span) -> Span {
    let clause = &parse.clauses[stated.clause];
    let joined = stated.form == Form::Conjunct;
    let verb = parse.finite_parent(clause).filter(|_| joined).and_then(|p| parse.clauses[p].head);
    verb.and_then(|v| parse.tokens.get(v)).map_or(span, |v| span.hull(v.span))
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
        let clause = |a: &Attribution| a.form() != attribution::Form::Phrase;
        let says = |c: Span, a: &Attribution| {
            a.kind() != Kind::IndirectQuote || clause(a) && !is_described(parse, c)
        };
        self.contents.iter().find(|&&(c, a)| c.contains(span) && says(c, a)).map(|(_, a)| *a)
    }

    /// The part of a proposition that one voice says: what begins in somebody's words ends with them, before the words
    /// that tell who says so.
    fn within(&self, parse: &Parse<'_>, span: Span) -> Span {
        let mut end = span.end;
        for (piece, a) in &self.pieces {
            if is_subject(parse, *piece, a) {
                continue;
            }
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
pub(super) fn has_finite(parse: &Parse<'_>, span: Span) -> bool {
    parse.tokens.iter().zip(parse.tags).any(|(t, tag)| span.contains(t.span) && tag.is_finite())
}

/// The first clause with a verb whose words lie in `span`.
fn main_clause(parse: &Parse<'_>, span: Span) -> Option<usize> {
    let verb = |c: &Clause| c.head.and_then(|h| parse.tokens.get(h)).is_some_and(|t| span.contains(t.span));
    parse.clauses.iter().position(|c| c.is_finite() && verb(c))
}

/// The clause of a heading without a finite verb, "Nurses to strike for three days", where `span` is all of it.
fn heading(parse: &Parse<'_>, span: Span) -> Option<usize> {
    let bare = |c: &Clause| {
        c.kind == ClauseKind::Main && c.head.is_none() && span.contains(parse.span(c.start, c.end))
    };
    parse.clauses.iter().position(bare)
}

pub(super) fn hull(spans: &[Span]) -> Option<Span> {
    spans.iter().copied().reduce(Span::hull)
}
