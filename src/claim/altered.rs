//! Quotations of one remark that do not have the same words.

use std::collections::BTreeMap;

use super::{
    MOST_COMPARED,
    fidelity::{Fidelity, Wording, compare},
    origin::name_key,
};
use crate::{
    hash::Map,
    mention::{Kind, Mention},
};

/// The pairs of direct quotations of one named speaker, by different outlets, of which one has other words than the other:
/// one pair for every two outlets, the first in the order of the mentions.
pub(super) fn altered<'x>(mentions: &[Mention<'x>]) -> Vec<(Mention<'x>, Mention<'x>)> {
    let direct = |m: &&Mention<'x>| m.kind() == Kind::DirectQuote && m.is_named();
    let quoted = mentions.iter().filter(direct).take(MOST_COMPARED);
    let mut speakers: Map<String, BTreeMap<&str, Vec<Quoted<'_, 'x>>>> = Map::default();
    for mention in quoted {
        let speaker = speakers.entry(name_key(mention.speaker().unwrap_or_default())).or_default();
        let of_outlet = speaker.entry(mention.report().outlet()).or_default();
        of_outlet.push((mention, Wording::of(mention.text())));
    }
    let mut pairs = Vec::new();
    for outlets in speakers.values() {
        let outlets: Vec<_> = outlets.values().collect();
        for (i, some) in outlets.iter().enumerate() {
            pairs.extend(outlets.iter().skip(i + 1).filter_map(|others| altered_pair(some, others)));
        }
    }
    pairs.sort_by_cached_key(|(a, b)| [a, b].map(|m: &Mention<'x>| (m.report().id().to_owned(), m.span())));
    pairs
}

/// The first quotation of one outlet that another gives in other words and not in the same as well: what has its like there is
/// another remark.
fn altered_pair<'x>(
    some: &[Quoted<'_, 'x>],
    others: &[Quoted<'_, 'x>],
) -> Option<(Mention<'x>, Mention<'x>)> {
    let has_like = |w: &Wording, list: &[Quoted<'_, 'x>]| {
        list.iter().any(|(_, other)| compare(w, other) < Fidelity::Altered)
    };
    let lonely = |list: &[Quoted<'_, 'x>], of: &[Quoted<'_, 'x>]| -> Vec<usize> {
        (0..list.len()).filter(|&i| !has_like(&list[i].1, of)).collect()
    };
    let (left, right) = (lonely(some, others), lonely(others, some));
    left.iter().flat_map(|&i| right.iter().map(move |&j| (&some[i], &others[j]))).find_map(
        |((a, x), (b, y))| {
            let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
            let near = short as f64 >= ALIKE_LENGTH * long as f64;
            (near && compare(x, y) == Fidelity::Altered).then(|| ((*a).clone(), (*b).clone()))
        },
    )
}

/// A mention with its words.
type Quoted<'m, 'x> = (&'m Mention<'x>, Wording);

/// How long the shorter of two quotations of one remark has to be beside the other to be called altered: what is much shorter may be
/// another remark on the same matter. Set by hand.
const ALIKE_LENGTH: f64 = 0.6;
