//! Collections for few entries, found by comparing.
#![allow(missing_docs, missing_debug_implementations)]

use std::borrow::Borrow;

/// A map in the order of insertion.
#[derive(Clone, Debug, PartialEq)]
pub struct Map<K, V>(Vec<(K, V)>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K, V> Map<K, V> {
    pub fn with_capacity(_: usize) -> Self {
        Self::default()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    pub fn get<Q: ?Sized + PartialEq>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let found = self.0.iter().find(|(other, _)| other.borrow() == key);
        found.map(|(_, value)| value)
    }

    pub fn contains_key<Q: ?Sized + PartialEq>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }
}

impl<K: PartialEq, V> Map<K, V> {
    pub fn insert(&mut self, key: K, value: V) {
        match self.0.iter_mut().find(|(other, _)| *other == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key, value)),
        }
    }

    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let at = self.0.iter().position(|(other, _)| *other == key);
        let at = at.unwrap_or_else(|| {
            self.0.push((key, V::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

impl<K: PartialEq, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// A sorted map whose keys mostly come in ascending order.
#[derive(Debug)]
pub struct Sorted<V>(Vec<(usize, V)>);

impl<V> Default for Sorted<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Sorted<V> {
    fn find(&self, key: usize) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(&key))
    }

    pub fn insert(&mut self, key: usize, value: V) {
        match self.find(key) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    pub fn get(&self, key: usize) -> Option<&V> {
        let at = self.find(key).ok()?;
        Some(&self.0[at].1)
    }

    pub fn get_mut(&mut self, key: usize) -> Option<&mut V> {
        let at = self.find(key).ok()?;
        Some(&mut self.0[at].1)
    }

    pub fn remove(&mut self, key: usize) -> Option<V> {
        let at = self.find(key).ok()?;
        Some(self.0.remove(at).1)
    }

    pub fn pop_first(&mut self) -> Option<V> {
        if self.0.is_empty() {
            return None;
        }
        Some(self.0.remove(0).1)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn into_values(self) -> impl DoubleEndedIterator<Item = V> {
        self.0.into_iter().map(|(_, value)| value)
    }
}

/// What is taken out one by one, mostly in the order in which it came.
pub struct Spare<T> {
    entries: Vec<Option<T>>,
    next: usize,
}

impl<T> Spare<T> {
    pub fn new(entries: impl Iterator<Item = T>) -> Self {
        Self {
            entries: entries.map(Some).collect(),
            next: 0,
        }
    }

    /// The first that fits, with its place, looked for from behind the one that was taken last.
    pub fn take(&mut self, fits: impl Fn(&T) -> bool) -> Option<(usize, T)> {
        let count = self.entries.len();
        for step in 0..count {
            let at = (self.next + step) % count;
            if self.entries[at].as_ref().is_some_and(&fits) {
                self.next = at + 1;
                return self.entries[at].take().map(|entry| (at, entry));
            }
        }
        None
    }

    pub fn rest(self) -> impl Iterator<Item = T> {
        self.entries.into_iter().flatten()
    }
}
