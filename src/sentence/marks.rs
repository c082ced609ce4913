//! The characters that end, close and open.

/// What an end mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `.`: also part of abbreviations, numbers and names.
    Stop,
    /// `!` or `?`.
    Strong,
    /// `…`
    Dots,
    /// The end mark of another script. It has no other use and may stand without a space after it.
    Foreign,
}

/// What `c` says as an end mark.
pub(super) const fn mark(c: char) -> Option<Mark> {
    Some(match c {
        '.' => Mark::Stop,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' => Mark::Strong,
        '…' => Mark::Dots,
        // Ideographic, Arabic and Urdu, Indic, Armenian, Ethiopic, Khmer, Burmese, Tibetan, Mongolian.
        '。' | '！' | '？' | '．' | '｡' | '؟' | '۔' | '।' | '॥' | '։' | '።' | '፧' | '។' | '။' | '།' | '᠃' => {
            Mark::Foreign
        }
        _ => return None,
    })
}

/// Closes a quotation or a bracket, so it belongs to the sentence whose end mark it follows.
pub(super) const fn closes(c: char) -> bool {
    is_quote(c) || matches!(c, ')' | ']' | '}' | '）' | '】' | '』' | '」' | '》' | '〉')
}

/// A quotation mark that can close. `“` and `‘` close in German and Danish; here they only open.
pub(super) const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '＂' | '″' | '`')
}

/// Opens a quotation or a bracket: what it stands before tells whether a sentence begins.
pub(super) const fn opens(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '«'
            | '‹'
            | '„'
            | '‚'
            | '('
            | '['
            | '{'
            | '（'
            | '【'
            | '「'
            | '『'
            | '《'
            | '¿'
            | '¡'
            | '`'
    )
}

/// A line break beside `\n` and `\r`.
pub(super) const fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The sign that begins an item of a list.
pub(super) const fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '●'
            | '▪'
            | '◦'
            | '‣'
            | '⁃'
            | '■'
            | '▶'
            | '►'
            | '·'
            | '*'
            | '✓'
            | '➢'
            | '➤'
            | '○'
            | '□'
    )
}
