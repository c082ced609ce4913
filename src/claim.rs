//! Claims: the mentions, over reports, that state the same thing.

mod difference;
mod fidelity;
mod origin;
mod serial;

pub use difference::Difference;
pub use fidelity::{Fidelity, fidelity};
pub(crate) use origin::Outlets;
pub use origin::{Origin, Tie};

use crate::{
    cross_reference::CrossReference,
    matching::Comparison,
    mention::{Kind, Mention},
};

/// One thing that reports state, with every mention of it: a view into a [`CrossReference`].
///
/// A claim is a class of mentions that say the same: the same proposition, polarity, modality and numbers. It records
/// who corroborates it and never says that it is true.
///
/// Two claims are equal where they are one claim of one cross-reference. A claim serialises with its mentions and
/// differences, as one row of [`render::json`](crate::render) does.
#[derive(Clone, Copy)]
pub struct Claim<'x> {
    xref: &'x CrossReference,
    group: &'x Group,
}

impl PartialEq for Claim<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.xref, other.xref) && core::ptr::eq(self.group, other.group)
    }
}

impl Eq for Claim<'_> {}

impl core::fmt::Debug for Claim<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Claim").field("text", &self.text()).field("outlets", &self.outlets()).finish()
    }
}

/// The mentions of one claim, by their numbers in the cross-reference.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// Rising; never empty.
    pub(crate) mentions: Vec<usize>,
    /// The mention whose words stand for the claim.
    representative: usize,
    /// Distinct outlets.
    pub(crate) outlets: usize,
}

impl Group {
    /// `likeness` tells how alike two mentions are.
    pub(crate) fn new(
        xref: &CrossReference,
        mentions: Vec<usize>,
        likeness: impl FnMut(usize, usize) -> f32,
    ) -> Self {
        if let &[only] = &mentions[..] {
            return Self { mentions, representative: only, outlets: 1 };
        }
        let mut outlets: Vec<&str> = mentions.iter().map(|&m| xref.mention(m).report().outlet()).collect();
        outlets.sort_unstable();
        outlets.dedup();
        let outlets = outlets.len();
        let representative = representative(xref, &mentions, likeness);
        Self { mentions, representative, outlets }
    }
}

/// The mention that stands for all: the one most like those of other reports, for it says what they share and little more; of
/// those, one that can be read alone.
fn representative(
    xref: &CrossReference,
    mentions: &[usize],
    mut likeness: impl FnMut(usize, usize) -> f32,
) -> usize {
    let mut standing = |m: usize| {
        // What a report says twice would only speak for itself.
        let report = xref.report_of(m);
        let others = mentions.iter().filter(|&&o| xref.report_of(o) != report);
        let likeness: f64 = others.map(|&o| f64::from(likeness(m, o))).sum();
        likeness * readable(&xref.mention(m))
    };
    let weighed = mentions.iter().take(MOST_COMPARED).map(|&m| (m, standing(m)));
    let best = weighed.reduce(|best, m| if m.1 > best.1 { m } else { best });
    best.map_or(0, |(m, _)| m)
}

/// How well a mention reads alone, in 0..=1: whole sentences best, then whole clauses in the outlet's own voice, then what only its
/// sentence makes clear.
fn readable(mention: &Mention<'_>) -> f64 {
    let words = mention.text().split_whitespace().count();
    let own = if mention.kind() == Kind::Assertion { 1.0 } else { 0.9 };
    let alone = if mention.referent().is_some() { 0.6 } else { 1.0 };
    let short = if words < 5 { 0.7 } else { 1.0 };
    own * alone * short
}

/// How many mentions of a claim are weighed for standing for it: a claim that hundreds of reports copy has no better
/// wording among the later ones, and comparing all with all would cost the square of their number.
const MOST_COMPARED: usize = 32;

impl<'x> Claim<'x> {
    pub(crate) const fn new(xref: &'x CrossReference, group: &'x Group) -> Self {
        Self { xref, group }
    }

    /// What names the claim: the report and the bytes of the mention that stands for it, as `courier:812..901`.
    ///
    /// The same reports give the same ids. A further report may let another mention stand for the claim.
    #[must_use]
    pub fn id(&self) -> String {
        let mention = self.representative();
        format!("{}:{}", mention.report().id(), mention.span())
    }

    /// The words that stand for the claim: those of its most typical mention.
    #[must_use]
    pub fn text(&self) -> &'x str {
        self.xref.mention(self.group.representative).text()
    }

    /// The mention whose words stand for the claim.
    #[must_use]
    pub fn representative(&self) -> Mention<'x> {
        self.xref.mention(self.group.representative)
    }

    /// Every mention of the claim, by report id and place in the text.
    pub fn mentions(&self) -> impl ExactSizeIterator<Item = Mention<'x>> + use<'x> {
        let xref = self.xref;
        self.group.mentions.iter().map(move |&m| xref.mention(m))
    }

    /// The outlets that state the claim, each once, in alphabetical order.
    ///
    /// Two reports of one outlet do not corroborate each other. How many independent origins stand behind the outlets
    /// is another question: see [`origins`](Self::origins).
    #[must_use]
    pub fn outlets(&self) -> Vec<&'x str> {
        let mut outlets: Vec<&str> = self.mentions().map(|m| m.report().outlet()).collect();
        outlets.sort_unstable();
        outlets.dedup();
        outlets
    }

    /// Whether two outlets or more state the claim.
    #[must_use]
    pub const fn is_corroborated(&self) -> bool {
        self.group.outlets > 1
    }

    /// The outlets of the claim, parted into independent origins: outlets that share a speaker, a cited outlet or
    /// copied text count once.
    #[must_use]
    pub fn origins(&self) -> Vec<Origin<'x>> {
        origin::origins(&self.mentions().collect::<Vec<_>>(), self.xref.outlets())
    }

    /// Why two mentions of the claim were put together.
    ///
    /// `None` where one of them is not from this cross-reference.
    #[must_use]
    pub fn why(&self, a: &Mention<'x>, b: &Mention<'x>) -> Option<Comparison> {
        self.xref.compare(a, b)
    }

    /// Where other mentions speak of the same matter and differ: another number, day, polarity, modality or name.
    ///
    /// One for each report of each other claim, the pair of mentions that is surest to be of one matter; the surest claim first. What
    /// merely keeps two mentions apart is not told here: a difference stands here where what differs is said of something that both
    /// mentions share. See [`Difference::is_evolution`] for what has moved on rather than being contradicted.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report, matching::Discrepancy};
    ///
    /// let xref = CrossReference::of([
    ///     Report::new("Tellwire", "Some 4,200 people were ordered out of the valley."),
    ///     Report::new("Flash", "A staggering 6,000 people have been driven from the valley."),
    /// ])?;
    /// let claims = xref.claims();
    /// let differences = claims[0].differences();
    /// assert_eq!(differences[0].discrepancies(), [Discrepancy::Number]);
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn differences(&self) -> Vec<Difference<'x>> {
        difference::differences(self.xref, &self.group.mentions)
    }
}
