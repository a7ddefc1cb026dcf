//! What can be found, and the texts by which it is.

use super::kinds;
use crate::format::Text;
use crate::plan::{CategoryIx, HallIx, ParticipantIx, Plan, SessionIx, StandIx};

/// In which field a query was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchField {
    /// The number of the stand.
    Number,
    /// The name or short name.
    Name,
    /// Another name.
    Alias,
    /// The word for such a thing: "toilet", "university", "round table"; the day of a session.
    Kind,
    /// The first letters of a name.
    Abbreviation,
    /// A product.
    Product,
    /// The category.
    Category,
    /// A tag.
    Tag,
    /// The title of a session.
    Title,
    /// The theme of a session.
    Theme,
    /// What is shown.
    Shows,
    /// A description.
    Description,
}

impl MatchField {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Number,
        Self::Name,
        Self::Alias,
        Self::Kind,
        Self::Abbreviation,
        Self::Product,
        Self::Category,
        Self::Tag,
        Self::Title,
        Self::Theme,
        Self::Shows,
        Self::Description,
    ];

    pub(super) fn at(place: u32) -> Self {
        let field = Self::ALL.get(place as usize);
        field.copied().unwrap_or(Self::Description)
    }

    /// How much less a match in the field is worth than in the best one.
    pub(super) fn cost(self) -> u32 {
        // As a whole, numbers and names cost 0 to 2. The word for a thing says more of it than a
        // word of its name: "toilets by the entrance" are no entrance.
        let costs = [4, 4, 5, 3, 6, 7, 7, 8, 8, 10, 12, 14];
        costs.get(self as usize).copied().unwrap_or(14)
    }

    /// A field of a few words that name what is meant, by which Chinese is found by pinyin too.
    pub(super) fn is_name(self) -> bool {
        self < Self::Theme && self != Self::Number
    }
}

/// Something with texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entity {
    Stand(StandIx),
    Participant(ParticipantIx),
    Session(SessionIx),
    Category(CategoryIx),
    /// A service of a hall.
    Service(HallIx, usize),
    /// A doorway of a hall.
    Entrance(HallIx, usize),
}

/// All that can be found, numbered: stands, participants, sessions, categories, places.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entities {
    pub(super) participants: u32,
    pub(super) sessions: u32,
    pub(super) categories: u32,
    places_from: u32,
    places: Vec<Entity>,
}

impl Entities {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut places = Vec::new();
        for (hall, h) in plan.halls.iter().enumerate() {
            let hall = HallIx::from(hall);
            for i in 0..h.services.len() {
                places.push(Entity::Service(hall, i));
            }
            for i in 0..h.entrances.len() {
                places.push(Entity::Entrance(hall, i));
            }
        }
        let participants = plan.stands.len() as u32;
        let sessions = participants + plan.participants.len() as u32;
        let categories = sessions + plan.sessions.len() as u32;
        let places_from = categories + plan.categories.len() as u32;
        Self {
            participants,
            sessions,
            categories,
            places_from,
            places,
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.places_from as usize + self.places.len()
    }

    pub(super) fn get(&self, number: u32) -> Option<Entity> {
        Some(if number < self.participants {
            Entity::Stand(StandIx(number))
        } else if number < self.sessions {
            Entity::Participant(ParticipantIx(number - self.participants))
        } else if number < self.categories {
            Entity::Session(SessionIx(number - self.sessions))
        } else if number < self.places_from {
            Entity::Category(CategoryIx(number - self.categories))
        } else {
            *self.places.get((number - self.places_from) as usize)?
        })
    }
}

/// Takes a text: its field, its language (empty when it has none), its words.
pub(super) type Take<'t, 'a> = &'t mut dyn FnMut(MatchField, &'a str, &'a str);

/// The texts of an entity.
pub(super) fn each_text<'a>(plan: &'a Plan, entity: Entity, take: Take<'_, 'a>) {
    let mut texts = |field, text: Option<&'a Text>| {
        for (tag, words) in text.into_iter().flat_map(Text::iter) {
            take(field, tag, words);
        }
    };
    match entity {
        Entity::Stand(ix) => {
            let Some(stand) = plan.stand(ix) else { return };
            texts(MatchField::Name, stand.name.as_ref());
            texts(MatchField::Name, stand.short_name.as_ref());
            texts(MatchField::Description, stand.description.as_ref());
            take(MatchField::Number, "", &stand.number);
        }
        Entity::Participant(ix) => {
            let Some(p) = plan.participant(ix) else {
                return;
            };
            texts(MatchField::Name, Some(&p.name));
            texts(MatchField::Name, p.short_name.as_ref());
            for tag in &p.tags {
                texts(MatchField::Tag, Some(tag));
            }
            for product in &p.products {
                texts(MatchField::Product, Some(product));
            }
            texts(MatchField::Shows, p.shows.as_ref());
            texts(MatchField::Description, p.description.as_ref());
            for alias in &p.aliases {
                take(MatchField::Alias, "", alias);
            }
            take(MatchField::Kind, "", kinds::of_participant(p.kind));
        }
        Entity::Session(ix) => {
            let Some(session) = plan.sessions.get(ix.at()) else {
                return;
            };
            texts(MatchField::Title, Some(&session.title));
            texts(MatchField::Theme, session.theme.as_ref());
            texts(MatchField::Description, session.place_name.as_ref());
            texts(MatchField::Description, session.description.as_ref());
            take(MatchField::Kind, "", kinds::of_session(session.kind));
        }
        Entity::Category(ix) => {
            let category = plan.categories.get(ix.at());
            texts(MatchField::Category, category.map(|c| &c.name));
        }
        Entity::Service(hall, at) => {
            let hall = plan.halls.get(hall.at());
            let Some(service) = hall.and_then(|h| h.services.get(at)) else {
                return;
            };
            texts(MatchField::Name, service.name.as_ref());
            take(MatchField::Kind, "", kinds::of_service(service.kind));
        }
        Entity::Entrance(hall, at) => {
            let hall = plan.halls.get(hall.at());
            let Some(entrance) = hall.and_then(|h| h.entrances.get(at)) else {
                return;
            };
            texts(MatchField::Name, entrance.name.as_ref());
            take(MatchField::Kind, "", kinds::of_entrance(entrance.kind));
        }
    }
}
