//! A part of the view that is drawn again only when what it shows has changed.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// A part that is drawn again only when it shows something else; `drawn` is called whenever it was.
pub(crate) fn memo(shows: impl Draw + PartialEq + 'static, drawn: Callback<()>) -> Html {
    let shows: Rc<dyn Part> = Rc::new(shows);
    html! { <Memo {shows} {drawn} /> }
}

/// What a part of the view shows.
pub(crate) trait Draw {
    /// Draws it.
    fn view(&self) -> Html;
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

/// [`Draw`] and equality of whatever type.
trait Part: Any {
    fn draw(&self) -> Html;

    fn same(&self, other: &dyn Part) -> bool;
}

impl<T: Draw + PartialEq + 'static> Part for T {
    fn draw(&self) -> Html {
        self.view()
    }

    fn same(&self, other: &dyn Part) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref() == Some(self)
    }
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
        ctx.props().shows.draw()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        ctx.props().drawn.emit(());
    }
}
