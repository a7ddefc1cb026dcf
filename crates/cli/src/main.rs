//! `expo-map`: reads the arguments, runs the command, and turns its outcome into an exit code.

use std::io::{self, IsTerminal, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use expo_map_cli::args::{Args, CheckArgs, Command, DescribeArgs};
use expo_map_cli::check::{self, check};
use expo_map_cli::describe;
use expo_map_cli::generate::{Options, generate};
use expo_map_cli::report;

/// The exit code when the file cannot be read; clap uses the same for wrong arguments.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    match Args::parse().command {
        Command::Check(args) => run_check(&args),
        Command::Describe(args) => run_describe(&args),
        Command::Generate(args) => {
            print(&generate(Options {
                stands: args.stands as usize,
                halls: usize::from(args.halls),
                seed: args.seed,
            }));
            ExitCode::SUCCESS
        }
        Command::Schema => {
            print(&floorplan::format::schema_json());
            ExitCode::SUCCESS
        }
    }
}

fn run_check(args: &CheckArgs) -> ExitCode {
    let bytes = match read(&args.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("expo-map: cannot read {}: {error}", args.file);
            return ExitCode::from(USAGE);
        }
    };
    let options = check::Options {
        min_aisle_m: args.min_aisle,
        languages: args.lang.clone(),
    };
    let name = if args.file == "-" {
        "stdin"
    } else {
        &args.file
    };
    let outcome = check(&bytes, &options);
    print(&if args.json {
        report::json(name, &outcome)
    } else {
        report::human(name, &outcome, colour_wanted())
    });
    let failed = outcome.errors() > 0 || (args.strict && outcome.warnings() > 0);
    ExitCode::from(u8::from(failed))
}

fn run_describe(args: &DescribeArgs) -> ExitCode {
    let options = describe::Options {
        stand: args.stand.as_deref(),
        from: args.from.as_deref(),
        lang: args.lang,
    };
    let bytes = read(&args.file).map_err(|error| format!("cannot read {}: {error}", args.file));
    match bytes.and_then(|bytes| describe::describe(&bytes, &options)) {
        Ok(text) => {
            print(&text);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("expo-map: {error}");
            ExitCode::from(USAGE)
        }
    }
}

fn read(file: &str) -> io::Result<Vec<u8>> {
    if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        std::fs::read(file)
    }
}

/// Writes to the standard output; a reader that went away (`| head`) is no reason to fail.
fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// Colour only where a person looks, and only when they do not refuse it: <https://no-color.org>.
fn colour_wanted() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !refused
}
