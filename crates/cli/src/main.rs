//! `expo-map`: reads the arguments, runs the command, and turns its outcome into an exit code.

use std::io::{self, IsTerminal, Read, Write};
use std::process::ExitCode;

use clap::Parser;
use expo_map_cli::args::{Args, CheckArgs, Command, IndexArgs, SearchArgs};
use expo_map_cli::check::{self, check};
use expo_map_cli::generate::{Options, generate};
use expo_map_cli::index::index;
use expo_map_cli::report;
use expo_map_cli::search::search;

/// The exit code when the file cannot be read; clap uses the same for wrong arguments.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    match Args::parse().command {
        Command::Check(args) => run_check(&args),
        Command::Generate(args) => {
            print(&generate(Options {
                stands: args.stands as usize,
                halls: usize::from(args.halls),
                seed: args.seed,
            }));
            ExitCode::SUCCESS
        }
        Command::Index(args) => {
            run_index(&args).unwrap_or_else(|error| unusable(&args.file, &error))
        }
        Command::Search(args) => {
            run_search(&args).unwrap_or_else(|error| unusable(&args.file, &error))
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

fn run_index(args: &IndexArgs) -> Result<ExitCode, String> {
    let indexed = index(&read_text(&args.file)?)?;
    if args.write && args.file != "-" {
        std::fs::write(&args.file, indexed).map_err(|error| error.to_string())?;
    } else {
        print(&indexed);
    }
    Ok(ExitCode::SUCCESS)
}

fn run_search(args: &SearchArgs) -> Result<ExitCode, String> {
    let (lines, is_found) = search(&read_text(&args.file)?, &args.query, &args.lang)?;
    print(&lines);
    Ok(ExitCode::from(u8::from(!is_found)))
}

fn unusable(file: &str, error: &str) -> ExitCode {
    eprintln!("expo-map: {file}: {error}");
    ExitCode::from(USAGE)
}

fn read_text(file: &str) -> Result<String, String> {
    let bytes = read(file).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
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
