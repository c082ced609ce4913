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

/// The name of a file as it is shown: those of this project without the folder that holds it.
#[allow(dead_code)] // Not every example needs it.
pub fn shown(file: &str) -> &str {
    file.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/")).unwrap_or(file)
}

/// Runs an example with the arguments of the command line; `usage` names the options that there are.
pub fn run(usage: &str, example: fn(Vec<String>, &mut dyn Write) -> Outcome) -> ExitCode {
    let args: Vec<String> = env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect();
    if args.iter().any(|a| a == "--help" || a == "-h") {
        println!("usage: {usage}");
        return ExitCode::SUCCESS;
    }
    let named = |option: &str| usage.split([' ', '[', ']']).any(|word| word == option);
    if let Some(unknown) = args.iter().find(|a| a.starts_with("--") && !named(a)) {
        eprintln!("no option {unknown}\nusage: {usage}");
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
