//! A body's terms of reference: its versions, what each changed, and a new one.

use super::{AtCouncil, council_url, forms::read_reference, signed};
use crate::{
    CouncilId, can,
    rules::references::{AskForVersion, Compared, Latest, compare, record},
    store::{
        bodies::{Council, find_council},
        references::{
            NewTermsOfReference, TermsOfReference, insert_terms_of_reference, list_terms_of_reference,
        },
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    docx::Document,
    errors::{Complaints, OrNotFound},
    files::Kept,
    html::{
        Choice, Empty, Head, acts, choice, document_file, empty, facts, field, form, page, paragraphs, said,
        shown,
    },
    http::{Answer, Incoming, Pairs, Path, address::FileKind, answer::page_with, html, see_other},
    t,
};

/// The versions of one body, as their page shows them.
pub(crate) struct ReferencesPage {
    pub(crate) council: Council,
    pub(crate) versions: Vec<TermsOfReference>,
    /// Which two are compared, older first.
    pub(crate) compared: Option<(u32, u32)>,
}

/// `GET /{p}/work/councils/{council}/terms-of-reference`: all versions; `?older=1&newer=2` compares two.
pub(crate) async fn index(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let versions = list_terms_of_reference(&mut tx, at.council).await?;
    tx.done().await?;
    let address = ctx.address();
    if let (Some(FileKind::Docx), Some(newest)) = (address.file(), versions.first()) {
        return document(&ctx, &council, newest);
    }
    let compared = address.get("older").parse().ok().zip(address.get("newer").parse().ok());
    html(view(&ctx, &ReferencesPage { council, versions, compared }))
}

/// What a body says of itself and its newest terms of reference, to be edited in a word processor.
fn document(ctx: &Ctx, council: &Council, newest: &TermsOfReference) -> Answer {
    let say = ctx.say();
    let mut document = Document::new(council.name.plain(ctx.lang), ctx.lang);
    for (heading, text) in [
        (t!(say, "council-outcome"), &council.outcome),
        (t!(say, "council-mandate"), &council.mandate),
        (t!(say, "reference-title"), &newest.body),
    ] {
        if !text.is_empty() {
            document.heading(&heading).prose(text.plain(ctx.lang));
        }
    }
    document_file(ctx, &format!("{}-{}", council.slug, newest.number), &document)
}

/// The page of all versions.
pub(crate) fn view(ctx: &Ctx, shown_page: &ReferencesPage) -> Markup {
    let say = ctx.say();
    let id = shown_page.council.id;
    let add = council_url(ctx, id, "/terms-of-reference/new");
    let body = markup! {
        p { a href=(council_url(ctx, id, "")) { (shown(ctx, &shown_page.council.name)) } }
        @if ctx.may(can::EDIT_COUNCIL.on(id)) { (acts(&[(t!(say, "reference-add"), add.clone())])) }
        @if shown_page.versions.is_empty() {
            (empty(&Empty { why: t!(say, "reference-empty-why"), example: Some(t!(say, "reference-empty-example")), first: None }))
        }
        @if !shown_page.versions.is_empty() {
            p.small.takes { a href=(council_url(ctx, id, "/terms-of-reference?as=docx")) download { (t!(say, "reference-as-document")) } }
        }
        @if shown_page.versions.len() > 1 { (choosing(ctx, shown_page)) }
        @if let Some(pair) = shown_page.compared { (comparison(ctx, &shown_page.versions, pair)) }
        @for version in &shown_page.versions { (one(ctx, id, version)) }
    };
    page(ctx, &Head::new(t!(say, "reference-title")), body)
}

fn one(ctx: &Ctx, council: CouncilId, version: &TermsOfReference) -> Markup {
    let say = ctx.say();
    markup! {
        section id={ "version-" (version.number) } {
            h2 { (t!(say, "reference-version", number = version.number)) }
            (facts(&[
                (t!(say, "reference-adopted"), markup! { (adopted(ctx, version)) }),
                (t!(say, "reference-change"), paragraphs(ctx, &version.change_note)),
                (t!(say, "reference-signed"), signed::line(ctx, council, version)),
            ]))
            details { summary { (t!(say, "reference-text")) } (paragraphs(ctx, &version.body)) }
        }
    }
}

/// The day of adoption; “about” where it is known only roughly.
pub(crate) fn adopted(ctx: &Ctx, version: &TermsOfReference) -> String {
    let day = ctx.say().day(version.adopted_on);
    if version.adopted_about { t!(ctx.say(), "about-day", day = day) } else { day }
}

/// Two lists of versions and a button: plain `GET`, so a comparison has an address.
fn choosing(ctx: &Ctx, shown_page: &ReferencesPage) -> Markup {
    let say = ctx.say();
    let newest = shown_page.versions.first().map_or(1, |version| version.number);
    let (older, newer) = shown_page.compared.unwrap_or((newest.saturating_sub(1), newest));
    let choices: Vec<Choice> = shown_page
        .versions
        .iter()
        .map(|version| {
            choice(version.number.to_string(), t!(say, "reference-version", number = version.number))
        })
        .collect();
    markup! {
        form.filters method="get" action=(council_url(ctx, shown_page.council.id, "/terms-of-reference")) {
            @for (name, label, picked) in [("older", t!(say, "reference-older"), older), ("newer", t!(say, "reference-newer"), newer)] {
                div.field {
                    label for={ "compare-" (name) } { (label) }
                    select id={ "compare-" (name) } name=(name) {
                        @for choice in &choices { option value=(choice.code) selected[choice.code == picked.to_string()] { (choice.label) } }
                    }
                }
            }
            div.field.acts { button.btn.plain { (t!(say, "reference-compare")) } }
        }
    }
}

fn comparison(ctx: &Ctx, versions: &[TermsOfReference], (older, newer): (u32, u32)) -> Markup {
    let say = ctx.say();
    let words = |number: u32| {
        versions.iter().find(|version| version.number == number).map(|version| version.body.plain(ctx.lang))
    };
    let Some((old, new)) = words(older).zip(words(newer)) else { return markup! {} };
    markup! {
        section #compared {
            h2 { (t!(say, "reference-compared", older = older, newer = newer)) }
            p.compared { @for sentence in compare(old, new) {
                @match sentence {
                    Compared::Kept(text) => { (text) " " },
                    Compared::Removed(text) => { del { span.unseen { (t!(say, "reference-removed")) " " } (text) } " " },
                    Compared::Added(text) => { ins { span.unseen { (t!(say, "reference-added")) " " } (text) } " " },
                }
            } }
        }
    }
}

/// `GET /{p}/work/councils/{council}/terms-of-reference/new`: the form for a new version, with the text of the last one in it.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    let mut tx = ctx.read(can::EDIT_COUNCIL.on(at.council)).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let versions = list_terms_of_reference(&mut tx, at.council).await?;
    tx.done().await?;
    let latest = versions.first().map(|version| version.body.clone()).unwrap_or_default();
    let form = Pairs::default().with_text("body", &latest).with("adopted_on", ctx.today());
    html(form_view(&ctx, &council, &form, &Complaints::default()))
}

/// `POST /{p}/work/councils/{council}/terms-of-reference`: a new version, with its signed file when there is one.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtCouncil>, incoming: Incoming) -> Answer {
    let mut sent = incoming.receive(&ctx, can::EDIT_COUNCIL.on(at.council)).await?;
    let paper = signed::paper(&ctx, at.council, sent.file.take()).await?;
    let mut tx = ctx.write(can::EDIT_COUNCIL.on(at.council)).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    let versions = list_terms_of_reference(&mut tx, at.council).await?;
    let (number, new, file) = match decide(&ctx, &versions, &sent.fields, paper) {
        Ok(decided) => decided,
        Err(complaints) => {
            return page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                form_view(&ctx, &council, &sent.fields, &complaints),
            );
        }
    };
    insert_terms_of_reference(&mut tx, at.council, number, &new).await?;
    tx.audit("council.terms-of-reference", at.council, None::<&()>, Some(&(number, &new.change_note)))
        .await?;
    if file.is_some() {
        let versions = list_terms_of_reference(&mut tx, at.council).await?;
        let version = versions.first().or_not_found()?;
        signed::keep(&mut tx, (at.council, version), (file, signed::is_public(&sent.fields))).await?;
    }
    let to = tx
        .commit_to(&said(&council_url(&ctx, at.council, "/terms-of-reference"), "reference-recorded"))
        .await?;
    see_other(&to)
}

/// The number of the new version, what it says and its file; or all that is wrong with them.
fn decide(
    ctx: &Ctx,
    versions: &[TermsOfReference],
    sent: &Pairs,
    paper: signed::Paper,
) -> Result<(u32, NewTermsOfReference, Option<Kept>), Complaints> {
    let latest = versions.first().map(|version| Latest {
        number: version.number,
        adopted_on: version.adopted_on,
        text: &version.body,
    });
    let read = read_reference(ctx, sent).and_then(|new| {
        let ask =
            AskForVersion { text: &new.body, change_note: &new.change_note, adopted_on: new.adopted_on };
        let number =
            record(latest.as_ref(), &ask, ctx.today()).map_err(|why| Complaints::one(why.field(), why))?;
        Ok((number, new))
    });
    match (read, paper) {
        (Ok((number, new)), Ok(file)) => Ok((number, new, file)),
        (read, file) => {
            let mut complaints = read.err().unwrap_or_default();
            complaints.take("signed", file);
            Err(complaints)
        }
    }
}

/// The form for a new version.
pub(crate) fn form_view(ctx: &Ctx, council: &Council, sent: &Pairs, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let langs = ctx.site_langs();
    let list = council_url(ctx, council.id, "/terms-of-reference");
    let form = form(ctx, &list).complaints(complaints).cancel(&list).upload();
    let fields = markup! {
        (form.date(field("adopted_on", t!(say, "reference-adopted")).value(sent.get("adopted_on"))))
        (form.check(field("adopted_about", t!(say, "reference-adopted-about")).value(sent.get("adopted_about"))))
        (form.proses(field("body", t!(say, "reference-text")).rows(12), &sent.in_langs("body", langs)))
        (form.proses(field("change_note", t!(say, "reference-change")).hint(t!(say, "reference-change-hint")).optional(), &sent.in_langs("change_note", langs)))
        (signed::fields(ctx, &form, field("signed", t!(say, "reference-signed")).optional(), sent))
    };
    let body = markup! {
        p { (shown(ctx, &council.name)) }
        (form.show(&t!(say, "reference-record"), fields))
    };
    page(ctx, &Head::new(t!(say, "reference-add")), body)
}
