//! Stage 2: mentions.

pub mod checkworthy;
pub mod date;
mod number;
pub mod quantity;

/// How a report states a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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
