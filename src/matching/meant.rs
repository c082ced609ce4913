//! Whether two mentions differ in how what they tell is meant: as a fact, by what somebody says, denied, or how far the law has come.

use super::{
    features::{Features, Word},
    knowledge::{ACCUSED, CONVICTED, Knowledge},
};
use crate::mention::modality::Modality;

/// Whether one only says as alleged what a court has found.
pub(super) fn found_in_one(a: &Features, b: &Features) -> bool {
    let alleged = |f: &Features| f.stance.alleged || f.modality == Some(Modality::Alleged);
    let (x, y) = (a.stance.outlook.found, b.stance.outlook.found);
    x != y && alleged(if x { b } else { a })
}

/// Whether the law has come less far with somebody in one: accused, convicted.
pub(super) fn stages_differ(a: &Features, b: &Features, knowledge: &Knowledge) -> bool {
    let stages = |f: &Features, sort: u32| {
        let told = f.words.iter().filter(|w| w.is(sort) && w.tells_event());
        told.fold(0, |all, w| all | knowledge.stage(w.key))
    };
    // What a phrase tells of it, and who says so: "went on trial", "the court found".
    let tried = |f: &Features| if f.stance.outlook.on_trial { ACCUSED } else { 0 };
    let (tried_a, tried_b) = (stages(a, Word::HEAD) | tried(a), stages(b, Word::HEAD) | tried(b));
    let found = |f: &Features, other: u8| {
        if f.stance.outlook.found && other & ACCUSED != 0 { CONVICTED } else { 0 }
    };
    let (main_a, main_b) = (tried_a | found(a, tried_b), tried_b | found(b, tried_a));
    main_a != 0
        && main_b != 0
        && main_a & (stages(b, u32::MAX) | main_b) == 0
        && main_b & (stages(a, u32::MAX) | main_a) == 0
}

/// Whether `a` tells as alleged what `b` tells as what somebody says, charges or believes.
pub(super) fn told_by_others(a: &Features, b: &Features) -> bool {
    let alleged =
        |f: &Features| f.stance.alleged || f.modality == Some(Modality::Alleged) && !f.stance.possible;
    // What a court found is more than what somebody says.
    if b.stance.outlook.found && !a.stance.outlook.found {
        return false;
    }
    let said = b.stance.sourced || alleged(b) || !b.speaker().is_empty();
    let fact = matches!(b.modality, None | Some(Modality::Asserted | Modality::Alleged | Modality::Probable));
    // "Was convicted of shooting, police said" says more than that.
    let bare = !b.stance.about && !b.stance.coming && (!b.stance.possible || alleged(b));
    alleged(a) && said && fact && bare
}

/// Whether what the mention tells of is not so, for whoever says it.
pub(super) fn denies(f: &Features) -> bool {
    (f.modality == Some(Modality::Denied)) != f.stance.denies
}

/// Whether a source denies in one of two claims what the other puts as a fact.
pub(super) fn rejects(a: Modality, b: Modality) -> bool {
    matches!((a, b), (Modality::Denied, Modality::Asserted) | (Modality::Asserted, Modality::Denied))
}

/// Whether one of two claims is put as done and the other as something that may be, is asked, demanded or denied; `None`
/// where that cannot be told: what is alleged or planned reads alike in one report and differs in another.
pub(super) fn differ_in_side(a: Modality, b: Modality) -> Option<bool> {
    // "It will pay" is neither open nor denied, nor is what somebody is accused of denied by who accuses him.
    let unlike = |a, b| {
        matches!(
            (a, b),
            (Modality::Planned, Modality::Questioned | Modality::Denied)
                | (Modality::Alleged, Modality::Denied)
        )
    };
    if unlike(a, b) || unlike(b, a) {
        return Some(true);
    }
    let side = |modality| match modality {
        Modality::Asserted => Some(0),
        Modality::Possible | Modality::Probable | Modality::Conditional | Modality::Questioned => Some(1),
        Modality::Demanded => Some(2),
        Modality::Denied => Some(3),
        _ => None,
    };
    Some(side(a)? != side(b)?)
}
