//! The command: from a file's bytes to a text.

use floorplan::messages::Lang;
use floorplan::plan::{FloorIx, Plan, load};

use super::markup::Markup;
use super::moment::Zone;
use super::view::View;
use super::{html, linked_data, svg};
use crate::args::RenderFormat;

/// What to write.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// What sort of text.
    pub format: RenderFormat,
    /// The language; the first of the file's that the interface speaks otherwise.
    pub lang: Option<Lang>,
    /// Id of the only floor to draw; all floors otherwise.
    pub floor: Option<&'a str>,
}

/// A text, and what the organiser should know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The text.
    pub text: String,
    /// Remarks, a sentence each.
    pub notices: Vec<String>,
}

/// The piece of HTML with what a page around it says of itself.
pub(crate) struct Piece {
    /// The piece.
    pub(crate) html: String,
    /// The page's title; escaped.
    pub(crate) title: String,
    /// The language, for `lang=`.
    pub(crate) locale: &'static str,
    /// Remarks, a sentence each.
    pub(crate) notices: Vec<String>,
}

/// Writes the exhibition as a piece of HTML.
///
/// # Errors
/// In words, when the file cannot be shown.
pub(crate) fn piece(bytes: &[u8], lang: Option<Lang>) -> Result<Piece, String> {
    let (plan, lang) = read(bytes, lang)?;
    let view = View::new(&plan, lang, floors(&plan, None)?);
    let zone = Zone::new(&plan.event.time_zone);
    let mut title = Markup::default();
    title.words(&view.title());
    Ok(Piece {
        html: html::fragment(&view, &zone),
        title: title.finish(),
        locale: lang.locale(),
        notices: of_zone(&plan, &zone),
    })
}

/// The exhibition, and the language to write it in: the wanted one, or the first of the file's that there is.
fn read(bytes: &[u8], wanted: Option<Lang>) -> Result<(Plan, Lang), String> {
    let loaded = load(text_of(bytes)?).map_err(|error| error.to_string())?;
    let plan = loaded.plan;
    let lang = wanted.unwrap_or_else(|| Lang::pick(plan.languages.iter().map(|tag| &**tag)));
    Ok((plan, lang))
}

/// The text of a file.
///
/// # Errors
/// In words, when it is not UTF-8.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
    Ok(text.trim_start_matches('\u{feff}'))
}

/// What is to be said of an exhibition's clocks.
fn of_zone(plan: &Plan, zone: &Zone) -> Vec<String> {
    if zone.is_known() {
        return Vec::new();
    }
    vec![format!(
        "the time zone {} is not known: times are written without it",
        plan.event.time_zone
    )]
}

/// Writes the exhibition.
///
/// # Errors
/// In words, when the file cannot be shown or has no such floor.
pub fn render(bytes: &[u8], options: &Options<'_>) -> Result<Done, String> {
    let (plan, lang) = read(bytes, options.lang)?;
    let view = View::new(&plan, lang, floors(&plan, options.floor)?);
    let zone = Zone::new(&plan.event.time_zone);
    let text = match options.format {
        RenderFormat::Svg => svg::document(&view),
        RenderFormat::Html => html::fragment(&view, &zone),
        RenderFormat::JsonLd => linked_data::text(&view, &zone, true) + "\n",
    };
    let notices = match options.format {
        RenderFormat::Svg => Vec::new(),
        RenderFormat::Html | RenderFormat::JsonLd => of_zone(&plan, &zone),
    };
    Ok(Done { text, notices })
}

fn floors(plan: &Plan, only: Option<&str>) -> Result<Vec<FloorIx>, String> {
    let Some(id) = only else {
        return Ok((0..plan.floors.len()).map(FloorIx::from).collect());
    };
    let found = plan.floors.iter().position(|floor| *floor.id == *id);
    found
        .map(|at| vec![FloorIx::from(at)])
        .ok_or_else(|| format!("there is no floor {id}"))
}
