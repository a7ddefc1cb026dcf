//! Where a stand is.

use super::Guide;
use super::guide::{EXIT, append};
use super::relation::gap;
use super::side::Side;
use super::words::Word;
use crate::plan::{Hall, Stand, StandIx};

/// Neighbours are looked for so far around a stand, metres.
const AROUND_M: f64 = 12.0;

impl Guide<'_> {
    /// Where a stand of the guide's floor is: the part of the plan, its neighbours, the nearest
    /// entrances and services. A line each.
    pub fn place(&self, ix: StandIx) -> String {
        let mut told = String::new();
        if let Some(stand) = self.plan.stand(ix)
            && let Some(hall) = self.plan.halls.get(stand.hall.at())
        {
            let middle = stand.outline.centroid();
            let mut text = String::from(self.part(middle));
            for district in &hall.districts {
                if district.outline.contains(middle) {
                    text.push_str(&self.say_with(Word::District, &[&self.text(&district.name)]));
                }
            }
            self.add(&mut told, Word::OnPlan, &text);
            self.add(&mut told, Word::Around, &self.neighbours(stand));
            self.add(&mut told, Word::Nearest, &self.nearest(hall, stand));
        }
        told
    }

    /// The nearest stand on each of the four sides.
    fn neighbours(&self, stand: &Stand) -> String {
        let mut near = [None::<(&Stand, f64)>; 4];
        self.each_stand(stand.bounds.inflated(AROUND_M), &mut |other| {
            let side = Side::of_rect(stand.bounds, other.bounds).0;
            let (from, to) = gap(stand, other);
            let metres = from.distance(to);
            if other.id != stand.id
                && side & 1 == 0
                && let Some(place) = near.get_mut(usize::from(side / 2))
                && metres < place.map_or(AROUND_M, |(_, least)| least)
            {
                *place = Some((other, metres));
            }
        });
        let mut text = String::new();
        for (other, _) in near.into_iter().flatten() {
            append(
                &mut text,
                self.say(Word::Semicolon),
                &self.stand_in_short(other),
            );
            self.put(&mut text, Word::Comma);
            // What lies between takes the longest to find: only for whom it is told of.
            text.push_str(&self.related(self.relation(stand, other)));
        }
        text
    }

    /// The nearest entrance and service of each sort that visitors look for.
    fn nearest(&self, hall: &Hall, stand: &Stand) -> String {
        let middle = stand.outline.centroid();
        let mut nearest: [Option<(f64, String, Side)>; EXIT as usize] = Default::default();
        self.each_place(hall, &mut |sort, name, at| {
            let metres = (-stand.outline.signed_distance(at)).max(0.0);
            if let Some(place) = nearest.get_mut(usize::from(sort))
                && place.as_ref().is_none_or(|(least, ..)| metres < *least)
            {
                let side = Side::of(at.x - middle.x, at.y - middle.y);
                *place = Some((metres, name.into(), side));
            }
        });
        let mut text = String::new();
        for (metres, name, side) in nearest.into_iter().flatten() {
            append(&mut text, self.say(Word::Semicolon), &name);
            self.put(&mut text, Word::Comma);
            text.push_str(&self.away(metres, side));
        }
        text
    }
}
