//! Results for people and for programs: a table, JSON.

#[cfg(feature = "json")]
mod json;
mod table;

#[cfg(feature = "json")]
pub use json::json;
pub use table::{Table, table};
