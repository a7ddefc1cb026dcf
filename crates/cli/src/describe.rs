//! What a screen reader tells, as text: for an organiser to read through.

use floorplan::describe::Guide;
use floorplan::messages::Lang;
use floorplan::plan::{FloorIx, Plan, StandIx, load};
use floorplan::scene::FloorScene;

/// What to describe.
#[derive(Debug, Default)]
pub struct Options<'a> {
    /// Id or number of a stand; all floors otherwise.
    pub stand: Option<&'a str>,
    /// The stand that one comes from.
    pub from: Option<&'a str>,
    /// The language; the first of the file's that the interface speaks otherwise.
    pub lang: Option<Lang>,
}

/// The texts, a line for each; an empty line between floors.
///
/// # Errors
/// In words, when the file cannot be shown or has no such stand.
pub fn describe(bytes: &[u8], options: &Options<'_>) -> Result<String, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
    let text = text.trim_start_matches('\u{feff}');
    let loaded = load(text).map_err(|error| error.to_string())?;
    let plan = loaded.plan;
    let lang = options
        .lang
        .unwrap_or_else(|| Lang::pick(plan.languages.iter().map(|tag| &**tag)));
    let find = |name: &str| find(&plan, name);
    let from = options.from.map(find).transpose()?;
    let Some(to) = options.stand.map(find).transpose()? else {
        let floors = (0..plan.floors.len()).map(FloorIx::from);
        let told = floors.map(|floor| {
            let scene = FloorScene::new(&plan, floor);
            Guide::new(&plan, &scene, lang).whole_floor()
        });
        return Ok(told.collect::<Vec<_>>().join("\n"));
    };
    let floor = plan.stand(to).and_then(|stand| plan.floor_of(stand));
    let scene = FloorScene::new(&plan, floor.unwrap_or(FloorIx(0)));
    let guide = Guide::new(&plan, &scene, lang);
    Ok(match from {
        Some(from) => guide.arrival(Some(from), to) + "\n",
        None => guide.stand(to),
    })
}

fn find(plan: &Plan, name: &str) -> Result<StandIx, String> {
    let found = plan.find_stand(name);
    found.ok_or_else(|| format!("there is no stand {name}"))
}
