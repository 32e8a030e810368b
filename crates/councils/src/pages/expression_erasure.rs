//! An expression of interest is erased from its own page: asked about first, for good, with a certificate that names nobody.

use super::{
    council_url,
    expressions::{AtExpression, expression_url},
    room_url,
};
use crate::{
    ExpressionId, can,
    store::{
        bodies::{Council, find_council},
        expressions::{Expression, find_expression},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{Choice, Head, choice, field, form, page, said, shown},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    personal::{self, Subject, Why},
    t,
};
use uuid::Uuid;

/// `GET /{p}/work/councils/expressions/{expression}/erasure`: asks before it is done.
pub(crate) async fn ask(ctx: Ctx, Path(at): Path<AtExpression>) -> Answer {
    let mut tx = ctx.read(can::ERASE_EXPRESSION).await?;
    let (council, expression) = read(&mut tx, at).await?;
    tx.done().await?;
    html(view(&ctx, (&council, &expression), &Complaints::default()))
}

async fn read(tx: &mut Tx, at: AtExpression) -> Result<(Council, Expression)> {
    let expression = find_expression(tx, at.expression).await?.or_not_found()?;
    let council = find_council(tx, expression.council_id).await?.or_not_found()?;
    Ok((council, expression))
}

/// The page that asks.
pub(crate) fn view(
    ctx: &Ctx,
    (council, expression): (&Council, &Expression),
    complaints: &Complaints,
) -> Markup {
    let (say, url) = (ctx.say(), expression_url(ctx, expression.id, ""));
    let form = form(ctx, format!("{url}/erasure")).complaints(complaints).cancel(&url);
    let reason = |why: &Why| choice(why.code(), say.t(&format!("erasure-why-{}", why.code()), &[]));
    let reasons: Vec<Choice> = Why::GIVEN.iter().map(reason).collect();
    let body = markup! {
        p { a href=(council_url(ctx, council.id, "")) { (shown(ctx, &council.name)) } }
        p { (t!(say, "expression-erase-about")) }
        @if expression.seat_id.is_some() { p { (t!(say, "expression-erase-seated")) } }
        (form.show(&t!(say, "expression-erase-submit"), markup! {
            (form.radios(field("why", t!(say, "erasure-why")), &reasons))
        }))
    };
    let head = Head::new(t!(say, "expression-erase-title", name = expression.name.as_str()))
        .under(t!(say, "expressions-title"), room_url(ctx, "/expressions"))
        .under(&expression.name, url);
    page(ctx, &head, body)
}

/// `POST /{p}/work/councils/expressions/{expression}/erasure`: for good.
pub(crate) async fn erase(ctx: Ctx, Path(at): Path<AtExpression>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::ERASE_EXPRESSION).await?;
    let (council, expression) = read(&mut tx, at).await?;
    let Some(why) = Why::from_code(sent.get("why")).filter(|why| Why::GIVEN.contains(why)) else {
        tx.done().await?;
        let complaints = Complaints::one("why", FieldRefusal::NotAChoice);
        let again = view(&ctx, (&council, &expression), &complaints);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, again);
    };
    let_go(&ctx, &mut tx, expression.id, why).await?;
    let to = tx.commit_to(&said(&room_url(&ctx, "/expressions"), "expression-erased")).await?;
    see_other(&to)
}

/// Deletes it by the machinery that erases people: what it says goes, and a certificate stays by which it can be repeated.
async fn let_go(ctx: &Ctx, tx: &mut Tx, id: ExpressionId, why: Why) -> Result<()> {
    personal::erase(ctx, tx, &Subject::of(id.0), why).await?;
    tx.audit("expression.erased", id, None::<&()>, None::<&()>).await
}

/// Erases again the expressions of these ids that an older backup brought back, in the partnership of the context. Gives how many
/// were there.
///
/// # Errors
/// When the database refuses; those before are erased.
pub async fn erase_expressions_again(ctx: &Ctx, erased: &[(Uuid, Why)]) -> Result<usize> {
    let mut again = 0;
    for (id, why) in erased {
        let mut tx = ctx.write(can::ERASE_EXPRESSION).await?;
        let id = ExpressionId(*id);
        if find_expression(&mut tx, id).await?.is_none() {
            tx.done().await?;
            continue;
        }
        let_go(ctx, &mut tx, id, *why).await?;
        tx.commit().await?;
        again += 1;
    }
    Ok(again)
}
