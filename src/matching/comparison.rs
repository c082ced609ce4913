//! The result of comparing two mentions.

use core::fmt;

use super::signals::Signals;

/// How two mentions stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// They state the same.
    Same,
    /// They speak of the same matter and differ in it: see [`Comparison::discrepancies`].
    Differing,
    /// Neither.
    Unrelated,
}

/// In what two mentions of the same matter differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Discrepancy {
    /// Another number of the same thing: `4,200 evacuees` and `6,000 evacuees`.
    Number,
    /// Another day, month or year.
    Date,
    /// One affirms what the other denies, by `not`, `failed to`, or an opposite word: `lifted` and `imposed`.
    Polarity,
    /// One says what may be, is planned or is alleged, the other what is.
    Modality,
    /// Another person, place or body in the same place of the sentence.
    Entity,
    /// The same persons or bodies in each other's roles: `A sued B` and `B sued A`.
    Role,
    /// `all` and `some`, `most` and `few`.
    Quantifier,
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Same => "same",
            Self::Differing => "differing",
            Self::Unrelated => "unrelated",
        })
    }
}

impl fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Polarity => "polarity",
            Self::Modality => "modality",
            Self::Entity => "entity",
            Self::Role => "role",
            Self::Quantifier => "quantifier",
        })
    }
}

/// The result of comparing two mentions: how alike, in what relation, and why.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Comparison {
    pub(crate) score: f32,
    pub(crate) relation: Relation,
    pub(crate) discrepancies: Vec<Discrepancy>,
    pub(crate) signals: Signals,
    #[serde(skip)]
    pub(crate) contrast: Contrast,
}

/// What becomes of a pair that differs: whether it is kept apart, whether a reader is told, and whether time can explain it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Contrast {
    /// Whether the two are so near that they must be kept apart.
    pub(crate) apart: bool,
    pub(crate) telling: Telling,
    pub(crate) over: Over,
}

/// Whether the difference is worth telling, and how surely the two speak of one matter, as log odds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Telling {
    #[default]
    No,
    /// They share so little that only reports of one event can differ there.
    Hinted(f32),
    Plain(f32),
}

impl Telling {
    pub(crate) const fn odds(self) -> Option<f32> {
        match self {
            Self::No => None,
            Self::Hinted(odds) | Self::Plain(odds) => Some(odds),
        }
    }
}

/// What both main clauses say of the past, which no longer changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Over {
    #[default]
    No,
    /// What was.
    Past,
    /// What happened.
    Happened,
}

impl Comparison {
    /// How surely the two state the same, as far as their words go, in 0..=1. A discrepancy does not lower it.
    #[must_use]
    pub const fn score(&self) -> f32 {
        self.score
    }

    /// How the two stand to each other.
    #[must_use]
    pub const fn relation(&self) -> Relation {
        self.relation
    }

    /// In what they differ, each sort once, in the order of [`Discrepancy`]; also found where they are unrelated.
    #[must_use]
    pub fn discrepancies(&self) -> &[Discrepancy] {
        &self.discrepancies
    }

    /// What the score was made of, by name.
    #[must_use]
    pub const fn signals(&self) -> &Signals {
        &self.signals
    }
}
