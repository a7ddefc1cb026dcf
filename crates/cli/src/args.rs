//! The command line's arguments.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use floorplan::messages::Lang;

/// Exhibition floor plans: check the data file before it goes online, and take its data along.
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
    /// Print what is in a file as a calendar, a table, contacts or geometry.
    Export(ExportArgs),
    /// Print what a page shows before the map is there, or without it: the plan as SVG, everything as
    /// HTML, what search engines read.
    Render(RenderArgs),
    /// Write one page with everything in it, the widget and the data: it opens from a disk, without a
    /// network.
    Pack(PackArgs),
    /// Print an invented exhibition of any size, to try a page with; the same arguments give the
    /// same file.
    Generate(GenerateArgs),
    /// Print what a screen reader tells of the plan, or of one stand.
    Describe(DescribeArgs),
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

/// Arguments of `expo-map describe`.
#[derive(Debug, ClapArgs)]
pub struct DescribeArgs {
    /// The exhibition file (JSON); `-` reads the standard input.
    pub file: String,
    /// Id or number of a stand; without it, every floor is described.
    pub stand: Option<String>,
    /// Tell what is heard on the way from this stand to STAND instead.
    #[arg(long, value_name = "STAND", requires = "stand")]
    pub from: Option<String>,
    /// The language: `ru`, `en` or `zh`; by default the first of the file's that is one of these.
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<Lang>,
}

/// Arguments of `expo-map export`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
What the data does not say is left out and counted on the standard error.
Exit code: 0 printed; 1 the file is no exhibition; 2 wrong usage or unreadable file.")]
pub struct ExportArgs {
    /// The exhibition file (JSON); `-` reads the standard input.
    pub file: String,
    /// What to print.
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// The language of the texts, `ru`, `zh` or `en`; by default the file's first.
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<Lang>,
    /// How far the place is ahead of UTC, such as `+08:00`, in place of what its time zone says.
    #[arg(long, value_name = "OFFSET", allow_hyphen_values = true, value_parser = offset_minutes)]
    pub offset: Option<i32>,
    /// Only what a visitor's link marks: the text behind its `=`, see docs/marks.md.
    #[arg(long, value_name = "LINK")]
    pub marks: Option<String>,
    /// The page that shows the plan, for the calendar's entries.
    #[arg(long, value_name = "URL")]
    pub page: Option<String>,
}

/// What `expo-map export` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// The programme as a calendar (iCalendar).
    Ics,
    /// Stands and participants as a table.
    Csv,
    /// The programme as a table.
    ProgrammeCsv,
    /// Contacts of participants (vCard 3.0).
    Vcard,
    /// Outlines of stands in metres (`GeoJSON`).
    Geojson,
}

/// Arguments of `expo-map render`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
The same file always gives the same text. The HTML belongs between <expo-map> and </expo-map>.
Exit code: 0 written; 1 the file is no exhibition, or has no such floor; 2 wrong usage, or a file
that cannot be read or written.")]
pub struct RenderArgs {
    /// The exhibition file (JSON); `-` reads the standard input.
    pub file: String,
    /// What to write.
    #[arg(long, value_enum, default_value_t = RenderFormat::Svg)]
    pub format: RenderFormat,
    /// The language: `ru`, `en` or `zh`; by default the first of the file's that is one of these.
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<Lang>,
    /// Draw this floor alone; by default all of them, one below the other.
    #[arg(long, value_name = "ID")]
    pub floor: Option<String>,
    /// Write this file instead of printing.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<String>,
}

/// What `expo-map render` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RenderFormat {
    /// The plan as a picture that needs nothing else, for light and dark (SVG).
    Svg,
    /// Plan, stands, programme and sources for a page without scripts.
    Html,
    /// The event, its place and its participants for search engines (schema.org).
    JsonLd,
}

/// Arguments of `expo-map pack`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
The same file and the same widget always give the same page. It asks for nothing; pictures that lie
beside FILE go into it.
Exit code: 0 written; 1 the file is no exhibition; 2 wrong usage, no widget, or a file that cannot
be read or written.")]
pub struct PackArgs {
    /// The exhibition file (JSON); `-` reads the standard input.
    pub file: String,
    /// Write this file instead of printing.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<String>,
    /// The folder of the built widget.
    #[arg(long, value_name = "FOLDER", default_value = "dist/widget")]
    pub widget: PathBuf,
    /// The language: `ru`, `en` or `zh`; by default the first of the file's that is one of these.
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<Lang>,
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| "must be ru, en or zh".into())
}

/// Minutes from `+08:00`, `-0330` or `Z`.
fn offset_minutes(text: &str) -> Result<i32, String> {
    let minutes = || {
        if text == "Z" {
            return Some(0);
        }
        let (sign, time) = match text.split_at_checked(1)? {
            ("+", time) => (1, time),
            ("-", time) => (-1, time),
            _ => return None,
        };
        let digits = time.replacen(':', "", 1);
        let is_plain = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        let (hours, minutes) = digits.split_at_checked(2).filter(|_| is_plain)?;
        let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
    };
    minutes().ok_or_else(|| "must be an offset such as +08:00".into())
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
