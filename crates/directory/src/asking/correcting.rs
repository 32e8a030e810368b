//! What somebody who is not of the staff can correct in a record: the facts by which a service is found and reached. Names, whom it is
//! for, and where it is stay with those who keep the inventory.

use crate::{
    pages::{hours_form, service_typed},
    rules::{
        differences::{Difference, Fields, differences},
        facts::{Cost, Facts, Interpretation, Status},
    },
    store::services::Service,
    words,
};
use maud::{Markup, html as markup};
use partners::Spoken;
use platform::{
    ctx::Ctx,
    errors::Complaints,
    html::{Choice, FormHtml, choice, field},
    http::{Pairs, Reading},
    t,
};

/// The fields that say the same in every language.
const PLAIN: [&str; 9] =
    ["status", "phones", "mail", "web", "language", "interpretation", "cost", "has_room", "wait_days"];
/// Those with words of their own: only in the language of the page is asked.
const WORDED: [&str; 2] = ["hours_note", "cost_note"];

/// The names of all fields, in the order of the form.
pub(crate) fn names(ctx: &Ctx) -> Vec<String> {
    let plain = PLAIN.into_iter().chain(hours_form::FIELDS).map(str::to_owned);
    plain.chain(WORDED.into_iter().map(|name| format!("{name}_{}", ctx.lang))).collect()
}

/// What these fields say in a form.
pub(crate) fn picked(form: &Pairs, names: &[String]) -> Fields {
    names.iter().map(|name| (name.clone(), form.all(name).map(str::to_owned).collect())).collect()
}

/// A form with these fields in place of its own.
pub(crate) fn with(form: Pairs, fields: &Fields) -> Pairs {
    fields.iter().fold(form, |form, (name, values)| {
        let first = values.first().map(String::as_str).unwrap_or_default();
        values.iter().skip(1).fold(form.with(name, first), |form, value| form.and(name, value))
    })
}

/// What stands in the record now, as the form has it.
pub(crate) fn present(ctx: &Ctx, of: &Service) -> Pairs {
    service_typed::form(ctx, of, &[])
}

/// Where `sent` differs from the record.
pub(crate) fn differs(ctx: &Ctx, of: &Service, sent: &Pairs) -> Vec<Difference> {
    let names = names(ctx);
    differences(&names, &picked(&present(ctx, of), &names), &picked(sent, &names))
}

/// The record with what is corrected in `fields`, which are some of [`names`]; what else stands in it stays, whatever the form of the
/// staff would say of it.
///
/// # Errors
/// What cannot be kept so, field by field.
pub(crate) fn corrected(ctx: &Ctx, before: &Service, fields: &Fields) -> Result<(Status, Facts), Complaints> {
    let is_about_waiting = fields.contains_key("has_room") || fields.contains_key("wait_days");
    let merged = with(present(ctx, before), fields);
    let merged = if is_about_waiting { merged.with("wait_on", "") } else { merged };
    let mut reading = Reading::of(ctx, &merged);
    let status = reading.choice("status", Status::from_code);
    let old = &before.facts.0;
    let new = service_typed::read_facts(&mut reading, (&merged, ctx.today()), old);
    let facts = Facts {
        phones: new.phones,
        mail: new.mail,
        web: new.web,
        hours: new.hours,
        hours_note: new.hours_note,
        languages: new.languages,
        interpretation: new.interpretation,
        cost: new.cost,
        cost_note: new.cost_note,
        wait: if is_about_waiting { new.wait } else { old.wait },
        ..old.clone()
    };
    let mut complaints = reading.complaints;
    complaints.0.retain(|one| fields.contains_key(one.field.as_ref()));
    if complaints.is_empty() { Ok((status.unwrap_or(before.status), facts)) } else { Err(complaints) }
}

/// The fields of the form.
pub(crate) fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let say = ctx.say();
    let here = [ctx.lang];
    let languages: Vec<Choice> =
        Spoken::all().map(|one| choice(one.code(), words::spoken(ctx, one))).collect();
    let spoken: Vec<String> = sent.all("language").map(str::to_owned).collect();
    let room = [
        choice("yes", t!(say, "wait-room-yes")),
        choice("no", t!(say, "wait-room-no")),
        choice("", t!(say, "wait-room-unknown")),
    ];
    markup! {
        (form.select(field("status", t!(say, "service-status")).value(sent.get("status")), &words::choices(ctx, &Status::ALL, Status::code, words::status)))
        (form.prose(field("phones", t!(say, "service-phones")).hint(t!(say, "service-phones-hint")).value(sent.get("phones")).rows(3).optional()))
        (form.text(field("mail", t!(say, "service-mail")).value(sent.get("mail")).mail().optional()))
        (form.text(field("web", t!(say, "service-web")).value(sent.get("web")).web().optional()))
        (hours_form::fields(ctx, form, sent))
        (form.texts(field("hours_note", t!(say, "service-hours-note")).optional(), &sent.in_langs("hours_note", &here)))
        details { summary { (t!(say, "service-languages")) }
            div.many { (form.checkboxes(field("language", t!(say, "service-languages")).hint(t!(say, "service-languages-hint")).optional(), &languages, &spoken)) }
        }
        (form.radios(field("interpretation", t!(say, "service-interpretation")).value(sent.get("interpretation")), &words::choices(ctx, &Interpretation::ALL, Interpretation::code, words::interpretation)))
        (form.radios(field("cost", t!(say, "service-cost")).value(sent.get("cost")), &words::choices(ctx, &Cost::ALL, Cost::code, words::cost)))
        (form.texts(field("cost_note", t!(say, "service-cost-note")).optional(), &sent.in_langs("cost_note", &here)))
        (form.radios(field("has_room", t!(say, "service-has-room")).value(sent.get("has_room")).optional(), &room))
        (form.text(field("wait_days", t!(say, "service-wait-days")).value(sent.get("wait_days")).number().optional()))
    }
}
