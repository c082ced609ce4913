//! Results for people and for programs: a table, JSON.

#[cfg(feature = "json")]
mod json;
mod remark;
mod table;
mod wrap;

#[cfg(feature = "json")]
pub use json::json;
pub use remark::readable;
pub use table::{Table, table};
