//! What is heard when an arrow key leads from a stand to the next.

use super::Guide;
use super::relation::Between;
use super::words::{Sides, Word};
use crate::messages::Lang;
use crate::plan::{Stand, StandIx};

impl Guide<'_> {
    /// The stand that one comes to: number, name, category, and where it is as seen from the stand
    /// one comes from, if any: "Stand A2: Rosatom. Industry. 4 m to the right, across the aisle."
    /// `to` is on the guide's floor; a stand that does not exist has no words.
    pub fn step(&self, from: Option<StandIx>, to: StandIx) -> String {
        let Some(stand) = self.plan.stand(to) else {
            return String::new();
        };
        let mut text = self.stand_in_full(stand);
        let from = from.filter(|from| *from != to);
        if let Some(from) = from.and_then(|from| self.plan.stand(from)) {
            self.gap(&mut text);
            self.step_between(from, stand, &mut text);
            self.end(&mut text);
        }
        text
    }

    fn step_between(&self, from: &Stand, to: &Stand, text: &mut String) {
        let floor = self.plan.floor_of(to);
        if self.plan.floor_of(from) != floor {
            let floor = floor.and_then(|floor| self.plan.floors.get(floor.at()));
            text.push_str(
                floor
                    .map(|floor| self.text(&floor.name))
                    .unwrap_or_default(),
            );
            return;
        }
        let relation = self.relation(from, to);
        let said = if relation.between == Between::Nothing {
            let side = Sides::Beside.text(relation.side.0, self.lang);
            match self.lang {
                Lang::Ru => ["Вплотную ", side],
                Lang::Zh => [side, "紧邻"],
                Lang::En => ["Next to it, ", side],
            }
            .concat()
        } else {
            self.across(
                relation,
                self.away(&self.metres(relation.gap_m), relation.side),
            )
        };
        text.push_str(&said);
        if from.hall != to.hall
            && let Some(hall) = self.plan.halls.get(to.hall.at())
        {
            self.put(text, Word::Stop);
            text.push_str(self.text(&hall.name));
        }
    }
}
