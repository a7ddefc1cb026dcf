//! Which of many rectangles touch a region.

use super::Rect;

/// About so many rectangles share a cell.
const PER_CELL: f64 = 2.0;
/// A rectangle over more cells than this is looked at whatever is asked: entered everywhere, many
/// such would take memory by their square.
const MOST_CELLS: usize = 16;

/// Rectangles sorted into the cells of a grid. What a question costs depends on what it finds, not on
/// how many rectangles there are, as long as they are of similar size, as stands are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RectIndex {
    rects: Vec<Rect>,
    bounds: Rect,
    columns: usize,
    rows: usize,
    /// Where the places of each cell begin in `places`; one more than there are cells.
    starts: Vec<u32>,
    places: Vec<u32>,
    /// The places of the largest.
    large: Vec<u32>,
}

/// A block of cells.
#[derive(Clone, Copy)]
struct Cells {
    column: (usize, usize),
    row: (usize, usize),
}

impl Cells {
    fn count(self) -> usize {
        (self.column.1 - self.column.0 + 1) * (self.row.1 - self.row.0 + 1)
    }
}

impl RectIndex {
    /// Sorts the rectangles in.
    pub fn new(rects: Vec<Rect>) -> Self {
        let bounds = rects
            .iter()
            .copied()
            .reduce(Rect::union)
            .unwrap_or_default();
        let cells = (rects.len() as f64 / PER_CELL).max(1.0);
        let side = (bounds.width() * bounds.height() / cells).sqrt().max(1e-6);
        // About as many cells as rectangles, however long and thin the whole is.
        let count = |length: f64| ((length / side).ceil()).clamp(1.0, cells) as usize;
        let mut index = Self {
            columns: count(bounds.width()),
            rows: count(bounds.height()),
            starts: Vec::new(),
            places: Vec::new(),
            large: Vec::new(),
            bounds,
            rects,
        };
        index.fill();
        index
    }

    /// Around all rectangles.
    pub fn bounds(&self) -> Rect {
        self.bounds
    }

    fn fill(&mut self) {
        // Counted first, so that all places lie in one list.
        let mut starts = vec![0_u32; self.columns * self.rows + 1];
        self.each_entry(&mut |cell, _| {
            if let Some(count) = starts.get_mut(cell + 1) {
                *count += 1;
            }
        });
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut places = vec![0_u32; sum as usize];
        let mut next = starts.clone();
        self.each_entry(&mut |cell, place| {
            if let Some(slot) = next.get_mut(cell) {
                if let Some(to) = places.get_mut(*slot as usize) {
                    *to = place;
                }
                *slot += 1;
            }
        });
        (self.starts, self.places) = (starts, places);
        for (place, rect) in self.rects.iter().enumerate() {
            if self.cells(*rect).count() > MOST_CELLS {
                self.large.push(place as u32);
            }
        }
    }

    /// Hands on every cell with the place of each rectangle in it, but for the largest.
    fn each_entry(&self, take: &mut dyn FnMut(usize, u32)) {
        for (place, rect) in self.rects.iter().enumerate() {
            let cells = self.cells(*rect);
            if cells.count() <= MOST_CELLS {
                self.each_cell(cells, &mut |cell| take(cell, place as u32));
            }
        }
    }

    /// Hands on the place of every rectangle that touches `region`, each once, in no order.
    pub fn each(&self, region: Rect, take: &mut dyn FnMut(usize)) {
        for place in &self.large {
            let place = *place as usize;
            if self
                .rects
                .get(place)
                .is_some_and(|rect| rect.touches(region))
            {
                take(place);
            }
        }
        let asked = self.cells(region);
        self.each_cell(asked, &mut |cell| {
            let (column, row) = (cell % self.columns, cell / self.columns);
            let (from, to) = (self.start(cell), self.start(cell + 1));
            for place in self.places.get(from..to).unwrap_or_default() {
                let place = *place as usize;
                let Some(rect) = self.rects.get(place) else {
                    continue;
                };
                // One that lies in several cells is told in the first of those asked for.
                let own = self.cells(*rect);
                let is_first =
                    column == own.column.0.max(asked.column.0) && row == own.row.0.max(asked.row.0);
                if is_first && rect.touches(region) {
                    take(place);
                }
            }
        });
    }

    fn start(&self, cell: usize) -> usize {
        self.starts.get(cell).copied().unwrap_or(0) as usize
    }

    fn cells(&self, rect: Rect) -> Cells {
        let along = |from: f64, to: f64, origin: f64, length: f64, count: usize| {
            let scale = count as f64 / length.max(1e-9);
            let cell = |at: f64| ((at - origin) * scale).clamp(0.0, (count - 1) as f64) as usize;
            (cell(from), cell(to))
        };
        let b = self.bounds;
        Cells {
            column: along(rect.x0, rect.x1, b.x0, b.width(), self.columns),
            row: along(rect.y0, rect.y1, b.y0, b.height(), self.rows),
        }
    }

    fn each_cell(&self, cells: Cells, take: &mut dyn FnMut(usize)) {
        for row in cells.row.0..=cells.row.1 {
            for column in cells.column.0..=cells.column.1 {
                take(row * self.columns + column);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(index: &RectIndex, region: Rect) -> Vec<usize> {
        let mut found = Vec::new();
        index.each(region, &mut |place| found.push(place));
        found.sort_unstable();
        found
    }

    #[test]
    fn nothing_is_found_among_nothing() {
        let none = found(&RectIndex::new(vec![]), Rect::new(0.0, 0.0, 1.0, 1.0));
        assert!(none.is_empty());
    }

    fn rect() -> impl Strategy<Value = Rect> {
        (-50.0..50.0f64, -20.0..20.0f64, 0.0..30.0f64, 0.0..9.0f64)
            .prop_map(|(x, y, w, h)| Rect::new(x, y, x + w, y + h))
    }

    #[test]
    fn many_large_rectangles_take_no_more_memory_than_small_ones() {
        let rects = vec![Rect::new(0.0, 0.0, 100.0, 100.0); 20_000];
        let index = RectIndex::new(rects);
        assert!(index.places.len() + index.large.len() <= 20_000 * MOST_CELLS);
        assert_eq!(found(&index, Rect::new(5.0, 5.0, 6.0, 6.0)).len(), 20_000);
    }

    proptest! {
        #[test]
        fn finds_what_a_scan_finds_each_once(rects in prop::collection::vec(rect(), 0..60), region in rect()) {
            let scanned: Vec<usize> = (0..rects.len()).filter(|i| rects[*i].touches(region)).collect();
            prop_assert_eq!(found(&RectIndex::new(rects), region), scanned);
        }
    }
}
