//! The list of what seats are for.

use super::{parts, room_url};
use crate::{
    CategoryId, can,
    rules::categories::{CategoryRefusal, remove_category},
    store::categories::{
        KeptCategory, category_named, delete_category, find_category, list_kept_categories, update_category,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Empty, Head, empty, field, form, page, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
    text::{NAME, Text},
};
use serde::Deserialize;

/// The part of an address that names a category.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtCategory {
    category: CategoryId,
}

/// The list, as its page shows it.
pub(crate) struct CategoriesPage {
    pub(crate) categories: Vec<KeptCategory>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// One category, as its page shows it.
pub(crate) struct CategoryPage {
    pub(crate) category: KeptCategory,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

fn read(ctx: &Ctx, sent: &Pairs, before: &Text) -> Result<Text, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let name = reading.lines("name", before, NAME);
    reading.needed("name", &name);
    reading.done(name)
}

/// `GET /{p}/work/councils/categories`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SET_UP_COUNCILS).await?;
    let categories = list_kept_categories(&mut tx).await?;
    tx.done().await?;
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    html(view(&ctx, &CategoriesPage { categories, sent, complaints }))
}

/// `POST /{p}/work/councils/categories`: adds one, before any seat asks for it.
pub(crate) async fn add(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let categories = list_kept_categories(&mut tx).await?;
    let new = read(&ctx, &sent, &Text::default()).and_then(|name| {
        match categories.iter().any(|one| one.name.search_key() == name.search_key()) {
            true => Err(Complaints::one("name", CategoryRefusal::Taken)),
            false => Ok(name),
        }
    });
    match new {
        Ok(name) => {
            let id = category_named(&mut tx, &name).await?;
            tx.audit("seat-category.added", id, None::<&()>, Some(&name)).await?;
            see_other(&tx.commit_to(&said(&room_url(&ctx, "/categories"), "category-saved")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = CategoriesPage { categories, sent, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

async fn one(tx: &mut Tx, at: AtCategory) -> Result<KeptCategory> {
    find_category(tx, at.category).await?.or_not_found()
}

/// `GET /{p}/work/councils/categories/{category}`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtCategory>) -> Answer {
    let mut tx = ctx.read(can::SET_UP_COUNCILS).await?;
    let category = one(&mut tx, at).await?;
    tx.done().await?;
    let sent = Pairs::default().with_text("name", &category.name);
    html(one_view(&ctx, &CategoryPage { category, sent, complaints: Complaints::default() }))
}

/// `POST /{p}/work/councils/categories/{category}`: renames it for every seat under it.
pub(crate) async fn save(ctx: Ctx, Path(at): Path<AtCategory>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let category = one(&mut tx, at).await?;
    if sent.version() != category.version {
        return Err(Error::Stale);
    }
    let complaints = match read(&ctx, &sent, &category.name) {
        Ok(name) => match update_category(&mut tx, &category, &name).await {
            Ok(()) => {
                tx.audit("seat-category.changed", category.id, Some(&category.name), Some(&name)).await?;
                let to = said(&room_url(&ctx, "/categories"), "category-saved");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(Error::Refused(why)) => Complaints::of("name", why),
            Err(other) => return Err(other),
        },
        Err(complaints) => complaints,
    };
    drop(tx);
    let shown = CategoryPage { category, sent, complaints };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, one_view(&ctx, &shown))
}

/// `POST /{p}/work/councils/categories/{category}/removal`: refused while seats stand under it.
pub(crate) async fn remove(ctx: Ctx, Path(at): Path<AtCategory>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let category = one(&mut tx, at).await?;
    remove_category(category.seats)?;
    delete_category(&mut tx, &category).await?;
    tx.audit("seat-category.removed", category.id, Some(&category.name), None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, "/categories"), "category-removed")).await?)
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, of: &CategoriesPage) -> Markup {
    let say = ctx.say();
    let add = form(ctx, room_url(ctx, "/categories")).complaints(&of.complaints);
    let body = markup! {
        (parts(ctx, "/categories"))
        p { (t!(say, "categories-lead")) }
        @if of.categories.is_empty() {
            (empty(&Empty { why: t!(say, "categories-empty"), example: Some(t!(say, "seat-category-hint")), first: None }))
        }
        ul { @for category in &of.categories { li {
            a href=(room_url(ctx, &format!("/categories/{}", category.id))) { (shown(ctx, &category.name)) }
            " " a.quiet href=(room_url(ctx, &format!("/seats?category={}", category.id))) { (t!(say, "categories-seats", n = category.seats)) span.unseen { " " (shown(ctx, &category.name)) } }
        } } }
        section #add {
            h2 { (t!(say, "categories-add")) }
            (add.show(&t!(say, "categories-add"), add.texts(field("name", t!(say, "categories-name")).hint(t!(say, "seat-category-hint")), &of.sent.in_langs("name", ctx.site_langs()))))
        }
    };
    page(ctx, &Head::new(t!(say, "categories-title")), body)
}

/// The page of one.
pub(crate) fn one_view(ctx: &Ctx, of: &CategoryPage) -> Markup {
    let (say, category) = (ctx.say(), &of.category);
    let (list, url) = (room_url(ctx, "/categories"), room_url(ctx, &format!("/categories/{}", category.id)));
    let change = form(ctx, &url).complaints(&of.complaints).cancel(&list);
    let fields = markup! {
        (change.texts(field("name", t!(say, "categories-name")), &of.sent.in_langs("name", ctx.site_langs())))
        (change.version(category.version))
    };
    let body = markup! {
        p { (t!(say, "categories-change-about", n = category.seats)) }
        (change.show(&t!(say, "categories-save"), fields))
        @if category.seats == 0 { section #removal {
            h2 { (t!(say, "categories-remove")) }
            (form(ctx, format!("{url}/removal")).button(&t!(say, "categories-remove"), category.name.plain(ctx.lang), &[]))
        } }
    };
    page(ctx, &Head::of(ctx, &category.name).under(t!(say, "categories-title"), list), body)
}
