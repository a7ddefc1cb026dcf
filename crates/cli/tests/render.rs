//! `expo-map render`: what it writes is read back by a parser of others.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use expo_map_cli::args::RenderFormat::{self, Html, JsonLd, Svg};
use expo_map_cli::render::{Done, Options, render};
use floorplan::messages::{Lang, Msg};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Value, json};

const EXPO: &str = "assets/expo-2024.json";
const TWO_FLOORS: &str = "tests/fixtures/small.json";
const TIMES: &str = "tests/fixtures/export/plan.json";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn data(file: &str) -> Value {
    serde_json::from_slice(&std::fs::read(root().join(file)).unwrap()).unwrap()
}

fn made(data: &Value, format: RenderFormat, lang: Lang, floor: Option<&str>) -> Done {
    let options = Options {
        format,
        lang: Some(lang),
        floor,
    };
    render(data.to_string().as_bytes(), &options).unwrap()
}

fn written(data: &Value, format: RenderFormat, lang: Lang) -> String {
    made(data, format, lang, None).text
}

/// An element, with what is in it.
#[derive(Debug, Default)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Node>,
    /// All words within, in order.
    words: String,
}

impl Node {
    fn of(start: &BytesStart<'_>) -> Self {
        let text = |bytes: &[u8]| std::str::from_utf8(bytes).unwrap().to_owned();
        let attributes = start.attributes().map(|attribute| {
            // Twice the same attribute is an error here.
            let attribute = attribute.unwrap();
            let value = text(&attribute.value);
            let value = quick_xml::escape::unescape(&value).unwrap().into_owned();
            (text(attribute.key.as_ref()), value)
        });
        Self {
            name: text(start.name().as_ref()),
            attributes: attributes.collect(),
            ..Self::default()
        }
    }

    /// Reads XML; elements that are not closed, or not in order, are errors.
    fn read(xml: &str) -> Self {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Self::of(&start)),
                Event::Empty(start) => open.last_mut().unwrap().children.push(Self::of(&start)),
                Event::End(_) => {
                    let node = open.pop().unwrap();
                    let parent = open.last_mut().unwrap();
                    parent.words.push_str(&node.words);
                    parent.children.push(node);
                }
                Event::Text(text) => {
                    let text = std::str::from_utf8(&text).unwrap();
                    open.last_mut().unwrap().words.push_str(text);
                }
                Event::GeneralRef(name) => {
                    let name = std::str::from_utf8(&name).unwrap();
                    let entity = format!("&{name};");
                    let c = quick_xml::escape::unescape(&entity).unwrap();
                    open.last_mut().unwrap().words.push_str(&c);
                }
                Event::Decl(_) => assert!(xml.starts_with("<?xml")),
                Event::Eof => break,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(open.len(), 1, "all are closed");
        let mut document = open.pop().unwrap();
        assert_eq!(document.children.len(), 1, "one root");
        document.children.pop().unwrap()
    }

    fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", |value| value)
    }

    /// This and all within.
    fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for child in &self.children {
            all.extend(child.all());
        }
        all
    }

    fn named(&self, name: &str) -> Vec<&Self> {
        let all = self.all().into_iter();
        all.filter(|node| node.name == name).collect()
    }

    fn with(&self, attribute: &str, value: &str) -> &Self {
        let found = self.find(attribute, value);
        found.unwrap_or_else(|| panic!("no {attribute}={value}"))
    }

    fn find(&self, attribute: &str, value: &str) -> Option<&Self> {
        let mut all = self.all().into_iter();
        all.find(|node| node.attribute(attribute) == value)
    }
}

/// Nothing that a strict policy forbids, that runs, or that is asked for elsewhere; ids are unique
/// and links lead to them.
fn check_harmless(root: &Node) {
    let mut ids = BTreeSet::new();
    for node in root.all() {
        for (name, value) in &node.attributes {
            assert!(!name.starts_with("on") && name != "style", "{name}={value}");
            assert!(
                !value.trim().to_lowercase().starts_with("javascript:"),
                "{value}"
            );
        }
        assert!(
            ["img", "use", "image", "iframe", "foreignObject", "object"]
                .iter()
                .all(|name| node.name != *name)
        );
        if node.name == "script" {
            assert_eq!(node.attribute("type"), "application/ld+json");
        }
        let id = node.attribute("id");
        assert!(id.is_empty() || ids.insert(id), "{id} twice");
    }
    for node in root.all() {
        if let Some(id) = node.attribute("href").strip_prefix('#') {
            assert!(ids.contains(id), "no {id}");
        }
        for name in ["aria-labelledby", "aria-describedby"] {
            let id = node.attribute(name);
            assert!(id.is_empty() || ids.contains(id), "no {id}");
        }
    }
}

/// The bounds of a path of ours: left, top, right, bottom.
fn bounds(d: &str) -> [f64; 4] {
    let corners = d.trim_matches(['M', 'z']).split('L').map(|corner| {
        let (x, y) = corner.split_once(' ').unwrap();
        [x.parse::<f64>().unwrap(), y.parse().unwrap()]
    });
    corners.fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |b, [x, y]| {
        [b[0].min(x), b[1].min(y), b[2].max(x), b[3].max(y)]
    })
}

/// What a reader sees of a text of a file.
fn words_for(text: &Value, lang: Lang) -> &str {
    let own = text[lang.tag()].as_str().or(text.as_str());
    own.or(text["en"].as_str()).unwrap()
}

fn langs() -> impl Iterator<Item = Lang> {
    Lang::ALL.iter().copied()
}

#[test]
fn an_svg_is_a_picture_with_a_name_in_every_language() {
    let plan = data(EXPO);
    let mut texts = BTreeSet::new();
    for lang in langs() {
        let text = written(&plan, Svg, lang);
        assert_eq!(text, written(&plan, Svg, lang), "the same twice");
        let svg = Node::read(&text);
        check_harmless(&svg);
        assert_eq!(svg.name, "svg");
        assert_eq!(svg.attribute("role"), "img");
        assert_eq!(svg.attribute("lang"), lang.locale());
        assert!(svg.attribute("viewBox").starts_with("0 0 1040 "));
        assert!(svg.attribute("font-family").contains("sans-serif"));
        let name = plan["event"]["name"][lang.tag()].as_str().unwrap();
        let title = svg.with("id", svg.attribute("aria-labelledby"));
        assert!(title.name == "title" && title.words.contains(name));
        let desc = svg.with("id", svg.attribute("aria-describedby"));
        let notice = plan["event"]["notice"][lang.tag()].as_str().unwrap();
        assert!(desc.name == "desc" && desc.words.contains(notice));
        let stands = plan["stands"].as_array().unwrap();
        for stand in stands {
            let (id, number) = (stand["id"].as_str().unwrap(), &stand["number"]);
            let group = svg.with("id", &format!("expo-map-russia-china-expo-2024-stand-{id}"));
            let title = &group.children[0];
            assert_eq!(title.name, "title");
            assert!(title.words.contains(number.as_str().unwrap()));
        }
        let drawn = svg.named("text").len();
        assert!(drawn > stands.len(), "{drawn} labels");
        texts.insert(text);
    }
    assert_eq!(texts.len(), 3);
}

#[test]
fn labels_lie_on_their_stands() {
    for (file, wide) in [(EXPO, 36), (TWO_FLOORS, 4)] {
        let plan = data(file);
        let svg = Node::read(&written(&plan, Svg, Lang::Ru));
        for drawing in ["wide", "narrow"] {
            let drawing = svg.with("class", drawing);
            let mut found = 0;
            for group in drawing.all() {
                let [title, path] = group.children.as_slice() else {
                    continue;
                };
                if title.name != "title" || path.name != "path" {
                    continue;
                }
                let number = title.words.split([' ', ',']).nth(1).unwrap();
                let [left, top, right, bottom] = bounds(path.attribute("d"));
                let labels = drawing.named("text").into_iter().filter(|text| {
                    text.words == number || text.words.starts_with(&format!("{number} "))
                });
                for label in labels {
                    let at = |name| label.attribute(name).parse::<f64>().unwrap();
                    let (x, y) = (at("x"), at("y"));
                    assert!(left < x && x < right && top < y && y < bottom, "{number}");
                    found += 1;
                }
            }
            assert_eq!(found, wide);
        }
    }
}

#[test]
fn an_svg_is_coloured_without_its_style_sheet_and_dark_with_it() {
    let text = written(&data(EXPO), Svg, Lang::En);
    let svg = Node::read(&text);
    let style = &svg.named("style")[0].words;
    assert!(style.contains("@media (prefers-color-scheme:dark)"));
    let mut classes = BTreeSet::new();
    for node in svg.all() {
        for class in node.attribute("class").split(' ') {
            let of = match class.as_bytes() {
                [b'f', digit, ..] if digit.is_ascii_digit() => "fill",
                [b's', digit, ..] if digit.is_ascii_digit() => "stroke",
                _ => continue,
            };
            let colour = node.attribute(of);
            assert!(colour.len() == 7 && colour.starts_with('#'), "{colour}");
            assert!(style.contains(&format!(".{class}{{{of}:#")), "{class}");
            classes.insert(class);
        }
    }
    assert!(classes.len() > 20, "{classes:?}");
    // The shade is thin by an opacity that every program knows.
    assert!(text.contains("fill=\"#20304a\" fill-opacity=\"0.14\""));
}

#[test]
fn colours_of_the_data_are_the_same_in_the_dark() {
    let mut plan = data(TWO_FLOORS);
    plan["categories"][0]["colour"] = "#c8102e".into();
    let svg = Node::read(&written(&plan, Svg, Lang::En));
    let filled = svg.with("fill", "#c8102e");
    let class = filled.attribute("class");
    let style = &svg.named("style")[0].words;
    assert!(!class.is_empty() && !style.contains(&format!(".{class}{{")));
    assert!(written(&plan, Html, Lang::En).contains("fill=\"#c8102e\""));
}

#[test]
fn html_has_plan_stands_programme_and_sources() {
    let plan = data(EXPO);
    for lang in langs() {
        let text = written(&plan, Html, lang);
        assert_eq!(text, written(&plan, Html, lang), "the same twice");
        let html = Node::read(&text);
        check_harmless(&html);
        assert_eq!(html.name, "article");
        assert_eq!(html.attribute("lang"), lang.locale());
        assert!(html.named("style").is_empty());
        // HTML's own elements do not close themselves.
        for end in text.match_indices("/>") {
            let start = text[..end.0].rfind('<').unwrap();
            let name = text[start + 1..].split([' ', '/']).next().unwrap();
            assert!(["path", "circle"].contains(&name), "{name}");
        }
        let id = |rest: &str| format!("expo-map-russia-china-expo-2024-{rest}");
        let says = |node: &Node, text: &Value| {
            let words = words_for(text, lang);
            assert!(node.words.contains(words), "{words}: {}", node.words);
        };
        let plan_of = html.with("class", "expo-map-plan");
        for stand in plan["stands"].as_array().unwrap() {
            let own = id(&format!("stand-{}", stand["id"].as_str().unwrap()));
            let item = html.with("id", &own);
            assert_eq!(item.name, "li");
            says(item, &stand["number"]);
            plan_of.with("href", &format!("#{own}"));
        }
        for who in plan["participants"].as_array().unwrap() {
            for stand in who["stands"].as_array().unwrap() {
                let own = id(&format!("stand-{}", stand.as_str().unwrap()));
                says(html.with("id", &own), &who["name"]);
            }
        }
        let stands = html.with("id", &id("stands"));
        let headings = stands.named("h4");
        let categories = plan["categories"].as_array().unwrap();
        assert_eq!(headings.len(), categories.len());
        for (heading, category) in headings.iter().zip(categories) {
            says(heading, &category["name"]);
        }
        for session in plan["sessions"].as_array().unwrap() {
            let own = id(&format!("session-{}", session["id"].as_str().unwrap()));
            says(html.with("id", &own), &session["title"]);
        }
        let about = html.with("id", &id("about"));
        for source in plan["sources"].as_array().unwrap() {
            says(about, &source["title"]);
        }
        says(
            html.with("class", "expo-map-notice"),
            &plan["event"]["notice"],
        );
    }
}

#[test]
fn the_programme_is_by_day_and_what_has_no_day_stands_apart() {
    let html = Node::read(&written(&data(TIMES), Html, Lang::En));
    let when = html.with("class", "expo-map-when");
    let days: Vec<_> = when
        .named("time")
        .into_iter()
        .map(|time| time.attribute("datetime"))
        .collect();
    assert_eq!(days, ["2025-03-28", "2025-03-30"]);
    assert_eq!(when.words, "28 March – 30 March 2025 · Berlin");
    let chinese = Node::read(&written(&data(TIMES), Html, Lang::Zh));
    assert_eq!(
        chinese.with("class", "expo-map-when").words,
        "2025年3月28日至3月30日 · 柏林"
    );
    let programme = html.with("id", "expo-map-export-expo-programme");
    let headings: Vec<_> = programme.named("h4").iter().map(|h| &*h.words).collect();
    assert_eq!(
        headings,
        [
            "Friday, 28 March",
            "Saturday, 29 March",
            "Date and time not published"
        ]
    );
    let of = |id: &str| programme.with("id", &format!("expo-map-export-expo-session-{id}"));
    let times: Vec<_> = of("opening")
        .named("time")
        .iter()
        .map(|time| (time.attribute("datetime"), &*time.words))
        .collect();
    // The night in which the clocks go forward.
    assert_eq!(
        times,
        [
            ("2025-03-29T23:30+01:00", "23:30"),
            ("2025-03-30T03:30+02:00", "30 March at 03:30")
        ]
    );
    assert!(of("gears").words.contains("time not published"));
    assert_eq!(
        of("gears")
            .with("href", "#expo-map-export-expo-stand-a1")
            .words,
        "Stand A1: Lathe Works; \"best\", since 1900"
    );
    assert!(of("some-day").named("time").is_empty());
    assert!(of("some-day").words.contains("City hall"));
}

#[test]
fn what_is_illustrative_says_so_once_for_all_or_where_it_is() {
    let said = |file, id: &str| {
        let html = Node::read(&written(&data(file), Html, Lang::En));
        let caveats = html.with("id", id).named("small");
        let caveats = caveats.iter().map(|small| small.words.clone());
        caveats
            .filter(|words| words.contains("llustrative"))
            .collect::<Vec<_>>()
    };
    let expo = said(EXPO, "expo-map-russia-china-expo-2024-stands");
    assert_eq!(
        expo[0],
        "Illustrative for all stands, not stated by the sources: stand number, place and size, who stands here"
    );
    assert!(expo.len() < 36, "not at each stand: {}", expo.len());
    assert_eq!(
        said(TIMES, "expo-map-export-expo-stand-a1"),
        ["Illustrative, not stated by the sources: stand number, place and size, who stands here"]
    );
    assert_eq!(said(TIMES, "expo-map-export-expo-stand-a2"), [""; 0]);
    assert_eq!(
        said(EXPO, "expo-map-russia-china-expo-2024-about"),
        ["Illustrative, not stated by the sources: shape and size of the hall"]
    );
    assert_eq!(
        said(TIMES, "expo-map-export-expo-about"),
        ["Illustrative, not stated by the sources: name, time, venue, description"]
    );
    assert_eq!(
        said(TIMES, "expo-map-export-expo-session-gears"),
        ["Illustrative, not stated by the sources: theme, time"]
    );
}

fn graph(data: &Value, lang: Lang) -> Vec<Value> {
    let json: Value = serde_json::from_str(&written(data, JsonLd, lang)).unwrap();
    assert_eq!(json["@context"], "https://schema.org");
    json["@graph"].as_array().unwrap().clone()
}

fn of_type<'a>(graph: &'a [Value], name: &str) -> Vec<&'a Value> {
    graph.iter().filter(|node| node["@type"] == name).collect()
}

#[test]
fn linked_data_tells_event_place_and_organisations() {
    let plan = data(EXPO);
    for lang in langs() {
        let graph = graph(&plan, lang);
        let tag = lang.tag();
        let [event] = of_type(&graph, "Event")[..] else {
            panic!("one event")
        };
        assert_eq!(event["name"], plan["event"]["name"][tag]);
        assert_eq!(
            (&event["startDate"], &event["endDate"]),
            (&json!("2024-05-17"), &json!("2024-05-21"))
        );
        let [place] = of_type(&graph, "Place")[..] else {
            panic!("one place")
        };
        assert_eq!(place["name"], plan["event"]["place"][tag]);
        assert_eq!(event["location"]["@id"], place["@id"]);
        let organisations = of_type(&graph, "Organization");
        let named = |name: &Value| {
            let words = words_for(name, lang);
            let mut names = organisations.iter().map(|who| &who["name"]);
            names.any(|name| *name == words || name["@value"] == words)
        };
        for who in plan["participants"].as_array().unwrap() {
            let is_fact = !matches!(
                who["provenance"]["name"].as_str(),
                Some("illustrative" | "notPublished")
            );
            assert_eq!(named(&who["name"]), is_fact, "{}", who["id"]);
        }
        // Every reference is to a node.
        let ids: BTreeSet<_> = graph
            .iter()
            .map(|node| node["@id"].as_str().unwrap())
            .collect();
        for list in ["organizer", "contributor"] {
            for reference in event[list].as_array().unwrap() {
                assert!(ids.contains(reference["@id"].as_str().unwrap()));
            }
        }
        // One session has a published day; where it was is illustrative.
        let [session] = &event["subEvent"].as_array().unwrap()[..] else {
            panic!("one session")
        };
        assert_eq!(session["startDate"], "2024-05-17");
        assert_eq!(session["location"]["@id"], place["@id"]);
    }
}

#[test]
fn linked_data_has_times_with_their_offset_and_nothing_illustrative() {
    let mut plan = data(TIMES);
    let graph_now = graph(&plan, Lang::En);
    let event = of_type(&graph_now, "Event")[0];
    // All of this event is invented.
    for field in ["startDate", "endDate", "location"] {
        assert_eq!(event[field], Value::Null, "{field}");
    }
    let [session] = &event["subEvent"].as_array().unwrap()[..] else {
        panic!("one session")
    };
    assert_eq!(session["startDate"], "2025-03-29T23:30+01:00");
    assert_eq!(session["endDate"], "2025-03-30T03:30+02:00");
    assert_eq!(session["location"], Value::Null);
    let lathe = of_type(&graph_now, "Organization")[0];
    assert_eq!(lathe["url"], "https://lathe.example/a,b");
    assert_eq!(lathe["email"], "expo@lathe.example");

    plan["event"]["provenance"] = json!({});
    let graph_now = graph(&plan, Lang::En);
    assert_eq!(of_type(&graph_now, "Event")[0]["startDate"], "2025-03-28");
}

#[test]
fn words_in_another_language_say_so() {
    let mut plan = data(TWO_FLOORS);
    plan["event"]["name"] = json!({ "ru": "Малая выставка" });
    plan["event"]["description"] = json!({ "ru": "О ней." });
    plan["sessions"][0]["title"] = json!({ "ru": "Открытие" });
    plan["categories"][0]["name"] = json!({ "ru": "Машины" });
    plan["stands"][3]["name"] = json!({ "ru": "Дегустация" });
    plan["sessions"][1]["placeName"] = json!({ "ru": "Ратуша" });
    let text = written(&plan, Html, Lang::Zh);
    for words in [
        "Ратуша",
        "Малая выставка",
        "О ней.",
        "Открытие",
        "Машины",
        "Дегустация",
    ] {
        let marked = text.contains(&format!("lang=\"ru\">{words}"));
        assert!(marked, "{words}");
    }
    // English where there is English.
    assert!(text.contains("<span lang=\"en\">Honey</span>"));
    let svg = Node::read(&written(&plan, Svg, Lang::Zh));
    let b1 = svg.with("id", "expo-map-small-expo-stand-b1");
    assert_eq!(b1.children[0].attribute("lang"), "ru");
    let event = graph(&plan, Lang::Zh)[0].clone();
    let name = json!({ "@language": "ru", "@value": "Малая выставка" });
    assert_eq!(event["name"], name);
}

#[test]
fn two_floors_are_drawn_one_below_the_other_or_one_alone() {
    let plan = data(TWO_FLOORS);
    let floor = |floor| Node::read(&made(&plan, Svg, Lang::En, floor).text);
    let both = floor(None);
    let top = |svg: &Node, id: &str| {
        let stand = svg.find("id", &format!("expo-map-small-expo-stand-{id}"))?;
        Some(bounds(stand.children[1].attribute("d")))
    };
    let (a1, b1) = (top(&both, "a1").unwrap(), top(&both, "b1").unwrap());
    assert!(b1[1] > a1[3]);
    // Both stands are 6 m wide.
    assert!(((a1[2] - a1[0]) - (b1[2] - b1[0])).abs() < 0.1, "one scale");
    let said = |svg: &Node, words: &str| svg.named("text").iter().any(|text| text.words == words);
    assert!(said(&both, "Ground floor") && said(&both, "Upper floor"));
    let upper = floor(Some("upper"));
    assert!(top(&upper, "a1").is_none() && top(&upper, "b1").is_some());
    assert!(!said(&upper, "Ground floor") && said(&upper, "Upper floor"));
    // The lists are of the whole, and links lead somewhere.
    let html = Node::read(&made(&plan, Html, Lang::En, Some("upper")).text);
    check_harmless(&html);
    html.with("id", "expo-map-small-expo-stand-a1");
}

/// As little as there can be.
fn smallest() -> Value {
    json!({
        "format": "expo-map", "version": 1,
        "event": { "id": "e", "name": "E", "start": "2025-03-10", "end": "2025-03-10", "timeZone": "Europe/Moscow" },
        "halls": [{ "id": "h", "name": "H", "outline": [[0, 0], [2, 0], [2, 1], [0, 1]] }],
        "stands": [{ "id": "s", "number": "1", "outline": [[0.5, 0.2], [1.5, 0.2], [1.5, 0.8], [0.5, 0.8]] }]
    })
}

#[test]
fn a_single_booth_without_anything_is_drawn_and_listed() {
    for lang in langs() {
        let svg = Node::read(&written(&smallest(), Svg, lang));
        check_harmless(&svg);
        assert!(svg.named("text").iter().any(|text| text.words == "1"));
        let html = Node::read(&written(&smallest(), Html, lang));
        check_harmless(&html);
        assert!(html.find("id", "expo-map-e-programme").is_none());
        assert!(html.named("h4").is_empty());
        let graph = graph(&smallest(), lang);
        assert_eq!(graph.len(), 1);
        assert_eq!(graph[0]["startDate"], "2025-03-10");
    }
}

#[test]
fn a_dense_plan_is_drawn_larger_until_stands_have_their_numbers() {
    let mut plan = smallest();
    plan["halls"][0]["outline"] = json!([[0, 0], [200, 0], [200, 50], [0, 50]]);
    let stands = (0..60).map(|at| {
        let x = f64::from(at) * 3.2;
        json!({ "id": format!("s{at}"), "number": format!("A{at}"),
            "outline": [[x, 10], [x + 3.0, 10], [x + 3.0, 13], [x, 13]] })
    });
    plan["stands"] = stands.collect();
    let svg = Node::read(&written(&plan, Svg, Lang::En));
    assert!(svg.attribute("viewBox").starts_with("0 0 2288 "));
    let wide = svg.with("class", "wide").named("text");
    let numbers = wide.iter().filter(|text| text.words.starts_with('A'));
    assert_eq!(numbers.count(), 60);
    // What stands around it grows with it.
    let name = wide.iter().position(|text| text.words == "E");
    assert_eq!(name, Some(0));
    assert!(svg.find("font-size", "39.6").is_some());
}

#[test]
fn a_phones_picture_in_a_page_is_cut_below_its_floors_and_through_nothing() {
    for file in [EXPO, TWO_FLOORS, TIMES] {
        for lang in langs() {
            let svg = Node::read(&written(&data(file), Svg, lang));
            let high = svg.attribute("viewBox").split(' ').next_back().unwrap();
            let narrow = svg.with("class", "narrow");
            let times = narrow
                .attribute("transform")
                .trim_matches(|c: char| !c.is_ascii_digit());
            let cut = high.parse::<f64>().unwrap() / times.parse::<f64>().unwrap();
            for path in narrow.named("g").iter().filter(|g| g.children.len() == 2) {
                if path.children[0].name == "title" {
                    assert!(bounds(path.children[1].attribute("d"))[3] < cut);
                }
            }
            for text in narrow.named("text") {
                let y: f64 = text.attribute("y").parse().unwrap();
                assert!(
                    y + 5.0 < cut || y - 10.0 > cut,
                    "{}: {y} at {cut}",
                    text.words
                );
            }
            let notice = narrow
                .named("text")
                .into_iter()
                .find(|text| text.words == Msg::Schematic.text(lang));
            assert!(notice.unwrap().attribute("y").parse::<f64>().unwrap() < cut);
        }
    }
}

#[test]
fn odd_shapes_are_drawn_within_the_picture() {
    let mut plan = smallest();
    let tall = json!([[0, 0], [5, 0], [5, 400], [0, 400]]);
    plan["halls"][0]["outline"] = tall;
    // A stand outside of its hall.
    plan["stands"][0]["outline"] = json!([[-30, 10], [-20, 10], [-20, 20], [-30, 20]]);
    let svg = Node::read(&written(&plan, Svg, Lang::En));
    let [.., width, height] = svg.attribute("viewBox").split(' ').collect::<Vec<_>>()[..] else {
        panic!("a viewBox")
    };
    let stand = svg.with("id", "expo-map-e-stand-s");
    let [left, top, right, bottom] = bounds(stand.children[1].attribute("d"));
    assert!(left > 0.0 && top > 0.0);
    assert!(right < width.parse().unwrap() && bottom < height.parse().unwrap());
    assert!(height.parse::<f64>().unwrap() < 2_000.0);
}

/// Puts a text into every name, and after every id and what refers to it.
fn hostile(value: &mut Value, text: &str) {
    const TEXTS: [&str; 8] = [
        "name",
        "title",
        "description",
        "notice",
        "shows",
        "theme",
        "placeName",
        "label",
    ];
    const REFERENCES: [&str; 8] = [
        "id",
        "number",
        "hall",
        "floor",
        "category",
        "place",
        "stands",
        "participants",
    ];
    let lengthen = |value: &mut Value| {
        if let Some(id) = value.as_str() {
            *value = format!("{id}{text}").into();
        }
    };
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if TEXTS.contains(&&**key) && (value.is_string() || value.is_object()) {
                    *value = text.into();
                } else if REFERENCES.contains(&&**key) && value.is_string() {
                    lengthen(value);
                } else if key != "provenance" {
                    if REFERENCES.contains(&&**key) {
                        value
                            .as_array_mut()
                            .into_iter()
                            .flatten()
                            .for_each(lengthen);
                    }
                    hostile(value, text);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| hostile(value, text)),
        _ => {}
    }
}

#[test]
fn hostile_words_stay_words() {
    let bidi = ["\u{202e}", "\u{2066}", "\u{202a}"];
    for text in [
        "</script><script>alert(1)</script>",
        "\" onload=\"alert(1)\" x='\"><img src=x onerror=alert(1)>",
        "]]></title></svg><!-- <style>*{}</style> &lt;&amp; &#0;",
        "a\u{202e}b\u{2066}c\u{0}d\u{2028}e\u{202a}",
        "javascript:alert(1)",
    ] {
        for file in [TWO_FLOORS, TIMES] {
            let mut plan = data(file);
            hostile(&mut plan, text);
            plan["participants"][0]["links"] = json!([{ "url": "javascript:alert(1)" }]);
            let shown: String = text
                .chars()
                .filter(|c| !c.is_control() && !bidi.contains(&&*c.to_string()))
                .collect();
            for format in [Svg, Html] {
                let text = written(&plan, format, Lang::En);
                let root = Node::read(&text);
                check_harmless(&root);
                assert!(root.named("title")[0].words.contains(&shown), "{shown}");
                assert!(!bidi.iter().any(|c| text.contains(c)));
                let lower = text.to_lowercase();
                let scripts = lower.matches("<script").count();
                assert_eq!(scripts, usize::from(format == Html));
                assert_eq!(lower.matches("</script").count(), scripts);
            }
            let json = written(&plan, JsonLd, Lang::En);
            assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{202e}']));
            // Read back, it is what it was, but for what no text of a plan may hold.
            assert_eq!(graph(&plan, Lang::En)[0]["name"], text.replace('\0', ""));
            assert!(!json.contains("\"url\":\"javascript"));
        }
    }
}

#[test]
fn the_data_in_the_page_is_the_linked_data() {
    let plan = data(EXPO);
    let html = Node::read(&written(&plan, Html, Lang::Ru));
    let inside: Value = serde_json::from_str(&html.named("script")[0].words).unwrap();
    let alone: Value = serde_json::from_str(&written(&plan, JsonLd, Lang::Ru)).unwrap();
    assert_eq!(inside, alone);
}

#[test]
fn a_zone_that_nobody_knows_is_told_and_left_out() {
    let mut plan = data(TIMES);
    plan["event"]["timeZone"] = "Europe/Atlantis".into();
    let done = made(&plan, Html, Lang::En, None);
    assert!(done.notices[0].contains("Europe/Atlantis"));
    assert!(done.text.contains("datetime=\"2025-03-29T23:30\""));
    assert!(made(&plan, Svg, Lang::En, None).notices.is_empty());
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_expo-map"))
        .arg("render")
        .args(args)
        .current_dir(root())
        .output()
        .unwrap()
}

#[test]
fn prints_or_writes_and_tells_a_bad_file_from_wrong_usage() {
    let printed = run(&[EXPO]);
    assert_eq!(printed.status.code(), Some(0));
    // The file's first language, and an SVG.
    let wanted = written(&data(EXPO), Svg, Lang::Ru);
    assert_eq!(String::from_utf8(printed.stdout).unwrap(), wanted);
    let file = std::env::temp_dir().join(format!("expo-map-render-{}.svg", std::process::id()));
    let silent = run(&[EXPO, "--output", file.to_str().unwrap()]);
    assert!(silent.status.success() && silent.stdout.is_empty());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), wanted);
    std::fs::remove_file(&file).unwrap();

    for (args, code, reason) in [
        (&["tests/fixtures/broken/web-page.json"][..], 1, "html"),
        (&[EXPO, "--floor", "roof"], 1, "there is no floor roof"),
        (&["no-such-file.json"], 2, "cannot read no-such-file.json"),
        (&[EXPO, "--format", "png"], 2, "json-ld"),
        (&[EXPO, "--lang", "de"], 2, "must be ru, en or zh"),
        (
            &[EXPO, "--output", "no/such/folder/x.svg"],
            2,
            "cannot write",
        ),
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        assert!(output.stdout.is_empty());
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(reason), "{told}");
    }
}
