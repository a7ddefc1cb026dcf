//! A page that is itself a Yew program, with the tag `<expo-map>` among its own elements. It counts
//! what its own handlers are told of, each for itself.

use yew::prelude::*;

/// The host's page: its own buttons before, around and after the map.
#[component]
fn Host() -> Html {
    let before = use_state(|| 0_u32);
    let around = use_state(|| 0_u32);
    let after = use_state(|| 0_u32);
    let keys = use_state(|| 0_u32);
    let named = use_state(|| 0_u32);
    let count = |counter: &UseStateHandle<u32>| {
        let counter = counter.clone();
        Callback::from(move |_: MouseEvent| counter.set(*counter + 1))
    };
    let on_key = {
        let keys = keys.clone();
        Callback::from(move |_: KeyboardEvent| keys.set(*keys + 1))
    };
    let on_named = {
        let named = named.clone();
        Callback::from(move |_: InputEvent| named.set(*named + 1))
    };
    html! {
        <main>
            <button id="before" onclick={count(&before)}>{ "Before: " }<b>{ *before }</b></button>
            <input id="own" aria-label="Own" oninput={on_named} />
            <span id="named">{ *named }</span>
            <div id="around" onclick={count(&around)} onkeydown={on_key}>
                <expo-map src="/data/expo-2024.json" lang="en"></expo-map>
            </div>
            <p>{ "Clicks around: " }<b id="clicks">{ *around }</b>{ ", keys: " }<b id="keys">{ *keys }</b></p>
            <button id="after" onclick={count(&after)}>{ "After: " }<b>{ *after }</b></button>
        </main>
    }
}

fn main() {
    yew::Renderer::<Host>::new().render();
}
