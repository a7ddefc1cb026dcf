//! A page in Rust that uses the component `<ExpoMap/>`, without the tag.

use expo_map::{ExpoMap, Failed, Ready, Selected};
use yew::prelude::*;

/// The visitor's choice beside the map, and a button that chooses.
#[component]
fn Visit() -> Html {
    let chosen = use_state(|| None::<Selected>);
    let wanted = use_state(|| None::<AttrValue>);
    let stands = use_state(|| 0);
    let clicks = use_state(|| 0);
    let on_select = {
        let chosen = chosen.clone();
        Callback::from(move |selected| chosen.set(selected))
    };
    let on_ready = {
        let stands = stands.clone();
        Callback::from(move |ready: Ready| stands.set(ready.stands))
    };
    let on_error = Callback::from(|_: Failed| ());
    let on_click = {
        let clicks = clicks.clone();
        Callback::from(move |_: MouseEvent| clicks.set(*clicks + 1))
    };
    let choose = {
        let wanted = wanted.clone();
        Callback::from(move |_: MouseEvent| wanted.set(Some("b1".into())))
    };
    html! {
        <main>
            <button id="choose" onclick={choose}>{ "Choose B1" }</button>
            <p>
                { "Chosen: " }<b id="chosen">{ chosen.as_ref().map(|stand| stand.id.clone()) }</b>
                { ", stands: " }<b id="stands">{ *stands }</b>
                { ", clicks: " }<b id="clicks">{ *clicks }</b>
            </p>
            <div class="map" onclick={on_click}>
                <ExpoMap src="/data/expo-2024.json" lang="en" selected={(*wanted).clone()} {on_select} {on_ready} {on_error} />
            </div>
        </main>
    }
}

fn main() {
    yew::Renderer::<Visit>::new().render();
}
