//! Sentence boundary detection for English news.
//!
//! [`sentences`] splits a text into its sentences, each with its byte [`Span`]. It is a lazy iterator that goes over
//! the text once and borrows from it:
//!
//! ```
//! use corroborate::sentence::sentences;
//!
//! let text = "WOODSIDE, Calif. (AP) — Sen. Ann Hale arrived at 6 p.m. Friday. “Will it hold?” she asked. Nobody knew.";
//! let found: Vec<&str> = sentences(text).map(|s| s.text()).collect();
//! assert_eq!(found, [
//!     "WOODSIDE, Calif. (AP) — Sen. Ann Hale arrived at 6 p.m. Friday.",
//!     "“Will it hold?” she asked.",
//!     "Nobody knew.",
//! ]);
//! ```
//!
//! # What counts as a sentence
//!
//! The convention is that of Universal Dependencies and the Penn Treebank. A quotation of several sentences is split at
//! each of them; a quotation that its speaker interrupts or completes stays with the speaker's clause. Headlines,
//! captions, by-lines and items of lists are sentences too, with or without a full stop. What lies between two sentences
//! is white space and nothing else. Use a [`Splitter`] to keep quotations and brackets whole, or to say how the lines of a
//! text are meant.
//!
//! # How it decides
//!
//! A scan over bytes finds what can matter: `.`, `!`, `?`, `…`, line breaks, brackets and the end marks of other
//! scripts. Only there does it look at the words on both sides, in tables: abbreviations with what their stop can mean,
//! and words that tell whether a sentence begins. Whether a single line break ends a paragraph or only a full line is told
//! from the text (see [`Layout`]). There is no model and no state beyond the sentence at hand, but for the width of the
//! page; the same text gives the same sentences on every machine. Any text will do; the time is linear in its length.
//!
//! # Where this departs from UAX #29
//!
//! The sentence rules of [Unicode Standard Annex #29](https://www.unicode.org/reports/tr29/#Sentence_Boundaries) know
//! no words, for they must serve every language. `|` marks a boundary:
//!
//! | UAX #29 | here | why |
//! |---|---|---|
//! | `Mr. \| Hale met Gen. \| Ruiz.` | `Mr. Hale met Gen. Ruiz.` | they stand before a name |
//! | `John F. \| Kelly left.` | `John F. Kelly left.` | an initial |
//! | `The U.S. \| Senate met.` | `The U.S. Senate met.` | but `so in the U.S. \| It held.`: the next word tells |
//! | `at 6 p.m. \| Friday.` | `at 6 p.m. Friday.` | a day belongs to the time before it |
//! | `“Will it hold?” \| Miller asked.` | `“Will it hold?” Miller asked.` | the speaker of a quotation is no beginning |
//! | `They go. “wait” he said.` | `They go. \| “wait” he said.` | a quotation may begin small |
//! | `it fell. we ran.` | `it fell. \| we ran.` | a stop after a plain word ends, even before a small letter |
//! | `It ended.Workers returned.` | `It ended. \| Workers returned.` | the space was lost |
//! | `shares of Yum! \| Brands.` | `shares of Yum! Brands.` | a name with a mark |
//! | `It was . . . \| I think so.` | `It was . . . I think so.` | an ellipsis, spaced or not, goes on with `I` or a conjunction |
//! | `so in 2008. \| [4] Later it fell.` | `so in 2008. [4] \| Later it fell.` | a note belongs to what it supports |
//! | `searched the \| valley` over two lines | `searched the valley` | prose that was wrapped at a margin |
//! | `1. \| Leave. \| 2. \| Stay.` | `1. Leave. \| 2. Stay.` | the number belongs to its item |
//! | `1) Leave 2) Stay` | `1) Leave \| 2) Stay` | a list that runs on in one line |
//! | `Effects of filters You can set them.` | `Effects of filters \| You can set them.` | a heading that lost its line break |
//!
//! Each row is a case in `tests/cases/sentences-uax29.txt`.

mod boundary;
mod context;
mod furniture;
mod iter;
mod layout;
mod marks;
pub(crate) mod scan;
mod whole;
mod words;

pub use iter::Sentences;
pub use layout::Layout;
pub(crate) use layout::paragraphs;
#[cfg(test)]
pub(crate) use words::{ABBREVIATIONS, BOUNDARY};

use crate::Span;

/// The sentences of `text`, in order.
///
/// The common case; for anything else, make a [`Splitter`].
///
/// ```
/// use corroborate::sentence::sentences;
///
/// let text = "Storm kills 12 in Tavisk\n\nBy Ann Hale\n\n“We lost everything. The roof is gone,” said Mara Quill.";
/// let found: Vec<&str> = sentences(text).map(|s| s.text()).collect();
/// assert_eq!(found[..3], ["Storm kills 12 in Tavisk", "By Ann Hale", "“We lost everything."]);
/// assert!(sentences(text).all(|s| s.span().of(text) == s.text()));
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_> {
    Splitter::new().sentences(text)
}

/// A sentence of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Sentence<'t> {
    text: &'t str,
    span: Span,
}

impl<'t> Sentence<'t> {
    /// Its words, without white space at either end; never empty.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands in the text it was taken from, in bytes. It starts and ends on a character boundary.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }
}

/// How to split a text into sentences, for texts that need another way than [`sentences`].
///
/// ```
/// use corroborate::sentence::{Layout, Splitter};
///
/// let text = "He said: “It held. It will hold.” Then\nhe left.";
/// let split = |splitter: Splitter| splitter.sentences(text).map(|s| s.text()).collect::<Vec<_>>();
/// assert_eq!(split(Splitter::new()), ["He said: “It held.", "It will hold.”", "Then\nhe left."]);
/// assert_eq!(split(Splitter::new().keep_whole(true)), ["He said: “It held. It will hold.”", "Then\nhe left."]);
/// assert_eq!(split(Splitter::new().layout(Layout::Lines)).last(), Some(&"he left."));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Splitter {
    layout: Layout,
    whole: bool,
}

impl Splitter {
    /// The splitter that [`sentences`] uses.
    #[must_use]
    pub const fn new() -> Self {
        Self { layout: Layout::Auto, whole: false }
    }

    /// Says what a single line break means. Default: [`Layout::Auto`], told from the text.
    ///
    /// To be set where the source is known and the texts are short: three lines say little about their layout.
    #[must_use]
    pub const fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// Whether quotations and brackets that close in their paragraph stay whole, however many sentences they hold.
    /// Default: `false`.
    ///
    /// To be set where quotations are the unit of interest, as in a search for remarks. It looks at the whole text before the
    /// first sentence.
    #[must_use]
    pub const fn keep_whole(mut self, yes: bool) -> Self {
        self.whole = yes;
        self
    }

    /// The sentences of `text`, in order.
    #[must_use]
    pub fn sentences(self, text: &str) -> Sentences<'_> {
        Sentences::new(text, self)
    }
}
