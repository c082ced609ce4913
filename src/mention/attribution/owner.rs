//! Which quotations within somebody's content are his words, and which are titles, nicknames or words at arm's length.

use super::{
    super::quotation::Quotation,
    Attribution, Found,
    model::{Sink, Trust},
    scene::bucket,
    view::{Node, TAGS, Tag, View},
};
use crate::lexicon::Class;

/// The score below which a quotation is nobody's, in hundredths of a log odds. Chosen on development articles.
const BAR: f32 = 0.0;

/// For each quotation the attribution whose content it is part of; `found` are the readings of `attributions`.
pub(super) fn owners(
    view: &View,
    found: &[Found],
    attributions: &[Attribution],
    quotations: &[Quotation],
) -> Vec<Option<usize>> {
    let mut pieces: Vec<_> =
        attributions.iter().enumerate().flat_map(|(i, a)| a.content.iter().map(move |&c| (c, i))).collect();
    pieces.sort_unstable();
    let mut out = Vec::with_capacity(quotations.len());
    for (n, q) in quotations.iter().enumerate() {
        let at = pieces.partition_point(|(piece, _)| piece.end <= q.inner().start);
        let piece = pieces.get(at).filter(|(piece, _)| piece.overlaps(q.inner()));
        out.push(
            piece.map(|&(_, i)| i).filter(|&i| {
                q.depth() > 0 || found.get(i).is_none_or(|f| is_said(view, nodes(view, n, q), f))
            }),
        );
    }
    out
}

/// The tokens of quotation number `n`, its marks included.
pub(super) fn nodes(view: &View, n: usize, q: &Quotation) -> (usize, usize) {
    let start = view.nodes.partition_point(|node| node.span.start < q.span().start);
    let own = view.nodes.get(start..).unwrap_or_default();
    (start, start + own.iter().take_while(|node| node.quote as usize == n + 1).count())
}

fn is_said(view: &View, (start, end): (usize, usize), found: &Found) -> bool {
    let mut score = Trust::default();
    features(view, (start, end), found, &mut score);
    score.sum() >= BAR && !names_work(view, (start, end))
}

/// Whether `piece` is the title of what the words before it speak of: `in her book, “Weirs of Derrow”`, `on DBC’s “Derrow
/// Today”`.
pub(super) fn names_work(view: &View, piece: (usize, usize)) -> bool {
    let Some(before) = view.nodes.get(..piece.0) else { return false };
    let comma = before.last().is_some_and(|n| n.tag == Tag::Comma);
    let before = before.get(..before.len() - usize::from(comma)).unwrap_or_default();
    let work = |n: &Node| n.tag == Tag::Noun && n.class.any(Class::WORK);
    let named = match before {
        [.., noun] if work(noun) => true,
        [.., owner, mark] if mark.tag == Tag::Poss => owner.class.any(Class::UPPER),
        [.., noun, mark] if mark.tag == Tag::Prep => work(noun),
        _ => false,
    };
    named && is_capital(view, piece)
}

/// Whether the long words of `piece` start with a capital, as those of a title do.
pub(super) fn is_capital(view: &View, piece: (usize, usize)) -> bool {
    let words = view.nodes.get(piece.0..piece.1).unwrap_or_default();
    let mut long = words.iter().filter(|n| !n.tag.mark() && n.span.len() > 3);
    long.all(|n| n.class.any(Class::CAPITAL))
}

pub(super) fn features(view: &View, (start, end): (usize, usize), found: &Found, sink: &mut impl Sink) {
    let tag = |i: usize| view.nodes.get(i).map_or(Tag::Edge, |n| n.tag);
    let lex = |i: usize| view.nodes.get(i).map(|n| n.lex).unwrap_or_default();
    let inner = view.nodes.get(start..end).unwrap_or_default();
    let words = || inner.iter().filter(|n| !n.tag.mark());
    let count = words().take(40).count();
    let few = count.min(5);
    sink.one(82, bucket(count));
    let (before, after) = (if start > 0 { tag(start - 1) } else { Tag::Edge }, tag(end));
    sink.two(83, before as usize, few);
    sink.two(84, after as usize, few);
    sink.two(85, before as usize * TAGS + after as usize, few.min(3));
    let capital = |n: &Node| n.class.any(Class::CAPITAL);
    let capitals = match (words().next().is_some_and(capital), is_capital(view, (start, end))) {
        (true, true) => 3,
        (true, false) => 2,
        (false, true) => 1,
        (false, false) => 0,
    };
    sink.two(86, capitals, few);
    let last = inner.iter().rev().find(|n| n.tag != Tag::QuoteClose).map_or(Tag::Edge, |n| n.tag);
    let ends = if last.mark() { last as usize } else { 0 };
    sink.two(87, ends, few);
    let finite = |n: &Node| n.tag.finite();
    sink.two(88, usize::from(inner.iter().take(40).any(finite)), few);
    sink.two(89, words().next().map_or(Tag::Edge, |n| n.tag) as usize, few);
    let piece = found.content.iter().find(|p| p.0 < end && start < p.1).copied().unwrap_or_default();
    let whole = usize::from(start <= piece.0) + 2 * usize::from(piece.1 <= end);
    sink.two(90, whole, few);
    let cue = found.cue.0;
    let (distance, side) = if cue < start { (start - cue, 0) } else { (cue.saturating_sub(end), 1) };
    sink.two(92, bucket(distance) * 2 + side, few);
    sink.two(93, usize::from(found.source.is_none()) + 2 * usize::from(found.cue.0 == found.cue.1), few);
    let content = view.nodes.get(piece.0..piece.1).unwrap_or_default();
    let outside = content.iter().take(40).any(|n| n.quote == 0 && finite(n));
    sink.two(94, usize::from(outside) + 2 * whole, few);
    sink.one(95, (found.sure / 50.0 + 6.0).clamp(0.0, 24.0) as usize);
    sink.value(96, few, (found.sure / 100.0).clamp(-3.0, 5.0));
    sink.two(97, capitals * 4 + whole, few);
    sink.word(53, lex(start.wrapping_sub(1)), few.min(3));
    sink.word(54, lex(start.wrapping_sub(2)), 0);
    sink.word(55, lex(cue), few.min(3));
    sink.word(56, lex(end), few.min(3));
}
