//! Attribution: who is reported to say what, by which word.

mod cues;
mod model;
mod scene;
mod view;

use serde::{Deserialize, Serialize};

use self::{
    model::Score,
    scene::{Candidate, SIDES, Scene, Side},
    view::{Phrase, Tag, Unit, View},
};
use super::{
    Kind,
    quotation::{Quotation, quotations},
    speaker::{Cast, Speaker},
};
use crate::{
    Span,
    sentence::{paragraphs, sentences},
    token::{Token, tokenize},
};

/// Words that a report gives as somebody else's: their source, the cue that says so, and the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    source: Vec<Span>,
    cue: Vec<Span>,
    content: Vec<Span>,
    kind: Kind,
    form: Form,
    speaker: Option<Speaker>,
    via: Option<Span>,
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
        &self.source
    }

    /// The words that mark the attribution: `said`, `according to`.
    #[must_use]
    pub fn cue(&self) -> &[Span] {
        &self.cue
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
    let spans: Vec<Span> = sentences(text).map(|s| s.span()).collect();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for &span in &spans {
        tokenize(text, span, &mut tokens);
    }
    in_document(text, &spans, &tokens)
}

/// [`speech`] for a text that is already split: `sentences` rise, `tokens` are those of all sentences in order.
pub(crate) fn in_document(text: &str, sentences: &[Span], tokens: &[Token]) -> Speech {
    let quotations = quotations(text);
    let paragraphs = paragraphs(text);
    let view = View::new(text, sentences, tokens, &quotations, &paragraphs);
    let found = Decoder::default().run(&view);
    let cast = Cast::new(text, tokens);
    assemble(text, &view, found, quotations, &cast)
}

/// One attribution in tokens of a view.
#[derive(Clone, Debug)]
struct Found {
    unit: usize,
    source: Option<(usize, usize)>,
    cue: (usize, usize),
    content: Vec<(usize, usize)>,
}

/// How much better than "no cue" a reading must score.
const ACCEPT: f32 = 0.0;

#[derive(Debug, Default)]
struct Decoder {
    phrases: Vec<Phrase>,
    candidates: Vec<Candidate>,
    sources: Vec<Phrase>,
    bounds: Vec<usize>,
    taken: Vec<(usize, usize)>,
}

impl Decoder {
    fn run(&mut self, view: &View) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::new();
        let mut paragraph = usize::MAX;
        let mut first = 0;
        for (n, &unit) in view.units.iter().enumerate() {
            if unit.paragraph != paragraph {
                paragraph = unit.paragraph;
                first = out.len();
            }
            let before = out.len();
            self.unit(view, n, unit, &mut out);
            if out.len() == before {
                follow_on(view, n, unit, &mut out, first);
            }
        }
        out
    }

    fn unit(&mut self, view: &View, n: usize, unit: Unit, out: &mut Vec<Found>) {
        Scene::find(view, unit, &mut self.candidates);
        if self.candidates.is_empty() {
            return;
        }
        view.phrases(unit, &mut self.phrases);
        let scene = Scene { view, unit, phrases: &self.phrases, candidates: &self.candidates };
        let mut ranked: Vec<(f32, Side, Candidate)> = Vec::new();
        for c in &self.candidates {
            let mut score = Score::default();
            scene.cue_features(c, &mut score);
            let (best, side) = score
                .0
                .iter()
                .zip(SIDES)
                .fold((f32::MIN, Side::Right), |b, (&s, side)| if s > b.0 { (s, side) } else { b });
            if best > ACCEPT {
                ranked.push((best, side, *c));
            }
        }
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.at.cmp(&b.2.at)));
        self.taken.clear();
        let start = out.len();
        for (_, side, c) in ranked {
            if self.taken.iter().any(|&(s, e)| s <= c.at && c.at < e) {
                continue;
            }
            let found = read(&scene, n, &c, side, &mut self.sources, &mut self.bounds);
            let Some(found) = found else { continue };
            if found.content.iter().any(|&(s, e)| self.taken.iter().any(|&(a, b)| s < b && a < e)) {
                continue;
            }
            self.taken.extend(&found.content);
            self.taken.push(found.cue);
            out.push(found);
        }
        out[start..].sort_by_key(|f| f.cue.0);
    }
}

/// Chooses the source and the bounds of the content for `c`.
fn read(
    scene: &Scene<'_>,
    n: usize,
    c: &Candidate,
    side: Side,
    sources: &mut Vec<Phrase>,
    bounds: &mut Vec<usize>,
) -> Option<Found> {
    scene.sources(c, sources);
    let mut best = {
        let mut score = Score::default();
        scene.source_features(c, side, None, &mut score);
        (score.0[0], None)
    };
    for (rank, &p) in sources.iter().enumerate() {
        let mut score = Score::default();
        scene.source_features(c, side, Some((rank, p)), &mut score);
        if score.0[0] > best.0 {
            best = (score.0[0], Some(p));
        }
    }
    let source = best.1;
    let mut content = Vec::new();
    if side != Side::Right {
        let end = scene.left_end(c, source);
        scene.left_starts(end, bounds);
        let start = choose(bounds, |b, sink| scene.left_features(c, side, b, end, sink))?;
        content.push((start, end));
    }
    if side != Side::Left {
        scene.starts(c, bounds);
        let start = choose(bounds, |b, sink| scene.start_features(c, source, b, sink));
        if let Some(start) = start {
            scene.ends(start, bounds);
            let end = choose(bounds, |b, sink| scene.end_features(c, side, start, b, sink))?;
            content.push((start, end));
        }
    }
    if content.is_empty() {
        return None;
    }
    let source = source.map(|p| scene.extent(c, p));
    Some(Found { unit: n, source, cue: (c.at, c.at + 1), content })
}

fn choose(bounds: &[usize], mut features: impl FnMut(usize, &mut Score)) -> Option<usize> {
    let mut best = (f32::MIN, None);
    for &b in bounds {
        let mut score = Score::default();
        features(b, &mut score);
        if score.0[0] > best.0 {
            best = (score.0[0], Some(b));
        }
    }
    best.1
}

/// A unit that is all quotation goes on with the speech before it in the paragraph: `“Yes,” she said. “We knew.”`
fn follow_on(view: &View, n: usize, unit: Unit, out: &mut Vec<Found>, first: usize) {
    let nodes = &view.nodes[unit.start..unit.end];
    if !nodes.iter().all(|n| n.quote != 0 || n.tag == Tag::Stop) {
        return;
    }
    if out.len() <= first {
        return;
    }
    let Some(last) = out.last_mut() else { return };
    last.content.push((unit.start, unit.end));
    last.unit = n;
}

fn spans(view: &View, ranges: &[(usize, usize)]) -> Vec<Span> {
    ranges
        .iter()
        .filter(|(s, e)| s < e)
        .filter_map(|&(s, e)| Some(view.nodes.get(s)?.span.hull(view.nodes.get(e - 1)?.span)))
        .collect()
}

fn assemble(text: &str, view: &View, found: Vec<Found>, quotations: Vec<Quotation>, cast: &Cast) -> Speech {
    let mut attributions = Vec::with_capacity(found.len());
    let mut previous = None;
    for f in &found {
        let content = spans(view, &f.content);
        let source: Vec<Span> = f.source.map(|s| spans(view, &[s])).unwrap_or_default();
        let speaker = source.first().map(|&s| cast.speaker(text, s, previous));
        if speaker.is_some() {
            previous = speaker;
        }
        let (mut quoted, mut all, mut finite) = (0, 0, false);
        for &(s, e) in &f.content {
            for node in &view.nodes[s..e] {
                if !node.tag.mark() {
                    all += 1;
                    quoted += usize::from(node.quote != 0);
                }
                finite |=
                    matches!(node.tag, Tag::Past | Tag::Third | Tag::Be | Tag::Have | Tag::Do | Tag::Modal);
            }
        }
        let kind = match quoted {
            0 => Kind::IndirectQuote,
            _ if quoted == all => Kind::DirectQuote,
            _ => Kind::MixedQuote,
        };
        let form = if finite { Form::Clause } else { Form::Phrase };
        attributions.push(Attribution {
            source,
            cue: spans(view, &[f.cue]),
            content,
            kind,
            form,
            speaker,
            via: None,
        });
    }
    let owners = quotations
        .iter()
        .map(|q| attributions.iter().position(|a| a.content.iter().any(|c| c.overlaps(q.inner()))))
        .collect();
    Speech { attributions, quotations, owners }
}
