//! From the format to the plan. One file for each part of the plan; [`value`] holds what they share.

mod event;
mod hall;
mod participant;
mod path;
mod session;
mod stand;
mod value;

use path::{Entry, Path};

use crate::format::json::Fault;
use crate::format::{self, Document, List, LoadError, LoadErrorKind, Place, locate};
use crate::plan::{IdIndex, Plan, Warning, WarningKind};

/// So many warnings are given line and column while loading.
const LOCATED_WARNINGS: usize = 20;

/// A plan, and what was passed over on the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The plan.
    pub plan: Plan,
    /// In the order in which they were found.
    pub warnings: Vec<Warning>,
}

/// Reads a file.
///
/// # Errors
/// When nothing can be shown: the text is not an expo-map file of this version, the event's
/// dates are unreadable, or no hall or no stand is left. Lesser faults become warnings.
pub fn load(text: &str) -> Result<Loaded, LoadError> {
    let (plan, mut warnings) = inspect(text);
    // Each look-up is a scan of the text: the first faults get their line, all have their path.
    for warning in warnings.iter_mut().take(LOCATED_WARNINGS) {
        warning.place = locate(text, &warning.place.path);
    }
    plan.map(|plan| Loaded { plan, warnings })
}

/// Reads a file as [`load`] does, and also gives the warnings when nothing can be shown: they
/// tell why, when it is because no hall or no stand is left.
pub fn inspect(text: &str) -> (Result<Plan, LoadError>, Vec<Warning>) {
    let document = match format::read(text) {
        Ok(document) => document,
        Err(error) => return (Err(error), Vec::new()),
    };
    let mut builder = Builder {
        text,
        warnings: Vec::new(),
    };
    let plan = builder.plan(document);
    (plan, builder.warnings)
}

struct Builder<'a> {
    text: &'a str,
    warnings: Vec<Warning>,
}

impl Builder<'_> {
    fn plan(&mut self, document: Document) -> Result<Plan, LoadError> {
        self.faults(document.faults);
        let missing = || self.error(LoadErrorKind::Event, "event", "there is no event");
        let event = document.event.ok_or_else(missing)?;
        let event = self.event(event)?;
        let sources = self.sources(document.sources);
        let floors = self.floors(document.floors);
        let halls = self.halls(document.halls, &floors);
        if halls.is_empty() {
            return Err(self.error(LoadErrorKind::NoHalls, "halls", "no hall can be drawn"));
        }
        let categories = self.categories(document.categories);
        let mut stands = self.stands(document.stands, &halls, &categories);
        if stands.is_empty() {
            return Err(self.error(LoadErrorKind::NoStands, "stands", "no stand can be drawn"));
        }
        let stand_ids = IdIndex::new(&stands, |s| &s.id);
        let participants = self.participants(document.participants, &mut stands, &stand_ids);
        let sessions = self.sessions(
            document.sessions,
            &halls,
            &mut stands,
            &stand_ids,
            &participants,
        );
        Ok(Plan {
            languages: document.languages,
            event,
            floors,
            halls,
            categories,
            stands,
            participants,
            sessions,
            sources,
            pinyin: document.pinyin,
            stand_ids,
        })
    }

    fn error(&self, kind: LoadErrorKind, path: &str, detail: &str) -> LoadError {
        LoadError {
            kind,
            place: locate(self.text, path),
            detail: detail.into(),
        }
    }

    fn warn(&mut self, kind: WarningKind, path: String, detail: &str) {
        // Line and column are looked up by whoever shows the warning: a scan of the whole text
        // per warning would make a file full of faults slow to open.
        let place = Place {
            path,
            line: 0,
            column: 0,
        };
        self.warnings.push(Warning {
            kind,
            place,
            detail: detail.into(),
        });
    }

    /// Passes on what the reader could not use.
    fn faults(&mut self, faults: Vec<Fault>) {
        for fault in faults {
            let kind = if fault.is_optional {
                WarningKind::BadField
            } else {
                WarningKind::BadEntry
            };
            self.warn(kind, fault.path, &fault.detail);
        }
    }

    /// Of each entry, whether its id is taken by one before it.
    fn taken<T>(&mut self, name: &'static str, list: &List<T>, id: fn(&T) -> &str) -> Vec<bool> {
        let mut ids = Vec::with_capacity(list.len());
        for (index, entry) in list {
            ids.push((*index, id(entry)));
        }
        self.repeated(name, &ids)
    }

    /// Of each id, whether it stands earlier in the list already; with a warning.
    fn repeated(&mut self, name: &'static str, ids: &[(usize, &str)]) -> Vec<bool> {
        let index = IdIndex::new(ids, |(_, id)| id);
        let mut repeated = Vec::with_capacity(ids.len());
        for (place, (file_index, id)) in ids.iter().enumerate() {
            let is_repeated = index.find(ids, |(_, id)| id, id) != Some(place);
            repeated.push(is_repeated);
            if is_repeated {
                let detail = ["the id \"", id, "\" is taken already"].concat();
                let path = Path::of(Entry::of(name, *file_index), ".id").text();
                self.warn(WarningKind::DuplicateId, path, &detail);
            }
        }
        repeated
    }
}
