//! Declared areas against the drawn ones.

use floorplan::format::{Provenance, ProvenanceMap};

use super::site::Site;
use crate::finding::{Code, Findings, Severity};

/// Differences within 1 % are rounding.
const RELATIVE: f64 = 0.01;
/// Small stands are rounded to half square metres.
const STAND_M2: f64 = 0.5;

/// Checks halls and stands that declare an area.
pub fn check(site: &Site<'_>, findings: &mut Findings) {
    for hall in &site.halls {
        let drawn = hall.hall.outline.area_m2();
        if let Some(declared) = hall.hall.declared_area_m2
            && (declared - drawn).abs() > declared * RELATIVE
        {
            let message = format!(
                "Hall \"{}\" declares {declared} m², but its outline is {drawn:.1} m²",
                hall.name()
            );
            let path = format!("{}.declaredArea", hall.path);
            let severity = severity(&hall.hall.provenance);
            findings.add(severity, Code::DeclaredArea, path, message);
        }
    }
    for stand in &site.plan.stands {
        let drawn = stand.outline.area_m2();
        if let Some(declared) = stand.declared_area_m2
            && (declared - drawn).abs() > (declared * RELATIVE).max(STAND_M2)
        {
            let message = format!(
                "Stand {} declares {declared} m², but its outline is {drawn:.1} m²",
                stand.number
            );
            let path = format!("stands[{}].declaredArea", stand.file_index);
            let severity = severity(&stand.provenance);
            findings.add(severity, Code::DeclaredArea, path, message);
        }
    }
}

/// Where the file says that the drawing is schematic, the areas need not agree exactly.
fn severity(provenance: &ProvenanceMap) -> Severity {
    if provenance.of_field("outline") == Some(&Provenance::Illustrative) {
        Severity::Warning
    } else {
        Severity::Error
    }
}
