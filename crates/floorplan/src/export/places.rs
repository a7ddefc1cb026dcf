//! Where things are, and other words that several files share.

use super::Export;
use super::origins::{SESSION, STAND};
use super::words::{comma, enumerate};
use crate::format::Text;
use crate::messages::{Msg, fill, service_name};
use crate::plan::{HallIx, Participant, ParticipantIx, Session, SessionPlace, Stand};

impl Export<'_> {
    /// A text in the language of the file; empty for none.
    pub(super) fn words<'t>(&self, text: Option<&'t Text>) -> &'t str {
        text.map_or("", |text| text.get(self.lang.tag()).text)
    }

    /// What the event is called in short.
    pub(super) fn event_name(&self) -> &str {
        let event = &self.plan.event;
        self.words(event.short_name.as_ref().or(Some(&event.name)))
    }

    /// The name of a hall.
    pub(super) fn hall(&self, hall: HallIx) -> &str {
        self.words(self.plan.halls.get(hall.at()).map(|hall| &hall.name))
    }

    /// The name of a stand's category.
    pub(super) fn category(&self, stand: &Stand) -> &str {
        let category = stand
            .category
            .and_then(|ix| self.plan.categories.get(ix.at()));
        self.words(category.map(|category| &category.name))
    }

    /// The number of a stand, as one says it.
    pub(super) fn stand_no(&self, stand: &Stand) -> String {
        fill(Msg::StandNo.text(self.lang), &[&stand.number])
    }

    /// Where a session takes place, and in which hall.
    pub(super) fn venue(&self, session: &Session) -> (String, &str) {
        let (mut venue, mut hall) = (String::new(), "");
        match session.place {
            Some(SessionPlace::Stand(ix)) => {
                if let Some(stand) = self.plan.stand(ix) {
                    venue = self.stand_no(stand);
                    hall = self.hall(stand.hall);
                }
            }
            Some(SessionPlace::Service(ix, at)) => {
                hall = self.hall(ix);
                let services = self.plan.halls.get(ix.at()).map(|hall| &hall.services);
                if let Some(service) = services.and_then(|services| services.get(at)) {
                    venue.push_str(match &service.name {
                        Some(name) => self.words(Some(name)),
                        None => service_name(service.kind).text(self.lang),
                    });
                }
            }
            None => {}
        }
        let words = self.words(session.place_name.as_ref());
        enumerate(&mut venue, words, comma(self.lang));
        (venue, hall)
    }

    /// Names of participants, enumerated.
    pub(super) fn names(&self, list: &[ParticipantIx]) -> String {
        let mut names = String::new();
        for ix in list {
            let name = self.words(self.plan.participant(*ix).map(|who| &who.name));
            enumerate(&mut names, name, comma(self.lang));
        }
        names
    }

    /// What is illustrative of a session and of the stand it takes place on.
    pub(super) fn session_illustrative(&self, session: &Session) -> String {
        let stand = match session.place {
            Some(SessionPlace::Stand(ix)) => self.plan.stand(ix),
            _ => None,
        };
        let stand = stand.map(|stand| &stand.provenance);
        self.illustrative(SESSION, [Some(&session.provenance), stand])
    }

    /// What is illustrative of a stand and of who is said to be there.
    pub(super) fn stand_illustrative(&self, stand: &Stand, who: Option<&Participant>) -> String {
        let who = who.map(|who| &who.provenance);
        self.illustrative(STAND, [Some(&stand.provenance), who])
    }

    /// The same as a sentence; empty when nothing is.
    pub(super) fn caveat(&self, illustrative: &str) -> String {
        if illustrative.is_empty() {
            return String::new();
        }
        fill(Msg::IllustrativeFields.text(self.lang), &[illustrative])
    }
}
