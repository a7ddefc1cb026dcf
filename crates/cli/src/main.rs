//! `expo-map`: reads the arguments, runs the command, and turns its outcome into an exit code.

use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::SystemTime;

use clap::Parser;
use expo_map_cli::args::{
    Args, CheckArgs, Command, DescribeArgs, ExportArgs, IndexArgs, PackArgs, RenderArgs, SearchArgs,
};
use expo_map_cli::check::{self, check};
use expo_map_cli::describe;
use expo_map_cli::export::{self, export};
use expo_map_cli::generate::{Options, generate};
use expo_map_cli::index::index;
use expo_map_cli::pack::{self, Widget, pack};
use expo_map_cli::render::{self, Done, render};
use expo_map_cli::report;
use expo_map_cli::search::search;

/// The exit code when the file cannot be read; clap uses the same for wrong arguments.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    match Args::parse().command {
        Command::Check(args) => run_check(&args),
        Command::Describe(args) => run_describe(&args),
        Command::Export(args) => run_export(args),
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
        Command::Pack(args) => run_pack(&args),
        Command::Render(args) => run_render(&args),
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
    let Some(bytes) = read_or_tell(&args.file) else {
        return ExitCode::from(USAGE);
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

fn run_export(args: ExportArgs) -> ExitCode {
    let Some(bytes) = read_or_tell(&args.file) else {
        return ExitCode::from(USAGE);
    };
    let options = export::Options {
        format: args.format,
        lang: args.lang,
        offset_minutes: args.offset,
        marks: args.marks,
        page: args.page,
        now_s: now_s(),
    };
    match export(&String::from_utf8_lossy(&bytes), &options) {
        Ok(done) => {
            for notice in done.notices {
                eprintln!("expo-map: {notice}");
            }
            print(&done.text);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("expo-map: {}: {error}", args.file);
            ExitCode::FAILURE
        }
    }
}

fn run_render(args: &RenderArgs) -> ExitCode {
    let Some(bytes) = read_or_tell(&args.file) else {
        return ExitCode::from(USAGE);
    };
    let options = render::Options {
        format: args.format,
        lang: args.lang,
        floor: args.floor.as_deref(),
    };
    let done = match render(&bytes, &options) {
        Ok(done) => done,
        Err(error) => {
            eprintln!("expo-map: {}: {error}", args.file);
            return ExitCode::FAILURE;
        }
    };
    deliver(done, args.output.as_deref())
}

fn run_pack(args: &PackArgs) -> ExitCode {
    let Some(bytes) = read_or_tell(&args.file) else {
        return ExitCode::from(USAGE);
    };
    let folder = Path::new(&args.file).parent();
    let read_file = |name: &str| match folder {
        Some(folder) if args.file != "-" => std::fs::read(folder.join(name)),
        _ => Err(io::ErrorKind::NotFound.into()),
    };
    let packed = Widget::read(&args.widget).and_then(|widget| {
        let options = pack::Options {
            widget: &widget,
            lang: args.lang,
            read_file: &read_file,
        };
        pack(&bytes, &options)
    });
    match packed {
        Ok(done) => deliver(done, args.output.as_deref()),
        Err(error) if error.is_of_the_exhibition() => {
            eprintln!("expo-map: {}: {error}", args.file);
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("expo-map: {error}");
            ExitCode::from(USAGE)
        }
    }
}

/// Tells what is to be known of a text, and writes or prints it.
fn deliver(done: Done, output: Option<&str>) -> ExitCode {
    for notice in done.notices {
        eprintln!("expo-map: {notice}");
    }
    match output {
        Some(file) => {
            if let Err(error) = std::fs::write(file, done.text) {
                eprintln!("expo-map: cannot write {file}: {error}");
                return ExitCode::from(USAGE);
            }
        }
        None => print(&done.text),
    }
    ExitCode::SUCCESS
}

/// Seconds since 1970; a build that must give the same file twice sets `SOURCE_DATE_EPOCH`
/// (<https://reproducible-builds.org/specs/source-date-epoch/>).
fn now_s() -> i64 {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok();
    set.and_then(|seconds| seconds.parse().ok())
        .unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
            since.map_or(0, |since| since.as_secs().cast_signed())
        })
}

fn read_or_tell(file: &str) -> Option<Vec<u8>> {
    read(file)
        .map_err(|error| eprintln!("expo-map: cannot read {file}: {error}"))
        .ok()
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
