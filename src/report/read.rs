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
        if let Some(id) = self.id {
            report = report.with_id(id);
        }
        if let Some(date) = self.published.filter(|d| !d.is_empty()) {
            report = report.with_published(&date)?;
        }
        report.title = self.title;
        report.url = self.url;
        report.check()?;
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
    let rows: Vec<Row> = serde_json::from_str(&text).map_err(|e| malformed(&path, &e))?;
    unique(
        rows.into_iter()
            .enumerate()
            .map(|(n, row)| row.into_report(&format!("{}, entry {}", path.display(), n + 1), Some(folder))),
    )
}

fn read_lines(path: &Path) -> Result<Vec<Report>, Error> {
    let text = read(path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    unique(lines.map(|(n, line)| {
        let place = format!("{}:{}", path.display(), n + 1);
        let row: Row = serde_json::from_str(line)
            .map_err(|e| Error::Malformed { place: place.clone(), message: e.to_string() })?;
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

fn malformed(path: &Path, error: &serde_json::Error) -> Error {
    Error::Malformed { place: path.display().to_string(), message: error.to_string() }
}
