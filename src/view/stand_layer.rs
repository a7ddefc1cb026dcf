//! The stands: drawn once, and again only when the language, a match or the Tab stop changes.
//! Neither a pan nor a zoom comes here: they move what holds this layer.

use floorplan::messages::Msg;
use floorplan::plan::{FloorIx, StandIx};
use floorplan::state::Exhibition;
use yew::prelude::*;

use crate::shared::Shared;
use crate::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StandLayerProps {
    pub(crate) exhibition: Shared<Exhibition>,
    pub(crate) floor: FloorIx,
    /// Stands in full colour; `None` for all.
    pub(crate) matches: Option<Shared<[StandIx]>>,
    pub(crate) selected: Option<StandIx>,
    pub(crate) tab_stop: Option<StandIx>,
    pub(crate) words: Words,
}

/// The stands of a floor.
#[component]
pub(crate) fn StandLayer(props: &StandLayerProps) -> Html {
    let StandLayerProps {
        exhibition,
        floor,
        matches,
        selected,
        tab_stop,
        words,
    } = props;
    let Some(scene) = exhibition.scene(*floor) else {
        return html! { <g /> };
    };
    let plan = exhibition.plan();
    let lang = words.lang.tag();
    let stands = scene.stands.iter().filter_map(|shape| {
        let stand = plan.stand(shape.stand)?;
        let mut label = words.with(Msg::StandNo, &[&stand.number]);
        label.push_str(", ");
        label.push_str(&plan.stand_name(stand, lang).text);
        if let Some(category) = stand.category.and_then(|c| plan.categories.get(c.at())) {
            label.push_str(", ");
            label.push_str(category.name.get(lang).text);
        }
        let faded = matches.as_ref().is_some_and(|m| !m.contains(&shape.stand));
        let is_selected = *selected == Some(shape.stand);
        let faded = faded && !is_selected;
        let is_stop = *tab_stop == Some(shape.stand);
        Some(html! {
            <g key={shape.stand.0}
                class={classes!("em-stand", colour_class(shape.colour), faded.then_some("em-faded"))}
                data-stand={shape.stand.0.to_string()}
                data-id={stand.id.to_string()}
                role="button"
                tabindex={if is_stop { "0" } else { "-1" }}
                aria-label={label}
                aria-current={is_selected.then_some("true")}>
                <path class="em-fill" d={shape.path.clone()} />
                <path class="em-edge" d={shape.closed_sides.clone()} />
            </g>
        })
    });
    html! {
        <g class="em-stands">{ for stands }</g>
    }
}

/// The class that gives a palette colour, 0 to 8.
pub(crate) fn colour_class(colour: u8) -> &'static str {
    match colour {
        1 => "em-c1",
        2 => "em-c2",
        3 => "em-c3",
        4 => "em-c4",
        5 => "em-c5",
        6 => "em-c6",
        7 => "em-c7",
        8 => "em-c8",
        _ => "em-c0",
    }
}
