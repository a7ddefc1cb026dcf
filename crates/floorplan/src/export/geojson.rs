//! Stands as GeoJSON (RFC 7946), for drawing programs and GIS.
//!
//! The standard's coordinates are degrees "unless by prior arrangement"; these are metres of the
//! plan, which the member `coordinates` says. The plan's y grows downwards; here it grows upwards
//! (its sign is turned), so that the picture is not mirrored and outlines go anticlockwise, as the
//! standard has it.

use super::Export;
use super::numbers::push_decimal;
use super::words::Word;
use crate::mine::Kind;
use crate::plan::Stand;

impl Export<'_> {
    /// The stands, or those that are marked.
    pub fn stands_geojson(&self) -> String {
        let mut out = Json(String::from("{\"type\":\"FeatureCollection\""));
        out.text("name", self.event_name());
        out.key("coordinates");
        out.0.push('{');
        out.text("units", "metre");
        out.text("axes", "x right, y up");
        out.text("note", Word::AxesNote.text(self.lang));
        out.0.push('}');
        out.key("features");
        out.0.push('[');
        for stand in self
            .plan
            .stands
            .iter()
            .filter(|stand| self.has_stand(stand))
        {
            out.comma();
            out.0.push('\n');
            self.feature(&mut out, stand);
        }
        out.0.push_str("\n]}\n");
        out.0
    }

    fn feature(&self, out: &mut Json, stand: &Stand) {
        let tag = self.lang.tag();
        out.0.push_str("{\"type\":\"Feature\"");
        out.text("id", &stand.id);
        out.key("geometry");
        out.0.push_str("{\"type\":\"Polygon\",\"coordinates\":[[");
        // The plan's outlines go clockwise as one sees them: from back to front they do not.
        let points = stand.outline.points();
        for point in points
            .last()
            .into_iter()
            .chain(points.iter().rev().skip(1))
            .chain(points.last())
        {
            out.comma();
            out.0.push('[');
            push_decimal(&mut out.0, point.x);
            out.0.push(',');
            push_decimal(&mut out.0, -point.y);
            out.0.push(']');
        }
        out.0.push_str("]]}");
        out.key("properties");
        out.0.push('{');
        out.text("number", &stand.number);
        out.text("name", &self.plan.stand_name(stand, tag).text);
        out.text("hall", self.hall(stand.hall));
        let floor = self.plan.floor_of(stand);
        let floor = floor.and_then(|ix| self.plan.floors.get(ix.at()));
        out.text("floor", floor.map_or("", |floor| floor.name.get(tag).text));
        let category = stand
            .category
            .and_then(|ix| self.plan.categories.get(ix.at()));
        out.text("category", category.map_or("", |c| c.name.get(tag).text));
        out.key("participants");
        out.0.push('[');
        for who in stand
            .participants
            .iter()
            .filter_map(|ix| self.plan.participant(*ix))
        {
            out.comma();
            out.string(who.name.get(tag).text);
        }
        out.0.push(']');
        for (key, value) in [
            ("area_m2", Some(stand.outline.area_m2())),
            ("declared_area_m2", stand.declared_area_m2),
        ] {
            if let Some(value) = value {
                out.key(key);
                push_decimal(&mut out.0, value);
            }
        }
        if let Some(mark) = self.marks.get(Kind::Stand, &stand.id) {
            for (key, is_marked) in [
                ("bookmarked", mark.is_bookmarked),
                ("visited", mark.is_visited),
            ] {
                if is_marked {
                    out.key(key);
                    out.0.push_str("true");
                }
            }
            out.text("note", &mark.note);
        }
        out.text("illustrative", &self.stand_illustrative(stand, None));
        out.0.push_str("}}");
    }
}

/// Writes JSON.
struct Json(String);

impl Json {
    /// Before another entry or key.
    fn comma(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    fn key(&mut self, key: &str) {
        self.comma();
        self.string(key);
        self.0.push(':');
    }

    /// A key and a text; nothing for an empty one.
    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.key(key);
            self.string(text);
        }
    }

    fn string(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                '\0'..='\x1f' => {
                    self.0.push_str("\\u00");
                    for digit in [c as u32 >> 4, c as u32 & 15] {
                        self.0.extend(char::from_digit(digit, 16));
                    }
                }
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }
}
