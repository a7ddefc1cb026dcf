//! Participants.

use super::Builder;
use super::path::{Entry, Path};
use crate::format::{List, RawParticipant};
use crate::plan::{IdIndex, Participant, ParticipantIx, SafeUrl, Stand, StandIx};

impl Builder<'_> {
    pub(super) fn participants(
        &mut self,
        list: List<RawParticipant>,
        stands: &mut [Stand],
        stand_ids: &IdIndex,
    ) -> Vec<Participant> {
        let taken = self.taken("participants", &list, |p| &p.id);
        let mut participants = Vec::with_capacity(list.len());
        for (place, (file_index, raw)) in list.into_iter().enumerate() {
            if taken.get(place) == Some(&true) {
                continue;
            }
            let ix = ParticipantIx::from(participants.len());
            let path = Entry::of("participants", file_index);
            let mut on = Vec::with_capacity(raw.stands.len());
            for (i, id) in raw.stands.iter().enumerate() {
                match stand_ids.find(stands, |s| &s.id, id) {
                    Some(found) if !on.contains(&StandIx::from(found)) => {
                        on.push(StandIx::from(found));
                        if let Some(stand) = stands.get_mut(found) {
                            stand.participants.push(ix);
                        }
                    }
                    Some(_) => {}
                    None => self.dangling(&Path::item(path, ".stands", i, ""), Some(id)),
                }
            }
            let email = with_scheme("mailto:", raw.contacts.email.as_deref());
            let phone = with_scheme("tel:", raw.contacts.phone.as_deref());
            let logo = raw.logo.as_deref().and_then(|logo| {
                let safe = SafeUrl::image(logo);
                if safe.is_none() {
                    self.unsafe_link(&Path::of(path, ".logo"));
                }
                safe
            });
            participants.push(Participant {
                stands: on,
                email: self.link(email.as_deref(), &Path::of(path, ".contacts.email")),
                phone: self.link(phone.as_deref(), &Path::of(path, ".contacts.phone")),
                address: raw.contacts.address,
                links: self.links(raw.links, path),
                logo,
                id: raw.id,
                name: raw.name,
                short_name: raw.short_name,
                kind: raw.kind,
                description: raw.description,
                shows: raw.shows,
                products: raw.products,
                tags: raw.tags,
                aliases: raw.aliases,
                provenance: raw.provenance,
                file_index,
            });
        }
        participants
    }
}

fn with_scheme(scheme: &str, value: Option<&str>) -> Option<String> {
    let mut address = String::from(scheme);
    address.extend(value?.chars().filter(|c| *c != ' '));
    Some(address)
}
