//! Attribution: who is reported to say what, by which word.
//!
//! The roles are those of the corpora PARC and PolNeAR (Pareti, 2016; Newell, Margolin and Ruths, 2018): a **source** that
//! says, thinks, wants or denies something; a **cue**, the words that say so; and the **content**, in direct, mixed or indirect
//! form, in one piece or in several where the speaker stands between.
//!
//! | | source | cue | content |
//! |---|---|---|---|
//! | `“It held,” Weld said.` | `Weld` | `said` | `“It held,”` |
//! | `According to the ministry, nobody was hurt.` | `the ministry` | `According` | `nobody was hurt` |
//!
//! # How it decides
//!
//! Every word that can report (a lexicon of some 1,400, with how they do) is a candidate. A linear model over tags, words and marks
//! around it chooses cue, side, source and bounds one after the other, and the readings of a sentence compete as wholes. Quotations that no cue claims are given to the speaker whom the sentences around them name. The
//! model was fitted on the training part of PolNeAR; its weights are a text file in the crate.
//!
//! # When not to use it
//!
//! It needs a text of several sentences to tell who `she` or `the spokesman` is: give it the whole report, not a sentence. It is
//! made for edited news and was measured on nothing else. What the outlet says in its own voice is no attribution: see
//! [`mentions`](crate::mention::mentions).

mod accept;
mod bearers;
mod bounds;
mod candidate;
mod cast;
mod cues;
mod extent;
mod leftover;
mod marks;
mod mend;
mod model;
mod openers;
mod owner;
mod read;
mod rival;
mod scene;
mod sources;
mod tagging;
mod via;
mod view;

use serde::{Deserialize, Serialize};

pub(crate) use self::view::Split;
use self::{
    accept::{Matter, Reading},
    cast::{Cast, Spoke},
    cues::Pos,
    model::CueScore,
    read::{Room, read},
    rival::{MOST_READINGS, Rivals},
    scene::{Candidate, SIDES, Scene, Side},
    view::{Phrase, Tag, Unit, View},
};
use super::{
    Kind,
    gender::Gender,
    quotation::{Quotation, in_paragraphs},
    speaker::Speaker,
    tag::resolve_into,
};
use crate::{
    Span,
    lexicon::Class,
    sentence::sentences,
    token::{Token, tokenize},
};

/// Words that a report gives as somebody else's: their source, the cue that says so, and the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    source: AtMostOne,
    cue: AtMostOne,
    content: Vec<Span>,
    kind: Kind,
    form: Form,
    speaker: Option<Speaker>,
    via: Option<Span>,
}

/// A span or none, which is written as a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Span>", into = "Vec<Span>")]
struct AtMostOne(Option<Span>);

impl From<Vec<Span>> for AtMostOne {
    fn from(spans: Vec<Span>) -> Self {
        Self(spans.first().copied())
    }
}

impl From<AtMostOne> for Vec<Span> {
    fn from(one: AtMostOne) -> Self {
        one.0.into_iter().collect()
    }
}

/// What sort of phrase a content is: only a clause states something that can be true or false.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Has a finite verb: `the dam held`. The only form that states something.
    Clause,
    /// An infinitive or a participle: wants *to leave*.
    Infinitive,
    /// A noun phrase: praised *the deal*.
    Phrase,
}

impl Attribution {
    /// The words that name the source, `the spokesman` in `the spokesman said`; none where the text names none.
    #[must_use]
    pub fn source(&self) -> &[Span] {
        self.source.0.as_slice()
    }

    /// The words that mark the attribution: `said`, `according to`.
    #[must_use]
    pub fn cue(&self) -> &[Span] {
        self.cue.0.as_slice()
    }

    /// What is attributed, in text order, in one piece or several. Quotation marks are part of it.
    #[must_use]
    pub fn content(&self) -> &[Span] {
        &self.content
    }

    /// How the content is given: a direct, mixed or indirect quote.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// What sort of phrase the content is.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }

    /// Who the source is, as far as the text tells.
    #[must_use]
    pub const fn speaker(&self) -> Option<Speaker> {
        self.speaker
    }

    /// The outlet through which the words reached this one: `the Courier` in `told the Courier`.
    #[must_use]
    pub const fn via(&self) -> Option<Span> {
        self.via
    }
}

/// The attributions of a text, and its quotations with the attribution each belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speech {
    /// In the order of their first words.
    pub attributions: Vec<Attribution>,
    /// Outer before inner, in text order.
    pub quotations: Vec<Quotation>,
    /// For each quotation the index of its attribution; none for titles, nicknames and words held at arm's length.
    pub owners: Vec<Option<usize>>,
}

/// The attributions of `text`, in the order of their first words.
///
/// ```
/// use corroborate::mention::{Kind, attribution::attributions};
///
/// let text = "“The dam held,” Ansa Weld told reporters. According to the ministry, nobody was hurt.";
/// let found = attributions(text);
/// assert_eq!(found[0].source()[0].of(text), "Ansa Weld");
/// assert_eq!(found[0].kind(), Kind::DirectQuote);
/// assert_eq!(found[1].content()[0].of(text), "nobody was hurt");
/// ```
#[must_use]
pub fn attributions(text: &str) -> Vec<Attribution> {
    speech(text).attributions
}

/// The attributions and quotations of `text`.
#[must_use]
pub fn speech(text: &str) -> Speech {
    let mut split = sentences(text);
    let mut spans: Vec<Span> = Vec::with_capacity(text.len() / 80 + 1);
    spans.extend(split.by_ref().map(|s| s.span()));
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut ends = Vec::with_capacity(spans.len());
    for &span in &spans {
        tokenize(text, span, &mut tokens);
        ends.push(tokens.len());
    }
    let (mut tags, mut parts, mut first) = (Vec::with_capacity(tokens.len()), Vec::new(), 0);
    for &end in &ends {
        resolve_into(&tokens[first..end], &mut parts);
        tags.extend_from_slice(&parts);
        first = end;
    }
    let paragraphs = &split.paragraphs();
    in_document(text, Split { spans: &spans, ends: &ends, paragraphs }, &tokens, &tags).0
}

/// [`speech`] for a text that is already split: `sentences` rise, `tokens` are those of all sentences in order, each with
/// its part of speech. With them comes whom and what the text names.
pub(crate) fn in_document(
    text: &str,
    sentences: Split<'_>,
    tokens: &[Token],
    parts: &[super::tag::Tag],
) -> (Speech, Vec<Named>) {
    let quotations = in_paragraphs(text, sentences.paragraphs);
    let view = View::new(text, sentences, tokens, parts, &quotations);
    let found = Decoder::new().run(&view);
    let mut cast = Cast::new(text, &view, tokens);
    let speech = assemble(&view, tokens, found, quotations, &mut cast);
    (speech, cast.named_in_text().collect())
}

/// Somebody or something that a text names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    /// The fullest name in the text.
    pub(crate) name: Span,
    pub(crate) gender: Gender,
    /// Whether a title, a role, an age or a first name tells that it is a person.
    pub(crate) sure: bool,
    /// Whether it is a country, a body, a paper.
    pub(crate) thing: bool,
}

/// One attribution in tokens of a view.
#[derive(Clone, Debug)]
struct Found {
    unit: usize,
    source: Option<(usize, usize)>,
    cue: (usize, usize),
    content: Vec<(usize, usize)>,
    /// Whom the source told, if that has a name.
    told: Option<(usize, usize)>,
    /// How sure the reading is, in hundredths of a log odds.
    sure: f32,
}

/// How much better than "no cue" a reading must score to be looked at, in hundredths of a log odds: words in quotation
/// marks mostly are somebody's.
const LEAST_WITH_QUOTATION: f32 = -250.0;
const LEAST: f32 = -100.0;
/// The same for `according to` and colons, which are few.
const LEAST_OF_MARK: f32 = -150.0;
/// How much worse than that a word may look at first.
const DOUBT: f32 = 50.0;
/// A word that leans less than this to be a cue, as a log odds, is not looked at.
const LEAST_LEAN: f32 = -4.0;
/// How much less sure than the best side another may be to be looked at too.
const NEAR: f32 = 150.0;
/// What a dash between a quotation and a name scores: few texts sign so, too few to learn from.
const SIGNED: f32 = 400.0;

#[derive(Debug)]
struct Decoder {
    phrases: Vec<Phrase>,
    candidates: Vec<Candidate>,
    /// Which of the candidates look like cues at first, and how much.
    likely: Vec<(CueScore, usize)>,
    /// What may be a cue, how sure that is, with its content on which side, and which of the candidates it is.
    ranked: Vec<(f32, Side, usize)>,
    room: Room,
    readings: Vec<Reading>,
    rivals: Rivals,
}

impl Decoder {
    /// With room for what most sentences hold.
    fn new() -> Self {
        Self {
            phrases: Vec::with_capacity(24),
            candidates: Vec::with_capacity(16),
            likely: Vec::with_capacity(8),
            ranked: Vec::with_capacity(8),
            room: Room::new(),
            readings: Vec::with_capacity(4),
            rivals: Rivals::default(),
        }
    }

    fn run(&mut self, view: &View) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::with_capacity(view.units.len() / 2);
        let mut paragraph = usize::MAX;
        let mut first = 0;
        for (n, &unit) in view.units.iter().enumerate() {
            if unit.paragraph != paragraph {
                paragraph = unit.paragraph;
                first = out.len();
            }
            if is_quotation(view, unit) {
                follow_on(view, n, &mut out, first);
            } else {
                let start = out.len();
                self.unit(view, n, unit, &mut out);
                leftover::aside(view, n, &mut out, start);
                leftover::closing(view, n, &mut out, start);
                leftover::surveyed(view, n, &mut out, start);
                leftover::take_up(view, n, &mut out, first, start);
            }
        }
        out.retain(|f| !f.content.is_empty());
        out
    }

    fn unit(&mut self, view: &View, n: usize, unit: Unit, out: &mut Vec<Found>) {
        Scene::find(view, unit, &mut self.candidates);
        if self.candidates.is_empty() {
            return;
        }
        let scene = Scene::new(view, unit, &[], &self.candidates);
        let announces = leftover::announces(view, n);
        let least = if announces || scene.has_quotation() { LEAST_WITH_QUOTATION } else { LEAST };
        self.likely.clear();
        self.ranked.clear();
        for (number, c) in self.candidates.iter().enumerate() {
            if scene.tag(c.at) == Tag::Dash {
                self.ranked.push((SIGNED, Side::Left, number));
            } else if c.lean >= LEAST_LEAN {
                let mut score = CueScore::default();
                scene.cue_hints(c, &mut score);
                // “Weld: the dam held”: too few to be told by hints.
                if c.pos == Pos::Mark || score.sums().iter().any(|&sum| sum >= least - DOUBT) {
                    self.likely.push((score, number));
                }
            }
        }
        if self.likely.is_empty() && self.ranked.is_empty() {
            return;
        }
        view.phrases(unit, &mut self.phrases);
        let scene = Scene::new(view, unit, &self.phrases, &self.candidates);
        for (score, number) in &mut self.likely {
            let (c, number) = (&self.candidates[*number], *number);
            scene.cue_features(c, score);
            let back = scene.looks_back(c);
            let sums = score.sums();
            let may = || sums.iter().zip(SIDES).filter(|s| !(back && s.1 == Side::Right));
            let least = if c.pos == Pos::Mark { least.min(LEAST_OF_MARK) } else { least };
            let least = may().fold(least, |least, s| least.max(s.0 - NEAR));
            for (&sure, side) in may().filter(|s| *s.0 > least) {
                self.ranked.push((sure, side, number));
            }
        }
        if self.ranked.is_empty() {
            return;
        }
        self.ranked
            .sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)).then((a.1 as u8).cmp(&(b.1 as u8))));
        for &(score, side, number) in &self.ranked {
            let c = self.candidates[number];
            if self.readings.len() >= MOST_READINGS {
                break;
            }
            let Some((mut found, mut sureness)) = read(&scene, n, &c, side, &mut self.room) else { continue };
            if !mend::mend(&scene, &c, side, &mut found) {
                continue;
            }
            sureness.cue = score;
            let matter = Matter::of(&scene, &found.content);
            if matter == Matter::Announced && !announces {
                continue;
            }
            let mut reading = Reading { found, cue: c, side, matter, sureness };
            let signed = scene.tag(c.at) == Tag::Dash;
            reading.found.sure = if signed { SIGNED } else { accept::weigh(&scene, &reading) };
            self.readings.push(reading);
        }
        let start = out.len();
        self.rivals.choose(&scene, &mut self.readings, out);
        out[start..].sort_by_key(|f| f.cue.0);
    }
}

/// Whether all words of `unit` stand in quotation marks.
fn is_quotation(view: &View, unit: Unit) -> bool {
    view.nodes[unit.start..unit.end].iter().all(|n| n.quote != 0 || n.tag.mark())
}

/// A unit that is all quotation belongs to the speech before it: `“Yes,” she said. “We knew.”`
///
/// Within a paragraph that is the last one. The first of a paragraph is signed below, goes on with an attribution that
/// ended in a colon, with a quotation that was not closed, or with the paragraph of quotation before it; else it is of
/// the source that the sentence before it speaks of.
fn follow_on(view: &View, n: usize, out: &mut Vec<Found>, first: usize) {
    let Some(unit) = view.units.get(n).copied() else { return };
    let fresh = out.len() <= first;
    let all = |source: (usize, usize), cue: (usize, usize), start: usize| Found {
        unit: n,
        source: Some(source),
        cue,
        content: vec![(start, unit.end)],
        told: None,
        sure: 0.0,
    };
    if let Some(name) = fresh.then(|| transcript(view, unit)).flatten() {
        out.push(all(name, (name.1, name.1 + 1), name.1 + 1));
        return;
    }
    if let Some(subject) = fresh.then(|| subject_before(view, n)).flatten() {
        out.push(all(subject, (unit.start, unit.start), unit.start));
        return;
    }
    if fresh && leftover::is_heading(view, unit) {
        return;
    }
    if let Some((dash, name)) = fresh.then(|| leftover::signature(view, n + 1)).flatten() {
        out.push(all(name, (dash, dash + 1), unit.start));
        return;
    }
    let previous = n.checked_sub(1).and_then(|p| view.units.get(p)).copied();
    let told = out.last().is_some_and(|f| f.unit + 1 == n && f.content.is_empty());
    let announced = fresh && !told && n.checked_sub(1).is_some_and(|p| leftover::announces(view, p));
    let speaking = previous.filter(|p| announced && !is_quotation(view, *p));
    if let Some(subject) = speaking.and_then(|p| leftover::subject(view, p)) {
        out.push(all(subject, (unit.start, unit.start), unit.start));
        return;
    }
    let Some(last) = out.last() else { return };
    let goes_on = previous.is_some_and(|p| {
        let colon = view.tag_at(p, p.end.saturating_sub(1)) == Tag::Colon;
        last.unit + 1 == n
            && (colon || is_quotation(view, p) || !last.content.is_empty() && ends_quoted(view, last))
    });
    if !fresh || goes_on {
        let from = if fresh { 0 } else { first };
        if let Some(speech) = leftover::speaking(view, out, from) {
            speech.content.push((unit.start, unit.end));
            speech.unit = n;
        }
    } else if last.unit + 1 == n && leftover::is_speech(view, unit) {
        if let Some(source) = leftover::speaking(view, out, 0).and_then(|f| f.source) {
            out.push(all(source, (unit.start, unit.start), unit.start));
        }
    }
}

/// The subject of the sentence before unit `n` in its paragraph, if that is a name: `Weld was glad. “We won.”`
fn subject_before(view: &View, n: usize) -> Option<(usize, usize)> {
    let (unit, before) = (view.units.get(n)?, view.units.get(n.checked_sub(1)?)?);
    if unit.paragraph != before.paragraph {
        return None;
    }
    let mut phrases = Vec::new();
    view.phrases(*before, &mut phrases);
    let behind = |p: &Phrase| view.tag_at(*before, p.end);
    // “Derrow’s Ansa Weld agreed. “We won.””
    let subject = phrases.iter().find(|p| view.nodes[p.head()].tag == Tag::Name && behind(p) != Tag::Poss)?;
    let verb = behind(subject);
    let early = subject.start <= before.start + 5;
    // “Yes, says Ansa Weld. “We knew.””
    let says = subject.start.checked_sub(1).map(|i| view.nodes[i]);
    let inverted = says.is_some_and(|n| n.tag.verb() && n.class.any(Class::SAYS))
        && subject.start >= before.start + 2
        && view.tag_at(*before, subject.start - 2) == Tag::Comma
        && view.tag_at(*before, subject.end) == Tag::Stop;
    (inverted || early && (verb.verb() || verb.aux() || verb == Tag::Comma))
        .then_some((subject.start, subject.end))
}

/// Whether the last content of `f` is quotation.
fn ends_quoted(view: &View, f: &Found) -> bool {
    f.content.last().is_some_and(|&(_, e)| e > 0 && view.nodes.get(e - 1).is_some_and(|n| n.quote != 0))
}

/// The name before the colon where a quotation opens like the line of a transcript: `“WELD: We knew.`
fn transcript(view: &View, unit: Unit) -> Option<(usize, usize)> {
    let mut i = unit.start;
    while view.tag_at(unit, i) == Tag::QuoteOpen {
        i += 1;
    }
    let start = i;
    while view.tag_at(unit, i) == Tag::Name {
        i += 1;
    }
    (i > start && i < start + 5 && view.tag_at(unit, i) == Tag::Colon && i + 1 < unit.end)
        .then_some((start, i))
}

fn spans(view: &View, ranges: &[(usize, usize)]) -> Vec<Span> {
    let mut out = Vec::with_capacity(ranges.len());
    out.extend(ranges.iter().filter_map(|&range| span(view, range)));
    out
}

/// The words of nodes `start..end`; `None` if there are none.
fn span(view: &View, (start, end): (usize, usize)) -> Option<Span> {
    let last = view.nodes.get(end.checked_sub(1)?)?;
    (start < end).then(|| view.nodes[start].span.hull(last.span))
}

/// What the words of a content are.
#[derive(Debug, Default)]
struct Words {
    /// Some stand in quotation marks, some do not.
    quoted: bool,
    plain: bool,
    /// A finite verb is among them.
    finite: bool,
}

impl Words {
    fn of(view: &View, content: &[(usize, usize)]) -> Self {
        let mut words = Self::default();
        for node in content.iter().flat_map(|&(s, e)| &view.nodes[s..e]) {
            let word = !node.tag.mark();
            words.quoted |= word & (node.quote != 0);
            words.plain |= word & (node.quote == 0);
            words.finite |= node.tag.finite();
        }
        words
    }

    const fn kind(&self) -> Kind {
        match (self.quoted, self.plain) {
            (false, _) => Kind::IndirectQuote,
            (true, false) => Kind::DirectQuote,
            (true, true) => Kind::MixedQuote,
        }
    }
}

fn assemble(
    view: &View,
    tokens: &[Token],
    found: Vec<Found>,
    quotations: Vec<Quotation>,
    cast: &mut Cast<'_>,
) -> Speech {
    let mut attributions = Vec::with_capacity(found.len());
    let mut spoke = Spoke::default();
    for f in &found {
        let content = spans(view, &f.content);
        let source = AtMostOne(f.source.and_then(|s| span(view, s)));
        let somebody = |s: &(usize, usize)| s.0 < s.1 && !cast.is_label(view, f.unit, *s);
        let named = f.source.filter(somebody);
        let speaker = named.map(|s| cast.speaker(view, tokens, f, s, &spoke));
        // `it` and `they` borrow a speaker, they make none.
        let vague = f.source.is_some_and(|(s, e)| {
            e == s + 1 && view.nodes[s].tag == Tag::Pron && !view.nodes[s].class.any(Class::CAPITAL)
        });
        if let (Some(speaker), Some(source)) = (speaker.filter(|_| !vague), f.source) {
            cast.note(tokens, source, f.unit, speaker, &mut spoke);
        }
        let words = Words::of(view, &f.content);
        let via = via::via(view, tokens, f, cast).and_then(|v| span(view, v));
        let form = if words.finite { Form::Clause } else { Form::Phrase };
        attributions.push(Attribution {
            source,
            cue: AtMostOne(span(view, f.cue)),
            content,
            kind: words.kind(),
            form,
            speaker,
            via,
        });
    }
    let owners = owner::owners(view, &found, &attributions, &quotations);
    Speech { attributions, quotations, owners }
}

#[cfg(test)]
mod tests {
    use super::{Attribution, attributions};

    #[test]
    fn a_source_is_written_as_a_list_and_read_back() {
        let found = attributions("The dam held, Ansa Weld said. According to the ministry, nobody was hurt.");
        let json = serde_json::to_string(&found).unwrap();
        assert!(json.contains("\"source\":[{\"start\":14"), "{json}");
        assert_eq!(serde_json::from_str::<Vec<Attribution>>(&json).unwrap(), found);
    }
}
