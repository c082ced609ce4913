//! What the table says of mentions, origins and differences, in words for people.

use super::wrap::{cut, one_line};
use crate::{
    claim::{Difference, Origin, Tie},
    lexicon::{Class, ENGLISH},
    matching::Discrepancy,
    mention::{Kind, Known, Mention, modality::Modality},
};

/// Whose words a mention gives, and how, as the table says it: `Matthew Miller, partly quoted`, `own voice`,
/// `officials (unnamed), reported, via the Courier`.
///
/// A direct quote is `quoted`, a mixed one `partly quoted`, an indirect one `reported`, an assertion `own voice`: see [`Kind`]. What
/// the words around the mention do to it comes after: `as untrue`, `as a question`, `as not so`.
///
/// ```
/// use corroborate::{Report, mention::mentions, render::who};
///
/// let report = Report::new("Tellwire", "The gates are open, Colonel Bruno Kest told the Courier. It rained.");
/// let found = mentions(&report).mentions;
/// assert_eq!(who(&found[0]), "Bruno Kest, reported, via the Courier");
/// assert_eq!(who(&found[1]), "own voice");
/// ```
#[must_use]
pub fn who(mention: &Mention<'_>) -> String {
    let kind = match mention.kind() {
        Kind::DirectQuote => "quoted",
        Kind::MixedQuote => "partly quoted",
        Kind::IndirectQuote => "reported",
        Kind::Assertion => "own voice",
    };
    let speaker = mention.speaker().filter(|_| mention.kind() != Kind::Assertion).map(|name| {
        let unnamed = mention.speaker_known() == Some(Known::Anonymous);
        format!("{name}{}, ", if unnamed { " (unnamed)" } else { "" })
    });
    // What is said to the outlet itself, or by the outlet that is named, is not second-hand again.
    let known = |via: &&str| {
        is_called(mention.report().outlet(), via) || mention.speaker().is_some_and(|s| is_called(s, via))
    };
    let via = mention.via().filter(|via| !known(via)).map(|via| format!(", via {via}"));
    format!("{}{kind}{}{}", speaker.unwrap_or_default(), turned(mention), via.unwrap_or_default())
}

/// What the words around a mention do to it, where its own do not show it: `the tank had leaked` of "denied that the tank had
/// leaked", of "there was no sign that", of "asked whether".
fn turned(mention: &Mention<'_>) -> &'static str {
    match mention.modality() {
        Modality::Denied => ", as untrue",
        Modality::Questioned => ", as a question",
        _ if mention.is_negated() && mention.negations().len() == 0 => ", as not so",
        _ => "",
    }
}

/// A mention's words on one line, and before them in square brackets of whom or what they speak where they do not tell:
/// `[The Ondre Water Authority] which operates the dam`.
///
/// For people. The brackets are this crate's, as an editor's would be; the report's own words are
/// [`Mention::text`].
///
/// ```
/// use corroborate::{Report, mention::mentions, render::readable};
///
/// let report = Report::new("Tellwire", "The Ondre Water Authority, which operates the dam, said nothing.");
/// let found = mentions(&report).mentions;
/// let clause = found.iter().find(|m| m.text().starts_with("which")).unwrap();
/// assert_eq!(readable(clause), "[The Ondre Water Authority] which operates the dam");
/// ```
#[must_use]
pub fn readable(mention: &Mention<'_>) -> String {
    let words = quoted_whole(one_line(mention.text()));
    let referent = mention.referent().unwrap_or_default();
    let last = referent.split_whitespace().last().unwrap_or_default();
    // A pronoun would tell no more, nor would a name that is there already.
    let tells = referent.contains(' ') || referent.starts_with(char::is_uppercase);
    // Whom a speaker means by "they" is seldom whom the outlet named last.
    let first = words.split(' ').next().and_then(|w| ENGLISH.get(&w.to_lowercase()));
    let guessed = mention.kind() == Kind::DirectQuote && first.is_some_and(|w| w.class.any(Class::SUBJECT));
    if tells && !guessed && !words.contains(last) {
        format!("[{}] {words}", cut(referent, MOST_OF_REFERENT))
    } else {
        words
    }
}

/// The words with the quotation mark that they lack where a quotation goes on before or after them.
fn quoted_whole(words: String) -> String {
    let (mut open, mut closed_before) = (0_usize, false);
    let straight = words.matches('"').count() % 2 == 1;
    for c in words.chars() {
        match c {
            '“' => open += 1,
            '”' if open == 0 => closed_before = true,
            '”' => open -= 1,
            _ => {}
        }
    }
    // The one that stands alone opens what goes on if it stands before a word.
    let opens = |at: usize| !words.get(at + 1..).unwrap_or_default().starts_with([' ', ',', '.', ';', ':']);
    match words.rfind('"').filter(|_| straight) {
        Some(at) if opens(at) && at + 1 < words.len() => return words + "\"",
        Some(_) => return format!("\"{words}"),
        None => {}
    }
    format!("{}{words}{}", if closed_before { "“" } else { "" }, if open > 0 { "”" } else { "" })
}

/// Characters of what a mention speaks of.
const MOST_OF_REFERENT: usize = 60;

/// What ties outlets together, origin by origin, as the table says it; empty where every outlet has an origin of its own.
///
/// ```
/// use corroborate::{CrossReference, Report, render::tied};
///
/// let xref = CrossReference::of([
///     Report::new("Tellwire", "“The gates stay open until Friday,” Colonel Bruno Kest told reporters."),
///     Report::new("Courier", "“The gates stay open until Friday,” Kest said."),
/// ])?;
/// assert_eq!(tied(&xref.claims()[0].origins()), "both quote Bruno Kest");
/// # Ok::<(), corroborate::Error>(())
/// ```
#[must_use]
pub fn tied(origins: &[Origin<'_>]) -> String {
    let ties = origins.iter().filter(|o| o.outlets().len() > 1).map(|origin| {
        let outlets = origin.outlets();
        let all = |verb: &str, what: &str| match (origins, outlets) {
            ([_], [_, _]) => format!("both {verb} {what}"),
            ([_], _) => format!("all {verb} {what}"),
            _ => format!("{} {verb} {what}", list(outlets)),
        };
        match origin.tie() {
            Tie::Speaker(speaker) => all("quote", speaker),
            Tie::Copy => all("share", "their wording"),
            Tie::Own => list(outlets),
            Tie::Cites(cited) => {
                // The outlet that the others lean on is among them.
                let others: Vec<&str> =
                    outlets.iter().copied().filter(|outlet| !is_called(outlet, cited)).collect();
                let lean = if others.len() == 1 { "leans" } else { "lean" };
                match others.len() {
                    n if n < outlets.len() && n > 0 => format!("{} {lean} on {cited}", list(&others)),
                    _ => all("lean on", cited),
                }
            }
        }
    });
    ties.collect::<Vec<_>>().join("; ")
}

/// Whether `name` may be short for the outlet: `the Courier` for `Ondre Valley Courier`.
fn is_called(outlet: &str, name: &str) -> bool {
    let (outlet, name) = (outlet.to_lowercase(), name.to_lowercase());
    let name = name.strip_prefix("the ").unwrap_or(&name);
    outlet.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// `A`, `A and B`, `A, B and C`.
fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [name] => (*name).to_owned(),
        [names @ .., last] => format!("{} and {last}", names.join(", ")),
    }
}

/// Which outlets quote a remark in other words: one of them where it is one that departs from the rest.
pub(super) fn reworded(pairs: &[(Mention<'_>, Mention<'_>)]) -> Option<String> {
    let outlets_of = |(a, b): &(Mention<'_>, Mention<'_>)| [a, b].map(|m| m.report().outlet().to_owned());
    let mut outlets: Vec<String> = pairs.iter().flat_map(outlets_of).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let speaker = pairs.iter().find_map(|(a, _)| a.speaker())?;
    let in_all = |outlet: &&String| pairs.iter().all(|pair| outlets_of(pair).contains(outlet));
    let odd = outlets.iter().find(in_all).filter(|_| pairs.len() > 1);
    let others: Vec<&str> = outlets.iter().filter(|o| Some(*o) != odd).map(String::as_str).collect();
    Some(match odd {
        Some(odd) => format!("{odd} quotes {speaker} in other words than {}", list(&others)),
        None => format!("{speaker} is not quoted in the same words by {}", list(&others)),
    })
}

/// How the claim of `outlets` stands to the one it differs from, and in what.
pub(super) fn differs(difference: &Difference<'_>, outlets: &[&str]) -> String {
    format!("{} {} ({})", standing(difference), outlets.join(", "), what(difference))
}

fn standing(difference: &Difference<'_>) -> &'static str {
    match difference.earlier() {
        None => "≠ differs in",
        Some(earlier) if earlier == difference.mention() => "→ later in",
        Some(_) => "← earlier in",
    }
}

/// What differs.
fn what(difference: &Difference<'_>) -> String {
    let meant = (difference.mention().modality(), difference.other().modality());
    let words = difference.discrepancies().iter().map(|d| match d {
        Discrepancy::Number => "another number",
        Discrepancy::Date => "another date",
        Discrepancy::Polarity => "the opposite",
        Discrepancy::Modality if meant.0 == meant.1 => "more or less certain",
        Discrepancy::Modality => meant_as(meant.1),
        Discrepancy::Entity => "another name",
        Discrepancy::Role => "roles exchanged",
        Discrepancy::Quantifier => "another share",
    });
    words.collect::<Vec<_>>().join(", ")
}

/// How a claim is meant.
const fn meant_as(modality: Modality) -> &'static str {
    match modality {
        Modality::Asserted => "as a fact",
        Modality::Possible => "as possible",
        Modality::Probable => "as likely",
        Modality::Planned => "as planned",
        Modality::Conditional => "on a condition",
        Modality::Demanded => "as a demand",
        Modality::Denied => "as denied",
        Modality::Questioned => "as a question",
        Modality::Alleged => "as alleged",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_names() {
        assert_eq!(list(&["Tellwire"]), "Tellwire");
        assert_eq!(list(&["Courier", "Flash", "Tellwire"]), "Courier, Flash and Tellwire");
    }

    #[test]
    fn gives_a_cut_quotation_both_its_marks() {
        for (cut, whole) in [
            ("the dam “is not going to", "the dam “is not going to”"),
            ("clean water,” she said", "“clean water,” she said"),
            ("the dam \"is not going to", "the dam \"is not going to\""),
            ("clean water\" she said", "\"clean water\" she said"),
            ("it \"leaks\" and clean water.\"", "\"it \"leaks\" and clean water.\""),
            ("the “dam” and the \"lake\"", "the “dam” and the \"lake\""),
        ] {
            assert_eq!(quoted_whole(cut.to_owned()), whole);
        }
    }

    #[test]
    fn knows_an_outlet_by_the_end_of_its_name() {
        assert!(is_called("Ondre Valley Courier", "the Courier"));
        assert!(is_called("The Courier", "Courier"));
        assert!(!is_called("Ondre Valley Courier", "Tellwire"));
        assert!(!is_called("Motorcourier", "the Courier"));
    }
}
