//! Labels of the reference exhibition at every scale.

use std::cell::Cell;

use floorplan::camera::{Camera, Viewport};
use floorplan::format::Text;
use floorplan::geometry::{Rect, holds_rect};
use floorplan::plan::FloorIx;
use floorplan::scene::{Advance, EstimatedAdvance, FloorScene, Label, place_labels, place_pins};

use super::plan;

fn labels(scale: f64, lang: &str) -> (Vec<Label>, Camera) {
    let plan = plan();
    let scene = FloorScene::new(&plan, FloorIx(0));
    let camera = Camera {
        scale,
        x: 7.0,
        y: -3.0,
    };
    let area = |m2: f64| format!("{m2:.0} m²");
    let within = scene.bounds;
    (
        place_labels(
            &plan,
            &scene,
            camera,
            within,
            lang,
            &EstimatedAdvance,
            &area,
        ),
        camera,
    )
}

#[test]
fn every_label_lies_inside_its_stand() {
    let plan = plan();
    for lang in ["ru", "zh", "en"] {
        for scale in [4.0, 5.2, 8.0, 12.0, 20.0, 30.0, 60.0, 150.0] {
            let (labels, camera) = labels(scale, lang);
            for label in labels {
                let stand = plan.stand(label.stand).unwrap();
                let at = camera.plan_from_screen(label.at);
                let (w, h) = (label.width_px / scale, label.height_px / scale);
                assert!(
                    holds_rect(&stand.outline, Rect::around(at.x, at.y, w, h)),
                    "{lang} {scale} {}",
                    stand.number
                );
                assert!(!label.lines.is_empty());
            }
        }
    }
}

#[test]
fn the_closer_the_more_is_said() {
    for lang in ["ru", "zh", "en"] {
        let lines = |scale| {
            labels(scale, lang)
                .0
                .iter()
                .map(|l| l.lines.len())
                .sum::<usize>()
        };
        let (far, near, close) = (lines(5.2), lines(14.0), lines(40.0));
        assert!(far < near && near < close, "{lang}: {far} {near} {close}");
        assert_eq!(
            labels(24.0, lang).0.len(),
            36,
            "{lang}: every stand is labelled when near"
        );
        let named = labels(24.0, lang)
            .0
            .iter()
            .filter(|l| l.lines.len() > 1)
            .count();
        assert_eq!(named, 36, "{lang}: every stand is named when near");
    }
}

#[test]
fn pins_overlap_neither_each_other_nor_labels() {
    let plan = plan();
    let scene = FloorScene::new(&plan, FloorIx(0));
    for scale in [4.5, 12.0, 40.0] {
        let (labels, camera) = labels(scale, "ru");
        let pins = place_pins(&plan, &scene, camera, &labels, "ru", &EstimatedAdvance);
        assert!(pins.len() >= 8, "{scale}: doorways are always there");
        let small = |x, y| Rect::around(x, y, 20.0, 20.0);
        for (i, a) in pins.iter().enumerate() {
            for b in pins.iter().skip(i + 1) {
                let apart = !small(a.at.x, a.at.y).overlaps(small(b.at.x, b.at.y));
                assert!(apart, "{scale}: {a:?} {b:?}");
            }
        }
    }
}

#[test]
fn the_whole_floor_fits_the_screen() {
    let plan = plan();
    let scene = FloorScene::new(&plan, FloorIx(0));
    for (w, h) in [
        (920.0, 800.0),
        (390.0, 600.0),
        (320.0, 420.0),
        (2200.0, 1400.0),
    ] {
        let camera = Camera::fit(scene.bounds, Viewport::new(w, h), 16.0);
        let seen = camera.visible(Viewport::new(w, h), 0.0);
        assert!(seen.contains(floorplan::geometry::PlanPoint::new(
            scene.bounds.x0,
            scene.bounds.y0
        )));
        assert!(seen.contains(floorplan::geometry::PlanPoint::new(
            scene.bounds.x1,
            scene.bounds.y1
        )));
    }
}

/// Counts what is asked.
#[derive(Default)]
struct Counting(Cell<usize>);

impl Advance for Counting {
    fn em(&self, c: char, bold: bool) -> f64 {
        self.0.set(self.0.get() + 1);
        EstimatedAdvance.em(c, bold)
    }
}

#[test]
fn a_name_as_long_as_a_book_is_not_measured_at_every_blank() {
    let mut plan = plan();
    for stand in &mut plan.stands {
        stand.name = Some(Text::plain(&"Word ".repeat(2_000)));
        stand.short_name = None;
    }
    let scene = FloorScene::new(&plan, FloorIx(0));
    let camera = Camera {
        scale: 40.0,
        x: 0.0,
        y: 0.0,
    };
    let advance = Counting::default();
    let area = |m2: f64| format!("{m2:.0} m²");
    let labels = place_labels(&plan, &scene, camera, scene.bounds, "en", &advance, &area);
    assert_eq!(labels.len(), 36, "the numbers are there");
    let letters = 36 * 10_000;
    assert!(advance.0.get() < 3 * letters, "{}", advance.0.get());
}

#[test]
fn what_has_no_name_has_its_number_once_and_a_long_russian_name_is_shown() {
    let mut plan = plan();
    let [nameless, long] = ["a1", "g1"].map(|id| plan.find_stand(id).unwrap());
    for stand in [nameless, long] {
        plan.stands[stand.at()].participants.clear();
        plan.stands[stand.at()].name = None;
        plan.stands[stand.at()].short_name = None;
    }
    plan.stands[long.at()].name = Some(Text::plain(&"Выставка достижений ".repeat(6)));
    let scene = FloorScene::new(&plan, FloorIx(0));
    let camera = Camera {
        scale: 60.0,
        x: 0.0,
        y: 0.0,
    };
    let area = |m2: f64| format!("{m2:.0} m²");
    let all = place_labels(
        &plan,
        &scene,
        camera,
        scene.bounds,
        "ru",
        &EstimatedAdvance,
        &area,
    );
    let lines = |stand| -> Vec<String> {
        let label = all.iter().find(|label| label.stand == stand).unwrap();
        label.lines.iter().map(|line| line.text.clone()).collect()
    };
    let a1 = lines(nameless);
    assert_eq!(a1.len(), 2, "{a1:?}");
    assert_eq!(a1[0], "A1");
    assert!(a1[1].ends_with("m²"), "{a1:?}");
    assert!(lines(long).len() > 2, "{:?}", lines(long));
}
