//! Who is where: participants without stands, stands without participants.

use std::collections::HashSet;

use floorplan::plan::Plan;
use serde_json::Value;

use super::file::{File, shortened, words};
use crate::finding::{Code, Findings};

/// Checks participants and stands against each other. What is written counts, not what was
/// resolved: a wrong id is reported as such, and not once more here.
pub fn check(file: &File, plan: &Plan, findings: &mut Findings) {
    for (i, participant) in &file.participants {
        if participant.stands.is_empty() {
            let message = format!(
                "Participant \"{}\" has no stand: visitors can find it, but not where it is",
                shortened(words(&participant.name))
            );
            let path = format!("participants[{i}]");
            findings.warning(Code::ParticipantWithoutStand, path, message);
        }
    }
    let occupied: HashSet<&str> = file
        .value
        .get("participants")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|p| p.get("stands")?.as_array())
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for stand in &plan.stands {
        let named = stand.name.is_some() || stand.short_name.is_some();
        if !named && !occupied.contains(&*stand.id) {
            let message = format!(
                "Stand {} has neither participants nor a name of its own",
                stand.number
            );
            let path = format!("stands[{}]", stand.file_index);
            findings.warning(Code::EmptyStand, path, message);
        }
    }
}
