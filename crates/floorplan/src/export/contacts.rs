//! Contacts of participants as vCards.
//!
//! Version 3.0 (RFC 2426) and not 4.0: telephones read both, Outlook only 3.0. Only what the data
//! states becomes a card; a participant of whom it states neither address nor page is left out.

use super::lines::{Lines, escaped};
use super::words::enumerate;
use super::{Export, Exported};
use crate::messages::{Msg, fill};
use crate::mine::Kind;
use crate::plan::{Participant, SafeUrl};

impl Export<'_> {
    /// The contacts of the participants on the stands, or on those that are marked.
    pub fn contacts_vcf(&self) -> Exported {
        let mut cards = Lines::default();
        let mut left_out = 0;
        for participant in &self.plan.participants {
            let mut stands = participant.stands.iter();
            let is_on = |ix| self.plan.stand(ix).is_some_and(|s| self.has_stand(s));
            if self.is_mine && !stands.any(|ix| is_on(*ix)) {
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
        let tag = self.lang.tag();
        let name = participant.name.get(tag).text;
        cards.line("BEGIN", "VCARD");
        cards.line("VERSION", "3.0");
        cards.line("PRODID", "-//expo-map//expo-map//EN");
        let uid = [&*self.plan.event.id, "/", &participant.id, "@expo-map"];
        cards.text("UID", &uid.concat());
        // An organisation has no family name, but the property must be there.
        cards.line("N", ";;;;");
        cards.text("FN", name);
        cards.text("ORG", name);
        cards.line("X-ABShowAs", "COMPANY");
        cards.text("EMAIL;TYPE=INTERNET", address(participant.email.as_ref()));
        cards.text("TEL;TYPE=WORK,VOICE", address(participant.phone.as_ref()));
        if let Some(text) = &participant.address {
            let street = escaped(text.get(tag).text);
            cards.line("ADR;TYPE=WORK", &[";;", &street, ";;;;"].concat());
        }
        for link in &participant.links {
            cards.line("URL", link.url.as_str());
        }
        let mut note = String::new();
        enumerate(&mut note, self.event_name(), "\n");
        for stand in participant
            .stands
            .iter()
            .filter_map(|ix| self.plan.stand(*ix))
        {
            enumerate(&mut note, &self.stand_no(stand), "\n");
            enumerate(&mut note, self.marks.note(Kind::Stand, &stand.id), "\n");
            let illustrative = self.stand_illustrative(stand, Some(participant));
            if !illustrative.is_empty() {
                let caveat = fill(Msg::IllustrativeFields.text(self.lang), &[&illustrative]);
                enumerate(&mut note, &caveat, "\n");
            }
        }
        cards.text("NOTE", &note);
        cards.line("END", "VCARD");
    }
}

/// What stands behind the scheme of a `mailto:` or `tel:` link.
pub(super) fn address(link: Option<&SafeUrl>) -> &str {
    let link = link.map_or("", SafeUrl::as_str);
    link.split_once(':').map_or(link, |(_, address)| address)
}
