//! What is loaded again and again takes no more memory.

use std::fmt::Write;

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::data;
use crate::map::Map;
use crate::page::{self, next_event};

/// Bytes of the WebAssembly memory, which never shrinks.
fn memory() -> u32 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let buffer: js_sys::ArrayBuffer = memory.buffer().unchecked_into();
    buffer.byte_length()
}

/// Rows of square stands, some thousand of them.
fn large(stands: usize) -> String {
    let mut list = String::new();
    for i in 0..stands {
        let (x, y) = ((i % 60) * 5, (i / 60) * 5);
        let comma = if i > 0 { "," } else { "" };
        let (x1, y1) = (x + 4, y + 4);
        write!(
            list,
            r#"{comma}{{"id":"s{i}","number":"{i}","name":"Stand number {i}","outline":[[{x},{y}],[{x1},{y}],[{x1},{y1}],[{x},{y1}]]}}"#
        )
        .unwrap();
    }
    format!(
        r#"{{"format":"expo-map","version":1,
        "event":{{"id":"e","name":"E","start":"2025-01-01","end":"2025-01-02","timeZone":"UTC"}},
        "halls":[{{"id":"h","name":"H","outline":[[0,0],[300,0],[300,300],[0,300]]}}],
        "stands":[{list}]}}"#
    )
}

#[wasm_bindgen_test]
async fn fifty_loads_of_different_data_do_not_grow_it() {
    let map = Map::expo().await;
    let sources = [
        page::blob_url(&large(2_000)),
        data::small(),
        page::blob_url(&large(1_500)),
        data::expo(),
    ];
    let mut after = Vec::new();
    for round in 0..50 {
        let ready = next_event(&map.host, "expo-map-ready");
        map.host
            .set_attribute("src", &sources[round % sources.len()])
            .unwrap();
        ready.await;
        after.push(memory());
    }
    assert_eq!(after[15], after[49], "bytes after each load: {after:?}");
}
