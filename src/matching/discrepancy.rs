//! Guards: the differences that make two mentions of one matter two claims, whatever they share.

use super::{
    alignment::Alignment,
    comparison::Discrepancy,
    features::{Features, Word},
    knowledge::{Exchange, Key, Knowledge},
    signals::{Signals, Workspace},
};
use crate::mention::modality::Modality;

/// What differs between two mentions whose words are laid beside each other.
pub(crate) fn discrepancies(
    a: &Features<'_>,
    b: &Features<'_>,
    work: &Workspace,
    s: &Signals,
    knowledge: &Knowledge,
) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    if a.sequence == b.sequence {
        // The same words differ only by the days they are said on.
        if s.dates < 0.0 {
            found.push(Discrepancy::Date);
        }
        return found;
    }
    let slot = Slot::of(a, b, &work.alignment);
    let exchanged = exchanged(work.order.exchanged(a, b), knowledge);
    if s.quantities_differ > 0.0 || slot.only(Word::NUMBER) {
        found.push(Discrepancy::Number);
    }
    if s.dates < 0.0 || slot.only(Word::CALENDAR) || s.calendar < 0.0 && s.coverage > 0.7 {
        found.push(Discrepancy::Date);
    }
    if s.polarity > 0.0 || s.opposites > 0.0 || exchanged.opposites {
        found.push(Discrepancy::Polarity);
    }
    let meant = match (a.modality, b.modality) {
        (Some(x), Some(y)) => differ_in_side(x, y).unwrap_or(s.modality > 0.0),
        _ => s.modality > 0.0,
    };
    if meant || exchanged.modals {
        found.push(Discrepancy::Modality);
    }
    if slot.only(Word::NAME) || exchanged.entities {
        found.push(Discrepancy::Entity);
    }
    if (s.swapped > 0.0 && s.coverage > 0.95 || s.crossed > 0.0 && s.coverage > 0.8) && a.passive == b.passive
    {
        found.push(Discrepancy::Role);
    }
    found
}

/// Whether one of two claims is put as done and the other as something that may be, is asked, demanded or denied; `None`
/// where that cannot be told: what is alleged or planned reads alike in one report and differs in another.
fn differ_in_side(a: Modality, b: Modality) -> Option<bool> {
    let side = |modality| match modality {
        Modality::Asserted => Some(0),
        Modality::Possible | Modality::Probable | Modality::Conditional | Modality::Questioned => Some(1),
        Modality::Demanded => Some(2),
        Modality::Denied => Some(3),
        _ => None,
    };
    Some(side(a)? != side(b)?)
}

/// What stands in one mention in the place of what stands in the other, between the same words.
#[derive(Debug, Default)]
struct Exchanged {
    /// `after` for `before`, `with` for `without`.
    opposites: bool,
    /// `may` for `will`.
    modals: bool,
    /// `man` for `woman`.
    entities: bool,
}

/// Weighs single words exchanged between neighbours that both mentions have.
fn exchanged(words: impl Iterator<Item = (Key, Key)>, knowledge: &Knowledge) -> Exchanged {
    let mut out = Exchanged::default();
    for (x, y) in words {
        match knowledge.exchange(x, y) {
            Some(Exchange::Opposite) => out.opposites = true,
            Some(Exchange::Modal) => out.modals = true,
            Some(Exchange::Person) => out.entities = true,
            None => out.opposites |= knowledge.opposite(x, y),
        }
    }
    out
}

/// The words that stand alone on both sides: where all else is shared, they fill the same slot.
struct Slot {
    a: u32,
    b: u32,
    few: bool,
}

impl Slot {
    fn of(a: &Features<'_>, b: &Features<'_>, al: &Alignment) -> Self {
        let sorts = |f: &Features<'_>, alone: &[u16]| {
            alone.iter().map(|&i| f.words[usize::from(i)].sort).fold(u32::MAX, |all, s| all & s)
        };
        let shared = al.links.len();
        let few = |alone: &[u16]| !alone.is_empty() && alone.len() * 2 <= shared;
        Self { a: sorts(a, &al.alone_a), b: sorts(b, &al.alone_b), few: few(&al.alone_a) && few(&al.alone_b) }
    }

    /// Whether all words alone, on both sides, are of this sort.
    fn only(&self, sort: u32) -> bool {
        self.few && self.a & self.b & sort != 0
    }
}
