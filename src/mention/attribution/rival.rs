//! Which readings of one sentence to keep where one stands within another or they share words.
//!
//! `What the board called “reckless”, Weld said, was safe`: each cue is read by itself, and a reading is judged by how
//! sure it is and by the surest of those that it holds, that hold it and that share words with it.

use super::{
    Found,
    accept::{BARS, Reading},
    model::{Sink, Trust},
    scene::Scene,
    view::Tag,
};

/// The most readings of one sentence that are weighed against each other.
pub(super) const MOST_READINGS: usize = 24;

impl Reading {
    /// Whether `other` stands in the content of `self`.
    fn holds(&self, other: &Self) -> bool {
        self.found.content.iter().any(|&(s, e)| s <= other.found.cue.0 && other.found.cue.0 < e)
    }

    fn shares(&self, other: &Self) -> bool {
        let mut pieces = self.found.content.iter();
        pieces.any(|a| other.found.content.iter().any(|b| a.0 < b.1 && b.0 < a.1))
    }

    fn clashes(&self, other: &Self) -> bool {
        self.holds(other) || other.holds(self) || self.shares(other) || self.found.cue.0 == other.found.cue.0
    }
}

/// Room for what is weighed, used again and again.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    /// What passes its bar, how sure it is and which of the readings.
    order: Vec<(f32, usize)>,
    kept: Vec<usize>,
}

impl Rivals {
    /// Weighs each of `readings` against the others and moves those worth keeping to `out`.
    pub(super) fn choose(&mut self, scene: &Scene<'_>, readings: &mut Vec<Reading>, out: &mut Vec<Found>) {
        let Self { order, kept } = self;
        order.clear();
        kept.clear();
        for (i, r) in readings.iter().enumerate() {
            // A dash between a quotation and a name: too few to learn from, and right.
            let signed = scene.tag(r.cue.at) == Tag::Dash;
            let sure = if signed { r.found.sure } else { weigh(scene, readings, i) };
            if signed || sure > BARS[r.matter as usize] {
                order.push((sure, i));
            }
        }
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for &(sure, i) in order.iter() {
            if kept.iter().all(|&k| !readings[k].clashes(&readings[i])) {
                kept.push(i);
                readings[i].found.sure = sure;
            }
        }
        for &(sure, i) in order.iter() {
            if kept.contains(&i) {
                continue;
            }
            if let Some(content) = apart(scene, readings, i, kept) {
                readings[i].found.content = content;
                readings[i].found.sure = sure;
                kept.push(i);
            }
        }
        kept.sort_unstable();
        let mut next = kept.iter().copied().peekable();
        for (i, reading) in readings.drain(..).enumerate() {
            if next.next_if_eq(&i).is_some() {
                out.push(reading.found);
            }
        }
    }
}

/// What is left of the content of reading number `i` before those of `kept` that it reaches into, if that is a clause by
/// itself: `Weld said the dam was safe and asked who had built it`.
fn apart(scene: &Scene<'_>, readings: &[Reading], i: usize, kept: &[usize]) -> Option<Vec<(usize, usize)>> {
    let this = &readings[i];
    let mut content = this.found.content.clone();
    for other in kept.iter().map(|&k| &readings[k]).filter(|k| k.clashes(this)) {
        let behind = |at: usize| at > this.found.cue.0;
        if !behind(other.found.cue.0) || other.holds(this) {
            return None;
        }
        let source = other.found.source.map(|s| s.0);
        let starts = other.found.content.iter().map(|c| c.0).chain(source).chain([other.cue.group]);
        let start = starts.filter(|&s| behind(s)).min()?;
        let mut end = start;
        while end > 0
            && matches!(scene.tag(end - 1), Tag::Coord | Tag::Comma | Tag::Dash | Tag::Semi | Tag::Adv)
        {
            end -= 1;
        }
        if !(end..start).any(|k| scene.tag(k) != Tag::Adv) {
            return None;
        }
        content.retain(|c| c.0 < end);
        let last = content.last_mut()?;
        last.1 = last.1.min(end);
    }
    let finite = content.iter().any(|&(s, e)| scene.has_finite(s, e));
    finite.then_some(content)
}

/// How sure reading number `i` is beside the others, in hundredths of a log odds.
fn weigh(scene: &Scene<'_>, readings: &[Reading], i: usize) -> f32 {
    let mut score = Trust::default();
    features(scene, readings, i, &mut score);
    score.sum()
}

/// A log odds as one of 16 steps.
fn rung(sure: f32) -> usize {
    (sure / 50.0 + 8.0).clamp(0.0, 15.0) as usize
}

fn keep_surer<'r>(surest: &mut Option<&'r Reading>, other: &'r Reading) {
    if surest.is_none_or(|s| s.found.sure.total_cmp(&other.found.sure).is_le()) {
        *surest = Some(other);
    }
}

/// What speaks for and against reading number `i`, given the others of its sentence.
pub(super) fn features(scene: &Scene<'_>, readings: &[Reading], i: usize, sink: &mut impl Sink) {
    let Some(this) = readings.get(i) else { return };
    let matter = this.matter as usize;
    let own = this.found.sure;
    let (mut outer, mut inner, mut beside) = (None, None, None);
    for other in readings.iter().enumerate().filter(|(n, _)| *n != i).map(|(_, r)| r) {
        let (holds, held) = (other.holds(this), this.holds(other));
        if holds {
            keep_surer(&mut outer, other);
        }
        if held {
            keep_surer(&mut inner, other);
        }
        if !holds && !held && other.shares(this) {
            keep_surer(&mut beside, other);
        }
    }
    let kinds =
        usize::from(outer.is_some()) + 2 * usize::from(inner.is_some()) + 4 * usize::from(beside.is_some());
    sink.two(98, matter, kinds);
    sink.value(99, matter, (own / 100.0).clamp(-5.0, 5.0));
    sink.two(123, rung(own), matter);
    for (n, other) in [(0, outer), (1, inner), (2, beside)] {
        let Some(other) = other else { continue };
        sink.value(125, n, (other.found.sure / 100.0).clamp(-5.0, 5.0));
        let same = this.found.source.is_some() && this.found.source == other.found.source;
        sink.two(129, matter * 5 + other.matter as usize, n + 3 * usize::from(same));
        sink.word(58, scene.lex(other.cue.at), n);
    }
}
