//! The programme.

use super::declare::{json_object, json_word};
use super::{ProvenanceMap, Text};

json_word! {
    /// What sort of session it is.
    pub enum SessionKind {
        /// Opening, closing, award.
        "ceremony" => Ceremony,
        /// Forum or conference.
        "forum" => Forum,
        /// Round table or panel.
        "roundTable" => RoundTable,
        /// Seminar or lecture.
        "seminar" => Seminar,
        /// Master class or workshop.
        "workshop" => Workshop,
        /// Performance.
        "performance" => Performance,
        /// Anything else.
        #[default]
        "other" => Other,
    } else Some(Self::Other)
}

json_object! {
    /// A session of the programme.
    pub struct RawSession {
        /// Unique id that never changes.
        "id" => id: Box<str>,
        /// Title; where it is not published, the theme with a provenance that says so.
        "title" => title: Text,
        /// What sort of session it is.
        "kind" => kind: SessionKind = default,
        /// What it is about, to group by.
        "theme" => theme: Option<Text>,
        /// Start in the event's time zone, `YYYY-MM-DDTHH:MM`, or only the day, `YYYY-MM-DD`.
        "start" => start: Option<Box<str>>,
        /// End, in the same form.
        "end" => end: Option<Box<str>>,
        /// Id of the stand or service where it takes place.
        "place" => place: Option<Box<str>>,
        /// Where it takes place, in words, when that is outside the plan.
        "placeName" => place_name: Option<Text>,
        /// What happens there.
        "description" => description: Option<Text>,
        /// Ids of the participants that take part.
        "participants" => participants: Vec<Box<str>> = default,
        /// Where the fields come from.
        "provenance" => provenance: ProvenanceMap = default,
    }
}
