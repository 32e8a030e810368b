//! Somebody who asked, or whom we asked, comes in: the organization joins as a partner, or the person helps as a volunteer.
//! Whoever is here already under nearly the same name is asked about first, so that nobody stands here twice.

use super::{
    admitting_form::{NEW, NOBODY, view},
    joining::{AtJoining, mail},
    prospect::AtProspect,
    source::{Source, Which},
};
use crate::{
    can,
    facade::{Admitted, admit_organization, admit_person, note_joined},
    known::{near_organizations, near_people},
    rules::joining::{Asker, JoiningRefusal, JoiningState},
    store::{
        joining::{Decided, update_decided},
        prospects::Became,
    },
};
use axum::http::StatusCode;
use jiff::civil::Date;
use partners::{
    NewOrganization, NewPerson, Organization, OrganizationId, PartnerRefusal, Person, PersonId, Reader,
    Sector, Visibility,
};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, Result},
    html::said,
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    text::{NAME, Text},
};

/// What somebody becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Becomes {
    /// The organization joins.
    Partner,
    /// The person helps.
    Volunteer,
}

impl Becomes {
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Partner => "/partner",
            Self::Volunteer => "/volunteer",
        }
    }

    const fn state(self) -> JoiningState {
        match self {
            Self::Partner => JoiningState::Partner,
            Self::Volunteer => JoiningState::Volunteer,
        }
    }
}

/// The form with what is here already under nearly the same names.
pub(crate) struct AdmitPage {
    pub(crate) becomes: Becomes,
    pub(crate) source: Source,
    pub(crate) near: Vec<Organization>,
    pub(crate) near_people: Vec<Person>,
    pub(crate) sectors: Vec<Sector>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
    /// Whether somebody else has changed it since the form was made.
    pub(crate) is_stale: bool,
}

/// `GET /{p}/work/outreach/joining/{joining}/partner`.
pub(crate) async fn ask_partner(ctx: Ctx, Path(at): Path<AtJoining>) -> Answer {
    ask(ctx, Which::Joining(at.joining), Becomes::Partner).await
}

/// `POST /{p}/work/outreach/joining/{joining}/partner`.
pub(crate) async fn partner(ctx: Ctx, Path(at): Path<AtJoining>, Form(sent): Form<Pairs>) -> Answer {
    admit(ctx, Which::Joining(at.joining), sent, Becomes::Partner).await
}

/// `GET /{p}/work/outreach/joining/{joining}/volunteer`.
pub(crate) async fn ask_volunteer(ctx: Ctx, Path(at): Path<AtJoining>) -> Answer {
    ask(ctx, Which::Joining(at.joining), Becomes::Volunteer).await
}

/// `POST /{p}/work/outreach/joining/{joining}/volunteer`.
pub(crate) async fn volunteer(ctx: Ctx, Path(at): Path<AtJoining>, Form(sent): Form<Pairs>) -> Answer {
    admit(ctx, Which::Joining(at.joining), sent, Becomes::Volunteer).await
}

/// `GET /{p}/work/outreach/prospects/{prospect}/partner`.
pub(crate) async fn ask_prospect_partner(ctx: Ctx, Path(at): Path<AtProspect>) -> Answer {
    ask(ctx, Which::Prospect(at.prospect), Becomes::Partner).await
}

/// `POST /{p}/work/outreach/prospects/{prospect}/partner`.
pub(crate) async fn prospect_partner(
    ctx: Ctx,
    Path(at): Path<AtProspect>,
    Form(sent): Form<Pairs>,
) -> Answer {
    admit(ctx, Which::Prospect(at.prospect), sent, Becomes::Partner).await
}

/// `GET /{p}/work/outreach/prospects/{prospect}/volunteer`.
pub(crate) async fn ask_prospect_volunteer(ctx: Ctx, Path(at): Path<AtProspect>) -> Answer {
    ask(ctx, Which::Prospect(at.prospect), Becomes::Volunteer).await
}

/// `POST /{p}/work/outreach/prospects/{prospect}/volunteer`.
pub(crate) async fn prospect_volunteer(
    ctx: Ctx,
    Path(at): Path<AtProspect>,
    Form(sent): Form<Pairs>,
) -> Answer {
    admit(ctx, Which::Prospect(at.prospect), sent, Becomes::Volunteer).await
}

async fn ask(ctx: Ctx, which: Which, becomes: Becomes) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let mut of = load(&ctx, &mut tx, which, becomes).await?;
    tx.done().await?;
    of.sent = of.source.prefilled(ctx.today());
    html(view(&ctx, &of))
}

async fn load(ctx: &Ctx, tx: &mut Tx, which: Which, becomes: Becomes) -> Result<AdmitPage> {
    let source = Source::load(ctx, tx, which).await?;
    if becomes == Becomes::Partner && source.asker == Asker::Person {
        return Err(Error::NotFound);
    }
    let organizations = partners::organizations_to_choose(tx, Reader::Staff, ctx.lang).await?;
    let people = partners::people_to_choose(tx, Reader::Staff).await?;
    let near = match becomes {
        Becomes::Partner => near_organizations(&organizations, &[&source.organization]),
        Becomes::Volunteer => Vec::new(),
    };
    let alike = near_people(&people, &source.name);
    Ok(AdmitPage {
        becomes,
        near: near.iter().filter_map(|id| organizations.iter().find(|one| one.id == *id)).cloned().collect(),
        near_people: alike.iter().filter_map(|id| people.iter().find(|one| one.id == *id)).cloned().collect(),
        sectors: partners::sectors(tx).await?,
        source,
        sent: Pairs::default(),
        complaints: Complaints::default(),
        is_stale: false,
    })
}

async fn admit(ctx: Ctx, which: Which, sent: Pairs, becomes: Becomes) -> Answer {
    ctx.demand(partners::can::DECIDE_PARTNERS)?;
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let of = load(&ctx, &mut tx, which, becomes).await?;
    if sent.version() != of.source.version {
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, view(&ctx, &AdmitPage { sent, is_stale: true, ..of }));
    }
    match read(&ctx, &of, &sent) {
        Ok((who, words)) => {
            let day = who.organization.as_ref().map_or_else(|| ctx.today(), |(_, joined_on)| *joined_on);
            let became = keep(&ctx, &mut tx, &of.source, who).await?;
            remember(&ctx, &mut tx, &of, (became, day, &words)).await?;
            let to = tx.commit_to(&said(&of.source.url, "asking-decided")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &AdmitPage { sent, complaints, ..of }))
        }
    }
}

/// Writes down where it came from, what it became on which day.
async fn remember(
    ctx: &Ctx,
    tx: &mut Tx,
    of: &AdmitPage,
    (became, day, words): (Became, Date, &str),
) -> Result<()> {
    if let Some(prospect) = &of.source.prospect {
        return note_joined(tx, prospect, day, became).await;
    }
    let Some(joining) = &of.source.joining else { return Ok(()) };
    let state = of.becomes.state();
    let decided = Decided { state, words, organization: became.organization, person: became.person };
    update_decided(tx, joining, decided).await?;
    mail(ctx, tx, joining, words).await?;
    tx.audit("joining.decided", joining.id, Some(&joining.state.code()), Some(&state.code())).await
}

async fn keep(ctx: &Ctx, tx: &mut Tx, source: &Source, who: Who) -> Result<Became> {
    let person = match who.person {
        Some(person) => Some(admit_person(tx, &source.reached, person).await?),
        None => None,
    };
    let organization = match who.organization {
        Some((organization, joined_on)) => {
            Some(admit_organization(tx, organization, person, (joined_on, ctx.today())).await?)
        }
        None => None,
    };
    Ok(Became { organization, person })
}

/// Who is kept.
struct Who {
    organization: Option<(Admitted<OrganizationId, NewOrganization>, Date)>,
    person: Option<Admitted<PersonId, NewPerson>>,
}

fn read(ctx: &Ctx, of: &AdmitPage, sent: &Pairs) -> std::result::Result<(Who, String), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    of.source.may_become(of.becomes.state())?;
    let organization = match of.becomes {
        Becomes::Partner => Some(read_organization(ctx, of, &mut reading, sent)),
        Becomes::Volunteer => None,
    };
    let person = read_person(of, &mut reading, sent);
    let words = reading.prose_or_none("words");
    reading.done((Who { organization, person }, words))
}

fn read_organization(
    ctx: &Ctx,
    of: &AdmitPage,
    reading: &mut Reading<'_>,
    sent: &Pairs,
) -> (Admitted<OrganizationId, NewOrganization>, Date) {
    let joined_on = reading.day("joined_on").unwrap_or_else(|| ctx.today());
    if joined_on > ctx.today() {
        reading.complaints.add("joined_on", PartnerRefusal::Future);
    }
    let chosen = sent.get("of");
    if chosen.is_empty() && !of.near.is_empty() {
        reading.complaints.add("of", JoiningRefusal::Near);
    }
    if !chosen.is_empty() && chosen != NEW {
        let offered: Vec<OrganizationId> = of.near.iter().map(|one| one.id).collect();
        if let Some(id) = reading.known("of", &offered) {
            return (Admitted::Known(id), joined_on);
        }
    }
    let name = reading.lines("name", &Text::default(), NAME);
    reading.needed_or("name", &name, PartnerRefusal::Nameless);
    let sectors: Vec<_> = of.sectors.iter().map(|one| one.id).collect();
    let slug = partners::slug_of(name.plain(ctx.lang));
    let new = NewOrganization {
        sector: reading.known("sector", &sectors),
        formal: sent.get("kind") != "informal",
        visibility: reading.choice("visibility", Visibility::from_code).unwrap_or_default(),
        joined_on: Some(joined_on),
        ..NewOrganization::new(slug, name)
    };
    (Admitted::New(new), joined_on)
}

fn read_person(
    of: &AdmitPage,
    reading: &mut Reading<'_>,
    sent: &Pairs,
) -> Option<Admitted<PersonId, NewPerson>> {
    let chosen = sent.get("person");
    let may_be_nobody = of.becomes == Becomes::Partner;
    if may_be_nobody && (chosen == NOBODY || (chosen.is_empty() && of.source.name.is_empty())) {
        return None;
    }
    if chosen.is_empty() && !of.near_people.is_empty() {
        reading.complaints.add("person", JoiningRefusal::Near);
    }
    if !chosen.is_empty() && chosen != NEW {
        let offered: Vec<PersonId> = of.near_people.iter().map(|one| one.id).collect();
        return reading.known("person", &offered).map(Admitted::Known);
    }
    let name = reading.line("person_name", NAME);
    Some(Admitted::New(NewPerson::new(name, of.source.lang)))
}
