//! What the thread, the bin and *Today* know of this room.

use crate::{
    AreaId, AreaSetId, can,
    pages::url,
    store::{
        kept::{find_area, list_areas, restore_area},
        sets::{find_set, restore_set},
    },
};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    ids::Ref,
    manifest::{Fut, Restorer, TodayItem, TodaySection},
    t,
    thread::{Knot, Provider},
};
use uuid::Uuid;

/// The knots that this room brings; areas and sets hang on nothing.
pub(crate) const PROVIDERS: [Provider; 2] = [
    Provider { kind: "area", knot: area, up: nothing, down: nothing },
    Provider { kind: "area-set", knot: set, up: nothing, down: nothing },
];

/// Ways out of the bin.
pub(crate) const RESTORERS: [Restorer; 2] = [
    Restorer {
        kind: "area",
        may: can::EDIT_AREAS,
        restore: |_, tx, id| Box::pin(restore_area(tx, AreaId(id))),
    },
    Restorer {
        kind: "area-set",
        may: can::EDIT_AREAS,
        restore: |_, tx, id| Box::pin(restore_set(tx, AreaSetId(id))),
    },
];

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn href(ctx: &Ctx, path: String) -> Option<String> {
    (ctx.face == Face::Work && ctx.may(can::SEE_AREAS)).then(|| url(ctx, &path))
}

fn area<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        Ok(find_area(tx, AreaId(id)).await?.map(|area| Knot {
            of: area.id.into(),
            word: t!(ctx.say(), "kind-area"),
            title: area.name.worded(ctx.lang),
            href: href(ctx, format!("/{id}")),
        }))
    })
}

fn set<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        Ok(find_set(tx, AreaSetId(id)).await?.map(|set| Knot {
            of: set.id.into(),
            word: t!(ctx.say(), "kind-area-set"),
            title: set.name.worded(ctx.lang),
            href: href(ctx, format!("/sets/{id}")),
        }))
    })
}

/// As long as there are none, somebody should say where the partnership works.
pub(crate) fn today<'a>(ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    Box::pin(async move {
        if !ctx.may(can::EDIT_AREAS) || !list_areas(tx).await?.is_empty() {
            return Ok(Vec::new());
        }
        let say = ctx.say();
        Ok(vec![TodayItem {
            section: TodaySection::Waiting,
            on: None,
            when: String::new(),
            what: t!(say, "today-areas"),
            detail: Some(t!(say, "today-areas-detail")),
            act: t!(say, "areas-take"),
            href: url(ctx, "/standard"),
            late: false,
        }])
    })
}
