//! The event, what is schematic, who organises it, where the facts come from.

use floorplan::format::Text;
use floorplan::messages::{Lang, Msg};
use floorplan::plan::{Date, LocalTime, SafeUrl};

use super::html::{caveat, link, paragraphs, words};
use super::ids;
use super::markup::Markup;
use super::moment::day;
use super::origins::is_illustrative;
use super::view::View;
use super::words::{DESCRIPTION, HALL_OUTLINE};

/// The days of the event and its place.
pub(super) fn when_and_where(view: &View<'_>, out: &mut Markup) {
    let event = &view.plan.event;
    out.open("p", &[("class", "expo-map-when")]);
    if event.start == event.end {
        let days = view.lang.days(event.start, event.end);
        out.leaf("time", &[("datetime", &day(event.start))], &days);
    } else {
        let (first, joint, last) = range(view, event.start, event.end);
        out.leaf("time", &[("datetime", &day(event.start))], &first);
        out.words(joint);
        out.leaf("time", &[("datetime", &day(event.end))], &last);
    }
    if let Some(place) = &event.place {
        out.words(" · ");
        let place = view.name(place);
        words(out, &place.text, place.lang);
    }
    out.close();
    out.line();
}

/// Two days apart from each other, so that each has its date for machines, and what is between. The
/// year is said once, where the language says it.
fn range(view: &View<'_>, start: Date, end: Date) -> (String, &'static str, String) {
    let lang = view.lang;
    let alone = |date| {
        lang.time(LocalTime {
            date,
            minutes: None,
        })
    };
    let with_year = |date| lang.days(date, date);
    match (lang, start.year == end.year) {
        (Lang::Zh, true) => (with_year(start), "至", alone(end)),
        (Lang::Zh, false) => (with_year(start), "至", with_year(end)),
        (_, true) => (alone(start), " – ", with_year(end)),
        (_, false) => (with_year(start), " – ", with_year(end)),
    }
}

/// What a reader must know of the plan.
pub(super) fn notice(view: &View<'_>, out: &mut Markup) {
    let Some(notice) = &view.plan.event.notice else {
        return;
    };
    let notice = view.text(notice);
    out.open("p", &[("class", "expo-map-notice")]);
    out.leaf("strong", &[], view.say(Msg::Schematic));
    out.words(view.stop());
    words(out, notice.text, notice.lang);
    out.close();
    out.line();
}

/// What the event is about, its organisers and the sources.
pub(super) fn section(view: &View<'_>, out: &mut Markup) {
    let plan = view.plan;
    let event = &plan.event;
    out.open("section", &[("id", &ids::place(plan, "about", ""))]);
    out.line();
    out.leaf("h3", &[], view.say(Msg::AboutEvent));
    out.line();
    if let Some(description) = &event.description {
        let description = view.text(description);
        paragraphs(out, description.text, description.lang);
    }
    let made_up = |field| is_illustrative(&event.provenance, field);
    let has_made_up_hall =
        (plan.halls.iter()).any(|hall| is_illustrative(&hall.provenance, "outline"));
    let fields = [
        (made_up("name"), view.say(Msg::FieldName)),
        (made_up("start"), view.say(Msg::FieldTime)),
        (made_up("place"), view.say(Msg::FieldSessionPlace)),
        (made_up("description"), view.word(&DESCRIPTION)),
        (has_made_up_hall, view.word(&HALL_OUTLINE)),
    ];
    let fields = fields.iter().filter(|(is_made_up, _)| *is_made_up);
    let fields: Vec<_> = fields.map(|(_, word)| *word).collect();
    if !fields.is_empty() {
        let fields = fields.join(view.comma());
        caveat(out, &view.with(Msg::IllustrativeFields, &[&fields]));
    }
    if !event.organisers.is_empty() {
        out.leaf("h4", &[], view.say(Msg::Organisers));
        out.open("ul", &[]);
        for organiser in &event.organisers {
            linked(view, out, &organiser.name, organiser.url.as_ref());
        }
        out.close();
        out.line();
    }
    if !plan.sources.is_empty() {
        out.leaf("h4", &[], view.say(Msg::Sources));
        out.line();
        out.open("ol", &[]);
        for source in &plan.sources {
            linked(view, out, &source.title, source.url.as_ref());
            out.line();
        }
        out.close();
        out.line();
    }
    out.close();
    out.line();
}

/// An entry of a list that is a name, and a link where there is an address.
fn linked(view: &View<'_>, out: &mut Markup, name: &Text, url: Option<&SafeUrl>) {
    let name = view.name(name);
    out.open("li", &[]);
    match url {
        Some(url) => link(out, url.as_str(), &name.text, name.lang),
        None => words(out, &name.text, name.lang),
    }
    out.close();
}
