//! The programme as a list, day by day; what has no published day stands apart.

use floorplan::format::Text;
use floorplan::messages::{Msg, session_kind};
use floorplan::plan::{LocalTime, Session, SessionIx, SessionPlace};
use floorplan::programme::{Programme, place, summary};

use super::html::{caveat, paragraphs, words};
use super::ids;
use super::markup::Markup;
use super::moment::{Zone, clock, day};
use super::origins::Illustrative;
use super::view::View;
use super::words::ALL_SESSIONS;

/// The section; nothing where there is no programme.
pub(super) fn list(view: &View<'_>, zone: &Zone, out: &mut Markup) {
    let plan = view.plan;
    if plan.sessions.is_empty() {
        return;
    }
    let programme = Programme::new(plan);
    let list = List {
        view,
        zone,
        illustrative: Illustrative::of_sessions(view),
    };
    out.open("section", &[("id", &ids::place(plan, "programme", ""))]);
    out.line();
    out.leaf("h3", &[], view.say(Msg::Programme));
    out.line();
    out.leaf("p", &[], &summary(&programme, view.lang));
    out.line();
    if let Some(words) = list.illustrative.of_all(view, &ALL_SESSIONS) {
        caveat(out, &words);
    }
    for of_day in &programme.days {
        let sessions: Vec<_> = of_day.timed.iter().chain(&of_day.untimed).collect();
        if sessions.is_empty() {
            continue;
        }
        out.open("h4", &[]);
        let heading = of_day.heading(view.lang);
        out.leaf("time", &[("datetime", &day(of_day.date))], &heading);
        out.close();
        out.line();
        list.items(sessions, out);
    }
    if !programme.undated.is_empty() {
        out.leaf("h4", &[], view.say(Msg::NoDay));
        out.line();
        list.items(programme.undated.iter().collect(), out);
    }
    out.close();
    out.line();
}

struct List<'a> {
    view: &'a View<'a>,
    zone: &'a Zone,
    illustrative: Illustrative,
}

impl List<'_> {
    fn items(&self, sessions: Vec<&SessionIx>, out: &mut Markup) {
        out.open("ul", &[]);
        out.line();
        for ix in sessions {
            if let Some(session) = self.view.plan.sessions.get(ix.at()) {
                self.item(ix.at(), session, out);
            }
        }
        out.close();
        out.line();
    }

    fn item(&self, at: usize, session: &Session, out: &mut Markup) {
        let view = self.view;
        out.open(
            "li",
            &[("id", &ids::place(view.plan, "session", &session.id))],
        );
        out.open("b", &[]);
        let title = view.name(&session.title);
        words(out, &title.text, title.lang);
        out.close();
        out.line();
        out.open("p", &[]);
        let mut has_facts = false;
        let mut next = |out: &mut Markup| {
            if has_facts {
                out.words(" · ");
            }
            has_facts = true;
        };
        if let Some(start) = session.start {
            next(out);
            self.time(start, session.end, out);
        }
        if let Some(kind) = session_kind(session.kind) {
            next(out);
            out.words(view.say(kind));
        }
        if let Some(theme) = session.theme.as_ref().filter(|theme| !theme.is_empty()) {
            next(out);
            let theme = view.name(theme);
            words(out, &theme.text, theme.lang);
        }
        if let Some(place) = place(view.plan, session, view.lang) {
            next(out);
            self.place(session, &place, out);
        }
        out.close();
        out.line();
        if let Some(description) = &session.description {
            let description = view.text(description);
            paragraphs(out, description.text, description.lang);
        }
        if let Some(illustrative) = self.illustrative.of_one(view, at) {
            caveat(out, &illustrative);
        }
        out.close();
        out.line();
    }

    /// The hours of a session, under its day.
    fn time(&self, start: LocalTime, end: Option<LocalTime>, out: &mut Markup) {
        let view = self.view;
        let one = |at: LocalTime, out: &mut Markup| {
            let shown = match at.minutes {
                Some(minutes) if at.date == start.date => clock(minutes),
                _ => view.lang.time(at),
            };
            out.leaf("time", &[("datetime", &self.zone.moment(at))], &shown);
        };
        let end = end.filter(|end| start.is_before(*end));
        if start.minutes.is_none() && end.is_none() {
            out.words(view.say(Msg::NoTime));
            return;
        }
        one(start, out);
        if let Some(end) = end {
            out.words("–");
            one(end, out);
        }
        if start.minutes.is_none() {
            out.words(view.comma());
            out.words(view.say(Msg::NoTime));
        }
    }

    /// Where it takes place; a stand of the list is linked to.
    fn place(&self, session: &Session, place: &str, out: &mut Markup) {
        let plan = self.view.plan;
        let stand = match session.place {
            Some(SessionPlace::Stand(ix)) => plan.stand(ix),
            _ => None,
        };
        let tag = self.view.lang.tag();
        let own_name = session.place_name.as_ref().filter(|name| !name.is_empty());
        let lang = match (own_name, stand) {
            (Some(name), _) => name.get(tag).lang,
            (None, Some(stand)) => plan.stand_short_name(stand, tag).lang,
            (None, None) => self
                .service_name(session)
                .and_then(|name| name.get(tag).lang),
        };
        if let Some(stand) = stand {
            let to = ids::link(plan, "stand", &stand.id);
            out.open("a", &[("href", &to)]);
            words(out, place, lang);
            out.close();
        } else {
            words(out, place, lang);
        }
    }

    /// The own name of the service where a session takes place.
    fn service_name(&self, session: &Session) -> Option<&Text> {
        let Some(SessionPlace::Service(hall, at)) = session.place else {
            return None;
        };
        let hall = self.view.plan.halls.get(hall.at())?;
        hall.services.get(at)?.name.as_ref()
    }
}
