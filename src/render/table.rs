//! The table for people: each claim, who states it, in whose words.

use core::fmt;

use crate::{
    Claim, CrossReference,
    claim::{Difference, Tie},
    matching::Discrepancy,
    mention::{Kind, Mention},
};

/// What [`table`] prints.
#[derive(Clone, Copy, Debug)]
pub struct Table<'x> {
    xref: &'x CrossReference,
    width: usize,
    at_least: usize,
}

/// The claims of `xref` as a table for people: how many outlets state each (`■■■□□ 3/5`), each outlet's own words with
/// speaker and kind, from how many origins, and where other reports differ: `≠` contradicts it, `→` came after it, `←` before it.
///
/// By default lines are cut at 110 columns and claims that a single outlet states are only counted;
/// see [`Table::width`] and [`Table::at_least`].
///
/// ```
/// use corroborate::{CrossReference, Report, render::table};
///
/// let xref = CrossReference::of([
///     Report::new("Tellwire", "The dam was completed in 1961."),
///     Report::new("Courier", "The dam was finished in 1961."),
/// ])?;
/// assert!(table(&xref).to_string().contains("■■ 2/2"));
/// # Ok::<(), corroborate::Error>(())
/// ```
#[must_use]
pub const fn table(xref: &CrossReference) -> Table<'_> {
    Table { xref, width: 110, at_least: 2 }
}

impl Table<'_> {
    /// Columns a line may take; 110 unless told. Longer words of an outlet are cut with an ellipsis.
    #[must_use]
    pub const fn width(mut self, columns: usize) -> Self {
        self.width = columns;
        self
    }

    /// Outlets that must state a claim for it to be shown; 2 unless told, 1 shows every claim.
    #[must_use]
    pub const fn at_least(mut self, outlets: usize) -> Self {
        self.at_least = outlets;
        self
    }

    fn claim(&self, f: &mut fmt::Formatter<'_>, claim: &Claim<'_>, outlets: usize) -> fmt::Result {
        let by = claim.outlets().len();
        let bar: String = if outlets <= MOST_BOXES {
            "■".repeat(by) + &"□".repeat(outlets - by) + " "
        } else {
            String::new()
        };
        writeln!(
            f,
            "{bar}{by}/{outlets}  {}",
            self.cut(claim.text(), self.width.saturating_sub(outlets + 6))
        )?;
        let mut outlet = "";
        let mut mentions: Vec<Mention<'_>> = claim.mentions().collect();
        mentions.sort_by(|a, b| {
            (a.report().outlet(), a.report().id(), a.span()).cmp(&(
                b.report().outlet(),
                b.report().id(),
                b.span(),
            ))
        });
        let within = |m: &Mention<'_>| {
            mentions.iter().any(|o| {
                o.report().id() == m.report().id() && o.span() != m.span() && o.span().contains(m.span())
            })
        };
        // A mention within another of the claim says nothing more to people; programs get both.
        for mention in mentions.iter().filter(|m| !within(m)) {
            let name = mention.report().outlet();
            let shown = if name == outlet { "" } else { name };
            outlet = name;
            let who = who(mention);
            let room = self.width.saturating_sub(30 + who.chars().count());
            writeln!(f, "    {shown:<22}  {} {who}", self.cut(mention.text(), room.max(40)))?;
        }
        let origins = claim.origins();
        if origins.len() < by {
            let ties: Vec<String> =
                origins.iter().filter(|o| o.outlets().len() > 1).map(|o| tie(o.tie(), o.outlets())).collect();
            writeln!(f, "    {} of {by} independent: {}", origins.len(), ties.join("; "))?;
        }
        self.differences(f, &claim.differences())?;
        writeln!(f)
    }

    /// One line for each other claim, with all outlets that state it.
    fn differences(&self, f: &mut fmt::Formatter<'_>, differences: &[Difference<'_>]) -> fmt::Result {
        let claims = || differences.chunk_by(|a, b| a.claim == b.claim);
        for of_claim in claims().take(MOST_DIFFERENCES) {
            let Some(difference) = of_claim.first() else { continue };
            let mut outlets: Vec<&str> = of_claim.iter().map(|d| d.other().report().outlet()).collect();
            outlets.sort_unstable();
            outlets.dedup();
            let head =
                format!("    {} {} ({}): ", standing(difference), outlets.join(", "), what(difference));
            let room = self.width.saturating_sub(head.chars().count()).max(40);
            writeln!(f, "{head}{}", self.cut(difference.other().text(), room))?;
        }
        if let Some(more @ 1..) = claims().count().checked_sub(MOST_DIFFERENCES) {
            writeln!(f, "    … and differs from {more} more claims")?;
        }
        Ok(())
    }

    /// The text on one line of at most `columns`.
    fn cut(&self, text: &str, columns: usize) -> String {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() <= columns {
            return line;
        }
        let mut cut: String = line.chars().take(columns.saturating_sub(1)).collect();
        cut.truncate(cut.trim_end().len());
        cut + "…"
    }
}

/// How another claim stands to the one it differs from.
fn standing(difference: &Difference<'_>) -> &'static str {
    let days = |m: &Mention<'_>| m.report().published();
    match (difference.is_evolution(), days(difference.mention()).zip(days(difference.other()))) {
        (false, _) => "≠ contradicted by",
        (true, Some((mention, other))) if mention > other => "← before that,",
        (true, _) => "→ after that,",
    }
}

/// What differs, in words.
fn what(difference: &Difference<'_>) -> String {
    let words = difference.discrepancies().iter().map(|d| match d {
        Discrepancy::Number => "another number",
        Discrepancy::Date => "another day",
        Discrepancy::Polarity => "the opposite",
        Discrepancy::Modality => match difference.is_open() {
            Some(true) => "as a fact",
            Some(false) => "not yet a fact",
            None => "less sure or surer",
        },
        Discrepancy::Entity => "another name",
        Discrepancy::Role => "roles exchanged",
        Discrepancy::Quantifier => "another share",
    });
    words.collect::<Vec<_>>().join(", ")
}

/// Differences of a claim that are shown, nearest first; programs get all.
const MOST_DIFFERENCES: usize = 3;

/// More outlets than this are counted, not drawn.
const MOST_BOXES: usize = 12;

fn who(mention: &Mention<'_>) -> String {
    let kind = match mention.kind() {
        Kind::DirectQuote => "quoted",
        Kind::MixedQuote => "partly quoted",
        Kind::IndirectQuote => "reported",
        Kind::Assertion => return "— own voice".to_owned(),
    };
    match (mention.speaker(), mention.via()) {
        (Some(speaker), Some(via)) => format!("— {speaker}, {kind}, via {via}"),
        (Some(speaker), None) => format!("— {speaker}, {kind}"),
        (None, Some(via)) => format!("— {kind}, via {via}"),
        (None, None) => format!("— {kind}"),
    }
}

fn tie(tie: &Tie, outlets: &[&str]) -> String {
    let names = outlets.join(", ");
    match tie {
        Tie::Own => names,
        Tie::Speaker(speaker) => format!("{names} quote {speaker}"),
        Tie::Cites(outlet) => format!("{names} lean on {outlet}"),
        Tie::Copy => format!("{names} share their wording"),
    }
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let summary = self.xref.summary();
        writeln!(
            f,
            "{} reports of {} outlets: {} claims, {} of them stated by two outlets or more\n",
            summary.reports, summary.outlets, summary.claims, summary.corroborated
        )?;
        let claims = self.xref.claims();
        for claim in claims.iter().filter(|c| c.outlets().len() >= self.at_least) {
            self.claim(f, claim, summary.outlets)?;
        }
        let single = claims.iter().filter(|c| c.outlets().len() < self.at_least).count();
        if single > 0 {
            writeln!(f, "{single} more claims are stated by fewer than {} outlets", self.at_least)?;
        }
        for (ids, what) in
            [(&summary.empty_reports, "has no text"), (&summary.reports_without_claims, "states no claim")]
        {
            for id in ids {
                writeln!(f, "report {id:?} {what}")?;
            }
        }
        if summary.uncompared > 0 {
            writeln!(f, "{} candidate pairs were too common to compare", summary.uncompared)?;
        }
        Ok(())
    }
}
