//! The gold labels of a story, for the tests that hold the crate against them.
//!
//! A mention of the crate stands for a gold mention of the same report when they share at least half of the shorter one.
#![allow(dead_code)] // Each test needs a part of it.

use std::fs;

use corroborate::{CrossReference, Report, Span, mention::Mention};
use serde_json::Value;

/// A story: its reports, cross-referenced, and what a careful reader found in them.
pub struct Story {
    pub xref: CrossReference,
    gold: Value,
}

/// Where the words of a gold mention stand: reports and spans.
pub struct Places(Vec<(String, Span)>);

impl Places {
    /// Whether the mention stands for this one.
    pub fn hold(&self, mention: &Mention<'_>) -> bool {
        let own = mention.span();
        let half = |place: &Span| {
            let shared = place.end.min(own.end).saturating_sub(place.start.max(own.start));
            shared > 0 && 2 * shared >= place.len().min(own.len())
        };
        self.0.iter().any(|(report, place)| report == mention.report().id() && half(place))
    }

    /// Whether both are mentions of one report.
    pub fn share_a_report(&self, other: &Self) -> bool {
        self.0.iter().any(|(report, _)| other.0.iter().any(|(of_other, _)| report == of_other))
    }
}

impl Story {
    pub fn read(folder: &str) -> Self {
        let gold = fs::read_to_string(format!("{folder}/gold.json")).unwrap();
        let story = Self {
            xref: CrossReference::of(Report::read(folder).unwrap()).unwrap(),
            gold: serde_json::from_str(&gold).unwrap(),
        };
        assert!(!story.rows("groups").is_empty(), "{folder}: no groups");
        story
    }

    fn rows(&self, key: &str) -> &[Value] {
        list(&self.gold, key)
    }

    /// The gold mention `id`.
    fn mention(&self, id: &Value) -> Places {
        let row = self.rows("mentions").iter().find(|m| m["id"] == *id);
        let row = row.unwrap_or_else(|| panic!("no mention {id}"));
        let (report, quote) = (row["doc"].as_str().unwrap(), row["quote"].as_str().unwrap());
        let text = self.xref.report(report).unwrap().text();
        let found = text.match_indices(quote).map(|(at, q)| (report.to_owned(), Span::new(at, at + q.len())));
        let places: Vec<_> = found.collect();
        assert!(!places.is_empty(), "{quote:?} does not stand in {report}");
        Places(places)
    }

    /// The mentions of each group.
    pub fn groups(&self) -> Vec<Vec<Places>> {
        let mentions = |g| list(g, "mentions").iter().map(|id| self.mention(id)).collect();
        self.rows("groups").iter().map(mentions).collect()
    }

    /// The pairs of mentions under `key`, such as `not_same`, whose sides are called `a` and `b`.
    pub fn pairs(&self, key: &str, a: &str, b: &str) -> Vec<(Places, Places)> {
        self.rows(key).iter().map(|p| (self.mention(&p[a]), self.mention(&p[b]))).collect()
    }

    /// The same, each side with all mentions of its group.
    pub fn pairs_of_groups(&self, key: &str, a: &str, b: &str) -> Vec<(Places, Places)> {
        let group = |id: &Value| {
            let of = self.rows("groups").iter().find(|g| list(g, "mentions").contains(id));
            let ids = of.map_or(core::slice::from_ref(id), |g| list(g, "mentions"));
            Places(ids.iter().flat_map(|id| self.mention(id).0).collect())
        };
        self.rows(key).iter().map(|p| (group(&p[a]), group(&p[b]))).collect()
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}
