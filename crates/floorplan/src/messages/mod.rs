//! What the interface says, in Russian, English and Chinese: words, numbers and dates.

mod failure;
mod figures;
mod lang;
mod plural;
mod table;

pub use failure::failure_text;
pub use lang::Lang;
pub use plural::{Noun, Plural};
pub use table::Msg;

use crate::format::{EntranceKind, ParticipantKind, ServiceKind, SessionKind};
use crate::search::MatchField;

/// Puts values where a message says `{}`, in order.
pub fn fill(message: &str, values: &[&str]) -> String {
    // By its brace: searching for a string would bring more code than all of this.
    let mut parts = message.split('{').map(|part| part.trim_start_matches('}'));
    let mut filled = String::from(parts.next().unwrap_or_default());
    let mut values = values.iter();
    for part in parts {
        filled.push_str(values.next().copied().unwrap_or_default());
        filled.push_str(part);
    }
    filled
}

/// The default name of a service.
pub fn service_name(kind: ServiceKind) -> Msg {
    match kind {
        ServiceKind::Information => Msg::Information,
        ServiceKind::Cloakroom => Msg::Cloakroom,
        ServiceKind::Toilets => Msg::Toilets,
        ServiceKind::Cafe => Msg::Cafe,
        ServiceKind::FirstAid => Msg::FirstAid,
        ServiceKind::Stage => Msg::Stage,
        ServiceKind::MeetingRoom => Msg::MeetingRoom,
        ServiceKind::Other => Msg::Service,
    }
}

/// The default name of a doorway.
pub fn entrance_name(kind: EntranceKind) -> Msg {
    match kind {
        EntranceKind::Main => Msg::MainEntrance,
        EntranceKind::Entrance => Msg::Entrance,
        EntranceKind::Exit => Msg::Exit,
        EntranceKind::Emergency => Msg::EmergencyExit,
    }
}

/// What sort of participant it is, in words.
pub fn participant_kind(kind: ParticipantKind) -> Option<Msg> {
    Some(match kind {
        ParticipantKind::Region => Msg::KindRegion,
        ParticipantKind::Corporation => Msg::KindCorporation,
        ParticipantKind::Bank => Msg::KindBank,
        ParticipantKind::DevelopmentInstitute => Msg::KindDevelopment,
        ParticipantKind::University => Msg::KindUniversity,
        ParticipantKind::SmallBusiness => Msg::KindSmallBusiness,
        ParticipantKind::Crafts => Msg::KindCrafts,
        ParticipantKind::Organiser => Msg::KindOrganiser,
        ParticipantKind::Other => return None,
    })
}

/// What sort of session it is, in words.
pub fn session_kind(kind: SessionKind) -> Option<Msg> {
    Some(match kind {
        SessionKind::Ceremony => Msg::SessionCeremony,
        SessionKind::Forum => Msg::SessionForum,
        SessionKind::RoundTable => Msg::SessionRoundTable,
        SessionKind::Seminar => Msg::SessionSeminar,
        SessionKind::Workshop => Msg::SessionWorkshop,
        SessionKind::Performance => Msg::SessionPerformance,
        SessionKind::Other => return None,
    })
}

/// The field in which something was found; none for what the interface has words of its own for.
pub fn field_name(field: MatchField) -> Option<Msg> {
    Some(match field {
        MatchField::Number | MatchField::Kind => return None,
        MatchField::Name | MatchField::Alias | MatchField::Abbreviation => Msg::FoundName,
        MatchField::Product => Msg::Products,
        MatchField::Category => Msg::Category,
        MatchField::Tag => Msg::FoundTag,
        MatchField::Title | MatchField::Theme => Msg::Programme,
        MatchField::Shows => Msg::OnDisplay,
        MatchField::Description => Msg::FoundDescription,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_in_order_and_survives_missing_values() {
        assert_eq!(fill("{} of {}", &["1", "2"]), "1 of 2");
        assert_eq!(fill("{} of {}", &["1"]), "1 of ");
        assert_eq!(fill("none", &["1"]), "none");
    }

    #[test]
    fn every_message_exists_in_every_language_with_the_same_gaps() {
        for msg in Msg::ALL {
            let gaps: Vec<_> = Lang::ALL
                .iter()
                .map(|lang| msg.text(*lang).matches("{}").count())
                .collect();
            assert!(gaps.windows(2).all(|w| w[0] == w[1]), "{msg:?}");
            for lang in Lang::ALL {
                assert!(!msg.text(*lang).is_empty(), "{msg:?} {lang:?}");
            }
        }
    }
}
