//! Reports from files: a folder, a list, JSON Lines, or bare texts.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map as Object, Value};

use super::Report;
use crate::{Error, hash::Map};

/// The list of the reports in a folder.
const MANIFEST: &str = "manifest.json";

/// How the name of a file ends that is the text of one report.
const TEXT: &str = "txt";

impl Report {
    /// The reports at `path`, in the order of the file:
    ///
    /// | `path` | What is read |
    /// |---|---|
    /// | a folder with a `manifest.json` | the list in it |
    /// | a folder without | its `.txt` files by name, each the text of one report |
    /// | a `.txt` file | the text of one report |
    /// | a file that begins with `[` | a list: `[{"id", "outlet", "title", "published", "url", "file"}, ..]` |
    /// | any other file | JSON Lines: such a report on each line, with `text` for `file` |
    ///
    /// An entry of a list may have `text`, too; `file` is looked for beside the list. Only `outlet` and the text are required, and
    /// unknown fields are ignored. A bare text goes by its file's name: `new-york-post.txt` has the id `new-york-post`, its outlet
    /// is `new york post`, and it has no day of publication, so that `on Thursday` is left open.
    ///
    /// ```
    /// use corroborate::Report;
    ///
    /// let reports = Report::read("fixtures/stories/dam")?;
    /// assert_eq!(reports.len(), 5);
    /// assert!(reports[0].text().contains("Brask dam"));
    ///
    /// let report = &Report::read("fixtures/stories/dam/tellwire.txt")?[0];
    /// assert_eq!((report.outlet(), report.published()), ("tellwire", None));
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Read`] for what is not there, [`Error::NotUtf8`], [`Error::Malformed`] with file and line for what is
    /// not such JSON and for a folder without reports, [`Error::Field`] for a date that is none or an outlet without a name,
    /// [`Error::DuplicateId`].
    pub fn read(path: impl AsRef<Path>) -> Result<Vec<Self>, Error> {
        let path = path.as_ref();
        if path.is_dir() {
            let manifest = path.join(MANIFEST);
            return if manifest.exists() {
                read_list(&manifest, &read(&manifest)?)
            } else {
                read_texts(path)
            };
        }
        let text = read(path)?;
        if is_text(path) {
            Ok(vec![bare(path, text)])
        } else if without_mark(&text).trim_start().starts_with('[') {
            read_list(path, &text)
        } else {
            read_lines(path, &text)
        }
    }
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case(TEXT))
}

/// The texts in a folder, by name: no two runs may differ.
fn read_texts(folder: &Path) -> Result<Vec<Report>, Error> {
    let unread = |source| Error::Read { path: folder.to_owned(), source };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        // What begins with a dot is some program's own.
        let own = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_text(&path) && !own && path.is_file() {
            files.push(path);
        }
    }
    if files.is_empty() {
        let message = format!("has no reports, expected a {MANIFEST} or .{TEXT} files");
        return Err(Error::Malformed { place: folder.display().to_string(), message });
    }
    files.sort();
    unique(files.iter().map(|file| Ok((file.display().to_string(), bare(file, read(file)?)))))
}

/// A report of which no more is known than the name of its file.
fn bare(path: &Path, text: String) -> Report {
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    Report::new(name.replace(['-', '_'], " "), text).with_id(name)
}

fn read_list(path: &Path, text: &str) -> Result<Vec<Report>, Error> {
    let json = without_mark(text);
    expect_start(json, '[', "a list of reports, [{\"outlet\", \"file\", ..}, ..]", || {
        path.display().to_string()
    })?;
    let entries: Vec<Value> = serde_json::from_str(json).map_err(|e| Error::Malformed {
        place: format!("{}:{}:{}", path.display(), e.line(), e.column()),
        message: reason(&e, "the file ends within the list"),
    })?;
    unique(entries.into_iter().enumerate().map(|(n, entry)| {
        let place = format!("{}, entry {}", path.display(), n + 1);
        let Value::Object(fields) = entry else {
            return Err(Error::Malformed {
                message: format!("is {}, expected an object", shown(&entry)),
                place,
            });
        };
        let report = Row { place: &place, fields }.into_report(path.parent())?;
        Ok((place, report))
    }))
}

fn read_lines(path: &Path, text: &str) -> Result<Vec<Report>, Error> {
    let lines = without_mark(text).lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    unique(lines.map(|(n, line)| {
        let place = format!("{}:{}", path.display(), n + 1);
        expect_start(line, '{', "one report a line, {\"outlet\", \"text\", ..}", || place.clone())?;
        let fields = serde_json::from_str(line).map_err(|e| Error::Malformed {
            place: format!("{place}:{}", e.column()),
            message: reason(&e, "the line ends within the report, expected one report a line"),
        })?;
        let report = Row { place: &place, fields }.into_report(None)?;
        Ok((place, report))
    }))
}

/// What an entry of a list or a line of JSON says of a report. Unknown fields are ignored.
struct Row<'p> {
    place: &'p str,
    fields: Object<String, Value>,
}

impl Row<'_> {
    fn take(&mut self, field: &str) -> Result<Option<String>, Error> {
        match self.fields.remove(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(value)) => Ok(Some(value)),
            Some(other) => Err(self.refuse(field, &format!("is {}", shown(&other)))),
        }
    }

    fn refuse(&self, field: &str, what: &str) -> Error {
        let message = format!("{field:?} {what}, expected a string");
        Error::Malformed { place: self.place.to_owned(), message }
    }

    /// The report of this row, its text in the row or, where there is one, in `folder`.
    fn into_report(mut self, folder: Option<&Path>) -> Result<Report, Error> {
        let lacks = |row: &Self, field: &str| row.refuse(field, "is missing");
        let outlet = self.take("outlet")?.ok_or_else(|| lacks(&self, "outlet"))?;
        let text = match (self.take("text")?, folder) {
            (Some(text), _) => text,
            (None, Some(folder)) => {
                read(&folder.join(self.take("file")?.ok_or_else(|| lacks(&self, "file"))?))?
            }
            (None, None) => return Err(lacks(&self, "text")),
        };
        let mut report = Report::new(outlet, text);
        // A report without an id of its own is named by its place, which a person can find.
        let id = self.take("id")?;
        let named = id.is_some();
        let found = |error| match error {
            Error::Field { field, given, expected, .. } if !named => {
                Error::Field { report: self.place.to_owned(), field, given, expected }
            }
            error => error,
        };
        if let Some(id) = id {
            report = report.with_id(id);
        }
        report.title = self.take("title")?;
        report.url = self.take("url")?;
        if let Some(date) = self.take("published")?.filter(|d| !d.is_empty()) {
            report = report.with_published(&date).map_err(found)?;
        }
        report.check().map_err(found)?;
        Ok(report)
    }
}

/// The reports, if all are sound and no two share an id. They come with their places.
fn unique(reports: impl Iterator<Item = Result<(String, Report), Error>>) -> Result<Vec<Report>, Error> {
    let mut places: Map<String, String> = Map::default();
    reports
        .map(|report| {
            let (place, report) = report?;
            match places.insert(report.id.clone(), place.clone()) {
                None => Ok(report),
                // An id that was not given would tell nobody what is meant.
                Some(first) if report.id == Report::new(&*report.outlet, &*report.text).id => {
                    Err(Error::Malformed {
                        place,
                        message: format!(
                            "has the outlet and text of {first}; leave one out, or give each an \"id\""
                        ),
                    })
                }
                Some(_) => Err(Error::DuplicateId { id: report.id }),
            }
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

/// Refuses what is plainly another kind of file: a text for lines, an object for a list.
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

/// A value that was none of those expected, for a person.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        other => other.to_string(),
    }
}

/// What is wrong, without the place: that of a single line would be told as line 1. `short` says what ends too early.
fn reason(error: &serde_json::Error, short: &str) -> String {
    let told = error.to_string();
    let reason = told.rsplit_once(" at line ").map_or(&*told, |(reason, _)| reason);
    if error.is_eof() { short.to_owned() } else { reason.to_owned() }
}
