//! The reading of a cue: which phrase is its source, where its content starts and where it ends.

use super::{
    Found,
    accept::Sureness,
    leftover,
    model::Rank,
    scene::{Candidate, Scene, Side},
    sources::Choice,
    view::Phrase,
};

/// How sure a choice is that had no other.
const FAR: f32 = 1000.0;

/// How much worse than the best a choice may look at first to be weighed in full, in hundredths of a log odds. Of choices
/// that would have been right, 1 to 2 of a thousand are lost so on articles that the weights were not learnt from.
const SOURCE: i32 = 250;
const START: i32 = 200;
const END: i32 = 300;

/// Room for choices, used again and again.
#[derive(Debug)]
pub(super) struct Room {
    sources: Vec<(Option<Choice>, i32)>,
    sums: Vec<(usize, i32)>,
}

impl Room {
    pub(super) fn new() -> Self {
        Self { sources: Vec::with_capacity(16), sums: Vec::with_capacity(32) }
    }

    fn source(&mut self, scene: &Scene<'_>, c: &Candidate, side: Side) -> Option<Best<Option<Phrase>>> {
        let hint = |choice| (choice, added(|sink| scene.source_hints(c, side, choice, sink)));
        let sums = &mut self.sources;
        sums.clear();
        sums.push(hint(None));
        scene.sources(c, |choice| sums.push(hint(Some(choice))));
        let best = Best::among(sums, SOURCE, |choice| added(|sink| scene.source_features(c, choice, sink)))?;
        Some(Best { one: best.one.map(|choice| choice.phrase), gap: best.gap })
    }

    fn start(&mut self, scene: &Scene<'_>, c: &Candidate, source: Option<Phrase>) -> Option<Best<usize>> {
        let sums = &mut self.sums;
        sums.clear();
        scene.starts(c, |b| sums.push((b, added(|sink| scene.start_hints(c, source, b, sink)))));
        Best::among(&self.sums, START, |b| added(|sink| scene.start_features(c, b, sink)))
    }

    fn end(&mut self, scene: &Scene<'_>, c: &Candidate, start: usize) -> Option<Best<usize>> {
        let sums = &mut self.sums;
        sums.clear();
        scene.ends(start, |b| sums.push((b, added(|sink| scene.end_hints(start, b, sink)))));
        let begun = scene.begun(c, start);
        Best::among(&self.sums, END, |b| added(|sink| scene.end_features(c, &begun, b, sink)))
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

/// The reading of `c` with its content on `side`.
///
/// A content stays empty where it must stand in the next unit: `Weld added:` at the end of a paragraph.
pub(super) fn read(
    scene: &Scene<'_>,
    n: usize,
    c: &Candidate,
    side: Side,
    room: &mut Room,
) -> Option<(Found, Sureness)> {
    let Best { one: source, gap } = room.source(scene, c, side)?;
    let Content { pieces: content, start, end } = content(scene, c, side, source, room);
    let told = scene.told(c).filter(|t| content.iter().all(|x| x.1 <= t.0 || t.1 <= x.0));
    let source = source.map(|p| scene.extent(c, p));
    let found = Found { unit: n, source, cue: (c.at, c.at + 1), content, told, sure: 0.0 };
    Some((found, Sureness { cue: 0.0, source: gap, start, end }))
}

/// The content of `c`, which has `source`.
fn content(scene: &Scene<'_>, c: &Candidate, side: Side, source: Option<Phrase>, room: &mut Room) -> Content {
    let mut pieces = Vec::with_capacity(2);
    if side != Side::Right {
        let end = scene.left_end(c, source);
        let sums = &mut room.sums;
        sums.clear();
        scene.left_starts(end, |b| {
            sums.push((b, added(|sink| scene.left_features(c, side, b, end, sink))));
        });
        let start = Best::of(sums.iter().copied());
        pieces.extend(start.and_then(|s| scene.trim(s.one, end)));
        if side == Side::Left {
            return Content { pieces, start: start.map_or(FAR, |s| s.gap), end: FAR };
        }
    }
    let Some(start) = room.start(scene, c, source) else {
        return Content { pieces, start: FAR, end: FAR };
    };
    let end = room.end(scene, c, start.one);
    if let Some(end) = end {
        let from = leftover::resumed(scene, &pieces, start.one, end.one);
        pieces.extend(scene.trim(from, end.one));
    }
    Content { pieces, start: start.gap, end: end.map_or(FAR, |e| e.gap) }
}

/// What scores highest, and by how much it is better than the second, in hundredths of a log odds.
#[derive(Clone, Copy, Debug)]
struct Best<T> {
    one: T,
    gap: f32,
}

impl<T: Copy> Best<T> {
    /// The best of `hints` with what `more` adds to those that are at most `reach` worse than the best at first sight.
    fn among(hints: &[(T, i32)], reach: i32, mut more: impl FnMut(T) -> i32) -> Option<Self> {
        let first = Self::of(hints.iter().copied())?;
        if first.gap > reach as f32 {
            return Some(first);
        }
        let least = hints.iter().map(|h| h.1).max().unwrap_or_default() - reach;
        Self::of(hints.iter().filter(|h| h.1 >= least).map(|&(one, sum)| (one, sum + more(one))))
    }

    /// The best of what has these sums, the first of equals.
    fn of(mut all: impl Iterator<Item = (T, i32)>) -> Option<Self> {
        let mut best = all.next()?;
        let mut next = None;
        for one in all {
            if one.1 > best.1 {
                next = Some(best.1);
                best = one;
            } else if next.is_none_or(|sum| one.1 > sum) {
                next = Some(one.1);
            }
        }
        Some(Self { one: best.0, gap: next.map_or(FAR, |sum| (best.1 - sum) as f32) })
    }
}

#[cfg(test)]
mod tests {
    use super::{Best, FAR};

    #[test]
    fn only_what_is_near_the_best_at_first_is_weighed_in_full() {
        let hints = [('a', 10), ('b', 300), ('c', 200), ('d', 210)];
        let more = |one: char| {
            assert_ne!(one, 'a');
            if one == 'd' { 150 } else { 0 }
        };
        let best = Best::among(&hints, 120, more);
        assert_eq!(best.map(|b| (b.one, b.gap)), Some(('d', 60.0)));
        let sure = Best::among(&hints, 80, |_| -> i32 { unreachable!("the best stands alone") });
        assert_eq!(sure.map(|b| (b.one, b.gap)), Some(('b', 90.0)));
        assert_eq!(Best::among(&hints[..1], 80, |_| 0).map(|b| b.gap), Some(FAR));
    }
}
