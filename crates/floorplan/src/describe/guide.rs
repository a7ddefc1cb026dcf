//! The guide: a floor and a language, and the pieces that its sentences are made of.

use super::relation::{Between, Relation};
use super::side::Side;
use super::words::{Sides, Word};
use crate::format::{EntranceKind, Localised, ServiceKind, Text};
use crate::geometry::{PlanPoint, Rect};
use crate::messages::{Lang, Msg, entrance_name, fill, service_name};
use crate::plan::{Hall, Name, Plan, Stand};
use crate::scene::FloorScene;

/// Tells of one floor in one language. Made on the spot: it holds nothing of its own.
#[derive(Clone, Copy, Debug)]
pub struct Guide<'a> {
    pub(super) plan: &'a Plan,
    pub(super) scene: &'a FloorScene,
    pub(super) lang: Lang,
    /// Names in another language are marked: see [`Guide::marking_languages`].
    is_marking: bool,
}

/// Before the language of a name, before the name itself, and after it, where languages are marked.
pub const LANGUAGE: [char; 3] = ['\u{2}', '\u{3}', '\u{4}'];

/// What visitors look for has its place in the order in which they are told of it: 0 the main
/// entrance, 1 another, then services. Ways out and other services have these and more.
pub(super) const EXIT: u8 = 7;
pub(super) const EMERGENCY: u8 = 8;
const SERVICE: u8 = 9;

impl<'a> Guide<'a> {
    /// A guide to the floor of `scene`.
    pub fn new(plan: &'a Plan, scene: &'a FloorScene, lang: Lang) -> Self {
        Self {
            plan,
            scene,
            lang,
            is_marking: false,
        }
    }

    /// Names that the data has in another language only stand between [`LANGUAGE`]'s characters, with the tag
    /// of that language.
    #[must_use]
    pub fn marking_languages(mut self) -> Self {
        self.is_marking = true;
        self
    }

    /// Doorways, then services of a hall: of which sort, what called, and where.
    pub(super) fn each_place(&self, hall: &Hall, found: &mut dyn FnMut(u8, &str, PlanPoint)) {
        for entrance in &hall.entrances {
            let sort = match entrance.kind {
                EntranceKind::Main => 0,
                EntranceKind::Entrance => 1,
                EntranceKind::Exit => EXIT,
                EntranceKind::Emergency => EMERGENCY,
            };
            let name = self.called(entrance.name.as_ref(), entrance_name(entrance.kind));
            found(sort, &name, entrance.at);
        }
        for service in &hall.services {
            let sort = match service.kind {
                ServiceKind::Information => 2,
                ServiceKind::Toilets => 3,
                ServiceKind::Cafe => 4,
                ServiceKind::Cloakroom => 5,
                ServiceKind::FirstAid => 6,
                _ => SERVICE,
            };
            let name = self.called(service.name.as_ref(), service_name(service.kind));
            found(sort, &name, service.at);
        }
    }

    fn called(&self, name: Option<&Text>, common: Msg) -> String {
        match name {
            Some(name) => self.text(name),
            None => common.text(self.lang).into(),
        }
    }

    /// The stands whose bounds touch `region`, in file order.
    pub(super) fn each_stand(&self, region: Rect, found: &mut dyn FnMut(&'a Stand)) {
        for place in self.scene.stands_in(region) {
            if let Some(shape) = self.scene.stands.get(place)
                && let Some(stand) = self.plan.stand(shape.stand)
            {
                found(stand);
            }
        }
    }

    pub(super) fn say(&self, word: Word) -> &'static str {
        word.text(self.lang)
    }

    /// Adds a fragment.
    pub(super) fn put(&self, text: &mut String, word: Word) {
        text.push_str(self.say(word));
    }

    pub(super) fn say_with(&self, word: Word, values: &[&str]) -> String {
        fill(self.say(word), values)
    }

    /// Adds a line with a heading and what it is about, unless there is nothing.
    pub(super) fn add(&self, told: &mut String, heading: Word, text: &str) {
        if !text.is_empty() {
            self.put(told, heading);
            told.push_str(text);
            self.end(told);
        }
    }

    /// Ends a line.
    pub(super) fn end(&self, told: &mut String) {
        told.push_str(match self.lang {
            Lang::Zh => "。\n",
            _ => ".\n",
        });
    }

    /// A text of the data.
    pub(super) fn text(&self, text: &Text) -> String {
        let Localised { text, lang } = text.get(self.lang.tag());
        self.named(text, lang)
    }

    /// A name in a language, or in that of the guide.
    fn named(&self, name: &str, lang: Option<&str>) -> String {
        let mut text = String::new();
        let lang = lang.filter(|_| self.is_marking);
        if let Some(lang) = lang {
            text.push(LANGUAGE[0]);
            text.push_str(lang);
            text.push(LANGUAGE[1]);
        }
        text.push_str(name);
        if lang.is_some() {
            text.push(LANGUAGE[2]);
        }
        text
    }

    /// Number and name, to stand within a sentence.
    pub(super) fn stand_in_short(&self, stand: &Stand) -> String {
        let mut text = self.say_with(Word::Stand, &[&stand.number]);
        let Name { text: name, lang } = self.plan.stand_short_name(stand, self.lang.tag());
        if name != *stand.number {
            text.push_str(&self.say_with(Word::Named, &[&self.named(&name, lang)]));
        }
        text
    }

    /// Metres as one would say them, by halves, later by ones and fives, and on which side.
    pub(super) fn away(&self, metres: f64, side: Side) -> String {
        fill(
            Sides::Towards.text(side.0, self.lang),
            &[&self.metres(metres)],
        )
    }

    pub(super) fn metres(&self, metres: f64) -> String {
        let unit = match metres {
            _ if metres < 4.75 => 0.5,
            _ if metres < 49.5 => 1.0,
            _ => 5.0,
        };
        let rounded = ((metres / unit).round() * unit).max(0.5);
        self.say_with(Word::Metres, &[&self.lang.number(rounded)])
    }

    /// How far, on which side and across what.
    pub(super) fn related(&self, relation: Relation) -> String {
        let across = match relation.between {
            Between::Nothing => {
                let side = Sides::Towards.text(relation.side.0, self.lang);
                return fill(side, &[self.say(Word::NextTo)]);
            }
            Between::Aisle => self.say(Word::Aisle),
            Between::Wall => self.say(Word::Wall),
            _ => "",
        };
        self.away(relation.gap_m, relation.side) + across
    }

    /// The part of the plan in which a point lies: one of nine.
    pub(super) fn part(&self, at: PlanPoint) -> &'static str {
        let b = self.scene.bounds;
        let third = |at: f64, from: f64, length: f64| {
            let share = (at - from) / length.max(1e-9);
            u8::from(share > 1.0 / 3.0) + u8::from(share > 2.0 / 3.0)
        };
        let (x, y) = (third(at.x, b.x0, b.width()), third(at.y, b.y0, b.height()));
        Sides::Part.text(y * 3 + x, self.lang)
    }
}

/// Puts `separator` before all but the first part.
pub(super) fn append(text: &mut String, separator: &str, part: &str) {
    if !text.is_empty() {
        text.push_str(separator);
    }
    text.push_str(part);
}
