//! Cross-references claims across news reports.

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
