//! That somebody looked whether a record is true: *verified* is not *edited*.

use super::{
    AtService,
    one::{ServicePage, load, view},
    service_url,
};
use crate::{
    ServiceId, can,
    rules::{DirectoryRefusal, letters::LetterRefusal},
    store::checks::{Found, NewCheck, Way, add_check},
};
use axum::http::StatusCode;
use platform::{
    ctx::Ctx,
    errors::Complaints,
    html::said,
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, see_other},
    text::NAME,
};

/// `POST /{p}/work/directory/services/{service}/checks`.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtService>, Form(sent): Form<Pairs>) -> Answer {
    let id = ServiceId(at.service);
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let shown = load(&ctx, &mut tx, id).await?;
    if sent.version() != shown.of.version {
        tx.done().await?;
        let complaints = Complaints::one("found", DirectoryRefusal::Changed);
        return page_with(StatusCode::CONFLICT, view(&ctx, &ServicePage { sent, complaints, ..shown }));
    }
    match read(&ctx, &sent) {
        Ok(new) => {
            add_check(&mut tx, &shown.of, &new).await?;
            let after =
                serde_json::json!({ "found": new.found, "way": new.way, "checked_on": new.checked_on });
            tx.audit("service.checked", id, None::<&()>, Some(&after)).await?;
            see_other(&tx.commit_to(&said(&service_url(&ctx, id, ""), "service-checked")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                view(&ctx, &ServicePage { sent, complaints, ..shown }),
            )
        }
    }
}

fn read(ctx: &Ctx, sent: &Pairs) -> Result<NewCheck, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let found = reading.choice("found", Found::from_code);
    let way = reading.choice("way", |code| Way::from_code(code).filter(|way| Way::CHOSEN.contains(way)));
    let checked_on = reading.day("checked_on");
    let note = reading.prose_or_none("note");
    let who = reading.line_or_none("who", NAME);
    let again_on = reading.day_or_none("again_on");
    if again_on.zip(checked_on).is_some_and(|(again, on)| again <= on) {
        reading.refuse("again_on", LetterRefusal::AgainBefore);
    }
    if checked_on.is_some_and(|on| on > ctx.today()) {
        reading.refuse("checked_on", DirectoryRefusal::Future);
    }
    match (found, way, checked_on) {
        (Some(found), Some(way), Some(checked_on)) if reading.complaints.is_empty() => {
            Ok(NewCheck { note, who, again_on, ..NewCheck::new(checked_on, way, found) })
        }
        _ => Err(reading.complaints),
    }
}
