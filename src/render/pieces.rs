//! A text in pieces, for showing spans that overlap.

use crate::Span;

/// `text` cut wherever one of `spans` begins or ends: its pieces in order, each with the numbers of the spans that hold it, rising.
///
/// For highlighting: mentions lie within one another and can overlap, which the elements of a page cannot. The pieces together are
/// the whole text. Spans that do not fit `text` hold nothing. The cost is near linear in the spans and in what is given back.
///
/// ```
/// use corroborate::{CrossReference, Report, render::pieces};
///
/// let report = Report::new("Tellwire", "The Ondre Water Authority, which operates the dam, said nothing.").with_id("t1");
/// let xref = CrossReference::of([report])?;
/// let mentions = xref.mentions_of("t1");
/// let spans: Vec<_> = mentions.iter().map(|m| m.span()).collect();
/// let text = mentions[0].report().text();
/// let mut page = String::new();
/// for (piece, holding) in pieces(text, &spans) {
///     match holding.last() {
///         Some(_) => page += &format!("<mark>{}</mark>", piece.of(text)),
///         None => page += piece.of(text),
///     }
/// }
/// assert!(page.contains("<mark>which operates the dam</mark>"));
/// # Ok::<(), corroborate::Error>(())
/// ```
#[must_use]
pub fn pieces(text: &str, spans: &[Span]) -> Vec<(Span, Vec<usize>)> {
    let fits = |s: &Span| !s.is_empty() && text.get(s.range()).is_some();
    let mut ends: Vec<(usize, usize, bool)> = Vec::new();
    for (n, span) in spans.iter().enumerate().filter(|(_, s)| fits(s)) {
        ends.extend([(span.start, n, true), (span.end, n, false)]);
    }
    ends.sort_unstable();
    let mut pieces = Vec::new();
    let (mut from, mut holding) = (0, Vec::new());
    let mut piece = |to: usize, holding: &[usize]| {
        if to > from {
            pieces.push((Span::new(from, to), holding.to_vec()));
            from = to;
        }
    };
    for (at, n, opens) in ends {
        piece(at, &holding);
        match (holding.binary_search(&n), opens) {
            (Err(place), true) => holding.insert(place, n),
            (Ok(place), false) => {
                holding.remove(place);
            }
            _ => {}
        }
    }
    piece(text.len(), &holding);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_where_spans_begin_and_end() {
        let spans = [Span::new(0, 6), Span::new(4, 9), Span::new(4, 6), Span::new(6, 6), Span::new(8, 40)];
        let found = pieces("abcdefghij", &spans);
        let shown: Vec<(&str, Vec<usize>)> =
            found.into_iter().map(|(s, n)| (s.of("abcdefghij"), n)).collect();
        assert_eq!(shown, [("abcd", vec![0]), ("ef", vec![0, 1, 2]), ("ghi", vec![1]), ("j", vec![])]);
    }

    #[test]
    fn gives_back_the_whole_text() {
        for (text, spans) in [("", vec![]), ("“é”", vec![Span::new(1, 3), Span::new(3, 5)]), ("x", vec![])]
        {
            let whole: String = pieces(text, &spans).iter().map(|(s, _)| s.of(text)).collect();
            assert_eq!(whole, text);
        }
    }
}
