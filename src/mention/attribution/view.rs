//! What the attribution stage sees of a text: tagged tokens, units of speech, noun phrases.

use super::{
    super::quotation::Quotation,
    cues::{self, Lex, Word, Words},
    marks::Marks,
    openers::Names,
    tagging::{self, Tagger},
};
use crate::{
    Span,
    lexicon::Class,
    mention::{lead, tag::Tag as Pos},
    token::Token,
};

/// What a word or mark does in its sentence, as far as its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Tag {
    /// Before the first and after the last token of a unit.
    Edge,
    Noun,
    Plural,
    Name,
    Pron,
    PossDet,
    Det,
    Adj,
    Adv,
    Num,
    Prep,
    To,
    Modal,
    Be,
    Have,
    Do,
    Past,
    Third,
    /// The present of a plural subject.
    Present,
    /// The base form of an infinitive or imperative.
    Base,
    Ing,
    Part,
    Coord,
    Subord,
    Wh,
    /// Opens a relative clause.
    Rel,
    That,
    Poss,
    Comma,
    Stop,
    Colon,
    Semi,
    Dash,
    Open,
    Close,
    QuoteOpen,
    QuoteClose,
    Other,
}

pub(super) const TAGS: usize = Tag::Other as usize + 1;

impl Tag {
    /// Can be the main word of a verb group.
    pub(super) const fn verb(self) -> bool {
        matches!(self, Self::Past | Self::Third | Self::Present | Self::Base | Self::Ing | Self::Part)
    }

    pub(super) const fn aux(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Do | Self::Modal)
    }

    /// Can carry a clause; a form of `be` behind `to` cannot.
    pub(super) const fn finite(self) -> bool {
        matches!(
            self,
            Self::Past | Self::Third | Self::Present | Self::Be | Self::Have | Self::Do | Self::Modal
        )
    }

    pub(super) const fn nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Plural | Self::Name | Self::Pron | Self::Num)
    }

    /// Can stand within a noun phrase before its head.
    const fn premodifier(self) -> bool {
        matches!(self, Self::Det | Self::PossDet | Self::Adj | Self::Num | Self::Poss)
    }

    /// Ends a clause, or opens another.
    pub(super) const fn ends_clause(self) -> bool {
        matches!(
            self,
            Self::Comma
                | Self::Stop
                | Self::Wh
                | Self::Rel
                | Self::That
                | Self::Colon
                | Self::Semi
                | Self::Dash
                | Self::Open
                | Self::QuoteOpen
                | Self::QuoteClose
                | Self::To
        )
    }

    /// Whether a content may end before it.
    pub(super) const fn may_end(self) -> bool {
        matches!(
            self,
            Self::Comma
                | Self::Dash
                | Self::Semi
                | Self::Colon
                | Self::Open
                | Self::Coord
                | Self::Subord
                | Self::Prep
                | Self::Wh
                | Self::Rel
                | Self::QuoteOpen
                | Self::To
                | Self::Ing
                | Self::That
                | Self::Stop
                | Self::Name
                | Self::Adv
                | Self::Part
        )
    }

    /// Whether a content that ends before its cue may begin behind it.
    pub(super) const fn may_begin(self) -> bool {
        matches!(
            self,
            Self::Edge
                | Self::Comma
                | Self::Dash
                | Self::Semi
                | Self::Colon
                | Self::Coord
                | Self::QuoteClose
                | Self::Subord
                | Self::Wh
                | Self::Rel
                | Self::Stop
                | Self::Close
        )
    }

    /// Whether a sentence or a clause may begin behind it.
    pub(super) const fn opens(self) -> bool {
        matches!(self, Self::Edge | Self::Comma | Self::QuoteOpen | Self::Colon | Self::Stop)
    }

    pub(super) const fn mark(self) -> bool {
        self as u8 >= Self::Comma as u8
    }
}

/// A token with its tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) tag: Tag,
    /// What the cue lexicon calls the word.
    pub(super) lex: Lex,
    pub(super) class: Class,
    /// Whether it stands before the sentence itself, in a dateline or a label.
    pub(super) lead: bool,
    /// Whether it only tells when.
    pub(super) time: bool,
    /// One more than the index of the outermost quotation the token stands in, its marks included; 0 for none.
    pub(super) quote: u32,
    /// The first finite verb of its unit at or after it; [`NOWHERE`] for none.
    pub(super) finite: u32,
    /// The first token of its unit at or after it that no clause goes past; the end of the unit for none.
    pub(super) stop: u32,
    /// The first token of its unit at or after it, and the last at or before it, that stands in a quotation;
    /// [`NOWHERE`] for none.
    pub(super) next_quoted: u32,
    pub(super) last_quoted: u32,
}

/// The number of no node.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A noun phrase without what follows its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Phrase {
    pub(super) const fn len(&self) -> usize {
        self.end - self.start
    }

    pub(super) const fn head(&self) -> usize {
        self.end.saturating_sub(1)
    }
}

/// A sentence as speech sees it: one that does not end within a quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Its tokens, `start..end`.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Which paragraph it stands in.
    pub(super) paragraph: usize,
}

/// A text with all that the attribution stage asks of it.
#[derive(Debug, Default)]
pub(super) struct View {
    pub(super) nodes: Vec<Node>,
    pub(super) units: Vec<Unit>,
    /// How many marks stand before each node, and before the end of the text.
    pub(super) marks: Vec<Marks>,
    /// The nodes that may stand between somebody's words and the outlet they came through.
    pub(super) through: Vec<usize>,
    /// How many names stand in running text.
    pub(super) names: usize,
}

impl View {
    pub(super) fn new(
        text: &str,
        sentences: Split<'_>,
        tokens: &[Token],
        parts: &[Pos],
        quotations: &[Quotation],
    ) -> Self {
        let mut nodes: Vec<Node> = Vec::with_capacity(tokens.len());
        let mut names = Names::new(text, tokens);
        let (mut openers, mut through) = (Vec::new(), Vec::new());
        let mut outer = Outer::new(quotations);
        let words = Words::new();
        for &end in sentences.ends {
            let own = tokens.get(nodes.len()..end).unwrap_or_default();
            let own_parts = parts.get(nodes.len()..).unwrap_or_default();
            let lead = lead::length(text, own, own_parts.get(..own.len()).unwrap_or_default());
            let mut tagger = Tagger::new(text, own);
            for (i, (token, &part)) in own.iter().zip(own_parts).enumerate() {
                let quote = outer.at(token.span.start);
                let word = words.of(token);
                let before = tagger.prev;
                let tag = tagger.tag(i, part, word, || outer.around(quote), &mut nodes);
                if tag == Tag::QuoteOpen {
                    openers.push(nodes.len());
                } else if tag == Tag::Name && i > 1 && !before.mark() {
                    names.at.push(nodes.len());
                }
                if word.is(Word::THROUGH) {
                    through.push(nodes.len());
                }
                if token.is(Class::CAPITAL) {
                    names.capitals.push(nodes.len());
                }
                nodes.push(Node {
                    span: token.span,
                    tag,
                    lex: word.lex(),
                    class: token.class,
                    lead: i < lead,
                    time: tagging::is_time(token, word),
                    quote,
                    finite: NOWHERE,
                    stop: NOWHERE,
                    next_quoted: NOWHERE,
                    last_quoted: NOWHERE,
                });
            }
        }
        let count = names.at.len();
        names.take_openers(&mut nodes);
        let units = units(text, sentences, &nodes, &openers);
        let mut marks = Vec::with_capacity(nodes.len() + 1);
        let mut before = Marks::default();
        marks.push(before);
        marks.extend(nodes.iter().map(|node| {
            before = before.plus(Marks::of(node.tag, node.quote != 0));
            before
        }));
        for unit in &units {
            look_around(&mut nodes[unit.start..unit.end], unit.start);
        }
        Self { nodes, units, marks, through, names: count }
    }

    pub(super) fn tag_at(&self, unit: Unit, i: usize) -> Tag {
        if i < unit.start || i >= unit.end { Tag::Edge } else { self.nodes[i].tag }
    }

    /// Whether the mark at `i` joins two words without a space: the hyphen of `52-count`, the stroke of `9/11`, the point of
    /// `Derrow.com`.
    fn joins(&self, unit: Unit, i: usize) -> bool {
        i > unit.start
            && i + 1 < unit.end
            && matches!(self.nodes[i].tag, Tag::Dash | Tag::Other | Tag::Stop)
            && self.nodes[i - 1].span.end == self.nodes[i].span.start
            && self.nodes[i].span.end == self.nodes[i + 1].span.start
            && !self.nodes[i + 1].tag.mark()
    }

    /// Whether the adverb at `i` stands behind a determiner and before an adjective.
    fn qualifies(&self, unit: Unit, i: usize) -> bool {
        i > unit.start
            && matches!(self.tag_at(unit, i - 1), Tag::Det | Tag::PossDet)
            && self.tag_at(unit, i + 1) == Tag::Adj
    }

    /// Whether the conjunction at `i` joins two adjectives before one noun.
    fn joins_adjectives(&self, unit: Unit, i: usize) -> bool {
        let after = |k: usize| self.tag_at(unit, i + k);
        i > unit.start
            && self.tag_at(unit, i - 1) == Tag::Adj
            && after(1) == Tag::Adj
            && matches!(after(2), Tag::Noun | Tag::Plural | Tag::Adj)
    }

    /// The noun phrases of `unit`, left to right.
    pub(super) fn phrases(&self, unit: Unit, out: &mut Vec<Phrase>) {
        out.clear();
        let nodes = self.nodes.get(..unit.end).unwrap_or_default();
        let mut i = unit.start;
        while let Some(node) = nodes.get(i) {
            match node.tag {
                Tag::Det | Tag::PossDet | Tag::Adj | Tag::Num | Tag::Noun | Tag::Plural | Tag::Name => {
                    i = self.phrase(unit, i, out);
                    continue;
                }
                Tag::Pron | Tag::Rel => out.push(Phrase { start: i, end: i + 1 }),
                Tag::Wh if node.class.any(Class::REL) => out.push(Phrase { start: i, end: i + 1 }),
                _ => {}
            }
            i += 1;
        }
    }

    /// Adds the phrase that begins at `start`, with those that own it; returns where it ends.
    fn phrase(&self, unit: Unit, start: usize, out: &mut Vec<Phrase>) -> usize {
        let nodes = self.nodes.get(..unit.end).unwrap_or_default();
        let (mut i, mut end) = (start, start);
        while let Some(node) = nodes.get(i) {
            match node.tag {
                Tag::Noun | Tag::Plural | Tag::Name | Tag::Num => end = i + 1,
                Tag::Adj => {}
                Tag::Poss if end > start => out.push(Phrase { start, end }),
                Tag::Poss => {}
                Tag::Det if i == start => {}
                // “his claim”: the owner is a phrase too.
                Tag::PossDet if i == start => out.push(Phrase { start, end: start + 1 }),
                // “Liberal and independent councillors”
                Tag::Coord if i > start && self.joins_adjectives(unit, i) => {}
                // “the most recent survey”
                Tag::Adv if i == start + 1 && self.qualifies(unit, i) => {}
                _ if self.joins(unit, i) => {}
                _ => break,
            }
            i += 1;
        }
        // “several said”, “the latter”: a determiner or an adjective as head.
        out.push(Phrase { start, end: if end > start { end } else { i } });
        i
    }
}

/// The outermost quotations of a text, while its tokens are gone through.
struct Outer<'q> {
    quotations: &'q [Quotation],
    /// How many of them are done with or gone through now.
    count: usize,
    /// Where the one that is gone through now, or comes next, lies.
    start: usize,
    end: usize,
}

impl<'q> Outer<'q> {
    const fn new(quotations: &'q [Quotation]) -> Self {
        Self { quotations, count: 0, start: 0, end: 0 }
    }

    /// One more than the index of the quotation that holds byte `at`, 0 for none; `at` rises.
    fn at(&mut self, at: usize) -> u32 {
        while at >= self.end {
            let rest = self.quotations.get(self.count..).unwrap_or_default();
            let next = rest.iter().position(|q| q.depth() == 0);
            let span = next.map_or(Span { start: usize::MAX, end: usize::MAX }, |n| rest[n].span());
            (self.start, self.end) = (span.start, span.end);
            self.count += next.map_or(0, |n| n + 1);
        }
        if at >= self.start { u32::try_from(self.count).unwrap_or(NOWHERE) } else { 0 }
    }

    /// The quotation with that number.
    fn around(&self, number: u32) -> Option<&'q Quotation> {
        self.quotations.get((number as usize).checked_sub(1)?)
    }
}

/// How a text is split: its sentences, which token each ends before, and its paragraphs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Split<'t> {
    pub(crate) spans: &'t [Span],
    pub(crate) ends: &'t [usize],
    pub(crate) paragraphs: &'t [Span],
}

/// Fills in what stands before and after each of the nodes of a unit, which begins with node `start` of the text.
fn look_around(nodes: &mut [Node], start: usize) {
    let Ok(mut number) = u32::try_from(start + nodes.len()) else { return };
    let (mut finite, mut stop, mut quoted) = (NOWHERE, number, NOWHERE);
    for i in (0..nodes.len()).rev() {
        number -= 1;
        let tag = nodes[i].tag;
        if tag.finite() && (tag != Tag::Be || tag_before(nodes, i) != Tag::To) {
            finite = number;
        } else if tag.ends_clause() {
            stop = number;
        }
        let node = &mut nodes[i];
        if node.quote != 0 {
            quoted = number;
        }
        (node.finite, node.stop, node.next_quoted) = (finite, stop, quoted);
    }
    if quoted == NOWHERE {
        return;
    }
    let mut last = NOWHERE;
    for (number, node) in (number..).zip(nodes) {
        if node.quote != 0 {
            last = number;
        }
        node.last_quoted = last;
    }
}

/// The tag before node `i` of a unit, up to eight adverbs passed over.
pub(super) fn tag_before(unit: &[Node], i: usize) -> Tag {
    let before = unit.get(i.saturating_sub(9)..i).unwrap_or_default();
    let adverbs = before.iter().rev().take(8).take_while(|n| n.tag == Tag::Adv).count();
    before.len().checked_sub(adverbs + 1).map_or(Tag::Edge, |k| before[k].tag)
}

/// The most tokens of a unit: what no writer reaches, so that a text that is one sentence takes linear time.
const LONGEST_UNIT: usize = 1024;

/// Joins sentences that a quotation holds together; `openers` are the marks that open one.
fn units(text: &str, sentences: Split<'_>, nodes: &[Node], mut openers: &[usize]) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(sentences.spans.len());
    let mut at = 0;
    let mut paragraph = 0;
    for (sentence, &end) in sentences.spans.iter().zip(sentences.ends) {
        let start = at;
        at = end;
        while sentences.paragraphs.get(paragraph).is_some_and(|p| p.end <= sentence.start) {
            paragraph += 1;
        }
        let mut next = start;
        while next < at {
            let start = next;
            let longest = at.min(start + LONGEST_UNIT);
            // A splitter may part the dash from the quotation before it.
            let from = start.saturating_sub(1);
            openers = &openers[openers.partition_point(|&i| i <= start)..];
            let mut within = openers.iter().copied().take_while(|&i| i < longest);
            let end = within.find(|&i| is_signed(text, &nodes[from..=i])).unwrap_or(longest);
            next = end;
            if let Some(last) = out.last_mut() {
                let (before, after) = (&nodes[start - 1], &nodes[start]);
                let within = before.quote != 0 && before.quote == after.quote;
                // “Why?” she asked: a splitter may part them.
                let goes_on =
                    before.tag == Tag::QuoteClose && text[after.span.start..].starts_with(char::is_lowercase);
                // “We lost everything.” — Ansa Weld
                let signed = before.tag == Tag::QuoteClose && after.tag == Tag::Dash;
                let tagged = || {
                    before.tag == Tag::QuoteClose
                        && is_tag(text, &nodes[last.start..start], &nodes[start..end])
                };
                let short = end - last.start <= LONGEST_UNIT;
                if short && last.paragraph == paragraph && (within || goes_on || signed || tagged()) {
                    last.end = end;
                    continue;
                }
            }
            out.push(Unit { start, end, paragraph });
        }
    }
    out
}

/// The most tokens of a name that signs a quotation.
const LONGEST_SIGNATURE: usize = 8;

/// Whether a new line begins with the quotation mark that ends `nodes`, and the line before it ends in `” — Ansa Weld`:
/// a list of signed remarks, which a splitter may take for one wrapped sentence.
fn is_signed(text: &str, nodes: &[Node]) -> bool {
    let [line @ .., before, after] = nodes else { return false };
    if after.tag != Tag::QuoteOpen
        || !text.get(before.span.end..after.span.start).is_some_and(|gap| gap.contains('\n'))
    {
        return false;
    }
    let name = |n: &&Node| !n.tag.mark() || n.tag == Tag::Stop;
    let rest = line.len() - line.iter().rev().take(LONGEST_SIGNATURE).take_while(name).count();
    matches!(line.get(..rest), Some([.., quote, dash]) if quote.tag == Tag::QuoteClose && dash.tag == Tag::Dash)
}

/// How strongly a verb must lean to report the quotation before it, as a log odds; the second for one that nothing follows:
/// `“Who knew?” Weld pressed.`
const LEAST_TAG: f32 = 1.0;
const LEAST_ALONE: f32 = -2.0;
/// The most words before such a verb.
const LONGEST_SUBJECT: usize = 20;

/// Whether `after` only tells who spoke the quotation that ends `before`: `“Who knew?” Weld asked the mayor.`
///
/// A question or a cry may be followed by more than subject and verb; after a full stop a sentence rather stands alone.
fn is_tag(text: &str, before: &[Node], after: &[Node]) -> bool {
    let stop = before.iter().rev().find(|n| n.tag != Tag::QuoteClose);
    let Some(stop) = stop.filter(|n| n.tag == Tag::Stop && n.quote != 0) else { return false };
    let finite = |n: &Node| n.tag.finite();
    let opens = |n: &Node| finite(n) || n.quote != 0 || matches!(n.tag, Tag::Colon | Tag::That | Tag::Wh);
    let Some(at) = after.iter().take(LONGEST_SUBJECT).position(opens) else { return false };
    let (subject, Some((verb, rest))) = (&after[..at], after[at..].split_first()) else { return false };
    let starts = subject.first().is_some_and(|n| n.tag.nominal() || n.tag.premodifier());
    let lean = cues::LEXICON.lean(cues::LEXICON.sort(verb.lex, cues::Pos::Verb), cues::Frame::End);
    let next = rest.first().map_or(Tag::Edge, |n| n.tag);
    let alone = matches!(next, Tag::Stop | Tag::Edge);
    if !starts
        || !matches!(verb.tag, Tag::Past | Tag::Third)
        || lean < if alone { LEAST_ALONE } else { LEAST_TAG }
    {
        return false;
    }
    if stop.span.of(text) == "." {
        return alone && lean >= LEAST_TAG && subject.iter().all(|n| !n.tag.mark());
    }
    // “Weld asked in May when the dam broke”, but not “Weld said the dam broke”.
    let apart = alone || matches!(next, Tag::Prep | Tag::Subord | Tag::Comma);
    let mut clause = rest.iter().take_while(|n| !n.tag.mark() && n.tag != Tag::Subord);
    let states = clause.any(|n| !apart && finite(n) || matches!(n.tag, Tag::That | Tag::Wh));
    !states && !matches!(next, Tag::QuoteOpen | Tag::Colon | Tag::To)
}
