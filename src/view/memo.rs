//! A part of the view that is drawn again only when what it shows has changed.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// A part that is drawn again only when it shows something else; `drawn` is called whenever it was.
pub(crate) fn memo(shows: Rc<dyn Part>, drawn: Callback<()>) -> Html {
    html! { <Memo {shows} {drawn} /> }
}

#[derive(Clone, Properties)]
struct MemoProps {
    shows: Rc<dyn Part>,
    drawn: Callback<()>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.shows.same(&*other.shows)
    }
}

/// What a part of the view shows.
pub(crate) trait Part: Any {
    /// Draws it.
    fn view(&self) -> Html;

    /// Whether another shows the same.
    fn same(&self, other: &dyn Part) -> bool;
}

/// [`Part::same`] for a type with equality.
pub(crate) fn same<T: PartialEq + 'static>(one: &T, other: &dyn Part) -> bool {
    let other: &dyn Any = other;
    other.downcast_ref::<T>() == Some(one)
}

/// One component for all parts: each further one would cost the bundle some hundred bytes.
struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = MemoProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().shows.view()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        ctx.props().drawn.emit(());
    }
}
