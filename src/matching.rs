//! Stage 3: which mentions say the same thing.
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

mod alignment;
mod blocking;
mod company;
mod comparison;
mod discrepancy;
mod event;
mod explanation;
mod features;
mod index;
mod knowledge;
mod marks;
mod matcher;
mod matter;
mod model;
mod order;
mod page;
mod phrases;
mod pile;
mod places;
mod reader;
mod senses;
mod sheet;
mod signals;
mod slots;
mod stance;
mod stats;
mod telling;
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
