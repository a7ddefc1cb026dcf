//! The event, sources and categories.

use super::Builder;
use super::path::{Entry, Path};
use crate::format::{List, LoadError, LoadErrorKind, RawCategory, RawColour, RawEvent, RawSource};
use crate::plan::{Category, Colour, Date, Event, Organiser, Rgb, Source, WarningKind};

impl Builder<'_> {
    pub(super) fn event(&mut self, raw: RawEvent) -> Result<Event, LoadError> {
        let day = |path: &str, text: &str| {
            Date::parse(text)
                .ok_or_else(|| self.error(LoadErrorKind::Event, path, "not a day, YYYY-MM-DD"))
        };
        let (start, end) = (day("event.start", &raw.start)?, day("event.end", &raw.end)?);
        if end < start {
            let detail = "the last day is before the first";
            return Err(self.error(LoadErrorKind::Event, "event.end", detail));
        }
        let mut organisers = Vec::with_capacity(raw.organisers.len());
        for (i, o) in raw.organisers.into_iter().enumerate() {
            let url = self.link(
                o.url.as_deref(),
                &Path::item(Entry::only("event"), ".organisers", i, ".url"),
            );
            organisers.push(Organiser { name: o.name, url });
        }
        Ok(Event {
            id: raw.id,
            name: raw.name,
            short_name: raw.short_name,
            start,
            end,
            time_zone: raw.time_zone,
            place: raw.place,
            description: raw.description,
            notice: raw.notice,
            organisers,
            provenance: raw.provenance,
        })
    }

    pub(super) fn sources(&mut self, list: List<RawSource>) -> Vec<Source> {
        let taken = self.taken("sources", &list, |s| &s.id);
        let mut sources = Vec::with_capacity(list.len());
        for (place, (index, raw)) in list.into_iter().enumerate() {
            if taken.get(place) == Some(&true) {
                continue;
            }
            let path = Entry::of("sources", index);
            sources.push(Source {
                url: self.link(raw.url.as_deref(), &Path::of(path, ".url")),
                date: self.date(raw.date.as_deref(), &Path::of(path, ".date")),
                id: raw.id,
                title: raw.title,
            });
        }
        sources
    }

    pub(super) fn categories(&mut self, list: List<RawCategory>) -> Vec<Category> {
        let taken = self.taken("categories", &list, |c| &c.id);
        let mut categories = Vec::with_capacity(list.len());
        for (place, (index, raw)) in list.into_iter().enumerate() {
            if taken.get(place) == Some(&true) {
                continue;
            }
            let given = raw.colour.map(|colour| match colour {
                RawColour::Palette(colour) => {
                    Some(Colour::Palette(colour)).filter(|_| (1..=8).contains(&colour))
                }
                RawColour::Own(text) => Rgb::parse(&text).map(Colour::Own),
            });
            if given == Some(None) {
                let path = Path::of(Entry::of("categories", index), ".colour").text();
                let detail = "a colour is a number from 1 to 8, or #rrggbb";
                self.warn(WarningKind::BadNumber, path, detail);
            }
            let default = Colour::Palette((index % 8) as u8 + 1);
            let colour = given.flatten().unwrap_or(default);
            categories.push(Category {
                id: raw.id,
                name: raw.name,
                colour,
            });
        }
        categories
    }
}
