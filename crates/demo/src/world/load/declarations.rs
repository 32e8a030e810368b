//! Declarations, signatures, statements, agreements and documents, kept through the room's facade.

use super::{Known, PartnershipSeed};
use crate::world::portage_falls::declarations::{
    AGREEMENTS, ASKED, DOCUMENTS, SIGNED, SIGNERS, STATEMENTS, VERSIONS,
};
use crate::world::text::{T, t};
use ::declarations::{
    AgreementFacts, DeclarationFacts, DocumentFacts, NewAssessment, NewExchange, NewInvitation, NewRequest,
    NewSignature, StatementFacts, add_agreement, add_assessment, add_declaration, add_document, add_exchange,
    add_invitation, add_request, add_statement, declarations, publish_declaration,
    rules::{
        agreements::{Level, Tie},
        documents::{DocumentKind, Mention},
        signing::Way,
        statements::{DayOfYear, StatementKind},
    },
    sign_declaration,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use partners::{OrganizationId, Reader, Visibility};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    langs::Lang,
    text::Text,
};

/// Hamilton’s plan asks for signatories and does not give the words that they sign.
const HAMILTON: (T, T, T) = (
    t("Declaration of Intent", "Déclaration d’intention"),
    t(
        "The action plan of April 2010 asks for signatories to the Declaration of Intent of the Immigration Strategy. It does not give \
         the words of that declaration, and lists nobody who signed. What follows says in our own words what the plan asks of those \
         it speaks to.\n\n\
         It speaks to the three governments, to public institutions, to agencies that serve newcomers, to employers and business, and \
         to formal and informal groups of the community.\n\n\
         They support the strategy in public, carry it out in their own house, write immigration into the documents that steer them, \
         ask newcomers what they need, and tell every year what came of it.",
        "Le plan d’action d’avril 2010 souhaite des signataires pour la Déclaration d’intention de la Stratégie d’immigration. Il n’en \
         donne pas les mots et n’énumère aucun signataire. Ce qui suit dit, dans nos propres mots, ce que le plan demande à ceux à \
         qui il s’adresse.\n\n\
         Il s’adresse aux trois ordres de gouvernement, aux établissements publics, aux organismes qui servent les nouveaux \
         arrivants, aux employeurs et aux entreprises, ainsi qu’aux groupes officiels et informels de la communauté.\n\n\
         Ils appuient publiquement la stratégie, la mettent en œuvre chez eux, inscrivent l’immigration dans les documents qui les \
         orientent, demandent aux nouveaux arrivants ce dont ils ont besoin et disent chaque année ce qui en est sorti.",
    ),
    t(
        "Named in the action plan of April 2010; the day of its adoption is not stated.",
        "Citée dans le plan d’action d’avril 2010; le jour de son adoption n’est pas indiqué.",
    ),
);

/// Keeps what the partnership of this seed has.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &Known) -> Result<()> {
    match seed.slug {
        "hamilton" => {
            let (title, body, decision) = HAMILTON;
            version(ctx, tx, (title, body, decision), date(2010, 4, 1)).await
        }
        "portage-falls" => portage_falls(ctx, tx, known).await,
        _ => Ok(()),
    }
}

async fn version(ctx: &Ctx, tx: &mut Tx, (title, body, decision): (T, T, T), on: Date) -> Result<()> {
    let today = ctx.today();
    let new = DeclarationFacts { title: title.text(today), body: body.text(today), renew_years: Some(3) };
    let id = add_declaration(tx, &new).await?;
    publish_declaration(tx, id, on, &decision.text(today)).await??;
    Ok(())
}

fn ago(ctx: &Ctx, days: i64) -> Date {
    ctx.today().saturating_sub(days.days())
}

async fn portage_falls(ctx: &Ctx, tx: &mut Tx, known: &Known) -> Result<()> {
    for (title, body, decision, days) in VERSIONS {
        version(ctx, tx, (*title, *body, *decision), ago(ctx, *days)).await?;
    }
    signatures(ctx, tx, known).await?;
    for slug in ASKED {
        let new = NewInvitation {
            organization: known.organization(slug)?,
            person: None,
            name: "Ines Invented".into(),
            email: format!("{slug}@portage-falls.example"),
            lang: Lang::En,
        };
        add_invitation(tx, &new).await?;
    }
    let asks = NewRequest {
        organization_name: "Falls Bakery (invented)".into(),
        name: "Bao Invented".into(),
        title: "Owner".into(),
        email: "bakery@portage-falls.example".into(),
        lang: Lang::En,
        words: "Half of our bakers came from elsewhere.".into(),
        consent_wording: ::declarations::request_wording(ctx),
    };
    add_request(tx, &asks).await?;
    statements(ctx, tx, known).await?;
    agreements(ctx, tx).await?;
    documents(ctx, tx, known).await
}

async fn signatures(ctx: &Ctx, tx: &mut Tx, known: &Known) -> Result<()> {
    let versions = declarations(tx).await?;
    for ((slug, signed), signer) in SIGNED.iter().zip(SIGNERS.iter().cycle()) {
        let person = partners::person(tx, Reader::Staff, known.person(signer)?).await?.or_not_found()?;
        for (number, days) in *signed {
            let of = versions.iter().find(|one| one.number == *number).or_not_found()?;
            let new = NewSignature {
                declaration: of.id,
                signed_on: ago(ctx, *days),
                name: person.name.clone(),
                title: String::new(),
                person: Some(person.id),
                invited: None,
                way: Way::Paper,
                file: None,
            };
            let of = (known.organization(slug)?, Visibility::Public);
            sign_declaration(tx, of, (*number, &new), ctx.today()).await??;
        }
    }
    Ok(())
}

async fn statements(ctx: &Ctx, tx: &mut Tx, known: &Known) -> Result<()> {
    let today = ctx.today();
    for one in STATEMENTS {
        let all = |slugs: &[&str]| {
            slugs.iter().map(|slug| known.organization(slug)).collect::<Result<Vec<OrganizationId>>>()
        };
        let new = StatementFacts {
            kind: StatementKind::from_code(one.kind).or_not_found()?,
            title: one.title.text(today),
            body: one.body.text(today),
            issued_on: ago(ctx, one.days_ago),
            council: None,
            issuers: all(one.issuers)?,
            signatories: all(one.signatories)?,
            link: String::new(),
            visibility: Visibility::Public,
            recall: one.recall.map(DayOfYear::parse).transpose()?,
            recall_ahead: 21,
        };
        add_statement(tx, &new).await?;
    }
    Ok(())
}

async fn agreements(ctx: &Ctx, tx: &mut Tx) -> Result<()> {
    let today = ctx.today();
    for one in AGREEMENTS {
        let new = AgreementFacts {
            level: Level::from_code(one.level).or_not_found()?,
            department: one.department.text(today),
            unit: String::new(),
            kind: Tie::from_code(one.kind).or_not_found()?,
            subject: one.subject.text(today),
            since_on: Some(ago(ctx, one.days_ago)),
            until_on: None,
            person: None,
            next_on: one.next_in.map(|days| today.saturating_add(days.days())),
            link: String::new(),
        };
        let id = add_agreement(tx, &new).await?;
        let exchange = NewExchange {
            held_on: ago(ctx, 60),
            who: "Both offices".into(),
            about: one.subject.text(today).plain(Lang::En).to_owned(),
            result: one.said.into(),
        };
        add_exchange(tx, id, &exchange, today).await?;
    }
    Ok(())
}

async fn documents(ctx: &Ctx, tx: &mut Tx, known: &Known) -> Result<()> {
    let today = ctx.today();
    for one in DOCUMENTS {
        let (from_year, to_year) = one.years;
        let next_review_on = one.review_in.map(|days| today.saturating_add(days.days()));
        let title: Text = one.title.text(today);
        let new = DocumentFacts {
            organization: known.organization(one.organization)?,
            title,
            kind: DocumentKind::from_code(one.kind).or_not_found()?,
            from_year,
            to_year: Some(to_year),
            link: String::new(),
            next_review_on,
        };
        let id = add_document(tx, &new).await?;
        if let Some(level) = one.level {
            let found = NewAssessment {
                mention: Mention::from_code(level).or_not_found()?,
                evidence: one.evidence.into(),
                pages: String::new(),
                assessed_on: ago(ctx, 90),
                assessed_by: "Noor Lachance".into(),
                next_review_on,
            };
            add_assessment(tx, id, &found, today).await?;
        }
    }
    Ok(())
}
