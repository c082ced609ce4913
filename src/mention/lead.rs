//! Leads: what stands before the first words of a sentence and is no part of it, such as a dateline.

use super::tag::Tag;
use crate::{
    lexicon::Class,
    token::{Token, TokenKind},
};

/// The most words of a dateline.
const LONGEST: usize = 18;

/// How many tokens stand before the sentence itself: "HARNWICK, March 5 (Tellwire) - ", "Correction: ".
pub(crate) fn length(text: &str, tokens: &[Token], tags: &[Tag]) -> usize {
    let lead = dateline(tokens, tags).or_else(|| label(tokens, tags)).or_else(|| item(tokens));
    lead.or_else(|| clock(text, tokens)).unwrap_or(0)
}

/// How many tokens a dateline takes: names, a day and an agency in brackets before a dash that has room about it.
fn dateline(tokens: &[Token], tags: &[Tag]) -> Option<usize> {
    let mut open = false;
    let mut names = 0;
    let fits = |t: &&Token| {
        open = (open || matches!(t.mark, '(' | '[')) && !matches!(t.mark, ')' | ']');
        names += usize::from(t.is_word() && t.is(Class::CAPITAL));
        let dash = matches!(t.mark, '-' | '—' | '–');
        !dash && (open || !t.is_word() || t.is(Class::CAPITAL.or(Class::MONTH).or(Class::WEEKDAY)))
    };
    let dash = tokens.iter().take(LONGEST).take_while(fits).count();
    let (before, mark) = (tokens.get(dash.checked_sub(1)?)?, tokens.get(dash)?);
    if dash >= LONGEST || !matches!(mark.mark, '-' | '—' | '–') {
        return None;
    }
    let spaced = before.span.end < mark.span.start || before.is_mark(')');
    let shouted = tokens.first().is_some_and(|t| t.is(Class::UPPER) && t.span.len() > 2);
    let bracket = before.is_mark(')');
    // "Milan, 24 February - "
    let dated = tokens.iter().take(dash).any(|t| t.is(Class::MONTH))
        && tokens.iter().take(dash).any(|t| t.kind == TokenKind::Number);
    let rest = tags.get(dash + 1..).is_some_and(|rest| rest.iter().any(|t| t.is_finite()));
    let verb = tags.iter().take(dash).any(|t| t.is_finite());
    (spaced && names > 0 && (shouted || bracket || dated) && rest && !verb).then_some(dash + 1)
}

/// How many tokens the time of an entry takes: "17.45 King to receive Moll".
fn clock(text: &str, tokens: &[Token]) -> Option<usize> {
    let [time, next, _, ..] = tokens else { return None };
    if time.kind != TokenKind::Number {
        return None;
    }
    let (hours, minutes) = time.span.of(text).split_once(['.', ':'])?;
    let below = |digits: &str, end: u8| digits.len() == 2 && digits.parse::<u8>().is_ok_and(|n| n < end);
    let entry = next.is(Class::CAPITAL) && time.span.end < next.span.start;
    (entry && below(hours, 24) && below(minutes, 60)).then_some(1)
}

/// How many tokens the number of an item takes: "3. Avoid coffee", "2) The pass is shut".
fn item(tokens: &[Token]) -> Option<usize> {
    let [number, mark, next, _, ..] = tokens else { return None };
    let numbered =
        number.kind == TokenKind::Number && number.span.len() < 3 && matches!(mark.mark, '.' | ')');
    let glued = number.span.end == mark.span.start && mark.span.end < next.span.start;
    (numbered && glued && next.is(Class::CAPITAL)).then_some(2)
}

/// How many tokens a word or two take that only tell what follows: "Correction:", "Read more:".
fn label(tokens: &[Token], tags: &[Tag]) -> Option<usize> {
    let colon = tokens.iter().take(3).position(|t| t.is_mark(':'))?;
    let known = crate::lexicon::kept_particles!("label of a sentence");
    let all = colon > 0 && tokens.iter().take(colon).all(|t| known.contains(&t.lemma));
    (all && tags.get(colon + 1..).is_some_and(|rest| rest.iter().any(|t| *t != Tag::Mark)))
        .then_some(colon + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    fn rest(text: &str) -> &str {
        let tokens = crate::token::tokens(text, Span::new(0, text.len()));
        let tags = super::super::tag::resolve(&tokens);
        &text[tokens[length(text, &tokens, &tags)].span.start..]
    }

    #[test]
    fn leaves_out_datelines_and_labels() {
        assert_eq!(rest("HARNWICK, March 5 (Tellwire) - Two gates were shut."), "Two gates were shut.");
        assert_eq!(rest("OLMEN, Karvenia — The mayor resigned."), "The mayor resigned.");
        assert_eq!(rest("Olmen, 24 March - The mayor resigned."), "The mayor resigned.");
        assert_eq!(rest("17.45 King to receive Moll"), "King to receive Moll");
        assert_eq!(rest("3. Avoid the pass."), "Avoid the pass.");
        assert_eq!(rest("Correction: The gate opened in May."), "The gate opened in May.");
    }

    #[test]
    fn keeps_what_belongs_to_the_sentence() {
        for whole in [
            "The Harnwick-Olmen line was shut.",
            "11.50 crowns a litre is the new price.",
            "Ansa Weld - the mayor since May - resigned.",
            "The mayor resigned — and nobody noticed.",
            "One thing is clear: the gate failed.",
        ] {
            assert_eq!(rest(whole), whole);
        }
    }
}
