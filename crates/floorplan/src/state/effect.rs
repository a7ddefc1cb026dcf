//! What is to be done outside.

use std::rc::Rc;

use super::{Failure, Take};
use crate::plan::StandIx;

/// Something that the pure core cannot do itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Get the data; answer with `Loaded` or `LoadFailed`. Ends an earlier one.
    Fetch(Rc<str>),
    /// The page gave other data: whatever is still on its way is not wanted any more.
    Given,
    /// What the page asked for, as [`asks`](super::asks) tells; a file may come instead.
    Answer(String),
    /// Tell the host.
    Emit(HostEvent),
    /// The visitor chose a stand: answer with `Agreed` unless the page has something against it.
    Propose(StandIx),
    /// Move the drawn picture to where the camera is: one transform.
    MovePicture,
    /// Draw the picture for where the camera is.
    DrawPicture,
    /// Answer with `Frame` at the next frame.
    RequestFrame,
    /// Answer with `Settled` when nothing of the kind was asked for this many milliseconds.
    SettleAfter(u32),
    /// Answer with `HintSeen` after this many milliseconds.
    HideHintAfter(u32),
    /// Answer with `Drawn` as soon as the visitor has seen what is drawn.
    DrawRest,
    /// Answer with `Say` when nothing of the kind was asked for this many milliseconds.
    SayAfter(u32),
    /// Answer with `Collated`: the stands by these keys, each ended by a record separator, as the language
    /// sorts.
    Collate(String),
    /// Answer with `Marks` of what is kept of this exhibition's, if there are any, and of the
    /// page's link; with recent searches; and with `Time` now and then.
    Recall,
    /// Keep the marks; answer with `Kept`.
    Keep,
    /// Keep the recent searches: in the browser's storage if [`State::may_store`](super::State::may_store), else
    /// while the page is there. What others kept meanwhile comes as `Marks` instead.
    KeepSearches,
    /// What is taken next is for the page.
    Expect,
    /// Give the visitor something to take along.
    Take(Take),
    /// Put the keyboard focus there, once it is drawn.
    Focus(FocusTarget),
    /// Have the browser do it.
    Errand(Errand),
}

/// Something that the visitor wants of the browser and that changes nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Show the list of keys until the visitor closes it; the focus returns by itself.
    ShowKeys,
    /// Print; what for is drawn when the browser says that it does.
    Print,
    /// Fill the screen with the map, or give it back; answer with `ScreenFilled`.
    FillScreen,
}

/// What can get the keyboard focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// A stand on the map.
    Stand(StandIx),
    /// The search box.
    Search,
    /// The heading of the panel.
    Panel,
    /// What had it before the details were opened, or the stand.
    Back(StandIx),
}

/// What the host is told.
#[derive(Clone, Debug, PartialEq)]
pub enum HostEvent {
    /// Fired when the visitor chooses a stand or closes it.
    Select(Option<StandIx>),
    /// Fired when the data cannot be shown.
    Error(Rc<Failure>),
    /// The host wants the details of a stand, by this id or number, that the data does not have.
    Unknown(Rc<str>),
}
