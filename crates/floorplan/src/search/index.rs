//! The search index.

use super::{fold, is_word, words};
use crate::format::Text;
use crate::order::{arranged, in_order};
use crate::plan::{Participant, Plan, Stand, StandIx};

/// In which field a query was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchField {
    /// The number of the stand.
    Number,
    /// A name, short name or alias.
    Name,
    /// A category or tag.
    Tag,
    /// A product.
    Product,
    /// A description, or what is shown.
    Description,
    /// A session on the stand.
    Session,
}

/// A stand that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which stand.
    pub stand: StandIx,
    /// The worst of the fields in which the words of the query were found.
    pub field: MatchField,
}

/// The folded texts of every stand. Built once per plan.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchIndex {
    stands: Vec<Vec<(MatchField, String)>>,
}

impl SearchIndex {
    /// Indexes a plan.
    pub fn new(plan: &Plan) -> Self {
        Self {
            stands: plan
                .stands
                .iter()
                .map(|stand| fields_of(plan, stand))
                .collect(),
        }
    }

    /// The stands that every word of the query is found in, best first; in file order where
    /// nothing tells them apart. `None` when the query has no words.
    pub fn find(&self, query: &str) -> Option<Vec<Match>> {
        let words = words(query);
        if words.is_empty() {
            return None;
        }
        let mut found: Vec<(u32, Match)> = Vec::new();
        for (i, fields) in self.stands.iter().enumerate() {
            let mut cost = 0;
            let mut worst = MatchField::Number;
            let all = words.iter().all(|word| {
                let best = fields
                    .iter()
                    .filter_map(|(field, text)| {
                        Some((place_in(text, word)? + 4 * *field as u32, *field))
                    })
                    .min();
                if let Some((word_cost, field)) = best {
                    cost += word_cost;
                    worst = worst.max(field);
                }
                best.is_some()
            });
            if all {
                found.push((
                    cost,
                    Match {
                        stand: StandIx::from(i),
                        field: worst,
                    },
                ));
            }
        }
        let cost = |i: u32| found.get(i as usize).map_or(0, |(cost, _)| *cost);
        let order = in_order(found.len(), &mut |a, b| cost(a).cmp(&cost(b)));
        Some(
            arranged(&found, &order)
                .into_iter()
                .map(|(_, m)| m)
                .collect(),
        )
    }
}

/// How well a word is found in a text: 0 as a whole word, 1 at the beginning of a word, 2 inside
/// one. Short words count only at a beginning, or everything would match.
fn place_in(text: &str, word: &str) -> Option<u32> {
    let mut best = None;
    for (at, _) in text.match_indices(word) {
        let is_letter = |c: Option<char>| c.is_some_and(is_word);
        let starts = !is_letter(text.get(..at)?.chars().next_back());
        let ends = !is_letter(text.get(at + word.len()..)?.chars().next());
        let place = match (starts, ends) {
            (true, true) => return Some(0),
            (true, false) => 1,
            _ => 2,
        };
        let is_han = word.chars().any(|c| c >= '\u{2e80}');
        if place < 2 || is_han || word.chars().count() > 2 {
            best = best.min(Some(place)).or(Some(place));
        }
    }
    best
}

fn fields_of(plan: &Plan, stand: &Stand) -> Vec<(MatchField, String)> {
    let mut fields = Fields(Vec::new());
    fields.add(MatchField::Number, &stand.number);
    // A number typed with Cyrillic letters that look the same.
    fields.add(MatchField::Number, &cyrillic_twin(&stand.number));
    fields.add(MatchField::Number, &stand.id);
    fields.texts(MatchField::Name, stand.name.iter().chain(&stand.short_name));
    fields.texts(MatchField::Description, &stand.description);
    if let Some(category) = stand.category.and_then(|ix| plan.categories.get(ix.at())) {
        fields.texts(MatchField::Tag, [&category.name]);
    }
    for participant in stand
        .participants
        .iter()
        .filter_map(|ix| plan.participant(*ix))
    {
        fields.participant(participant);
    }
    for session in stand
        .sessions
        .iter()
        .filter_map(|ix| plan.sessions.get(ix.at()))
    {
        fields.texts(MatchField::Session, [&session.title]);
        fields.texts(
            MatchField::Session,
            session.theme.iter().chain(&session.description),
        );
    }
    fields.0
}

struct Fields(Vec<(MatchField, String)>);

impl Fields {
    fn add(&mut self, field: MatchField, text: &str) {
        let folded = fold(text);
        if !folded.is_empty() && !self.0.contains(&(field, folded.clone())) {
            self.0.push((field, folded));
        }
    }

    fn texts<'a>(&mut self, field: MatchField, texts: impl IntoIterator<Item = &'a Text>) {
        for (_, words) in texts.into_iter().flat_map(Text::iter) {
            self.add(field, words);
        }
    }

    fn participant(&mut self, p: &Participant) {
        self.texts(MatchField::Name, [&p.name]);
        self.texts(MatchField::Name, &p.short_name);
        for alias in &p.aliases {
            self.add(MatchField::Name, alias);
        }
        self.texts(MatchField::Tag, &p.tags);
        self.texts(MatchField::Product, &p.products);
        self.texts(
            MatchField::Description,
            p.shows.iter().chain(&p.description),
        );
    }
}

fn cyrillic_twin(number: &str) -> String {
    let twin = |c: char| match c {
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        c => c,
    };
    number
        .chars()
        .map(|c| twin(c.to_ascii_uppercase()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Plan {
        crate::plan::load(
            r#"{"format":"expo-map","version":1,
            "event":{"id":"e","name":"E","start":"2024-05-17","end":"2024-05-21","timeZone":"UTC"},
            "halls":[{"id":"h","name":"H","outline":[[0,0],[30,0],[30,10],[0,10]]}],
            "categories":[{"id":"c","name":{"ru":"Промышленность","en":"Industry"}}],
            "stands":[
              {"id":"a1","number":"A1","category":"c","outline":[[1,1],[5,1],[5,5],[1,5]]},
              {"id":"a2","number":"A2","outline":[[6,1],[9,1],[9,5],[6,5]]},
              {"id":"b1","number":"B1","outline":[[11,1],[15,1],[15,5],[11,5]]}],
            "participants":[
              {"id":"p","stands":["a1"],"name":{"ru":"Ёлка Ростех","en":"Rostec","zh":"俄罗斯国家技术集团"},
               "tags":[{"ru":"станки"}],"products":[{"ru":"мёд"}],"aliases":["ГК РТ"]},
              {"id":"q","stands":["a2","b1"],"name":{"en":"Café Łódź"},"description":{"ru":"рядом с Ростехом"}}],
            "sessions":[{"id":"s","title":{"ru":"Круглый стол"},"place":"b1"}]}"#,
        )
        .unwrap()
        .plan
    }

    fn ids(query: &str) -> Vec<String> {
        let plan = plan();
        let found = SearchIndex::new(&plan).find(query).unwrap_or_default();
        found
            .iter()
            .map(|m| plan.stand(m.stand).unwrap().id.to_string())
            .collect()
    }

    #[test]
    fn finds_in_every_field_and_language() {
        assert_eq!(ids("елка"), ["a1"]);
        assert_eq!(ids("国家技术"), ["a1"]);
        assert_eq!(ids("мед"), ["a1"]);
        assert_eq!(ids("станки"), ["a1"]);
        assert_eq!(ids("гк рт"), ["a1"]);
        assert_eq!(ids("industry"), ["a1"]);
        assert_eq!(ids("cafe lodz"), ["a2", "b1"]);
        assert_eq!(ids("круглый"), ["b1"]);
        assert_eq!(ids("нет такого"), Vec::<String>::new());
    }

    #[test]
    fn a_name_ranks_before_a_description() {
        assert_eq!(ids("ростех"), ["a1", "a2", "b1"]);
    }

    #[test]
    fn numbers_are_found_with_either_alphabet() {
        assert_eq!(ids("a1"), ["a1"]);
        assert_eq!(ids("А1"), ["a1"], "Cyrillic А");
        assert_eq!(ids("В1"), ["b1"], "Cyrillic В");
    }

    #[test]
    fn every_word_must_be_found() {
        assert_eq!(ids("rostec cafe"), Vec::<String>::new());
        assert_eq!(SearchIndex::new(&plan()).find(" — "), None);
    }
}
