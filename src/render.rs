//! Results for people and for programs: a table, JSON, and what tables and pages of your own are made of.

#[cfg(feature = "json")]
mod json;
mod pieces;
mod remark;
mod table;
mod wrap;

#[cfg(feature = "json")]
pub use json::json;
pub use pieces::pieces;
pub use remark::{readable, tied, who};
pub use table::{Table, table};
