//! JSON paths for warnings, written out only when there is one.

/// Where something is in the file, written out only for a warning.
pub(super) struct Path<'a> {
    entry: &'a str,
    list: &'a str,
    index: usize,
    field: &'a str,
}

impl<'a> Path<'a> {
    /// A field of an entry.
    pub(super) fn of(entry: &'a str, field: &'a str) -> Self {
        Self::item(entry, "", 0, field)
    }

    /// A field of something in a list of an entry.
    pub(super) fn item(entry: &'a str, list: &'a str, index: usize, field: &'a str) -> Self {
        Self {
            entry,
            list,
            index,
            field,
        }
    }

    pub(super) fn text(&self) -> String {
        let owner = match self.list {
            "" => self.entry.to_owned(),
            list => entry(&[self.entry, list].concat(), self.index),
        };
        owner + self.field
    }
}

/// The path of an entry of a list.
pub(super) fn entry(list: &str, index: usize) -> String {
    [list, "[", &index.to_string(), "]"].concat()
}
