//! The stands: drawn once, and again only when the language or a match changes. Neither a pan nor
//! a zoom comes here: they move what holds this layer; and the chosen stand and the Tab stop are
//! marked in the DOM, lest every stand be compared for them.

use floorplan::messages::Msg;
use floorplan::plan::{FloorIx, StandIx};
use floorplan::state::Exhibition;
use yew::prelude::*;

use super::class::{classes, colour_class};
use super::memo::Draw;
use crate::shared::Shared;
use crate::words::Words;

/// The stands of a floor.
#[derive(PartialEq)]
pub(crate) struct StandLayer {
    pub(crate) exhibition: Shared<Exhibition>,
    pub(crate) floor: FloorIx,
    /// Stands in full colour; `None` for all.
    pub(crate) matches: Option<Shared<[StandIx]>>,
    pub(crate) words: Words,
}

impl Draw for StandLayer {
    fn view(&self) -> Html {
        let Self {
            exhibition,
            floor,
            matches,
            words,
        } = self;
        let Some(scene) = exhibition.scene(*floor) else {
            return html! { <g /> };
        };
        let plan = exhibition.plan();
        let lang = words.lang.tag();
        let mut shown = vec![matches.is_none(); plan.stands.len()];
        for stand in matches.iter().flat_map(|matches| matches.iter()) {
            if let Some(shown) = shown.get_mut(stand.at()) {
                *shown = true;
            }
        }
        let stands = scene.stands.iter().filter_map(|shape| {
            let stand = plan.stand(shape.stand)?;
            let mut label = words.with(Msg::StandNo, &[&stand.number]);
            label.push_str(", ");
            label.push_str(&plan.stand_name(stand, lang).text);
            if let Some(category) = stand.category.and_then(|c| plan.categories.get(c.at())) {
                label.push_str(", ");
                label.push_str(category.name.get(lang).text);
            }
            let faded = !shown.get(shape.stand.at()).copied().unwrap_or(true);
            Some(html! {
                <g key={shape.stand.0}
                    class={classes(&["em-stand", colour_class(shape.colour), if faded { "em-faded" } else { "" }])}
                    data-stand={shape.stand.0.to_string()}
                    data-id={stand.id.to_string()}
                    role="button"
                    tabindex="-1"
                    aria-label={label}>
                    <path class="em-fill" d={shape.path.clone()} />
                    <path class="em-edge" d={shape.closed_sides.clone()} />
                </g>
            })
        });
        html! {
            <g class="em-stands">{ for stands }</g>
        }
    }
}
