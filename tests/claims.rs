//! What a claim says of its outlets: from how many origins it comes, which wording stands for it, what moved on.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use corroborate::{Claim, CrossReference, Report, Tie};

fn report(id: &str, outlet: &str, day: &str, text: &str) -> Report {
    Report::new(outlet, text).with_id(id).with_published(day).unwrap()
}

fn claim<'x>(xref: &'x CrossReference, words: &str) -> Claim<'x> {
    xref.claims().into_iter().find(|c| c.mentions().any(|m| m.text().contains(words))).expect(words)
}

#[test]
fn a_clause_of_a_copied_sentence_is_copied() {
    let copied = "The harbour authority of Orla, which runs the ferry terminal, closed both piers on Monday after divers found cracks in the northern sea wall.";
    let xref = CrossReference::of([
        report("a", "Tellwire", "2025-03-04", copied),
        report("b", "Sorvik Flash", "2025-03-04", copied),
        report(
            "c",
            "The Courier",
            "2025-03-04",
            "The harbour authority, which runs the ferry terminal, was founded in 1911.",
        ),
    ])
    .unwrap();
    let claim = claim(&xref, "runs the ferry terminal");
    let origins = claim.origins();
    assert_eq!(origins[0].outlets(), ["Sorvik Flash", "Tellwire"]);
    assert_eq!(*origins[0].tie(), Tie::Copy);
}

#[test]
fn one_speaker_is_one_origin_and_own_words_are_two() {
    let xref = CrossReference::of([
        report("a", "Tellwire", "2025-03-04", "“The sea wall will hold,” Harbour Master Ilda Venn said."),
        report("b", "The Courier", "2025-03-05", "Ilda Venn told reporters: “The sea wall will hold.”"),
    ])
    .unwrap();
    let quoted = claim(&xref, "sea wall will hold");
    assert_eq!(quoted.outlets().len(), 2);
    assert_eq!(quoted.origins().len(), 1);
    assert!(matches!(quoted.origins()[0].tie(), Tie::Speaker(name) if name == "Ilda Venn"));

    let xref = CrossReference::of([
        report("a", "Tellwire", "2025-03-04", "The sea wall of Orla was finished in 1911."),
        report("b", "The Courier", "2025-03-05", "Orla's sea wall was finished in 1911."),
    ])
    .unwrap();
    assert_eq!(claim(&xref, "finished in 1911").origins().len(), 2);
}

#[test]
fn an_outlet_that_is_named_stands_behind_those_who_name_it() {
    let origins = |first: &str, second: &str| {
        let xref = CrossReference::of([
            report(
                "a",
                first,
                "2025-03-04",
                "The harbour master sold the northern pier of Orla for a crown.",
            ),
            report("b", "Tellwire", "2025-03-05", second),
        ])
        .unwrap();
        let claim = claim(&xref, "northern pier");
        assert_eq!(claim.outlets().len(), 2);
        claim.origins().len()
    };
    for (outlet, second, want) in [
        (
            "Orla Valley Courier",
            "As the Courier found, the northern pier of Orla was sold by the harbour master for a crown.",
            1,
        ),
        (
            "Orla Valley Courier",
            "As the courier found out, the northern pier of Orla was sold by the harbour master for a crown.",
            2,
        ),
        (
            "The Independent",
            "As the Independent found, the northern pier of Orla was sold by the harbour master for a crown.",
            1,
        ),
        (
            "The Independent",
            "Independent surveyors found that the northern pier of Orla was sold by the harbour master for a crown.",
            2,
        ),
        (
            "The Independent",
            "The northern pier of Orla, the Independent Commission found, was sold by the harbour master for a crown.",
            2,
        ),
    ] {
        assert_eq!(origins(outlet, second), want, "{second}");
    }
}

#[test]
fn what_was_planned_and_is_done_has_moved_on() {
    let (planned, done) = (
        "The Orla Harbour Authority may close the northern pier of the ferry terminal.",
        "The Orla Harbour Authority has closed the northern pier of the ferry terminal.",
    );
    let differences = |first: &str, second: &str| {
        let xref = CrossReference::of([
            report("a", "Tellwire", "2025-03-04", first),
            report("b", "The Courier", "2025-03-06", second),
        ])
        .unwrap();
        let found = claim(&xref, "northern pier").differences();
        found.iter().map(|d| d.is_evolution()).collect::<Vec<_>>()
    };
    assert_eq!(differences(planned, done), [true]);
    // Once it is done, "may" contradicts.
    assert_eq!(differences(done, planned), [false]);
}

#[test]
fn a_whole_statement_stands_for_a_claim_rather_than_a_relative_clause() {
    let xref = CrossReference::of([
        report("a", "Tellwire", "2025-03-04", "The Orla Harbour Authority runs the ferry terminal at Sund."),
        report(
            "b",
            "The Courier",
            "2025-03-04",
            "The authority, which runs the ferry terminal at Sund, is in debt.",
        ),
        report(
            "c",
            "Sund Post",
            "2025-03-05",
            "Nobody at the authority, which runs the ferry terminal at Sund, answered calls.",
        ),
    ])
    .unwrap();
    let claim = claim(&xref, "which runs the ferry terminal");
    assert_eq!(claim.text(), "The Orla Harbour Authority runs the ferry terminal at Sund");
}

#[test]
fn a_quotation_in_other_words_is_told_and_house_style_is_not() {
    let altered = |first: &str, second: &str| {
        let xref = CrossReference::of([
            report("a", "Tellwire", "2025-03-04", first),
            report("b", "The Courier", "2025-03-04", second),
        ])
        .unwrap();
        let claims = xref.claims();
        claims
            .iter()
            .flat_map(Claim::altered_quotations)
            .map(|(a, b)| format!("{a} / {b}", a = a.text(), b = b.text()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        altered(
            "“The sea wall is going to fail,” Harbour Master Ilda Venn said.",
            "“The sea wall is going to fall,” Ilda Venn told reporters."
        ),
        ["The sea wall is going to fail / The sea wall is going to fall"]
    );
    for (first, second) in [
        // Style, a cut, a bracket.
        (
            "“We didn't lose three per cent of the fleet,” Ilda Venn said.",
            "“We did not lose 3 percent of the fleet,” Ilda Venn said.",
        ),
        (
            "“The wall will hold, and we will not wait for the rain,” Ilda Venn said.",
            "“The wall will hold,” Ilda Venn said.",
        ),
        (
            "“The wall will hold this winter,” Ilda Venn said.",
            "“The [sea] wall will hold this winter,” Ilda Venn said.",
        ),
        // Others' words, and reported ones.
        (
            "“The wall will hold this winter,” Ilda Venn said.",
            "“The wall will last this winter,” Ansa Weld said.",
        ),
        (
            "“The wall will hold this winter,” Ilda Venn said.",
            "Ilda Venn said the wall would last this winter.",
        ),
        // Two remarks that are alike, each in the same words in both.
        (
            "“There was no alarm,” Ilda Venn said. “There was no warning,” Venn said.",
            "“There was no warning,” Ilda Venn said. “There was no alarm,” Venn said.",
        ),
    ] {
        assert_eq!(altered(first, second), [""; 0], "{first} / {second}");
    }
}
