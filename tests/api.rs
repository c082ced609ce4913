//! What a program that links the crate relies on: types that cross threads, rows that can be written and read again, and each
//! stage alone.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::HashSet, fmt::Display};

use corroborate::{
    Changes, Claim, CrossReference, Difference, Error, Fidelity, Hit, Origin, Report, Span, Summary, Tie,
    cluster::clusters_across,
    matching::{Comparison, Index, Links, Matcher, Relation, Signals, Statement, Stats},
    mention::{
        Kind, Known, Mention, Mentions, Reason, Skipped, Speaker,
        attribution::Attribution,
        mentions,
        modality::Modality,
        quantity::{Bound, Quantity},
    },
    render,
    sentence::{Sentence, Sentences, Splitter, sentences},
};
use serde_json::{Value, from_str, json, to_string, to_value};

#[test]
fn every_type_crosses_threads() {
    fn check<T: Send + Sync + std::fmt::Debug>() {}
    fn copied<T: Clone + Send + Sync + std::fmt::Debug>() {}
    check::<Error>();
    copied::<(Report, CrossReference, Claim<'_>, Difference<'_>, Hit<'_>, Origin<'_>, Tie, Summary<'_>)>();
    copied::<Changes<'_>>();
    copied::<(Span, Fidelity, Sentence<'_>, Sentences<'_>, Splitter)>();
    copied::<(Mention<'_>, Mentions<'_>, Skipped, Speaker, Attribution, Quantity)>();
    copied::<(Matcher, Index, Statement<'_>, Comparison, Relation, Signals, Stats, Links)>();
}

fn story() -> CrossReference {
    CrossReference::of(Report::read("fixtures/stories/dam").unwrap()).unwrap()
}

#[test]
fn a_claim_and_a_mention_are_written_alone_as_in_the_whole() {
    let xref = story();
    let whole: Value = from_str(&render::json(&xref)).unwrap();
    let claims = xref.claims();
    assert_eq!(whole["claims"].as_array().unwrap().len(), claims.len());
    for (claim, row) in claims.iter().zip(whole["claims"].as_array().unwrap()) {
        assert_eq!(to_value(claim).unwrap(), *row);
        for (mention, row) in claim.mentions().zip(row["mentions"].as_array().unwrap()) {
            assert_eq!(to_value(&mention).unwrap(), *row);
        }
    }
}

/// The contract of the JSON: these keys, of these sorts, whatever else comes.
#[test]
fn the_json_keeps_its_contract() {
    let xref = story();
    let whole: Value = from_str(&render::json(&xref)).unwrap();
    let text = |row: &Value, key: &str| {
        row[key].as_str().unwrap_or_else(|| panic!("no {key:?} in {row}")).to_owned()
    };
    for report in whole["reports"].as_array().unwrap() {
        assert!(!text(report, "outlet").is_empty() && xref.report(&text(report, "id")).is_some());
    }
    for claim in whole["claims"].as_array().unwrap() {
        assert!(!text(claim, "id").is_empty() && !text(claim, "text").is_empty());
        let mentions = claim["mentions"].as_array().unwrap();
        let mut outlets: Vec<String> = mentions.iter().map(|m| text(m, "outlet")).collect();
        outlets.sort();
        outlets.dedup();
        assert_eq!(claim["outlets"], json!(outlets));
        for mention in mentions {
            let report = xref.report(&text(mention, "report")).unwrap();
            let byte = |key: &str| usize::try_from(mention[key].as_u64().unwrap()).unwrap();
            assert_eq!(report.text()[byte("start")..byte("end")], text(mention, "text"));
            assert!(
                ["direct_quote", "mixed_quote", "indirect_quote", "assertion"]
                    .contains(&&*text(mention, "kind"))
            );
            assert!(mention.as_object().unwrap().contains_key("speaker"));
        }
    }
}

#[test]
fn a_report_is_read_from_what_is_required() {
    let report: Report = from_str(
        r#"{"outlet": "Tellwire", "text": "It leaks.", "published": "2025-03-06T08:30:00Z", "tags": []}"#,
    )
    .unwrap();
    let known = Report::new("Tellwire", "It leaks.").with_published("2025-03-06").unwrap();
    assert_eq!(report, known);
    assert_eq!(from_str::<Report>(&to_string(&report).unwrap()).unwrap(), report);
    let refused =
        from_str::<Report>(r#"{"outlet": "T", "text": "", "published": "May"}"#).unwrap_err().to_string();
    assert!(refused.contains("published is \"May\""), "{refused}");
    assert!(from_str::<Report>(r#"{"outlet": "T"}"#).unwrap_err().to_string().contains("`text`"));
}

#[test]
fn settings_are_saved_as_they_were_set() {
    let matchers = [
        Matcher::default(),
        // A threshold that is set is not the default, though it may be the same number.
        Matcher::default().threshold(Matcher::default().same_threshold()).unwrap(),
        Matcher::default().threshold(0.3).unwrap().synonyms(&["levee", "dyke"]).unwrap(),
        Matcher::default()
            .aliases(&["Ondre Water Authority", "OWA"])
            .unwrap()
            .antonyms("dry", "wet")
            .unwrap(),
    ];
    for matcher in &matchers {
        let saved = to_string(matcher).unwrap();
        let loaded: Matcher = from_str(&saved).unwrap();
        assert_eq!(loaded, *matcher);
        assert_eq!(to_string(&loaded).unwrap(), saved);
        assert_eq!(loaded.fingerprint(), matcher.fingerprint());
        let compare = |matcher: &Matcher| {
            let mut index = Index::new(matcher.clone());
            let a = index.add(Statement::new("Eleven workers left the plant before dawn."));
            let b = index.add(Statement::new("The plant was left by workers when the pumps failed."));
            index.compare(a, b).unwrap()
        };
        assert_eq!(compare(&loaded), compare(matcher));
    }
    assert_ne!(matchers[0], matchers[1]);
    assert_ne!(matchers[0].fingerprint(), matchers[1].fingerprint());
    let refused = from_str::<Matcher>(r#"{"threshold": 1.5}"#).unwrap_err().to_string();
    assert!(refused.contains("threshold is 1.5, expected a number from 0 to 1"), "{refused}");
}

#[test]
fn claims_lead_to_each_other() {
    let xref = story();
    let mut differences = 0;
    for claim in xref.claims() {
        for mention in claim.mentions() {
            assert_eq!(xref.claim_of(&mention), Some(claim));
        }
        for difference in claim.differences() {
            let other = difference.other_claim();
            assert_ne!(other, claim);
            assert_eq!(xref.claim_of(difference.mention()), Some(claim));
            assert_eq!(xref.claim_of(difference.other()), Some(other));
            assert!(other.differences().iter().any(|back| back.other_claim() == claim));
            differences += 1;
        }
    }
    assert!(differences > 10);
    let elsewhere = Report::new("Sorvik Flash", "The mayor may resign.").with_id("elsewhere");
    assert_eq!(xref.claim_of(&mentions(&elsewhere).mentions[0]), None);
}

/// An id that was kept leads to its mention and its claim.
#[test]
fn ids_lead_back() {
    let xref = story();
    let mut seen = HashSet::new();
    for claim in xref.claims() {
        assert_eq!(xref.claim(&claim.id()), Some(claim));
        for mention in claim.mentions() {
            assert_eq!(xref.mention(&mention.id()).as_ref(), Some(&mention));
            assert_eq!(xref.claim(&mention.id()), Some(claim));
            assert!(seen.insert(mention.clone()) && !seen.insert(mention.clone()));
        }
    }
    assert_eq!(seen.iter().map(Mention::id).collect::<HashSet<_>>().len(), seen.len());
    for id in
        ["", ":", "courier", "courier:", "courier:0", "courier:5..1", "courier:0..99999999", "nobody:0..9"]
    {
        assert_eq!(xref.claim(id), None, "{id}");
    }
    let named = Report::new("Tellwire", "The dam was completed in 1961.").with_id("a:b:1..2");
    let xref = CrossReference::of([named]).unwrap();
    assert_eq!(xref.claim("a:b:1..2:0..29"), Some(xref.claims()[0]));
}

#[test]
fn each_pair_of_claims_differs_once() {
    let xref = story();
    let order: Vec<String> = xref.claims().iter().map(Claim::id).collect();
    let at = |claim: Claim<'_>| order.iter().position(|id| *id == claim.id()).unwrap();
    let pair = |d: &Difference<'_>| (at(xref.claim_of(d.mention()).unwrap()), at(d.other_claim()));
    let once: HashSet<_> = xref.differences().iter().map(pair).collect();
    let all: HashSet<_> = xref.claims().iter().flat_map(Claim::differences).map(|d| pair(&d)).collect();
    assert!(once.iter().all(|(a, b)| a < b && all.contains(&(*b, *a))));
    assert_eq!(once.len() * 2, all.len());
}

#[test]
fn the_earlier_mention_is_the_same_from_both_sides() {
    let xref = story();
    let mut told = 0;
    for difference in xref.differences() {
        let Some(earlier) = difference.earlier() else {
            assert!(!difference.is_evolution());
            continue;
        };
        let back = difference.other_claim().differences();
        let back =
            back.iter().find(|d| d.other() == difference.mention() && d.mention() == difference.other());
        assert!(back.is_none_or(|d| d.earlier() == Some(earlier)));
        told += 1;
    }
    assert!(told > 5);
}

#[test]
fn a_report_taken_out_leaves_nothing_behind() {
    let reports = Report::read("fixtures/stories/dam").unwrap();
    for out in &reports {
        let mut xref = story();
        assert_eq!(xref.remove(out.id()).as_ref(), Some(out));
        assert_eq!(xref.remove(out.id()), None);
        let rest = CrossReference::of(reports.iter().filter(|r| *r != out).cloned()).unwrap();
        assert_eq!(render::json(&xref), render::json(&rest));
        xref.add(out.clone()).unwrap();
        assert_eq!(render::json(&xref), render::json(&story()));
    }
}

/// What prints by a word is written by the same word.
#[test]
fn words_are_those_of_the_json() {
    fn check<T: Display + serde::Serialize>(values: &[T]) {
        for value in values {
            assert_eq!(to_value(value).unwrap(), json!(value.to_string()));
        }
    }
    use {Bound::*, Kind::*, Modality::*};
    check(&[DirectQuote, MixedQuote, IndirectQuote, Assertion]);
    check(&[Known::Named, Known::Role, Known::Anonymous, Known::Unknown]);
    check(&[Asserted, Possible, Probable, Planned, Conditional, Demanded, Denied, Questioned, Alleged]);
    check(&[Reason::Empty, Reason::Boilerplate, Reason::SignUp, Reason::Byline]);
    check(&[Reason::Credit, Reason::Dateline, Reason::Question, Reason::Fragment]);
    check(&[Exact, About, AtLeast, AtMost]);
    check(&[Fidelity::Identical, Fidelity::Truncated, Fidelity::Elided]);
    check(&[Fidelity::Bracketed, Fidelity::Altered, Fidelity::Paraphrased]);
    check(&[Relation::Same, Relation::Differing, Relation::Unrelated]);
}

#[test]
fn origins_are_written_with_their_ties() {
    let quote = |outlet: &str, words: &str| Report::new(outlet, words);
    let xref = CrossReference::of([
        quote("Tellwire", "“The gates stay open until Friday,” Colonel Bruno Kest told reporters."),
        quote("Courier", "“The gates stay open until Friday,” Kest said."),
        quote("Flash", "The dam was completed in 1961."),
    ])
    .unwrap();
    let tied = |n: usize| to_value(xref.claims()[n].origins()).unwrap();
    assert_eq!(
        tied(0),
        json!([{"outlets": ["Courier", "Tellwire"], "tie": "speaker", "name": "Bruno Kest"}])
    );
    assert_eq!(tied(1), json!([{"outlets": ["Flash"], "tie": "own"}]));
}

#[test]
fn what_changed_and_what_was_found_are_written() {
    let mut xref = CrossReference::of([Report::new("Tellwire", "The dam was completed in 1961.")]).unwrap();
    let changes = xref.add(Report::new("Courier", "The dam was finished in 1961. Nobody was hurt.")).unwrap();
    let row = to_value(&changes).unwrap();
    assert_eq!(row["corroborated"][0]["outlets"], json!(["Courier", "Tellwire"]));
    assert_eq!((row["added"].as_array().unwrap().len(), &row["regrouped"]), (1, &json!([])));
    let hit = to_value(&xref.search("The dam was completed in 1961")[0]).unwrap();
    assert_eq!(hit["comparison"]["relation"], json!("same"));
    assert_eq!(hit["claim"]["mentions"][1], hit["mention"]);
}

/// The values of a mention stand beside their words.
#[test]
fn values_are_written_with_their_words() {
    let text = "More than 1,900 people aged 34 left the valley on Wednesday.";
    let report = Report::new("Tellwire", text).with_published("2025-03-06").unwrap();
    let row = to_value(&mentions(&report).mentions[0]).unwrap();
    assert_eq!(
        row["quantities"][0],
        json!({"start": 10, "end": 15, "text": "1,900", "value": {"number": 1900.0}, "unit": "people",
               "bound": "at_least", "counted": "people", "age": false})
    );
    assert_eq!(
        row["dates"][0],
        json!({"start": 50, "end": 59, "text": "Wednesday", "days": ["2025-03-05", "2025-03-05"]})
    );
}

/// An archive counts part by part, adds up, and compares bucket by bucket.
#[test]
fn parts_compare_as_the_whole_does() {
    let xref = story();
    let found: Vec<Mentions<'_>> = xref.reports().map(mentions).collect();
    let rows: Vec<Statement<'_>> =
        found.iter().flat_map(|f| f.mentions.iter().map(Statement::from)).collect();
    let index = |rows: &[Statement<'_>], mut index: Index| {
        for row in rows {
            index.add(*row);
        }
        index
    };
    let whole = index(&rows, Index::default());
    let mut stats = Stats::default();
    for part in rows.chunks(50).rev() {
        let own = to_string(index(part, Index::default()).stats()).unwrap();
        stats.merge(&from_str(&own).unwrap());
    }
    assert_eq!(stats, *whole.stats());
    assert_eq!(to_string(&stats).unwrap(), to_string(whole.stats()).unwrap());
    // Both are of one bucket; the rest is elsewhere. An acronym that the rest explains is known in the whole alone.
    let (mut alike, mut all) = (0, 0);
    for (i, j) in
        (0..rows.len()).step_by(7).flat_map(|i| (i + 1..rows.len()).step_by(11).map(move |j| (i, j)))
    {
        let bucket = index(&[rows[i], rows[j]], Index::with_stats(Matcher::default(), stats.clone()));
        all += 1;
        alike += usize::from(bucket.compare(0, 1) == whole.compare(i, j));
    }
    assert!(all > 200 && alike * 100 >= all * 98, "{alike} of {all}");
}

/// The stages joined by hand, as an engine with rows of its own would.
#[test]
fn the_stages_work_without_the_facade() {
    let reports = [
        Report::new(
            "Tellwire",
            "The dam at Brask was completed in 1961. About 1,900 people have left the valley.",
        ),
        Report::new(
            "Courier",
            "Some 1,900 people have left the valley, Colonel Bruno Kest said. He will speak on Friday.",
        ),
        Report::new("Flash", "The Brask dam was finished in 1961."),
    ];
    assert_eq!(sentences(reports[0].text()).count(), 2);
    let found: Vec<Mentions<'_>> = reports.iter().map(mentions).collect();
    let rows: Vec<(u32, &Mention<'_>)> = found
        .iter()
        .zip(0..)
        .flat_map(|(of_report, n)| of_report.mentions.iter().map(move |m| (n, m)))
        .collect();
    let mut index = Index::default();
    for &(report, mention) in &rows {
        index.add(Statement { report: Some(report), ..Statement::from(mention) });
    }
    let links = index.links();
    let parts: Vec<u32> = rows.iter().map(|r| r.0).collect();
    let groups = clusters_across(&parts, &links.same, &links.differing, index.matcher().same_threshold());
    let shared: Vec<Vec<&str>> = groups
        .iter()
        .filter(|g| g.len() > 1)
        .map(|g| g.iter().map(|&m| rows[m].1.text()).collect())
        .collect();
    assert_eq!(
        shared,
        [
            ["The dam at Brask was completed in 1961", "The Brask dam was finished in 1961"],
            ["About 1,900 people have left the valley", "Some 1,900 people have left the valley"],
        ]
    );
}
