//! What is printed: the whole exhibition on paper, with an index of its stands.

use std::rc::Rc;

use floorplan::messages::{Msg, Noun};
use floorplan::mine::Kind;
use floorplan::plan::{FloorIx, SessionPlace, StandIx};
use floorplan::programme::{in_time, when};
use floorplan::scene::Advance;
use floorplan::state::{Exhibition, State};

use super::Picture;
use super::lines::Lines;
use crate::words::Words;

/// A sheet for the printer.
pub(crate) struct Sheet {
    /// Its elements; each `figure` is the place of a floor, each `hr` that of a copy,
    /// an `aside` that of a code for a camera.
    pub(crate) lines: String,
    /// The floors.
    pub(crate) floors: Vec<Picture>,
}

impl Sheet {
    /// Every floor, the legend, and the stands that the list has.
    pub(crate) fn new(
        state: &State,
        exhibition: &Rc<Exhibition>,
        words: Words,
        advance: &dyn Advance,
    ) -> Self {
        let plan = exhibition.plan();
        let event = &plan.event;
        let mut lines = Lines {
            text: String::new(),
            words,
        };
        let mut floors = Vec::new();
        if state.deep_link {
            lines.add("0\taside", words.say(Msg::Plan), None);
            for part in [&*event.id, &state.link()] {
                lines.add("1\ti", part, None);
            }
        }
        lines.text("0\th1", &event.name);
        // Copies of what is on the screen, by their selectors.
        lines.add("0\thr", ".em-event p", None);
        lines.add("0\thr", ".em-sum", None);
        for (i, floor) in plan.floors.iter().enumerate() {
            let picture = state
                .paper(FloorIx::from(i))
                .and_then(|frame| Picture::new(state, exhibition, words, advance, frame));
            if let Some(mut picture) = picture {
                picture.add_scale_bar(words);
                if plan.floors.len() > 1 {
                    lines.text("0\th2", &floor.name);
                }
                lines.add("0\tfigure", "", None);
                floors.push(picture);
            }
        }
        lines.add("0\thr", ".em-legend", None);
        if let Some(notice) = &event.notice {
            lines.text("0\tp", notice);
        }
        lines.add("0\th2", words.say(Msg::Stands), None);
        if let Some(found) = &state.matches {
            lines.add("0\tp", &words.count(Noun::Found, found.len()), None);
        }
        lines.add("0\tol", "", None);
        for (i, stand) in plan.stands.iter().enumerate() {
            let ix = StandIx::from(i);
            if state
                .matches
                .as_ref()
                .is_some_and(|found| !found.contains(&ix))
            {
                continue;
            }
            lines.add("1\tli", "", None);
            let is_mine = state.marks.is_bookmarked(Kind::Stand, &stand.id);
            let star = if is_mine { "★\u{a0}" } else { "" };
            let is_visited = state.marks.is_visited(Kind::Stand, &stand.id);
            let check = if is_visited { "✓\u{a0}" } else { "" };
            lines.add("2\tb", &[star, check, &stand.number].concat(), None);
            let name = plan.stand_name(stand, words.lang.tag());
            lines.add("2\tspan", &name.text, name.lang);
            if let Some(category) = stand.category.and_then(|c| plan.categories.get(c.at())) {
                lines.text("2\tsmall", &category.name);
            }
            lines.note(&state.marks, Kind::Stand, &stand.id);
        }
        let mut is_first = true;
        for ix in in_time(plan) {
            let session = plan.sessions.get(ix.at());
            if let Some(session) = session
                && state.marks.is_bookmarked(Kind::Session, &session.id)
            {
                if std::mem::take(&mut is_first) {
                    lines.add("0\th2", words.say(Msg::Programme), None);
                    lines.add("0\tol", "", None);
                }
                lines.add("1\tli", "", None);
                let place = match session.place {
                    Some(SessionPlace::Stand(ix)) => plan.stand(ix),
                    _ => None,
                };
                let number = place.map_or("", |stand| &stand.number);
                lines.add("2\tb", &["★\u{a0}", number].concat(), None);
                lines.text("2\tspan", &session.title);
                lines.add("2\tsmall", &when(session, words.lang), None);
                if let Some(place) = &session.place_name {
                    lines.text("2\tsmall", place);
                }
                lines.note(&state.marks, Kind::Session, &session.id);
            }
        }
        lines.add("0\th2", words.say(Msg::Sources), None);
        lines.add("0\tol", "", None);
        for source in &plan.sources {
            lines.text("1\tli", &source.title);
        }
        Self {
            lines: lines.text,
            floors,
        }
    }
}
