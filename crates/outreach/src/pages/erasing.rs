//! A request or a question is erased from its own page: asked about first, for good, with a certificate that names nobody. So
//! whoever is not in the register can have it erased too.

use super::{
    enquiries::{AtEnquiry, enquiry_url, titled},
    joining::{AtJoining, joining_url},
    room_url,
};
use crate::{
    EnquiryId, JoiningId, can,
    store::{
        enquiries::{Enquiry, find_enquiry},
        joining::find_joining,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, FieldRefusal, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    personal::{self, Subject, Why},
    t,
};
use uuid::Uuid;

/// What is about to be erased: its name, its page, the list it stands in, and what is said of it.
pub(crate) struct Goes {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) list: String,
    pub(crate) about: String,
}

/// The page that asks.
pub(crate) fn view(ctx: &Ctx, of: &Goes, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form = form(ctx, format!("{}/erasure", of.url)).complaints(complaints).cancel(&of.url);
    let reason = |why: &Why| choice(why.code(), say.t(&format!("erasure-why-{}", why.code()), &[]));
    let reasons: Vec<Choice> = Why::GIVEN.iter().map(reason).collect();
    let body = markup! {
        p { (of.about) }
        (form.show(&t!(say, "outreach-erase-submit"), markup! {
            (form.radios(field("why", t!(say, "erasure-why")), &reasons))
        }))
    };
    let head = Head::new(t!(say, "outreach-erase-title", name = of.name.as_str()))
        .under(t!(say, "outreach-title"), room_url(ctx, ""))
        .under(of.name.as_str(), of.url.as_str());
    page(ctx, &head, body)
}

async fn read_joining(ctx: &Ctx, tx: &mut Tx, id: JoiningId) -> Result<Goes> {
    let one = find_joining(tx, id).await?.or_not_found()?;
    Ok(Goes {
        name: one.title().to_owned(),
        url: joining_url(ctx, id, ""),
        list: room_url(ctx, "/joining"),
        about: t!(ctx.say(), "joining-erase-about"),
    })
}

async fn read_enquiry(ctx: &Ctx, tx: &mut Tx, id: EnquiryId) -> Result<Goes> {
    let is_whole = |one: &Enquiry| one.erased_at.is_none();
    let one = find_enquiry(tx, id).await?.filter(is_whole).or_not_found()?;
    Ok(Goes {
        name: titled(ctx, &one),
        url: enquiry_url(ctx, id, ""),
        list: room_url(ctx, "/enquiries"),
        about: t!(ctx.say(), "enquiry-erase-about"),
    })
}

/// `GET /{p}/work/outreach/joining/{joining}/erasure`.
pub(crate) async fn ask_joining(ctx: Ctx, Path(at): Path<AtJoining>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let of = read_joining(&ctx, &mut tx, at.joining).await?;
    tx.done().await?;
    html(view(&ctx, &of, &Complaints::default()))
}

/// `POST /{p}/work/outreach/joining/{joining}/erasure`: for good.
pub(crate) async fn joining(ctx: Ctx, Path(at): Path<AtJoining>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let of = read_joining(&ctx, &mut tx, at.joining).await?;
    let Some(why) = given(&sent) else { return again(&ctx, tx, &of).await };
    let_go_of_joining(&ctx, &mut tx, at.joining, why).await?;
    see_other(&tx.commit_to(&said(&of.list, "outreach-erased")).await?)
}

/// `GET /{p}/work/outreach/enquiries/{enquiry}/erasure`.
pub(crate) async fn ask_enquiry(ctx: Ctx, Path(at): Path<AtEnquiry>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let of = read_enquiry(&ctx, &mut tx, at.enquiry).await?;
    tx.done().await?;
    html(view(&ctx, &of, &Complaints::default()))
}

/// `POST /{p}/work/outreach/enquiries/{enquiry}/erasure`: for good.
pub(crate) async fn enquiry(ctx: Ctx, Path(at): Path<AtEnquiry>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let of = read_enquiry(&ctx, &mut tx, at.enquiry).await?;
    let Some(why) = given(&sent) else { return again(&ctx, tx, &of).await };
    let_go_of_enquiry(&ctx, &mut tx, at.enquiry, why).await?;
    see_other(&tx.commit_to(&said(&of.list, "outreach-erased")).await?)
}

fn given(sent: &Pairs) -> Option<Why> {
    Why::from_code(sent.get("why")).filter(|why| Why::GIVEN.contains(why))
}

async fn again(ctx: &Ctx, tx: Tx, of: &Goes) -> Answer {
    tx.done().await?;
    let complaints = Complaints::one("why", FieldRefusal::NotAChoice);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(ctx, of, &complaints))
}

/// Lets go of it by the machinery that erases people: what it says goes, and a certificate stays by which it can be repeated.
async fn let_go_of_joining(ctx: &Ctx, tx: &mut Tx, id: JoiningId, why: Why) -> Result<()> {
    personal::erase(ctx, tx, &Subject::of(id.0), why).await?;
    tx.audit("joining.erased", id, None::<&()>, None::<&()>).await
}

async fn let_go_of_enquiry(ctx: &Ctx, tx: &mut Tx, id: EnquiryId, why: Why) -> Result<()> {
    personal::erase(ctx, tx, &Subject::of(id.0), why).await?;
    tx.audit("enquiry.erased", id, None::<&()>, None::<&()>).await
}

/// Erases again the requests and questions of these ids that an older backup brought back, in the partnership of the context.
/// Gives how many were there.
///
/// # Errors
/// When the database refuses; those before are erased.
pub async fn erase_sent_again(ctx: &Ctx, erased: &[(Uuid, Why)]) -> Result<usize> {
    let mut again = 0;
    for (id, why) in erased {
        let (joining, enquiry) = (JoiningId(*id), EnquiryId(*id));
        let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
        if find_joining(&mut tx, joining).await?.is_some() {
            let_go_of_joining(ctx, &mut tx, joining, *why).await?;
        } else {
            match read_enquiry(ctx, &mut tx, enquiry).await {
                Ok(_) => let_go_of_enquiry(ctx, &mut tx, enquiry, *why).await?,
                Err(Error::NotFound) => {
                    tx.done().await?;
                    continue;
                }
                Err(why) => return Err(why),
            }
        }
        tx.commit().await?;
        again += 1;
    }
    Ok(again)
}
