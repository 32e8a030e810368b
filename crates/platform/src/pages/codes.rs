//! `/api/errors`: every code that an answer can carry, in words. Put together from the refusals of the rooms; the `type` of
//! a problem document leads here.

use crate::{
    ctx::Ctx,
    errors::{Code, Error},
    html::{Head, page},
    http::{Answer, html, json},
    t,
    words::Arg,
};
use http::{HeaderMap, HeaderValue, header};
use maud::{Markup, html as markup};
use serde::Serialize;

/// One code, told.
#[derive(Debug, Serialize)]
struct Told {
    code: &'static str,
    status: u16,
    title: String,
    detail: String,
}

/// `GET /api/errors`: a page, or JSON for who asks for it.
pub async fn show(ctx: Ctx, headers: HeaderMap) -> Answer {
    let all = told(&ctx);
    let asked = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut response = if asked.contains("json") && !asked.contains("text/html") {
        json(&serde_json::json!({ "errors": all }))?
    } else {
        html(view(&ctx, &all))?
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept"));
    Ok(response)
}

fn told(ctx: &Ctx) -> Vec<Told> {
    let say = ctx.say();
    let failure = |error: &Error| Told {
        code: error.code(),
        status: error.status(),
        title: say.t(&format!("error-{}", error.code()), &[]),
        detail: say.t(&format!("error-{}-what-now", error.code()), &[]),
    };
    // What a refusal mentions is known only when it happens: here stands its name.
    let named = |name: &&'static str| (*name, Arg::Words(format!("⟨{name}⟩")));
    let refusal = |code: &Code| Told {
        code: code.code,
        status: 422,
        title: t!(say, "error-refused"),
        detail: say.t(code.code, &code.args.iter().map(named).collect::<Vec<_>>()),
    };
    let refusals = ctx.app.house.rooms.iter().flat_map(|room| &room.refusals).copied().flatten();
    Error::each().iter().map(failure).chain(refusals.map(refusal)).collect()
}

fn view(ctx: &Ctx, all: &[Told]) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "codes-lead")) }
        @for told in all {
            section id=(told.code) {
                h2 { code { (told.code) } }
                p { @if told.status == 422 { (told.detail) } @else { (told.title) ". " (told.detail) } }
                p.small.quiet { (t!(say, "codes-status", status = told.status.to_string())) }
            }
        }
    };
    page(ctx, &Head::new(t!(say, "codes-title")), body)
}
