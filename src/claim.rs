//! Claims: the mentions, over reports, that state the same thing.

mod altered;
mod difference;
mod fidelity;
mod origin;
mod serial;

pub use difference::Difference;
pub(crate) use difference::differences;
pub use fidelity::{Fidelity, fidelity};
pub(crate) use origin::Outlets;
pub use origin::{Origin, Tie};

use crate::{
    cross_reference::CrossReference,
    lexicon::{Class, ENGLISH},
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

impl core::hash::Hash for Claim<'_> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        core::ptr::hash(self.group, state);
    }
}

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
        let mut outlets: Vec<&str> = mentions.iter().map(|&m| xref.mention_at(m).report().outlet()).collect();
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
    let span = |m: usize| xref.mention_at(m).span();
    // A piece of another mention says nothing of how much the claim says.
    let within = |m: usize| {
        let holds = |o: usize| o != m && xref.report_of(o) == xref.report_of(m) && span(o).contains(span(m));
        mentions.iter().take(MOST_COMPARED).any(|&o| holds(o))
    };
    let whole = mentions.iter().take(MOST_COMPARED).filter(|&&m| !within(m));
    let mut lengths: Vec<usize> = whole.map(|&m| words(&xref.mention_at(m)).count()).collect();
    lengths.sort_unstable();
    let usual = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
    let mut standing = |m: usize| {
        // What a report says twice would only speak for itself.
        let report = xref.report_of(m);
        let others = mentions.iter().filter(|&&o| xref.report_of(o) != report);
        let likeness: f64 = others.map(|&o| f64::from(likeness(m, o))).sum();
        likeness * readable(&xref.mention_at(m), usual)
    };
    let weighed = mentions.iter().take(MOST_COMPARED).map(|&m| (m, standing(m)));
    let best = weighed.reduce(|best, m| if m.1 > best.1 { m } else { best });
    best.map_or(0, |(m, _)| m)
}

/// How well a mention stands for a claim whose mentions have mostly `usual` words, in 0..=1: best are statements with a subject of
/// their own in the outlet's voice, neither much longer than the others, for then they say more, nor a piece of one.
fn readable(mention: &Mention<'_>, usual: usize) -> f64 {
    let count = words(mention).count();
    let own = if mention.kind() == Kind::Assertion { 1.0 } else { 0.9 };
    let alone = if mention.referent().is_some() { 0.6 } else { 1.0 };
    let short = if count < 5 { 0.7 } else { 1.0 };
    let long = (LONG * usual as f64 / count.max(1) as f64).clamp(0.5, 1.0);
    // "a ferry sank off", "and if it is": something is missing. "Like a till" is whole.
    let class = |w: &str| ENGLISH.get(&w.to_lowercase()).map_or(Class::NONE, |w| w.class);
    let mut back = words(mention).rev().map(class);
    let (last, before) = (back.next().unwrap_or_default(), back.next().unwrap_or_default());
    let open = Class::PREP.or(Class::COORD).or(Class::SUBORD).or(Class::DET).or(Class::AUX);
    let whole = if last.any(open) && !before.any(Class::DET) { 0.7 } else { 1.0 };
    own * alone * short * long * whole
}

/// How much longer than most a mention may be without saying more than the claim. Set by hand.
const LONG: f64 = 1.5;

fn words<'x>(mention: &Mention<'x>) -> impl DoubleEndedIterator<Item = &'x str> + use<'x> {
    mention.text().split_whitespace()
}

/// How many mentions of a claim are weighed for standing for it: a claim that hundreds of reports copy has no better
/// wording among the later ones, and comparing all with all would cost the square of their number.
const MOST_COMPARED: usize = 32;

impl<'x> Claim<'x> {
    pub(crate) const fn new(xref: &'x CrossReference, group: &'x Group) -> Self {
        Self { xref, group }
    }

    /// What names the claim: the [id](Mention::id) of the mention that stands for it, as `courier:812..901`.
    ///
    /// The same reports give the same ids. A further report may let another mention stand for the claim; the old id still leads to
    /// it, see [`CrossReference::claim`].
    #[must_use]
    pub fn id(&self) -> String {
        self.representative().id()
    }

    /// The words that stand for the claim: those of its most typical mention, exactly as its report has them. For people, see
    /// [`render::readable`](crate::render::readable).
    #[must_use]
    pub fn text(&self) -> &'x str {
        self.xref.mention_at(self.group.representative).text()
    }

    /// The mention whose words stand for the claim.
    #[must_use]
    pub fn representative(&self) -> Mention<'x> {
        self.xref.mention_at(self.group.representative)
    }

    /// Every mention of the claim, by report id and place in the text.
    pub fn mentions(&self) -> impl ExactSizeIterator<Item = Mention<'x>> + use<'x> {
        let xref = self.xref;
        self.group.mentions.iter().map(move |&m| xref.mention_at(m))
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
    /// copied text count once. The largest origin first.
    ///
    /// Independent means that the reports give no sign of the contrary; two outlets may still have it from one source that
    /// neither names.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report, Tie};
    ///
    /// let xref = CrossReference::of([
    ///     Report::new("Tellwire", "“The gates stay open until Friday,” Colonel Bruno Kest told reporters."),
    ///     Report::new("Courier", "“The gates stay open until Friday,” Kest said."),
    /// ])?;
    /// let origins = xref.claims()[0].origins();
    /// assert_eq!(origins[0].outlets(), ["Courier", "Tellwire"]);
    /// assert_eq!(*origins[0].tie(), Tie::Speaker("Bruno Kest".to_owned()));
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn origins(&self) -> Vec<Origin<'x>> {
        origin::origins(&self.mentions().collect::<Vec<_>>(), self.xref.outlets())
    }

    /// The origins as they would be without the report of this id: what does it add, and what would stand if it were withdrawn?
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let mut xref = CrossReference::of([
    ///     Report::new("Tellwire", "The dam was completed in 1961."),
    ///     Report::new("Courier", "The dam was finished in 1961."),
    /// ])?;
    /// let changes = xref.add(Report::new("Flash", "They finished the dam in 1961.").with_id("f1"))?;
    /// for claim in changes.corroborated {
    ///     if claim.origins().len() >= 3 && claim.origins_without("f1").len() < 3 {
    ///         println!("third independent origin: {}", claim.text());
    ///     }
    ///     # assert_eq!((claim.origins().len(), claim.origins_without("f1").len()), (3, 2));
    /// }
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn origins_without(&self, report: &str) -> Vec<Origin<'x>> {
        let others: Vec<Mention<'x>> = self.mentions().filter(|m| m.report().id() != report).collect();
        origin::origins(&others, self.xref.outlets())
    }

    /// The pairs of direct quotations, of one speaker but in two outlets, that give a remark in nearly the same words and not in
    /// the same: somebody misheard, translated or changed it. See [`Fidelity::Altered`].
    ///
    /// One pair for every two outlets. Quotations that are merely cut short or have words put in square brackets are left out:
    /// ask [`fidelity`] for those.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let xref = CrossReference::of([
    ///     Report::new("Tellwire", "“The dam is not going to fail,” Anton Rask told reporters."),
    ///     Report::new("Flash", "“The dam is not going to fall,” Anton Rask said."),
    /// ])?;
    /// let (a, b) = &xref.claims()[0].altered_quotations()[0];
    /// assert_ne!(a.text(), b.text());
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn altered_quotations(&self) -> Vec<(Mention<'x>, Mention<'x>)> {
        altered::altered(&self.mentions().collect::<Vec<_>>())
    }

    /// Why two mentions of the claim were put together, as far as they themselves tell: a claim is the average of many pairs, so that
    /// two of its mentions need not be close to each other. The same as [`CrossReference::compare`].
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
        differences(self.xref, &self.group.mentions, |_| true)
    }
}
