//! Reports: the news texts that go in.

#[cfg(feature = "json")]
mod read;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Error, hash::hash};

/// One news text as one outlet published it, with what is known about it.
///
/// Only the outlet and the text are needed. The text is taken as it is: every span that the crate reports counts
/// bytes of it. A title is kept beside the text, not in it, so claims are looked for in the title only where the
/// text repeats it.
///
/// Reports are read from files by `Report::read` (feature `json`), and one by one with serde: an object with `outlet` and `text` and,
/// if known, `id`, `title`, `published` and `url`; unknown fields are ignored.
///
/// ```
/// use corroborate::Report;
///
/// let report = Report::new("Ondre Valley Courier", "The dam is leaking, officials said.")
///     .with_id("courier")
///     .with_published("2025-03-06")?;
/// assert_eq!(report.outlet(), "Ondre Valley Courier");
/// assert_eq!(report.published().map(|d| d.to_string()).as_deref(), Some("2025-03-06"));
/// # Ok::<(), corroborate::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Given")]
pub struct Report {
    id: String,
    outlet: String,
    title: Option<String>,
    published: Option<Date>,
    url: Option<String>,
    text: String,
}

/// A report as somebody else wrote it down: only the outlet and the text are needed, unknown fields are ignored.
#[derive(Deserialize)]
struct Given {
    id: Option<String>,
    outlet: String,
    title: Option<String>,
    published: Option<String>,
    url: Option<String>,
    text: String,
}

impl TryFrom<Given> for Report {
    type Error = Error;

    fn try_from(given: Given) -> Result<Self, Error> {
        let mut report = Self::new(given.outlet, given.text);
        if let Some(id) = given.id {
            report = report.with_id(id);
        }
        if let Some(date) = given.published.filter(|d| !d.is_empty()) {
            report = report.with_published(&date)?;
        }
        Ok(Self { title: given.title, url: given.url, ..report })
    }
}

impl Report {
    /// A report of `outlet` that reads `text`.
    ///
    /// Its id is made from both, so the same report has the same id wherever it comes from; see
    /// [`with_id`](Self::with_id) to give your own.
    #[must_use]
    pub fn new(outlet: impl Into<String>, text: impl Into<String>) -> Self {
        let (outlet, text) = (outlet.into().trim().to_owned(), text.into());
        let id = format!("{:016x}", hash(format!("{outlet}\n{text}").as_bytes()));
        Self { id, outlet, title: None, published: None, url: None, text }
    }

    /// The same report under an id of your own. Ids name a report in every result; no two reports may share one.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// The same report with its headline.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// The same report with its address.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The same report with its day of publication, against which `on Thursday` or `last year` is resolved.
    ///
    /// `date` is `YYYY-MM-DD`; a time after it, as in `2025-03-06T08:30:00Z`, is left aside.
    ///
    /// # Errors
    ///
    /// [`Error::Field`] where `date` is no such date or no day of the calendar.
    pub fn with_published(mut self, date: &str) -> Result<Self, Error> {
        let day = date.split_once(['T', ' ']).map_or(date, |(day, _)| day);
        self.published = Some(day.parse().map_err(|_| Error::Field {
            report: self.id.clone(),
            field: "published",
            given: date.to_owned(),
            expected: "a day of the calendar as YYYY-MM-DD",
        })?);
        Ok(self)
    }

    /// The same for a day that is known as such.
    ///
    /// ```
    /// use corroborate::{Date, Report};
    ///
    /// let report = Report::new("Courier", "It leaks.").with_published_on(Date::constant(2025, 3, 6));
    /// assert_eq!(report, Report::new("Courier", "It leaks.").with_published("2025-03-06")?);
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub const fn with_published_on(mut self, day: Date) -> Self {
        self.published = Some(day);
        self
    }

    /// What names the report in every result.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Who published it.
    #[must_use]
    pub fn outlet(&self) -> &str {
        &self.outlet
    }

    /// Its headline, where one was given.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The day it was published, where one was given.
    #[must_use]
    pub const fn published(&self) -> Option<Date> {
        self.published
    }

    /// Its address, where one was given.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Refuses a report that could not be told apart or credited.
    pub(crate) fn check(&self) -> Result<(), Error> {
        for (field, value) in [("id", &self.id), ("outlet", &self.outlet)] {
            if value.trim().is_empty() {
                return Err(Error::Field {
                    report: self.id.clone(),
                    field,
                    given: value.clone(),
                    expected: "a name that is not empty",
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_an_id_of_its_outlet_and_text() {
        let a = Report::new("Tellwire", "It leaks.");
        assert_eq!(a.id(), Report::new(" Tellwire ", "It leaks.").id());
        assert_ne!(a.id(), Report::new("Sorvik Flash", "It leaks.").id());
        assert_ne!(a.id(), Report::new("Tellwire", "It holds.").id());
    }

    #[test]
    fn takes_days_and_refuses_what_is_none() {
        let report = |date| Report::new("Tellwire", "").with_id("t").with_published(date);
        assert_eq!(report("2025-03-06T08:30:00Z").unwrap(), report("2025-03-06").unwrap());
        for bad in ["2025-02-30", "6 March", ""] {
            let message = report(bad).unwrap_err().to_string();
            assert!(message.contains("published") && message.contains("YYYY-MM-DD"), "{message}");
        }
    }

    #[test]
    fn refuses_a_nameless_outlet() {
        assert!(Report::new("Tellwire", "").check().is_ok());
        let message = Report::new("  ", "It leaks.").with_id("r7").check().unwrap_err().to_string();
        assert_eq!(message, r#"report "r7": outlet is "", expected a name that is not empty"#);
    }
}
