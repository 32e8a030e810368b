//! On paper: a list to take along, and a sheet with which somebody introduces herself. In her language and in an official one, in large type;
//! nothing of her stands on it but what she writes there by hand.

use super::{
    PATH,
    asked::{Asked, Placed, SHOWN},
    card::leave,
    facts::{address_lines, alert_line, checked, hours_lines, may_use_words, wait},
    help::{heading, kept_nowhere},
    service::{joined, of_service},
};
use crate::{
    ServiceId,
    finder::Finder,
    pages::AtService,
    rules::{eligibility::Situation, facts::Papers},
    store::{
        finding::placed_among,
        locations::locations_of,
        services::{Service, find_service},
    },
    words,
};
use lexicon::Need;
use maud::{Markup, html as markup};
use partners::Reader;
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::Error,
    html::{Head, call, named, page, shown, square},
    http::{Answer, Path, html},
    langs::Lang,
    t,
};

/// A list on paper.
pub(crate) struct PaperPage {
    pub(crate) asked: Asked,
    pub(crate) found: Vec<Placed>,
    pub(crate) total: usize,
}

/// The second language of a sheet: the reader's, and beside it the official one in which somebody at a desk reads.
fn beside(ctx: &Ctx) -> Lang {
    if ctx.lang == Lang::En { Lang::Fr } else { Lang::En }
}

/// `GET /{p}/{lang}/help/paper`: what the same address finds, to be printed.
pub(crate) async fn list(ctx: Ctx) -> Answer {
    let (desk, asked) = (Finder::of(&ctx).await?, Asked::of(&ctx.address()));
    let found =
        desk.index().search(&asked.ask(&ctx, Situation::default(), (0, SHOWN))).map_err(Error::failed)?;
    let ids: Vec<ServiceId> = found.hits.iter().map(|hit| ServiceId(hit.id)).collect();
    let mut tx = ctx.read(PUBLIC).await?;
    let placed = placed_among(&mut tx, Reader::Public, &ids).await?;
    tx.done().await?;
    let is_safety = asked.is_kept_nowhere(ctx.lang, placed.iter());
    let answer = html(view(&ctx, &PaperPage { asked, found: placed, total: found.total }))?;
    Ok(if is_safety { kept_nowhere(answer) } else { answer })
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &PaperPage) -> Markup {
    let say = ctx.say();
    // What she typed of her own danger goes neither on paper nor into another address: the need that it means does.
    let ctx = &of.asked.quietly(ctx, of.asked.danger(ctx.lang));
    let back = ctx.address().elsewhere(ctx.public_url(PATH));
    let web = ctx.address().elsewhere(ctx.web_url(&format!("/{}{PATH}", ctx.lang)));
    let body = markup! {
        // A sheet has no cards: the way out stands before it also for what is found alone.
        @if of.asked.is_kept_nowhere(ctx.lang, of.found.iter()) { (leave(ctx)) }
        p.acts { a.btn.plain href=(back) { (t!(say, "paper-back")) } }
        p.quiet { (t!(say, "paper-told", n = of.found.len())) @if of.total > of.found.len() { " " (t!(say, "paper-more", n = of.total)) } }
        div.paper {
            (square(&web.to_string(), &t!(say, "paper-square")))
            p { (t!(say, "paper-square")) br; bdi dir="ltr" { (web) } }
            p { (t!(say, "paper-printed", day = say.day(ctx.today()))) }
            @for one in &of.found { (both(ctx, one)) }
        }
    };
    let head = Head::new(heading(ctx, &of.asked)).at(format!("{PATH}/paper")).about(t!(say, "help-lead"));
    page(ctx, &head.under(t!(say, "help-title"), ctx.public_url(PATH)), body)
}

/// A service in both languages: what it is called, where, when, how it is reached, whether she may use it.
fn both(ctx: &Ctx, of: &Placed) -> Markup {
    let facts = &of.service.facts.0;
    let other = Ctx { lang: beside(ctx), ..ctx.clone() };
    let one = |ctx: &Ctx| {
        let say = ctx.say();
        let about = |key: &str| markup! { (t!(say, "form-about-field", label = say.t(key, &[]))) " " };
        markup! {
            p lang=(ctx.lang.code()) dir=(ctx.lang.direction()) {
                b { (shown(ctx, &of.service.name)) } br;
                (alert_line(ctx, facts))
                (may_use_words(ctx, facts)) br;
                (about("about-cost")) (words::cost(ctx, facts.cost))
                @if !facts.languages.0.is_empty() { br; (about("about-languages")) (say.list(&facts.languages.0.iter().map(|one| words::spoken(ctx, *one)).collect::<Vec<_>>())) }
                @for line in hours_lines(ctx, facts) { br; (line) }
                @if facts.papers == Papers::Listed { br; (about("about-papers")) (shown(ctx, &facts.papers_note)) }
                @if facts.wait.is_some() { br; (about("about-wait")) (wait(ctx, facts)) }
                @if !facts.areas.is_empty() { br; (about("about-areas")) @for (n, one) in facts.areas.iter().enumerate() { @if n > 0 { " · " } bdi { (one.name) } } }
                br; (about("about-checked")) (checked(ctx, &of.service))
            }
        }
    };
    markup! {
        section.sheet {
            h2 { (shown(ctx, &of.service.name)) }
            p { (named(ctx, &of.service.organization))
                @for place in &of.locations { @for line in address_lines(&place.place.0) { br; bdi { (line) } } }
                @for phone in &facts.phones { br; (call(&phone.number)) (words::beside(ctx, phone)) }
            }
            div.cols { (one(ctx)) (one(&other)) }
        }
    }
}

/// `GET /{p}/{lang}/help/{service}/sheet`: a sheet to hand over at a desk.
pub(crate) async fn sheet(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let id = ServiceId(at.service);
    let Some(service) = find_service(&mut tx, Reader::Public, id).await? else {
        return joined(&ctx, &mut tx, (id, "/sheet")).await;
    };
    if service.needs.is_for_danger() {
        return Err(Error::NotFound);
    }
    let locations = locations_of(&mut tx, Reader::Public, id).await?;
    tx.done().await?;
    let placed = Placed { service, locations };
    of_service(&placed.service, html(sheet_view(&ctx, &placed)))
}

/// The needs that may stand on the sheet: none of which somebody may have to leave quickly.
fn offered(of: &Service) -> impl Iterator<Item = &'static Need> + '_ {
    of.needs.all().filter(|need| !need.safety)
}

/// What she chooses to say that she needs; of itself the sheet says nothing of it.
fn choose(ctx: &Ctx, of: &Service, chosen: &[&'static Need]) -> Markup {
    let say = ctx.say();
    markup! { @if offered(of).next().is_some() {
        form.filters method="get" action=(ctx.public_url(&format!("{PATH}/{}/sheet", of.id))) {
            fieldset.field { legend { (t!(say, "sheet-choose")) } @for need in offered(of) {
                @let id = format!("need-{}", need.id);
                div.option { input type="checkbox" id=(id) name="need" value=(need.id) checked[chosen.contains(&need)]; label for=(id) { (words::need(ctx, need)) } }
            } }
            div.field.acts { button.btn.plain { (t!(say, "help-show")) } }
        }
    } }
}

/// The official language in which a desk reads: one that is spoken there, if any is known.
fn of_the_desk(of: &Service) -> Option<Lang> {
    Lang::OFFICIAL.into_iter().find(|lang| of.facts.0.languages.0.contains(&(*lang).into()))
}

/// The sheet: who I am in this matter, what I need, what I speak; and lines on which the desk writes when to come. The language of the desk comes first.
pub(crate) fn sheet_view(ctx: &Ctx, of: &Placed) -> Markup {
    let say = ctx.say();
    let desk = of_the_desk(&of.service)
        .unwrap_or_else(|| if Lang::OFFICIAL.contains(&ctx.lang) { ctx.lang } else { beside(ctx) });
    let other = if desk == ctx.lang { beside(ctx) } else { ctx.lang };
    let [first, second] = [desk, other].map(|lang| Ctx { lang, ..ctx.clone() });
    let address = ctx.address();
    let chosen: Vec<&'static Need> =
        offered(&of.service).filter(|need| address.all("need").any(|id| id == need.id)).collect();
    let path = format!("{PATH}/{}", of.service.id);
    let outcome = ctx.web_url(&format!("/{}{path}/outcome", ctx.lang));
    let body = markup! {
        @if of.service.needs.is_safety() { (leave(ctx)) }
        p.acts { a.btn.plain href=(ctx.public_url(&path)) { (t!(say, "paper-back")) } }
        p.quiet { (t!(say, "sheet-told")) }
        (choose(ctx, &of.service, &chosen))
        div.paper { (letter(&first, (ctx.lang, &chosen), of)) (letter(&second, (ctx.lang, &chosen), of)) (both(ctx, of))
            (square(&outcome.to_string(), &t!(say, "sheet-outcome-square")))
            @for ctx in [&first, &second] { p lang=(ctx.lang.code()) dir=(ctx.lang.direction()) { (t!(ctx.say(), "sheet-outcome")) } }
            p { bdi dir="ltr" { (outcome) } }
        }
    };
    let head = Head::new(t!(say, "sheet-title")).at(format!("{path}/sheet")).about(t!(say, "sheet-told"));
    page(ctx, &head.under(t!(say, "help-title"), ctx.public_url(PATH)), body)
}

/// The letter in one language, from somebody who speaks `speaks`.
fn letter(ctx: &Ctx, (speaks, chosen): (Lang, &[&'static Need]), of: &Placed) -> Markup {
    let say = ctx.say();
    let needs: Vec<String> = chosen.iter().map(|need| words::need(ctx, need)).collect();
    let language = words::spoken(ctx, speaks.into());
    let lines = ["sheet-name", "sheet-reach", "sheet-come", "sheet-bring"];
    markup! {
        section.sheet lang=(ctx.lang.code()) dir=(ctx.lang.direction()) {
            p { (t!(say, "sheet-hello")) " " b { (shown(ctx, &of.service.name)) } }
            p { (t!(say, "sheet-speak", language = language)) }
            @if needs.is_empty() { p.write-here { (t!(say, "sheet-need")) } } @else { p { (t!(say, "sheet-need")) " " b { (say.list(&needs)) } } }
            @for key in lines { p.write-here { (say.t(key, &[])) } }
        }
    }
}
