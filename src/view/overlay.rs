//! What lies over the stands and changes with the camera: labels and pins.

use floorplan::format::EntranceKind;
use floorplan::messages::{entrance_name, service_name};
use floorplan::plan::StandIx;
use floorplan::scene::{Label, LineStyle, Pin, PinKind};
use yew::prelude::*;

use super::Picture;
use super::class::classes;
use super::icon::Icon;
use super::memo::Draw;
use crate::fixed::fixed;
use crate::shared::Shared;
use crate::words::Words;

/// Labels and pins of the picture. Hidden from assistive technology: the stands have names.
#[derive(PartialEq)]
pub(crate) struct Overlay {
    pub(crate) picture: Shared<Picture>,
    pub(crate) matches: Option<Shared<[StandIx]>>,
    pub(crate) selected: Option<StandIx>,
    pub(crate) words: Words,
}

impl Draw for Overlay {
    fn view(&self) -> Html {
        let Self {
            picture,
            matches,
            selected,
            words,
        } = self;
        let (dx, dy) = picture.corner();
        let faded = |stand: &StandIx| {
            *selected != Some(*stand) && matches.as_ref().is_some_and(|m| !m.contains(stand))
        };
        let labels = picture
            .labels
            .iter()
            .map(|label| label_view(label, faded(&label.stand), *selected == Some(label.stand)));
        html! {
            <g class="em-overlay" aria-hidden="true" transform={translate(dx, dy)}>
                { for picture.pins.iter().map(|pin| pin_view(pin, picture, words)) }
                { for labels }
            </g>
        }
    }
}

fn label_view(label: &Label, faded: bool, selected: bool) -> Html {
    let lang = label
        .lang
        .as_ref()
        .map(|lang| AttrValue::from(lang.to_string()));
    let lines = label.lines.iter().map(|line| {
        let class = match line.style {
            LineStyle::Number => "em-no",
            LineStyle::Name => "em-nm",
            LineStyle::SmallName => "em-sm",
            LineStyle::LandmarkName => "em-lm",
            LineStyle::Detail => "em-dt",
        };
        html! { <text {class} y={fixed(line.dy_px, 1)}>{ line.text.clone() }</text> }
    });
    html! {
        <g key={label.stand.0}
            class={classes(&["em-label", if faded { "em-faded" } else { "" }, if selected { "em-chosen" } else { "" }])}
            data-label={label.stand.0.to_string()}
            {lang}
            transform={translate(label.at.x, label.at.y)}>
            { for lines }
        </g>
    }
}

fn pin_view(pin: &Pin, picture: &Picture, words: &Words) -> Html {
    let plan = picture.exhibition.plan();
    let lang = words.lang.tag();
    let transform = translate(pin.at.x, pin.at.y);
    match pin.kind {
        PinKind::District(hall, district) => {
            let found = plan.halls.get(hall).and_then(|h| h.districts.get(district));
            let name = found.map(|d| d.name.get(lang));
            let Some(name) = name else {
                return html! { <g /> };
            };
            html! {
                <text key={format!("d{hall}-{district}")} class="em-district" {transform}
                    lang={name.lang.map(|l| AttrValue::from(l.to_owned()))}>
                    { name.text.to_owned() }
                </text>
            }
        }
        PinKind::Service(kind, hall, service) => {
            let found = plan.halls.get(hall).and_then(|h| h.services.get(service));
            let own = found
                .and_then(|s| s.name.as_ref())
                .map(|name| name.get(lang).text);
            let title = own.unwrap_or_else(|| words.say(service_name(kind)));
            html! {
                <g key={format!("s{hall}-{service}")} class="em-pin" {transform}>
                    <title>{ title.to_owned() }</title>
                    <circle r="10" />
                    <g transform="scale(.82)">{ Icon::Service(kind).glyph() }</g>
                </g>
            }
        }
        PinKind::Entrance(kind, hall, entrance, eighth) => {
            let found = plan.halls.get(hall).and_then(|h| h.entrances.get(entrance));
            let own = found
                .and_then(|e| e.name.as_ref())
                .map(|name| name.get(lang).text);
            let title = own.unwrap_or_else(|| words.say(entrance_name(kind)));
            let class = match kind {
                EntranceKind::Main => "em-door em-main",
                EntranceKind::Emergency => "em-door em-emergency",
                _ => "em-door",
            };
            let icon = Icon::of_entrance(kind);
            // The running figure stays upright; the arrow points the way.
            let turn = if icon == Icon::Arrow {
                i32::from(eighth) * 45
            } else {
                0
            };
            let turn = if kind == EntranceKind::Exit {
                turn + 180
            } else {
                turn
            };
            html! {
                <g key={format!("e{hall}-{entrance}")} {class} {transform}>
                    <title>{ title.to_owned() }</title>
                    <rect x="-9" y="-9" width="18" height="18" rx="5" />
                    <g transform={format!("rotate({turn}) scale(.72)")}>{ icon.glyph() }</g>
                    if kind == EntranceKind::Main {
                        <text class="em-door-name" y={if eighth == 4 { "-16" } else { "20" }}>
                            { title.to_owned() }
                        </text>
                    }
                </g>
            }
        }
    }
}

fn translate(x: f64, y: f64) -> String {
    format!("translate({} {})", fixed(x, 2), fixed(y, 2))
}
