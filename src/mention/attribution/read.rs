//! The readings of a cue: which phrase is its source, where its content starts and where it ends.
//!
//! Where two choices are close, both are read: what a reading makes as a whole decides.

use super::{
    Found,
    accept::Sureness,
    leftover,
    model::Rank,
    scene::{Candidate, Scene, Side},
    view::Phrase,
};

/// How much better than the second the best choice may be for the second to be looked at, in hundredths of a log odds.
const CLOSE: f32 = 100.0;
/// How sure a choice is that had no other.
const FAR: f32 = 1000.0;

/// What was weighed for the cues of one unit: a cue is read on several sides and with several sources, and almost all
/// that speaks for a choice is the same each time.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// By cue: what may be its source, with its rank.
    sources: Weighed<usize, Option<Phrase>>,
    /// By cue: where the content may start.
    starts: Weighed<usize, usize>,
    /// By cue and start: where the content may end.
    ends: Weighed<(usize, usize), usize>,
    bounds: Vec<usize>,
}

/// Choices with what speaks for each, by what they are choices for.
#[derive(Debug)]
struct Weighed<K, T> {
    known: Vec<(K, (usize, usize))>,
    sums: Vec<(T, i32)>,
}

impl<K, T> Default for Weighed<K, T> {
    fn default() -> Self {
        Self { known: Vec::new(), sums: Vec::new() }
    }
}

impl<K: Copy + PartialEq, T> Weighed<K, T> {
    fn clear(&mut self) {
        self.known.clear();
        self.sums.clear();
    }

    /// The choices for `key`, which `weigh` adds where they are not known yet.
    fn of(&mut self, key: K, weigh: impl FnOnce(&mut Vec<(T, i32)>)) -> &[(T, i32)] {
        let known = self.known.iter().find(|(k, _)| *k == key).map(|(_, run)| *run);
        let (start, end) = known.unwrap_or_else(|| {
            let start = self.sums.len();
            weigh(&mut self.sums);
            self.known.push((key, (start, self.sums.len())));
            (start, self.sums.len())
        });
        self.sums.get(start..end).unwrap_or_default()
    }
}

impl Room {
    /// Forgets the unit before.
    pub(super) fn clear(&mut self) {
        self.sources.clear();
        self.starts.clear();
        self.ends.clear();
    }

    fn sources(&mut self, scene: &Scene<'_>, c: &Candidate, side: Side) -> Option<Two<Option<Phrase>>> {
        let known = self.sources.of(c.at, |sums| {
            let weigh = |choice| added(|sink| scene.own_source_features(c, choice, sink));
            sums.push((None, weigh(None)));
            scene.sources(c, |choice| sums.push((Some(choice.phrase), weigh(Some(choice)))));
        });
        Two::of(
            known
                .iter()
                .map(|&(p, sum)| (p, sum + added(|sink| scene.source_side_features(c, side, p, sink)))),
        )
    }

    fn starts(&mut self, scene: &Scene<'_>, c: &Candidate, source: Option<Phrase>) -> Option<Two<usize>> {
        let bounds = &mut self.bounds;
        let known = self.starts.of(c.at, |sums| {
            scene.starts(c, bounds);
            let mut near = 0;
            let mut weigh = |b: usize| added(|sink| scene.own_start_features(c, b, &mut near, sink));
            sums.extend(bounds.iter().map(|&b| (b, weigh(b))));
        });
        Two::of(
            known
                .iter()
                .map(|&(b, sum)| (b, sum + added(|sink| scene.start_source_features(c, source, b, sink)))),
        )
    }

    fn ends(&mut self, scene: &Scene<'_>, c: &Candidate, side: Side, start: usize) -> Option<Two<usize>> {
        let bounds = &mut self.bounds;
        let known = self.ends.of((c.at, start), |sums| {
            scene.ends(start, bounds);
            let begun = scene.begun(c, start);
            let weigh = |b: usize| added(|sink| scene.own_end_features(c, &begun, b, sink));
            sums.extend(bounds.iter().map(|&b| (b, weigh(b))));
        });
        Two::of(known.iter().map(|&(b, sum)| (b, sum + added(|sink| scene.end_side_features(side, b, sink)))))
    }
}

/// The sum of the weights of some features.
fn added(features: impl FnOnce(&mut Rank)) -> i32 {
    let mut score = Rank::default();
    features(&mut score);
    score.sum
}

/// A content with how sure its start and its end are.
#[derive(Debug)]
struct Content {
    pieces: Vec<(usize, usize)>,
    start: f32,
    end: f32,
}

/// Hands the readings of `c` with its content on `side` to `out`, the best first.
///
/// A content stays empty where it must stand in the next unit: `Weld added:` at the end of a paragraph.
pub(super) fn read(
    scene: &Scene<'_>,
    n: usize,
    c: &Candidate,
    side: Side,
    room: &mut Room,
    mut out: impl FnMut(Found, Sureness),
) {
    let Some(sources) = room.sources(scene, c, side) else { return };
    let other = sources.close().is_some();
    let mut give = |source: Option<Phrase>, gap: f32, content: Content| {
        let Content { pieces: content, start, end } = content;
        let told = scene.told(c).filter(|t| content.iter().all(|x| x.1 <= t.0 || t.1 <= x.0));
        let source = source.map(|p| scene.extent(c, p));
        // Nobody is named within his own words.
        let second = gap < 0.0 || start < 0.0 || end < 0.0;
        if (second || other) && source.is_some_and(|s| content.iter().any(|x| x.0 < s.1 && s.0 < x.1)) {
            return;
        }
        let found = Found { unit: n, source, cue: (c.at, c.at + 1), content, told, sure: 0.0 };
        out(found, Sureness { cue: 0.0, source: gap, start, end });
    };
    let (best, gap) = (sources.best, sources.gap);
    contents(scene, c, side, best, room, true, |content| give(best, gap, content));
    if let Some(next) = sources.close() {
        contents(scene, c, side, next, room, false, |content| give(next, -gap, content));
    }
}

/// Hands the contents of `c` to `out`, the best first; the best alone unless `all` are asked for.
fn contents(
    scene: &Scene<'_>,
    c: &Candidate,
    side: Side,
    source: Option<Phrase>,
    room: &mut Room,
    all: bool,
    mut out: impl FnMut(Content),
) {
    let mut left = None;
    if side != Side::Right {
        let end = scene.left_end(c, source);
        scene.left_starts(end, &mut room.bounds);
        let weigh = |b: usize| added(|sink| scene.left_features(c, side, b, end, sink));
        let starts = Two::of(room.bounds.iter().map(|&b| (b, weigh(b))));
        left = starts.as_ref().and_then(|s| scene.trim(s.best, end));
        if side == Side::Left {
            let start = starts.as_ref().map_or(FAR, |s| s.gap);
            out(Content { pieces: left.into_iter().collect(), start, end: FAR });
            if let Some(next) = starts.and_then(|s| s.close()).filter(|_| all) {
                let piece = scene.trim(next, end);
                out(Content { pieces: piece.into_iter().collect(), start: -start, end: FAR });
            }
            return;
        }
    }
    let Some(starts) = room.starts(scene, c, source) else {
        out(Content { pieces: left.into_iter().collect(), start: FAR, end: FAR });
        return;
    };
    let mut ends = |start: usize| room.ends(scene, c, side, start);
    let mut give = |start: usize, end: Option<usize>, sure: (f32, f32)| {
        let mut pieces = Vec::with_capacity(2);
        pieces.extend(left);
        let start = end.map_or(start, |end| leftover::resumed(scene, &pieces, start, end));
        pieces.extend(end.and_then(|end| scene.trim(start, end)));
        out(Content { pieces, start: sure.0, end: sure.1 });
    };
    let best = ends(starts.best);
    let gap = best.as_ref().map_or(FAR, |e| e.gap);
    give(starts.best, best.as_ref().map(|e| e.best), (starts.gap, gap));
    if !all {
        return;
    }
    if let Some(end) = best.and_then(|e| e.close()) {
        give(starts.best, Some(end), (starts.gap, -gap));
    }
    if let Some(start) = starts.close() {
        let best = ends(start);
        let gap = best.as_ref().map_or(FAR, |e| e.gap);
        give(start, best.map(|e| e.best), (-starts.gap, gap));
    }
}

/// What scores highest and second, and by how much they differ, in hundredths of a log odds.
#[derive(Clone, Copy, Debug)]
struct Two<T> {
    best: T,
    next: Option<T>,
    gap: f32,
}

impl<T: Copy> Two<T> {
    fn of(all: impl Iterator<Item = (T, i32)>) -> Option<Self> {
        let mut all = all.map(|(one, sum)| (sum, one));
        let (mut best, mut next) = (all.next()?, None);
        for one in all {
            if one.0 > best.0 {
                next = Some(best);
                best = one;
            } else if next.is_none_or(|n: (i32, T)| one.0 > n.0) {
                next = Some(one);
            }
        }
        let gap = next.map_or(FAR, |next| (best.0 - next.0) as f32);
        Some(Self { best: best.1, next: next.map(|n| n.1), gap })
    }

    /// The second, where it is nearly as good as the best.
    fn close(self) -> Option<T> {
        self.next.filter(|_| self.gap < CLOSE)
    }
}
