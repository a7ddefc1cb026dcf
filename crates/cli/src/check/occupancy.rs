//! Who is where: participants without stands, stands without participants.

use floorplan::plan::Plan;

use super::file::{shortened, words};
use crate::finding::{Code, Findings};

/// Checks participants and stands against each other.
pub fn check(plan: &Plan, findings: &mut Findings) {
    for participant in plan.participants.iter().filter(|p| p.stands.is_empty()) {
        let message = format!(
            "Participant \"{}\" has no stand: visitors can find it, but not where it is",
            shortened(words(&participant.name))
        );
        let path = format!("participants[{}]", participant.file_index);
        findings.warning(Code::ParticipantWithoutStand, path, message);
    }
    for stand in plan.stands.iter().filter(|s| s.participants.is_empty()) {
        if stand.name.is_none() && stand.short_name.is_none() {
            let message = format!(
                "Stand {} has neither participants nor a name of its own",
                stand.number
            );
            let path = format!("stands[{}]", stand.file_index);
            findings.warning(Code::EmptyStand, path, message);
        }
    }
}
