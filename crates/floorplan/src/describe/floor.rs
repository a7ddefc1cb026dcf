//! A floor: its halls, their parts and doorways, how many stands they have.

use super::Guide;
use super::guide::{EMERGENCY, EXIT, append};
use super::words::Word;
use crate::geometry::PlanPoint;
use crate::messages::{Lang, Noun, fill};
use crate::plan::Stand;

/// What is near an entrance, metres.
const NEAR_M: f64 = 10.0;

impl Guide<'_> {
    /// The guide's floor, hall by hall; a line for each thing there is to know.
    pub fn floor(&self) -> String {
        let mut told = String::new();
        for (ix, hall) in self.plan.halls.iter().enumerate() {
            if hall.floor != self.scene.floor {
                continue;
            }
            let bounds = hall.outline.bounds();
            let (width, height) = (bounds.width(), bounds.height());
            told.push_str(&self.say_with(
                Word::HallSize,
                &[
                    &self.text(&hall.name),
                    &self.lang.number(width),
                    &self.lang.number(height),
                ],
            ));
            self.count(&mut told, &|stand| stand.hall.at() == ix);
            self.end(&mut told);
            let [mut districts, mut doorways, mut services] = [const { String::new() }; 3];
            for district in &hall.districts {
                let outline = &district.outline;
                let name = self.text(&district.name);
                self.locate(
                    &mut districts,
                    &mut String::new(),
                    &name,
                    outline.centroid(),
                );
                self.count(&mut districts, &|stand| {
                    stand.hall.at() == ix && outline.contains(stand.outline.centroid())
                });
            }
            let mut last = String::new();
            self.each_place(hall, &mut |sort, name, at| {
                if !matches!(sort, 0 | 1 | EXIT | EMERGENCY) {
                    return self.locate(&mut services, &mut last, name, at);
                }
                self.locate(&mut doorways, &mut last, name, at);
                if sort != EMERGENCY
                    && let Some(stand) = self.scene.hit(self.plan, at, NEAR_M)
                    && let Some(stand) = self.plan.stand(stand)
                {
                    doorways.push_str(&self.say_with(Word::Near, &[&self.stand_in_short(stand)]));
                }
            });
            self.add(&mut told, Word::Districts, &districts);
            self.add(&mut told, Word::Doorways, &doorways);
            self.add(&mut told, Word::Services, &services);
        }
        told
    }

    /// Adds what something is called and where it is; only where, after another of that name.
    fn locate(&self, text: &mut String, last: &mut String, name: &str, at: PlanPoint) {
        if !text.is_empty() && *last == name {
            text.push_str(self.list_comma());
        } else {
            append(text, self.say(Word::Semicolon), name);
            self.put(text, Word::At);
            *last = name.into();
        }
        text.push_str(self.part(at));
    }

    /// The comma between things of one sort.
    pub(super) fn list_comma(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "、",
            _ => ", ",
        }
    }

    /// Adds how many stands of the floor there are of some sort, if any.
    fn count(&self, text: &mut String, is_counted: &dyn Fn(&Stand) -> bool) {
        let mut stands = 0;
        for shape in &self.scene.stands {
            let stand = self.plan.stand(shape.stand);
            stands += usize::from(stand.is_some_and(is_counted));
        }
        if stands > 0 {
            let phrase = Noun::Stand.phrase(self.lang, self.lang.plural(stands));
            self.put(text, Word::Comma);
            text.push_str(&fill(phrase, &[&self.lang.number(stands as f64)]));
        }
    }
}
