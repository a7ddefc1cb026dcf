//! The exhibition as a piece of a page: it shows without scripts, without a style sheet and in a
//! text browser, until the widget takes its place.
//!
//! It is written as XML that HTML reads the same way, so that it can stand in either. Nothing in it
//! is forbidden by a strict policy: no style, no handler, and the one script is data.

use floorplan::messages::Msg;

use super::inks::Inks;
use super::markup::Markup;
use super::moment::Zone;
use super::pen::{Dress, px};
use super::sheet::{Heading, Layout, Stands, sheet};
use super::svg::{Beside, FONTS, NARROW_PX};
use super::view::View;
use super::{about, ids, linked_data, programme, stands};

/// The width that the plan is drawn for: a page's text on a usual screen.
const WIDTH_PX: f64 = 960.0;

/// The piece of the page.
pub(super) fn fragment(view: &View<'_>, zone: &Zone) -> String {
    let plan = view.plan;
    let inks = Inks::new(plan);
    let mut out = Markup::default();
    let place = |kind| ids::place(plan, kind, "");
    let title = place("title");
    out.open(
        "article",
        &[
            ("class", "expo-map-static"),
            ("lang", view.lang.locale()),
            ("aria-labelledby", &title),
        ],
    );
    out.line();
    let name = view.name(&plan.event.name);
    out.open("h2", &[("id", &title)]);
    words(&mut out, &name.text, name.lang);
    out.close();
    out.line();
    about::when_and_where(view, &mut out);
    about::notice(view, &mut out);
    out.open("nav", &[("aria-labelledby", &title)]);
    out.open("ul", &[]);
    for (kind, msg) in [
        ("stands", Msg::Stands),
        ("programme", Msg::Programme),
        ("about", Msg::AboutEvent),
    ] {
        if kind != "programme" || !plan.sessions.is_empty() {
            out.open("li", &[]);
            out.leaf("a", &[("href", &ids::link(plan, kind, ""))], view.say(msg));
            out.close();
        }
    }
    out.close();
    out.close();
    out.line();
    picture(view, &inks, &mut out);
    stands::list(view, &inks, &mut out);
    programme::list(view, zone, &mut out);
    about::section(view, &mut out);
    out.open("script", &[("type", "application/ld+json")]);
    out.raw(&linked_data::text(view, zone, false));
    out.close();
    out.line();
    out.finish() + "\n"
}

fn picture(view: &View<'_>, inks: &Inks, out: &mut Markup) {
    let mut body = Markup::default();
    let usual = Layout {
        width_px: WIDTH_PX,
        margin_px: 30.0,
        enlarged: 1.0,
        dress: Dress::Page,
        heading: Heading::None,
        stands: Stands::Links,
    };
    let layout = usual.enlarged_for(view);
    body.open("g", &[("class", "expo-map-wide")]);
    body.line();
    let height_px = sheet(view, inks, layout, f64::INFINITY, &mut body).px;
    body.close();
    body.line();
    // For phones, where the first would be too small to be read: the page's styles may show it there.
    let narrow = Layout {
        width_px: NARROW_PX,
        margin_px: 10.0,
        ..usual
    };
    let place = Beside {
        class: "expo-map-narrow",
        width_px: layout.width_px,
        height_px,
    };
    let height_px = place.draw(view, inks, narrow, &mut body);
    let (title, about) = (
        ids::place(view.plan, "plan", ""),
        ids::place(view.plan, "plan-about", ""),
    );
    out.open(
        "svg",
        &[
            ("class", "expo-map-plan"),
            (
                "viewBox",
                &format!(
                    "0 0 {} {}",
                    px(layout.width_px as f32),
                    px(height_px as f32)
                ),
            ),
            ("width", "100%"),
            // Links are in it, so it is not one image.
            ("role", "group"),
            ("aria-labelledby", &title),
            ("aria-describedby", &about),
            ("font-family", FONTS),
        ],
    );
    out.line();
    out.leaf("title", &[("id", &title)], &view.title());
    out.leaf("desc", &[("id", &about)], &view.described());
    out.line();
    out.raw(&body.finish());
    out.close();
    out.line();
}

/// Words of the data; with their language where that is not the reader's.
pub(super) fn words(out: &mut Markup, words: &str, lang: Option<&str>) {
    match lang {
        Some(lang) => out.leaf("span", &[("lang", lang)], words),
        None => out.words(words),
    }
}

/// A longer text of the data, a paragraph for each line.
pub(super) fn paragraphs(out: &mut Markup, text: &str, lang: Option<&str>) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match lang {
            Some(lang) => out.leaf("p", &[("lang", lang)], line),
            None => out.leaf("p", &[], line),
        }
        out.line();
    }
}

/// A link that leaves the page.
pub(super) fn link(out: &mut Markup, url: &str, label: &str, lang: Option<&str>) {
    let attributes = [
        ("href", url),
        ("rel", "noopener noreferrer"),
        ("lang", lang.unwrap_or_default()),
    ];
    let wanted = if lang.is_some() { 3 } else { 2 };
    out.leaf("a", attributes.get(..wanted).unwrap_or_default(), label);
}

/// A remark on what is illustrative.
pub(super) fn caveat(out: &mut Markup, words: &str) {
    out.open("p", &[("class", "expo-map-caveat")]);
    out.leaf("small", &[], words);
    out.close();
    out.line();
}
