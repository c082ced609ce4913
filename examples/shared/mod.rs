//! What the examples share: arguments, errors in words, and output that a pipe such as `| head` may cut off.

use std::{
    env,
    error::Error,
    io::{self, BufWriter, ErrorKind, Write},
    process::ExitCode,
};

/// How an example ends.
pub type Outcome = Result<(), Box<dyn Error>>;

/// The five reports that are taken where no path is given, wherever the example is started.
#[allow(dead_code)] // Not every example needs it.
pub const REPORTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/reports");

/// An invented story of four days.
#[allow(dead_code)] // Not every example needs it.
pub const STORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/stories/dam");

/// What a path to reports may be, for the help.
#[allow(dead_code)] // Not every example needs it.
pub const PATH: &str = "\
PATH is a folder with a manifest.json or with .txt files, a .txt file, a JSON list, or JSON Lines. Reports are objects with
\"outlet\" and \"text\" (in a manifest \"file\") and, if known, \"id\", \"title\", \"published\" (YYYY-MM-DD) and \"url\"; a .txt file is a
report of the outlet that its name says.";

/// The reports at all these paths; at `default` where there are none.
#[allow(dead_code)] // Not every example needs it.
#[cfg(feature = "json")]
pub fn reports(paths: &[String], default: &str) -> Result<Vec<corroborate::Report>, corroborate::Error> {
    let default = [default.to_owned()];
    let paths = if paths.is_empty() { &default } else { paths };
    let mut reports = Vec::new();
    for path in paths {
        reports.extend(corroborate::Report::read(path)?);
    }
    Ok(reports)
}

/// The name of a file as it is shown: those of this project without the folder that holds it.
#[allow(dead_code)] // Not every example needs it.
pub fn shown(file: &str) -> &str {
    file.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/")).unwrap_or(file)
}

/// Runs an example with the arguments of the command line. `usage` is one line that names the options that there are, `help` says
/// what they and the arguments mean.
pub fn run(usage: &str, help: &str, example: fn(Vec<String>, &mut dyn Write) -> Outcome) -> ExitCode {
    let args: Vec<String> = env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    if args.iter().any(|a| a == "--help" || a == "-h") {
        println!("usage: {usage}\n\n{help}");
        return ExitCode::SUCCESS;
    }
    let named = |option: &str| usage.split([' ', '[', ']']).any(|word| word == option);
    // A text may begin with a dash, too.
    let option = |arg: &str| arg.starts_with('-') && arg.len() > 1 && !arg.contains(' ');
    if let Some(unknown) = args.iter().find(|a| option(a) && !named(a)) {
        eprintln!("there is no option {unknown}\nusage: {usage}");
        return ExitCode::FAILURE;
    }
    let mut out = BufWriter::new(io::stdout().lock());
    match example(args, &mut out).and_then(|()| Ok(out.flush()?)) {
        Err(error) if !is_cut_off(error.as_ref()) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Whether nobody reads the output any more, as behind `| head`: no fault of anybody.
fn is_cut_off(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
}
