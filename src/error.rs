//! The one error of the crate.

use std::path::PathBuf;

/// Why a file, a report or a setting was not taken.
///
/// Text never fails: every stage takes any `&str`. Only files, metadata, settings and word lists of your own can be
/// refused, and the message says what was given and what was expected.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file is not UTF-8.
    #[error("{} is not UTF-8: byte {at} does not belong to a character", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// Offset of the first byte that is wrong.
        at: usize,
    },
    /// A manifest or a line of JSON does not say what a report needs.
    #[error("{place}: {message}")]
    Malformed {
        /// The file, with the line or entry.
        place: String,
        /// What is wrong and what was expected.
        message: String,
    },
    /// A field of a report's metadata cannot be right.
    #[error("report {report:?}: {field} is {given:?}, expected {expected}")]
    Field {
        /// The report's id, or its place where it has none.
        report: String,
        /// The field.
        field: &'static str,
        /// What was given.
        given: String,
        /// What is allowed.
        expected: &'static str,
    },
    /// Two reports have one id.
    #[error("report id {id:?} is given twice; every report needs an id of its own")]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A setting is out of its range.
    #[error("{name} is {given}, expected {expected}")]
    Setting {
        /// The setting.
        name: &'static str,
        /// What was given.
        given: String,
        /// What is allowed.
        expected: &'static str,
    },
}
