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

/// Names of what is said of a stand, and whether it is a text; else it is a number, or there only
/// when it is so.
const KEYS: [(&str, bool); 15] = [
    ("number", true),
    ("name", true),
    ("hall", true),
    ("category", true),
    ("area_m2", false),
    ("participants", true),
    ("kind", true),
    ("pages", true),
    ("email", true),
    ("phone", true),
    ("address", true),
    ("bookmarked", false),
    ("visited", false),
    ("note", true),
    ("illustrative", true),
];

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
        out.text("floor", self.words(floor.map(|floor| &floor.name)));
        let mut keys = KEYS.iter();
        self.stand_fields(stand, &stand.participants, &mut |field| {
            let Some((key, is_text)) = keys.next() else {
                return;
            };
            match (is_text, field.as_bytes().first()) {
                (_, None) => {}
                (true, _) => out.text(key, field),
                (false, first) => {
                    out.key(key);
                    let is_number = first.is_some_and(u8::is_ascii_digit);
                    out.0.push_str(if is_number { field } else { "true" });
                }
            }
        });
        out.0.push_str("}}");
    }
}

/// Writes JSON.
struct Json(String);

impl Json {
    /// Before another entry or key.
    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), Some(b'{' | b'[')) {
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
