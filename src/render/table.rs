//! The table for people: each claim, who states it, in whose words.

use core::{cmp::Reverse, fmt};

use super::{
    remark::{differs, readable, reworded, tied, who},
    wrap::{cut, one_line, width, wrap},
};
use crate::{Claim, CrossReference, Report, claim::Difference, mention::Mention};

/// What [`table`] prints.
#[derive(Clone, Copy, Debug)]
#[must_use = "a table is printed with `to_string` or `{}`"]
pub struct Table<'x> {
    xref: &'x CrossReference,
    width: usize,
    at_least: usize,
}

/// The claims of `xref` as a table for people: the reports, then for each claim how many outlets state it (`■■■□□ 3/5`); each
/// outlet's own words with speaker, kind and place in the report's text (`[812..901]`, bytes); from how many origins they come,
/// where those are fewer than the outlets; whether a quotation has other words elsewhere; and where other reports differ: `≠` contradicts, `→` later, `←` earlier.
///
/// What stands in square brackets before a mention tells of whom it speaks: see [`readable`]. Of mentions that share text the one nearest to the claim's words is shown, and long ones are cut with an ellipsis; `json` has
/// everything. Characters that would move the cursor of a terminal are left out.
///
/// By default lines are broken at 110 columns and claims that a single outlet states are only counted;
/// see [`Table::width`] and [`Table::at_least`].
///
/// ```
/// use corroborate::{CrossReference, Report, render::table};
///
/// let xref = CrossReference::of([
///     Report::new("Tellwire", "The dam was completed in 1961."),
///     Report::new("Courier", "The dam was finished in 1961."),
/// ])?;
/// let shown = table(&xref).to_string();
/// assert!(shown.contains("■■ 2/2  The dam was"));
/// assert!(shown.contains("Tellwire  The dam was completed in 1961 — own voice [0..29]"));
/// # Ok::<(), corroborate::Error>(())
/// ```
pub const fn table(xref: &CrossReference) -> Table<'_> {
    Table { xref, width: 110, at_least: 2 }
}

/// More outlets than this are counted, not drawn, and more reports not listed.
const MOST_BOXES: usize = 12;

/// Columns for the name of an outlet.
const MOST_OF_NAME: usize = 24;

/// Lines for the words of one mention.
const MOST_LINES: usize = 3;

/// Lines for the words of what differs.
const LINES_OF_DIFFERENCE: usize = 2;

/// Differences of a claim that are shown, surest first; programs get all.
const MOST_DIFFERENCES: usize = 3;

/// Columns that words take even where a line is said to be shorter.
const LEAST_WORDS: usize = 40;

impl Table<'_> {
    /// Columns a line may take; 110 unless told. Names, links and the like may still take more than a very short line.
    pub const fn width(mut self, columns: usize) -> Self {
        self.width = columns;
        self
    }

    /// Outlets that must state a claim for it to be shown; 2 unless told, 1 shows every claim.
    pub const fn at_least(mut self, outlets: usize) -> Self {
        self.at_least = outlets;
        self
    }

    /// Which report is which, with its day.
    fn reports(&self, f: &mut fmt::Formatter<'_>, column: usize) -> fmt::Result {
        let few = 1..=MOST_BOXES;
        if !few.contains(&self.xref.reports().len()) {
            return Ok(());
        }
        let mut reports: Vec<&Report> = self.xref.reports().collect();
        reports.sort_by_key(|r| (r.published(), r.outlet()));
        for report in reports {
            let outlet = cut(report.outlet(), column);
            let day = report.published().map_or_else(|| "undated".to_owned(), |d| d.to_string());
            let head = format!("    {outlet:<column$}  {day:<10}");
            // Without a title the first words tell which report it is.
            let title = report.title().unwrap_or_else(|| start(report.text()));
            let room = self.width.saturating_sub(width(&head) + 2);
            writeln!(f, "{}", format!("{head}  {}", cut(title, room.max(LEAST_WORDS))).trim_end())?;
        }
        writeln!(f)
    }

    fn claim(&self, f: &mut fmt::Formatter<'_>, claim: &Claim<'_>, of: usize, column: usize) -> fmt::Result {
        let by = claim.outlets().len();
        let boxes =
            if of <= MOST_BOXES { "■".repeat(by) + &"□".repeat(of - by) + " " } else { String::new() };
        let head = format!("{boxes}{by}/{of}  ");
        self.hanging(f, &head, &readable(&claim.representative()), "", MOST_LINES)?;
        let mut mentions = apart(claim);
        let place = |m: &Mention<'_>| (m.report().outlet().to_owned(), m.report().id().to_owned(), m.span());
        mentions.sort_by_cached_key(place);
        let mut outlet = "";
        for mention in &mentions {
            let name = mention.report().outlet();
            let shown = if name == outlet { String::new() } else { cut(name, column) };
            outlet = name;
            let head = format!("    {shown:<column$}  ");
            self.hanging(
                f,
                &head,
                &readable(mention),
                &format!("— {} [{}]", who(mention), self.place(mention)),
                MOST_LINES,
            )?;
        }
        let origins = claim.origins();
        if origins.len() < by {
            let what = if origins.len() == 1 { "origin" } else { "origins" };
            let head = format!("    {} {what} for {by} outlets: ", origins.len());
            self.hanging(f, &head, &tied(&origins), "", MOST_LINES)?;
        }
        if let Some(words) = reworded(&claim.altered_quotations()) {
            self.hanging(f, "    ≠ ", &words, "", MOST_LINES)?;
        }
        self.differences(f, claim)?;
        writeln!(f)
    }

    /// A line or two for each other claim, with all outlets that state it.
    fn differences(&self, f: &mut fmt::Formatter<'_>, claim: &Claim<'_>) -> fmt::Result {
        let differences = claim.differences();
        let own: Vec<Mention<'_>> = claim.mentions().collect();
        let mut shown: Vec<&Difference<'_>> = Vec::new();
        let mut more = 0;
        for of_claim in differences.chunk_by(|a, b| a.other_claim() == b.other_claim()) {
            let Some(difference) = of_claim.first() else { continue };
            // The same words can stand in two claims, one within the other: also in this one, which does not differ from itself.
            let other = difference.other();
            let told = shown.iter().any(|d| covers(d.other(), other) || covers(other, d.other()));
            if told || own.iter().any(|m| overlap(m, other)) {
                continue;
            }
            if shown.len() == MOST_DIFFERENCES {
                more += 1;
                continue;
            }
            shown.push(difference);
            let mut outlets: Vec<&str> = of_claim.iter().map(|d| d.other().report().outlet()).collect();
            outlets.sort_unstable();
            outlets.dedup();
            let line = format!("{}: {}", differs(difference, &outlets), readable(other));
            // The sign stands before the words, also where they take a second line.
            let (sign, words) = line.split_once(' ').unwrap_or(("", &line));
            self.hanging(f, &format!("    {sign} "), words, "", LINES_OF_DIFFERENCE)?;
        }
        match more {
            0 => Ok(()),
            1 => writeln!(f, "    … and differs from one more claim"),
            _ => writeln!(f, "    … and differs from {more} more claims"),
        }
    }

    /// `head`, then `text` and `tail` in lines that hang beside it. Too long a text is cut, and `tail` stands on a line of its
    /// own where it would be broken.
    fn hanging(
        &self,
        f: &mut fmt::Formatter<'_>,
        head: &str,
        text: &str,
        tail: &str,
        most: usize,
    ) -> fmt::Result {
        let indent = width(head);
        let columns = self.width.saturating_sub(indent).max(LEAST_WORDS);
        let mut lines = wrap(&one_line(text), columns);
        if lines.len() > most {
            let rest = lines.split_off(most.saturating_sub(1));
            lines.push(cut(&rest.join(" "), columns));
        }
        let tail = one_line(tail);
        match lines.last_mut() {
            Some(last) if width(last) + 1 + width(&tail) <= columns && !tail.is_empty() => {
                last.push(' ');
                last.push_str(&tail);
            }
            _ => lines.extend(wrap(&tail, columns)),
        }
        for (n, line) in lines.iter().enumerate() {
            if n == 0 { writeln!(f, "{head}{line}")? } else { writeln!(f, "{:indent$}{line}", "")? }
        }
        Ok(())
    }

    /// Where a mention stands: bytes, with the report's id where the outlet has more than one report.
    fn place(&self, mention: &Mention<'_>) -> String {
        let report = mention.report();
        let others = |r: &Report| r.outlet() == report.outlet() && r.id() != report.id();
        if self.xref.reports().any(others) {
            format!("{}:{}", one_line(report.id()), mention.span())
        } else {
            mention.span().to_string()
        }
    }
}

/// The mentions of a claim without those that share text: of these the one that is nearest to the words that stand for the claim,
/// for a sentence around it says more and a clause in it less.
fn apart<'x>(claim: &Claim<'x>) -> Vec<Mention<'x>> {
    let mentions: Vec<Mention<'x>> = claim.mentions().collect();
    let (mut alone, mut others): (Vec<_>, Vec<_>) =
        mentions.iter().cloned().partition(|m| !mentions.iter().any(|o| o != m && overlap(o, m)));
    let best = claim.representative();
    let likeness = |m: &Mention<'_>| {
        if *m == best { f32::INFINITY } else { claim.why(m, &best).map_or(0.0, |c| c.score()) }
    };
    others.sort_by_cached_key(|m| (Reverse(likeness(m).to_bits()), Reverse(m.span().len())));
    for mention in others {
        if !alone.iter().any(|known| overlap(known, &mention)) {
            alone.push(mention);
        }
    }
    alone
}

/// The first words of a text.
fn start(text: &str) -> &str {
    text.trim_start().lines().next().unwrap_or_default()
}

/// Whether `inner` stands within `outer`: to people it says nothing more, programs get both.
fn covers(outer: &Mention<'_>, inner: &Mention<'_>) -> bool {
    outer.report().id() == inner.report().id() && outer.span().contains(inner.span())
}

/// Whether the two share text.
fn overlap(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    a.report().id() == b.report().id() && a.span().overlaps(b.span())
}

/// `1 report`, `5 reports`.
fn count(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let summary = self.xref.summary();
        let corroborated = match summary.corroborated {
            0 => "none of them stated by two outlets".to_owned(),
            n => format!("{n} of them stated by two outlets or more"),
        };
        let (reports, outlets) = (count(summary.reports, "report"), count(summary.outlets, "outlet"));
        writeln!(f, "{reports} of {outlets}: {}, {corroborated}", count(summary.claims, "claim"))?;
        writeln!(f)?;
        let names = self.xref.reports().map(|r| width(&one_line(r.outlet())));
        let column = names.max().unwrap_or(0).min(MOST_OF_NAME);
        self.reports(f, column)?;
        let claims = self.xref.claims();
        let (shown, rest): (Vec<_>, Vec<_>) = claims.iter().partition(|c| c.outlets().len() >= self.at_least);
        for claim in &shown {
            self.claim(f, claim, summary.outlets, column)?;
        }
        if let Some(n @ 1..) = Some(rest.len()) {
            let more = if shown.is_empty() { "" } else { " more" };
            let (claims, are) = if n == 1 { ("claim", "is") } else { ("claims", "are") };
            let by = match self.at_least {
                2 => "a single outlet".to_owned(),
                n => format!("fewer than {n} outlets"),
            };
            writeln!(f, "{n}{more} {claims} {are} stated by {by}")?;
        }
        let empty = &summary.empty_reports;
        let without = summary.reports_without_claims.iter().filter(|id| !empty.contains(id));
        for (id, what) in
            empty.iter().map(|id| (id, "has no text")).chain(without.map(|id| (id, "states no claim")))
        {
            let outlet = self.xref.report(id).map_or("", Report::outlet);
            writeln!(f, "report {id:?} of {} {what}", one_line(outlet))?;
        }
        if summary.uncompared > 0 {
            let mentions = count(summary.uncompared, "mention");
            writeln!(f, "{mentions} of words too common here to be looked up by, compared with none")?;
        }
        Ok(())
    }
}
