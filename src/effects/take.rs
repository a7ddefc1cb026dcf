//! Files that the visitor takes along.

use floorplan::export::Export;
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
    /// Offers records as contacts.
    #[wasm_bindgen(js_name = offerContacts)]
    fn offer_contacts(event: &str, records: &str);
    /// Offers the data file, or the outlines that are in it.
    #[wasm_bindgen(js_name = offerData)]
    fn offer_data(event: &str, source: &str, is_outlines: bool);
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
        Take::Contacts => return offer_contacts(&event.id, &export.visit_contacts()),
        Take::Data | Take::Outlines => {
            return offer_data(&event.id, &state.source, take == Take::Outlines);
        }
        Take::Session(ix) => Some(ix),
        _ => None,
    };
    offer_calendar(&event.id, &event.time_zone, &export.visit_sessions(only));
}
