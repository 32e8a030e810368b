//! A draft is published: asked about with its day and its decision, because nobody can change it afterwards.

use super::{
    forms::changed,
    meanwhile::{decision_view, published},
    room_url,
    versions::{AtVersion, find_draft, find_version},
};
use crate::{can, facade::publish_declaration, store::versions::Declaration};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::Complaints,
    html::{Head, field, form, page, paragraphs, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
    text::{PROSE, Text},
};

/// The form: the draft, what was typed and what was wrong.
pub(crate) struct PublishPage<'a> {
    pub(crate) draft: &'a Declaration,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/work/declarations/versions/{number}/publication`.
pub(crate) async fn ask(ctx: Ctx, Path(at): Path<AtVersion>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let draft = find_draft(&mut tx, at.number).await?;
    tx.done().await?;
    let sent = Pairs::default().with("in_force_on", ctx.today());
    html(view(&ctx, &PublishPage { draft: &draft, sent: &sent, complaints: &Complaints::default() }))
}

/// `POST /{p}/work/declarations/versions/{number}/publication`.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtVersion>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let draft = find_version(&mut tx, at.number).await?;
    if draft.in_force_on.is_some() {
        return published(&ctx, tx, (&draft, &sent), decision_view).await;
    }
    if sent.version() != draft.version {
        tx.done().await?;
        let again = PublishPage { draft: &draft, sent: &sent, complaints: &changed() };
        return page_with(StatusCode::CONFLICT, view(&ctx, &again));
    }
    let complaints = match read(&ctx, &sent) {
        Ok((on, decision)) => match publish_declaration(&mut tx, draft.id, on, &decision).await? {
            Ok(()) => {
                let to = said(&room_url(&ctx, "/versions"), "declaration-published");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(why) => Complaints::one(why.field(), why),
        },
        Err(complaints) => complaints,
    };
    tx.done().await?;
    let again = PublishPage { draft: &draft, sent: &sent, complaints: &complaints };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again))
}

fn read(ctx: &Ctx, sent: &Pairs) -> Result<(Date, Text), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let on = reading.day("in_force_on");
    let decision = reading.proses("decision", &Text::default(), PROSE);
    reading.done((on.unwrap_or_else(|| ctx.today()), decision))
}

/// The form with the text as everybody will read it.
pub(crate) fn view(ctx: &Ctx, of: &PublishPage<'_>) -> Markup {
    let say = ctx.say();
    let list = room_url(ctx, "/versions");
    let form =
        form(ctx, format!("{list}/{}/publication", of.draft.number)).complaints(of.complaints).cancel(list);
    let fields = markup! {
        (form.date(field("in_force_on", t!(say, "declaration-in-force-on")).hint(t!(say, "declaration-in-force-hint")).value(of.sent.get("in_force_on"))))
        (form.proses(field("decision", t!(say, "declaration-decision")).hint(t!(say, "declaration-decision-hint")).rows(3), &of.sent.in_langs("decision", ctx.site_langs())))
        (form.version(of.draft.version))
    };
    let body = markup! {
        p { (t!(say, "declaration-publish-explains")) }
        details { summary { (t!(say, "declaration-body")) } (paragraphs(ctx, &of.draft.body)) }
        (form.show(&t!(say, "declaration-publish"), fields))
    };
    let title = t!(say, "declaration-publish-title", number = of.draft.number);
    page(ctx, &Head::new(title).under(t!(say, "declarations-title"), room_url(ctx, "")), body)
}
