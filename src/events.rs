//! What the host is told, as plain values.

use floorplan::messages::failure_text;
use floorplan::plan::{Plan, StandIx, Warning};
use floorplan::state::{Failure, State};

/// Fired when the first view of the data has been drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// How many stands there are.
    pub stands: usize,
    /// What was passed over in the data.
    pub warnings: Vec<Skipped>,
}

/// One entry of the data that was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Stable code, such as `bad-polygon`.
    pub code: &'static str,
    /// JSON path, such as `stands[3].outline`.
    pub path: String,
    /// What is wrong with it (English).
    pub message: String,
}

/// Fired when the visitor chooses a stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// Stable id of the stand.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its name in the interface language.
    pub name: String,
    /// Names of its participants in the interface language.
    pub participants: Vec<String>,
}

/// Fired when the data cannot be shown, or does not have the stand that the host wants selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Stable code, such as `http-status`, `truncated` or, of the stand, `unknown-id`.
    pub code: &'static str,
    /// What happened, in the interface language; of an unknown stand, the code and its id.
    pub message: String,
    /// The parser's words (English); empty when the data never arrived.
    pub detail: String,
    /// JSON path, when known.
    pub path: String,
    /// Line from 1; 0 when unknown.
    pub line: usize,
    /// Column from 1; 0 when unknown.
    pub column: usize,
}

impl From<&Warning> for Skipped {
    fn from(warning: &Warning) -> Self {
        Self {
            code: warning.kind.code(),
            path: warning.place.path.clone(),
            message: warning.detail.clone(),
        }
    }
}

impl Selected {
    /// The stand at an index, described in `lang`.
    pub(crate) fn new(plan: &Plan, stand: StandIx, lang: &str) -> Option<Self> {
        let found = plan.stand(stand)?;
        let names = found
            .participants
            .iter()
            .filter_map(|ix| plan.participant(*ix));
        Some(Self {
            id: found.id.to_string(),
            number: found.number.to_string(),
            name: plan.stand_name(found, lang).text.into_owned(),
            participants: names.map(|p| p.name.get(lang).text.to_owned()).collect(),
        })
    }
}

impl Failed {
    pub(crate) fn new(failure: &Failure, state: &State) -> Self {
        let message = failure_text(failure, state.lang);
        match failure {
            Failure::Data(error) => Self {
                detail: error.detail.clone(),
                path: error.place.path.clone(),
                line: error.place.line,
                column: error.place.column,
                ..Self::of(failure.code(), message)
            },
            _ => Self::of(failure.code(), message),
        }
    }

    /// The data has no such stand.
    pub(crate) fn unknown(id: &str) -> Self {
        Self::of("unknown-id", format!("unknown-id: {id}"))
    }

    fn of(code: &'static str, message: String) -> Self {
        Self {
            code,
            message,
            detail: String::new(),
            path: String::new(),
            line: 0,
            column: 0,
        }
    }
}
