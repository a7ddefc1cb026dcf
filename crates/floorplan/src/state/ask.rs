//! What the page asks of a map by a method, and what it is answered. The element's script gives it
//! the form that pages see (docs/api.md): in JavaScript that is a third as long.

use std::rc::Rc;

use super::snapshot::{far, read_far, whole};
use super::{Effect, Exhibition, Load, Origin, State, Status, Take};
use crate::describe::Guide;
use crate::export::{Export, Records};
use crate::geometry::PlanPoint;
use crate::messages::failure_text;
use crate::mine::Marks;
use crate::plan::{self, FloorIx, Plan, StandIx};
use crate::search::What;

/// What can be asked, by number: the script says the same.
pub mod asks {
    /// Open a stand, by id or number.
    pub const SELECT: u8 = 0;
    /// Close it.
    pub const CLEAR: u8 = 1;
    /// Show the whole plan, at once.
    pub const FIT: u8 = 2;
    /// Fly to a point: floor, x, y, scale (nothing for as it comes), with blanks between.
    pub const FLY: u8 = 3;
    /// Search for words, as if they were typed. Records of what was found: what it is by number, its id,
    /// the field by number.
    pub const SEARCH: u8 = 4;
    /// Take up a snapshot if this data has all that is in it.
    pub const FILTER: u8 = 5;
    /// Records of all that has a place and, after a group separator, of all sessions.
    ///
    /// Of a stand `0`, id, floor, corners, number, name, category, hall, participants (a line each),
    /// description; of an entrance `1`, of a service `2`, then id, floor, place, its kind by number; `9`,
    /// nothing, and the floor that is shown. Places are numbers with blanks between.
    pub const FACTS: u8 = 6;
    /// Records of the stands in the list.
    pub const LIST: u8 = 7;
    /// A stand, or the floor, in words.
    pub const DESCRIBE: u8 = 8;
    /// A file, by number.
    pub const TAKE: u8 = 9;
    /// Show this file's data and keep what can be kept.
    pub const GIVE: u8 = 10;
    /// A snapshot.
    pub const SNAPSHOT: u8 = 11;
    /// Take up a snapshot; what this data does not have, a line each.
    pub const RESTORE: u8 = 12;
}

/// The files that can be taken, as the script counts them.
const FILES: [Take; 7] = [
    Take::Picture,
    Take::Bitmap,
    Take::Data,
    Take::Outlines,
    Take::AllStands,
    Take::Programme,
    Take::Contacts,
];

/// Ends a group of records.
const GROUP: char = '\u{1d}';

impl State {
    /// Does what the page asks. What is refused changes nothing. Of the effects, those that move the focus or
    /// tell of a choice are for the visitor's own actions.
    ///
    /// What was asked for comes after a `+`; after a `-` the fields of an error: code, detail, JSON
    /// path, line, column. Nothing at all while there is no data yet: to be asked again when there is.
    pub(super) fn ask(&mut self, what: u8, argument: &str, effects: &mut Vec<Effect>) -> String {
        let mut told = Records(String::from("+"));
        if what == asks::GIVE {
            self.give(argument, &mut told, effects);
            return told.0;
        }
        let exhibition = match &self.load {
            Load::Ready(exhibition) => Rc::clone(exhibition),
            Load::Failed(failure) => {
                refuse(&mut told, failure.code(), &failure_text(failure, self.lang));
                return told.0;
            }
            _ => {
                if what == asks::SELECT {
                    // The first picture shows it already.
                    self.select_by_id(argument.into(), effects);
                }
                return String::new();
            }
        };
        let plan = exhibition.plan();
        let mut about = None;
        if what == asks::SELECT || what == asks::DESCRIBE && !argument.is_empty() {
            about = plan.find_stand(argument);
            if about.is_none() {
                refuse(&mut told, "unknown-id", argument);
                return told.0;
            }
        }
        match what {
            asks::SELECT => self.select_by_id(argument.into(), effects),
            asks::CLEAR => self.clear(Origin::Host, effects),
            asks::FIT => self.fit_now(effects),
            asks::FLY => {
                let mut numbers = argument.split(' ');
                let floor = FloorIx(whole(numbers.next()));
                if floor.at() >= plan.floors.len() {
                    refuse(&mut told, "unknown-id", argument);
                    return told.0;
                }
                let (x, y) = (read_far(numbers.next()), read_far(numbers.next()));
                let scale = read_far(numbers.next());
                self.fly(floor, PlanPoint::new(x, y), scale, effects);
            }
            asks::SEARCH => {
                self.type_in(argument.into(), effects);
                self.tell_found(plan, &mut told);
            }
            asks::FILTER | asks::RESTORE => {
                let (mut unknown, is_strict) = (String::new(), what == asks::FILTER);
                if !self.restore(argument, is_strict, &mut unknown, effects) {
                    refuse(&mut told, "bad-state", "");
                } else if is_strict && !unknown.is_empty() {
                    refuse(&mut told, "unknown-id", &unknown);
                }
                told.0 += &unknown;
            }
            asks::FACTS | asks::LIST => self.tell_facts(plan, what == asks::FACTS, &mut told),
            asks::DESCRIBE => {
                let stand = about.and_then(|ix| plan.stand(ix));
                let floor = stand.and_then(|stand| plan.floor_of(stand));
                if let Some(scene) = exhibition.scene(floor.unwrap_or(self.floor)) {
                    let guide = Guide::new(plan, scene, self.lang);
                    told.0 += &match about {
                        Some(stand) => guide.place(stand),
                        None => guide.floor(),
                    };
                }
            }
            asks::TAKE => {
                if let Some(file) = FILES.get(whole(Some(argument)) as usize) {
                    effects.push(Effect::Expect);
                    effects.push(Effect::Take(*file));
                    // Unless there is no file to be had.
                    refuse(&mut told, "no-file", "");
                }
            }
            _ => self.snapshot(&mut told),
        }
        told.0
    }

    /// Shows other data, keeping what can be kept.
    fn give(&mut self, file: &str, told: &mut Records, effects: &mut Vec<Effect>) {
        let loaded = match plan::load(file) {
            Ok(loaded) => loaded,
            Err(error) => {
                refuse(told, error.kind.code(), &error.detail);
                told.field(&error.place.path);
                told.number(error.place.line as u32);
                told.number(error.place.column as u32);
                return;
            }
        };
        let mut kept = Records::default();
        self.snapshot(&mut kept);
        let (now, is_drawn) = (self.now, self.is_drawn);
        effects.push(Effect::Given);
        self.source = file.into();
        self.loaded(Load::Ready(Rc::new(Exhibition::new(loaded))), effects);
        if !kept.0.is_empty() {
            (self.now, self.is_drawn) = (now, is_drawn);
            self.restore(&kept.0, false, &mut String::new(), effects);
            self.status = Status::Quiet;
        }
    }

    fn tell_found(&self, plan: &Plan, told: &mut Records) {
        for hit in self.found.iter().flat_map(|found| &found.hits) {
            told.number(match hit.what {
                What::Stand(_) => 0,
                What::Entrance(..) => 1,
                What::Service(..) => 2,
                What::Participant(..) => 3,
                What::Session(_) => 4,
            });
            told.field(hit.what.id(plan).unwrap_or_default());
            told.number(hit.field as u32);
            told.end();
        }
    }

    fn tell_facts(&self, plan: &Plan, is_all: bool, told: &mut Records) {
        let lang = self.lang.tag();
        let listed = self.listed.as_ref().filter(|_| !is_all);
        for at in 0..listed.map_or(plan.stands.len(), |listed| listed.len()) {
            let ix = listed.map_or(Some(StandIx::from(at)), |listed| listed.get(at).copied());
            let Some(stand) = ix.and_then(|ix| plan.stand(ix)) else {
                continue;
            };
            let floor = plan.floor_of(stand).unwrap_or(self.floor);
            tell_place(told, 0, &stand.id, floor, stand.outline.points());
            told.field(&stand.number);
            told.field(&plan.stand_name(stand, lang).text);
            let category = stand.category.and_then(|c| plan.categories.get(c.at()));
            told.field(category.map_or("", |category| &category.id));
            let hall = plan.halls.get(stand.hall.at());
            told.field(hall.map_or("", |hall| &hall.id));
            let mut names = String::new();
            for who in &stand.participants {
                if let Some(who) = plan.participant(*who) {
                    names.push_str(who.name.get(lang).text);
                    names.push('\n');
                }
            }
            told.field(&names);
            let about = stand.description.as_ref();
            told.field(about.map_or("", |about| about.get(lang).text));
            told.end();
        }
        if !is_all {
            return;
        }
        tell_place(told, 9, "", self.floor, &[]);
        told.end();
        for hall in &plan.halls {
            for entrance in &hall.entrances {
                tell_place(told, 1, &entrance.id, hall.floor, &[entrance.at]);
                told.number(entrance.kind as u32);
                told.end();
            }
            for service in &hall.services {
                tell_place(told, 2, &service.id, hall.floor, &[service.at]);
                told.number(service.kind as u32);
                told.end();
            }
        }
        told.0.push(GROUP);
        let export = Export {
            plan,
            marks: &Marks::default(),
            lang: self.lang,
            is_mine: false,
            page: None,
        };
        told.0 += &export.visit_sessions(None);
    }
}

#[inline(never)]
fn tell_place(told: &mut Records, kind: u32, id: &str, floor: FloorIx, points: &[PlanPoint]) {
    told.number(kind);
    told.field(id);
    told.number(floor.0);
    let mut place = String::new();
    for point in points {
        for length_m in [point.x, point.y] {
            place.push_str(&far(length_m).to_string());
            place.push(' ');
        }
    }
    told.field(&place);
}

fn refuse(told: &mut Records, code: &str, detail: &str) {
    told.0.clear();
    told.0.push('-');
    told.field(code);
    told.field(detail);
}
