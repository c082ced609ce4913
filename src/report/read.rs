//! Reports from files: a folder with a manifest, or JSON Lines.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use super::Report;
use crate::{Error, hash::Set};

const MANIFEST: &str = "manifest.json";

/// What a manifest's entry or a line of JSON says of a report. Unknown fields are ignored.
#[derive(Deserialize)]
struct Row {
    id: Option<String>,
    outlet: Option<String>,
    title: Option<String>,
    published: Option<String>,
    url: Option<String>,
    file: Option<PathBuf>,
    text: Option<String>,
}

impl Row {
    /// The report of this row at `place`, its text in the row or in `folder`.
    fn into_report(self, place: &str, folder: Option<&Path>) -> Result<Report, Error> {
        let lacks = |field: &str| Error::Malformed {
            place: place.to_owned(),
            message: format!("{field:?} is missing, expected a string"),
        };
        let outlet = self.outlet.ok_or_else(|| lacks("outlet"))?;
        let text = match (folder, self.file, self.text) {
            (Some(folder), Some(file), _) => read(&folder.join(file))?,
            (Some(_), None, _) => return Err(lacks("file")),
            (None, _, Some(text)) => text,
            (None, _, None) => return Err(lacks("text")),
        };
        let mut report = Report::new(outlet, text);
        // A report without an id of its own is named by its place, which a person can find.
        let named = self.id.is_some();
        let found = |error| match error {
            Error::Field { field, given, expected, .. } if !named => {
                Error::Field { report: place.to_owned(), field, given, expected }
            }
            error => error,
        };
        if let Some(id) = self.id {
            report = report.with_id(id);
        }
        if let Some(date) = self.published.filter(|d| !d.is_empty()) {
            report = report.with_published(&date).map_err(found)?;
        }
        report.title = self.title;
        report.url = self.url;
        report.check().map_err(found)?;
        Ok(report)
    }
}

impl Report {
    /// The reports at `path`: a folder with a `manifest.json`, or a file of JSON Lines.
    ///
    /// The manifest is a list of `{"id", "outlet", "title", "published", "url", "file"}`; a line is one report with
    /// `text` for `file`. Only `outlet` and the text are required, and unknown fields are ignored. Reports come in
    /// the order of the file.
    ///
    /// ```
    /// use corroborate::Report;
    ///
    /// let reports = Report::read("fixtures/stories/dam")?;
    /// assert_eq!(reports.len(), 5);
    /// assert!(reports[0].text().contains("Brask dam"));
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Read`] for what is not there, [`Error::NotUtf8`], [`Error::Malformed`] with file and line for what is
    /// not such JSON, [`Error::Field`] for a date that is none or an outlet without a name, [`Error::DuplicateId`].
    pub fn read(path: impl AsRef<Path>) -> Result<Vec<Self>, Error> {
        let path = path.as_ref();
        if path.is_dir() { read_folder(path) } else { read_lines(path) }
    }
}

fn read_folder(folder: &Path) -> Result<Vec<Report>, Error> {
    let path = folder.join(MANIFEST);
    let text = read(&path)?;
    let json = without_mark(&text);
    expect_start(json, '[', "a list of reports, [{\"outlet\", \"file\", ..}, ..]", || {
        path.display().to_string()
    })?;
    let rows: Vec<Row> = serde_json::from_str(json).map_err(|e| malformed(&path, &e))?;
    unique(
        rows.into_iter()
            .enumerate()
            .map(|(n, row)| row.into_report(&format!("{}, entry {}", path.display(), n + 1), Some(folder))),
    )
}

fn read_lines(path: &Path) -> Result<Vec<Report>, Error> {
    let text = read(path)?;
    let lines = without_mark(&text).lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    unique(lines.map(|(n, line)| {
        let place = format!("{}:{}", path.display(), n + 1);
        expect_start(line, '{', "one report a line, {\"outlet\", \"text\", ..}", || place.clone())?;
        let row: Row = serde_json::from_str(line).map_err(|e| Error::Malformed {
            place: format!("{place}:{}", e.column()),
            message: reason(&e),
        })?;
        row.into_report(&place, None)
    }))
}

/// The reports, if all are sound and no two share an id.
fn unique(reports: impl Iterator<Item = Result<Report, Error>>) -> Result<Vec<Report>, Error> {
    let mut ids = Set::default();
    reports
        .map(|report| {
            let report = report?;
            if ids.insert(report.id.clone()) { Ok(report) } else { Err(Error::DuplicateId { id: report.id }) }
        })
        .collect()
}

fn read(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    String::from_utf8(bytes)
        .map_err(|e| Error::NotUtf8 { path: path.to_owned(), at: e.utf8_error().valid_up_to() })
}

/// JSON without the byte order mark that some editors put before it. Texts of reports are left as they are.
fn without_mark(json: &str) -> &str {
    json.strip_prefix('\u{feff}').unwrap_or(json)
}

/// Refuses what is plainly another kind of file: a text, a list for lines, an object for a list.
fn expect_start(json: &str, sign: char, expected: &str, place: impl FnOnce() -> String) -> Result<(), Error> {
    match json.trim_start().chars().next() {
        Some(first) if first == sign => Ok(()),
        first => {
            let given = first.map_or_else(|| "nothing".to_owned(), |c| format!("{c:?}"));
            Err(Error::Malformed {
                place: place(),
                message: format!("begins with {given}, expected {expected}"),
            })
        }
    }
}

fn malformed(path: &Path, error: &serde_json::Error) -> Error {
    let place = format!("{}:{}:{}", path.display(), error.line(), error.column());
    Error::Malformed { place, message: reason(error) }
}

/// What is wrong, without the place: that of a single line would be told as line 1.
fn reason(error: &serde_json::Error) -> String {
    let told = error.to_string();
    told.rsplit_once(" at line ").map_or(told.clone(), |(reason, _)| reason.to_owned())
}
