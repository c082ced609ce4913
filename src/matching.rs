//! Stage 3: which mentions say the same thing.

mod alignment;
mod features;
mod index;
mod knowledge;
mod signals;
mod stats;

pub use index::{Index, Statement};
pub use signals::Signals;
pub use stats::Stats;
