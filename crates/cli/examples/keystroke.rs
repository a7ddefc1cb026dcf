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
    let start = Instant::now();
    let index = SearchIndex::new(&plan);
    println!(
        "{:>8} µs  index, {} kB",
        start.elapsed().as_micros(),
        index.bytes() / 1000
    );
    for query in QUERIES {
        let mut times = Vec::new();
        let mut hits = 0;
        for _ in 0..21 {
            let start = Instant::now();
            hits = index.find(&plan, query).map_or(0, |found| found.hits.len());
            if hits == 0 {
                let _ = index.nearest(&plan, query);
            }
            times.push(start.elapsed().as_micros());
        }
        times.sort_unstable();
        let middle = times.get(times.len() / 2).copied().unwrap_or(0);
        println!("{middle:>8} µs  {query}: {hits} hits");
    }
    Ok(())
}
