//! The stands as a list, category by category.

use floorplan::messages::{Msg, Noun, participant_kind};
use floorplan::plan::{Category, Participant, Stand};

use super::html::{caveat, link, paragraphs, words};
use super::ids;
use super::inks::Inks;
use super::markup::Markup;
use super::origins::Illustrative;
use super::pen::{Dress, Pen};
use super::sheet::swatch_inks;
use super::view::View;
use super::words::{ALL_STANDS, NO_CATEGORY};

/// The section.
pub(super) fn list(view: &View<'_>, inks: &Inks, out: &mut Markup) {
    let plan = view.plan;
    out.open("section", &[("id", &ids::place(plan, "stands", ""))]);
    out.line();
    out.leaf("h3", &[], view.say(Msg::Stands));
    out.line();
    let all: Vec<_> = plan.stands.iter().enumerate().collect();
    out.leaf("p", &[], &view.count(Noun::Stand, all.len()));
    out.line();
    let illustrative = Illustrative::of_stands(view);
    if let Some(words) = illustrative.of_all(view, &ALL_STANDS) {
        caveat(out, &words);
    }
    let categories = plan.categories.iter().enumerate();
    for (at, category) in categories
        .map(|(at, c)| (at, Some(c)))
        .chain([(usize::MAX, None)])
    {
        let is_of = |stand: &Stand| match (stand.category, category) {
            (Some(of), Some(_)) => of.at() == at,
            (of, category) => of.is_none() && category.is_none(),
        };
        let stands: Vec<_> = all.iter().filter(|(_, stand)| is_of(stand)).collect();
        if stands.is_empty() {
            continue;
        }
        let has_heading = stands.len() < all.len() || category.is_some();
        if has_heading {
            heading(view, inks, category.map(|category| (at, category)), out);
        }
        out.open("ul", &[]);
        out.line();
        for (at, stand) in stands {
            item(view, stand, illustrative.of_one(view, *at), out);
        }
        out.close();
        out.line();
    }
    out.close();
    out.line();
}

/// The category with its colour.
fn heading(view: &View<'_>, inks: &Inks, category: Option<(usize, &Category)>, out: &mut Markup) {
    out.open("h4", &[]);
    match category {
        Some((at, category)) => {
            let size = [("width", "16"), ("height", "16"), ("viewBox", "0 0 16 16")];
            let hidden = [("aria-hidden", "true")];
            out.open("svg", &[&size[..], &hidden].concat());
            let mut pen = Pen::new(out, inks, Dress::Page);
            let (fill, edge) = swatch_inks(category.colour, at);
            pen.swatch(fill, edge, [1.0, 1.0], 14.0);
            pen.end();
            out.close();
            out.words(" ");
            let name = category.name.get(view.lang.tag());
            words(out, name.text, name.lang);
        }
        None => out.words(view.word(&NO_CATEGORY)),
    }
    out.close();
    out.line();
}

fn item(view: &View<'_>, stand: &Stand, illustrative: Option<String>, out: &mut Markup) {
    let plan = view.plan;
    out.open("li", &[("id", &ids::place(plan, "stand", &stand.id))]);
    let name = plan.stand_name(stand, view.lang.tag());
    out.leaf("b", &[], &view.with(Msg::StandNo, &[&stand.number]));
    if name.text != *stand.number {
        out.words(view.stop());
        words(out, &name.text, name.lang);
    }
    out.line();
    let hall = plan.halls.get(stand.hall.at());
    if let Some(hall) = hall.filter(|_| plan.halls.len() > 1) {
        out.open("p", &[]);
        let name = view.name(&hall.name);
        words(out, &name.text, name.lang);
        out.close();
    }
    if let Some(description) = &stand.description {
        let description = view.text(description);
        paragraphs(out, description.text, description.lang);
    }
    let participants = stand.participants.iter();
    let participants: Vec<_> = participants
        .filter_map(|ix| plan.participant(*ix))
        .collect();
    // With one participant and no name of its own, the stand has the participant's.
    let is_named = stand.name.is_none() && participants.len() == 1;
    if is_named {
        for participant in participants {
            facts(view, participant, out);
        }
    } else if !participants.is_empty() {
        out.open("ul", &[]);
        for participant in participants {
            out.open("li", &[]);
            let name = view.name(&participant.name);
            words(out, &name.text, name.lang);
            facts(view, participant, out);
            out.close();
            out.line();
        }
        out.close();
    }
    sessions(view, stand, out);
    if let Some(illustrative) = illustrative {
        caveat(out, &illustrative);
    }
    out.close();
    out.line();
}

/// What sort of participant it is, what it shows, its pages.
fn facts(view: &View<'_>, participant: &Participant, out: &mut Markup) {
    if let Some(kind) = participant_kind(participant.kind) {
        out.open("p", &[]);
        out.leaf("small", &[], view.say(kind));
        out.close();
    }
    if let Some(shows) = participant
        .shows
        .as_ref()
        .or(participant.description.as_ref())
    {
        let shows = view.text(shows);
        paragraphs(out, shows.text, shows.lang);
    }
    if !participant.links.is_empty() {
        out.open("p", &[]);
        for (at, page) in participant.links.iter().enumerate() {
            if at > 0 {
                out.words(" · ");
            }
            let label = page.label.as_ref().map(|label| view.name(label));
            match label {
                Some(label) => link(out, page.url.as_str(), &label.text, label.lang),
                None => link(out, page.url.as_str(), page.url.as_str(), None),
            }
        }
        out.close();
    }
}

/// Links to what takes place there.
fn sessions(view: &View<'_>, stand: &Stand, out: &mut Markup) {
    let plan = view.plan;
    let sessions = stand.sessions.iter();
    let sessions: Vec<_> = sessions
        .filter_map(|ix| plan.sessions.get(ix.at()))
        .collect();
    if sessions.is_empty() {
        return;
    }
    out.leaf("p", &[], view.say(Msg::SessionsHere));
    out.open("ul", &[]);
    for session in sessions {
        out.open("li", &[]);
        let title = view.name(&session.title);
        out.open("a", &[("href", &ids::link(plan, "session", &session.id))]);
        words(out, &title.text, title.lang);
        out.close();
        out.close();
    }
    out.close();
    out.line();
}
