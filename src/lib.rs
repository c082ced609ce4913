//! Cross-references claims across news reports: who says what, in which outlet, in exactly which words and where; which
//! outlets say the same; how many independent origins stand behind it; and where the reports differ.
//!
//! It never says what is true. Everything it says points at a byte range of a report, can be explained signal by signal,
//! and is the same on every run. There is no model to fetch, no network and nothing to configure: rules, word lists and
//! weights are in the crate. They are for news in English; text in other languages goes through and gives little.
//!
//! # Overview
//!
//! [`CrossReference`] is the one type that most users need: [`Report`]s in, [`Claim`]s out.
//!
//! ```
//! use corroborate::{CrossReference, Report};
//!
//! let xref = CrossReference::of([
//!     Report::new("Tellwire", "The dam at Brask was completed in 1961. About 1,900 people have left the valley."),
//!     Report::new("The Courier", "Some 1,900 people have left the valley, Colonel Bruno Kest told reporters."),
//!     Report::new("Sorvik Flash", "The mayor may resign."),
//! ])?;
//! let claim = &xref.claims()[0];
//! assert_eq!(claim.outlets(), ["Tellwire", "The Courier"]);
//! for mention in claim.mentions() {
//!     println!("{} at {}: {}", mention.report().outlet(), mention.span(), mention.text());
//! }
//! # Ok::<(), corroborate::Error>(())
//! ```
//!
//! A **mention** is one claim as one report states it; a **claim** is all mentions that state the same. One direction of
//! data leads from the one to the other, and each stage can be used alone:
//!
//! | Stage | Module | From | To |
//! |---|---|---|---|
//! | 1 | [`sentence`] | a text | sentences |
//! | 2 | [`mention`] | a report | mentions: content, kind, speaker, modality, negation, quantities, dates |
//! | 3 | [`matching`] | mentions | candidate pairs, comparisons with named signals and typed discrepancies |
//! | 4 | [`cluster`] | links between numbers | groups |
//!
//! # Examples
//!
//! **Which claims do several outlets state, and do they lean on each other?**
//!
//! ```
//! # use corroborate::{CrossReference, Report};
//! let xref = CrossReference::of([
//!     Report::new("Tellwire", "“The gates stay open until Friday,” Colonel Bruno Kest told reporters in Varnholt."),
//!     Report::new("The Courier", "“The gates stay open until Friday,” Kest said."),
//! ])?;
//! let claim = &xref.claims()[0];
//! assert_eq!(claim.outlets().len(), 2);
//! assert_eq!(claim.origins().len(), 1); // two outlets, one speaker
//! # Ok::<(), corroborate::Error>(())
//! ```
//!
//! **Where do reports differ?** Numbers, dates, negation, modality and names are compared beside the score, never
//! averaged into it.
//!
//! ```
//! # use corroborate::{CrossReference, Report};
//! let xref = CrossReference::of([
//!     Report::new("Tellwire", "Some 4,200 people were moved out of the valley on Wednesday."),
//!     Report::new("Sorvik Flash", "Some 6,000 people were moved out of the valley on Wednesday."),
//! ])?;
//! let claims = xref.claims();
//! assert_eq!(claims.len(), 2);
//! let difference = &claims[0].differences()[0];
//! assert_eq!(difference.discrepancies()[0].to_string(), "number");
//! assert_eq!(difference.other_claim(), claims[1]);
//! # Ok::<(), corroborate::Error>(())
//! ```
//!
//! **Is a remark quoted in the same words everywhere?**
//!
//! ```
//! # use corroborate::{CrossReference, Report};
//! let xref = CrossReference::of([
//!     Report::new("Tellwire", "“The dam is not going to fail,” Anton Rask told reporters."),
//!     Report::new("Flash", "“The dam is not going to fall,” Anton Rask said."),
//! ])?;
//! assert_eq!(xref.claims()[0].altered_quotations().len(), 1);
//! # Ok::<(), corroborate::Error>(())
//! ```
//!
//! | Question | Answer |
//! |---|---|
//! | Does any report state this? | [`CrossReference::search`] |
//! | Where do reports differ, all in all? | [`CrossReference::differences`] |
//! | What else says what this mention says? | [`CrossReference::claim_of`] |
//! | Which claim was `courier:812..901`? | [`CrossReference::claim`] |
//! | What does one more report change? | [`CrossReference::add`], [`Claim::origins_without`] |
//! | And if a report is withdrawn? | [`CrossReference::remove`] |
//! | Why were two mentions joined? | [`Claim::why`], [`matching::Comparison::reasons`] |
//! | What was left out? | [`CrossReference::skipped`], [`CrossReference::summary`] |
//! | How is it saved? | with serde: [`CrossReference`] |
//! | How is it shown? | as a table, as JSON, or by hand: [`render`]; [`Claim`] and [`mention::Mention`] also serialise alone |
//!
//! # Features
//!
//! | Feature | Adds |
//! |---|---|
//! | `json` | `Report::read` for folders, lists, JSON Lines and bare texts, and `render::json` |
//!
//! None is on by default.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod claim;
pub mod cluster;
mod cross_reference;
mod error;
mod hash;
mod lexicon;
pub mod matching;
pub mod mention;
pub mod render;
mod report;
pub mod sentence;
mod span;
mod spelling;
mod token;

pub use claim::{Claim, Difference, Fidelity, Origin, Tie, fidelity};
pub use cross_reference::{Changes, CrossReference, Hit, Summary};
pub use error::Error;
pub use jiff::civil::Date;
pub use report::Report;
pub use span::Span;

/// The README's example runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
