//! How the parts are arranged, by the size of the container and not of the window.

use crate::camera::Insets;

/// From this width the panel stands beside the map.
const WIDE_PX: f64 = 900.0;
/// Below this width the panel is a sheet at the bottom.
const NARROW_PX: f64 = 480.0;
/// Below this height a panel over the map starts folded away.
const SHORT_PX: f64 = 440.0;
/// Width of the panel where it covers the map: must agree with the style sheet.
const OVERLAY_PANEL_PX: f64 = 340.0;
/// Height of the bottom sheet at rest: must agree with the style sheet.
pub const SHEET_PEEK_PX: f64 = 72.0;
/// Its middle height at least, and what it leaves of the map at least.
const SHEET_HALF_PX: f64 = 230.0;
const ABOVE_SHEET_PX: f64 = 60.0;
/// Height of the search box and legend over a narrow map.
const NARROW_TOP_PX: f64 = 108.0;
/// Height of a row of the legend over a wider map, and the width from which one row is enough.
const LEGEND_PX: f64 = 52.0;
const LEGEND_TWO_ROWS_PX: f64 = 92.0;
const ONE_ROW_FROM_PX: f64 = 1_750.0;
/// From this width of the container two rows of the legend are enough.
const TWO_ROWS_FROM_PX: f64 = 1_260.0;
/// Height of the buttons over a narrow map, with their space.
const CONTROLS_PX: f64 = 200.0;
/// Their width, with their space.
const CONTROLS_WIDTH_PX: f64 = 54.0;
/// Height of the line under the plan, scale bar and notice, and of a name below an entrance.
const FOOT_PX: f64 = 54.0;

/// The arrangement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Panel beside the map.
    #[default]
    Wide,
    /// Panel over the map.
    Medium,
    /// Sheet at the bottom.
    Narrow,
}

/// The height of the bottom sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// Only its head.
    #[default]
    Peek,
    /// About half of the map.
    Half,
    /// All of it.
    Full,
}

impl Sheet {
    /// By place among the heights, from the lowest.
    #[must_use]
    pub fn at(place: i32) -> Self {
        match place {
            1 => Self::Half,
            2 => Self::Full,
            _ => Self::Peek,
        }
    }

    /// The next height for a tap on the handle.
    #[must_use]
    pub fn next(self) -> Self {
        Self::at(self as i32 + 1)
    }

    /// The height of the sheet: must agree with the style sheet.
    fn height_px(self, container_height: f64) -> f64 {
        match self {
            Self::Peek => SHEET_PEEK_PX,
            Self::Half => (container_height * 0.52)
                .max(SHEET_HALF_PX)
                .min(container_height - ABOVE_SHEET_PX),
            Self::Full => container_height - ABOVE_SHEET_PX,
        }
    }
}

impl Layout {
    /// The arrangement for a container.
    pub fn of(width: f64) -> Self {
        if width >= WIDE_PX {
            Self::Wide
        } else if width >= NARROW_PX {
            Self::Medium
        } else {
            Self::Narrow
        }
    }

    /// Whether the legend goes on in a second row, where two are enough; it is one row that can be
    /// scrolled otherwise.
    pub fn wraps_legend(self, width: f64) -> bool {
        self == Self::Wide && width >= TWO_ROWS_FROM_PX
    }

    /// Whether the panel starts folded away.
    pub fn starts_folded(self, height: f64) -> bool {
        self == Self::Medium || (self == Self::Narrow && height < SHORT_PX)
    }

    /// What covers the map.
    pub fn insets(self, size: (f64, f64), panel_open: bool, sheet: Sheet) -> Insets {
        let (width, height) = size;
        match self {
            Self::Wide => Insets {
                top: if self.wraps_legend(width) && width < ONE_ROW_FROM_PX {
                    LEGEND_TWO_ROWS_PX
                } else {
                    LEGEND_PX
                },
                bottom: FOOT_PX,
                ..Insets::default()
            },
            Self::Medium => Insets {
                left: if panel_open { OVERLAY_PANEL_PX } else { 0.0 },
                top: LEGEND_PX,
                bottom: FOOT_PX,
                ..Insets::default()
            },
            Self::Narrow => {
                // A full sheet leaves no map to aim at: aim as for the half one.
                let sheet = if sheet == Sheet::Full {
                    Sheet::Half
                } else {
                    sheet
                };
                let top = if height < SHORT_PX {
                    56.0
                } else {
                    NARROW_TOP_PX
                };
                let bottom = sheet.height_px(height) + 4.0;
                // Where there is height to spare, the plan stays above the buttons.
                let above = bottom + CONTROLS_PX;
                let has_room = sheet == Sheet::Peek && height - top - above >= width * 0.7;
                Insets {
                    top,
                    bottom: if has_room { above } else { bottom },
                    right: if has_room || height < SHORT_PX {
                        0.0
                    } else {
                        CONTROLS_WIDTH_PX
                    },
                    ..Insets::default()
                }
            }
        }
    }
}
