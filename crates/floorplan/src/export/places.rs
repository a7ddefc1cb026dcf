//! Where things are, and other words that several files share.

use super::Export;
use super::origins::illustrative;
use super::words::{comma, enumerate};
use crate::messages::{Msg, fill, service_name};
use crate::plan::{HallIx, Participant, Session, SessionPlace, Stand};

impl Export<'_> {
    /// The name of a hall.
    pub(super) fn hall(&self, hall: HallIx) -> &str {
        let hall = self.plan.halls.get(hall.at());
        hall.map_or("", |hall| hall.name.get(self.lang.tag()).text)
    }

    /// The number of a stand, as one says it.
    pub(super) fn stand_no(&self, stand: &Stand) -> String {
        fill(Msg::StandNo.text(self.lang), &[&stand.number])
    }

    /// The stand on which a session takes place.
    pub(super) fn stand_of(&self, session: &Session) -> Option<&Stand> {
        match session.place {
            Some(SessionPlace::Stand(ix)) => self.plan.stand(ix),
            _ => None,
        }
    }

    /// Where a session takes place, and in which hall.
    pub(super) fn venue(&self, session: &Session) -> (String, &str) {
        let tag = self.lang.tag();
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
                        Some(name) => name.get(tag).text,
                        None => service_name(service.kind).text(self.lang),
                    });
                }
            }
            None => {}
        }
        let words = session.place_name.as_ref();
        let words = words.map_or("", |name| name.get(tag).text);
        enumerate(&mut venue, words, comma(self.lang));
        (venue, hall)
    }

    /// Names of participants, enumerated.
    pub(super) fn names<'p>(&self, list: impl Iterator<Item = &'p Participant>) -> String {
        let mut names = String::new();
        for participant in list {
            let name = participant.name.get(self.lang.tag()).text;
            enumerate(&mut names, name, comma(self.lang));
        }
        names
    }

    /// What is illustrative of a session and of its place, with the theme where that is said.
    pub(super) fn session_illustrative(&self, session: &Session, has_theme: bool) -> String {
        let fields = ["title", "start", "end", "place", "placeName", "theme"];
        let said = fields.len() - usize::from(!has_theme);
        let own = (&session.provenance, fields.get(..said).unwrap_or_default());
        let number = self.stand_of(session);
        let number = number.map(|stand| (&stand.provenance, &["number"][..]));
        match number {
            Some(number) => illustrative(&[own, number], self.lang),
            None => illustrative(&[own], self.lang),
        }
    }

    /// What is illustrative of a stand and of who is said to be there.
    pub(super) fn stand_illustrative(&self, stand: &Stand, who: Option<&Participant>) -> String {
        let own = (
            &stand.provenance,
            &["number", "outline", "participants", "name"][..],
        );
        let who = who.map(|who| (&who.provenance, &["stands", "name", "contacts"][..]));
        match who {
            Some(who) => illustrative(&[own, who], self.lang),
            None => illustrative(&[own], self.lang),
        }
    }
}
