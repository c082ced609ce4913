//! Why are two mentions in one claim, or kept apart? The reasons in words, then the signals behind the score.
//!
//! ```sh
//! cargo run --release --features json --example why -- ["FIRST TEXT" "SECOND TEXT"]
//! cargo run --release --features json --example why -- ID ID [PATH...]
//! ```
//!
//! Of two texts the mentions that are most alike are compared. ID is a mention of the reports at PATH, or in the fixtures: the report's
//! id and the bytes that the table gives, as `ntd:1155..1305`. Without arguments: the closest pair that was joined and the closest
//! that was kept apart in the fixtures.

mod shared;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use corroborate::{
    Claim, CrossReference, Report,
    matching::{Comparison, Signals},
    mention::Mention,
    render::readable,
};

fn main() -> ExitCode {
    let help = format!(
        "Of two texts, each in quotation marks, the mentions that are most alike are compared.\n\
         ID is a mention: its report's id and the bytes that the table gives, as ntd:1155..1305.\n\
         {}\nWithout a PATH: the five reports in fixtures; without texts or ids, too: the closest pair\n\
         that was joined there, and the closest that was kept apart.\n\n\
         ≠ differs, + speaks for one claim, - against; below, every signal that is not 0.",
        shared::PATH
    );
    shared::run("why [\"FIRST TEXT\" \"SECOND TEXT\"] or why ID ID [PATH...]", &help, why)
}

fn why(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    match args.as_slice() {
        [a, b, paths @ ..] if is_id(a) && is_id(b) => {
            let xref = CrossReference::of(shared::reports(paths, shared::REPORTS)?)?;
            let mention = |id: &str| xref.mention(id).ok_or_else(|| format!("no mention stands at {id}"));
            let (a, b) = (mention(a)?, mention(b)?);
            let together =
                if xref.claim_of(&a) == xref.claim_of(&b) { "in one claim" } else { "in two claims" };
            writeln!(out, "{together}\n")?;
            if let Some(comparison) = xref.compare(&a, &b) {
                explain(out, &a, &b, &comparison)?;
            }
        }
        [a, b] => {
            let xref = CrossReference::of([
                Report::new("first", a).with_id("a"),
                Report::new("second", b).with_id("b"),
            ])?;
            let pairs = pairs(&xref, &xref.mentions_of("a"), &xref.mentions_of("b"));
            match closest(pairs) {
                Some((a, b, comparison)) => explain(out, &a, &b, &comparison)?,
                None => writeln!(out, "one of the two texts states no claim")?,
            }
        }
        [] => {
            let xref = CrossReference::of(Report::read(shared::REPORTS)?)?;
            let claims = xref.claims();
            let joined = claims.iter().flat_map(|claim| {
                let mentions: Vec<_> = claim.mentions().collect();
                let mut pairs = pairs(&xref, &mentions, &mentions);
                pairs.retain(|(a, b, _)| a.report() != b.report() && a.text() != b.text());
                pairs
            });
            let differing = claims.iter().flat_map(Claim::differences);
            let differing =
                differing.map(|d| (d.mention().clone(), d.other().clone(), d.comparison().clone()));
            for (a, b, comparison) in closest(joined).into_iter().chain(closest(differing)) {
                explain(out, &a, &b, &comparison)?;
            }
        }
        _ => {
            return Err(format!(
                "number of texts is {}, expected two (in quotation marks) or none",
                args.len()
            )
            .into());
        }
    }
    Ok(())
}

/// Whether the argument names a mention.
fn is_id(arg: &str) -> bool {
    !arg.contains(' ') && arg.contains(':') && arg.contains("..")
}

type Pair<'x> = (Mention<'x>, Mention<'x>, Comparison);

/// Each of `some` with each of `others`.
fn pairs<'x>(xref: &CrossReference, some: &[Mention<'x>], others: &[Mention<'x>]) -> Vec<Pair<'x>> {
    let with = |a: &Mention<'x>, b: &Mention<'x>| Some((a.clone(), b.clone(), xref.compare(a, b)?));
    some.iter().flat_map(|a| others.iter().filter_map(move |b| with(a, b))).collect()
}

/// The first of the pairs that are most alike.
fn closest<'x>(pairs: impl IntoIterator<Item = Pair<'x>>) -> Option<Pair<'x>> {
    pairs.into_iter().reduce(|best, pair| if pair.2.score() > best.2.score() { pair } else { best })
}

fn explain(out: &mut dyn Write, a: &Mention<'_>, b: &Mention<'_>, comparison: &Comparison) -> io::Result<()> {
    for mention in [a, b] {
        writeln!(out, "{}: {}", mention.report().outlet(), readable(mention))?;
    }
    writeln!(out)?;
    for reason in comparison.reasons() {
        writeln!(out, "  {reason}")?;
    }
    writeln!(out, "\n  score {:.2} from", comparison.score())?;
    let signals = Signals::NAMES.iter().zip(comparison.signals().values());
    let cells: Vec<String> =
        signals.filter(|(_, v)| *v != 0.0).map(|(name, v)| format!("{name:<22}{v:>6.2}")).collect();
    for row in cells.chunks(3) {
        writeln!(out, "    {}", row.join("   "))?;
    }
    writeln!(out, "\n")
}
