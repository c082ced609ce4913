//! Stage 2, mentions: what a report claims, in whose voice, exactly where.
//!
//! A [`Mention`] is one claim as one report states it: a quotation, reported speech, or an assertion of the outlet's
//! own. A sentence that states several claims gives several mentions, and mentions may overlap. The parts of the stage
//! can be used alone: [`quotation`], [`attribution`], [`proposition`], [`modality`], [`negation`], [`quantity`],
//! [`date`], [`checkworthy`].

pub mod attribution;
pub mod checkworthy;
pub(crate) mod clause;
pub mod date;
mod description;
mod extract;
pub(crate) mod gender;
mod lead;
pub mod modality;
pub mod negation;
pub(crate) mod number;
mod opener;
mod piece;
pub mod proposition;
pub mod quantity;
pub mod quotation;
mod reading;
mod referent;
pub(crate) mod role;
mod serial;
pub mod skip;
pub mod speaker;
pub(crate) mod syntax;
pub(crate) mod tag;
mod trim;
mod voice;
mod words;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub(crate) use extract::{Parts, extract};
pub(crate) use reading::Readings;
pub use skip::{Reason, Skipped};
pub use speaker::{Known, Speaker};

use crate::{Report, Span};
use {date::DateExpression, modality::Modality, negation::Negation, quantity::Quantity};

/// How a report states a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The speaker's own words, all in quotation marks.
    DirectQuote,
    /// Reported speech, part of it in quotation marks.
    MixedQuote,
    /// Reported speech without quotation marks.
    IndirectQuote,
    /// The outlet's own voice.
    Assertion,
}

/// One claim as one report states it.
///
/// It borrows the report: every span counts bytes of the report's text. Made by [`mentions`], or a view into a
/// [`CrossReference`](crate::CrossReference). It serialises with its words, as one row of
/// [`render::json`](crate::render) does.
///
/// ```
/// use corroborate::{Report, mention::{mentions, modality::Modality}};
///
/// let report = Report::new("Tellwire", "Colonel Bruno Kest arrived. He said on Thursday that 40 homes may not be safe.")
///     .with_published("2025-03-07")?;
/// let mention = &mentions(&report).mentions[1];
/// let words = |span: corroborate::Span| span.of(report.text());
/// assert_eq!(mention.text(), "40 homes may not be safe");
/// assert_eq!((mention.source().map(words), mention.cue().map(words)), (Some("He"), Some("said")));
/// assert_eq!(mention.speaker(), Some("Bruno Kest"));
/// assert_eq!((mention.modality(), mention.hedge().map(words)), (Modality::Possible, Some("may")));
/// assert!(mention.is_negated());
/// assert_eq!(words(mention.quantities()[0].span()), "40");
/// # Ok::<(), corroborate::Error>(())
/// ```
#[derive(Clone)]
pub struct Mention<'r> {
    report: &'r Report,
    parts: Cow<'r, Parts>,
}

/// Its numbers are never NaN.
impl Eq for Mention<'_> {}

impl core::hash::Hash for Mention<'_> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.report.id().hash(state);
        self.span().hash(state);
    }
}

impl PartialEq for Mention<'_> {
    fn eq(&self, other: &Self) -> bool {
        // Most mentions that are compared are of one cross-reference, and texts are long.
        let same_report = core::ptr::eq(self.report, other.report) || self.report == other.report;
        same_report && self.parts == other.parts
    }
}

impl core::fmt::Debug for Mention<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Mention")
            .field("report", &self.report.id())
            .field("text", &self.text())
            .field("parts", &self.parts)
            .finish()
    }
}

/// What [`mentions`] finds in a report.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Mentions<'r> {
    /// The mentions, in the order of the text.
    pub mentions: Vec<Mention<'r>>,
    /// What was read but states no claim, with the reason.
    pub skipped: Vec<Skipped>,
}

/// The mentions of a report, and what in it states no claim.
///
/// The cost is near linear in the length of the text, and any text is taken.
///
/// ```
/// use corroborate::{Report, mention::{Kind, mentions}};
///
/// let report = Report::new("Tellwire", "“The gates are open,” Colonel Bruno Kest said. Sign up for our newsletter.");
/// let found = mentions(&report);
/// let mention = &found.mentions[0];
/// assert_eq!(mention.text(), "The gates are open");
/// assert_eq!((mention.kind(), mention.speaker()), (Kind::DirectQuote, Some("Bruno Kest")));
/// assert_eq!(found.skipped.len(), 1);
/// ```
#[must_use]
pub fn mentions(report: &Report) -> Mentions<'_> {
    let (mentions, skipped, _) = extract(report);
    let mentions = mentions.into_iter().map(|parts| Mention { report, parts: Cow::Owned(parts) }).collect();
    Mentions { mentions, skipped }
}

impl<'r> Mention<'r> {
    pub(crate) const fn view(report: &'r Report, parts: &'r Parts) -> Self {
        Self { report, parts: Cow::Borrowed(parts) }
    }

    /// What names it in a pile of reports: the report's id and the bytes, as `courier:812..901`.
    ///
    /// Two mentions of a report never have the same bytes.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}:{}", self.report.id(), self.span())
    }

    /// The report that states it.
    #[must_use]
    pub const fn report(&self) -> &'r Report {
        self.report
    }

    /// Where it stands in the report's text, in bytes: the content, without the words that attribute it.
    #[must_use]
    pub fn span(&self) -> Span {
        self.parts.span
    }

    /// The report's words at [`span`](Self::span).
    #[must_use]
    pub fn text(&self) -> &'r str {
        self.words(self.parts.span)
    }

    /// The sentence it stands in, in bytes of the report's text.
    #[must_use]
    pub fn sentence(&self) -> Span {
        self.parts.sentence
    }

    /// How the report states it.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.parts.kind
    }

    /// The words that name who says it, as they stand nearest to it: `he`, `Mr. Miller`, `a spokesman`.
    #[must_use]
    pub fn source(&self) -> Option<Span> {
        self.parts.source
    }

    /// The words that attribute it: `said`, `according to`.
    #[must_use]
    pub fn cue(&self) -> Option<Span> {
        self.parts.cue
    }

    /// Who says it, by the fullest name that the report gives: `Matthew Miller` for `he`. A role where no name is given,
    /// `None` for an assertion or a source that cannot be told.
    #[must_use]
    pub fn speaker(&self) -> Option<&'r str> {
        self.parts.speaker.map(|s| self.words(s.name())).filter(|w| !w.is_empty())
    }

    /// How the speaker is known: by name, by role, as somebody who stays anonymous.
    #[must_use]
    pub fn speaker_known(&self) -> Option<Known> {
        self.parts.speaker.map(|s| s.known())
    }

    /// Whether the speaker is given by name.
    pub(crate) fn is_named(&self) -> bool {
        self.speaker_known() == Some(Known::Named)
    }

    /// Whom or what it speaks of, where its own words do not say: `the Ondre Water Authority` for `which operates the
    /// dam`, the name for a pronoun, the shared subject of a second verb. [`crate::render::readable`] puts it before the words.
    #[must_use]
    pub fn referent(&self) -> Option<&'r str> {
        self.parts.referent.map(|s| self.words(s))
    }

    /// The second-hand source that the report leans on: `the Wall Street Journal`.
    #[must_use]
    pub fn via(&self) -> Option<&'r str> {
        self.parts.via.map(|s| self.words(s))
    }

    /// How certain it is put: as a fact, as possible, planned, denied.
    #[must_use]
    pub fn modality(&self) -> Modality {
        self.parts.modality
    }

    /// The words that set the modality: `may`, `reportedly`.
    #[must_use]
    pub fn hedge(&self) -> Option<Span> {
        self.parts.hedge
    }

    /// The negations in it, each with its cue and scope.
    #[must_use]
    pub fn negations(&self) -> impl ExactSizeIterator<Item = Negation<'r>> {
        let text = self.report.text();
        self.parts.negations.iter().map(move |n| Negation::new(text, n.cue, n.scope, n.implicit))
    }

    /// Whether its main statement is negated.
    #[must_use]
    pub fn is_negated(&self) -> bool {
        self.parts.negated
    }

    /// The quantities in it.
    #[must_use]
    pub fn quantities(&self) -> &[Quantity] {
        &self.parts.quantities
    }

    /// The dates in it, resolved against the report's own.
    #[must_use]
    pub fn dates(&self) -> &[DateExpression] {
        &self.parts.dates
    }

    /// How much a fact-checker would want it checked, in 0..=1; higher is more, and from 0.5 on it is worth checking. See
    /// [`checkworthy::score`] for the reasons.
    #[must_use]
    pub fn check_worthiness(&self) -> f64 {
        self.parts.check_worthiness
    }

    fn words(&self, span: Span) -> &'r str {
        span.of(self.report.text())
    }
}
