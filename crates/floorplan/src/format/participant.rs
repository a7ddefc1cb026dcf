//! Participants (exhibitors).

use super::declare::{json_object, json_word};
use super::{ProvenanceMap, Text};

json_word! {
    /// What sort of participant it is.
    pub enum ParticipantKind {
        /// A region or another territory.
        "region" => Region,
        /// A state corporation or a company.
        "corporation" => Corporation,
        /// A bank.
        "bank" => Bank,
        /// A fund, an agency, an institute of development.
        "developmentInstitute" => DevelopmentInstitute,
        /// A university.
        "university" => University,
        /// A small or medium enterprise, or a group of them.
        "smallBusiness" => SmallBusiness,
        /// Crafts and arts.
        "crafts" => Crafts,
        /// The organiser's own zone.
        "organiser" => Organiser,
        /// Anything else.
        #[default]
        "other" => Other,
    } else Some(Self::Other)
}

json_object! {
    /// A participant: who shows something, on which stands.
    pub struct RawParticipant {
        /// Unique id that never changes.
        "id" => id: Box<str>,
        /// Ids of the stands where it is found; one stand may hold several participants.
        "stands" => stands: Vec<Box<str>> = default,
        /// Full name.
        "name" => name: Text,
        /// A shorter name for the map and for lists.
        "shortName" => short_name: Option<Text>,
        /// What sort of participant it is.
        "kind" => kind: ParticipantKind = default,
        /// Who it is.
        "description" => description: Option<Text>,
        /// What it shows here.
        "shows" => shows: Option<Text>,
        /// Its products.
        "products" => products: Vec<Text> = default,
        /// Words to find it by.
        "tags" => tags: Vec<Text> = default,
        /// Other names it is known by.
        "aliases" => aliases: Vec<Box<str>> = default,
        /// How to reach it.
        "contacts" => contacts: RawContacts = default,
        /// Its pages.
        "links" => links: Vec<RawLink> = default,
        /// Address of its logo (`https`, relative, or `data:image/`).
        "logo" => logo: Option<Box<str>>,
        /// Where the fields come from.
        "provenance" => provenance: ProvenanceMap = default,
    }
}

json_object! {
    /// How to reach a participant.
    pub struct RawContacts {
        /// E-mail address.
        "email" => email: Option<Box<str>>,
        /// Telephone number.
        "phone" => phone: Option<Box<str>>,
        /// Postal address.
        "address" => address: Option<Text>,
    }
}

json_object! {
    /// A link to a page.
    pub struct RawLink {
        /// Its address (`https`, `http`, `mailto`, `tel`).
        "url" => url: Box<str>,
        /// What it is called; by default the address.
        "label" => label: Option<Text>,
    }
}
