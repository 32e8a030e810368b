//! Where the fields of a service come from, as far as imports have said: what each file said, from which source, of which day.

use super::{IMPORTER, fields_said};
use crate::{
    ServiceId, can,
    pages::{AtService, samples::service, service_url},
    store::{imported::fields_of, services::Service, services::find_service},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::OrNotFound,
    html::{Head, facts, page},
    http::{Answer, Path, html},
    manifest::Sampled,
    t,
};
use serde_json::{Value, json};

/// Samples of the page.
pub(crate) fn samples() -> Sampled {
    Sampled {
        name: "directory/sources",
        samples: |ctx| {
            let said = json!({ "name": { "source": "211", "on": "2026-04-01", "said": "English class" }, "phone": { "source": "", "on": "", "said": "905-555-0100" } });
            vec![("none", view(ctx, &service(), &Value::Null)), ("some", view(ctx, &service(), &said))]
        },
    }
}

/// `GET /{p}/work/directory/services/{service}/sources`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let id = ServiceId(at.service);
    let of = find_service(&mut tx, partners::reader(&ctx), id).await?.or_not_found()?;
    let fields = fields_of(&mut tx, id).await?;
    tx.done().await?;
    html(view(&ctx, &of, &fields))
}

fn view(ctx: &Ctx, of: &Service, fields: &Value) -> Markup {
    let say = ctx.say();
    let label = |key: &str| {
        let column = IMPORTER.columns.iter().find(|column| column.key == key);
        column.map_or_else(String::new, |column| say.t(column.label, &[]))
    };
    let said: Vec<(String, Markup)> = fields_said(fields)
        .into_iter()
        .map(|one| {
            let source = if one.source.is_empty() { t!(say, "exchange-fields-unnamed") } else { one.source };
            let shown = markup! { bdi { (one.said) } br; span.quiet { bdi { (source) } @if let Some(on) = one.on { ", " (say.day(on)) } } };
            (label(&one.column), shown)
        })
        .collect();
    let body = markup! {
        @if said.is_empty() { p { (t!(say, "exchange-fields-none")) } }
        @else { p { (t!(say, "exchange-fields-lead")) } (facts(&said)) }
    };
    let head = Head::new(t!(say, "exchange-fields"))
        .under(of.name.plain(ctx.lang).to_owned(), service_url(ctx, of.id, ""));
    page(ctx, &head, body)
}
