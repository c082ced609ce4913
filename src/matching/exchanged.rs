//! Single words that stand in each other's place, between neighbours that both mentions have.

use super::{
    features::Features,
    knowledge::{Exchange, Key, Knowledge},
    signals::Workspace,
};

/// What stands in one mention in the place of what stands in the other, between the same words.
#[derive(Debug, Default)]
pub(super) struct Exchanged {
    /// `after` for `before`, `with` for `without`.
    pub(super) opposites: bool,
    /// `may` for `will`.
    pub(super) modals: bool,
    /// `man` for `woman`.
    pub(super) entities: bool,
    /// `second` for `third`.
    pub(super) numbers: bool,
}

/// Weighs single words exchanged between neighbours that both mentions have.
pub(super) fn exchanged(
    a: &Features<'_>,
    b: &Features<'_>,
    work: &Workspace,
    knowledge: &Knowledge,
) -> Exchanged {
    let mut out = Exchanged::default();
    // "From Varn to Leskov", "to Leskov from Varn".
    let turned = |x: Key, y: Key| [a, b].iter().all(|f| f.keys().contains(&x) && f.keys().contains(&y));
    work.exchanged(a, b, |x, y| match knowledge.exchange(x, y) {
        Some(Exchange::Opposite) => out.opposites |= !turned(x, y),
        Some(Exchange::Modal) => out.modals = true,
        Some(Exchange::Person) => out.entities = true,
        Some(Exchange::Number) => out.numbers = true,
        None => {}
    });
    out
}
