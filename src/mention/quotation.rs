//! Quotation marks: which words of a text stand between them.
//!
//! Marks are paired paragraph by paragraph, for news opens a quotation that goes on anew in each paragraph and closes it in the last.
//! Within a paragraph a mark opens or closes by its shape, by the white space beside it and by what is open already; a single mark
//! is an apostrophe until its surroundings speak for a quotation. What nothing closes runs to the end of its paragraph, so that one
//! slip spoils no more than that. The time is linear in the length of the text, however many marks stay open.
//!
//! Use it where marks are all that counts. Who speaks, and whether anybody does, is told by
//! [`attribution`](super::attribution).

use serde::{Deserialize, Serialize};

use crate::{
    Span,
    sentence::{paragraphs, scan::find_any},
};

/// The pair of marks around a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Marks {
    /// `“…”`, also `„…“`; one mark may be straight.
    Curly,
    /// `"…"`.
    Straight,
    /// `‘…’`.
    CurlySingle,
    /// `'…'`.
    StraightSingle,
    /// `''…''` or ` ``…'' `: two apostrophes, as some wire systems write.
    Doubled,
    /// `«…»`.
    Guillemets,
}

impl Marks {
    /// Whether the marks are single ones, which mostly stand around a quotation within a quotation.
    #[must_use]
    pub const fn single(self) -> bool {
        matches!(self, Self::CurlySingle | Self::StraightSingle)
    }
}

/// Words between quotation marks: somebody's own words, a title, or a word held at arm's length.
///
/// Marks alone do not tell which of these it is; [`attributions`](super::attribution::attributions) does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quotation {
    span: Span,
    marks: Marks,
    depth: usize,
    inner: Span,
    closed: bool,
    continued: bool,
}

impl Quotation {
    /// The quotation with its marks.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The words alone, without the marks.
    #[must_use]
    pub const fn inner(&self) -> Span {
        self.inner
    }

    /// The marks it opens with.
    #[must_use]
    pub const fn marks(&self) -> Marks {
        self.marks
    }

    /// How many other quotations it stands in: 0 for one in the outlet's own text.
    #[must_use]
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// Whether a closing mark was found. One without runs to the end of its paragraph.
    #[must_use]
    pub const fn closed(&self) -> bool {
        self.closed
    }

    /// Whether it goes on with the unclosed quotation that ended the paragraph before.
    #[must_use]
    pub const fn continued(&self) -> bool {
        self.continued
    }
}

/// The quotations of `text`, outer before inner, in the order of their opening marks.
///
/// Marks may be curly, straight, doubled apostrophes or guillemets, mixed and nested. An apostrophe (`don’t`,
/// `workers’`, `’90s`) and a mark of inches or minutes is no quotation mark. A quotation never crosses the end of a
/// paragraph: one that goes on over several is given as one quotation a paragraph, each but the last not
/// [`closed`](Quotation::closed), each but the first [`continued`](Quotation::continued).
///
/// ```
/// use corroborate::mention::quotation::quotations;
///
/// let text = "“They said ‘never’ and didn’t mean it,” Ansa Weld said of the “deal”.";
/// let words: Vec<_> = quotations(text).iter().map(|q| (q.depth(), q.inner().of(text))).collect();
/// assert_eq!(words, [(0, "They said ‘never’ and didn’t mean it,"), (1, "never"), (0, "deal")]);
/// ```
#[must_use]
pub fn quotations(text: &str) -> Vec<Quotation> {
    in_paragraphs(text, &paragraphs(text))
}

/// The same for a text whose paragraphs are known.
pub(crate) fn in_paragraphs(text: &str, paragraphs: &[Span]) -> Vec<Quotation> {
    let mut out = Vec::with_capacity(paragraphs.len() / 2);
    let mut marks = Vec::with_capacity(8);
    let mut opened = Opened::default();
    let mut open_before = false;
    for &paragraph in paragraphs {
        marks.clear();
        collect_marks(text, paragraph, &mut marks);
        open_before = !marks.is_empty() && pair(text, paragraph, &marks, open_before, &mut opened, &mut out);
    }
    out
}

/// One mark that may open or close a quotation.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    marks: Marks,
    opens: bool,
    closes: bool,
}

/// Finds the marks of `paragraph` and what each can be by its neighbours.
fn collect_marks(text: &str, paragraph: Span, out: &mut Vec<Mark>) {
    let words = paragraph.of(text);
    let bytes = words.as_bytes();
    let mut at = 0;
    while let Some(found) = next_mark(bytes, at) {
        let (start, len) = found;
        at = start + len;
        let (before, after) = (&words[..start], &words[at..]);
        let mut next = after.chars();
        let (prev, next) = (before.chars().next_back(), next.next());
        let spaced_before = prev.is_none_or(|c| c.is_whitespace() || is_opener(c));
        let word_after = next.is_some_and(|c| {
            c.is_alphanumeric() || matches!(c, '$' | '£' | '€' | '[' | '(' | '…' | '#' | '@')
        }) || next.is_some_and(|c| matches!(c, '.' | '\'' | '‘' | '’' | '“' | '"'))
            && spaced_before;
        let open_after = next.is_none_or(|c| !c.is_alphanumeric());
        let glyph = &words[start..at];
        let (marks, opens, closes) = match glyph {
            "“" | "„" => (Marks::Curly, true, !spaced_before && open_after),
            "”" => (Marks::Curly, spaced_before && next.is_some_and(char::is_alphanumeric), true),
            "«" => (Marks::Guillemets, true, false),
            "»" => (Marks::Guillemets, false, true),
            "``" => (Marks::Doubled, true, false),
            "\"" | "''" => {
                let marks = if len == 1 { Marks::Straight } else { Marks::Doubled };
                // 6'2" and 3.5" are measures unless a quotation is open, which `pair` knows.
                let inches = prev.is_some_and(|c| c.is_ascii_digit());
                (marks, !inches && (spaced_before || word_after), open_after || !spaced_before)
            }
            "‘" => (Marks::CurlySingle, !clipped(after), false),
            "’" => (Marks::CurlySingle, false, !spaced_before && open_after),
            _ => (
                Marks::StraightSingle,
                spaced_before && word_after && !clipped(after),
                !spaced_before && open_after,
            ),
        };
        if opens || closes {
            out.push(Mark { span: Span::new(start, at).shift(paragraph.start), marks, opens, closes });
        }
    }
}

/// The next byte range at or after `from` that spells a mark.
fn next_mark(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut i = from;
    while let Some(next) = find_any(bytes.get(i..)?, b"\"'`", true) {
        i += next;
        let rest = &bytes[i..];
        let &b = rest.first()?;
        let len = match b {
            b'"' => 1,
            b'\'' if rest.get(1) == Some(&b'\'') => 2,
            b'\'' => 1,
            b'`' if rest.get(1) == Some(&b'`') => 2,
            // “ ” „ ‘ ’ are E2 80 98..9E; « and » are C2 AB and C2 BB.
            0xE2 if rest.get(1) == Some(&0x80)
                && matches!(rest.get(2), Some(0x98 | 0x99 | 0x9C | 0x9D | 0x9E)) =>
            {
                3
            }
            0xC2 if matches!(rest.get(1), Some(0xAB | 0xBB)) => 2,
            _ => 0,
        };
        if len > 0 {
            return Some((i, len));
        }
        i += 1;
    }
    None
}

/// Characters after which a mark opens.
fn is_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '"' | '‘' | '«' | ':' | '\u{200b}')
}

/// Whether `after` goes on with digits or a clipped word, so that the mark before it is an apostrophe: `’90s`, `’em`.
fn clipped(after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let decade = word.len() == 3 && word.ends_with('s') || word.len() == 2;
    decade && word.starts_with(|c: char| c.is_ascii_digit())
        || crate::lexicon::kept_particles!("clipped").iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// The quotations still open, by place in the list of those found, outermost first; and for each sort of mark where among
/// them its own stand: among thousands that nothing closes the nearest is not searched.
#[derive(Debug, Default)]
struct Opened {
    open: Vec<usize>,
    /// Where those end that are kept, while the list of those found is gone through.
    kept: Vec<usize>,
    levels: [Vec<usize>; SORTS],
}

/// Pairs the marks of one paragraph; returns whether its last quotation is left open.
fn pair(
    text: &str,
    paragraph: Span,
    marks: &[Mark],
    open_before: bool,
    opened: &mut Opened,
    out: &mut Vec<Quotation>,
) -> bool {
    let Opened { open, levels, kept } = opened;
    open.clear();
    levels.iter_mut().for_each(Vec::clear);
    let first = out.len();
    let lead = paragraph.trim(text).start;
    for (i, mark) in marks.iter().enumerate() {
        let single = mark.marks.single();
        let nearest = levels[sort(mark.marks)].last().copied();
        let closes = mark.closes
            && nearest.is_some()
            // “Workers’ rights’: a plural's apostrophe where another mark could still close.
            && !(single && possessive(text, mark.span) && marks.get(i + 1).is_some_and(|m| m.closes && m.marks == mark.marks))
            && !(mark.opens && strictly_opens(text, mark.span) && !single);
        if closes {
            let Some(level) = nearest else { continue };
            for &lost in &open[level + 1..] {
                out[lost].span.end = out[lost].span.start;
            }
            let q = &mut out[open[level]];
            q.inner.end = mark.span.start;
            q.span.end = mark.span.end;
            q.closed = true;
            open.truncate(level);
            for own in levels.iter_mut() {
                while own.last().is_some_and(|&l| l >= level) {
                    own.pop();
                }
            }
        } else if mark.opens && !(single && nearest.is_some())
            || open.is_empty()
                && misplaced(text, mark)
                && marks.get(i + 1).is_some_and(|m| m.closes && !m.opens)
        {
            levels[sort(mark.marks)].push(open.len());
            open.push(out.len());
            let inner = Span::new(mark.span.end, paragraph.end);
            let continued = open_before && mark.span.start == lead;
            let span = Span::new(mark.span.start, paragraph.end);
            let depth = open.len() - 1;
            out.push(Quotation { span, marks: mark.marks, depth, inner, closed: false, continued });
        }
    }
    finish(text, paragraph, first, (open, kept), out)
}

/// Whether a straight mark stands behind a comma or colon and before a space though it opens: `Weld said," We knew".`
fn misplaced(text: &str, mark: &Mark) -> bool {
    mark.marks == Marks::Straight
        && text[..mark.span.start].ends_with([',', ':'])
        && text[mark.span.end..].starts_with(' ')
}

/// Ends what is still open at the end of the paragraph and drops what was no quotation after all.
fn finish(
    text: &str,
    paragraph: Span,
    first: usize,
    (open, kept): (&[usize], &mut Vec<usize>),
    out: &mut Vec<Quotation>,
) -> bool {
    let end = paragraph.trim(text).end;
    // An opening mark without a fellow quotes the rest of the paragraph; a lone single mark is an apostrophe.
    let mut left = false;
    for &q in open {
        let quotation = &mut out[q];
        if quotation.marks.single() || left || end.saturating_sub(quotation.span.start) < SHORTEST_OPEN {
            quotation.span.end = quotation.span.start;
        } else {
            left = true;
            quotation.span.end = end;
            quotation.inner.end = end;
        }
    }
    // Depth counts the quotations around it that were kept.
    kept.clear();
    let mut write = first;
    for read in first..out.len() {
        let mut quotation = out[read];
        if quotation.span.is_empty() || quotation.inner.is_empty() {
            continue;
        }
        while kept.last().is_some_and(|&end| end <= quotation.span.start) {
            kept.pop();
        }
        quotation.depth = kept.len();
        kept.push(quotation.span.end);
        out[write] = quotation;
        write += 1;
    }
    out.truncate(write);
    left
}

/// The fewest bytes that an opening mark without a closing one is taken to quote.
const SHORTEST_OPEN: usize = 20;

/// How many sorts of marks there are.
const SORTS: usize = 3;

/// The sort of a mark: one may end what another of its sort began, for writers mix curly and straight ones.
const fn sort(marks: Marks) -> usize {
    match marks {
        Marks::Curly | Marks::Straight | Marks::Doubled => 0,
        Marks::CurlySingle | Marks::StraightSingle => 1,
        Marks::Guillemets => 2,
    }
}

/// Whether the mark stands after `s`, as the apostrophe of a plural owner does.
fn possessive(text: &str, mark: Span) -> bool {
    text[..mark.start].ends_with('s')
}

/// Whether a straight mark can only open: a space before it, a word after it.
fn strictly_opens(text: &str, mark: Span) -> bool {
    let before = text[..mark.start].chars().next_back();
    before.is_some_and(|c| c.is_whitespace() || matches!(c, '(' | '['))
        && text[mark.end..].starts_with(char::is_alphanumeric)
}
