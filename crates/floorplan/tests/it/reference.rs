//! The reference exhibition states what its source states, and marks the rest.

use std::collections::HashSet;

use floorplan::format::{ParticipantKind, Provenance, Text};
use floorplan::geometry::Polygon;
use floorplan::search::{SearchIndex, fold};

use super::plan;

/// Every text that a visitor can come to, folded.
fn all_texts() -> String {
    let plan = plan();
    let mut all = String::new();
    let mut add = |text: &Text| {
        for (_, words) in text.iter() {
            all.push_str(&fold(words));
            all.push('\n');
        }
    };
    let event = &plan.event;
    [
        Some(&event.name),
        event.description.as_ref(),
        event.notice.as_ref(),
    ]
    .into_iter()
    .flatten()
    .for_each(&mut add);
    event.organisers.iter().for_each(|o| add(&o.name));
    for stand in &plan.stands {
        stand
            .name
            .iter()
            .chain(&stand.description)
            .for_each(&mut add);
    }
    for p in &plan.participants {
        add(&p.name);
        p.description
            .iter()
            .chain(&p.shows)
            .chain(&p.products)
            .chain(&p.tags)
            .for_each(&mut add);
    }
    for session in &plan.sessions {
        add(&session.title);
        session
            .description
            .iter()
            .chain(&session.theme)
            .for_each(&mut add);
    }
    all
}

#[test]
fn every_fact_of_the_source_can_be_found() {
    let texts = all_texts();
    let facts: &[&[&str]] = &[
        &["viii российско-китайское экспо", "第八届", "russia"],
        &["министерство промышленности и торговли"],
        &["министерство экономического развития"],
        &["министерство коммерции"],
        &["хэилунцзян", "heilongjiang", "黑龙江"],
        &["президент", "president"],
        &["3,5 тыс", "3 500", "3,500"],
        &["16 регион", "16 субъект", "16 regions"],
        &["50"],
        &["роскачеств", "roskachestvo"],
        &["75"],
        &["мастер-класс", "master class"],
        &["ансамбл", "ensemble"],
        &["100"],
        &["впервые", "first time"],
        &["искусственн", "artificial intelligence", "人工智能"],
        &["межрегиональному сотрудничеству"],
        &["метрологи"],
        &["логистик"],
        &["городск"],
        &["промышленная кооперация россии и китая: настоящее и будущее"],
        &["груздев", "gruzdev"],
        &["локализаци"],
    ];
    for fact in facts {
        let found = fact.iter().any(|words| texts.contains(&fold(words)));
        assert!(found, "{fact:?} is nowhere");
    }
}

#[test]
fn every_named_participant_can_be_searched() {
    let plan = plan();
    let index = SearchIndex::new(&plan);
    for name in [
        "Ростех",
        "Росатом",
        "РУСАЛ",
        "Дело",
        "Российский экспортный центр",
        "РФПИ",
        "Российский фонд прямых инвестиций",
        "Корпорация МСП",
        "Агентство стратегических инициатив",
        "Альфа-Банк",
        "СПбГУ",
        "Уральский федеральный университет",
        "МГУ-ППИ",
        "Гжель",
        "Императорский фарфоровый завод",
        "Москва",
        "Башкортостан",
        "Татарстан",
        "Челябинская",
        "Свердловская",
        "Хабаровский",
        "Камчатский",
        "Амурская",
        "Архангельская",
        "Rostec",
        "俄罗斯直接投资基金",
        "Alfa-Bank",
    ] {
        let found = index.find(&plan, name).unwrap();
        assert!(!found.stands.is_empty(), "{name}");
    }
}

#[test]
fn the_counts_are_the_sources() {
    let plan = plan();
    assert_eq!(plan.stands.len(), 36);
    assert_eq!(plan.sessions.len(), 16);
    let regions = plan
        .participants
        .iter()
        .filter(|p| p.kind == ParticipantKind::Region);
    let (unnamed, named): (Vec<_>, Vec<_>) =
        regions.partition(|p| p.provenance.of_field("name") == Some(&Provenance::NotPublished));
    assert_eq!((named.len(), unnamed.len()), (9, 7));
    assert!(plan.participants.iter().all(|p| !p.stands.is_empty()));
}

#[test]
fn the_hall_is_exactly_3500_square_metres() {
    assert!(
        (plan().area_m2() - 3_500.0).abs() < 1e-6,
        "{}",
        plan().area_m2()
    );
}

#[test]
fn what_no_source_states_is_marked() {
    let plan = plan();
    for stand in &plan.stands {
        for field in ["number", "outline"] {
            let provenance = stand.provenance.of_field(field);
            assert_eq!(
                provenance,
                Some(&Provenance::Illustrative),
                "{} {field}",
                stand.number
            );
        }
    }
    let timed = plan.sessions.iter().filter(|s| s.start.is_some());
    assert_eq!(timed.count(), 1, "only the forum has a published day");
    assert!(plan.event.notice.is_some());
}

#[test]
fn stands_do_not_overlap() {
    let plan = plan();
    let touches =
        |a: &Polygon, b: &Polygon| a.points().iter().any(|p| b.signed_distance(*p) > 0.01);
    for (i, a) in plan.stands.iter().enumerate() {
        for b in plan.stands.iter().skip(i + 1) {
            let over = touches(&a.outline, &b.outline) || touches(&b.outline, &a.outline);
            assert!(!over, "{} and {}", a.number, b.number);
        }
    }
    let numbers: HashSet<_> = plan.stands.iter().map(|s| &s.number).collect();
    assert_eq!(numbers.len(), 36);
}
