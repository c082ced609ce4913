//! The decision at an end mark: does a sentence end here?

use super::{
    context::{Before, First, Next, char_at, word_at},
    layout::Gap,
    marks::{Mark, closes, is_quote, mark},
    words::{Role, role},
};

/// What stands at an end mark.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Where the first end mark stands.
    mark: usize,
    /// Just after the end marks, what they close, and the notes that hang on them.
    pub(super) end: usize,
    kind: Mark,
    /// More than one full stop, or `…`.
    dots: bool,
    /// The last closing mark, if any.
    closed: Option<char>,
    /// Where the next word or mark stands.
    pub(super) next: usize,
    /// Whether white space parts the two.
    spaced: bool,
    /// How many line breaks part the two, and where the first one stands.
    pub(super) lines: usize,
    pub(super) line_end: usize,
    /// Whether a paragraph ends here. Where a single line break follows, the layout tells.
    pub(super) hard: bool,
    /// Whether an ellipsis follows that opens the next sentence.
    before_ellipsis: bool,
}

impl Candidate {
    /// Reads the end marks that start at `at`, with all that belongs to them: `?!`, `. . .`, `.”)`.
    pub(super) fn read(text: &str, at: usize, kind: Mark) -> Self {
        let mut it = Self {
            mark: at,
            end: at,
            kind,
            dots: false,
            closed: None,
            next: at,
            spaced: false,
            lines: 0,
            line_end: at,
            hard: false,
            before_ellipsis: false,
        };
        let plain =
            text.as_bytes().get(at + 1..at + 3).is_some_and(|b| b[0] == b' ' && b[1].is_ascii_alphabetic());
        if plain && kind != Mark::Dots && kind != Mark::Foreign {
            // By far the commonest: one mark, a space and a letter.
            it.end = at + 1;
            it.next = at + 2;
            it.spaced = true;
            return it;
        }
        it.read_run(text);
        it.part_ellipsis(text);
        it.end = after_notes(text, it.end);
        let gap = Gap::at(text, it.end);
        it.spaced = !gap.is_empty(it.end);
        it.next = gap.next;
        it.lines = gap.lines;
        it.line_end = gap.line_end;
        it.hard = gap.next >= text.len() || gap.lines > 1;
        it
    }

    fn read_run(&mut self, text: &str) {
        let mut stops = 0_usize;
        while let Some(c) = char_at(text, self.end) {
            if let Some(m) = mark(c) {
                stops += usize::from(m == Mark::Stop);
                self.dots |= m == Mark::Dots || stops > 1;
                if m == Mark::Strong || m == Mark::Foreign {
                    self.kind = m;
                }
                self.closed = None;
            } else if closes(c) {
                self.closed = Some(c);
            } else if c == ' ' && self.closed.is_none() {
                // `. . .` and `! ! !`: marks that stand apart, each followed by nothing but another or the end.
                let after = self.end + 1;
                let same = char_at(text, after).and_then(mark).is_some_and(|m| m != Mark::Foreign);
                let apart = char_at(text, after + 1)
                    .is_none_or(|c| c.is_whitespace() || closes(c) || mark(c).is_some());
                if !(same && apart) {
                    break;
                }
            } else {
                break;
            }
            self.end += c.len_utf8();
        }
    }

    /// `It held. . . . The wall`: where a stop ends the word and an ellipsis of its own follows, the ellipsis belongs
    /// to what comes next, and the sentence ends at the stop.
    fn part_ellipsis(&mut self, text: &str) {
        let run = text.get(self.mark..self.end).unwrap_or_default();
        let Some(rest) = run.strip_prefix(". ") else { return };
        let own = matches!(rest.trim_end(), "..." | "…" | ". . .");
        let glued = text.get(..self.mark).is_some_and(|t| t.ends_with(char::is_alphanumeric));
        let gap = Gap::at(text, self.end);
        // Four dots in a row before a small letter are one ellipsis.
        let on = rest.starts_with(". ") && char_at(text, gap.next).is_some_and(char::is_lowercase);
        if own && glued && !on && !gap.is_empty(self.end) && gap.next < text.len() {
            self.end = self.mark + 1;
            self.dots = false;
            self.before_ellipsis = true;
        }
    }

    /// Whether a full stop at `at` is so plainly inside a number, an address or a row of initials that it needs no
    /// second look.
    pub(super) fn is_inner_stop(bytes: &[u8], at: usize) -> bool {
        match bytes.get(at + 1) {
            Some(b'a'..=b'z') => true,
            // Not the number of a note: `rights.4 Even though`.
            Some(b'0'..=b'9') => at.checked_sub(1).and_then(|i| bytes.get(i)).is_none_or(u8::is_ascii_digit),
            // `ended.Workers` has two small letters or digits before the stop, `J.K.` and `Ph.D.` have not.
            Some(b'A'..=b'Z') => {
                let before = at.checked_sub(2).and_then(|i| bytes.get(i..at));
                before.is_none_or(|b| {
                    b.iter().any(|b| b.is_ascii() && !b.is_ascii_lowercase() && !b.is_ascii_digit())
                })
            }
            _ => false,
        }
    }

    /// Whether the sentence that started at `start` ends here.
    pub(super) fn ends(&self, text: &str, start: usize) -> bool {
        if self.hard {
            return true;
        }
        // Nothing but marks so far: an ellipsis that opens the sentence.
        if self.mark == start {
            return false;
        }
        if self.kind == Mark::Foreign {
            return true;
        }
        let before = Before::read(text, start, self.mark);
        if !self.spaced {
            return self.glued(text, &before);
        }
        if before.is_empty() {
            return false;
        }
        if self.before_ellipsis {
            return !before.abbreviates();
        }
        let next = Next::read(text, self.next);
        if next.first == First::Comma || next.first == First::Small && self.closed.is_some() {
            return false;
        }
        if self.kind == Mark::Stop && self.closed.is_none_or(|c| c == ')') && before.enumerates() {
            return false;
        }
        match self.kind {
            Mark::Strong => self.after_strong(text, &before, &next),
            _ if self.dots => self.after_dots(&before, &next),
            _ => after_stop(&before, &next, self.closed),
        }
    }

    /// No white space follows: `ended.Workers`, `said.”He`, or the inside of a number, a name, an address.
    fn glued(&self, text: &str, before: &Before<'_>) -> bool {
        let rest = text.get(self.end..).unwrap_or_default();
        let mut chars = rest.chars();
        let (Some(first), second) = (chars.next(), chars.next()) else { return true };
        if !first.is_uppercase() {
            return false;
        }
        let small = second.is_some_and(char::is_lowercase);
        if self.closed.is_some_and(is_quote) {
            return small;
        }
        let word = word_at(text, self.end);
        let known = role(word);
        // The word before must be one that a sentence can end with, and the word after one that can begin it.
        let plain = before.word.len() > 2 && before.word.bytes().skip(1).all(|b| b.is_ascii_lowercase())
            || before.word.len() > 1 && before.word.bytes().all(|b| b.is_ascii_digit());
        let begins = small && word.len() > 1 || known.any(Role::OPENER);
        if !plain || !begins || before.role.any(Role::ABBREVIATION) || known.any(Role::DOMAIN) {
            return false;
        }
        let token: usize = rest.chars().take(48).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
        let token = rest.get(..token).unwrap_or_default().trim_end_matches('.');
        let address = before.token_has(['@', '/', ':', '_', '=']) || token.contains(['@', '/', '_', '=']);
        let dotted = token.contains('.') && word.len() + 1 < token.len();
        !address && !dotted
    }

    /// After `?` or `!`.
    fn after_strong(&self, text: &str, before: &Before<'_>, next: &Next<'_>) -> bool {
        let bare = self.closed.is_none();
        let shouts = bare && before.role.any(Role::SHOUT);
        match next.first {
            _ if shouts && !(next.first == First::Capital && next.opens_sentence()) => false,
            // `Adopt Us! on the console`: a small letter after a name, in a text that begins sentences with capitals.
            First::Small if !next.quoted => !(speaks(text, self.next, false) || before.is_inner_name()),
            First::Capital if bare => !speaks_alone(text, self.next),
            First::Capital if self.closed.is_some_and(is_quote) && !next.quoted && !self.dots => {
                !speaks(text, self.next, true)
            }
            First::Dash => false,
            _ => true,
        }
    }

    /// After an ellipsis.
    fn after_dots(&self, before: &Before<'_>, next: &Next<'_>) -> bool {
        let bare = self.closed.is_none();
        if self.end == self.mark + 2 && before.abbreviates() {
            // `Jersey City, N.J.. That bank`: a stop beside that of an abbreviation is no ellipsis.
            return matches!(next.first, First::Capital | First::Other);
        }
        if next.bracketed {
            // `“… stairways […]” (Hale 55).`: what stands in brackets after an elision is its source.
            return false;
        }
        match next.first {
            First::Small => next.quoted && bare,
            First::Digit | First::Dash => false,
            First::Capital => next.quoted || !bare || !next.is(Role::GOES_ON),
            _ => true,
        }
    }
}

/// Whether a full stop after `before` ends the sentence when `next` follows it.
fn after_stop(before: &Before<'_>, next: &Next<'_>, closed: Option<char>) -> bool {
    let known = before.role;
    let abbreviates = before.abbreviates();
    match next.first {
        First::Capital if !abbreviates => return !before.is_vowelless() || next.opens_sentence(),
        First::Dash => return !abbreviates && next.word().starts_with(char::is_uppercase),
        First::Small => {
            let clipped = before.is_clipped() && !next.is(Role::OPENER);
            return !abbreviates && (next.quoted || before.is_plain() && !clipped);
        }
        _ if next.first == First::Digit || next.bracketed => {
            return known.any(Role::ETC) || !(abbreviates || before.is_letter());
        }
        _ if !abbreviates => return true,
        _ => {}
    }
    // A quotation that closes ends the sentence. But `Bros.' Grocery` is the genitive of an abbreviation.
    if closed.is_some_and(|c| !matches!(c, ')' | '\'' | '’')) {
        return true;
    }
    if known.any(Role::STREET) {
        // `Dr.` and `St.` also stand before names, and some names are plural nouns: `Dr. Banks said`.
        let street = before.word.len() > 2;
        return before.follows_name() && (next.opens_sentence() || street && next.is_plain_subject());
    }
    if known.any(Role::TIME) {
        return !next.is(Role::AFTER_TIME) && !before.opens_with_time();
    }
    if before.initial {
        return before.follows_small() && next.opens_sentence();
    }
    if known.any(Role::UNIT) {
        return true;
    }
    if known.any(Role::NEVER) {
        // `a newer IE. Its goal`: all capitals are a name of letters.
        return before.is_upper() && next.opens_sentence();
    }
    if known.any(Role::MAY) || before.acronym {
        let subject = || known.any(Role::LOOSE) && next.is_plain_subject();
        return next.opens_sentence() || next.quoted || next.first == First::Other || subject();
    }
    if known.any(Role::NUMBER) {
        return !next.is_numeral() && !before.opens_with_time();
    }
    true
}

/// Where the references after an end mark end: `[17]`, `[4][a]`, also after a space.
fn after_notes(text: &str, end: usize) -> usize {
    let mut end = end;
    for _ in 0..4 {
        let rest = text.get(end..).unwrap_or_default();
        let note = rest.strip_prefix(' ').unwrap_or(rest);
        let gap = rest.len() - note.len();
        match note.bytes().next() {
            Some(b'[') => {
                let Some(len) = note_len(note) else { break };
                end += gap + len;
            }
            Some(b'0'..=b'9') => {
                // `rights. 4 Even though`: the number of a note that was raised, for no sentence begins so.
                let digits = note.bytes().take(3).take_while(u8::is_ascii_digit).count();
                let word = word_at(note, digits + 1);
                let raised = digits < 3
                    && note.as_bytes().get(digits) == Some(&b' ')
                    && word.len() > 1
                    && word.starts_with(char::is_uppercase)
                    && role(word).any(Role::OPENER);
                return if raised { end + gap + digits } else { end };
            }
            _ => break,
        }
    }
    end
}

/// The length of a reference in square brackets, or of a mark of omission in them, at the start of `note`.
fn note_len(note: &str) -> Option<usize> {
    if let Some(mark) = ["[...]", "[…]", "[ ... ]", "[. . .]"].iter().find(|m| note.starts_with(**m)) {
        return Some(mark.len());
    }
    let len = note.bytes().take(6).position(|b| b == b']')?;
    let inner = note.get(1..len)?;
    let number = (1..4).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit());
    let letter = matches!(inner.as_bytes(), [b'a'..=b'z']);
    (number || letter).then_some(len + 1)
}

/// Whether a speaker and a word of speech begin at `at`: `she asked`, `asked Hale`; where it is a name that must speak
/// (`named`), `Miller asked`, `Ann Hale, 42, asked`, `Hale’s lawyer asked`.
fn speaks(text: &str, at: usize, named: bool) -> bool {
    let mut at = at;
    let mut owned = false;
    for i in 0..5 {
        let word = word_at(text, at);
        let known = role(word);
        let capital = word.starts_with(char::is_uppercase);
        if !capital && known.any(Role::SPEECH) {
            return true;
        }
        let out_of_place = if named {
            i == 0 && known.any(Role::OPENER) && word != "I" || !capital && !owned
        } else {
            i > 2
        };
        if word.is_empty() || out_of_place {
            return false;
        }
        owned = word.ends_with("’s") || word.ends_with("'s");
        at += word.len();
        if named {
            at += age(text.get(at..).unwrap_or_default());
        }
        // Not beyond the paragraph: a blank line holds two line breaks, and this takes at most one.
        let gap = text.get(at..).unwrap_or_default().bytes();
        at += gap.take(2).take_while(|b| b" .".contains(b)).count();
        at += usize::from(text.as_bytes().get(at) == Some(&b'\n'));
    }
    false
}

/// The length of an age between commas, `, 42,`, at the start of `rest`.
fn age(rest: &str) -> usize {
    let digits = |r: &str| r.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let len = rest.strip_prefix(", ").map_or(0, digits);
    if len > 0 && rest.as_bytes().get(2 + len) == Some(&b',') { len + 3 } else { 0 }
}

/// Whether a speaker and a word of speech, and no more, stand at `at`: `Hale asked.`
fn speaks_alone(text: &str, at: usize) -> bool {
    let name = word_at(text, at);
    let verb = word_at(text, at + name.len() + 1);
    !name.is_empty()
        && verb.starts_with(char::is_lowercase)
        && role(verb).any(Role::SPEECH)
        && matches!(char_at(text, at + name.len() + 1 + verb.len()), Some('.' | ','))
        && (name == "I" || !role(name).any(Role::OPENER))
}
