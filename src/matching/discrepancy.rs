//! Guards: the differences that make two mentions of one matter two claims, whatever they share.

use super::{
    alignment::Alignment,
    comparison::Discrepancy,
    features::{Features, Word},
    signals::Signals,
};

/// What differs between two mentions whose words are laid beside each other.
pub(crate) fn discrepancies(a: &Features, b: &Features, al: &Alignment, s: &Signals) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    let slot = Slot::of(a, b, al);
    if s.quantities_differ > 0.0 || slot.only(Word::NUMBER) {
        found.push(Discrepancy::Number);
    }
    if s.dates < 0.0 || slot.only(Word::CALENDAR) || s.calendar < 0.0 && s.coverage > 0.7 {
        found.push(Discrepancy::Date);
    }
    if s.polarity > 0.0 || s.opposites > 0.0 {
        found.push(Discrepancy::Polarity);
    }
    if s.modality > 0.0 {
        found.push(Discrepancy::Modality);
    }
    if slot.only(Word::NAME) {
        found.push(Discrepancy::Entity);
    }
    if (s.swapped > 0.0 && s.coverage > 0.95 || s.crossed > 0.0 && s.coverage > 0.8) && a.passive == b.passive
    {
        found.push(Discrepancy::Role);
    }
    found
}

/// The words that stand alone on both sides: where all else is shared, they fill the same slot.
struct Slot {
    a: u32,
    b: u32,
    few: bool,
}

impl Slot {
    fn of(a: &Features, b: &Features, al: &Alignment) -> Self {
        let sorts = |f: &Features, alone: &[u16]| {
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
