//! What the core takes for plans of several sizes: reading, the shapes of a floor, the first
//! picture, what lies under a point, a keystroke in the search box, the neighbours.
//!
//! `make bench`, or `cargo bench --manifest-path bench/core/Cargo.toml`.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use expo_map_cli::generate::{Options, generate};
use floorplan::camera::{Camera, Viewport};
use floorplan::geometry::PlanPoint;
use floorplan::plan::{FloorIx, Loaded, load};
use floorplan::scene::{Drawing, EstimatedAdvance, FloorScene, Marks, Walk, place_labels};
use floorplan::search::SearchIndex;

/// Stands and halls.
const PLANS: [(usize, usize); 4] = [(36, 1), (1_000, 1), (10_000, 3), (50_000, 6)];

fn text(stands: usize, halls: usize) -> String {
    generate(Options {
        stands,
        halls,
        seed: 1,
    })
}

fn core(c: &mut Criterion) {
    for (stands, halls) in PLANS {
        let text = text(stands, halls);
        let Loaded { plan, .. } = load(&text).expect("generated plans are valid");
        let scene = FloorScene::new(&plan, FloorIx(0));
        let camera = Camera::fit(scene.bounds, Viewport::new(940.0, 800.0), 22.0);
        let near = Camera {
            scale: camera.scale.max(20.0),
            ..camera
        };
        let mut group = c.benchmark_group("core");
        group.sample_size(20);
        let mut bench = |what: &str, run: &mut dyn FnMut()| {
            group.bench_function(BenchmarkId::new(what, stands), |b| b.iter(&mut *run));
        };
        bench("parse", &mut || {
            black_box(load(black_box(&text)).is_ok());
        });
        bench("scene", &mut || {
            black_box(FloorScene::new(&plan, FloorIx(0)));
        });
        bench("paint whole plan", &mut || {
            let mut marks = Marks::default();
            let drawing = Drawing {
                plan: &plan,
                scene: &scene,
                camera,
                within: scene.bounds,
                bright: &[],
            };
            drawing.ground(&mut marks);
            drawing.stands(&mut marks);
            black_box(marks);
        });
        bench("labels nearby", &mut || {
            let within = near.visible(Viewport::new(940.0, 800.0), 200.0);
            let area = |m2: f64| format!("{m2:.0} m²");
            let labels = place_labels(&plan, &scene, near, within, "en", &EstimatedAdvance, &area);
            black_box(labels);
        });
        let middle = scene.bounds.center();
        bench("hit", &mut || {
            let at = PlanPoint::new(black_box(middle.x), middle.y);
            black_box(scene.hit(&plan, at, 0.5));
        });
        let index = SearchIndex::new(&plan);
        bench("search index", &mut || {
            black_box(SearchIndex::new(&plan));
        });
        bench("search", &mut || {
            black_box(index.find(&plan, black_box("север")).is_some());
        });
        bench("neighbours", &mut || {
            let walk = Walk::new(&plan, &scene);
            let first = walk.first().expect("there are stands");
            black_box(walk.next(first, floorplan::scene::Direction::Right));
        });
        group.finish();
    }
}

criterion_group!(benches, core);
criterion_main!(benches);
