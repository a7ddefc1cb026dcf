//! What all parts know: the plan, the reader's language, the floors to show.

use floorplan::describe::Guide;
use floorplan::format::{Localised, Text};
use floorplan::messages::{Lang, Msg, Noun, fill};
use floorplan::plan::{Category, FloorIx, Name, Plan, Stand, shortened};
use floorplan::scene::FloorScene;

use super::words::Word;

/// A plan for a reader.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) plan: &'a Plan,
    pub(super) lang: Lang,
    /// The floors to draw, bottom to top.
    pub(super) scenes: Vec<FloorScene>,
}

impl<'a> View<'a> {
    pub(super) fn new(plan: &'a Plan, lang: Lang, floors: Vec<FloorIx>) -> Self {
        let scene = |floor| FloorScene::new(plan, floor);
        Self {
            plan,
            lang,
            scenes: floors.into_iter().map(scene).collect(),
        }
    }

    /// A message.
    pub(super) fn say(&self, msg: Msg) -> &'static str {
        msg.text(self.lang)
    }

    /// A message with values in its gaps.
    pub(super) fn with(&self, msg: Msg, values: &[&str]) -> String {
        fill(self.say(msg), values)
    }

    /// One of the words that only these texts say.
    pub(super) fn word(&self, word: &Word) -> &'static str {
        word.text(self.lang)
    }

    /// So many of something.
    pub(super) fn count(&self, noun: Noun, count: usize) -> String {
        let phrase = noun.phrase(self.lang, self.lang.plural(count));
        fill(phrase, &[&self.lang.number(count as f64)])
    }

    /// An area.
    pub(super) fn area(&self, m2: f64) -> String {
        self.with(Msg::SquareMetres, &[&self.lang.number(m2)])
    }

    /// A text of the data, with its language where that is not the reader's.
    pub(super) fn text(&self, text: &'a Text) -> Localised<'a> {
        text.get(self.lang.tag())
    }

    /// A name of the data, as far as it is shown.
    pub(super) fn name(&self, text: &'a Text) -> Name<'a> {
        let mut name = Name::from(self.text(text));
        if let Some(short) = shortened(&name.text) {
            name.text = short.into();
        }
        name
    }

    /// What stands between the parts of an enumeration.
    pub(super) fn comma(&self) -> &'static str {
        if self.lang == Lang::Zh { "、" } else { ", " }
    }

    /// What ends a sentence that another one follows.
    pub(super) fn stop(&self) -> &'static str {
        if self.lang == Lang::Zh { "。" } else { ". " }
    }

    pub(super) fn category(&self, stand: &Stand) -> Option<&'a Category> {
        self.plan.categories.get(stand.category?.at())
    }

    /// Number, name and category of a stand; with the language of the name where it is another.
    pub(super) fn stand_title(&self, stand: &'a Stand) -> Name<'a> {
        let name = self.plan.stand_name(stand, self.lang.tag());
        let mut title = self.with(Msg::StandNo, &[&stand.number]);
        if name.text != *stand.number {
            title.push_str(self.comma());
            title.push_str(&name.text);
        }
        if let Some(category) = self.category(stand) {
            title.push_str(self.comma());
            title.push_str(&self.name(&category.name).text);
        }
        Name {
            text: title.into(),
            lang: name.lang,
        }
    }

    /// What the picture is.
    pub(super) fn title(&self) -> String {
        let event = self.name(&self.plan.event.name);
        [self.say(Msg::Plan), self.stop(), &event.text].concat()
    }

    /// The picture in words, and what a reader must know of it.
    pub(super) fn described(&self) -> String {
        let mut words = String::new();
        for scene in &self.scenes {
            words.push_str(&Guide::new(self.plan, scene, self.lang).floor());
        }
        if let Some(notice) = &self.plan.event.notice {
            words.push_str(self.say(Msg::Schematic));
            words.push_str(self.stop());
            words.push_str(self.text(notice).text);
        }
        words.trim().to_owned()
    }

    /// Days and place of the event.
    pub(super) fn when_and_where(&self) -> String {
        let event = &self.plan.event;
        let mut words = self.lang.days(event.start, event.end);
        if let Some(place) = &event.place {
            words.push_str(" · ");
            words.push_str(&self.name(place).text);
        }
        words
    }
}
