//! What a step of a gesture costs: one transform.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::map::Map;
use crate::page::{self, Changes, FINGERS, MOUSE, turn};

/// What a pan or zoom step may change.
const TRANSFORM: &str = "attributes em-picture style";

fn center(stage: &Element) -> (f64, f64) {
    let edges = stage.get_bounding_client_rect();
    (
        edges.left() + edges.width() / 2.0,
        edges.top() + edges.height() / 2.0,
    )
}

/// Points of a circle of that radius, beginning on its right.
fn circle((x, y): (f64, f64), radius: f64, steps: u32) -> impl Iterator<Item = (f64, f64)> {
    (0..steps).map(move |step| {
        let angle = std::f64::consts::TAU * f64::from(step) / f64::from(steps);
        (x + radius * angle.cos(), y + radius * angle.sin())
    })
}

fn assert_only_transforms(changes: &Changes, at_least: usize) {
    let changes = changes.take();
    let other: Vec<_> = changes.iter().filter(|c| *c != TRANSFORM).collect();
    assert!(
        other.is_empty(),
        "{} other changes, such as {:?}",
        other.len(),
        &other[..other.len().min(5)]
    );
    assert!(
        changes.len() >= at_least,
        "the map moved {} times",
        changes.len()
    );
}

#[wasm_bindgen_test]
async fn a_drag_of_200_steps_changes_nothing_but_the_transform() {
    let map = Map::expo().await;
    map.click(".em-tool[title='Приблизить']").await;
    map.still().await;
    let stage = map.one(".em-stage");
    let mut path = circle(center(&stage), 60.0, 201);
    MOUSE.down(&stage, path.next().unwrap());
    let changes = Changes::in_tree(&map.shadow());
    for at in path {
        MOUSE.drag(&stage, at);
    }
    turn().await;
    assert_only_transforms(&changes, 190);
    MOUSE.up(&stage, center(&stage));
}

#[wasm_bindgen_test]
async fn a_long_drag_draws_no_stand() {
    let map = Map::expo().await;
    map.click(".em-tool[title='Приблизить']").await;
    map.click(".em-tool[title='Приблизить']").await;
    map.still().await;
    let stage = map.one(".em-stage");
    let (x, y) = center(&stage);
    MOUSE.down(&stage, (x, y));
    let changes = Changes::in_tree(&map.one(".em-stands"));
    let all = Changes::in_tree(&map.shadow());
    for step in 0..200 {
        MOUSE.drag(
            &stage,
            (x - 10.0 * f64::from(step), y - 2.0 * f64::from(step)),
        );
        if step % 20 == 0 {
            page::frame().await;
            turn().await;
        }
    }
    turn().await;
    assert!(
        all.take().iter().any(|c| c != TRANSFORM),
        "it went beyond what was drawn"
    );
    assert_eq!(changes.take(), Vec::<String>::new());
    MOUSE.up(&stage, (x, y));
}

#[wasm_bindgen_test]
async fn the_wheel_changes_nothing_but_the_transform() {
    let map = Map::expo().await;
    let stage = map.one(".em-stage");
    let (x, y) = center(&stage);
    let changes = Changes::in_tree(&map.shadow());
    for step in 0..100 {
        page::wheel(
            &stage,
            x,
            y,
            if step % 20 < 10 { -15.0 } else { 15.0 },
            false,
        );
    }
    turn().await;
    assert_only_transforms(&changes, 100);
}

#[wasm_bindgen_test]
async fn a_pinch_changes_nothing_but_the_transform() {
    let map = Map::expo().await;
    let stage = map.one(".em-stage");
    let (x, y) = center(&stage);
    let [left, right] = FINGERS;
    left.down(&stage, (x - 100.0, y));
    right.down(&stage, (x + 100.0, y));
    let changes = Changes::in_tree(&map.shadow());
    for step in 1..=40 {
        let apart = 100.0 + f64::from(step);
        left.drag(&stage, (x - apart, y));
        right.drag(&stage, (x + apart, y));
    }
    turn().await;
    assert_only_transforms(&changes, 80);
    left.up(&stage, (x - 140.0, y));
    right.up(&stage, (x + 140.0, y));
    turn().await;
}
