//! Second-hand words: the outlet through which they reached this one.

use std::sync::LazyLock;

use super::{
    Found,
    cast::{Cast, lookup},
    cues::{Word, Words},
    view::{Tag, View},
};
use crate::{
    hash::Map,
    lexicon::{Class, OUTLETS, rows},
    token::Token,
};

/// What a word says of an outlet; a word can say several things.
#[derive(Clone, Copy, Debug, Default)]
struct Sign {
    name: bool,
    noun: bool,
    through: bool,
}

static SIGNS: LazyLock<Map<&'static str, Sign>> = LazyLock::new(|| {
    let mut signs: Map<&'static str, Sign> = Map::default();
    for row in rows(OUTLETS) {
        let sign = signs.entry(row[0]).or_default();
        match row.get(1) {
            Some(&"name") => sign.name = true,
            Some(&"noun") => sign.noun = true,
            _ => sign.through = true,
        }
    }
    signs
});

/// The words that stand for an outlet, and those that stand before the outlet somebody's words came through.
pub(super) fn flags() -> impl Iterator<Item = (&'static str, Word)> {
    let noun = SIGNS.iter().filter(|(_, sign)| sign.noun).map(|(&word, _)| (word, Word::OUTLET));
    let through = SIGNS.iter().filter(|(_, sign)| sign.through).map(|(&word, _)| (word, Word::THROUGH));
    noun.chain(through)
}

/// How many tokens from its cue an outlet may stand.
const REACH: usize = 32;

/// The outlet that the words of `found` come through: whom the source told, the source itself where that is an outlet, or
/// the outlet that interviewed, saw or is cited.
pub(super) fn via(view: &View, tokens: &[Token], found: &Found, cast: &Cast<'_>) -> Option<(usize, usize)> {
    // “told MPs”, “told the Prime Minister”, “told Tuesday's meeting”: people and days are no outlets.
    let person = |(start, end): (usize, usize)| {
        let class = view.nodes.get(end - 1).map(|n| n.class).unwrap_or_default();
        let article = view.nodes.get(start).is_some_and(|n| n.tag == Tag::Det);
        // “The Guardian” is a paper, “MPs” are none.
        class.any(Class::ROLE.or(Class::MONTH).or(Class::WEEKDAY)) || class.any(Class::PERSON) && !article
    };
    let outlet = |&t: &(usize, usize)| (!person(t) && cast.is_outlet(view, t)) || is_named(view, cast, t);
    let told = found.told.filter(outlet);
    told.or_else(|| source(view, tokens, found, cast)).or_else(|| near(view, found, cast))
}

/// `The Derrow Gazette` in `the Derrow Gazette reported`, `state television`.
fn source(view: &View, tokens: &[Token], found: &Found, cast: &Cast<'_>) -> Option<(usize, usize)> {
    let (start, end) = found.source?;
    let name = outlet(view, start, cast).filter(|&(_, e)| e <= end);
    let head =
        (start..end).take_while(|&i| !view.nodes[i].tag.mark() && view.nodes[i].tag != Tag::Prep).last()?;
    let noun = matches!(view.nodes[head].tag, Tag::Noun | Tag::Plural)
        && tokens.get(head).is_some_and(|t| Words::new().of(t).is(Word::OUTLET));
    name.or_else(|| noun.then_some((start, head + 1)))
}

/// `in an interview with the Gazette`, `first reported by the Gazette`, `citing the Gazette`.
fn near(view: &View, found: &Found, cast: &Cast<'_>) -> Option<(usize, usize)> {
    let unit = *view.units.get(view.units.partition_point(|u| u.end <= found.cue.0))?;
    let from = unit.start.max(found.cue.0.saturating_sub(REACH));
    let to = unit.end.min(found.cue.1 + REACH);
    let ahead = &view.through[view.through.partition_point(|&i| i < from)..];
    let free = |&i: &usize| view.nodes.get(i).is_some_and(|n| n.quote == 0);
    ahead.iter().copied().take_while(|&i| i < to).filter(free).find_map(|i| {
        let governed = view.nodes.get(i + 1)?.tag == Tag::Prep;
        let inside = found.content.iter().any(|&(s, e)| s <= i && i < e);
        // Within a content only “reported by the Gazette”: that is of the outlet that writes.
        if inside && (!governed || matches!(view.nodes[i].tag, Tag::Noun | Tag::Plural)) || found.cue.0 == i {
            return None;
        }
        outlet(view, i + 1 + usize::from(governed), cast).filter(|&(_, e)| e <= unit.end)
    })
}

/// The name of an outlet that starts at node `start`, with its article.
fn outlet(view: &View, start: usize, cast: &Cast<'_>) -> Option<(usize, usize)> {
    let tag = |i: usize| view.nodes.get(i).map_or(Tag::Edge, |n| n.tag);
    let first = start + usize::from(tag(start) == Tag::Det);
    let end = (first..first + 8).find(|&i| tag(i) != Tag::Name)?;
    (end > first && is_named(view, cast, (first, end))).then_some((start, end))
}

/// Whether the name at nodes `start..end` is made like an outlet's.
fn is_named(view: &View, cast: &Cast<'_>, (start, end): (usize, usize)) -> bool {
    let sign = |i: usize| {
        let node = view.nodes.get(i).filter(|n| n.tag == Tag::Name);
        node.and_then(|n| lookup(n.span.of(cast.text()), |lower| SIGNS.get(lower).map(|s| s.name)))
    };
    let article = view.nodes.get(start).is_some_and(|n| n.tag == Tag::Det);
    let last = sign(end.saturating_sub(1)).unwrap_or(false);
    last || end - start > 1 && sign(start + usize::from(article)).unwrap_or(false)
}
