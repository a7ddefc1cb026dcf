//! The plan as marks.

use floorplan::camera::{Camera, Viewport};
use floorplan::geometry::Rect;
use floorplan::plan::{FloorIx, Plan};
use floorplan::scene::{Drawing, FloorScene, Marks};

/// Inks, see `Ink`.
const SHADE: f32 = 6.0;
const GROUND: f32 = 2.0;
const FILLS: std::ops::RangeInclusive<f32> = 16.0..=24.0;
const EDGES: std::ops::RangeInclusive<f32> = 25.0..=33.0;

/// Each rectangle, shape and line of a list, by its ink.
fn inks(marks: &Marks) -> Vec<f32> {
    let numbers = marks.numbers();
    let mut inks = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        let (kind, ink) = (numbers[at], numbers[at + 1]);
        at += 2;
        let count = match kind {
            0.0 => {
                let count = numbers[at] as usize;
                at += 1 + 4 * count;
                count
            }
            1.0 => {
                at += 1 + 2 * numbers[at] as usize;
                1
            }
            2.0 => {
                at += 3 + 2 * numbers[at + 2] as usize;
                1
            }
            other => panic!("no text is drawn here, but there is {other}"),
        };
        inks.extend(std::iter::repeat_n(ink, count));
    }
    inks
}

fn drawn(plan: &Plan, scale: f64, within: Option<Rect>, bright: &[bool]) -> Vec<f32> {
    let scene = FloorScene::new(plan, FloorIx(0));
    let camera = Camera {
        scale,
        ..Camera::fit(scene.bounds, Viewport::new(920.0, 800.0), 22.0)
    };
    let drawing = Drawing {
        plan,
        scene: &scene,
        camera,
        within: within.unwrap_or(scene.bounds),
        bright,
    };
    let mut marks = Marks::default();
    drawing.stands(&mut marks);
    inks(&marks)
}

#[test]
fn every_stand_is_filled_once_and_has_an_edge_and_a_shade() {
    let exhibition = super::exhibition();
    let inks = drawn(exhibition.plan(), 12.0, None, &[]);
    let count = |of: &dyn Fn(f32) -> bool| inks.iter().filter(|ink| of(**ink)).count();
    assert_eq!(count(&|ink| FILLS.contains(&ink)), 36);
    assert_eq!(count(&|ink| ink == SHADE), 36);
    assert!(count(&|ink| EDGES.contains(&ink)) >= 36);
}

#[test]
fn from_afar_there_is_nothing_but_fill() {
    let exhibition = super::exhibition();
    let inks = drawn(exhibition.plan(), 0.3, None, &[]);
    assert_eq!(inks.len(), 36);
    assert!(inks.iter().all(|ink| FILLS.contains(ink)), "{inks:?}");
}

#[test]
fn the_faded_have_the_colour_of_the_ground() {
    let exhibition = super::exhibition();
    let bright: Vec<bool> = (0..36).map(|i| i % 4 == 0).collect();
    let inks = drawn(exhibition.plan(), 12.0, None, &bright);
    let count = |wanted: &dyn Fn(f32) -> bool| inks.iter().filter(|ink| wanted(**ink)).count();
    assert_eq!(count(&|ink| FILLS.contains(&ink)), 9);
    assert_eq!(count(&|ink| ink == GROUND), 27);
}

#[test]
fn what_is_out_of_sight_is_left_out() {
    let exhibition = super::exhibition();
    let first = exhibition.plan().stands[0].bounds;
    let inks = drawn(exhibition.plan(), 12.0, Some(first.inflated(-1.0)), &[]);
    let fills = inks.iter().filter(|ink| FILLS.contains(ink)).count();
    assert_eq!(fills, 1);
}
