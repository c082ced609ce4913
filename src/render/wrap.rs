//! Words of reports on the lines of a terminal.

/// The text on one line: white space folded, and no character that would move the cursor or turn the direction of the
/// line or takes no column (a byte order mark), for a report may hold anything.
pub(super) fn one_line(text: &str) -> String {
    let hidden =
        |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}');
    let seen = |c: &char| !c.is_control() && !hidden(*c);
    let words = text.split_whitespace().map(|word| word.chars().filter(seen).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text on one line of at most `columns`, cut with an ellipsis between words where it can be.
pub(super) fn cut(text: &str, columns: usize) -> String {
    let line = one_line(text);
    if width(&line) <= columns {
        return line;
    }
    let head: String = line.chars().take(columns.saturating_sub(1)).collect();
    let next = line.chars().nth(columns.saturating_sub(1));
    // A word that would be halved is left out, unless it is most of the line.
    let whole = match head.rsplit_once(' ') {
        Some((whole, _)) if next.is_some_and(|c| c != ' ') && width(whole) * 3 > columns * 2 => whole,
        _ => &head,
    };
    whole.trim_end().to_owned() + "…"
}

/// The line in pieces of at most `columns`, broken between words; a longer word has a piece of its own.
pub(super) fn wrap(line: &str, columns: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match pieces.last_mut() {
            Some(last) if width(last) + 1 + width(word) <= columns => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push(word.to_owned()),
        }
    }
    pieces
}

/// Columns that a line takes, one for each character.
pub(super) fn width(line: &str) -> usize {
    line.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_words() {
        assert_eq!(cut("The dam\nheld.", 20), "The dam held.");
        assert_eq!(cut("The gates of the dam stay open", 20), "The gates of the…");
        assert_eq!(cut("The gates of the dam stay open", 21), "The gates of the dam…");
        assert_eq!(cut("Hochwasserschutzbehörde", 9), "Hochwass…");
        assert_eq!(cut("The dam held.", 0), "…");
    }

    #[test]
    fn wraps_between_words_and_keeps_them_all() {
        let line = "Water was seeping past the dam twice as fast, https://example.org/dam-report says.";
        let pieces = wrap(line, 20);
        assert_eq!(pieces.join(" "), line);
        assert!(pieces.iter().all(|p| width(p) <= 20 || !p.contains(' ')), "{pieces:?}");
        assert!(wrap("", 20).is_empty());
    }

    #[test]
    fn leaves_out_what_would_move_the_cursor() {
        assert_eq!(one_line("The \u{1b}[2Jdam\u{202e} held.\u{7}"), "The [2Jdam held.");
        assert_eq!(one_line(" \u{7} \u{a0}x\u{2028}y"), "x y");
        assert_eq!(one_line("\u{feff}The dam"), "The dam");
    }
}
