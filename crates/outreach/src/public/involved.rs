//! *Get involved*: the ways to take part that the rooms bring, then a form for anyone, in any language, without an account.

use super::{later, receipt, too_often, wait};
use crate::{
    add_joining,
    rules::joining::{Asker, JoiningRefusal, missing},
    store::joining::NewJoining,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Sector, SectorId};
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::Complaints,
    html::{Choice, Head, choice, choice_of, field, form, page, reach},
    http::{Answer, Form, Pairs, Reading, answer::page_with, html, see_other},
    manifest::NavEntry,
    reach::phone_key,
    t,
    text::NAME,
};

/// Where the page stands below a language.
pub(crate) const PATH: &str = "/get-involved";

/// The page: what can be chosen, what was typed and what was wrong.
pub(crate) struct InvolvedPage<'a> {
    pub(crate) ways: Vec<NavEntry>,
    pub(crate) sectors: Vec<Sector>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/{lang}/get-involved`: the ways, and the form.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let sectors = sectors(&ctx).await?;
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    html(view(&ctx, &InvolvedPage { ways: ways(&ctx), sectors, sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/{lang}/get-involved`: a request comes in.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let sectors = sectors(&ctx).await?;
    let new = match read(&ctx, &sectors, &sent) {
        Ok(new) => new,
        Err(complaints) => {
            let again = InvolvedPage { ways: ways(&ctx), sectors, sent: &sent, complaints: &complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again));
        }
    };
    let reach = if new.email.is_empty() { phone_key(&new.phone) } else { new.email.clone() };
    if let Some(seconds) = wait(&ctx, "joining", &reach).await? {
        let complaints = Complaints::one("", too_often(seconds));
        let again = InvolvedPage { ways: ways(&ctx), sectors, sent: &sent, complaints: &complaints };
        return later(view(&ctx, &again), seconds);
    }
    let mut tx = ctx.write(PUBLIC).await?;
    let now = tx.now();
    add_joining(&mut tx, &new, now).await?;
    receipt::of_joining(&ctx, &mut tx, (&new.email, new.lang)).await?;
    let to = tx.commit_to(&ctx.public_url(&format!("{PATH}/received"))).await?;
    see_other(&to)
}

/// `GET /{p}/{lang}/get-involved/received`: what happens now.
pub(crate) async fn received(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    html(received_view(&ctx))
}

async fn sectors(ctx: &Ctx) -> platform::errors::Result<Vec<Sector>> {
    let mut tx = ctx.read(PUBLIC).await?;
    let sectors = partners::sectors(&mut tx).await?;
    tx.done().await?;
    Ok(sectors)
}

/// What the rooms bring.
pub(crate) fn ways(ctx: &Ctx) -> Vec<NavEntry> {
    ctx.app
        .house
        .rooms
        .iter()
        .flat_map(|room| &room.ways_in)
        .filter(|way| ctx.may(way.see))
        .copied()
        .collect()
}

/// What somebody agrees to, as she sees it.
pub fn wording(ctx: &Ctx) -> String {
    t!(ctx.say(), "asking-consent")
}

fn read(ctx: &Ctx, sectors: &[Sector], sent: &Pairs) -> Result<NewJoining, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let offered: Vec<SectorId> = sectors.iter().map(|one| one.id).collect();
    let asker = reading.choice("asker", Asker::from_code);
    let organization = reading.line_or_none("organization", NAME);
    let new = NewJoining {
        asker: asker.unwrap_or(Asker::Person),
        organization: if asker == Some(Asker::Person) { String::new() } else { organization },
        sector: reading.known("sector", &offered),
        name: reading.line("name", NAME),
        email: reading.mail_or_none("email"),
        phone: reading.phone_or_none("phone"),
        wish: reading.prose("wish"),
        languages: reading.line_or_none("languages", NAME),
        lang: ctx.lang,
        consent_wording: wording(ctx),
    };
    let reach = (sent.get("email"), sent.get("phone"));
    for (field, why) in missing(new.asker, &new.organization, reach) {
        if reading.complaints.about(field).is_none() {
            reading.complaints.add(field, why);
        }
    }
    if sent.get("agree").is_empty() {
        reading.complaints.add("agree", JoiningRefusal::NotAgreed);
    }
    reading.done(new)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &InvolvedPage<'_>) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "involved-lead")) }
        section #ways { h2 { (t!(say, "involved-ways")) }
            dl {
                dt { a href="#write" { (t!(say, "involved-write")) } }
                dd { (t!(say, "involved-write-how")) }
                @for way in &of.ways {
                    dt { a href=(ctx.public_url(way.path)) { (say.html(way.key, &[])) } }
                    dd { (say.html(&format!("{}-how", way.key), &[])) }
                }
            }
        }
        section #write { h2 { (t!(say, "involved-form")) } (the_form(ctx, of)) }
        section { h2 { (t!(say, "involved-reach")) } (reach(ctx)) }
    };
    let head = Head::new(t!(say, "involved-title")).at(PATH).about(t!(say, "involved-lead"));
    page(ctx, &head, body)
}

fn the_form(ctx: &Ctx, of: &InvolvedPage<'_>) -> Markup {
    let (say, sent) = (ctx.say(), of.sent);
    let askers: Vec<Choice> = Asker::ALL
        .iter()
        .map(|one| choice(one.code(), say.t(&format!("asking-asker-{}", one.code()), &[])))
        .collect();
    let sectors: Vec<Choice> =
        of.sectors.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect();
    let form = form(ctx, ctx.public_url(PATH)).complaints(of.complaints);
    let value = |name: &str| sent.get(name).to_owned();
    form.show(
        &t!(say, "asking-send"),
        markup! {
            (form.radios(field("asker", t!(say, "asking-asker")).value(value("asker")), &askers))
            (form.text(field("organization", t!(say, "asking-organization")).value(value("organization")).needed_if(t!(say, "asking-organization-needed")).autocomplete("organization")))
            @if !sectors.is_empty() { (form.select(field("sector", t!(say, "asking-sector")).value(value("sector")).optional(), &sectors)) }
            (form.text(field("name", t!(say, "asking-name")).value(value("name")).autocomplete("name")))
            (form.text(field("email", t!(say, "asking-email")).hint(t!(say, "asking-email-hint")).value(value("email")).mail().autocomplete("email").needed_if(t!(say, "asking-reach-needed"))))
            (form.text(field("phone", t!(say, "asking-phone")).value(value("phone")).phone().autocomplete("tel").needed_if(t!(say, "asking-reach-needed"))))
            (form.prose(field("wish", t!(say, "asking-wish")).hint(t!(say, "asking-wish-hint")).value(value("wish")).rows(6)))
            (form.text(field("languages", t!(say, "asking-languages")).hint(t!(say, "asking-languages-hint")).value(value("languages")).optional()))
            (form.check(field("agree", wording(ctx)).called(t!(say, "asking-agreement")).value(value("agree"))))
        },
    )
}

/// What happens now.
pub(crate) fn received_view(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "asking-received-explains")) }
        p { a href=(ctx.public_url("")) { (t!(say, "asking-received-home")) } }
    };
    page(ctx, &Head::new(t!(say, "asking-received")).at(format!("{PATH}/received")), body)
}
