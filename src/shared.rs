//! Large data in component properties.

use std::ops::Deref;
use std::rc::Rc;

/// An `Rc` that is equal only to itself, so that comparing properties never walks the data.
#[derive(Debug)]
pub struct Shared<T: ?Sized>(pub Rc<T>);

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> From<&Rc<T>> for Shared<T> {
    fn from(rc: &Rc<T>) -> Self {
        Self(Rc::clone(rc))
    }
}
