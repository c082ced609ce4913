//! What a user may set: thresholds, and words of their own.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::knowledge::Knowledge;
use crate::{Error, hash::hash};

/// The settings of a comparison. The default is the shipped model with its thresholds.
///
/// ```
/// use corroborate::matching::{Index, Matcher};
///
/// let matcher = Matcher::default().aliases(&["Tern Valley Authority", "TVA"])?.threshold(0.7)?;
/// let index = Index::new(matcher);
/// # Ok::<(), corroborate::Error>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(into = "Own", try_from = "Own")]
pub struct Matcher {
    pub(crate) knowledge: Cow<'static, Knowledge>,
    own: Own,
    pub(crate) same: f32,
    /// The same for two mentions that an index holds alone.
    pub(crate) alone: f32,
    pub(crate) matter: f32,
}

/// What a user set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Own {
    threshold: Option<f32>,
    synonyms: Vec<Vec<String>>,
    aliases: Vec<Vec<String>>,
    antonyms: Vec<Vec<String>>,
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| (*w).to_owned()).collect()
}

/// Two matchers are equal where the same was set.
impl PartialEq for Matcher {
    fn eq(&self, other: &Self) -> bool {
        self.own == other.own
    }
}

/// A matcher is saved as what was set, not with the knowledge that the crate brings along.
impl From<Matcher> for Own {
    fn from(matcher: Matcher) -> Self {
        matcher.own
    }
}

impl TryFrom<Own> for Matcher {
    type Error = Error;

    fn try_from(own: Own) -> Result<Self, Error> {
        let mut matcher = Self::default();
        let Own { threshold, synonyms, aliases, antonyms } = own;
        if let Some(threshold) = threshold {
            matcher = matcher.threshold(threshold)?;
        }
        for words in &synonyms {
            matcher = matcher.synonyms(&words.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        for names in &aliases {
            matcher = matcher.aliases(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        for pair in &antonyms {
            if let [a, b] = pair.as_slice() {
                matcher = matcher.antonyms(a, b)?;
            }
        }
        Ok(matcher)
    }
}

impl Default for Matcher {
    fn default() -> Self {
        Self {
            knowledge: Cow::Borrowed(Knowledge::english()),
            own: Own::default(),
            same: 0.18,
            alone: 0.43,
            matter: 0.08,
        }
    }
}

impl Matcher {
    /// The score from which two mentions without a discrepancy state the same, in 0..=1. Default 0.18. Raise it where a wrong join
    /// costs more than a missed one. Also the threshold for [`crate::cluster::clusters`].
    ///
    /// It is this low because a claim is the average of many pairs. Two mentions that an index holds alone have only each other to go
    /// by, and are the same from 0.43 on, unless a threshold is set here.
    ///
    /// ```
    /// use corroborate::{CrossReference, Report, matching::Matcher};
    ///
    /// let reports = [
    ///     Report::new("Tellwire", "The harbour was closed to large ships on Monday after the storm."),
    ///     Report::new("Courier", "Large ships were kept out of the harbour on Monday."),
    /// ];
    /// let corroborated = |threshold: f32| -> Result<usize, corroborate::Error> {
    ///     let mut xref = CrossReference::new(Matcher::default().threshold(threshold)?);
    ///     xref.extend(reports.clone())?;
    ///     Ok(xref.summary().corroborated)
    /// };
    /// assert_eq!((corroborated(0.1)?, corroborated(0.99)?), (1, 0));
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Setting`] if the threshold is outside 0..=1.
    pub fn threshold(mut self, threshold: f32) -> Result<Self, Error> {
        if !(0.0..=1.0).contains(&threshold) {
            return Err(Error::Setting {
                name: "threshold",
                given: threshold.to_string(),
                expected: "a number from 0 to 1",
            });
        }
        self.own.threshold = Some(threshold);
        self.same = threshold;
        self.alone = threshold;
        self.matter = Self::default().matter.min(threshold);
        Ok(self)
    }

    /// What names these settings in this version of the crate, as 16 hexadecimal digits: results with one fingerprint were made in
    /// one way. [`render::json`](crate::render) writes it.
    ///
    /// ```
    /// use corroborate::matching::Matcher;
    ///
    /// let own = Matcher::default().synonyms(&["bund", "levee"])?;
    /// assert_ne!(own.fingerprint(), Matcher::default().fingerprint());
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let made = format!("{} {:?}", env!("CARGO_PKG_VERSION"), self.own);
        format!("{:016x}", hash(made.as_bytes()))
    }

    /// The threshold in use: see [`Matcher::threshold`].
    #[must_use]
    pub const fn same_threshold(&self) -> f32 {
        self.same
    }

    /// Adds words that can stand for each other, in their dictionary forms: `levee`, `dyke`.
    ///
    /// For words of a trade or a region that the crate does not know; those of general English are there.
    ///
    /// ```
    /// use corroborate::matching::{Index, Matcher, Statement};
    ///
    /// let score = |matcher: Matcher| {
    ///     let mut index = Index::new(matcher);
    ///     let a = index.add(Statement::new("The bund at Tavisk was breached at noon."));
    ///     let b = index.add(Statement::new("The polder at Tavisk was breached at noon."));
    ///     index.compare(a, b).unwrap().score()
    /// };
    /// let own = Matcher::default().synonyms(&["bund", "polder"])?;
    /// assert!(score(own) > score(Matcher::default()));
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Setting`] if there are fewer than two words, an empty one, or one of several parts (`sea wall`, `sea-wall`).
    pub fn synonyms(mut self, words: &[&str]) -> Result<Self, Error> {
        self.knowledge.to_mut().add_synonyms(words)?;
        self.own.synonyms.push(owned(words));
        Ok(self)
    }

    /// Adds names of one person, place or body, each of one or more words. Names that a report itself explains, as
    /// `the Ondre Water Authority (OWA)`, need not be added.
    ///
    /// ```
    /// use corroborate::matching::{Index, Matcher, Statement};
    ///
    /// let score = |matcher: Matcher| {
    ///     let mut index = Index::new(matcher);
    ///     let a = index.add(Statement::new("Zatoka was hit by the storm on Monday."));
    ///     let b = index.add(Statement::new("Bugaz was hit by the storm on Monday."));
    ///     index.compare(a, b).unwrap().score()
    /// };
    /// assert!(score(Matcher::default().aliases(&["Zatoka", "Bugaz"])?) > score(Matcher::default()));
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Setting`] if there are fewer than two names, or an empty one.
    pub fn aliases(mut self, names: &[&str]) -> Result<Self, Error> {
        self.knowledge.to_mut().add_aliases(names)?;
        self.own.aliases.push(owned(names));
        Ok(self)
    }

    /// Adds two words of which one sentence cannot say both of the same thing, in their dictionary forms.
    ///
    /// ```
    /// use corroborate::matching::{Discrepancy, Index, Matcher, Statement};
    ///
    /// let mut index = Index::new(Matcher::default().antonyms("hoist", "strike")?);
    /// let a = index.add(Statement::new("The crew hoisted the flag on Monday."));
    /// let b = index.add(Statement::new("The crew struck the flag on Monday."));
    /// assert_eq!(index.compare(a, b).unwrap().discrepancies(), [Discrepancy::Polarity]);
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Setting`] if one is empty or of several parts.
    pub fn antonyms(mut self, a: &str, b: &str) -> Result<Self, Error> {
        self.knowledge.to_mut().add_antonyms(a, b)?;
        self.own.antonyms.push(owned(&[a, b]));
        Ok(self)
    }
}
