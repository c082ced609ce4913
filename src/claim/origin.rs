//! Origins: from how many independent places a claim comes.

use std::collections::BTreeMap;

use crate::{
    hash::{Map, Set},
    lexicon::ENGLISH,
    mention::Mention,
    spelling,
};

/// Outlets of one claim that lean on the same thing: they count once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Origin<'x> {
    outlets: Vec<&'x str>,
    #[serde(flatten)]
    tie: Tie,
}

impl<'x> Origin<'x> {
    /// The outlets, in alphabetical order.
    #[must_use]
    pub fn outlets(&self) -> &[&'x str] {
        &self.outlets
    }

    /// What ties them together.
    #[must_use]
    pub const fn tie(&self) -> &Tie {
        &self.tie
    }
}

/// Why outlets share an origin. It is written as its word and, where there is one, a `name`:
/// `{"tie": "speaker", "name": "Matthew Miller"}`, `{"tie": "copy"}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(tag = "tie", content = "name", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Tie {
    /// Nothing in the texts ties the outlet to another.
    Own,
    /// They give the words or the view of one speaker, named here as fully as one of them does.
    Speaker(String),
    /// They lean on one outlet, named here; that outlet itself included.
    Cites(String),
    /// Their texts are nearly the same, so one copied the other or both a third.
    Copy,
}

/// Words of the runs by which sentences are compared. Editors change a word here and there, so longer runs break.
const RUN: usize = 5;

/// Share of the shorter text's runs that the other must hold: two newsrooms seldom find half of them by chance.
const SHARED_RUNS: f64 = 0.5;

/// The outlets of a cross-reference by the names that reports give them: in full, or `the Courier` where no other ends so.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outlets {
    /// Names in lower case without `the`, and the outlet's own.
    names: Map<String, String>,
}

impl Outlets {
    pub(crate) fn of<'o>(outlets: impl Iterator<Item = &'o str>) -> Self {
        let full: BTreeMap<String, &str> = outlets.map(|name| (lower_name(name), name)).collect();
        let mut names: Map<String, String> = Map::default();
        let mut ends: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (lower, name) in &full {
            if let Some((_, last)) = lower.rsplit_once(' ') {
                ends.entry(last).or_default().push(name);
            }
        }
        for (last, of) in ends {
            if let [only] = of[..] {
                names.insert(format!("the {last}"), only.to_owned());
            }
        }
        names.extend(full.iter().map(|(lower, name)| (lower.clone(), (*name).to_owned())));
        Self { names }
    }

    /// The name by which an outlet goes, whatever report names it.
    fn key(&self, name: &str) -> String {
        let lower = name.to_lowercase();
        let short = || self.names.get(&format!("the {}", lower_name(name)));
        let known = self.names.get(&lower_name(name)).or_else(|| self.names.get(&lower)).or_else(short);
        known.cloned().unwrap_or_else(|| lower_name(name))
    }

    /// The outlets that a text names.
    fn named(&self, text: &str) -> Vec<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        // "The courier came late" names nobody.
        let capital = |word: &str| {
            word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
        };
        let mut found = Vec::new();
        for (i, word) in words.iter().enumerate() {
            if !word.eq_ignore_ascii_case("the") && !capital(word) {
                continue;
            }
            for run in (1..=LONGEST_NAME).rev().filter_map(|n| words.get(i..i + n)) {
                if !run.last().is_some_and(|last| capital(last)) {
                    continue;
                }
                let joined = run.join(" ").to_lowercase();
                let name = joined.trim_matches(|c: char| !c.is_alphanumeric());
                let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
                let before = i.checked_sub(1).and_then(|b| words.get(b));
                let after = words.get(i + run.len()).filter(|_| run.last().is_some_and(|w| !ends_phrase(w)));
                // "Independent surveyors" and "the Independent Commission" name no newspaper, "the Independent" does.
                let clear = run.len() > 1
                    || ENGLISH.get(name).is_none()
                    || before.is_some_and(|w| w.eq_ignore_ascii_case("the"))
                        && !after.is_some_and(|w| capital(w));
                if let Some(known) = self.names.get(name).filter(|_| clear) {
                    found.push(known.clone());
                    break;
                }
            }
        }
        found
    }
}

/// Whether a mark stands after the word.
fn ends_phrase(word: &str) -> bool {
    word.ends_with(|c: char| !c.is_alphanumeric())
}

/// How many words the name of an outlet may have.
const LONGEST_NAME: usize = 5;

/// Parts the outlets of these mentions of one claim into origins, the largest first. `known` are the outlets of all reports.
pub(super) fn origins<'x>(mentions: &[Mention<'x>], known: &Outlets) -> Vec<Origin<'x>> {
    let mut outlets: Vec<&str> = mentions.iter().map(|m| m.report().outlet()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let number: Map<&str, usize> = outlets.iter().enumerate().map(|(i, &o)| (o, i)).collect();
    let mut parts = Parts::new(outlets.len());
    let mut first: Map<(u8, String), usize> = Map::default();
    let mut fullest: Map<String, &str> = Map::default();
    for name in mentions.iter().filter(|m| m.is_named()).filter_map(Mention::speaker) {
        let known = fullest.entry(name_key(name)).or_insert(name);
        if fullness(name) > fullness(known) {
            *known = name;
        }
    }
    for mention in mentions {
        let own = number[mention.report().outlet()];
        let speaker = mention.speaker().filter(|_| mention.is_named());
        let keys = [
            (1, speaker.map(name_key)),
            (2, mention.via().map(|via| known.key(via))),
            (2, Some(known.key(outlets[own]))),
        ];
        for (sort, name) in keys {
            let Some(name) = name else { continue };
            let tie = match sort {
                1 => Tie::Speaker(fullest.get(&name).copied().unwrap_or_default().to_owned()),
                _ => Tie::Cites(mention.via().unwrap_or(outlets[own]).to_owned()),
            };
            let other = *first.entry((sort, name)).or_insert(own);
            parts.join(own, other, tie);
        }
        // "As the Courier reported": whoever names another outlet in the sentence leans on it.
        for name in known.named(mention.sentence().of(mention.report().text())) {
            let tie = Tie::Cites(name.clone());
            let other = *first.entry((2, name)).or_insert(own);
            parts.join(own, other, tie);
        }
    }
    for (a, b) in copies(mentions, &number) {
        parts.join(a, b, Tie::Copy);
    }
    parts.into_origins(&outlets)
}

/// How well a name tells who somebody is: first name and surname best, for more words are often titles; of those the longer.
fn fullness(name: &str) -> (bool, core::cmp::Reverse<usize>, usize, &str) {
    let words = name.split_whitespace().count();
    (words > 1, core::cmp::Reverse(words), name.len(), name)
}

/// A person is one under first name and surname or surname alone, within one claim.
pub(super) fn name_key(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_lowercase()
}

/// `the Wall Street Journal`, `Wall Street Journal`.
fn lower_name(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.strip_prefix("the ").map_or(lower.clone(), str::to_owned)
}

/// The pairs of outlets whose texts are nearly the same. What is copied are sentences, so it is the sentences around the
/// mentions that are compared: a clause of five words tells nothing by itself. Each text is compared with the first that has
/// a run of words in common with it, so the cost grows with the words, not with the pairs.
fn copies(mentions: &[Mention<'_>], number: &Map<&str, usize>) -> Vec<(usize, usize)> {
    let texts: Vec<(usize, Set<String>)> = mentions
        .iter()
        .map(|m| (number[m.report().outlet()], runs(m.sentence().of(m.report().text()))))
        .collect();
    let mut holder: Map<&str, usize> = Map::default();
    let mut pairs = Vec::new();
    for (i, (outlet, runs)) in texts.iter().enumerate() {
        let mut common: Map<usize, usize> = Map::default();
        for run in runs {
            let first = *holder.entry(run).or_insert(i);
            *common.entry(first).or_default() += 1;
        }
        for (j, shared) in common {
            let (other, others) = &texts[j];
            if other != outlet && shared as f64 >= SHARED_RUNS * runs.len().min(others.len()) as f64 {
                pairs.push((*outlet, *other));
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Every run of words of the text, folded.
fn runs(text: &str) -> Set<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| spelling::fold(&w.to_lowercase()))
        .collect();
    words.windows(RUN).map(|w| w.join(" ")).collect()
}

/// Outlets in parts that grow together.
struct Parts {
    parent: Vec<usize>,
    ties: Map<usize, Tie>,
}

impl Parts {
    fn new(n: usize) -> Self {
        Self { parent: (0..n).collect(), ties: Map::default() }
    }

    fn root(&self, mut i: usize) -> usize {
        while self.parent[i] != i {
            i = self.parent[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize, tie: Tie) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            let (low, high) = (a.min(b), a.max(b));
            self.parent[high] = low;
            let strongest =
                [self.ties.remove(&high), self.ties.remove(&low), Some(tie)].into_iter().flatten().max();
            if let Some(tie) = strongest {
                self.ties.insert(low, tie);
            }
        }
    }

    fn into_origins<'x>(mut self, outlets: &[&'x str]) -> Vec<Origin<'x>> {
        let mut origins: Vec<(usize, Origin<'x>)> = Vec::new();
        for (i, outlet) in outlets.iter().enumerate() {
            let root = self.root(i);
            match origins.iter_mut().find(|(r, _)| *r == root) {
                Some((_, origin)) => origin.outlets.push(outlet),
                None => {
                    let tie = self.ties.remove(&root).unwrap_or(Tie::Own);
                    origins.push((root, Origin { outlets: vec![outlet], tie }));
                }
            }
        }
        origins.sort_by_key(|(root, o)| (core::cmp::Reverse(o.outlets.len()), *root));
        origins.into_iter().map(|(_, o)| o).collect()
    }
}
