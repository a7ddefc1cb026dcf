//! Where a stand is.

use super::Guide;
use super::guide::{EXIT, append};
use super::relation::Relation;
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
        let mut near = [None::<(&Stand, Relation)>; 4];
        self.each_stand(stand.bounds.inflated(AROUND_M), &mut |other| {
            let relation = self.relation(stand, other);
            let side = relation.side.0;
            if other.id != stand.id
                && side & 1 == 0
                && let Some(place) = near.get_mut(usize::from(side / 2))
                && relation.gap_m < place.map_or(AROUND_M, |(_, nearest)| nearest.gap_m)
            {
                *place = Some((other, relation));
            }
        });
        let mut text = String::new();
        for (other, relation) in near.into_iter().flatten() {
            append(
                &mut text,
                self.say(Word::Semicolon),
                &self.stand_in_short(other),
            );
            self.put(&mut text, Word::Comma);
            text.push_str(&self.related(relation));
        }
        text
    }

    /// The nearest entrance and service of each sort that visitors look for.
    fn nearest(&self, hall: &Hall, stand: &Stand) -> String {
        let middle = stand.outline.centroid();
        let mut text = String::new();
        for sort in 0..EXIT {
            let (mut least, mut nearest) = (f64::INFINITY, None);
            self.each_place(hall, &mut |of, name, at| {
                let metres = (-stand.outline.signed_distance(at)).max(0.0);
                if of == sort && metres < least {
                    least = metres;
                    nearest = Some((
                        String::from(name),
                        Side::of(at.x - middle.x, at.y - middle.y),
                    ));
                }
            });
            if let Some((name, side)) = nearest {
                append(&mut text, self.say(Word::Semicolon), &name);
                self.put(&mut text, Word::Comma);
                text.push_str(&self.away(least, side));
            }
        }
        text
    }
}
