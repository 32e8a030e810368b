//! The form of a strategic document.

use super::record::{Labels, Record, Verbs};
use crate::{
    DocumentId, can,
    rules::documents::{DocumentKind, Mention, years},
    store::documents::{
        Document, DocumentFacts, bin_document, find_document, insert_document, update_document,
    },
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::{Organization, OrganizationId, Reader, web_or_none};
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
    text::{LineRefusal, NAME, Text},
};
use uuid::Uuid;

impl Record for Document {
    type Facts = DocumentFacts;
    type Choices = Vec<Organization>;
    const KIND: &'static str = DocumentId::KIND;
    const WORD: &'static str = "document";
    const PATH: &'static str = "/documents";
    const EDIT: Permission = can::EDIT_DOCUMENTS;
    const VERBS: Verbs = Verbs {
        added: "document.added",
        changed: "document.changed",
        binned: "document.binned",
        restored: "document.restored",
    };

    fn stands(&self) -> (Uuid, i64) {
        (self.id.0, self.version)
    }

    fn title(&self) -> &Text {
        &self.title
    }

    fn facts(&self) -> DocumentFacts {
        DocumentFacts {
            organization: self.organization_id,
            title: self.title.clone(),
            kind: self.kind,
            from_year: self.from_year,
            to_year: self.to_year,
            link: self.link.clone(),
            next_review_on: self.next_review_on,
        }
    }

    fn form(&self) -> Pairs {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Pairs::default()
            .with("organization", self.organization_id)
            .with_text("title", &self.title)
            .with("kind", self.kind.code())
            .with("from_year", self.from_year)
            .with("to_year", self.to_year.map(|year| year.to_string()).unwrap_or_default())
            .with("link", &self.link)
            .with("next_review_on", day(self.next_review_on))
    }

    fn blank(ctx: &Ctx) -> Pairs {
        Pairs::default()
            .with("organization", ctx.address().get("organization"))
            .with("kind", DocumentKind::StrategicPlan.code())
            .with("from_year", ctx.today().year())
    }

    async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Self>> {
        find_document(tx, Reader::Staff, DocumentId(id)).await
    }

    async fn choices(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<Organization>> {
        partners::organizations_to_choose(tx, Reader::Staff, ctx.lang).await
    }

    fn read(
        ctx: &Ctx,
        sent: &Pairs,
        (before, organizations): (Option<&Self>, &Vec<Organization>),
    ) -> std::result::Result<DocumentFacts, Complaints> {
        read(ctx, sent, before, organizations)
    }

    async fn insert(tx: &mut Tx, new: &DocumentFacts) -> Result<Uuid> {
        insert_document(tx, new).await.map(Uuid::from)
    }

    async fn update(tx: &mut Tx, before: &Self, new: &DocumentFacts) -> Result<()> {
        update_document(tx, before, new).await
    }

    async fn set_binned(tx: &mut Tx, (id, version): (Uuid, Option<i64>), at: Option<Moment>) -> Result<()> {
        bin_document(tx, (DocumentId(id), version), at).await
    }

    fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, organizations: &Vec<Organization>) -> Markup {
        let (say, langs) = (ctx.say(), ctx.site_langs());
        let organizations: Vec<_> =
            organizations.iter().map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))).collect();
        markup! {
            (form.select(field("organization", t!(say, "signatory-organization")).value(sent.get("organization")), &organizations))
            (form.texts(field("title", t!(say, "document-name")), &sent.in_langs("title", langs)))
            (form.select(field("kind", t!(say, "document-kind")).value(sent.get("kind")), &kinds(ctx)))
            (form.text(field("from_year", t!(say, "document-from")).value(sent.get("from_year")).number()))
            (form.text(field("to_year", t!(say, "document-to")).value(sent.get("to_year")).number().optional()))
            (form.text(field("link", t!(say, "record-link")).value(sent.get("link")).web().optional()))
            (form.date(field("next_review_on", t!(say, "document-review")).hint(t!(say, "document-review-hint")).value(sent.get("next_review_on")).optional()))
        }
    }

    fn labels(ctx: &Ctx) -> Labels {
        let say = ctx.say();
        let mut labels: Labels = vec![("organization".into(), t!(say, "signatory-organization"))];
        labels.extend(labels_in_langs(ctx, "title", &t!(say, "document-name")));
        labels.extend([
            ("kind".into(), t!(say, "document-kind")),
            ("from_year".into(), t!(say, "document-from")),
            ("to_year".into(), t!(say, "document-to")),
            ("link".into(), t!(say, "record-link")),
            ("next_review_on".into(), t!(say, "document-review")),
        ]);
        labels
    }

    fn called(ctx: &Ctx, organizations: &Vec<Organization>, (name, value): (&str, &str)) -> Option<String> {
        match name {
            "kind" => DocumentKind::from_code(value).map(|of| kind_word(ctx, of)),
            "organization" => {
                let found = organizations.iter().find(|one| one.id.to_string() == value)?;
                Some(found.name.plain(ctx.lang).to_owned())
            }
            _ => None,
        }
    }
}

fn read(
    ctx: &Ctx,
    sent: &Pairs,
    before: Option<&Document>,
    organizations: &[Organization],
) -> std::result::Result<DocumentFacts, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let organization = reading.id::<OrganizationId>("organization");
    if organization.is_some_and(|id| organizations.iter().all(|one| one.id != id)) {
        reading.refuse("organization", FieldRefusal::Unknown);
    }
    let title = reading.lines("title", &before.map(|of| of.title.clone()).unwrap_or_default(), NAME);
    reading.needed("title", &title);
    let kind = reading.choice("kind", DocumentKind::from_code);
    let from_year = reading.number_or_none("from_year", (1900, 2200));
    if from_year.is_none() && reading.complaints.about("from_year").is_none() {
        reading.refuse("from_year", LineRefusal::Empty);
    }
    let to_year = reading.number_or_none("to_year", (1900, 2200));
    if let Some(Err(why)) = from_year.map(|from| years(from, to_year)) {
        reading.refuse(why.field(), why);
    }
    let link = web_or_none(&mut reading, sent, "link");
    let next_review_on = reading.day_or_none("next_review_on");
    match (organization, kind, from_year) {
        (Some(organization), Some(kind), Some(from_year)) if reading.complaints.is_empty() => {
            Ok(DocumentFacts { organization, title, kind, from_year, to_year, link, next_review_on })
        }
        _ => Err(reading.complaints),
    }
}

/// What sort of document it is, in words.
pub(crate) fn kind_word(ctx: &Ctx, of: DocumentKind) -> String {
    ctx.say().t(&format!("document-kind-{}", of.code()), &[])
}

/// How far a document goes, in words.
pub(crate) fn mention_word(ctx: &Ctx, of: Option<Mention>) -> String {
    ctx.say().t(&format!("document-mention-{}", of.map_or("unread", Mention::code)), &[])
}

/// The sorts to choose from.
pub(crate) fn kinds(ctx: &Ctx) -> Vec<Choice> {
    DocumentKind::ALL.into_iter().map(|of| choice(of.code(), kind_word(ctx, of))).collect()
}

/// The levels to choose from.
pub(crate) fn mentions(ctx: &Ctx) -> Vec<Choice> {
    Mention::ALL.into_iter().map(|of| choice(of.code(), mention_word(ctx, Some(of)))).collect()
}
