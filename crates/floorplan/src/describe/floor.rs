//! A floor: its halls, their parts and doorways, how many stands of what sort.

use super::Guide;
use super::guide::{append, is_illustrative};
use super::words::Word;
use crate::format::EntranceKind;
use crate::messages::{Lang, Noun, fill};
use crate::plan::{Entrance, Hall, StandIx};

/// What is near an entrance, metres.
const NEAR_M: f64 = 10.0;

impl<'a> Guide<'a> {
    /// The guide's floor, a paragraph for each thing there is to know.
    pub fn floor(&self) -> Vec<String> {
        let mut told = Vec::new();
        let floor = self.plan.floors.get(self.scene.floor.at());
        if self.plan.floors.len() > 1
            && let Some(floor) = floor
        {
            self.add(&mut told, self.text(&floor.name).into());
        }
        let halls: Vec<&'a Hall> = self.halls().collect();
        let is_one = halls.len() == 1;
        for hall in &halls {
            let mut text = String::from(self.text(&hall.name));
            text.push_str(self.colon());
            text.push_str(&self.size_of_hall(hall));
            if !is_one {
                self.put(&mut text, Word::Comma);
                text.push_str(self.part(hall.outline.bounds().center()));
            }
            self.add(&mut told, text);
        }
        self.add(&mut told, self.say(Word::PlanSides).into());
        self.add(&mut told, self.districts(&halls));
        for (word, is_emergency) in [(Word::Entrances, false), (Word::Emergency, true)] {
            self.add(&mut told, self.doorways(&halls, word, is_emergency));
        }
        self.add(&mut told, self.categories());
        let mut services = String::new();
        for hall in &halls {
            for service in &hall.services {
                let mut place = String::from(self.service(service));
                self.name_hall(&mut place, hall, is_one);
                self.put(&mut place, Word::At);
                place.push_str(self.part(service.at));
                self.item(&mut services, Word::Services, &place);
            }
        }
        self.add(&mut told, services);
        let notice = self.plan.event.notice.as_ref().map(|text| self.text(text));
        if let Some(notice) = notice.filter(|notice| !notice.is_empty()) {
            self.add(&mut told, notice.into());
        } else if halls
            .iter()
            .any(|h| is_illustrative(&h.provenance, "outline"))
        {
            self.add(&mut told, self.say(Word::PlanSchematic).into());
        }
        told
    }

    /// Adds an item to a list that begins with a heading.
    pub(super) fn item(&self, text: &mut String, heading: Word, item: &str) {
        let before = match (text.is_empty(), heading) {
            (true, _) => self.say(heading),
            (_, Word::Emergency) => self.list_comma(),
            _ => self.say(Word::Semicolon),
        };
        text.push_str(before);
        text.push_str(item);
    }

    /// Adds the hall of a thing, where there are several.
    fn name_hall(&self, text: &mut String, hall: &'a Hall, is_one: bool) {
        if !is_one {
            self.put(text, Word::Open);
            text.push_str(self.text(&hall.name));
            self.put(text, Word::Close);
        }
    }

    fn count(&self, stands: usize) -> String {
        let phrase = Noun::Stand.phrase(self.lang, self.lang.plural(stands));
        fill(phrase, &[&self.lang.number(stands as f64)])
    }

    fn size_of_hall(&self, hall: &Hall) -> String {
        let bounds = hall.outline.bounds();
        let area = hall.declared_area_m2.unwrap_or(hall.outline.area_m2());
        let metres = |metres| self.say_with(Word::Metres, &[&self.lang.number(metres)]);
        let width = match self.lang {
            Lang::Zh => metres(bounds.width()),
            _ => self.lang.number(bounds.width()),
        };
        let (height, area) = (metres(bounds.height()), self.square_metres(area));
        let mut text = self.say_with(Word::HallSize, &[&width, &height, &area]);
        let mut stands = 0;
        for shape in &self.scene.stands {
            let own = self.plan.stand(shape.stand).map(|stand| stand.hall.at());
            let hall_of = own.and_then(|at| self.plan.halls.get(at));
            stands += usize::from(hall_of.is_some_and(|of| of.id == hall.id));
        }
        self.put(&mut text, Word::Comma);
        text.push_str(&self.count(stands));
        text
    }

    fn districts(&self, halls: &[&'a Hall]) -> String {
        let mut text = String::new();
        for district in halls.iter().flat_map(|hall| &hall.districts) {
            let is_in = |ix: &StandIx| {
                let stand = self.plan.stand(*ix);
                stand.is_some_and(|stand| district.outline.contains(stand.outline.centroid()))
            };
            let inside = self.stands_in(district.outline.bounds());
            let stands = inside.iter().filter(|ix| is_in(ix)).count();
            let mut item = String::from(self.text(&district.name));
            self.put(&mut item, Word::At);
            item.push_str(self.part(district.outline.centroid()));
            if stands > 0 {
                self.put(&mut item, Word::Comma);
                item.push_str(&self.count(stands));
            }
            self.item(&mut text, Word::Districts, &item);
        }
        text
    }

    fn doorways(&self, halls: &[&'a Hall], heading: Word, is_emergency: bool) -> String {
        let mut text = String::new();
        for hall in halls {
            for entrance in &hall.entrances {
                if (entrance.kind == EntranceKind::Emergency) != is_emergency {
                    continue;
                }
                let mut item = String::new();
                if !is_emergency || entrance.name.is_some() {
                    item.push_str(self.entrance(entrance));
                    self.name_hall(&mut item, hall, halls.len() == 1);
                    self.put(&mut item, Word::At);
                }
                item.push_str(self.part(entrance.at));
                let near = self.near(hall, entrance);
                if !is_emergency && !near.is_empty() {
                    self.put(&mut item, Word::Comma);
                    item.push_str(&self.say_with(Word::Near, &[&near]));
                }
                self.item(&mut text, heading, &item);
            }
        }
        text
    }

    /// The nearest service and the nearest stand.
    fn near(&self, hall: &'a Hall, entrance: &Entrance) -> String {
        let at = entrance.at;
        let mut text = String::new();
        let mut nearest = NEAR_M;
        for service in &hall.services {
            let metres = service.at.distance(at);
            if metres < nearest {
                nearest = metres;
                text = self.service(service).into();
            }
        }
        if let Some(stand) = self.scene.hit(self.plan, at, NEAR_M)
            && let Some(stand) = self.plan.stand(stand)
        {
            let stand = self.stand_in_short(stand);
            append(&mut text, 0, self.say(Word::And), &stand);
        }
        text
    }

    fn categories(&self) -> String {
        let mut counts = vec![0_usize; self.plan.categories.len()];
        for shape in &self.scene.stands {
            let category = self.plan.stand(shape.stand).and_then(|s| s.category);
            if let Some(count) = category.and_then(|c| counts.get_mut(c.at())) {
                *count += 1;
            }
        }
        let mut text = String::new();
        for (category, count) in self.plan.categories.iter().zip(counts) {
            if count > 0 {
                let name = self.text(&category.name);
                let number = self.lang.number(count as f64);
                let item = self.say_with(Word::Count, &[name, &number]);
                self.item(&mut text, Word::ByCategory, &item);
            }
        }
        text
    }

    fn colon(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "：",
            _ => ": ",
        }
    }

    /// The comma between things of one sort.
    pub(super) fn list_comma(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "、",
            _ => self.say(Word::Comma),
        }
    }
}
