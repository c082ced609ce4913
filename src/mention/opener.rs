//! Names that open a sentence: a capital tells nothing there, the rest of the text does.
//!
//! "Brandt joined in 2019" looks like a brandt of some kind until another sentence says "to Brandt".

use super::tag::{Tag, resolve_named};
use crate::{Span, hash::Set, lexicon::Class, token::Token};

/// Tags as names the words with a capital that open sentences and are names elsewhere in `text`. Each sentence goes up to a token
/// in `ends`; `tags` are those of `tokens`.
pub(super) fn name_openers(text: &str, tokens: &[Token], ends: &[usize], tags: &mut [Tag]) {
    let word = |span: Span| span.of(text);
    let capital = |t: &Token| t.is(Class::CAPITAL) && !t.is(Class::UPPER);
    let opener = |start: usize, end: usize| (start..end).find(|&i| tokens.get(i).is_some_and(Token::is_word));
    let mut openers = Vec::new();
    let mut start = 0;
    for &end in ends {
        let first = opener(start, end).filter(|&i| {
            let noun = matches!(tags.get(i), Some(Tag::Noun | Tag::Adj | Tag::Base));
            noun && tokens.get(i).is_some_and(capital)
        });
        // "Council leaders met": only what a verb, a name or a mark follows can be a name by itself.
        let alone = first.filter(|&i| {
            i + 1 == end
                || tags.get(i + 1).is_some_and(|t| {
                    t.is_finite() || matches!(t, Tag::Proper | Tag::Mark | Tag::Genitive | Tag::Participle)
                })
        });
        openers.extend(alone.map(|i| (i, start, end)));
        start = end;
    }
    if openers.is_empty() {
        return;
    }
    // Most other names differ in length from every opener.
    let lengths = openers.iter().filter_map(|&(i, ..)| tokens.get(i)).fold(0_u64, |all, t| all | length(t));
    let mut names: Set<&str> = Set::default();
    let mut start = 0;
    for &end in ends {
        let first = opener(start, end).unwrap_or(start);
        for i in first + 1..end.min(tags.len()) {
            let alone = |k: usize| tags.get(k) != Some(&Tag::Proper) || k >= end;
            // "to Brandt", "Lukas Brandt": but "the Harbour Board" makes no name of the harbour.
            if tags.get(i) == Some(&Tag::Proper) && alone(i + 1) {
                names.extend(tokens.get(i).filter(|t| lengths & length(t) != 0).map(|t| word(t.span)));
            }
        }
        start = end;
    }
    let mut anew = Vec::new();
    for (i, start, end) in openers {
        if !tokens.get(i).is_some_and(|t| names.contains(word(t.span))) {
            continue;
        }
        let Some((words, old)) = tokens.get(start..end).zip(tags.get_mut(start..end)) else { continue };
        // A command has other words after it than a name: "Chase joined in 2019".
        if old.get(i - start) == Some(&Tag::Base) {
            resolve_named(words, Some(i - start), &mut anew);
            old.copy_from_slice(&anew);
        } else if let Some(tag) = old.get_mut(i - start) {
            *tag = Tag::Proper;
        }
    }
}

/// The length of a token, as a bit.
fn length(token: &Token) -> u64 {
    1 << token.span.len().min(63)
}

#[cfg(test)]
mod tests {
    use super::name_openers;
    use crate::{
        Span,
        mention::tag::{Tag, resolve_into},
        token::tokenize,
    };

    fn first_tag(sentences: &[&str]) -> Tag {
        let text = sentences.join(" ");
        let (mut tokens, mut tags, mut ends, mut parts, mut at) = (vec![], vec![], vec![], vec![], 0);
        for sentence in sentences {
            let first = tokens.len();
            tokenize(&text, Span::new(at, at + sentence.len()), &mut tokens);
            resolve_into(&tokens[first..], &mut parts);
            tags.extend_from_slice(&parts);
            ends.push(tokens.len());
            at += sentence.len() + 1;
        }
        name_openers(&text, &tokens, &ends, &mut tags);
        tags[0]
    }

    #[test]
    fn a_name_of_the_text_opens_a_sentence() {
        assert_eq!(first_tag(&["Brandt joined in 2019.", "They turned to Brandt."]), Tag::Proper);
        assert_eq!(first_tag(&["Brandt joined in 2019."]), Tag::Noun);
        assert_eq!(first_tag(&["Harbour dues rose.", "The Harbour Board met."]), Tag::Noun);
    }
}
