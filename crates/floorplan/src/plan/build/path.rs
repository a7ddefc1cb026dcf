//! JSON paths for warnings, written out only when there is one.

use crate::format::json::Step;

/// An entry of one of the file's lists, or with no index a part of the file as a whole.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    list: &'static str,
    index: Option<usize>,
}

impl Entry {
    /// The entry at an index of a list.
    pub(super) fn of(list: &'static str, index: usize) -> Self {
        let index = Some(index);
        Self { list, index }
    }

    /// The file's only one of this name.
    pub(super) fn only(list: &'static str) -> Self {
        Self { list, index: None }
    }
}

/// Where something is in the file.
pub(super) struct Path {
    entry: Entry,
    list: &'static str,
    index: Option<usize>,
    field: &'static str,
}

impl Path {
    /// A field of an entry.
    pub(super) fn of(entry: Entry, field: &'static str) -> Self {
        Self {
            entry,
            list: "",
            index: None,
            field,
        }
    }

    /// A field of something in a list of an entry.
    pub(super) fn item(
        entry: Entry,
        list: &'static str,
        index: usize,
        field: &'static str,
    ) -> Self {
        Self {
            entry,
            list,
            index: Some(index),
            field,
        }
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::from(self.entry.list);
        for (index, then) in [(self.entry.index, self.list), (self.index, self.field)] {
            if let Some(index) = index {
                Step::Index(index).append(&mut text);
            }
            text.push_str(then);
        }
        text
    }
}
