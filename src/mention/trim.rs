//! The ends of a mention: which marks belong to it.

use crate::Span;

/// Whether the quotation that `mark` opened before `words` closes before their end. A mark behind an s may be the apostrophe of a
/// plural.
fn closes_inside(mark: char, words: &str) -> bool {
    let close = match mark {
        '“' => '”',
        '‘' => '’',
        '"' | '\'' => mark,
        _ => return false,
    };
    let closed = |(at, _): (usize, &str)| {
        let (before, after) =
            (words[..at].chars().next_back(), words[at + close.len_utf8()..].chars().next());
        let ends = after.is_some_and(|c| !c.is_alphanumeric()) && before.is_some_and(|c| !c.is_whitespace());
        ends && (matches!(close, '”' | '"') || before != Some('s'))
    };
    words.match_indices(close).any(closed)
}

/// The span without quotation marks, brackets it does not close, and closing punctuation at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    // What follows may close a quotation that opens in the span.
    let ends = !matches!(text.as_bytes().get(span.end), Some(b'.' | b',' | b'!' | b'?' | b'"' | 0xE2));
    if plain(words.as_bytes().first()) {
        match words.as_bytes() {
            [.., last] if plain(Some(last)) => {
                let more = if ends { None } else { closing(words, &text[span.end..]) };
                return Span::new(span.start, span.end + more.unwrap_or_default());
            }
            [.., first, last, b'.'] if ends && plain(Some(first)) && plain(Some(last)) => {
                return Span::new(span.start, span.end - 1);
            }
            _ => {}
        }
    }
    let opens = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '“'
                    | '‘'
                    | '\''
                    | ','
                    | ';'
                    | ':'
                    | '—'
                    | '–'
                    | '-'
                    | '•'
                    | '*'
                    | '·'
                    | '▪'
                    | '●'
                    | '►'
            )
    };
    let closes = |c: char| opens(c) || matches!(c, '”' | '’' | '.');
    let begun = words.trim_start_matches(opens);
    let kept = begun.trim_end_matches(closes);
    // "‘Time bomb’ springs a leak": the mark stays that closes inside.
    let mark = words[..words.len() - begun.len()].chars().next_back();
    let mark = mark.filter(|&m| closes_inside(m, kept)).map_or(0, char::len_utf8);
    let start = words.len() - begun.len() - mark;
    let kept = &words[start..start + mark + kept.len()];
    let span = Span::new(span.start + start, span.start + start + kept.len());
    // The stop of "in the U.S." and the apostrophe of "the officials’" belong to the word.
    let rest = &text[span.end..];
    let within = words.len() - start - kept.len();
    let abbreviates = || {
        within > 0 && rest.starts_with('.') && {
            let mut last = kept.chars().rev();
            let single = last.next().is_some_and(|c| !matches!(c, ' ' | '.'));
            single && last.next().is_none_or(|c| matches!(c, ' ' | '.'))
        }
    };
    match closing(kept, rest) {
        Some(len) => Span::new(span.start, span.end + len),
        None if abbreviates() => Span::new(span.start, span.end + 1),
        None => span,
    }
}

/// How many bytes of `rest` close a quotation that opens within `kept`: "(called it) “a mistake”".
fn closing(kept: &str, rest: &str) -> Option<usize> {
    let stops = |c: char| matches!(c, '.' | ',' | '!' | '?' | '…');
    let (at, c) = rest.char_indices().find(|(_, c)| !stops(*c))?;
    let opened = match c {
        '”' => kept.matches('“').count() > kept.matches('”').count(),
        '"' => kept.matches('"').count() % 2 == 1,
        '’' => kept.rfind('‘').is_some_and(|open| !kept[open..].contains('’')),
        _ => false,
    };
    opened.then_some(at + c.len_utf8())
}
