//! A partnership's own facts, as its coordinator changes them.

mod conflict;
mod translating;

use conflict::conflict_view;
pub(super) use translating::TRANSLATABLE;

use crate::{
    authority::{Office, Permission},
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, Result},
    html::{Choice, FormHtml, Head, choice, field, form, languages_of, page, said},
    http::{Answer, Form, Pairs, Reading, answer::page_with, html, see_other},
    ids::Ref,
    langs::Lang,
    manifest::Fut,
    partnership::Facts,
    provinces::{self, Province},
    reach::{Contact, HelpFor, HelpLine},
    t,
    text::{LineRefusal, Text},
    thread::{Knot, Provider},
    zones,
};
use http::StatusCode;
use maud::{Markup, html as markup};

/// Changing the partnership's own facts.
pub const EDIT_PARTNERSHIP: Permission = Permission::act("partnership.edit", &[Office::Coordinator]);

/// Names and places have at most this many characters.
const LINE: usize = 120;
/// What a partnership says of itself has at most this many characters.
const ABOUT: usize = 2_000;
/// A street address has at most this many characters.
const STREET: usize = 400;
/// What a number of its own is for has at most this many characters.
const OWN_LABEL: usize = 60;
/// Of its own numbers to call, a partnership has at most so many: the fields of their words and of the numbers.
const OWN: [(&str, &str); 2] = [("own1", "own1_number"), ("own2", "own2_number")];

/// The field of a number that has words of the house.
const fn number_field(what: HelpFor) -> &'static str {
    match what {
        HelpFor::Danger => "danger_number",
        HelpFor::Crisis => "crisis_number",
        HelpFor::Information => "information_number",
        HelpFor::HealthLine => "health_number",
        HelpFor::Own => "",
    }
}

/// The page: what is kept, what stands in the form, and what was wrong with it.
pub(super) struct FactsPage<'a> {
    pub kept: &'a Facts,
    pub sent: &'a Pairs,
    pub complaints: &'a Complaints,
}

/// `GET /{p}/work/partnership`.
pub async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(EDIT_PARTNERSHIP).await?;
    let (kept, version) = tx.facts().await?;
    tx.done().await?;
    let sent = typed(&kept, version);
    html(view(&ctx, &FactsPage { kept: &kept, sent: &sent, complaints: &Complaints::default() }))
}

/// `POST /{p}/work/partnership`: the facts change, on top of the version that was read.
pub async fn save(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(EDIT_PARTNERSHIP).await?;
    let (kept, version) = tx.facts().await?;
    if sent.get("version") != version.to_string() {
        return stale(&ctx, tx, (&kept, version), &sent).await;
    }
    match read(&ctx, &sent, &kept) {
        Ok(after) => {
            tx.change_facts((&kept, version), &after).await?;
            let to = tx.commit_to(&said(&ctx.url("/work/partnership"), "partnership-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = FactsPage { kept: &kept, sent: &sent, complaints: &complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

/// Two people changed the facts: both texts, and nothing overwritten.
async fn stale(ctx: &Ctx, mut tx: Tx, kept: (&Facts, i64), sent: &Pairs) -> Answer {
    let history = tx.history(&Ref::from(tx.partnership()?), 1).await?;
    tx.done().await?;
    page_with(StatusCode::CONFLICT, conflict_view(ctx, kept, sent, history.first())?)
}

/// The facts as the form shows them.
fn typed(facts: &Facts, version: i64) -> Pairs {
    let contact = &facts.contact;
    let mut form = Pairs::default()
        .with_text("name", &facts.name)
        .with_text("place", &facts.place)
        .with_text("about", &facts.about)
        .with_text("office", &contact.office)
        .with("street", &contact.street)
        .with("mail", &contact.mail)
        .with("phone", &contact.phone)
        .with_text("hours", &contact.hours);
    for line in facts.emergency.iter().filter(|line| line.what != HelpFor::Own) {
        form = form.with(number_field(line.what), &line.number);
    }
    let own = facts.emergency.iter().filter(|line| line.what == HelpFor::Own);
    for (line, (label, number)) in own.zip(OWN) {
        form = form.with_text(label, &line.label).with(number, &line.number);
    }
    let langs = facts.langs.iter().fold(form, |form, lang| form.and("langs", lang));
    langs
        .with("zone", &facts.zone)
        .with("province", facts.province.map_or("", Province::code))
        .with("version", version)
}

/// A short text that must be there in English or in French.
fn needed(reading: &mut Reading<'_>, name: &'static str, before: &Text) -> Text {
    let text = reading.lines(name, before, LINE);
    reading.needed(name, &text);
    text
}

fn contact(reading: &mut Reading<'_>, before: &Contact) -> Contact {
    Contact {
        street: reading.prose_within("street", STREET),
        mail: reading.mail_or_none("mail"),
        office: reading.lines("office", &before.office, LINE),
        phone: reading.phone_or_none("phone"),
        hours: reading.lines("hours", &before.hours, LINE),
    }
}

fn help_lines(reading: &mut Reading<'_>, sent: &Pairs, before: &[HelpLine]) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for what in HelpFor::KNOWN {
        let number = reading.phone_or_none(number_field(what));
        if !number.is_empty() {
            lines.push(HelpLine::known(what, &number));
        }
    }
    let kept: Vec<&HelpLine> = before.iter().filter(|line| line.what == HelpFor::Own).collect();
    for (n, (label_field, number_field)) in OWN.into_iter().enumerate() {
        let before = kept.get(n).map(|line| line.label.clone()).unwrap_or_default();
        let (label, number) =
            (reading.lines(label_field, &before, OWN_LABEL), reading.phone_or_none(number_field));
        match (label.is_empty(), number.is_empty()) {
            (false, false) => lines.push(HelpLine { what: HelpFor::Own, label, number }),
            (true, false) => reading.refuse(label_field, LineRefusal::Empty),
            (false, true) if sent.get(number_field).is_empty() => {
                reading.refuse(number_field, LineRefusal::Empty);
            }
            _ => {}
        }
    }
    lines
}

/// The languages that were chosen, in the order of lists; one of the official ones is among them, and the program has words
/// in each that is new.
fn langs_chosen(reading: &mut Reading<'_>, (ctx, sent): (&Ctx, &Pairs), before: &[Lang]) -> Vec<Lang> {
    let chosen = |lang: &Lang| sent.all("langs").any(|code| code == lang.code());
    let langs: Vec<Lang> = Lang::ALL.into_iter().filter(chosen).collect();
    if !langs.iter().any(|lang| Lang::OFFICIAL.contains(lang)) {
        reading.refuse("langs", FieldRefusal::NotAChoice);
    }
    if langs.iter().any(|lang| !before.contains(lang) && !is_spoken(ctx, *lang)) {
        reading.refuse("langs", FieldRefusal::NotSpoken);
    }
    langs
}

/// What the form says; texts in languages that it did not ask for stay as they are.
fn read(ctx: &Ctx, sent: &Pairs, before: &Facts) -> Result<Facts, Complaints> {
    let mut reading = Reading::new(sent, &before.langs, ctx.today());
    let province = reading.choice_or_none("province", Province::from_code);
    let is_zone = |zone: &str| zones::offered(zone).is_some() || zone == before.zone;
    let after = Facts {
        name: needed(&mut reading, "name", &before.name),
        place: needed(&mut reading, "place", &before.place),
        about: reading.proses("about", &before.about, ABOUT),
        contact: contact(&mut reading, &before.contact),
        province,
        emergency: provinces::moved(
            help_lines(&mut reading, sent, &before.emergency),
            before.province,
            province,
        ),
        langs: langs_chosen(&mut reading, (ctx, sent), &before.langs),
        zone: reading.choice("zone", |zone| is_zone(zone).then(|| zone.to_owned())).unwrap_or_default(),
    };
    reading.done(after)
}

/// The page.
pub(super) fn view(ctx: &Ctx, shown: &FactsPage<'_>) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "partnership-lead")) }
        (the_form(ctx, shown))
        section { h2 { (t!(say, "partnership-states")) }
            p { (t!(say, "partnership-states-lead")) }
            @for (label, text) in [("partnership-name", &shown.kept.name), ("partnership-place", &shown.kept.place), ("partnership-about", &shown.kept.about)] {
                h3 { (say.html(label, &[])) } (languages_of(ctx, text))
            }
        }
        @if let Some(here) = ctx.partnership.as_ref() {
            p { a href=(ctx.url(&format!("/work/history/partnership/{}", here.id))) { (t!(say, "partnership-history")) } }
        }
    };
    page(ctx, &Head::new(t!(say, "partnership-title")), body)
}

fn the_form(ctx: &Ctx, shown: &FactsPage<'_>) -> Markup {
    let say = ctx.say();
    let form = form(ctx, ctx.url("/work/partnership")).complaints(shown.complaints).cancel(ctx.url("/work"));
    let (sent, langs) = (shown.sent, &shown.kept.langs);
    let fields = markup! {
        (form.texts(field("name", t!(say, "partnership-name")), &sent.in_langs("name", langs)))
        (form.texts(field("place", t!(say, "partnership-place")).hint(t!(say, "partnership-place-hint")), &sent.in_langs("place", langs)))
        (form.proses(field("about", t!(say, "partnership-about")).hint(t!(say, "partnership-about-hint")).optional(), &sent.in_langs("about", langs)))
        h2 { (t!(say, "partnership-contact")) }
        (contact_fields(ctx, &form, shown))
        h2 { (t!(say, "partnership-numbers")) }
        p { (t!(say, "partnership-numbers-lead")) }
        (form.select(field("province", t!(say, "partnership-province")).hint(t!(say, "partnership-province-hint")).value(sent.get("province")).optional(), &Province::choices(&say)))
        (number_fields(ctx, &form, shown))
        h2 { (t!(say, "partnership-site")) }
        (form.checkboxes(field("langs", t!(say, "partnership-langs")).hint(t!(say, "partnership-langs-hint")), &lang_choices(ctx, langs), &sent.all("langs").map(str::to_owned).collect::<Vec<_>>()))
        (form.select(field("zone", t!(say, "partnership-zone")).hint(t!(say, "partnership-zone-hint")).value(sent.get("zone")), &zone_choices(ctx, &shown.kept.zone)))
        (form.hidden("version", sent.get("version")))
    };
    form.show(&t!(say, "partnership-save"), fields)
}

fn contact_fields(ctx: &Ctx, form: &FormHtml<'_>, shown: &FactsPage<'_>) -> Markup {
    let (say, sent, langs) = (ctx.say(), shown.sent, &shown.kept.langs);
    markup! {
        (form.texts(field("office", t!(say, "reach-office")).hint(t!(say, "partnership-office-hint")).optional(), &sent.in_langs("office", langs)))
        (form.prose(field("street", t!(say, "reach-street")).hint(t!(say, "partnership-street-hint")).value(sent.get("street")).rows(3).optional()))
        (form.text(field("mail", t!(say, "reach-mail")).hint(t!(say, "partnership-mail-hint")).value(sent.get("mail")).autocomplete("off").mail().optional()))
        (form.text(field("phone", t!(say, "reach-phone")).value(sent.get("phone")).autocomplete("off").phone().optional()))
        (form.texts(field("hours", t!(say, "reach-hours")).hint(t!(say, "partnership-hours-hint")).optional(), &sent.in_langs("hours", langs)))
    }
}

fn number_fields(ctx: &Ctx, form: &FormHtml<'_>, shown: &FactsPage<'_>) -> Markup {
    let (say, sent, langs) = (ctx.say(), shown.sent, &shown.kept.langs);
    let number = |name: &'static str, label: String| {
        form.text(field(name, label).value(sent.get(name)).autocomplete("off").phone().short().optional())
    };
    markup! {
        @for what in HelpFor::KNOWN {
            (number(number_field(what), say.t(&format!("emergency-{}", what.code()), &[])))
        }
        @for (label, number_name) in OWN {
            (form.texts(field(label, t!(say, "partnership-own")).hint(t!(say, "partnership-own-hint")).optional(), &sent.in_langs(label, langs)))
            (number(number_name, t!(say, "partnership-own-number")))
        }
    }
}

/// Whether the program has words in a language for the whole of a site; those that a machine made are for the door alone.
fn is_spoken(ctx: &Ctx, lang: Lang) -> bool {
    ctx.say().texts_in(lang) > 0 && !lang.is_by_machine()
}

/// The languages that the program speaks, and those that were chosen before it was asked; beside each, how much it says in it.
fn lang_choices(ctx: &Ctx, kept: &[Lang]) -> Vec<Choice> {
    let offered = Lang::ALL.into_iter().filter(|lang| is_spoken(ctx, *lang) || kept.contains(lang));
    offered.map(|lang| choice(lang.code(), lang.own_name()).hint(how_much(ctx, lang))).collect()
}

fn how_much(ctx: &Ctx, lang: Lang) -> String {
    let say = ctx.say();
    let (n, total) = (say.texts_in(lang), say.texts_in(Lang::En));
    match n {
        0 => t!(say, "partnership-lang-none"),
        _ if n >= total => t!(say, "partnership-lang-whole"),
        _ => t!(say, "partnership-lang-part", n = n, total = total),
    }
}

/// The zones that forms offer, and the one that is kept.
fn zone_choices(ctx: &Ctx, kept: &str) -> Vec<Choice> {
    let mut choices = zones::choices(&ctx.say());
    if zones::offered(kept).is_none() {
        choices.push(choice(kept, kept));
    }
    choices
}

/// The knot of the partnership itself: its history is read as that of any object.
pub(super) const PROVIDER: Provider = Provider { kind: "partnership", knot, up: nothing, down: nothing };

fn knot<'a>(ctx: &'a Ctx, _: &'a mut Tx, id: uuid::Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        let here = ctx.partnership.as_ref().filter(|here| here.id.0 == id && ctx.may(EDIT_PARTNERSHIP));
        Ok(here.map(|here| Knot {
            of: Ref::from(here.id),
            word: t!(ctx.say(), "kind-partnership"),
            title: here.name.worded(ctx.lang),
            href: Some(ctx.url("/work/partnership")),
        }))
    })
}

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: uuid::Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async { Ok(Vec::new()) })
}

/// The page as it is, with complaints, and when two people changed it.
pub(super) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let Some(here) = ctx.partnership.as_ref() else { return Vec::new() };
    let own = HelpLine { what: HelpFor::Own, label: here.place.clone(), number: "905 555-0134".into() };
    let kept = Facts {
        name: here.name.clone(),
        place: here.place.clone(),
        about: here.about.clone(),
        contact: Contact { mail: "office@example.org".into(), ..Contact::default() },
        province: here.province,
        emergency: HelpLine::of_canada().into_iter().chain([own]).collect(),
        langs: here.langs.clone(),
        zone: "America/Toronto".into(),
    };
    let sent = typed(&kept, 1);
    let mut complaints = Complaints::one("mail", FieldRefusal::NotMail);
    complaints.add("danger_number", FieldRefusal::NotPhone);
    let wrong = sent.clone().with("mail", "office").with("danger_number", "x");
    let plain = FactsPage { kept: &kept, sent: &sent, complaints: &Complaints::default() };
    let refused = FactsPage { kept: &kept, sent: &wrong, complaints: &complaints };
    let mut pages = vec![("plain", view(ctx, &plain)), ("refused", view(ctx, &refused))];
    pages.extend(conflict_view(ctx, (&kept, 2), &wrong, None).map(|page| ("conflict", page)));
    pages
}
