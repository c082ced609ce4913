//! Boundaries without an end mark: headings that lost their line break, items of lists that run on in one line, lines of page furniture (dates, rules of
//! dashes, mail headers) that lost their line break, and the formulas of letters.

use super::{
    context::word_at,
    marks::is_bullet,
    words::{Role, role},
};

/// The mark that a sentence begins with when it is an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    bullet: bool,
    /// The number, or the place of the letter in the alphabet; 0 where only a bullet stands.
    value: u32,
    letter: bool,
    style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `1.`
    Stop,
    /// `1)`
    Bracket,
    /// `1.)`
    Both,
}

impl Item {
    /// The mark at `at`, if an item begins there.
    pub(super) fn at(text: &str, at: usize) -> Option<Self> {
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        let bullet = !first.is_ascii_alphanumeric() && is_bullet(first);
        if !(bullet || first.is_ascii_digit() || first.is_ascii_lowercase()) {
            return None;
        }
        let rest = if bullet { rest.get(first.len_utf8()..)?.trim_start_matches(' ') } else { rest };
        let marked = Self::numbered(rest).map(|item| Self { bullet, ..item });
        marked.or(bullet.then_some(Self { bullet, value: 0, letter: false, style: Style::Stop }))
    }

    fn numbered(rest: &str) -> Option<Self> {
        let len = rest.bytes().take(4).take_while(u8::is_ascii_alphanumeric).count();
        let (value, letter) = value(rest.get(..len)?)?;
        let mut tail = rest.get(len..)?.bytes();
        let style = match (tail.next()?, tail.next()) {
            (b'.', Some(b')')) => Style::Both,
            (b'.', _) => Style::Stop,
            (b')', _) => Style::Bracket,
            _ => return None,
        };
        Some(Self { bullet: false, value, letter, style })
    }

    /// Where the next item of the same list begins, if the end mark or bracket that starts at `mark` belongs to its
    /// number.
    pub(super) fn next_before(self, text: &str, mark: usize) -> Option<usize> {
        if self.value == 0 {
            return None;
        }
        let lead = text.get(..mark)?;
        let len = lead.bytes().rev().take(4).take_while(u8::is_ascii_alphanumeric).count();
        let at = mark - len;
        let next = Self::numbered(text.get(at..)?)?;
        let mut start = at;
        let before = text.get(..at)?.trim_end_matches(' ');
        let bullet = before.chars().next_back().filter(|c| is_bullet(*c));
        if let Some(bullet) = bullet {
            start = before.len() - bullet.len_utf8();
        }
        let parted = text.get(..start)?.ends_with(char::is_whitespace);
        let same = next.style == self.style && next.letter == self.letter && self.bullet == bullet.is_some();
        (parted && same && next.value == self.value + 1).then_some(start)
    }

    /// Whether the bullet at `at` begins the next item after this one.
    pub(super) fn bullet_follows(self, text: &str, at: usize) -> bool {
        self.bullet && text.get(..at).is_some_and(|t| t.ends_with(' '))
    }
}

fn value(word: &str) -> Option<(u32, bool)> {
    match word.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((u32::from(letter - b'a') + 1, true)),
        digits if !digits.is_empty() && digits.len() < 4 && digits.iter().all(u8::is_ascii_digit) => {
            word.parse().ok().map(|n| (n, false))
        }
        _ => None,
    }
}

/// Whether the sign at `at` is so plainly no boundary that it needs no second look. Most are.
pub(super) fn is_idle(bytes: &[u8], at: usize, sign: u8) -> bool {
    let before = at.checked_sub(1).and_then(|i| bytes.get(i)).copied().unwrap_or_default();
    match sign {
        b'H' | b'I' | b'T' | b'W' | b'Y' => {
            before != b' '
                || !at.checked_sub(2).and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_alphabetic)
        }
        b'/' => !(before == b':' || before.is_ascii_digit()),
        b'*' | b'=' | b'_' | b'~' => before == sign && bytes.get(at + 1) == Some(&sign),
        b'<' => true,
        _ => false,
    }
}

/// A boundary without an end mark at a mark that the scan found: where the one sentence ends and the next starts.
pub(super) fn boundary(text: &str, at: usize, mark: u8) -> Option<(usize, usize)> {
    match mark {
        b'*' | b'=' | b'_' | b'~' => rule(text, at, mark),
        b'>' => address(text, at),
        b'/' => stamp(text, at).or_else(|| second_link(text, at)),
        b')' => smiley(text, at),
        b'H' | b'I' | b'T' | b'W' | b'Y' => bare_start(text, at),
        _ => None,
    }
}

/// The shortest run of one sign that is a rule across the page.
const RULE: usize = 5;

/// A rule of one sign: it is a line of its own.
fn rule(text: &str, at: usize, sign: u8) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    if at > 0 && bytes.get(at - 1) == Some(&sign) {
        // Inside a run: a boundary after its last sign.
        let long = bytes.get(at.saturating_sub(RULE - 1)..=at)?.iter().all(|b| *b == sign);
        let last = bytes.get(at + 1) == Some(&b' ');
        return (long && last).then_some((at + 1, at + 1));
    }
    let run = bytes.get(at..at + RULE)?;
    let opens = at > 0 && bytes.get(at - 1) == Some(&b' ');
    (opens && run.iter().all(|b| *b == sign)).then_some((at, at))
}

/// `Email: Ann Hale <hale@example.org> The dam`: the header of a letter ends with the address.
fn address(text: &str, at: usize) -> Option<(usize, usize)> {
    let before = text.get(..at)?;
    let from = before.bytes().rev().take(64).position(|b| b == b'<' || b == b' ')?;
    let inner = before.get(at - from..)?;
    let opened = before.as_bytes().get(at.checked_sub(from + 1)?) == Some(&b'<');
    let follows =
        text.get(at + 1..)?.strip_prefix(' ')?.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    (opened && inner.contains('@') && follows).then_some((at + 1, at + 1))
}

/// `08/16/2000 12:05 PM I want to ask`: the stamp of a letter ends its header.
fn stamp(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes.get(from..)?.iter().take(5).position(|b| !b.is_ascii_digit());
    // The second of the two strokes.
    let day = at.checked_sub(3)?;
    if bytes.get(day) != Some(&b'/') || digits(day + 1)? != 2 {
        return None;
    }
    let year = digits(at + 1)?;
    if !(year == 2 || year == 4) {
        return None;
    }
    let mut end = at + 1 + year + 1;
    let hour = digits(end)?;
    if !(1..3).contains(&hour) || bytes.get(end + hour) != Some(&b':') || digits(end + hour + 1)? != 2 {
        return None;
    }
    end += hour + 3;
    if bytes.get(end) == Some(&b':') {
        end += 3;
    }
    let rest = text.get(end..)?;
    end += [" AM", " PM", " am", " pm"].iter().find(|m| rest.starts_with(**m)).map_or(0, |m| m.len());
    let follows = text.get(end..)?.strip_prefix(' ')?.starts_with(char::is_uppercase);
    follows.then_some((end, end))
}

/// An address on the net right after another one: a list of links.
fn second_link(text: &str, at: usize) -> Option<(usize, usize)> {
    let before = text.get(..at)?.strip_suffix(':')?;
    let scheme = if before.ends_with("https") { 5 } else { 4 };
    let start = before.len().checked_sub(scheme)?;
    if !before.get(start..)?.starts_with("http") {
        return None;
    }
    let lead = before.get(..start)?.strip_suffix(' ')?;
    let len = lead.bytes().rev().take(200).take_while(|b| *b != b' ').count();
    lead.get(lead.len() - len..)?.starts_with("http").then_some((start, start))
}

/// `:-)` ends a sentence before a capital.
fn smiley(text: &str, at: usize) -> Option<(usize, usize)> {
    let lead = text.get(..at)?.trim_end_matches('-');
    let eyes = lead.ends_with([':', ';']) && lead.len() + 2 > at;
    let follows = text.get(at + 1..)?.strip_prefix(' ')?.starts_with(char::is_uppercase);
    (eyes && follows).then_some((at + 1, at + 1))
}

/// `New rules for filters You can set`: a heading that lost its line break, for inside a sentence hardly a word of this
/// kind has a capital. In eight million characters of edited news, nine of twelve such places were boundaries.
fn bare_start(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let [letter, b' '] = bytes.get(at.checked_sub(2)?..at)? else { return None };
    if !letter.is_ascii_alphabetic() || !bytes.get(at + 1)?.is_ascii_lowercase() {
        return None;
    }
    let word = word_at(text, at);
    let small = matches!(bytes.get(at + word.len()..at + word.len() + 2), Some([b' ', b'a'..=b'z']));
    if !small || !role(word).any(Role::STARTS) {
        return None;
    }
    let lead = bytes.get(..at - 1)?;
    let len = lead.iter().rev().take(32).take_while(|b| b.is_ascii_alphabetic()).count();
    let parted =
        lead.len().checked_sub(len + 1).and_then(|i| lead.get(i)).is_some_and(u8::is_ascii_whitespace);
    // `Here’s What You should know`: in a title, what stands before it cannot end one.
    let before = text.get(at - 1 - len..at - 1)?;
    let known = role(before);
    let hangs = known.any(Role::HANGS) || known.any(Role::OPENER) && before.starts_with(char::is_uppercase);
    (len > 1 && parted && !hangs).then_some((at - 1, at))
}

/// A boundary inside `start..end` that has no mark at all: where the first part ends.
///
/// `hard` says that a paragraph ends at `end`.
pub(super) fn inside(text: &str, start: usize, end: usize, hard: bool) -> Option<usize> {
    let words = text.get(start..end)?;
    // A weekday or a formula is followed by a comma. A fixed stretch, for that is a single comparison of vectors.
    let comma = words
        .as_bytes()
        .first_chunk::<16>()
        .is_none_or(|b| b.iter().fold(false, |any, b| any | (*b == b',')));
    if comma && word_at(words, 0).ends_with("day") {
        // `Thursday, May 7, 2015 The board met`: the date line of a report.
        if let Some(len) = date(words) {
            let follows = words.get(len..)?.strip_prefix(' ')?.starts_with(char::is_uppercase);
            return follows.then_some(start + len);
        }
    }
    if words.starts_with("Dear ") {
        return salutation(words).map(|len| start + len);
    }
    if hard && words.ends_with(|c: char| c.is_ascii_digit()) {
        // `Board keeps the old flag Thursday, May 7, 2015`: a headline and its date line.
        let from = words.len().saturating_sub(32);
        let from = (from..words.len()).find(|i| words.is_char_boundary(*i))?;
        let tail = words.get(from..)?;
        let at = tail.find("day, ")?;
        let lead = tail.get(..at)?.trim_end_matches(char::is_alphabetic);
        let date_at = from + lead.len();
        let whole = date(words.get(date_at..)?) == Some(words.len() - date_at);
        let before = words.get(..date_at)?.trim_end();
        let named = before.ends_with(char::is_alphanumeric) && !before.ends_with(" on");
        return (whole && named).then_some(start + before.len());
    }
    if comma { closing(words).map(|len| start + len) } else { None }
}

/// The length of `Weekday, Month D, YYYY` at the start of `words`.
fn date(words: &str) -> Option<usize> {
    let mut parts = words.splitn(5, ' ');
    let (weekday, month, day, year) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let named = role(weekday.strip_suffix(',')?).any(Role::WEEKDAY) && role(month).any(Role::AFTER_TIME);
    let day_of = day.strip_suffix(',')?;
    let number = |s: &str, len: core::ops::Range<usize>| {
        len.contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit())
    };
    (named && number(day_of, 1..3) && number(year, 4..5))
        .then_some(weekday.len() + month.len() + day.len() + year.len() + 3)
}

/// `Dear Mr Hale, We have received`: the length of the salutation.
fn salutation(words: &str) -> Option<usize> {
    let comma = words.bytes().take(40).position(|b| b == b',')?;
    let follows = words.get(comma + 1..)?.strip_prefix(' ')?.starts_with(char::is_uppercase);
    follows.then_some(comma + 1)
}

/// `Best regards, Ann Hale`: the length of the formula.
fn closing(words: &str) -> Option<usize> {
    let comma = words.bytes().take(18).position(|b| b == b',')?;
    let last = words.get(..comma)?.rsplit(' ').next()?;
    let next = words.get(comma + 1..)?.strip_prefix(' ')?;
    let named = next.starts_with(char::is_uppercase) && !next.starts_with("I ") && !next.starts_with("I'");
    (named && role(last).any(Role::CLOSING)).then_some(comma + 1)
}
