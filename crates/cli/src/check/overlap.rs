//! Two things cannot be at one place, and everything is inside its hall.

use std::collections::HashSet;

use super::clip::shared_area_m2;
use super::file::words;
use super::site::{HallSite, Site};
use crate::finding::{Code, Findings};

/// Less than this is the drawing's rounding, square metres.
const TOLERANCE_M2: f64 = 0.01;

/// Checks overlaps. Returns the file indexes of stands that are out of place, so that other
/// checks need not complain of the consequences.
pub fn check(site: &Site<'_>, findings: &mut Findings) -> HashSet<usize> {
    let mut misplaced = HashSet::new();
    halls(site, findings);
    for hall in &site.halls {
        stands(hall, &mut misplaced, findings);
        outside(hall, &mut misplaced, findings);
    }
    misplaced
}

fn halls(site: &Site<'_>, findings: &mut Findings) {
    for (i, a) in site.halls.iter().enumerate() {
        for b in site.halls.iter().skip(i + 1) {
            let shared = shared_area_m2(&a.hall.outline, &b.hall.outline);
            if a.hall.floor == b.hall.floor && shared > TOLERANCE_M2 {
                let message = format!(
                    "the halls \"{}\" and \"{}\" of one floor overlap by {shared:.2} m²",
                    words(&a.hall.name),
                    words(&b.hall.name)
                );
                findings.error(Code::HallsOverlap, format!("{}.outline", b.path), message);
            }
        }
    }
}

fn stands(hall: &HallSite<'_>, misplaced: &mut HashSet<usize>, findings: &mut Findings) {
    for (i, solid, stand) in hall.stands() {
        for (j, other) in hall.neighbours(i) {
            let Some(body) = other.body() else { continue };
            let shared = shared_area_m2(&stand.outline, body);
            if shared <= TOLERANCE_M2 {
                continue;
            }
            misplaced.insert(stand.file_index);
            if other.stand.is_none() {
                let message = format!(
                    "Stand {} overlaps {} by {shared:.2} m² ({})",
                    stand.number, other.name, other.path
                );
                findings.error(Code::StandOverlapsFixture, &solid.path, message);
            } else if let Some(second) = other.stand.filter(|_| i < j) {
                let message = format!(
                    "Stands {} and {} overlap by {shared:.2} m²",
                    stand.number, second.number
                );
                findings.error(Code::StandsOverlap, &other.path, message);
            }
        }
    }
}

fn outside(hall: &HallSite<'_>, misplaced: &mut HashSet<usize>, findings: &mut Findings) {
    for solid in &hall.solids {
        let Some(body) = solid.body() else { continue };
        let out = body.area_m2() - shared_area_m2(&hall.hall.outline, body);
        // A wall that ends in the hall's wall may reach half its thickness into it.
        let is_wall = solid.path.contains(".walls[");
        if out > TOLERANCE_M2 && !is_wall {
            let unit = if body.area_m2() > 2.0 * hall.hall.outline.area_m2() {
                "; are all coordinates in metres?"
            } else {
                ""
            };
            let message = format!(
                "{} reaches out of the hall \"{}\" by {out:.2} m²{unit}",
                capital(&solid.name),
                hall.name()
            );
            findings.error(Code::OutsideHall, &solid.path, message);
            misplaced.extend(solid.stand.map(|s| s.file_index));
        }
    }
    for (i, service) in hall.raw.services.iter().enumerate() {
        let at = service.at.into();
        if hall.hall.outline.signed_distance(at) < -0.01 {
            let message = format!(
                "the pin of the service \"{}\" is outside the hall \"{}\"",
                service.id,
                hall.name()
            );
            let path = format!("{}.services[{i}].at", hall.path);
            findings.error(Code::OutsideHall, path, message);
        }
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
