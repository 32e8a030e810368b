//! The register of strategic documents, the page of one with its assessments, and the form of the next.

use super::{
    documents::{kind_word, kinds, mention_word, mentions},
    forms::changed,
    meanwhile::{held, in_bin},
    parts,
    record::{AtRecord, record_url, ways},
    room_url,
    signatories::history,
    statements::source,
    time,
};
use crate::{
    DocumentId, can,
    rules::documents::{Assessing, DocumentKind, Mention, assess},
    store::documents::{
        Assessment, Document, DocumentsAsked, NewAssessment, find_document, insert_assessment,
        list_assessments, page_documents, update_file,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Reader, Sector, SectorId};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, OrNotFound, Result},
    files::{self, FileRefusal, MOST_BYTES},
    html::{
        self, Cell, Column, Empty, Filter, FormHtml, Head, ListShown, Look, acts, choice, choice_of, facts,
        field, file, form, list, page, said, shown, state,
    },
    http::{Answer, Form, Incoming, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// Places in a document are written in so many characters.
const PAGES: usize = 100;
/// What a browser offers to choose from.
const FILES: &str = ".pdf,.docx,.xlsx,.odt,.png,.jpg";

/// `GET /{p}/work/declarations/documents`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let address = ctx.address();
    let asked = DocumentsAsked {
        reader: partners::reader(&ctx),
        mention: Mention::from_code(address.get("mention")),
        is_unread: address.get("mention") == "unread",
        kind: DocumentKind::from_code(address.get("kind")),
        sector: address.get("sector").parse::<SectorId>().ok(),
    };
    let rows = page_documents(&mut tx, &asked, &address).await?;
    let sectors = partners::sectors(&mut tx).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "documents-file"), &columns(&ctx), &rows.rows),
        None => answer(view(&ctx, &rows, &sectors)),
    }
}

/// How far a document goes: a shape, a colour and a word.
pub(crate) fn mention_state(ctx: &Ctx, of: Option<Mention>) -> Markup {
    let look = match of {
        None => Look::Unknown,
        Some(Mention::None) => Look::NotStarted,
        Some(Mention::Mention) => Look::UnderWay,
        Some(Mention::Commitment) => Look::OnTrack,
        Some(Mention::Funded) => Look::Done,
    };
    state(look, &mention_word(ctx, of))
}

/// The years that a document covers.
fn years(ctx: &Ctx, of: &Document) -> String {
    match of.to_year {
        Some(to) if to == of.from_year => to.to_string(),
        Some(to) => format!("{}–{to}", of.from_year),
        None => t!(ctx.say(), "document-years-open", from = of.from_year.to_string()),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Document>> {
    let say = ctx.say();
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(Cell::nothing, |day| Cell::day(ctx, day));
    vec![
        Column::new("title", t!(say, "document-name"), |of: &Document| {
            let href = record_url::<Document>(ctx, of.id.0, "");
            Cell::new(markup! { a href=(href) { (shown(ctx, &of.title)) } }, of.title.plain(ctx.lang))
        })
        .sorts(),
        Column::new("organization", t!(say, "signatory-organization"), |of: &Document| {
            Cell::text(ctx, &of.organization)
        })
        .sorts(),
        Column::new("kind", t!(say, "document-kind"), |of: &Document| Cell::words(kind_word(ctx, of.kind))),
        Column::new("years", t!(say, "document-years"), |of: &Document| Cell::words(years(ctx, of))).sorts(),
        Column::new("mention", t!(say, "document-mention"), |of: &Document| {
            Cell::new(mention_state(ctx, of.mention), mention_word(ctx, of.mention))
        }),
        Column::new("assessed", t!(say, "document-assessed-on"), move |of: &Document| day(of.assessed_on))
            .on_demand(),
        Column::new("review", t!(say, "document-review"), move |of: &Document| day(of.next_review_on))
            .sorts(),
        Column::new("link", t!(say, "record-link"), |of: &Document| Cell::words(of.link.clone())).on_demand(),
    ]
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, rows: &Page<Document>, sectors: &[Sector]) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let add = (t!(say, "document-add"), room_url(ctx, "/documents/new"));
    let may = ctx.may(can::EDIT_DOCUMENTS);
    let mut levels = mentions(ctx);
    levels.push(choice("unread", mention_word(ctx, None)));
    let sectors = sectors.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect();
    let shown = ListShown {
        caption: t!(say, "documents-caption"),
        columns: &columns,
        filters: vec![
            Filter { name: "mention", label: t!(say, "document-mention"), choices: levels },
            Filter { name: "kind", label: t!(say, "document-kind"), choices: kinds(ctx) },
            Filter { name: "sector", label: t!(say, "document-sector"), choices: sectors },
        ],
        search: Some(t!(say, "documents-search")),
        page: rows,
        empty: Empty {
            why: t!(say, "documents-empty"),
            example: Some(t!(say, "documents-empty-example")),
            first: may.then(|| add.clone()),
        },
    };
    let mut ways = vec![(t!(say, "overview-title"), room_url(ctx, "/documents/overview"))];
    if may {
        ways.insert(0, add);
    }
    let body = markup! {
        (parts(ctx, "/documents"))
        p { (t!(say, "documents-lead")) }
        @if rows.total > 0 { (acts(&ways)) }
        (list(ctx, &ctx.address(), &shown))
    };
    page(
        ctx,
        &Head::new(t!(say, "document-title")).under(t!(say, "declarations-title"), room_url(ctx, "")),
        body,
    )
}

/// One document, as its page shows it.
pub(crate) struct DocumentPage {
    pub(crate) of: Document,
    pub(crate) assessments: Vec<Assessment>,
    pub(crate) thread: Thread,
    pub(crate) history: html::History,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: AtRecord) -> Result<DocumentPage> {
    let of = find_document(tx, partners::reader(ctx), DocumentId(at.record)).await?.or_not_found()?;
    let object = Ref::from(of.id);
    Ok(DocumentPage {
        assessments: list_assessments(tx, of.id).await?,
        thread: thread(ctx, tx, &object).await?,
        history: history(ctx, tx, &object).await?,
        of,
        sent: Pairs::default().with("assessed_on", ctx.today()),
        complaints: Complaints::default(),
    })
}

/// `GET /{p}/work/declarations/documents/{record}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let shown = load(&ctx, &mut tx, at).await?;
    tx.done().await?;
    answer(one_view(&ctx, &shown))
}

/// `POST /{p}/work/declarations/documents/{record}/assessments`: what a reading found; those before it stay.
pub(crate) async fn note(ctx: Ctx, Path(at): Path<AtRecord>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_DOCUMENTS).await?;
    let shown = match load(&ctx, &mut tx, at).await {
        Err(Error::NotFound) => return binned(&ctx, tx, at, &sent).await,
        loaded => loaded?,
    };
    if sent.version() != shown.of.version {
        tx.done().await?;
        let again = DocumentPage { sent, complaints: changed(), ..shown };
        return page_with(StatusCode::CONFLICT, one_view(&ctx, &again));
    }
    match read(&ctx, &sent, &shown.of, &tx.author().words()) {
        Ok(new) => {
            let number = shown.assessments.first().map_or(1, |last| last.number + 1);
            insert_assessment(&mut tx, &shown.of, number, &new).await?;
            let after = serde_json::json!({ "mention": new.mention, "assessed_on": new.assessed_on });
            tx.audit("document.assessed", shown.of.id, None::<&()>, Some(&after)).await?;
            see_other(
                &tx.commit_to(&said(&record_url::<Document>(&ctx, at.record, ""), "document-assessed"))
                    .await?,
            )
        }
        Err(complaints) => {
            tx.done().await?;
            let again = DocumentPage { sent, complaints, ..shown };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, one_view(&ctx, &again))
        }
    }
}

/// The answer to an assessment of a document that lies in the bin by now.
async fn binned(ctx: &Ctx, mut tx: Tx, at: AtRecord, sent: &Pairs) -> Answer {
    let of = in_bin(&mut tx, &Ref::from(DocumentId(at.record))).await?;
    tx.done().await?;
    let action = record_url::<Document>(ctx, at.record, "/assessments");
    let fields = note_fields(ctx, &form(ctx, &action), sent, sent.get("version"));
    held(ctx, &of, (&action, fields))
}

fn read(ctx: &Ctx, sent: &Pairs, of: &Document, by: &str) -> std::result::Result<NewAssessment, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let mention = reading.choice("mention", Mention::from_code);
    let evidence = reading.prose_or_none("evidence");
    let pages = reading.line_or_none("pages", PAGES);
    let assessed_on = reading.day("assessed_on");
    let next_review_on = reading.day_or_none("next_review_on");
    if let Some((mention, on)) = mention.zip(assessed_on) {
        let new = Assessing { mention, evidence: &evidence, assessed_on: on, review_on: next_review_on };
        if let Err(why) = assess(new, of.assessed_on, ctx.today()) {
            reading.refuse(why.field(), why);
        }
    }
    match (mention, assessed_on) {
        (Some(mention), Some(assessed_on)) if reading.complaints.is_empty() => {
            let assessed_by = by.to_owned();
            Ok(NewAssessment { mention, evidence, pages, assessed_on, assessed_by, next_review_on })
        }
        _ => Err(reading.complaints),
    }
}

/// `GET /{p}/work/declarations/documents/{record}/file`: the document itself.
pub(crate) async fn take(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let of = find_document(&mut tx, partners::reader(&ctx), DocumentId(at.record)).await?.or_not_found()?;
    let row = tx.file(of.file_id.or_not_found()?).await?;
    tx.done().await?;
    files::serve(files::open(&ctx.app, row).await?)
}

/// `POST /{p}/work/declarations/documents/{record}/file`: the document itself is kept beside its record.
pub(crate) async fn keep(ctx: Ctx, Path(at): Path<AtRecord>, incoming: Incoming) -> Answer {
    let mut sent = incoming.receive(&ctx, can::EDIT_DOCUMENTS).await?;
    let handed = sent.file.take().ok_or(FileRefusal::Missing)?;
    let bytes = handed.bytes?;
    let kept = files::put(&ctx.app, &handed.name, bytes).await?;
    let mut tx = ctx.write(can::EDIT_DOCUMENTS).await?;
    let of = find_document(&mut tx, Reader::Staff, DocumentId(at.record)).await?.or_not_found()?;
    if sent.fields.version() != of.version {
        return Err(Error::Stale);
    }
    let id = files::store(&mut tx, &kept).await?;
    update_file(&mut tx, &of, id).await?;
    tx.audit("document.file-kept", of.id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&record_url::<Document>(&ctx, at.record, ""), "document-changed")).await?)
}

/// The page of one.
pub(crate) fn one_view(ctx: &Ctx, of: &DocumentPage) -> Markup {
    let (say, document) = (ctx.say(), &of.of);
    let url = |path: &str| record_url::<Document>(ctx, document.id.0, path);
    let organization = ctx.url(&format!("/work/partners/{}", document.slug));
    let review = markup! { @if let Some(day) = document.next_review_on { (time(ctx, day)) } };
    let about = facts(&[
        (
            t!(say, "signatory-organization"),
            markup! { a href=(organization) { (shown(ctx, &document.organization)) } },
        ),
        (t!(say, "document-kind"), markup! { (kind_word(ctx, document.kind)) }),
        (t!(say, "document-years"), markup! { (years(ctx, document)) }),
        (t!(say, "document-mention"), mention_state(ctx, document.mention)),
        (t!(say, "document-review"), review),
        (t!(say, "record-link"), source(&document.link)),
        (
            t!(say, "document-file"),
            markup! { @if let Some(name) = &document.file_name { a href=(url("/file")) { bdi { (name) } } } },
        ),
    ]);
    let body = markup! {
        (acts(&ways::<Document>(ctx, document.id.0)))
        (about)
        section #assessments { h2 { (t!(say, "assessments-title")) } (assessments(ctx, of)) }
        @if ctx.may(can::EDIT_DOCUMENTS) { section #file { h2 { (t!(say, "document-file")) } (file_form(ctx, document)) } }
        section #history { h2 { (t!(say, "history-heading")) } (html::history(ctx, &of.history)) }
    };
    let head = Head::of(ctx, &document.title)
        .under(t!(say, "document-title"), room_url(ctx, "/documents"))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}

fn file_form(ctx: &Ctx, of: &Document) -> Markup {
    let say = ctx.say();
    let form = form(ctx, record_url::<Document>(ctx, of.id.0, "/file")).named("file").upload();
    let hint = t!(say, "document-file-hint", megabytes = MOST_BYTES / 1_000_000);
    let fields = markup! { (form.file(field("document", t!(say, "document-file-choose")).hint(hint), FILES)) (form.version(of.version)) };
    form.show(&t!(say, "document-file-save"), fields)
}

/// What readings found, newest first, and the form of the next.
fn assessments(ctx: &Ctx, of: &DocumentPage) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let form = form(ctx, record_url::<Document>(ctx, of.of.id.0, "/assessments")).complaints(&of.complaints);
    markup! {
        @if of.assessments.is_empty() { p { (t!(say, "assessments-none")) } }
        ol.history reversed { @for one in &of.assessments { li {
            b { (mention_word(ctx, Some(one.mention))) } " · " (time(ctx, one.assessed_on))
            @if !one.assessed_by.is_empty() { " · " bdi { (one.assessed_by) } }
            @if !one.evidence.is_empty() { p { (one.evidence) @if !one.pages.is_empty() { " (" (one.pages) ")" } } }
        } } }
        @if ctx.may(can::EDIT_DOCUMENTS) { details #note open[!of.complaints.is_empty() || of.assessments.is_empty()] {
            summary { (t!(say, "assessment-add")) }
            (form.show(&t!(say, "assessment-save"), note_fields(ctx, &form, sent, &of.of.version.to_string())))
        } }
    }
}

/// The fields of an assessment, on top of the document as it stood.
fn note_fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, version: &str) -> Markup {
    let say = ctx.say();
    markup! {
        (form.radios(field("mention", t!(say, "document-mention")).value(sent.get("mention")), &mentions(ctx)))
        (form.prose(field("evidence", t!(say, "assessment-evidence")).hint(t!(say, "assessment-evidence-hint")).value(sent.get("evidence")).needed_if(t!(say, "assessment-evidence-needed"))))
        (form.text(field("pages", t!(say, "assessment-pages")).hint(t!(say, "assessment-pages-hint")).value(sent.get("pages")).optional()))
        (form.date(field("assessed_on", t!(say, "document-assessed-on")).value(sent.get("assessed_on"))))
        (form.date(field("next_review_on", t!(say, "document-review")).hint(t!(say, "document-review-hint")).value(sent.get("next_review_on")).optional()))
        (form.hidden("version", version))
    }
}
