//! Where a stand is.

use super::Guide;
use super::guide::{append, is_illustrative};
use super::relation::{Between, Relation};
use super::route::Route;
use super::side::Side;
use super::words::{Sides, Word};
use crate::format::{EntranceKind, ServiceKind};
use crate::geometry::PlanPoint;
use crate::plan::{Entrance, Hall, Service, Stand, StandIx};

/// Neighbours are looked for so far around a stand, metres.
const AROUND_M: f64 = 12.0;
/// Of several neighbours on one side, those are named that are so much further away than the nearest.
const SAME_GAP_M: f64 = 1.0;
/// So many neighbours are named on a side.
const MOST_ON_A_SIDE: usize = 3;
/// The wall of the hall is a neighbour at this distance, metres.
const AT_WALL_M: f64 = 0.3;

/// Services that visitors look for.
const SOUGHT: [ServiceKind; 5] = [
    ServiceKind::Information,
    ServiceKind::Toilets,
    ServiceKind::Cafe,
    ServiceKind::Cloakroom,
    ServiceKind::FirstAid,
];

impl<'a> Guide<'a> {
    /// A stand of the guide's floor: what it is, its neighbours, the nearest entrance and services, a
    /// way to it where there is a simple one. One sentence or two each.
    pub fn stand(&self, ix: StandIx) -> Vec<String> {
        let Some(stand) = self.plan.stand(ix) else {
            return Vec::new();
        };
        let mut told = vec![self.stand_in_full(stand), self.size(stand)];
        let Some(hall) = self.plan.halls.get(stand.hall.at()) else {
            return told;
        };
        self.add(&mut told, self.place(hall, stand));
        self.add(&mut told, self.neighbours(hall, stand));
        self.entrances(hall, stand, &mut told);
        self.add(&mut told, self.services(stand));
        if is_illustrative(&stand.provenance, "outline") {
            self.add(&mut told, self.say(Word::StandSchematic).into());
        }
        told
    }

    /// Adds a sentence, unless it is empty.
    pub(super) fn add(&self, told: &mut Vec<String>, mut sentence: String) {
        if !sentence.is_empty() {
            self.end(&mut sentence);
            told.push(sentence);
        }
    }

    fn size(&self, stand: &Stand) -> String {
        let area = stand.declared_area_m2.unwrap_or(stand.outline.area_m2());
        let mut text = self.say_with(Word::Area, &[&self.square_metres(area)]);
        self.end(&mut text);
        let sides = stand.outline.points().len();
        if stand.open_edges.len() >= sides {
            self.gap(&mut text);
            self.put(&mut text, Word::AllOpen);
            self.end(&mut text);
        } else if !stand.open_edges.is_empty() {
            let (mut open, mut word) = (String::new(), Word::OpenSide);
            for side in 0..8 {
                // To the left of a side's direction is the outside.
                if stand.outline.any_edge(&mut |edge, a, b| {
                    stand.open_edges.contains(&edge) && Side::of(b.y - a.y, a.x - b.x).0 == side
                }) {
                    if !open.is_empty() {
                        word = Word::OpenSides;
                    }
                    let name = Sides::Of.text(side, self.lang);
                    append(&mut open, 0, self.list_comma(), name);
                }
            }
            self.gap(&mut text);
            text.push_str(&self.say_with(word, &[&open]));
            self.end(&mut text);
        }
        text
    }

    /// The part of the plan; district, hall and floor as far as there are several.
    fn place(&self, hall: &'a Hall, stand: &Stand) -> String {
        let middle = stand.outline.centroid();
        let mut text = self.say_with(Word::OnPlan, &[self.part(middle)]);
        let mut add = |part: &str| {
            self.put(&mut text, Word::Comma);
            text.push_str(part);
        };
        let mut districts = hall.districts.iter();
        if let Some(district) = districts.find(|d| d.outline.contains(middle)) {
            add(&self.say_with(Word::District, &[self.text(&district.name)]));
        }
        if self.plan.halls.len() > 1 {
            add(self.text(&hall.name));
        }
        let floor = self.plan.floors.get(hall.floor.at());
        if let Some(floor) = floor.filter(|_| self.plan.floors.len() > 1) {
            add(self.text(&floor.name));
        }
        text
    }

    fn neighbours(&self, hall: &Hall, stand: &Stand) -> String {
        let mut near: Vec<(&Stand, Relation)> = Vec::new();
        for ix in self.stands_in(stand.bounds.inflated(AROUND_M)) {
            if let Some(other) = self.plan.stand(ix)
                && other.id != stand.id
            {
                let relation = self.relation(stand, other);
                if relation.gap_m <= AROUND_M && relation.between != Between::Stand {
                    near.push((other, relation));
                }
            }
        }
        let heading = self.say(Word::Around);
        let mut text = String::from(heading);
        for side in Side::STRAIGHT {
            let on_side = || near.iter().filter(|(_, relation)| relation.side == side);
            let nearest = on_side().map(|(_, relation)| relation.gap_m);
            let nearest = nearest.fold(f64::INFINITY, f64::min);
            let alike = on_side().filter(|(_, relation)| relation.gap_m <= nearest + SAME_GAP_M);
            let mut alike = alike.take(MOST_ON_A_SIDE).peekable();
            let (mut named, mut start) = (String::new(), 0);
            while let Some((other, relation)) = alike.next() {
                let how = |relation: &Relation| {
                    let apart = self.say_with(Word::Apart, &[&self.metres(relation.gap_m)]);
                    self.across(*relation, apart)
                };
                let how_here = how(relation);
                // What they have in common is said once, after the last of them.
                let next = alike.peek().map(|(_, relation)| how(relation));
                let is_last = next.as_ref() != Some(&how_here);
                let and = if is_last {
                    self.say(Word::And)
                } else {
                    self.list_comma()
                };
                append(&mut named, start, and, &self.stand_in_short(other));
                if is_last {
                    self.put(&mut named, Word::Comma);
                    named.push_str(&how_here);
                    if next.is_some() {
                        self.put(&mut named, Word::AndAlso);
                    }
                    start = named.len();
                }
            }
            if named.is_empty() && is_at_wall(hall, stand, side) {
                self.put(&mut named, Word::HallWall);
            }
            if !named.is_empty() {
                let beside = Sides::Beside.text(side.0, self.lang);
                append(&mut text, heading.len(), self.say(Word::Semicolon), beside);
                self.put(&mut text, Word::Is);
                text.push_str(&named);
            }
        }
        if text.len() == heading.len() {
            text.clear();
        }
        text
    }

    /// The nearest entrance, the main one where that is another, and a way from one of them.
    fn entrances(&self, hall: &'a Hall, stand: &Stand, told: &mut Vec<String>) {
        let nearest = nearest_entrance(hall, stand, false);
        let main = nearest_entrance(hall, stand, true);
        let main = main.filter(|main| nearest.is_some_and(|nearest| nearest.id != main.id));
        for (entrance, heading) in [(nearest, Some(Word::NearestEntrance)), (main, None)] {
            if let Some(entrance) = entrance {
                let mut text = String::from(heading.map_or("", |heading| self.say(heading)));
                text.push_str(self.entrance(entrance));
                self.put(&mut text, Word::Comma);
                let (metres, side) = distance(stand, entrance.at);
                text.push_str(Sides::Towards.text(side.0, self.lang));
                self.put(&mut text, Word::Comma);
                text.push_str(&self.say_with(Word::Straight, &[&self.metres(metres)]));
                self.add(told, text);
            }
        }
        for entrance in [main, nearest] {
            if let Some(entrance) = entrance
                && let Some(route) = self.route(hall, entrance, stand)
            {
                self.add(told, self.turns_told(entrance, stand, route));
                return;
            }
        }
    }

    fn turns_told(&self, from: &'a Entrance, to: &Stand, route: Route) -> String {
        let mut text = self.say_with(Word::Route, &[self.entrance(from), &to.number]);
        let turned = |is_right| if is_right { Word::Right } else { Word::Left };
        let start = text.len();
        let (right, further) = (route.right_m, route.further_m);
        for (word, metres) in [
            (Word::Ahead, route.ahead_m),
            (turned(right > 0.0), right.abs()),
            // After a turn to the right, ahead is to the left.
            (turned((right > 0.0) != (further > 0.0)), further.abs()),
        ] {
            if metres > 0.0 {
                let metres = self.metres(metres.round());
                append(
                    &mut text,
                    start,
                    self.say(Word::Then),
                    &self.say_with(word, &[&metres]),
                );
            }
        }
        let word = match route.stand {
            0 => Word::StandAhead,
            1 => Word::StandRight,
            _ => Word::StandLeft,
        };
        append(&mut text, start, self.say(Word::Semicolon), self.say(word));
        text
    }

    /// The nearest service of each sort; the sorts always in the same order.
    fn services(&self, stand: &Stand) -> String {
        let mut text = String::new();
        for kind in SOUGHT {
            let mut nearest: Option<(f64, Side, &Service)> = None;
            for hall in self.halls() {
                for service in &hall.services {
                    let (metres, side) = distance(stand, service.at);
                    if service.kind == kind && nearest.is_none_or(|(least, _, _)| metres < least) {
                        nearest = Some((metres, side, service));
                    }
                }
            }
            if let Some((metres, side, service)) = nearest {
                let mut item = String::from(self.service(service));
                self.put(&mut item, Word::Comma);
                item.push_str(&self.away(&self.metres(metres), side));
                self.item(&mut text, Word::NearestServices, &item);
            }
        }
        text
    }
}

/// The nearest way in, or the nearest main one.
fn nearest_entrance<'a>(hall: &'a Hall, stand: &Stand, is_main: bool) -> Option<&'a Entrance> {
    let (mut nearest, mut least) = (None, f64::INFINITY);
    for entrance in &hall.entrances {
        let (metres, _) = distance(stand, entrance.at);
        let counts = match entrance.kind {
            EntranceKind::Main => true,
            EntranceKind::Entrance => !is_main,
            _ => false,
        };
        if counts && metres < least {
            (nearest, least) = (Some(entrance), metres);
        }
    }
    nearest
}

/// Whether a side of a stand is at the wall of its hall.
fn is_at_wall(hall: &Hall, stand: &Stand, side: Side) -> bool {
    let (b, c) = (stand.bounds, stand.bounds.center());
    let at = match side.0 {
        0 => PlanPoint::new(c.x, b.y0),
        2 => PlanPoint::new(b.x1, c.y),
        4 => PlanPoint::new(c.x, b.y1),
        _ => PlanPoint::new(b.x0, c.y),
    };
    hall.outline.signed_distance(at).abs() <= AT_WALL_M
}

/// How far a point is in a straight line, and where.
fn distance(stand: &Stand, at: PlanPoint) -> (f64, Side) {
    let middle = stand.outline.centroid();
    let metres = (-stand.outline.signed_distance(at)).max(0.0);
    (metres, Side::of(at.x - middle.x, at.y - middle.y))
}
