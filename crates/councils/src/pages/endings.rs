//! Bodies end: closed, opened again, put into the bin and taken out. What is not undone in one step is asked about first.

use super::{AtCouncil, council_url, room_url};
use crate::{
    CouncilId, can,
    rules::tree::{self, TreeRefusal, put_below},
    store::bodies::{
        Council, find_binned_council, find_council, list_councils, tree_of, update_binned, update_closed,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    html::{Confirm, Head, confirm, page, said},
    http::{Answer, Form, Pairs, Path, html, see_other},
    manifest::Fut,
    t,
};
use uuid::Uuid;

/// What is asked about before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The body is closed.
    Closing,
    /// The body goes to the bin.
    Bin,
}

/// `GET /{p}/work/councils/{council}/closing`: asks before a body is closed.
pub(crate) async fn ask_close(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    ask(&ctx, at, Ending::Closing).await
}

/// `GET /{p}/work/councils/{council}/bin`: asks before a body goes to the bin.
pub(crate) async fn ask_bin(ctx: Ctx, Path(at): Path<AtCouncil>) -> Answer {
    ask(&ctx, at, Ending::Bin).await
}

async fn ask(ctx: &Ctx, at: AtCouncil, ending: Ending) -> Answer {
    let mut tx = ctx.read(can::SET_UP_COUNCILS).await?;
    let council = find_council(&mut tx, at.council).await?.or_not_found()?;
    tx.done().await?;
    html(view(ctx, &council, ending))
}

/// The page that asks.
pub(crate) fn view(ctx: &Ctx, council: &Council, ending: Ending) -> Markup {
    let say = ctx.say();
    let name = council.name.plain(ctx.lang);
    let (path, title, explains, submit) = match ending {
        Ending::Closing => (
            "/closing",
            t!(say, "council-close-title", name = name),
            t!(say, "council-close-explains"),
            t!(say, "council-close-submit"),
        ),
        Ending::Bin => (
            "/bin",
            t!(say, "council-bin-title", name = name),
            t!(say, "council-bin-explains"),
            t!(say, "council-bin"),
        ),
    };
    let what = Confirm {
        action: council_url(ctx, council.id, path),
        explains,
        submit,
        cancel: council_url(ctx, council.id, ""),
        hidden: vec![("version", council.version.to_string())],
    };
    page(ctx, &Head::new(title), markup! { (confirm(ctx, &what)) })
}

/// `POST /{p}/work/councils/{council}/closing`: a body is closed; its seats and history stay.
pub(crate) async fn close(ctx: Ctx, Path(at): Path<AtCouncil>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let before = read_same(&mut tx, at, &sent).await?;
    tree::close(&tree_of(&list_councils(&mut tx).await?), at.council)?;
    let now = tx.now();
    update_closed(&mut tx, &before, Some(now)).await?;
    tx.audit("council.closed", at.council, None::<&()>, None::<&()>).await?;
    let to = tx.commit_to(&said(&council_url(&ctx, at.council, ""), "council-closed")).await?;
    see_other(&to)
}

/// `POST /{p}/work/councils/{council}/reopening`: a closed body goes on.
pub(crate) async fn reopen(ctx: Ctx, Path(at): Path<AtCouncil>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let before = read_same(&mut tx, at, &sent).await?;
    tree::reopen(&tree_of(&list_councils(&mut tx).await?), at.council)?;
    update_closed(&mut tx, &before, None).await?;
    tx.audit("council.reopened", at.council, None::<&()>, None::<&()>).await?;
    let to = tx.commit_to(&said(&council_url(&ctx, at.council, ""), "council-reopened")).await?;
    see_other(&to)
}

/// `POST /{p}/work/councils/{council}/bin`: a body goes to the bin with its seats; it comes back with them.
pub(crate) async fn bin(ctx: Ctx, Path(at): Path<AtCouncil>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    let before = read_same(&mut tx, at, &sent).await?;
    tree::bin(&tree_of(&list_councils(&mut tx).await?), at.council)?;
    let now = tx.now();
    update_binned(&mut tx, &before, Some(now)).await?;
    tx.bin(at.council, &before.name).await?;
    tx.audit("council.binned", at.council, None::<&()>, None::<&()>).await?;
    let to = tx.commit_to(&said(&room_url(&ctx, ""), "council-binned")).await?;
    see_other(&to)
}

/// The body, when nobody has changed it since the form was made.
async fn read_same(tx: &mut Tx, at: AtCouncil, sent: &Pairs) -> Result<Council> {
    let before = find_council(tx, at.council).await?.or_not_found()?;
    if sent.version() == before.version { Ok(before) } else { Err(Error::Stale) }
}

/// Takes a body out of the bin, to where it stood.
pub(crate) fn restore<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let before = find_binned_council(tx, CouncilId(id)).await?.or_not_found()?;
        let tree = tree_of(&list_councils(tx).await?);
        put_below(&tree, None, before.parent_id).map_err(|_: TreeRefusal| TreeRefusal::NoSuchParent)?;
        update_binned(tx, &before, None).await?;
        tx.audit("council.restored", before.id, None::<&()>, None::<&()>).await
    })
}
