//! The command line's arguments.

use clap::{Args as ClapArgs, Parser, Subcommand};

/// Exhibition floor plans: check the data file before it goes online.
#[derive(Debug, Parser)]
#[command(name = "expo-map", version, disable_help_subcommand = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check an exhibition file: its form, its references, the plan itself, translations.
    Check(CheckArgs),
    /// Print an invented exhibition of any size, to try a page with; the same arguments give the
    /// same file.
    Generate(GenerateArgs),
    /// Add the readings (pinyin) of the Chinese in an exhibition file, so that visitors find it by
    /// typing Latin letters; the rest of the file stays as it is.
    Index(IndexArgs),
    /// Print what a visitor would find, best first: try the words of your visitors.
    Search(SearchArgs),
    /// Print the JSON Schema of the format, for editors and validators.
    Schema,
}

/// Arguments of `expo-map check`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Every problem is reported with file, line and column; all of them in one run.
Exit code: 0 nothing to correct; 1 errors (with --strict also warnings); 2 wrong usage or
unreadable file. docs/format.md explains the codes.")]
pub struct CheckArgs {
    /// The exhibition file (JSON); `-` reads the standard input.
    pub file: String,
    /// Print the findings as JSON, for programs.
    #[arg(long)]
    pub json: bool,
    /// Fail on warnings too.
    #[arg(long)]
    pub strict: bool,
    /// Warn of aisles narrower than this.
    #[arg(long, value_name = "METRES", default_value_t = 3.0, value_parser = metres)]
    pub min_aisle: f64,
    /// Languages that every text must have, such as `ru,en,zh`; by default the file's own
    /// `languages`.
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    pub lang: Vec<String>,
}

/// Arguments of `expo-map generate`.
#[derive(Debug, ClapArgs)]
pub struct GenerateArgs {
    /// How many stands, up to 100,000.
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub stands: u32,
    /// In how many halls, up to 26.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=26))]
    pub halls: u8,
    /// Another seed gives another exhibition.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

/// Arguments of `expo-map index`.
#[derive(Debug, ClapArgs)]
pub struct IndexArgs {
    /// The exhibition file (JSON); `-` reads the standard input.
    pub file: String,
    /// Write the file instead of printing it.
    #[arg(long, short)]
    pub write: bool,
}

/// Arguments of `expo-map search`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
A line for each hit: id, heading, the field that matched, and the text with the match in brackets.
Exit code: 0 something was found; 1 nothing; 2 wrong usage or unusable file.")]
pub struct SearchArgs {
    /// The exhibition file (JSON); `-` reads the standard input.
    pub file: String,
    /// What a visitor types.
    pub query: String,
    /// The reader's language.
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub lang: String,
}

fn metres(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if (0.0..=100.0).contains(&value) => Ok(value),
        _ => Err("must be a number of metres from 0 to 100".into()),
    }
}
