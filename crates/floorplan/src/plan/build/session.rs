//! The programme.

use super::Builder;
use super::path::{Entry, Path};
use crate::format::{List, RawSession};
use crate::plan::{
    Hall, HallIx, IdIndex, Participant, ParticipantIx, Session, SessionIx, SessionPlace, Stand,
    StandIx, WarningKind,
};

impl Builder<'_> {
    pub(super) fn sessions(
        &mut self,
        list: List<RawSession>,
        halls: &[Hall],
        stands: &mut [Stand],
        stand_ids: &IdIndex,
        participants: &[Participant],
    ) -> Vec<Session> {
        let taken = self.taken("sessions", &list, |s| &s.id);
        let participant_ids = IdIndex::new(participants, |p| &p.id);
        let mut sessions = Vec::with_capacity(list.len());
        for (place_in_list, (file_index, raw)) in list.into_iter().enumerate() {
            if taken.get(place_in_list) == Some(&true) {
                continue;
            }
            let path = Entry::of("sessions", file_index);
            let place = raw.place.as_ref().and_then(|id| {
                let stand = stand_ids.find(stands, |s| &s.id, id);
                let found = stand
                    .map(|i| SessionPlace::Stand(StandIx::from(i)))
                    .or_else(|| service_with_id(halls, id));
                if found.is_none() {
                    self.dangling(&Path::of(path, ".place"), Some(id));
                }
                found
            });
            if let Some(SessionPlace::Stand(ix)) = place
                && let Some(stand) = stands.get_mut(ix.at())
            {
                stand.sessions.push(SessionIx::from(sessions.len()));
            }
            let mut taking_part = Vec::new();
            for (i, id) in raw.participants.iter().enumerate() {
                match participant_ids.find(participants, |p| &p.id, id) {
                    Some(found) => taking_part.push(ParticipantIx::from(found)),
                    None => self.dangling(&Path::item(path, ".participants", i, ""), Some(id)),
                }
            }
            let start = self.time(raw.start.as_deref(), &Path::of(path, ".start"));
            let mut end = self.time(raw.end.as_deref(), &Path::of(path, ".end"));
            if start
                .zip(end)
                .is_some_and(|(start, end)| end.is_before(start))
            {
                let path = Path::of(path, ".end").text();
                self.warn(WarningKind::BadDate, path, "the end is before the start");
                end = None;
            }
            sessions.push(Session {
                start,
                end,
                place,
                participants: taking_part,
                id: raw.id,
                title: raw.title,
                kind: raw.kind,
                theme: raw.theme,
                place_name: raw.place_name,
                description: raw.description,
                provenance: raw.provenance,
                file_index,
            });
        }
        sessions
    }
}

fn service_with_id(halls: &[Hall], id: &str) -> Option<SessionPlace> {
    halls.iter().enumerate().find_map(|(hall, h)| {
        let service = h.services.iter().position(|s| &*s.id == id)?;
        Some(SessionPlace::Service(HallIx::from(hall), service))
    })
}
