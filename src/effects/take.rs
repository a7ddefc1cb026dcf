//! Files that the visitor takes along.

use floorplan::export::Export;
use floorplan::mine::Kind;
use floorplan::state::{State, Take};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser.js")]
extern "C" {
    /// Offers sessions as a calendar.
    #[wasm_bindgen(js_name = offerCalendar)]
    fn offer_calendar(event: &str, zone: &str, sessions: &str);
    /// Offers records as a table.
    #[wasm_bindgen(js_name = offerTable)]
    fn offer_table(event: &str, records: &str);
    /// Offers the data file, or of what is in it outlines (`o`) or contacts (`c`) on the stands with
    /// these ids.
    #[wasm_bindgen(js_name = offerData)]
    fn offer_data(event: &str, source: &str, what: &str, lang: &str, ids: &str);
}

/// Offers a file of the marks. A picture is the painter's to offer, a link that of what keeps them.
pub(crate) fn take_along(state: &State, take: Take) {
    let Some(plan) = state.plan() else { return };
    let event = &plan.event;
    let export = Export {
        plan,
        marks: &state.marks,
        lang: state.lang,
        is_mine: !matches!(take, Take::Programme | Take::AllStands),
        page: None,
    };
    let only = match take {
        Take::Table | Take::AllStands => return offer_table(&event.id, &export.visit_stands()),
        Take::Data | Take::Outlines | Take::Contacts => {
            let what = match take {
                Take::Data => "",
                Take::Outlines => "o",
                _ => "c",
            };
            let mut ids = String::new();
            for mark in state.marks.all() {
                if mark.kind == Kind::Stand {
                    ids.push_str(&mark.id);
                    ids.push('\n');
                }
            }
            return offer_data(&event.id, &state.source, what, state.lang.tag(), &ids);
        }
        Take::Session(ix) => Some(ix),
        _ => None,
    };
    offer_calendar(&event.id, &event.time_zone, &export.visit_sessions(only));
}
