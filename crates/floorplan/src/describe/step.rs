//! What is heard when an arrow key leads from a stand to the next.

use super::Guide;
use super::words::Word;
use crate::plan::StandIx;

impl Guide<'_> {
    /// Where a stand is as seen from another; both on the guide's floor: "4 m to the right, across the
    /// aisle". What it is called is not said: whoever comes to it hears that already.
    pub fn step(&self, from: StandIx, to: StandIx) -> String {
        let mut text = String::new();
        if let Some(from) = self.plan.stand(from)
            && let Some(to) = self.plan.stand(to)
            && from.id != to.id
        {
            text = self.related(self.relation(from, to));
            if from.hall != to.hall
                && let Some(hall) = self.plan.halls.get(to.hall.at())
            {
                self.put(&mut text, Word::Stop);
                text.push_str(&self.text(&hall.name));
            }
        }
        text
    }
}
