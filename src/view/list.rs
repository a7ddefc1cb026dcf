//! The list of stands, in step with the map, and what else a search found.

use floorplan::messages::{Msg, Noun, participant_kind};
use floorplan::plan::{Stand, StandIx};
use floorplan::state::{Action, Origin};
use yew::prelude::*;

use super::colour::colour_name;
use super::found::{Hits, Row, summary};
use super::nodes::{self, panel_title};
use super::press::words_button;
use super::text::text;

/// The stands that the map shows in full colour, or all for `None`, in their order (in file order for
/// `None`), and what else was found. Without words, sessions of the visitor's own are something, too.
pub(super) fn stand_list(
    listed: Option<&[StandIx]>,
    is_filtered: bool,
    hits: Hits<'_>,
    suggestion: Option<&str>,
    has_sessions: bool,
) -> Html {
    let Hits {
        plan,
        found,
        rows,
        words,
        ..
    } = hits;
    let count = listed.map_or(plan.stands.len(), <[StandIx]>::len);
    let said = match found {
        // The list has stands all the same, but not for these words.
        Some(found) if !found.tells_stands() => String::new(),
        None if !is_filtered => words.count(Noun::Stand, count),
        _ => words.count(Noun::Found, count),
    };
    let said = summary(words, said, found);
    let is_on = is_filtered || found.is_some();
    let link = |action: Action, says: &str| words_button(says, action, hits.dispatch);
    let mut drawn = Vec::new();
    for at in 0..count.min(rows) {
        let ix = match listed {
            Some(listed) => listed.get(at).copied(),
            None => Some(StandIx::from(at)),
        };
        if let Some(ix) = ix
            && let Some(stand) = plan.stand(ix)
        {
            drawn.push(row(&hits, ix, stand).view(&hits));
        }
    }
    let stands = html! {
        <>
            { nodes::rows(drawn) }
            if rows < count {
                { link(Action::MoreRows, words.say(Msg::MoreRows)) }
            }
        </>
    };
    html! {
        <>
            <div class="em-count">
                { panel_title(said.into()) }
                if is_on {
                    { link(Action::ResetFilters, words.say(Msg::ResetFilters)) }
                }
            </div>
            if count == 0 && found.map_or(!has_sessions, |found| found.hits.iter().all(|hit| hit.what.stand().is_some())) {
                <p class="em-empty">
                    <b>{ words.say(Msg::NothingFound) }</b>
                    { words.say(Msg::NothingFoundHint) }
                    if let Some(suggestion) = suggestion {
                        <span>
                            { words.say(Msg::NearestIs) }{ " " }
                            { link(Action::TakeSuggestion, suggestion) }
                        </span>
                    }
                </p>
            }
            { hits.parts(stands) }
        </>
    }
}

fn row<'a>(hits: &Hits<'a>, ix: StandIx, stand: &'a Stand) -> Row<'a> {
    let (plan, words) = (hits.plan, hits.words);
    let category = stand.category.and_then(|c| plan.categories.get(c.at()));
    let first = stand
        .participants
        .first()
        .and_then(|p| plan.participant(*p));
    let kind = first
        .and_then(|p| participant_kind(p.kind))
        .map(|kind| words.say(kind));
    let about = match (kind, category) {
        (Some(kind), _) if stand.participants.len() == 1 => kind.into(),
        (_, Some(category)) => text(words, &category.name),
        _ => Html::default(),
    };
    // Not if only its sessions were found: they have rows of their own.
    let found = hits.found.map_or(&[][..], |found| &found.hits);
    let hit = found.iter().find(|hit| hit.what.stand() == Some(ix));
    let mut name = plan.stand_name(stand, words.lang.tag());
    // A stand that has no name is called by its number, which is said once.
    let mut badge = &*stand.number;
    if name.text == *badge {
        name.text = words.with(Msg::StandNo, &[badge]).into();
        badge = "";
    }
    Row {
        key: ix.0,
        stand: Some(stand),
        badge: badge.to_owned().into(),
        colour: Some(colour_name(plan, stand.category)),
        name: name.text,
        lang: name.lang,
        hit,
        about,
        action: Action::Select(ix, Origin::User),
    }
}
