//! Quotations and brackets that open and close within one paragraph, for those who want them whole.

use super::layout::{Layout, paragraphs_of};
use crate::Span;

/// How many open marks are searched for the one that a closing mark belongs to. Prose never nests so deep.
const DEPTH: usize = 8;

/// What a mark opens or closes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Straight,
    Double,
    Single,
    Angle,
    Round,
    Square,
}

enum Side {
    Opens(Kind),
    Closes(Kind),
    /// Opens what is not open, closes what is.
    Either(Kind),
}

fn side(c: char, next: Option<char>) -> Option<Side> {
    Some(match c {
        '"' => Side::Either(Kind::Straight),
        '“' | '„' => Side::Opens(Kind::Double),
        '”' => Side::Closes(Kind::Double),
        '‘' => Side::Opens(Kind::Single),
        // Between letters it is an apostrophe.
        '’' if !next.is_some_and(char::is_alphanumeric) => Side::Closes(Kind::Single),
        '«' => Side::Opens(Kind::Angle),
        '»' => Side::Closes(Kind::Angle),
        '(' => Side::Opens(Kind::Round),
        ')' => Side::Closes(Kind::Round),
        '[' => Side::Opens(Kind::Square),
        ']' => Side::Closes(Kind::Square),
        _ => return None,
    })
}

/// The outermost quotations and brackets of `text`, marks included, in order. One that never closes in its paragraph is none.
pub(super) fn pairs(text: &str, layout: Layout) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Vec<(Kind, usize)> = Vec::new();
    for paragraph in paragraphs_of(text, layout) {
        open.clear();
        let first = out.len();
        let mut chars = paragraph.of(text).char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let at = paragraph.start + i;
            let Some(side) = side(c, chars.peek().map(|n| n.1)) else { continue };
            let (kind, opens, closes) = match side {
                Side::Opens(kind) => (kind, true, false),
                Side::Closes(kind) => (kind, false, true),
                Side::Either(kind) => (kind, true, true),
            };
            let partner = open.iter().rev().take(DEPTH).position(|o| o.0 == kind).filter(|_| closes);
            if let Some(back) = partner {
                let place = open.len() - 1 - back;
                let start = open.get(place).map_or(at, |o| o.1);
                open.truncate(place);
                // What lies inside the new pair is no longer outermost.
                while out.len() > first && out.last().is_some_and(|p| p.start > start) {
                    out.pop();
                }
                out.push(Span::new(start, at + c.len_utf8()));
            } else if opens {
                open.push((kind, at));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        pairs(text, Layout::Auto).into_iter().map(|p| p.of(text)).collect()
    }

    #[test]
    fn finds_what_closes_in_its_paragraph() {
        assert_eq!(
            found("“It held. (For now.)” He left. (So did she.)"),
            ["“It held. (For now.)”", "(So did she.)"]
        );
        assert_eq!(found("“It held.\n\n“It broke.” ‘The crews’ pay’"), ["“It broke.”", "‘The crews’"]);
        assert_eq!(
            found("He said \"no\" (or \"nearly\") and [sic] left ("),
            ["\"no\"", "(or \"nearly\")", "[sic]"]
        );
        assert_eq!(found("( “the crew’s” ["), ["“the crew’s”"]);
    }
}
