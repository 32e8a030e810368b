//! What a record that is kept here says in the form of a file: as a line of the table, and as the rows of a package. A cell of a file that says just
//! that changes nothing, however little of the record the form can carry.

use super::{columns::COLUMNS, laid};
use crate::exchange::{
    mapping::{Mapping, Terms},
    shelf::Shelf,
    table::{HEAD, Line, Placed, cells},
};
use crate::store::services::{Service, ServiceFacts};
use hsds::objects::Object;
use platform::{batch::Holds, ctx::Ctx, langs::Lang};
use sheets::{
    Kind,
    clean::{self, Order},
};
use std::{borrow::Cow, cell::OnceCell, collections::BTreeMap};

/// A record in the form of a file: the text of each column that says something.
pub(super) type Form = BTreeMap<&'static str, String>;

/// Columns that tell of the file or of where a record comes from, and of no field.
pub(super) const ABOUT_THE_FILE: [&str; 4] = ["id", "form", "texts", "changed"];

/// The readers of both official languages, each with the terms of its lists once they were needed.
pub(super) struct Readers(Vec<(Ctx, OnceCell<Terms>)>);

impl Readers {
    pub(super) fn of(ctx: &Ctx) -> Self {
        Self(Lang::OFFICIAL.into_iter().map(|lang| (Ctx { lang, ..ctx.clone() }, OnceCell::new())).collect())
    }

    /// Those of a language first.
    pub(super) fn contexts(&self, lang: Lang) -> impl Iterator<Item = &Ctx> {
        let of =
            move |is: bool| self.0.iter().map(|(ctx, _)| ctx).filter(move |ctx| (ctx.lang == lang) == is);
        of(true).chain(of(false))
    }

    /// What a service says in a language, as the rows of a package or as a line of the table.
    pub(super) fn form(&self, shelf: &Shelf, service: &Service, (lang, is_packed): (Lang, bool)) -> Form {
        let own = self.0.iter().find(|(ctx, _)| ctx.lang == lang).or_else(|| self.0.first());
        let Some((ctx, terms)) = own else { return Form::new() };
        if is_packed {
            let terms = terms.get_or_init(|| Mapping::terms(ctx)).clone();
            packed(&Mapping::with(ctx, shelf, terms), service)
        } else {
            let places = shelf.offers_of(service.id).map(|(_, place)| Placed::of(place, ctx)).collect();
            line(ctx, service, (&service.facts(&[]), places))
        }
    }
}

/// A service as its line of the table, with other facts than it has.
pub(super) fn line(ctx: &Ctx, of: &Service, (facts, places): (&ServiceFacts, Vec<Placed<'_>>)) -> Form {
    let line = Line {
        id: of.id,
        organization: &of.organization,
        facts,
        places,
        verified_on: of.verified_on,
        changed_at: of.changed_at,
    };
    let texts = HEAD.iter().zip(cells(ctx, &line)).map(|((key, _), cell)| (*key, cell.text()));
    texts.filter(|(_, text)| !text.trim().is_empty()).collect()
}

/// An object of the standard, by the names of its columns.
fn row<'a, T: Object>(of: &'a T) -> impl Fn(&str) -> Cow<'a, str> + 'a {
    let cells = of.cells();
    move |name| {
        let at = T::TABLE.columns.iter().position(|column| column.name == name);
        at.and_then(|at| cells.get(at)).cloned().unwrap_or_default()
    }
}

fn packed(mapping: &Mapping<'_>, service: &Service) -> Form {
    let of = mapping.service(service);
    let mut form = Form::new();
    let mut say = |column: &'static str, text: &str| laid::add(form.entry(column).or_default(), text);
    for (column, text) in laid::of_service(&row(&of)) {
        say(column, &text);
    }
    of.organization.iter().for_each(|one| say("organization", one.name.trim()));
    of.program.iter().for_each(|one| say("program", &laid::program(&row(one.as_ref()))));
    for one in &of.attributes {
        let term =
            one.taxonomy_term.as_ref().map(|term| laid::term(term.code.as_deref().unwrap_or(&term.name)));
        term.into_iter().for_each(|(column, text)| say(column, &text));
    }
    let beside = of
        .phones
        .iter()
        .filter_map(|one| laid::beside("phone", &row(one)))
        .chain(of.schedules.iter().filter_map(|one| laid::beside("schedule", &row(one))))
        .chain(of.schedules.iter().filter_map(|one| laid::schedule_note(&row(one))))
        .chain(of.languages.iter().filter_map(|one| laid::beside("language", &row(one))))
        .chain(of.cost_options.iter().filter_map(|one| laid::beside("cost_option", &row(one))))
        .chain(of.required_documents.iter().filter_map(|one| laid::beside("required_document", &row(one))))
        .chain(of.funding.iter().filter_map(|one| laid::beside("funding", &row(one))))
        .chain(of.service_areas.iter().filter_map(|one| laid::beside("service_area", &row(one))))
        .chain(of.additional_urls.iter().filter_map(|one| laid::beside("url", &row(one))))
        .chain(of.capacities.iter().filter_map(|one| {
            // The line of a package names the unit, whose id stands in the row.
            let unit = one.unit.as_deref()?;
            let (column, line) = laid::beside("service_capacity", &row(one))?;
            Some((column, laid::with_unit(&line, (&unit.name, unit.uri.as_deref().unwrap_or_default()))))
        }))
        .chain(of.contacts.iter().filter_map(|one| {
            let phones: Vec<String> = one.phones.iter().map(|phone| laid::phone(&row(phone))).collect();
            laid::contact(&row(one), &phones)
        }));
    beside.for_each(|(column, line)| say(column, &line));
    for (nth, at) in of.service_at_locations.iter().filter_map(|one| one.location.as_ref()).enumerate() {
        let mut parts = BTreeMap::new();
        parts.extend(laid::of_place("location", &row(at.as_ref())));
        at.addresses.iter().for_each(|one| parts.extend(laid::of_place("address", &row(one))));
        at.accessibility.iter().for_each(|one| parts.extend(laid::of_place("accessibility", &row(one))));
        let texts = laid::PLACE.map(|column| parts.get(column).cloned().unwrap_or_default());
        if nth == 0 {
            laid::PLACE.iter().zip(&texts).for_each(|(column, text)| say(column, text));
        } else {
            say("other-places", &laid::place_line(&texts));
        }
    }
    form.retain(|_, text| !text.trim().is_empty());
    form
}

/// What a column makes of a text, as it does of the cells of a file.
pub(super) fn cleaned(column: &str, text: &str) -> Vec<String> {
    let holds = COLUMNS.iter().find(|one| one.key == column).map_or(Holds::Words, |one| one.holds);
    let plain = || text.trim().replace("\r\n", "\n");
    match holds {
        Holds::Languages => clean::languages(text).0.into_iter().map(|one| one.value.to_owned()).collect(),
        Holds::One(Kind::Mail) => vec![clean::mail(text).map_or_else(|_| plain(), |one| one.value)],
        Holds::One(Kind::Web) => vec![clean::address(text).map_or_else(|_| plain(), |one| one.value)],
        Holds::One(Kind::Date) => {
            vec![clean::date(text, Order::Unknown).map_or_else(|_| plain(), |one| one.value.to_string())]
        }
        Holds::One(Kind::Whole) => {
            vec![clean::whole(text).map_or_else(|_| plain(), |one| one.value.to_string())]
        }
        _ => vec![plain()],
    }
}

/// Whether a cell says what the record says in that form.
pub(super) fn says_the_same(column: &str, (values, own): (&[String], &Form)) -> bool {
    let own = own.get(column).map_or("", String::as_str);
    let values: Vec<String> = values.iter().map(|one| one.trim().replace("\r\n", "\n")).collect();
    values == cleaned(column, own)
}
