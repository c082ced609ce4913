//! What the attribution stage sees of a text: tagged tokens, units of speech, noun phrases.

use super::{
    super::quotation::Quotation,
    cues::{self, Lex},
};
use crate::{
    Span,
    lexicon::Class,
    token::{Token, TokenKind},
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
    /// The base form: of an infinitive, or the present of a plural subject.
    Base,
    Ing,
    Part,
    Coord,
    Subord,
    Wh,
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
        matches!(self, Self::Past | Self::Third | Self::Base | Self::Ing | Self::Part)
    }

    pub(super) const fn aux(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Do | Self::Modal)
    }

    pub(super) const fn nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Plural | Self::Name | Self::Pron | Self::Num)
    }

    /// Can stand within a noun phrase before its head.
    const fn premodifier(self) -> bool {
        matches!(self, Self::Det | Self::PossDet | Self::Adj | Self::Num | Self::Poss)
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
    /// One more than the index of the outermost quotation the token stands in, its marks included; 0 for none.
    pub(super) quote: u32,
}

/// A noun phrase without what follows its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Phrase {
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
}

impl View {
    pub(super) fn new(
        text: &str,
        sentences: &[Span],
        tokens: &[Token],
        quotations: &[Quotation],
        paragraphs: &[Span],
    ) -> Self {
        let mut nodes = Vec::with_capacity(tokens.len());
        let mut outer = quotations.iter().enumerate().filter(|(_, q)| q.depth() == 0).peekable();
        for token in tokens {
            while outer.peek().is_some_and(|(_, q)| q.span().end <= token.span.start) {
                outer.next();
            }
            let around = outer.peek().filter(|(_, q)| q.span().start <= token.span.start);
            let quote = around.map_or(0, |&(i, _)| i as u32 + 1);
            let tag = match around {
                Some((_, q)) if token.span.start < q.inner().start => Tag::QuoteOpen,
                Some((_, q)) if token.span.start >= q.inner().end && q.closed() => Tag::QuoteClose,
                _ => mark_tag(token.mark),
            };
            let lex = if token.lemma.is_empty() { Lex::default() } else { cues::LEXICON.of(token.lemma) };
            nodes.push(Node { span: token.span, tag, lex, class: token.class, quote });
        }
        let units = units(text, sentences, &nodes, paragraphs);
        let mut view = Self { nodes, units };
        for i in 0..view.units.len() {
            let unit = view.units[i];
            view.tag(unit, tokens);
        }
        view
    }

    pub(super) fn tag_at(&self, unit: Unit, i: usize) -> Tag {
        if i < unit.start || i >= unit.end { Tag::Edge } else { self.nodes[i].tag }
    }

    fn tag(&mut self, unit: Unit, tokens: &[Token]) {
        // The last tag that is neither an adverb nor a mark of quotation.
        let mut prev = Tag::Edge;
        let mut first = true;
        let title = is_title(&tokens[unit.start..unit.end]);
        for i in unit.start..unit.end {
            let tag = if tokens[i].kind == TokenKind::Mark {
                first |= matches!(self.nodes[i].tag, Tag::QuoteOpen | Tag::Colon);
                self.nodes[i].tag
            } else {
                let next = if i + 1 < unit.end { tokens.get(i + 1) } else { None };
                let tag = resolve(&tokens[i], prev, next, first, title);
                first = false;
                tag
            };
            self.nodes[i].tag = tag;
            if !matches!(tag, Tag::Adv | Tag::QuoteOpen | Tag::QuoteClose) {
                prev = tag;
            }
        }
    }

    /// The noun phrases of `unit`, left to right.
    pub(super) fn phrases(&self, unit: Unit, out: &mut Vec<Phrase>) {
        out.clear();
        let mut i = unit.start;
        while i < unit.end {
            let tag = self.nodes[i].tag;
            if tag == Tag::Pron || tag == Tag::Wh && self.nodes[i].class.any(Class::REL) {
                out.push(Phrase { start: i, end: i + 1 });
                i += 1;
                continue;
            }
            if !(tag.premodifier() && tag != Tag::Poss || matches!(tag, Tag::Noun | Tag::Plural | Tag::Name))
            {
                i += 1;
                continue;
            }
            let start = i;
            let mut end = start;
            if tag == Tag::PossDet {
                // “his claim”: the owner is a phrase too.
                out.push(Phrase { start, end: start + 1 });
            }
            while i < unit.end {
                let tag = self.nodes[i].tag;
                if matches!(tag, Tag::Noun | Tag::Plural | Tag::Name | Tag::Num) {
                    end = i + 1;
                } else if tag == Tag::Poss && end > start {
                    out.push(Phrase { start, end });
                } else if matches!(tag, Tag::Det | Tag::PossDet) && i > start {
                    break;
                } else if !tag.premodifier()
                    && !(tag == Tag::Other && end > start && self.tag_at(unit, i + 1) == Tag::Name)
                {
                    break;
                }
                i += 1;
            }
            if end > start {
                out.push(Phrase { start, end });
            } else {
                // “several said”, “the latter”: a determiner or an adjective as head.
                out.push(Phrase { start, end: i });
            }
        }
    }
}

/// Joins sentences that a quotation holds together.
fn units(text: &str, sentences: &[Span], nodes: &[Node], paragraphs: &[Span]) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(sentences.len());
    let mut at = 0;
    let mut paragraph = 0;
    for sentence in sentences {
        let start = at;
        while nodes.get(at).is_some_and(|n| n.span.start < sentence.end) {
            at += 1;
        }
        if at == start {
            continue;
        }
        while paragraphs.get(paragraph).is_some_and(|p| p.end <= sentence.start) {
            paragraph += 1;
        }
        if let Some(last) = out.last_mut() {
            let (before, after) = (&nodes[start - 1], &nodes[start]);
            let within = before.quote != 0 && before.quote == after.quote;
            // “Why?” she asked: a splitter may part them.
            let goes_on =
                before.tag == Tag::QuoteClose && text[after.span.start..].starts_with(char::is_lowercase);
            // “We lost everything.” — Ansa Weld
            let signed = before.tag == Tag::QuoteClose && after.tag == Tag::Dash;
            if last.paragraph == paragraph && (within || goes_on || signed) {
                last.end = at;
                continue;
            }
        }
        out.push(Unit { start, end: at, paragraph });
    }
    out
}

fn mark_tag(mark: char) -> Tag {
    match mark {
        ',' => Tag::Comma,
        '.' | '!' | '?' | '…' => Tag::Stop,
        ':' => Tag::Colon,
        ';' => Tag::Semi,
        '—' | '–' | '-' | '―' => Tag::Dash,
        '(' | '[' => Tag::Open,
        ')' | ']' => Tag::Close,
        _ => Tag::Other,
    }
}

/// Whether the words are those of a heading in which most words have a capital.
fn is_title(tokens: &[Token]) -> bool {
    let long = tokens.iter().filter(|t| t.is_word() && t.span.len() > 3);
    let (mut all, mut capital) = (0, 0);
    for t in long.take(40) {
        all += 1;
        capital += usize::from(t.is(Class::CAPITAL));
    }
    all > 3 && capital * 5 >= all * 4
}

/// The tag of a word or number after `prev`.
fn resolve(token: &Token, prev: Tag, next: Option<&Token>, first: bool, title: bool) -> Tag {
    let class = if title
        && token.class.any(Class::VERB.or(Class::ADV))
        && token.class.any(Class::THIRD.or(Class::PAST).or(Class::ADV).or(Class::AUX))
    {
        token.class.without(Class::CAPITAL)
    } else {
        token.class
    };
    if token.kind == TokenKind::Number {
        return Tag::Num;
    }
    let next_class = next.map_or(Class::default(), |t| t.class);
    let nounish = next.is_some_and(|t| t.kind != TokenKind::Mark)
        && next_class.any(Class::NOUN.or(Class::ADJ).or(Class::NUMERAL))
        && !next_class.any(Class::AUX.or(Class::PREP).or(Class::DET).or(Class::PRON));
    if let Some(tag) = closed(token, prev, nounish, first) {
        return tag;
    }
    let before_noun = matches!(prev, Tag::Det | Tag::PossDet | Tag::Adj | Tag::Poss | Tag::Num);
    if class.any(Class::CAPITAL) && (!first || class.any(Class::UNKNOWN)) {
        return Tag::Name;
    }
    if class.any(Class::CAPITAL) && next_class.any(Class::CAPITAL) && !class.any(Class::ADV) && first {
        return if class.any(Class::NOUN) { Tag::Name } else { Tag::Adj };
    }
    let noun = if class.any(Class::PLURAL) { Tag::Plural } else { Tag::Noun };
    if class.any(Class::VERB) {
        if let Some(tag) = verb(class, prev, next, next_class, nounish, before_noun, first) {
            return tag;
        }
    }
    if class.any(Class::NUMERAL) {
        return Tag::Num;
    }
    if class.any(Class::MONTH.or(Class::WEEKDAY)) {
        return Tag::Name;
    }
    if class.any(Class::ADV) && !class.any(Class::NOUN) && (!class.any(Class::ADJ) || !nounish) {
        return Tag::Adv;
    }
    if class.any(Class::ADJ) && (nounish || !class.any(Class::NOUN) || prev == Tag::Be) {
        return Tag::Adj;
    }
    if class.any(Class::NOUN) {
        noun
    } else if class.any(Class::ADJ) {
        Tag::Adj
    } else if class.any(Class::ADV) {
        Tag::Adv
    } else {
        noun
    }
}

/// The tag of a closed-class word, where its class decides alone.
fn closed(token: &Token, prev: Tag, nounish: bool, first: bool) -> Option<Tag> {
    let class = token.class;
    if class.any(Class::POSSESSIVE) {
        return Some(if matches!(prev, Tag::Pron | Tag::That | Tag::Wh | Tag::Adv) {
            Tag::Be
        } else {
            Tag::Poss
        });
    }
    if class.any(Class::MODAL) && !(class.any(Class::MONTH) && class.any(Class::CAPITAL) && !first) {
        return Some(Tag::Modal);
    }
    let table = [(Class::BE, Tag::Be), (Class::HAVE, Tag::Have), (Class::DO, Tag::Do), (Class::TO, Tag::To)];
    if let Some(&(_, tag)) = table.iter().find(|(c, _)| class.any(*c)) {
        return Some(tag);
    }
    if class.all(Class::SUBORD.or(Class::REL)) {
        return Some(Tag::That);
    }
    if class.any(Class::WH) {
        return Some(Tag::Wh);
    }
    if class.any(Class::POSSDET) {
        return Some(if class.any(Class::PRON) && !nounish { Tag::Pron } else { Tag::PossDet });
    }
    if class.any(Class::DET) {
        let alone = class.any(Class::PRON) && !nounish;
        return Some(if alone { Tag::Pron } else { Tag::Det });
    }
    let table = [
        (Class::PRON.or(Class::SUBJECT), Tag::Pron),
        (Class::PREP, Tag::Prep),
        (Class::COORD, Tag::Coord),
        (Class::SUBORD, Tag::Subord),
    ];
    let open = class.any(Class::NOUN.or(Class::VERB).or(Class::ADJ));
    table.iter().find(|(c, _)| !open && class.any(*c)).map(|&(_, tag)| tag)
}

/// The tag of a word that can be a verb, where it is one.
fn verb(
    class: Class,
    prev: Tag,
    next: Option<&Token>,
    next_class: Class,
    nounish: bool,
    before_noun: bool,
    first: bool,
) -> Option<Tag> {
    let noun = class.any(Class::NOUN);
    if matches!(prev, Tag::To | Tag::Modal | Tag::Do) && class.any(Class::BASE) {
        return Some(Tag::Base);
    }
    // What can follow a verb at once, but hardly a noun that is a subject's head.
    let object = next_class.any(Class::DET.or(Class::POSSDET).or(Class::SUBORD).or(Class::WH))
        || next_class.any(Class::PRON)
        || next.is_some_and(|t| matches!(t.mark, '“' | '"' | '‘' | ':') || t.class.any(Class::CAPITAL));
    if class.any(Class::ING) {
        if before_noun && !(prev == Tag::Num && object) || prev == Tag::Noun && noun && !object {
            return Some(if noun { Tag::Noun } else { Tag::Adj });
        }
        let named = noun && class.any(Class::MOSTLY_NOUN) && !object && next.is_none_or(|t| t.mark != ',');
        return (!named || prev == Tag::Be).then_some(Tag::Ing);
    }
    if class.any(Class::PAST.or(Class::PART)) && !class.any(Class::BASE) {
        if matches!(prev, Tag::Be | Tag::Have) && class.any(Class::PART) {
            return Some(Tag::Part);
        }
        let counted = prev == Tag::Num && class.any(Class::PAST) && (!nounish || object);
        if (before_noun && !counted || prev == Tag::Prep) && class.any(Class::PART) {
            return nounish.then_some(Tag::Adj).or((!noun).then_some(if before_noun {
                Tag::Adj
            } else {
                Tag::Part
            }));
        }
        if first && nounish {
            return Some(Tag::Part);
        }
        let by = next.is_some_and(|t| t.lemma == "by");
        return Some(if class.any(Class::PAST) && !by { Tag::Past } else { Tag::Part });
    }
    if class.any(Class::MOSTLY_ADJ.or(Class::MOSTLY_ADV))
        && !class.any(Class::MOSTLY_VERB)
        && !matches!(prev, Tag::Pron | Tag::Wh)
    {
        return None;
    }
    if before_noun || prev == Tag::Prep && noun {
        return (!noun)
            .then_some(if class.any(Class::THIRD) { Tag::Third } else { Tag::Base })
            .filter(|_| !class.any(Class::ADJ));
    }
    let form = if class.any(Class::PAST) && !matches!(prev, Tag::Plural) {
        Tag::Past
    } else if class.any(Class::THIRD) {
        Tag::Third
    } else {
        Tag::Base
    };
    let subject = match form {
        Tag::Third => matches!(prev, Tag::Pron | Tag::Name | Tag::Noun | Tag::Wh | Tag::That),
        _ => matches!(prev, Tag::Pron | Tag::Plural | Tag::Wh | Tag::That | Tag::Name),
    };
    if !noun {
        return (!class.any(Class::ADJ) || subject).then_some(form);
    }
    let sure = matches!(prev, Tag::Pron | Tag::Wh);
    let leans = class.any(Class::MOSTLY_VERB);
    let yes = sure && !first || subject && (object || leans) || leans && object && prev != Tag::Edge;
    yes.then_some(form)
}
