//! The decision at an end mark: does a sentence end here?

use super::{
    layout::{Gap, Page},
    marks::{Mark, closes, is_bullet, is_quote, mark, opens},
    words::{Role, role},
};

/// What stands at an end mark.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Where the first end mark stands.
    mark: usize,
    /// Just after the end marks and what they close.
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
    /// Whether a paragraph ends here.
    pub(super) hard: bool,
    /// Whether a line ends here.
    pub(super) broken: bool,
    /// Whether an ellipsis follows that opens the next sentence.
    before_ellipsis: bool,
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

impl Candidate {
    /// Reads the end marks that start at `at`, with all that belongs to them: `?!`, `. . .`, `.”)`.
    pub(super) fn read(text: &str, at: usize, kind: Mark, line: usize, page: Page) -> Self {
        let mut it = Self {
            mark: at,
            end: at,
            kind,
            dots: false,
            closed: None,
            next: at,
            spaced: false,
            hard: false,
            broken: false,
            before_ellipsis: false,
        };
        let mut stops = 0_usize;
        loop {
            let Some(c) = char_at(text, it.end) else { break };
            if let Some(m) = mark(c) {
                stops += usize::from(m == Mark::Stop);
                it.dots |= m == Mark::Dots || stops > 1;
                if m == Mark::Strong || m == Mark::Foreign {
                    it.kind = m;
                }
                it.closed = None;
            } else if closes(c) {
                it.closed = Some(c);
            } else if c == ' ' && it.closed.is_none() {
                // `. . .` and `! ! !`: marks that stand apart, each followed by nothing but another or the end.
                let after = it.end + 1;
                let same = char_at(text, after).is_some_and(|m| mark(m).is_some_and(|k| k != Mark::Foreign));
                let apart = char_at(text, after + 1)
                    .is_none_or(|c| c.is_whitespace() || closes(c) || mark(c).is_some());
                if !(same && apart) {
                    break;
                }
            } else {
                break;
            }
            it.end += c.len_utf8();
        }
        it.elided(text);
        it.end = after_notes(text, it.end);
        let gap = Gap::at(text, it.end);
        it.spaced = !gap.is_empty(it.end);
        it.next = gap.next;
        it.broken = gap.lines > 0;
        it.hard = gap.next >= text.len()
            || gap.lines > 1
            || gap.lines == 1 && !page.wraps(text, line, gap.line_end, gap.next);
        it
    }

    /// `It held. . . . The wall`: where a stop ends the word and an ellipsis of its own follows, the ellipsis belongs
    /// to what comes next, and the sentence ends at the stop.
    fn elided(&mut self, text: &str) {
        let run = text.get(self.mark..self.end).unwrap_or_default();
        let Some(rest) = run.strip_prefix(". ") else { return };
        let own = matches!(rest.trim_end(), "..." | "…" | ". . .");
        let glued = text.get(..self.mark).is_some_and(|t| t.ends_with(char::is_alphanumeric));
        let on = char_at(text, self.end).is_some_and(char::is_whitespace)
            && Gap::at(text, self.end).next < text.len();
        if own && glued && on {
            self.end = self.mark + 1;
            self.dots = false;
            self.before_ellipsis = true;
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
        if self.before_ellipsis {
            return !before.abbreviates();
        }
        let next = Next::read(text, self.next);
        if before.enumerates && self.closed.is_none_or(|c| c == ')') && self.kind == Mark::Stop {
            return false;
        }
        match next.first {
            First::Comma => return false,
            First::Small if self.closed.is_some() => return false,
            _ => {}
        }
        if self.kind == Mark::Strong {
            return self.after_strong(text, &before, &next);
        }
        // `Jersey City, N.J.. That bank`: a stop beside that of an abbreviation is no ellipsis.
        let doubled = self.end == self.mark + 2 && before.abbreviates();
        if self.dots && doubled {
            return matches!(next.first, First::Capital | First::Other);
        }
        if self.dots {
            return match next.first {
                First::Small => next.quoted && self.closed.is_none(),
                First::Digit | First::Dash => false,
                First::Capital => !(next.role.any(Role::GOES_ON) && !next.quoted && self.closed.is_none()),
                // `“… stairways […]” (Hale 55).`: what stands in brackets after an elision is its source.
                _ => true,
            } && !next.bracketed;
        }
        after_stop(text, &before, &next, self.closed)
    }

    /// No white space follows: `ended.Workers`, `said.”He`, or the inside of a number, a name, an address.
    fn glued(&self, text: &str, before: &Before<'_>) -> bool {
        let rest = text.get(self.end..).unwrap_or_default();
        let mut chars = rest.chars();
        let (Some(first), second) = (chars.next(), chars.next()) else { return true };
        if !first.is_uppercase() {
            return false;
        }
        if self.closed.is_some_and(is_quote) {
            return second.is_some_and(char::is_lowercase);
        }
        let token = rest.char_indices().take(48).find(|(_, c)| c.is_whitespace()).map_or(48, |(i, _)| i);
        let token = rest.get(..token).unwrap_or(rest).trim_end_matches('.');
        let address = before.token_has(['@', '/', ':', '_', '=']) || token.contains(['@', '/', '_', '=']);
        let word = word_at(text, self.end);
        let dotted = token.contains('.') && word.len() + 1 < token.len();
        let plain = before.word.len() > 2 && before.word.bytes().skip(1).all(|b| b.is_ascii_lowercase())
            || before.word.len() > 1 && before.word.bytes().all(|b| b.is_ascii_digit());
        plain
            && !address
            && !dotted
            && !before.role.any(Role::ABBREVIATION)
            && !role(word).any(Role::DOMAIN)
            && (second.is_some_and(char::is_lowercase) && word.len() > 1 || role(word).any(Role::OPENER))
    }

    fn after_strong(&self, text: &str, before: &Before<'_>, next: &Next<'_>) -> bool {
        if before.role.any(Role::SHOUT)
            && self.closed.is_none()
            && !(next.role.any(Role::OPENER) && next.first == First::Capital)
        {
            return false;
        }
        match next.first {
            // `Adopt Us! on the console`: a small letter after a name, in a text that begins sentences with capitals.
            First::Small if !next.quoted => !(speaks(text, self.next, false) || before.is_inner_name(text)),
            First::Capital if self.closed.is_none() && speaks_alone(text, self.next) => false,
            First::Capital if self.closed.is_some_and(is_quote) && !next.quoted && !self.dots => {
                !speaks(text, self.next, true)
            }
            First::Dash => false,
            _ => true,
        }
    }
}

/// Where the references after an end mark end: `[17]`, `[4][a]`, also after a space.
fn after_notes(text: &str, end: usize) -> usize {
    let mut end = end;
    for _ in 0..4 {
        let rest = text.get(end..).unwrap_or_default();
        let note = rest.strip_prefix(' ').unwrap_or(rest);
        if let Some(mark) = ["[...]", "[…]", "[ ... ]", "[. . .]"].iter().find(|m| note.starts_with(**m)) {
            end += rest.len() - note.len() + mark.len();
            continue;
        }
        // `rights. 4 Even though`: the number of a note that was raised, for no sentence begins so.
        let digits = note.bytes().take(3).take_while(u8::is_ascii_digit).count();
        if (1..3).contains(&digits) && note.as_bytes().get(digits) == Some(&b' ') {
            let word = word_at(note, digits + 1);
            if word.starts_with(char::is_uppercase) && word.len() > 1 && role(word).any(Role::OPENER) {
                end += rest.len() - note.len() + digits;
            }
            break;
        }
        let Some(inner) = note.strip_prefix('[') else { break };
        let Some(len) = inner.bytes().take(5).position(|b| b == b']') else { break };
        let digits = inner.bytes().take(len).all(|b| b.is_ascii_digit());
        if len == 0 || !(len < 4 && digits || len == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            break;
        }
        end += rest.len() - note.len() + len + 2;
    }
    end
}

/// Whether a full stop after `before` ends the sentence when `next` follows it.
fn after_stop(text: &str, before: &Before<'_>, next: &Next<'_>, closed: Option<char>) -> bool {
    let known = before.role;
    if next.first == First::Dash {
        return next.word.starts_with(char::is_uppercase) && !before.abbreviates();
    }
    if next.first == First::Small {
        return (next.quoted || before.is_plain()) && !before.abbreviates() && !before.is_clipped();
    }
    if next.first == First::Digit || (next.bracketed && before.abbreviates()) {
        return known.any(Role::ETC) || !(before.abbreviates() || before.is_letter());
    }
    // A quotation that closes ends the sentence. But `Bros.' Grocery` is the genitive of an abbreviation.
    if closed.is_some_and(|c| !matches!(c, ')' | '\'' | '’')) {
        return true;
    }
    let opener = next.role.any(Role::OPENER) && !next.hyphenated;
    if known.any(Role::STREET) {
        return (opener || next.is_plain_subject(text)) && before.follows_name(text);
    }
    if known.any(Role::TIME) {
        return !next.role.any(Role::AFTER_TIME) && !before.opens_with_time(text);
    }
    if before.initial {
        return opener && before.follows_small(text);
    }
    if known.any(Role::NEVER) {
        // `a newer IE. Its goal`: all capitals are a name of letters.
        return opener && before.is_upper();
    }
    if known.any(Role::MAY) || before.acronym {
        return opener || next.quoted || next.first == First::Other || next.is_plain_subject(text);
    }
    if known.any(Role::NUMBER) {
        return !next.is_numeral();
    }
    if before.vowelless {
        return opener;
    }
    true
}

/// Whether a word of speech and its speaker begin at `at`: `she asked`, `Miller asked`.
fn speaks(text: &str, at: usize, named: bool) -> bool {
    let mut at = at;
    for i in 0..5 {
        let word = word_at(text, at);
        if word.is_empty() {
            return false;
        }
        let known = role(word);
        let capital = word.starts_with(char::is_uppercase);
        if named && i == 0 && known.any(Role::OPENER) && word != "I" {
            return false;
        }
        if !capital && known.any(Role::SPEECH) {
            return true;
        }
        if named && !capital || !named && i > 2 {
            return false;
        }
        at += word.len();
        while let Some(c @ (' ' | '.' | '\n')) = char_at(text, at) {
            at += c.len_utf8();
        }
    }
    false
}

/// Whether a speaker and a word of speech, and no more, stand at `at`: `Hale asked.`
fn speaks_alone(text: &str, at: usize) -> bool {
    let name = word_at(text, at);
    if role(name).any(Role::OPENER) && name != "I" || name.is_empty() {
        return false;
    }
    let at = at + name.len() + 1;
    let verb = word_at(text, at);
    verb.starts_with(char::is_lowercase)
        && role(verb).any(Role::SPEECH)
        && matches!(char_at(text, at + verb.len()), Some('.' | ','))
}

/// The word that starts at `at`: letters, digits and inner apostrophes.
fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let mut len = 0;
    for c in rest.chars().take(32) {
        if !(c.is_alphanumeric() || matches!(c, '\'' | '’')) {
            break;
        }
        len += c.len_utf8();
    }
    rest.get(..len).unwrap_or_default().trim_end_matches(['\'', '’'])
}

/// What begins after the gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    Capital,
    Small,
    Digit,
    Dash,
    /// A mark that never begins a sentence.
    Comma,
    /// A bullet, a sign of currency, a letter without case.
    Other,
}

#[derive(Debug)]
struct Next<'t> {
    first: First,
    word: &'t str,
    at: usize,
    role: Role,
    quoted: bool,
    bracketed: bool,
    hyphenated: bool,
}

impl<'t> Next<'t> {
    fn read(text: &'t str, at: usize) -> Self {
        let mut at = at;
        let (mut quoted, mut bracketed) = (false, false);
        let mut first = First::Other;
        for c in text.get(at..).unwrap_or_default().chars().take(4) {
            if opens(c) {
                quoted |= !matches!(c, '(' | '[' | '{');
                bracketed |= matches!(c, '(' | '[' | '{');
                at += c.len_utf8();
                continue;
            }
            first = match c {
                _ if c.is_uppercase() => First::Capital,
                _ if c.is_lowercase() => First::Small,
                _ if c.is_numeric() || matches!(c, '$' | '£' | '€' | '#' | '¥') => First::Digit,
                // `. - Item`: the word after the sign tells. A long dash brings in the source of what stands before it.
                '-' | '–' => {
                    at += text
                        .get(at..)
                        .unwrap_or_default()
                        .bytes()
                        .take(8)
                        .take_while(|b| *b == b'-' || *b == b' ')
                        .count();
                    First::Dash
                }
                '—' => First::Dash,
                ',' | ';' | ':' | '&' | '%' | '/' | '=' | '+' | '|' => First::Comma,
                _ => First::Other,
            };
            break;
        }
        let word = word_at(text, at);
        let hyphenated = text.as_bytes().get(at + word.len()) == Some(&b'-');
        Self { first, word, at, role: role(word), quoted, bracketed, hyphenated }
    }

    /// `Fig. II`, `Vol. A`: a numeral of letters.
    fn is_numeral(&self) -> bool {
        self.word.len() < 5 && self.word != "I" && self.word.bytes().all(|b| b"IVXLC".contains(&b))
            || self.word.len() == 1 && !matches!(self.word, "I" | "A")
    }

    /// A plural common noun, and a small letter after it: `sold in the U.K. Doctors warned`.
    fn is_plain_subject(&self, text: &str) -> bool {
        use crate::lexicon::Class;
        if self.hyphenated || self.role.any(Role::HEAD) {
            return false;
        }
        let after = self.at + self.word.len();
        let small = text.get(after..).is_some_and(|t| t.starts_with(' '))
            && char_at(text, after + 1).is_some_and(char::is_lowercase);
        small && {
            let class = crate::token::look_up(self.word).0;
            class.all(Class::NOUN.or(Class::PLURAL)) && !class.any(Class::UNKNOWN)
        }
    }
}

/// The word before the end mark.
#[derive(Debug)]
struct Before<'t> {
    word: &'t str,
    at: usize,
    start: usize,
    text: &'t str,
    role: Role,
    /// One letter.
    initial: bool,
    /// Letters with stops between them: `N.A.T.O`
    acronym: bool,
    /// A short word with a capital and no vowel: `Pvt`.
    vowelless: bool,
    /// All that the sentence holds so far is a number or a letter: the mark of an item.
    enumerates: bool,
}

impl<'t> Before<'t> {
    fn read(text: &'t str, start: usize, end: usize) -> Self {
        let mut at = end;
        let mut dots = false;
        for c in text.get(start..end).unwrap_or_default().chars().rev().take(24) {
            if !(c.is_alphanumeric() || c == '.' || c == '°' || c == '\'' || c == '’') {
                break;
            }
            dots |= c == '.';
            at -= c.len_utf8();
        }
        let word = text.get(at..end).unwrap_or_default();
        let mut known = role(word);
        let mut chars = word.chars();
        let first = chars.next();
        let one = first.is_some() && chars.next().is_none();
        let capital = first.is_some_and(char::is_uppercase);
        if known.any(Role::CAPITAL) && !capital {
            known = Role::default();
        }
        if known.any(Role::UNIT) && !after_number(text, at) {
            known = known.without(Role::UNIT);
        }
        let letters = first.is_some_and(char::is_alphabetic);
        let acronym = dots && letters && word.split('.').all(|p| p.chars().count() < 2);
        let initial = one && letters && capital;
        let vowelless = capital
            && (2..5).contains(&word.len())
            && !dots
            && at > start
            && word.bytes().all(|b| b.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&b))
            && word.bytes().skip(1).all(|b| b.is_ascii_lowercase());
        let lead = text.get(start..at).unwrap_or_default();
        let alone = lead.chars().all(|c| opens(c) || is_bullet(c) || c.is_whitespace());
        let enumerates = alone
            && (one && letters
                || word.len() < 4 && word.bytes().all(|b| b.is_ascii_digit())
                || word.len() < 5 && word.bytes().all(|b| b"ivxIVX".contains(&b)));
        Self { word, at, start, text, role: known, initial, acronym, vowelless, enumerates }
    }

    fn abbreviates(&self) -> bool {
        self.role.any(Role::ABBREVIATION.without(Role::SHOUT)) || self.initial || self.acronym
    }

    /// An ordinary word or number, so that a stop after it can only end a sentence, even before a small letter.
    fn is_plain(&self) -> bool {
        self.word.len() > 1 && !self.vowelless && !self.word.contains('.')
    }

    /// A short word that is in no dictionary, so that before a small letter it is likely an abbreviation: `undef.`
    fn is_clipped(&self) -> bool {
        use crate::lexicon::Class;
        self.word.len() < 7
            && self.word.bytes().all(|b| b.is_ascii_lowercase())
            && crate::token::look_up(self.word).0.any(Class::UNKNOWN)
    }

    fn is_upper(&self) -> bool {
        self.word.len() > 1 && self.word.bytes().all(|b| b.is_ascii_uppercase())
    }

    fn is_letter(&self) -> bool {
        self.word.len() == 1 && self.word.bytes().all(|b| b.is_ascii_alphabetic())
    }

    /// A word with a capital inside a sentence that began with one.
    fn is_inner_name(&self, text: &str) -> bool {
        self.at > self.start
            && self.word.starts_with(char::is_uppercase)
            && !self.word.bytes().all(|b| b.is_ascii_uppercase())
            && text.get(self.start..).is_some_and(|t| t.starts_with(char::is_uppercase))
    }

    fn token_has(&self, marks: [char; 5]) -> bool {
        let lead = self.text.get(self.start..self.at).unwrap_or_default();
        lead.chars().rev().take(80).take_while(|c| !c.is_whitespace()).any(|c| marks.contains(&c))
    }

    /// The word before this one starts with a capital or is a number: `Sunset Blvd.`, `5th St.`
    fn follows_name(&self, text: &str) -> bool {
        previous(text, self.start, self.at)
            .is_some_and(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
    }

    fn follows_small(&self, text: &str) -> bool {
        previous(text, self.start, self.at).is_some_and(|w| w.starts_with(char::is_lowercase))
    }

    /// `At 5 a.m. Mr. Hale left`: the sentence so far is only the time.
    fn opens_with_time(&self, text: &str) -> bool {
        let lead = text.get(self.start..self.at).unwrap_or_default();
        lead.len() < 24 && role(word_at(text, self.start)).any(Role::BEFORE_TIME)
    }
}

/// The word before the one that starts at `at`.
fn previous(text: &str, start: usize, at: usize) -> Option<&str> {
    let lead = text.get(start..at)?.trim_end();
    let mut from = lead.len();
    for c in lead.chars().rev().take(32) {
        if c.is_whitespace() {
            break;
        }
        from -= c.len_utf8();
    }
    lead.get(from..).filter(|w| !w.is_empty())
}

fn after_number(text: &str, at: usize) -> bool {
    let lead = text.get(..at).unwrap_or_default();
    lead.trim_end_matches(' ').ends_with(|c: char| c.is_numeric())
}
