//! Search on the reference exhibition, by words as different visitors type them, and what holds
//! for every query.

use std::collections::BTreeMap;

use floorplan::format::{Pinyin, Text};
use floorplan::plan::Plan;
use floorplan::search::{Group, MatchField, SearchIndex, What};
use proptest::prelude::*;

use super::plan;

/// Class, query, ids that are right.
const QUERIES: &str = include_str!("../../../../tests/fixtures/queries.ru-zh-en.tsv");

fn queries() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let lines = QUERIES.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            (fields[0], fields[1], fields[2].split('|').collect())
        })
        .collect()
}

fn ids<'a>(plan: &'a Plan, index: &SearchIndex, query: &str) -> Vec<&'a str> {
    let found = index.find(plan, query);
    let hits = found.map(|found| found.hits).unwrap_or_default();
    hits.iter().map(|hit| hit.what.id(plan).unwrap()).collect()
}

#[test]
fn visitors_find_what_they_mean() {
    let plan = plan();
    let index = SearchIndex::new(&plan);
    let mut classes: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut all = [0; 3];
    for (class, query, wanted) in queries() {
        let ids = ids(&plan, &index, query);
        let within = |most: usize| ids.iter().take(most).any(|id| wanted.contains(id));
        if !within(1) {
            let first: Vec<_> = ids.iter().take(5).collect();
            println!("{class}: {query} finds {first:?}, not {wanted:?}");
        }
        for count in [classes.entry(class).or_default(), &mut all] {
            count[0] += 1;
            count[1] += usize::from(within(1));
            count[2] += usize::from(within(3));
        }
        if query.chars().count() >= 3 {
            let found = index.find(&plan, query).unwrap();
            assert!(
                found.stands.len() < plan.stands.len(),
                "{query} finds everything"
            );
        }
    }
    println!("{:14} queries  @1     @3", "class");
    for (class, [count, first, third]) in classes.iter().chain([(&"all", &all)]) {
        let share = |part: &usize| 100.0 * *part as f64 / *count as f64;
        println!(
            "{class:14} {count:7}  {:5.1}  {:5.1}",
            share(first),
            share(third)
        );
    }
    assert!(all[0] >= 200);
    assert!(all[1] * 100 >= all[0] * 95, "recall at 1");
    assert_eq!(all[2], all[0], "recall at 3");
}

#[test]
fn each_hit_says_what_it_is_and_where_it_was_found() {
    let plan = plan();
    let index = SearchIndex::new(&plan);
    for (query, group, field, text, marked) in [
        (
            "росатом",
            Group::Participants,
            MatchField::Name,
            "Росатом",
            "Росатом",
        ),
        (
            "rosatom",
            Group::Participants,
            MatchField::Name,
            "Росатом",
            "Росатом",
        ),
        (
            "расатома",
            Group::Participants,
            MatchField::Name,
            "Росатом",
            "Росатом",
        ),
        (
            "hjcnt[",
            Group::Participants,
            MatchField::Name,
            "Ростех",
            "Ростех",
        ),
        (
            "башк",
            Group::Participants,
            MatchField::Name,
            "Республика Башкортостан",
            "Башк",
        ),
        ("h1", Group::Stands, MatchField::Number, "H1", "H1"),
        ("мед", Group::Products, MatchField::Product, "мёд", "мёд"),
        (
            "elszjtz",
            Group::Participants,
            MatchField::Abbreviation,
            "俄罗斯直接投资基金",
            "俄罗斯直接投资",
        ),
        (
            "zhijie",
            Group::Participants,
            MatchField::Name,
            "俄罗斯直接投资基金",
            "直接",
        ),
        (
            "直接投资",
            Group::Participants,
            MatchField::Name,
            "俄罗斯直接投资基金",
            "直接投资",
        ),
        (
            "груздев",
            Group::Sessions,
            MatchField::Description,
            "",
            "Груздев",
        ),
        (
            "главный вход",
            Group::Doorways,
            MatchField::Name,
            "Главный вход",
            "Главный Вход",
        ),
        (
            "финансы",
            Group::Stands,
            MatchField::Category,
            "Финансы и институты развития",
            "Финансы",
        ),
    ] {
        let found = index.find(&plan, query).unwrap();
        let hit = found.hits[0];
        assert_eq!((hit.group(), hit.field), (group, field), "{query}");
        let shown = found.text(&plan, &hit, "ru").unwrap();
        assert!(shown.contains(text), "{query}: {shown}");
        let marks = found.marks(&plan, shown);
        let parts: Vec<&str> = marks.iter().map(|mark| &shown[mark.clone()]).collect();
        assert_eq!(
            parts.join(" ").to_lowercase(),
            marked.to_lowercase(),
            "{query}"
        );
    }
    let found = index.find(&plan, "раздевалка").unwrap();
    let hit = found.hits[0];
    assert_eq!(
        (hit.group(), hit.field),
        (Group::Services, MatchField::Kind)
    );
    assert_eq!(
        found.text(&plan, &hit, "ru"),
        None,
        "the interface has its own word"
    );
    let found = index.find(&plan, "спгу").unwrap();
    let marks = found.marks(&plan, "Санкт-Петербургский государственный университет");
    assert_eq!(marks.len(), 4, "the first letters");
}

#[test]
fn sessions_bring_their_stand_into_the_picture_but_not_into_the_list() {
    let plan = plan();
    let found = SearchIndex::new(&plan).find(&plan, "метрология").unwrap();
    let h1 = plan.find_stand("H1").unwrap();
    assert!(found.stands.contains(&h1));
    assert!(found.hits.iter().all(|hit| hit.what != What::Stand(h1)));
    assert_eq!(found.hits[0].group(), Group::Sessions);
}

#[test]
fn who_is_not_here_is_not_found() {
    let plan = plan();
    let index = SearchIndex::new(&plan);
    for query in [
        "Сбер",
        "саха",
        "Газпром",
        "Лукойл",
        "ВТБ",
        "РЖД",
        "Яндекс",
        "МТС",
        "Озон",
        "Томск",
        "Лондон",
        "вино",
        "сыр",
        "нефть",
        "космос",
        "Huawei",
        "华为",
        "Tesla",
        "Apple",
    ] {
        assert_eq!(ids(&plan, &index, query), Vec::<&str>::new(), "{query}");
    }
}

#[test]
fn where_nothing_is_found_the_nearest_is_suggested() {
    let plan = plan();
    let index = SearchIndex::new(&plan);
    for (query, nearest) in [
        ("рахстаком", "Росатом"),
        ("бршкирстран", "Республика Башкортостан"),
    ] {
        assert_eq!(ids(&plan, &index, query), Vec::<&str>::new(), "{query}");
        assert_eq!(index.nearest(&plan, query), Some(nearest));
    }
    assert_eq!(index.nearest(&plan, "щщщщщщщщщщ"), None);
    assert!(index.find(&plan, " — ").is_none());
}

#[test]
fn without_pinyin_the_rest_is_found() {
    let mut plan = plan();
    plan.pinyin = Pinyin::default();
    let index = SearchIndex::new(&plan);
    assert_eq!(ids(&plan, &index, "直接投资")[0], "b2");
    assert_ne!(ids(&plan, &index, "elszjtz").first(), Some(&"b2"));
}

#[test]
fn no_word_of_the_data_finds_everything() {
    let plan = plan();
    let index = SearchIndex::new(&plan);
    let text = super::REFERENCE;
    let mut words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3)
        .collect();
    words.sort_unstable();
    words.dedup();
    for word in words {
        let stands = index
            .find(&plan, word)
            .map_or(0, |found| found.stands.len());
        assert!(stands < plan.stands.len(), "{word}");
    }
}

#[test]
fn every_number_and_name_finds_its_own_first() {
    let plan = plan();
    let index = SearchIndex::new(&plan);
    for stand in &plan.stands {
        let found = index.find(&plan, &stand.number).unwrap();
        assert_eq!(found.hits[0].what.id(&plan), Some(&*stand.id));
        assert_eq!(found.hits[0].field, MatchField::Number);
        let names = stand
            .name
            .iter()
            .chain(&stand.short_name)
            .map(|name| (name, None));
        let of_participants = stand.participants.iter().flat_map(|ix| {
            let p = plan.participant(*ix).unwrap();
            [Some(&p.name), p.short_name.as_ref()]
                .into_iter()
                .flatten()
                .map(|name| (name, Some(*ix)))
        });
        for (name, _) in names.chain(of_participants) {
            for (_, words) in name.iter() {
                let ids = ids(&plan, &index, words);
                // Others may have the same name.
                let at = ids.iter().position(|id| *id == &*stand.id).unwrap();
                let same = |id: &&str| {
                    let other = plan.stand(plan.find_stand(id).unwrap()).unwrap();
                    let p = other
                        .participants
                        .iter()
                        .map(|ix| plan.participant(*ix).unwrap());
                    let names = p.flat_map(|p| [Some(&p.name), p.short_name.as_ref()]);
                    let own = [other.name.as_ref(), other.short_name.as_ref()];
                    let mut all = names.chain(own).flatten().flat_map(Text::iter);
                    let folded = floorplan::search::fold(words);
                    all.any(|(_, w)| floorplan::search::fold(w) == folded)
                };
                assert!(ids[..at].iter().all(same), "{words}: {ids:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn no_query_panics_and_marks_are_parts_of_the_text(
        query in "[a-cyzA1 ё'й\\[俄罗ü\u{301}ькхш»-]{0,14}|.{0,30}",
        text in "[a-cyzA1 ёй俄罗ü\u{301}ькхш-]{0,24}|.{0,40}",
    ) {
        let plan = plan();
        let index = SearchIndex::new(&plan);
        let _ = index.nearest(&plan, &query);
        if let Some(found) = index.find(&plan, &query) {
            let mut texts = vec![text.as_str(), query.as_str()];
            for hit in found.hits.iter().take(5) {
                texts.extend(found.text(&plan, hit, "zh"));
            }
            for text in texts {
                let mut end = 0;
                for mark in found.marks(&plan, text) {
                    prop_assert!(mark.start >= end && mark.start < mark.end);
                    prop_assert!(text.get(mark.clone()).is_some());
                    end = mark.end;
                }
            }
        }
    }
}
