//! The choices that make a reading of a cue: its source, and where its content starts and ends.

use super::{
    Found,
    accept::Sureness,
    leftover,
    model::Rank,
    scene::{Candidate, Scene, Side},
    view::Phrase,
};

/// Chooses for one cue of a unit after the other.
///
/// A cue is often read on two sides, and almost all that speaks for a source or a bound is the same on both: it is
/// added up once.
#[derive(Debug, Default)]
pub(super) struct Chooser {
    /// For each cue what speaks for no source, and its stretch of `sources`.
    cues: Vec<(usize, i32, (usize, usize))>,
    /// What may be a source, and what speaks for it.
    sources: Vec<(Phrase, i32)>,
    /// For each cue and source where the content starts.
    starts: Vec<((usize, Option<Phrase>), Option<(usize, f32)>)>,
    /// For each cue and start a stretch of `ends`.
    contents: Vec<((usize, usize), (usize, usize))>,
    /// Where a content may end, and what speaks for it.
    ends: Vec<(usize, i32)>,
    phrases: Vec<Phrase>,
    bounds: Vec<usize>,
}

impl Chooser {
    /// Forgets the unit before.
    pub(super) fn clear(&mut self) {
        self.cues.clear();
        self.sources.clear();
        self.starts.clear();
        self.contents.clear();
        self.ends.clear();
    }

    /// Chooses the source and the bounds of the content for `c`, a cue of unit number `n`.
    ///
    /// The content stays empty where it must stand in the next unit: `Weld added:` at the end of a paragraph.
    pub(super) fn read(
        &mut self,
        scene: &Scene<'_>,
        n: usize,
        c: &Candidate,
        side: Side,
    ) -> (Found, Sureness) {
        let (source, source_gap) = self.source(scene, c, side);
        let mut sureness = Sureness { source: source_gap, ..Sureness::default() };
        let mut content = Vec::new();
        if side != Side::Right {
            let end = scene.left_end(c, source);
            scene.left_starts(end, &mut self.bounds);
            let start = choose(&self.bounds, |b, sink| scene.left_features(c, side, b, end, sink));
            sureness.start = start.map_or(0.0, |s| s.1);
            content.extend(start.and_then(|(start, _)| scene.trim(start, end)));
        }
        if side != Side::Left
            && let Some((start, gap)) = self.start(scene, c, source)
        {
            sureness.start = gap;
            let end = self.end(scene, c, side, start);
            sureness.end = end.map_or(0.0, |e| e.1);
            let start = end.map_or(start, |(end, _)| leftover::resumed(scene, &content, start, end));
            content.extend(end.and_then(|(end, _)| scene.trim(start, end)));
        }
        let source = source.map(|p| scene.extent(c, p));
        let told = scene.told(c).filter(|t| content.iter().all(|x| x.1 <= t.0 || t.1 <= x.0));
        (Found { unit: n, source, cue: (c.at, c.at + 1), content, told, sure: 0.0 }, sureness)
    }

    /// The source of `c`, if it has one, and by how much it is better than the next best choice.
    fn source(&mut self, scene: &Scene<'_>, c: &Candidate, side: Side) -> (Option<Phrase>, f32) {
        let known = self.cues.iter().find(|cue| cue.0 == c.at).map(|cue| (cue.1, cue.2));
        let (none, (start, end)) =
            known.unwrap_or_else(|| {
                let none = added(|sink| scene.own_source_features(c, None, sink));
                let start = self.sources.len();
                scene.sources(c, &mut self.phrases);
                self.sources.extend(self.phrases.iter().enumerate().map(|(rank, &p)| {
                    (p, added(|sink| scene.own_source_features(c, Some((rank, p)), sink)))
                }));
                self.cues.push((c.at, none, (start, self.sources.len())));
                (none, (start, self.sources.len()))
            });
        let on_side = |p: Option<Phrase>| added(|sink| scene.source_side_features(c, side, p, sink));
        let mut best = Best::of(None, none + on_side(None));
        for &(p, sum) in self.sources.get(start..end).unwrap_or_default() {
            best.see(Some(p), sum + on_side(Some(p)));
        }
        (best.choice, best.gap())
    }

    /// Where the content to the right of `c` starts, and by how much that is better than the next best.
    fn start(&mut self, scene: &Scene<'_>, c: &Candidate, source: Option<Phrase>) -> Option<(usize, f32)> {
        if let Some((_, start)) = self.starts.iter().find(|s| s.0 == (c.at, source)) {
            return *start;
        }
        scene.starts(c, &mut self.bounds);
        let start = choose(&self.bounds, |b, sink| scene.start_features(c, source, b, sink));
        self.starts.push(((c.at, source), start));
        start
    }

    /// Where the content that starts at `start` ends, and by how much that is better than the next best.
    fn end(&mut self, scene: &Scene<'_>, c: &Candidate, side: Side, start: usize) -> Option<(usize, f32)> {
        let known = self.contents.iter().find(|x| x.0 == (c.at, start)).map(|x| x.1);
        let (from, to) = known.unwrap_or_else(|| {
            let from = self.ends.len();
            scene.ends(start, &mut self.bounds);
            self.ends.extend(
                self.bounds.iter().map(|&b| (b, added(|sink| scene.own_end_features(c, start, b, sink)))),
            );
            self.contents.push(((c.at, start), (from, self.ends.len())));
            (from, self.ends.len())
        });
        let on_side = |b: usize| added(|sink| scene.end_side_features(side, b, sink));
        let sums = self.ends.get(from..to).unwrap_or_default().iter().map(|&(b, sum)| (b, sum + on_side(b)));
        Best::among(sums)
    }
}

/// The sum of the weights of some features.
fn added(features: impl FnOnce(&mut Rank)) -> i32 {
    let mut score = Rank::default();
    features(&mut score);
    score.sum
}

/// The bound that scores highest, and by how much.
fn choose(bounds: &[usize], mut features: impl FnMut(usize, &mut Rank)) -> Option<(usize, f32)> {
    Best::among(bounds.iter().map(|&b| (b, added(|sink| features(b, sink)))))
}

/// The best of several choices, the first of equals, and the score of the second.
#[derive(Clone, Copy, Debug)]
struct Best<T> {
    choice: T,
    sum: i32,
    second: i32,
}

impl<T> Best<T> {
    const fn of(choice: T, sum: i32) -> Self {
        Self { choice, sum, second: i32::MIN }
    }

    fn see(&mut self, choice: T, sum: i32) {
        if sum > self.sum {
            *self = Self { choice, sum, second: self.sum };
        } else {
            self.second = self.second.max(sum);
        }
    }

    /// By how much the best is better than the second, in hundredths of a log odds.
    fn gap(&self) -> f32 {
        self.sum as f32 - self.second as f32
    }

    fn among(mut sums: impl Iterator<Item = (T, i32)>) -> Option<(T, f32)> {
        let (choice, sum) = sums.next()?;
        let mut best = Self::of(choice, sum);
        sums.for_each(|(choice, sum)| best.see(choice, sum));
        let gap = best.gap();
        Some((best.choice, gap))
    }
}
