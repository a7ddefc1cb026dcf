//! The plan as it was at a visit: of every stand and session what would make a visitor go
//! elsewhere, as a hash; the name only of what is marked, to be able to say what is gone.

use super::code::{Form, Writer, fields, number, word};
use super::stored::NOTE;
use super::{Kind, Marks};
use crate::geometry::PlanPoint;
use crate::plan::{LocalTime, Plan, Session, SessionPlace, Stand};

/// A stand or session as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// [`STAND`] or [`SESSION`], and the id.
    pub(super) key: Box<str>,
    pub(super) hash: u32,
    pub(super) name: Box<str>,
}

/// A plan as it was at a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot(pub(super) Vec<Seen>);

pub(super) const STAND: char = 's';
const SESSION: char = 'S';

/// Ends a whole text. Of a text that was cut, everything behind the cut would seem to be new.
const END: char = 'e';

impl Snapshot {
    /// The plan as it is, with the names of what is marked.
    pub fn of(plan: &Plan, marks: &Marks, lang: &str) -> Self {
        let mut snapshot = Self::default();
        for stand in &plan.stands {
            let name = match marks.get(Kind::Stand, &stand.id) {
                Some(_) => stand_title(plan, stand, lang),
                None => String::new(),
            };
            snapshot.see(STAND, &stand.id, stand_hash(plan, stand), &name);
        }
        for session in &plan.sessions {
            let name = match marks.get(Kind::Session, &session.id) {
                Some(_) => session.title.get(lang).text,
                None => "",
            };
            snapshot.see(SESSION, &session.id, session_hash(plan, session), name);
        }
        snapshot
    }

    fn see(&mut self, letter: char, id: &str, hash: u32, name: &str) {
        let mut key = String::from(letter);
        key.push_str(id);
        self.0.push(Seen {
            key: key.into(),
            hash,
            name: name.into(),
        });
    }

    /// As a text to be kept.
    pub fn stored(&self) -> String {
        let mut writer = Writer::new(Form::Stored);
        for seen in &self.0 {
            let mut id = seen.key.chars();
            writer.field(id.next().unwrap_or(STAND));
            writer.number(seen.hash);
            writer.word(id.as_str());
            if !seen.name.is_empty() {
                writer.field(NOTE);
                writer.word(&seen.name);
            }
        }
        writer.field(END);
        writer.finish()
    }

    /// Reads what was kept: whole or not at all, since half a snapshot would tell of changes that
    /// never were.
    pub fn read(text: &str) -> Option<Self> {
        let mut snapshot = Self::default();
        let (mut is_whole, mut is_good) = (false, true);
        let is_newer = fields(text, &mut |letter, mut rest| {
            let is_entry = letter == STAND || letter == SESSION;
            let hash = if is_entry { number(&mut rest) } else { Some(0) };
            let words = word(rest).unwrap_or_default();
            // Nothing stands behind the end, and only there is no word.
            is_good &= !is_whole && hash.is_some() && words.is_empty() == (letter == END);
            match (letter, snapshot.0.last_mut()) {
                (END, _) => is_whole = true,
                (NOTE, Some(seen)) => seen.name = words.into(),
                _ if is_entry => snapshot.see(letter, &words, hash.unwrap_or(0), ""),
                _ => is_good = false,
            }
        })?;
        (is_whole && is_good && !is_newer).then_some(snapshot)
    }
}

/// The number, and the short name where there is more to say.
fn stand_title(plan: &Plan, stand: &Stand, lang: &str) -> String {
    let mut title = String::from(&*stand.number);
    let name = plan.stand_short_name(stand, lang).text;
    if *name != title {
        title.push(' ');
        title.push_str(&name);
    }
    title
}

/// FNV-1a, with an end after each part.
#[derive(Clone, Copy)]
struct Hash(u32);

impl Hash {
    const START: Self = Self(0x811c_9dc5);

    fn add(&mut self, part: &[u8]) {
        for byte in part.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    fn add_time(&mut self, at: Option<LocalTime>) {
        let Some(LocalTime { date, minutes }) = at else {
            return self.add(&[]);
        };
        let [year, century] = date.year.to_le_bytes();
        let [minute, hour] = minutes.unwrap_or(u16::MAX).to_le_bytes();
        self.add(&[year, century, date.month, date.day, minute, hour]);
    }
}

/// Number, hall and place.
fn stand_hash(plan: &Plan, stand: &Stand) -> u32 {
    let mut hash = Hash::START;
    hash.add(stand.number.as_bytes());
    let hall = plan.halls.get(stand.hall.at());
    hash.add(hall.map_or("", |hall| &hall.id).as_bytes());
    // A sum: it does not matter with which corner the outline begins.
    let corners = stand.outline.points().iter().map(corner_hash);
    hash.add(&corners.fold(0, u32::wrapping_add).to_le_bytes());
    hash.0
}

/// In whole centimetres: another way to write the same number is no move.
fn corner_hash(corner: &PlanPoint) -> u32 {
    let mut hash = Hash::START;
    for metres in [corner.x, corner.y] {
        hash.add(&((metres * 100.0).round() as i32).to_le_bytes());
    }
    hash.0
}

/// Time and place. A place in words counts by its first language: a new translation is no move.
fn session_hash(plan: &Plan, session: &Session) -> u32 {
    let mut hash = Hash::START;
    hash.add_time(session.start);
    hash.add_time(session.end);
    let id = match session.place {
        Some(SessionPlace::Stand(ix)) => plan.stand(ix).map(|stand| &*stand.id),
        Some(SessionPlace::Service(hall, service)) => plan
            .halls
            .get(hall.at())
            .and_then(|hall| hall.services.get(service))
            .map(|service| &*service.id),
        None => None,
    };
    let words = session.place_name.as_ref();
    let words = words.and_then(|text| text.iter().next());
    hash.add(
        id.or(words.map(|(_, words)| words))
            .unwrap_or_default()
            .as_bytes(),
    );
    hash.0
}
