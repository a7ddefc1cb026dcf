//! The guide: a floor and a language, and the pieces that its sentences are made of.

use super::relation::{Between, Relation};
use super::side::Side;
use super::words::{Sides, Word};
use crate::format::{Provenance, ProvenanceMap, Text};
use crate::geometry::{PlanPoint, Rect};
use crate::messages::{Lang, Msg, entrance_name, fill, service_name};
use crate::plan::{Entrance, Hall, Plan, Service, Stand, StandIx};
use crate::scene::FloorScene;

/// Tells of one floor in one language. Made on the spot: it holds nothing of its own.
#[derive(Clone, Copy, Debug)]
pub struct Guide<'a> {
    pub(super) plan: &'a Plan,
    pub(super) scene: &'a FloorScene,
    pub(super) lang: Lang,
}

impl<'a> Guide<'a> {
    /// A guide to the floor of `scene`.
    pub fn new(plan: &'a Plan, scene: &'a FloorScene, lang: Lang) -> Self {
        Self { plan, scene, lang }
    }

    /// The halls of the floor.
    pub(super) fn halls(&self) -> impl Iterator<Item = &'a Hall> {
        self.plan.halls_on(self.scene.floor)
    }

    /// The stands whose bounds touch `region`, in file order.
    pub(super) fn stands_in(&self, region: Rect) -> Vec<StandIx> {
        let mut found = Vec::new();
        for place in self.scene.stands_in(region) {
            found.extend(self.scene.stands.get(place).map(|shape| shape.stand));
        }
        found
    }

    pub(super) fn say(&self, word: Word) -> &'static str {
        word.text(self.lang)
    }

    /// Adds a fragment.
    pub(super) fn put(&self, text: &mut String, word: Word) {
        text.push_str(self.say(word));
    }

    pub(super) fn say_with(&self, word: Word, values: &[&str]) -> String {
        fill(word.text(self.lang), values)
    }

    pub(super) fn text(&self, text: &'a Text) -> &'a str {
        text.get(self.lang.tag()).text
    }

    pub(super) fn entrance(&self, entrance: &'a Entrance) -> &'a str {
        match &entrance.name {
            Some(name) => self.text(name),
            None => entrance_name(entrance.kind).text(self.lang),
        }
    }

    pub(super) fn service(&self, service: &'a Service) -> &'a str {
        match &service.name {
            Some(name) => self.text(name),
            None => service_name(service.kind).text(self.lang),
        }
    }

    /// Number and name, to stand within a sentence.
    pub(super) fn stand_in_short(&self, stand: &Stand) -> String {
        let mut text = self.say_with(Word::Stand, &[&stand.number]);
        let name = self.plan.stand_short_name(stand, self.lang.tag()).text;
        if name != *stand.number {
            self.put(&mut text, Word::Open);
            text.push_str(&name);
            self.put(&mut text, Word::Close);
        }
        text
    }

    /// Number, name and category, to begin a description with; it ends like a sentence.
    pub(super) fn stand_in_full(&self, stand: &Stand) -> String {
        let mut text = fill(Msg::StandNo.text(self.lang), &[&stand.number]);
        let name = self.plan.stand_name(stand, self.lang.tag()).text;
        if name != *stand.number {
            self.put(&mut text, Word::Comma);
            text.push_str(&name);
        }
        self.end(&mut text);
        let category = stand
            .category
            .and_then(|c| self.plan.categories.get(c.at()));
        let category = category.map(|category| self.text(&category.name));
        // Said once where the stand is called like its category.
        if let Some(category) = category.filter(|category| *category != name) {
            self.gap(&mut text);
            text.push_str(category);
            self.end(&mut text);
        }
        text
    }

    /// Ends a sentence, unless it ends with a full stop already ("2024 г.").
    pub(super) fn end(&self, text: &mut String) {
        let stop = self.say(Word::Stop).trim_ascii_end();
        if !text.ends_with(['.', '。', '!', '?', '！', '？', '…']) {
            text.push_str(stop);
        }
    }

    /// The space between two sentences.
    pub(super) fn gap(&self, text: &mut String) {
        if self.lang != Lang::Zh {
            text.push(' ');
        }
    }

    /// Metres as one would say them: by halves at first, later by ones, fives and tens.
    pub(super) fn metres(&self, metres: f64) -> String {
        let unit = match metres {
            _ if metres < 4.75 => 0.5,
            _ if metres < 49.5 => 1.0,
            _ if metres < 195.0 => 5.0,
            _ => 10.0,
        };
        let rounded = ((metres / unit).round() * unit).max(0.5);
        self.say_with(Word::Metres, &[&self.lang.number(rounded)])
    }

    pub(super) fn square_metres(&self, area: f64) -> String {
        fill(
            Msg::SquareMetres.text(self.lang),
            &[&self.lang.number(area)],
        )
    }

    /// Metres and a side: "4 m to the right".
    pub(super) fn away(&self, metres: &str, side: Side) -> String {
        let side = Sides::Towards.text(side.0, self.lang);
        match self.lang {
            Lang::Zh => [side, metres].concat(),
            _ => [metres, " ", side].concat(),
        }
    }

    /// How far and across what, without the side.
    pub(super) fn across(&self, relation: Relation, away: String) -> String {
        let between = match relation.between {
            Between::Nothing => return self.say(Word::Touching).into(),
            Between::Aisle => Word::Aisle,
            Between::Wall => Word::Wall,
            Between::Stand | Between::Other => return away,
        };
        [&away, self.say(Word::Comma), self.say(between)].concat()
    }

    /// The part of the plan in which a point lies: one of nine.
    pub(super) fn part(&self, at: PlanPoint) -> &'static str {
        let b = self.scene.bounds;
        let third = |at: f64, from: f64, length: f64| {
            let share = (at - from) / length.max(1e-9);
            u8::from(share > 1.0 / 3.0) + u8::from(share > 2.0 / 3.0)
        };
        let side = match (third(at.x, b.x0, b.width()), third(at.y, b.y0, b.height())) {
            (0, 0) => 7,
            (1, 0) => 0,
            (_, 0) => 1,
            (0, 1) => 6,
            (1, 1) => 8,
            (_, 1) => 2,
            (0, _) => 5,
            (1, _) => 4,
            _ => 3,
        };
        Sides::Part.text(side, self.lang)
    }
}

/// Puts `separator` before all but the first part.
pub(super) fn append(text: &mut String, start: usize, separator: &str, part: &str) {
    if text.len() > start {
        text.push_str(separator);
    }
    text.push_str(part);
}

/// Whether a field is made up.
pub(super) fn is_illustrative(provenance: &ProvenanceMap, field: &str) -> bool {
    provenance.of_field(field) == Some(&Provenance::Illustrative)
}
