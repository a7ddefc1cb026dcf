//! Icons: one grid of 16 units, one stroke.

use floorplan::format::{EntranceKind, ServiceKind};
use yew::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Search,
    Close,
    Back,
    Plus,
    Minus,
    Fit,
    Info,
    External,
    Retry,
    Calendar,
    FillScreen,
    Service(ServiceKind),
    Arrow,
    Running,
    Star,
    Check,
    Down,
    None,
}

impl Icon {
    pub(crate) fn of_entrance(kind: EntranceKind) -> Self {
        match kind {
            EntranceKind::Emergency => Self::Running,
            _ => Self::Arrow,
        }
    }

    /// Its lines, on a grid of 16 units.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Search => "M7 12A5 5 0 1 0 7 2A5 5 0 0 0 7 12ZM10.6 10.6L14 14",
            Self::Close => "M4 4L12 12M12 4L4 12",
            Self::Back => "M10 3L5 8L10 13",
            Self::Plus => "M8 3V13M3 8H13",
            Self::Minus => "M3 8H13",
            Self::Fit => "M2.5 6V2.5H6M10 2.5H13.5V6M13.5 10V13.5H10M6 13.5H2.5V10",
            Self::Info => "M8 7.4V11.3M8 4.8V5M8 14A6 6 0 1 0 8 2A6 6 0 0 0 8 14Z",
            Self::External => "M6 3H3V13H13V10M9 3H13V7M13 3L7.5 8.5",
            Self::Retry => "M13 8A5 5 0 1 1 11.3 4.3M11.5 1.5V4.5H8.5",
            Self::Calendar => "M2.5 3.5H13.5V13.5H2.5ZM2.5 6.5H13.5M5.5 2V4.5M10.5 2V4.5",
            Self::FillScreen => "M9.5 6.5L13.5 2.5M10 2.5H13.5V6M6.5 9.5L2.5 13.5M2.5 10V13.5H6",
            Self::Arrow => "M8 13V3.5M4 7.5L8 3.5L12 7.5",
            Self::Running => {
                "M9.6 3.2L9.7 3.1M5 7L7.5 5.2L10 7L11 9H13M7.8 6L7 9.5L9.5 11V14M7 9.5L5.5 12H3"
            }
            Self::Star => {
                "M8 2L9.8 6.1L14.2 6.5L10.9 9.4L11.9 13.8L8 11.5L4.1 13.8L5.1 9.4L1.8 6.5L6.2 6.1Z"
            }
            Self::Check => "M3.5 8.5L6.5 11.5L12.5 5",
            Self::Down => "M8 2.5V10M4.5 7L8 10.5L11.5 7M3 13.5H13",
            Self::None => "",
            Self::Service(kind) => match kind {
                ServiceKind::Information => "M8 7.2V12.4M8 4V4.2",
                ServiceKind::Cloakroom => "M6.4 5A1.6 1.6 0 1 1 8 6.5V7.6L2.6 11.4H13.4L8 7.6",
                ServiceKind::Toilets => {
                    "M4.6 3.3V3.4M4.6 5.8V12.6M2.8 6H6.4M11.4 3.3V3.4M11.4 5.6L9.4 9.6H13.4L11.4 5.6M11.4 9.6V12.6"
                }
                ServiceKind::Cafe => {
                    "M3 6H11V9.5A3 3 0 0 1 8 12.5H6A3 3 0 0 1 3 9.5ZM11 7H13.5V9.5H11M5.5 2.5V4M8.5 2.5V4"
                }
                ServiceKind::FirstAid => "M8 3.5V12.5M3.5 8H12.5",
                ServiceKind::Stage => {
                    "M8 9.5A2 2 0 0 0 10 7.5V4.5A2 2 0 0 0 6 4.5V7.5A2 2 0 0 0 8 9.5ZM4 7.5A4 4 0 0 0 12 7.5M8 11.5V13.5"
                }
                ServiceKind::MeetingRoom => "M3 4H13V10H3ZM6 13L8 10L10 13",
                ServiceKind::Other => "M8 7.9V8.1",
            },
        }
    }
}

/// An icon beside words or in a labelled button: says nothing by itself.
pub(crate) fn icon(icon: Icon) -> Html {
    if icon == Icon::None {
        return html! {};
    }
    html! {
        <svg class="em-icon" viewBox="0 0 16 16" aria-hidden="true"><path d={icon.path()} /></svg>
    }
}
