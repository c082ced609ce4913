//! The facade: reports in, claims with who corroborates them out.

mod views;

use serde::{Deserialize, Serialize};
pub use views::{Changes, Hit, Summary};

use crate::{
    Error, Report, Span,
    claim::{Claim, Difference, Group, Outlets, differences},
    cluster,
    hash::Set,
    matching::{Comparison, Index, Matcher, Page, Pile, Reader, Relation, Scores, Workspace},
    mention::{Mention, Parts, Skipped},
};

/// Several reports, cross-referenced: every claim they state, with the outlets that corroborate it.
///
/// It owns its reports; [`Claim`] and [`Mention`] are cheap views into it. The result depends on the reports and the
/// options alone: not on the order in which reports came, nor on whether they came at once or one by one.
///
/// Make one with [`of`](Self::of), or with [`new`](Self::new) for settings of your own; grow it with [`add`](Self::add), one report at
/// a time, or [`extend`](Self::extend). Ask it for [`claims`](Self::claims), [`differences`](Self::differences) between them, what
/// states a sentence of yours ([`search`](Self::search)), and what it left out ([`summary`](Self::summary),
/// [`skipped`](Self::skipped)).
///
/// ```
/// use corroborate::{CrossReference, Report};
///
/// let xref = CrossReference::of([
///     Report::new("Tellwire", "About 1,900 people spent the night in a sports hall in Varnholt, officials said."),
///     Report::new("Courier", "Some 1,900 people spent the night in the sports hall at Varnholt."),
///     Report::new("Flash", "The mayor promised new sirens."),
/// ])?;
/// let claim = &xref.claims()[0];
/// assert_eq!(claim.outlets(), ["Courier", "Tellwire"]);
/// # Ok::<(), corroborate::Error>(())
/// ```
///
/// It is saved and loaded with serde. What is saved are the reports and the settings; the claims are made anew on loading, in about
/// the time that they took at first, and come from the version of the crate that loads them.
///
/// ```
/// # use corroborate::{CrossReference, Report};
/// let xref = CrossReference::of([Report::new("Tellwire", "The dam was completed in 1961.")])?;
/// let saved = serde_json::to_string(&xref)?;
/// let loaded: CrossReference = serde_json::from_str(&saved)?;
/// assert_eq!(loaded.claims()[0].id(), xref.claims()[0].id());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(into = "Saved", try_from = "Saved")]
pub struct CrossReference {
    matcher: Matcher,
    /// In the order of their ids.
    filed: Vec<Filed>,
    /// All mentions, report by report: which report, which of its mentions.
    mentions: Vec<(usize, usize)>,
    index: Index,
    /// For each mention the mentions of its matter that differ from it plainly enough to be told, rising.
    differing: Vec<Vec<usize>>,
    uncompared: usize,
    /// The claim of each mention.
    claim_of: Vec<usize>,
    /// Most corroborated first.
    groups: Vec<Group>,
    outlets: Outlets,
}

/// A report with what was found in it.
#[derive(Clone, Debug)]
struct Filed {
    report: Report,
    mentions: Vec<Parts>,
    skipped: Vec<Skipped>,
    /// The features of the mentions, while the index does not hold them: they depend on the report alone.
    page: Page,
}

impl Filed {
    fn new(report: Report, reader: &mut Reader, matcher: &Matcher) -> Self {
        let mut page = Page::default();
        let (mut mentions, skipped, readings) = crate::mention::extract(&report);
        mentions.shrink_to_fit();
        for parts in &mut mentions {
            parts.quantities.shrink_to_fit();
            parts.dates.shrink_to_fit();
            parts.negations.shrink_to_fit();
        }
        reader.report(&report, &mentions, &readings, &mut page, &matcher.knowledge);
        drop(readings);
        Self { report, mentions, skipped, page }
    }
}

/// What is written when a cross-reference is saved. The claims follow from it, so they are made anew on loading and
/// always come from the version that reads them.
#[derive(Clone, Serialize, Deserialize)]
struct Saved {
    matcher: Matcher,
    reports: Vec<Report>,
}

impl From<CrossReference> for Saved {
    fn from(xref: CrossReference) -> Self {
        Self { matcher: xref.matcher, reports: xref.filed.into_iter().map(|f| f.report).collect() }
    }
}

impl TryFrom<Saved> for CrossReference {
    type Error = Error;

    fn try_from(saved: Saved) -> Result<Self, Error> {
        let mut xref = Self::new(saved.matcher);
        xref.extend(saved.reports)?;
        Ok(xref)
    }
}

impl CrossReference {
    /// Cross-references `reports` with the default options.
    ///
    /// # Errors
    ///
    /// [`Error::DuplicateId`] where two reports share an id, as the same text of the same outlet does that was given no other;
    /// [`Error::Field`] where an outlet or id is empty.
    pub fn of(reports: impl IntoIterator<Item = Report>) -> Result<Self, Error> {
        let mut xref = Self::default();
        xref.extend(reports)?;
        Ok(xref)
    }

    /// A cross-reference without reports yet, with settings of your own, to be grown with [`add`](Self::add) or
    /// [`extend`](Self::extend).
    ///
    /// ```
    /// use corroborate::{CrossReference, Report, matching::Matcher};
    ///
    /// let mut xref = CrossReference::new(Matcher::default().aliases(&["Ondre Water Authority", "Wasseramt"])?);
    /// xref.extend([
    ///     Report::new("Tellwire", "The Ondre Water Authority opened both gates on Tuesday."),
    ///     Report::new("Courier", "On Tuesday the Wasseramt opened both gates."),
    /// ])?;
    /// assert_eq!(xref.summary().corroborated, 1);
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn new(matcher: Matcher) -> Self {
        Self { matcher, ..Self::default() }
    }

    /// Adds many reports and relates all claims once, which is much faster than one [`add`](Self::add) each.
    ///
    /// # Errors
    ///
    /// As for [`of`](Self::of). Nothing is added then.
    pub fn extend(&mut self, reports: impl IntoIterator<Item = Report>) -> Result<(), Error> {
        let mut ids: Set<String> = self.filed.iter().map(|f| f.report.id().to_owned()).collect();
        let mut filed = Vec::new();
        let mut reader = Reader::default();
        for report in reports {
            report.check()?;
            if !ids.insert(report.id().to_owned()) {
                return Err(Error::DuplicateId { id: report.id().to_owned() });
            }
            filed.push(Filed::new(report, &mut reader, &self.matcher));
        }
        self.take_pages();
        self.filed.append(&mut filed);
        self.filed.sort_by(|a, b| a.report.id().cmp(b.report.id()));
        self.relate();
        Ok(())
    }

    /// Adds one report and tells which claims are new, which gained a mention, and which were put together anew.
    ///
    /// Only the new report is read, but all claims are related anew, for what is rare in a story changes with every
    /// report of it. Use [`extend`](Self::extend) for many reports. What is given back borrows the cross-reference mutably: to ask it
    /// for something else meanwhile, keep the [ids](Claim::id) and come back with [`claim`](Self::claim).
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let mut xref = CrossReference::of([Report::new("Tellwire", "The dam was completed in 1961.")])?;
    /// let changes = xref.add(Report::new("Courier", "The dam was finished in 1961. Nobody was hurt."))?;
    /// assert_eq!(changes.corroborated[0].outlets(), ["Courier", "Tellwire"]);
    /// assert_eq!(changes.added[0].text(), "Nobody was hurt");
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`of`](Self::of). Nothing is added then.
    pub fn add(&mut self, report: Report) -> Result<Changes<'_>, Error> {
        let id = report.id().to_owned();
        let before: Set<Vec<(String, usize)>> = self.groups.iter().map(|g| self.keys(g)).collect();
        self.extend([report])?;
        let mut changes = Changes { added: Vec::new(), corroborated: Vec::new(), regrouped: Vec::new() };
        for group in &self.groups {
            let keys = self.keys(group);
            let own = keys.iter().filter(|(report, _)| *report == id).count();
            let claim = Claim::new(self, group);
            if own == keys.len() {
                changes.added.push(claim);
            } else if own > 0 {
                changes.corroborated.push(claim);
            } else if !before.contains(&keys) {
                changes.regrouped.push(claim);
            }
        }
        Ok(changes)
    }

    /// Takes a report out again, as one that was withdrawn or that a newer version replaces, and relates all claims anew: what is left
    /// is as if it had never been there. `None` where there is no report with this id.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let mut xref = CrossReference::of([
    ///     Report::new("Tellwire", "The dam was completed in 1961.").with_id("t1"),
    ///     Report::new("Courier", "The dam was finished in 1961.").with_id("c1"),
    /// ])?;
    /// let withdrawn = xref.remove("c1").unwrap();
    /// assert_eq!(withdrawn.outlet(), "Courier");
    /// assert_eq!(xref.claims()[0].outlets(), ["Tellwire"]);
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    pub fn remove(&mut self, id: &str) -> Option<Report> {
        let at = self.position(id)?;
        self.take_pages();
        let removed = self.filed.remove(at);
        self.relate();
        Some(removed.report)
    }

    /// Gives the reports their pages back, before the index is made anew.
    fn take_pages(&mut self) {
        let pages = core::mem::take(&mut self.index).into_pages();
        self.filed.iter_mut().zip(pages).for_each(|(known, page)| known.page = page);
    }

    /// What names the mentions of a group, whatever other reports there are.
    fn keys(&self, group: &Group) -> Vec<(String, usize)> {
        let key = |m: &usize| {
            let (report, mention) = self.mentions[*m];
            (self.filed[report].report.id().to_owned(), mention)
        };
        group.mentions.iter().map(key).collect()
    }

    /// Every claim, most corroborated first: by outlets, then mentions, then the place where it first stands.
    ///
    /// Claims that a single outlet states are included; [`Claim::is_corroborated`] tells those that two or more do.
    #[must_use]
    pub fn claims(&self) -> Vec<Claim<'_>> {
        self.groups.iter().map(|g| Claim::new(self, g)).collect()
    }

    /// The claim that holds the mention with this id, as [`Claim::id`] and [`Mention::id`] give it.
    ///
    /// A claim is found by the id of any of its mentions, so that an id that was kept still leads to the claim after more reports
    /// have come and another mention stands for it. `None` where no mention has this id.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let mut xref = CrossReference::of([Report::new("Tellwire", "The dam was completed in 1961.").with_id("t1")])?;
    /// let kept = xref.claims()[0].id();
    /// assert_eq!(kept, "t1:0..29");
    ///
    /// xref.add(Report::new("Courier", "The dam was finished in 1961.").with_id("c1"))?;
    /// assert_eq!(xref.claim(&kept).unwrap().outlets(), ["Courier", "Tellwire"]);
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<Claim<'_>> {
        self.numbered(self.claim_number(self.find_id(id)?)?)
    }

    /// The mention with this id: see [`Mention::id`].
    #[must_use]
    pub fn mention(&self, id: &str) -> Option<Mention<'_>> {
        self.find_id(id).map(|m| self.mention_at(m))
    }

    /// Where claims differ: each pair of claims of one matter once, from the side of the one that [`claims`](Self::claims) gives first,
    /// and in that order. See [`Claim::differences`].
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let xref = CrossReference::of([
    ///     Report::new("Tellwire", "Some 4,200 people were ordered out of the valley.").with_id("a"),
    ///     Report::new("Flash", "A staggering 6,000 people have been driven from the valley.").with_id("b"),
    /// ])?;
    /// for difference in xref.differences() {
    ///     let outlets = [difference.mention(), difference.other()].map(|m| m.report().outlet());
    ///     assert_eq!(outlets, ["Tellwire", "Flash"]);
    ///     assert_eq!(difference.discrepancies()[0].to_string(), "number");
    /// }
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn differences(&self) -> Vec<Difference<'_>> {
        let groups = self.groups.iter().enumerate();
        groups.flat_map(|(n, group)| differences(self, &group.mentions, |other| other > n)).collect()
    }

    /// The settings by which mentions are compared.
    #[must_use]
    pub const fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// The reports, in the order of their ids.
    pub fn reports(&self) -> impl ExactSizeIterator<Item = &Report> {
        self.filed.iter().map(|f| &f.report)
    }

    /// The report with this id.
    #[must_use]
    pub fn report(&self, id: &str) -> Option<&Report> {
        self.position(id).map(|i| &self.filed[i].report)
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.filed.binary_search_by(|f| f.report.id().cmp(id)).ok()
    }

    /// The mentions of the report with this id, in the order of the text. Empty where there is no such report.
    #[must_use]
    pub fn mentions_of(&self, id: &str) -> Vec<Mention<'_>> {
        let filed = self.position(id).map(|i| &self.filed[i]);
        filed.iter().flat_map(|f| f.mentions.iter().map(|p| Mention::view(&f.report, p))).collect()
    }

    /// What was read in the report with this id but states no claim, with the reason.
    #[must_use]
    pub fn skipped(&self, id: &str) -> &[Skipped] {
        self.position(id).map_or(&[], |i| &self.filed[i].skipped)
    }

    /// How much went in and what was left out.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let xref = CrossReference::of([
    ///     Report::new("Tellwire", "The dam was completed in 1961.").with_id("t1"),
    ///     Report::new("Courier", "").with_id("c1"),
    /// ])?;
    /// let summary = xref.summary();
    /// assert_eq!((summary.reports, summary.claims, summary.corroborated), (2, 1, 0));
    /// assert_eq!(summary.empty_reports, ["c1"]);
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn summary(&self) -> Summary<'_> {
        let ids =
            |keep: fn(&Filed) -> bool| self.filed.iter().filter(|f| keep(f)).map(|f| f.report.id()).collect();
        let outlets: Set<&str> = self.filed.iter().map(|f| f.report.outlet()).collect();
        Summary {
            reports: self.filed.len(),
            outlets: outlets.len(),
            mentions: self.mentions.len(),
            claims: self.groups.len(),
            corroborated: self.groups.iter().filter(|g| g.outlets > 1).count(),
            skipped: self.filed.iter().map(|f| f.skipped.len()).sum(),
            empty_reports: ids(|f| f.report.text().trim().is_empty()),
            reports_without_claims: ids(|f| f.mentions.is_empty()),
            uncompared: self.uncompared,
        }
    }

    /// The claims nearest to `text`, best first: those that state it, and those that differ from it in a way that can
    /// be named (another number, a negation): see [`Comparison::relation`] of each [`Hit::comparison`]. Claims that have nothing to do
    /// with it are left out, and of very many near ones those beyond the hundred nearest mentions.
    ///
    /// `text` is best one sentence. Hits are in the order of how many rare words they share with it and how near they are besides, which
    /// is not quite that of their scores.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let xref = CrossReference::of([Report::new("Tellwire", "The dam was completed in 1961.")])?;
    /// let hits = xref.search("The dam was finished in 1961");
    /// assert_eq!(hits[0].mention().text(), "The dam was completed in 1961");
    /// assert_eq!(hits[0].comparison().relation().to_string(), "same");
    /// assert!(xref.search("The mayor may resign").is_empty());
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn search(&self, text: &str) -> Vec<Hit<'_>> {
        let mut seen = Set::default();
        let found = self.index.search(text, MOST_SEARCHED).into_iter();
        found
            .filter(|hit| hit.comparison.relation() != Relation::Unrelated)
            .filter_map(|hit| {
                let claim = *self.claim_of.get(hit.mention)?;
                let first = seen.insert(claim);
                first.then(|| {
                    let claim = Claim::new(self, &self.groups[claim]);
                    Hit::new(claim, self.mention_at(hit.mention), hit.comparison)
                })
            })
            .collect()
    }

    /// What the matcher makes of two mentions of this cross-reference, whether they are in one claim or not.
    ///
    /// A claim is the average of many pairs: two of its mentions can be [`Unrelated`](Relation::Unrelated) by themselves, and
    /// two that compare as [`Same`](Relation::Same) can stand in two claims.
    ///
    /// `None` where one of them is not from here.
    #[must_use]
    pub fn compare(&self, a: &Mention<'_>, b: &Mention<'_>) -> Option<Comparison> {
        self.index.compare(self.find(a)?, self.find(b)?)
    }

    /// The claim that holds this mention: what else says the same?
    ///
    /// `None` where the mention is not from here.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report};
    ///
    /// let xref = CrossReference::of([
    ///     Report::new("Tellwire", "The dam was completed in 1961.").with_id("t1"),
    ///     Report::new("Courier", "The dam was finished in 1961.").with_id("c1"),
    /// ])?;
    /// for mention in xref.mentions_of("t1") {
    ///     let claim = xref.claim_of(&mention).unwrap();
    ///     assert_eq!(claim.outlets(), ["Courier", "Tellwire"]);
    /// }
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn claim_of(&self, mention: &Mention<'_>) -> Option<Claim<'_>> {
        self.numbered(self.claim_number(self.find(mention)?)?)
    }

    fn find(&self, mention: &Mention<'_>) -> Option<usize> {
        self.find_at(mention.report().id(), mention.span())
    }

    fn find_id(&self, id: &str) -> Option<usize> {
        let (report, span) = id.rsplit_once(':')?;
        self.find_at(report, Span::parse(span)?)
    }

    /// The number of the mention that stands in the report with this id at `span`.
    fn find_at(&self, report: &str, span: Span) -> Option<usize> {
        let report = self.position(report)?;
        let start = self.mentions.partition_point(|m| m.0 < report);
        let own = &self.filed[report].mentions;
        own.iter().position(|p| p.span == span).map(|i| start + i)
    }

    pub(crate) fn mention_at(&self, index: usize) -> Mention<'_> {
        let (report, mention) = self.mentions[index];
        let filed = &self.filed[report];
        Mention::view(&filed.report, &filed.mentions[mention])
    }

    /// The number of the report that a mention stands in.
    pub(crate) fn report_of(&self, index: usize) -> usize {
        self.mentions[index].0
    }

    /// The comparison of two mentions by their numbers.
    pub(crate) fn comparison(&self, work: &mut Workspace, a: usize, b: usize) -> Option<Comparison> {
        self.index.compare_in(work, a, b)
    }

    /// The mentions of one matter with this one that differ from it plainly enough to be told, rising.
    pub(crate) fn differing(&self, mention: usize) -> &[usize] {
        self.differing.get(mention).map_or(&[], Vec::as_slice)
    }

    /// The outlets by their names.
    pub(crate) const fn outlets(&self) -> &Outlets {
        &self.outlets
    }

    /// The number of the claim that holds this mention.
    pub(crate) fn claim_number(&self, mention: usize) -> Option<usize> {
        self.claim_of.get(mention).copied()
    }

    /// The claim of this number.
    pub(crate) fn numbered(&self, number: usize) -> Option<Claim<'_>> {
        self.groups.get(number).map(|group| Claim::new(self, group))
    }

    /// Whether two mentions share text of their report.
    fn overlap(&self, a: usize, b: usize) -> bool {
        let (Some(&(report, a)), Some(&(other, b))) = (self.mentions.get(a), self.mentions.get(b)) else {
            return false;
        };
        let span = |m: usize| self.filed[report].mentions[m].span;
        report == other && span(a).overlaps(span(b))
    }

    /// The pairs of mentions that stand beside each other in one sentence: nobody says a thing twice in one sentence, so
    /// they are different claims however alike they are.
    fn siblings(&self) -> Vec<(usize, usize)> {
        let parts = |m: usize| {
            let (report, mention) = self.mentions[m];
            (report, &self.filed[report].mentions[mention])
        };
        let mut pairs = Vec::new();
        for a in 0..self.mentions.len() {
            let (report, own) = parts(a);
            for b in a + 1..self.mentions.len().min(a + 1 + SIBLINGS) {
                let (other, later) = parts(b);
                if other != report || later.sentence != own.sentence {
                    break;
                }
                if !own.span.overlaps(later.span) {
                    pairs.push((a, b));
                }
            }
        }
        pairs
    }

    /// The pairs whose reports have a claim in common, which reports of one event have.
    fn of_one_event(&self, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
        if pairs.is_empty() {
            return Vec::new();
        }
        let mut claims: Vec<Vec<usize>> = vec![Vec::new(); self.filed.len()];
        for (mention, &(report, _)) in self.mentions.iter().enumerate() {
            claims[report].push(self.claim_of[mention]);
        }
        claims.iter_mut().for_each(|c| c.sort_unstable());
        let common = |&&(a, b): &&(usize, usize)| {
            let (of_a, of_b) = (&claims[self.mentions[a].0], &claims[self.mentions[b].0]);
            of_a.iter().any(|c| of_b.binary_search(c).is_ok())
        };
        pairs.iter().filter(common).copied().collect()
    }

    /// The pairs of one cluster that differ though nothing kept them apart: too unlike for a difference to matter, until the company of
    /// others put them into one claim. Of those that are linked, `doubted` are known; the rest was not looked at.
    fn differing_within(
        &self,
        clusters: &[Vec<usize>],
        doubted: &[(usize, usize)],
        mut differs: impl FnMut(usize, usize) -> bool,
    ) -> Vec<(usize, usize)> {
        let mut cluster_of = vec![usize::MAX; self.mentions.len()];
        let mut apart = Vec::new();
        for (number, mentions) in clusters.iter().enumerate().filter(|(_, c)| c.len() > 1) {
            mentions.iter().for_each(|&m| cluster_of[m] = number);
            let mentions = &mentions[..mentions.len().min(MOST_CHECKED)];
            for (i, &a) in mentions.iter().enumerate() {
                let others = mentions[i + 1..].iter().filter(|&&b| self.report_of(a) != self.report_of(b));
                apart.extend(others.filter(|&&b| differs(a, b)).map(|&b| (a, b)));
            }
        }
        let together =
            |&&(a, b): &&(usize, usize)| cluster_of[a] == cluster_of[b] && cluster_of[a] != usize::MAX;
        apart.extend(doubted.iter().filter(together));
        apart
    }

    /// Relates all mentions and puts them into claims.
    fn relate(&mut self) {
        self.mentions.clear();
        self.index = Index::new(self.matcher.clone());
        for (r, filed) in self.filed.iter_mut().enumerate() {
            self.mentions.extend((0..filed.mentions.len()).map(|m| (r, m)));
            let mut page = core::mem::take(&mut filed.page);
            page.set_report(r as u32);
            self.index.add_page(page);
        }
        self.outlets = Outlets::of(self.filed.iter().map(|f| f.report.outlet()));
        let mut pile = Pile::new(&self.index);
        let mut links = pile.links();
        let scores = Scores::of(&links, self.mentions.len());
        self.index.weigh_reports(&mut links, |a, b| self.overlap(a, b));
        self.uncompared = links.left_out;
        let threshold = self.matcher.same_threshold();
        let parts: Vec<u32> = self.mentions.iter().map(|&(r, _)| r as u32).collect();
        let mut cannot = links.differing;
        cannot.extend(self.siblings());
        let mut work = Workspace::default();
        let mut clusters = cluster::clusters_across(&parts, &links.same, &cannot, threshold);
        let differs = |a, b| {
            scores.get(a, b).is_none_or(|score| score < pile.looked_at()) && pile.differs(a, b, &mut work)
        };
        let apart = self.differing_within(&clusters, &links.doubted, differs);
        if !apart.is_empty() {
            cannot.extend(apart);
            clusters = cluster::clusters_across(&parts, &links.same, &cannot, threshold);
        }
        // Two mentions of a claim that are not linked are of one report, or share no words that they were looked up by.
        let mut likeness = |a, b| scores.get(a, b).unwrap_or_else(|| pile.score(a, b, &mut work));
        let mut groups: Vec<Group> =
            clusters.into_iter().map(|mentions| Group::new(self, mentions, &mut likeness)).collect();
        groups.sort_by_key(|g| (core::cmp::Reverse((g.outlets, g.mentions.len())), g.mentions[0]));
        self.claim_of = vec![0; self.mentions.len()];
        for (claim, group) in groups.iter().enumerate() {
            group.mentions.iter().for_each(|&m| self.claim_of[m] = claim);
        }
        self.groups = groups;
        let hinted = self.of_one_event(&links.hinted);
        self.differing = vec![Vec::new(); self.mentions.len()];
        for &(a, b) in links.telling.iter().chain(&hinted) {
            self.differing[a].push(b);
            self.differing[b].push(a);
        }
        self.differing.iter_mut().for_each(|d| d.sort_unstable());
    }
}

/// How many of the mentions after it a mention is kept apart from: more than any sentence that people write holds.
const SIBLINGS: usize = 24;

/// How many mentions of a claim are looked through for pairs that differ.
const MOST_CHECKED: usize = 48;

/// How many mentions a search weighs: claims further down have next to nothing to do with the text.
const MOST_SEARCHED: usize = 100;
