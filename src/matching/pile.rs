//! A pile of mentions with the weights that their words have in it: what pairs are compared by, worked out once.

use super::{
    alignment::{Sums, Weighed, Weight, Weights},
    blocking::Blocks,
    comparison::Telling,
    gate::{self, Gate},
    index::{Index, Links},
    model,
    signals::Workspace,
    telling,
    vectors::Direction,
};

/// Scores below this are no links.
pub(crate) const FLOOR: f32 = 0.01;

/// The mentions of an index, weighed.
#[derive(Debug)]
pub(crate) struct Pile<'i> {
    index: &'i Index,
    /// The weights of the words of all mentions, and where those of each start.
    weights: Vec<Weight>,
    starts: Vec<u32>,
    /// The numbers of the families of these words, and how many mentions hold each family, until they are linked.
    families: Vec<u32>,
    holding: Vec<u32>,
    sums: Vec<Sums>,
    apart: Vec<Direction>,
    gate: Gate,
}

impl<'i> Pile<'i> {
    pub(crate) fn new(index: &'i Index) -> Self {
        let n = index.len();
        let words = (0..n).map(|m| index.words(m).len()).sum();
        let mut pile = Self {
            index,
            weights: Vec::with_capacity(words),
            starts: Vec::with_capacity(n + 1),
            families: Vec::with_capacity(words),
            holding: Vec::new(),
            sums: Vec::with_capacity(n),
            apart: Vec::with_capacity(n),
            gate: Gate::with_capacity(n, words),
        };
        let mut known = Weights::new(index.stats());
        for mention in 0..n {
            let start = pile.weights.len();
            pile.starts.push(start as u32);
            let words = index.words(mention);
            for (weight, family) in words.iter().map(|word| known.of(word)) {
                pile.weights.push(weight);
                pile.families.push(family);
            }
            let sums = Sums::of(words, &pile.weights[start..]);
            let features = index.features(mention).unwrap_or_default();
            pile.apart.push(index.apart(&features));
            pile.gate.push(&features, sums.weight);
            pile.sums.push(sums);
        }
        pile.starts.push(pile.weights.len() as u32);
        pile.holding = known.holding;
        pile
    }

    fn range(&self, mention: usize) -> core::ops::Range<usize> {
        self.starts[mention] as usize..self.starts[mention + 1] as usize
    }

    fn weights(&self, mention: usize) -> &[Weight] {
        &self.weights[self.range(mention)]
    }

    #[inline]
    fn mention(&self, mention: usize) -> Weighed<'_> {
        Weighed {
            features: self.index.features(mention).unwrap_or_default(),
            weights: self.weights(mention),
            sums: &self.sums[mention],
            apart: &self.apart[mention],
        }
    }

    /// See [`Index::links`].
    pub(crate) fn links(&mut self) -> Links {
        let n = self.index.len();
        let mut out = Links::default();
        let mut work = Workspace::default();
        let (families, holding) = (core::mem::take(&mut self.families), core::mem::take(&mut self.holding));
        let mut blocks = Blocks::new(n, &holding, |i| (self.index.words(i), &families[self.range(i)]));
        drop((families, holding));
        for m in 0..n {
            out.left_out += usize::from(blocks.find(m, self.index.words(m), |i| self.sums[i].weight));
            out.compared += blocks.candidates.len();
            if blocks.candidates.is_empty() {
                continue;
            }
            let a = self.mention(m);
            work.take(&a, self.index.stats(), &self.index.matcher().knowledge);
            for &b in &blocks.candidates {
                let other = b as usize;
                let outline = self.gate.outline(other);
                if outline.report.is_some() && outline.report == a.features.report {
                    continue;
                }
                let eager = telling::may_be_worth_a_look(a.features.tally.any & outline.any)
                    && telling::is_worth_a_look(&a.features, &self.mention(other).features);
                let opens = self.gate.opens(&a, &mut work.alignment.taken, other, self.weights(other));
                let closed = !opens && !eager;
                if closed && !gate::may_be_put_otherwise(a.features.tally.any, outline.any) {
                    continue;
                }
                let b = self.mention(other);
                if closed && !self.index.is_put_otherwise(&a, &b, &work) {
                    continue;
                }
                let Some(judged) = self.index.judge(&a, &b, &mut work, eager) else { continue };
                match judged.contrast.telling {
                    Telling::No => {}
                    Telling::Hinted(_) => out.hinted.push((other, m)),
                    Telling::Plain(_) => out.telling.push((other, m)),
                }
                if judged.contrast.apart {
                    out.differing.push((other, m));
                    out.matters.push((other, m, judged.matter));
                } else if judged.score >= FLOOR {
                    out.same.push((other, m, judged.score));
                    if !judged.discrepancies.is_empty() {
                        out.doubted.push((other, m));
                    }
                }
            }
        }
        // Nobody asks for it again.
        self.gate = Gate::default();
        out.same.shrink_to_fit();
        out
    }

    /// The score of two mentions; `work` is for this pile alone. Asking for one mention with several others is cheapest in a row.
    pub(crate) fn score(&self, a: usize, b: usize, work: &mut Workspace) -> f32 {
        let (a, b) = self.lay_beside(a, b, work);
        self.index.weigh(&a, &b, work, true).map_or(0.0, |_| model::score(&work.signals))
    }

    /// Whether two mentions differ, however unlike they are; as [`Self::score`].
    pub(crate) fn differs(&self, a: usize, b: usize, work: &mut Workspace) -> bool {
        let (a, b) = self.lay_beside(a, b, work);
        self.index.judge(&a, &b, work, true).is_some_and(|judged| !judged.discrepancies.is_empty())
    }

    /// The score from which on it is looked at what differs in a pair that is linked.
    pub(crate) fn looked_at(&self) -> f32 {
        self.index.matcher().matter
    }

    fn lay_beside(&self, a: usize, b: usize, work: &mut Workspace) -> (Weighed<'_>, Weighed<'_>) {
        let (number, a, b) = (a, self.mention(a), self.mention(b));
        if work.taken != Some(number) {
            work.take(&a, self.index.stats(), &self.index.matcher().knowledge);
            work.taken = Some(number);
        }
        work.alignment.scan(&a.features, &b.features);
        (a, b)
    }
}

/// The scores of the pairs that are linked, by their words alone.
#[derive(Debug)]
pub(crate) struct Scores {
    /// Pair by pair in the order of the later mention: the earlier one and the score.
    pairs: Vec<(u32, f32)>,
    starts: Vec<u32>,
}

impl Scores {
    /// The scores of the links of `n` mentions as [`Pile::links`] gives them: by the later mention, then the earlier one.
    pub(crate) fn of(links: &Links, n: usize) -> Self {
        let mut starts = vec![0; n + 1];
        for &(_, later, _) in &links.same {
            starts[later + 1] += 1;
        }
        for i in 0..n {
            starts[i + 1] += starts[i];
        }
        Self {
            pairs: links.same.iter().map(|&(earlier, _, score)| (earlier as u32, score)).collect(),
            starts,
        }
    }

    /// The score of a pair that is linked.
    pub(crate) fn get(&self, a: usize, b: usize) -> Option<f32> {
        let (earlier, later) = (a.min(b) as u32, a.max(b));
        let pairs = self.pairs.get(self.starts[later] as usize..self.starts[later + 1] as usize)?;
        pairs.binary_search_by_key(&earlier, |p| p.0).ok().and_then(|i| pairs.get(i)).map(|p| p.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::Statement;

    #[test]
    fn the_gate_closes_on_no_pair_that_is_worth_a_comparison() {
        let cases = include_str!("../../tests/cases/roles.txt");
        let texts = cases.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.rsplit('\t').next());
        let mut index = Index::default();
        for text in texts {
            index.add(Statement::new(text));
            // What shares most of it.
            index.add(Statement::new(&text.split(' ').skip(2).collect::<Vec<_>>().join(" ")));
        }
        let (pile, mut work) = (Pile::new(&index), Workspace::default());
        let (mut closed, mut worth) = (0, 0);
        for m in 0..index.len() {
            let a = pile.mention(m);
            work.take(&a, index.stats(), &index.matcher().knowledge);
            for other in 0..m {
                let opens = pile.gate.opens(&a, &mut work.alignment.taken, other, pile.weights(other));
                let b = pile.mention(other);
                let opens = opens || index.is_put_otherwise(&a, &b, &work);
                let found = index.weigh(&a, &b, &mut work, false).is_some();
                assert!(opens || !found, "{m} {other}");
                closed += usize::from(!opens);
                worth += usize::from(found);
            }
        }
        assert!(closed > 0 && worth > 0, "{closed} {worth}");
    }
}
