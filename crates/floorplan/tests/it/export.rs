//! Files to take along, against files that people have looked at and against parsers that others
//! have written. `RENEW=1 cargo test` writes the files anew.

use std::path::Path;

use calcard::{Entry, Parser};
use floorplan::export::{Clock, Export};
use floorplan::messages::Lang;
use floorplan::mine::Marks;
use floorplan::plan::{LocalTime, Plan, SafeUrl, SessionIx, load};
use geojson::{FeatureCollection, GeometryValue};
use icalendar::{Calendar, CalendarComponent, Component, Event, EventLike};

const PLAN: &str = include_str!("../../../../tests/fixtures/export/plan.json");

/// 2025-03-01T12:00:00Z.
const NOW_S: i64 = 1_740_830_400;

/// Central Europe at the end of March 2025: summer time begins on the 30th at 2.
fn berlin(at: LocalTime) -> i32 {
    let is_summer = (at.date.month, at.date.day, at.minutes) >= (3, 30, Some(2 * 60));
    if is_summer { 120 } else { 60 }
}

const BERLIN: Clock<'static> = Clock {
    now_s: NOW_S,
    offset_minutes: &|at| Some(berlin(at)),
};

fn plan() -> Plan {
    let loaded = load(PLAN).unwrap();
    assert_eq!(loaded.warnings, []);
    loaded.plan
}

fn marks() -> Marks {
    Marks::read("1.wa1.nСпросить, \"сколько\".va3.Bgears.n-1.Bsome-day.Vopening").marks
}

fn export<'a>(plan: &'a Plan, marks: &'a Marks, lang: Lang) -> Export<'a> {
    Export {
        plan,
        marks,
        lang,
        is_mine: false,
        page: None,
    }
}

/// Compares with a file, or writes it.
fn is_as_before(name: &str, text: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/export");
    let path = Path::new(folder).join(name);
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let before = std::fs::read_to_string(&path).unwrap();
    assert_eq!(before, text, "{name}");
}

fn events(text: &str) -> Vec<Event> {
    let calendar: Calendar = text.parse().unwrap();
    let events = calendar.components.into_iter().map(|component| {
        let CalendarComponent::Event(event) = component else {
            panic!("not an event: {component:?}");
        };
        event
    });
    events.collect()
}

/// Lines as they must be, and so many entries for yet another parser, which is strict with cards
/// (with calendars it would be too strict: it refuses what begins within another).
fn is_well_formed(text: &str, entries: usize) {
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    let mut parser = Parser::new(text);
    if text.starts_with("BEGIN:VCARD") {
        parser = parser.strict();
    }
    let mut count = 0;
    loop {
        match parser.entry() {
            Entry::Eof => break,
            Entry::VCard(_) | Entry::ICalendar(_) => count += 1,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(count, entries);
}

#[test]
fn the_files_are_as_they_were() {
    let (plan, marks) = (plan(), marks());
    let page = SafeUrl::link("https://expo.example/plan?a=1,2").unwrap();
    for lang in Lang::ALL {
        let all = Export {
            page: Some(&page),
            ..export(&plan, &marks, *lang)
        };
        let name = |name: &str| name.replace('*', lang.tag());
        is_as_before(&name("programme.*.ics"), &all.programme_ics(BERLIN).text);
        is_as_before(&name("stands.*.csv"), &all.stands_csv());
        is_as_before(&name("programme.*.csv"), &all.programme_csv());
        is_as_before(&name("contacts.*.vcf"), &all.contacts_vcf().text);
        is_as_before(&name("stands.*.geojson"), &all.stands_geojson());
    }
}

#[test]
fn another_program_reads_the_calendar() {
    let (plan, none) = (plan(), Marks::default());
    let exported = export(&plan, &none, Lang::En).programme_ics(BERLIN);
    is_well_formed(&exported.text, 1);
    assert_eq!(exported.left_out, 1);
    let events = events(&exported.text);
    let uids: Vec<_> = events.iter().filter_map(Component::get_uid).collect();
    assert_eq!(
        uids,
        [
            "export-expo@expo-map",
            "export-expo/opening@expo-map",
            "export-expo/gears@expo-map"
        ]
    );
    let value = |event: usize, name: &str| events[event].property_value(name).unwrap();
    // The end is not in the days.
    assert_eq!(value(0, "DTSTART"), "20250328");
    assert_eq!(value(0, "DTEND"), "20250331");
    // An hour is skipped in that night.
    assert_eq!(value(1, "DTSTART"), "20250329T223000Z");
    assert_eq!(value(1, "DTEND"), "20250330T013000Z");
    assert_eq!(value(1, "DTSTAMP"), "20250301T120000Z");
    assert_eq!(value(2, "DTSTART"), "20250328");
    assert_eq!(value(2, "DTEND"), "20250329");
    assert_eq!(events[1].get_summary(), Some("Opening; welcome, all"));
    assert_eq!(events[1].get_location(), Some("Stage, Hall A, Berlin"));
    assert_eq!(
        events[1].get_description(),
        Some(
            "First line.\nSecond line, \\ and \"quotes\".\n\
             Illustrative, not stated by the sources: venue"
        )
    );
    assert_eq!(events[2].get_location(), Some("Stand A1, Hall A, Berlin"));
    assert_eq!(
        events[2].get_description(),
        Some(
            "Industry\nLathe Works; \"best\", since 1900, Silent Ltd\ntime not published\n\
             Illustrative, not stated by the sources: theme, time, stand number"
        )
    );
}

#[test]
fn long_lines_in_any_script_come_back_whole() {
    let (plan, none) = (plan(), Marks::default());
    for lang in Lang::ALL {
        let exported = export(&plan, &none, *lang).session_ics(SessionIx(0), BERLIN);
        is_well_formed(&exported.text, 1);
        let title = plan.sessions[0].title.get(lang.tag()).text;
        assert!(exported.text.contains("\r\n "), "{lang:?}");
        assert_eq!(events(&exported.text)[0].get_summary(), Some(title));
    }
}

#[test]
fn without_an_offset_times_are_those_of_the_place() {
    let (plan, none) = (plan(), Marks::default());
    let clock = Clock {
        now_s: NOW_S,
        offset_minutes: &|_| None,
    };
    let text = export(&plan, &none, Lang::En)
        .session_ics(SessionIx(0), clock)
        .text;
    let events = events(&text);
    assert_eq!(events[0].property_value("DTSTART"), Some("20250329T233000"));
    assert_eq!(events[0].property_value("DTEND"), Some("20250330T033000"));
}

#[test]
fn a_session_without_a_day_is_in_no_calendar() {
    let (plan, none) = (plan(), Marks::default());
    for ix in [SessionIx(2), SessionIx(99)] {
        let exported = export(&plan, &none, Lang::Ru).session_ics(ix, BERLIN);
        assert_eq!(exported.left_out, 1);
        assert_eq!(events(&exported.text), []);
    }
}

#[test]
fn mine_is_what_is_marked() {
    let (plan, marks) = (plan(), marks());
    let mine = Export {
        is_mine: true,
        ..export(&plan, &marks, Lang::En)
    };
    let calendar = mine.programme_ics(BERLIN);
    // One is bookmarked and has no day; one is visited alone.
    assert_eq!(calendar.left_out, 1);
    let events = events(&calendar.text);
    assert_eq!(events.len(), 2);
    assert!(events[1].get_description().unwrap().contains("\n-1\n"));
    assert_eq!(rows(&mine.stands_csv()).len(), 1 + 2);
    assert_eq!(rows(&mine.programme_csv()).len(), 1 + 3);
    let contacts = mine.contacts_vcf();
    is_well_formed(&contacts.text, 1);
    assert_eq!(contacts.left_out, 0);
    let stands: FeatureCollection = mine.stands_geojson().parse().unwrap();
    assert_eq!(stands.features.len(), 2);
    assert_eq!(
        stands.features[0].property("bookmarked"),
        Some(&true.into())
    );
    assert_eq!(stands.features[1].property("bookmarked"), None);
}

/// All rows, as another program reads them.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn another_program_reads_the_tables() {
    let (plan, marks) = (plan(), marks());
    let all = export(&plan, &marks, Lang::En);
    let stands = rows(&all.stands_csv());
    assert_eq!(stands.len(), 1 + 4);
    let cell = |row: usize, head: &str| {
        let column = stands[0].iter().position(|cell| cell == head).unwrap();
        &*stands[row][column]
    };
    assert_eq!(cell(1, "Exhibitor"), "Lathe Works; \"best\", since 1900");
    assert_eq!(cell(1, "Address"), "1, Long Street\nTown");
    assert_eq!(cell(1, "Phone"), "'+7495000-00-00");
    assert_eq!(cell(1, "Area (m²)"), "37");
    assert_eq!(cell(1, "Bookmarked"), "yes");
    assert_eq!(cell(1, "My note"), "Спросить, \"сколько\"");
    assert_eq!(
        cell(1, "Illustrative data"),
        "stand number, place and size, who stands here"
    );
    assert_eq!(
        cell(2, "Exhibitor"),
        "'=HYPERLINK(\"https://evil.example\")"
    );
    assert_eq!(cell(2, "Visited"), "");
    assert_eq!(cell(4, "Stand name"), "Lounge");
    assert_eq!(cell(4, "Area (m²)"), "9.375");

    let programme = rows(&all.programme_csv());
    assert_eq!(
        programme[1][..4],
        ["2025-03-29", "23:30", "2025-03-30", "03:30"]
    );
    assert_eq!(
        programme[2][..4],
        ["2025-03-28", "time not published", "", ""]
    );
    assert_eq!(
        programme[2][9],
        "Lathe Works; \"best\", since 1900, Silent Ltd"
    );
    assert_eq!(programme[2][12..], ["'-1", "theme, time, stand number"]);
    assert_eq!(programme[3][..2], ["", "time not published"]);
    assert_eq!(programme[3][7], "City hall");
}

#[test]
fn another_program_reads_the_contacts() {
    let (plan, marks) = (plan(), marks());
    for lang in Lang::ALL {
        let exported = export(&plan, &marks, *lang).contacts_vcf();
        is_well_formed(&exported.text, 2);
        assert_eq!(exported.left_out, 1);
        let mut parser = Parser::new(&exported.text);
        let Entry::VCard(card) = parser.entry() else {
            panic!("no card");
        };
        let wanted = plan.participants[0].name.get(lang.tag()).text;
        let name = card
            .entries
            .iter()
            .find(|entry| entry.name.as_str() == "FN");
        let name = name.unwrap().values[0].as_text();
        assert_eq!(name, Some(wanted));
        for line in [
            "TEL;TYPE=WORK,VOICE:+7495000-00-00",
            "EMAIL;TYPE=INTERNET:expo@lathe.example",
        ] {
            assert!(exported.text.contains(line), "{}", exported.text);
        }
    }
}

#[test]
fn another_program_reads_the_geometry() {
    let (plan, none) = (plan(), Marks::default());
    let text = export(&plan, &none, Lang::Zh).stands_geojson();
    let stands: FeatureCollection = text.parse().unwrap();
    assert_eq!(stands.features.len(), plan.stands.len());
    let foreign = stands.foreign_members.unwrap();
    assert_eq!(foreign["coordinates"]["units"], "metre");
    for (feature, stand) in stands.features.iter().zip(&plan.stands) {
        let GeometryValue::Polygon { coordinates } = &feature.geometry.as_ref().unwrap().value
        else {
            panic!("not a polygon");
        };
        let ring: Vec<[f64; 2]> = coordinates[0].iter().map(|p| [p[0], p[1]]).collect();
        assert_eq!(coordinates.len(), 1);
        assert_eq!(ring.len(), stand.outline.points().len() + 1);
        assert_eq!(ring.first(), ring.last());
        for at in &ring {
            let is_corner = |p: &floorplan::geometry::PlanPoint| {
                (p.x - at[0]).abs() < 0.001 && (p.y + at[1]).abs() < 0.001
            };
            assert!(stand.outline.points().iter().any(is_corner));
        }
        // Anticlockwise with y upwards.
        let doubled: f64 = ring
            .windows(2)
            .map(|p| p[0][0] * p[1][1] - p[1][0] * p[0][1])
            .sum();
        assert!((doubled / 2.0 - stand.outline.area_m2()).abs() < 0.01);
    }
}

#[test]
fn the_reference_exhibition_is_exported_with_its_caveats() {
    let plan = super::plan();
    let none = Marks::default();
    for lang in Lang::ALL {
        let all = export(&plan, &none, *lang);
        let clock = Clock {
            now_s: NOW_S,
            offset_minutes: &|_| Some(480),
        };
        let calendar = all.programme_ics(clock);
        is_well_formed(&calendar.text, 1);
        assert_eq!(calendar.left_out, 15);
        let events = events(&calendar.text);
        assert_eq!(events.len(), 2);
        assert_eq!(
            events[0].get_description(),
            Some(plan.event.notice.as_ref().unwrap().get(lang.tag()).text)
        );
        assert_eq!(rows(&all.programme_csv()).len(), 17);
        let stands = rows(&all.stands_csv());
        assert!(
            stands
                .iter()
                .skip(1)
                .all(|row| !row.last().unwrap().is_empty())
        );
        let contacts = all.contacts_vcf();
        let with_links = plan.participants.iter().filter(|p| !p.links.is_empty());
        is_well_formed(&contacts.text, with_links.count());
        let geometry: FeatureCollection = all.stands_geojson().parse().unwrap();
        assert_eq!(geometry.features.len(), 36);
    }
}

#[test]
fn whatever_can_be_shown_can_be_exported() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/broken");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let Ok(loaded) = load(&String::from_utf8_lossy(&bytes)) else {
            continue;
        };
        let plan = loaded.plan;
        let none = Marks::default();
        let all = export(&plan, &none, Lang::En);
        let name = path.display();
        let geometry: Result<FeatureCollection, _> = all.stands_geojson().parse();
        assert_eq!(
            geometry.unwrap().features.len(),
            plan.stands.len(),
            "{name}"
        );
        let calendar = all.programme_ics(BERLIN);
        is_well_formed(&calendar.text, 1);
        let dated = plan.sessions.len() - calendar.left_out;
        assert_eq!(events(&calendar.text).len(), 1 + dated, "{name}");
        assert!(rows(&all.stands_csv()).len() > plan.stands.len(), "{name}");
        assert_eq!(
            rows(&all.programme_csv()).len(),
            1 + plan.sessions.len(),
            "{name}"
        );
        let contacts = all.contacts_vcf();
        is_well_formed(&contacts.text, plan.participants.len() - contacts.left_out);
        count += 1;
    }
    assert!(count > 20, "{count}");
}
