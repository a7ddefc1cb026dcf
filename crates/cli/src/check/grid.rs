//! A grid over a hall: where a person's disc fits, and where it can get to.

use floorplan::geometry::{PlanPoint, Rect};

/// Cells are this small where the hall allows it, metres.
const FINEST_M: f64 = 0.1;
/// Memory and time are bounded by this many cells.
const MOST_CELLS: f64 = 4_000_000.0;

/// What is known of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Free,
    Blocked,
    Reached,
}

/// The grid.
pub struct Grid {
    origin: PlanPoint,
    cell_m: f64,
    columns: usize,
    rows: usize,
    cells: Vec<Cell>,
}

impl Grid {
    /// A grid without obstacles.
    pub fn over(bounds: Rect) -> Self {
        let area = (bounds.width() * bounds.height()).max(0.0);
        let longest = bounds.width().max(bounds.height());
        let cell_m = FINEST_M
            .max((area / MOST_CELLS).sqrt())
            .max(longest / MOST_CELLS);
        let columns = (bounds.width() / cell_m).ceil().max(1.0) as usize;
        let rows = (bounds.height() / cell_m).ceil().max(1.0) as usize;
        Self {
            origin: PlanPoint::new(bounds.x0, bounds.y0),
            cell_m,
            columns,
            rows,
            cells: vec![Cell::Free; columns * rows],
        }
    }

    /// Side of a cell, metres.
    pub fn cell_m(&self) -> f64 {
        self.cell_m
    }

    /// Blocks the cells within `bounds` whose middle satisfies `blocked`.
    pub fn block(&mut self, bounds: Rect, blocked: impl Fn(PlanPoint) -> bool) {
        for index in self.indexes(bounds) {
            let middle = self.middle(index);
            if let Some(cell) = self.cells.get_mut(index)
                && *cell == Cell::Free
                && blocked(middle)
            {
                *cell = Cell::Blocked;
            }
        }
    }

    /// Reaches every free cell connected to those within `bounds` that satisfy `start`. Tells
    /// whether there was any to start from.
    pub fn flood(&mut self, bounds: Rect, start: impl Fn(PlanPoint) -> bool) -> bool {
        let mut queue: Vec<usize> = Vec::new();
        let mut any = false;
        for index in self.indexes(bounds) {
            if start(self.middle(index)) {
                any |= self.cells.get(index).is_some_and(|c| *c != Cell::Blocked);
                self.reach(index, &mut queue);
            }
        }
        while let Some(index) = queue.pop() {
            let column = index % self.columns;
            if column > 0 {
                self.reach(index - 1, &mut queue);
            }
            if column + 1 < self.columns {
                self.reach(index + 1, &mut queue);
            }
            if index >= self.columns {
                self.reach(index - self.columns, &mut queue);
            }
            self.reach(index + self.columns, &mut queue);
        }
        any
    }

    /// Whether any reached cell within `bounds` satisfies `wanted`.
    pub fn any_reached(&self, bounds: Rect, wanted: impl Fn(PlanPoint) -> bool) -> bool {
        self.indexes(bounds).any(|index| {
            self.cells.get(index) == Some(&Cell::Reached) && wanted(self.middle(index))
        })
    }

    fn reach(&mut self, index: usize, queue: &mut Vec<usize>) {
        if let Some(cell) = self.cells.get_mut(index)
            && *cell == Cell::Free
        {
            *cell = Cell::Reached;
            queue.push(index);
        }
    }

    fn middle(&self, index: usize) -> PlanPoint {
        let column = (index % self.columns) as f64;
        let row = (index / self.columns) as f64;
        PlanPoint::new(
            self.origin.x + (column + 0.5) * self.cell_m,
            self.origin.y + (row + 0.5) * self.cell_m,
        )
    }

    /// Cells that the rectangle touches.
    fn indexes(&self, bounds: Rect) -> impl Iterator<Item = usize> + use<> {
        let along = |from: f64, to: f64, origin: f64, count: usize| {
            let first = ((from - origin) / self.cell_m).floor().max(0.0) as usize;
            let last = ((to - origin) / self.cell_m).ceil().max(0.0) as usize;
            first.min(count)..last.min(count)
        };
        let columns = along(bounds.x0, bounds.x1, self.origin.x, self.columns);
        let rows = along(bounds.y0, bounds.y1, self.origin.y, self.rows);
        let width = self.columns;
        rows.flat_map(move |row| columns.clone().map(move |column| row * width + column))
    }
}
