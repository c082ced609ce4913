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

/// Room for what is chosen from.
#[derive(Debug, Default)]
pub(super) struct Room {
    sources: Vec<Phrase>,
    bounds: Vec<usize>,
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
    scene.sources(c, &mut room.sources);
    let ranked = room.sources.iter().enumerate().map(|(rank, &p)| Some((rank, p)));
    let Some(sources) = Two::of(core::iter::once(None).chain(ranked), |p, sink| {
        scene.source_features(c, side, p, sink);
    }) else {
        return;
    };
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
    let phrase = |source: Option<(usize, Phrase)>| source.map(|(_, p)| p);
    let (best, gap) = (phrase(sources.best), sources.gap);
    contents(scene, c, side, best, &mut room.bounds, true, |content| give(best, gap, content));
    if let Some(next) = sources.close() {
        let next = phrase(next);
        contents(scene, c, side, next, &mut room.bounds, false, |content| give(next, -gap, content));
    }
}

/// Hands the contents of `c` to `out`, the best first; the best alone unless `all` are asked for.
fn contents(
    scene: &Scene<'_>,
    c: &Candidate,
    side: Side,
    source: Option<Phrase>,
    bounds: &mut Vec<usize>,
    all: bool,
    mut out: impl FnMut(Content),
) {
    let mut left = None;
    if side != Side::Right {
        let end = scene.left_end(c, source);
        scene.left_starts(end, bounds);
        let starts = Two::of(bounds.iter().copied(), |b, sink| scene.left_features(c, side, b, end, sink));
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
    scene.starts(c, bounds);
    let Some(starts) = Two::of(bounds.iter().copied(), |b, sink| scene.start_features(c, source, b, sink))
    else {
        out(Content { pieces: left.into_iter().collect(), start: FAR, end: FAR });
        return;
    };
    let mut ends = |start: usize| {
        scene.ends(start, bounds);
        Two::of(bounds.iter().copied(), |b, sink| scene.end_features(c, side, start, b, sink))
    };
    let mut give = |start: usize, end: Option<usize>, sure: (f32, f32)| {
        let mut pieces: Vec<(usize, usize)> = left.into_iter().collect();
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
    fn of(all: impl Iterator<Item = T>, mut features: impl FnMut(T, &mut Rank)) -> Option<Self> {
        let mut best: Option<(i32, T)> = None;
        let mut next: Option<(i32, T)> = None;
        for one in all {
            let mut score = Rank::default();
            features(one, &mut score);
            if best.is_none_or(|b| score.sum > b.0) {
                next = best;
                best = Some((score.sum, one));
            } else if next.is_none_or(|n| score.sum > n.0) {
                next = Some((score.sum, one));
            }
        }
        let best = best?;
        let gap = next.map_or(FAR, |next| (best.0 - next.0) as f32);
        Some(Self { best: best.1, next: next.map(|n| n.1), gap })
    }

    /// The second, where it is nearly as good as the best.
    fn close(self) -> Option<T> {
        self.next.filter(|_| self.gap < CLOSE)
    }
}
