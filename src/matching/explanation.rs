//! A comparison in words: what a reporter would say of the two mentions.

use super::{
    comparison::{Comparison, Discrepancy, Relation},
    signals::Signals,
};

/// What is said where a test of the signals holds.
type Remark = (fn(&Signals) -> bool, &'static str);

/// What speaks for the same claim, weightiest first.
const FOR: [Remark; 11] = [
    (|s| s.remark > 0.5, "both quote one speaker with the same words"),
    (|s| s.passage_length >= 0.5, "five words or more run alike"),
    (|s| s.names_shared > 0.99, "every name in one is in the other"),
    (|s| s.quantities > 0.0 || s.numbers_shared > 0.99, "the numbers agree"),
    (|s| s.dates > 0.0 || s.calendar > 0.0, "the dates agree"),
    (|s| s.heads > 0.85, "the main verbs are the same"),
    (|s| s.heads > 0.45 && s.heads <= 0.85, "the main verbs can mean the same"),
    (|s| s.subjects > 0.5, "the subjects are the same"),
    (|s| s.speakers > 0.0, "the speaker is the same"),
    (
        |s| s.meaning_apart > 0.5,
        "their words keep like company in English, beside what all of each report is about",
    ),
    (|s| s.context > 0.5, "what one leaves out is said around it in its sentence"),
];

/// What speaks against it.
const AGAINST: [Remark; 11] = [
    (|s| s.names_differ > 0.0, "each names another in the same role"),
    (|s| s.places_differ > 0.0, "each names another place"),
    (|s| s.names_one_sided > 0.0, "only one of them has names"),
    (|s| s.numbers_differ > 0.0, "each has a number that the other lacks"),
    (|s| s.numbers_one_sided > 0.0, "only one of them has numbers"),
    (|s| s.objects_differ > 0.0, "the same is done to something else"),
    (|s| s.events == 0.0 && s.heads == 0.0, "they share no word for what happens"),
    (|s| s.meaning_apart < -0.2, "their words are of other matters"),
    (|s| s.speakers_differ > 0.0, "the speakers are not the same"),
    (|s| s.pronoun > 0.0, "a pronoun stands for a name that the other gives"),
    (|s| s.length_ratio < 0.4, "one is much longer"),
];

const fn differ(discrepancy: Discrepancy) -> &'static str {
    match discrepancy {
        Discrepancy::Number => "the numbers differ",
        Discrepancy::Date => "the dates differ",
        Discrepancy::Polarity => "one affirms what the other denies",
        Discrepancy::Modality => "one says what may be, is planned or alleged, the other what is",
        Discrepancy::Entity => "another person, place or body is in the same role",
        Discrepancy::Role => "the same names are in each other's roles",
        Discrepancy::Quantifier => "one speaks of all or most, the other of some or few",
    }
}

impl Comparison {
    /// Why, in words: the verdict first, then what differs, then what speaks for the same claim and what against it.
    ///
    /// For people. A program reads [`Comparison::relation`], [`Comparison::discrepancies`] and [`Comparison::signals`].
    ///
    /// ```
    /// use corroborate::matching::{Index, Statement};
    ///
    /// let mut index = Index::default();
    /// let a = index.add(Statement::new("The ministry has lifted the export ban on salt."));
    /// let b = index.add(Statement::new("The ministry may lift the export ban on salt."));
    /// let reasons = index.compare(a, b).unwrap().reasons();
    /// assert_eq!(reasons[0], "They speak of the same matter and differ in it");
    /// assert_eq!(reasons[1], "≠ one says what may be, is planned or alleged, the other what is");
    /// ```
    #[must_use]
    pub fn reasons(&self) -> Vec<String> {
        let s = self.signals();
        let verdict = match self.relation() {
            Relation::Same => "They state the same",
            Relation::Differing => "They speak of the same matter and differ in it",
            Relation::Unrelated => "They are not close enough to be one claim",
        };
        let mut out = vec![verdict.to_owned()];
        out.extend(self.discrepancies().iter().map(|&d| format!("≠ {}", differ(d))));
        let percent = |share: f32| (share * 100.0).round();
        out.push(format!(
            "{} one has {} % of its words in the other, the other {} % (rare words weigh more)",
            if s.coverage >= 0.4 { '+' } else { '-' },
            percent(s.containment),
            percent(s.coverage)
        ));
        let holding = |remarks: &[Remark], sign: char| -> Vec<String> {
            remarks.iter().filter(|(holds, _)| holds(s)).map(|(_, what)| format!("{sign} {what}")).collect()
        };
        out.extend(holding(&FOR, '+'));
        out.extend(holding(&AGAINST, '-'));
        out
    }
}
