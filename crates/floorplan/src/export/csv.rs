//! Rows of comma-separated values (RFC 4180), safe to open in a spreadsheet.

/// Writes rows.
pub(super) struct Rows {
    text: String,
    is_first: bool,
}

impl Rows {
    pub(super) fn new() -> Self {
        Self {
            // Without this mark spreadsheets take UTF-8 for something else.
            text: String::from('\u{feff}'),
            is_first: true,
        }
    }

    /// A cell, always in quotes. A spreadsheet would calculate what begins like a formula, which
    /// could send data away: an apostrophe makes it a text (OWASP, CSV injection).
    pub(super) fn cell(&mut self, cell: &str) {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        if cell.is_empty() {
            return;
        }
        self.text.push('"');
        let first = cell.chars().find(|c| *c > ' ');
        if let Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') = first {
            self.text.push('\'');
        }
        for c in cell.chars() {
            match c {
                '"' => self.text.push_str("\"\""),
                '\n' => self.text.push(c),
                c if c.is_control() => {}
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    /// What needs no quotes.
    pub(super) fn written(&mut self, row: &str) {
        self.text.push_str(row);
    }

    pub(super) fn end(&mut self) {
        self.text.push_str("\r\n");
        self.is_first = true;
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(cells: &[&str]) -> String {
        let mut rows = Rows::new();
        for cell in cells {
            rows.cell(cell);
        }
        rows.end();
        rows.finish()
    }

    #[test]
    fn quotes_and_disarms() {
        assert_eq!(
            row(&["a", "b, \"c\"", ""]),
            "\u{feff}\"a\",\"b, \"\"c\"\"\",\r\n"
        );
        for cell in [
            "=1+1", "+7 495", "-1", "@SUM(A1)", " =1", "＝1", "\t=1", "\r=1",
        ] {
            let written = row(&[cell]);
            assert!(
                written
                    .trim_start_matches(['\u{feff}', '"'])
                    .starts_with('\''),
                "{cell}"
            );
        }
    }

    proptest! {
        #[test]
        fn another_program_reads_the_same(cells in prop::collection::vec("[\\PC\n]{0,20}", 2..6)) {
            let list: Vec<&str> = cells.iter().map(String::as_str).collect();
            let text = row(&list);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&text.as_bytes()[3..]);
            let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(rows.len(), 1);
            prop_assert_eq!(rows[0].len(), cells.len());
            for (read, cell) in rows[0].iter().zip(&cells) {
                prop_assert_eq!(read.strip_prefix('\'').unwrap_or(read), cell.strip_prefix('\'').unwrap_or(cell));
            }
        }
    }
}
