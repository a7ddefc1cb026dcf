//! What a keystroke in the search box takes: `cargo run --release -p expo-map-cli --example
//! keystroke [STANDS]`.

use std::time::Instant;

use expo_map_cli::generate::{Options, generate};
use expo_map_cli::index::index;
use floorplan::plan::load;
use floorplan::search::SearchIndex;

/// What is typed, each up to a letter that costs something else: a common word, a number, nothing
/// like it, another layout, a typing error, words that are nowhere together.
const QUERIES: [&str; 14] = [
    "с",
    "се",
    "север",
    "север сталь",
    "A1-01",
    "h1",
    "hjcnt[",
    "ctdth",
    "свеер",
    "логситика янтрь",
    "beifang",
    "北方",
    "qqqqqqqqqq",
    "север qqqqqqqq сталь",
];

fn main() -> Result<(), String> {
    let stands = std::env::args().nth(1).and_then(|n| n.parse().ok());
    let text = index(&generate(Options {
        stands: stands.unwrap_or(10_000),
        halls: 3,
        seed: 1,
    }))?;
    let plan = load(&text).map_err(|error| error.to_string())?.plan;
    let index = SearchIndex::new(&plan);
    let took = median(&mut || drop(SearchIndex::new(&plan)));
    println!("{took:>8} µs  index, {} kB", index.bytes() / 1000);
    for query in QUERIES {
        let mut hits = 0;
        let took = median(&mut || {
            hits = index.find(&plan, query).map_or(0, |found| found.hits.len());
            if hits == 0 {
                let _ = index.nearest(&plan, query);
            }
        });
        println!("{took:>8} µs  {query}: {hits} hits");
    }
    Ok(())
}

/// What it takes in the middle of several times, microseconds.
fn median(run: &mut dyn FnMut()) -> u128 {
    let mut times = Vec::new();
    for _ in 0..21 {
        let start = Instant::now();
        run();
        times.push(start.elapsed().as_micros());
    }
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or(0)
}
