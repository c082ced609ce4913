//! Differences: two claims about the same matter that cannot be put together, with what differs.

use core::cmp::Ordering;

use crate::{
    claim::Claim,
    cross_reference::CrossReference,
    hash::Map,
    matching::{Comparison, Discrepancy, Over, Workspace},
    mention::{
        Kind, Mention,
        modality::Modality,
        quantity::{Agreement, Unit},
    },
};

/// A mention of a claim and a mention of another that speak of the same matter and differ in a way that can be named.
#[derive(Clone, Debug)]
pub struct Difference<'x> {
    mention: Mention<'x>,
    other: Mention<'x>,
    other_claim: Claim<'x>,
    comparison: Comparison,
}

impl<'x> Difference<'x> {
    /// The mention of the claim that was asked.
    #[must_use]
    pub const fn mention(&self) -> &Mention<'x> {
        &self.mention
    }

    /// The mention that differs from it.
    #[must_use]
    pub const fn other(&self) -> &Mention<'x> {
        &self.other
    }

    /// The claim of the mention that differs.
    #[must_use]
    pub const fn other_claim(&self) -> Claim<'x> {
        self.other_claim
    }

    /// How the two compare, with the discrepancies.
    #[must_use]
    pub const fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// What differs.
    #[must_use]
    pub fn discrepancies(&self) -> &[Discrepancy] {
        self.comparison.discrepancies()
    }

    /// Which of the two mentions tells the earlier state of the matter, where it has [moved on](Self::is_evolution): that of the older
    /// report or, where both are of one day or undated, the one that is less than a fact.
    ///
    /// `None` where the two contradict each other.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let xref = CrossReference::of([
    ///     Report::new("Tellwire", "The ministry may lift the export ban on salt.").with_published("2025-03-05")?,
    ///     Report::new("Flash", "The ministry has lifted the export ban on salt.").with_published("2025-03-07")?,
    /// ])?;
    /// let difference = &xref.differences()[0];
    /// assert_eq!(difference.earlier().unwrap().report().outlet(), "Tellwire");
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn earlier(&self) -> Option<&Mention<'x>> {
        if !self.is_evolution() {
            return None;
        }
        let days = self.mention.report().published().zip(self.other.report().published());
        let other_first = match days.map(|(mention, other)| mention.cmp(&other)) {
            Some(Ordering::Greater) => true,
            Some(Ordering::Less) => false,
            // What is less than a fact came before the fact.
            _ => is_open(&self.other) && !is_open(&self.mention),
        };
        Some(if other_first { &self.other } else { &self.mention })
    }

    /// Whether the matter has moved on rather than that the outlets contradict each other.
    ///
    /// It has where what was possible, planned, asked for or alleged in one report is a fact in the other and that is not the older
    /// one. Between reports of different days it has, too, where what differs changes with time: a level, a count that rises, a state
    /// told in the present. Who did something, when it was, what it cost and what was denied of the past does not change, and outlets
    /// that differ in it contradict each other whatever their days.
    #[must_use]
    pub fn is_evolution(&self) -> bool {
        let (mention, other) = (&self.mention, &self.other);
        let days = mention.report().published().zip(other.report().published());
        let (earlier, later) = match days {
            Some((a, b)) if a > b => (other, mention),
            _ => (mention, other),
        };
        let days_differ = days.is_some_and(|(a, b)| a != b);
        // On one day an allegation and a fact are two outlets' ways to put it.
        let open = |m: &Mention<'_>| is_open(m) && (days_differ || m.modality() != Modality::Alleged);
        match (open(earlier), open(later)) {
            (true, false) => return true,
            // Reports of one day have no order.
            (false, true) => return !days_differ,
            _ => {}
        }
        // In reported speech "was" may be what the speaker called "is".
        let reported = |m: &Mention<'_>| matches!(m.kind(), Kind::IndirectQuote | Kind::MixedQuote);
        let over = match self.comparison.contrast.over {
            Over::Happened => true,
            Over::Past => !reported(mention) && !reported(other),
            Over::No => false,
        };
        let rejects = |m: &Mention<'_>| m.modality() == Modality::Denied;
        let rejected = rejects(mention) || rejects(other);
        days_differ
            && self.discrepancies().iter().any(|d| match d {
                Discrepancy::Number => moves(earlier, later),
                Discrepancy::Polarity => !rejected && !over,
                Discrepancy::Modality | Discrepancy::Quantifier => true,
                _ => false,
            })
    }
}

/// Whether the mention says what is less than a fact: what may be, is planned, asked for, doubted or alleged.
fn is_open(mention: &Mention<'_>) -> bool {
    mention.modality().is_ahead() || mention.modality() == Modality::Alleged
}

/// Whether a number of the earlier mention can have become one of the later: levels rise and fall, counts rise, and sums that were
/// paid, ages and times stay.
fn moves(earlier: &Mention<'_>, later: &Mention<'_>) -> bool {
    let mut pairs = earlier.quantities().iter().flat_map(|q| later.quantities().iter().map(move |r| (q, r)));
    if pairs.clone().any(|(q, r)| q.toll_differs(r)) {
        return pairs.any(|(q, r)| q.toll_moves(r));
    }
    pairs.filter(|(q, r)| q.compare(r) == Agreement::Differ).any(|(q, r)| match q.unit() {
        None | Some(Unit::PEOPLE) => q.magnitude() < r.magnitude(),
        Some(unit) => !unit.is_time() && !unit.is_money(),
    })
}

/// The differences between the claim of these mentions and all others whose numbers are `wanted`: one for each report of each
/// other claim.
pub(crate) fn differences<'x>(
    xref: &'x CrossReference,
    mentions: &[usize],
    wanted: impl Fn(usize) -> bool,
) -> Vec<Difference<'x>> {
    let odds = |c: &Comparison| c.contrast.telling.odds().unwrap_or(f32::MIN);
    let mut best: Map<(usize, &str), (usize, usize, Comparison)> = Map::default();
    let mut work = Workspace::default();
    for &m in mentions {
        for &o in xref.differing(m) {
            if mentions.binary_search(&o).is_ok() {
                continue;
            }
            let Some(claim) = xref.claim_number(o).filter(|&claim| wanted(claim)) else { continue };
            let Some(comparison) = xref.comparison(&mut work, m, o) else { continue };
            let key = (claim, xref.mention_at(o).report().id());
            match best.get(&key) {
                Some((_, _, known)) if odds(known) >= odds(&comparison) => {}
                _ => {
                    best.insert(key, (m, o, comparison));
                }
            }
        }
    }
    let mut surest: Map<usize, f32> = Map::default();
    for (&(claim, _), (_, _, comparison)) in &best {
        let known = surest.entry(claim).or_insert(f32::MIN);
        *known = known.max(odds(comparison));
    }
    let mut pairs: Vec<_> = best.into_iter().collect();
    // The nearest claim first, all reports of it together.
    pairs.sort_by(|((a, r), x), ((b, s), y)| {
        let (of_a, of_b) = (surest.get(a), surest.get(b));
        let claims = of_b.partial_cmp(&of_a).unwrap_or(Ordering::Equal).then(a.cmp(b));
        claims.then_with(|| odds(&y.2).total_cmp(&odds(&x.2))).then_with(|| r.cmp(s))
    });
    let difference = |((claim, _), (m, o, comparison))| {
        let other_claim = xref.numbered(claim)?;
        Some(Difference { mention: xref.mention_at(m), other: xref.mention_at(o), other_claim, comparison })
    };
    pairs.into_iter().filter_map(difference).collect()
}
