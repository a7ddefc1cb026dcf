//! The root component: owns the state, runs the effects, composes the views.

use std::cell::Cell;
use std::rc::Rc;

use floorplan::messages::{Lang, Msg as Text};
use floorplan::plan::StandIx;
use floorplan::scene::Label;
use floorplan::state::{
    Action, Effect, Errand, Exhibition, FocusTarget, HostEvent, Layout, Load, Own, PanelView,
    State, Take,
};
use js_sys::Function;
use yew::prelude::*;

use crate::effects::{
    CSS, CanvasAdvance, Ends, Fetching, Focus, Keeping, Listeners, Painter, Timers, adopt, collate,
    expect_file, fill_screen, mark_stands, page_language, page_scrolls, print_page, propose,
    reduced_motion, settle, show_keys, soon, take_along, warn,
};
use crate::events::{Failed, Ready, Selected};
use crate::view::{self, Picture, Sheet};
use crate::words::Words;

/// Light or dark, or of high contrast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the page around it (CSS `color-scheme`).
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast, light or dark as the page, with hatching for each category.
    Contrast,
}

/// Who gets the plain wheel and a single finger: the map or the page's scrolling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gestures {
    /// The page, if it scrolls.
    #[default]
    Auto,
    /// The map.
    Free,
    /// The page: zoom with Ctrl and wheel, move with two fingers.
    Cooperative,
}

/// Properties of [`ExpoMap`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExpoMapProps {
    /// Address of the data file, relative to the page.
    #[prop_or_default]
    pub src: AttrValue,
    /// Interface language (BCP 47); by default the page's, then the browser's.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Id or number of the stand whose details are open.
    #[prop_or_default]
    pub selected: Option<AttrValue>,
    /// Light or dark, or of high contrast.
    #[prop_or_default]
    pub theme: Theme,
    /// Who gets the plain wheel and a single finger.
    #[prop_or_default]
    pub gestures: Gestures,
    /// Whether links to the page may carry the visitor's marks: only then is the page's address read
    /// and changed, its fragment alone.
    #[prop_or_default]
    pub deep_link: bool,
    /// Fired when the first view of the data has been drawn.
    #[prop_or_default]
    pub on_ready: Callback<Ready>,
    /// Fired when the visitor chooses a stand (`Some`) or closes it (`None`).
    #[prop_or_default]
    pub on_select: Callback<Option<Selected>>,
    /// Fired when the data cannot be shown, or has no stand as `selected`.
    #[prop_or_default]
    pub on_error: Callback<Failed>,
}

/// Painting more stands than this takes too long for every key that is typed.
const MANY: usize = 2_000;
/// The timer of what waits for the first picture.
const AFTER_DEBUT: usize = 4;
/// The rest of the details is drawn so long after their beginning, milliseconds: the browser shows that first, and
/// the map has taken off.
const REST_MS: u32 = 100;
/// Who types pauses for so long, milliseconds.
const PAUSE_MS: u32 = 150;

/// A message to the component: what the custom element's methods send.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Something happened to the map.
    Action(Action),
    /// The component is in the document: what it is to show may be asked for.
    Started,
    /// What came of a request, by its number.
    Answered(u32, Action),
    /// The page asks: what, its argument, whom to answer.
    Ask(u8, String, Function),
}

/// The exhibition map. Fills its parent, which must have a height.
pub struct ExpoMap {
    state: State,
    words: Words,
    dispatch: Callback<Action>,
    root: NodeRef,
    stage: NodeRef,
    picture_node: NodeRef,
    picture: Option<Rc<Picture>>,
    painter: Option<Painter>,
    /// Makes what is printed, when it is.
    sheet: Rc<dyn Fn() -> Option<Sheet>>,
    /// The style sheet for colours that the data brings itself.
    own_colours: Option<Ends>,
    outside: Option<Outside>,
    focus: Focus,
    wanted_focus: Option<FocusTarget>,
    /// The chosen stand and the Tab stop that are marked in the DOM.
    marked: Option<(Option<StandIx>, Option<StandIx>)>,
    keeping: Option<Keeping>,
    fetching: Option<Fetching>,
    /// How many requests there were.
    requests: u32,
    /// The data is there but its first picture was not drawn yet.
    awaits_picture: bool,
    debut: Option<Rc<Debut>>,
    has_old_inks: bool,
    /// What the stage measured was of another layout.
    is_stage_unknown: bool,
    /// Whom to answer, while what is done is done for the page.
    asking: Option<Function>,
}

/// The first picture of the data: the host hears of it once.
struct Debut {
    exhibition: Rc<Exhibition>,
    source: Rc<str>,
    on_ready: Callback<Ready>,
    is_told: Cell<bool>,
}

impl Debut {
    fn tell(&self) {
        if !self.is_told.replace(true) {
            let warnings = self.exhibition.warnings();
            warn(&self.source, warnings);
            self.on_ready.emit(Ready {
                stands: self.exhibition.plan().stands.len(),
                warnings: warnings.iter().map(Into::into).collect(),
            });
        }
    }
}

/// What exists only while the component is in a document.
struct Outside {
    timers: Timers,
    listeners: Listeners,
    advance: CanvasAdvance,
    _styles: Ends,
}

impl Component for ExpoMap {
    type Message = Msg;
    type Properties = ExpoMapProps;

    fn create(ctx: &Context<Self>) -> Self {
        let lang = ctx
            .props()
            .lang
            .as_deref()
            .and_then(Lang::from_tag)
            .unwrap_or(Lang::En);
        let link = ctx.link().clone();
        Self {
            state: State::new(lang),
            words: Words { lang },
            dispatch: ctx.link().callback(Msg::Action),
            root: NodeRef::default(),
            stage: NodeRef::default(),
            picture_node: NodeRef::default(),
            picture: None,
            painter: None,
            sheet: Rc::new(move || link.get_component()?.sheet()),
            own_colours: None,
            outside: None,
            focus: Focus::default(),
            wanted_focus: None,
            marked: None,
            keeping: None,
            fetching: None,
            requests: 0,
            awaits_picture: false,
            debut: None,
            has_old_inks: false,
            is_stage_unknown: false,
            asking: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let action = match msg {
            // What the stage measures beside a panel that will not be there says nothing: a first picture
            // would be drawn for it, and be seen where the browser is slow.
            Msg::Action(Action::Resized { container, .. })
                if self.state.viewport.is_empty() && !self.is_laid_out_for(container.0) =>
            {
                self.is_stage_unknown = true;
                Action::Resized {
                    container,
                    stage: (0.0, 0.0),
                }
            }
            Msg::Action(action) => action,
            Msg::Started => return self.begin(ctx),
            Msg::Ask(what, argument, to) => {
                self.asking = Some(to);
                let render = self.act(ctx, Action::Ask(what, argument.into()));
                self.asking = None;
                return render;
            }
            Msg::Answered(request, action) if request == self.requests => action,
            // Overtaken by another source.
            Msg::Answered(..) => return false,
        };
        // Not compared by `==`, which would bring the comparison of whole plans into the bundle.
        let panel_drawn = matches!(action, Action::PanelDrawn);
        // It is told, too, when the page has begun or ceased to scroll.
        let resized = matches!(action, Action::Resized { .. });
        if matches!(action, Action::Fonts) {
            // Labels are as wide as their letters.
            self.picture = None;
            if let Some(outside) = &mut self.outside {
                outside.advance.forget();
            }
        }
        if matches!(action, Action::StandsDrawn) {
            self.marked = None;
            self.mark_stands();
            self.put_focus();
        }
        let mut render = self.act(ctx, action);
        if resized && self.outside.is_some() {
            render |= self.act(ctx, self.cooperation(ctx));
        }
        if panel_drawn {
            // The last chance: what is not there now will not come.
            self.put_focus();
            self.wanted_focus = None;
        }
        render
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &ExpoMapProps) -> bool {
        let props = ctx.props();
        let mut render = old.theme != props.theme;
        // A first picture that was painted already has the inks of before.
        self.has_old_inks |= render && self.awaits_picture;
        if props.lang != old.lang {
            let lang = self.language(ctx);
            render |= self.act(ctx, Action::Language(lang));
        }
        if props.src != old.src {
            render |= self.act(ctx, Action::Source(props.src.as_str().into()));
        }
        // Wanted of other data too, whichever the host sets first.
        if props.selected != old.selected || (props.src != old.src && props.selected.is_some()) {
            render |= self.act(ctx, selection(props));
        }
        if props.deep_link != old.deep_link {
            render |= self.act(ctx, Action::Own(Own::DeepLink(props.deep_link)));
        }
        if props.gestures != old.gestures {
            render |= self.act(ctx, self.cooperation(ctx));
        }
        render
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let shell = view::Shell {
            state: &self.state,
            dispatch: &self.dispatch,
            words: self.words,
            theme: ctx.props().theme,
            picture: self.picture.as_ref(),
            root: &self.root,
            stage: &self.stage,
            picture_node: &self.picture_node,
        };
        shell.view()
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.start(ctx);
        }
        if std::mem::take(&mut self.is_stage_unknown) {
            self.measure();
        }
        self.mark_stands();
        self.put_focus();
        if std::mem::take(&mut self.has_old_inks) {
            self.painter = None;
        }
        self.paint();
        if self.awaits_picture && self.picture.is_some() {
            self.awaits_picture = false;
            if let Some(debut) = self.debut.take() {
                debut.tell();
            }
            // What can wait lets the browser show the picture first.
            self.later(AFTER_DEBUT, 0, Action::Drawn);
        }
    }
}

impl ExpoMap {
    /// The state, for the element's read-only properties.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// How many labels are on the map now.
    pub fn visible_labels(&self) -> usize {
        let viewport = self.state.viewport;
        let picture = self.picture.as_ref();
        let labels = picture.map_or(&[][..], |picture| &picture.labels);
        let moved = self.state.camera.relative_to(self.state.drawn);
        let is_visible = |label: &&Label| {
            let (x, y) = (
                label.at.x * moved.scale + moved.x,
                label.at.y * moved.scale + moved.y,
            );
            (0.0..=viewport.width).contains(&x) && (0.0..=viewport.height).contains(&y)
        };
        labels.iter().filter(is_visible).count()
    }

    /// Whether the page gets the plain wheel and a single finger, as it is now.
    fn cooperation(&self, ctx: &Context<Self>) -> Action {
        let root = self.root.cast::<web_sys::Element>();
        Action::Cooperative(match ctx.props().gestures {
            Gestures::Auto => root.is_some_and(|root| page_scrolls(&root)),
            Gestures::Free => false,
            Gestures::Cooperative => true,
        })
    }

    /// The interface language: as the host says, else as the page and the browser do.
    fn language(&self, ctx: &Context<Self>) -> Lang {
        if let Some(lang) = ctx.props().lang.as_deref().and_then(Lang::from_tag) {
            return lang;
        }
        let root = self.root.cast::<web_sys::Element>();
        root.map_or(Lang::En, |root| page_language(&root))
    }

    /// Puts the focus where it is wanted, if that is drawn already: the panel's contents are a
    /// component of their own and may come a task later.
    fn put_focus(&mut self) {
        let body = match (&self.state.load, self.state.panel) {
            (Load::Ready(_), PanelView::List) => "[data-body=list] ",
            (Load::Ready(_), PanelView::Details) => "[data-body=details] ",
            (Load::Ready(_), PanelView::About) => "[data-body=about] ",
            (Load::Ready(_), PanelView::Programme) => "[data-body=programme] ",
            _ => "",
        };
        if let (Some(target), Some(root)) = (self.wanted_focus, self.root.cast())
            && self.focus.put(&root, target, body)
        {
            self.wanted_focus = None;
        }
    }

    /// The component is in the document for the first time.
    fn start(&mut self, ctx: &Context<Self>) {
        let (Some(root), Some(stage)) = (self.root.cast::<web_sys::Element>(), self.stage.cast())
        else {
            return;
        };
        let styles = adopt(&root, CSS);
        self.outside = Some(Outside {
            timers: Timers::default(),
            listeners: Listeners::new(&root, &stage, &self.dispatch),
            advance: CanvasAdvance::of(&root),
            _styles: styles,
        });
        // Sent, not done: the virtual DOM is being drawn right now.
        ctx.link().send_message(Msg::Started);
    }

    /// Whether the panel is beside the map, or is not, as it is to be in a container so wide.
    fn is_laid_out_for(&self, width: f64) -> bool {
        let layout = self
            .root
            .cast::<web_sys::Element>()
            .and_then(|root| root.get_attribute("data-layout"));
        (layout.as_deref() == Some("wide")) == (Layout::of(width) == Layout::Wide)
    }

    /// Tells the size of the stage once it is laid out: it may be what it was, of which nobody hears.
    fn measure(&self) {
        let size = |node: &NodeRef| {
            let element = node.cast::<web_sys::Element>()?;
            Some((
                f64::from(element.client_width()),
                f64::from(element.client_height()),
            ))
        };
        if let (Some(container), Some(stage)) = (size(&self.root), size(&self.stage)) {
            self.dispatch.emit(Action::Resized { container, stage });
        }
    }

    /// Tells the state what the host wants, as it is now: it may have changed its mind already.
    fn begin(&mut self, ctx: &Context<Self>) -> bool {
        let props = ctx.props();
        let actions = [
            Action::Language(self.language(ctx)),
            Action::ReducedMotion(reduced_motion()),
            self.cooperation(ctx),
            Action::Own(Own::DeepLink(props.deep_link)),
            selection(props),
        ];
        self.state.proposes = true;
        let mut render = false;
        for action in actions {
            render |= self.act(ctx, action);
        }
        // Unless it was asked for as a change already.
        if matches!(self.state.load, Load::Idle) {
            render |= self.act(ctx, Action::Source(props.src.as_str().into()));
        }
        render
    }

    /// Updates the state, runs the effects; whether the views must be drawn.
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let before = self.state.revision;
        let is_typed = matches!(action, Action::Query(_));
        for effect in self.state.update(action) {
            self.run(ctx, effect);
        }
        if self.state.revision == before {
            return false;
        }
        self.words.lang = self.state.lang;
        let stands = self.state.plan().map_or(0, |plan| plan.stands.len());
        if is_typed && stands > MANY {
            // A key shows in the list; the map follows when the visitor pauses.
            self.later(3, PAUSE_MS, Action::Drawn);
        } else {
            // The views ask where the pins are.
            self.draw_picture();
        }
        if self.awaits_picture && self.debut.is_none() {
            self.prepare_debut(ctx);
        }
        true
    }

    /// Paints the first picture of the data before the views are drawn, so that both come with one
    /// frame of the browser, and tells the host as soon as they are: between drawing and
    /// [`rendered`](Component::rendered) Yew may let that frame and more go by.
    fn prepare_debut(&mut self, ctx: &Context<Self>) {
        let Load::Ready(exhibition) = &self.state.load else {
            return;
        };
        let css = view::own_colours(exhibition.plan());
        let root = self.root.cast().filter(|_| !css.is_empty());
        self.own_colours = root.map(|root| adopt(&root, &css));
        let debut = Rc::new(Debut {
            exhibition: Rc::clone(exhibition),
            source: Rc::clone(&self.state.source),
            on_ready: ctx.props().on_ready.clone(),
            is_told: Cell::new(false),
        });
        self.paint();
        if self.picture.is_none() {
            return;
        }
        self.debut = Some(Rc::clone(&debut));
        let picture = self.picture_node.clone();
        soon(move || {
            let picture = picture.cast::<web_sys::Element>();
            if picture.is_some_and(|picture| !picture.has_attribute("hidden")) {
                debut.tell();
            }
        });
    }

    fn run(&mut self, ctx: &Context<Self>, effect: Effect) {
        match effect {
            Effect::Fetch(url) => {
                self.picture = None;
                self.requests += 1;
                let (link, request) = (ctx.link().clone(), self.requests);
                self.fetching = Some(Fetching::start(&url, move |fetched| {
                    let action = match fetched {
                        Ok(exhibition) => Action::Loaded(exhibition),
                        Err(failure) => Action::LoadFailed(failure.into()),
                    };
                    link.send_message(Msg::Answered(request, action));
                }));
                self.await_picture();
            }
            Effect::Given => {
                self.requests += 1;
                self.fetching = None;
                self.await_picture();
            }
            Effect::Answer(told) => {
                if let Some(to) = &self.asking {
                    settle(to, &told);
                }
            }
            Effect::Propose(stand) => {
                if let (Some(root), Some(found)) = (
                    self.root.cast(),
                    self.state.plan().and_then(|plan| plan.stand(stand)),
                ) && propose(&root, &found.id, &found.number)
                {
                    self.act(ctx, Action::Agreed(stand));
                }
            }
            // Of what the page does it knows already, and the focus stays where it is.
            Effect::Emit(HostEvent::Select(_)) | Effect::Focus(_) if self.asking.is_some() => {}
            Effect::Emit(event) => self.emit(ctx, event),
            Effect::MovePicture => self.move_picture(),
            Effect::DrawPicture => {
                self.draw_picture();
                self.paint();
            }
            Effect::RequestFrame => {
                if let Some(outside) = &self.outside {
                    outside.listeners.request_frame();
                }
            }
            Effect::SettleAfter(ms) => {
                self.later(0, ms, Action::Settled);
            }
            Effect::HideHintAfter(ms) => {
                self.later(1, ms, Action::HintSeen);
            }
            Effect::DrawRest => self.later(AFTER_DEBUT, REST_MS, Action::Drawn),
            Effect::SayAfter(ms) => {
                self.later(2, ms, Action::Say);
            }
            Effect::Collate(keys) => {
                let mut order = Vec::new();
                for place in collate(&keys, self.state.lang.locale()) {
                    order.push(StandIx(place as u32));
                }
                self.dispatch.emit(Action::Collated(order.into()));
            }
            Effect::Recall => {
                let event = self.state.plan().map(|plan| &plan.event);
                let (source, has_link) = (&self.state.source, self.state.deep_link);
                self.keeping =
                    event.map(|event| Keeping::new(event, source, has_link, &self.dispatch));
            }
            Effect::Keep => {
                if let Some(keeping) = &self.keeping {
                    keeping.keep(&self.state.marks);
                }
            }
            Effect::KeepSearches => {
                if let Some(keeping) = &self.keeping {
                    keeping.keep_searches(&self.state);
                }
            }
            Effect::Expect => {
                if let Some(to) = &self.asking {
                    expect_file(to);
                }
            }
            Effect::Take(take @ (Take::Picture | Take::Bitmap)) => {
                if let (Some(painter), Some(picture)) = (&self.painter, self.whole_floor()) {
                    painter.save(&picture, self.state.lang, take == Take::Bitmap);
                }
            }
            Effect::Take(Take::Link) => {
                if let Some(keeping) = &self.keeping {
                    keeping.share(&self.state);
                }
            }
            Effect::Take(take @ (Take::Code | Take::News)) => {
                if let (Some(keeping), Some(root)) = (&self.keeping, self.root.cast()) {
                    keeping.show(&root, self.words, &self.state, take == Take::Code);
                }
            }
            Effect::Take(take) => take_along(&self.state, take),
            Effect::Focus(target) => self.wanted_focus = Some(target),
            Effect::Errand(errand) => {
                if let Some(root) = self.root.cast() {
                    let say = |msg| self.words.say(msg);
                    match errand {
                        Errand::ShowKeys => show_keys(
                            &root,
                            say(Text::Keys),
                            say(Text::PlanHelp),
                            say(Text::Close),
                        ),
                        Errand::Print => print_page(),
                        Errand::FillScreen => fill_screen(&root),
                    }
                }
            }
        }
    }

    /// Other data comes: the host hears of its first picture.
    fn await_picture(&mut self) {
        self.awaits_picture = true;
        // The host may ask for other data as soon as it hears of the first.
        if let Some(outside) = &mut self.outside {
            outside.timers.stop(AFTER_DEBUT);
        }
        if let Some(debut) = self.debut.take() {
            debut.is_told.set(true);
        }
    }

    /// Does something so much later; of what has the same number, only the last counts.
    fn later(&mut self, number: usize, ms: u32, action: Action) {
        let dispatch = self.dispatch.clone();
        if let Some(outside) = &mut self.outside {
            outside
                .timers
                .start(number, ms, move || dispatch.emit(action));
        }
    }

    fn emit(&self, ctx: &Context<Self>, event: HostEvent) {
        let props = ctx.props();
        match event {
            HostEvent::Select(stand) => {
                props
                    .on_select
                    .emit(stand.and_then(|stand| self.describe(stand)));
            }
            HostEvent::Error(failure) => props.on_error.emit(Failed::new(&failure, &self.state)),
            // Who asked by a method is answered.
            HostEvent::Unknown(id) if props.selected.as_deref() == Some(&*id) => {
                props.on_error.emit(Failed::unknown(&id));
            }
            HostEvent::Unknown(_) => {}
        }
    }

    fn describe(&self, stand: StandIx) -> Option<Selected> {
        Selected::new(self.state.plan()?, stand, self.state.lang.tag())
    }

    /// Draws the picture anew when what it depends on has changed.
    fn draw_picture(&mut self) {
        // Colours may change unseen; a new picture asks for them.
        let is_seen = !self.state.viewport.is_empty();
        let (Some(outside), Load::Ready(exhibition), true) =
            (&self.outside, &self.state.load, is_seen)
        else {
            self.picture = None;
            return;
        };
        let fresh = self
            .picture
            .as_ref()
            .is_some_and(|p| p.is_for(&self.state, exhibition));
        if !fresh {
            let picture = Picture::new(
                &self.state,
                exhibition,
                self.words,
                &outside.advance,
                self.state.screen(),
            );
            self.picture = picture.map(Rc::new);
        }
    }

    /// A picture of all of the shown floor, to take along.
    fn whole_floor(&self) -> Option<Picture> {
        let (exhibition, outside) = (self.state.exhibition()?, self.outside.as_ref()?);
        let frame = self.state.paper(self.state.floor)?;
        Picture::new(&self.state, exhibition, self.words, &outside.advance, frame)
    }

    /// The whole exhibition on paper, as the visitor has filtered it.
    fn sheet(&self) -> Option<Sheet> {
        let (exhibition, outside) = (self.state.exhibition()?, self.outside.as_ref()?);
        Some(Sheet::new(
            &self.state,
            exhibition,
            self.words,
            &outside.advance,
        ))
    }

    /// Only when there is something new to mark: every stand is looked at for it.
    fn mark_stands(&mut self) {
        let marks = (self.state.selected, self.state.tab_stop);
        if self.marked != Some(marks)
            && let Some(root) = self.root.cast()
        {
            mark_stands(&root, marks.0, marks.1);
            self.marked = Some(marks);
        }
    }

    /// Puts the picture on the screen, once there is a place for it.
    fn paint(&mut self) {
        let (Some(node), Some(picture)) = (self.picture_node.cast(), &self.picture) else {
            self.painter = None;
            return;
        };
        let painter = match self.painter.take() {
            Some(painter) if painter.is_on(&node) => painter,
            _ => Painter::new(node, &self.sheet),
        };
        painter.show(picture);
        self.painter = Some(painter);
        self.move_picture();
    }

    fn move_picture(&self) {
        if let Some(painter) = &self.painter {
            painter.move_by(self.state.camera.relative_to(self.state.drawn));
        }
    }
}

fn selection(props: &ExpoMapProps) -> Action {
    Action::SelectById(props.selected.as_deref().unwrap_or_default().into())
}
