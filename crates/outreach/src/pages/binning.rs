//! Into the bin, asked about first; and out of it again.

use super::{
    enquiries::{AtEnquiry, enquiry_url, titled as question_of},
    joining::{AtJoining, joining_url},
    log::{AtEncounter, encounter_url},
    prospect::{AtProspect, prospect_url},
    room_url,
};
use crate::{
    EncounterId, EnquiryId, JoiningId, ProspectId, can,
    store::{
        encounters::{find_encounter, update_encounter_binned},
        enquiries::{find_enquiry, update_enquiry_binned},
        joining::{find_joining, update_joining_binned},
        prospects::{find_prospect, update_prospect_binned},
    },
};
use maud::Markup;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    html::{Confirm, Head, confirm, page, said},
    http::{Answer, Form, Pairs, Path, html, see_other},
    manifest::Fut,
    t,
    text::Text,
};
use uuid::Uuid;

/// What is about to go: its name, its page, its version.
pub(crate) struct Goes {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) version: i64,
}

/// The page that asks.
pub(crate) fn view(ctx: &Ctx, of: &Goes) -> Markup {
    let say = ctx.say();
    let what = Confirm {
        action: format!("{}/bin", of.url),
        explains: t!(say, "outreach-bin-explains"),
        submit: t!(say, "outreach-bin-submit"),
        cancel: of.url.clone(),
        hidden: vec![("version", of.version.to_string())],
    };
    let head = Head::new(t!(say, "outreach-bin-title", name = of.name.as_str()))
        .under(t!(say, "outreach-title"), room_url(ctx, ""))
        .under(of.name.as_str(), of.url.as_str());
    page(ctx, &head, confirm(ctx, &what))
}

/// A title for the bin, in the language of whoever puts it there.
pub(crate) fn titled(ctx: &Ctx, name: &str) -> Text {
    Text::default().with(ctx.lang, name, ctx.today())
}

/// `GET /{p}/work/outreach/joining/{joining}/bin`.
pub(crate) async fn ask_joining(ctx: Ctx, Path(at): Path<AtJoining>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let joining = find_joining(&mut tx, at.joining).await?.or_not_found()?;
    tx.done().await?;
    let url = joining_url(&ctx, joining.id, "");
    html(view(&ctx, &Goes { name: joining.title().to_owned(), url, version: joining.version }))
}

/// `POST /{p}/work/outreach/joining/{joining}/bin`.
pub(crate) async fn joining(ctx: Ctx, Path(at): Path<AtJoining>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_joining(&mut tx, at.joining).await?.or_not_found()?;
    same(&sent, before.version)?;
    let now = tx.now();
    update_joining_binned(&mut tx, before.id, Some(now)).await?;
    tx.bin(before.id, &titled(&ctx, before.title())).await?;
    tx.audit("joining.binned", before.id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/joining"), "outreach-binned")).await?)
}

/// Takes a request out of the bin.
pub(crate) fn restore_joining<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        update_joining_binned(tx, JoiningId(id), None).await?;
        tx.audit("joining.restored", JoiningId(id), None::<&()>, None::<&()>).await
    })
}

/// That nobody has changed it since the form was made.
pub(crate) fn same(sent: &Pairs, stored: i64) -> Result<()> {
    if sent.version() == stored { Ok(()) } else { Err(Error::Stale) }
}

/// `GET /{p}/work/outreach/prospects/{prospect}/bin`.
pub(crate) async fn ask_prospect(ctx: Ctx, Path(at): Path<AtProspect>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let prospect = find_prospect(&mut tx, at.prospect).await?.or_not_found()?;
    tx.done().await?;
    let url = prospect_url(&ctx, prospect.id, "");
    html(view(&ctx, &Goes { name: prospect.name, url, version: prospect.version }))
}

/// `POST /{p}/work/outreach/prospects/{prospect}/bin`.
pub(crate) async fn prospect(ctx: Ctx, Path(at): Path<AtProspect>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_prospect(&mut tx, at.prospect).await?.or_not_found()?;
    same(&sent, before.version)?;
    let now = tx.now();
    update_prospect_binned(&mut tx, before.id, Some(now)).await?;
    tx.bin(before.id, &titled(&ctx, &before.name)).await?;
    tx.audit("prospect.binned", before.id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/prospects"), "outreach-binned")).await?)
}

/// Takes a prospect out of the bin.
pub(crate) fn restore_prospect<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        update_prospect_binned(tx, ProspectId(id), None).await?;
        tx.audit("prospect.restored", ProspectId(id), None::<&()>, None::<&()>).await
    })
}

/// `GET /{p}/work/outreach/log/{encounter}/bin`.
pub(crate) async fn ask_encounter(ctx: Ctx, Path(at): Path<AtEncounter>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let found = find_encounter(&mut tx, at.encounter).await?.or_not_found()?;
    tx.done().await?;
    let url = encounter_url(&ctx, found.id, "");
    html(view(&ctx, &Goes { name: found.community, url, version: found.version }))
}

/// `POST /{p}/work/outreach/log/{encounter}/bin`.
pub(crate) async fn encounter(ctx: Ctx, Path(at): Path<AtEncounter>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_encounter(&mut tx, at.encounter).await?.or_not_found()?;
    same(&sent, before.version)?;
    let now = tx.now();
    update_encounter_binned(&mut tx, before.id, Some(now)).await?;
    tx.bin(before.id, &titled(&ctx, &before.community)).await?;
    tx.audit("encounter.binned", before.id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/log"), "outreach-binned")).await?)
}

/// Takes an entry of the log out of the bin.
pub(crate) fn restore_encounter<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        update_encounter_binned(tx, EncounterId(id), None).await?;
        tx.audit("encounter.restored", EncounterId(id), None::<&()>, None::<&()>).await
    })
}

/// `GET /{p}/work/outreach/enquiries/{enquiry}/bin`.
pub(crate) async fn ask_enquiry(ctx: Ctx, Path(at): Path<AtEnquiry>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let found = find_enquiry(&mut tx, at.enquiry).await?.or_not_found()?;
    tx.done().await?;
    let url = enquiry_url(&ctx, found.id, "");
    html(view(&ctx, &Goes { name: question_of(&ctx, &found), url, version: found.version }))
}

/// `POST /{p}/work/outreach/enquiries/{enquiry}/bin`. The bin keeps the topic as its title, and no word of the question.
pub(crate) async fn enquiry(ctx: Ctx, Path(at): Path<AtEnquiry>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_enquiry(&mut tx, at.enquiry).await?.or_not_found()?;
    same(&sent, before.version)?;
    let now = tx.now();
    update_enquiry_binned(&mut tx, before.id, Some(now)).await?;
    let topic = ctx.say().t(&format!("enquiry-topic-{}", before.topic.code()), &[]);
    tx.bin(before.id, &titled(&ctx, &topic)).await?;
    tx.audit("enquiry.binned", before.id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/enquiries"), "outreach-binned")).await?)
}

/// Takes a question out of the bin.
pub(crate) fn restore_enquiry<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        update_enquiry_binned(tx, EnquiryId(id), None).await?;
        tx.audit("enquiry.restored", EnquiryId(id), None::<&()>, None::<&()>).await
    })
}
