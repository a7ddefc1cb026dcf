//! The plan as an SVG that needs nothing else.
//!
//! It has two drawings: one for a screen or a page, and one for a phone, where the first would be
//! too small to be read. Which is shown is for its style sheet to say; without one, the first.

use floorplan::scene::Ink;

use super::inks::{Inks, parted};
use super::markup::Markup;
use super::pen::{Dress, px, style_sheet};
use super::sheet::{Heading, Layout, Stands, sheet};
use super::view::View;

/// Widths of the two drawings, pixels.
const WIDE_PX: f64 = 1_040.0;
pub(super) const NARROW_PX: f64 = 390.0;
/// Up to this width of what it is shown in, the narrow one is.
const NARROW_UP_TO_PX: f64 = 640.0;

/// The fonts, as in `src/style.css`.
pub(super) const FONTS: &str = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

/// A drawing that is shown in the place of another, which is laid out already.
pub(super) struct Beside {
    pub(super) class: &'static str,
    /// The size of the other, pixels.
    pub(super) width_px: f64,
    pub(super) height_px: f64,
}

impl Beside {
    /// Draws it, hidden, as wide as the other; how high both are.
    pub(super) fn draw(
        &self,
        view: &View<'_>,
        inks: &Inks,
        layout: Layout,
        out: &mut Markup,
    ) -> f64 {
        let layout = layout.enlarged_for(view);
        let times = self.width_px / layout.width_px;
        let scale = format!("scale({})", px(times as f32));
        let attributes = [
            ("class", self.class),
            ("display", "none"),
            ("transform", &scale),
        ];
        out.open("g", &attributes);
        out.line();
        // In a page, the picture has the shape of the wide one, and more is not seen.
        let height = sheet(view, inks, layout, self.height_px / times, out);
        out.close();
        out.line();
        self.height_px.max(height.of_floors_px * times)
    }
}

/// The document.
pub(super) fn document(view: &View<'_>) -> String {
    let inks = Inks::new(view.plan);
    let mut body = Markup::default();
    body.open("g", &[("class", "wide")]);
    body.line();
    let usual = Layout {
        width_px: WIDE_PX,
        margin_px: 36.0,
        enlarged: 1.0,
        dress: Dress::File,
        heading: Heading::Above,
        stands: Stands::Named,
    };
    let wide = usual.enlarged_for(view);
    let height = sheet(view, &inks, wide, f64::INFINITY, &mut body);
    body.close();
    body.line();
    let narrow = Layout {
        width_px: NARROW_PX,
        margin_px: 16.0,
        // The name comes below: a phone has room there, a picture in a page may have not.
        heading: Heading::Below,
        stands: Stands::Plain,
        ..usual
    };
    let place = Beside {
        class: "narrow",
        width_px: wide.width_px,
        height_px: height.px,
    };
    let height_px = place.draw(view, &inks, narrow, &mut body);
    let body = body.finish();

    let mut out = Markup::default();
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (width, height) = (px(wide.width_px as f32), px(height_px as f32));
    let lang = view.lang.locale();
    out.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", &format!("0 0 {width} {height}")),
            // A phone's window is higher than the picture, whose legend then fills it.
            ("preserveAspectRatio", "xMidYMin meet"),
            ("role", "img"),
            ("aria-labelledby", "expo-map-title"),
            ("aria-describedby", "expo-map-desc"),
            ("lang", lang),
            ("xml:lang", lang),
            ("font-family", FONTS),
        ],
    );
    out.line();
    out.leaf("title", &[("id", "expo-map-title")], &view.title());
    out.line();
    out.leaf("desc", &[("id", "expo-map-desc")], &view.described());
    out.line();
    let outside = format!("\"f{}\"", Ink::OUTSIDE.number());
    out.open("style", &[]);
    out.raw(&style_sheet(&inks, &[&*body, &outside].concat()));
    out.raw(&format!(
        "@media (max-width:{NARROW_UP_TO_PX}px){{.wide{{display:none}}.narrow{{display:inline}}}}\n"
    ));
    if view.scenes.len() > 1 {
        // One scrolls from floor to floor.
        out.raw(":root{height:auto;min-height:100%}\n");
    }
    out.close();
    out.line();
    if let Some(tone) = inks.get(Ink::OUTSIDE.number()) {
        let class = outside.trim_matches('"');
        let (colour, _) = parted(&tone.light);
        // Beyond the picture, too: its window may be of another shape.
        let all = [
            ("x", "-200%"),
            ("y", "-200%"),
            ("width", "500%"),
            ("height", "500%"),
            ("fill", colour),
            ("class", class),
        ];
        out.empty("rect", &all);
        out.line();
    }
    out.raw(&body);
    out.finish() + "\n"
}
