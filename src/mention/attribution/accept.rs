//! How far a reading, a cue with its source and its content, is to be trusted by itself.

use super::{
    Found,
    model::{Sink, Trust},
    scene::{Candidate, Scene, Side, bucket},
    view::{TAGS, Tag},
};

/// How sure each choice of a reading was, in hundredths of a log odds: the cue against no cue, the rest against the
/// second best.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sureness {
    pub(super) cue: f32,
    pub(super) source: f32,
    pub(super) start: f32,
    pub(super) end: f32,
}

/// What a content is made of, as far as it matters for how far to trust its reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Matter {
    Quotation,
    /// One that may as well be a title or a word held at arm's length.
    ShortQuotation,
    Clause,
    Phrase,
    /// In the next unit: `Weld added:`.
    Announced,
}

/// A quotation of no more tokens than this, marks included, is short.
const SHORT_QUOTATION: usize = 6;

/// The score that a reading must pass, in hundredths of a log odds that it is right, by its matter: a clause is worth
/// more to find than an attitude (`praised the deal`), about which people agree least. Chosen on development articles.
pub(super) const BARS: [f32; 5] = [-350.0, -150.0, -200.0, -30.0, -150.0];

impl Matter {
    pub(super) fn of(scene: &Scene<'_>, content: &[(usize, usize)]) -> Self {
        let quoted: usize = content.iter().map(|&(s, e)| scene.marks(s, e).quoted()).sum();
        if content.is_empty() {
            Self::Announced
        } else if quoted > SHORT_QUOTATION {
            Self::Quotation
        } else if quoted > 0 {
            Self::ShortQuotation
        } else if content.iter().any(|&(s, e)| scene.has_finite(s, e)) {
            Self::Clause
        } else {
            Self::Phrase
        }
    }
}

/// One cue with its source and content.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) found: Found,
    pub(super) cue: Candidate,
    pub(super) side: Side,
    pub(super) matter: Matter,
    pub(super) sureness: Sureness,
}

/// How sure `reading` is by itself, in hundredths of a log odds.
pub(super) fn weigh(scene: &Scene<'_>, reading: &Reading) -> f32 {
    let mut score = Trust::default();
    features(scene, reading, &mut score);
    score.sum()
}

pub(super) fn features(scene: &Scene<'_>, reading: &Reading, sink: &mut impl Sink) {
    let Reading { found, cue: c, side, matter, sureness } = reading;
    let form = *matter as usize;
    let unit = scene.unit;
    sink.one(140, form);
    sink.value(141, form, (sureness.cue / 100.0).clamp(-5.0, 8.0));
    sink.two(142, (sureness.cue / 50.0 + 10.0).clamp(0.0, 31.0) as usize, form);
    let rung = |gap: f32| (gap / 50.0).clamp(0.0, 11.0) as usize;
    sink.two(147, rung(sureness.source), form);
    sink.two(148, rung(sureness.start), form);
    sink.two(149, rung(sureness.end), form);
    let source = found.source;
    // The head of a source is the last of the words before a mark or preposition; its first word says almost as much.
    let opens = source.map_or(TAGS, |(s, _)| scene.tag(s) as usize);
    let lead = source.map_or(TAGS, |(s, _)| if s > unit.start { scene.tag(s - 1) as usize } else { 0 });
    sink.two(143, opens, form);
    sink.two(155, lead, form);
    sink.two(144, c.frame as usize, form);
    let length = found.content.iter().map(|&(s, e)| e - s).sum();
    sink.two(145, bucket(length), form);
    if let Some(&(start, _)) = found.content.first() {
        sink.two(146, scene.tag(start) as usize, form);
        sink.word(52, scene.lex(start), form);
    }
    if let Some(&(_, end)) = found.content.last() {
        sink.two(154, scene.tag(end) as usize, form);
    }
    sink.two(150, c.lead as usize, form);
    sink.two(151, scene.tag(c.at) as usize, form);
    // Where the source stands: before the content, behind it, or behind the cue too.
    let order = match (source, found.content.first()) {
        (Some((start, _)), Some(&(content, _))) => {
            1 + usize::from(start > content) + usize::from(start > c.at)
        }
        _ => 0,
    };
    sink.two(152, *side as usize + 3 * order, form);
    let last = if unit.end > unit.start { scene.tag(unit.end - 1) } else { Tag::Edge };
    sink.two(153, last as usize, form);
    let verbs = (c.group..c.at).map(|i| match scene.tag(i) {
        Tag::Modal => 1,
        Tag::To => 2,
        Tag::Be => 4,
        Tag::Adv => 8,
        _ => 0,
    });
    sink.two(156, verbs.fold(0, |all, one| all | one), form);
    sink.two(157, usize::from(scene.has_quotation()), form);
    sink.word(50, scene.lex(c.at), form);
    if let Some((_, end)) = source {
        sink.word(51, scene.lex(end - 1), form);
    }
}
