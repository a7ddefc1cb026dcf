//! From a query to what was found, best first.
//!
//! A query is read as it stands; when that finds nothing, as if the keyboard had been in the other
//! layout; then typing errors are forgiven; at last some of the words may be missing.

use super::fold::fold;
use super::found::{Found, Hit, What};
use super::index::{SearchIndex, place, whole_hash};
use super::key::has_digit;
use super::kinds::says_nothing;
use super::layout::other_layout;
use super::term::{Cost, Term};
use super::texts::{Entity, MatchField, each_text};
use super::tokens::tokens;
use crate::order::in_order;
use crate::plan::Plan;

/// Not found.
const NONE: Cost = Cost::MAX;
/// Further words of a query do not count.
const MOST_WORDS: usize = 12;
/// A session's words found on its stand, and a participant's in its session.
const FAR: Cost = 6;

/// How something was found so far.
#[derive(Clone, Copy)]
struct Total {
    cost: Cost,
    /// The worst of the fields, and the entity that has it.
    field: MatchField,
    entity: u32,
    is_found: bool,
}

const START: Total = Total {
    cost: 0,
    field: MatchField::Number,
    entity: 0,
    is_found: false,
};

impl SearchIndex {
    /// What a query finds, best first; in file order where nothing tells them apart. `None` when
    /// the query has no words.
    pub fn find(&self, plan: &Plan, query: &str) -> Option<Found> {
        let other = other_layout(query);
        // As typed, as one word, in the other layout.
        let mut readings = [terms(query), joined(query), terms(&other)];
        let switched = readings.iter_mut().skip(2).flatten();
        switched.for_each(Term::only_beginnings);
        if readings.iter().take(1).all(Vec::is_empty) {
            return None;
        }
        let mut totals = Vec::new();
        let (mut by, mut is_other) = (0, false);
        // Plainly, then with typing errors, then with words missing.
        for (round, is_any) in [(0, false), (1, false), (2, true)] {
            for (reading, terms) in readings.iter_mut().enumerate() {
                if round == 1 {
                    terms.iter_mut().for_each(Term::forgive);
                }
                let found = self.totals(plan, terms, is_any);
                if reading == 1 {
                    or(&mut totals, found, 1);
                } else {
                    totals = found;
                    by = reading;
                }
                if (round, reading) == (0, 0) {
                    self.add_wholes(plan, query, 0, &mut totals);
                    // Letters of the other layout may be punctuation in this one: h'w is РЭЦ.
                    is_other = !has_digit(query) && self.add_wholes(plan, &other, 5, &mut totals);
                }
                if reading > 0 && !is_empty(&totals) {
                    break;
                }
            }
            if !is_empty(&totals) {
                break;
            }
        }
        let [mut terms, mut joined, mut switched] = readings;
        if by > 0 {
            terms.clear();
        }
        if by > 0 || is_other {
            terms.append(&mut switched);
        }
        terms.append(&mut joined);
        Some(self.found(plan, &totals, terms))
    }

    /// How every entity answers all of the terms, or with `is_any` some of them.
    fn totals(&self, plan: &Plan, terms: &[Term], is_any: bool) -> Vec<Total> {
        let mut totals = vec![START; self.entities.len()];
        for term in terms {
            let best = self.best(term);
            let found = best.iter().filter(|(cost, _)| *cost != NONE).count();
            // Where words may be missing, two letters are not what was meant: wi-fi is no first aid.
            let is_told = !(is_any && term.is_short() && !term.is_number());
            // The fewer things a word is of, the more it is missed.
            let missed = 16 + 3 * (best.len() / (found + 1)).max(1).ilog2();
            for (number, total) in (0..).zip(&mut totals) {
                if total.cost == NONE {
                    continue;
                }
                let mut least = (NONE, MatchField::Number, number);
                self.each_related(plan, number, &mut |related, far| {
                    if let Some((cost, field)) = best.get(related as usize)
                        && *cost != NONE
                        && cost + far < least.0
                    {
                        least = (cost + far, *field, related);
                    }
                });
                let (cost, field, entity) = least;
                if cost != NONE {
                    if !total.is_found || field > total.field {
                        (total.field, total.entity) = (field, entity);
                    }
                    total.is_found |= is_told;
                    total.cost += cost;
                } else if is_any {
                    total.cost += missed;
                } else {
                    total.cost = NONE;
                }
            }
        }
        for total in &mut totals {
            if !total.is_found {
                total.cost = NONE;
            }
        }
        totals
    }

    /// How every entity by itself answers a term.
    fn best(&self, term: &Term) -> Vec<(Cost, MatchField)> {
        let mut best = vec![(NONE, MatchField::Number); self.entities.len()];
        let is_short = term.is_short();
        self.each_word(&mut |word, mask, postings| {
            let Some(cost) = term.cost(word, mask) else {
                return;
            };
            for posting in postings {
                let (entity, field) = place(*posting);
                let is_worthless = cost > 0
                    && (is_short
                        && (field > MatchField::Abbreviation || field == MatchField::Kind))
                    || cost > 7 && field == MatchField::Abbreviation;
                let cost = cost + field.cost();
                if let Some(best) = best.get_mut(entity as usize)
                    && cost < best.0
                    && !is_worthless
                {
                    *best = (cost, field);
                }
            }
        });
        best
    }

    /// The entities by whose words another is found, with what that costs.
    fn each_related(&self, plan: &Plan, number: u32, take: &mut dyn FnMut(u32, Cost)) {
        let entities = &self.entities;
        match entities.get(number) {
            Some(Entity::Stand(ix)) => {
                take(number, 0);
                let Some(stand) = plan.stand(ix) else { return };
                for participant in &stand.participants {
                    take(entities.participants + participant.0, 0);
                }
                if let Some(category) = stand.category {
                    take(entities.categories + category.0, 0);
                }
                for session in &stand.sessions {
                    take(entities.sessions + session.0, FAR);
                }
            }
            Some(Entity::Session(ix)) => {
                take(number, 0);
                let session = plan.sessions.get(ix.at());
                for participant in session.into_iter().flat_map(|s| &s.participants) {
                    take(entities.participants + participant.0, FAR);
                }
            }
            Some(Entity::Service(..) | Entity::Entrance(..)) => take(number, 0),
            _ => {}
        }
    }

    /// What has the query as its whole number or name comes first. Whether there is such.
    fn add_wholes(&self, plan: &Plan, query: &str, more: Cost, totals: &mut [Total]) -> bool {
        let wanted = whole_hash(query, &tokens(query));
        let mut is_any = false;
        for (hash, posting) in &self.wholes {
            if *hash != wanted {
                continue;
            }
            let (entity, field) = place(*posting);
            let mut add = |number: u32| {
                is_any = true;
                let cost = field as Cost + more;
                if let Some(total) = totals.get_mut(number as usize)
                    && (total.cost == NONE || total.cost > cost)
                {
                    *total = Total {
                        cost,
                        field,
                        entity,
                        is_found: true,
                    };
                }
            };
            match self.entities.get(entity) {
                Some(Entity::Participant(ix)) => {
                    let participant = plan.participant(ix);
                    for stand in participant.into_iter().flat_map(|p| &p.stands) {
                        add(stand.0);
                    }
                }
                _ => add(entity),
            }
        }
        is_any
    }

    /// What was found, in order.
    fn found(&self, plan: &Plan, totals: &[Total], terms: Vec<Term>) -> Found {
        let mut numbers: Vec<u32> = Vec::new();
        let mut most = NONE;
        loop {
            numbers.clear();
            let mut stands = 0;
            let (mut best, mut worst) = (NONE, 0);
            for (number, total) in (0..).zip(totals) {
                if total.cost < most {
                    numbers.push(number);
                    stands += usize::from(number < self.entities.participants);
                    best = best.min(total.cost);
                    worst = worst.max(total.cost);
                }
            }
            // What is of everything tells nothing: the worst of it is left out.
            if stands < plan.stands.len() || best == worst || stands < 4 {
                break;
            }
            most = worst;
        }
        let cost = |i: u32| {
            let number = numbers.get(i as usize).copied().unwrap_or(0);
            totals.get(number as usize).map_or(NONE, |total| total.cost)
        };
        let order = in_order(numbers.len(), &mut |a, b| cost(a).cmp(&cost(b)));
        let mut found = Found {
            hits: Vec::with_capacity(order.len()),
            stands: Vec::new(),
            terms,
        };
        for i in order {
            let number = numbers.get(i as usize).copied().unwrap_or(0);
            let Some(total) = totals.get(number as usize) else {
                continue;
            };
            let by = self.entities.get(total.entity);
            let what = match (self.entities.get(number), by) {
                (Some(Entity::Stand(stand)), by) => {
                    found.stands.push(stand);
                    match by {
                        Some(Entity::Participant(p)) => What::Participant(p, stand),
                        // The session itself is among what was found.
                        Some(Entity::Session(_)) if numbers.contains(&total.entity) => continue,
                        _ => What::Stand(stand),
                    }
                }
                (Some(Entity::Session(ix)), _) => What::Session(ix),
                (Some(Entity::Service(hall, at)), _) => What::Service(hall, at),
                (Some(Entity::Entrance(hall, at)), _) => What::Entrance(hall, at),
                _ => continue,
            };
            let (field, by) = (total.field, by.unwrap_or(what.entity()));
            found.hits.push(Hit { what, field, by });
        }
        found
    }

    /// The word or name of the data that is nearest to a query, for one that finds nothing.
    pub fn nearest<'a>(&self, plan: &'a Plan, query: &str) -> Option<&'a str> {
        let mut terms = joined(query);
        terms.extend(self::terms(query));
        terms.extend(self::terms(&other_layout(query)));
        let mut best: Option<(u32, &str, u32)> = None;
        for term in &mut terms {
            term.forgive();
            self.each_word(&mut |word, _, postings| {
                let is_named = |posting: &&u32| {
                    let field = place(**posting).1;
                    field < MatchField::Theme && field != MatchField::Kind
                };
                if let Some(posting) = postings.iter().find(is_named)
                    && let Some((errors, letters)) = term.errors(word)
                {
                    // Errors per letter, in hundredths; half of them wrong is nothing like it.
                    let share = 100 * errors / letters.max(1);
                    if share < 46 && best.is_none_or(|(least, ..)| share < least) {
                        best = Some((share, word, *posting));
                    }
                }
            });
        }
        let (_, word, posting) = best?;
        let (entity, field) = place(posting);
        let mut nearest = None;
        let term = Term::of_key(word);
        each_text(
            plan,
            self.entities.get(entity)?,
            &mut |in_field, _, text| {
                let is_its = in_field == field || field == MatchField::Abbreviation;
                if is_its && nearest.is_none() && term.is_in(plan, text) {
                    nearest = Some(text);
                }
            },
        );
        nearest
    }
}

/// Takes what costs less.
fn or(totals: &mut [Total], others: Vec<Total>, more: Cost) {
    for (total, other) in totals.iter_mut().zip(others) {
        if other.cost != NONE && other.cost + more < total.cost {
            *total = other;
            total.cost += more;
        }
    }
}

fn is_empty(totals: &[Total]) -> bool {
    totals.iter().all(|total| total.cost == NONE)
}

/// The words of a query that say something; all if none does.
fn terms(query: &str) -> Vec<Term> {
    let mut words: Vec<String> = Vec::new();
    for token in tokens(query).iter().take(MOST_WORDS) {
        let word = fold(token.of(query));
        if !words.contains(&word) {
            words.push(word);
        }
    }
    if !words.iter().all(|word| says_nothing(word)) {
        words.retain(|word| !says_nothing(word));
    }
    words.iter().map(|word| Term::new(word)).collect()
}

/// The words of a query as one, if there are several.
fn joined(query: &str) -> Vec<Term> {
    let tokens = tokens(query);
    let mut word = String::new();
    for token in &tokens {
        word.push_str(&fold(token.of(query)));
    }
    if tokens.len() > 1 {
        vec![Term::new(&word)]
    } else {
        Vec::new()
    }
}
