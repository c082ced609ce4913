//! Stage 3: which mentions say the same thing.
//!
//! Within one story every sentence is about the same matter, so that likeness of whole sentences tells little. What counts here is
//! what is rare, in English and in the story: names, numbers, and who does what to whom. What differs is looked for beside the
//! score and never averaged into it: a sentence and its negation are nearly alike, and state opposite things.
//!
//! An [`Index`] holds mentions as [`Statement`]s, finds the pairs worth comparing, and compares them. A [`Comparison`] has a
//! score, a [`Relation`], the discrepancies found beside the score, and the [`Signals`] that made it, by name.
//!
//! ```
//! use corroborate::matching::{Index, Relation, Statement};
//!
//! let mut index = Index::default();
//! let a = index.add(Statement::new("The ministry has lifted the export ban on salt."));
//! let b = index.add(Statement::new("The ministry lifted its ban on salt exports, officials said."));
//! let c = index.add(Statement::new("The ministry may lift the export ban on salt."));
//! assert_eq!(index.compare(a, b).unwrap().relation(), Relation::Same);
//! assert_eq!(index.compare(b, c).unwrap().relation(), Relation::Differing);
//! ```
//!
//! # What it takes and gives
//!
//! | Step | Function | What it does |
//! |---|---|---|
//! | candidates | [`Index::links`] | pairs that share enough of what is rare in the pile (blocking), in near-linear time |
//! | comparison | [`Index::compare`] | signals, score in 0..=1, discrepancies, relation |
//! | groups | [`crate::cluster`] | pairs to groups; what differs is kept apart |
//! | search | [`Index::search`] | the mentions nearest to a text |
//!
//! A score says how surely two mentions state the same as far as their words go; it is fitted on public pairs and is no
//! probability for your reports. Scores of one pile are comparable with each other, those of two piles only roughly, for what is rare
//! depends on the pile. The settings of a [`Matcher`] are a threshold and words of your own.

mod ahead;
mod alignment;
mod amounts;
mod blocking;
mod company;
mod comparison;
mod days;
mod denial;
mod discrepancy;
mod event;
mod exchanged;
mod explanation;
mod features;
mod gate;
mod index;
mod knowledge;
mod marks;
mod matcher;
mod matter;
mod meant;
mod model;
mod named;
mod names;
mod numbers;
mod order;
mod page;
mod phrases;
mod pile;
mod places;
mod quantified;
mod reader;
mod roles;
mod senses;
mod sequence;
mod shares;
mod sheet;
mod sides;
mod signals;
mod slots;
mod stance;
mod stats;
mod telling;
mod turned;
mod vectors;
mod vocabulary;

pub(crate) use comparison::Over;
pub use comparison::{Comparison, Discrepancy, Relation};
pub use index::{Hit, Index, Links, Statement};
pub use matcher::Matcher;
pub(crate) use page::Page;
pub(crate) use pile::{Pile, Scores};
pub(crate) use reader::Reader;
pub use signals::Signals;
pub(crate) use signals::Workspace;
pub use stats::Stats;
