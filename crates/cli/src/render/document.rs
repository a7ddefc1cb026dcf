//! The command: from a file's bytes to a text.

use floorplan::messages::Lang;
use floorplan::plan::{FloorIx, Plan, load};

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

/// Writes the exhibition.
///
/// # Errors
/// In words, when the file cannot be shown or has no such floor.
pub fn render(bytes: &[u8], options: &Options<'_>) -> Result<Done, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
    let text = text.trim_start_matches('\u{feff}');
    let plan = load(text).map_err(|error| error.to_string())?.plan;
    let lang = options
        .lang
        .unwrap_or_else(|| Lang::pick(plan.languages.iter().map(|tag| &**tag)));
    let view = View::new(&plan, lang, floors(&plan, options.floor)?);
    let zone = Zone::new(&plan.event.time_zone);
    let mut notices = Vec::new();
    let mut tell_of_zone = || {
        if !zone.is_known() {
            notices.push(format!(
                "the time zone {} is not known: times are written without it",
                plan.event.time_zone
            ));
        }
    };
    let text = match options.format {
        RenderFormat::Svg => svg::document(&view),
        RenderFormat::Html => {
            tell_of_zone();
            html::fragment(&view, &zone)
        }
        RenderFormat::JsonLd => {
            tell_of_zone();
            linked_data::text(&view, &zone, true) + "\n"
        }
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
