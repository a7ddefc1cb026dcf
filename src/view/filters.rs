//! The filters above the list, and its order.

use floorplan::messages::{Msg, participant_kind};
use floorplan::mine::Kind;
use floorplan::programme::Clock;
use floorplan::state::{Action, Facet, Facets, Sort};
use yew::prelude::*;

use super::icon::Icon;
use super::panel::StandList;
use super::press::own;

/// Adds the order of the list and the filters that there is something for, beside that of the bookmarks.
pub(super) fn filters(list: &StandList, clock: Option<Clock>, row: &mut Vec<Html>) {
    let (words, facets, plan) = (list.words, list.facets, list.exhibition.plan());
    let here = list.here.and_then(|here| plan.stand(here));
    let number = here.map_or("", |stand| &stand.number);
    let order = match facets.sort {
        Sort::Best => Msg::SortBest,
        Sort::Name => Msg::SortName,
        Sort::Number => Msg::SortNumber,
        Sort::Near => Msg::SortNear,
    };
    let label = words.with(order, &[number]);
    let next = Action::Sort(facets.sort.next(here.is_some()));
    row.push(own(Icon::None, &label, "", None, next, &list.dispatch));
    // The order alone gives the row its height.
    if !list.is_drawn {
        return;
    }
    let mut add = |icon, count: usize, name: &str, is_on, facet| {
        if count > 0 || is_on {
            let count = words.lang.number(count as f64);
            let label = words.with(Msg::Counted, &[name, &count]);
            let action = Action::Filter(facet);
            row.push(own(icon, &label, "", Some(is_on), action, &list.dispatch));
        }
    };
    let mut visited = 0;
    for mark in list.marks.all() {
        visited += usize::from(mark.is_visited && mark.kind == Kind::Stand);
    }
    let name = words.say(Msg::Visited);
    add(
        Icon::Check,
        visited,
        name,
        facets.is_visited,
        Facet::Visited,
    );
    if let Some(clock) = clock {
        let name = match list.time.at {
            Some(at) if list.time.is_chosen => &*words.lang.time(at),
            _ => words.say(Msg::Now),
        };
        let name = words.with(Msg::SessionAt, &[name]);
        let count = clock.stands(plan).len();
        add(Icon::Calendar, count, &name, facets.is_now, Facet::Now);
    }
    for ((at, kind), count) in (0..).zip(Facets::KINDS).zip(list.exhibition.of_kinds()) {
        if let Some(name) = participant_kind(kind) {
            let count = *count;
            let facet = Facet::Kind(at);
            add(Icon::None, count, words.say(name), facets.kind == at, facet);
        }
    }
}
