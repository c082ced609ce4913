//! Cross-references claims across news reports.

pub mod cluster;
mod error;
mod hash;
mod lexicon;
pub mod matching;
pub mod mention;
mod report;
pub mod sentence;
mod span;
mod spelling;
mod token;

pub use error::Error;
pub use jiff::civil::Date;
pub use report::Report;
pub use span::Span;
