//! The form of a public statement.

use super::{
    endings::visibilities,
    forms::BODY,
    record::{Labels, Record, Verbs},
    signatories::visibility_word,
};
use crate::{
    StatementId, can,
    rules::statements::{DayOfYear, Part, StatementKind, StatementRefusal, may_be_public},
    store::statements::{
        Statement, StatementFacts, bin_statement, find_statement, insert_statement, parties_of,
        update_statement,
    },
};
use councils::{Council, CouncilId};
use maud::{Markup, html as markup};
use partners::{Organization, OrganizationId, Reader, Visibility, web_or_none};
use platform::{
    authority::Permission,
    clock::Moment,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, Result},
    html::{Choice, FormHtml, choice, field, labels_in_langs},
    http::{Pairs, Reading},
    ids::Id,
    t,
    text::{NAME, Text},
};
use uuid::Uuid;

/// How many days ahead a statement is recalled unless somebody says otherwise.
const AHEAD: u32 = 21;

/// A statement with those who stand behind it.
pub(crate) struct Kept {
    pub(crate) row: Statement,
    pub(crate) issuers: Vec<OrganizationId>,
    pub(crate) signatories: Vec<OrganizationId>,
}

/// What the form of a statement offers.
pub(crate) struct Offered {
    pub(crate) councils: Vec<Council>,
    pub(crate) organizations: Vec<Organization>,
}

/// A statement with the organizations that took this part.
pub(crate) fn part_of(parties: &[(OrganizationId, Part)], part: Part) -> Vec<OrganizationId> {
    parties.iter().filter(|(_, of)| *of == part).map(|(id, _)| *id).collect()
}

impl Record for Kept {
    type Facts = StatementFacts;
    type Choices = Offered;
    const KIND: &'static str = StatementId::KIND;
    const WORD: &'static str = "statement";
    const PATH: &'static str = "/statements";
    const EDIT: Permission = can::EDIT_STATEMENTS;
    const VERBS: Verbs = Verbs {
        added: "statement.added",
        changed: "statement.changed",
        binned: "statement.binned",
        restored: "statement.restored",
    };

    fn stands(&self) -> (Uuid, i64) {
        (self.row.id.0, self.row.version)
    }

    fn title(&self) -> &Text {
        &self.row.title
    }

    fn facts(&self) -> StatementFacts {
        let of = &self.row;
        StatementFacts {
            kind: of.kind,
            title: of.title.clone(),
            body: of.body.clone(),
            issued_on: of.issued_on,
            council: of.council_id,
            issuers: self.issuers.clone(),
            signatories: self.signatories.clone(),
            link: of.link.clone(),
            visibility: of.visibility,
            recall: of.recalled(),
            recall_ahead: of.recall_ahead,
        }
    }

    fn form(&self) -> Pairs {
        let of = &self.row;
        let mut form = Pairs::default()
            .with("kind", of.kind.code())
            .with_text("title", &of.title)
            .with_text("body", &of.body)
            .with("issued_on", of.issued_on)
            .with("council", of.council_id.map(|id| id.to_string()).unwrap_or_default())
            .with("link", &of.link)
            .with("visibility", of.visibility.code())
            .with("recall", of.recalled().map(DayOfYear::written).unwrap_or_default())
            .with("recall_ahead", of.recall_ahead);
        for id in &self.issuers {
            form = form.and("issuers", id);
        }
        for id in &self.signatories {
            form = form.and("signatories", id);
        }
        form
    }

    fn blank(ctx: &Ctx) -> Pairs {
        Pairs::default()
            .with("kind", StatementKind::Statement.code())
            .with("issued_on", ctx.today())
            .with("visibility", Visibility::Public.code())
            .with("recall_ahead", AHEAD)
    }

    async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Self>> {
        let Some(row) = find_statement(tx, Reader::Staff, StatementId(id)).await? else { return Ok(None) };
        Ok(Some(with_parties(tx, row).await?))
    }

    async fn choices(ctx: &Ctx, tx: &mut Tx) -> Result<Offered> {
        Ok(Offered {
            councils: councils::councils(tx).await?,
            organizations: partners::organizations_to_choose(tx, Reader::Staff, ctx.lang).await?,
        })
    }

    fn read(
        ctx: &Ctx,
        sent: &Pairs,
        (before, offered): (Option<&Self>, &Offered),
    ) -> std::result::Result<StatementFacts, Complaints> {
        read(ctx, sent, before, offered)
    }

    async fn insert(tx: &mut Tx, new: &StatementFacts) -> Result<Uuid> {
        insert_statement(tx, new).await.map(Uuid::from)
    }

    async fn update(tx: &mut Tx, before: &Self, new: &StatementFacts) -> Result<()> {
        update_statement(tx, &before.row, new).await
    }

    async fn set_binned(tx: &mut Tx, (id, version): (Uuid, Option<i64>), at: Option<Moment>) -> Result<()> {
        bin_statement(tx, (StatementId(id), version), at).await
    }

    fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, offered: &Offered) -> Markup {
        fields(ctx, form, sent, offered)
    }

    fn labels(ctx: &Ctx) -> Labels {
        labels(ctx)
    }

    fn called(ctx: &Ctx, offered: &Offered, (name, value): (&str, &str)) -> Option<String> {
        match name {
            "kind" => StatementKind::from_code(value).map(|of| kind_word(ctx, of)),
            "visibility" => Visibility::from_code(value).map(|of| visibility_word(ctx, of)),
            "council" => {
                let found = offered.councils.iter().find(|one| one.id.to_string() == value)?;
                Some(found.name.plain(ctx.lang).to_owned())
            }
            "issuers" | "signatories" => Some(names(ctx, offered, value)),
            _ => None,
        }
    }
}

/// The names of organizations whose ids stand in a field, parted by commas.
fn names(ctx: &Ctx, offered: &Offered, ids: &str) -> String {
    let name = |id: &str| offered.organizations.iter().find(|one| one.id.to_string() == id);
    let found = ids.split(", ").filter_map(|id| name(id).map(|one| one.name.plain(ctx.lang).to_owned()));
    found.collect::<Vec<_>>().join(", ")
}

/// A statement with those who stand behind it.
pub(crate) async fn with_parties(tx: &mut Tx, row: Statement) -> Result<Kept> {
    let parties = parties_of(tx, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let (issuers, signatories) = (part_of(&parties, Part::Issuer), part_of(&parties, Part::Signatory));
    Ok(Kept { row, issuers, signatories })
}

fn read(
    ctx: &Ctx,
    sent: &Pairs,
    before: Option<&Kept>,
    offered: &Offered,
) -> std::result::Result<StatementFacts, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let none = Text::default();
    let kind = reading.choice("kind", StatementKind::from_code);
    let title = reading.lines("title", before.map_or(&none, |of| &of.row.title), NAME);
    reading.needed("title", &title);
    let body = reading.proses("body", before.map_or(&none, |of| &of.row.body), BODY);
    let issued_on = reading.day("issued_on");
    if issued_on.is_some_and(|on| on > ctx.today()) {
        reading.refuse("issued_on", StatementRefusal::Future);
    }
    let council = reading.id_or_none::<CouncilId>("council");
    if council.is_some_and(|id| offered.councils.iter().all(|one| one.id != id)) {
        reading.refuse("council", FieldRefusal::Unknown);
    }
    let issuers = organizations(&mut reading, "issuers", sent, offered);
    let signatories = organizations(&mut reading, "signatories", sent, offered);
    if council.is_none() && issuers.is_empty() && reading.complaints.about("issuers").is_none() {
        reading.refuse("issuers", StatementRefusal::NoIssuer);
    }
    let link = web_or_none(&mut reading, sent, "link");
    let visibility = reading.choice("visibility", Visibility::from_code);
    if visibility == Some(Visibility::Public)
        && let Err(why) = may_be_public(&title, &body)
    {
        reading.refuse("visibility", why);
    }
    let recall = match sent.get("recall") {
        "" => None,
        typed => reading.complaints.take("recall", DayOfYear::parse(typed)),
    };
    let recall_ahead = reading.number_or_none("recall_ahead", (0, 180)).unwrap_or(AHEAD);
    match (kind, issued_on, visibility) {
        (Some(kind), Some(issued_on), Some(visibility)) if reading.complaints.is_empty() => {
            Ok(StatementFacts {
                kind,
                title,
                body,
                issued_on,
                council,
                issuers,
                signatories,
                link,
                visibility,
                recall,
                recall_ahead,
            })
        }
        _ => Err(reading.complaints),
    }
}

/// The organizations that are ticked; one that is not offered is unknown.
fn organizations(
    reading: &mut Reading<'_>,
    name: &'static str,
    sent: &Pairs,
    offered: &Offered,
) -> Vec<OrganizationId> {
    let mut found = Vec::new();
    for typed in sent.all(name) {
        match offered.organizations.iter().find(|one| one.id.to_string() == typed) {
            Some(one) if found.contains(&one.id) => {}
            Some(one) => found.push(one.id),
            None => reading.refuse(name, FieldRefusal::Unknown),
        }
    }
    found
}

/// What sort a statement is, in words.
pub(crate) fn kind_word(ctx: &Ctx, of: StatementKind) -> String {
    ctx.say().t(&format!("statement-kind-{}", of.code()), &[])
}

pub(crate) fn kinds(ctx: &Ctx) -> Vec<Choice> {
    StatementKind::ALL.into_iter().map(|of| choice(of.code(), kind_word(ctx, of))).collect()
}

fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, offered: &Offered) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    let councils: Vec<_> =
        offered.councils.iter().map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))).collect();
    let organizations: Vec<_> = offered
        .organizations
        .iter()
        .map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang)))
        .collect();
    let picked = |name: &'static str| sent.all(name).map(str::to_owned).collect::<Vec<_>>();
    markup! {
        (form.radios(field("kind", t!(say, "statement-kind")).value(sent.get("kind")), &kinds(ctx)))
        (form.texts(field("title", t!(say, "statement-name")), &sent.in_langs("title", langs)))
        (form.proses(field("body", t!(say, "statement-body")).hint(t!(say, "statement-body-hint")).rows(8).optional(), &sent.in_langs("body", langs)))
        (form.date(field("issued_on", t!(say, "statement-issued-on")).value(sent.get("issued_on"))))
        (form.select(field("council", t!(say, "statement-council")).value(sent.get("council")).optional(), &councils))
        details open[!picked("issuers").is_empty() || form_needs(sent)] {
            summary { (t!(say, "statement-issuers")) }
            (form.checkboxes(field("issuers", t!(say, "statement-issuers")).hint(t!(say, "statement-issuers-hint")).optional(), &organizations, &picked("issuers")))
        }
        details open[!picked("signatories").is_empty()] {
            summary { (t!(say, "statement-signatories")) }
            (form.checkboxes(field("signatories", t!(say, "statement-signatories")).optional(), &organizations, &picked("signatories")))
        }
        (form.text(field("link", t!(say, "record-link")).value(sent.get("link")).web().optional()))
        (form.radios(field("visibility", t!(say, "statement-visibility")).value(sent.get("visibility")), &visibilities(ctx)))
        (form.text(field("recall", t!(say, "statement-recall")).hint(t!(say, "statement-recall-hint")).value(sent.get("recall")).short().optional()))
        (form.text(field("recall_ahead", t!(say, "statement-recall-ahead")).value(sent.get("recall_ahead")).number().optional()))
    }
}

/// Whether no body is chosen, so that an organization has to be.
fn form_needs(sent: &Pairs) -> bool {
    sent.get("council").is_empty()
}

fn labels(ctx: &Ctx) -> Labels {
    let say = ctx.say();
    let mut labels: Labels = vec![("kind".into(), t!(say, "statement-kind"))];
    for (name, label) in [("title", t!(say, "statement-name")), ("body", t!(say, "statement-body"))] {
        labels.extend(labels_in_langs(ctx, name, &label));
    }
    labels.extend([
        ("issued_on".into(), t!(say, "statement-issued-on")),
        ("council".into(), t!(say, "statement-council")),
        ("issuers".into(), t!(say, "statement-issuers")),
        ("signatories".into(), t!(say, "statement-signatories")),
        ("link".into(), t!(say, "record-link")),
        ("visibility".into(), t!(say, "statement-visibility")),
        ("recall".into(), t!(say, "statement-recall")),
        ("recall_ahead".into(), t!(say, "statement-recall-ahead")),
    ]);
    labels
}

/// A link to where something can be read.
pub(crate) fn source(link: &str) -> Markup {
    markup! { @if !link.is_empty() { a href=(link) rel="noopener nofollow" { bdi dir="ltr" { (link) } } } }
}
