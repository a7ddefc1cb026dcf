//! What the widget shows elsewhere, for those who have nothing but the words.

use super::Guide;
use super::guide::append;
use super::side::Side;
use super::words::{Full, Word};
use crate::format::{Provenance, ProvenanceMap};
use crate::messages::{Lang, Msg, fill};
use crate::plan::{Hall, Stand, StandIx};

impl<'a> Guide<'a> {
    /// A stand of the guide's floor: what it is, [where](Self::place), a way to it where there is a
    /// simple one; a stand that does not exist has no words.
    pub fn stand(&self, ix: StandIx) -> String {
        let Some(stand) = self.plan.stand(ix) else {
            return String::new();
        };
        let mut told = [&self.called_in_full(stand), "\n", &self.size(stand), "\n"].concat();
        told.push_str(&self.place(ix));
        if let Some(hall) = self.plan.halls.get(stand.hall.at()) {
            self.way(&mut told, hall, stand);
        }
        if is_illustrative(&stand.provenance, "outline") {
            told.push_str(Full::StandSchematic.text(self.lang));
            self.end(&mut told);
        }
        told
    }

    /// A stand of the guide's floor that one comes to: number, name, category, and where it is as
    /// seen from the stand one comes from: "Stand A2: Rosatom. Industry. 4 m to the right, across the
    /// aisle." Of one on another floor that floor.
    pub fn arrival(&self, from: Option<StandIx>, to: StandIx) -> String {
        let Some(stand) = self.plan.stand(to) else {
            return String::new();
        };
        let mut text = self.called_in_full(stand);
        if let Some(ix) = from
            && let Some(from) = self.plan.stand(ix)
            && from.id != stand.id
        {
            self.gap(&mut text);
            let floor = self.plan.floor_of(stand);
            if self.plan.floor_of(from) == floor {
                let step = self.step(ix, to);
                let mut letters = step.chars();
                text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                text.push_str(letters.as_str());
            } else if let Some(floor) = floor.and_then(|floor| self.plan.floors.get(floor.at())) {
                text.push_str(&self.text(&floor.name));
            }
            self.stop(&mut text);
        }
        text
    }

    /// The guide's floor, what is on it, how that is meant, and what is schematic.
    pub fn whole_floor(&self) -> String {
        let mut told = String::new();
        if let Some(floor) = self.plan.floors.get(self.scene.floor.at())
            && self.plan.floors.len() > 1
        {
            told.push_str(&self.text(&floor.name));
            told.push('\n');
        }
        told.push_str(&self.floor());
        told.push_str(Full::PlanSides.text(self.lang));
        self.end(&mut told);
        let notice = self.plan.event.notice.as_ref();
        let mut halls = self.plan.halls_on(self.scene.floor);
        if let Some(notice) = notice.filter(|notice| !notice.is_empty()) {
            told.push_str(&self.text(notice));
            told.push('\n');
        } else if halls.any(|hall| is_illustrative(&hall.provenance, "outline")) {
            told.push_str(Full::PlanSchematic.text(self.lang));
            self.end(&mut told);
        }
        told
    }

    /// Number, name and category, to begin a description with; it ends like a sentence.
    fn called_in_full(&self, stand: &Stand) -> String {
        let mut text = fill(Msg::StandNo.text(self.lang), &[&stand.number]);
        let name = self.plan.stand_name(stand, self.lang.tag()).text;
        if name != *stand.number {
            self.put(&mut text, Word::Comma);
            text.push_str(&name);
        }
        self.stop(&mut text);
        let category = stand
            .category
            .and_then(|c| self.plan.categories.get(c.at()));
        // Said once where the stand is called like its category.
        let category = category.map(|category| self.text(&category.name));
        if let Some(category) = category.filter(|category| *category != name) {
            self.gap(&mut text);
            text.push_str(&category);
            self.stop(&mut text);
        }
        text
    }

    /// Ends a sentence, unless it ends with a full stop already ("2024 г.").
    fn stop(&self, text: &mut String) {
        if !text.ends_with(['.', '。', '!', '?', '！', '？', '…']) {
            text.push_str(self.say(Word::Stop).trim_ascii_end());
        }
    }

    /// The space between two sentences.
    fn gap(&self, text: &mut String) {
        if self.lang != Lang::Zh {
            text.push(' ');
        }
    }

    /// A way from a main entrance.
    fn way(&self, told: &mut String, hall: &'a Hall, stand: &Stand) {
        let say = |word: Full, value: &str| fill(word.text(self.lang), &[value]);
        self.each_place(hall, &mut |sort, name, at| {
            if sort == 0
                && let Some(route) = self.route(hall, at, stand)
            {
                let (right, further) = (route.right_m, route.further_m);
                let side = |right: f64| {
                    if right > 0.0 {
                        Full::ToRight
                    } else {
                        Full::ToLeft
                    }
                };
                let mut text = say(Full::Route, name);
                for (word, metres) in [
                    (Full::Ahead, route.ahead_m),
                    (side(right), right),
                    // After a turn to the right, ahead is to the left.
                    (side(-right * further), further),
                ] {
                    if metres != 0.0 {
                        text.push_str(&say(word, &self.metres(metres.abs().round())));
                    }
                }
                let end = match route.stand {
                    right if right > 0.0 => Full::EndRight,
                    right if right < 0.0 => Full::EndLeft,
                    _ => Full::EndAhead,
                };
                told.push_str(&text);
                told.push_str(end.text(self.lang));
                self.end(told);
            }
        });
    }

    fn size(&self, stand: &Stand) -> String {
        let area = stand.declared_area_m2.unwrap_or(stand.outline.area_m2());
        let say = |word: Full, value: &str| fill(word.text(self.lang), &[value]);
        let mut text = say(
            Full::Area,
            &fill(
                Msg::SquareMetres.text(self.lang),
                &[&self.lang.number(area)],
            ),
        );
        self.stop(&mut text);
        let sides = stand.outline.points().len();
        if stand.open_edges.is_empty() {
            return text;
        }
        self.gap(&mut text);
        if stand.open_edges.len() >= sides {
            text.push_str(Full::AllOpen.text(self.lang));
        } else {
            let (mut open, mut word) = (String::new(), Full::OpenSide);
            for side in 0..8 {
                // To the left of a side's direction is the outside.
                if stand.outline.any_edge(&mut |edge, a, b| {
                    stand.open_edges.contains(&edge) && Side::of(b.y - a.y, a.x - b.x).0 == side
                }) {
                    if !open.is_empty() {
                        word = Full::OpenSides;
                    }
                    append(&mut open, self.list_comma(), Full::side(side, self.lang));
                }
            }
            text.push_str(&say(word, &open));
        }
        self.stop(&mut text);
        text
    }
}

/// Whether a field is made up.
fn is_illustrative(provenance: &ProvenanceMap, field: &str) -> bool {
    provenance.of_field(field) == Some(&Provenance::Illustrative)
}
