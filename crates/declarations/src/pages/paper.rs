//! A signature on paper, noted by the staff with its file.

use super::{endings::visibilities, room_url, signatory_url};
use crate::{
    SignatoryId, SignatureId, can,
    facade::{Ruled, sign_declaration},
    rules::signing::{SigningRefusal, Way},
    store::{
        signatories::{find_signatory, standing_of},
        signatures::{NewSignature, list_signatures},
        versions::{Declaration, current, list_declarations},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Organization, OrganizationId, Person, PersonId, Reader, Visibility};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    files::{self, FileRefusal, Kept, MOST_BYTES, check_paper},
    html::{Head, choice, field, form, page, said},
    http::{Answer, Handed, Incoming, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
    text::NAME,
};
use serde::Deserialize;

/// What a browser offers to choose from.
const PAPERS: &str = ".pdf,.png,.jpg,.jpeg";

/// What the form offers to choose from.
pub(crate) struct Offered {
    pub(crate) organizations: Vec<Organization>,
    pub(crate) people: Vec<Person>,
    /// The versions that are published, newest first.
    pub(crate) versions: Vec<Declaration>,
}

impl Offered {
    /// Everything that the staff can choose.
    pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx) -> Result<Self> {
        let mut versions = list_declarations(tx).await?;
        versions.retain(|one| one.in_force_on.is_some_and(|on| on <= ctx.today()));
        Ok(Self {
            organizations: partners::organizations_to_choose(tx, Reader::Staff, ctx.lang).await?,
            people: partners::people_to_choose(tx, Reader::Staff).await?,
            versions,
        })
    }
}

/// What the form says.
struct Noted {
    organization: OrganizationId,
    visibility: Visibility,
    number: u32,
    signature: NewSignature,
}

/// `GET /{p}/work/declarations/signatories/new`: the form; `?organization=…` chooses one.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let offered = Offered::load(&ctx, &mut tx).await?;
    let visibility = match ctx.address().get("organization").parse::<OrganizationId>() {
        Ok(of) => shown_as(&mut tx, of).await?.code(),
        // Whichever organization is chosen may be shown otherwise now: nothing is chosen for it.
        Err(_) => "",
    };
    tx.done().await?;
    let number = current(&offered.versions, ctx.today()).map(|one| one.number.to_string());
    let sent = Pairs::default()
        .with("organization", ctx.address().get("organization"))
        .with("number", number.unwrap_or_default())
        .with("visibility", visibility)
        .with("signed_on", ctx.today());
    html(view(&ctx, &offered, &sent, &Complaints::default()))
}

/// Who may know that an organization signed, as things stand.
async fn shown_as(tx: &mut Tx, of: OrganizationId) -> Result<Visibility> {
    let stands = match standing_of(tx, of).await? {
        Some(id) => find_signatory(tx, Reader::Staff, id).await?,
        None => None,
    };
    Ok(stands.map_or(Visibility::Public, |one| one.visibility))
}

/// `POST /{p}/work/declarations/signatories`: a signature on paper is noted.
pub(crate) async fn create(ctx: Ctx, incoming: Incoming) -> Answer {
    let mut sent = incoming.receive(&ctx, can::KEEP_DECLARATION).await?;
    let paper = paper(&ctx, sent.file.take()).await?;
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let offered = Offered::load(&ctx, &mut tx).await?;
    let complaints = match read(&ctx, &offered, &sent.fields, paper) {
        Ok(noted) => match keep(&ctx, &mut tx, noted).await? {
            Ok(id) => {
                let to = said(&signatory_url(&ctx, id, ""), "signature-noted");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(why) => Complaints::one("signed_on", why),
        },
        Err(complaints) => complaints,
    };
    // Not committed: the paper was not kept.
    drop(tx);
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &offered, &sent.fields, &complaints))
}

/// Keeps what the form says with its paper, or tells what the rule has against it.
async fn keep(
    ctx: &Ctx,
    tx: &mut Tx,
    (mut noted, file): (Noted, Option<Kept>),
) -> Ruled<SignatoryId, SigningRefusal> {
    if let Some(kept) = file {
        noted.signature.file = Some(files::store(tx, &kept).await?);
    }
    let of = (noted.organization, noted.visibility);
    sign_declaration(tx, of, (noted.number, &noted.signature), ctx.today()).await
}

fn read(
    ctx: &Ctx,
    offered: &Offered,
    sent: &Pairs,
    paper: std::result::Result<Option<Kept>, FileRefusal>,
) -> std::result::Result<(Noted, Option<Kept>), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let organization = reading.id::<OrganizationId>("organization");
    if organization.is_some_and(|id| offered.organizations.iter().all(|one| one.id != id)) {
        reading.refuse("organization", FieldRefusal::Unknown);
    }
    let version =
        reading.choice("number", |typed| offered.versions.iter().find(|one| one.number.to_string() == typed));
    let person = reading.id_or_none::<PersonId>("person");
    let known = person.and_then(|id| offered.people.iter().find(|one| one.id == id));
    if person.is_some() && known.is_none() {
        reading.refuse("person", FieldRefusal::Unknown);
    }
    let name = match known {
        Some(known) if sent.get("name").is_empty() => known.name.clone(),
        _ => reading.line("name", NAME),
    };
    let title = reading.line_or_none("title", NAME);
    let signed_on = reading.day("signed_on");
    let visibility = reading.choice("visibility", Visibility::from_code);
    let file = reading.complaints.take("paper", paper);
    match (organization, version, signed_on, visibility, file) {
        (Some(organization), Some(version), Some(signed_on), Some(visibility), Some(file))
            if reading.complaints.is_empty() =>
        {
            let (declaration, number) = (version.id, version.number);
            let way = Way::Paper;
            let signature =
                NewSignature { declaration, signed_on, name, title, person, invited: None, way, file: None };
            Ok((Noted { organization, visibility, number, signature }, file))
        }
        _ => Err(reading.complaints),
    }
}

/// Puts what was handed in on disk when it is a paper, before the transaction that will hold its row.
async fn paper(ctx: &Ctx, file: Option<Handed>) -> Result<std::result::Result<Option<Kept>, FileRefusal>> {
    ctx.demand(can::KEEP_DECLARATION)?;
    let Some(Handed { name, bytes }) = file else { return Ok(Ok(None)) };
    let checked = bytes.and_then(|bytes| {
        check_paper(&bytes)?;
        files::check_name(&name)?;
        Ok(bytes)
    });
    match checked {
        Ok(bytes) => Ok(Ok(Some(files::put(&ctx.app, &name, bytes).await?))),
        Err(why) => Ok(Err(why)),
    }
}

/// The form.
pub(crate) fn view(ctx: &Ctx, offered: &Offered, sent: &Pairs, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let form =
        form(ctx, room_url(ctx, "/signatories")).complaints(complaints).cancel(room_url(ctx, "")).upload();
    let organizations: Vec<_> = offered
        .organizations
        .iter()
        .map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang)))
        .collect();
    let versions: Vec<_> = offered
        .versions
        .iter()
        .map(|one| choice(one.number.to_string(), t!(say, "signature-version", number = one.number)))
        .collect();
    let people: Vec<_> =
        offered.people.iter().map(|one| choice(one.id.to_string(), one.name.clone())).collect();
    let fields = markup! {
        (form.select(field("organization", t!(say, "signatory-organization")).hint(t!(say, "paper-organization-hint")).value(sent.get("organization")), &organizations))
        (form.select(field("number", t!(say, "signatory-version")).value(sent.get("number")), &versions))
        (form.select(field("person", t!(say, "signature-person")).hint(t!(say, "signature-person-hint")).value(sent.get("person")).optional(), &people))
        (form.text(field("name", t!(say, "signature-name")).value(sent.get("name")).needed_if(t!(say, "signature-name-needed"))))
        (form.text(field("title", t!(say, "signature-title")).value(sent.get("title")).optional()))
        (form.date(field("signed_on", t!(say, "signature-signed-on")).value(sent.get("signed_on"))))
        (form.radios(field("visibility", t!(say, "signatory-visibility")).hint(t!(say, "signatory-visibility-hint")).value(sent.get("visibility")), &visibilities(ctx)))
        (form.file(field("paper", t!(say, "signature-paper")).hint(t!(say, "signature-paper-hint", megabytes = MOST_BYTES / 1_000_000)).optional(), PAPERS))
    };
    let body = markup! { p { (t!(say, "paper-explains")) } (form.show(&t!(say, "paper-submit"), fields)) };
    page(ctx, &Head::new(t!(say, "paper-add")).under(t!(say, "declarations-title"), room_url(ctx, "")), body)
}

/// The part of an address that names a signature.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtSignature {
    signatory: SignatoryId,
    signature: SignatureId,
}

/// `GET /{p}/work/declarations/signatories/{signatory}/signatures/{signature}/file`: the signed paper.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtSignature>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    find_signatory(&mut tx, Reader::Staff, at.signatory).await?.or_not_found()?;
    let signatures = list_signatures(&mut tx, at.signatory).await?;
    let of = signatures.iter().find(|one| one.id == at.signature).and_then(|one| one.file_id);
    let row = tx.file(of.or_not_found()?).await?;
    tx.done().await?;
    files::serve(files::open(&ctx.app, row).await?)
}
