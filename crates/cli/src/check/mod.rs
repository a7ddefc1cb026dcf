//! The checks. Each file here is one concern: it reads the [`File`] (what is written) or the
//! [`Site`] (what is drawn) and adds findings; none prints, none stops at the first problem.

mod access;
mod aisles;
mod areas;
mod categories;
mod clip;
mod doorways;
mod file;
mod grid;
mod ids;
mod labels;
mod load;
mod nearest;
mod occupancy;
mod overlap;
mod pairs;
mod programme;
mod provenance;
mod sides;
mod site;
mod structure;
mod texts;
mod translations;

use floorplan::format::PlaceIndex;
use floorplan::plan::{Plan, inspect};
use serde::Serialize;

use crate::finding::{Finding, Findings, Severity};
use file::File;
use site::Site;
pub use texts::is_bidi;

/// What the organiser may choose.
#[derive(Clone, Debug)]
pub struct Options {
    /// Aisles narrower than this get a warning, metres.
    pub min_aisle_m: f64,
    /// Languages that every text must have; when empty, the file's own `languages`.
    pub languages: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            min_aisle_m: 3.0,
            languages: Vec::new(),
        }
    }
}

/// What the plan holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Number of stands.
    pub stands: usize,
    /// Number of participants.
    pub participants: usize,
    /// Number of sessions.
    pub sessions: usize,
    /// Number of halls.
    pub halls: usize,
    /// Floor area of all halls, from the drawing, square metres.
    #[serde(rename = "areaM2")]
    pub area_m2: f64,
}

/// The result of a check.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// In the order of the file.
    pub findings: Vec<Finding>,
    /// What the plan holds; nothing when the file cannot be shown.
    pub plan: Option<Summary>,
}

impl Outcome {
    /// Number of errors.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// Number of warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        let of = |f: &&Finding| f.severity == severity;
        self.findings.iter().filter(of).count()
    }
}

/// Checks a file. Never panics, whatever the bytes are.
pub fn check(bytes: &[u8], options: &Options) -> Outcome {
    let mut findings = Findings::default();
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            findings.push(load::encoding(bytes, error));
            return Outcome {
                findings: findings.in_order(&PlaceIndex::default()),
                plan: None,
            };
        }
    };
    let (plan, warnings) = inspect(text);
    let Some(file) = load::readable(&plan).then(|| File::read(text)).flatten() else {
        findings.push(match plan {
            Err(error) => load::fatal(error, &[]),
            Ok(_) => load::too_deep(),
        });
        return Outcome {
            findings: findings.in_order(&PlaceIndex::default()),
            plan: None,
        };
    };
    let missing = structure::check(&file, &mut findings);
    load::check(&file, &plan, warnings, missing, &mut findings);
    check_file(&file, options, &mut findings);
    if let Ok(plan) = &plan {
        check_plan(&file, plan, options, &mut findings);
    }
    Outcome {
        findings: findings.in_order(&PlaceIndex::new(text)),
        plan: plan.ok().as_ref().map(summary),
    }
}

/// What can be said of the entries as they are written.
fn check_file(file: &File, options: &Options, findings: &mut Findings) {
    ids::check(file, findings);
    texts::check(file, findings);
    translations::check(file, &options.languages, findings);
    provenance::check(file, findings);
    programme::check(file, findings);
    categories::check(file, findings);
}

/// What can be said of the plan that visitors would see.
fn check_plan(file: &File, plan: &Plan, options: &Options, findings: &mut Findings) {
    let site = Site::new(file, plan, options.min_aisle_m);
    occupancy::check(file, plan, findings);
    areas::check(&site, findings);
    doorways::check(&site, findings);
    let misplaced = overlap::check(&site, findings);
    aisles::check(&site, options.min_aisle_m, &misplaced, findings);
    sides::check(&site, findings);
    access::check(&site, &misplaced, findings);
    labels::check(plan, findings);
}

fn summary(plan: &Plan) -> Summary {
    Summary {
        stands: plan.stands.len(),
        participants: plan.participants.len(),
        sessions: plan.sessions.len(),
        halls: plan.halls.len(),
        area_m2: (plan.area_m2() * 100.0).round() / 100.0,
    }
}
