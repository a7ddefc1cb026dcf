//! Contacts of participants as vCards.
//!
//! Version 3.0 (RFC 2426) and not 4.0: telephones read both, Outlook only 3.0. Only what the data
//! states becomes a card; a participant of whom it states neither address nor page is left out.

use super::lines::{Lines, escaped};
use super::words::enumerate;
use super::{Export, Exported};
use crate::mine::Kind;
use crate::plan::{Participant, SafeUrl};

impl Export<'_> {
    /// The contacts of the participants, or of those on marked stands.
    pub fn contacts_vcf(&self) -> Exported {
        let mut cards = Lines::default();
        let mut left_out = 0;
        for participant in &self.plan.participants {
            let mut stands = participant.stands.iter();
            let is_in = stands.any(|ix| {
                let stand = self.plan.stand(*ix);
                stand.is_some_and(|stand| self.has(Kind::Stand, &stand.id))
            });
            if self.is_mine && !is_in {
                continue;
            }
            let has_contacts = participant.email.is_some()
                || participant.phone.is_some()
                || participant.address.is_some()
                || !participant.links.is_empty();
            if has_contacts {
                self.card(&mut cards, participant);
            } else {
                left_out += 1;
            }
        }
        Exported {
            text: cards.finish(),
            left_out,
        }
    }

    fn card(&self, cards: &mut Lines, participant: &Participant) {
        let name = self.words(Some(&participant.name));
        // An organisation has no family name, but the property must be there.
        cards.written(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//expo-map//expo-map//EN\r\n\
             X-ABShowAs:COMPANY\r\nN:;;;;\r\n",
        );
        cards.text("UID", &self.uid(&["/", &participant.id]));
        cards.text("FN", name);
        cards.text("ORG", name);
        cards.text("EMAIL;TYPE=INTERNET", address(participant.email.as_ref()));
        cards.text("TEL;TYPE=WORK,VOICE", address(participant.phone.as_ref()));
        let street = escaped(self.words(participant.address.as_ref()));
        if !street.is_empty() {
            cards.line("ADR;TYPE=WORK", &[";;", &street, ";;;;"].concat());
        }
        for link in &participant.links {
            cards.line("URL", link.url.as_str());
        }
        let mut note = String::from(self.event_name());
        for ix in &participant.stands {
            if let Some(stand) = self.plan.stand(*ix) {
                let mut line = |line: &str| enumerate(&mut note, line, "\n");
                line(&self.stand_no(stand));
                line(self.marks.note(Kind::Stand, &stand.id));
                line(&self.caveat(&self.stand_illustrative(stand, Some(participant))));
            }
        }
        cards.text("NOTE", &note);
        cards.written("END:VCARD\r\n");
    }

    /// An id that stays the same in every export: of the event, or of a part of it.
    pub(super) fn uid(&self, id: &[&str]) -> String {
        [&*self.plan.event.id, &id.concat(), "@expo-map"].concat()
    }
}

/// What stands behind the scheme of a `mailto:` or `tel:` link.
pub(super) fn address(link: Option<&SafeUrl>) -> &str {
    let link = link.map_or("", SafeUrl::as_str);
    link.split_once(':').map_or(link, |(_, address)| address)
}
