//! The stands for keyboard, screen reader and pointer: shapes with a name and nothing to see, which
//! lie over the painted picture. Neither a pan nor a zoom comes here; and the chosen stand and the
//! Tab stop are marked in the DOM, lest every stand be compared for them.

use floorplan::messages::Msg;
use floorplan::plan::{FloorIx, StandIx};
use floorplan::scene::path_data;
use floorplan::state::Exhibition;
use yew::prelude::*;

use super::memo::Draw;
use crate::shared::Shared;
use crate::words::Words;

/// A floor with more stands has only those that the keyboard can be on: all of them are in the
/// list, and ten thousand elements would take longer than all the rest.
pub(crate) const MOST: usize = 250;

/// The stands of a floor.
#[derive(PartialEq)]
pub(crate) struct StandLayer {
    pub(crate) exhibition: Shared<Exhibition>,
    pub(crate) floor: FloorIx,
    /// On a floor with too many stands, those that are wanted all the same.
    pub(crate) only: Option<[Option<StandIx>; 3]>,
    /// Stands in full colour; `None` for all.
    pub(crate) matches: Option<Shared<[StandIx]>>,
    pub(crate) words: Words,
}

impl Draw for StandLayer {
    fn view(&self) -> Html {
        let Some(scene) = self.exhibition.scene(self.floor) else {
            return html! { <g /> };
        };
        let mut wanted: Vec<StandIx> = Vec::new();
        if let Some(only) = self.only {
            for stand in only.into_iter().flatten() {
                if scene.shape(stand).is_some() && !wanted.contains(&stand) {
                    wanted.push(stand);
                }
            }
        } else {
            wanted.extend(scene.stands.iter().map(|shape| shape.stand));
        }
        let stands = wanted.into_iter().filter_map(|stand| self.stand(stand));
        html! { <g class="em-stands">{ for stands }</g> }
    }
}

impl StandLayer {
    fn stand(&self, ix: StandIx) -> Option<Html> {
        let (plan, words) = (self.exhibition.plan(), self.words);
        let stand = plan.stand(ix)?;
        let lang = words.lang.tag();
        let mut label = words.with(Msg::StandNo, &[&stand.number]);
        let name = plan.stand_name(stand, lang).text;
        if name != *stand.number {
            label.push_str(", ");
            label.push_str(&name);
        }
        if let Some(category) = stand.category.and_then(|c| plan.categories.get(c.at())) {
            label.push_str(", ");
            label.push_str(category.name.get(lang).text);
        }
        let is_faded = self.matches.as_ref().is_some_and(|m| !m.contains(&ix));
        Some(html! {
            <path key={ix.0} class="em-stand" data-faded={is_faded.then_some("")}
                data-stand={ix.0.to_string()} data-id={stand.id.to_string()}
                role="button" tabindex="-1" aria-label={label}
                d={path_data(stand.outline.points())} />
        })
    }
}
