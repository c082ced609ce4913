//! How pairs of mentions stand to each other, from `cases/matching.txt`, and what holds of every pair and pile.

use corroborate::{
    cluster::{clusters, clusters_across},
    matching::{Index, Statement},
};
use proptest::prelude::*;

const CASES: &str = include_str!("cases/matching.txt");

#[test]
fn cases() {
    let blocks: Vec<&str> = CASES.split("\n\n").skip(1).collect();
    assert!(blocks.len() > 10, "the case file is empty");
    let mut wrong = Vec::new();
    for block in blocks {
        let lines: Vec<&str> = block.trim().lines().collect();
        let [what, relation, a, b] = lines[..] else { panic!("malformed case: {block:?}") };
        let mut index = Index::default();
        let (a, b) = (index.add(Statement::new(a)), index.add(Statement::new(b)));
        let got = index.compare(a, b).unwrap();
        let sorts: Vec<String> = got.discrepancies().iter().map(ToString::to_string).collect();
        let mut words = relation.split(' ');
        let right = words.next() == Some(&got.relation().to_string())
            && words.next().is_none_or(|sort| sorts.iter().any(|s| s == sort));
        if !right {
            wrong.push(format!("{what}: {} {sorts:?} {:.2}", got.relation(), got.score()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether two mentions tell that the same is done to something else.
fn objects_differ(a: &str, b: &str) -> bool {
    let mut index = Index::default();
    let (a, b) = (index.add(Statement::new(a)), index.add(Statement::new(b)));
    index.compare(a, b).is_some_and(|c| c.signals().objects_differ > 0.0)
}

#[test]
fn what_is_acted_on() {
    assert!(objects_differ("The council approved the budget.", "The council approved the new stadium."));
    assert!(objects_differ("The council approved the budget.", "A stadium was approved by the council."));
    for (a, b) in [
        ("The council approved the budget.", "The budget was approved by the council."),
        ("The council approved the budget.", "The council built the stadium."),
        ("The council approved it.", "The council approved the stadium."),
        ("Nadia Orlo was acquitted.", "His wife was acquitted."),
        ("The actor died in her sleep.", "The actor died at a hospital."),
    ] {
        assert!(!objects_differ(a, b), "{a} {b}");
    }
}

const PHRASES: &str = include_str!("cases/phrases.txt");

#[test]
fn phrases() {
    let mut wrong = Vec::new();
    for line in PHRASES.lines().filter(|l| !l.starts_with('#')) {
        let [share, a, b] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("malformed: {line:?}") };
        let mut index = Index::default();
        let (a, b) = (index.add(Statement::new(a)), index.add(Statement::new(b)));
        let weight = index.compare(a, b).unwrap().signals().shared_weight;
        if (weight > 0.0) != (share == "+") {
            wrong.push(format!("{line}: {weight:.2}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Sentences over few words, so that they overlap, with numbers, names and negations.
fn sentence() -> impl Strategy<Value = String> {
    let words = [
        "the",
        "dam",
        "Brask",
        "may",
        "not",
        "leaked",
        "leak",
        "4,200",
        "people",
        "left",
        "on",
        "Tuesday",
        "Derrow",
        "said",
        "lift",
        "impose",
        "sanctions",
        "after",
        "before",
        "China",
        "Beijing",
        "OWA",
        "“",
        "”",
        ",",
        "water",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..14).prop_map(|w| w.join(" "))
}

fn fill(texts: &[String]) -> Index {
    let mut index = Index::default();
    for text in texts {
        index.add(Statement::new(text));
    }
    index
}

/// Sentences of a pile so large that only those which share rare words are compared, the same in every run.
fn pile(n: usize) -> Vec<String> {
    let parts = ["ba", "ren", "tor", "mi", "sel", "dov", "ka", "lin", "vas", "pe", "nu", "shen"];
    let mut state = 7_u64;
    let mut draw = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    (0..n)
        .map(|_| {
            let [x, y, z] = [(); 3].map(|()| format!("{}{}", parts[draw(12)], parts[draw(12)]));
            let what = ["lifted the ban on", "closed the bridge over", "rejected a claim of"][draw(3)];
            format!("The {x} council {what} {y} in {} and {z} agreed.", 1900 + draw(90))
        })
        .collect()
}

#[test]
fn the_order_of_arrival_makes_no_difference_to_a_large_pile() {
    let texts = pile(900);
    let last = texts.len() - 1;
    let reversed: Vec<String> = texts.iter().rev().cloned().collect();
    let (there, back) = (fill(&texts).links(), fill(&reversed).links());
    assert!(there.compared > 900 && there.compared < last * last / 4, "{} pairs compared", there.compared);
    assert_eq!((there.compared, there.left_out), (back.compared, back.left_out));
    let sorted = |mut links: Vec<(usize, usize, f32)>| {
        links.sort_by_key(|l| (l.1, l.0));
        links
    };
    let turned = back.same.iter().map(|&(a, b, s)| (last - b, last - a, s)).collect();
    assert_eq!(sorted(there.same), sorted(turned));
    let mut turned: Vec<_> = back.differing.iter().map(|&(a, b)| (last - b, last - a)).collect();
    turned.sort_by_key(|l| (l.1, l.0));
    assert_eq!(there.differing, turned);
    // Another order than turned round.
    let mut shuffled: Vec<usize> = (0..texts.len()).collect();
    shuffled.sort_by_key(|i| i * 7919 % 1009);
    let moved: Vec<String> = shuffled.iter().map(|&i| texts[i].clone()).collect();
    let mut again: Vec<_> = fill(&moved).links().same;
    for link in &mut again {
        let (a, b) = (shuffled[link.0], shuffled[link.1]);
        (link.0, link.1) = (a.min(b), a.max(b));
    }
    assert_eq!(sorted(fill(&texts).links().same), sorted(again));
}

proptest! {
    #[test]
    fn comparison_is_symmetric(texts in prop::collection::vec(sentence(), 2..6)) {
        let index = fill(&texts);
        prop_assert_eq!(index.compare(0, 1), index.compare(1, 0));
        let score = index.compare(0, 1).unwrap().score();
        prop_assert!((0.0..=1.0).contains(&score));
    }

    #[test]
    fn the_order_of_arrival_makes_no_difference(texts in prop::collection::vec(sentence(), 2..12)) {
        let reversed: Vec<String> = texts.iter().rev().cloned().collect();
        let (there, back) = (fill(&texts).links(), fill(&reversed).links());
        let last = texts.len() - 1;
        let mut turned: Vec<_> = back.same.iter().map(|&(a, b, s)| (last - b, last - a, s)).collect();
        turned.sort_by_key(|l| (l.1, l.0));
        let mut same = there.same.clone();
        same.sort_by_key(|l| (l.1, l.0));
        prop_assert_eq!(same, turned);
        prop_assert_eq!(there.left_out, back.left_out);
    }

    #[test]
    fn any_text_goes_through(a in ".{0,80}", b in "\\PC{0,80}") {
        let index = fill(&[a, b]);
        prop_assert!(index.compare(0, 1).is_some());
        let _ = index.links();
    }

    #[test]
    fn groups_part_the_items(
        links in prop::collection::vec((0_usize..20, 0_usize..20, 0.0_f32..1.0), 0..60),
        cannot in prop::collection::vec((0_usize..20, 0_usize..20), 0..8),
    ) {
        let groups = clusters(20, &links, &cannot, 0.4);
        let mut all: Vec<usize> = groups.concat();
        all.sort_unstable();
        prop_assert_eq!(all, (0..20).collect::<Vec<_>>());
        for group in &groups {
            for &(a, b) in &cannot {
                prop_assert!(a == b || !(group.contains(&a) && group.contains(&b)));
            }
        }
        let mut shuffled = links.clone();
        shuffled.reverse();
        prop_assert_eq!(&groups, &clusters(20, &shuffled, &cannot, 0.4));
        let parts: Vec<u32> = (0..20).map(|i| i / 5).collect();
        prop_assert_eq!(
            clusters_across(&parts, &links, &cannot, 0.4),
            clusters_across(&parts, &shuffled, &cannot, 0.4)
        );
    }
}

/// The signals of two texts.
fn signals(a: &str, b: &str) -> corroborate::matching::Signals {
    let mut index = Index::default();
    let (a, b) = (index.add(Statement::new(a)), index.add(Statement::new(b)));
    index.signals(a, b).unwrap_or_default()
}

#[test]
fn names_differ_only_where_they_fill_one_role() {
    for (a, b) in [
        ("Anna Torvik resigned on Monday.", "Per Lunde resigned on Monday."),
        ("The court cleared Anna Torvik of fraud.", "The court cleared Per Lunde of fraud."),
    ] {
        assert_eq!(signals(a, b).names_differ, 1.0, "{a} {b}");
    }
    for (a, b) in [
        // On one side only, of one person, of a place, or in another role.
        ("Anna Torvik resigned on Monday.", "The chief engineer resigned on Monday."),
        ("Torvik resigned on Monday.", "Anna Torvik resigned on Monday."),
        ("Anna Torvik resigned on Monday.", "Anna Torvik resigned on Monday, Per Lunde said."),
        ("Anna Torvik was cleared.", "The court of Lundeby cleared her."),
    ] {
        assert_eq!(signals(a, b).names_differ, 0.0, "{a} {b}");
    }
}

#[test]
fn places_differ_unless_one_holds_the_other() {
    let differ = |a, b| signals(a, b).places_differ;
    assert_eq!(differ("An earthquake hit Peru on Monday.", "An earthquake hit Turkey on Monday."), 1.0);
    assert_eq!(differ("An earthquake hit Texas on Monday.", "An earthquake hit Florida on Monday."), 1.0);
    assert_eq!(differ("An earthquake hit Texas on Monday.", "An earthquake hit the U.S. on Monday."), 0.0);
    assert_eq!(differ("An earthquake hit Peru on Monday.", "An earthquake hit the coast on Monday."), 0.0);
    assert_eq!(differ("China and Peru signed a treaty.", "Beijing and Turkey signed a treaty."), 0.0);
}
