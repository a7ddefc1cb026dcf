//! Stands as `GeoJSON` (RFC 7946), for drawing programs and GIS.
//!
//! The standard's coordinates are degrees "unless by prior arrangement"; these are metres of the
//! plan, which the member `coordinates` says. The plan's y grows downwards; here it grows upwards
//! (its sign is turned), so that the picture is not mirrored and outlines go anticlockwise, as the
//! standard has it.

use super::Export;
use super::numbers::push_decimal;
use super::words::AXES;
use crate::mine::Kind;
use crate::plan::Stand;

impl Export<'_> {
    /// The stands, or those that are marked.
    pub fn stands_geojson(&self) -> String {
        let mut out = Json(String::from("{\"type\":\"FeatureCollection\""));
        out.text("name", self.event_name());
        out.0
            .push_str(",\"coordinates\":{\"units\":\"metre\",\"axes\":\"x right, y up\"");
        out.text("note", AXES.text(self.lang));
        out.0.push_str("},\"features\":[");
        for stand in &self.plan.stands {
            if self.has(Kind::Stand, &stand.id) {
                out.comma();
                self.feature(&mut out, stand);
            }
        }
        out.0.push_str("\n]}\n");
        out.0
    }

    fn feature(&self, out: &mut Json, stand: &Stand) {
        out.0.push_str("\n{\"type\":\"Feature\"");
        out.text("id", &stand.id);
        out.0
            .push_str(",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        // The plan's outlines go clockwise as one sees them: from back to front they do not. The
        // first corner closes the ring as well.
        let points = stand.outline.points();
        for point in points.first().into_iter().chain(points.iter().rev()) {
            out.comma();
            out.0.push('[');
            push_decimal(&mut out.0, point.x);
            out.0.push(',');
            push_decimal(&mut out.0, -point.y);
            out.0.push(']');
        }
        out.0.push_str("]]},\"properties\":{");
        let floor = self.plan.floor_of(stand);
        let floor = floor.and_then(|ix| self.plan.floors.get(ix.at()));
        let mark = self.marks.get(Kind::Stand, &stand.id);
        for (key, text) in [
            ("number", &*stand.number),
            ("name", &self.plan.stand_name(stand, self.lang.tag()).text),
            ("hall", self.hall(stand.hall)),
            ("floor", self.words(floor.map(|floor| &floor.name))),
            ("category", self.category(stand)),
            ("note", mark.map_or("", |mark| &mark.note)),
            ("illustrative", &self.stand_illustrative(stand, None)),
        ] {
            out.text(key, text);
        }
        out.key("participants");
        out.0.push('[');
        for ix in &stand.participants {
            out.comma();
            out.string(self.words(self.plan.participant(*ix).map(|who| &who.name)));
        }
        out.0.push_str("],\"area_m2\":");
        push_decimal(&mut out.0, stand.outline.area_m2());
        for (key, is_so) in [
            ("bookmarked", mark.is_some_and(|mark| mark.is_bookmarked)),
            ("visited", mark.is_some_and(|mark| mark.is_visited)),
        ] {
            if is_so {
                out.key(key);
                out.0.push_str("true");
            }
        }
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
                        self.0.push(char::from_digit(digit, 16).unwrap_or_default());
                    }
                }
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }
}
