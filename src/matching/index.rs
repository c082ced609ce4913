//! Mentions held together: which pairs are worth comparing, and what the comparison says.

use std::sync::OnceLock;

use super::{
    alignment::{Expansions, Sums, Weighed, Weight},
    company,
    comparison::{Comparison, Contrast, Discrepancy, Relation, Telling},
    discrepancy::discrepancies,
    event,
    features::{Features, Word},
    gate,
    knowledge::Key,
    matcher::Matcher,
    matter, model,
    page::Page,
    pile::{FLOOR, Pile},
    reader::Reader,
    signals::{Signals, Workspace},
    stats::Stats,
    telling,
    vectors::{Centre, Direction},
};
use crate::{
    Date,
    hash::Map,
    mention::{Kind, Mention, modality::Modality},
};

/// One mention as matching sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statement<'t> {
    /// Its content.
    pub text: &'t str,
    /// The sentence it stands in; empty where it is the whole sentence. Tells what `it` and `the step` mean.
    pub context: &'t str,
    /// The day its report was published, to resolve `on Thursday`.
    pub published: Option<Date>,
    /// Who says it, by the fullest name known; empty where nobody is named. Stands for `I` and `we` in the mention.
    pub speaker: &'t str,
    /// Whom or what it speaks of where its own words do not say: the name a pronoun stands for; empty where unknown.
    pub subject: &'t str,
    /// How it is meant, where that is known: a fact, possible, demanded. A fact and a mere possibility differ.
    pub modality: Option<Modality>,
    /// Whether its words are all the speaker's own.
    pub quoted: bool,
    /// How much a fact-checker would want its sentence checked, in 0..=1; `None` where unknown.
    pub check_worthiness: Option<f32>,
    /// How far into its report it stands, from 0, the start, to 1, the end; `None` where unknown. Reports of one event tell their
    /// claims in similar order.
    pub place: Option<f32>,
    /// A number for the report it stands in; `None` where unknown. Mentions of one report do not compete for the same partner, and
    /// keep each other company if they are added in the order of its text: see [`Index::links`].
    pub report: Option<u32>,
}

impl<'t> Statement<'t> {
    /// A mention that is a sentence of its own.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self {
            text,
            context: "",
            published: None,
            speaker: "",
            subject: "",
            modality: None,
            quoted: false,
            check_worthiness: None,
            place: None,
            report: None,
        }
    }
}

/// What a mention hands on. The report it stands in has no number here: set [`report`](Statement::report) where several
/// mentions of a report are compared.
///
/// ```
/// use corroborate::{Report, matching::{Index, Relation, Statement}, mention::mentions};
///
/// let reports = [
///     Report::new("Tellwire", "“The dam is not going to fail,” Anton Rask, the chief engineer, said on Tuesday."),
///     Report::new("Courier", "The chief engineer, Anton Rask, said that the dam was not going to fail."),
/// ];
/// let mut index = Index::default();
/// for (n, report) in reports.iter().enumerate() {
///     for mention in &mentions(report).mentions {
///         index.add(Statement { report: Some(n as u32), ..Statement::from(mention) });
///     }
/// }
/// assert_eq!(index.compare(0, 1).unwrap().relation(), Relation::Same);
/// ```
impl<'m> From<&'m Mention<'_>> for Statement<'m> {
    fn from(mention: &'m Mention<'_>) -> Self {
        Self {
            text: mention.text(),
            context: mention.sentence().of(mention.report().text()),
            published: mention.report().published(),
            speaker: mention.speaker().unwrap_or_default(),
            subject: mention.referent().unwrap_or_default(),
            modality: Some(mention.modality()),
            quoted: mention.kind() == Kind::DirectQuote,
            check_worthiness: Some(mention.check_worthiness() as f32),
            place: Some(mention.span().start as f32 / mention.report().text().len().max(1) as f32),
            report: None,
        }
    }
}

/// A mention that a search found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Hit {
    /// Its number.
    pub mention: usize,
    /// How well it fits the text searched for; higher is better, and only comparable within one search.
    pub rank: f32,
    /// How it stands to the text searched for.
    pub comparison: Comparison,
}

/// The pairs of an [`Index`] that belong together, and those that must stay apart.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Links {
    /// Pairs of different reports that may state the same, with their scores: the links for
    /// [`crate::cluster::clusters_across`]. Also those below the
    /// threshold, for an average needs them.
    pub same: Vec<(usize, usize, f32)>,
    /// Pairs of one matter that differ in it.
    pub differing: Vec<(usize, usize)>,
    /// The same with the scores that they would have without what differs.
    pub(super) matters: Vec<(usize, usize, f32)>,
    /// Links of which something differs, but which are hardly of one matter.
    pub(crate) doubted: Vec<(usize, usize)>,
    /// Those that differ and whose difference is plain enough to be told to a reader.
    pub telling: Vec<(usize, usize)>,
    /// More of them, which share so little that their difference tells only where both reports are of one event.
    pub hinted: Vec<(usize, usize)>,
    /// How many pairs were compared.
    pub compared: usize,
    /// How many mentions share only words too common to be looked up by: they were compared with none.
    pub left_out: usize,
}

/// With no more mentions than this, two have only each other to go by.
const ALONE: usize = 2;

/// How well a mention fits a text searched for beside the words they share: how much of both that is, its order, and names.
/// Weights by hand, from the retrieval set of CLEF 2020.
fn fit(s: &Signals) -> f32 {
    0.8 * s.cosine + 0.3 * s.subsequence + 0.5 * s.passage_length + 0.2 * s.names_shared
}

/// How many statements a page holds.
const STATEMENTS: usize = 4096;

/// What a comparison comes to, beside its signals.
pub(super) struct Judged {
    pub(super) score: f32,
    /// The score that it would have without its discrepancies.
    pub(super) matter: f32,
    pub(super) discrepancies: Vec<Discrepancy>,
    pub(super) contrast: Contrast,
}

/// Mentions held together to be compared.
///
/// What is rare among them weighs more than what all share, so that scores depend on the pile: compare mentions of one story, or
/// of one archive, in one index. Use it where rows and groups are your own; for reports,
/// [`CrossReference`](crate::CrossReference) does all of it.
///
/// ```
/// use corroborate::{cluster::clusters, matching::{Index, Statement}};
///
/// let mut index = Index::default();
/// for text in [
///     "The ferry left the port of Carrow at noon.",
///     "At noon the ferry sailed from the port of Carrow.",
///     "Farmers in the north expect a poor harvest.",
/// ] {
///     index.add(Statement::new(text));
/// }
/// let links = index.links();
/// let groups = clusters(index.len(), &links.same, &links.differing, index.matcher().same_threshold());
/// assert_eq!(groups, [vec![0, 1], vec![2]]);
/// assert_eq!(index.search("When did the ferry leave Carrow?", 1)[0].mention, 0);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Index {
    matcher: Matcher,
    /// Their features: a page for each report, or for some thousands of statements.
    pages: Vec<Page>,
    /// The page of each mention, and its number there.
    mentions: Vec<(u32, u32)>,
    stats: Stats,
    /// The stats are those of a larger pile, in which the mentions are counted already.
    given: bool,
    /// The mentions that hold each word, rising; made for the first search.
    postings: OnceLock<Map<Key, Vec<u32>>>,
    acronyms: Map<u32, Vec<Key>>,
    /// Where the mentions of each report point together.
    centres: Map<u32, Centre>,
    reader: Reader,
}

impl Expansions for Map<u32, Vec<Key>> {
    fn expansion(&self, letters: u32) -> &[Key] {
        self.get(&letters).map_or(&[], Vec::as_slice)
    }
}

impl Index {
    /// An empty index with settings of your own.
    #[must_use]
    pub fn new(matcher: Matcher) -> Self {
        Self { matcher, ..Self::default() }
    }

    /// An empty index for mentions of a larger pile, such as those of one bucket, that weighs words by the pile's `stats`: two
    /// mentions then compare here as they would there, but for acronyms that others explain and for what their reports say elsewhere.
    /// The mentions have to be among those that `stats` counts.
    ///
    /// ```
    /// use corroborate::matching::{Index, Matcher, Statement};
    ///
    /// let pile = ["The dam at Brask is leaking.", "Water is leaking from the Brask dam.", "The ferry sank.", "Nobody was hurt."];
    /// let mut whole = Index::default();
    /// pile.iter().for_each(|text| _ = whole.add(Statement::new(text)));
    ///
    /// let mut part = Index::with_stats(Matcher::default(), whole.stats().clone());
    /// pile[..2].iter().for_each(|text| _ = part.add(Statement::new(text)));
    /// assert_eq!(part.compare(0, 1), whole.compare(0, 1));
    /// ```
    #[must_use]
    pub fn with_stats(matcher: Matcher, stats: Stats) -> Self {
        Self { matcher, stats, given: true, ..Self::default() }
    }

    /// Adds a mention and returns its number; numbers count from 0.
    pub fn add(&mut self, statement: Statement<'_>) -> usize {
        let number = self.mentions.len();
        // Short pages leave little room that is not in use.
        if self.pages.last().is_none_or(|page| page.len() >= STATEMENTS) {
            self.pages.iter_mut().rev().take(1).for_each(Page::shrink);
            self.pages.push(Page::default());
        }
        let page = self.pages.len() - 1;
        if let Some(last) = self.pages.last_mut() {
            self.reader.statement(&statement, last, &self.matcher.knowledge);
            let mention = last.len() - 1;
            self.enter(page, mention);
        }
        number
    }

    /// Adds the mentions of a report.
    pub(crate) fn add_page(&mut self, page: Page) {
        let (number, mentions) = (self.pages.len(), page.len());
        self.pages.push(page);
        (0..mentions).for_each(|mention| self.enter(number, mention));
    }

    /// The pages that were added, in order.
    pub(crate) fn into_pages(self) -> Vec<Page> {
        self.pages
    }

    /// Counts the words of a mention.
    fn enter(&mut self, page: usize, mention: usize) {
        self.mentions.push((page as u32, mention as u32));
        self.postings.take();
        let Some(page) = self.pages.get(page) else { return };
        let features = page.get(mention);
        if !self.given {
            self.stats.add(&features);
        }
        if let Some(report) = features.report {
            self.centres.entry(report).or_default().add(&features.direction);
        }
        for run in features.initials() {
            let of_run = features.words.iter().filter(|w| (run.start..run.end).contains(&w.at));
            let list = self.acronyms.entry(run.letters).or_default();
            for word in of_run {
                if let Err(at) = list.binary_search(&word.family) {
                    list.insert(at, word.family);
                }
            }
        }
    }

    /// What a mention is made of.
    #[inline]
    pub(super) fn features(&self, mention: usize) -> Option<Features<'_>> {
        let &(page, mention) = self.mentions.get(mention)?;
        Some(self.pages.get(page as usize)?.get(mention as usize))
    }

    /// Where a mention points beside what its report points to.
    pub(super) fn apart(&self, features: &Features<'_>) -> Direction {
        let centre = features.report.and_then(|report| self.centres.get(&report));
        centre.map_or(features.direction, |centre| centre.apart(&features.direction))
    }

    /// Its content words.
    pub(super) fn words(&self, mention: usize) -> &[Word] {
        let of = self.mentions.get(mention).and_then(|&(p, m)| Some((self.pages.get(p as usize)?, m)));
        of.map_or(&[], |(page, m)| page.words(m as usize))
    }

    /// How many mentions were added.
    #[must_use]
    pub fn len(&self) -> usize {
        self.mentions.len()
    }

    /// Whether no mention was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mentions.is_empty()
    }

    /// The settings.
    #[must_use]
    pub const fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// How often each word stands in the mentions, or in the pile that [`with_stats`](Self::with_stats) was told of.
    #[must_use]
    pub const fn stats(&self) -> &Stats {
        &self.stats
    }

    /// Compares two mentions; `None` where a number is not that of a mention.
    #[must_use]
    pub fn compare(&self, a: usize, b: usize) -> Option<Comparison> {
        self.compare_in(&mut Workspace::default(), a, b)
    }

    /// The same with working memory at hand, for many pairs.
    pub(crate) fn compare_in(&self, work: &mut Workspace, a: usize, b: usize) -> Option<Comparison> {
        let (x, y) = (self.features(a)?, self.features(b)?);
        self.compare_features(x, y, work)
    }

    /// The score from which two mentions state the same.
    fn same(&self) -> f32 {
        if self.is_pair() { self.matcher.alone } else { self.matcher.same }
    }

    /// Whether two mentions have only each other to go by.
    fn is_pair(&self) -> bool {
        self.stats.mentions() as usize <= ALONE
    }

    fn compare_features(&self, a: Features<'_>, b: Features<'_>, work: &mut Workspace) -> Option<Comparison> {
        let weights =
            |f: &Features<'_>| f.words.iter().map(|w| Weight::of(&self.stats, w)).collect::<Vec<_>>();
        let (wa, wb) = (weights(&a), weights(&b));
        let (sa, sb) = (Sums::of(a.words, &wa), Sums::of(b.words, &wb));
        let (pa, pb) = (self.apart(&a), self.apart(&b));
        let a = Weighed { features: a, weights: &wa, sums: &sa, apart: &pa };
        let b = Weighed { features: b, weights: &wb, sums: &sb, apart: &pb };
        work.take(&a, &self.stats, &self.matcher.knowledge);
        work.alignment.scan(&a.features, &b.features);
        let Judged { score, discrepancies, contrast, .. } = self.judge(&a, &b, work, true)?;
        let relation = if discrepancies.is_empty() && score >= self.same() {
            Relation::Same
        } else if contrast.apart || contrast.telling != Telling::No {
            Relation::Differing
        } else {
            Relation::Unrelated
        };
        Some(Comparison { score, relation, discrepancies, signals: work.signals, contrast })
    }

    /// Whether two mentions, of which `a` was taken by `work` and `b` scanned, have anything in common that no single word tells.
    pub(super) fn is_put_otherwise(&self, a: &Weighed<'_>, b: &Weighed<'_>, work: &Workspace) -> bool {
        gate::is_put_otherwise(&a.features, &b.features, &work.alignment.taken, &self.acronyms)
    }

    /// Finds the signals of two mentions, of which `a` was taken by `work` and `b` scanned, in the one order that both ways of asking
    /// have, so that rounding cannot tell them apart; returns them in that order.
    pub(super) fn weigh<'w, 'f>(
        &self,
        a: &'w Weighed<'f>,
        b: &'w Weighed<'f>,
        work: &mut Workspace,
        eager: bool,
    ) -> Option<(&'w Weighed<'f>, &'w Weighed<'f>)> {
        let size = |f: &Features<'_>| (f.len(), f.words.len());
        let (fa, fb) = (&a.features, &b.features);
        let in_order = size(fa).cmp(&size(fb)).then_with(|| fa.keys().cmp(fb.keys())).is_le();
        let (a, b) = if in_order { (a, b) } else { (b, a) };
        let knowledge = &self.matcher.knowledge;
        let found = work.find_signals((a, b), !in_order, &self.stats, knowledge, &self.acronyms, eager);
        found.then_some((a, b))
    }

    /// Compares two mentions, of which `a` was taken by `work` and `b` scanned; `None` where they have too little in common to be
    /// worth it, unless that is `eager`.
    pub(super) fn judge(
        &self,
        a: &Weighed<'_>,
        b: &Weighed<'_>,
        work: &mut Workspace,
        eager: bool,
    ) -> Option<Judged> {
        let (a, b) = self.weigh(a, b, work, eager)?;
        let score = model::score(&work.signals);
        let looked_at = eager || score >= self.matcher.matter || matter::may_differ(&work.signals);
        if !looked_at && score < FLOOR {
            return None;
        }
        // What differs below this makes no difference.
        let discrepancies = if looked_at {
            discrepancies(&a.features, &b.features, work, &self.matcher.knowledge)
        } else {
            Vec::new()
        };
        let over = a.features.stance.over(b.features.stance);
        let mut contrast = Contrast { over, ..Contrast::default() };
        let mut matter = score;
        if !discrepancies.is_empty() {
            matter = matter::score((a, b), &work.alignment, &work.signals, &discrepancies);
            contrast.telling =
                telling::telling(&a.features, &b.features, &work.alignment, matter, &discrepancies);
            contrast.apart = matter >= matter::least(&discrepancies, self.is_pair(), &self.matcher);
        }
        Some(Judged { score, matter, discrepancies, contrast })
    }

    /// The pairs of mentions that belong together or apart.
    ///
    /// Compared are pairs that share words of enough weight: the module `blocking` says how much. Where the reports of mentions are
    /// known, a pair counts for more beside another likely one, and for less where its reports have nothing else in common.
    #[must_use]
    pub fn links(&self) -> Links {
        let mut links = Pile::new(self).links();
        self.weigh_reports(&mut links, |_, _| false);
        links
    }

    /// Changes the scores of links by what else their reports have in common; `overlap` tells of two mentions of one report
    /// whether they share text.
    pub(crate) fn weigh_reports(&self, links: &mut Links, overlap: impl Fn(usize, usize) -> bool) {
        let report = |m: usize| self.features(m).and_then(|f| f.report);
        let reports: Vec<Option<u32>> = (0..self.len()).map(report).collect();
        if reports.iter().all(Option::is_none) {
            return;
        }
        let of = |m: usize| reports.get(m).copied().flatten();
        let beside = |a: usize, b: usize| a != b && of(a).is_some() && of(a) == of(b) && !overlap(a, b);
        company::raise(&mut links.same, &links.matters, self.len(), beside);
        event::lower(&mut links.same, &reports, |m| self.words(m));
    }

    /// The mentions that hold each word.
    fn postings(&self) -> &Map<Key, Vec<u32>> {
        self.postings.get_or_init(|| {
            let mut postings: Map<Key, Vec<u32>> = Map::default();
            for mention in 0..self.mentions.len() {
                for word in self.words(mention) {
                    postings.entry(word.family).or_default().push(mention as u32);
                }
            }
            postings
        })
    }

    /// The mentions nearest to `text`, at most `limit`, best first: those that state it, differ from it, or only share words with
    /// it; see [`Hit::comparison`]. Candidates are ranked by their words (BM25, Robertson and Spärck Jones), then by how they compare.
    #[must_use]
    pub fn search(&self, text: &str, limit: usize) -> Vec<Hit> {
        let mut page = Page::default();
        Reader::default().statement(&Statement::new(text), &mut page, &self.matcher.knowledge);
        let query = page.get(0);
        let n = self.mentions.len() as f32;
        let mean = self.pages.iter().map(|p| p.words.len()).sum::<usize>() as f32 / n.max(1.0);
        let postings = self.postings();
        let mut scores: Map<u32, f32> = Map::default();
        for word in query.words {
            let list = postings.get(&word.family).map_or(&[][..], Vec::as_slice);
            let df = list.len() as f32;
            let idf = (1.0 + (n - df + 0.5) / (df + 0.5)).ln();
            for &b in list {
                let length = self.words(b as usize).len() as f32;
                *scores.entry(b).or_default() += idf * 2.2 / (1.0 + 1.2 * (0.25 + 0.75 * length / mean));
            }
        }
        let mut ranked: Vec<(u32, f32)> = scores.into_iter().collect();
        ranked.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        ranked.truncate(limit.saturating_mul(2));
        let mut work = Workspace::default();
        let mut hits: Vec<Hit> = ranked
            .into_iter()
            .filter_map(|(b, words)| {
                let comparison = self.compare_features(query, self.features(b as usize)?, &mut work)?;
                let rank = words * (1.0 + fit(&comparison.signals));
                Some(Hit { mention: b as usize, rank, comparison })
            })
            .collect();
        hits.sort_by(|x, y| y.rank.total_cmp(&x.rank).then(x.mention.cmp(&y.mention)));
        hits.truncate(limit);
        hits
    }

    /// The signals of two mentions.
    #[must_use]
    pub fn signals(&self, a: usize, b: usize) -> Option<Signals> {
        self.compare(a, b).map(|c| c.signals)
    }
}
